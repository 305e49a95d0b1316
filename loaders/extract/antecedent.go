package extract

import (
	"slices"
	"strings"

	"dossier/loaders/rules"
)

// antecedent finds the organisation or state that a description without a name
// means: "the army", "the militants", "the isolated nation". It is the last one
// named that may be called so. Where the words say that another one is meant,
// or nothing fits, it is nil.
func (r *reader) antecedent(s *sentence, np *nounPhrase, label string) *entity {
	if np.pronoun || np.possessive || np.owner != nil || s.numberedUnnamed(np) || np.to < len(s.tokens) && strings.HasPrefix(s.tokens[np.to].Lower, "toward") {
		return nil // "supports the movement towards a truce"
	}
	switch s.tokens[np.from].Lower {
	case "the", "this", "that":
	default:
		return nil
	}
	for i := len(s.mentions) - 1; i >= 0; i-- {
		m := &s.mentions[i]
		if m.to <= np.from && s.tokens[m.from].men == i && m.entity.Label == label && r.callable(s, np, m.entity) && !s.names(np, m.entity) {
			return m.entity
		}
	}
	list := r.discourse.orgs
	if label == "State" {
		list = r.discourse.states
	}
	fit := 0
	for _, e := range r.discourse.plural {
		if e.Label == label && r.callable(s, np, e) {
			fit++
		}
	}
	if fit > 1 {
		return nil // "Hamas and Hezbollah condemned it. The group"
	}
	if f := r.discourse.focus; f != nil && f.Label == label && r.callable(s, np, f) && !s.names(np, f) {
		return f
	}
	var found *entity
	for i := len(list) - 1; i >= 0; i-- {
		if !r.callable(s, np, list[i]) || s.names(np, list[i]) {
			continue
		}
		if found != nil {
			// Another fits: who was named long ago is not meant.
			if label == "Organization" && (s.Index-r.discourse.named[found] > maxGroupAge || r.discourse.named[found] == r.discourse.named[list[i]]) {
				return nil
			}
			break
		}
		found = list[i]
	}
	return found
}

// numberedUnnamed reports whether a word before the noun tells it from what was
// named: "the other group", "the two companies".
func (s *sentence) numberedUnnamed(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men < 0 && s.vocab.unnamedBefore.has(t.Lower) || t.tag == tNum && (i+1 >= np.head || s.tokens[i+1].tag != tHyphen) {
			return true
		}
	}
	return false
}

// names reports whether a phrase's clause names an entity beside it: in "the SDF
// accused the group" the group is another.
func (s *sentence) names(np *nounPhrase, e *entity) bool {
	for i := range s.mentions {
		if m := &s.mentions[i]; m.entity == e && s.tokens[m.from].men == i && s.coarguments(np, m.from) {
			return true
		}
	}
	return false
}

// coarguments reports whether a phrase and a token before it are parties of one
// verb, and so not the same.
func (s *sentence) coarguments(np *nounPhrase, token int) bool {
	a, b := s.chunkAt(np.from), s.chunkAt(token)
	if a < 0 || b < 0 {
		return false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; s.party(c, a) && s.party(c, b) {
			return true
		}
	}
	return false
}

// party reports whether a phrase is a party of a clause's verb.
func (s *sentence) party(c *clause, ci int) bool {
	in := func(at int) bool { return at >= 0 && (at == ci || slices.Contains(s.group(at), ci)) }
	return in(c.subject) || in(c.object) || in(c.second) || slices.ContainsFunc(c.preps, func(p prep) bool { return in(p.at) })
}

// callable reports whether a phrase may mean an entity, by the noun and the
// words before it.
func (r *reader) callable(s *sentence, np *nounPhrase, e *entity) bool {
	if e.Label == "State" {
		return r.stateCallable(s, np, e)
	}
	civil := false
	for i := np.start; i < np.head; i++ {
		civil = civil || s.vocab.civilModifiers.has(s.tokens[i].Lower)
		mi := s.tokens[i].men
		if mi < 0 {
			continue
		}
		if m := &s.mentions[mi]; (m.entity.Label == "State" || m.entity.Label == "Organization") && m.entity.ID != e.Parent && s.tokens[m.to].tag != tHyphen && !e.hasKind(s.tokens[i].Lower) {
			return false // "the Lebanese group" is of Lebanon
		}
	}
	noun := singular(s.tokens[np.head].Lower)
	if noun == "force" && np.head > np.start && s.vocab.branches.has(s.tokens[np.head-1].Lower) && e.hasKind("armed") {
		return false // "the air force" is not the rebels
	}
	if noun == "group" && s.vocab.stateBodies.has(strings.ToLower(e.Name)) {
		return false // "security forces" are no group
	}
	for _, name := range e.names() {
		if noun == "army" && e.hasKind("armed") {
			break // "an ELN bomb, the army said": not the National Liberation Army
		}
		if bodyNamed(name, noun) && s.saidIn(np, name) {
			return true
		}
	}
	if noun == "agency" && e.entry != nil && len(e.entry.Kinds) == 0 && e.Parent != "" && !strings.HasPrefix(e.ID, "outlet:") {
		return true // "The FBI said so. The agency"
	}
	if !r.kindPhrase(s, np, e) {
		return false
	}
	if noun == "force" && s.tokens[np.head-1].Lower == "armed" {
		return false // "the armed forces" are no armed group
	}
	if e.entry == nil && strings.HasPrefix(e.Parent, "state:") && (noun == "group" || s.vocab.inRanks.has(noun)) {
		return false // "the Malian army said the group had attacked": another one
	}
	for _, k := range s.vocab.kinds[noun] {
		if (!civil || k == "civil") && (e.hasKind(k) || e.entry == nil && s.vocab.kindNamed(k, e.Name)) {
			return true
		}
	}
	return false
}

