package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
)

// standing is how a source puts a claim: who says so, and how surely.
type standing struct {
	polarity graph.Polarity
	modality graph.Modality
	speakers []*entity // nearest first
	nothing  bool      // the words around it make it no claim at all
	flipped  bool      // denied, which makes a fact of a contrary claim
	cueFrom  int       // tokens of the words that decide, if cueTo > 0
	cueTo    int
}

// scope is a stretch of a sentence that a cue governs.
type scope struct {
	from, to int // tokens
	cue      *rules.Cue
	cueFrom  int
	cueTo    int
	polarity graph.Polarity
	modality graph.Modality
	speakers []*entity // who say it together
	open     bool      // the cue's act has not been done: "to lift the sanctions"
	nominal  bool      // what is said is a phrase, no clause: "expressed concern over"
}

// acts are relations whose claim is made by saying so: to reiterate one's support
// is to support, whoever reports it.
var acts = map[string]bool{"CONDEMNED": true, "ACCUSED": true, "SUPPORTED": true}

// doubt orders the modalities from sure to unsure.
var doubt = map[graph.Modality]int{"": 0, graph.Asserted: 0, graph.Reported: 1, graph.Alleged: 2, graph.Planned: 3, graph.Conditional: 4, graph.Questioned: 5}

// scopes finds what the cues of a sentence govern.
func (r *reader) scopes(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		for _, cue := range r.cuesOf(s, s.chunks[c.verb].vg) {
			if !cue.Speech { // see speech
				r.verbScopes(s, c, cue)
			}
		}
		r.groupScopes(s, c)
	}
	for ci := range s.chunks {
		switch c := &s.chunks[ci]; c.kind {
		case kNoun:
			r.nounScopes(s, ci)
		case kSub:
			r.subordinated(s, ci)
		case kRel:
			r.relativeScopes(s, ci)
		case kPrep, kAdverb:
			r.prepositionScopes(s, ci)
		}
	}
	for i := range s.tokens {
		r.wordScopes(s, i)
	}
	r.frontNegated(s)
	s.questioned()
}

// verbScopes reads a cue that is a verb: "plans to", "is accused of", "refused".
func (r *reader) verbScopes(s *sentence, c *clause, cue *rules.Cue) {
	v := s.chunks[c.verb].vg
	if r.otherSense(s, c) {
		return
	}
	from, to := r.reach(s, c, false)
	if c.passive && r.reduced(s, c.verb) {
		to = min(to, s.mainVerb(c.verb)) // "a bombing blamed on the rebels killed"
	}
	to = min(to, s.relativeEnd(c))
	if s.governsNothing(c) {
		return
	}
	if n := len(c.preps); n > 0 && c.preps[n-1].verb && c.complement == c.preps[n-1].at && tellsWhen(c.preps[n-1].word) && cue.Polarity == graph.Negated {
		to = min(to, s.chunks[c.complement-1].from) // "was abandoned after being attacked"
	}
	if n := len(c.preps); n > 0 && c.preps[n-1].verb && c.complement > c.preps[n-1].at {
		from = s.chunks[c.complement].from // "told reporters after meeting Modi that"
	}
	sc := scope{from: from, to: to, cue: cue, cueFrom: v.from, cueTo: v.to, polarity: cue.Polarity, modality: cue.Modality}
	sc.open = cue.Done && (v.to_ || v.bare || v.negated || v.modal != "")
	switch {
	case v.negated && v.lemma == "hesitate":
		// "will not hesitate to strike": he means to
	case v.negated && cue.Polarity == graph.Affirmed && cue.Modality == graph.Planned:
		sc.polarity = graph.Negated
	case v.negated && cue.Polarity == graph.Negated:
		sc.polarity, sc.modality = graph.Affirmed, graph.Planned // "will not rule out using"
	}
	if cue.Opens {
		for _, q := range s.quotes {
			if q[0]+1 >= from && q[0] < sc.to && sc.to < q[1] {
				sc.to = q[1] // "blamed 'gangs led by Mora, supported by Chad'"
			}
		}
	}
	if cue.Modality == graph.Planned {
		if r.plansNothing(s, c, cue) {
			return
		}
		if !c.passive {
			sc.to = r.purposes(s, c, to)
		}
	}
	if cue.Opens && cue.Modality == graph.Alleged {
		sc.to = r.charges(s, c, to)
	}
	if by := r.subjects(s, c); cue.Opens && len(by) > 0 {
		sc.speakers = entities(r.refs(s, by[0], speakers)) // "was accused by Riyadh of"
	}
	s.scopes = append(s.scopes, sc)
	r.passiveScope(s, c, sc)
}

// charges is where an accusation ends that began before token to: it goes on in
// participles behind commas, "accused them of looting shops, burning homes and".
func (r *reader) charges(s *sentence, c *clause, to int) int {
	accused := c.object
	if c.passive {
		accused = c.subject
	}
	for j := c.verb + 1; j+1 < len(s.chunks); j++ {
		if k := &s.chunks[j]; k.from != to || k.kind != kComma {
			continue
		}
		n := &s.chunks[j+1]
		if n.kind != kVerb || !n.vg.bare || n.vg.form&fGer == 0 || r.speechVerb(n.vg) || r.opens(n.vg.lemma) || s.clauseOf[j+1] < 0 || s.clauses[s.clauseOf[j+1]].subject != accused {
			return to
		}
		to = r.clauseEnd(s, j+1)
	}
	return to
}

// otherSense reports whether a verb is no cue where it stands: "is to blame for"
// blames nobody else, "pressed an offensive" asks for nothing.
func (r *reader) otherSense(s *sentence, c *clause) bool {
	switch v := s.chunks[c.verb].vg; {
	case v.passive && !c.passive:
		return true
	case v.lemma == "blame":
		return v.to_ && c.object < 0
	case v.lemma == "press":
		return c.object >= 0 && r.violent(s, c.object)
	case v.lemma == "commit":
		return c.object >= 0 && !c.passive && (r.violent(s, c.object) || s.breach(c.object)) // "committed ten breaches of the truce"
	}
	return false
}

// governsNothing reports whether nothing stands with a verb that it could govern,
// or only a name: "calling it a violation of" asks for nothing.
func (s *sentence) governsNothing(c *clause) bool {
	if c.complement < 0 && c.object < 0 && !c.passive && len(c.preps) == 0 || s.namesItself(c) {
		return true
	}
	return s.chunks[c.verb].vg.lemma == "call" && c.second >= 0 && !hasPrep(c.preps, "for") && !hasPrep(c.preps, "on") && !hasPrep(c.preps, "upon")
}

// plansNothing reports whether a verb with a cue of plans leads to what is so:
// "have determined that Hamas attacked", "want to thank Kenya for", "were enabled
// by Iran".
func (r *reader) plansNothing(s *sentence, c *clause, cue *rules.Cue) bool {
	v := s.chunks[c.verb].vg
	if r.finds(s, c) || s.performs(c) || r.particled(s, v) {
		return true
	}
	if v.lemma == "help" && v.finite && v.modal == "" && v.form&fPast != 0 {
		return true // "helped Chad fight the rebels": it was done
	}
	return cue.Definite && c.passive && c.complement < 0 && !s.vocab.projecting.has(v.lemma)
}

