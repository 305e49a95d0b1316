package extract

import (
	"slices"
	"strings"
)

// discourse remembers what an article has spoken of, for pronouns and definite
// descriptions.
type discourse struct {
	persons   []*entity // in the order last spoken of, newest last
	states    []*entity
	orgs      []*entity
	weapons   []*entity
	armed     int             // index of the last sentence that spoke of a weapon
	group     []*entity       // the last people or states named together
	grouped   int             // index of the sentence that named them
	sides     []*entity       // two that fight or talk, one of them by description
	opposed   []*entity       // two states of which one acted on the other
	faced     int             // sentence that told so
	pairs     []statePair     // states spoken of together so far
	sided     int             // index of the sentence that named them
	named     map[*entity]int // the sentence that last named each organisation
	hanging   bool            // they hang on a preposition: "relations with A and B"
	many      bool            // the last sentence's subject is several whom nobody names
	thing     bool            // the last sentence's subject is nobody: "the deal"
	plural    []*entity       // subjects of the last sentence, if several
	met       []*entity       // the people who last met
	event     *entity
	statement *entity
	focus     *entity // subject of the last main clause
	harm      *entity // the last act that kills
	harmed    int     // index of its sentence
	attacker  *entity // of the last attack told
	attacked  int     // index of its sentence

	sanctioner   *entity   // who imposed the sanctions last spoken of
	sanctionedAt int       // index of the sentence that told so
	sanctioned   []*entity // the states under sanctions so far
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
	kept := r.continued(s)
	focus, bodies := r.rememberPhrases(s)
	met := s.meeting()
	r.oppose(s)
	if len(met) > 1 {
		d.group, d.grouped, d.hanging, d.met = met, s.Index, false, met
	}
	r.rememberNames(s)
	for _, i := range bodies {
		r.rememberBody(s, i)
	}
	// The subject of the first finite clause is what the next sentence's "it" or
	// "they" means; a pronoun there goes on meaning whom it meant.
	if len(kept) > 0 {
		focus, d.thing = kept[0], false
		if len(kept) < 2 {
			d.plural = nil
		}
	} else {
		if e := r.rememberSubject(s); e != nil {
			focus = e
		}
		if d.plural == nil {
			d.plural = r.listedSubject(s)
		}
	}
	if focus != nil {
		d.focus = focus
		if focus.Label == "Person" {
			d.persons = remember(d.persons, focus)
		}
	}
}

// rememberPhrases takes note of the lists and of the first act that kills among the
// phrases of a sentence. It returns the first actor named that hangs on no preposition,
// and the phrases without a name.
func (r *reader) rememberPhrases(s *sentence) (focus *entity, bodies []int) {
	d := &r.discourse
	harm := -1
	for i := range s.chunks {
		c := &s.chunks[i]
		if c.kind != kNoun {
			continue
		}
		if group := s.group(i); len(group) > 1 && group[0] == i {
			r.rememberGroup(s, group)
		}
		if harm < 0 && r.harms(s, i) {
			harm = i
		}
		if c.np.men < 0 || c.np.pronoun {
			bodies = append(bodies, i)
			continue
		}
		if focus != nil || i > 0 && s.chunks[i-1].kind == kPrep {
			continue
		}
		switch e := s.mentions[c.np.men].entity; e.Label {
		case "State", "Organization", "Person":
			focus = e
		}
	}
	if harm >= 0 && d.harmed != s.Index && (d.harm == nil || s.tellsOf(harm)) {
		d.harm = r.described("Event", r.full(s, harm))
	}
	return focus, bodies
}

// rememberGroup takes note of those whom a list names together, or of the two sides
// that it only describes.
func (r *reader) rememberGroup(s *sentence, group []int) {
	d := &r.discourse
	var es []*entity
	for _, g := range group {
		if np := s.chunks[g].np; np.men >= 0 {
			es = append(es, s.mentions[np.men].entity)
		}
	}
	if len(es) > 1 {
		d.sides = nil
		if len(es) == 2 && es[0].Label == "State" && es[1].Label == "State" {
			d.notePair(es[0], es[1])
		}
		d.group, d.grouped = es, s.Index
		d.hanging = s.hangs(group[0]) && s.chunks[group[0]-1].word != "between"
	} else if len(group) == 2 {
		d.sides, d.sided = r.twoSides(s, group), s.Index
	}
}

// harms reports whether a phrase tells an act that kills, and not a whole war.
func (r *reader) harms(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	if np.pronoun || np.negative || s.vocab.wars.has(h.lemma) {
		return false
	}
	return (r.x.strikes.has(h.lemma) || h.word.in(cEvent)) && r.violent(s, ci)
}

// meeting returns the people of whom a sentence tells that they met.
func (s *sentence) meeting() []*entity {
	var met []*entity
	for i := range s.findings {
		f := &s.findings[i]
		if f.relation != "MET" || f.head.entity.Label != "Person" || s.aside(f.at) {
			continue
		}
		for _, e := range [...]*entity{f.head.entity, f.tail.entity} {
			if !slices.Contains(met, e) {
				met = append(met, e)
			}
		}
	}
	return met
}

// rememberNames takes note of the actors and weapons that a sentence names.
func (r *reader) rememberNames(s *sentence) {
	d := &r.discourse
	for i := range s.mentions {
		e := s.mentions[i].entity
		switch {
		case e.Label == "Person":
			d.persons = remember(d.persons, e)
		case e.Label == "State":
			d.states = remember(d.states, e)
		case e.Label == "Organization":
			d.nameOrg(e, s.Index)
		case r.x.onto.Is(e.Label, "Weapon"):
			d.weapons = remember(d.weapons, e)
			d.armed = s.Index
		}
	}
}

// rememberSubject takes note of the subject of a sentence's first finite clause that
// has one besides a pronoun: whether it is several or a thing. It returns the first
// whom the subject names, or nil.
func (r *reader) rememberSubject(s *sentence) *entity {
	d := &r.discourse
	d.plural, d.thing, d.many = nil, false, false
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.subject < 0 || s.chunks[c.subject].np.pronoun {
			continue
		}
		np := s.chunks[c.subject].np
		many := np.men < 0 && pluralNoun(s.tokens[np.head].Lower)
		refs := r.refs(s, c.subject, speakers)
		if len(refs) == 0 {
			d.thing, d.many = np.men < 0 && !many, many
			return nil
		}
		if len(refs) > 1 || len(s.group(c.subject)) > 1 || many {
			d.plural = entities(refs)
		}
		return refs[0].entity
	}
	return nil
}

