package extract

import (
	"slices"
	"strings"

	"dossier/loaders/text"
)

// description reads a phrase that is no name as one thing. To teach it a noun, see the
// method of what the noun stands for.
type description struct {
	r        *reader
	s        *sentence
	ci       int
	np       *nounPhrase
	head     *token
	noun     string    // the head in lower case
	definite bool      // begins with "the" or the like
	owners   []*entity // whose it is
	labels   []string  // all that is wanted, not only the label at hand
}

// describe makes or finds the entity of a phrase that is no name.
func (r *reader) describe(s *sentence, ci int, labels []string) *entity {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	if h.tag == tNum && np.head > np.start && s.tokens[np.head-1].word.in(cDocument) {
		h = &s.tokens[np.head-1] // "Executive Order 13928"
	}
	d := description{r: r, s: s, ci: ci, np: np, head: h, noun: h.Lower, labels: labels}
	switch s.tokens[np.from].Lower {
	case "the", "this", "these", "both":
		d.definite = true
	}
	d.owners = r.ledStates(d.noun, r.owners(s, np))
	if d.definite && len(d.owners) == 0 && slices.Contains(labels, "State") {
		if e := r.stateDescribed(s, np); e != nil {
			return e
		}
	}
	for _, want := range labels {
		if e, ok := d.as(want); ok {
			return e
		}
	}
	return nil
}

// as reads the phrase as a thing of one label; true with nobody means that it is such
// a thing, but the article has told of none.
func (d *description) as(label string) (*entity, bool) {
	var e *entity
	switch label {
	case "State":
		e = d.state()
	case "Organization":
		e = d.organisation()
	case "Person":
		e = d.person()
	case "Statement":
		if d.issued() && !(d.wants("Topic") && d.s.vocab.laws.has(d.head.lemma)) {
			e = d.r.statement(d.s, d.np, d.definite)
		}
	case "Resolution":
		if strings.HasPrefix(d.noun, "resolution") && !d.s.settles(d.np) || strings.HasPrefix(d.noun, "unscr") {
			e = d.r.described("Resolution", d.r.resolutionWords(d.s, d.ci, d.owners))
		}
	case "Agreement":
		e = d.inClass(cAgreement, label)
	case "Sanction":
		e = d.inClass(cSanction, label)
	case "Transfer":
		e = d.r.transferOf(d.s, d.ci)
	case "Event", "Strike":
		return d.event()
	case "Place":
		e = d.place()
	case "Aid":
		e = d.aid()
	case "Topic":
		e = d.topic()
	}
	return e, e != nil
}

// owningState returns the state whose alone the phrase is, or nil.
func (d *description) owningState() *entity {
	if len(d.owners) == 1 && d.owners[0].Label == "State" {
		return d.owners[0]
	}
	return nil
}

// wants reports whether the caller would take a thing of a label, too.
func (d *description) wants(label string) bool { return d.r.x.onto.Is(label, d.labels...) }

// inClass makes a thing of a phrase whose noun is of a class, under its own words.
func (d *description) inClass(class uint32, label string) *entity {
	if !d.r.x.lex.has(d.noun, class) && !d.termsOf(class) && !(class == cAgreement && d.s.agreementText(d.ci)) {
		return nil
	}
	return d.r.described(label, d.s.words(d.np))
}

// agreementText reports whether a noun is an agreement only with what stands behind
// "of": "a letter of intent".
func (s *sentence) agreementText(ci int) bool {
	c := s.chunks
	if ci+2 >= len(c) || c[ci+1].word != "of" || c[ci].np == nil {
		return false
	}
	return s.vocab.agreementTexts.has(s.tokens[c[ci].np.head].Lower + " of " + s.tokens[c[ci+2].from].Lower)
}

// termsOf reports whether a phrase is what something of a class lays down: "the
// ceasefire regime", "the truce terms".
func (d *description) termsOf(class uint32) bool {
	return d.s.vocab.terms.has(d.noun) && d.np.head > d.np.start && d.s.tokens[d.np.head-1].word.in(class)
}

// state returns the state that a phrase about what is its own stands for.
func (d *description) state() *entity {
	r, s := d.r, d.s
	if o := d.owningState(); o != nil && s.vocab.extensions.has(d.noun) {
		return o // "U.S. interests"
	}
	if e := r.groupOf(d.noun, d.owners); e != nil && e.Label == "State" {
		return e
	}
	if e := r.ownOf(s, d.np, d.owners, "State"); e != nil {
		return e
	}
	if s.vocab.beneficiaries.has(d.noun) && (!d.wants("Place") || d.wants("Resolution")) {
		return d.owningState() // "Israel's right to defend itself", "the defense of South Korea"
	}
	return nil
}

// organisation returns the body or armed group that a phrase names by its kind.
func (d *description) organisation() *entity {
	r, s, np := d.r, d.s, d.np
	if s.vocab.ventures.has(d.head.lemma) || r.titled(s, np) {
		return nil // "the U.N. initiative", "the chief of army staff"
	}
	if e := r.groupOf(d.noun, d.owners); e != nil && e.Label == "Organization" {
		return e
	}
	if e := r.ownOf(s, np, d.owners, "Organization"); e != nil {
		return e
	}
	if e := d.assetsOf(); e != nil {
		return e
	}
	if d.allies() {
		return r.described("Organization", s.words(np))
	}
	if e := d.unitOfBody(); e != nil {
		return e
	}
	if o := s.unitOf(d.ci); o != nil {
		return o
	}
	if d.unitNamed() {
		return r.described("Organization", s.words(np))
	}
	if s.vocab.crowds.has(d.noun) || len(d.owners) == 0 && s.vocab.machines.has(d.noun) {
		return nil
	}
	if e := d.ownBloc(); e != nil {
		return e
	}
	if e := d.byModifier(); e != nil {
		return e
	}
	if !r.x.lex.has(d.noun, cOrg) && (!r.x.lex.has(d.noun, cGroup) || d.s.vocab.manyPeople.has(d.noun)) {
		return nil
	}
	if d.definite && (len(d.owners) == 0 || len(d.owners) == 1 && len(s.vocab.kinds[d.head.lemma]) > 0) {
		if e := r.antecedent(s, np, "Organization"); e != nil {
			return e
		}
		if e := r.stateBody(s, np); e != nil {
			return e
		}
	}
	return r.organisation(s, np, d.owners)
}