// kindPhrase reports whether a phrase may call one organisation by its kind:
// not "the groups", not "the Kurdish fighters" where it is not Kurdish.
func (r *reader) kindPhrase(s *sentence, np *nounPhrase, e *entity) bool {
	if h := &s.tokens[np.head]; pluralNoun(h.Lower) && r.x.lex.has(singular(h.Lower), cOrg|cGroup) && !s.vocab.selves.has(h.Lower) {
		return false
	}
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.Capital && t.tag != tDet && t.men < 0 && !s.vocab.creeds.has(t.Lower) && !e.hasKind(t.Lower) {
			return false
		}
	}
	return true
}

// kindNamed reports whether the name of an organisation that no dictionary has
// says that it is of a kind.
func (v *vocabulary) kindNamed(kind, name string) bool {
	words := v.companyNames
	switch kind {
	case "company":
	case "armed":
		words = v.armedNames
	default:
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if words.has(w) {
			return true
		}
	}
	return false
}

// stateCallable: any state is a country; what else it is called, by its kind.
func (r *reader) stateCallable(s *sentence, np *nounPhrase, e *entity) bool {
	noun := s.tokens[np.head].Lower
	country := noun == "country" || noun == "nation" || noun == "republic"
	for i := np.start; i <= np.head; {
		kinds, n := s.kindsAt(i)
		if (i+n > np.head || country || noun == "state") && slices.ContainsFunc(kinds, e.hasKind) {
			return true
		}
		i += n
	}
	return false
}

// kindsAt returns the kinds that the word at i tells, or two that are a name together
// ("West African"), and how many words that are.
func (s *sentence) kindsAt(i int) ([]string, int) {
	if i+1 < len(s.tokens) {
		if kinds := s.vocab.kinds[s.tokens[i].Lower+" "+s.tokens[i+1].Lower]; kinds != nil {
			return kinds, 2
		}
	}
	return s.vocab.kinds[s.tokens[i].Lower], 1
}

// names are the names by which an entity is known.
func (e *entity) names() []string {
	if e.entry != nil {
		return e.entry.Names
	}
	return []string{e.Name}
}

// hasKind reports whether an entity is of a kind: as its entry says, or because
// it is an outlet.
func (e *entity) hasKind(k string) bool {
	return e.entry != nil && slices.Contains(e.entry.Kinds, k) || k == "outlet" && strings.HasPrefix(e.ID, "outlet:")
}

// bodyNamed reports whether an organisation's name has a noun in it as a word,
// other than in an of-phrase: "Gaza Health Ministry" is a ministry.
func bodyNamed(name, noun string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if w == "of" || w == "for" || w == "in" {
			return w == "of" && strings.HasPrefix(strings.ToLower(name), noun)
		}
		if singular(w) == noun {
			return true
		}
	}
	return false
}

// saidIn reports whether the words before a noun are words of a name:
// "the foreign ministry", not "the central bank" for the World Bank.
func (s *sentence) saidIn(np *nounPhrase, name string) bool {
	name = americanise(name)
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.tag != tDet && t.tag != tHyphen && t.men < 0 && !strings.Contains(name, americanise(t.Lower)) {
			return false
		}
	}
	return true
}

// stateBody makes the entity of "the army" or "the foreign ministry" where nobody
// has said whose: that of the state the article is about.
func (r *reader) stateBody(s *sentence, np *nounPhrase) *entity {
	core := strings.ToLower(s.core(np))
	if np.owner != nil || np.possessive || s.tokens[np.from].Lower != "the" || !s.vocab.stateBodies.has(core) {
		return nil
	}
	state := r.scene()
	if f, one := r.fighting(s, np); f != nil && f != state {
		if !one || !r.says(s, np) {
			return nil // "Israeli jets struck Lebanon; the army" may be either's
		}
		state = f
	}
	if state == nil {
		return nil
	}
	return r.bodyOf(state, core, s.words(np))
}

