package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
)

// fill finds what stands in a role, and from which of its sources.
func (r *reader) fill(s *sentence, role *rules.Role, at int, slot func(string) []int, owners []ref) ([]ref, string) {
	p := filler{r: r, s: s, role: role, at: at, slot: slot, owners: owners}
	for _, source := range role.Sources {
		if out := p.from(source); len(out) > 0 {
			if source == "vower" {
				source = "subj" // in which he speaks of himself
			}
			return out, source
		}
	}
	return nil, ""
}

// filler finds what stands in one role of a construction.
type filler struct {
	r      *reader
	s      *sentence
	role   *rules.Role
	at     int                // token that triggers the construction
	slot   func(string) []int // phrases in a slot
	owners []ref              // what the source "owner" stands for
}

// fits reports whether the role takes an entity.
func (p *filler) fits(e *entity) bool { return p.r.x.onto.Is(e.Label, p.role.Labels...) }

// from finds what one source of the role holds.
func (p *filler) from(source string) []ref {
	switch source {
	case "owner":
		return p.owner()
	case "genitive":
		return p.genitive()
	case "known":
		return p.known()
	case "body":
		return p.body()
	case "regime":
		return p.regime(false)
	case "measures":
		return p.regime(true)
	case "lister":
		return p.lister()
	case "sanctionersubj":
		return p.sanctionerAgain()
	case "speaker":
		return p.speaker()
	case "reporter":
		return p.reporter()
	case "vower":
		return p.vower()
	case "warner":
		return p.warner()
	case "gerund", "doing", "gerundsubj", "from-doing", "on-doing":
		return p.doing(source)
	case "money":
		return p.money()
	case "mod":
		return p.r.modifiers(p.s, p.at, p.role.Labels)
	case "premodified":
		return p.against()
	case "compound":
		return p.r.compounded(p.s, p.at, p.role.Labels)
	case "sanctioner", "thosesanctioner":
		return p.sanctioner(source != "sanctioner")
	case "goodsowner":
		return nil // needs the goods: see fillRole
	case "its":
		return p.its()
	case "subjowner", "objowner", "byowner", "ofowner", "fromowner":
		return p.makersOf(strings.TrimSuffix(source, "owner"))
	}
	if slot, ok := strings.CutSuffix(source, "'s"); ok {
		return p.possessors(slot, true)
	}
	if slot, ok := strings.CutSuffix(source, "/any"); ok {
		return p.possessors(slot, false)
	}
	return p.phrases(source)
}

// owner takes whose the noun is: "Russia's attack".
func (p *filler) owner() []ref {
	var out []ref
	for _, o := range p.owners {
		if p.fits(o.entity) {
			out = append(out, o)
		}
	}
	return out
}

// genitive takes whose the noun is by name. A pronoun may stand for any party named
// before, unless one is joined to the noun: "Iran and its proxies".
func (p *filler) genitive() []ref {
	if !p.possessive() {
		return p.owner()
	}
	ci := p.s.chunkAt(p.at)
	if ci < 2 || p.s.chunks[ci-1].kind != kConj || p.s.chunks[ci-2].kind != kNoun {
		return nil
	}
	return p.r.refsOfMember(p.s, ci-2, p.role.Labels)
}

// known takes the one state under sanctions that the text spoke of: "imposed new
// sanctions", but "with their own sanctions" has its state.
func (p *filler) known() []ref {
	if p.possessive() {
		return nil
	}
	if e := p.r.discourse.sanctioned; len(e) == 1 && p.r.x.onto.Is("State", p.role.Labels...) {
		return []ref{{entity: e[0], text: e[0].Name, from: p.at, to: p.at + 1}}
	}
	return nil
}

// possessive reports whether a pronoun tells whose the noun is that triggers.
func (p *filler) possessive() bool {
	ci := p.s.chunkAt(p.at)
	return ci >= 0 && p.s.chunks[ci].np != nil && p.s.chunks[ci].np.possessive
}

