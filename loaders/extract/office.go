package extract

import (
	"strings"

	"dossier/graph"
	"dossier/loaders/text"
)

// titlesAnother reports whether the title at ci stands before another person's
// name: "the Prime Minister of India H.E. Narendra Modi". An aide to a president is
// himself: "an adviser to President Petro".
func (s *sentence) titlesAnother(ci int) bool {
	for k := ci + 1; k+1 < len(s.chunks) && s.chunks[k].kind == kPrep && s.chunks[k+1].kind == kNoun; k += 2 {
		if w := s.chunks[k].word; k == ci+1 && (w == "to" || w == "for") {
			return false
		}
		np := s.chunks[k+1].np
		if k == ci+1 && (s.chunks[k].word == "to" || s.chunks[k].word == "for") {
			continue // "an adviser to President Roa"
		}
		if np.men >= 0 && np.from < s.mentions[np.men].from && s.mentions[np.men].entity.Label == "Person" {
			return true
		}
	}
	return false
}

// titlesNext reports whether a comma and a person follow the title at ci, whose it may
// be: "the president of Kenya, Ruto, the chairman of the bloc, Kagame, and".
func (s *sentence) titlesNext(ci int) bool {
	k := ci + 1
	for k+1 < len(s.chunks) && s.chunks[k].kind == kPrep && s.chunks[k+1].kind == kNoun {
		k += 2
	}
	return k+1 < len(s.chunks) && s.chunks[k].kind == kComma && s.chunks[k+1].kind == kNoun && s.namesPerson(s.chunks[k+1].np)
}

// apposedOffices reads the offices that an apposition gives to a person: "Antony
// Blinken, the US Secretary of State", "Serhiy Popko, head of the city's
// administration"; and those that a verb gives.
func (r *reader) apposedOffices(s *sentence) {
	for i := 0; i+2 < len(s.chunks); i++ {
		if s.chunks[i].kind == kNoun && s.namesPerson(s.chunks[i].np) && (s.chunks[i+1].kind == kComma || s.chunks[i+1].kind == kOpen && s.chunks[i+2].to > s.chunks[i+2].from+1 || s.dash(i+1)) {
			r.apposedOffice(s, i)
		}
	}
	for i := range s.clauses {
		r.statedOffice(s, &s.clauses[i])
	}
}

// joinedTitle reports whether a second title goes on the first: both in capitals, or the
// second with no article of its own, as in "a former senator and interior minister".
func (s *sentence) joinedTitle(np, also *nounPhrase) bool {
	if s.tokens[also.start].Capital && s.tokens[np.start].Capital {
		return true
	}
	return s.tokens[np.from].tag == tDet && s.tokens[also.from].tag != tDet && also.owner == nil && !also.possessive && !pluralNoun(s.tokens[also.head].Lower)
}

// namesPerson reports whether a phrase is a person's name.
func (s *sentence) namesPerson(np *nounPhrase) bool {
	return np.men >= 0 && s.mentions[np.men].entity.Label == "Person"
}

// apposedOffice reads the office behind the comma that follows the person at i.
func (r *reader) apposedOffice(s *sentence, i int) {
	ch := s.chunks
	j := i + 2
	for j < len(ch) && (ch[j].kind == kAdverb || ch[j].kind == kTime || ch[j].kind == kNoun && s.tokens[ch[j].np.head].tag == tNum) {
		j++
		if j < len(ch) && ch[j].kind == kComma {
			j++
		}
	}
	if j >= len(ch) || ch[j].kind != kNoun || ch[j].np.pronoun {
		return
	}
	np := ch[j].np
	if h := s.tokens[np.head].Lower; strings.HasSuffix(h, "s") && singular(h) != h && !r.ministerOf(s, np) {
		return
	}
	if s.namesPerson(np) || !r.isTitle(s, np) || s.titlesAnother(j) || i > 0 && ch[i-1].kind == kComma && s.titlesNext(j) {
		return
	}
	if np.owner != nil && ch[i].np.owner != nil && s.titlesNext(j) {
		return // "met Qatar's minister X, Turkey's ambassador to Qatar, Y and"
	}
	if w := s.tokens[np.from].Lower; w == "whose" || w == "another" || w == "one" {
		return // "X, whose deputy, Y, was killed"
	}
	if k := s.behindGroup(j); k < len(ch) && ch[k].kind == kVerb && r.insertedSaying(s, k) >= 0 {
		return // "X, an aide said, was told"
	}
	if r.frontedSubject(s, i, j) || r.closingSpeaker(s, i, j) {
		return
	}
	h := holding{person: s.mentions[ch[i].np.men].entity, rule: "name-apposition", from: ch[i].from, to: np.to}
	r.entitle(s, j, &h)
	s.holdings = append(s.holdings, h)
	for _, g := range s.group(j) {
		// "Sheikh Jaber, Prime Minister and Minister of Defence,"
		if also := ch[g].np; g > j && also.men < 0 && s.joinedTitle(np, also) && r.isTitle(s, also) {
			second := holding{person: h.person, rule: h.rule, from: ch[i].from, to: also.to}
			if r.entitle(s, g, &second); second.of == nil {
				second.of = h.of
			}
			s.holdings = append(s.holdings, second)
		}
	}
}

// counterpartOffices gives whom the article names as somebody's counterpart the office
// of the other in the state it names: "met his Armenian counterpart Ararat Mirzoyan".
func (r *reader) counterpartOffices(s *sentence) {
	for ci := range s.chunks {
		np := s.chunks[ci].np
		if s.chunks[ci].kind != kNoun || np.pronoun || !np.possessive {
			continue
		}
		if s.counterpartList(ci) {
			r.counterpartsOf(s, ci)
			continue
		}
		person, at := s.calledCounterpart(ci)
		if person == nil {
			continue
		}
		var state *entity
		for i := np.start; i < at; i++ {
			if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].entity.Label == "State" {
				state = s.mentions[mi].entity
			}
		}
		if state == nil {
			continue
		}
		r.sameOffice(s, np, person, state)
	}
}