// listedSubject returns those of the first list of actors that is the subject of any
// clause: "The claim comes after the US and its allies published" leaves them as "they".
func (r *reader) listedSubject(s *sentence) []*entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.subject < 0 || s.chunks[c.subject].np.pronoun {
			continue
		}
		if group := s.group(c.subject); len(group) < 2 || r.sort(s, group[0]) != "actor" {
			continue
		}
		if out := entities(r.refs(s, c.subject, speakers)); out != nil {
			return out
		}
	}
	return nil
}

// oppose takes note of the two states between which a sentence tells an act or talks.
func (r *reader) oppose(s *sentence) {
	for i := range s.findings {
		f := &s.findings[i]
		if !between[f.relation] || f.tail.entity == nil {
			continue
		}
		a, b := r.stateActing(f.head.entity), r.stateActing(f.tail.entity)
		if a != nil && b != nil && a != b {
			if d := &r.discourse; d.faced != s.Index || len(d.opposed) != 2 || d.opposed[0] != b || d.opposed[1] != a {
				d.notePair(a, b)
			}
			r.discourse.opposed, r.discourse.faced = []*entity{a, b}, s.Index
		}
	}
}

// between are the relations whose two states are a pair that the article may go on
// to speak of: "the two neighbours".
var between = map[string]bool{"ATTACKED": true, "ACCUSED": true, "CONDEMNED": true, "THREATENED": true, "NEGOTIATED_WITH": true, "AGREED_WITH": true}

// stateActing returns the state that an entity is or leads, or nil.
func (r *reader) stateActing(e *entity) *entity {
	if e.Label == "Person" && e.entry != nil && leads(e.entry.Offices) {
		e = r.stateOf(e)
	}
	if e == nil || e.Label != "State" {
		return nil
	}
	return e
}

// hangs reports whether a phrase or its list stands behind a preposition.
func (s *sentence) hangs(ci int) bool {
	first := s.group(ci)[0]
	return first > 0 && s.chunks[first-1].kind == kPrep
}

// toldOfHimself reports whether a pronoun opens the report of somebody who is told
// of by his office only and nobody is named between: "a spokesman said he".
func (r *reader) toldOfHimself(s *sentence, at int) bool {
	ci := s.chunkAt(at)
	for i := range s.clauses {
		c := &s.clauses[i]
		if ci < 0 || c.complement != ci || c.subject < 0 || c.subject > c.verb || c.object >= 0 && !s.vocab.addresses.has(s.chunks[c.verb].vg.lemma) || !r.speechVerb(s.chunks[c.verb].vg) {
			continue
		}
		np := s.chunks[c.subject].np
		if np.men >= 0 || np.pronoun || len(s.group(c.subject)) > 1 || r.sort(s, c.subject) != "role" {
			return false
		}
		x := r.refs(s, c.subject, speakers[:1])
		return len(x) == 1 && x[0].entity.Described
	}
	return false
}

// twoSides returns the two actors of a list, if they are that: "the government and
// Tigrayan forces".
func (r *reader) twoSides(s *sentence, group []int) []*entity {
	var out []*entity
	for _, g := range group {
		if r.sort(s, g) != "actor" || s.chunks[g].np.pronoun {
			return nil
		}
		for _, x := range r.one(s, g, speakers[1:3]) {
			out = append(out, x.entity)
		}
	}
	if len(out) != 2 || out[0] == out[1] {
		return nil
	}
	return out
}

// nameOrg takes note of an organisation that a sentence names.
func (d *discourse) nameOrg(e *entity, at int) {
	d.orgs = remember(d.orgs, e)
	if d.named == nil {
		d.named = map[*entity]int{}
	}
	d.named[e] = at
}

// maxGroupAge is for how many sentences "the two countries" may mean those last
// named together.
const maxGroupAge = 4

// aside reports whether a noun hangs on a preposition: "briefed her on his
// conversation with" is not of those who converse.
func (s *sentence) aside(token int) bool {
	ci := s.chunkAt(token)
	return ci > 0 && s.chunks[ci].kind == kNoun && s.chunks[ci-1].kind == kPrep
}

// tellsOf reports whether a phrase is the subject of a sentence: an act that is
// news, not one that is only mentioned.
func (s *sentence) tellsOf(ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.chunks[c.verb].vg.finite && c.subject >= 0 {
			return s.inGroup(c.subject, ci)
		}
	}
	return false
}

// continued returns whom a pronoun means that is the subject of the sentence's
// first clause: those the article goes on to speak of.
func (r *reader) continued(s *sentence) []*entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.subject < 0 {
			continue
		}
		np := s.chunks[c.subject].np
		switch w := s.tokens[np.head].Lower; w {
		case "he", "she", "it", "they", "both":
			if np.pronoun {
				return r.pronounWord(s, w, np.from, speakers[:3])
			}
		}
		return nil
	}
	return nil
}

// together resolves "the two countries", "both leaders", "the leaders": those
// last named together.
func (r *reader) together(s *sentence, np *nounPhrase, labels []string) []*entity {
	d := &r.discourse
	h := &s.tokens[np.head]
	if n := s.vocab.fewOf(h.Lower); n > 0 && np.men < 0 && s.tokens[np.from].Lower == "the" && np.head == np.from+1 {
		if len(d.group) == n && r.x.onto.Is(d.group[0].Label, labels...) && s.Index-d.grouped <= maxGroupAge {
			return d.group // "the two agreed", "the pair met"
		}
		return nil
	}
	if np.owner != nil || np.possessive || !strings.HasSuffix(h.Lower, "s") && h.Lower != "men" && h.Lower != "women" || np.head+1 < len(s.tokens) && s.tokens[np.head+1].Lower == "of" {
		return nil // "the presidents of Egypt and Iran" are named anew
	}
	number, definite, anew := s.howMany(np)
	if anew {
		return nil
	}
	if codes := s.severalStates(np); codes != nil && r.x.onto.Is("State", labels...) {
		return r.statesByCode(codes) // "the two Koreas"
	}
	if !definite || number == 0 && !s.takesUp(h) && s.tokens[np.from].Lower != "these" && !s.bareCountries(np) {
		return nil
	}
	var out []*entity
	switch {
	case s.vocab.crowds.has(h.Lower) || s.vocab.pairs.has(h.lemma):
		out = r.statesTogether(s, h)
		if r.facing(s, np, number, len(out)) {
			return d.opposed // "Chad accuses Sudan of ... The two neighbours"
		}
		if s.Index-max(d.grouped, d.sided) > maxGroupAge {
			out = nil
		}
		if number == 2 && len(out) != 2 {
			if out = r.pairBefore(s, np.from); out == nil && s.vocab.pairs.has(h.lemma) {
				out = d.mainPair()
			}
		}
	case h.word.in(cPerson):
		out = r.peopleTogether(s, np, number)
	}
	if len(out) < 2 || len(out) > 4 || number != 0 && number != len(out) || !r.x.onto.Is(out[0].Label, labels...) {
		return nil
	}
	return out
}

