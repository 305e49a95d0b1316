package extract

import (
	"strings"

	"dossier/graph"
	"dossier/loaders/text"
)

// organisationMentions finds organisations that no dictionary has by the noun
// that makes a name one: "the Shanghai Marine Exploration Company", "Armenia's
// Ministry of Foreign Affairs", "the Amhara People's Army (APA)".
func (r *reader) organisationMentions(s *sentence) {
	if s.title || s.allCaps {
		return
	}
	tokens := s.tokens
	for j := s.skip; j < len(tokens); j++ {
		if !s.namePart(j) && !s.goodsInName(j) || !tokens[j].word.in(cOrg) && !s.vocab.orgNames.has(tokens[j].Lower) || tokens[j].title > 1 {
			continue
		}
		if j+1 < len(tokens) && s.namePart(j+1) && (!s.vocab.orgNames.has(tokens[j].Lower) || tokens[j+1].word.in(cOrg) || s.vocab.orgNames.has(tokens[j+1].Lower)) {
			continue // the name goes on: "Central Bank Governor", "Ocean Trading Company"
		}
		from, end := s.nameLeft(j), s.nameRight(j)
		if end-from < 2 || s.insideTitle(from) || r.x.given.has(tokens[from].Lower) || r.x.titles.before(tokens, j) >= from && end == j+1 {
			continue
		}
		m := mention{from: from, to: end, how: byRule, rule: "organisation-name"}
		if m.entity = r.organisationNamed(s, &m, j); m.entity == nil {
			continue
		}
		s.addMention(m)
		if a := s.acronymBehind(end); a != "" && r.acronyms[a] == nil {
			r.acronyms[a] = m.entity
		}
		j = end - 1
	}
}

// insideTitle reports whether a token goes on with a title that began before it:
// "Army Staff" in "Chief of Army Staff".
func (s *sentence) insideTitle(at int) bool {
	for k := at - 1; k >= s.skip && k > at-4; k-- {
		if k+s.tokens[k].title > at {
			return true
		}
	}
	return false
}

// shortBodies lets a short name mean the body of that noun that was named last:
// "the council" is the Kurdish one where the article speaks of that.
func (r *reader) shortBodies(s *sentence) {
	for i := s.skip; i < len(s.tokens); i++ {
		mi := s.tokens[i].men
		if mi < 0 {
			continue
		}
		m := &s.mentions[mi]
		i = m.to - 1
		noun := s.tokens[i].Lower
		if a := r.acronyms[noun]; a != nil && m.to == m.from+1 && s.tokens[i].AllCaps && m.entity.Label == "Organization" {
			m.entity, m.how, m.rule = a, byRule, "acronym" // what the article has introduced goes before what it mostly means
			continue
		}
		if m.entity.Label != "Organization" || !s.tokens[i].word.in(cOrg) {
			continue
		}
		if last := r.lastBody[noun]; m.how != byShort {
			r.lastBody[noun] = m.entity
		} else if last != nil && last != m.entity {
			m.entity, m.how, m.rule = last, byRule, "short-name"
		}
	}
}

// joinKinds makes a bracketed acronym part of the phrase whose noun stands behind it:
// "the Law and Justice (PiS) party".
func (s *sentence) joinKinds() {
	t := s.tokens
	for i := range s.mentions {
		m := &s.mentions[i]
		n := m.to
		if m.entity.Label != "Organization" || n+3 >= len(t) || t[n].tag != tOpen || t[n+2].tag != tClose || t[n+3].Capital {
			continue
		}
		if rebels := n+4 < len(t) && s.vocab.fighters.has(plural(t[n+3].Lower)) && s.vocab.nameKinds.has(t[n+4].Lower); !rebels && !s.vocab.nameKinds.has(t[n+3].Lower) && t[n+3].title == 0 {
			continue // nor "the National Liberation Army (ELN) rebel group"
		}
		for k := n; k < n+3; k++ {
			t[k].tag = tAdj
		}
	}
}

// kindMentions finds organisations that no dictionary has by the kind that stands
// behind or before their name in small letters: "the Ajnad al-Sham group", "Amaq
// news agency", "a group called the Red Lions", "Jund al-Sham, an armed group".
func (r *reader) kindMentions(s *sentence) {
	if s.title || s.allCaps {
		return
	}
	tokens := s.tokens
	for i := s.skip; i < len(tokens); i++ {
		if !s.namePart(i) || tokens[i].title > 0 || tokens[i].word.in(cHonorific) {
			continue
		}
		from, end := i, nameRun(s, i)
		for from < end && (s.vocab.creeds.has(tokens[from].Lower) || s.vocab.worldParts.has(tokens[from].Lower) || s.vocab.peopleNames.has(tokens[from].Lower)) {
			from++ // "the Kurdish PYD party"
		}
		i = max(i, end-1)
		called := s.calledAt(from)
		if called {
			end = s.nameRight(end - 1)
		}
		if from >= end || end-from > maxNameWords || !called && !s.kindBehind(from, end) && !s.kindApposed(end) || r.x.given.has(tokens[from].Lower) || r.surnames[tokens[end-1].Lower] != nil {
			continue
		}
		name := text.Plain(s.surface(from, end))
		s.addMention(mention{from: from, to: end, how: byRule, rule: "organisation-kind", entity: r.entity("org:"+kebab(name), "Organization", name)})
		i = max(i, end-1)
	}
}