// sameOffice gives a person the office in a state that whoever a phrase calls him the
// counterpart of holds elsewhere.
func (r *reader) sameOffice(s *sentence, np *nounPhrase, person, state *entity) {
	whose := r.pronounWord(s, s.tokens[np.from].Lower, np.from, speakers[:1])
	if len(whose) == 0 {
		whose = r.reflexive(s, np.head, speakers[:1]) // who meets a counterpart meets his own
	}
	for _, who := range whose {
		if h := r.heldBy(s, who); h != nil && who != person && h.of != state {
			if t := strings.ToLower(h.title); t == "secretary" || strings.Contains(t, "secretary of state") {
				return // other states have ministers
			}
			s.holdings = append(s.holdings, holding{person: person, title: h.title, of: state, from: np.from, to: np.to, rule: "counterpart"})
			return
		}
	}
}

// counterpartList reports whether the phrase at ci calls several people counterparts and
// ends with the first one's name.
func (s *sentence) counterpartList(ci int) bool {
	np := s.chunks[ci].np
	if !s.namesPerson(np) {
		return false
	}
	at := s.mentions[np.men].from - 1
	return at > np.from && s.tokens[at].Lower == "counterparts"
}

// counterpartsOf reads the states of the counterparts named from ci: "his counterparts
// Petr Fiala of Czechia, Viktor Orban of Hungary and Robert Fico of Slovakia".
func (r *reader) counterpartsOf(s *sentence, ci int) {
	ch := s.chunks
	called := ch[ci].np
	for j := ci; j+2 < len(ch) && ch[j].kind == kNoun && s.namesPerson(ch[j].np); {
		if ch[j+1].kind != kPrep || ch[j+1].word != "of" && ch[j+1].word != "from" || ch[j+2].kind != kNoun || ch[j+2].np.men < 0 {
			return
		}
		of := s.mentions[ch[j+2].np.men].entity
		if of.Label != "State" {
			return
		}
		r.sameOffice(s, called, s.mentions[ch[j].np.men].entity, of)
		for j += 3; j < len(ch) && (ch[j].kind == kComma || ch[j].kind == kConj); j++ {
		}
	}
}

// calledCounterpart returns the person whom the phrase at ci or one beside it names as a
// counterpart, and the token that says so.
func (s *sentence) calledCounterpart(ci int) (*entity, int) {
	ch, np := s.chunks, s.chunks[ci].np
	if s.namesPerson(np) {
		if at := s.mentions[np.men].from - 1; at > np.start && s.tokens[at].Lower == "counterpart" {
			return s.mentions[np.men].entity, at
		}
		return nil, 0
	}
	if s.tokens[np.head].Lower != "counterpart" {
		return nil, 0
	}
	for _, k := range []int{ci + 2, ci - 2} { // "her counterpart, Tsahkna,", "Shoigu, his counterpart,"
		if k >= 0 && k < len(ch) && ch[(k+ci)/2].kind == kComma && ch[k].kind == kNoun && s.namesPerson(ch[k].np) {
			return s.mentions[ch[k].np.men].entity, np.head
		}
	}
	return nil, 0
}

// heldBy returns the office that a person was last said to hold, or nil.
func (r *reader) heldBy(s *sentence, who *entity) *holding {
	for _, list := range [][]holding{s.holdings, r.holdings} {
		for i := len(list) - 1; i >= 0; i-- {
			if list[i].person == who && (list[i].of != nil || list[i].rule == "title-name") {
				return &list[i]
			}
		}
	}
	return nil
}

// frontedSubject reports whether the office at j is no apposition to the person at i
// but the subject behind a phrase with which the sentence begins: "After talks with
// Tusk, the minister said".
func (r *reader) frontedSubject(s *sentence, i, j int) bool {
	ch := s.chunks
	at := s.chunkAt(s.skip)
	if at < 0 || i == at {
		return false
	}
	first := &ch[at]
	if first.kind != kPrep && first.kind != kSub && (first.kind != kVerb || first.vg.finite && !first.vg.bare) {
		return false
	}
	for k := 0; k < i; k++ {
		if ch[k].kind == kVerb && ch[k].vg.finite && !ch[k].vg.bare {
			return false
		}
	}
	for k := range s.clauses {
		c := &s.clauses[k]
		if c.subject == j && s.chunks[c.verb].vg.finite && c.verb > j && !s.commaBetween(j, c.verb) {
			return true
		}
	}
	return false
}

// closingSpeaker reports whether the office at j is no apposition to the person at i
// but says what stands before: "Troops left after talks with Tusk, the minister said".
func (r *reader) closingSpeaker(s *sentence, i, j int) bool {
	for k := range s.clauses {
		c := &s.clauses[k]
		if c.subject == j && c.verb > j && r.speechVerb(s.chunks[c.verb].vg) && s.phrasesUntil(j, c.verb) {
			return s.verbBeforeChunk(i)
		}
	}
	return false
}

// phrasesUntil reports whether only what hangs on the phrase at a stands between it and
// the chunk at b.
func (s *sentence) phrasesUntil(a, b int) bool {
	for k := a + 1; k < b; k++ {
		switch s.chunks[k].kind {
		case kNoun, kPrep, kTime, kAdverb:
		default:
			return false
		}
	}
	return true
}

// statedOffice reads "Kirby, who is the council's spokesman", "X was named prime
// minister".
func (r *reader) statedOffice(s *sentence, c *clause) {
	ch := s.chunks
	if c.subject < 0 || c.object < c.verb || !s.givesOffice(c) || s.tokens[ch[c.verb].from].Lower == "being" && c.verb > 0 && ch[c.verb-1].word == "of" {
		return // "accused him of being the leader of a gang"
	}
	sub, obj := ch[c.subject].np, ch[c.object].np
	if !s.namesPerson(sub) || s.namesPerson(obj) || !r.isTitle(s, obj) {
		return
	}
	if s.ranked(obj) {
		return // "is the second leader to visit", "is the highest-level defector"
	}
	h := holding{person: s.mentions[sub.men].entity, rule: "is-title", from: sub.from, to: obj.to}
	begin := obj.start
	for begin < obj.head && (s.tokens[begin].tag == tDet || s.tokens[begin].tag == tPossessive) {
		begin++
	}
	end := obj.to
	if owners := r.owners(s, obj); len(owners) > 0 {
		h.of = owners[0]
	} else if k := c.object; k+2 < len(ch) && ch[k+1].kind == kPrep && ch[k+1].word == "of" && ch[k+2].kind == kNoun && ch[k+2].np.men >= 0 {
		if m := &s.mentions[ch[k+2].np.men]; m.entity.Label == "State" || m.entity.Label == "Organization" {
			h.of = m.entity
		} else {
			end = ch[k+2].to
		}
	}
	h.title = s.surface(begin, end)
	s.holdings = append(s.holdings, h)
}

