package extract

import (
	"slices"
)

// controller finds the subject of an infinitive.
func (r *reader) controller(s *sentence, vi int) int {
	ch := s.chunks
	noun := -1 // the nearest phrase before it
	for j := vi - 1; j >= 0; j-- {
		switch ch[j].kind {
		case kNoun:
			if noun < 0 {
				noun = j
			}
		case kConj:
			if noun < 0 {
				if n, ok := s.joinedInfinitive(j); ok {
					return n
				}
			}
		case kVerb:
			if s.clauseOf[j] < 0 {
				return -1
			}
			if m := r.insertedSaying(s, j); m >= 0 {
				j, noun = m+1, -1
				continue // "has decided, an aide said, to"
			}
			c := &s.clauses[s.clauseOf[j]]
			if s.delights(c) {
				return -1 // the speaker's
			}
			if noun >= 0 && r.reduced(s, j) {
				if s.granted(c, noun) {
					return noun // "the contract awarded to Leonardo to supply"
				}
				noun = -1
				continue // "missiles obtained from Iran to carry out": the purpose is the main verb's
			}
			return r.controlledBy(s, c, vi, noun)
		case kColon:
			return -1
		}
	}
	if noun >= 0 {
		if n := s.staysAt(noun); n >= 0 {
			return n
		}
	}
	return noun
}

// granted reports whether the phrase at ci is to whom a verb gives something.
func (s *sentence) granted(c *clause, ci int) bool {
	l := s.verbLemma(c)
	return s.vocab.ditransitive.has(l) && !s.vocab.sends.has(l) && hasPrepAt(s, c, "to", ci)
}

// delights reports whether a clause only says how an act is: "it is a delight to
// welcome".
func (s *sentence) delights(c *clause) bool {
	if s.chunks[c.verb].vg.lemma != "be" || c.subject < 0 || c.object < 0 || hasPrep(c.preps, "by") {
		return false
	}
	return s.tokens[s.chunks[c.subject].np.head].Lower == "it" && !s.vocab.unrealised.has(s.tokens[s.chunks[c.object].np.head].Lower)
}

// controlledBy finds the subject of the infinitive at vi behind a verb and, unless
// noun is -1, a phrase; -1 where nobody named does it. What says most comes first.
func (r *reader) controlledBy(s *sentence, c *clause, vi, noun int) int {
	if noun >= 0 {
		if n, ok := r.askedOf(s, c, vi, noun); ok {
			return n
		}
		if !c.passive && c.object >= 0 && s.behindGroup(noun) == vi && s.granted(c, noun) && !s.money(c.object) && (r.sort(s, c.object) == "noun" || r.sort(s, c.object) == "act") {
			return noun // "awarded a contract to Leonardo to supply"
		}
	}
	if c.subject >= 0 && c.subject < c.verb && s.subordinate(s.group(c.subject)[0]) && s.commaBetween(c.verb, vi) {
		return -1 // "as Putin attacked, the world rallied to arm": not Putin
	}
	if noun >= 0 {
		if n, ok := r.effortOf(s, c, noun); ok {
			return n
		}
	}
	l := s.chunks[c.verb].vg.lemma
	if o := c.object; o >= 0 && o < vi && s.vocab.judging.has(l) && r.sort(s, o) == "act" && len(r.owners(s, s.chunks[o].np)) > 0 {
		return o // "condemned Iran's dispatch of drones to help": the help is Iran's
	}
	if c.second >= 0 && !c.passive && s.vocab.ditransitive.has(l) && r.animate(s, c.object) {
		return c.object // "gave Oman leave to buy"
	}
	if noun >= 0 {
		if c.object >= 0 && c.object != noun && !c.passive && s.vocab.ditransitive.has(l) && hasPrepAt(s, c, "with", noun) && r.animate(s, c.object) {
			return c.object // "supplied the rebels with rockets to attack"
		}
		if n, ok := r.objectControl(s, c, noun); ok {
			return n
		}
	}
	return c.subject
}

