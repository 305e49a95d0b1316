package extract

import (
	"slices"
	"strings"

	"dossier/loaders/text"
)

// ref is what a noun phrase stands for.
type ref struct {
	entity   *entity
	text     string // as written, without article
	from, to int    // tokens
}

// refs returns what the phrase at ci and the list it stands in name, as things
// of the wanted labels, in order. Crowds ("dozens of countries") name nobody.
func (r *reader) refs(s *sentence, ci int, labels []string) []ref {
	// A pronoun may lead to a phrase that holds the pronoun ("those who said they
	// were"): such rounds end here.
	if r.depth > maxDepth {
		return nil
	}
	r.depth++
	defer func() { r.depth-- }()
	if x, ok := r.crowd(s, ci, labels); ok {
		return []ref{x}
	}
	if s.reciprocal(ci) {
		for i := range s.clauses {
			if c := &s.clauses[i]; (c.object == ci || slices.ContainsFunc(c.preps, func(p prep) bool { return p.at == ci })) && c.subject >= 0 && c.subject != ci {
				return r.refs(s, c.subject, labels)
			}
		}
	}
	var out []ref
	g := s.group(s.namesCounted(ci))
	for i, m := range g {
		if i+1 < len(g) && s.titledNext(m, g[i+1]) {
			continue // "Prime Minister and Foreign Minister Petr Fiala" is one man
		}
		out = append(out, r.refsOfMember(s, m, labels)...)
	}
	return out
}

// reciprocal reports whether a phrase is "each other" or "one another".
func (s *sentence) reciprocal(ci int) bool {
	c := &s.chunks[ci]
	if c.to-c.from != 2 {
		return false
	}
	first, second := s.tokens[c.from].Lower, s.tokens[c.from+1].Lower
	return first == "each" && second == "other" || first == "one" && second == "another"
}

// titledNext reports whether the office at ci is one of those that the person named
// next in its list holds.
func (s *sentence) titledNext(ci, next int) bool {
	np, named := s.chunks[ci].np, s.chunks[next].np
	if np.men >= 0 || !s.namesPerson(named) {
		return false
	}
	for i := range s.holdings {
		if h := &s.holdings[i]; h.person == s.mentions[named.men].entity && h.from <= np.head && h.to > named.from && h.rule == "title-name" {
			return true
		}
	}
	return false
}

// maxDepth is how far references are followed; real ones take three steps.
const maxDepth = 6

// crowd resolves a list of mere descriptions as one: "officials and entities".
func (r *reader) crowd(s *sentence, ci int, labels []string) (ref, bool) {
	g := s.group(ci)
	if len(g) < 2 || !r.x.onto.Is("Person", labels...) {
		return ref{}, false
	}
	if s.parties(g) {
		first, last := s.chunks[g[0]].np, s.chunks[g[len(g)-1]].np
		words := text.Plain(s.surface(r.firstWord(s, first), last.to))
		return ref{entity: r.described("Person", words), text: words, from: first.from, to: last.to}, true
	}
	for _, m := range g {
		np := s.chunks[m].np
		if k := r.sort(s, m); np.men >= 0 || np.pronoun || k != "role" || !strings.HasSuffix(s.tokens[np.head].Lower, "s") && k != "actor" || s.including(m) != nil || len(r.owners(s, np)) > 0 {
			return ref{}, false
		}
	}
	first, last := s.chunks[g[0]].np, s.chunks[g[len(g)-1]].np
	words := text.Plain(s.surface(r.firstWord(s, first), last.to))
	return ref{entity: r.described("Person", words), text: words, from: first.from, to: last.to}, true
}

// parties reports whether a list is one of unnamed people and bodies at large:
// "more than 100 individuals and entities".
func (s *sentence) parties(group []int) bool {
	for _, m := range group {
		np := s.chunks[m].np
		if np.men >= 0 || !s.vocab.parties.has(s.tokens[np.head].Lower) || s.including(m) != nil {
			return false
		}
		if s.tokens[np.head].Lower == "officials" && s.tokens[np.start].men >= 0 {
			return false // "Uzbek officials and Chinese officials"
		}
	}
	return true
}