// fighting returns the state whose forces or attacks a sentence names before a phrase, and
// whether there is only one such.
func (r *reader) fighting(s *sentence, np *nounPhrase) (state *entity, one bool) {
	one = true
	for i := range s.chunks {
		p := s.chunks[i].np
		if p == nil || p.head >= np.from || !s.vocab.machines.has(s.tokens[p.head].Lower) && !s.vocab.selves.has(s.tokens[p.head].Lower) && !r.x.strikes.has(s.tokens[p.head].lemma) {
			continue
		}
		for k := p.from; k < p.head; k++ {
			if mi := s.tokens[k].men; mi >= 0 && s.mentions[mi].entity.Label == "State" {
				one = one && (state == nil || state == s.mentions[mi].entity)
				state = s.mentions[mi].entity
			}
		}
	}
	return state, one
}

// says reports whether a phrase is the subject of a verb of saying.
func (r *reader) says(s *sentence, np *nounPhrase) bool {
	ci := s.chunkAt(np.head)
	for i := range s.clauses {
		if c := &s.clauses[i]; c.subject == ci && r.speechVerb(s.chunks[c.verb].vg) {
			return true
		}
	}
	return false
}

// bodyOf is a body of a state: the dictionary's, if it knows one of that name.
func (r *reader) bodyOf(state *entity, core, written string) *entity {
	if state.entry != nil {
		if e := r.x.bodies[bodyKey(state, core)]; e != nil {
			return e
		}
		if a := state.entry.Adjective; strings.EqualFold(written, core) && len(a) > 0 && !strings.Contains(written, a[0]) {
			written = a[0] + " " + core
		}
	}
	e := r.entity("org:"+strings.ToLower(strings.TrimPrefix(state.ID, "state:"))+"/"+kebab(americanise(core)), "Organization", written)
	e.Parent = state.ID
	return e
}

// bodyKey is a body of a state by what its name says without the state.
func bodyKey(state *entity, core string) string { return state.ID + "/" + americanise(core) }

// learnBody takes note of the names of a state's body that begin with the state.
func (x *Extractor) learnBody(state *entity, body *rules.Entry) {
	for _, known := range slices.Concat(state.entry.Adjective, state.entry.Names) {
		for _, name := range body.Names {
			core, ok := strings.CutPrefix(strings.ToLower(name), strings.ToLower(known))
			if !ok {
				continue
			}
			if core, ok = strings.CutPrefix(strings.TrimPrefix(core, "'s"), " "); !ok {
				continue
			}
			if key := bodyKey(state, core); x.bodies[key] == nil {
				x.bodies[key] = x.gaz.byID[body.Entity.ID]
			}
		}
	}
}

// rememberBody takes note of an organisation that a phrase describes with whose
// it is: "the Iraqi army", "the U.S.-led coalition".
func (r *reader) rememberBody(s *sentence, ci int) {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	named := false
	for i := np.from; i < np.head; i++ {
		named = named || s.tokens[i].men >= 0
	}
	if !named || np.men >= 0 || np.pronoun || np.head == np.start || np.possessive || !r.x.lex.has(h.Lower, cOrg|cGroup) || s.vocab.crowds.has(h.Lower) || s.vocab.machines.has(h.Lower) || h.Lower == "officials" || h.Lower == "authorities" {
		return
	}
	if e := r.describe(s, ci, []string{"Organization"}); e != nil && e.Label == "Organization" {
		r.discourse.nameOrg(e, s.Index)
	}
}

// ruling returns the state whose government a phrase names without saying which:
// "government forces", "regime air strikes".
func (r *reader) ruling(s *sentence, np *nounPhrase) *entity {
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men < 0 && s.vocab.rulers.has(t.Lower) && !(i > np.start && s.vocab.subnational.has(s.tokens[i-1].Lower)) {
			return r.scene()
		}
	}
	return nil
}

// scene is the state that the article is about: the one whose places and whose
// name it names by far most often, or nil.
func (r *reader) scene() *entity {
	if r.sceneKnown {
		return r.sceneState
	}
	r.sceneKnown = true
	count := map[*entity]int{}
	var order []*entity // for the same answer each time
	see := func(e *entity, n int) {
		if e == nil || e.Label != "State" {
			return
		}
		if count[e] == 0 {
			order = append(order, e)
		}
		count[e] += n
	}
	for _, s := range r.sentences {
		if !s.lead {
			continue
		}
		for i := range s.mentions {
			m := &s.mentions[i]
			switch {
			case m.entity.Label == "Place":
				see(r.x.gaz.byID[m.entity.Parent], 2)
			case m.entity.Label != "State":
			case m.how == byName && m.from > 0 && (s.tokens[m.from-1].Lower == "in" || s.tokens[m.from-1].tag == tAdj && m.from > 1 && s.tokens[m.from-2].Lower == "in"):
				see(m.entity, 2)
			default:
				see(m.entity, 1)
			}
		}
	}
	var best, second *entity
	for _, e := range order {
		switch {
		case best == nil || count[e] > count[best]:
			best, second = e, best
		case second == nil || count[e] > count[second]:
			second = e
		}
	}
	if best != nil && count[best] > 1 && (second == nil || 2*count[best] >= 3*count[second]) {
		r.sceneState = best
	}
	return r.sceneState
}