// maxNameWords is how many tokens a name has at most that only a kind tells.
const maxNameWords = 6

// kindBehind reports whether a word for a kind of organisation stands in small
// letters behind a name that is made of no common words.
func (s *sentence) kindBehind(from, end int) bool {
	t := s.tokens
	for i := from; i < end; i++ {
		if t[i].Kind == text.Word && t[i].word != nil && !s.vocab.particles.has(t[i].Lower) {
			return false // "a Republican group"
		}
	}
	k := end
	for k < len(t) && k < end+3 && !t[k].Capital && (t[k].tag == tNoun || t[k].tag == tAdj) && !s.vocab.nameKinds.has(t[k].Lower) {
		k++ // "the Amaq news agency", "the Duran rebel group"
	}
	return k < len(t) && !t[k].Capital && s.vocab.nameKinds.has(t[k].Lower)
}

// kindApposed reports whether an apposition behind a name calls it a kind of organisation:
// "Halo Watch, a monitoring group,".
func (s *sentence) kindApposed(end int) bool {
	t := s.tokens
	if end+3 < len(t) && t[end].tag == tOpen && t[end+2].tag == tClose {
		end += 3
	}
	if end+2 >= len(t) || t[end].tag != tComma || t[end+1].tag != tDet {
		return false
	}
	last := end + 1
	for k := end + 2; k < len(t) && k < end+10; k++ {
		switch t[k].tag {
		case tNoun:
			last = k
		case tAdj, tName, tHyphen, tGenitive, tNum:
		case tVerb:
			if t[k-1].tag != tHyphen && t[k].form&fGer == 0 {
				k = len(t) // "a group based in": the phrase ends
			}
		default:
			k = len(t)
		}
	}
	return !t[last].Capital && s.vocab.nameKinds.has(t[last].Lower)
}

// calledAt reports whether a name stands behind words that give it to an
// organisation: "a group called", "a militia known as the".
func (s *sentence) calledAt(from int) bool {
	t := s.tokens
	p := from - 1
	if p >= s.skip && (t[p].tag == tDet || t[p].tag == tQuote) {
		p--
	}
	if p >= s.skip && (t[p].Lower == "itself" || t[p].Lower == "themselves" || t[p].Lower == "as") {
		p--
	}
	if p <= s.skip || !s.vocab.naming.has(t[p].lemma) && t[p].lemma != "know" || t[p].form&(fPart|fGer|fPres) == 0 {
		return false
	}
	for p--; p > s.skip && (t[p].tag == tAdv || t[p].tag == tComma || t[p].tag == tRel); p-- {
	}
	return p >= s.skip && t[p].men < 0 && !t[p].Capital && t[p].word.in(cOrg|cGroup) && !pluralNoun(t[p].Lower)
}

// namePart reports whether a token may be part of an unknown name.
func (s *sentence) namePart(i int) bool {
	t := &s.tokens[i]
	return t.men < 0 && t.Capital && !t.time && t.Kind == text.Word && (t.tag == tName || (t.tag == tNoun || t.tag == tAdj) && i > s.skip)
}

// goodsInName reports whether a token names goods in which a company deals that is
// called so: "Arkan Petroleum".
func (s *sentence) goodsInName(i int) bool {
	t := &s.tokens[i]
	return t.men >= 0 && t.Capital && !t.AllCaps && s.mentions[t.men].to == s.mentions[t.men].from+1 && s.mentions[t.men].entity.Label == "Aid" && i > s.skip && s.namePart(i-1)
}

// goodsWithin reports whether a token names what a company makes, within a name that a
// place or a word before it begins.
func (s *sentence) goodsWithin(i int) bool {
	t := &s.tokens[i]
	if i <= s.skip || t.AllCaps || !s.commonName(i) || s.mentions[t.men].entity.Label == "Place" || s.mentions[t.men].to != s.mentions[t.men].from+1 {
		return false
	}
	if s.namePart(i - 1) {
		return true
	}
	before := s.tokens[i-1].men
	return before >= 0 && s.mentions[before].how == byName && s.mentions[before].entity.Label == "Place"
}

