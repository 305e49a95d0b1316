package extract

import (
	"slices"
	"strings"
)

// nounSlot returns the chunks that may stand in a slot of the noun at ci, best
// first; preps are the phrases behind it. A source that is none of those named here
// is a preposition.
func (r *reader) nounSlot(s *sentence, ci int, preps []prep, source string) []int {
	switch source {
	case "self":
		return []int{ci}
	case "subj":
		return r.actors(s, ci, preps)
	case "giver":
		if c := r.supporting(s, ci); c != nil && s.vocab.receives.has(s.verbLemma(c)) {
			return nil // "received a shipment of arms"
		}
		return r.actors(s, ci, preps)
	case "namedas":
		return r.namedAs(s, ci)
	case "insubj":
		return r.actorsInIt(s, ci)
	case "obj":
		return r.objectWithIt(s, ci)
	case "carrier":
		return r.carriers(s, ci)
	case "inf":
		return r.infinitiveObjects(s, ci)
	case "act":
		return r.actSpokenOf(s, ci, preps)
	case "undergoer":
		return r.undergoers(s, ci, preps)
	case "applicant":
		return r.applicants(s, ci)
	case "targeted":
		return r.targets(s, ci)
	case "joiner":
		return r.joiners(s, ci)
	case "accused":
		return r.accusedParties(s, ci)
	case "on-doing":
		return s.doingBehind(ci)
	case "imposer":
		return r.ownPreps(s, ci, preps, "of") // "the sanctions of the bloc on"
	case "claimant":
		return r.claimants(s, ci)
	case "struck":
		return r.struck(s, ci)
	case "where":
		return append(s.whereStruck(ci), r.whereLaunched(s, ci)...)
	case "bound":
		return s.destination(ci)
	case "infhelp":
		return r.helpedBy(s, s.behindGroup(ci))
	case "throughsubj":
		return r.meansOf(s, ci)
	case "dealer":
		return r.dealers(s, ci)
	case "defender":
		return r.defender(s, ci)
	case "members":
		return r.membersIncluded(s, ci)
	case "instatement":
		return r.statementGivers(s, ci)
	case "menace":
		return r.menacers(s, ci, preps)
	}
	if out, ok := r.stanceOfNoun(s, ci, preps, source); ok {
		return out
	}
	return r.nounPrepSlot(s, ci, preps, source)
}

// nounPrepSlot returns the phrases that hang on a noun, or on the verb that carries
// it, by a preposition; by "first-" and one only if none stands before it.
func (r *reader) nounPrepSlot(s *sentence, ci int, preps []prep, source string) []int {
	if r.x.strikes.has(s.headLemma(ci)) && source == "in" && ci > 0 && s.chunks[ci-1].word == "under" {
		return nil // "the plan came under attack in parliament"
	}
	if word, ok := strings.CutPrefix(source, "first-"); ok {
		if len(preps) == 0 || preps[0].word != word {
			return nil // "commitment of Canada to", not "to the defence of Canada"
		}
		source, preps = word, preps[:1]
	}
	if s.tokens[s.chunks[ci].np.head].word.in(cSanction) && s.aimed(preps, source) {
		return nil // "sanctions against two men for support of": not on what they supported
	}
	if out := r.ownPreps(s, ci, preps, source); len(out) > 0 {
		return out
	}
	return r.carrierPreps(s, ci, source)
}

// judgedBy reports whether the phrase at ci names who accuses or regards somebody in the
// passive: "was blamed for the raid on Goma by Rwanda".
func (r *reader) judgedBy(s *sentence, ci int) bool {
	return slices.ContainsFunc(s.clauses, func(c clause) bool {
		l := s.verbLemma(&c)
		return c.passive && (r.opens(l) || s.vocab.regards.has(l)) && hasPrepAt(s, &c, "by", ci)
	})
}

