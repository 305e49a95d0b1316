package extract

import (
	"strings"

	"dossier/graph"
)

// group returns the chunks that stand in one list with the noun phrase at ci,
// in order; at least ci itself.
func (s *sentence) group(ci int) []int {
	if g := s.groups[ci]; g != nil {
		return g
	}
	return s.alone(ci)
}

func (s *sentence) alone(ci int) []int {
	g := s.mem.single(ci)
	s.groups[ci] = g
	return g
}

// findGroups finds the lists in a sentence: A, B and C; with appositions and
// brackets between.
func (r *reader) findGroups(s *sentence) {
	s.groups = r.scratch.lists.slice(len(s.chunks))
	semicolons := s.hasSemicolon()
	for i := range s.chunks {
		if s.chunks[i].kind != kNoun || s.groups[i] != nil {
			continue
		}
		if semicolons {
			if list := r.semicolons(s, i); list != nil {
				for _, m := range list {
					s.groups[m] = list
				}
				continue
			}
		}
		if r.headsOfList(s, i) || s.spelledOut(i) != nil {
			s.groups[i] = s.mem.single(i)
			continue
		}
		list, last, closed := s.mem.single(i), i, false
		for {
			n, conj := r.nextInList(s, list, last)
			if n < 0 || s.groups[n] != nil {
				break
			}
			list = append(list, n)
			last = n
			if conj {
				closed = true
				break
			}
		}
		if len(list) > 1 && !closed && !r.headlineList(s, list) && !(i > 0 && s.chunks[i-1].kind == kPrep && enumerates[s.chunks[i-1].word] && len(list) > 2) {
			s.groups[i] = []int{i} // no "and": an apposition, not a list
			continue
		}
		if r.explained(s, list) || r.fronted(s, list) {
			list = list[:1]
		}
		for _, m := range list {
			s.groups[m] = list
		}
	}
}

// fronted reports whether only the first of a list belongs to a phrase that opens the
// sentence, and the others are the subject: "In a letter to NATO, Estonia and Latvia
// condemned"; "Rebels attacked camps in Chad, Mali and Niger" is none.
func (r *reader) fronted(s *sentence, list []int) bool {
	first, last := list[0], list[len(list)-1]
	if len(list) < 3 || first < 1 || s.chunks[first-1].kind != kPrep || s.chunks[first].to >= len(s.tokens) || s.tokens[s.chunks[first].to].tag != tComma {
		return false
	}
	if last+1 >= len(s.chunks) || s.chunks[last+1].kind != kVerb || !s.chunks[last+1].vg.finite || s.chunks[last+1].vg.bare {
		return false
	}
	for j := 0; j < first; j++ {
		switch k := &s.chunks[j]; k.kind {
		case kVerb:
			if k.vg.finite && !k.vg.bare {
				return false
			}
		case kRel, kSub:
			return false
		}
	}
	return s.chunks[0].kind == kPrep || s.chunks[0].kind == kVerb || s.chunks[0].kind == kAdverb
}

// headlineList reports whether a headline lists names without "and" before its
// verb: "Israel, Hamas agree ceasefire".
func (r *reader) headlineList(s *sentence, list []int) bool {
	last := list[len(list)-1]
	if s.Part != graph.Headline || last+1 >= len(s.chunks) || s.chunks[last+1].kind != kVerb {
		return false
	}
	if first := list[0]; s.chunks[0].kind == kPrep && first > 0 && s.chunks[first-1].kind == kPrep {
		return false // "On Anniversary of Invasion of Kenya, Chad Announces"
	}
	for _, m := range list {
		if np := s.chunks[m].np; np.men < 0 || r.sort(s, m) != "actor" || s.mentions[np.men].to-1 != np.head {
			return false
		}
	}
	return true
}

// headsOfList reports whether the list behind a plural is that of its owners:
// "the leaders of Kenya and Uganda" are two leaders, not some leaders and Uganda.
func (r *reader) headsOfList(s *sentence, ci int) bool {
	c := s.chunks
	np := c[ci].np
	if np.men >= 0 || ci+2 >= len(c) || c[ci+1].kind != kPrep || c[ci+1].word != "of" || c[ci+2].kind != kNoun || !pluralNoun(s.tokens[np.head].Lower) {
		return false
	}
	if k := r.sort(s, ci); k != "role" && k != "actor" || s.vocab.light.has(s.tokens[np.head].lemma) {
		return false
	}
	next, _ := r.nextInList(s, []int{ci + 2}, ci+2)
	return next >= 0 && r.body(s, ci+2) && r.body(s, next)
}

// body reports whether a phrase is the name of a state or organisation.
func (r *reader) body(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	if np.men < 0 || np.owner != nil || s.mentions[np.men].to-1 != np.head {
		return false
	}
	l := s.mentions[np.men].entity.Label
	return l == "State" || l == "Organization"
}