// givesOffice reports whether the verb of a clause says that its subject holds or gets
// an office: "is", "became", "was appointed".
func (s *sentence) givesOffice(c *clause) bool {
	v := s.chunks[c.verb].vg
	switch v.lemma {
	case "be", "become":
		return !v.negated && v.modal == ""
	}
	return v.passive && s.vocab.appoints.has(v.lemma)
}

// entitle reads the office that the phrase at j names and whose it is: "the US
// Secretary of State", "head of the city's administration".
func (r *reader) entitle(s *sentence, j int, h *holding) {
	ch, np := s.chunks, s.chunks[j].np
	begin := np.start
	for k := np.start; k < np.head; k++ {
		t := &s.tokens[k]
		if t.tag == tDet || t.tag == tPossessive || t.tag == tNum && k == begin {
			begin = k + 1
			continue
		}
		if t.men >= 0 {
			if m := &s.mentions[t.men]; m.entity.Label == "State" || m.entity.Label == "Organization" && m.from == begin && h.of == nil {
				h.of = m.entity
				if m.entity.Label == "State" {
					begin = m.to
				}
			}
		}
	}
	for begin < np.head && s.tokens[begin].tag == tHyphen {
		begin++
	}
	if owners := r.owners(s, np); len(owners) > 0 && h.of == nil {
		h.of = owners[0]
	}
	end := np.to
	for k, n := j+1, 0; k+1 < len(ch) && n < 2 && ch[k].kind == kPrep && ch[k+1].kind == kNoun; k, n = k+2, n+1 {
		if w := ch[k].word; w != "of" && w != "for" && w != "to" && w != "at" && w != "on" && w != "in" && w != "with" {
			break
		}
		g := s.group(k + 1)
		end = ch[g[len(g)-1]].np.to
		if o := ch[k+1].np; h.of == nil {
			if o.men >= 0 {
				if m := &s.mentions[o.men]; m.entity.Label == "State" || m.entity.Label == "Organization" || m.entity.Label == "Place" {
					h.of = m.entity
				}
			} else if owners := r.owners(s, o); len(owners) > 0 {
				h.of = owners[0]
			}
		}
	}
	h.title = s.surface(begin, end)
	h.to = end
}

// clauseOffices reads the offices that a clause gives to a person by what stands
// behind "as", as a second object, or by a verb of leading: "served as ambassador",
// "named X special envoy", "who heads the council", "As governor, X".
func (r *reader) clauseOffices(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.negated || v.modal != "" {
			continue
		}
		holder := c.subject
		names := s.vocab.appoints.has(v.lemma)
		if names && v.to_ {
			continue // "refused to recognise X as president"
		}
		if names && !c.passive {
			holder = s.appointed(c)
			if c.second > 0 {
				r.givenOffice(s, holder, c.second)
			}
		}
		if names || s.vocab.serves.has(v.lemma) {
			for _, p := range r.verbPreps(s, c, "as") {
				r.givenOffice(s, holder, p)
			}
		}
		led := c.object
		if c.passive {
			led = c.subject
			holder = -1
			for _, p := range r.agents(s, c) {
				holder = p
			}
		}
		for _, office := range s.vocab.leads[v.lemma] {
			r.leads(s, holder, led, office)
		}
	}
	ch := s.chunks
	for j := 0; j+2 < len(ch); j++ {
		if ch[j].kind != kPrep || ch[j].word != "as" || ch[j+1].kind != kNoun || ch[j+2].kind != kComma && ch[j+2].kind != kPrep {
			continue
		}
		k := j + 2
		for k+1 < len(ch) && ch[k].kind == kPrep && ch[k+1].kind == kNoun {
			k = s.behindGroup(k + 1)
		}
		switch {
		case j == 0 && k+1 < len(ch) && ch[k].kind == kComma && ch[k+1].kind == kNoun:
			r.givenOffice(s, k+1, j+1) // "As governor of Ohio, X"
		case j > 1 && k < len(ch) && ch[k].kind == kComma && ch[j-1].kind == kComma && ch[j-2].kind == kNoun:
			r.givenOffice(s, j-2, j+1) // "X, as governor, said"
		}
	}
}

// appointed returns whom the verb of a clause gives an office: its object, its subject
// in "proclaimed himself leader", or what its particle takes: "swore in X as judge".
func (s *sentence) appointed(c *clause) int {
	switch {
	case c.object >= 0 && reflexive(s.tokens[s.chunks[c.object].np.head].Lower):
		return c.subject
	case c.object < 0 && len(c.preps) > 0 && c.preps[0].word == "in":
		return c.preps[0].at
	}
	return c.object
}

// givenOffice notes that the person named at who holds the office named at j.
func (r *reader) givenOffice(s *sentence, who, j int) {
	if who < 0 || len(s.group(who)) > 1 || len(s.group(j)) > 1 && s.group(j)[0] != j {
		return
	}
	person, np := s.chunks[who].np, s.chunks[j].np
	if !s.namesPerson(person) || np.pronoun || s.namesPerson(np) || !r.isTitle(s, np) || s.ranked(np) || s.titlesAnother(j) || pluralNoun(s.tokens[np.head].Lower) {
		return
	}
	h := holding{person: s.mentions[person.men].entity, rule: "as-title", from: min(person.from, np.from), to: np.to}
	r.entitle(s, j, &h)
	s.holdings = append(s.holdings, h)
}

// leads notes that the person named at who leads the body named at led.
func (r *reader) leads(s *sentence, who, led int, office string) {
	if who < 0 || led < 0 || len(s.group(who)) > 1 || len(s.group(led)) > 1 || led > 0 && s.chunks[led-1].word == "against" {
		return // "a rebellion against Moscow led by Prigozhin"
	}
	person, np := s.chunks[who].np, s.chunks[led].np
	if person.men < 0 || s.mentions[person.men].entity.Label != "Person" || np.pronoun || s.vocab.passing.has(s.tokens[np.head].lemma) {
		return
	}
	if s.vocab.fighters.has(s.tokens[np.head].Lower) && np.men < 0 && s.mentions[person.men].from > person.from {
		return // "the militants were led by Hamas commander X": his office is told
	}
	refs := r.refs(s, led, []string{"Organization", "State"})
	if len(refs) != 1 || refs[0].entity == s.mentions[person.men].entity {
		return
	}
	h := holding{person: s.mentions[person.men].entity, of: refs[0].entity, title: office, rule: "leads", from: min(person.from, np.from), to: max(person.to, np.to)}
	s.holdings = append(s.holdings, h)
}