// ownPreps returns the phrases that hang on a noun by a preposition, but for those
// that belong to another phrase between.
func (r *reader) ownPreps(s *sentence, ci int, preps []prep, word string) []int {
	var out []int
	for i, p := range preps {
		switch {
		case p.word != word:
		case word == "in" && i > 0 && preps[i-1].word == "from" && s.manyFrom(preps[i-1].at, p.at):
			// "attacks from militias in Iraq": that is where they are
		case word == "by" && i > 0 && s.eventBefore(preps[i-1], p), word == "by" && i > 1 && preps[i-1].word == "of" && s.adjoin(preps[i-1], p) && s.eventBefore(preps[i-2], preps[i-1]):
			// "aid for towns under siege by the rebels", "a statement on the seizure
			// of the ship by": that is theirs
		case i > 0 && s.onAct(preps[i-1], p):
			// "sanctions against its leaders for attacks on civilians"
		case word == "from" && i > 0 && s.circumstance(preps[i-1]):
			// "an embargo despite resistance from Russia"
		case word == "of" && i > 0 && s.partOfPhrase(preps[i-1], p):
		case word == "on" && r.blamedOn(s, ci, p.at):
		case word == "by" && r.judgedBy(s, p.at):
		default:
			out = append(out, p.at)
		}
	}
	return out
}

// carrierPreps returns the phrases behind a preposition that hang on the verb which
// carries a noun: "attacks were carried out by", "a meeting took place between".
func (r *reader) carrierPreps(s *sentence, ci int, word string) []int {
	if c := r.supporting(s, ci); c != nil && word != "of" && (c.passive || word != "by") {
		return r.verbPreps(s, c, word)
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject != ci || c.passive {
			continue
		}
		if l := s.verbLemma(c); s.vocab.takesPlace.has(l) && !s.takesAlong(c) || word == "between" && l == "be" {
			return r.verbPreps(s, c, word)
		}
	}
	return nil
}

// partOfPhrase reports whether an "of" belongs to the phrase of the preposition before
// it: "our support for the people of Kenya" is not Kenya's.
func (s *sentence) partOfPhrase(p, of prep) bool {
	switch p.word {
	case "for", "from", "behind", "by":
		return s.chunks[p.at].np.men < 0 && s.adjoin(p, of)
	}
	return false
}

// doingBehind returns the gerund that a noun has behind "on" or "against": "a ban on
// supplying arms".
func (s *sentence) doingBehind(ci int) []int {
	c := s.chunks
	if ci+2 < len(c) && c[ci+1].kind == kPrep && (c[ci+1].word == "on" || c[ci+1].word == "against") && c[ci+2].kind == kVerb && c[ci+2].vg.bare && c[ci+2].vg.form&fGer != 0 {
		return []int{ci + 2}
	}
	return nil
}

// circumstance reports whether a phrase tells in spite or because of what something
// is done, which has its own sources.
func (s *sentence) circumstance(p prep) bool {
	switch p.word {
	case "despite", "amid", "amidst", "over", "after", "following", "under":
		return true
	}
	return false
}

// eventBefore reports whether the first of two phrases is an event that the other
// right behind it belongs to, and not to the noun before both.
func (s *sentence) eventBefore(p, q prep) bool {
	return p.word != "of" && s.adjoin(p, q) && (s.tokens[s.chunks[p.at].np.head].word.in(cEvent) || s.breach(p.at) || s.vocab.undertakings.has(s.headLemma(p.at)))
}

// adjoin reports whether nothing but its preposition stands before the second of
// two phrases.
func (s *sentence) adjoin(p, q prep) bool {
	return s.behindGroup(p.at) == s.group(q.at)[0]-1
}

// actorsInIt returns who does something in what the noun at ci names: "acted in
// support of Ukraine".
func (r *reader) actorsInIt(s *sentence, ci int) []int {
	if ci == 0 || s.chunks[ci-1].kind != kPrep {
		return nil
	}
	switch s.chunks[ci-1].word {
	case "in", "during", "at":
	case "of":
		if s.tokens[s.chunks[ci-1].from-1].Lower != "ahead" {
			return nil
		} // "arrived in Kenya ahead of a meeting with"
	case "following", "after", "before":
		if ci < 2 || s.chunks[ci-2].kind != kComma {
			return nil // "would call him later in the day, following talks with"
		}
	default:
		return nil
	}
	if c := r.governing(s, ci, s.chunks[ci-1].word); c != nil {
		return r.subjects(s, c)
	}
	if ci == 1 {
		out, _ := r.mainSubject(s) // "In a warning to Mali, Chad said"
		return out
	}
	who := ci - 2
	if who > 0 && s.chunks[who].kind == kComma {
		who-- // "Kono, at a meeting with Kang, stressed"
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.subject == who && c.verb > ci && s.chunks[c.verb].vg.finite && s.namesPerson(s.chunks[c.subject].np) {
			return r.subjects(s, c) // "Scholz in a meeting with Xi praised"
		}
	}
	if s.chunks[ci-2].kind != kComma {
		return nil
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb < ci && c.subject >= 0 && s.chunks[c.verb].vg.finite && !s.finiteBetween(c.verb, ci) {
			return r.subjects(s, c) // "sent tanks to the border, in a warning to Mali"
		}
	}
	return nil
}