// howMany returns the number that a phrase gives, or 0, whether it is definite, and
// whether it names those it means anew: "the two Egyptian ministers".
func (s *sentence) howMany(np *nounPhrase) (number int, definite, anew bool) {
	for i := np.from; i < np.head; i++ {
		t := &s.tokens[i]
		switch {
		case t.Lower == "both":
			number, definite = 2, true
		case t.Lower == "the" || t.Lower == "these" || t.Lower == "all":
			definite = true
		case t.tag == tNum:
			n, _ := numeral(t.Lower)
			number = int(n)
		case t.men >= 0 && s.mentions[t.men].entity.Label != "Place":
			return 0, false, true
		}
	}
	return number, definite, false
}

// severalStates returns the ISO codes of the states that the noun of a phrase stands for,
// by itself or with the name before it: "the Koreas", "the Baltic states"; nil for others.
func (s *sentence) severalStates(np *nounPhrase) []string {
	if codes := s.vocab.several[s.tokens[np.head].Lower]; codes != nil || np.men < 0 {
		return codes
	}
	if m := &s.mentions[np.men]; m.entity.Label == "Place" && m.to == m.from+2 {
		return s.vocab.several[s.tokens[m.from].Lower+"s"]
	}
	return nil
}

// statesByCode returns the states of ISO codes.
func (r *reader) statesByCode(codes []string) []*entity {
	var out []*entity
	for _, code := range codes {
		if e := r.x.gaz.byID["state:"+strings.ToUpper(code)]; e != nil {
			out = append(out, e)
		}
	}
	return out
}

// takesUp reports whether a definite plural without a number means those spoken of:
// "the leaders", "the men", "the rivals".
func (s *sentence) takesUp(head *token) bool {
	return head.Lower == "men" || s.vocab.principals.has(head.lemma) || s.vocab.rivals.has(head.lemma)
}

// statesTogether returns the states and bodies last named together, or the two sides
// last told of, where the noun is one for sides.
func (r *reader) statesTogether(s *sentence, head *token) []*entity {
	d := &r.discourse
	var out []*entity
	for _, e := range d.group {
		if e.Label == "State" || e.Label == "Organization" {
			out = append(out, e)
		}
	}
	if s.vocab.pairs.has(head.lemma) && len(out) == 0 {
		out = slices.Clone(d.met) // "the two sides" of two presidents
	}
	if (head.lemma == "side" || head.lemma == "party") && len(d.sides) == 2 && s.Index-d.sided <= maxGroupAge && (len(out) < 2 || d.sided > d.grouped) {
		out = d.sides
	}
	return out
}

// facing reports whether a phrase means the two states of which one acted on the
// other, and not those last named together, whose number is grouped.
func (r *reader) facing(s *sentence, np *nounPhrase, number, grouped int) bool {
	d := &r.discourse
	rivals := s.vocab.rivals.has(s.tokens[np.head].lemma)
	if len(d.opposed) != 2 || s.tokens[np.from].Lower == "both" || number != 2 && !rivals {
		return false
	}
	if grouped < 2 {
		return s.Index-d.faced < maxGroupAge
	}
	return grouped == 2 && d.hanging && rivals
}

// peopleTogether returns the people last named together: first those of the same
// sentence, then those of a list, who met or of whom alone the article speaks.
func (r *reader) peopleTogether(s *sentence, np *nounPhrase, number int) []*entity {
	d := &r.discourse
	var out []*entity
	for _, e := range d.group {
		if e.Label == "Person" && !e.Described {
			out = append(out, e)
		}
	}
	// "met with A and B, where the leaders condemned": those of this sentence.
	here := s.peopleBefore(np.from)
	switch {
	case len(here) > 1 && (number == 0 || number == len(here)):
		out = here
	case len(here) == 1 && !slices.Contains(out, here[0]):
		return nil // "his refusal to meet Erdogan, though the two men may"
	}
	switch {
	case len(out) > 1 && (number == 0 || number == len(out)):
		return out
	case number != 0 && number == len(d.met):
		return d.met
	case number > 1 && number == len(d.persons):
		return d.persons
	}
	return nil
}

// fewOf returns how many a word such as "two" or "pair" stands for by itself, or 0.
func (v *vocabulary) fewOf(w string) int {
	switch w {
	case "two", "pair", "duo":
		return 2
	case "three", "trio":
		return 3
	case "four", "quartet":
		return 4
	}
	return 0
}