// explained reports whether a list is a person and what he is: "Royce, chairman
// of the committee and an author of the bill".
func (r *reader) explained(s *sentence, list []int) bool {
	if len(list) < 3 || s.chunks[list[1]].kind != kNoun {
		return false
	}
	for i, m := range list {
		np := s.chunks[m].np
		if i == 0 {
			if np.men < 0 || s.mentions[np.men].entity.Label != "Person" {
				return false
			}
		} else if np.men >= 0 && s.mentions[np.men].how == byAdjective && s.tokens[np.from].tag == tDet {
			continue // "and the first Kenyan to"
		} else if i > 1 && np.men < 0 && singularRole(s, np) && s.closedOff(list) {
			continue // "and the highest authority in the land, said"
		} else if np.men >= 0 || r.sort(s, m) != "role" || !singularRole(s, np) || s.tokens[np.from].Lower == "the" && i == 1 && !s.closedOff(list) {
			return false
		}
	}
	return true
}

// closedOff reports whether a list of what somebody is ends in a comma before the verb:
// "Roa, the envoy to Chad and the highest authority there, said".
func (s *sentence) closedOff(list []int) bool {
	c := s.chunks
	if last := list[len(list)-1]; c[last-1].kind != kConj || last > 1 && c[last-2].kind == kComma {
		return false
	}
	j := list[len(list)-1] + 1
	for j+1 < len(c) && c[j].kind == kPrep && c[j+1].kind == kNoun {
		j += 2
	}
	return j+1 < len(c) && c[j].kind == kComma && (c[j+1].kind == kVerb || c[j+1].kind == kAdverb)
}

var enumerates = map[string]bool{"including": true, "like": true, "as": true}

// sort is the coarse kind of a noun phrase, for telling lists from appositions.
func (r *reader) sort(s *sentence, ci int) string {
	np := s.chunks[ci].np
	if np.men >= 0 {
		switch l := s.mentions[np.men].entity.Label; {
		case l == "State" || l == "Organization":
			return "actor"
		case l == "Person":
			return "actor"
		case r.x.onto.Is(l, "Weapon"), l == "Aid", l == "Technology":
			return "goods"
		default:
			return l
		}
	}
	t := &s.tokens[np.head]
	switch {
	case np.pronoun:
		return "pronoun"
	case r.isTitle(s, np):
		return "role"
	case t.tag == tNum:
		return "number"
	case t.word.in(cPerson):
		return "role"
	case t.word.in(cGroup | cOrg), s.vocab.crowds.has(t.Lower):
		return "actor"
	case len(r.x.set.OfNoun(t.lemma)) > 0 || t.word.in(cEvent):
		return "act"
	case t.word.in(cPlace):
		return "Place"
	case t.tag == tName:
		return "name"
	}
	return "noun"
}

// nextInList finds the list member behind the one at last, or -1; conj tells
// that a conjunction stands before it.
func (r *reader) nextInList(s *sentence, list []int, last int) (next int, conj bool) {
	l := listReader{reader: r, s: s, list: list, at: last + 1, kind: r.sort(s, list[0]), owned: -1}
	if !l.phrases(last) {
		return -1, false
	}
	l.separator()
	if !l.separated() || l.otherwise() || !l.alike(last) || l.opensClause() {
		return -1, false
	}
	return l.at, l.conj
}

// listReader looks for the next member of a list.
type listReader struct {
	*reader
	s     *sentence
	list  []int  // the members so far
	at    int    // the chunk at hand
	kind  string // of the first member, see sort
	owned int    // what the member before belongs to: "the ministers of France", or -1
	comma bool
	conj  bool
	added bool // by "as well as" and its like
}

// joinsLast reports whether a word stands before the last member.
func joinsLast(w string) bool { return w == "and" || w == "or" || w == "&" || w == "nor" }

func (l *listReader) brackets() {
	c := l.s.chunks
	for l.at < len(c) && c[l.at].kind == kOpen {
		for l.at < len(c) && c[l.at].kind != kClose {
			l.at++
		}
		l.at++
	}
}

// phrases passes over what belongs to the member before: "President X of France, ...".
func (l *listReader) phrases(last int) bool {
	c := l.s.chunks
	l.brackets()
	for l.at+1 < len(c) && c[l.at].kind == kPrep && l.belongs(c[l.at].word) && c[l.at+1].kind == kNoun {
		if l.owned = l.at + 1; l.at > last+5 {
			return false // "sanctions on banks in response to the death of X and the war"
		}
		l.at += 2
		l.brackets()
	}
	return true
}