// titled reports whether a phrase ends in a title of several words: "the deputy
// secretary of state".
func (r *reader) titled(s *sentence, np *nounPhrase) bool {
	k := r.x.titles.before(s.tokens, np.head+1)
	return k >= np.start && k < np.head && !s.headedInPlural(np)
}

// headedInPlural reports whether a title is that of several who are a body together:
// "the Joint Chiefs of Staff".
func (s *sentence) headedInPlural(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		if s.tokens[i].Lower == "of" {
			return i > np.start && pluralNoun(s.tokens[i-1].Lower)
		}
	}
	return false
}

// assetsOf returns whose assets are spoken of: "the assets of the bank".
func (d *description) assetsOf() *entity {
	if d.noun != "assets" {
		return nil
	}
	if len(d.owners) > 0 {
		return d.owners[0]
	}
	if c := d.s.chunks; d.ci+2 < len(c) && c[d.ci+1].word == "of" && c[d.ci+2].kind == kNoun {
		if x := d.r.refs(d.s, d.ci+2, d.labels); len(x) > 0 {
			return x[0].entity
		}
	}
	return nil
}

// allies reports whether a phrase names several states by where they are or whose
// friends: "Western powers", "U.S. allies".
func (d *description) allies() bool {
	if d.np.owner != nil && d.np.head > d.np.start && d.s.tokens[d.np.head-1].Lower == "member" {
		return true // "the council's 15 member countries"
	}
	if !d.s.vocab.crowds.has(d.noun) || d.np.owner != nil || d.np.possessive || d.noun == "people" || d.noun == "members" {
		return false
	}
	return d.s.capitalModifier(d.np) || d.noun == "powers" && d.np.head > d.np.start
}

// unitOfBody returns the army or police of the state that the article is about, of which
// a phrase without a name tells some unit: "army units", "an army unit".
func (d *description) unitOfBody() *entity {
	if d.head.lemma != "unit" || len(d.owners) > 0 || d.np.possessive || d.np.head != d.np.start+1 && !(d.np.head == d.np.start+2 && d.s.tokens[d.np.start].tag == tDet) {
		return nil
	}
	core := d.s.tokens[d.np.head-1].Lower
	if !d.s.vocab.stateBodies.has(core) {
		return nil
	}
	if state := d.r.scene(); state != nil {
		return d.r.bodyOf(state, core, core)
	}
	return nil
}

// ownBloc returns the bloc last spoken of, where somebody calls it his: "our alliance".
func (d *description) ownBloc() *entity {
	if !d.np.possessive || !slices.Contains(d.s.vocab.kinds[d.head.lemma], "bloc") {
		return nil
	}
	orgs := d.r.discourse.orgs
	for i := len(orgs) - 1; i >= 0; i-- {
		if orgs[i].hasKind("bloc") {
			return orgs[i]
		}
	}
	return nil
}

// byModifier returns the organisation whose name stands before the noun, if the phrase
// is it or a part of it that the article has named.
func (d *description) byModifier() *entity {
	o := d.s.premodifier(d.np, "Organization")
	if o == nil {
		return nil
	}
	if d.definite && d.s.vocab.bodyParts.has(d.head.lemma) {
		if e := d.r.partNamed(d.s, o); e != nil {
			return e // "the U.N. agency" is the one named before
		}
	}
	if (d.s.vocab.selves.has(d.noun) || d.s.vocab.bodyKinds.has(d.noun)) && d.s.tokens[d.np.head-1].Lower != "member" {
		return o
	}
	return nil
}

// person returns the person or people that a phrase tells by office or trade.
func (d *description) person() *entity {
	r, s := d.r, d.s
	if s.vocab.crowds.has(d.noun) && d.noun != "people" && d.noun != "members" || !d.human() {
		return nil
	}
	if e := r.officeBearer(s, d.np, d.owners); e != nil {
		return e
	}
	if e := r.epithet(s, d.np, d.noun); e != nil {
		return e
	}
	return r.described("Person", s.possessed(d.np, d.owners, s.spokenFor(d.ci)))
}

// human reports whether the noun is one for people: "officials", "the delegation",
// "the Democrat".
func (d *description) human() bool {
	switch d.noun {
	case "officials", "people", "authorities":
		return true
	}
	return d.r.x.lex.has(d.noun, cPerson) || d.r.officeOf(d.s, d.np) >= 0 || strings.HasPrefix(d.noun, "delegation") || d.definite && d.head.Capital && d.s.vocab.partisans.has(d.noun) && !pluralNoun(d.noun)
}

// issued reports whether a phrase is a document that somebody issued, and not papers
// at large.
func (d *description) issued() bool {
	if !d.r.x.lex.has(d.noun, cDocument) || d.np.negative || d.head.lemma == "resolution" {
		return false
	}
	one := singular(d.noun)
	return d.definite || len(d.owners) > 0 || d.np.possessive || one == d.noun || d.s.vocab.writs.has(one) || d.s.published(d.ci)
}

