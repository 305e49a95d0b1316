package extract

import "slices"

// actorReading looks for whoever does what the noun at ci names in one construction.
// It tells whether the sentence has that construction: what it finds then, even if
// nothing, is the answer.
type actorReading func(r *reader, s *sentence, ci int, preps []prep) ([]int, bool)

// actors returns who does what the noun at ci names: the first construction that the
// sentence has decides. A new one goes before those that would take its words for
// theirs.
func (r *reader) actors(s *sentence, ci int, preps []prep) []int {
	for _, read := range [...]actorReading{
		(*reader).actorOfCarrier,  // "launched an attack on"
		(*reader).actorInDefiance, // "launched a rocket, the ministry said, in defiance of"
		(*reader).actorOfTalks,    // "entered into talks with"
		(*reader).actorUnderPact,  // "Under a deal with Moscow, Tehran will receive"
		(*reader).actorInIt,       // "united in condemnation of"
		(*reader).actorAmounting,  // "amounts to a breach of"
		(*reader).actorInBreach,   // "In breach of the embargo, the state sent"
		(*reader).actorEquated,    // "this conduct is a violation"
		(*reader).actorAs,         // "Norway, as the biggest donor, says"
		(*reader).actorRegarded,   // "is seen as a violation"
		(*reader).actorOnVisit,    // "Obama, on a visit to London, said"
		(*reader).actorBetween,    // "talks between Oman and Iran"
		(*reader).actorOpening,    // "During a meeting with Modi, Biden discussed"
		(*reader).actorMeeting,    // "spoke before a meeting with"
		(*reader).actorBlamed,     // "blamed a bombing on"
		(*reader).actorOfBattle,   // "took the town after a battle with"
		(*reader).actorClaiming,   // "claimed responsibility for the attacks"
		(*reader).actorAgreeing,   // "agreed on sanctions"
		(*reader).actorWithIt,     // "responded with a ban on"
		(*reader).actorOfExample,  // "continued to fire missiles, including an attack on"
	} {
		if out, ok := read(r, s, ci, preps); ok {
			return out
		}
	}
	return nil
}

// actorOfCarrier reads the verb that only carries the noun: "launched an attack".
func (r *reader) actorOfCarrier(s *sentence, ci int, _ []prep) ([]int, bool) {
	c := r.supporting(s, ci)
	if c == nil || s.breach(ci) && (r.speechVerb(s.chunks[c.verb].vg) || s.vocab.observes.has(s.verbLemma(c))) {
		return nil, false // who announces or sees violations is not who violates
	}
	return r.subjects(s, c), true
}

// actorInDefiance reads a breach behind an inserted saying: "launched a rocket, the
// ministry said, in defiance of sanctions".
func (r *reader) actorInDefiance(s *sentence, ci int, _ []prep) ([]int, bool) {
	if !s.breach(ci) || ci < 2 || s.chunks[ci-1].word != "in" || s.chunks[ci-2].kind != kComma || r.governing(s, ci, "in") != nil {
		return nil, false
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.chunks[c.verb].vg.finite || c.verb > ci || r.speechVerb(s.chunks[c.verb].vg) {
			continue
		}
		if r.accuses(s.verbLemma(c)) && !c.passive {
			return r.objects(s, c), true // "accused Chad of a massacre, in violation of"
		}
		return r.subjects(s, c), true
	}
	return nil, false
}