// nameLeft returns where the name begins whose noun is at j. A place or state
// before the noun is part of it where the rest does not stand by itself: "the
// Kuwait Petroleum Corporation".
func (s *sentence) nameLeft(j int) int {
	t := s.tokens
	from := j
	for from > s.skip {
		p := from - 1
		switch {
		case s.namePart(p) && !t[p].word.in(cHonorific) && t[p].title == 0:
			from = p
		case s.goodsWithin(p):
			from = p // "the Harbin Aircraft Industry Group"
		case t[p].tag == tHyphen && p > s.skip && (s.namePart(p-1) || t[p-1].men >= 0 && s.mentions[t[p-1].men].entity.Label == "Organization") && !t[p].Spaced && !t[p+1].Spaced:
			from = p - 1 // "the Carnegie-Tsinghua Center"
		case t[p].tag == tGenitive && p > s.skip && s.vocab.peoples.has(t[p-1].Lower) && t[p-1].Capital:
			from = p - 1
		case (t[p].Lower == "and" || t[p].Lower == "&") && p > s.skip && s.namePart(p-1) && from < j && p-1 > s.skip && s.namePart(p-2):
			from = p - 1 // "the Foreign Intelligence and Security Service"
		default:
			return from
		}
	}
	return from
}

// nameRight returns where the name ends whose noun is at j: "the Front for the
// Liberation of Enugu".
func (s *sentence) nameRight(j int) int {
	t := s.tokens
	end := j + 1
	for end+1 < len(t) && (t[end].Lower == "of" || t[end].Lower == "for") {
		k := end + 1
		if t[k].Lower == "the" {
			k++
		}
		first := k
		for k < len(t) && (s.namePart(k) || s.commonName(k) || s.stateInName(k) || k+1 < len(t) && k > first && (t[k].Lower == "and" || t[k].Lower == "&") && s.namePart(k+1) && t[k+1].title == 0) {
			k++
		}
		if k == first {
			return end
		}
		end = k
	}
	return end
}

// commonName reports whether a token is a place or a thing in capitals, which may
// be part of a longer name: "Ministry of Intelligence".
func (s *sentence) commonName(i int) bool {
	t := &s.tokens[i]
	if t.men < 0 || !t.Capital {
		return false
	}
	switch s.mentions[t.men].entity.Label {
	case "State", "Organization", "Person":
		return false
	}
	return true
}

// stateInName reports whether a token is a state before a common noun in capitals,
// which is part of a longer name: "the Central Committee of Sudan Doctors".
func (s *sentence) stateInName(i int) bool {
	t := s.tokens
	if t[i].men < 0 || i+1 >= len(t) || s.mentions[t[i].men].to != i+1 {
		return false
	}
	m := &s.mentions[t[i].men]
	return m.from == i && m.how == byName && m.entity.Label == "State" && s.namePart(i+1) && t[i+1].word.is(tNoun) && !t[i+1].word.in(cOrg) && t[i+1].title == 0
}

// organisationNamed returns the entity of a name that ends in an organisation's
// noun at j. A body that many states have is the one of the state beside it, or
// the one of that name that the article has told whose it is; nil where nobody
// says whose.
func (r *reader) organisationNamed(s *sentence, m *mention, j int) *entity {
	tokens := s.tokens
	name := text.Plain(s.surface(m.from, m.to))
	key := strings.ToLower(name)
	if s.generic(m.from, m.to) && !s.within(m.from) {
		state := s.stateBeside(m)
		if state == nil {
			if e := r.bodies[key]; e != nil {
				return e
			}
			if s.vocab.stateBodies.has(key) {
				if state = r.opening(s); state == nil {
					state = r.scene()
				}
			}
		}
		if state != nil {
			e := r.bodyOf(state, bodyCore(name), s.withState(m, state, name))
			r.bodies[key] = e
			return e
		}
	}
	for n, p := 0, m.from-1; n < 2 && p >= s.skip && tokens[p].men >= 0 && (!tokens[p].AllCaps || s.mentions[tokens[p].men].entity.Label == "Organization"); n, p = n+1, m.from-1 {
		// "Shanghai", "Kuwait": part of the name; "Iranian" is not where the rest is a name.
		if b := &s.mentions[tokens[p].men]; b.to == m.from && b.how != bySeat && b.how != byShort {
			switch b.entity.Label {
			case "Place", "State":
				if b.how != byAdjective || tokens[m.from].word != nil {
					m.from = s.nameLeft(b.from)
				}
			case "Organization":
				m.from = b.from // "the Senate Banking Committee"
			}
			name = text.Plain(s.surface(m.from, m.to))
		}
	}
	return r.entity("org:"+kebab(name), "Organization", name)
}

