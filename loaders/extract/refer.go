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

// discourse remembers what an article has spoken of, for pronouns and definite
// descriptions.
type discourse struct {
	persons   []*entity // in the order last spoken of, newest last
	states    []*entity
	orgs      []*entity
	weapons   []*entity
	group     []*entity // the last people or states named together
	plural    []*entity // subjects of the last sentence, if several
	event     *entity
	transfer  *entity
	statement *entity
	focus     *entity // subject of the last main clause
}

func remember(list []*entity, e *entity) []*entity {
	for i, o := range list {
		if o == e {
			list = append(list[:i], list[i+1:]...)
			break
		}
	}
	if len(list) >= 16 {
		list = append(list[:0], list[1:]...)
	}
	return append(list, e)
}

func newest(list []*entity, n int) *entity {
	if len(list) < n {
		return nil
	}
	return list[len(list)-n]
}

// spoken takes note of a sentence once it has been read.
func (r *reader) spoken(s *sentence) {
	d := &r.discourse
	var focus *entity
	for i := range s.chunks {
		c := &s.chunks[i]
		if c.kind != kNoun {
			continue
		}
		if group := s.group(i); len(group) > 1 && group[0] == i {
			var es []*entity
			for _, g := range group {
				if np := s.chunks[g].np; np.men >= 0 {
					es = append(es, s.mentions[np.men].entity)
				}
			}
			if len(es) > 1 {
				d.group = es
			}
		}
		if c.np.men < 0 || c.np.pronoun {
			continue
		}
		e := s.mentions[c.np.men].entity
		if focus == nil && (i == 0 || s.chunks[i-1].kind != kPrep) && (e.Label == "State" || e.Label == "Organization" || e.Label == "Person") {
			focus = e
		}
	}
	var met []*entity
	for i := range s.findings {
		if f := &s.findings[i]; f.relation == "MET" && f.head.entity.Label == "Person" {
			for _, e := range []*entity{f.head.entity, f.tail.entity} {
				if !slices.Contains(met, e) {
					met = append(met, e)
				}
			}
		}
	}
	if len(met) > 1 {
		d.group = met
	}
	for i := range s.mentions {
		e := s.mentions[i].entity
		switch {
		case e.Label == "Person":
			d.persons = remember(d.persons, e)
		case e.Label == "State":
			d.states = remember(d.states, e)
		case e.Label == "Organization":
			d.orgs = remember(d.orgs, e)
		case r.x.onto.Is(e.Label, "Weapon"):
			d.weapons = remember(d.weapons, e)
		}
	}
	// The subject of the first finite clause is what the next sentence's "it" or
	// "they" means.
	d.plural = nil
	for i := range s.clauses {
		c := &s.clauses[i]
		if v := s.chunks[c.verb].vg; v.finite && c.subject >= 0 && !s.chunks[c.subject].np.pronoun {
			if refs := r.refs(s, c.subject, speakers); len(refs) > 0 {
				focus = refs[0].entity
				if len(refs) > 1 || len(s.group(c.subject)) > 1 {
					for _, x := range refs {
						d.plural = append(d.plural, x.entity)
					}
				}
			}
			break
		}
	}
	if focus != nil {
		d.focus = focus
		if focus.Label == "Person" {
			d.persons = remember(d.persons, focus)
		}
	}
}

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
	if s.groups == nil {
		s.groups = map[int][]int{}
	}
	s.groups[ci] = g
	return g
}