// event returns the act that a phrase names; "the act" is the one told last, if any.
func (d *description) event() (*entity, bool) {
	x := d.r.x
	if x.lex.has(d.noun, cEvent) || len(x.set.OfNoun(d.head.lemma)) > 0 && !x.lex.has(d.noun, cPerson|cGroup|cOrg) {
		return d.r.event(d.s, d.ci), true
	}
	return d.r.discourse.event, d.noun == "act" || d.noun == "acts"
}

// place returns the place that a phrase names by its kind, or the state whose it is.
func (d *description) place() *entity {
	r, np := d.r, d.np
	if d.noun == "capital" && len(d.owners) == 1 && d.owners[0].entry != nil && len(d.owners[0].entry.Capital) > 0 {
		if e := r.x.gaz.byID["place:"+kebab(d.owners[0].entry.Capital[0])]; e != nil {
			return e
		}
	}
	isPlace := r.x.lex.has(d.noun, cPlace)
	if o := d.owningState(); o != nil && d.wants("State") {
		if np.owner != nil && isPlace {
			return o // "Saudi Arabia's civil infrastructure"
		}
		if np.possessive && d.s.vocab.domains.has(d.noun) {
			return o // "its airspace"
		}
	}
	if !isPlace || np.possessive && (d.noun == "target" || d.noun == "targets") {
		return nil
	}
	return r.described("Place", d.s.bearing(d.ci))
}

// aid returns the help that a phrase names.
func (d *description) aid() *entity {
	if o := d.s.premodifier(d.np, "Aid"); o != nil && d.s.vocab.packages.has(d.noun) {
		return o
	}
	if d.s.aidOfKinds(d.np) {
		return d.r.described("Aid", d.s.words(d.np))
	}
	return nil
}

// topic makes a subject that people speak of, under its own words, of a noun that is
// neither actor, time nor text.
func (d *description) topic() *entity {
	if d.head.tag != tNoun || d.np.negative {
		return nil
	}
	if d.r.x.lex.has(d.noun, cTime|cPerson|cGroup|cOrg|cDocument) && !d.s.vocab.laws.has(d.head.lemma) && !d.s.vocab.ventures.has(d.head.lemma) {
		return nil
	}
	return d.r.described("Topic", d.s.words(d.np))
}

// settles reports whether a resolution is the end of a dispute and no text: "the
// peaceful resolution of the conflict".
func (s *sentence) settles(np *nounPhrase) bool {
	return np.head > np.start && s.vocab.settling.has(s.tokens[np.head-1].Lower)
}

// aidOfKinds reports whether one of the adjectives before a word for help makes it
// a thing given: "financial, humanitarian and diplomatic support".
func (s *sentence) aidOfKinds(np *nounPhrase) bool {
	return s.vocab.helping.has(s.tokens[np.head].lemma) && slices.ContainsFunc(s.tokens[np.start:np.head], func(t token) bool { return s.vocab.aidKinds.has(t.Lower) })
}

// epithet returns the person of whom the article speaks, where a phrase calls him
// something else than by an office: "the billionaire", "the four-star general",
// "the Arizona Republican".
func (r *reader) epithet(s *sentence, np *nounPhrase, noun string) *entity {
	e := r.discourse.focus
	if e == nil || e.Label != "Person" || e.Described || s.tokens[np.from].Lower != "the" || pluralNoun(noun) || s.names(np, e) {
		return nil
	}
	if s.vocab.epithets.has(noun) && !s.numberedUnnamed(np) {
		for i := np.start; i < np.head; i++ {
			if s.tokens[i].men >= 0 && s.vocab.notInOffice.has(s.tokens[i].Lower) {
				return nil
			}
		}
		return e
	}
	told := s.vocab.partisans.has(noun)
	for i := np.start; i < np.head; i++ {
		t := &s.tokens[i]
		switch {
		case s.vocab.notInOffice.has(t.Lower):
			return nil
		case s.vocab.epithetWords.has(t.Lower), t.tag == tHyphen && s.vocab.epithetWords.has(s.tokens[i-1].Lower+"-"+s.tokens[i+1].Lower):
			told = true
		case t.men >= 0 && !s.vocab.usStates.has(strings.ToLower(s.mentions[t.men].entity.Name)):
			return nil
		case t.men >= 0 && r.x.titles.before(s.tokens, np.head+1) >= 0, t.tag == tNum && s.tokens[i+1].tag == tHyphen:
			told = true // "the Texas senator", "the 71-year-old leader"
		}
	}
	if !told || !s.vocab.called.has(noun) && !s.vocab.partisans.has(noun) {
		return nil
	}
	return e
}

// ownOf returns the state or organisation that a person belongs to, where a phrase
// calls it his: "his country", "her party", "Alloush's group".
func (r *reader) ownOf(s *sentence, np *nounPhrase, owners []*entity, label string) *entity {
	if h := &s.tokens[np.head]; label == "State" && s.vocab.homelands.has(h.Lower) && np.possessive && np.head == np.start {
		if e := r.homeOfSpeaker(s, np); e != nil || len(owners) == 0 {
			return e
		}
	}
	if len(owners) != 1 || owners[0].Label != "Person" && owners[0].Label != "State" || np.head != np.start || !np.possessive && np.owner == nil {
		return nil
	}
	h := &s.tokens[np.head]
	if label == "State" && !s.vocab.homelands.has(h.Lower) || label == "Organization" && (!h.word.in(cOrg|cGroup) || len(s.vocab.kinds[h.Lower]) == 0) {
		return nil
	}
	if e := r.stateOf(owners[0]); e != nil && e.Label == label {
		return e
	}
	return nil
}