// pronoun resolves he, it, they, we, I and their kin.
func (r *reader) pronoun(s *sentence, np *nounPhrase, labels []string) []ref {
	var out []ref
	if w := s.tokens[np.head].Lower; r.x.onto.Is("Missile", labels...) && !r.x.onto.Is("Event", labels...) && (w == "them" || w == "they" || w == "these" || w == "those") {
		// "bought missiles and used them"
		goods := newest(r.discourse.weapons, 1)
		if s.Index-r.discourse.armed > 1 {
			goods = nil // too long ago
		}
		for i := range s.mentions {
			if m := &s.mentions[i]; m.to <= np.from && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, "Weapon") {
				goods = m.entity
			}
		}
		if goods != nil && r.x.onto.Is(goods.Label, labels...) {
			return []ref{{entity: goods, text: goods.Name, from: np.from, to: np.to}}
		}
	}
	es := r.pronounWord(s, s.tokens[np.head].Lower, np.from, labels)
	if w := s.tokens[np.head].Lower; w == "they" || w == "them" {
		if sp := s.speaker(np.from); sp != nil && slices.Contains(es, sp) || len(es) == 1 && es[0].Label == "Person" && !es[0].Described {
			return nil // not who speaks, and no single person
		}
	}
	for _, e := range es {
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

// pronounReader finds whom a pronoun means. To teach it a construction, add a method
// to the family of the pronoun: person, body or several.
type pronounReader struct {
	r       *reader
	s       *sentence
	word    string // the pronoun in lower case
	at      int    // its token
	labels  []string
	quoter  *entity // whose words it stands in: nobody speaks of himself as "he"
	subject int     // the phrase whose act it is the object of, or -1
}

// pronounWord returns whom a pronoun at a token may mean.
func (r *reader) pronounWord(s *sentence, w string, at int, labels []string) []*entity {
	p := pronounReader{r: r, s: s, word: w, at: at, labels: labels, subject: s.subjectOver(w, at)}
	if s.quoted(at) {
		p.quoter = s.quoter(at)
	}
	if e := p.placed(); e != nil {
		return alone(e)
	}
	switch w {
	case "itself", "himself", "herself", "themselves", "ourselves", "myself":
		return r.reflexive(s, at, labels)
	case "he", "him", "his", "she", "her", "hers":
		return alone(p.person())
	case "i", "me", "my":
		if sp := s.speaker(at); sp != nil {
			return alone(sp)
		}
		return alone(r.author)
	case "we", "us", "our", "ours":
		return p.ourselves()
	case "whose":
		return alone(p.possessor())
	case "it", "its":
		return alone(p.body())
	case "they", "them", "their", "theirs", "both":
		return p.several()
	}
	return nil
}

// alone lists an entity, if there is one.
func alone(e *entity) []*entity {
	if e == nil {
		return nil
	}
	return []*entity{e}
}

// entities returns what references stand for, in order.
func entities(refs []ref) []*entity {
	var out []*entity
	for _, x := range refs {
		out = append(out, x.entity)
	}
	return out
}

// placed returns whom the place of a pronoun alone tells, whoever was named before.
func (p *pronounReader) placed() *entity {
	r, s := p.r, p.s
	if e := r.judgedFor(s, p.word, p.at, p.labels); e != nil {
		return e
	}
	if e := r.ahead(s, p.word, p.at); e != nil {
		return e
	}
	if e := r.issuing(s, p.word, p.at); e != nil {
		return e
	}
	if e := p.goingOn(); e != nil {
		return e
	}
	switch p.word {
	case "he", "she":
		return r.utterer(s, p.word, p.at)
	case "his", "her":
		return r.relating(s, p.word, p.at)
	}
	return nil
}

// goingOn returns the body whose clause another with "it" goes on, where it is called
// by a noun: "the Chadian army left Mali, but it bombed".
func (p *pronounReader) goingOn() *entity {
	s := p.s
	if p.word != "it" || p.at == 0 || s.tokens[p.at-1].tag != tConj {
		return nil
	}
	ci := s.chunkAt(p.at)
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb >= ci || c.passive || c.subject < 0 || !s.chunks[c.verb].vg.finite || s.relativeBefore(c.verb) >= 0 {
			continue
		}
		np := s.chunks[c.subject].np
		if np.pronoun || np.men >= 0 || len(s.group(c.subject)) > 1 || pluralNoun(s.tokens[np.head].Lower) || !s.tokens[np.head].word.in(cGroup|cOrg) {
			return nil
		}
		if refs := p.r.refs(s, c.subject, p.labels); len(refs) == 1 {
			return refs[0].entity
		}
		return nil
	}
	return nil
}

// subjectOver returns the subject of the act that a pronoun at a token is the object
// of, or -1.
func (s *sentence) subjectOver(w string, at int) int {
	subject := -1
	switch w {
	case "it", "him", "her", "them":
		ci := s.chunkAt(at)
		for i := range s.clauses {
			if c := &s.clauses[i]; ci >= 0 && c.subject >= 0 && c.subject != ci && (c.object == ci || c.second == ci) {
				subject = c.subject
			}
		}
	}
	return subject
}

// disjoint reports whether a mention is one that the pronoun cannot mean: an object
// is not its own subject ("Sudan, accusing it of lying"), and "its" is not one of
// several ("Chad and Mali condemned its attack").
func (p *pronounReader) disjoint(m *mention) bool {
	s := p.s
	ci := s.chunkAt(m.from)
	if ci < 0 || s.chunks[ci].np == nil {
		return false
	}
	owner := s.chunks[ci].np.owner
	if p.subject >= ci && owner != nil && s.tokens[s.chunks[ci].np.head].word.in(cOrg|cPerson) && (ci == p.subject || s.chunks[p.subject].np.pronoun) {
		return true // "Mali's ministry said it had, after accusing it of": not Mali
	}
	if ci == p.subject {
		// "Kim's tour will take him to Hanoi"
		return owner == nil || owner.men < 0 || s.mentions[owner.men].from != m.from
	}
	one := p.word == "it" || p.word == "its" || p.word == "itself"
	return one && len(s.group(ci)) > 1 && m.how == byName && owner == nil
}

// earlier returns the last name before the pronoun in the same sentence that hangs
// on no preposition; else the first.
func (p *pronounReader) earlier(labels ...string) *entity {
	s := p.s
	if p.at > 0 && s.vocab.subordinates.has(s.tokens[p.at-1].Lower) {
		return p.last(labels)
	}
	var first, best *entity
	weak := false // first is only whose office somebody holds
	outside, colon := !s.quoted(p.at), s.colonBefore(p.at)
	for i := range s.mentions {
		m := &s.mentions[i]
		if outside && m.to <= p.at && s.quoted(m.from) {
			continue // "'I accuse Kenyatta of lying,' he said": nobody speaks of himself so
		}
		if m.to > p.at || m.how == byAdjective || s.compounded(m) || s.tokens[m.from].men != i || !p.r.x.onto.Is(m.entity.Label, labels...) || m.entity == p.quoter || p.disjoint(m) {
			continue
		}
		ci := s.chunkAt(m.from)
		inner := ci >= 0 && s.chunks[ci].np != nil && s.chunks[ci].np.head >= m.to // "his United Nations address"
		if first == nil || m.from > colon && colon >= 0 || weak && !inner {
			first, weak = m.entity, inner && s.namesPerson(s.chunks[ci].np)
			if m.from > colon {
				colon = -1 // "The latest on the UN: sanctions on Mali for its war"
			}
		}
		if !inner && m.to < p.at && s.tokens[m.to].tag != tGenitive && !s.behindPrep(m.from) {
			best = m.entity
		}
	}
	if best != nil {
		return best
	}
	return first
}

// colonBefore returns the last colon before a token, or -1.
func (s *sentence) colonBefore(at int) int {
	for i := at - 1; i >= 0; i-- {
		if s.tokens[i].tag == tColon && s.tokens[i].Lower == ":" {
			return i
		}
	}
	return -1
}