// belongs reports whether a phrase with a preposition belongs to a member of the
// list's kind.
func (l *listReader) belongs(prep string) bool {
	switch prep {
	case "of", "for":
		return true
	case "from":
		return l.kind == "act" || (l.kind == "role" || l.s.forces(l.list[0])) && l.s.numbered(l.s.chunks[l.list[0]].np)
	case "against", "on", "to", "by":
		return l.kind == "act"
	case "in":
		return l.kind == "act" || l.kind == "Place"
	case "with":
		return l.kind == "goods" // "launchers with missiles, radars and shells"
	}
	return false
}

// separator passes over a comma, an apposition and the word before the last member.
func (l *listReader) separator() {
	c := l.s.chunks
	if l.at < len(c) && c[l.at].kind == kComma {
		l.comma = true
		l.at++
		l.apposition()
		l.bearer()
	}
	for l.at < len(c) && c[l.at].kind == kTime {
		l.at++
	}
	if l.at < len(c) && c[l.at].kind == kConj && joinsLast(c[l.at].word) {
		l.conj = true
		l.at++
		if l.at < len(c) && c[l.at].kind == kAdverb && c[l.at].to == c[l.at].from+1 && l.s.vocab.then.has(l.s.tokens[c[l.at].from].Lower) {
			l.at++ // "Lebanon and then Syria"
		}
	} else if n := l.addition(); n > 0 {
		l.conj, l.added = true, true
		l.at += n
	}
}

// addition returns the number of chunks at hand that add a member to a list: "as well
// as", or "along with" where that cannot tell who acts, too: "bombed Mali along with".
func (l *listReader) addition() int {
	switch n := l.s.addsMember(l.at); n {
	case 2:
		if first := l.list[0]; l.kind == "actor" || l.kind == "role" {
			if first == 0 || l.s.chunks[first-1].kind != kPrep {
				return 0
			}
		}
		return n
	default:
		return n
	}
}

// addsMember returns the number of chunks at a place that mean "and", or 0: "as well as",
// "along with", "together with".
func (s *sentence) addsMember(at int) int {
	c := s.chunks
	if at+2 >= len(c) {
		return 0
	}
	switch s.tokens[c[at].from].Lower {
	case "as":
		if at+3 < len(c) && s.tokens[c[at].from+1].Lower == "well" && c[at+2].word == "as" {
			return 3
		}
	case "along", "together":
		if c[at+1].kind == kPrep && c[at+1].word == "with" {
			return 2
		}
	}
	return 0
}

// apposition passes over a role without a name, between commas.
func (l *listReader) apposition() {
	c := l.s.chunks
	if l.at+1 >= len(c) || c[l.at].kind != kNoun || l.kind != "actor" || l.sort(l.s, l.at) != "role" || c[l.at].np.men >= 0 || !singularRole(l.s, c[l.at].np) {
		return
	}
	k := l.at + 1
	for k+1 < len(c) && c[k].kind == kPrep && c[k+1].kind == kNoun {
		k += 2
	}
	if k < len(c) && c[k].kind == kComma {
		l.at, l.comma = k+1, k+1 >= len(c) || c[k+1].kind != kConj
	}
}

// bearer passes over the name of who holds the office that the member before tells:
// "Egypt's president, Abdel Fattah el-Sisi, and Scholz".
func (l *listReader) bearer() {
	c, last := l.s.chunks, l.list[len(l.list)-1]
	if l.at != last+2 || l.at+1 >= len(c) || c[l.at].kind != kNoun || c[last].np.men >= 0 || l.sort(l.s, last) != "role" || !singularRole(l.s, c[last].np) || c[last].np.owner == nil && !c[last].np.possessive {
		return
	}
	np := c[l.at].np
	if !l.s.namesPerson(np) || np.from != l.s.mentions[np.men].from {
		return
	}
	switch k := l.at + 1; {
	case c[k].kind == kComma && k+1 < len(c) && c[k+1].kind == kConj:
		l.at, l.comma = k+1, false
	case c[k].kind == kConj:
		l.at, l.comma = k, false
	}
}

// addedBefore reports whether the comma at a chunk closes an insertion that adds to a
// list: "missiles, as well as drones, to Russia".
func (s *sentence) addedBefore(comma int) bool {
	for k := comma - 2; k > 0 && k > comma-8; k-- {
		switch c := &s.chunks[k]; c.kind {
		case kVerb, kRel, kSub, kColon:
			return false
		case kComma:
			return s.addsMember(k+1) > 0
		}
	}
	return false
}

// separated reports whether a comma or conjunction stands before a phrase.
func (l *listReader) separated() bool {
	c := l.s.chunks
	if !l.comma && !l.conj || l.at >= len(c) || c[l.at].kind != kNoun {
		return false
	}
	return l.added || !(l.comma && l.conj && len(l.list) == 1 && l.list[0] > 0 && c[l.list[0]-1].kind == kPrep) // "deemed terrorists by Russia, and factions that"
}