// homeOfSpeaker returns the state of somebody without a name who speaks of his
// country: "the Croatian minister said his country".
func (r *reader) homeOfSpeaker(s *sentence, np *nounPhrase) *entity {
	ci := s.chunkAt(np.head)
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.complement != ci || c.subject < 0 || !r.speechVerb(s.chunks[c.verb].vg) || r.sort(s, c.subject) != "role" {
			continue
		}
		if who := r.owners(s, s.chunks[c.subject].np); len(who) == 1 && who[0].Label == "State" {
			return who[0]
		}
	}
	return nil
}

// bearing is a place as written, with where it lies: "towns north of Idlib".
func (s *sentence) bearing(ci int) string {
	np, c := s.chunks[ci].np, s.chunks
	if ci+3 >= len(c) || c[ci+1].kind == kNoun && c[ci+1].np.men >= 0 || !s.vocab.compass.has(s.tokens[c[ci+1].to-1].Lower) || c[ci+2].word != "of" || c[ci+3].kind != kNoun {
		return s.words(np)
	}
	return text.Plain(s.surface(s.skipArticle(np), c[ci+3].to))
}

// partNamed returns the part of a body that the article has just named.
func (r *reader) partNamed(s *sentence, whole *entity) *entity {
	for i := len(r.discourse.orgs) - 1; i >= 0; i-- {
		if e := r.discourse.orgs[i]; e.Parent == whole.ID && s.Index-r.discourse.named[e] <= maxGroupAge {
			return e
		}
	}
	return nil
}

// stateDescribed finds the state that "the country", "the isolated nation" or
// "the government" means.
func (r *reader) stateDescribed(s *sentence, np *nounPhrase) *entity {
	noun := s.tokens[np.head].Lower
	if np.head > np.start && s.vocab.rulers.has(noun) && s.vocab.subnational.has(s.tokens[np.head-1].Lower) {
		return nil // "the regional government" is not the country's
	}
	if e := r.antecedent(s, np, "State"); e != nil {
		return e // by its kind
	}
	switch noun {
	case "government", "regime":
		if e := r.subjectState(s); e != nil && noun == "government" && r.decides(s, np) {
			return e // "Switzerland has adopted sanctions on Iran, the government said"
		}
		if e := r.scene(); e != nil && (s.rebelsNamed() || r.subjectState(s) == nil) {
			return e
		}
		if e := r.bodysState(s, np); e != nil {
			return e
		}
	case "country", "nation", "republic":
		for i := np.start; i < np.head; i++ {
			if kinds, _ := s.kindsAt(i); kinds != nil {
				return nil // "the Balkan country": one of those, and none was named
			}
		}
	default:
		return nil
	}
	// The state that the sentence named before, in whatever way.
	for i := len(s.mentions) - 1; i >= 0; i-- {
		if m := &s.mentions[i]; m.to <= np.from && m.entity.Label == "State" && s.tokens[m.from].men == i && !s.names(np, m.entity) {
			return m.entity
		}
	}
	if e := r.discourse.focus; e != nil && e.Label == "State" && !s.names(np, e) {
		return e
	}
	return newest(r.discourse.states, 1)
}

// decides reports whether the first verb of a sentence tells of a policy and no
// violence, and a phrase that follows says so of it: "..., the government said".
func (r *reader) decides(s *sentence, np *nounPhrase) bool {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if !v.finite || c.subject < 0 {
			continue
		}
		if s.chunks[c.subject].np.men < 0 || v.main > np.from || c.passive || r.speechVerb(v) {
			return false
		}
		n := s.chunkAt(np.head)
		return (s.vocab.joins.has(v.lemma) || s.vocab.decrees.has(v.lemma)) && n > 0 && s.chunks[n-1].kind == kComma && n+1 < len(s.chunks) && s.chunks[n+1].kind == kVerb && r.speechVerb(s.chunks[n+1].vg)
	}
	return false
}

// bodysState returns the state whose ministry or the like is the subject of a sentence
// that "the government" tells: "The Treasury has fined a bank, the government said".
func (r *reader) bodysState(s *sentence, np *nounPhrase) *entity {
	if len(s.clauses) == 0 || s.clauses[0].subject < 0 || !r.says(s, np) {
		return nil
	}
	subject := s.chunks[s.clauses[0].subject].np
	if subject.men < 0 || subject.head >= np.from || s.mentions[subject.men].entity.Label != "Organization" {
		return nil
	}
	if e := r.x.gaz.byID[s.mentions[subject.men].entity.Parent]; e != nil && e.Label == "State" {
		return e
	}
	return nil
}

// subjectState returns the state that is or owns the subject of a sentence's first
// clause.
func (r *reader) subjectState(s *sentence) *entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.subject < 0 {
			continue
		}
		np := s.chunks[c.subject].np
		for k := np.from; k < np.to; k++ {
			if mi := s.tokens[k].men; mi >= 0 && s.mentions[mi].entity.Label == "State" {
				return s.mentions[mi].entity
			}
		}
		return nil
	}
	return nil
}