// passiveScope lets a cue in the passive govern its subject too: "the weapons are
// alleged to have been used", "strikes blamed on", "a package is planned".
func (r *reader) passiveScope(s *sentence, c *clause, sc scope) {
	v := s.chunks[c.verb].vg
	if !c.passive || c.subject < 0 || sc.cue.Modality != graph.Alleged && !sc.cue.Over && !(s.vocab.projecting.has(v.lemma) && c.complement < 0) {
		return
	}
	whole := r.alternatives(s, c.subject)
	sc.from, sc.to = s.chunks[whole[len(whole)-1]].from, s.chunks[c.subject].to
	if sc.cue.Over {
		sc.to = v.from // "a visit by Xi to Hanoi was called off"
	}
	s.scopes = append(s.scopes, sc)
}

// negate makes a scope one of a negation by the words from token from to token to.
func (sc *scope) negate(from, to int) {
	sc.polarity, sc.cueFrom, sc.cueTo = graph.Negated, from, to
}

// groupScopes reads what a verb group's own words say of its act, and the
// constructions that go by its words rather than by a cue.
func (r *reader) groupScopes(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	own := scope{from: v.from, to: v.to, cueFrom: v.from, cueTo: v.main, polarity: graph.Affirmed, modality: graph.Asserted}
	if v.joined >= 0 {
		own.cueFrom, own.cueTo = s.chunks[v.joined].vg.from, s.chunks[v.joined].vg.main
	}
	r.negations(s, c, &own)
	r.unrealised(s, c)
	if m := v.surety(); m != graph.Asserted {
		own.modality = m
		r.unsure(s, c, &own)
	}
	if own.polarity == graph.Negated && !v.negated && r.x.support.has(v.lemma) && c.object >= 0 {
		own.to = max(own.to, s.chunks[c.object].to) // "no Russian planes carried out strikes"
	}
	r.occurs(s, c, own)
	r.untrue(s, c)
	r.disbelieved(s, c)
	if s.unconfirmed(c) {
		from, to := r.reach(s, c, false)
		s.scopes = append(s.scopes, scope{from: from, to: to, cueFrom: v.from, cueTo: v.to, polarity: graph.Affirmed, modality: graph.Questioned})
	}
	r.rumoured(s, c)
	r.armedFor(s, c)
	if own.polarity == graph.Affirmed && own.modality == graph.Asserted {
		return
	}
	if r.carried(s, c) {
		over := own // "a summit between A and B will be held"
		over.from, over.to = s.chunks[c.subject].from, v.from
		s.scopes = append(s.scopes, over)
	}
	s.scopes = append(s.scopes, own)
}

// armedFor lets what arms are got or given for be no more than a purpose: "bought rifles
// to attack the police".
func (r *reader) armedFor(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.object < 0 || c.complement <= c.object || s.chunks[c.complement].kind != kVerb || !s.chunks[c.complement].vg.to_ || !s.vocab.gets.has(v.lemma) && (!s.vocab.ditransitive.has(v.lemma) || s.vocab.sends.has(v.lemma)) {
		return
	}
	attacks := func(fi int) bool { return r.x.set.Frames[fi].Relation == "ATTACKED" }
	if !slices.ContainsFunc(r.x.set.OfVerb(s.chunks[c.complement].vg.lemma), attacks) {
		return
	}
	s.scopes = append(s.scopes, scope{from: s.chunks[c.complement].from, to: r.clauseEnd(s, c.complement), cue: r.x.purpose, cueFrom: v.from, cueTo: v.to, polarity: graph.Affirmed, modality: graph.Planned})
}

// negations reads what negates a verb: its own words, its object or its subject.
// The last of them is the cue.
func (r *reader) negations(s *sentence, c *clause, own *scope) {
	v := s.chunks[c.verb].vg
	if v.negated {
		own.negate(v.not, v.not+1)
		if r.light(v) && c.object >= 0 && !s.merely(c) {
			own.to = s.chunks[c.object].to // "has not imposed sanctions", "is no threat": the noun too
		}
	}
	if i := s.unfulfilled(v); i >= 0 {
		own.negate(i, i+1) // "almost captured", "is no longer supplying"
	}
	if v.lemma == "be" && c.object < 0 && len(c.preps) > 0 && !c.preps[0].verb && (v.negated || own.polarity == graph.Affirmed && v.modal != "") {
		own.to = max(own.to, s.chunks[c.preps[0].at].to) // "is not in talks with", "would be in violation of"
	}
	if c.object > c.verb && s.none(c.object) {
		own.negate(s.chunks[c.object].from, s.chunks[c.object].from+1) // "signed no agreement"
	}
	if c.object >= 0 {
		if first := s.chunks[s.group(c.object)[0]].from; s.tokens[first].Lower == "neither" {
			own.negate(first, first+1)
		}
	}
	if c.subject >= 0 && (s.neither(c.subject) || s.chunks[c.subject].np.negative) {
		own.negate(s.chunks[c.subject].from, s.chunks[c.subject].from+1)
	}
}

// light reports whether the act of a verb is in its object: "impose sanctions",
// "be a threat".
func (r *reader) light(v *verbGroup) bool { return r.x.support.has(v.lemma) || v.lemma == "be" }

// surety is how surely the modal of a verb group puts its act.
func (v *verbGroup) surety() graph.Modality {
	switch v.modal {
	case "could", "can", "ca":
		if !v.negated {
			return graph.Conditional // what cannot be is not
		}
	case "may", "might", "'d":
		return graph.Conditional
	case "will", "would", "shall", "should", "must", "wo", "'ll", "ought":
		return graph.Planned
	}
	return graph.Asserted
}

// unsure extends what a modal governs to the objects and complements that tell the
// act.
func (r *reader) unsure(s *sentence, c *clause, own *scope) {
	v := s.chunks[c.verb].vg
	if ongoing := s.vocab.ongoing.has(v.lemma); c.object >= 0 && !ongoing {
		if r.light(v) {
			own.to = s.objectEnd(c)
		}
		if c.complement > c.verb && s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ {
			// "could use the road to attack"
			s.scopes = append(s.scopes, scope{from: s.chunks[c.complement].from, to: r.clauseEnd(s, c.complement), cue: r.x.purpose, cueFrom: own.cueFrom, cueTo: own.cueTo, polarity: graph.Affirmed, modality: own.modality})
		}
	}
	if s.vocab.occurring.has(v.lemma) && c.object < 0 && c.complement > c.verb {
		own.to = max(own.to, r.clauseEnd(s, c.complement)) // "will start supplying"
	}
	if own.modality != graph.Planned {
		return
	}
	for _, p := range c.preps {
		switch {
		case p.verb && (p.word == "by" || p.word == "in"):
			own.to = max(own.to, s.chunks[p.at].to) // "will act by adding", "will join it in supplying"
		case p.verb && p.word == "before":
			own.to = max(own.to, r.clauseEnd(s, p.at)) // "will meet him before returning to Paris"
		}
	}
}

// objectEnd is where the object of a clause ends with what it includes: "will take
// steps, including sanctions".
func (s *sentence) objectEnd(c *clause) int {
	if j := s.behindGroup(c.object); j+2 < len(s.chunks) && s.chunks[j].kind == kComma && s.chunks[j+1].word == "including" && s.chunks[j+2].kind == kNoun {
		return s.chunks[s.behindGroup(j+2)-1].to
	}
	return s.chunks[c.object].to
}

// subordinated reads a subordinator: "if", "whether", "until".
func (r *reader) subordinated(s *sentence, ci int) {
	switch s.chunks[ci].word {
	case "if", "unless", "lest":
		r.clauseScope(s, ci, graph.Conditional)
	case "whether":
		r.clauseScope(s, ci, graph.Questioned)
	}
	r.yetToCome(s, ci)
}