// ranked reports whether a superlative or an ordinal that is part of no title
// stands right before a head noun.
func (s *sentence) ranked(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		t := &s.tokens[i]
		if t.Lower == "most" || strings.HasSuffix(t.Lower, "est") && len(t.Lower) > 5 || t.tag == tNum && t.title == 0 && i+1 == np.head {
			return true
		}
	}
	return false
}

// isTitle reports whether a phrase is an office: its head ends a title.
func (r *reader) isTitle(s *sentence, np *nounPhrase) bool {
	if r.x.titles.before(s.tokens, np.head+1) >= np.start-1 && r.x.titles.before(s.tokens, np.head+1) >= 0 {
		return true
	}
	// "secretary of state" is cut at "of" by the chunker.
	return s.tokens[np.head].title > 1
}

// hold notes an office as a finding.
func (r *reader) hold(s *sentence, h holding) {
	title := strings.TrimSpace(strings.Trim(text.Plain(h.title), ",-– "))
	title = strings.TrimPrefix(title, "the ")
	if title == "" || len(title) > 120 {
		return
	}
	if h.of == nil && h.person.entry != nil {
		// The dictionary knows whose president he was.
		for _, o := range h.person.entry.Offices {
			if t := strings.ToLower(title); strings.EqualFold(o.Title, title) || strings.HasSuffix(strings.ToLower(o.Title), " "+t) || strings.HasPrefix(strings.ToLower(o.Title), t+" ") {
				h.of = r.find(o.Of)
				break
			}
		}
	}
	owner := ""
	if h.of != nil {
		owner = kebab(h.of.Name) + "/"
	}
	e := r.entity("position:"+owner+kebab(title), "Position", title)
	if h.of != nil && e.entry == nil {
		e.Parent = h.of.ID
	}
	replaced := -1
	for _, i := range s.held[h.person] {
		had, now := strings.ToLower(s.findings[i].tail.text), strings.ToLower(title)
		if s.vocab.ranks.has(now) || strings.Contains(had, now) || strings.Contains(now, had) && !s.vocab.ranks.has(had) {
			return
		}
		if s.vocab.ranks.has(had) {
			replaced = i // an office says more than a rank
		}
	}
	f := finding{relation: "HOLDS_POSITION", rule: "office:" + h.rule, head: ref{entity: h.person, text: h.person.Name, from: h.from, to: h.to}, tail: ref{entity: e, text: title}, roles: map[string]ref{}, at: h.from, from: h.from, to: h.to}
	if h.of != nil && r.x.onto.Is(h.of.Label, r.x.onto.Qualifiers["of"].Labels...) {
		f.roles["of"] = ref{entity: h.of, text: h.of.Name}
	}
	if replaced >= 0 {
		s.findings[replaced] = f
		return
	}
	if s.held == nil {
		s.held = map[*entity][]int{}
	}
	s.held[h.person] = append(s.held[h.person], len(s.findings))
	s.findings = append(s.findings, f)
}

// located is the finding that the first of two lies in the second, as the tokens
// from "from" to "to" say.
func located(rule string, head, tail ref, from, to int) finding {
	return finding{relation: "LOCATED_IN", rule: rule, head: head, tail: tail, roles: map[string]ref{}, at: head.from, from: from, to: to}
}

// refTo is a reference to an entity by the tokens that name it.
func refTo(e *entity, from, to int) ref {
	return ref{entity: e, text: e.Name, from: from, to: to}
}

// locations reads places that a text puts into their state or region:
// "Racine, Wisconsin", "Bavaria, southern Germany", "the city of Homs in Syria".
func (r *reader) locations(s *sentence) {
	if s.title {
		return
	}
	for i := range s.mentions {
		m := &s.mentions[i]
		in := r.place(m)
		if s.tokens[m.from].men != i || in.Label != "Place" || r.capital(s, m, in) {
			continue
		}
		r.ownedPlace(s, m, in)
		r.placeOf(s, m, in)
		if whole := r.addressBehind(s, m, in); whole != nil {
			for _, n := range r.listedPlaces(s, m) {
				if e := r.place(n); n == m || within(e, r.place(whole)) {
					s.findings = append(s.findings, located("place-in", refTo(e, n.from, n.to), refTo(r.place(whole), whole.from, whole.to), n.from, whole.to))
				}
			}
			continue
		}
		if o := s.frontedRegion(m); o != nil && in.entry == nil && in.Parent == "" && !r.saysOutside(s) {
			s.findings = append(s.findings, located("place-fronted", refTo(in, m.from, m.to), refTo(r.place(o), o.from, o.to), o.from, m.to))
			continue
		}
		if o := r.apposedAddress(s, m, in); o != nil {
			f := located("place-apposition", refTo(in, m.from, m.to), refTo(o.entity, o.from, o.to), m.from, o.to)
			f.own = standing{polarity: graph.Affirmed}
			s.findings = append(s.findings, f)
		}
	}
}

// ownedPlace reads "Ukraine's Crimea", "Istanbul's Bakirkoy district".
func (r *reader) ownedPlace(s *sentence, m *mention, in *entity) {
	p := m.from - 1
	for p > 0 && s.tokens[p].tag == tAdj && s.tokens[p].men < 0 {
		if p--; p > 1 && s.tokens[p].tag == tHyphen && !s.tokens[p].Spaced {
			p -= 2 // "Syria's rebel-held Idlib province"
		}
	}
	if p > 1 && s.tokens[p].tag == tGenitive && s.vocab.settlements.has(s.tokens[p-1].Lower) && s.tokens[p-1].men < 0 {
		p-- // "Kunar province's Shigal district"
	}
	if p <= 0 || s.tokens[m.from-1].tag == tName || !s.genitiveAt(p) || s.tokens[p-1].men < 0 {
		return
	}
	o := &s.mentions[s.tokens[p-1].men]
	whole := o.entity
	if o.place != nil && s.quarterBetween(m.from, min(m.to+1, len(s.tokens))) {
		whole = o.place // "Beirut's Dahiyeh district", "Beijing's Great Hall of the People"
	}
	if (whole.Label == "State" || whole.Label == "Place") && (within(in, whole) || whole == o.place && within(in, o.entity)) {
		s.findings = append(s.findings, located("place-possessive", refTo(in, m.from, m.to), refTo(whole, o.from, o.to), o.from, m.to))
		for _, n := range s.placesBehind(m) {
			s.findings = append(s.findings, located("place-possessive", refTo(n.entity, n.from, n.to), refTo(whole, o.from, o.to), o.from, n.to))
		}
	}
}