// body takes who adopted the subject: "Resolution 1970 imposed an embargo".
func (p *filler) body() []ref {
	for _, ci := range p.slot("subj") {
		for _, x := range p.r.refs(p.s, ci, []string{"Resolution"}) {
			if e := p.r.find("org:un-security-council"); e != nil && strings.Contains(x.entity.Name, e.Name) {
				return []ref{{entity: e, text: x.text, from: x.from, to: x.to}}
			}
		}
	}
	return nil
}

// regime takes whose sanctions the text spoke of last: "the sanctions target"; or,
// if it has just spoken of them, whose measures: "the designations target".
func (p *filler) regime(measures bool) []ref {
	e := p.r.discourse.sanctioner
	if e == nil || measures && p.s.Index-p.r.discourse.sanctionedAt > maxSanctionAge {
		return nil
	}
	for _, ci := range p.slot("subj") {
		np := p.s.chunks[ci].np
		if p.s.anaphor(np) && (!measures || p.s.vocab.measures.has(p.s.headLemma(ci))) {
			return []ref{{entity: e, text: e.Name, from: p.s.chunks[ci].from, to: p.s.chunks[ci].to}}
		}
	}
	return nil
}

// sanctionerAgain takes the subject if it is who imposed the sanctions told just
// before: "the UK also targeted".
func (p *filler) sanctionerAgain() []ref {
	d := &p.r.discourse
	ci := p.s.chunkAt(p.at)
	if d.sanctioner == nil || p.s.Index-d.sanctionedAt > maxSanctionAge || ci < 0 || !p.s.adds(ci) {
		return nil
	}
	return slices.DeleteFunc(p.phrases("subj"), func(x ref) bool { return x.entity != d.sanctioner })
}

// adds reports whether a verb tells of something more: "also targeted".
func (s *sentence) adds(ci int) bool {
	for i := max(0, s.chunks[ci].from-1); i < s.chunks[ci].to; i++ {
		if w := s.tokens[i].Lower; w == "also" || w == "additionally" || w == "further" {
			return true
		}
	}
	return false
}

// lister takes who sanctioned those of whom a pronoun says who they are: "sanctioned
// six judges. They include".
func (p *filler) lister() []ref {
	d := &p.r.discourse
	if d.sanctioner == nil || p.s.Index-d.sanctionedAt != 1 {
		return nil
	}
	for _, ci := range p.slot("subj") {
		switch p.s.tokens[p.s.chunks[ci].np.head].Lower {
		case "they", "these", "those", "this":
			return []ref{{entity: d.sanctioner, text: d.sanctioner.Name, from: p.at, to: p.at + 1}}
		}
	}
	return nil
}

// sanctioner takes who imposed the sanctions told just before, for a passive that
// leaves it unsaid: "two of his brothers were also blacklisted", and if its verb may
// be of anything else, only "those targeted".
func (p *filler) sanctioner(those bool) []ref {
	d := &p.r.discourse
	ci := p.s.chunkAt(p.at)
	if d.sanctioner == nil || p.s.Index-d.sanctionedAt > maxSanctionAge || ci < 0 || p.s.clauseOf[ci] < 0 {
		return nil
	}
	c := &p.s.clauses[p.s.clauseOf[ci]]
	if !c.passive || hasPrep(c.preps, "by") || (those || p.r.reduced(p.s, ci)) && !p.s.those(c.subject) || p.s.chunks[ci].vg.modal != "" {
		return nil
	}
	return []ref{{entity: d.sanctioner, text: d.sanctioner.Name, from: p.at, to: p.at + 1}}
}

// against takes whom measures are named after: "the Myanmar sanctions", "anti-Russian
// sanctions".
func (p *filler) against() []ref {
	s := p.s
	ci := s.chunkAt(p.at)
	if ci < 0 || s.chunks[ci].np == nil {
		return nil
	}
	np := s.chunks[ci].np
	if mi := s.suffersSanctions(np); mi >= 0 && p.fits(s.mentions[mi].entity) {
		m := &s.mentions[mi]
		return []ref{{entity: m.entity, text: m.entity.Name, from: m.from, to: m.to}}
	}
	for i := np.start; i < np.head; i++ {
		if e := p.r.opposed(s.tokens[i].Lower); e != nil && p.fits(e) {
			return []ref{{entity: e, text: e.Name, from: i, to: i + 1}}
		}
	}
	return nil
}