// rebelsNamed reports whether a sentence speaks of those who fight a government.
func (s *sentence) rebelsNamed() bool {
	for i := range s.tokens {
		if s.vocab.rebels.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// unitOf returns the organisation that "fighters from" names, or the armed one that
// "members of" does, or nil.
func (s *sentence) unitOf(ci int) *entity {
	if ci+2 >= len(s.chunks) || s.chunks[ci+2].kind != kNoun {
		return nil
	}
	switch noun := s.tokens[s.chunks[ci].np.head].Lower; {
	case s.vocab.selves.has(noun):
		return s.bodyFrom(ci)
	case noun == "members" || noun == "operatives" || noun == "elements":
		if e := s.bodyFrom(ci); e != nil && (e.hasKind("armed") || e.entry == nil && s.vocab.kindNamed("armed", e.Name) || s.ownedByArmed(ci+2)) {
			return e
		}
	}
	return nil
}

// unitNamed reports whether a phrase is a unit of an armed group, which bears somebody's
// name or is the group's own: "the Franco Benavides front", "the FARC's 18th Front".
func (d *description) unitNamed() bool {
	s, np := d.s, d.np
	if !s.vocab.unitNouns.has(d.noun) || np.men >= 0 {
		return false
	}
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].entity.Label == "Person" {
			return true
		}
	}
	return s.ownedByArmed(d.ci)
}

// ownedByArmed reports whether the possessor of a phrase is an armed group: "the FARC's
// 18th Front".
func (s *sentence) ownedByArmed(ci int) bool {
	o := s.chunks[ci].np.owner
	return o != nil && o.men >= 0 && s.mentions[o.men].entity.hasKind("armed")
}

// bodyFrom returns the organisation that stands behind "from" or "of" behind the phrase
// at ci, or nil.
func (s *sentence) bodyFrom(ci int) *entity {
	if prep := s.chunks[ci+1].word; prep != "from" && prep != "of" {
		return nil
	}
	in := s.chunks[ci+2].np
	if in.men < 0 || s.mentions[in.men].entity.Label != "Organization" || s.mentions[in.men].to != in.to {
		if s.tokens[in.head].tag == tNoun && s.vocab.nameKinds.has(s.tokens[in.head].Lower) && in.owner == nil {
			return s.premodifier(in, "Organization") // "fighters of the Ajnad group"
		}
		return nil
	}
	return s.mentions[in.men].entity
}

// spokenFor is how a person without a name is told from others: by whom he
// belongs to, "representative of Syria", "spokesman for the ministry".
func (s *sentence) spokenFor(ci int) string {
	np := s.chunks[ci].np
	words := s.words(np)
	if ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kPrep || s.chunks[ci+2].kind != kNoun {
		return words
	}
	switch prep, of := s.chunks[ci+1].word, s.chunks[ci+2].np; {
	case prep == "of" && np.from == np.head && !of.pronoun && of.head > of.from:
		return words + " of " + s.words(of) // "members of the junta"
	case prep != "of" && prep != "for" && prep != "from" && prep != "at":
	case of.men >= 0 && s.mentions[of.men].to-1 == of.head && !s.tokens[of.head].time, s.tokens[of.head].word.in(cOrg):
		return words + " " + prep + " " + s.words(of)
	}
	return words
}

// capitalModifier reports whether a capitalised word stands before the head:
// "Western powers".
func (s *sentence) capitalModifier(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men >= 0 || t.Capital && t.tag != tDet && (i > 0 || s.vocab.worldParts.has(t.Lower)) || s.vocab.greatPowers.has(t.Lower) && s.tokens[np.head].Lower == "powers" {
			return true
		}
	}
	return false
}

// groupOf resolves "Russian forces", "the Houthi rebels", "Ukraine's military":
// the group acts for its state or organisation.
func (r *reader) groupOf(noun string, owners []*entity) *entity {
	if len(owners) == 1 && owners[0].Label == "Organization" && r.x.vocab.combatants.has(singular(noun)) {
		return owners[0] // "a Taliban suicide bomber"
	}
	if len(owners) != 1 || !r.x.lex.has(noun, cGroup) || owners[0].Label == "Organization" && (noun == "states" || noun == "governments") {
		return nil // "UN member states" are not the UN
	}
	o := owners[0]
	if p := r.x.gaz.byID[o.Parent]; p != nil && p.Label == "State" && o.Label == "Organization" && r.x.vocab.fighters.has(noun) && strings.Contains(strings.ToLower(o.Name), "ministry") {
		o = p // a ministry's forces are its state's
	}
	if o.Label == "State" && r.x.vocab.apart.has(singular(noun)) {
		return nil
	}
	return o
}

// organisation makes the entity of "the Russian defence ministry".
func (r *reader) organisation(s *sentence, np *nounPhrase, owners []*entity) *entity {
	name := s.words(np)
	if ci := s.chunkAt(np.head); ci >= 0 && (s.vocab.offshoots.has(s.tokens[np.head].lemma) && len(owners) == 0 || r.governed(s, np) != nil) {
		name = text.Plain(r.full(s, ci)) // "offshoot of the PKK", "foreign ministry of Qatar"
	} else if l := s.loyalTo(np); l >= 0 {
		name = text.Plain(s.surface(r.firstWord(s, np), s.chunks[l].to)) // "forces loyal to President Hadi"
	}
	if len(owners) == 1 && owners[0].Label == "State" {
		if core := s.core(np); core != "" {
			if np.possessive || np.owner != nil && (np.owner.men < 0 || s.mentions[np.owner.men].entity != owners[0]) || s.backedPhrase(np) {
				name = core // "his military", "Assad's army"
			}
			return r.bodyOf(owners[0], core, name)
		}
	}
	return r.described("Organization", s.possessed(np, owners, name))
}

// possessed names whom a pronoun before a description means: "his office" is
// "Sergei Shoigu's office".
func (s *sentence) possessed(np *nounPhrase, owners []*entity, name string) string {
	pronoun := s.tokens[np.from]
	if len(owners) != 1 || pronoun.tag != tPossessive || (pronoun.Lower == "his" || pronoun.Lower == "her") && owners[0].Label != "Person" {
		return name
	}
	return owners[0].Name + "'s" + name[len(pronoun.Lower):]
}