// findGroups finds the lists in a sentence: A, B and C; with appositions and
// brackets between.
func (r *reader) findGroups(s *sentence) {
	s.groups = map[int][]int{}
	for i := range s.chunks {
		if s.chunks[i].kind != kNoun || s.groups[i] != nil {
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
		if len(list) > 1 && !closed && !(i > 0 && s.chunks[i-1].kind == kPrep && enumerates[s.chunks[i-1].word] && len(list) > 2) {
			// No "and": an apposition, not a list.
			list = list[:1]
		}
		for _, m := range list {
			s.groups[m] = list
		}
	}
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
		case r.x.onto.Is(l, "Weapon"), l == "Aid":
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
	case r.x.lex.has(t.Lower, cPerson):
		return "role"
	case r.x.lex.has(t.Lower, cGroup|cOrg), crowds[t.Lower]:
		return "actor"
	case len(r.x.set.OfNoun(t.lemma)) > 0 || r.x.lex.has(t.Lower, cEvent):
		return "act"
	case r.x.lex.has(t.Lower, cPlace):
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
	for j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "of" || c[j].word == "for" || kind == "act" && (c[j].word == "from" || c[j].word == "against" || c[j].word == "on" || c[j].word == "in" || c[j].word == "to" || c[j].word == "by") || c[j].word == "in" && kind == "Place") && c[j+1].kind == kNoun {
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
	k := r.sort(s, j)
	switch {
	case k == kind, kind == "actor" && k == "role", kind == "role" && k == "actor", kind == "act" && k == "noun", kind == "noun" && k == "act", kind == "Place" && k == "actor" || kind == "actor" && k == "Place",
		kind == "goods" && k == "noun", kind == "noun" && k == "goods", kind == "number" || k == "number" && kind == "noun", kind == "noun" && k == "Place", kind == "Place" && k == "noun", kind == "name" && k == "actor", kind == "actor" && k == "name":
	default:
		return -1, false
	}
	// "X condemned A, and B said": a phrase that begins a clause of its own is
	// no member.
	if conj {
		for n := j + 1; n < len(c); n++ {
			if c[n].kind == kTime || c[n].kind == kAdverb {
				continue
			}
			if c[n].kind == kVerb && c[n].vg.finite && !c[n].vg.bare && r.verbBefore(s, list[0]) {
				return -1, false
			}
			break
		}
	}
	return j, conj
}

// verbBefore reports whether a finite verb stands before the phrase in its clause.
func (r *reader) verbBefore(s *sentence, ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
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

// light nouns lend their place to what follows "of": "a series of strikes".
var light = map[string]bool{
	"series": true, "number": true, "wave": true, "round": true, "set": true, "package": true, "type": true, "kind": true, "variety": true, "majority": true,
	"couple": true, "range": true, "string": true, "spate": true, "batch": true, "shipment": false, "dozens": true, "hundreds": true, "thousands": true, "scores": true, "millions": true,
	"one": true, "two": true, "three": true, "some": true, "many": true, "several": true, "most": true, "all": true, "any": true, "none": true, "each": true, "both": true, "group": true,
	"quantity": true, "amount": true, "handful": true, "array": true, "lot": true, "pair": true, "campaign": true, "rest": true, "part": true, "parts": true, "half": true, "act": true, "form": true, "volley": true, "salvo": true, "total": true,
}

// effective returns the phrase that carries the meaning: of "a series of
// missile strikes" the strikes.
func (s *sentence) effective(ci int) int {
	for k := 0; k < 3; k++ {
		np := s.chunks[ci].np
		h := &s.tokens[np.head]
		if np.men >= 0 || !(light[h.lemma] || light[h.Lower]) || ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kPrep || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
			return ci
		}
		ci += 2
	}
	return ci
}

// including returns the list that spells a phrase out: "47 countries, including
// Argentina and Japan". It is nil when there is none.
func (s *sentence) including(ci int) []int {
	c := s.chunks
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "of" || c[j].word == "from" || c[j].word == "in") && c[j+1].kind == kNoun {
		j += 2
	}
	// "foreign ministers representing around 47 countries such as ..."
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
	if noun := s.tokens[s.chunks[ci].np.head].Lower; crowds[noun] {
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
	return nil
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
	if w := strings.ToLower(s.surface(s.chunks[ci].from, s.chunks[ci].to)); w == "each other" || w == "one another" {
		for i := range s.clauses {
			if c := &s.clauses[i]; (c.object == ci || slices.ContainsFunc(c.preps, func(p prep) bool { return p.at == ci })) && c.subject >= 0 && c.subject != ci {
				return r.refs(s, c.subject, labels)
			}
		}
	}
	var out []ref
	for _, m := range s.group(ci) {
		out = append(out, r.refsOfMember(s, m, labels)...)
	}
	return out
}

// maxDepth is how far references are followed; real ones take three steps.
const maxDepth = 6

// crowd resolves a list of mere descriptions as one: "officials and entities".
func (r *reader) crowd(s *sentence, ci int, labels []string) (ref, bool) {
	g := s.group(ci)
	if len(g) < 2 || !r.x.onto.Is("Person", labels...) {
		return ref{}, false
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

func (r *reader) refsOfMember(s *sentence, m int, labels []string) []ref {
	if list := s.including(m); list != nil {
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
	if eff != ci {
		return r.one(s, eff, labels)
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
	if np.pronoun {
		return r.pronoun(s, np, labels)
	}
	if np.men >= 0 && s.mentions[np.men].to-1 == np.head {
		m := &s.mentions[np.men]
		for _, want := range labels {
			if want == "Place" && m.place != nil {
				return mk(m.place)
			}
			if r.x.onto.Is(m.entity.Label, want) {
				return mk(m.entity)
			}
		}
		// A dictionary noun such as "embargo" or "aid" may be read as an act.
		if m.entity.Label == "State" || m.entity.Label == "Organization" || m.entity.Label == "Person" || m.entity.Label == "Place" {
			return nil
		}
	}
	if es := r.together(s, np, labels); len(es) > 0 {
		var out []ref
		for _, e := range es {
			out = append(out, mk(e)...)
		}
		return out
	}
	if e := r.namedBehind(s, ci); e != nil && r.x.onto.Is(e.Label, labels...) {
		return mk(e)
	}
	if es := r.located(s, ci, labels); len(es) > 0 {
		var out []ref
		for _, e := range es {
			out = append(out, mk(e)...)
		}
		return out
	}
	return mk(r.describe(s, ci, labels))
}

// together resolves "the two countries", "both leaders", "the leaders": those
// last named together.
func (r *reader) together(s *sentence, np *nounPhrase, labels []string) []*entity {
	h := &s.tokens[np.head]
	if np.owner != nil || np.possessive || !strings.HasSuffix(h.Lower, "s") {
		return nil
	}
	number, definite := int64(0), false
	for i := np.from; i < np.head; i++ {
		t := &s.tokens[i]
		switch {
		case t.Lower == "both":
			number, definite = 2, true
		case t.Lower == "the" || t.Lower == "these":
			definite = true
		case t.tag == tNum:
			number, _ = numeral(t.Lower)
		case t.men >= 0:
			return nil
		}
	}
	if !definite || number == 0 && h.lemma != "leader" && h.lemma != "president" && h.lemma != "minister" && h.lemma != "advisor" && h.lemma != "adviser" && h.lemma != "counterpart" {
		return nil
	}
	want := ""
	switch {
	case crowds[h.Lower] || h.lemma == "side" || h.lemma == "party":
		want = "State"
	case r.x.lex.has(h.Lower, cPerson):
		want = "Person"
	default:
		return nil
	}
	var out []*entity
	for _, e := range r.discourse.group {
		if e.Label == want || want == "State" && e.Label == "Organization" {
			out = append(out, e)
		}
	}
	if want == "Person" && number == 0 {
		// "met with A and B, where the leaders condemned": those of this sentence.
		var here []*entity
		for i := range s.mentions {
			if m := &s.mentions[i]; m.to <= np.from && m.entity.Label == "Person" && s.tokens[m.from].men == i && !slices.Contains(here, m.entity) {
				here = append(here, m.entity)
			}
		}
		if len(here) > 1 {
			out = here
		}
	}
	if want == "Person" && len(out) < 2 {
		out = nil
		if n := len(r.discourse.persons); n >= 2 && number != 0 && int(number) <= n {
			out = r.discourse.persons[n-int(number):]
		}
	}
	if len(out) < 2 || len(out) > 4 || number != 0 && int(number) != len(out) || !r.x.onto.Is(out[0].Label, labels...) {
		return nil
	}
	return out
}

// namedBehind returns the person that a role is explained by: "Lviv's governor,
// Maksym Kozytskyi,".
func (r *reader) namedBehind(s *sentence, ci int) *entity {
	c := s.chunks
	if r.sort(s, ci) != "role" {
		return nil
	}
	j := ci + 1
	for j+1 < len(c) && c[j].kind == kPrep && c[j+1].kind == kNoun {
		if in := c[j+1].np; (c[j].word == "to" || c[j].word == "for" || c[j].word == "of") && in.men >= 0 && s.mentions[in.men].entity.Label == "Person" && s.tokens[in.start].men >= 0 && s.tokens[in.start].men != in.men {
			return s.mentions[in.men].entity // "U.N. envoy to Syria Staffan de Mistura"
		}
		j += 2
	}
	if j+1 < len(c) && c[j].kind == kComma && c[j+1].kind == kNoun && c[j+1].np.men >= 0 {
		if m := &s.mentions[c[j+1].np.men]; m.entity.Label == "Person" && (j+2 >= len(c) || c[j+2].kind == kComma || c[j+2].kind == kVerb) {
			return m.entity
		}
	}
	return nil
}

// extensions of a state are as good as the state.
var extensions = map[string]bool{"interests": true, "assets": true, "mainland": true, "territory": true, "soil": true, "side": true}

// beneficiaries are what one supports when one supports a state.
var beneficiaries = map[string]bool{"right": true, "rights": true, "defense": true, "defence": true, "security": true, "sovereignty": true, "independence": true, "integrity": true, "people": true, "efforts": true, "stability": true, "unity": true, "democracy": true, "self-defense": true, "war": false}

// epithets name a person by what everybody knows of him.
var epithets = map[string]bool{"businessman": true, "billionaire": true, "candidate": true, "politician": true, "star": true, "nominee": true, "strongman": true, "dictator": true, "tycoon": true, "mogul": true, "incumbent": true, "veteran": true}

// selves are groups that are the organisation they are named for: "Houthi rebels".
var selves = map[string]bool{"rebels": true, "militants": true, "fighters": true, "militia": true, "militias": true, "forces": true, "movement": true, "insurgents": true, "guerrillas": true, "leadership": true, "regime": true, "side": true, "troops": true, "terrorists": true, "gunmen": true, "separatists": true, "government": true}

// machines fight for somebody, and are nobody by themselves.
var machines = map[string]bool{"warplanes": true, "jets": true, "artillery": true, "units": true, "planes": true, "aircraft": true}

var crowds = map[string]bool{"countries": true, "nations": true, "allies": true, "states": true, "partners": true, "members": true, "powers": true, "others": true, "governments": true, "people": true, "country": false}

// describe makes or finds the entity of a phrase that is no name.
func (r *reader) describe(s *sentence, ci int, labels []string) *entity {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	noun := h.Lower
	definite := s.tokens[np.from].Lower == "the" || s.tokens[np.from].Lower == "this" || s.tokens[np.from].Lower == "these" || s.tokens[np.from].Lower == "both"
	owners := r.owners(s, np)
	lex := r.x.lex
	for _, want := range labels {
		switch want {
		case "State":
			if len(owners) == 1 && owners[0].Label == "State" && extensions[noun] {
				return owners[0] // "U.S. interests"
			}
			if e := r.groupOf(noun, owners); e != nil && e.Label == "State" {
				return e
			}
			if beneficiaries[noun] {
				// "Israel's right to defend itself", "the defense of South Korea"
				if len(owners) == 1 && owners[0].Label == "State" {
					return owners[0]
				}
				if ci+2 < len(s.chunks) && s.chunks[ci+1].kind == kPrep && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun && s.chunks[ci+2].np.men >= 0 {
					if e := s.mentions[s.chunks[ci+2].np.men].entity; e.Label == "State" {
						return e
					}
				}
			}
			if definite && len(owners) == 0 {
				switch noun {
				case "country", "nation", "kingdom", "regime", "government", "republic":
					// The state that the sentence named before, in whatever way.
					for i := len(s.mentions) - 1; i >= 0; i-- {
						if m := &s.mentions[i]; m.to <= np.from && m.entity.Label == "State" && s.tokens[m.from].men == i {
							return m.entity
						}
					}
					if e := r.discourse.focus; e != nil && e.Label == "State" {
						return e
					}
					return newest(r.discourse.states, 1)
				}
			}
		case "Organization":
			if e := r.groupOf(noun, owners); e != nil && e.Label == "Organization" {
				return e
			}
			if noun == "assets" {
				for _, o := range owners {
					return o
				}
				if ci+2 < len(s.chunks) && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun {
					if x := r.refs(s, ci+2, labels); len(x) > 0 {
						return x[0].entity
					}
				}
			}
			if crowds[noun] || len(owners) == 0 && machines[noun] {
				continue
			}
			if o := s.premodifier(np, "Organization"); o != nil && np.head > np.start && (selves[noun] || noun == "agency" || noun == "group" || noun == "newspaper" || noun == "network" || noun == "organization" || noun == "organisation" || noun == "channel" || noun == "alliance" || noun == "bloc" || noun == "company") {
				return o
			}
			if lex.has(noun, cOrg) || lex.has(noun, cGroup) && noun != "people" && noun != "officials" && noun != "authorities" && noun != "side" {
				if definite && len(owners) == 0 && np.head-np.start <= 1 && !h.Capital {
					if e := r.lastOrg(noun); e != nil {
						return e
					}
				}
				return r.organisation(s, np, owners)
			}
		case "Person":
			if crowds[noun] && noun != "people" && noun != "members" {
				continue
			}
			if lex.has(noun, cPerson) || noun == "officials" || noun == "people" || noun == "authorities" {
				if (definite || s.tokens[np.from].Lower == "our") && len(owners) == 0 && !strings.HasSuffix(noun, "s") && np.head-np.start <= 2 {
					if e := r.holder(s, np); e != nil {
						return e
					}
				}
				if definite && epithets[noun] && r.discourse.focus != nil && r.discourse.focus.Label == "Person" {
					return r.discourse.focus
				}
				return r.described("Person", s.words(np))
			}
		case "Statement":
			if lex.has(noun, cDocument) {
				return r.statement(s, np, definite)
			}
		case "Resolution":
			if strings.HasPrefix(noun, "resolution") || strings.HasPrefix(noun, "unscr") {
				return r.described("Resolution", r.resolutionWords(s, ci, owners))
			}
		case "Agreement":
			if lex.has(noun, cAgreement) {
				return r.described("Agreement", s.words(np))
			}
		case "Sanction":
			if lex.has(noun, cSanction) {
				return r.described("Sanction", s.words(np))
			}
		case "Transfer":
			if e := r.transferOf(s, ci); e != nil {
				return e
			}
		case "Event", "Strike":
			if lex.has(noun, cEvent) || len(r.x.set.OfNoun(h.lemma)) > 0 {
				return r.event(s, ci)
			}
			if noun == "act" || noun == "acts" {
				return r.discourse.event
			}
		case "Place":
			if noun == "capital" && len(owners) == 1 && owners[0].entry != nil && len(owners[0].entry.Capital) > 0 {
				if e := r.x.gaz.byID["place:"+kebab(owners[0].entry.Capital[0])]; e != nil {
					return e
				}
			}
			if np.owner != nil && len(owners) == 1 && owners[0].Label == "State" && lex.has(noun, cPlace) && r.x.onto.Is("State", labels...) {
				return owners[0] // "Saudi Arabia's civil infrastructure"
			}
			if lex.has(noun, cPlace) && !(np.possessive && (noun == "target" || noun == "targets")) {
				return r.described("Place", s.words(np))
			}
		case "Topic":
			if h.tag == tNoun && !lex.has(noun, cTime|cPerson|cGroup|cOrg|cDocument) && !np.negative {
				return r.described("Topic", s.words(np))
			}
		}
	}
	return nil
}

// groupOf resolves "Russian forces", "the Houthi rebels", "Ukraine's military":
// the group acts for its state or organisation.
func (r *reader) groupOf(noun string, owners []*entity) *entity {
	if len(owners) != 1 || !r.x.lex.has(noun, cGroup) {
		return nil
	}
	o := owners[0]
	switch noun {
	case "military", "army", "navy", "police", "party", "parliament", "delegation", "mission", "embassy", "officials", "movement", "group", "people", "artillery", "coalition", "alliance", "separatists", "militia", "militias", "rebels", "militants", "insurgents", "guerrillas", "terrorists", "jihadists", "extremists":
		if o.Label == "State" {
			return nil
		}
	}
	return o
}

// organisation makes the entity of "the Russian defence ministry".
func (r *reader) organisation(s *sentence, np *nounPhrase, owners []*entity) *entity {
	name := s.words(np)
	if len(owners) == 1 && owners[0].Label == "State" {
		core := s.core(np)
		if core != "" {
			id := "org:" + strings.ToLower(strings.TrimPrefix(owners[0].ID, "state:")) + "/" + kebab(americanise(core))
			e := r.entity(id, "Organization", name)
			e.Parent = owners[0].ID
			return e
		}
	}
	return r.described("Organization", name)
}

// americanise folds the two spellings of defence, so that both papers' ministry
// is one.
func americanise(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "defence", "defense")
}

// core is the phrase without article, possessor and names: "defence ministry".
func (s *sentence) core(np *nounPhrase) string {
	from := np.start
	for from < np.head && (s.tokens[from].tag == tDet || s.tokens[from].tag == tPossessive || s.tokens[from].men >= 0 && s.mentions[s.tokens[from].men].entity.Label == "State" || s.tokens[from].tag == tHyphen || s.tokens[from].tag == tNum) {
		from++
	}
	return s.surface(from, np.head+1)
}

func (r *reader) lastOrg(noun string) *entity {
	for i := len(r.discourse.orgs) - 1; i >= 0; i-- {
		if strings.Contains(strings.ToLower(r.discourse.orgs[i].Name), singular(noun)) {
			return r.discourse.orgs[i]
		}
	}
	switch noun {
	case "group", "movement", "militia", "organization", "organisation", "agency", "council", "alliance", "bloc":
		return newest(r.discourse.orgs, 1)
	}
	return nil
}

// holder finds the person that "the president" means.
func (r *reader) holder(s *sentence, np *nounPhrase) *entity {
	title := strings.ToLower(s.core(np))
	for i := len(r.holdings) - 1; i >= 0; i-- {
		t := strings.ToLower(r.holdings[i].title)
		if t == title || strings.HasSuffix(t, " "+title) {
			return r.holdings[i].person
		}
	}
	return nil
}

// statement is the entity of a document that somebody issued. An article speaks
// of one joint statement; other documents are told apart by their kind.
func (r *reader) statement(s *sentence, np *nounPhrase, definite bool) *entity {
	h := &s.tokens[np.head]
	if definite && r.discourse.statement != nil && np.head-np.start <= 2 && !strings.HasSuffix(h.Lower, "s") {
		return r.discourse.statement
	}
	name := strings.ToLower(s.core(np))
	for _, joint := range [...]string{"joint", "collective", "common"} {
		if strings.Contains(name, joint) {
			name = "joint " + h.lemma
		}
	}
	if len(name) > 60 || name == "" {
		name = h.lemma
	}
	e := r.entity("statement:"+r.article.ID+"/"+kebab(name), "Statement", name)
	if h.lemma == "statement" || h.lemma == "communique" || h.lemma == "communiqué" || h.lemma == "declaration" {
		r.discourse.statement = e
	}
	return e
}

func (r *reader) resolutionWords(s *sentence, ci int, owners []*entity) string {
	for _, o := range owners {
		if o.Label == "Organization" {
			return o.Name + " resolutions"
		}
	}
	return s.words(s.chunks[ci].np)
}

// owners returns whom a phrase belongs to: its possessor, or the states and
// organisations among its modifiers ("Russian", "North Korea-Russia").
func (r *reader) owners(s *sentence, np *nounPhrase) []*entity {
	var out []*entity
	if np.owner != nil {
		if np.owner.men >= 0 {
			return []*entity{s.mentions[np.owner.men].entity}
		}
		if e := r.ownerDescribed(s, np.owner); e != nil {
			return []*entity{e}
		}
		return nil
	}
	if np.possessive {
		for i := np.from; i < np.start; i++ {
			if s.tokens[i].tag == tPossessive {
				for _, p := range r.pronounWord(s, s.tokens[i].Lower, np.from, []string{"State", "Organization", "Person"}) {
					out = append(out, p)
				}
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
		if m.to+1 < np.head && s.tokens[m.to].tag == tHyphen && participle(s.tokens[m.to+1].Lower) && !(s.tokens[m.to+1].Lower == "led" && r.x.lex.has(s.tokens[np.head].Lower, cEvent)) {
			continue // "Iran-backed militias" are not Iran's
		}
		if m.entity.Label == "State" || m.entity.Label == "Organization" {
			out = append(out, m.entity)
		} else if m.entity.Label == "Person" {
			out = append(out, m.entity)
		}
	}
	return out
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
		return newest(r.discourse.states, 1)
	case r.x.lex.has(h, cPerson):
		if e := r.holder(s, np); e != nil {
			return e
		}
		return r.described("Person", s.words(np))
	case r.x.lex.has(h, cOrg|cGroup):
		return r.organisation(s, np, owners)
	}
	return nil
}

// premodifier returns the first name of a label among a phrase's modifiers.
func (s *sentence) premodifier(np *nounPhrase, label string) *entity {
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].entity.Label == label {
			return s.mentions[mi].entity
		}
	}
	return nil
}

// located returns the named places that a phrase is in: of "critical
// infrastructure in the Lviv region" the Lviv region, of "targets in Yemen"
// Yemen; nil when it names none or no place is wanted.
func (r *reader) located(s *sentence, ci int, labels []string) []*entity {
	np := s.chunks[ci].np
	if !r.x.onto.Is("Place", labels...) || np.men >= 0 && np.head == s.mentions[np.men].to-1 || !r.x.lex.has(s.tokens[np.head].Lower, cPlace) {
		return nil
	}
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && (s.mentions[mi].entity.Label == "Place" || s.mentions[mi].place != nil) {
			return []*entity{r.place(&s.mentions[mi])}
		}
	}
	c := s.chunks
	for j := ci + 1; j+1 < len(c) && c[j].kind == kPrep && (c[j].word == "in" || c[j].word == "of" || c[j].word == "at" || c[j].word == "near" || c[j].word == "across" || c[j].word == "inside" || c[j].word == "around" || c[j].word == "on"); j += 2 {
		if c[j+1].kind != kNoun {
			break
		}
		var out []*entity
		for _, g := range s.group(j + 1) {
			in := c[g].np
			if in.men < 0 {
				out = append(out, r.located(s, g, labels)...)
				continue
			}
			if m := &s.mentions[in.men]; m.entity.Label == "Place" && (m.entity.Parent != "" || m.entity.entry == nil) || m.place != nil || m.entity.Label == "State" {
				out = append(out, r.place(m)) // not a sea: ships in it were struck
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// pronoun resolves he, it, they, we, I and their kin.
func (r *reader) pronoun(s *sentence, np *nounPhrase, labels []string) []ref {
	var out []ref
	if w := s.tokens[np.head].Lower; r.x.onto.Is("Missile", labels...) && (w == "them" || w == "they" || w == "these" || w == "those") {
		// "bought missiles and used them"
		goods := newest(r.discourse.weapons, 1)
		for i := range s.mentions {
			if m := &s.mentions[i]; m.to <= np.from && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, "Weapon") {
				goods = m.entity
			}
		}
		if goods != nil && r.x.onto.Is(goods.Label, labels...) {
			return []ref{{entity: goods, text: goods.Name, from: np.from, to: np.to}}
		}
	}
	for _, e := range r.pronounWord(s, s.tokens[np.head].Lower, np.from, labels) {
		if r.x.onto.Is(e.Label, labels...) {
			out = append(out, ref{entity: e, text: s.surface(np.from, np.to), from: np.from, to: np.to})
		}
	}
	return out
}

// inGroupAt reports whether the token stands in the phrase at ci itself.
func (s *sentence) inGroupAt(ci, token int) bool {
	g := s.group(ci)
	return token >= s.chunks[g[0]].from && token < s.chunks[g[len(g)-1]].to
}

// pronounWord returns whom a pronoun at a token may mean.
func (r *reader) pronounWord(s *sentence, w string, at int, labels []string) []*entity {
	d := &r.discourse
	earlier := func(label ...string) *entity {
		// The last such name before the pronoun in the same sentence that hangs on
		// no preposition; else the first.
		var first, best *entity
		for i := range s.mentions {
			m := &s.mentions[i]
			if m.to > at || m.how == byAdjective || s.tokens[m.from].men != i || !r.x.onto.Is(m.entity.Label, label...) {
				continue
			}
			if first == nil {
				first = m.entity
			}
			p := m.from - 1
			for p >= 0 && (s.tokens[p].tag == tDet || s.tokens[p].tag == tAdj || s.tokens[p].tag == tNoun || s.tokens[p].tag == tName) {
				p--
			}
			if m.to < at && s.tokens[m.to].tag != tGenitive && (p < 0 || s.tokens[p].tag != tPrep && s.tokens[p].tag != tTo) {
				best = m.entity
			}
		}
		if best != nil {
			return best
		}
		return first
	}
	if at > 0 && subordinates[s.tokens[at-1].Lower] {
		// "a threat from Russia after it annexed": whoever was named last.
		earlier = func(label ...string) *entity {
			var best *entity
			for i := range s.mentions {
				if m := &s.mentions[i]; m.to <= at && m.how != byAdjective && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, label...) {
					best = m.entity
				}
			}
			return best
		}
	}
	one := func(e *entity) []*entity {
		if e == nil {
			return nil
		}
		return []*entity{e}
	}
	switch w {
	case "he", "him", "his", "she", "her", "hers", "himself", "herself":
		if e := earlier("Person"); e != nil {
			return one(e)
		}
		return one(newest(d.persons, 1))
	case "i", "me", "my", "myself":
		if sp := s.speaker(at); sp != nil {
			return one(sp)
		}
		return one(r.author)
	case "we", "us", "our", "ours", "ourselves":
		if sp := s.speaker(at); sp != nil {
			return one(r.stateOf(sp))
		}
		return one(r.authorState)
	case "whose":
		for i := len(s.mentions) - 1; i >= 0; i-- {
			if m := &s.mentions[i]; m.to <= at && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, labels...) {
				return one(m.entity)
			}
		}
	case "it", "its", "itself":
		if e := earlier("State", "Organization"); e != nil {
			return one(e)
		}
		if r.lastSpoke == s.Index && len(r.lastSpeaker) == 1 && r.lastSpeaker[0].Label != "Person" {
			return one(r.lastSpeaker[0]) // "the army said it did not"
		}
		if d.focus != nil && d.focus.Label != "Person" {
			return one(d.focus)
		}
		if st, org := newest(d.states, 1), newest(d.orgs, 1); st != nil {
			return one(st)
		} else if org != nil {
			return one(org)
		}
	case "they", "them", "their", "theirs", "themselves", "both":
		for i := range s.clauses {
			// A plural subject of this sentence comes first.
			c := &s.clauses[i]
			if c.subject < 0 || s.chunks[c.subject].to > at || !s.chunks[c.verb].vg.finite || s.chunks[c.subject].np.pronoun || s.inGroupAt(c.subject, at) {
				continue
			}
			np := s.chunks[c.subject].np
			if len(s.group(c.subject)) < 2 && (np.men >= 0 || !strings.HasSuffix(s.tokens[np.head].Lower, "s")) {
				continue
			}
			var out []*entity
			for _, x := range r.refs(s, c.subject, labels) {
				out = append(out, x.entity)
			}
			if len(out) > 0 {
				return out
			}
		}
		if len(d.plural) > 4 && d.statement != nil && r.x.onto.Is("Statement", labels...) {
			return one(d.statement) // fifty signatories speak through their text
		}
		if len(d.plural) > 0 && len(d.plural) <= 4 {
			return d.plural
		}
		if len(d.group) > 0 && d.group[0].Label != "Place" {
			var out []*entity
			for _, e := range d.group {
				if r.x.onto.Is(e.Label, "State", "Organization", "Person") {
					out = append(out, e)
				}
			}
			if len(out) > 1 && len(out) <= 4 {
				return out
			}
		}
		if e := earlier("Organization"); e != nil {
			return one(e)
		}
		if d.focus != nil && d.focus.Label == "Organization" {
			return one(d.focus)
		}
		if d.statement != nil && r.x.onto.Is("Statement", labels...) {
			return one(d.statement)
		}
	}
	return nil
}

var subordinates = map[string]bool{"after": true, "before": true, "since": true, "because": true, "when": true, "while": true, "although": true, "once": true}

// stateOf is the state or body that a person speaks for, if the article or the
// dictionaries say.
func (r *reader) stateOf(p *entity) *entity {
	if p.Label != "Person" {
		return p
	}
	for i := len(r.holdings) - 1; i >= 0; i-- {
		if h := &r.holdings[i]; h.person == p && h.of != nil {
			return h.of
		}
	}
	if p.entry != nil && len(p.entry.Offices) > 0 {
		return r.x.gaz.byID[p.entry.Offices[0].Of]
	}
	return nil
}

// words is a phrase as written, without its article.
func (s *sentence) words(np *nounPhrase) string {
	from := np.from
	for from < np.head && (s.tokens[from].tag == tDet && s.tokens[from].Lower != "no") {
		from++
	}
	return text.Plain(s.surface(from, np.to))
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