// opposed returns the state that an adjective is against: "anti-Russian".
func (r *reader) opposed(word string) *entity {
	of, found := strings.CutPrefix(word, "anti-")
	if n := r.x.gaz.root.next[of]; found && n != nil {
		for _, h := range n.hits {
			if h.how == byAdjective && h.entity.Label == "State" {
				return h.entity
			}
		}
	}
	return nil
}

// maxSanctionAge is for how many sentences those who imposed sanctions are taken to
// have imposed the ones that nobody is named for.
const maxSanctionAge = 4

// those reports whether the phrase at ci is "those", about whom a participle says
// all that is said.
func (s *sentence) those(ci int) bool {
	return ci >= 0 && s.tokens[s.chunks[ci].np.head].Lower == "those"
}

// possessors takes whose the phrase in a slot is: "support for Ukraine's
// determination"; unless said asks for a genitive, by an adjective as well: "on
// Russian oil".
func (p *filler) possessors(slot string, said bool) []ref {
	for _, ci := range p.slot(slot) {
		np := p.s.chunks[p.s.effective(ci)].np
		if said && np.owner == nil && !np.possessive {
			continue
		}
		var out []ref
		for _, e := range p.r.owners(p.s, np) {
			if p.fits(e) {
				out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to})
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// speaker takes who says what the clause tells.
func (p *filler) speaker() []ref {
	if x, ok := p.r.teller(p.s, p.at, p.role.Labels); ok {
		return []ref{x}
	}
	return nil
}

// warner takes who says so where he warns or threatens: "warned that Baku would face".
func (p *filler) warner() []ref {
	for i := range p.s.scopes {
		sc := &p.s.scopes[i]
		if !sc.around(p.at) || len(sc.speakers) == 0 {
			continue
		}
		for _, t := range p.s.tokens[sc.cueFrom:sc.cueTo] {
			if p.s.vocab.menaces.has(t.lemma) || p.s.vocab.menaces.has(t.Lower) {
				return p.speaker()
			}
		}
	}
	return nil
}

// reporter takes who says what became of the act at hand, which is his then as well:
// "Cairo said talks with Asmara had stalled".
func (p *filler) reporter() []ref {
	ci := p.s.headBefore(p.s.chunkAt(p.at))
	for i := range p.s.clauses {
		if c := &p.s.clauses[i]; ci >= 0 && c.subject == ci && p.s.chunks[c.verb].vg.finite {
			return slices.DeleteFunc(p.speaker(), func(x ref) bool { return x.entity.hasKind("outlet") })
		}
	}
	return nil
}

// vower takes who says what he himself will do: "said it would retaliate".
func (p *filler) vower() []ref {
	if x, ok := p.r.teller(p.s, p.at, p.role.Labels); ok && p.r.speaksOfOwn(p.s, x.entity, p.slot("subj")) {
		return []ref{x}
	}
	return nil
}

// doing takes an act that a clause tells: "prohibits Iran from firing missiles".
func (p *filler) doing(slot string) []ref {
	clauses := p.slot(slot)
	if len(clauses) == 0 {
		return nil
	}
	ci := clauses[0]
	from, to := p.s.chunks[ci].from, p.s.chunks[p.actEnd(ci)-1].to
	if v := p.s.chunks[ci].vg; v.to_ {
		from = v.main
	}
	words := p.s.surface(from, to)
	return []ref{{entity: p.r.described("Event", words), text: words, from: from, to: to}}
}

// actEnd returns the chunk behind the object of the verb at ci and two phrases with
// prepositions at most.
func (p *filler) actEnd(ci int) int {
	ch := p.s.chunks
	end, j := ci+1, ci+1
	if j+1 < len(ch) && ch[j].kind == kVerb && ch[j].vg.bare && ch[j+1].kind == kNoun {
		j++ // "from providing consulting services"
	}
	if j < len(ch) && ch[j].kind == kNoun {
		j = p.s.behindGroup(j)
		end = j
	}
	for n := 0; n < 2 && j+1 < len(ch) && ch[j].kind == kPrep && ch[j].word != "under" && ch[j].word != "by" && ch[j+1].kind == kNoun; n++ {
		j = p.s.behindGroup(j + 1)
		end = j
	}
	return end
}

// money takes a sum as the aid that it is.
func (p *filler) money() []ref {
	for _, ci := range p.slot("money") {
		np := p.s.chunks[ci].np
		words := p.s.words(np)
		return []ref{{entity: p.r.described("Aid", words), text: words, from: np.from, to: np.to}}
	}
	return nil
}

// its takes what was spoken of before: "their acquisition".
func (p *filler) its() []ref {
	if !p.possessive() {
		return nil
	}
	s := p.s
	np := s.chunks[s.chunkAt(p.at)].np
	var last *mention
	for i := range s.mentions {
		if m := &s.mentions[i]; m.to <= np.from && s.tokens[m.from].men == i && p.fits(m.entity) {
			last = m
		}
	}
	if last == nil {
		return nil
	}
	return []ref{{entity: last.entity, text: s.surface(last.from, last.to), from: np.from, to: np.to}}
}

// makersOf takes to whom the weapons or strikes in a slot belong: "Russian missiles
// struck".
func (p *filler) makersOf(slot string) []ref {
	for _, ci := range p.slot(slot) {
		var out []ref
		for _, m := range p.s.group(ci) {
			out = append(out, p.r.fielding(p.s, m, p.role.Labels)...)
		}
		if len(out) == 0 {
			out = p.r.makers(p.s, ci, p.role.Labels)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// phrases takes what the first phrase in a slot names that names something fitting.
func (p *filler) phrases(slot string) []ref {
	var out []ref
	for _, ci := range p.slot(slot) {
		if len(out) == 0 || p.s.repeats(ci) {
			out = append(out, p.phrase(slot, ci)...)
		}
	}
	return out
}

// repeats reports whether the phrase at ci stands behind "and" and its preposition once
// more, or is one more in other words: "met with Tiani and with Bazoum", "two banks were
// blacklisted, as well as a shipping line".
func (s *sentence) repeats(ci int) bool {
	if ci < 3 || s.chunks[ci-1].kind != kPrep {
		return false
	}
	switch s.tokens[s.chunks[ci-1].from-1].Lower {
	case "along", "together", "well":
		return true
	}
	return s.chunks[ci-2].kind == kConj
}

// phrase takes what the phrase at ci in a slot names.
func (p *filler) phrase(slot string, ci int) []ref {
	refs := p.r.refs(p.s, ci, p.role.Labels)
	if slot == "obj" && p.s.restricts(p.at, ci) {
		refs = p.r.refsOfMember(p.s, ci, p.role.Labels)
	}
	if p.role.Coined {
		refs = p.r.coined(p.s, ci, refs)
	}
	if len(refs) == 0 && slot == "subj" {
		refs = p.r.intending(p.s, ci, p.role.Labels)
	}
	if slot == "subj" || slot == "by" || slot == "from" {
		for _, x := range p.r.crews(p.s, ci, p.role.Labels) {
			if !slices.ContainsFunc(refs, func(y ref) bool { return y.entity == x.entity }) {
				refs = append(refs, x)
			}
		}
	}
	if p.role.Topics != nil {
		refs = slices.DeleteFunc(refs, func(x ref) bool {
			return x.entity.Label == "Topic" && !slices.Contains(p.role.Topics, p.s.tokens[p.s.headOf(x)].lemma)
		})
	}
	if owned := ownedSource[slot]; len(refs) > 0 && owned != "" && slices.Contains(p.role.Sources, owned) {
		refs = p.withOwners(ci, refs)
	}
	return refs
}

// withOwners puts in the place of the unnamed things in a list those whose they are:
// in "by militias and strikes of the coalition" some act themselves, some things are
// somebody's.
func (p *filler) withOwners(ci int, refs []ref) []ref {
	for _, m := range p.s.group(ci) {
		named := slices.ContainsFunc(p.r.refsOfMember(p.s, m, p.role.Labels), func(x ref) bool { return !x.entity.Described })
		if whose := p.r.fielding(p.s, m, p.role.Labels); len(whose) > 0 && !named {
			from := p.s.chunks[m].np.from
			refs = append(slices.DeleteFunc(refs, func(x ref) bool { return x.from == from && x.entity.Described }), whose...)
		}
	}
	return refs
}

// restricts reports whether the participle at a token tells which of a kind the
// last of a list are, and nothing of the names before: "Hezbollah and militias
// backed by Iran".
func (s *sentence) restricts(at, ci int) bool {
	g := s.group(ci)
	if last := g[len(g)-1]; len(g) < 2 || s.chunks[last].np.men >= 0 || !pluralNoun(s.tokens[s.chunks[last].np.head].Lower) || s.chunkAt(at) != last+1 {
		return false
	}
	return slices.ContainsFunc(g, func(m int) bool { return s.chunks[m].np.men >= 0 })
}

// coined adds to what a phrase names the unknown names in it and its list as
// organizations, for a construction that tells what they are: "sanctioned Mashprom".
func (r *reader) coined(s *sentence, ci int, refs []ref) []ref {
	if s.title || s.allCaps {
		return refs
	}
	members := s.group(ci)
	if list := s.including(ci); list != nil {
		members = list
	}
	var out []ref
	for _, m := range members {
		np := s.chunks[s.effective(m)].np
		if np.pronoun || np.owner != nil || !s.unknownName(np) {
			continue
		}
		name := s.words(np)
		out = append(out, ref{entity: r.described("Organization", name), text: name, from: np.from, to: np.to})
	}
	if len(out) > 0 && members[0] > ci {
		return out // "three banks - Sovcom, Novikom and Rosbank": they, not the banks
	}
	if e := s.effective(ci); members[0] > ci && s.numbered(s.chunks[e].np) && s.spelledOut(ci) == nil {
		// "50 banks, including Rosbank": all of them
		for _, want := range [...]string{"Organization", "Person"} {
			if all := r.describe(s, e, []string{want}); all != nil {
				np := s.chunks[e].np
				return append(refs, ref{entity: all, text: s.words(np), from: np.from, to: np.to})
			}
		}
	}
	return append(refs, out...)
}

// unknownName reports whether a phrase ends in a name that no dictionary has and
// that nothing in the article explains.
func (s *sentence) unknownName(np *nounPhrase) bool {
	h := &s.tokens[np.head]
	return h.men < 0 && h.tag == tName && h.Capital && !h.time && h.title == 0 && s.namePart(np.head)
}

// crews resolves "Syrian and Russian war planes": whoever flies them acts.
func (r *reader) crews(s *sentence, ci int, labels []string) []ref {
	var out []ref
	for _, m := range s.group(s.effective(ci)) {
		np := s.chunks[m].np
		if np.pronoun || !s.vocab.machines.has(s.tokens[np.head].Lower) {
			continue
		}
		owners := r.owners(s, np)
		if len(owners) == 0 {
			owners = r.bareAttacker(s, np)
		}
		for _, e := range owners {
			if r.x.onto.Is(e.Label, labels...) {
				out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to})
			}
		}
	}
	return out
}

// ownSide reports whether a speaker speaks of his own side: "we will pay a price".
func (r *reader) ownSide(speaker, of *entity) bool {
	a, b := r.stateOf(speaker), r.stateOf(of)
	return a == of || a != nil && a == b
}

// speaksOfOwn reports whether one of some phrases is whoever speaks or his side.
func (r *reader) speaksOfOwn(s *sentence, speaker *entity, phrases []int) bool {
	return slices.ContainsFunc(phrases, func(ci int) bool {
		return slices.ContainsFunc(r.refs(s, ci, speakers[:3]), func(x ref) bool {
			return x.entity == speaker || r.ownSide(speaker, x.entity)
		})
	})
}

// teller returns who says what the clause around a token tells: the head of what
// is told by the telling.
func (r *reader) teller(s *sentence, at int, labels []string) (ref, bool) {
	st := s.stand(&finding{at: at})
	if st.polarity != graph.Affirmed {
		return ref{}, false
	}
	if x, ok := r.warner(s, at, labels); ok {
		return x, true
	}
	if len(st.speakers) > 0 {
		if e := st.speakers[0]; r.x.onto.Is(e.Label, labels...) {
			return ref{entity: e, text: e.Name, from: at, to: at + 1}, true
		}
		return ref{}, false
	}
	e := s.voice
	if e == nil {
		e = r.author // a statement in the first person
	}
	if e != nil && r.x.onto.Is(e.Label, labels...) {
		return ref{entity: e, text: e.Name, from: at, to: at + 1}, true
	}
	return ref{}, false
}

// ownedSource is the source of those to whom belongs what stands in another.
var ownedSource = map[string]string{"subj": "byowner", "of": "ofowner", "from": "fromowner"}

// fielding returns whose a phrase is, or whence the people in it: "Russian
// missiles", "fighters from Iran", "the intervention by Turkey".
func (r *reader) fielding(s *sentence, ci int, labels []string) []ref {
	if out := r.belonging(s, ci, labels); len(out) > 0 {
		return out
	}
	c := s.chunks
	if ci+2 >= len(c) || c[ci+1].kind != kPrep || c[ci+2].kind != kNoun {
		return nil
	}
	switch people := r.sort(s, ci) == "role" || r.sort(s, ci) == "actor"; {
	case c[ci+1].word == "from" && people, c[ci+1].word == "by" && !people:
		return r.refs(s, ci+2, labels)
	}
	return nil
}

// belonging returns whose a phrase is: "Russian missiles".
func (r *reader) belonging(s *sentence, ci int, labels []string) []ref {
	ci = s.effective(ci)
	if s.vocab.crowds.has(s.tokens[s.chunks[ci].np.head].Lower) {
		return nil // "Washington's European allies" are not Washington
	}
	var out []ref
	for _, e := range r.owners(s, s.chunks[ci].np) {
		if r.x.onto.Is(e.Label, labels...) {
			out = append(out, ref{entity: e, text: e.Name, from: s.chunks[ci].from, to: s.chunks[ci].to})
		}
	}
	return out
}

// bareAttacker returns whose planes or strikes a bare "the jets" means: whoever attacked
// just before.
func (r *reader) bareAttacker(s *sentence, np *nounPhrase) []*entity {
	d := &r.discourse
	if d.attacker != nil && s.Index-d.attacked <= 2 && s.tokens[np.from].Lower == "the" && np.head == np.from+1 {
		return []*entity{d.attacker}
	}
	return nil
}

// attackerLabels are what those are who attack.
var attackerLabels = []string{"State", "Organization", "Person"}

// makers returns by whom the thing at ci was made, when a participle behind it
// says so: "the sanctions, imposed by Canada, target".
func (r *reader) makers(s *sentence, ci int, labels []string) []ref {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.passive && c.subject == ci && r.x.support.has(s.chunks[c.verb].vg.lemma) {
			for _, p := range r.verbPreps(s, c, "by") {
				return r.refs(s, p, labels)
			}
		}
	}
	return nil
}

// anaphor reports whether a phrase speaks of something known without saying
// whose: "the sanctions", "these measures".
func (s *sentence) anaphor(np *nounPhrase) bool {
	switch s.tokens[np.from].Lower {
	case "the", "these", "those", "this":
	default:
		return false
	}
	for i := np.start; i < np.head; i++ {
		if s.tokens[i].men >= 0 && s.suffersSanctions(np) != s.tokens[i].men {
			return false
		}
	}
	return np.owner == nil && !np.possessive
}

// suffersSanctions returns the mention of the state that sanctions are named after,
// which are on it: "the Myanmar sanctions", but "U.S. sanctions"; or -1.
func (s *sentence) suffersSanctions(np *nounPhrase) int {
	h := &s.tokens[np.head]
	if np.owner != nil || np.possessive || h.men >= 0 || !h.word.in(cSanction) {
		return -1
	}
	for i := np.start; i < np.head; i++ {
		mi := s.tokens[i].men
		if mi < 0 {
			continue
		}
		if m := &s.mentions[mi]; m.from == i && m.entity.Label == "State" && m.how == byName && !s.tokens[i].AllCaps && !strings.Contains(s.tokens[i].Lower, ".") {
			return mi
		}
		return -1
	}
	return -1
}

// private reports whether a reference is to unnamed people who travel for nobody:
// "residents arrived", but "a delegation arrived".
func (s *sentence) private(x ref) bool {
	if !x.entity.Described || x.entity.Label != "Person" {
		return false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(x.entity.Name), func(c rune) bool { return c == ' ' || c == '-' }) {
		if s.vocab.travellers.has(singular(w)) {
			return false
		}
	}
	return true
}

// somewhere reports whether a reference is to a place that no name tells: "the
// region", "two cities".
func (s *sentence) somewhere(x ref) bool {
	return x.entity.Described && x.entity.Name == strings.ToLower(x.entity.Name) && s.vocab.anywhere.has(s.tokens[s.headOf(x)].lemma)
}

// boundary reports whether a reference is to a border or front that no name tells:
// where one fires, not at what.
func (s *sentence) boundary(x ref) bool {
	return x.entity.Described && s.vocab.boundaries.has(s.tokens[s.headOf(x)].lemma)
}

// anybody reports whether a reference is to several unnamed bodies that are no
// states: "two banks" sanction nobody.
func (s *sentence) anybody(x ref) bool {
	if !x.entity.Described || x.entity.Label != "Organization" {
		return false
	}
	h := s.tokens[s.headOf(x)].Lower
	return pluralNoun(h) && !s.vocab.crowds.has(h) && !s.vocab.envoys.has(h)
}

// collective are the relations whose acts are those of a state or body when its
// leaders do them together: "G7 leaders imposed sanctions".
var collective = map[string]bool{"SANCTIONED": true, "SUPPLIED": true, "PROHIBITS": true, "SIGNED": true, "ADOPTED": true, "SUPPORTED": true, "ISSUED": true, "CONDEMNED": true, "ACCUSED": true}

// aloud are the relations of acts that one does by speaking.
var aloud = map[string]bool{"ACCUSED": true, "CONDEMNED": true, "THREATENED": true}

// represented puts states and bodies in the place of unnamed people who speak for
// them: "the leaders of Japan and South Korea met", "Iranian negotiators", "the
// Russian and Turkish foreign ministers", "a delegation of the Taliban".
func (r *reader) represented(s *sentence, refs []ref) []ref {
	var out []ref
	for _, x := range refs {
		ci := s.chunkAt(x.from)
		if ci >= 0 && x.entity.Label == "State" && r.waits(s, ci) {
			continue // "the Russian and Turkish ministers": the ministers tell
		}
		if x.entity.entry != nil || !x.entity.Described && x.entity.Label != "Organization" || x.entity.Label != "Person" && x.entity.Label != "Organization" || ci < 0 || s.chunks[ci].np == nil {
			out = append(out, x)
			continue
		}
		np := s.chunks[ci].np
		h := &s.tokens[np.head]
		if s.vocab.counterparts.has(h.lemma) {
			out = append(out, r.counterparts(s, ci, x)...)
			continue
		}
		who := r.whose(s, ci)
		if len(who) == 0 || len(who) > 6 || !s.vocab.envoys.has(h.Lower) && (len(who) < 2 || !pluralNoun(h.Lower)) {
			who = []ref{x}
		}
		out = append(out, who...)
	}
	return out
}

// waits reports whether a state's name at ci only waits for the people named
// behind the next one: "Russian" in "the Russian and Turkish ministers".
func (r *reader) waits(s *sentence, ci int) bool {
	if s.chunks[ci].np == nil || !r.bareAdjective(s, ci) {
		return false
	}
	g := s.group(ci)
	last := g[len(g)-1]
	if last <= ci || s.chunks[last].np == nil || last == ci+1 {
		return false
	}
	np := s.chunks[last].np
	return np.men < 0 && np.owner == nil && s.tokens[np.start].men >= 0 && s.mentions[s.tokens[np.start].men].entity.Label == "State" && r.sort(s, last) == "role"
}

// whose finds the states and bodies that a phrase of people speaks for: those it
// hangs on, or the adjectives before it.
func (r *reader) whose(s *sentence, ci int) []ref {
	c := s.chunks
	if ci+2 < len(c) && c[ci+1].kind == kPrep && (c[ci+1].word == "of" || c[ci+1].word == "from" || c[ci+1].word == "for" && strings.HasPrefix(s.headLemma(ci), "spokes")) && c[ci+2].kind == kNoun {
		return r.refs(s, ci+2, []string{"State", "Organization"})
	}
	var out []ref
	for _, m := range s.group(ci) {
		if m < ci && r.bareAdjective(s, m) {
			e := s.mentions[c[m].np.men].entity // "the Russian and Turkish ministers"
			out = append(out, ref{entity: e, text: e.Name, from: c[m].from, to: c[m].to})
		}
	}
	for _, e := range r.owners(s, c[ci].np) {
		if e.Label == "State" || e.Label == "Organization" {
			out = append(out, ref{entity: e, text: e.Name, from: c[ci].from, to: c[ci].to})
		}
	}
	return out
}

// counterparts tells apart the counterparts that one phrase names: "his Iraqi and
// Iranian counterparts".
func (r *reader) counterparts(s *sentence, ci int, x ref) []ref {
	if !pluralNoun(s.tokens[s.chunks[ci].np.head].Lower) {
		return []ref{x}
	}
	if ci+1 < len(s.chunks) && s.chunks[ci+1].word == "from" {
		if out := r.whose(s, ci); len(out) > 1 {
			return out // "his counterparts from Estonia and Latvia"
		}
	}
	var out []ref
	for _, o := range r.whose(s, ci) {
		if ch := s.chunks; o.from > ch[ci].from && o.entity.Label == "State" {
			words := "counterpart from " + o.entity.Name // "her counterparts from Poland and Latvia"
			out = append(out, ref{entity: r.described("Person", words), text: words, from: x.from, to: x.to})
		}
	}
	for _, m := range s.group(ci) {
		if m > ci {
			break
		}
		for i := s.chunks[m].from; i < s.chunks[m].to; i++ {
			if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].from == i && s.mentions[mi].entity.Label == "State" {
				if e := r.counterpartNamed(s, ci, len(out)); e != nil {
					out = append(out, ref{entity: e, text: e.Name, from: x.from, to: x.to})
					continue
				}
				words := s.surface(i, s.mentions[mi].to) + " counterpart"
				out = append(out, ref{entity: r.described("Person", words), text: words, from: x.from, to: x.to})
			}
		}
	}
	if len(out) < 2 {
		return []ref{x}
	}
	return out
}

// counterpartNamed returns the n-th of the people named behind the counterparts of
// several states: "his U.S. and Japanese counterparts, Antony Blinken and Takeshi Iwaya".
func (r *reader) counterpartNamed(s *sentence, ci, n int) *entity {
	if ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kComma || s.chunks[ci+2].kind != kNoun {
		return nil
	}
	g := s.group(ci + 2)
	if len(g) < 2 || n >= len(g) || g[0] != ci+2 {
		return nil
	}
	np := s.chunks[g[n]].np
	if np.men < 0 || s.mentions[np.men].entity.Label != "Person" {
		return nil
	}
	return s.mentions[np.men].entity
}

// hasToAnswer reports whether somebody is judged or has to answer for an act.
func (r *reader) hasToAnswer(s *sentence, ci int) bool {
	c := r.governing(s, ci, "for")
	if c == nil {
		return false
	}
	l := s.chunks[c.verb].vg.lemma
	return s.vocab.answerable.has(l) || s.vocab.judging.has(l)
}

// anywhere reports whether a described place is land that nothing tells from other
// land: "seized more territory".
func (r *reader) anywhere(s *sentence, x ref) bool {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil || !s.vocab.stretches.has(s.tokens[s.headOf(x)].lemma) {
		return false
	}
	np := s.chunks[ci].np
	if np.owner != nil {
		return false
	}
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.tag != tDet && !s.vocab.further.has(t.Lower) {
			return false
		}
	}
	j := s.behindGroup(ci)
	return j >= len(s.chunks) || s.chunks[j].word != "of" && !(s.chunks[j].kind == kVerb && r.reduced(s, j)) && s.chunks[j].kind != kRel
}