// otherwise reports whether the phrase at hand belongs somewhere else.
func (l *listReader) otherwise() bool {
	s, c := l.s, l.s.chunks
	np := c[l.at].np
	if s.tokens[c[l.at].from].Lower == "whose" {
		return true // "Russia, whose navy and army"
	}
	if l.kind == "Place" && np.men >= 0 && s.mentions[np.men].entity.Label == "Person" {
		return true // "after strikes on the port, Presidents A and B"
	}
	if last := l.list[len(l.list)-1]; l.owned >= 0 && c[l.owned-1].word == "for" && c[l.owned].np.men < 0 && l.sort(s, last) == "role" && singularRole(s, c[last].np) && s.bareName(l.at) {
		return true // "Under Secretary for Terrorism and Financial Intelligence"
	}
	if l.owned >= 0 && len(l.list) > 1 && np.men < 0 && l.member() == "name" && c[l.owned].np.men < 0 && l.sort(s, l.list[len(l.list)-1]) == "role" {
		return true // "Nyong'o, minister for Industry and Trade, said"
	}
	if l.owned >= 0 && l.kind != "act" && c[l.owned-1].word == "from" && !s.numbered(np) {
		return true // "two guards from Kenya and Chad", but "from Kenya and six nurses"
	}
	if l.owned >= 0 && s.good(l.owned) && s.good(l.at) && !s.good(l.list[0]) {
		return true // "support for the sovereignty and integrity of"
	}
	if l.remit(np) {
		return true
	}
	// "the ministers of France and Germany", "positions in Iraq and Syria"
	if l.owned < 0 || c[l.list[len(l.list)-1]].np.men >= 0 || np.men < 0 || c[l.owned].np.men < 0 {
		return false
	}
	k := l.member()
	if s.mentions[np.men].entity.Label == "Person" {
		return false // "Minister of Health A and Minister of Trade B"
	}
	return (l.kind == "role" && k == "actor" || l.kind == "Place") && l.sort(s, l.owned) == k && s.mentions[np.men].entity.Label == s.mentions[c[l.owned].np.men].entity.Label
}

// remit reports whether the phrase at hand is more of what the office told last is for:
// "Klein, the fund's director for Asia and the Pacific".
func (l *listReader) remit(np *nounPhrase) bool {
	s, last := l.s, l.list[len(l.list)-1]
	if l.owned < 0 || len(l.list) < 2 || np.men < 0 || s.chunks[last].np.men >= 0 || l.sort(s, last) != "role" || !singularRole(s, s.chunks[last].np) {
		return false
	}
	of := s.chunks[l.owned].np
	return of.men >= 0 && s.mentions[of.men].entity.Label == s.mentions[np.men].entity.Label && s.mentions[np.men].entity.Label != "Person"
}

// bareName reports whether a phrase is written like a name and is that of nobody known.
func (s *sentence) bareName(ci int) bool {
	np := s.chunks[ci].np
	if np.owner != nil || np.possessive || !s.tokens[np.from].Capital || !s.tokens[np.head].Capital {
		return false
	}
	return np.men < 0 || s.mentions[np.men].how == byRule
}

// good reports whether a phrase names what one supports of a state: "sovereignty".
func (s *sentence) good(ci int) bool {
	np := s.chunks[ci].np
	return np.men < 0 && s.vocab.beneficiaries.has(s.tokens[np.head].Lower)
}

// member is the kind of the phrase at hand.
func (l *listReader) member() string {
	if e := l.s.effective(l.at); e != l.at && l.kind == "goods" {
		return l.sort(l.s, e) // "three guns and dozens of tanks"
	}
	return l.sort(l.s, l.at)
}

// alike reports whether the phrase at hand is of a kind with the first member.
func (l *listReader) alike(last int) bool {
	s, np, kind, k := l.s, l.s.chunks[l.at].np, l.kind, l.member()
	first := l.list[0]
	switch {
	case l.conj && s.tokens[l.s.chunks[l.at].from].Lower == "other" && np.men < 0:
		return true // "Hamas and other proxies": what they are called is of their kind
	case (kind == "actor" || kind == "role") && s.forces(l.at), (k == "actor" || k == "role") && s.forces(first):
		return true // "Hezbollah and Syrian troops"
	case l.conj && s.fielded(l.list, l.at):
		return true
	case l.conj && kind == "goods" && k == "actor" && np.men < 0 && s.fights(s.tokens[np.head].Lower):
		return true // "destroyers, submarines and special forces"
	case l.conj && k == "goods" && s.vocab.ships.has(s.headLemma(first)):
		return true // "two vessels and a cargo ship"
	case l.conj && s.norm(first) && s.norm(l.at):
		return true // "a violation of Resolution 1701 and international law"
	case kind == "pronoun" && l.conj && !l.comma && (k == "actor" || k == "role") && nominative[s.tokens[s.chunks[first].np.head].Lower]:
		return true // "he and Modi agreed"
	case l.conj && first > 1 && s.chunks[first-1].word == "to" && s.chunks[first-2].word == "according" && k == "actor":
		return true // "according to the report and the panel"
	case k == kind || kind == "number" || compatible[[2]string{kind, k}]:
		return true
	}
	return l.conj && l.adjectives(last)
}