// placesBehind returns the unknown places that a list names behind one: "Rakhine's
// Minbya and Mrauk-U townships".
func (s *sentence) placesBehind(m *mention) []*mention {
	var out []*mention
	ci := s.chunkAt(m.from)
	if ci < 0 || s.chunks[ci].kind != kNoun {
		return nil
	}
	for _, g := range s.group(ci) {
		if np := s.chunks[g].np; g > ci && np.owner == nil && s.tokens[np.start].men >= 0 {
			if n := &s.mentions[s.tokens[np.start].men]; n.entity.Label == "Place" && n.entity.entry == nil {
				out = append(out, n)
			}
		}
	}
	return out
}

// genitiveAt reports whether a possessor's mark stands at a token or behind it.
func (s *sentence) genitiveAt(p int) bool {
	return s.tokens[p].tag == tGenitive || p+1 < len(s.tokens) && s.tokens[p+1].tag == tGenitive
}

// placeOf reads "Ukraine's western region of Lviv", "the West Bank city of Jenin".
func (r *reader) placeOf(s *sentence, m *mention, in *entity) {
	ci := s.chunkAt(m.from)
	if ci < 2 || s.chunks[ci-1].word != "of" || s.chunks[ci-2].kind != kNoun || s.chunks[ci].from != m.from || in.Parent == "" && in.entry != nil {
		return
	}
	np := s.chunks[ci-2].np
	if np.men >= 0 || !s.tokens[np.head].word.in(cPlace) {
		return
	}
	for _, o := range r.wholes(s, np) {
		if b := s.tokens[max(np.head-1, np.from)].men; np.head > np.from && b >= 0 && s.mentions[b].entity == o && s.mentions[b].how != byAdjective && s.vocab.regions.has(s.tokens[np.head].lemma) {
			continue // "the Shigal district of Kunar": the district lies there
		}
		if within(in, o) {
			s.findings = append(s.findings, located("place-of", refTo(in, m.from, m.to), refTo(o, np.from, np.to), np.from, m.to))
		}
	}
}

// apposedAddress returns the state or region that a comma or parenthesis adds to a
// place: "Khan Younis, southern Gaza", "Racine (Wisconsin)".
func (r *reader) apposedAddress(s *sentence, m *mention, in *entity) *mention {
	j := m.to
	if j+1 < len(s.tokens) && s.tokens[j].men < 0 && s.vocab.settlements.has(s.tokens[j].Lower) && s.tokens[j+1].tag == tComma {
		j++ // "Ann Township, Rakhine State"
	}
	if j+1 >= len(s.tokens) || s.tokens[j].tag != tComma && s.tokens[j].tag != tOpen {
		return nil
	}
	if m.from > 1 && s.tokens[m.from-1].Lower == "of" && pluralNoun(s.tokens[m.from-2].Lower) {
		return nil // "the towns of Kaha, Hvar and Split"
	}
	opened := s.tokens[j].tag == tOpen
	j++
	bearing := false // "Khan Younis, southern Gaza"
	for end := j + 3; j < len(s.tokens) && j < end && addressWord(&s.tokens[j]); {
		bearing = s.vocab.bearings.has(s.tokens[j].Lower)
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].men < 0 {
		return nil
	}
	o := &s.mentions[s.tokens[j].men]
	whole := o.entity
	if in.entry != nil && in.Parent == "" {
		return nil // a sea or a region of several states
	}
	if whole.Label != "State" && whole.Label != "Place" || whole == in || o.how == byAdjective || o.how == bySeat {
		return nil
	}
	if ci := s.chunkAt(m.from); in.entry == nil && whole.entry == nil && ci >= 0 && len(s.group(ci)) > 2 {
		return nil // "the villages of A, B and C"
	}
	// A list of places is no address: what follows must close it, and the
	// second place must not be a sibling.
	if !s.closesAddress(o, in) || !opened && m.from > 1 && s.tokens[m.from-1].tag == tComma && s.tokens[m.from-2].men >= 0 {
		return nil
	}
	if whole.Label == "Place" && in.Parent != whole.ID && in.entry != nil && !(within(in, whole) && (bearing || s.vocab.usStates.has(strings.ToLower(whole.Name)))) {
		return nil // siblings, but for "Palm Beach, Florida"
	}
	if whole.Label == "State" && o.to < len(s.tokens) && verbal(s.tokens[o.to].tag) && s.opensWith(o.from) {
		return nil // "In the enclave of Cabinda, Angola accused Congo"
	}
	if whole.Label == "State" && in.Parent != "" && in.Parent != whole.ID {
		if p := r.x.gaz.byID[in.Parent]; p != nil && p.Label == "State" {
			return nil
		}
	}
	return o
}

// opensWith reports whether only a prepositional phrase stands before a token, so that
// a verb behind it has its subject there.
func (s *sentence) opensWith(at int) bool {
	if len(s.chunks) == 0 || s.chunks[0].kind != kPrep {
		return false
	}
	for i := range s.chunks {
		if s.chunks[i].from >= at {
			return true
		}
		if s.chunks[i].kind == kVerb {
			return false
		}
	}
	return false
}

// addressWord reports whether a word may stand before the name in an address:
// "southern", "the", "once".
func addressWord(t *token) bool {
	return t.men < 0 && !t.Capital && (t.tag == tAdj || t.tag == tDet || t.tag == tAdv || t.Lower == "once")
}