// last returns whom the sentence named last before the pronoun of a clause of its
// own: "a threat from Russia after it annexed".
func (p *pronounReader) last(labels []string) *entity {
	var last *entity
	for i := range p.s.mentions {
		if m := &p.s.mentions[i]; m.to <= p.at && m.how != byAdjective && p.s.tokens[m.from].men == i && p.r.x.onto.Is(m.entity.Label, labels...) {
			last = m.entity
		}
	}
	return last
}

// behindPrep reports whether the words from a token on hang on a preposition, if only
// through a list: in "across Iraq and Syria" both hang on "across".
func (s *sentence) behindPrep(token int) bool {
	for i := token - 1; i >= 0; i-- {
		switch s.tokens[i].tag {
		case tDet, tAdj, tNoun, tName, tConj:
		case tPrep, tTo:
			return true
		default:
			return false
		}
	}
	return false
}

// person returns whom he or she is.
func (p *pronounReader) person() *entity {
	r, s := p.r, p.s
	if (p.word == "he" || p.word == "she") && r.toldOfHimself(s, p.at) {
		return nil // "the premier told the House that he had": not who was named before
	}
	if e := p.earlier("Person"); e != nil && r.may(s, p.word, e) {
		return e
	}
	if f := r.discourse.focus; f != nil && f.Label == "Person" && f != p.quoter && p.at+1 < len(s.tokens) && s.tokens[p.at+1].Lower == "also" && r.may(s, p.word, f) {
		return f // "He also condemned": of whom the article speaks
	}
	var doer *entity // "Carson endorsed him": another
	if p.subject >= 0 && s.chunks[p.subject].np.men >= 0 {
		doer = s.mentions[s.chunks[p.subject].np.men].entity
	}
	for i := len(r.discourse.persons) - 1; i >= 0; i-- {
		if e := r.discourse.persons[i]; e != doer && r.may(s, p.word, e) && e != p.quoter {
			return e
		}
	}
	return nil
}

// ourselves returns those for whom the one speaks who says "we".
func (p *pronounReader) ourselves() []*entity {
	if sp := p.s.speaker(p.at); sp != nil {
		return alone(p.r.stateOf(sp))
	}
	if len(p.r.authors) > 0 {
		return p.r.authors
	}
	return alone(p.r.authorState)
}

// possessor returns what stands before "whose": "the government, whose forces".
func (p *pronounReader) possessor() *entity {
	r, s := p.r, p.s
	if ci := s.nounBefore(s.chunkAt(p.at) - 1); ci >= 0 && len(s.group(ci)) == 1 && s.chunks[ci].np.men < 0 {
		if x := r.refs(s, ci, p.labels); len(x) == 1 && (ci == 0 || s.chunks[ci-1].kind != kPrep) {
			return x[0].entity
		}
	}
	for i := len(s.mentions) - 1; i >= 0; i-- {
		if m := &s.mentions[i]; m.to <= p.at && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, p.labels...) {
			return m.entity
		}
	}
	return nil
}

// body returns the state or organisation that "it" is.
func (p *pronounReader) body() *entity {
	r, s, d := p.r, p.s, &p.r.discourse
	switch p.word {
	case "it":
		if e := r.saysOfItself(s, p.at); e != nil {
			return e
		}
		if e := r.parallel(s, p.at, "State", "Organization"); e != nil {
			return e
		}
	case "its":
		if e := r.holding(s, p.at); e != nil {
			return e
		}
	}
	if e := p.earlier("State", "Organization"); e != nil {
		return e
	}
	if e := p.ownerBefore(); e != nil {
		return e
	}
	if n := len(s.said); n > 0 && s.said[n-1].to <= p.at && len(r.lastSpeaker) == 1 && r.lastSpeaker[0].Label != "Person" {
		return r.lastSpeaker[0] // "the army said it did not"
	}
	if d.thing {
		return nil // "The deal is opposed by all. It is supported by"
	}
	if d.focus != nil && d.focus.Label != "Person" {
		return d.focus
	}
	if st := newest(d.states, 1); st != nil {
		return st
	}
	return newest(d.orgs, 1)
}

// ownerBefore returns the body that possesses what stands before an "its", with no verb
// between: "the Iraqi government's arrest of a deputy, part of its crackdown".
func (p *pronounReader) ownerBefore() *entity {
	if p.word != "its" {
		return nil
	}
	for ci := p.s.chunkAt(p.at) - 1; ci >= 0; ci-- {
		switch k := &p.s.chunks[ci]; k.kind {
		case kVerb, kSub, kRel, kColon:
			return nil
		case kNoun:
			if k.np.owner == nil {
				continue
			}
			if es := p.r.owners(p.s, k.np); len(es) == 1 && p.r.x.onto.Is(es[0].Label, "State", "Organization") {
				return es[0]
			}
		}
	}
	return nil
}

// several returns who "they" are: those of the same sentence come first.
func (p *pronounReader) several() []*entity {
	r, s := p.r, p.s
	if e := p.beforeFor(); e != nil {
		return alone(e)
	}
	switch p.word {
	case "both":
		if out := r.lastTwo(s, p.at, p.labels); len(out) == 2 {
			return out
		}
	case "their":
		if out := r.addressedList(s, p.at, p.labels); out != nil {
			return out
		}
		if out := p.ownSubject(); out != nil {
			return out
		}
	}
	if out, told := p.pluralSubject(); told {
		return out
	}
	if met := s.metBefore(p.at); len(met) > 0 {
		if i := slices.IndexFunc(met, manyOfThem); i >= 0 && p.word == "their" {
			return alone(met[i]) // "Lavrov received the envoys and praised their work"
		}
		return met // "Lavrov met Wang and said they had agreed"
	}
	if es := r.folk(s, p.word, p.at, p.labels); es != nil {
		return es
	}
	if two := s.peopleBefore(p.at); len(two) == 2 && p.word != "their" && r.x.onto.Is("Person", p.labels...) {
		return two // "Trump will press Xi when they meet"
	}
	if s.quoted(p.at) && s.label == "" {
		return nil // "They struck us," he said: nobody the article has named
	}
	out := p.takenUp()
	if len(out) == 1 && out[0].Label == "Statement" {
		return nil // one statement is "it"
	}
	return out
}