// ledStates puts the state in the place of the one who leads it: "Assad's
// forces" are Syria's.
func (r *reader) ledStates(noun string, owners []*entity) []*entity {
	if len(owners) != 1 || owners[0].entry == nil || !r.x.vocab.stateArms.has(noun) || !leads(owners[0].entry.Offices) {
		return owners
	}
	if st := r.stateOf(owners[0]); st != nil && st.Label == "State" {
		return []*entity{st}
	}
	return owners
}

// americanise folds the two spellings of defence, so that both papers' ministry
// is one.
func americanise(s string) string {
	return strings.ReplaceAll(strings.ToLower(s), "defence", "defense")
}

// backedPhrase reports whether a compound of whose favour a group has stands in
// a phrase: "Syria's Saudi-backed opposition".
func (s *sentence) backedPhrase(np *nounPhrase) bool {
	for i := np.start + 1; i < np.head; i++ {
		if s.tokens[i-1].tag == tHyphen && participle(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// core is the phrase without article, possessor and names: "defence ministry".
func (s *sentence) core(np *nounPhrase) string {
	from := np.start
	for from < np.head && s.beforeCore(np, from) {
		from++
	}
	return s.surface(from, np.head+1)
}

// beforeCore reports whether a token of a phrase is an article, a count or a name, or
// ends a compound with one: "the two", "Saudi-backed".
func (s *sentence) beforeCore(np *nounPhrase, i int) bool {
	t := &s.tokens[i]
	switch t.tag {
	case tDet, tPossessive, tHyphen, tNum:
		return true
	}
	if i > np.start && s.tokens[i-1].tag == tHyphen && participle(t.Lower) {
		return true
	}
	if t.men < 0 {
		return false
	}
	label := s.mentions[t.men].entity.Label
	return label == "State" || label == "Organization"
}

// officeBearer finds the person that "the president", "the Japanese leader" or
// "the group's chief" means, if the article has named him.
func (r *reader) officeBearer(s *sentence, np *nounPhrase, owners []*entity) *entity {
	noun := s.tokens[np.head].Lower
	first := s.tokens[np.from].Lower
	if k := r.officeOf(s, np); k >= 0 && !pluralNoun(s.tokens[k].Lower) {
		noun = s.tokens[k].Lower // "the Minister of Foreign Affairs"
	}
	if strings.HasSuffix(noun, "s") || len(owners) > 1 || np.owner == nil && !np.possessive && first != "the" && first != "this" && first != "our" && !s.sharesArticle(np) && !s.stateFirst(np) {
		return nil
	}
	title := s.officeWords(np)
	if s.vocab.counterparts.has(noun) {
		return r.counterpart(s, np)
	}
	var of *entity
	if len(owners) == 1 {
		of = owners[0]
		if of.Label == "Person" {
			return nil
		}
	}
	if e := r.holds(title, of); e != nil && of == nil && !r.remitFits(s, np, e) {
		return nil
	} else if e != nil || of != nil {
		if p := r.x.gaz.byID[entityParent(of)]; e == nil && p != nil && s.seated(np) {
			return r.holds(title, p) // "the Kremlin leader"
		}
		if e == nil && of.Label == "Organization" && np.owner == nil {
			e = r.holds(strings.TrimPrefix(strings.ToLower(s.surface(np.from, np.head+1)), "the "), nil) // "the Treasury secretary"
		}
		return e
	}
	return r.spokenOf(s, np)
}

// seated reports whether a phrase names a state by the seat of its government.
func (s *sentence) seated(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].how == bySeat {
			return true
		}
	}
	return false
}

// entityParent is the identifier of what an entity belongs to, if it is one.
func entityParent(e *entity) string {
	if e == nil {
		return ""
	}
	return e.Parent
}

// officeWords are the words of an office without article and names: "top
// diplomat" of "the top U.S. diplomat".
func (s *sentence) officeWords(np *nounPhrase) string {
	var words []string
	for i := np.start; i <= np.head; i++ {
		t := &s.tokens[i]
		if i < np.head && (t.Lower == "current" || t.Lower == "incumbent" || s.vocab.panellists.has(t.Lower) || s.vocab.epithetWords.has(t.Lower)) {
			continue // "the Republican president", "the reclusive leader"
		}
		if t.tag != tDet && t.tag != tPossessive && t.tag != tNum && t.tag != tHyphen && (t.men < 0 || i == np.head) {
			words = append(words, t.Lower)
		}
	}
	return americanise(strings.Join(words, " "))
}

// counterpart finds the person of the article that "his Russian counterpart"
// means: who holds the same office of that state.
func (r *reader) counterpart(s *sentence, np *nounPhrase) *entity {
	state := s.premodifier(np, "State")
	if state == nil || !np.possessive {
		return nil
	}
	for _, who := range r.pronounWord(s, s.tokens[np.from].Lower, np.from, speakers[:1]) {
		for i := len(r.holdings) - 1; i >= 0; i-- {
			if h := &r.holdings[i]; h.person == who && h.of != state {
				if e := r.holds(americanise(h.title), state); e != nil && e != who {
					return e
				}
			}
		}
	}
	return nil
}

// remitFits reports whether the phrase with "of" behind an office, if there is one, is of
// what a person holds it: "the head of the administration".
func (r *reader) remitFits(s *sentence, np *nounPhrase, e *entity) bool {
	ci := s.chunkAt(np.head)
	if ci < 0 || ci+2 >= len(s.chunks) || s.chunks[ci].np != np || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
		return true
	}
	of := s.chunks[ci+2].np
	for i := range r.holdings {
		h := &r.holdings[i]
		if h.person != e {
			continue
		}
		if of.men >= 0 && (h.of == s.mentions[of.men].entity || h.of == nil && r.stateOf(e) == s.mentions[of.men].entity) || of.men < 0 && strings.Contains(strings.ToLower(h.title), s.tokens[of.head].Lower) {
			return true
		}
	}
	return false
}