// askedOf finds the subject of the infinitive at vi in what the phrase before it
// hangs on, or in the phrase where somebody is asked to act.
func (r *reader) askedOf(s *sentence, c *clause, vi, noun int) (int, bool) {
	ch := s.chunks
	if use := s.useOf(noun); use >= 0 {
		if len(r.owners(s, ch[use].np)) > 0 {
			return use, true // "condemned Iran's use of drones to attack"
		}
		return -1, true // "said the use of drones to attack": whoever uses them
	}
	if n := s.staysAt(noun); n >= 0 {
		return n, true // "Tusk, in Kyiv to sign a pact, said"
	}
	if s.bidden(noun, vi) && r.animate(s, noun) && !(s.vocab.departs.has(ch[c.verb].vg.lemma) && s.whereabouts(noun)) {
		return noun, true // "calls for Russia to stop", "a call on Congress to pass"
	}
	// "the commitment of the allies to help", "a move by Seoul to deploy"
	if g := s.group(noun)[0]; g >= 2 && ch[g-1].kind == kPrep && (ch[g-1].word == "of" || ch[g-1].word == "by") && ch[g-2].kind == kNoun && r.planOrDoing(s, g-2) {
		return g - 2, true
	}
	return -1, false
}

// planOrDoing reports whether a phrase speaks of what somebody means to do or does,
// which an infinitive behind it tells: "plan", "efforts".
func (r *reader) planOrDoing(s *sentence, ci int) bool {
	l := s.tokens[s.chunks[ci].np.head].lemma
	return len(r.x.cueNouns.at(l)) > 0 || s.vocab.doings.has(l)
}

// effortOf finds the subject of an infinitive behind a phrase that speaks of the act,
// by whose the phrase is.
func (r *reader) effortOf(s *sentence, c *clause, noun int) (int, bool) {
	np := s.chunks[noun].np
	h := &s.tokens[np.head]
	switch {
	case s.vocab.doings.has(h.Lower) && len(r.owners(s, np)) == 0 && r.othersDo(s, c, noun):
		return -1, true // "support for efforts to impose", "welcomed efforts to impose"
	case s.vocab.biddings.has(h.lemma) && len(r.owners(s, np)) > 0:
		return -1, true // "Modi's invitation to visit India": others are to do it
	case c.object < 0 && s.vocab.relies.has(s.chunks[c.verb].vg.lemma) && hasPrepAt(s, c, "on", noun):
		return noun, true // "relies on Iran to supply"
	case r.planOrDoing(s, noun) && (np.owner != nil || len(r.owners(s, np)) > 0):
		return noun, true // "discussed U.S. efforts to provide": the effort is theirs
	case c.complement > c.verb && c.complement <= s.group(noun)[0] && r.speechVerb(s.chunks[c.verb].vg) && r.planOrDoing(s, noun) && !np.possessive:
		return -1, true // "Lavrov said the decision to postpone": not whose it is
	}
	return -1, false
}

// objectControl finds the subject of an infinitive behind a verb that has somebody do
// something, or undoes a plan of others.
func (r *reader) objectControl(s *sentence, c *clause, noun int) (int, bool) {
	v := s.chunks[c.verb].vg
	if (v.lemma == "summon" || v.lemma == "call" && r.particled(s, v)) && c.complement > c.verb && s.chunks[c.complement].kind == kVerb && s.vocab.remonstrates.has(s.chunks[c.complement].vg.lemma) {
		return c.subject, true // "summoned the envoy to protest the raid"
	}
	if c.object == noun && s.vocab.disowning.has(v.lemma) && len(r.x.cueNouns.at(s.tokens[s.chunks[noun].np.head].lemma)) > 0 {
		return -1, true // "foiled a plot to bomb": not who foiled it
	}
	if s.anybodys(noun) {
		return -1, true // "discussed international efforts to impose"
	}
	if !s.vocab.objectControl.has(v.lemma) || c.passive || c.complement == c.verb {
		return -1, false
	}
	if c.subject >= 0 && s.vocab.sends.has(v.lemma) && (r.means(s, c, noun) || c.object >= 0 && c.object != noun && hasPrepAt(s, c, "to", noun)) {
		return c.subject, true // "sent fighters to Mali to support", "used the road to attack"
	}
	return noun, true
}

// means reports whether the object at noun is only what a sender acts with: "sent
// troops to", "used the road to", but "ordered the army to".
func (r *reader) means(s *sentence, c *clause, noun int) bool {
	return c.object == noun && (s.nobodys(noun) || s.chunks[c.verb].vg.lemma != "order" && !r.acts(s, noun))
}

// useOf returns the "use" that a phrase hangs on with "of", or -1.
func (s *sentence) useOf(ci int) int {
	g := s.group(ci)[0]
	if g < 2 || s.chunks[g-1].word != "of" || s.chunks[g-2].kind != kNoun || s.tokens[s.chunks[g-2].np.head].Lower != "use" {
		return -1
	}
	return g - 2
}

