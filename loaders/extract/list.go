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
	g := []int{ci}
	s.groups[ci] = g
	return g
}

// findGroups finds the lists in a sentence: A, B and C; with appositions and
// brackets between.
func (r *reader) findGroups(s *sentence) {
	s.groups = r.scratch.lists.slice(len(s.chunks))
	for i := range s.chunks {
		if s.chunks[i].kind != kNoun || s.groups[i] != nil {
			continue
		}
		if r.headsOfList(s, i) || s.spelledOut(i) != nil {
			s.groups[i] = []int{i}
			continue
		}
		list, last, closed := []int{i}, i, false
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
		if r.explained(s, list) {
			list = list[:1]
		}
		for _, m := range list {
			s.groups[m] = list
		}
	}
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
	if k := r.sort(s, ci); k != "role" && k != "actor" || s.vocab.light[s.tokens[np.head].lemma] {
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
		} else if np.men >= 0 || r.sort(s, m) != "role" || !singularRole(s, np) || s.tokens[np.from].Lower == "the" && i == 1 {
			return false
		}
	}
	return true
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
	case t.word.in(cGroup | cOrg), s.vocab.crowds[t.Lower]:
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
	c := s.chunks
	j := last + 1
	kind := r.sort(s, list[0])
	skipBrackets := func() {
		for j < len(c) && c[j].kind == kOpen {
			for j < len(c) && c[j].kind != kClose {
				j++
			}
			j++
		}
	}
	skipBrackets()
	// An of-phrase belongs to its noun: "President X of France, ...".
	owned := -1
	for j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "of" || c[j].word == "for" || kind == "act" && (c[j].word == "from" || c[j].word == "against" || c[j].word == "on" || c[j].word == "in" || c[j].word == "to" || c[j].word == "by") || c[j].word == "in" && kind == "Place") && c[j+1].kind == kNoun {
		if owned = j + 1; j > last+5 {
			return -1, false // "sanctions on banks in response to the death of X and the war"
		}
		j += 2
		skipBrackets()
	}
	comma := false
	if j < len(c) && c[j].kind == kComma {
		comma = true
		j++
		// An apposition: a role without a name, between commas.
		if j+1 < len(c) && c[j].kind == kNoun && kind == "actor" && r.sort(s, j) == "role" && s.chunks[j].np.men < 0 && singularRole(s, c[j].np) {
			k := j + 1
			for k+1 < len(c) && c[k].kind == kPrep && c[k+1].kind == kNoun {
				k += 2
			}
			if k < len(c) && c[k].kind == kComma {
				j = k + 1
			}
		}
	}
	for j < len(c) && c[j].kind == kTime {
		j++
	}
	if j < len(c) && c[j].kind == kConj && (c[j].word == "and" || c[j].word == "or" || c[j].word == "&" || c[j].word == "nor") {
		conj = true
		j++
	} else if j+3 < len(c) && c[j].word == "as" && s.tokens[min(c[j].to, len(s.tokens)-1)].Lower == "well" {
		conj = true
		j += 3
	}
	if !comma && !conj || j >= len(c) || c[j].kind != kNoun {
		return -1, false
	}
	if comma && conj && len(list) == 1 && list[0] > 0 && c[list[0]-1].kind == kPrep {
		return -1, false // "deemed terrorists by Russia, and factions that"
	}
	if s.tokens[c[j].from].Lower == "whose" {
		return -1, false // "Russia, whose navy and army"
	}
	k := r.sort(s, j)
	if e := s.effective(j); e != j && kind == "goods" {
		k = r.sort(s, e) // "three guns and dozens of tanks"
	}
	if np := c[j].np; kind == "Place" && np.men >= 0 && s.mentions[np.men].entity.Label == "Person" {
		return -1, false // "after strikes on the port, Presidents A and B"
	}
	if owned >= 0 && (kind == "role" && k == "actor" || kind == "Place") && r.sort(s, owned) == k && c[list[len(list)-1]].np.men < 0 && c[j].np.men >= 0 && c[owned].np.men >= 0 && s.mentions[c[j].np.men].entity.Label == s.mentions[c[owned].np.men].entity.Label {
		return -1, false // "the ministers of France and Germany", "positions in Iraq and Syria"
	}
	switch {
	case conj && s.tokens[c[j].from].Lower == "other" && c[j].np.men < 0:
		// "Hamas and other proxies": what they are called is of their kind
	case (kind == "actor" || kind == "role") && s.forces(j), (k == "actor" || k == "role") && s.forces(list[0]):
		// "Hezbollah and Syrian troops"
	case conj && s.fielded(list, j):
	case kind == "pronoun" && conj && !comma && (k == "actor" || k == "role") && nominative[s.tokens[c[list[0]].np.head].Lower]:
		// "he and Modi agreed"
	case k == kind, kind == "actor" && k == "role", kind == "role" && k == "actor", kind == "act" && k == "noun", kind == "noun" && k == "act", kind == "Place" && k == "actor" || kind == "actor" && k == "Place",
		kind == "goods" && k == "noun", kind == "noun" && k == "goods", kind == "number" || k == "number" && kind == "noun", kind == "noun" && k == "Place", kind == "Place" && k == "noun", kind == "name" && k == "actor", kind == "actor" && k == "name":
	default:
		if !conj || !r.bareAdjective(s, last) || s.tokens[c[j].np.start].men < 0 {
			return -1, false
		}
		switch m := &s.mentions[s.tokens[c[j].np.start].men]; {
		case m.entity.Label == "State": // "Russian and Syrian war planes"
		case m.to < c[j].to && (m.entity.Label == "Organization" || s.vocab.worldParts[s.tokens[m.from].Lower]): // "U.S. and European sanctions"
		default:
			return -1, false
		}
	}
	// "X condemned A, and B said": a phrase that begins a clause of its own is
	// no member.
	if conj && c[j].np.pronoun && nominative[s.tokens[c[j].np.head].Lower] && j+1 < len(c) && c[j+1].kind == kVerb && c[j+1].vg.finite && r.anyVerbBefore(s, list[0]) {
		return -1, false // "you said it, and I agree"
	}
	if conj {
		for n := j + 1; n < len(c); n++ {
			if c[n].kind == kTime || c[n].kind == kAdverb {
				continue
			}
			if c[n].kind == kVerb && r.participial(s, n) {
				break
			}
			if c[n].kind == kVerb && c[n].vg.finite && !c[n].vg.bare && r.verbBefore(s, list[0]) && !s.subordinate(list[0]) && !s.between(list) && !(r.speechVerb(c[n].vg) && list[0] > 0 && c[list[0]-1].kind == kComma) {
				return -1, false // but "..., Seoul and Washington said" has two speakers
			}
			break
		}
	}
	return j, conj
}