// norm reports whether a phrase is a text or rule that binds.
func (s *sentence) norm(ci int) bool {
	np := s.chunks[ci].np
	if np.men >= 0 && s.mentions[np.men].to-1 == np.head {
		l := s.mentions[np.men].entity.Label
		return l == "Resolution" || l == "Agreement" || l == "Sanction"
	}
	h := &s.tokens[np.head]
	return h.word.in(cAgreement|cSanction|cResolution) || s.vocab.laws.has(h.lemma)
}

// compatible are the kinds, of the first member and of another, that stand in one
// list though they are not the same.
var compatible = map[[2]string]bool{
	{"actor", "role"}: true, {"role", "actor"}: true, {"act", "noun"}: true, {"noun", "act"}: true, {"Place", "actor"}: true, {"actor", "Place"}: true,
	{"goods", "noun"}: true, {"noun", "goods"}: true, {"noun", "number"}: true, {"noun", "Place"}: true, {"Place", "noun"}: true, {"name", "actor"}: true, {"actor", "name"}: true,
}

// adjectives reports whether the phrase at hand has the noun that an adjective before
// it waits for: "Russian and Syrian war planes", "U.S. and European sanctions".
func (l *listReader) adjectives(last int) bool {
	s, c := l.s, &l.s.chunks[l.at]
	men := s.tokens[c.np.start].men
	if !l.bareAdjective(s, last) || men < 0 {
		return false
	}
	m := &s.mentions[men]
	return m.entity.Label == "State" || m.to < c.to && (m.entity.Label == "Organization" || m.entity.Label == "Place" || s.vocab.worldParts.has(s.tokens[m.from].Lower))
}

// opensClause reports whether the last member begins a clause of its own: "X
// condemned A, and B said".
func (l *listReader) opensClause() bool {
	if !l.conj {
		return false
	}
	s, c, first := l.s, l.s.chunks, l.list[0]
	if c[l.at].np.pronoun && nominative[s.tokens[c[l.at].np.head].Lower] && l.at+1 < len(c) && c[l.at+1].kind == kVerb && c[l.at+1].vg.finite && l.anyVerbBefore(s, first) {
		return true // "you said it, and I agree"
	}
	n := l.at + 1
	for n < len(c) && (c[n].kind == kTime || c[n].kind == kAdverb) {
		n++
	}
	if n == len(c) || c[n].kind != kVerb || l.participial(s, n) {
		return false
	}
	v := c[n].vg
	if v.bare && v.form&fGer != 0 {
		return (l.kind == "actor" || l.kind == "role") && l.s.chunks[l.at].np.men >= 0 && l.s.absolute(first)
	}
	// In "..., Seoul and Washington said" two speak.
	return v.finite && !v.bare && l.verbBefore(s, first) && !l.affiliated(first) && !s.subordinate(first) && !s.between(l.list) && !(l.speechVerb(v) && first > 0 && c[first-1].kind == kComma)
}

// affiliated reports whether a list begins behind a participle that tells whose those
// are of whom the sentence goes on to speak: "militants linked to al-Qaeda and the IS
// group are".
func (l *listReader) affiliated(first int) bool {
	c := l.s.chunks
	if first < 3 || c[first-1].kind != kPrep || c[first-2].kind != kVerb || c[first-3].kind != kNoun {
		return false
	}
	v := c[first-2].vg
	return v.from == v.main && v.form&fPart != 0 && l.s.vocab.affiliates.has(v.lemma) && !l.verbBefore(l.s, first-2)
}

// absolute reports whether a phrase belongs to a participle that has a subject of its
// own, as another behind "and" may: "with Oman arming the army and Chad training".
func (s *sentence) absolute(ci int) bool {
	c := s.chunks
	for j := ci - 1; j > 0; j-- {
		switch c[j].kind {
		case kNoun, kPrep, kTime, kAdverb:
		case kVerb:
			return c[j].vg.bare && c[j].vg.form&fGer != 0 && c[j-1].kind == kNoun
		default:
			return false
		}
	}
	return false
}