// yetToCome reads a word of time before what has not happened: "until it leaves".
func (r *reader) yetToCome(s *sentence, ci int) {
	if s.vocab.until.has(s.chunks[ci].word) && r.comes(s, ci) {
		r.clauseScope(s, ci, graph.Planned)
	}
}

// relativeScopes reads a word that begins a clause: "when it leaves", "in the event
// that".
func (r *reader) relativeScopes(s *sentence, ci int) {
	r.yetToCome(s, ci)
	if s.chunks[ci].word != "that" || ci < 2 {
		return
	}
	if in, event := &s.chunks[ci-2], &s.chunks[ci-1]; in.word == "in" && event.kind == kNoun && s.tokens[event.np.head].Lower == "event" {
		r.clauseScope(s, ci, graph.Conditional)
	}
}

// prepositionScopes reads a preposition or adverb: "without", "until" before a
// clause.
func (r *reader) prepositionScopes(s *sentence, ci int) {
	c := &s.chunks[ci]
	if c.kind == kPrep && ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kNoun && r.beginsClause(s, ci+1) {
		r.yetToCome(s, ci)
	}
	if c.word != "without" {
		return
	}
	end := 0
	if ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kVerb {
		end = r.clauseEnd(s, ci+1)
	} else {
		end = r.phraseEnd(s, ci)
	}
	s.scopes = append(s.scopes, scope{from: c.from, to: end, cueFrom: c.from, cueTo: c.to, polarity: graph.Negated, modality: graph.Asserted})
}

// wordScopes reads a cue that is a word of any kind: "allegedly", "possible".
func (r *reader) wordScopes(s *sentence, i int) {
	cue := r.x.cueWords.at(s.tokens[i].Lower)
	if cue == nil || s.tokens[i].men >= 0 {
		return
	}
	ci := s.chunkAt(i)
	if ci < 0 {
		return
	}
	sc := scope{cue: cue, cueFrom: i, cueTo: i + 1, polarity: cue.Polarity, modality: cue.Modality}
	switch c := &s.chunks[ci]; c.kind {
	case kNoun:
		if i > 0 && strings.HasSuffix(s.tokens[i-1].Lower, "est") {
			return // "in the strongest possible terms"
		}
		r.predicated(s, ci, sc)
		sc.from, sc.to = c.from, r.phraseEnd(s, ci)
	case kVerb:
		if i == c.vg.main {
			return // a verb of its own, see verbScopes
		}
		sc.from, sc.to = c.from, r.clauseEnd(s, ci)
	default:
		sc.from, sc.to = i, r.clauseEnd(s, ci)
	}
	s.scopes = append(s.scopes, sc)
}

// questioned lets a question mark at the end question the whole sentence.
func (s *sentence) questioned() {
	if n := len(s.tokens); n > 0 && (s.tokens[n-1].Lower == "?" || n > 1 && s.tokens[n-2].Lower == "?") {
		s.scopes = append(s.scopes, scope{from: 0, to: n, cueFrom: n - 1, cueTo: n, polarity: graph.Affirmed, modality: graph.Questioned})
	}
}

// predicated lets a cue that is said of a subject govern it: "an attack on Poland
// is possible".
func (r *reader) predicated(s *sentence, ci int, sc scope) {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.object != ci || c.subject < 0 || c.subject > c.verb || s.chunks[c.verb].vg.lemma != "be" || s.chunks[ci].to-s.chunks[ci].from > 2 {
			continue
		}
		whole := r.alternatives(s, c.subject)
		sc.from, sc.to = s.chunks[whole[len(whole)-1]].from, s.chunks[c.verb].from
		s.scopes = append(s.scopes, sc)
	}
}

// carried reports whether a clause only says in the passive that its subject takes
// place or comes about: "talks were held", "a treaty is signed".
func (r *reader) carried(s *sentence, c *clause) bool {
	l := s.chunks[c.verb].vg.lemma
	return c.passive && c.subject >= 0 && s.chunks[c.subject].to <= s.chunks[c.verb].from && (r.x.support.has(l) || s.vocab.concludes.has(l))
}

// cuesOf returns the cues of a verb, those of a verb with its particle first:
// "called off" has nothing of "called".
func (r *reader) cuesOf(s *sentence, v *verbGroup) []*rules.Cue {
	if p := v.main + 1; p < len(s.tokens) {
		if cues := r.x.cueVerbs.at(v.lemma + " " + s.tokens[p].Lower); cues != nil {
			return cues
		}
	}
	return r.x.cueVerbs.at(v.lemma)
}

// merely reports whether a negated verb denies only that something is all: "is
// not only a threat".
func (s *sentence) merely(c *clause) bool {
	for j := c.verb; j < c.object; j++ {
		for i := s.chunks[j].from; i < s.chunks[j].to; i++ {
			if s.vocab.merely.has(s.tokens[i].Lower) {
				return true
			}
		}
	}
	return s.vocab.merely.has(s.tokens[s.chunks[c.object].from].Lower)
}

// finds reports whether a verb of deciding tells what somebody found out: it does
// when a clause with a verb of its own and no "will" or "should" follows.
func (r *reader) finds(s *sentence, c *clause) bool {
	if !s.vocab.finding.has(s.chunks[c.verb].vg.lemma) || c.complement < 1 || s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ {
		return false
	}
	for j := c.complement; j < len(s.chunks); j++ {
		if k := &s.chunks[j]; k.kind == kVerb {
			f := k.vg.form
			return k.vg.finite && k.vg.modal == "" && (k.vg.prog || f&fPast != 0 || f&fPres != 0 && f&fBase == 0) || k.vg.have
		}
	}
	return false
}

// performs reports whether a verb of wishing only leads to what is said there and
// then: "I want to thank Slovakia for supplying".
func (s *sentence) performs(c *clause) bool {
	if !s.vocab.wishing.has(s.chunks[c.verb].vg.lemma) || c.complement < 0 || s.chunks[c.complement].kind != kVerb || !s.chunks[c.complement].vg.to_ {
		return false
	}
	l := s.chunks[c.complement].vg.lemma
	return s.vocab.performing.has(l) || s.vocab.judging.has(l)
}

// particled reports whether a verb has another sense with the particle behind it:
// "pressing ahead with its attacks".
func (r *reader) particled(s *sentence, v *verbGroup) bool {
	if v.to >= len(s.tokens) {
		return false
	}
	w := v.lemma + " " + s.tokens[v.to].Lower
	return s.vocab.phrasal.has(w) && r.x.cueVerbs.at(w) == nil
}

// opens reports whether a verb accuses or judges: who "is to blame" has a plan
// for nothing.
func (r *reader) opens(lemma string) bool {
	return slices.ContainsFunc(r.x.cueVerbs.at(lemma), func(c *rules.Cue) bool { return c.Opens })
}

// purposes is where the plan of a verb ends that began before token to: what is
// planned goes on in participles behind a comma, "aims to seal the border,
// cutting off the city".
func (r *reader) purposes(s *sentence, c *clause, to int) int {
	if c.complement < 0 || s.chunks[c.complement].kind != kVerb || !s.chunks[c.complement].vg.to_ {
		return to
	}
	for j := c.complement + 1; j+1 < len(s.chunks); j++ {
		if k := &s.chunks[j]; k.from == to && k.kind == kComma {
			if n := &s.chunks[j+1]; n.kind == kVerb && n.vg.bare && n.vg.form&fGer != 0 && !r.speechVerb(n.vg) && j+2 < len(s.chunks) {
				return r.clauseEnd(s, j+1)
			}
		}
	}
	return to
}