// objectWithIt returns who has what the noun names done to him: "slapped the North
// with sanctions".
func (r *reader) objectWithIt(s *sentence, ci int) []int {
	if c := r.governing(s, ci, "with"); c != nil && r.x.support.has(s.verbLemma(c)) {
		return r.objects(s, c)
	}
	return nil
}

// carriers returns who does what the noun names by the verb that carries it: "made
// a statement", and not "it is a statement".
func (r *reader) carriers(s *sentence, ci int) []int {
	if c := r.supporting(s, ci); c != nil {
		return r.subjects(s, c)
	}
	return nil
}

// infinitiveObjects returns whom the infinitive behind a noun reaches: "threats to
// strike Guam".
func (r *reader) infinitiveObjects(s *sentence, ci int) []int {
	j := s.behindGroup(ci)
	if j >= len(s.chunks) || s.chunks[j].kind != kVerb || !s.chunks[j].vg.to_ || s.clauseOf[j] < 0 {
		return nil
	}
	d := &s.clauses[s.clauseOf[j]]
	return append(r.objects(s, d), r.verbPreps(s, d, "against")...)
}

// actSpokenOf returns the act that the sentence spoke of before: "condemned the
// transfers, alleging a violation".
func (r *reader) actSpokenOf(s *sentence, ci int, preps []prep) []int {
	if hasPrep(preps, "by") || len(s.group(ci)) > 1 {
		return nil
	}
	if ci > 1 && s.chunks[ci-1].kind == kPrep {
		return r.actInBreach(s, ci)
	}
	for j := ci - 1; j >= 0; j-- {
		if s.chunks[j].kind == kNoun && r.sort(s, j) == "act" && !s.inGroup(ci, j) {
			return []int{j}
		}
	}
	return nil
}

// actInBreach returns the act that is "in breach of" something by the noun at ci:
// "the sale of drones in breach of", not "a plan against breaches of".
func (r *reader) actInBreach(s *sentence, ci int) []int {
	if s.chunks[ci-1].word != "in" {
		return nil
	}
	for k := ci - 2; k >= 0 && s.chunks[k].kind == kNoun; k -= 2 {
		if k = s.group(k)[0]; r.sort(s, k) == "act" {
			return []int{k}
		}
		if k < 2 || s.chunks[k-1].kind != kPrep {
			break
		}
	}
	return nil
}

// undergoers returns whom measures reach that do not name him themselves: "faces
// sanctions", "has been subject to an embargo", "under sanctions".
func (r *reader) undergoers(s *sentence, ci int, preps []prep) []int {
	if hasPrep(preps, "against") || hasPrep(preps, "on") {
		return nil // they name it themselves
	}
	if ci > 2 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.chunks[ci-3].word == "in" && s.vocab.breaches.has(s.headLemma(ci-2)) {
		return s.states(r.actors(s, ci-2, nil)) // "tested a missile in defiance of U.N. sanctions"
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		l := s.verbLemma(c)
		if c.object >= 0 && !c.passive && s.inGroup(c.object, ci) {
			if s.vocab.suffers.has(l) {
				return r.alternatives(s, c.subject)
			}
			if s.vocab.dodges.has(l) && s.headLemma(ci) != "embargo" { // that on others, mostly
				return s.states(r.alternatives(s, c.subject))
			}
		}
		if c.passive && (hasPrepAt(s, c, "by", ci) || hasPrepAt(s, c, "with", ci)) && !r.reduced(s, c.verb) {
			return r.alternatives(s, c.subject) // "has been hit by sanctions"
		}
		if n := r.standsUnder(s, ci); n >= 0 && len(preps) == 0 {
			return []int{n}
		}
		if s.comesUnder(c, ci) {
			return r.alternatives(s, c.subject)
		}
	}
	return nil
}