// beforeFor returns those who are punished or praised for what is theirs, and bear no
// name: "sanctioned officials for their support".
func (p *pronounReader) beforeFor() *entity {
	s := p.s
	if p.at == 0 || p.word != "their" || s.tokens[p.at-1].Lower != "for" {
		return nil
	}
	for ci := s.chunkAt(p.at) - 2; ci >= 0; ci-- {
		c := &s.chunks[ci]
		switch {
		case c.kind == kVerb && c.vg.finite:
			return nil
		case c.np == nil:
		case c.np.men >= 0:
			if len(s.group(ci)) > 1 && !s.hangs(ci) {
				return nil
			}
		case p.r.sort(s, ci) == "role" && strings.HasSuffix(s.tokens[c.np.head].Lower, "s") || s.vocab.parties.has(s.tokens[c.np.head].Lower):
			return p.r.described("Person", s.words(c.np))
		}
	}
	return nil
}

// ownSubject returns the plural name that is the subject of the verb right before a
// possessor: "met officials, while the Houthis continue their attacks".
func (p *pronounReader) ownSubject() []*entity {
	s := p.s
	verb := s.chunkAt(p.at) - 1
	if verb < 0 || s.chunks[verb].kind != kVerb || s.clauseOf[verb] < 0 {
		return nil
	}
	c := &s.clauses[s.clauseOf[verb]]
	if c.passive || c.subject < 0 || c.subject > verb || !s.chunks[verb].vg.finite || len(s.group(c.subject)) > 1 {
		return nil
	}
	if np := s.chunks[c.subject].np; np.men < 0 || s.tokens[np.from].Lower != "the" || !strings.HasSuffix(s.tokens[np.head].Lower, "s") {
		return nil
	}
	return entities(p.r.refs(s, c.subject, p.labels))
}

// pluralSubject returns the plural subject of a clause before the pronoun. It also
// reports true where there is one that nobody can name: "thousands of protesters
// marched to voice their".
func (p *pronounReader) pluralSubject() ([]*entity, bool) {
	r, s := p.r, p.s
	told := false
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || s.chunks[c.subject].to > p.at || !s.chunks[c.verb].vg.finite || s.chunks[c.subject].np.pronoun || s.inGroupAt(c.subject, p.at) {
			continue
		}
		np, single := s.chunks[s.effective(c.subject)].np, len(s.group(c.subject)) < 2 // "a number of allies"
		if single && (np.men >= 0 || !strings.HasSuffix(s.tokens[np.head].Lower, "s")) {
			continue
		}
		if out := entities(r.refs(s, c.subject, p.labels)); len(out) > 0 {
			return out, true
		}
		k := r.sort(s, s.effective(c.subject))
		told = told || single && (k == "role" || np.men < 0 && s.vocab.crowds.has(s.tokens[np.head].Lower) || k == "noun" && p.word == "they" && len(r.owners(s, np)) > 0)
	}
	return nil, told
}

// takenUp returns those of whom the article has spoken before that "they" may go on
// to mean.
func (p *pronounReader) takenUp() []*entity {
	r, d := p.r, &p.r.discourse
	signed := d.statement != nil && r.x.onto.Is("Statement", p.labels...)
	if len(d.plural) > 4 && signed {
		return alone(d.statement) // fifty signatories speak through their text
	}
	if len(d.plural) > 0 && len(d.plural) <= 4 {
		return d.plural
	}
	if out := p.grouped(); out != nil {
		return out
	}
	if e := p.earlier("Organization"); e != nil {
		return alone(e)
	}
	if d.focus != nil && d.focus.Label == "Organization" && !d.many {
		return alone(d.focus)
	}
	if signed {
		return alone(d.statement)
	}
	return nil
}

// grouped returns the actors last named together, if they are few.
func (p *pronounReader) grouped() []*entity {
	d := &p.r.discourse
	if len(d.group) == 0 || d.group[0].Label == "Place" || d.hanging || p.s.speaker(p.at) != nil {
		return nil
	}
	var out []*entity
	for _, e := range d.group {
		if p.r.x.onto.Is(e.Label, "State", "Organization", "Person") {
			out = append(out, e)
		}
	}
	if len(out) < 2 || len(out) > 6 {
		return nil
	}
	return out
}

// addressedList returns the list that is the object of the verb which the phrase of
// the possessive at a token hangs on: "reassured Japan and Palau of its commitment
// to their defense".
func (r *reader) addressedList(s *sentence, at int, labels []string) []*entity {
	ci := s.chunkAt(at)
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.object < 0 || c.object > ci || len(s.group(c.object)) < 2 || !slices.ContainsFunc(c.preps, func(p prep) bool { return p.at == ci }) {
			continue
		}
		if c.subject < 0 || len(s.group(c.subject)) > 1 || s.chunks[c.subject].np.pronoun {
			continue
		}
		return entities(r.refs(s, c.object, labels))
	}
	return nil
}

// judgedFor returns whom a verb of judging or thanking has as its object, when the
// possessive at a token hangs on its "for": "commended Modi for his visits".
func (r *reader) judgedFor(s *sentence, w string, at int, labels []string) *entity {
	ci := s.chunkAt(at)
	if ci < 2 || s.chunks[ci].kind != kNoun || at != s.chunks[ci].from || s.chunks[ci-1].kind != kPrep {
		return nil
	}
	accused := false // only whom a verb accuses: "accused Iran of piracy by its raids"
	switch s.chunks[ci-1].word {
	case "for", "over":
	case "by", "with", "through":
		accused = true
	default:
		return nil
	}
	want := []string{"State", "Organization"}
	switch w {
	case "his", "her":
		want = []string{"Person"}
	case "its":
	default:
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.from > at || accused && !r.accuses(v.lemma) || !hasPrepAt(s, c, s.chunks[ci-1].word, ci) || !r.judges(v.lemma) {
			continue
		}
		judged := c.object
		if c.passive {
			judged = c.subject
		}
		if judged < 0 || len(s.group(judged)) > 1 || s.chunks[judged].np.pronoun {
			return nil
		}
		if refs := r.refs(s, judged, want); len(refs) == 1 {
			return refs[0].entity
		}
	}
	return nil
}

// judges reports whether a verb has as its object somebody of whom a phrase behind
// "for" or "over" tells what he did.
func (r *reader) judges(lemma string) bool {
	v := r.x.vocab
	return v.judging.has(lemma) || v.performing.has(lemma) || v.answerable.has(lemma) || r.opens(lemma)
}