// forces reports whether a phrase is of troops, which are somebody's to send and
// somebody who acts.
func (s *sentence) forces(ci int) bool {
	np := s.chunks[ci].np
	if np.men < 0 {
		return false
	}
	e := s.mentions[np.men].entity
	return e.ID == "aid:troops" || e.Label == "Aid" && (s.vocab.fighters.has(s.tokens[np.head].Lower) || s.tokens[np.head].word.in(cPerson))
}

// fielded reports whether the phrase at j goes on a list of what states lend to
// somebody, be it arms or men: "backed by Russian warplanes and Iranian fighters".
func (s *sentence) fielded(list []int, j int) bool {
	c := s.chunks
	if first := list[0]; first == 0 || c[first-1].kind != kPrep || c[first-1].word != "by" && c[first-1].word != "from" || !s.adjectival(c[first].np) {
		return false
	}
	h := &s.tokens[c[j].np.head]
	return h.word.in(cGroup|cPerson) && (s.adjectival(c[j].np) || j+1 < len(c) && c[j+1].word == "from")
}

// adjectival reports whether a phrase begins with the adjective of a state and goes
// on to a noun.
func (s *sentence) adjectival(np *nounPhrase) bool {
	mi := s.tokens[np.start].men
	return mi >= 0 && s.mentions[mi].to <= np.head && s.mentions[mi].entity.Label == "State"
}

// subordinate reports whether a phrase stands right behind "after" and its like,
// and so may begin a clause: "days after Chad and Mali published".
func (s *sentence) subordinate(ci int) bool {
	if ci == 0 || s.chunks[ci-1].kind != kPrep {
		return false
	}
	switch s.chunks[ci-1].word {
	case "after", "before", "as", "since", "until":
		return true
	}
	return false
}

// bareAdjective reports whether a phrase is nothing but a state's adjective, "EU" or
// short name, which waits for a noun.
func (r *reader) bareAdjective(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	if np.men < 0 || np.owner != nil {
		return false
	}
	m := &s.mentions[np.men]
	return (m.entity.Label == "State" || m.entity.Label == "Organization" && s.tokens[np.head].AllCaps) && m.to == np.to && m.from >= np.to-2
}

// between reports whether a list stands behind "between" and has but begun, so
// that what follows must be its next member.
func (s *sentence) between(list []int) bool {
	return list[0] > 0 && s.chunks[list[0]-1].kind == kPrep && (s.chunks[list[0]-1].word == "between" || s.chunks[list[0]-1].word == "among")
}

// nominative are the pronouns that are subjects only.
var nominative = map[string]bool{"i": true, "he": true, "she": true, "we": true, "they": true}

// anyVerbBefore reports whether a finite verb, be it one of saying, stands before
// the phrase in its clause.
func (r *reader) anyVerbBefore(s *sentence, ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			return c.vg.finite
		case kRel, kSub, kColon:
			return false
		}
	}
	return false
}

// verbBefore reports whether a finite verb stands before the phrase in its clause.
func (r *reader) verbBefore(s *sentence, ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			n := j + 1
			for n < ci && s.chunks[n].kind == kAdverb {
				n++
			}
			if c.vg.form&fPart != 0 && c.vg.from == c.vg.main && s.chunks[n].kind == kPrep && s.chunks[n].word == "by" {
				continue // "a pact drawn up by"
			}
			if j == 0 && (c.vg.to_ || c.vg.bare) && s.chunks[ci-1].kind == kComma {
				return false // "To mark the day, Biden and Yoon met"
			}
			if s.vocab.thinking.has(c.vg.lemma) && n == ci {
				return false // "agreed Ukraine and Poland will"
			}
			return !r.speechVerb(c.vg)
		case kRel, kSub, kColon:
			return false
		}
	}
	return false
}

func singularRole(s *sentence, np *nounPhrase) bool {
	return !strings.HasSuffix(s.tokens[np.head].Lower, "s")
}

func (r *reader) speechVerb(v *verbGroup) bool { return r.x.speech.has(v.lemma) }

// effective returns the phrase that carries the meaning: of "a series of
// missile strikes" the strikes.
func (s *sentence) effective(ci int) int {
	if what := s.chunks[ci].np; what.from == what.head && s.tokens[what.head].Lower == "what" {
		return s.called(ci)
	}
	for k := 0; k < 3; k++ {
		np := s.chunks[ci].np
		h := &s.tokens[np.head]
		if n := s.worthOf(ci); n >= 0 {
			ci = n
			continue
		}
		of := ci + 1
		if of < len(s.chunks) && s.chunks[of].kind == kTime {
			of++ // "the introduction in May of sanctions"
		}
		if np.men >= 0 || !(s.vocab.light.has(h.lemma) || s.vocab.light.has(h.Lower) || h.tag == tNum || s.money(ci)) || of+1 >= len(s.chunks) || s.chunks[of].kind != kPrep || s.chunks[of].word != "of" || s.chunks[of+1].kind != kNoun {
			return ci
		}
		if in := s.chunks[of+1].np; h.Lower == "both" && !in.pronoun && !s.determined(in) {
			return ci // "accuses both of acts of war"
		}
		if s.agreementText(ci) {
			return ci
		}
		ci = of + 1
	}
	return ci
}