// standsUnder returns the phrase that a noun with "under" is told of without a
// verb, "a manufacturer currently under U.S. sanctions"; or -1.
func (r *reader) standsUnder(s *sentence, ci int) int {
	if ci < 2 || s.chunks[ci-1].word != "under" {
		return -1
	}
	n := s.nounBefore(ci - 2)
	if n < 0 || !s.noClauseBetween(n, ci) || r.sort(s, n) == "noun" {
		return -1
	}
	return n
}

// comesUnder reports whether a clause tells that its subject is under the measures
// at ci: "was placed under", "is on the list", "is subject to".
func (s *sentence) comesUnder(c *clause, ci int) bool {
	for _, p := range c.preps {
		if p.verb || !s.inGroup(p.at, ci) {
			continue
		}
		switch {
		case p.word == "under", p.word == "on" && s.listed(ci):
			switch s.verbLemma(c) {
			case "be", "remain", "come", "place", "appear":
				return true
			}
		case p.word == "to" && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "subject":
			return true
		}
	}
	return false
}

// joiners returns whose the measures at ci are, too: "mirrored the EU's sanctions
// on", "aligned itself with".
func (r *reader) joiners(s *sentence, ci int) []int {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.vocab.joins.has(s.verbLemma(c)) && !c.passive && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "with", ci)) {
			return r.subjects(s, c)
		}
	}
	return nil
}

// accusedParties returns who is accused of the act at ci: "accused the rebels of
// violations", "blamed the army for the breach".
func (r *reader) accusedParties(s *sentence, ci int) []int {
	for _, w := range [...]string{"of", "for", "over"} {
		if c := r.governing(s, ci, w); c != nil && s.vocab.accuses.has(s.verbLemma(c)) {
			return r.objects(s, c)
		}
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; r.blames(s, c, ci) {
			return r.verbPreps(s, c, "on") // "blamed the violations on the army"
		}
	}
	return nil
}

// claimants returns who says himself that the act at ci is his: "claimed
// responsibility for twin explosions", "attacks claimed by".
func (r *reader) claimants(s *sentence, ci int) []int {
	if c := r.responsibility(s, ci); c != nil {
		return r.subjects(s, c)
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.passive && s.verbLemma(c) == "claim" && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci) {
			return r.verbPreps(s, c, "by")
		}
	}
	return nil
}

// responsibility returns the clause that tells of a responsibility for the act at
// ci, or nil.
func (r *reader) responsibility(s *sentence, ci int) *clause {
	if c := r.governing(s, ci, "for"); c != nil && c.object >= 0 {
		if l := s.headLemma(c.object); l == "responsibility" || l == "credit" && s.verbLemma(c) == "claim" {
			return c
		}
	}
	return nil
}

// membersIncluded returns who is told to be among those at ci: "the signatories
// include Japan and India".
func (r *reader) membersIncluded(s *sentence, ci int) []int {
	for i := range s.clauses {
		if c := &s.clauses[i]; !c.passive && c.object >= 0 && c.subject >= 0 && s.verbLemma(c) == "include" && slices.Contains(r.alternatives(s, c.subject), ci) {
			return []int{c.object}
		}
	}
	return nil
}

// statementGivers returns who speaks in the statement at ci: "said in a statement",
// "in a joint statement, the ministers called".
func (r *reader) statementGivers(s *sentence, ci int) []int {
	if ci == 0 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "in" || !s.published(ci) {
		return nil
	}
	if c := r.governing(s, ci, "in"); c != nil {
		return r.subjects(s, c)
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb > ci && s.chunks[c.verb].vg.finite && !(c.passive && r.reduced(s, c.verb)) {
			return r.subjects(s, c)
		}
	}
	return nil
}

// menacers returns who threatens with the act at ci: "warned of a strike on",
// "threatened attacks on".
func (r *reader) menacers(s *sentence, ci int, preps []prep) []int {
	if np := s.chunks[ci].np; len(r.owners(s, np)) > 0 && !np.possessive || hasPrep(preps, "by") || hasPrep(preps, "from") {
		return nil // "warned of Russian strikes on Lviv": who warns does not threaten
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.vocab.menaces.has(s.verbLemma(c)) || c.passive {
			continue
		}
		if c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "of", ci) || hasPrepAt(s, c, "with", ci) {
			return r.subjects(s, c)
		}
	}
	return nil
}