// nounScopes reads cues that are nouns: "plans to", "allegations of", "no evidence that".
func (r *reader) nounScopes(s *sentence, ci int) {
	c := &s.chunks[ci]
	h := &s.tokens[c.np.head]
	if c.np.negative {
		s.scopes = append(s.scopes, scope{from: c.np.from, to: c.np.to, cueFrom: c.np.from, cueTo: c.np.from + 1, polarity: graph.Negated, modality: graph.Asserted})
	}
	if s.vocab.proofs.has(h.lemma) && ci+1 < len(s.chunks) && (c.np.negative || r.negatedObject(s, ci)) {
		// "no evidence that", "found no sign of"
		s.scopes = append(s.scopes, scope{from: c.to, to: r.clauseEnd(s, ci+1), cueFrom: c.np.from, cueTo: c.np.to, polarity: graph.Negated, modality: graph.Asserted})
	}
	lemma := h.lemma
	if lemma == "" {
		lemma = h.Lower // "every right to"
	}
	cues := r.x.cueNouns.at(lemma)
	if len(cues) == 0 || h.Lower == "authorities" || h.Capital && c.np.head > s.skip && cues[0].Polarity == graph.Negated {
		return // "the Adviser on the Prevention of Genocide visited"
	}
	end, ok := r.nounReach(s, ci)
	if !ok {
		return
	}
	for _, cue := range cues {
		sc := scope{from: c.to, to: end, cue: cue, cueFrom: c.np.head, cueTo: c.np.head + 1, polarity: cue.Polarity, modality: cue.Modality}
		if c.np.negative && !cue.Definite && cue.Polarity == graph.Affirmed && cue.Modality == graph.Planned {
			sc.polarity, sc.cueFrom = graph.Negated, c.np.from // "has no plans to strike"
		}
		if cue.Opens {
			sc.speakers = r.owners(s, c.np)
		}
		s.scopes = append(s.scopes, sc)
	}
}

// nounReach is where ends what a noun that is a cue governs: it hangs on the noun
// by of, to, that or about. It reports false when nothing does.
func (r *reader) nounReach(s *sentence, ci int) (end int, ok bool) {
	next := ci + 1
	for next < len(s.chunks) && s.chunks[next].kind == kTime {
		next++ // "an agreement on Friday to deploy"
	}
	if next >= len(s.chunks) {
		return 0, false
	}
	switch n := &s.chunks[next]; {
	case n.kind == kVerb && (n.vg.to_ || n.vg.bare):
		return r.clauseEnd(s, next), true
	case n.kind == kPrep && n.word == "on" && next+1 < len(s.chunks) && s.chunks[next+1].kind == kVerb && s.chunks[next+1].vg.bare:
		// "talks on deploying"
	case next > ci+1:
		return 0, false
	case n.kind == kPrep && (n.word == "with" || n.word == "against") && s.vocab.suits.has(s.headLemma(ci)):
		return 0, false // "lodged an application with the court accusing"
	case n.kind == kPrep && n.word == "as":
		return 0, false // "described the move as a violation of"
	case n.kind == kPrep && n.word == "by" && !s.aimsBehind(next):
		return 0, false // "a move by Oslo shows", not "a move by Oslo to deploy"
	case n.kind == kPrep && r.background(s, next):
		return 0, false // "made small talk as they toured"
	case n.kind == kRel && n.word == "that" && s.doneThere(ci):
		return 0, false // "a move that Chad condemned as a breach"
	case n.kind == kRel && n.word == "that", n.kind == kPrep && n.word != "in" && n.word != "on":
	case n.kind == kVerb && n.vg.finite && n.vg.lemma == "be":
		if next+1 >= len(s.chunks) || s.chunks[next+1].kind != kVerb && s.chunks[next+1].kind != kRel {
			return 0, false // "the failures were grave"
		}
		// "the plan is to strike"
	default:
		return 0, false
	}
	return s.untilPredicate(ci, max(r.phraseEnd(s, ci), r.clauseEnd(s, next))), true
}

// doneThere reports whether the phrase at ci is the object of a relative clause behind
// it, which tells what somebody did to it.
func (s *sentence) doneThere(ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.object == ci && c.verb > ci+1 {
			return true
		}
	}
	return false
}

// untilPredicate returns the token of the verb that has the phrase at ci as its
// subject, if it stands before a token, or that token: what a verb says of a failure
// has not failed.
func (s *sentence) untilPredicate(ci, end int) int {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.subject == ci && c.verb > ci && s.chunks[c.verb].vg.finite && s.chunks[c.verb].vg.lemma != "be" {
			return min(end, s.chunks[c.verb].from)
		}
	}
	return end
}

// aimsBehind reports whether an infinitive follows the phrases from the preposition
// at ci.
func (s *sentence) aimsBehind(ci int) bool {
	for ci+1 < len(s.chunks) && s.chunks[ci].kind == kPrep && s.chunks[ci+1].kind == kNoun {
		ci = s.behindGroup(ci + 1)
	}
	for ci < len(s.chunks) && s.chunks[ci].kind == kTime {
		ci++
	}
	return ci < len(s.chunks) && s.chunks[ci].kind == kVerb && (s.chunks[ci].vg.to_ || s.chunks[ci].vg.bare) || ci < len(s.chunks) && s.chunks[ci].kind == kRel
}

// mainVerb returns the token of the next finite verb behind chunk ci, or the end.
func (s *sentence) mainVerb(ci int) int {
	for j := ci + 1; j < len(s.chunks); j++ {
		if k := &s.chunks[j]; k.kind == kVerb && k.vg.finite {
			return k.from
		}
	}
	return len(s.tokens)
}

// relativeEnd is the token before which the relative clause ends in which a verb
// stands, and what goes on is not what it tells: "the rebels that Mali is accused of
// arming took", "the minister, who denied that his troops had left, met".
func (s *sentence) relativeEnd(c *clause) int {
	ch := s.chunks
	rel := s.relativeOf(c)
	if rel <= 0 || c.subject < 0 {
		return len(s.tokens)
	}
	report := c.complement > c.verb && !(ch[c.complement].kind == kVerb && !ch[c.complement].vg.finite)
	inserted := ch[rel-1].kind == kComma
	for j := c.verb + 1; j < len(ch); j++ {
		switch k := &ch[j]; k.kind {
		case kColon:
			return len(s.tokens)
		case kRel, kSub, kConj:
			if !report {
				return len(s.tokens)
			}
		case kVerb:
			if !k.vg.finite || k.vg.bare || j == c.complement || ch[j-1].kind == kPrep {
				continue
			}
			if ch[j-1].kind == kComma && inserted && s.resumes(k.vg) {
				return ch[j-1].from
			}
			if !report {
				return k.from
			}
		}
	}
	return len(s.tokens)
}

// relativeOf returns the relative pronoun in whose clause a verb stands, if only to
// complete its verb: "which is accused of ordering"; or -1.
func (s *sentence) relativeOf(c *clause) int {
	rel := s.relativeBefore(c.verb)
	for i := s.clauseOf[c.verb] - 1; rel < 0 && i >= 0 && s.clauses[i].complement == c.verb; i-- {
		c = &s.clauses[i]
		rel = s.relativeBefore(c.verb)
	}
	return rel
}

// none reports whether a phrase says that there is none of its kind: "no
// agreement", not "no fewer than 20 missiles".
func (s *sentence) none(ci int) bool {
	np := s.chunks[ci].np
	if !np.negative || s.tokens[np.from].Lower != "no" || np.from+1 >= len(s.tokens) {
		return false
	}
	switch s.tokens[np.from+1].Lower {
	case "fewer", "less", "more", "longer", "later", "doubt":
		return false
	}
	return true
}