// acts reports whether a phrase names somebody who may act.
func (r *reader) acts(s *sentence, ci int) bool {
	switch r.sort(s, s.effective(ci)) {
	case "actor", "role", "name", "pronoun":
		return true
	}
	return false
}

// nobodys reports whether a phrase speaks of forces or machines without a name.
func (s *sentence) nobodys(ci int) bool {
	np := s.chunks[ci].np
	h := s.tokens[np.head].Lower
	if !s.vocab.selves.has(h) && !s.vocab.machines.has(h) && h != "advisers" && h != "advisors" && h != "mercenaries" && h != "soldiers" {
		return false
	}
	return np.owner == nil && !np.possessive && (np.men < 0 || s.mentions[np.men].entity.Label != "Organization")
}

// bidden reports whether the phrase at ci is whom a "for" before it, or a call on
// it, gives to the infinitive at vi as its subject.
func (s *sentence) bidden(ci, vi int) bool {
	g := s.group(ci)[0]
	if g < 1 || s.chunks[g-1].kind != kPrep || s.behindGroup(ci) != vi {
		return false
	}
	asked := ""
	if g > 1 && s.chunks[g-2].kind == kNoun {
		asked = s.tokens[s.chunks[g-2].np.head].lemma
	}
	return s.chunks[g-1].word == "for" || s.chunks[g-1].word == "on" && asked == "call" || s.chunks[g-1].word == "to" && asked == "invitation"
}