// ahead returns the person that a pronoun in what opens a sentence means where
// nobody is named before it: the subject behind the comma, "During her visit to
// Kyiv, Merkel met".
func (r *reader) ahead(s *sentence, w string, at int) *entity {
	switch w {
	case "he", "him", "his", "she", "her":
	default:
		return nil
	}
	if s.chunks[0].kind != kPrep && s.chunks[0].kind != kSub {
		return nil
	}
	for i := range s.mentions {
		if m := &s.mentions[i]; m.to <= at && m.entity.Label == "Person" && s.tokens[m.from].men == i {
			return nil
		}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.subject < 1 || s.chunks[c.subject].from <= at || c.verb < c.subject {
			continue
		}
		np := s.chunks[c.subject].np
		if s.chunks[c.subject-1].kind != kComma || np.men < 0 || np.owner != nil || len(s.group(c.subject)) > 1 {
			return nil
		}
		if e := s.mentions[np.men].entity; e.Label == "Person" && s.vocab.may(w, e) {
			return e
		}
		return nil
	}
	return nil
}

// issuing returns who made the document in which the pronoun at a token says something:
// "The ministry issued a statement in which it accused".
func (r *reader) issuing(s *sentence, w string, at int) *entity {
	ci := s.chunkAt(at)
	if ci < 4 || s.chunks[ci-1].kind != kRel || s.chunks[ci-1].word != "which" || s.chunks[ci-2].word != "in" {
		return nil
	}
	var labels []string
	switch w {
	case "he", "she":
		labels = speakers[:1]
	case "it":
		labels = speakers[1:3]
	default:
		return nil
	}
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb > ci || c.object < 0 || c.object > ci || c.passive || c.subject < 0 || len(s.group(c.subject)) > 1 || !s.tokens[s.chunks[c.object].np.head].word.in(cDocument) {
			continue
		}
		if x := r.refs(s, c.subject, labels); len(x) == 1 && (x[0].entity.Label != "Person" || r.may(s, w, x[0].entity)) {
			return x[0].entity
		}
		return nil
	}
	return nil
}

// utterer returns whose remark tells what the pronoun at a token is the subject of:
// "criticised by Merkel for Johnson's remark that he would".
func (r *reader) utterer(s *sentence, w string, at int) *entity {
	ci := s.chunkAt(at)
	if e := r.sayingOfHimself(s, w, ci); e != nil {
		return e
	}
	if ci < 2 || s.chunks[ci-1].kind != kRel || s.chunks[ci-1].word != "that" || s.chunks[ci-2].kind != kNoun {
		return nil
	}
	np := s.chunks[ci-2].np
	l := s.tokens[np.head].lemma
	if np.pronoun || np.possessive || !s.vocab.utterances.has(l) && len(r.x.cueNouns.at(l)) == 0 {
		return nil
	}
	if es := r.owners(s, np); len(es) == 1 && es[0].Label == "Person" && s.vocab.may(w, es[0]) {
		return es[0]
	}
	return nil
}

// sayingOfHimself returns whom the article only describes and who says what the pronoun
// at ci is the subject of: "the head of the bank said that he had met". Who speaks for
// others does not speak of himself: "a spokesman said he would go".
func (r *reader) sayingOfHimself(s *sentence, w string, ci int) *entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.complement != ci || c.subject < 0 || c.subject > c.verb || !r.speechVerb(s.chunks[c.verb].vg) {
			continue
		}
		np := s.chunks[c.subject].np
		if np.pronoun || np.men >= 0 || len(s.group(c.subject)) > 1 || s.vocab.mouthpieces.has(s.tokens[np.head].Lower) || s.personBetween(c.subject, c.verb) {
			return nil
		}
		if x := r.refs(s, c.subject, speakers[:1]); len(x) == 1 && r.may(s, w, x[0].entity) {
			return x[0].entity
		}
		return nil
	}
	return nil
}

// personBetween reports whether a person is named between two chunks.
func (s *sentence) personBetween(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.chunks[k].kind == kNoun && s.namesPerson(s.chunks[k].np) {
			return true
		}
	}
	return false
}

// relating returns who tells somebody of what is his own: "briefed Scholz on his
// call with Modi".
func (r *reader) relating(s *sentence, w string, at int) *entity {
	ci := s.chunkAt(at)
	if ci < 2 || at != s.chunks[ci].from || s.chunks[ci-1].word != "on" && s.chunks[ci-1].word != "about" && s.chunks[ci-1].word != "of" {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.subject < 0 || c.object < 0 || c.object+2 != ci || !s.vocab.relates.has(s.chunks[c.verb].vg.lemma) || len(s.group(c.subject)) > 1 {
			continue
		}
		if x := r.refs(s, c.subject, speakers[:1]); len(x) == 1 && r.may(s, w, x[0].entity) {
			return x[0].entity
		}
	}
	return nil
}

// folk returns the people or forces that a "they" behind "as" or "while" takes up:
// "support Ukrainians as they defend themselves".
func (r *reader) folk(s *sentence, w string, at int, labels []string) []*entity {
	if w == "their" || w == "themselves" {
		// What they do to what is theirs: of whom the clause speaks.
		for i := len(s.clauses) - 1; i >= 0; i-- {
			if c := &s.clauses[i]; c.subject >= 0 && s.chunks[c.verb].from < at && s.chunks[c.subject].to <= s.chunks[c.verb].from {
				first := &s.chunks[c.subject]
				if s.tokens[first.from].Lower != "they" {
					if w == "their" && s.chunks[c.verb].vg.bare && c.subject == c.verb-1 && !first.np.pronoun && pluralNoun(s.tokens[first.np.head].Lower) {
						for _, x := range r.refs(s, c.subject, labels) {
							return []*entity{x.entity} // "the Ukrainians defending their freedom"
						}
					}
					return nil
				}
				w, at = "they", first.from
				break
			}
		}
	}
	if w != "they" || at < 2 || !s.vocab.subordinates.has(s.tokens[at-1].Lower) && s.tokens[at-1].Lower != "as" {
		return nil
	}
	for ci := s.chunkAt(at) - 1; ci >= 0; ci-- {
		c := &s.chunks[ci]
		if c.kind == kColon {
			return nil
		}
		if c.kind != kNoun || c.np.pronoun || !pluralNoun(s.tokens[c.np.head].Lower) && s.tokens[c.np.head].Lower != "people" || !r.acts(s, ci) {
			continue
		}
		return entities(r.refs(s, ci, labels))
	}
	return nil
}