// actorOfTalks reads who begins or leaves talks: "entered into talks with", "walked
// out of talks with".
func (r *reader) actorOfTalks(s *sentence, ci int, _ []prep) ([]int, bool) {
	if !s.vocab.talks.has(s.headLemma(ci)) {
		return nil, false
	}
	for _, w := range [...]string{"into", "of", "from", "to"} {
		if c := r.governing(s, ci, w); c != nil && (w == "into" || s.vocab.quits.has(s.verbLemma(c))) {
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// actorUnderPact reads whose clause a pact opens: "Under a deal with Moscow, Tehran
// will receive".
func (r *reader) actorUnderPact(s *sentence, ci int, _ []prep) ([]int, bool) {
	if ci != 1 || s.chunks[0].kind != kPrep || !s.vocab.pacts.has(s.headLemma(ci)) {
		return nil, false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; s.chunks[c.verb].vg.finite && c.subject > ci {
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// actorInIt reads a verb with the noun behind "in": "united in condemnation", "in
// violation of", "in talks with".
func (r *reader) actorInIt(s *sentence, ci int, _ []prep) ([]int, bool) {
	c := r.governing(s, ci, "in")
	if c == nil || !s.vocab.unites.has(s.verbLemma(c)) && !s.takesPart(c) && !s.bareBreach(ci) && !s.negotiation(ci) {
		return nil, false
	}
	if c.passive && (s.vocab.talks.has(s.headLemma(ci)) || s.vocab.battles.has(s.headLemma(ci))) || s.bareBreach(ci) && !c.passive && (s.vocab.verdicts.has(s.verbLemma(c)) || r.accuses(s.verbLemma(c))) {
		return r.objects(s, c), true // "are engaged in talks with", "found Chad in breach of"
	}
	return r.subjects(s, c), true
}

// actorAmounting reads "amounts to a breach of".
func (r *reader) actorAmounting(s *sentence, ci int, _ []prep) ([]int, bool) {
	if c := r.governing(s, ci, "to"); c != nil && s.verbLemma(c) == "amount" {
		return r.alternatives(s, c.subject), true
	}
	return nil, false
}

// actorInBreach reads whose clause a breach opens: "In breach of the embargo, the
// state sent".
func (r *reader) actorInBreach(s *sentence, ci int, _ []prep) ([]int, bool) {
	if ci != 1 || s.chunks[0].word != "in" || !s.breach(ci) {
		return nil, false
	}
	return r.mainSubject(s)
}

// actorEquated reads what is said to be the act: "this conduct is a violation".
func (r *reader) actorEquated(s *sentence, ci int, _ []prep) ([]int, bool) {
	if r.x.strikes.has(s.headLemma(ci)) {
		return nil, false // nobody is an attack
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; s.verbLemma(c) == "be" && c.object >= 0 && c.subject >= 0 && s.inGroup(c.object, ci) {
			return r.alternatives(s, c.subject), true
		}
	}
	return nil, false
}

// actorAs reads an insertion that says what somebody is: "Norway, as the biggest
// donor, says".
func (r *reader) actorAs(s *sentence, ci int, _ []prep) ([]int, bool) {
	if !s.insertedWith(ci, "as") {
		return nil, false
	}
	return []int{ci - 3}, true
}

// actorRegarded reads "is seen as a violation".
func (r *reader) actorRegarded(s *sentence, ci int, _ []prep) ([]int, bool) {
	if r.x.strikes.has(s.headLemma(ci)) {
		return nil, false // nobody is an attack
	}
	if c := r.governing(s, ci, "as"); c != nil && s.vocab.regards.has(s.verbLemma(c)) {
		return r.objects(s, c), true
	}
	return nil, false
}

// actorOnVisit reads a journey inserted behind who makes it: "Obama, on a visit to
// London, said".
func (r *reader) actorOnVisit(s *sentence, ci int, _ []prep) ([]int, bool) {
	if !s.vocab.meetings.has(s.headLemma(ci)) || !s.insertedWith(ci, "on") {
		return nil, false
	}
	return []int{ci - 3}, true
}

// actorBetween ends the search where the noun has its parties behind "between":
// they met, not who speaks of it.
func (r *reader) actorBetween(_ *sentence, _ int, preps []prep) ([]int, bool) {
	return nil, hasPrep(preps, "between")
}

// actorOpening reads whose clause a meeting opens: "During a meeting with Modi, Biden
// discussed".
func (r *reader) actorOpening(s *sentence, ci int, _ []prep) ([]int, bool) {
	if ci != 1 || s.chunks[0].kind != kPrep || !s.vocab.meetings.has(s.headLemma(ci)) {
		return nil, false
	}
	return r.mainSubject(s)
}

// actorMeeting reads what somebody does around a meeting or journey of his: "spoke
// before a meeting with", "returned from a visit to", "said at the end of a trip to".
func (r *reader) actorMeeting(s *sentence, ci int, preps []prep) ([]int, bool) {
	h := s.headLemma(ci)
	if !s.vocab.meetings.has(h) {
		return nil, false
	}
	others := hasPrep(preps, "with") || hasPrep(preps, "to") || hasPrep(preps, "from")
	for _, w := range [...]string{"before", "after", "during", "at", "for", "following", "on", "ahead"} {
		if w == "on" && s.vocab.talks.has(h) {
			continue // "briefed them on the talks with"
		}
		if (w == "before" || w == "ahead" || w == "on") && !others {
			continue // "said on the eve of a meeting": of others, perhaps
		}
		if c := r.aroundMeeting(s, ci, w); c != nil {
			if c.passive && c.subject >= 0 && (h == "visit" || h == "trip" || h == "tour" || h == "stay") {
				return []int{c.subject}, true // "was received by Xi during a visit to"
			}
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// aroundMeeting returns the clause that the meeting at ci, or a stage of it, is a
// circumstance of by a preposition, or from which somebody returns; or nil.
func (r *reader) aroundMeeting(s *sentence, ci int, word string) *clause {
	if c := r.governing(s, ci, word); c != nil {
		return c
	}
	if c := r.governing(s, ci, "from"); c != nil && !c.passive && s.vocab.returns.has(s.verbLemma(c)) {
		return c
	}
	if ci > 1 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.vocab.stages.has(s.tokens[s.chunks[ci-2].np.head].Lower) {
		return r.governing(s, ci-2, word)
	}
	return nil
}

// actorBlamed reads who is told to have made an attack: "blamed a bombing on".
func (r *reader) actorBlamed(s *sentence, ci int, _ []prep) ([]int, bool) {
	out := r.culprits(s, ci)
	return out, len(out) > 0
}

// actorOfBattle reads what somebody does around a battle: "took the town after a
// battle with".
func (r *reader) actorOfBattle(s *sentence, ci int, preps []prep) ([]int, bool) {
	if !s.vocab.battles.has(s.headLemma(ci)) || !hasPrep(preps, "with") {
		return nil, false
	}
	for _, w := range [...]string{"after", "in", "during", "following"} {
		if c := r.governing(s, ci, w); c != nil {
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// actorClaiming reads "claimed responsibility for the attacks".
func (r *reader) actorClaiming(s *sentence, ci int, _ []prep) ([]int, bool) {
	if c := r.responsibility(s, ci); c != nil {
		return r.subjects(s, c), true
	}
	return nil, false
}

// actorAgreeing reads who decides on measures: "agreed on sanctions", "voted for an
// embargo".
func (r *reader) actorAgreeing(s *sentence, ci int, _ []prep) ([]int, bool) {
	for _, w := range [...]string{"on", "for"} {
		if c := r.governing(s, ci, w); c != nil && s.vocab.settles.has(s.verbLemma(c)) {
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// actorWithIt reads the noun as the means: "slapped the North with sanctions",
// "responded with a ban on".
func (r *reader) actorWithIt(s *sentence, ci int, _ []prep) ([]int, bool) {
	c := r.governing(s, ci, "with")
	if c == nil {
		return nil, false
	}
	l := s.verbLemma(c)
	carries := r.x.support.has(l) && l != "do" && !s.vocab.ditransitive.has(l)
	if !carries && (!s.vocab.repays.has(l) || c.passive) {
		return nil, false
	}
	return r.subjects(s, c), true
}

// actorOfExample reads the noun as an example of what the subject did: "continued to
// fire missiles, including an attack on".
func (r *reader) actorOfExample(s *sentence, ci int, _ []prep) ([]int, bool) {
	if ci == 0 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "including" || r.ownedBefore(s, ci) {
		return nil, false
	}
	for j := ci - 2; j >= 0; j-- {
		if s.chunks[j].kind == kVerb && s.clauseOf[j] >= 0 {
			return r.subjects(s, &s.clauses[s.clauseOf[j]]), true
		}
	}
	return nil, false
}

// mainSubject returns the subjects of the first finite verb of a sentence, and
// whether it has such a verb.
func (r *reader) mainSubject(s *sentence) ([]int, bool) {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.chunks[c.verb].vg.finite {
			return r.subjects(s, c), true
		}
	}
	return nil, false
}

// breach reports whether the noun at ci is one such as "violation" or "defiance".
func (s *sentence) breach(ci int) bool { return s.vocab.breaches.has(s.headLemma(ci)) }

// bareBreach reports whether the phrase at ci is such a noun in the singular and
// without an article, as in "in violation of".
func (s *sentence) bareBreach(ci int) bool {
	np := s.chunks[ci].np
	return s.vocab.breaches.has(s.tokens[np.head].Lower) && s.tokens[np.from].tag != tDet
}

// negotiation reports whether the noun at ci names talks that one is in: "in talks
// with", but not "in consultation with".
func (s *sentence) negotiation(ci int) bool {
	return s.vocab.talks.has(s.headLemma(ci)) && s.tokens[s.chunks[ci].np.head].Lower != "consultation"
}

// insertedWith reports whether the phrase at ci is inserted by a preposition and
// behind a comma right after another phrase.
func (s *sentence) insertedWith(ci int, word string) bool {
	return ci > 2 && s.chunks[ci-1].word == word && s.chunks[ci-2].kind == kComma && s.chunks[ci-3].kind == kNoun
}

// takesPart reports whether a clause tells that somebody takes part.
func (s *sentence) takesPart(c *clause) bool {
	return s.chunks[c.verb].vg.lemma == "take" && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "part"
}

// culprits returns who is told to have made an attack by a verb that does not
// carry it: "killed 15 in an attack on", "blamed a bombing on", "was behind".
func (r *reader) culprits(s *sentence, ci int) []int {
	if !r.x.strikes.has(s.tokens[s.chunks[ci].np.head].lemma) {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		switch l := s.chunks[c.verb].vg.lemma; {
		case !c.passive && c.object >= 0 && (r.x.harm.at(l) != "" || s.vocab.seizes.has(l)) && s.raidedIn(c, ci):
			return r.subjects(s, c)
		case !c.passive && (s.vocab.batters.has(l) || s.vocab.invades.has(l)) && hasPrepAt(s, c, "in", ci):
			return r.subjects(s, c) // "crossed the border in an invasion of"
		case s.vocab.repays.has(l) && hasPrepAt(s, c, "with", ci):
			return r.subjects(s, c) // "retaliated with strikes on"
		case r.blames(s, c, ci):
			return append(r.verbPreps(s, c, "on"), r.verbPreps(s, c, "to")...)
		case l == "be" && (hasPrepAt(s, c, "behind", ci) || hasPrepAt(s, c, "for", ci) && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "responsible"):
			return r.subjects(s, c)
		case l == "blame" && hasPrepAt(s, c, "for", ci), (l == "accuse" || l == "suspect" || l == "convict") && hasPrepAt(s, c, "of", ci):
			if s.chunks[c.verb].vg.to_ && c.object < 0 {
				return r.subjects(s, c) // "is to blame for"
			}
			return r.objects(s, c)
		}
	}
	return nil
}

// raidedIn reports whether the act at ci is that in which those were harmed whom a
// clause tells of; "killed militants during a raid on a base" leaves open whose it is.
func (s *sentence) raidedIn(c *clause, ci int) bool {
	return hasPrepAt(s, c, "in", ci) || hasPrepAt(s, c, "during", ci) && !s.vocab.fighters.has(s.tokens[s.chunks[c.object].np.head].Lower)
}

// blames reports whether a verb puts the blame for an act on somebody: "blamed the
// attack on", "a bombing blamed on".
func (r *reader) blames(s *sentence, c *clause, act int) bool {
	switch s.chunks[c.verb].vg.lemma {
	case "blame", "pin", "attribute", "ascribe":
	default:
		return false
	}
	if c.passive {
		return c.subject >= 0 && slices.ContainsFunc(r.alternatives(s, c.subject), func(a int) bool { return s.inGroup(a, act) })
	}
	return c.object >= 0 && s.inGroup(c.object, act)
}

// blamedOn reports whether a phrase behind an act names who is blamed for it.
func (r *reader) blamedOn(s *sentence, act, at int) bool {
	return slices.ContainsFunc(s.clauses, func(c clause) bool {
		return (hasPrepAt(s, &c, "on", at) || hasPrepAt(s, &c, "to", at)) && r.blames(s, &c, act)
	})
}