// closesAddress reports whether what stands behind a name ends the address of a place.
func (s *sentence) closesAddress(o *mention, in *entity) bool {
	if o.to >= len(s.tokens) {
		return true
	}
	switch t := &s.tokens[o.to]; t.tag {
	case tComma, tStop, tClose, tQuote, tColon, tGenitive, tPrep, tBe, tHave, tVerb, tTo, tModal, tRel:
		return true
	case tConj:
		return in.Parent == o.entity.ID // "Aqaba, Jordan and Sharm el-Sheikh, Egypt"
	default:
		return t.time
	}
}

// listedPlaces returns the names of places in the list that ends with a name:
// "the towns of Hayan and Hreitan in Aleppo province".
func (r *reader) listedPlaces(s *sentence, m *mention) []*mention {
	ci := s.chunkAt(m.from)
	if ci < 0 || s.chunks[ci].kind != kNoun {
		return []*mention{m}
	}
	var out []*mention
	for _, g := range s.group(ci) {
		if np := s.chunks[g].np; np.men >= 0 && r.place(&s.mentions[np.men]).Label == "Place" && g < ci {
			out = append(out, &s.mentions[np.men])
		}
	}
	return append(out, m)
}

// within reports whether a place may lie in another, as far as the dictionaries
// say: in its state, in a region of the same state, or anywhere if unknown.
func within(in, whole *entity) bool {
	switch {
	case in == whole:
		return false
	case in.entry == nil && in.Parent == "":
		return true
	case in.Parent == whole.ID:
		return true
	}
	return whole.Label == "Place" && in.Parent != "" && in.Parent == whole.Parent
}

// quarter reports whether the word behind a place says that it is part of a city.
func (s *sentence) quarter(m *mention) bool {
	return m.to < len(s.tokens) && s.vocab.quarters.has(s.tokens[m.to].Lower) || s.vocab.quarters.has(s.tokens[m.to-1].Lower) ||
		m.from > 1 && s.tokens[m.from-1].Lower == "of" && s.vocab.quarters.has(s.tokens[m.from-2].Lower)
}

// quarterBetween reports whether a word for a part of a city stands between two
// tokens: "Dahiyeh, a southern suburb of Beirut".
func (s *sentence) quarterBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.vocab.quarters.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// wholes returns the states and places that a phrase names its place by: "the
// Syrian city", "Beirut's suburb", "the West Bank town".
func (r *reader) wholes(s *sentence, np *nounPhrase) []*entity {
	var out []*entity
	if np.owner != nil && np.owner.men >= 0 && s.vocab.quarters.has(s.tokens[np.head].Lower) {
		return append(out, r.place(&s.mentions[np.owner.men]))
	}
	for _, o := range r.owners(s, np) {
		if o.Label == "State" || o.Label == "Place" {
			out = append(out, o)
		}
	}
	for _, x := range r.modifiers(s, np.head, []string{"Place"}) {
		out = append(out, x.entity)
	}
	return out
}

// capital notes a capital that is called so in a sentence that names its state:
// "Vietnam's capital, Hanoi", "the capital Sanaa".
func (r *reader) capital(s *sentence, m *mention, in *entity) bool {
	p := m.from - 1
	if p > 0 && s.tokens[p].tag == tComma {
		p--
	}
	if p < 0 || s.tokens[p].Lower != "capital" || in.Parent == "" {
		return false
	}
	for i := range s.mentions {
		o := &s.mentions[i]
		if o.entity.ID == in.Parent && o.entity.Label == "State" && s.tokens[o.from].men == i && o.place == nil {
			from, to := min(o.from, m.from), max(o.to, m.to)
			s.findings = append(s.findings, located("place-capital", refTo(in, m.from, m.to), refTo(o.entity, o.from, o.to), from, to))
			return true
		}
	}
	return false
}

// sites reads named sites and missions that a phrase puts into a place: "the
// Saudi embassy in Tehran", "Offutt Air Force Base in Nebraska", and bodies that
// are based somewhere: "a Britain-based monitoring group".
func (r *reader) sites(s *sentence) {
	for ci := range s.chunks {
		np := s.chunks[ci].np
		if np == nil {
			continue
		}
		if in := r.seatOf(s, ci); in != nil {
			s.site(r.institute(s, ci), r.place(in), np.from, in.to, in.from)
		}
		r.homeOf(s, ci)
		if r.siteIn(s, ci) {
			r.basedIn(s, ci)
		}
	}
}

// site notes that one thing lies in another, unless they are the same; at is the
// first token of what names the second.
func (s *sentence) site(head, tail *entity, from, to, at int) {
	if head != tail {
		s.findings = append(s.findings, located("site-in", refTo(head, from, to), refTo(tail, at, to), from, to))
	}
}

// homeOf reads "Vienna, home to the IAEA".
func (r *reader) homeOf(s *sentence, ci int) {
	c, np := s.chunks, s.chunks[ci].np
	if !s.vocab.homes.has(s.tokens[np.head].Lower) || np.men >= 0 || ci <= 1 || ci+2 >= len(c) {
		return
	}
	if c[ci-1].kind != kComma || c[ci-2].kind != kNoun || c[ci-2].np.men < 0 || c[ci+1].word != "of" && c[ci+1].word != "to" || c[ci+2].kind != kNoun {
		return
	}
	where := r.place(&s.mentions[c[ci-2].np.men])
	if o := c[ci+2].np; o.men >= 0 && s.mentions[o.men].entity.Label == "Organization" && (where.Label == "Place" || where.Label == "State") {
		s.site(s.mentions[o.men].entity, where, c[ci-2].from, c[ci+2].to, c[ci-2].from)
	}
}

// siteIn reads "the Saudi embassy in Tehran". It reports whether the phrase may still
// say of something where it is based: it may not where it is a site that cannot be
// placed.
func (r *reader) siteIn(s *sentence, ci int) bool {
	c, np := s.chunks, s.chunks[ci].np
	kind := s.tokens[np.head].Lower
	if !s.vocab.sites.has(kind) || ci+2 >= len(c) || c[ci+1].kind != kPrep || c[ci+1].word != "in" && c[ci+1].word != "near" || c[ci+2].kind != kNoun || c[ci+2].np.men < 0 || len(s.group(ci)) != 1 {
		return true
	}
	where := r.place(&s.mentions[c[ci+2].np.men])
	if c[ci+1].word == "near" || !s.namedSite(np) {
		return false
	}
	mission := s.vocab.missions.has(kind) && kind != "base" && kind != "airbase"
	if where.Label != "Place" && (where.Label != "State" || mission) {
		return false
	}
	head := r.described("Place", s.words(np))
	if np.men >= 0 && s.mentions[np.men].to-1 == np.head {
		if head = s.mentions[np.men].entity; head.Label == "State" || head.Label == "Person" {
			return false
		}
	}
	s.site(head, where, np.from, c[ci+2].to, c[ci+2].from)
	return true
}