// worthOf returns what the sum of money at ci would buy, or -1: "$5 million worth of
// tanks", "billions of dollars' worth of arms".
func (s *sentence) worthOf(ci int) int {
	h := &s.tokens[s.chunks[ci].np.head]
	if h.tag != tNum && !s.vocab.currencies.has(h.Lower) {
		return -1
	}
	j := ci + 1
	if j < len(s.chunks) && s.chunks[j].kind == kOther {
		j++ // the apostrophe
	}
	if j+2 >= len(s.chunks) || s.chunks[j].word != "worth" || s.chunks[j+1].word != "of" || s.chunks[j+2].kind != kNoun {
		return -1
	}
	return j + 2
}

// called goes from "what" to what it is said to be: "struck what it called a spy
// base", "what the army said were camps", "what officials in Kyiv described as a raid".
func (s *sentence) called(ci int) int {
	c := s.chunks
	if ci+3 < len(c) && c[ci+1].kind == kVerb && c[ci+2].kind == kVerb && c[ci+2].vg.to_ && c[ci+2].vg.lemma == "be" && c[ci+3].kind == kNoun {
		return ci + 3 // "what appeared to be a missile"
	}
	if ci+3 >= len(c) || c[ci+1].kind != kNoun {
		return ci
	}
	v := s.behindGroup(ci + 1)
	for v+1 < len(c) && c[v].kind == kPrep && c[v+1].kind == kNoun {
		v = s.behindGroup(v + 1)
	}
	if v+1 >= len(c) || c[v].kind != kVerb {
		return ci
	}
	j := v + 1
	if c[j].kind == kVerb && c[j].vg.lemma == "be" || c[j].kind == kPrep && c[j].word == "as" {
		j++
	}
	if j < len(c) && c[j].kind == kNoun && !c[j].np.pronoun && (j > v+1 || s.vocab.regards.has(c[v].vg.lemma) || s.vocab.naming.has(c[v].vg.lemma)) {
		return j
	}
	return ci
}

// spelledOut returns the names behind a phrase that tells their number: "the two
// leaders, Macron and Modi,", "two of the firms, Shell and Total,"; or nil.
func (s *sentence) spelledOut(ci int) []int {
	c := s.chunks
	n := s.numberOf(c[ci].np)
	if n == 0 && ci > 1 && c[ci-1].word == "of" && c[ci-2].kind == kNoun {
		n = s.numberOf(c[ci-2].np)
	}
	np := c[ci].np
	people := n == 0 && s.tokens[np.head].word.in(cPerson) && pluralNoun(s.tokens[np.head].Lower) && s.determined(np)
	if n < 2 && !people || np.men >= 0 {
		return nil
	}
	j := ci + 1
	for j+1 < len(c) && (c[j].kind == kPrep && c[j].word == "of" || c[j].kind == kConj && c[j-1].np != nil && c[j-1].np.men >= 0 && j > ci+2) && c[j+1].kind == kNoun {
		j += 2 // "the foreign ministers of Chad and Mali, X and Y,"
	}
	if j >= len(c) || c[j].kind != kComma {
		return nil
	}
	var names []int
	for j++; j < len(c) && c[j].kind == kNoun && c[j].np.men >= 0 && (people || len(names) < n); j++ {
		if people && s.mentions[c[j].np.men].entity.Label != "Person" {
			return nil
		}
		names = append(names, j)
		if people && c[j-1].kind == kConj {
			j++
			break
		}
		for (people || len(names) < n) && j+1 < len(c) && (c[j+1].kind == kComma || c[j+1].kind == kConj && c[j+1].word == "and") {
			j++
		}
	}
	if people && (len(names) < 2 || j >= len(c) || c[names[len(names)-1]-1].kind != kConj) || !people && len(names) != n || j < len(c) && c[j].kind != kComma {
		return nil // "two soldiers, Israel and Hamas said"
	}
	return names
}

// numberOf returns the number before the head of a phrase, or that is its head: 2
// in "the two leaders", "both men" and "two"; or 0.
func (s *sentence) numberOf(np *nounPhrase) int {
	for i := np.from; i <= np.head; i++ {
		switch t := &s.tokens[i]; {
		case t.Lower == "both":
			return 2
		case t.tag == tNum && t.men < 0:
			if n, ok := numeral(t.Lower); ok && n <= 8 {
				return int(n)
			}
			return 0
		}
	}
	return 0
}