// anybodys reports whether a phrase speaks of what nobody in particular does.
func (s *sentence) anybodys(ci int) bool {
	np := s.chunks[ci].np
	for i := np.start; i < np.head; i++ {
		if s.vocab.shared.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// gerundSubject finds the subject of an -ing form; j is the chunk before it.
func (r *reader) gerundSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	if s.rejectedText(vi, j) {
		return j
	}
	if n := r.writer(s, vi, j); n >= 0 {
		return n
	}
	if k := j - 1; ch[j].kind == kComma && r.speechVerb(ch[vi].vg) && k > 0 && ch[k].kind == kNoun && ch[k-1].word == "to" && s.tokens[ch[k-1].from-1].Lower == "according" {
		return k // "according to a spokesman, adding that"
	}
	if v := ch[vi].vg; ch[j].kind == kComma && (r.speechVerb(v) || r.opens(v.lemma) || r.accuses(v.lemma)) || ch[j].kind == kNoun && (r.speechVerb(v) || r.accuses(v.lemma)) && !r.animate(s, j) && !s.worthOrRule(j) {
		if n := r.sayer(s, vi); n >= 0 {
			return n // "suspended the project, saying", "questioned the claim saying"
		}
	}
	if n := r.accusedOf(s, j); n >= 0 {
		return n // "accuses Iran of drug trafficking and sponsoring gangs"
	}
	if ch[j].kind == kComma && !s.vocab.citing.has(ch[vi].vg.lemma) {
		if n := r.chargedWith(s, j); n >= 0 {
			return n
		}
	}
	switch ch[j].kind {
	case kNoun:
		if n := r.thoseAt(s, j); n >= 0 {
			return n // "troops stationed in Somalia fighting"
		}
		return j // "Moscow denying", "trucks carrying"
	case kPrep:
		return r.governedSubject(s, vi, j)
	case kComma, kConj, kVerb, kSub, kRel:
		return r.continuedSubject(s, vi, j)
	}
	return -1
}

// rejectedText reports whether the participle at vi tells what the text before it at j
// says that somebody rejects or is given: "denied a report claiming", "was handed a
// note stating". Who "rejected the report,
// saying", or "the report saying", says so himself.
func (s *sentence) rejectedText(vi, j int) bool {
	if vi != j+1 || s.chunks[j].kind != kNoun || !s.deniable(j) && !s.accusatory(j) {
		return false
	}
	switch v := s.chunks[vi].vg; {
	case v.form&fGer == 0:
		return false
	case v.lemma == "claim", v.lemma == "allege", v.lemma == "suggest", v.lemma == "accuse", v.lemma == "purport":
	case !s.indefinite(s.chunks[j].np):
		return false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb < j && (c.object == j || c.complement == j) {
			l := s.chunks[c.verb].vg.lemma
			return c.passive || s.vocab.receives.has(l) || s.vocab.rejecting.has(l) || s.vocab.rebuffing.has(l) || l == "deny" || l == "refute" || l == "rubbish"
		}
	}
	return false
}

// thoseAt returns the phrase of those who are in the place that the phrase at j names,
// or -1: "Kenyan troops in Somalia", "soldiers deployed near Goma".
func (r *reader) thoseAt(s *sentence, j int) int {
	ch := s.chunks
	if j < 2 || !s.whereabouts(j) || ch[j-1].kind != kPrep || !s.vocab.whereabouts.has(ch[j-1].word) {
		return -1
	}
	n := j - 2
	if ch[n].kind == kVerb && s.clauseOf[n] >= 0 && r.reduced(s, n) {
		n = s.clauses[s.clauseOf[n]].subject
	}
	if n < 0 || ch[n].kind != kNoun {
		return -1
	}
	switch r.sort(s, n) {
	case "role", "actor", "goods":
		return n
	}
	return -1
}

// writer returns who wrote what accuses whom it went to, the phrase at j, or a text
// that it hangs on: "emailed the embassy accusing", "filed a suit at the court
// accusing"; or -1.
func (r *reader) writer(s *sentence, vi, j int) int {
	if v := s.chunks[vi].vg; !r.speechVerb(v) && !r.opens(v.lemma) {
		return -1
	}
	for s.chunks[j].kind == kTime {
		j--
	}
	n := j
	for k := 0; k < 3 && n > 1 && s.chunks[n].kind == kNoun && !s.accusatory(n); k++ {
		first := s.group(n)[0]
		if first < 2 || s.chunks[first-1].kind != kPrep || s.chunks[first-2].kind != kNoun {
			break
		}
		if w := s.chunks[first-1].word; w == "from" || w == "by" {
			return -1 // "received an email from Kim saying": Kim says it
		}
		n = first - 2
	}
	if n < 0 || s.chunks[n].kind != kNoun {
		return -1
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if !c.passive && c.subject >= 0 && c.subject < c.verb && c.object >= 0 && v.finite && s.vocab.writing.has(v.lemma) && (s.inGroup(c.object, j) || s.inGroup(c.object, n) && s.accusatory(n)) {
			return c.subject
		}
	}
	if n != j && s.accusatory(n) {
		return n // "a letter to the president accusing"
	}
	return -1
}

// accusatory reports whether the phrase at ci is a text or suit by which somebody may
// be accused.
func (s *sentence) accusatory(ci int) bool {
	l := s.headLemma(ci)
	return s.vocab.reports.has(l) || s.vocab.declarations.has(l) || s.vocab.suits.has(l)
}

// governedSubject finds the subject of the -ing form at vi behind the preposition at
// j: "accused Moscow of firing", "condemned Iran for supplying".
func (r *reader) governedSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	word := ch[j].word
	if n := s.headBefore(j - 1); word == "including" && n >= 0 && len(r.intending(s, n, []string{"State", "Organization", "Person"})) > 0 {
		return n // "thanked Kenya for Kenya's support, including sending troops"
	}
	if k := ch[j].from - 1; word == "for" && k > 0 && s.tokens[k].Lower == "responsible" {
		if n := s.nounBefore(j - 2); n >= 0 && s.chunks[n].to == k {
			return n // "militants responsible for killing"
		}
	}
	if (word == "after" || word == "before") && j > 1 && ch[j-1].kind == kTime && ch[j-2].kind == kComma {
		if out, _ := r.mainSubject(s); len(out) > 0 {
			return out[0] // "warned that they would pay if they came, a day after accusing"
		}
	}
	for m := j - 1; m >= 0; m-- {
		switch ch[m].kind {
		case kVerb:
			if s.clauseOf[m] < 0 {
				return -1
			}
			if word == "before" && ch[vi].vg.lemma == "add" && !r.speechVerb(ch[m].vg) {
				continue // "said fighting had ended, before adding that"
			}
			if n, ok := r.governedByVerb(s, &s.clauses[s.clauseOf[m]], j); ok {
				return n
			}
		case kNoun:
			if (word == "of" || word == "to" || word == "in") && m == j-1 && len(r.owners(s, ch[m].np)) > 0 {
				return m
			}
		case kColon:
			return -1 // "steps to support Ukraine - from transferring jets to"
		}
	}
	if word == "by" && j > 1 && ch[j-1].kind == kComma && ch[j-2].kind == kNoun {
		return j - 2 // "Russia, by supplying missiles, has"
	}
	// "By supplying missiles, Russia ...": the subject follows.
	for m := vi + 1; m+1 < len(ch); m++ {
		if ch[m].kind == kComma && ch[m+1].kind == kNoun {
			return m + 1
		}
	}
	return -1
}