// occurs lets what is said of the taking place of an act hold for the act: "talks
// will start on Friday", "the summit did not take place", "is due to begin".
func (r *reader) occurs(s *sentence, c *clause, own scope) {
	v := s.chunks[c.verb].vg
	if v.lemma == "take" && (c.object < 0 || s.tokens[s.chunks[c.object].np.head].Lower != "place") {
		return
	}
	if !s.vocab.occurring.has(v.lemma) || c.subject < 0 || c.subject > c.verb || c.passive != s.vocab.holding.has(v.lemma) {
		return
	}
	sc := own
	if v.to_ {
		g := c.verb - 1
		if s.chunks[g].kind != kVerb && g > 0 && s.chunks[g-1].kind == kVerb {
			g-- // "is due to begin"
		}
		if s.chunks[g].kind != kVerb || s.chunks[g].vg.lemma != "be" && !r.planned(s.chunks[g].vg.lemma) {
			return
		}
		sc.modality, sc.cueFrom, sc.cueTo = graph.Planned, s.chunks[g].from, s.chunks[g].to
	}
	if sc.polarity == graph.Affirmed && sc.modality == graph.Asserted {
		return
	}
	whole := r.alternatives(s, c.subject)
	sc.from, sc.to = s.chunks[whole[len(whole)-1]].from, v.from
	s.scopes = append(s.scopes, sc)
}

// planned reports whether a verb has a cue of plans.
func (r *reader) planned(lemma string) bool {
	return slices.ContainsFunc(r.x.cueVerbs.at(lemma), func(c *rules.Cue) bool { return c.Modality == graph.Planned })
}

// untrue denies what a report or claim says that is called false: "reports that it
// had bombed the town were false".
func (r *reader) untrue(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if v.lemma != "be" || v.negated || c.object < 0 || c.object < c.verb || !s.vocab.untrue.has(s.tokens[s.chunks[c.object].np.head].Lower) {
		return
	}
	if j := c.object + 1; c.subject >= 0 && s.tokens[s.chunks[c.subject].from].Lower == "it" && j+1 < len(s.chunks) && s.chunks[j].kind == kRel {
		// "it is false that"
		s.scopes = append(s.scopes, scope{from: s.chunks[j].to, to: r.clauseEnd(s, j+1), cueFrom: v.from, cueTo: s.chunks[c.object].to, polarity: graph.Negated, modality: graph.Asserted})
		return
	}
	for j := c.verb - 1; j > 0; j-- {
		if k := &s.chunks[j]; k.kind == kRel && k.word == "that" && s.chunks[j-1].kind == kNoun && s.vocab.accusations.has(s.tokens[s.chunks[j-1].np.head].lemma) {
			s.scopes = append(s.scopes, scope{from: k.to, to: v.from, cueFrom: v.from, cueTo: s.chunks[c.object].to, polarity: graph.Negated, modality: graph.Asserted})
			return
		} else if k.kind == kColon {
			return
		}
	}
}

// frontNegated denies a clause that begins with a negation before its auxiliary:
// "Never has Japan supplied", "Under no circumstances will Poland send".
func (r *reader) frontNegated(s *sentence) {
	ch := s.chunks
	aux := 0
	switch {
	case len(ch) < 3:
		return
	case ch[0].kind == kPrep && ch[1].kind == kNoun && ch[1].np.negative:
		aux = 2
	case ch[0].kind == kVerb && ch[0].vg.negated:
	default:
		return
	}
	if aux+2 >= len(ch) || ch[aux+1].kind != kNoun {
		return
	}
	switch s.tokens[ch[aux].to-1].tag {
	case tModal, tHave, tDo, tBe:
	default:
		return
	}
	if v := s.behindGroup(aux + 1); v < len(ch) && ch[v].kind == kVerb {
		s.scopes = append(s.scopes, scope{from: ch[v].from, to: r.clauseEnd(s, v), cueFrom: ch[0].from, cueTo: ch[aux].to, polarity: graph.Negated, modality: graph.Asserted})
	}
}

// disbelieved denies what nobody says: "no diplomat believes that", "nobody thinks".
func (r *reader) disbelieved(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.subject < 0 || c.complement <= c.verb || !s.vocab.raising.has(v.lemma) && !r.speechVerb(v) {
		return
	}
	switch np := s.chunks[c.subject].np; s.tokens[np.head].Lower {
	case "nobody", "none", "noone":
	default:
		if !np.negative {
			return
		}
	}
	sc := scope{from: s.chunks[c.complement].from, to: r.clauseEnd(s, c.complement), cueFrom: s.chunks[c.subject].from, cueTo: s.chunks[c.subject].from + 1, polarity: graph.Negated, modality: graph.Asserted}
	if !s.vocab.raising.has(v.lemma) {
		sc.polarity, sc.modality = graph.Affirmed, graph.Questioned // "nobody has claimed that"
	}
	s.scopes = append(s.scopes, sc)
}

// rumoured lets what a subject is hold for what it says behind its verb: "rumours
// swirled that", "claims emerged that".
func (r *reader) rumoured(s *sentence, c *clause) {
	if c.subject < 0 || c.passive || c.object >= 0 || c.complement <= c.verb || s.chunks[c.complement-1].kind != kRel {
		return
	}
	h := &s.tokens[s.chunks[c.subject].np.head]
	for _, cue := range r.x.cueNouns.at(h.lemma) {
		if cue.Modality == graph.Alleged {
			s.scopes = append(s.scopes, scope{from: s.chunks[c.complement].from, to: r.clauseEnd(s, c.complement), cue: cue, cueFrom: s.chunks[c.subject].from, cueTo: s.chunks[c.subject].to, polarity: graph.Affirmed, modality: graph.Alleged})
		}
	}
}

// unfulfilled returns the token of an adverb before a verb by which its act did
// not come about or is over: "almost captured", "no longer supplies"; or -1.
func (s *sentence) unfulfilled(v *verbGroup) int {
	for i := max(v.from-2, s.skip); i < v.main; i++ {
		switch s.tokens[i].Lower {
		case "almost", "nearly":
			if i >= v.from || i+1 == v.from {
				return i
			}
		case "yet":
			if v.to_ && i+1 == v.from && i > 0 && (s.tokens[i-1].tag == tBe || s.tokens[i-1].tag == tHave) {
				return i // "is yet to join"
			}
		case "longer":
			if i > 0 && s.tokens[i-1].Lower == "no" && (i >= v.from || i+1 == v.from) {
				return i
			}
		}
	}
	return -1
}

// neither reports whether a subject is one of those that "neither ... nor" denies.
func (s *sentence) neither(ci int) bool {
	if s.tokens[s.chunks[s.group(ci)[0]].from].Lower == "neither" {
		return true
	}
	return ci >= 2 && s.chunks[ci-1].word == "nor" && s.chunks[ci-2].kind == kNoun && s.tokens[s.chunks[ci-2].from].Lower == "neither"
}

// negatedObject reports whether the verb that has the phrase as its object is negated.
func (r *reader) negatedObject(s *sentence, ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.object == ci {
			return s.chunks[c.verb].vg.negated
		}
	}
	return false
}

