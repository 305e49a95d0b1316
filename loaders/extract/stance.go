package extract

import "slices"

// stanceOfVerb returns the chunks that may stand in one of the slots which only
// constructions of support, blame, threat and breach ask for, and whether the slot is
// one of these.
func (r *reader) stanceOfVerb(s *sentence, c *clause, source string) ([]int, bool) {
	switch source {
	case "gerundsubj":
		return s.gerundBefore(c), true
	case "subjfrom":
		return r.whence(s, c), true
	case "subjby":
		if c.subject < 0 {
			return nil, true
		}
		return r.phrasesBehind(s, c.subject, "by"), true // "an advance by rebels led to"
	case "hearer":
		return s.hearers(c), true
	case "demander":
		return r.demanders(s, c), true
	case "ifsubj":
		return s.conditional(c), true
	case "waged":
		return r.wagers(s, c), true
	case "attacker":
		return r.attackers(s, c), true
	case "toblame":
		return r.blameworthy(s, c), true
	case "todoing":
		return r.upheld(s, c), true
	case "doing":
		return s.actThreatened(c), true
	case "thatsubj":
		return s.subjectOfReport(c.complement), true // "alleged that Mali had armed the rebels"
	case "infharm", "infharm's":
		return r.harmTargets(s, c), true
	}
	return nil, false
}

// gerundBefore returns the act that is the subject of a clause: "selling oil
// violates the embargo".
func (s *sentence) gerundBefore(c *clause) []int {
	j := s.firstChunk()
	if j < 0 || j >= c.verb || s.chunks[j].kind != kVerb || !s.chunks[c.verb].vg.finite {
		return nil
	}
	if v := s.chunks[j].vg; !v.bare || v.form&fGer == 0 {
		return nil
	}
	for k := j + 1; k < c.verb; k++ {
		if s.chunks[k].kind == kVerb || s.chunks[k].kind == kComma {
			return nil
		}
	}
	return []int{j}
}

// whence returns where the subject of a clause comes from: "aid from Turkey reached",
// "tanks from Turkey were handed over".
func (r *reader) whence(s *sentence, c *clause) []int {
	if c.subject < 0 {
		return nil
	}
	return r.phrasesBehind(s, c.subject, "from")
}

// hearers returns whom a saying is said to that reports a clause: "warned Baku that
// there would be".
func (s *sentence) hearers(c *clause) []int {
	for i := range s.clauses {
		if d := &s.clauses[i]; d.verb < c.verb && d.object > d.verb && d.complement > d.object && d.complement <= c.verb && s.noVerbBetween(d.complement, c.verb) {
			return []int{d.object}
		}
	}
	return nil
}

// conditional returns on whose conduct it depends what a clause tells: "threatened
// tariffs if Canada retaliates".
func (s *sentence) conditional(c *clause) []int {
	from := c.verb + 1
	if s.verbAt(c.complement) && s.chunks[c.complement].vg.to_ {
		from = c.complement + 1 // "threatened to impose tariffs if Canada"
	}
	for i := range s.clauses {
		d := &s.clauses[i]
		if d.verb < c.verb || d.subject <= c.verb || !s.noVerbBetween(from, d.subject) {
			continue
		}
		switch s.tokens[s.chunks[d.subject-1].from].Lower {
		case "if", "unless", "should":
			return []int{d.subject}
		}
	}
	return nil
}

// noVerbBetween reports whether no verb stands from one chunk up to another.
func (s *sentence) noVerbBetween(from, to int) bool {
	for j := from; j < to; j++ {
		if s.chunks[j].kind == kVerb {
			return false
		}
	}
	return true
}

// demanders returns who demands something with an "or" behind: "told Baku to leave or
// face".
func (r *reader) demanders(s *sentence, c *clause) []int {
	v := s.chunks[c.verb].vg
	j := c.verb - 1
	for j > 0 && (s.chunks[j].kind == kAdverb || s.chunks[j].kind == kComma) {
		j--
	}
	if !v.to_ || v.joined < 0 || j < 0 || s.chunks[j].word != "or" {
		return nil
	}
	for i := range slices.Backward(s.clauses) {
		if d := &s.clauses[i]; d.verb < v.joined && !s.chunks[d.verb].vg.to_ {
			return r.subjects(s, d)
		}
	}
	return nil
}