// governedByVerb finds the subject of an -ing form behind the preposition at j among
// the parties of a verb before it, or reports that the verb has nothing to do with it.
func (r *reader) governedByVerb(s *sentence, c *clause, j int) (int, bool) {
	ch := s.chunks
	word, before, v := ch[j].word, j-1, ch[c.verb].vg
	for before > c.verb && ch[before].kind == kTime {
		before-- // "imposed sanctions on two banks on Friday for financing"
	}
	if word == "in" && c.object < 0 && s.vocab.relies.has(v.lemma) && len(c.preps) > 0 && c.preps[0].word == "on" && !c.preps[0].verb {
		return c.preps[0].at, true // "relies on allies in supplying"
	}
	if word == "of" && r.pretends(s, c, before) {
		// "were bombed under the pretext of targeting": who bombed them.
		if by := r.agents(s, c); len(by) > 0 {
			return by[0], true
		}
		if s.vocab.pretexts.has(s.tokens[ch[before].np.head].lemma) {
			return -1, true
		}
	}
	if word == "by" && v.bare && v.form&fGer != 0 && !r.accuses(v.lemma) {
		return -1, false // "act against companies dealing with X by listing"
	}
	if word == "for" && ch[before].kind == kNoun && before != c.object && c.object >= 0 && !r.animate(s, c.object) && r.animate(s, before) {
		return before, true // "put restrictions on officials for threatening"
	}
	if c.passive || c.object < 0 {
		return c.subject, true
	}
	switch acts := r.animate(s, c.object); {
	case word == "by" && acts && r.accuses(v.lemma) && (hasPrep(c.preps, "of") || hasPrep(c.preps, "for")):
		return c.object, true // "accused Moscow of an illegal act by seizing"
	case acts && (word == "of" || word == "for" || word == "from" || word == "into" || word == "against" || word == "as"):
		return c.object, true
	case word == "with" && (r.accuses(v.lemma) || v.lemma == "task" || v.lemma == "credit"):
		return c.object, true // "charged the firm with violating"
	}
	return c.subject, true
}

// pretends reports whether a passive has the phrase at ci behind it, of nobody's and
// behind a preposition: "were bombed under the pretext".
func (r *reader) pretends(s *sentence, c *clause, ci int) bool {
	ch := s.chunks
	return c.passive && c.verb < ci-1 && ch[ci].kind == kNoun && ch[ci-1].kind == kPrep && ch[ci-1].word != "by" && !r.reduced(s, c.verb) && len(r.owners(s, ch[ci].np)) == 0
}

// continuedSubject finds the subject of the -ing form at vi that goes on from a
// clause before the chunk at j, or opens one.
func (r *reader) continuedSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	kind := ch[j].kind
	if n := r.accusesToo(s, vi, j); n >= 0 {
		return n
	}
	for m := j; m >= 0; m-- {
		if ch[m].kind == kVerb && (ch[m].vg.finite || kind != kComma && kind != kRel && !(kind == kConj && ch[m].vg.to_)) {
			if ci := s.clauseOf[m]; ci >= 0 && s.clauses[ci].subject >= 0 && !(kind == kComma && r.saidBetween(s, &s.clauses[ci], ch[vi].vg.lemma)) {
				return s.clauses[ci].subject
			}
		}
	}
	switch kind {
	case kComma:
		return s.nounBefore(j - 1)
	case kSub, kRel:
		return r.subjectAhead(s, vi) // "While visiting Seoul, the president warned"
	}
	return -1
}

// saidBetween reports whether a clause only says who tells what a participle with a
// verb behind it goes on with: "Chad will buy jets, its minister said, shoring up".
func (r *reader) saidBetween(s *sentence, c *clause, verb string) bool {
	if !r.speechVerb(s.chunks[c.verb].vg) || c.inverted || c.object >= 0 || c.complement >= 0 || r.x.speech.has(verb) || r.opens(verb) || s.vocab.citing.has(verb) || s.vocab.addresses.has(verb) {
		return false
	}
	first := s.group(c.subject)[0]
	return first > 1 && s.chunks[first-1].kind == kComma && s.verbBeforeChunk(first-1)
}