// officeOf returns the first token of an office with its remit that ends with a phrase's
// head, or -1: "Minister of Foreign Affairs".
func (r *reader) officeOf(s *sentence, np *nounPhrase) int {
	if np.head < np.start+2 {
		return -1
	}
	k := r.x.titles.before(s.tokens, np.head+1)
	if k < np.start || np.head-k < 2 || s.tokens[k+1].Lower != "of" && s.tokens[k+1].Lower != "for" {
		return -1
	}
	return k
}

// stateFirst reports whether a phrase without article begins with the name of a state
// or body, as good as "the" in many papers: "Serbian President said".
func (s *sentence) stateFirst(np *nounPhrase) bool {
	mi := s.tokens[np.from].men
	return mi >= 0 && s.mentions[mi].from == np.from && s.mentions[mi].to <= np.head && (s.mentions[mi].entity.Label == "State" || s.mentions[mi].entity.Label == "Organization")
}

// sharesArticle reports whether a phrase without article stands in a list whose
// first member has it: "the Vice President and Crown Prince".
func (s *sentence) sharesArticle(np *nounPhrase) bool {
	ci := s.chunkAt(np.head)
	if ci < 0 || s.tokens[np.from].tag == tDet {
		return false
	}
	g := s.group(ci)
	return len(g) > 1 && g[0] != ci && s.tokens[s.chunks[g[0]].from].Lower == "the"
}

// holds returns the person of the article that holds an office of a state or
// body, or of any where of is nil.
func (r *reader) holds(title string, of *entity) *entity {
	if of == nil {
		return r.holderInFocus(title)
	}
	for i := len(r.holdings) - 1; i >= 0; i-- {
		if h := &r.holdings[i]; h.of == of && sameOffice(title, h.title) {
			return h.person
		}
	}
	var found *entity
	for i := len(r.holdings) - 1; i >= 0 && found == nil; i-- {
		if h := &r.holdings[i]; h.of == of && r.maybeOffice(title, h.title) {
			found = h.person
		}
	}
	if found != nil {
		return found
	}
	for i := len(r.discourse.persons) - 1; i >= 0; i-- {
		if p := r.discourse.persons[i]; p.entry != nil && r.heldOffice(p, title, of) {
			if found != nil && found != p {
				return nil // two who may be meant
			}
			found = p
		}
	}
	return found
}

// holderInFocus returns the person that "the president" means where several may
// be named: the one the article speaks of, or names by far most often.
func (r *reader) holderInFocus(title string) *entity {
	var best, second *entity
	for i := len(r.holdings) - 1; i >= 0; i-- {
		h := &r.holdings[i]
		if !sameOffice(title, h.title) || h.person == best || h.person == second {
			continue
		}
		if h.person == r.discourse.focus {
			return h.person
		}
		switch n := r.timesNamed(h.person); {
		case best == nil || n > r.timesNamed(best):
			best, second = h.person, best
		case second == nil || n > r.timesNamed(second):
			second = h.person
		}
	}
	if best == nil || second != nil && r.timesNamed(best) < 2*r.timesNamed(second) {
		return nil
	}
	return best
}

// timesNamed returns how often the article names a person.
func (r *reader) timesNamed(e *entity) int {
	if r.naming == nil {
		r.naming = map[*entity]int{}
		for _, s := range r.sentences {
			for i := range s.mentions {
				if m := &s.mentions[i]; m.entity.Label == "Person" && s.tokens[m.from].men == i {
					r.naming[m.entity]++
				}
			}
		}
	}
	return r.naming[e]
}

// sameOffice reports whether an office as written is one that was held.
func sameOffice(title, held string) bool {
	held = americanise(held)
	base, _, remit := strings.Cut(held, " of ") // "head of the administration"
	return title != "" && (held == title || strings.HasSuffix(held, " "+title) || officeTurned(held) == title || remit && (base == title || strings.HasSuffix(base, " "+title)))
}

// officeTurned turns an office round: "secretary of defense" is the "defense
// secretary".
func officeTurned(held string) string {
	kind, of, found := strings.Cut(held, " of ")
	if !found || of == "state" {
		return held
	}
	return strings.TrimSuffix(of, " affairs") + " " + kind
}

// maybeOffice reports whether a word such as "leader" may mean an office.
func (r *reader) maybeOffice(title, held string) bool {
	for _, o := range r.x.vocab.offices[title] {
		if sameOffice(o, held) {
			return true
		}
	}
	return false
}

// heldOffice reports whether a dictionary's person held an office of a state or
// body when the article appeared.
func (r *reader) heldOffice(p *entity, title string, of *entity) bool {
	day := ""
	if !r.published.IsZero() {
		day = r.published.Format(iso)
	}
	for _, o := range p.entry.Offices {
		if o.Of != of.ID || day != "" && (o.From > day || o.To != "" && o.To < day) {
			continue
		}
		if sameOffice(title, o.Title) || r.maybeOffice(title, o.Title) {
			return true
		}
	}
	return false
}