// wagers returns whose act the subject of a passive is: "advanced in an offensive
// backed by".
func (r *reader) wagers(s *sentence, c *clause) []int {
	if !c.passive || c.subject < 0 || !r.x.strikes.has(s.headLemma(c.subject)) {
		return nil
	}
	if out := r.actors(s, c.subject, nil); len(out) > 0 {
		return out
	}
	if d := r.governing(s, c.subject, "in"); d != nil {
		return r.subjects(s, d)
	}
	return nil
}

// attackers returns who would attack: "an attack by Iran would be met with".
func (r *reader) attackers(s *sentence, c *clause) []int {
	if !c.passive || c.subject < 0 {
		return nil
	}
	return r.phrasesBehind(s, c.subject, "by", "from")
}

// blameworthy returns who an infinitive is said of: "Syria was to blame for".
func (r *reader) blameworthy(s *sentence, c *clause) []int {
	be := c.verb - 1
	if !s.chunks[c.verb].vg.to_ || c.object >= 0 || !s.verbAt(be) || s.clauseOf[be] < 0 {
		return nil
	}
	if d := &s.clauses[s.clauseOf[be]]; s.verbLemma(d) == "be" {
		return r.subjects(s, d)
	}
	return nil
}

// upheld returns what somebody means to keep: "is committed to upholding the truce".
func (r *reader) upheld(s *sentence, c *clause) []int {
	m := c.complement
	if m <= c.verb || !s.verbAt(m) || s.chunks[m-1].kind != kPrep || s.chunks[m-1].word != "to" {
		return nil
	}
	if !s.vocab.upholds.has(s.chunks[m].vg.lemma) || s.clauseOf[m] < 0 {
		return nil
	}
	return r.objects(s, &s.clauses[s.clauseOf[m]])
}

// actThreatened returns an act behind a verb that says something itself: "threatened
// to withdraw from the pact".
func (s *sentence) actThreatened(c *clause) []int {
	m := c.complement
	if m <= c.verb || !s.verbAt(m) || !s.noClauseBetween(c.verb, m) {
		return nil
	}
	if v := s.chunks[m].vg; !v.to_ || s.vocab.vagueActs.has(v.lemma) {
		return nil
	}
	return []int{m}
}

// harmTargets returns whom a threat is to harm: "vowed to annihilate", "threatened to
// retaliate against".
func (r *reader) harmTargets(s *sentence, c *clause) []int {
	if !s.verbAt(c.complement) || !s.harmful(c.complement) {
		return nil
	}
	return r.infinitiveParties(s, c)
}

// harmful reports whether the verb at ci is an infinitive that tells of harm.
func (s *sentence) harmful(ci int) bool {
	v := s.chunks[ci].vg
	if !v.to_ {
		return false
	}
	if k := s.clauseOf[ci]; k >= 0 && s.vocab.wields.has(v.lemma) {
		o := s.clauses[k].object
		return o > ci && s.vocab.harmings.has(s.headLemma(o)) // "to use force against"
	}
	return s.vocab.harms.has(v.lemma)
}

// stanceOfNoun is the same for nouns.
func (r *reader) stanceOfNoun(s *sentence, ci int, preps []prep, source string) ([]int, bool) {
	switch source {
	case "gerundsubj":
		return s.gerundIs(ci), true
	case "mainsubj":
		return r.subjectOpened(s, ci), true
	case "besubj":
		return r.saidToBe(s, ci), true
	case "infharm":
		return r.harmTargetsBehind(s, ci), true
	case "thatsubj":
		return s.subjectOfThat(ci), true
	case "apposed":
		return r.apposed(s, ci), true
	case "withsubj":
		return r.accompanied(s, ci, preps), true
	case "tosubj":
		return r.rushing(s, ci), true
	case "onsubj":
		return r.sided(s, ci), true
	case "sequel":
		return r.sequel(s, ci), true
	case "favoured":
		return r.favoured(s, ci, preps), true
	case "thankful":
		return r.thankful(s, ci, preps), true
	case "traded":
		return r.traders(s, ci), true
	case "tradedwith":
		return r.tradedWith(s, ci, preps), true
	case "intruder":
		return r.intruders(s, ci), true
	case "drawer":
		return r.drawers(s, ci), true
	case "notruledout":
		return r.keepingOpen(s, ci), true
	}
	return nil, false
}