// accusesToo returns the subject of the participle of saying or accusing that the one
// at vi, behind the conjunction at j, goes on: "alleging that Mali had lied and accusing
// it of"; or -1.
func (r *reader) accusesToo(s *sentence, vi, j int) int {
	if v := s.chunks[vi].vg; s.chunks[j].kind != kConj || !v.bare || v.form&fGer == 0 || !r.opens(v.lemma) && !r.speechVerb(v) {
		return -1
	}
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if v := s.chunks[c.verb].vg; c.verb < j && v.bare && v.form&fGer != 0 && (r.opens(v.lemma) || r.speechVerb(v)) {
			return c.subject
		}
	}
	return -1
}

// subjectAhead returns the subject of the clause that the gerund at vi opens:
// "Visiting Seoul last week, the president warned"; or -1.
func (r *reader) subjectAhead(s *sentence, vi int) int {
	ch := s.chunks
	for m := vi + 1; m+1 < len(ch); m++ {
		if ch[m].kind == kVerb && ch[m].vg.finite {
			break // "Buying oil violates ..."
		}
		if ch[m].kind == kComma && ch[m+1].kind == kNoun && r.beginsClause(s, m+1) {
			return m + 1
		}
	}
	return -1
}

// accusedOf returns whom a verb accuses of one thing and, behind the conjunction at
// j, of another, or -1.
func (r *reader) accusedOf(s *sentence, j int) int {
	if s.chunks[j].kind != kConj {
		return -1
	}
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb < j && r.accuses(s.chunks[c.verb].vg.lemma) && !c.passive && c.object >= 0 && hasPrep(c.preps, "of") && !s.finiteBetween(c.verb, s.beforeDash(j)) && r.animate(s, c.object) {
			return c.object
		}
	}
	return -1
}

// beforeDash returns the dash before the conjunction at j, or j: "of doing nothing -
// or even helping".
func (s *sentence) beforeDash(j int) int {
	if j > 0 && s.chunks[j-1].kind == kColon && s.chunks[j-1].word != ":" && s.chunks[j-1].word != ";" {
		return j - 1
	}
	return j
}

// chargedWith returns whom a verb accuses of one act and, behind the comma at j, of
// another: "accused rebels of burning homes, looting shops"; or -1.
func (r *reader) chargedWith(s *sentence, j int) int {
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb >= j || !r.accuses(s.chunks[c.verb].vg.lemma) || c.passive || c.object < 0 || s.finiteBetween(c.verb, j) {
			continue
		}
		for _, p := range c.preps {
			if p.word == "of" && p.verb && p.at < j && r.animate(s, c.object) {
				return c.object
			}
		}
	}
	return -1
}

// worthOrRule reports whether a participle of saying behind a phrase is nobody's
// word: "worth noting", "a resolution demanding".
func (s *sentence) worthOrRule(ci int) bool {
	l := s.tokens[s.chunks[ci].np.head].lemma
	return l == "worth" || l == "resolution"
}

// sayer finds whom a participle of saying at vi belongs to: the outermost of the
// sayings before it, else the subject of the nearest main clause; -1 if there is
// none.
func (r *reader) sayer(s *sentence, vi int) int {
	main := -1
	for i := len(s.clauses) - 1; i >= 0; i-- {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if c.verb >= vi || !v.finite || v.bare || c.subject < 0 {
			continue
		}
		first := s.group(c.subject)[0]
		if r.speechVerb(v) && !s.embedded(i) {
			if main > 1 && s.chunks[s.group(main)[0]-1].word == "but" {
				return main // "denied it, but the army changed its mind, saying"
			}
			return c.subject
		}
		if k := first - 1; main < 0 && c.subject < c.verb && s.relativeBefore(c.verb) < 0 && !s.embedded(i) && (k < 0 || s.chunks[k].kind != kRel && s.chunks[k].kind != kSub && s.chunks[k].kind != kPrep) {
			main = c.subject
		}
	}
	return main
}

// helpedBefore reports whether the phrase at ci is whom a verb of helping has for its
// object, so that a base form behind it is what he is helped to do.
func (s *sentence) helpedBefore(ci int) bool {
	ch := s.chunks
	if ci < 1 || ch[ci].kind != kNoun {
		return false
	}
	first := s.group(ci)[0]
	return first > 0 && ch[first-1].kind == kVerb && ch[first-1].vg.lemma == "help" && !ch[first-1].vg.passive
}