// unrealised sets the scopes of constructions that deny or delay what they
// speak of without a cue word of their own: "has yet to", "is to", "is ready
// to", "it is not true that", "instead of", inverted conditions.
func (r *reader) unrealised(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	put := func(ci int, p graph.Polarity, m graph.Modality) {
		s.scopes = append(s.scopes, scope{from: s.chunks[ci].from, to: r.clauseEnd(s, ci), cueFrom: v.from, cueTo: v.to, polarity: p, modality: m})
	}
	next := c.verb + 1
	for next < len(s.chunks) && (s.chunks[next].kind == kTime || s.chunks[next].kind == kAdverb && s.chunks[next].word != "yet") {
		next++
	}
	switch {
	case next >= len(s.chunks):
	case v.lemma == "have" && s.chunks[next].word == "yet" && next+1 < len(s.chunks) && s.chunks[next+1].kind == kVerb && s.chunks[next+1].vg.to_:
		put(next+1, graph.Negated, graph.Asserted)
	case v.lemma == "be" && s.chunks[next].kind == kVerb && s.chunks[next].vg.to_ && !r.opens(s.chunks[next].vg.lemma):
		put(next, graph.Affirmed, graph.Planned)
		if d := s.clauseOf[next]; d >= 0 && r.carried(s, &s.clauses[d]) {
			s.scopes = append(s.scopes, scope{from: s.chunks[s.clauses[d].subject].from, to: v.from, cueFrom: v.from, cueTo: v.to, polarity: graph.Affirmed, modality: graph.Planned})
		}
	case v.lemma == "have" && s.chunks[next].kind == kVerb && s.chunks[next].vg.to_ && s.tokens[v.main].Lower != "had":
		put(next, graph.Affirmed, graph.Planned) // "would have to agree"
	case v.lemma == "go" && v.prog && s.chunks[next].kind == kVerb && s.chunks[next].vg.to_:
		put(next, graph.Affirmed, graph.Planned) // "is going to visit"
	case v.lemma == "be" && next+1 < len(s.chunks) && s.chunks[next+1].kind == kVerb && s.chunks[next+1].vg.to_ && s.vocab.unrealised.has(s.tokens[s.chunks[next].to-1].Lower):
		put(next+1, graph.Affirmed, graph.Planned)
	case v.lemma == "be" && s.vocab.unrealised.has(s.tokens[s.chunks[next].to-1].Lower) && s.toDoing(next+1):
		put(next+2, graph.Affirmed, graph.Planned) // "is open to talking"
	case v.lemma == "be" && v.negated && s.tokens[s.chunks[next].to-1].Lower == "true" && next+1 < len(s.chunks):
		put(next+1, graph.Negated, graph.Asserted)
	}
	if s.Part == graph.Headline && v.to_ && c.subject >= 0 && s.chunks[c.subject].to == v.from {
		put(c.verb, graph.Affirmed, graph.Planned) // "Trump, Putin to meet in Alaska"
	}
	if v.to_ && c.subject >= 0 && c.subject < c.verb && s.bidden(c.subject, c.verb) && r.animate(s, c.subject) {
		put(c.verb, graph.Affirmed, graph.Planned) // "for Iran to attack, it must"
	}
	for _, pr := range c.preps {
		if pr.verb && pr.word == "from" && c.object >= 0 && s.vocab.hindering.has(v.lemma) {
			put(pr.at, graph.Negated, graph.Asserted) // "to stop Iran from supplying"
			last := &s.scopes[len(s.scopes)-1]
			last.to = min(last.to, s.adjunctAfter(pr.at))
		}
	}
	if v.bare && v.from >= 2 {
		if a, b := s.tokens[v.from-2].Lower, s.tokens[v.from-1].Lower; a == "instead" && b == "of" || a == "rather" && b == "than" || a == "far" && b == "from" || a == "short" && b == "of" {
			put(c.verb, graph.Negated, graph.Asserted)
		}
	}
	if c.verb == 0 && v.from == s.skip && (s.tokens[v.from].Lower == "had" || s.tokens[v.from].Lower == "should" || s.tokens[v.from].Lower == "were") && s.tokens[len(s.tokens)-1].Lower != "?" {
		end := len(s.tokens)
		for i := range s.tokens {
			if s.tokens[i].tag == tComma {
				end = i
				break
			}
		}
		s.scopes = append(s.scopes, scope{from: 0, to: end, cueFrom: 0, cueTo: 1, polarity: graph.Affirmed, modality: graph.Conditional})
	}
}

// adjunctAfter returns the token of the first comma behind chunk ci that a preposition
// follows: "barred him from entering, in response to"; or the end of the sentence.
func (s *sentence) adjunctAfter(ci int) int {
	for j := ci + 1; j+1 < len(s.chunks); j++ {
		if s.chunks[j].kind == kComma && s.chunks[j+1].kind == kPrep {
			return s.chunks[j].from
		}
	}
	return len(s.tokens)
}

// toDoing reports whether "to" with a participle stands at ci.
func (s *sentence) toDoing(ci int) bool {
	return ci+1 < len(s.chunks) && s.chunks[ci].kind == kPrep && s.chunks[ci].word == "to" && s.chunks[ci+1].kind == kVerb && s.chunks[ci+1].vg.bare
}

// comes reports whether a clause of time at ci tells of what is still to come: its
// verb is in the present, "when Obama visits Cuba next month".
func (r *reader) comes(s *sentence, ci int) bool {
	j := ci + 1
	if j >= len(s.chunks) || s.chunks[j].kind != kNoun {
		return false
	}
	for j = s.behindGroup(j); j < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			v := c.vg
			return v.finite && v.modal == "" && !v.have && !v.prog && !v.passive && v.from == v.main && v.lemma != "be" && v.form&(fPres|fBase) != 0 && v.form&fPast == 0
		case kPrep, kNoun, kAdverb, kTime:
		default:
			return false
		}
	}
	return false
}

// clauseScope lets a subordinator at ci govern its clause.
func (r *reader) clauseScope(s *sentence, ci int, m graph.Modality) {
	c := &s.chunks[ci]
	end := len(s.tokens)
	seen := false
	for j := ci + 1; j < len(s.chunks); j++ {
		if s.chunks[j].kind == kVerb && s.chunks[j].vg.finite {
			seen = true
		}
		if s.chunks[j].kind == kComma && seen || s.chunks[j].kind == kColon || s.chunks[j].kind == kAdverb && s.chunks[j].word == "then" && seen {
			end = s.chunks[j].from
			break
		}
	}
	s.scopes = append(s.scopes, scope{from: c.from, to: end, cueFrom: c.from, cueTo: c.to, polarity: graph.Affirmed, modality: m})
}

// phraseEnd is the end of a noun phrase with its prepositional phrases and
// participles.
func (r *reader) phraseEnd(s *sentence, ci int) int {
	ch := s.chunks
	j := s.behindGroup(ci)
	end := ch[j-1].to
	for j < len(ch) {
		switch k := &ch[j]; {
		case k.kind == kPrep && j+1 < len(ch) && ch[j+1].kind == kNoun:
			j = s.behindGroup(j + 1)
			end = ch[j-1].to
		case k.kind == kPrep && j+1 < len(ch) && ch[j+1].kind == kVerb && ch[j+1].vg.bare:
			j += 2
			end = ch[j-1].to
			if j < len(ch) && ch[j].kind == kNoun {
				j = s.behindGroup(j)
				end = ch[j-1].to
			}
		case k.kind == kVerb && r.reduced(s, j):
			j++
			end = k.to
		case k.kind == kTime:
			j++
		case k.kind == kNoun && j == ci:
			j++
		default:
			return end
		}
	}
	return end
}