// gerundIs returns the act that is said to be what the noun at ci names: "selling
// oil is a violation of".
func (s *sentence) gerundIs(ci int) []int {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.verbLemma(c) == "be" && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "in", ci)) {
			return s.gerundBefore(c)
		}
	}
	return nil
}

// subjectOpened returns whose sentence the phrase at ci opens: "despite threats to
// strike Japan, the North".
func (r *reader) subjectOpened(s *sentence, ci int) []int {
	if ci != 1 || s.chunks[0].kind != kPrep {
		return nil
	}
	out, _ := r.mainSubject(s)
	return out
}

// saidToBe returns who is said to be what the noun at ci names: "is a liar",
// "condemned as a terrorist group".
func (r *reader) saidToBe(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		switch l := s.verbLemma(c); {
		case (l == "be" || l == "remain") && c.subject >= 0 && c.object == ci:
			return r.subjects(s, c)
		case s.vocab.regards.has(l) && hasPrepAt(s, c, "as", ci):
			return r.objects(s, c)
		}
	}
	return nil
}

// harmTargetsBehind returns whom the infinitive behind a noun is to harm: "its vow to
// annihilate".
func (r *reader) harmTargetsBehind(s *sentence, ci int) []int {
	j := s.behindGroup(ci)
	if j >= len(s.chunks) || s.chunks[j].kind != kVerb || !s.harmful(j) {
		return nil
	}
	return r.infinitiveObjects(s, ci)
}

// subjectOfThat returns of whom the clause behind a noun tells: "its allegation,
// repeated on Monday, that Mali armed".
func (s *sentence) subjectOfThat(ci int) []int {
	for j := s.behindGroup(ci); j < len(s.chunks); j++ {
		switch k := &s.chunks[j]; k.kind {
		case kPrep, kNoun, kTime, kAdverb:
		case kRel:
			if k.word == "that" {
				return s.subjectOfReport(j + 1)
			}
			return nil
		default:
			return nil
		}
	}
	return nil
}

// rushing returns who comes to somebody's help: "came to Kuwait's defence".
func (r *reader) rushing(s *sentence, ci int) []int {
	if c := r.governing(s, ci, "to"); c != nil && s.vocab.rushes.has(s.verbLemma(c)) {
		return r.subjects(s, c)
	}
	return nil
}

// exchange returns the clause in which what the noun at ci names is exchanged,
// "traded threats with", "exchanged accusations"; or nil.
func (r *reader) exchange(s *sentence, ci int) *clause {
	if c := r.supporting(s, ci); c != nil && s.vocab.trades.has(s.verbLemma(c)) {
		return c
	}
	return nil
}

// traders returns who exchanges what the noun at ci names.
func (r *reader) traders(s *sentence, ci int) []int {
	if c := r.exchange(s, ci); c != nil {
		return r.subjects(s, c)
	}
	return nil
}

// tradedWith returns the other side of an exchange, which may be in the subject:
// "Mali and Chad traded threats".
func (r *reader) tradedWith(s *sentence, ci int, preps []prep) []int {
	c := r.exchange(s, ci)
	if c == nil {
		return nil
	}
	if out := append(r.verbPreps(s, c, "with"), r.nounPrepSlot(s, ci, preps, "with")...); len(out) > 0 || c.subject < 0 {
		return out
	}
	if l := s.headLemma(c.subject); len(s.group(c.subject)) < 2 && !s.vocab.pairs.has(l) && !s.vocab.crowds.has(plural(l)) {
		return nil
	}
	return r.subjects(s, c)
}

// intruders returns who comes into what the noun at ci names: "entered Turkish
// airspace".
func (r *reader) intruders(s *sentence, ci int) []int {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.vocab.intrudes.has(s.verbLemma(c)) && s.intrudedOn(c, ci) {
			return r.subjects(s, c)
		}
	}
	return nil
}