// forces reports whether a phrase is of troops, which are somebody's to send and
// somebody who acts.
func (s *sentence) forces(ci int) bool {
	np := s.chunks[ci].np
	return np.men >= 0 && s.mentions[np.men].entity.Label == "Aid" && s.vocab.fighters[s.tokens[np.head].Lower]
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
			if s.vocab.thinking[c.vg.lemma] && n == ci {
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

func (r *reader) speechVerb(v *verbGroup) bool { return r.x.speech[v.lemma] }

// effective returns the phrase that carries the meaning: of "a series of
// missile strikes" the strikes.
func (s *sentence) effective(ci int) int {
	if what := s.chunks[ci].np; what.from == what.head && s.tokens[what.head].Lower == "what" {
		return s.called(ci)
	}
	for k := 0; k < 3; k++ {
		np := s.chunks[ci].np
		h := &s.tokens[np.head]
		if np.men >= 0 || !(s.vocab.light[h.lemma] || s.vocab.light[h.Lower] || s.money(ci)) || ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kPrep || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
			return ci
		}
		if in := s.chunks[ci+2].np; h.Lower == "both" && !in.pronoun && !s.determined(in) {
			return ci // "accuses both of acts of war"
		}
		ci += 2
	}
	return ci
}

// called goes from "what" to what it is said to be: "struck what it called a spy
// base", "what the army said were camps".
func (s *sentence) called(ci int) int {
	c := s.chunks
	if ci+3 < len(c) && c[ci+1].kind == kVerb && c[ci+2].kind == kVerb && c[ci+2].vg.to_ && c[ci+2].vg.lemma == "be" && c[ci+3].kind == kNoun {
		return ci + 3 // "what appeared to be a missile"
	}
	if ci+3 >= len(c) || c[ci+1].kind != kNoun || c[ci+2].kind != kVerb {
		return ci
	}
	j := ci + 3
	if c[j].kind == kVerb && c[j].vg.lemma == "be" {
		j++
	}
	if j < len(c) && c[j].kind == kNoun && !c[j].np.pronoun && (j > ci+3 || s.vocab.regards[c[ci+2].vg.lemma] || s.vocab.naming[c[ci+2].vg.lemma]) {
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
	for j+1 < len(c) && c[j].kind == kPrep && c[j].word == "of" && c[j+1].kind == kNoun {
		j += 2
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
	for j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "of" || c[j].word == "from" || c[j].word == "in") && c[j+1].kind == kNoun {
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
	if noun := s.tokens[s.chunks[ci].np.head].Lower; s.vocab.crowds[noun] {
		// "almost 50 nations have signed the text, among them A and B"
		for k := ci + 1; k+2 < len(c); k++ {
			if c[k].kind == kPrep && c[k].word == "among" && c[k+1].kind == kNoun && c[k+1].np.pronoun && c[k+2].kind == kNoun {
				return s.group(k + 2)
			}
		}
	}
	if j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "including" || c[j].word == "as" && s.tokens[c[j].from-1].Lower == "such" || c[j].word == "like") && c[j+1].kind == kNoun {
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