// namedSite reports whether a phrase has the name of a site, or whose mission it is.
func (s *sentence) namedSite(np *nounPhrase) bool {
	mission := s.vocab.missions.has(s.tokens[np.head].Lower)
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; s.tokens[i].tag == tName && mi < 0 || mi >= 0 && mission {
			return true
		}
	}
	return np.owner != nil && np.owner.men >= 0 && mission
}

// basedIn reads "a Britain-based monitoring group", "two Iran-based firms, Mersad
// and ITSec,".
func (r *reader) basedIn(s *sentence, ci int) {
	c, np := s.chunks, s.chunks[ci].np
	for i := np.start; i+2 <= np.head; i++ {
		mi := s.tokens[i].men
		if mi < 0 || s.mentions[mi].to-1 != i || s.tokens[i+1].tag != tHyphen || s.tokens[i+2].Lower != "based" {
			continue
		}
		if k := s.mentions[mi].entity.Label; k != "State" && k != "Place" {
			continue
		}
		var head *entity
		switch {
		case np.men >= 0 && s.mentions[np.men].from > i+2:
			head = s.mentions[np.men].entity
		case ci >= 2 && c[ci-1].kind == kComma && c[ci-2].kind == kNoun && c[ci-2].np.men >= 0:
			head = s.mentions[c[ci-2].np.men].entity
		}
		for _, n := range s.spelledOut(ci) {
			if e := s.mentions[c[n].np.men].entity; e.Label == "Organization" {
				s.site(e, r.place(&s.mentions[mi]), np.from, c[n].to, np.from)
			}
		}
		if head != nil && head.Label == "Organization" {
			s.site(head, r.place(&s.mentions[mi]), np.from, np.to, np.from)
		}
	}
}

// institute returns the organisation that the phrase at ci names and that is a
// house somewhere: "the Carnegie Center", "the SIPRI think tank", "Aramco, a company".
func (r *reader) institute(s *sentence, ci int) *entity {
	np := s.chunks[ci].np
	switch {
	case np.men >= 0 && s.mentions[np.men].to-1 == np.head:
		m := &s.mentions[np.men]
		for i := m.from; i < m.to && m.entity.Label == "Organization"; i++ {
			if s.vocab.institutes.has(s.tokens[i].Lower) {
				return m.entity
			}
		}
	case np.men < 0 && np.owner != nil && np.owner.men >= 0 && s.tokens[np.head].Capital && s.vocab.institutes.has(s.tokens[np.head].Lower):
		return r.described("Organization", s.words(np)) // "Iran's Interests Section"
	case np.men >= 0 || !s.vocab.institutes.has(s.tokens[np.head].Lower):
	case s.premodifier(np, "Organization") != nil:
		return s.premodifier(np, "Organization")
	case s.apposed(ci) && s.mentions[s.chunks[ci-2].np.men].entity.Label == "Organization":
		return s.mentions[s.chunks[ci-2].np.men].entity
	}
	return nil
}

// seatOf returns the place right behind an institute: "in Beijing".
func (r *reader) seatOf(s *sentence, ci int) *mention {
	c := s.chunks
	if ci+2 >= len(c) || c[ci+1].kind != kPrep || c[ci+1].word != "in" && c[ci+1].word != "at" || c[ci+2].kind != kNoun || c[ci+2].np.men < 0 || r.institute(s, ci) == nil {
		return nil
	}
	in := &s.mentions[c[ci+2].np.men]
	if where := r.place(in); in.how != byName && in.how != byRule && in.place == nil || where.Label != "Place" && where.Label != "State" {
		return nil
	}
	return in
}

// addressBehind reads "Kidal, in northern Mali", "Galati in Romania" and "Maputo,
// the capital of Mozambique", as far as the dictionaries do not say otherwise.
func (r *reader) addressBehind(s *sentence, m *mention, in *entity) *mention {
	t := s.tokens
	j := m.to
	region := j+1 < len(t) && (s.vocab.regions.has(t[j].Lower) || s.vocab.regions.has(singular(t[j].Lower))) && t[j].men < 0 && t[j+1].Lower == "of"
	if region {
		j++ // "the Donbass region of eastern Ukraine"
	} else if j+1 < len(t) && t[j].men < 0 && t[j+1].Lower == "in" && s.vocab.settlements.has(t[j].Lower) {
		j, region = j+1, true // "Dai Tha village in Minbya"
	} else {
		region = in.entry != nil && j < len(t) && t[j].Lower == "of" && s.vocab.regions.has(t[j-1].Lower) // part of the name
	}
	comma := j < len(t) && t[j].tag == tComma
	if comma && m.from > 1 && t[m.from-1].Lower == "of" && s.vocab.compass.has(t[m.from-2].Lower) && s.commaBefore(m.from-2) {
		return nil // "Falluja, 50 kilometres west of Baghdad, in Iraq": not Baghdad's address
	}
	if comma {
		j = s.behindDistance(j + 1)
	}
	if comma && j+1 < len(t) && (t[j].tag == tDet || t[j].tag == tNoun && t[j+1].Lower == "of") {
		// "the capital of", "a city in", "capital of"
		k := j
		if t[j].tag == tDet {
			k++
		}
		first := k
		for k < len(t) && k < j+4 && (t[k].tag == tAdj || t[k].tag == tNoun) && !(k > first && s.vocab.compass.has(t[k].Lower)) {
			if o := t[k].men; o >= 0 && s.mentions[o].how == byAdjective && s.mentions[o].entity.Label == "State" && within(in, s.mentions[o].entity) && s.placeAhead(k+1) {
				return &s.mentions[o] // "Kursk, a Russian region"
			}
			k++
		}
		if k == first || !t[k-1].word.in(cPlace) {
			return nil
		}
		j = k
		if j < len(t) && s.vocab.compass.has(t[j].Lower) && s.vocab.quarters.has(t[j-1].Lower) {
			j++ // "Daraya, a suburb southwest of Damascus"
		}
		if j >= len(t) || t[j].Lower != "of" && t[j].Lower != "in" {
			return nil
		}
	} else if j >= len(t) || t[j].Lower != "in" && !region {
		return nil
	}
	j++
	j = s.behindPart(j)
	for end := j + 7; j+1 < len(t) && t[j].men < 0 && (t[j].tag == tAdj || t[j].tag == tDet || t[j].tag == tHyphen || t[j].tag == tAdv || t[j+1].tag == tHyphen || t[j-1].tag == tHyphen) && j < end; {
		j++ // "Rakhine state in Buddhist-majority Myanmar"
	}
	if j >= len(t) || t[j].men < 0 {
		return nil
	}
	o := &s.mentions[t[j].men]
	if p := s.ownedAt(o); p != nil && within(in, p.entity) {
		o, j = p, p.from // "Azaz, in Syria's northern Aleppo province"
	}
	if whole := r.place(o); o.from != j || o.how == byAdjective || whole.Label != "State" && whole.Label != "Place" || !within(in, whole) {
		return nil
	}
	if in.entry == nil && !comma && !region && o.entity.Label != "State" && !s.vocab.sites.has(t[m.to-1].Lower) && t[j-1].tag != tAdj && !s.settlementOf(m) && !s.divided(o) {
		return nil
	}
	if o.to < len(t) && t[o.to].tag == tGenitive || o.place != nil && in.entry != nil && !s.quarter(m) && !(comma && s.quarterBetween(m.to, j)) {
		return nil
	}
	if comma && o.to+1 < len(t) && t[o.to].tag == tConj && t[o.to+1].Lower == "in" {
		return nil // "in Aleppo, in Homs and in the south"
	}
	return o
}