// aimed reports whether a preposition only tells more of measures that another one
// before it says whom they are aimed at.
func (s *sentence) aimed(preps []prep, source string) bool {
	switch source {
	case "of", "for", "to", "at", "over", "upon", "affecting", "concerning", "hitting":
		return hasPrep(preps, "against") || hasPrep(preps, "on")
	}
	return false
}

// manyFrom reports whether the phrase at ci is one of several without a name, of
// which the phrase behind it at where tells where they are.
func (s *sentence) manyFrom(ci, where int) bool {
	np := s.chunks[ci].np
	return np.men < 0 && pluralNoun(s.tokens[np.head].Lower) && ci+2 == where
}

// takesAlong reports whether a verb has somebody or another act for its object, and so
// does not say that an act takes place: "the tour will take him to Oman".
func (s *sentence) takesAlong(c *clause) bool {
	if c.object < 0 {
		return false
	}
	np := s.chunks[c.object].np
	return np.pronoun || np.men >= 0 || s.verbLemma(c) == "follow" // "the summit follows a treaty between Chad and Mali"
}

// targets returns whom a clause about the measures at ci tells that they reach:
// "sanctions that hit two banks", "curbs aimed at chipmakers".
func (r *reader) targets(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || c.verb < ci || !slices.Contains(r.alternatives(s, c.subject), ci) {
			continue
		}
		switch l := s.chunks[c.verb].vg.lemma; {
		case c.passive && (l == "aim" || l == "direct" || l == "level"):
			return append(r.verbPreps(s, c, "at"), r.verbPreps(s, c, "against")...)
		case !c.passive && (l == "target" || l == "hit" || l == "punish" || l == "affect") && s.chunks[c.verb-1].kind == kRel:
			return r.objects(s, c)
		}
	}
	return nil
}

// applicants returns who seeks what the noun at ci names, "applied for membership
// of", "applications by Finland for membership", or the application that tells by
// its owner: "Sweden's bid for membership".
func (r *reader) applicants(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if s.vocab.applies.has(s.chunks[c.verb].vg.lemma) && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "for", ci)) {
			return r.subjects(s, c)
		}
	}
	if ci < 2 || s.chunks[ci-1].word != "for" || s.chunks[ci-2].kind != kNoun {
		return nil
	}
	by := s.group(ci - 2)[0]
	if by > 1 && s.chunks[by-1].word == "by" && s.chunks[by-2].kind == kNoun && s.vocab.applications.has(s.tokens[s.chunks[by-2].np.head].lemma) {
		return []int{by}
	}
	if s.vocab.applications.has(s.tokens[s.chunks[ci-2].np.head].lemma) {
		return []int{ci - 2}
	}
	return nil
}

// dealers returns who is in talks or has a contract on what the noun at ci names:
// "negotiating with Chad on the purchase of", "signed a contract for the purchase of".
func (r *reader) dealers(s *sentence, ci int) []int {
	for _, w := range [...]string{"on", "over", "about", "for", "regarding", "concerning"} {
		c := r.governing(s, ci, w)
		if c == nil || c.passive {
			continue
		}
		if s.verbLemma(c) == "negotiate" || c.object >= 0 && s.vocab.talks.has(s.headLemma(c.object)) || w == "for" && s.makesDeal(c) {
			return r.subjects(s, c)
		}
	}
	if c := r.governing(s, ci, "for"); c != nil && !c.passive && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].word.in(cAgreement) {
		return r.subjects(s, c) // "signed a contract for the purchase of"
	}
	return nil
}

// makesDeal reports whether the verb of a clause makes or prolongs an agreement.
func (s *sentence) makesDeal(c *clause) bool {
	return c.object >= 0 && s.vocab.sealing.has(s.verbLemma(c)) && s.tokens[s.chunks[c.object].np.head].word.in(cAgreement)
}

// namedAs returns who is named as what the noun at ci says: "cites Russia and China as
// the largest suppliers".
func (r *reader) namedAs(s *sentence, ci int) []int {
	if c := r.governing(s, ci, "as"); c != nil && (c.object >= 0 || c.passive) {
		return r.objects(s, c)
	}
	return nil
}