// clauseEnd is where the clause around chunk ci ends to the right.
func (r *reader) clauseEnd(s *sentence, ci int) int {
	ch := s.chunks
	for j := ci + 1; j < len(ch); j++ {
		switch k := &ch[j]; k.kind {
		case kColon:
			return k.from
		case kSub:
			if k.word == "before" && j+1 < len(ch) && ch[j+1].kind == kVerb && ch[j+1].vg.bare {
				continue // "is to fly to Seoul before going to Beijing"
			}
			return k.from
		case kPrep:
			if k.word == "after" && j+1 < len(ch) && ch[j+1].kind == kVerb && ch[j+1].vg.bare && r.opens(ch[j+1].vg.lemma) {
				return k.from // "demanded an apology after accusing it of"
			}
			if r.background(s, j) {
				return k.from // "little hope of a truce as Russia bombs Kharkiv"
			}
		case kComma:
			if j+1 < len(ch) && r.endsBefore(s, j+1) {
				return k.from
			}
		case kConj:
			if j+1 < len(ch) && (ch[j+1].kind == kVerb && (ch[j+1].vg.finite && !ch[j+1].vg.bare || r.accusesToo(s, j+1, j) >= 0) || k.word == "but" || ch[j+1].kind == kNoun && r.beginsClause(s, j+1)) {
				return k.from
			}
		}
	}
	return len(s.tokens)
}

// endsBefore reports whether a comma before chunk ci ends a clause.
func (r *reader) endsBefore(s *sentence, ci int) bool {
	ch := s.chunks
	switch n := &ch[ci]; n.kind {
	case kConj, kRel, kSub:
		return true
	case kVerb:
		return r.aside(s, ci) || s.resumes(n.vg) || n.vg.bare && n.vg.form&fGer != 0
	case kTime:
		if s.timeAfter(ci) {
			return true // ", two days after bombing"
		}
		// ", which accuses Iran of arming rebels, on Monday imposed"
		return ci+1 < len(ch) && ch[ci+1].kind == kVerb && s.resumes(ch[ci+1].vg)
	case kPrep:
		if ci+1 < len(ch) && ch[ci+1].kind == kRel {
			return true // ", with which"
		}
		return n.word == "despite" || n.word == "after" || n.word == "as"
	case kNoun:
		return s.timeAfter(ci) || r.beginsClause(s, ci)
	}
	return false
}

// timeAfter reports whether the phrase at ci tells how long after or before another
// act: "a few months after signing".
func (s *sentence) timeAfter(ci int) bool {
	ch := s.chunks
	if ci+1 >= len(ch) || ch[ci].kind == kNoun && !s.tokens[ch[ci].np.head].word.in(cTime) {
		return false
	}
	return ch[ci+1].word == "after" || ch[ci+1].word == "before"
}

// background reports whether the preposition at ci leads to what is known or
// happens meanwhile: "following an attack", "as Russia bombs Kharkiv".
func (r *reader) background(s *sentence, ci int) bool {
	if ci+1 >= len(s.chunks) || s.chunks[ci+1].kind != kNoun {
		return false
	}
	switch w := s.chunks[ci].word; w {
	case "as", "after", "since":
		return r.beginsClause(s, ci+1)
	default:
		return s.vocab.grounds.has(w)
	}
}

// resumes reports whether a verb behind a comma takes up a clause again that an
// insertion broke off: "angered by the refusal to hold an inquiry, accused".
func (s *sentence) resumes(v *verbGroup) bool {
	if !v.finite || v.bare {
		return false
	}
	return v.modal != "" || v.have || v.form&(fPast|fPres) != 0 && v.form&fBase == 0 || v.lemma == "be"
}

// aside reports whether the verb at vi is a participle that adds something known
// behind a comma: "the act, passed by Congress".
func (r *reader) aside(s *sentence, vi int) bool {
	v := s.chunks[vi].vg
	return v.form&fPart != 0 && v.from == v.main && v.form&fGer == 0 && r.reduced(s, vi)
}

// reach is what a verb governs to its right; wide for verbs of saying, whose
// report runs on.
func (r *reader) reach(s *sentence, c *clause, wide bool) (from, to int) {
	from = s.chunks[c.verb].to
	if !wide {
		return from, r.clauseEnd(s, c.verb)
	}
	ch := s.chunks
	for j := c.verb + 1; j < len(ch); j++ {
		switch k := &ch[j]; k.kind {
		case kColon:
			if k.word == ";" {
				return from, k.from
			}
		case kSub:
			if k.word == "while" && ch[j-1].kind == kComma {
				return from, k.from // what happens meanwhile is the article's
			}
		case kConj:
			if k.word == "and" && j+1 < len(ch) && ch[j+1].kind == kVerb && ch[j+1].vg.finite && r.speechVerb(ch[j+1].vg) {
				return from, k.from
			}
			if k.word == "and" && j+1 < len(ch) && ch[j+1].kind == kNoun && r.beginsClause(s, j+1) && r.saysNext(s, j+1) {
				return from, k.from // "..., and Pyongyang denies"
			}
			if k.word == "but" && j+1 < len(ch) && (ch[j+1].kind == kVerb && ch[j+1].vg.finite || ch[j+1].kind == kNoun && r.beginsClause(s, j+1)) {
				return from, k.from
			}
		}
	}
	return from, len(s.tokens)
}

// saysNext reports whether the clause that begins at ci has a verb of saying.
func (r *reader) saysNext(s *sentence, ci int) bool {
	for j := s.behindGroup(ci); j < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			return r.speechVerb(c.vg) && c.vg.finite
		case kAdverb, kTime:
		default:
			return false
		}
	}
	return false
}

// telling is who says a finding, by a scope of so many tokens.
type telling struct {
	width   int
	speaker *entity
}

// stand folds the scopes around a token into one standing: any denial denies,
// the least sure modality holds, speakers go from the nearest outwards.
func (s *sentence) stand(f *finding) standing {
	out := standing{polarity: graph.Affirmed, modality: graph.Asserted}
	if f.own.polarity != "" {
		out.polarity = f.own.polarity
	}
	if f.own.modality != "" {
		out.modality = f.own.modality
	}
	var chain []telling
	denied := 0 // width of the denial that counts
	settled := s.settled(f)
	for i := range s.scopes {
		sc := &s.scopes[i]
		if !sc.around(f.at) || sc.leaves(f) || s.spares(sc, f) || s.isSo(sc, f, settled) {
			continue
		}
		if out.fold(sc, f) && sc.polarity == graph.Denied && len(sc.speakers) > 0 {
			denied = sc.to - sc.from
		}
		if len(sc.speakers) > 0 && !sc.presupposes(f) {
			chain = append(chain, telling{sc.to - sc.from, sc.speakerOf(f)})
		}
	}
	if out.polarity == graph.Negated && f.own.modality == graph.Conditional && out.modality == graph.Conditional {
		out.modality = graph.Asserted // "did not accept any support from"
	}
	// Who denies speaks, not whoever says what is denied.
	chain = slices.DeleteFunc(chain, func(t telling) bool { return t.width < denied })
	out.tellers(chain)
	return out
}

// around reports whether a token stands in a scope.
func (sc *scope) around(at int) bool { return at >= sc.from && at < sc.to }

// leaves reports whether a finding stays as it is because the act of a cue around
// it has not been done: the sanctions stand that somebody wants "to lift".
func (sc *scope) leaves(f *finding) bool {
	return sc.open && (f.known || f.relation == "SUPPORTED") && sc.around(f.at)
}