// frontedRegion returns the state or region that opens the sentence of a settlement
// nobody knows: "In Sokoto state, gunmen entered the town of Gidan Mado"; or nil.
func (s *sentence) frontedRegion(m *mention) *mention {
	t := s.tokens
	if !s.settlementOf(m) || t[s.skip].Lower != "in" || s.skip+2 >= len(t) {
		return nil
	}
	k := s.skip + 1
	for k < len(t) && t[k].men < 0 && (t[k].tag == tAdj || t[k].tag == tDet || s.vocab.compass.has(t[k].Lower)) {
		k++
	}
	if k >= len(t) || t[k].men < 0 {
		return nil
	}
	o := &s.mentions[t[k].men]
	end := o.to
	if end < len(t) && s.divided(o) && t[end].tag == tNoun {
		end++
	}
	if o.from != k || o.to > m.from || end >= len(t) || t[end].tag != tComma || o.entity.Label != "Place" && o.entity.Label != "State" || o.how == byAdjective || o.place != nil {
		return nil
	}
	return o
}

// settlementOf reports whether a place is called what it is: "the town of Bichenek".
func (s *sentence) settlementOf(m *mention) bool {
	return m.from > 1 && s.tokens[m.from-1].Lower == "of" && s.vocab.settlements.has(s.tokens[m.from-2].Lower)
}

// divided reports whether a word for a settlement or region ends a place's name or
// stands behind it: "Sokoto state".
func (s *sentence) divided(m *mention) bool {
	next := s.tokens[min(m.to, len(s.tokens)-1)].Lower
	return next == "state" || s.vocab.settlements.has(next) || s.vocab.regions.has(next) || s.vocab.settlements.has(s.tokens[m.to-1].Lower)
}

// behindPart goes from the token behind "in" over which part of a place is meant: "the
// east of Ukraine", "the eastern department of Arauca".
func (s *sentence) behindPart(j int) int {
	t := s.tokens
	named := false
	for k := j; k < len(t) && k < j+6 && t[k].men < 0; k++ {
		switch l := t[k].Lower; {
		case l == "of" && named:
			return k + 1
		case s.vocab.compass.has(l), s.vocab.regions.has(l), t[k].word.in(cPlace), k > j && s.vocab.bearings.has(t[k-1].Lower):
			named = true
		case t[k].tag != tDet && t[k].tag != tAdj && t[k].tag != tHyphen:
			return j
		}
	}
	return j
}

// ownedAt returns the place that a state's genitive owns: "Syria's northern Aleppo
// province"; or nil.
func (s *sentence) ownedAt(o *mention) *mention {
	t := s.tokens
	if o.entity.Label != "State" || o.to >= len(t) || t[o.to].tag != tGenitive {
		return nil
	}
	k := o.to + 1
	for k < len(t) && t[k].tag == tAdj && t[k].men < 0 {
		k++
	}
	if k >= len(t) || t[k].men < 0 || s.mentions[t[k].men].entity.Label != "Place" {
		return nil
	}
	return &s.mentions[t[k].men]
}

// behindDistance goes from the token behind a comma over what tells how far a
// place is from another: "Falluja, 50 kilometres west of Baghdad, in Iraq".
func (s *sentence) behindDistance(j int) int {
	t := s.tokens
	for k := j; k+3 < len(t) && k < j+10; k++ {
		switch {
		case t[k].tag == tComma, t[k].tag == tVerb, k == j && t[k].tag != tNum && !s.vocab.compass.has(t[k].Lower) && t[k].tag != tAdv && t[k].tag != tAdj:
			return j
		case s.vocab.compass.has(t[k].Lower) && t[k+1].Lower == "of" && t[k+2].men >= 0:
			if n := s.mentions[t[k+2].men].to; n+1 < len(t) && t[n].tag == tComma && t[n+1].Lower == "in" {
				return n + 1
			}
			return j
		}
	}
	return j
}

// commaBefore reports whether a comma stands before a token and the distance that
// ends there: ", 50 kilometres west".
func (s *sentence) commaBefore(i int) bool {
	for k := i - 1; k > 0 && k > i-10; k-- {
		switch t := &s.tokens[k]; t.tag {
		case tComma:
			return s.tokens[k-1].men >= 0
		case tVerb, tPrep, tBe:
			return false
		}
	}
	return false
}

// placeAhead reports whether the adjectives and nouns from k on end in a word for
// a place.
func (s *sentence) placeAhead(k int) bool {
	last := -1
	for ; k < len(s.tokens) && s.tokens[k].men < 0 && (s.tokens[k].tag == tAdj || s.tokens[k].tag == tNoun); k++ {
		last = k
	}
	return last >= 0 && s.tokens[last].word.in(cPlace)
}