// including returns the list that spells a phrase out: "47 countries, including
// Argentina and Japan". It is nil when there is none.
func (s *sentence) including(ci int) []int {
	if names := s.spelledOut(ci); names != nil {
		return names
	}
	c := s.chunks
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "of" || c[j].word == "from" || c[j].word == "in" || c[j].word == "across") && c[j+1].kind == kNoun {
		j += 2
	}
	// "ministers representing twenty states such as ..."
	if j+1 < len(c) && c[j].kind == kVerb && c[j].vg.bare && c[j+1].kind == kNoun {
		j += 2
	}
	if j < len(c) && c[j].kind == kComma {
		j++
	}
	// "multiple resolutions (UNSCRs) - namely, resolution 1718, ..."
	if noun := s.tokens[s.chunks[ci].np.head].lemma; noun == "resolution" {
		for j < len(c) && (c[j].kind == kOpen || c[j].kind == kColon || c[j].kind == kAdverb || c[j].kind == kComma) {
			if c[j].kind == kOpen {
				for j < len(c) && c[j].kind != kClose {
					j++
				}
			}
			j++
		}
		if j < len(c) && c[j].kind == kNoun && j > ci+1 && c[j].np.men >= 0 && s.mentions[c[j].np.men].entity.Label == "Resolution" && s.mentions[c[j].np.men].how == byRule {
			return s.group(j)
		}
		return nil
	}
	if j < len(c) && c[j].kind == kOther && c[j].word == "such" || j < len(c) && c[j].kind == kNoun && s.surface(c[j].from, c[j].to) == "such" {
		j++
	}
	if noun := s.tokens[s.chunks[ci].np.head].Lower; s.vocab.crowds.has(noun) {
		// "almost 50 nations have signed the text, among them A and B"
		for k := ci + 1; k+2 < len(c); k++ {
			if c[k].kind == kPrep && c[k].word == "among" && c[k+1].kind == kNoun && c[k+1].np.pronoun && c[k+2].kind == kNoun {
				return s.group(k + 2)
			}
		}
	}
	if j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "including" || c[j].word == "as" && s.tokens[c[j].from-1].Lower == "such" || c[j].word == "like" && !s.single(s.chunks[ci].np)) && c[j+1].kind == kNoun {
		return s.group(j + 1)
	}
	if h := s.chunks[ci].np; j+1 < len(c) && (c[j].kind == kColon || c[j].kind == kOpen) && c[j+1].kind == kNoun && h.men < 0 && s.plural(j) {
		// "three banks – Nordea, Swedbank and Luminor – left"
		if list := s.group(j + 1); len(list) > 1 && s.onlyNames(list) {
			return list
		}
	}
	return nil
}

// namesCounted returns the names that a phrase behind them counts, "Hamas and
// Hezbollah, two groups that": that phrase stands for them. Others stand for themselves.
func (s *sentence) namesCounted(ci int) int {
	np := s.chunks[ci].np
	if np.men >= 0 || ci < 4 || s.tokens[np.from].tag != tNum || s.chunks[ci-1].kind != kComma || s.chunks[ci-2].kind != kNoun || !pluralNoun(s.tokens[np.head].Lower) {
		return ci
	}
	list := s.group(ci - 2)
	if s.numberOf(np) != len(list) || s.inGroup(ci-2, ci) || !s.onlyNames(list) {
		return ci
	}
	return ci - 2
}

// single reports whether a phrase names one state or person, of which there are no
// examples: "Egypt, like Jordan, condemned".
func (s *sentence) single(np *nounPhrase) bool {
	if np.men < 0 || s.mentions[np.men].to-1 != np.head {
		return false
	}
	label := s.mentions[np.men].entity.Label
	return label == "State" || label == "Person"
}

// plural reports whether the phrase that ends before chunk j speaks of several.
func (s *sentence) plural(j int) bool {
	return j > 0 && s.chunks[j-1].kind == kNoun && s.tokens[s.chunks[j-1].np.head].tag == tNoun && pluralNoun(s.tokens[s.chunks[j-1].np.head].Lower)
}

// onlyNames reports whether all members of a list are names of somebody.
func (s *sentence) onlyNames(list []int) bool {
	for _, k := range list {
		np := s.chunks[k].np
		if np.pronoun || np.owner != nil {
			return false
		}
		if np.men < 0 {
			if !s.unknownName(np) {
				return false
			}
			continue
		}
		switch m := &s.mentions[np.men]; m.entity.Label {
		case "State", "Organization", "Person":
			if m.how == byAdjective || m.to-1 != np.head {
				return false
			}
		default:
			return false
		}
	}
	return true
}