// spokenOf finds the person that "the socialist leader" or "the 72-year-old
// president" means: whom the article speaks of, if he holds such an office.
func (r *reader) spokenOf(s *sentence, np *nounPhrase) *entity {
	noun := s.tokens[np.head].Lower
	title := s.officeWords(np)
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men >= 0 || s.vocab.notInOffice.has(t.Lower) || t.tag == tNoun && !t.Spaced {
			return nil
		}
	}
	e := r.discourse.focus
	if e == nil || e.Label != "Person" || s.names(np, e) {
		return nil
	}
	for i := len(r.holdings) - 1; i >= 0; i-- {
		if h := &r.holdings[i]; h.person == e && (sameOffice(noun, h.title) || r.maybeOffice(noun, h.title)) {
			return e
		}
	}
	if e.entry != nil && strings.Contains(title, " ") {
		for _, o := range e.entry.Offices {
			if sameOffice(title, o.Title) {
				return e // "Pentagon chief X visited. The defense secretary"
			}
		}
	}
	return nil
}

// statement is the entity of a document that somebody issued. An article speaks
// of one joint statement; other documents are told apart by their kind.
func (r *reader) statement(s *sentence, np *nounPhrase, definite bool) *entity {
	h := &s.tokens[np.head]
	if definite && r.discourse.statement != nil && np.head-np.start <= 2 && !strings.HasSuffix(h.Lower, "s") && !s.vocab.writs.has(h.Lower) {
		return r.discourse.statement
	}
	kind := h.lemma
	if kind == "" {
		kind = singular(h.Lower)
	}
	name := strings.ToLower(s.core(np))
	for _, joint := range [...]string{"joint", "collective", "common"} {
		if strings.Contains(name, joint) {
			name = "joint " + kind
		}
	}
	if len(name) > 60 || name == "" {
		name = kind
	}
	e := r.entity("statement:"+r.article.ID+"/"+kebab(name), "Statement", name)
	if kind == "statement" || kind == "communique" || kind == "communiqué" || kind == "declaration" {
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

// premodifier returns the first name of a label among a phrase's modifiers.
func (s *sentence) premodifier(np *nounPhrase, label string) *entity {
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && s.mentions[mi].entity.Label == label && !s.behindCompound(&s.mentions[mi], np.head) {
			return s.mentions[mi].entity
		}
	}
	return nil
}

// benefiting returns the states and bodies whose good a phrase names: "the defense
// of Japan and South Korea", "reassured both of its commitment to their defense";
// nil when it names none or no state is wanted.
func (r *reader) benefiting(s *sentence, ci int, labels []string) []ref {
	np := s.chunks[ci].np
	if !s.vocab.beneficiaries.has(s.tokens[np.head].Lower) || !r.x.onto.Is("State", labels...) || r.x.onto.Is("Place", labels...) && !r.x.onto.Is("Resolution", labels...) {
		return nil
	}
	var out []ref
	whose := s.chunks[s.group(ci)[0]].np // "Oman's sovereignty and independence"
	if np.owner != nil || np.possessive {
		whose = np
	}
	if whose.owner != nil || whose.possessive {
		for _, e := range r.owners(s, whose) {
			if e.Label == "State" {
				out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to})
			}
		}
		return out
	}
	j := s.behindGroup(ci) // "the sovereignty and territorial integrity of Oman"
	if ci+1 < len(s.chunks) && s.chunks[ci+1].word == "of" {
		j = ci + 1
	}
	if j+1 >= len(s.chunks) || s.chunks[j].word != "of" || s.chunks[j+1].kind != kNoun {
		return nil
	}
	for _, x := range r.refs(s, j+1, []string{"State", "Organization"}) {
		if !x.entity.Described {
			out = append(out, x)
		}
	}
	if whose = s.chunks[j+1].np; len(out) == 0 && s.vocab.crowds.has(s.tokens[whose.head].Lower) {
		for _, e := range r.owners(s, whose) {
			if e.Label == "Organization" {
				out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to}) // "all our NATO allies"
			}
		}
	}
	return out
}

// located returns the named places that a phrase is in: of "critical
// infrastructure in the Lviv region" the Lviv region, of "targets in Yemen"
// Yemen; nil when it names none or no place is wanted.
func (r *reader) located(s *sentence, ci int, labels []string) []*entity {
	np := s.chunks[ci].np
	if !r.x.onto.Is("Place", labels...) || np.men >= 0 && np.head == s.mentions[np.men].to-1 || !s.tokens[np.head].word.in(cPlace) {
		return nil
	}
	if s.vocab.settlements.has(s.tokens[np.head].lemma) && ci+2 < len(s.chunks) && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun && len(s.group(ci+2)) == 1 {
		if in := s.chunks[ci+2].np; in.men >= 0 && (s.mentions[in.men].entity.Label == "Place" || s.mentions[in.men].place != nil) {
			return []*entity{r.place(&s.mentions[in.men])} // "the Gaza city of Rafah"
		}
	}
	for i := np.start; i < np.head; i++ {
		if mi := s.tokens[i].men; mi >= 0 && (s.mentions[mi].entity.Label == "Place" || s.mentions[mi].place != nil) {
			return []*entity{r.place(&s.mentions[mi])}
		}
	}
	if h := &s.tokens[np.head]; h.tag == tName && s.vocab.sites.has(h.Lower) {
		return nil // "Trump Tower in New York" has a name
	}
	c := s.chunks
	for j := ci + 1; j+1 < len(c) && c[j].kind == kPrep && tellsWhere(c[j].word); j += 2 {
		if c[j+1].kind != kNoun || s.purposeAt(j) {
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

// tellsWhere reports whether a preposition tells in or at which place something is.
func tellsWhere(prep string) bool {
	switch prep {
	case "in", "of", "at", "near", "across", "inside", "outside", "around", "on":
		return true
	}
	return false
}