// holding returns the subject of the clause in which the "its" at a token stands
// behind the verb: "the Syrian air force, backed by Russia, stepped up its raids".
func (r *reader) holding(s *sentence, at int) *entity {
	for i := len(s.clauses) - 1; i >= 0; i-- {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.from > at || !v.finite || v.bare {
			continue
		}
		if c.passive || c.subject < 0 || c.subject > c.verb || s.chunks[c.subject].np.pronoun || len(s.group(c.subject)) > 1 {
			return nil
		}
		for j := c.verb + 1; j < len(s.chunks) && s.chunks[j].from <= at; j++ {
			if k := &s.chunks[j]; k.kind == kSub || k.kind == kRel || k.kind == kColon || k.kind == kPrep && s.vocab.subordinates.has(k.word) {
				return nil
			}
		}
		if refs := r.refs(s, c.subject, []string{"State", "Organization"}); len(refs) == 1 {
			return refs[0].entity
		}
		return nil
	}
	return nil
}

// compounded reports whether a name only begins a compound: "U.S.-led".
func (s *sentence) compounded(m *mention) bool {
	return m.to+1 < len(s.tokens) && s.tokens[m.to].tag == tHyphen && !s.tokens[m.to].Spaced && participle(s.tokens[m.to+1].Lower)
}

// peopleBefore returns the people that the sentence has named before a token.
func (s *sentence) peopleBefore(at int) []*entity {
	var out []*entity
	for i := range s.mentions {
		if m := &s.mentions[i]; m.to <= at && m.entity.Label == "Person" && s.tokens[m.from].men == i && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	return out
}

// metBefore returns the people of whom the sentence has told before a token that
// they met, if they are few.
func (s *sentence) metBefore(at int) []*entity {
	var out []*entity
	for i := range s.findings {
		f := &s.findings[i]
		if f.relation != "MET" || f.at >= at || f.to > at {
			continue
		}
		for _, e := range [...]*entity{f.head.entity, f.tail.entity} {
			if e.Label == "Person" && !slices.Contains(out, e) {
				out = append(out, e)
			}
		}
	}
	if len(out) > 4 {
		return nil
	}
	return out
}

// manyOfThem reports whether a description is of several people: "the two envoys".
func manyOfThem(e *entity) bool {
	return e.Described && pluralNoun(strings.ToLower(e.Name[strings.LastIndexByte(e.Name, ' ')+1:]))
}

// may reports whether a pronoun of one person may mean somebody, as far as his
// name, what he is called and his titles say.
func (r *reader) may(s *sentence, pronoun string, e *entity) bool {
	if manyOfThem(e) {
		return false // "ten people": not she
	}
	if woman, known := r.women[e]; known {
		return woman == (pronoun == "she" || pronoun == "her" || pronoun == "hers")
	}
	return s.vocab.may(pronoun, e)
}

// learnSex takes note of the titles that only women or only men bear.
// What a dictionary says goes before what the article does.
func (r *reader) learnSex(s *sentence, e *entity, title string) {
	if e.entry != nil {
		for i := len(e.entry.Offices) - 1; i >= 0; i-- {
			r.noteSex(s, e, e.entry.Offices[i].Title)
		}
	}
	if _, known := r.women[e]; !known {
		r.noteSex(s, e, title)
	}
}

func (r *reader) noteSex(s *sentence, e *entity, title string) {
	if i := strings.LastIndexByte(title, ' '); i >= 0 {
		title = title[i+1:]
	}
	switch title = strings.ToLower(title); {
	case s.vocab.womanly.has(title):
		r.women[e] = true
	case s.vocab.manly.has(title):
		r.women[e] = false
	}
}

// may reports whether a pronoun may mean a person, as far as the given name says.
func (v *vocabulary) may(pronoun string, e *entity) bool {
	given, _, _ := strings.Cut(strings.ToLower(e.Name), " ")
	switch pronoun {
	case "she", "her", "hers", "herself":
		return !v.maleNames.has(given)
	case "he", "him", "his", "himself":
		return !v.femaleNames.has(given)
	}
	return true
}

// saysOfItself returns the state or body that says what a pronoun is the subject of:
// "Israel warned Lebanon that it would strike".
func (r *reader) saysOfItself(s *sentence, at int) *entity {
	ci := s.chunkAt(at)
	for i := range s.clauses {
		c := &s.clauses[i]
		if ci < 0 || c.complement != ci || c.subject < 0 || c.passive || len(s.group(c.subject)) > 1 || !r.speechVerb(s.chunks[c.verb].vg) {
			continue
		}
		who := c.subject
		if c.object >= 0 && c.object < ci && s.bid(ci) {
			who = c.object // "warned Serbia that it should not buy"
		}
		if x := r.refs(s, who, []string{"State", "Organization"}); len(x) == 1 {
			return x[0].entity
		}
	}
	return nil
}

// bid reports whether the clause that the phrase at ci is the subject of tells what
// somebody ought to do.
func (s *sentence) bid(ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.subject == ci && s.chunks[c.verb].vg.finite {
			m := s.chunks[c.verb].vg.modal
			return m == "should" || m == "must" || m == "ought"
		}
	}
	return false
}

// parallel returns the subject of a clause of its own before a pronoun that is a
// subject, too: "While China urged North Korea to stop, it also said".
func (r *reader) parallel(s *sentence, at int, labels ...string) *entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || s.chunks[c.subject].from != at {
			continue
		}
		if x, ok := r.thatToo(s, i, labels); ok {
			return x
		}
		if at == 0 || s.tokens[at-1].tag != tComma {
			return nil
		}
		for k := 0; k < i; k++ {
			d := &s.clauses[k]
			if v := s.chunks[d.verb].vg; !v.finite || d.passive || d.subject < 0 || s.chunks[d.subject].to > at || len(s.group(d.subject)) > 1 {
				continue
			}
			if np := s.chunks[d.subject].np; np.men >= 0 && r.x.onto.Is(s.mentions[np.men].entity.Label, labels...) {
				return s.mentions[np.men].entity
			}
		}
	}
	return nil
}

// thatToo returns the subject of the clause with "that" which the i-th clause goes on
// with another: "said that the army had intervened and that it had armed".
func (r *reader) thatToo(s *sentence, i int, labels []string) (*entity, bool) {
	at := s.chunks[s.clauses[i].subject].from
	if at < 2 || s.tokens[at-1].Lower != "that" || s.tokens[at-2].tag != tConj {
		return nil, false
	}
	for k := i - 1; k >= 0; k-- {
		d := &s.clauses[k]
		if d.subject < 0 || s.chunks[d.subject].to > at {
			continue
		}
		first := s.group(d.subject)[0]
		if first == 0 || s.chunks[first-1].kind != kRel || s.chunks[first-1].word != "that" {
			continue
		}
		if x := r.refs(s, d.subject, labels); len(x) == 1 {
			return x[0].entity, true
		}
		return nil, false
	}
	return nil, false
}

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