// meansOf returns who does something by what the noun at ci names: "breached the
// embargo through military support to the rebels".
func (r *reader) meansOf(s *sentence, ci int) []int {
	for _, w := range [...]string{"through", "via"} {
		if c := r.governing(s, ci, w); c != nil && !c.passive {
			return r.subjects(s, c)
		}
	}
	return nil
}

// struck returns what an attack is told to reach by the verb beside it or by
// "under": "the strikes hit the port", "the town was pounded by air strikes",
// "the army faced raids from", "the port came under attack by".
func (r *reader) struck(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		l := s.chunks[c.verb].vg.lemma
		switch {
		case s.vocab.withstands.has(l) && s.chunks[c.verb].vg.to_ && c.object >= 0 && s.inGroup(c.object, ci) && s.helped(c) >= 0:
			return []int{s.helped(c)}
		case s.vocab.batters.has(l) && c.passive && (hasPrepAt(s, c, "by", ci) || hasPrepAt(s, c, "in", ci) && !hasPrep(r.nounPreps(s, ci), "of")), s.vocab.withstands.has(l) && !c.passive && c.object >= 0 && s.inGroup(c.object, ci):
			return r.alternatives(s, c.subject)
		case s.vocab.batters.has(l) && !c.passive && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci):
			return append(r.objects(s, c), append(r.verbPreps(s, c, "in"), r.verbPreps(s, c, "near")...)...)
		case r.x.harm.at(l) != "" && !c.passive && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci):
			return append(r.verbSlot(s, c, "first-in"), r.verbSlot(s, c, "first-near")...) // "air strikes killed ten in Goma"
		case s.vocab.succumbs.has(l) && c.subject >= 0 && (hasPrepAt(s, c, "after", ci) || hasPrepAt(s, c, "following", ci)) && r.sort(s, c.subject) != "role" && r.sort(s, c.subject) != "actor":
			return r.alternatives(s, c.subject) // "the depot burned after an attack by"
		case (l == "be" || l == "come" || l == "remain") && hasPrepAt(s, c, "under", ci):
			return r.alternatives(s, c.subject)
		case l == "be" && c.object >= 0 && c.object+2 == ci && s.chunks[c.object+1].word == "of" && s.tokens[s.chunks[c.object].np.head].lemma == "target":
			return r.alternatives(s, c.subject) // "has been the target of attacks"
		}
	}
	if ci >= 2 && s.chunks[ci-1].word == "under" && s.chunks[ci-2].kind == kNoun {
		return []int{ci - 2} // "a town under attack by"
	}
	if ci >= 4 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.tokens[s.chunks[ci-2].np.head].lemma == "target" && s.chunks[ci-3].kind != kVerb && s.chunks[ci-4].kind == kNoun {
		return []int{ci - 4} // "Odesa, a target of attacks by"
	}
	return nil
}

// defender returns who is attacked where an attack is named only as what he
// fights: "Ukraine's fight against Russian aggression", "defends itself against",
// "support for Ukraine in the face of".
func (r *reader) defender(s *sentence, ci int) []int {
	if h := &s.tokens[s.chunks[ci].np.head]; ci < 2 || !s.vocab.wars.has(h.lemma) && !r.x.strikes.has(h.lemma) {
		return nil
	}
	ch := s.chunks
	before := ci - 2
	switch ch[ci-1].word {
	case "against", "from":
		for i := range s.clauses {
			c := &s.clauses[i]
			if !hasPrepAt(s, c, ch[ci-1].word, ci) || !s.vocab.defends.has(ch[c.verb].vg.lemma) || c.passive {
				continue
			}
			if c.object >= 0 && !reflexive(s.tokens[ch[c.object].np.head].Lower) {
				return []int{c.object}
			}
			if k := s.statePronoun(c.subject); k >= 0 {
				return []int{k}
			}
			return nil
		}
	case "of":
		if before < 2 || ch[before].kind != kNoun || s.tokens[ch[before].np.head].Lower != "face" || ch[before-1].word != "in" {
			return nil
		}
		before -= 2
	default:
		return nil
	}
	if np := ch[before].np; np == nil || ch[ci-1].word != "of" && np.men < 0 && !s.vocab.defences.has(s.tokens[np.head].lemma) {
		return nil
	}
	return []int{before}
}