// settled reports whether a finding is a fact whatever is planned around it.
func (s *sentence) settled(f *finding) bool {
	if f.settled {
		return true
	}
	for i := range s.scopes {
		if sc := &s.scopes[i]; sc.leaves(f) && sc.cue.Covers(f.relation) {
			return true
		}
	}
	return false
}

// spares reports whether a cue says nothing of findings of that kind.
func (s *sentence) spares(sc *scope, f *finding) bool {
	if c := sc.cue; c != nil {
		if len(c.Only) > 0 && !slices.Contains(c.Only, f.relation) || c.Definite && f.known {
			return true
		}
		if slices.Contains(c.Except, f.relation) && !(f.relation == "THREATENED" && !s.menacing(sc)) {
			return true
		}
	}
	if f.relation == "ACCUSED" && sc.polarity == graph.Denied && sc.cueFrom > f.at {
		return true // "accuses Kigali of sending troops, a charge Rwanda denies": the accusation stands
	}
	return f.implied && len(sc.speakers) == 0
}

// isSo reports whether a finding is a fact although the scope around it, which is
// nobody's saying, plans, supposes or negates: the words tell that it is so.
func (s *sentence) isSo(sc *scope, f *finding, settled bool) bool {
	if len(sc.speakers) > 0 {
		return false
	}
	planned := sc.modality == graph.Planned && sc.polarity == graph.Affirmed
	supposed := sc.modality == graph.Conditional && sc.polarity == graph.Affirmed
	refused := sc.polarity == graph.Negated && sc.cue != nil
	switch {
	case (planned || refused) && s.told(f.at, sc.from):
		return true
	case settled && (planned || supposed):
		return true
	}
	return settled && refused && s.occasion(f.at) // "refused to speak upon his arrival in": he arrived
}

// fold adds what one scope makes of a finding, and reports whether its polarity is
// the one that holds.
func (out *standing) fold(sc *scope, f *finding) bool {
	out.nothing = out.nothing || sc.cue != nil && sc.cue.Drop
	holds := false
	if f.contrary && sc.polarity == graph.Negated {
		out.flipped = true // "failed to comply"
	} else if sc.polarity != graph.Affirmed && (out.polarity == graph.Affirmed || sc.polarity == graph.Denied) {
		out.polarity = sc.polarity
		out.cueFrom, out.cueTo = sc.cueFrom, sc.cueTo
		holds = true
	}
	if doubt[sc.modality] > doubt[out.modality] {
		out.modality = sc.modality
		if out.polarity == graph.Affirmed {
			out.cueFrom, out.cueTo = sc.cueFrom, sc.cueTo
		}
	}
	return holds
}

// presupposes reports whether the speakers of a scope do not say a finding: they
// speak of it as known, or do by saying so what it tells.
func (sc *scope) presupposes(f *finding) bool {
	if f.known && sc.nominal {
		return true
	}
	return acts[f.relation] && sc.polarity != graph.Denied && slices.Contains(sc.speakers, f.head.entity)
}

// tellers makes those who tell a finding its speakers, the nearest first.
func (out *standing) tellers(chain []telling) {
	for len(chain) > 0 {
		k := 0
		for i := range chain {
			if chain[i].width < chain[k].width {
				k = i
			}
		}
		if e := chain[k].speaker; len(out.speakers) == 0 || out.speakers[len(out.speakers)-1] != e {
			out.speakers = append(out.speakers, e)
		}
		chain = append(chain[:k], chain[k+1:]...)
	}
}

// menacing reports whether a cue is a threat itself: "vowed to strike" is one,
// "considered threatening" none so far.
func (s *sentence) menacing(sc *scope) bool {
	for i := sc.cueFrom; i < sc.cueTo; i++ {
		if l := s.tokens[i].lemma; s.vocab.menaces.has(l) || s.vocab.threatening.has(l) {
			return true
		}
	}
	return sc.cue.Definite
}

// told reports whether a verb at a token is that of a relative clause that began
// behind token from and tells what was or is so: "to arm the groups it supports",
// "to rebuild what Russia destroyed".
func (s *sentence) told(at, from int) bool {
	ci := s.chunkAt(at)
	if ci < 0 || s.chunks[ci].kind != kVerb || s.clauseOf[ci] < 0 {
		return false
	}
	c := &s.clauses[s.clauseOf[ci]]
	v := s.chunks[ci].vg
	if !v.finite || v.modal != "" || v.negated || c.subject < 0 {
		return false
	}
	first := s.group(c.subject)[0]
	past := v.have || v.form&fPast != 0 && v.form&fBase == 0
	if rel := s.relativeBefore(ci); rel > 0 && (s.chunks[rel].from > from || s.chunks[rel].from == from && c.object >= 0 && c.object < rel) && s.chunks[rel-1].kind == kNoun {
		return past || first > rel || s.accusatory(c.subject) // "a report that accuses"
	}
	if j := first - 1; past && j > 0 && s.chunks[j].word == "when" && s.chunks[j].from > from {
		return true // "the bond they forged when Trump hosted Xi"
	}
	// "the groups it supports"
	return c.object >= 0 && c.object == first-1 && s.chunks[c.object].from > from && s.chunks[first].np.pronoun
}

// speakerOf returns who says what a finding tells: of several who say it together
// the one it is about, or else the first.
func (sc *scope) speakerOf(f *finding) *entity {
	if slices.Contains(sc.speakers, f.head.entity) {
		return f.head.entity
	}
	return sc.speakers[0]
}

// speakers are the labels of those who can say something.
var speakers = []string{"Person", "State", "Organization", "Statement"}

// speaker returns who is being quoted at a token, or nil.
func (s *sentence) speaker(at int) *entity {
	for i := range s.scopes {
		if sc := &s.scopes[i]; sc.cue != nil && sc.cue.Speech && len(sc.speakers) > 0 && at >= sc.from && at < sc.to && s.quoted(at) {
			return sc.speakers[0]
		}
	}
	return s.voice
}

// occasion reports whether a noun only tells when something else happened:
// "upon his arrival in", "after the attack on".
func (s *sentence) occasion(at int) bool {
	ci := s.chunkAt(at)
	return ci > 0 && s.chunks[ci].kind == kNoun && s.chunks[ci-1].kind == kPrep && (tellsWhen(s.chunks[ci-1].word) || s.outcomeBefore(ci))
}

// tellsWhen reports whether an act behind a preposition is what else happened.
func tellsWhen(preposition string) bool {
	switch preposition {
	case "during", "after", "following", "upon", "since":
		return true
	}
	return false
}

// quoter returns whose words the quotation around a token are, if not those of
// somebody within it: "'Kim says he is ready,' Park said".
func (s *sentence) quoter(at int) *entity {
	for i := range s.scopes {
		if sc := &s.scopes[i]; sc.cue != nil && sc.cue.Speech && len(sc.speakers) > 0 && at >= sc.from && at < sc.to && !s.quoted(sc.cueFrom) {
			return sc.speakers[0]
		}
	}
	return s.voice
}

// quoted reports whether a token stands between quotation marks.
func (s *sentence) quoted(at int) bool {
	for _, q := range s.quotes {
		if at >= q[0] && at < q[1] {
			return true
		}
	}
	return false
}

// quoteEndsAt reports whether a quotation ends with the chunk at ci: what stands
// behind it explains nothing in it.
func (s *sentence) quoteEndsAt(ci int) bool {
	c := &s.chunks[ci]
	return s.tokens[c.to].tag == tQuote && s.quoted(c.to) && !s.quoted(c.to+1)
}