// opening returns the state whose capital opens a sentence: "In Tehran, Foreign
// Ministry spokesman".
func (r *reader) opening(s *sentence) *entity {
	i := s.skip
	if i+2 >= len(s.tokens) || s.tokens[i].Lower != "in" || s.tokens[i+1].men < 0 {
		return nil
	}
	m := &s.mentions[s.tokens[i+1].men]
	if m.to >= len(s.tokens) || s.tokens[m.to].tag != tComma || m.entity.Label != "State" {
		return nil
	}
	return m.entity
}

// generic reports whether a name is made of common words only, so that many
// bodies may have it: "Ministry of Foreign Affairs".
func (s *sentence) generic(from, to int) bool {
	for i := from; i < to; i++ {
		if t := &s.tokens[i]; t.Kind == text.Word && t.word == nil {
			return false
		}
	}
	return true
}

// within reports whether the state before a token stands within a name: "the
// International Syria Support Group".
func (s *sentence) within(at int) bool {
	p := at - 1
	if p <= s.skip || s.tokens[p].men < 0 {
		return false
	}
	b := &s.mentions[s.tokens[p].men]
	return b.entity.Label == "State" && b.how == byName && b.from > s.skip && s.namePart(b.from-1)
}

// stateBeside returns the state before a name or in an of-phrase behind it.
func (s *sentence) stateBeside(m *mention) *entity {
	t := s.tokens
	p := m.from - 1
	for p > s.skip && p > m.from-6 && t[p].men < 0 && !t[p].Capital && (t[p].tag == tAdj || t[p].tag == tHyphen || t[p].tag == tNoun && t[p+1].tag == tHyphen) {
		p-- // "Venezuela's opposition-controlled National Assembly"
	}
	far := p < m.from-1
	if p > s.skip && t[p].tag == tGenitive {
		p--
		far = false
	}
	if p >= s.skip && t[p].men >= 0 && !far {
		if o := s.mentions[t[p].men].entity; o.Label == "State" {
			return o
		}
	}
	if n := m.to; n+1 < len(t) && t[n].Lower == "of" {
		if n++; t[n].Lower == "the" && n+1 < len(t) {
			n++
		}
		if t[n].men >= 0 {
			if o := s.mentions[t[n].men].entity; o.Label == "State" {
				return o
			}
		}
	}
	return nil
}

// withState is a body's name as written with the state before it: "North Korea's
// Foreign Ministry".
func (s *sentence) withState(m *mention, state *entity, name string) string {
	p := m.from - 1
	if p > s.skip && s.tokens[p].tag == tGenitive {
		p--
	}
	if p >= s.skip && s.tokens[p].men >= 0 {
		if o := &s.mentions[s.tokens[p].men]; o.entity.Label == "State" && (o.how == byName || o.how == byAdjective) {
			return text.Plain(s.surface(o.from, m.to))
		}
	}
	return state.Name + "'s " + name
}

// acronymBehind returns the acronym that a bracket behind a name introduces, or
// nothing: "(APA)".
func (s *sentence) acronymBehind(at int) string {
	t := s.tokens
	if at+2 >= len(t) || t[at].tag != tOpen || !t[at+1].AllCaps || len(t[at+1].Lower) < 2 || t[at+1].men >= 0 && s.mentions[t[at+1].men].entity.Label != "Organization" || t[at+2].tag != tClose && t[at+2].tag != tComma {
		return ""
	}
	return t[at+1].Lower
}

// acronym returns the organisation that an acronym of the article stands for; one
// in brackets or behind "or" and a name is learnt: "the Karen Army, or KA".
func (r *reader) acronym(s *sentence, at int) *entity {
	t := s.tokens
	if e := r.acronyms[t[at].Lower]; e != nil {
		return e
	}
	name := -1
	switch {
	case at <= s.skip+1 || s.Part == graph.Headline:
	case t[at-1].tag == tOpen:
		name = at - 2
	case t[at].AllCaps && at > s.skip+2 && (t[at-1].Lower == "or" || t[at-1].Lower == "as" && t[at-2].Lower == "known"):
		if name = at - 2; t[name].Lower == "known" {
			name--
		}
		if t[name].Lower == "also" {
			name--
		}
		if name < s.skip || t[name].tag != tComma {
			return nil // "France or NATO"
		}
		name--
	}
	if name < s.skip || t[name].men < 0 {
		return nil
	}
	if e := s.mentions[t[name].men].entity; e.Label == "Organization" && strings.EqualFold(e.Name[:1], t[at].Lower[:1]) {
		r.acronyms[t[at].Lower] = e
		return e
	}
	return nil
}

// bodyCore turns the name of a ministry round, so that both its names are one:
// "Ministry of Foreign Affairs" is the "foreign ministry".
func bodyCore(name string) string {
	kind, of, found := strings.Cut(name, " of ")
	if kind != "Ministry" && kind != "Department" || !found {
		return name
	}
	return strings.TrimSuffix(of, " Affairs") + " " + kind
}