// intrudedOn reports whether the phrase at ci is where a verb of intruding leads.
func (s *sentence) intrudedOn(c *clause, ci int) bool {
	at := c.object
	if c.passive {
		at = c.subject
	}
	return at >= 0 && s.inGroup(at, ci) || hasPrepAt(s, c, "into", ci) || s.verbLemma(c) == "trespass" && hasPrepAt(s, c, "in", ci)
}

// drawers returns whose act is answered by what the noun at ci names: "prompted
// condemnation from", "was met with condemnation".
func (r *reader) drawers(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		l := s.verbLemma(c)
		switch {
		case !c.passive && s.vocab.suffers.has(l) && c.object >= 0 && s.inGroup(c.object, ci):
			return r.subjects(s, c)
		case c.passive && c.subject >= 0 && (l == "meet" || l == "greet") && hasPrepAt(s, c, "with", ci):
			return r.alternatives(s, c.subject)
		}
	}
	return nil
}

// keepingOpen returns who does not rule out what the noun at ci names: "would not
// rule out military action against".
func (r *reader) keepingOpen(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if !s.rulesOut(c) || !s.chunks[c.verb].vg.negated && !s.refusing(c.verb) {
			continue
		}
		if c.object >= 0 && s.inGroup(c.object, ci) || r.governing(s, ci, "of") == c {
			return r.subjects(s, c)
		}
	}
	return nil
}

// rulesOut reports whether the verb of a clause is "rule out".
func (s *sentence) rulesOut(c *clause) bool {
	v := s.chunks[c.verb].vg
	return v.lemma == "rule" && v.main+1 < len(s.tokens) && s.tokens[v.main+1].Lower == "out"
}

// subjectOfReport returns the subject of the first finite verb behind the chunk at
// which a reported clause begins.
func (s *sentence) subjectOfReport(from int) []int {
	if from < 0 {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.verb >= from && s.chunks[c.verb].vg.finite {
			if c.subject < from || c.subject > c.verb || c.passive {
				return nil // "alleged that civilians were shot" accuses no civilians
			}
			return []int{c.subject}
		}
	}
	return nil
}

// firstChunk returns the first chunk that is no mark or adverb, or -1.
func (s *sentence) firstChunk() int {
	for i := range s.chunks {
		switch s.chunks[i].kind {
		case kAdverb, kTime, kComma, kOther:
		default:
			return i
		}
	}
	return -1
}

// refusing reports whether the infinitive at vi is what somebody refuses.
func (s *sentence) refusing(vi int) bool {
	if vi == 0 || s.chunks[vi-1].kind != kVerb || !s.chunks[vi].vg.to_ {
		return false
	}
	l := s.chunks[vi-1].vg.lemma
	return l == "refuse" || l == "decline"
}

// lastTwo returns the two states or organisations that a sentence names before a
// token, behind its subject: "calls the South a puppet of Japan and accuses both".
func (r *reader) lastTwo(s *sentence, at int, labels []string) []*entity {
	var out []*entity
	first := true
	for i := range s.chunks {
		np := s.chunks[i].np
		if s.chunks[i].from >= at {
			break
		}
		if np == nil || np.men < 0 || s.mentions[np.men].to != np.to {
			continue
		}
		e := s.mentions[np.men].entity
		if first {
			first = false // the subject
			continue
		}
		if (e.Label == "State" || e.Label == "Organization") && r.x.onto.Is(e.Label, labels...) && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	if len(out) > 2 {
		return nil
	}
	return out
}

// reflexive returns whom the subject of a clause is, for the "itself" in it.
func (r *reader) reflexive(s *sentence, at int, labels []string) []*entity {
	ci := s.chunkAt(at)
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || c.subject == ci || c.object != ci && !slices.ContainsFunc(c.preps, func(p prep) bool { return p.at == ci }) {
			continue
		}
		return entities(r.refs(s, c.subject, labels))
	}
	return nil
}