// helped returns the state named between a verb and its purpose, which is whose it
// is: "armed Ukraine to resist"; or -1.
func (s *sentence) helped(c *clause) int {
	for k := c.verb - 1; k > 0; k-- {
		switch ch := &s.chunks[k]; {
		case ch.kind == kVerb && ch.vg.finite, ch.kind == kRel, ch.kind == kSub, ch.kind == kColon:
			return -1
		case ch.kind == kNoun && ch.np.men >= 0 && s.mentions[ch.np.men].entity.Label == "State" && s.mentions[ch.np.men].to-1 == ch.np.head && s.mentions[ch.np.men].how != byAdjective:
			return k
		}
	}
	return -1
}

// statePronoun goes from the pronoun at ci to the state named last before it, in
// "support for Ukraine as it defends itself".
func (s *sentence) statePronoun(ci int) int {
	if ci < 0 || !s.chunks[ci].np.pronoun {
		return ci
	}
	for k := ci - 1; k >= 0; k-- {
		if np := s.chunks[k].np; s.chunks[k].kind == kNoun && np.men >= 0 && s.mentions[np.men].entity.Label == "State" && s.mentions[np.men].how != byAdjective {
			return k
		}
	}
	return ci
}

// states returns the phrases that name a state or are a pronoun.
func (s *sentence) states(chunks []int) []int {
	return slices.DeleteFunc(chunks, func(ci int) bool {
		np := s.chunks[ci].np
		return !np.pronoun && (np.men < 0 || s.mentions[np.men].entity.Label != "State")
	})
}

// listed reports whether a phrase is a list that names stand on.
func (s *sentence) listed(ci int) bool {
	h := s.tokens[s.chunks[ci].np.head].lemma
	return h == "list" || h == "blacklist" || h == "register"
}

// published reports whether a phrase is a text that was put out as such: "a
// joint statement", "a statement released on Monday".
func (s *sentence) published(ci int) bool {
	np := s.chunks[ci].np
	for i := np.from; i < np.head; i++ {
		if l := s.tokens[i].Lower; l == "joint" || l == "collective" || l == "common" || l == "separate" {
			return true
		}
	}
	if ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kVerb {
		switch s.chunks[ci+1].vg.lemma {
		case "release", "issue", "publish", "post":
			return true
		}
	}
	return false
}

// whereStruck returns the place of which a clause tells what the act at ci, its
// subject, did there: "Tyre, where Israeli strikes killed six".
func (s *sentence) whereStruck(ci int) []int {
	j := s.group(ci)[0] - 1
	if j < 2 || s.chunks[j].kind != kRel && s.chunks[j].kind != kSub || s.chunks[j].word != "where" {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject >= 0 && s.inGroup(c.subject, ci) && !c.passive && s.vocab.ravages.has(s.verbLemma(c)) {
			return s.placeBefore(j)
		}
	}
	return nil
}

// whereLaunched returns the place of which a clause tells that the act at ci, its
// object, is done there: "Gaza, where Israel is carrying out attacks".
func (r *reader) whereLaunched(s *sentence, ci int) []int {
	c := r.supporting(s, ci)
	if c == nil || c.passive || c.subject < 0 || c.subject > c.verb {
		return nil
	}
	if k := s.behindGroup(ci); k < len(s.chunks) && s.chunks[k].kind == kPrep {
		return nil // "Syria, where the army has stepped up its bombing of Homs"
	}
	if j := s.group(c.subject)[0] - 1; j >= 2 && s.chunks[j].word == "where" {
		return s.placeBefore(j)
	}
	return nil
}

// placeBefore returns what stands before the "where" at chunk j, or nothing.
func (s *sentence) placeBefore(j int) []int {
	if n := s.nounBefore(j - 1); n >= 0 {
		return []int{n}
	}
	return nil
}

// jointRaid reports whether the noun at head is a raid of two states, of which the
// second is named by its adjective: "US-British air strikes", but "Russia-Ukraine war".
func (s *sentence) jointRaid(head int) bool {
	if !s.vocab.raids.has(singular(s.tokens[head].Lower)) && s.tokens[head].lemma != "airstrike" {
		return false
	}
	ci := s.chunkAt(head)
	for i := head - 1; i > s.chunks[ci].np.start; i-- {
		if m := s.tokens[i].men; m >= 0 && s.tokens[i-1].tag == tHyphen {
			return s.mentions[m].how == byAdjective
		}
	}
	return false
}