func (r *reader) refsOfMember(s *sentence, m int, labels []string) []ref {
	if list := s.including(m); list != nil && !(s.chunks[list[0]].np.possessive && !r.animate(s, m)) && !(s.chunks[m+1].word == "of" && r.sort(s, m) == "act" && r.sort(s, list[0]) != "act") {
		// not "the killing of aid workers, including two Kenyans"
		var out []ref
		for _, k := range list {
			out = append(out, r.one(s, k, labels)...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return r.one(s, m, labels)
}

// one resolves a single phrase.
func (r *reader) one(s *sentence, ci int, labels []string) []ref {
	eff := s.effective(ci)
	if eff != ci && !(r.x.onto.Is("Transfer", labels...) && len(r.x.set.OfNoun(s.headLemma(ci))) > 0) {
		return r.one(s, eff, labels) // but "condemned the shipment of rifles": the act
	}
	np := s.chunks[ci].np
	mk := func(e *entity) []ref {
		if e == nil {
			return nil
		}
		written := s.words(np)
		if r.x.onto.Is(e.Label, "Transfer", "Event", "Topic") {
			written = text.Plain(r.full(s, ci))
		}
		return []ref{{entity: e, text: written, from: np.from, to: np.to}}
	}
	all := func(es []*entity) (out []ref) {
		for _, e := range es {
			out = append(out, mk(e)...)
		}
		return out
	}
	if np.pronoun {
		return r.pronoun(s, np, labels)
	}
	if np.possessive && s.vocab.styleNouns.has(s.tokens[np.head].Lower) {
		return all(r.pronounWord(s, s.subjectForm(np), np.from, speakers[:1])) // "His Excellency stressed"
	}
	if r.sharesOther(s, ci) {
		return nil
	}
	if e := r.gapped(s, ci); e != nil && r.x.onto.Is(e.Label, labels...) {
		return mk(e)
	}
	if es, settled := r.headNamed(s, np, labels); settled {
		return all(es)
	}
	if w := s.premodifiedWeapon(np); w != nil && r.x.onto.Is(w.Label, labels...) {
		return mk(w) // "the S-300 missile defence system"
	}
	if out := r.statesNamed(s, ci, labels); len(out) > 0 {
		return out
	}
	if es := r.together(s, np, labels); len(es) > 0 {
		return all(es)
	}
	if e := r.namedBehind(s, ci); e != nil {
		if r.x.onto.Is(e.Label, labels...) {
			return mk(e)
		}
		if e.Label == "Person" {
			return nil // "the defence minister of Ghana, Samuel Mensah,": he, not Ghana
		}
	}
	if np.men < 0 && s.vocab.holds.has(s.tokens[np.head].lemma) && r.x.onto.Is("Organization", labels...) && r.x.onto.Is("Place", labels...) {
		if es := r.owners(s, np); len(es) == 1 && es[0].Label == "Organization" {
			return mk(es[0]) // "Hezbollah positions in the south"
		}
	}
	if es := r.located(s, ci, labels); len(es) > 0 {
		return all(es)
	}
	if out := r.benefiting(s, ci, labels); len(out) > 0 {
		return out
	}
	return mk(r.describe(s, ci, labels))
}

// headNamed returns whom a phrase stands for whose head is a name or a dictionary's word.
// settled says that it stands for nobody else, even where it returns none.
func (r *reader) headNamed(s *sentence, np *nounPhrase, labels []string) (es []*entity, settled bool) {
	if np.men < 0 || s.mentions[np.men].to-1 != np.head {
		return nil, false
	}
	m := &s.mentions[np.men]
	article := s.tokens[np.from].Lower
	indefinite := article == "a" || article == "an"
	byItself := article != "the" && pluralNoun(s.tokens[np.head].Lower)
	if m.how == byAdjective && indefinite || m.how == byPeople && (s.numbered(np) || indefinite || byItself) {
		if !r.x.onto.Is("Person", labels...) {
			return nil, true
		}
		return []*entity{r.described("Person", s.words(np))}, true // "a Tunisian", "more than 1,000 Russians"
	}
	for _, want := range labels {
		if want == "Place" && m.place != nil {
			return []*entity{m.place}, true
		}
		if r.x.onto.Is(m.entity.Label, want) {
			return []*entity{m.entity}, true
		}
	}
	if m.entity.Label == "Place" && s.severalStates(np) != nil {
		return r.together(s, np, labels), true // "the three Baltics"
	}
	// A dictionary noun such as "embargo" or "aid" may be read as an act.
	switch l := m.entity.Label; l {
	case "State", "Organization", "Person", "Place":
		return nil, true
	default:
		return nil, r.x.onto.Is(l, "Weapon") && s.tokens[np.head].word.in(cPerson) // nor is a nerve agent a person
	}
}

// subjectForm turns the possessor of a phrase into the pronoun of a subject.
func (s *sentence) subjectForm(np *nounPhrase) string {
	if s.tokens[np.from].Lower == "her" {
		return "she"
	}
	return "he"
}

// statesNamed returns the states that a phrase in the plural lists behind it: "the
// Sahelian nations of Mali and Niger", "the governments of Kenya and Chad".
func (r *reader) statesNamed(s *sentence, ci int, labels []string) []ref {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	if np.men >= 0 || !pluralNoun(h.Lower) || !s.vocab.homelands.has(h.lemma) && !s.vocab.rulers.has(h.lemma) || !r.x.onto.Is("State", labels...) {
		return nil
	}
	if ci+2 >= len(s.chunks) || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
		return nil
	}
	var out []ref
	for _, g := range s.group(ci + 2) {
		m := s.chunks[g].np.men
		if m < 0 || s.mentions[m].entity.Label != "State" || s.mentions[m].how == byAdjective {
			return nil
		}
		e := s.mentions[m].entity
		out = append(out, ref{entity: e, text: e.Name, from: s.chunks[g].from, to: s.chunks[g].to})
	}
	return out
}

// premodifiedWeapon returns the weapon that a phrase names before its kind:
// "Su-57 fighters".
func (s *sentence) premodifiedWeapon(np *nounPhrase) *entity {
	if np.men >= 0 || !s.vocab.weaponKinds.has(s.tokens[np.head].lemma) {
		return nil
	}
	for i := np.head - 1; i >= np.start; i-- {
		if mi := s.tokens[i].men; mi >= 0 {
			switch s.mentions[mi].entity.Label {
			case "State", "Organization", "Person", "Place":
			default:
				return s.mentions[mi].entity
			}
		}
	}
	return nil
}

// numbered reports whether a number stands among the words before a head noun.
func (s *sentence) numbered(np *nounPhrase) bool {
	for i := np.from; i < np.head; i++ {
		if s.tokens[i].tag == tNum || s.tokens[i].Lower == "many" || s.tokens[i].Lower == "several" {
			return true
		}
	}
	return false
}

// namedBehind returns the person that a role is explained by, "Lviv's governor,
// Maksym Kozytskyi,", or the state that a possessor's neighbour is.
func (r *reader) namedBehind(s *sentence, ci int) *entity {
	c := s.chunks
	if e := r.otherOfPair(s, c[ci].np); e != nil {
		return e
	}
	if np := c[ci].np; np.men < 0 && s.tokens[np.head].word.in(cOrg) && ci+3 < len(c) && c[ci+1].kind == kComma && c[ci+2].kind == kNoun && c[ci+2].from == c[ci+1].to && c[ci+2].np.men >= 0 && (c[ci+3].kind == kComma || c[ci+3].kind == kVerb && !r.speechVerb(c[ci+3].vg)) {
		if e := s.mentions[c[ci+2].np.men].entity; (e.Label == "Organization" || e.Label == "State" && c[ci+3].kind == kComma) && len(s.group(ci)) == 1 {
			return e // "the capital's oldest daily, the Herald,"
		}
	}
	if e := r.explainedBy(s, ci); e != nil {
		return e
	}
	if r.sort(s, ci) != "role" {
		return nil
	}
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && c[j+1].kind == kNoun {
		in := c[j+1].np
		first := in.start
		for first < in.head && s.tokens[first].tag == tDet {
			first++
		}
		if (c[j].word == "to" || c[j].word == "for" || c[j].word == "on" || c[j].word == "of") && in.men >= 0 && s.mentions[in.men].entity.Label == "Person" && first < s.mentions[in.men].from && (s.tokens[first].men >= 0 || c[j].word != "to") && r.x.titles.before(s.tokens, s.mentions[in.men].from) < 0 {
			return s.mentions[in.men].entity // "U.N. envoy to Libya Ghassan Salame", not "the wife of Syrian leader Assad"
		}
		j = s.behindGroup(j + 1)
	}
	if j > ci+1 && pluralNoun(s.tokens[c[ci].np.head].Lower) && r.x.titles.before(s.tokens, c[ci].np.to) < 0 {
		return nil // "in a call of the leaders of Chad and Mali, Deby said"
	}
	if j+3 < len(c) && c[j].kind == kOpen && c[j+2].kind == kClose {
		j += 3 // "the head of the National Relief Council (NRC), Tomas Okello,"
	}
	if many := c[ci].np; pluralNoun(s.tokens[many.head].Lower) && !r.ministerOf(s, many) {
		return nil // "sanctioned five judges, Payne said"
	}
	if j+1 < len(c) && c[j].kind == kComma && c[j+1].kind == kNoun && c[j+1].from == c[j].to && c[j+1].np.men >= 0 {
		if m := &s.mentions[c[j+1].np.men]; m.entity.Label == "Person" && (j+2 >= len(c) || c[j+2].kind == kComma || c[j+2].kind == kColon || c[j+2].kind == kVerb || c[j+2].kind == kTime || c[j+2].kind == kPrep && tellsWhere(c[j+2].word) || c[j+2].kind == kConj && s.inGroup(ci, j+3) || c[ci].np.possessive && c[j+2].kind != kConj && c[j+2].kind != kNoun) {
			return m.entity
		}
	}
	return nil
}

// explainedBy returns the state or organisation that explains a description: "the
// isolated state, North Korea,", "its neighbour, Rwanda,", "the kingdom of Jordan".
func (r *reader) explainedBy(s *sentence, ci int) *entity {
	c, np := s.chunks, s.chunks[ci].np
	h := &s.tokens[np.head]
	if e := r.calledBehind(s, ci); e != nil {
		return e
	}
	if e := r.explains(s, ci); e != nil {
		return e
	}
	if np.men >= 0 || ci+2 >= len(c) || c[ci+2].kind != kNoun || c[ci+2].np.men < 0 || len(s.group(ci)) > 1 || strings.HasSuffix(h.Lower, "s") && !s.vocab.settlements.has(h.lemma) {
		return nil
	}
	m := &s.mentions[c[ci+2].np.men]
	if m.how == byAdjective || m.to-1 != c[ci+2].np.head || len(s.group(ci+2)) > 1 {
		return nil
	}
	switch {
	case c[ci+1].kind == kPrep && c[ci+1].word == "of":
		if m.entity.Label == "State" && s.vocab.realms.has(h.Lower) {
			return m.entity
		}
	case c[ci+1].kind == kComma && (ci+3 >= len(c) || c[ci+3].kind == kComma || c[ci+3].kind == kTime || c[ci+3].kind == kVerb && !r.speechVerb(c[ci+3].vg)):
		if m.entity.Label == "State" && (s.vocab.realms.has(h.Lower) && !s.adjectival(np) || s.vocab.pairs.has(h.lemma)) {
			return m.entity
		}
		if m.entity.Label == "Organization" && len(s.vocab.kinds[h.lemma]) > 0 {
			return m.entity
		}
		if m.entity.Label == "Place" && s.vocab.settlements.has(h.lemma) {
			return m.entity // "another town, Mayer"
		}
	}
	return nil
}

// calledBehind returns the name that a phrase is said to bear: "an alliance of
// insurgents known as Jaish al-Fatah".
func (r *reader) calledBehind(s *sentence, ci int) *entity {
	c := s.chunks
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && c[j].word == "of" && c[j+1].kind == kNoun {
		j += 2
	}
	if j < len(c) && c[j].kind == kComma {
		j++
	}
	if j+1 >= len(c) || c[j].kind != kVerb || !c[j].vg.bare || !s.vocab.naming.has(c[j].vg.lemma) && c[j].vg.lemma != "know" {
		return nil
	}
	for j++; j < len(c) && (c[j].kind == kPrep && c[j].word == "as" || c[j].kind == kAdverb); j++ {
	}
	if j >= len(c) || c[j].kind != kNoun || c[j].np.men < 0 || c[ci].np.men >= 0 {
		return nil
	}
	if m := &s.mentions[c[j].np.men]; m.to-1 == c[j].np.head && (m.entity.Label == "Organization" && s.tokens[c[ci].np.head].word.in(cOrg|cGroup) || m.entity.Label == "Person" && r.sort(s, ci) == "role") {
		return m.entity
	}
	return nil
}

// explains returns the name before a comma that a phrase explains: "Timchenko, a
// close ally who", "the IAEA, the body expected to".
func (r *reader) explains(s *sentence, ci int) *entity {
	c, np := s.chunks, s.chunks[ci].np
	if ci < 2 || np.men >= 0 || np.pronoun || c[ci-1].kind != kComma || c[ci-2].kind != kNoun || c[ci-2].np.men < 0 || len(s.group(ci)) > 1 || len(s.group(ci-2)) > 1 && !(s.namesPerson(c[ci-2].np) && r.isTitle(s, np)) || pluralNoun(s.tokens[np.head].Lower) && !r.ministerOf(s, np) {
		return nil
	}
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && c[j+1].kind == kNoun {
		j += 2
	}
	if j+1 < len(c) && c[j].kind == kComma && c[j+1].kind == kRel {
		j++ // "Novak, the foreign minister of Slovenia, who"
	}
	goesOn := j < len(c) && (c[j].kind == kRel || c[j].kind == kVerb && c[j].vg.bare && c[j].vg.form&fPart != 0)
	switch s.tokens[np.from].Lower {
	case "a", "an":
		if !goesOn && j < len(c) && c[j].kind != kComma {
			return nil
		}
	case "the":
		if !goesOn && !(ci == 2 && r.openApposition(s, ci, j)) {
			return nil
		}
	default:
		if np.owner != nil || np.possessive || s.tokens[np.from].tag == tDet || !s.namesPerson(c[ci-2].np) {
			return nil // but "Tin Myint, secretary of the ministry said"
		}
	}
	m := &s.mentions[c[ci-2].np.men]
	if m.to-1 != c[ci-2].np.head {
		return nil
	}
	switch h := &s.tokens[np.head]; {
	case m.entity.Label == "Person" && r.sort(s, ci) == "role", m.entity.Label == "Organization" && h.word.in(cOrg|cGroup) && !s.vocab.crowds.has(h.Lower):
		return m.entity
	}
	return nil
}

// owners returns whom a phrase belongs to: its possessor, or the states and
// organisations among its modifiers ("Russian", "North Korea-Russia").
func (r *reader) owners(s *sentence, np *nounPhrase) []*entity {
	var out []*entity
	if np.owner != nil {
		if e := s.bandOf(np); e != nil {
			return []*entity{e}
		}
		if np.owner.men >= 0 {
			return []*entity{s.mentions[np.owner.men].entity}
		}
		if e := r.ownerDescribed(s, np.owner); e != nil {
			return []*entity{e}
		}
		return nil
	}
	if np.possessive {
		if e := s.sibling(np); e != nil {
			return []*entity{e}
		}
		if es := r.controlled(s, np); len(es) > 0 {
			return es
		}
		for i := np.from; i < np.start; i++ {
			if s.tokens[i].tag == tPossessive {
				out = append(out, r.pronounWord(s, s.tokens[i].Lower, np.from, []string{"State", "Organization", "Person"})...)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	for i := np.start; i < np.head; i++ {
		if s.tokens[i].men < 0 {
			continue
		}
		m := &s.mentions[s.tokens[i].men]
		if m.from != i || m.to > np.head {
			continue
		}
		if s.behindCompound(m, np.head) && !(s.tokens[m.to+1].Lower == "led" && s.tokens[np.head].word.in(cEvent)) {
			continue // "Iran-backed militias" are not Iran's
		}
		if s.vocab.churches.has(s.tokens[m.to].Lower) {
			continue // "a Serbian Orthodox monastery" may stand anywhere
		}
		if s.suffersSanctions(np) == s.tokens[i].men {
			continue // "the Myanmar sanctions" are not Myanmar's
		}
		if m.entity.Label == "State" || m.entity.Label == "Organization" {
			out = append(out, m.entity)
		} else if m.entity.Label == "Person" {
			out = append(out, m.entity)
		}
	}
	if len(out) == 0 {
		if e := r.governed(s, np); e != nil {
			out = append(out, e)
		} else if e := r.ruling(s, np); e != nil {
			out = append(out, e)
		} else if e := r.reputed(s, np); e != nil {
			out = append(out, e)
		} else if e := s.sentFrom(np); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// bandOf returns the organisation whose men a phrase with an owner tells of: "Yemen's
// Houthi forces", or nil.
func (s *sentence) bandOf(np *nounPhrase) *entity {
	h := s.tokens[np.head].Lower
	if !s.vocab.combatants.has(singular(h)) && !s.vocab.fighters.has(h) {
		return nil
	}
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men >= 0 && s.mentions[t.men].entity.Label == "Organization" && !s.behindCompound(&s.mentions[t.men], np.head) {
			return s.mentions[t.men].entity
		}
	}
	return nil
}

// reputed returns the state that planes or strikes are said to be of: "jets
// believed to be Israeli", "air strikes, thought to be from Turkish planes,".
func (r *reader) reputed(s *sentence, np *nounPhrase) *entity {
	if h := &s.tokens[np.head]; !s.vocab.machines.has(h.Lower) && !r.x.strikes.has(h.lemma) {
		return nil
	}
	ci, c := s.chunkAt(np.head), s.chunks
	j := ci + 1
	if j < len(c) && c[j].kind == kComma {
		j++
	}
	if ci < 0 || j+2 >= len(c) || c[j].kind != kVerb || !s.vocab.thinking.has(c[j].vg.lemma) && !s.vocab.raising.has(c[j].vg.lemma) || c[j+1].kind != kVerb || c[j+1].vg.lemma != "be" {
		return nil
	}
	if j += 2; c[j].kind == kPrep && j+1 < len(c) && (c[j].word == "from" || c[j].word == "by") {
		j++
	}
	if c[j].kind != kNoun {
		return nil
	}
	if mi := s.tokens[c[j].np.start].men; mi >= 0 && s.mentions[mi].entity.Label == "State" {
		return s.mentions[mi].entity
	}
	return nil
}

// sentFrom returns the state that the soldiers who do something are from: "troops from
// neighbouring Rwanda support the rebels", but not "withdrew troops from Mali".
func (s *sentence) sentFrom(np *nounPhrase) *entity {
	if h := s.tokens[np.head].Lower; !s.vocab.stateArms.has(h) || !pluralNoun(h) {
		return nil
	}
	ci, ch := s.chunkAt(np.head), s.chunks
	if ci < 0 || ci+2 >= len(ch) || ch[ci+1].kind != kPrep || ch[ci+1].word != "from" || ch[ci+2].kind != kNoun || len(s.group(ci+2)) > 1 {
		return nil
	}
	m := ch[ci+2].np.men
	if m < 0 || s.mentions[m].entity.Label != "State" || s.mentions[m].to-1 != ch[ci+2].np.head {
		return nil
	}
	if ci > 0 && ch[ci-1].kind == kPrep && ch[ci-1].word == "by" {
		return s.mentions[m].entity
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.subject == ci && !c.passive {
			return s.mentions[m].entity
		}
	}
	return nil
}

// sibling returns the name right before "and" that a possessor behind it means:
// "Ukraine and its people", "Goma and its camps"; nil if there is none.
func (s *sentence) sibling(np *nounPhrase) *entity {
	ci := s.chunkAt(np.head)
	if ci < 2 || s.chunks[ci-1].kind != kConj || s.chunks[ci-2].kind != kNoun || !s.inGroup(ci, ci-2) {
		return nil
	}
	before := s.chunks[ci-2].np
	if before.men < 0 || before.owner != nil || s.mentions[before.men].how == byAdjective {
		return nil
	}
	e := s.mentions[before.men].entity
	switch w := s.tokens[np.from].Lower; {
	case w == "its" && (e.Label == "State" || e.Label == "Organization" || e.Label == "Place"), (w == "his" || w == "her") && e.Label == "Person" && s.vocab.may(w, e):
		return e
	}
	return nil
}

// controlled returns whom a possessor means in the object of an infinitive:
// whoever is called upon, "urged the militias to halt their attacks".
func (r *reader) controlled(s *sentence, np *nounPhrase) []*entity {
	w := s.tokens[np.from].Lower
	if w != "their" && w != "its" {
		return nil
	}
	ci := s.chunkAt(np.head)
	if e := s.heldFor(ci); e != nil && w == "its" {
		return []*entity{e}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.object != ci || c.passive || c.subject < 0 || !s.chunks[c.verb].vg.to_ || s.chunks[c.subject].np.pronoun {
			continue
		}
		labels := []string{"State", "Organization", "Person"}
		who := r.refs(s, c.subject, labels)
		if len(who) == 0 {
			who = r.intending(s, c.subject, labels) // "an attempt by Chad to hide its support"
		}
		out := entities(who)
		if len(out) == 1 || w == "their" {
			return out
		}
	}
	return nil
}

// heldFor returns the state or body that is judged for what stands behind "for":
// "pressure on Russia for its war", "held Iran accountable for its attacks".
func (s *sentence) heldFor(ci int) *entity {
	if ci < 2 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "for" && s.chunks[ci-1].word != "over" {
		return nil
	}
	np := s.chunks[ci-2].np
	if np != nil && np.men < 0 && np.owner == nil && s.tokens[np.head].word.in(cOrg|cGroup) && !pluralNoun(s.tokens[np.head].Lower) {
		return s.premodifier(np, "Organization") // "leaders of the M23 movement for its attacks"
	}
	if np == nil || np.men < 0 || np.owner != nil || s.mentions[np.men].to-1 != np.head {
		return nil
	}
	if e := s.mentions[np.men].entity; e.Label == "State" || e.Label == "Organization" {
		return e
	}
	return nil
}

// governed returns whom "of" behind a group says that it belongs to: "the
// government of Japan", "the forces of General Haftar".
func (r *reader) governed(s *sentence, np *nounPhrase) *entity {
	ci := s.chunkAt(np.head)
	if l := s.loyalTo(np); l >= 0 {
		to := s.chunks[l].np
		if s.tokens[s.chunks[l-2].from].Lower != "loyal" {
			return nil // "militias affiliated with Iran" are not Iran's
		}
		switch w := s.tokens[to.head].Lower; {
		case to.men < 0 && (w == "government" || w == "regime"):
			if owners := r.owners(s, to); len(owners) == 1 && owners[0].Label == "State" {
				return owners[0]
			}
			return r.stateDescribed(s, to)
		case to.men >= 0 && s.mentions[to.men].entity.Label == "State":
			return s.mentions[to.men].entity
		}
		return nil
	}
	if e := s.rulesFrom(ci); e != nil {
		return e
	}
	if ci < 0 || ci+2 >= len(s.chunks) || s.chunks[ci].np != np || !s.tokens[np.head].word.in(cGroup|cOrg) || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
		return nil
	}
	of := s.chunks[ci+2].np
	if of.men < 0 || s.mentions[of.men].to-1 != of.head {
		return nil
	}
	switch e := s.mentions[of.men].entity; e.Label {
	case "State", "Organization":
		return e
	case "Person":
		if w := s.tokens[np.head].Lower; w == "government" || w == "regime" {
			return r.stateOf(e)
		} else if s.vocab.selves.has(w) {
			return e
		}
	}
	return nil
}

// rulesFrom returns the state that a government rules from its capital, or nil: "the
// government in Tripoli", "the authorities in Minsk".
func (s *sentence) rulesFrom(ci int) *entity {
	c := s.chunks
	if ci < 0 || ci+2 >= len(c) || c[ci].kind != kNoun || c[ci+1].word != "in" || c[ci+2].kind != kNoun || c[ci+2].np.men < 0 {
		return nil
	}
	if w := s.tokens[c[ci].np.head].Lower; !s.vocab.rulers.has(w) && w != "authorities" && w != "leadership" && w != "administration" {
		return nil
	}
	if m := &s.mentions[c[ci+2].np.men]; m.how == byCapital && m.to-1 == c[ci+2].np.head && m.entity.Label == "State" {
		return m.entity
	}
	return nil
}

// loyalTo returns the phrase that a group is said to be loyal to or allied with, or
// -1.
func (s *sentence) loyalTo(np *nounPhrase) int {
	ci := s.chunkAt(np.head)
	if ci < 0 || ci+3 >= len(s.chunks) || s.chunks[ci].np != np || !s.vocab.allegiant.has(s.tokens[s.chunks[ci+1].from].Lower) || s.chunks[ci+2].word != "to" && s.chunks[ci+2].word != "with" || s.chunks[ci+3].kind != kNoun {
		return -1
	}
	return ci + 3
}

// participle reports whether a word ends a compound such as "Turkish-backed".
func participle(w string) bool {
	switch w {
	case "led", "made", "built", "held", "run", "born", "trained":
		return true
	}
	return strings.HasSuffix(w, "ed") && len(w) > 4
}

func (r *reader) ownerDescribed(s *sentence, np *nounPhrase) *entity {
	h := s.tokens[np.head].Lower
	owners := r.owners(s, np)
	if e := r.groupOf(h, owners); e != nil {
		return e
	}
	switch {
	case h == "country" || h == "nation":
		if e := r.stateDescribed(s, np); e != nil {
			return e
		}
		return newest(r.discourse.states, 1)
	case len(owners) == 0 && len(s.vocab.kinds[singular(h)]) > 0 && r.antecedent(s, np, "State") != nil:
		return r.antecedent(s, np, "State")
	case r.x.lex.has(h, cPerson):
		if e := r.officeBearer(s, np, owners); e != nil {
			return e
		}
		return r.described("Person", s.words(np))
	case r.x.lex.has(h, cOrg|cGroup):
		if len(owners) == 0 {
			if e := r.antecedent(s, np, "Organization"); e != nil {
				return e
			}
			if e := r.stateBody(s, np); e != nil {
				return e
			}
		}
		return r.organisation(s, np, owners)
	}
	return nil
}

// words is a phrase as written, without its article.
func (s *sentence) words(np *nounPhrase) string {
	return text.Plain(s.surface(s.skipArticle(np), np.to))
}

// skipArticle is the first token of a phrase behind its article.
func (s *sentence) skipArticle(np *nounPhrase) int {
	from := np.from
	for from < np.head && (s.tokens[from].tag == tDet && s.tokens[from].Lower != "no") {
		from++
	}
	if w := s.tokens[from].Lower; from == np.from && from < np.head && (w == "one" || w == "several") && s.tokens[from+1].Lower != "of" && s.tokens[from+1].tag != tHyphen {
		from++ // "one diplomat"
	}
	if from > np.from && from < np.head && s.tokens[from].Lower == "than" {
		from-- // "more than a hundred banks"
	}
	return from
}

// surface is the text of tokens[from:to], with white space made single.
func (s *sentence) surface(from, to int) string {
	if from >= to {
		return ""
	}
	t := s.article.Text[s.tokens[from].Start:s.tokens[to-1].End]
	if strings.ContainsAny(t, "\n\t") || strings.Contains(t, "  ") {
		t = strings.Join(strings.Fields(t), " ")
	}
	return t
}

// openApposition reports whether the phrase at ci, which explains the name that opens the
// sentence, is an office with the verb of the sentence at j right behind it, and no
// comma: "Petra Novak, the foreign minister of Slovenia told".
func (r *reader) openApposition(s *sentence, ci, j int) bool {
	c := s.chunks
	if j+1 >= len(c) || c[j].kind != kVerb || !c[j].vg.finite || c[j+1].kind == kComma {
		return false
	}
	return r.isTitle(s, c[ci].np)
}