// ownTo returns whose "their opposition" is where the subject that expresses it
// can be meant by the pronoun, and whether it can.
func (r *reader) ownTo(s *sentence, ci int) ([]*entity, bool) {
	np := s.chunks[ci].np
	c := r.supporting(s, ci)
	if c == nil || c.passive || c.subject < 0 || c.subject >= ci || np.start == 0 {
		return nil, false
	}
	subject := s.chunks[c.subject].np
	if subject.pronoun || r.sort(s, c.subject) == "act" {
		return nil, false
	}
	many := len(s.group(c.subject)) > 1 || subject.men < 0 && pluralNoun(s.tokens[subject.head].Lower)
	if s.tokens[np.start-1].Lower != "their" || !many {
		return nil, false
	}
	var out []*entity
	for _, x := range r.represented(s, r.refs(s, c.subject, speakers[:3])) {
		out = append(out, x.entity)
	}
	return out, true
}

// warner returns whose warning or threat the clause around a token tells: "issued a
// warning that Mali would bear the consequences".
func (r *reader) warner(s *sentence, at int, labels []string) (ref, bool) {
	v := s.chunkAt(at)
	if v < 0 || s.clauseOf[v] < 0 || s.clauses[s.clauseOf[v]].subject < 0 {
		return ref{}, false
	}
	that := s.group(s.clauses[s.clauseOf[v]].subject)[0] - 1
	if that < 1 || s.chunks[that].kind != kRel || s.chunks[that].word != "that" || s.chunks[that-1].kind != kNoun {
		return ref{}, false
	}
	ci := that - 1
	if !s.vocab.threatening.has(s.tokens[s.chunks[ci].np.head].lemma) {
		return ref{}, false
	}
	for _, x := range r.frameOwners(s, ci) {
		if r.x.onto.Is(x.entity.Label, labels...) {
			return x, true
		}
	}
	if c := r.supporting(s, ci); c != nil {
		for _, k := range r.subjects(s, c) {
			if refs := r.refs(s, k, labels); len(refs) > 0 {
				return refs[0], true
			}
		}
	}
	return ref{}, false
}

// sharesOther reports whether an adjective waits for the people behind "and other":
// "Syrian" in "Syrian and other refugees".
func (r *reader) sharesOther(s *sentence, ci int) bool {
	if np := s.chunks[ci].np; np.men < 0 || s.mentions[np.men].how != byAdjective || !r.bareAdjective(s, ci) || ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kConj || s.chunks[ci+2].kind != kNoun {
		return false
	}
	np := s.chunks[ci+2].np
	return s.tokens[np.from].Lower == "other" && np.men < 0
}

// gapped returns the group that an adjective names before the noun it shares with
// the next: "Malian" in "Malian and Chadian militant groups"; or nil.
func (r *reader) gapped(s *sentence, ci int) *entity {
	np := s.chunks[ci].np
	if np.men < 0 || s.mentions[np.men].how != byAdjective || !r.bareAdjective(s, ci) {
		return nil
	}
	g := s.group(ci)
	last := s.chunks[g[len(g)-1]].np
	if last == np || last.men >= 0 || last.owner != nil || last.possessive {
		return nil
	}
	mi, h := s.tokens[last.start].men, &s.tokens[last.head]
	if mi < 0 || s.mentions[mi].how != byAdjective || s.mentions[mi].to > last.head || !h.word.in(cGroup|cOrg) {
		return nil
	}
	e := s.mentions[np.men].entity
	if x := r.groupOf(h.Lower, []*entity{e}); x != nil {
		return x
	}
	return r.described("Organization", s.surface(s.mentions[np.men].from, np.to)+" "+s.surface(s.mentions[mi].to, last.to))
}

// ownGood reports whether a verb tells that somebody defends what is his: "as it
// defends its sovereignty" supports nobody.
func (s *sentence) ownGood(at int, x ref) bool {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil {
		return false
	}
	if np := s.chunks[ci].np; np.possessive && s.tokens[np.from].Lower == "our" && x.entity.Label == "State" {
		return true // "committed to the rights of our people"
	}
	l := s.tokens[at].lemma
	own := s.vocab.keeps.has(l) || x.entity.Described && (l == "defend" || l == "commitment")
	return own && s.chunks[s.group(ci)[0]].np.possessive
}

// isOwn reports whether what a phrase names is a state's own: "Russian jets".
func (r *reader) isOwn(s *sentence, x ref, state *entity) bool {
	ci := s.chunkAt(x.from)
	return state.Label == "State" && ci >= 0 && s.chunks[ci].np != nil && slices.Contains(r.owners(s, s.chunks[ci].np), state)
}
