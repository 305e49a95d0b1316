package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/text"
)

// casualties reads the dead and the injured: "killed two", "left 30 dead",
// "resulting in three deaths and forty injuries".
func (r *reader) casualties(s *sentence) {
	for i := range s.clauses {
		if c := &s.clauses[i]; !r.countedHarm(s, c) {
			r.harmClause(s, i)
		}
	}
	for ci := range s.chunks {
		r.harmPhrase(s, ci)
	}
}

// countedHarm reads the clauses whose verb harms nobody by itself but tells of the
// dead or injured. It reports whether nothing else is to be read in the clause.
func (r *reader) countedHarm(s *sentence, c *clause) bool {
	switch s.chunks[c.verb].vg.lemma {
	case "leave":
		return r.leftDead(s, c)
	case "claim", "take", "cost":
		return r.livesClaimed(s, c) || r.tollBrought(s, c)
	case "include":
		return r.deadInclude(s, c)
	case "rise", "climb", "reach", "stand", "pass":
		return r.tollRises(s, c)
	case "put", "place":
		return r.tollPut(s, c)
	case "bring", "push", "raise", "lift", "send", "drive":
		return r.tollBrought(s, c)
	case "be":
		return r.areDead(s, c) || r.amongDead(s, c)
	case "presume", "believe", "report", "confirm", "pronounce", "declare", "find":
		return c.passive && r.areDead(s, c) || !c.passive && r.toldDead(s, c)
	}
	return false
}

// toldDead reads "the hospital reported one dead and five wounded".
func (r *reader) toldDead(s *sentence, c *clause) bool {
	at := c.object
	if at < 0 {
		at = c.complement
	}
	if at != c.verb+1 || s.chunks[at].kind != kNoun {
		return false
	}
	last := &s.tokens[s.chunks[at].to-1]
	return r.x.harmNoun.at(last.Lower) != "" && last.tag == tAdj && r.harmsOf(s, s.group(at), s.chunks[c.verb].vg.main, -1)
}

// leftDead reads "left 27 dead and 25 injured", "left two injured and a driver dead".
func (r *reader) leftDead(s *sentence, c *clause) bool {
	v := s.chunks[c.verb].vg
	if c.object < 0 || c.passive {
		return false
	}
	left := s.group(c.object)
	if k := left[len(left)-1] + 1; k+2 < len(s.chunks) && s.chunks[k].kind == kVerb && s.chunks[k+1].kind == kConj && s.chunks[k+2].kind == kNoun {
		left = append(slices.Clone(left), k+2) // behind "injured and"
	}
	r.harmsOf(s, left, v.main, c.subject)
	return true
}

// harmsOf notes what a list tells of each of its members: "two dead and five injured".
// It reports whether it tells anything.
func (r *reader) harmsOf(s *sentence, list []int, at, cause int) bool {
	told := "" // what befell the last member befell those before it that say nothing
	for _, m := range slices.Backward(list) {
		end := s.chunks[s.countedAs(m)].to // "hundreds of civilians dead"
		if m+2 < len(s.chunks) && s.chunks[m+1].word == "of" && s.chunks[m+2].kind == kNoun {
			end = max(end, s.chunks[m+2].to) // "two of the town's residents dead"
		}
		for k := s.chunks[m].from; k < len(s.tokens) && k < end+2; k++ {
			if rel := r.x.harmNoun.at(s.tokens[k].Lower); rel != "" {
				told = rel
				break
			}
		}
		if told != "" {
			r.casualty(s, told, "harm:leave", at, []int{m}, cause)
		}
	}
	return told != ""
}

// livesClaimed reads "claimed the lives of two", "took 40 lives", "cost hundreds of
// lives". It reports whether
// the clause tells of lives.
func (r *reader) livesClaimed(s *sentence, c *clause) bool {
	if c.object < 0 || c.passive {
		return false
	}
	life := func(ci int) bool {
		h := s.tokens[s.chunks[ci].np.head].Lower
		return h == "lives" || h == "life"
	}
	victims := []int{c.object}
	if life(c.object) {
		for _, p := range c.preps {
			if p.word == "of" && !p.verb {
				victims = []int{p.at}
			}
		}
	} else if len(c.preps) == 0 || c.preps[0].word != "of" || c.preps[0].verb || !life(c.preps[0].at) || s.tokens[s.chunks[c.object].np.head].tag != tNum {
		return false // but "claimed dozens of lives"
	}
	cause := c.subject
	if cause >= 0 && s.chunks[cause].np.pronoun {
		cause = -1
	}
	r.casualty(s, "KILLED", "harm:claim", s.chunks[c.verb].vg.main, victims, cause)
	return true
}

// deadInclude reads "the dead included three children".
func (r *reader) deadInclude(s *sentence, c *clause) bool {
	if c.subject < 0 || c.object < 0 || c.passive {
		return false
	}
	relation := r.x.harmNoun.at(s.tokens[s.chunks[c.subject].np.head].Lower)
	if relation == "" {
		return false
	}
	r.casualty(s, relation, "harm:include", s.chunks[c.verb].vg.main, s.group(c.object), -1)
	return true
}

// tollRises reads "the death toll rose to 40", "reached 40".
func (r *reader) tollRises(s *sentence, c *clause) bool {
	if c.subject < 0 || !r.toll(s, c.subject) {
		return false
	}
	for _, p := range slices.Concat(c.preps, []prep{{at: c.object}}) {
		if p.at >= 0 && !p.verb && (p.word == "to" || p.word == "at" || p.word == "") {
			r.casualty(s, "KILLED", "harm:toll", s.chunks[c.verb].vg.main, []int{p.at}, r.tollOf(s, c.subject))
		}
	}
	return true
}

// tollPut reads "put the death toll at 24".
func (r *reader) tollPut(s *sentence, c *clause) bool {
	if c.object < 0 || c.passive || !r.toll(s, c.object) {
		return false
	}
	for _, p := range c.preps {
		if p.word == "at" && !p.verb {
			r.casualty(s, "KILLED", "harm:toll", s.chunks[c.verb].vg.main, []int{p.at}, -1)
		}
	}
	return true
}

// areDead reads "seven fighters are dead", "were found dead".
func (r *reader) areDead(s *sentence, c *clause) bool {
	k := s.chunks[c.verb].to
	if c.subject < 0 || k >= len(s.tokens) || s.tokens[k].Lower != "dead" {
		return false
	}
	if np := s.chunks[c.subject].np; s.tokens[np.from].tag != tNum && s.tokens[np.from].tag != tAdv && s.tokens[np.from].tag != tPrep {
		return false // that one man is dead tells of no attack
	}
	r.casualty(s, "KILLED", "harm:dead", s.chunks[c.verb].vg.main, s.group(c.subject), r.causeBehind(s, c))
	return true
}

// amongDead reads "two children were among the dead", "among the dead was Karimi".
func (r *reader) amongDead(s *sentence, c *clause) bool {
	if c.subject < 0 || r.x.harm.at("be") != "" {
		return false
	}
	v := s.chunks[c.verb].vg
	if k := s.group(c.subject)[0] - 1; k >= 0 && s.chunks[k].word == "among" && c.object > c.verb {
		if rel, cause := r.fallen(s, c.subject); rel != "" {
			r.casualty(s, rel, "harm:among", v.main, s.group(c.object), cause)
		}
		return true
	}
	for _, p := range c.preps {
		if p.verb || p.word != "among" {
			continue
		}
		if rel, cause := r.fallen(s, p.at); rel != "" {
			r.casualty(s, rel, "harm:among", v.main, s.group(c.subject), cause)
		}
	}
	return true
}

// harmClause reads the victims of a verb of harm, and those who are named as a part
// of them: "killed 131 civilians including 21 children".
func (r *reader) harmClause(s *sentence, i int) {
	c := &s.clauses[i]
	v := s.chunks[c.verb].vg
	relation := r.harmOfVerb(s, c)
	if relation == "" {
		return
	}
	victims, cause := r.harmed(s, i)
	if len(victims) == 0 || v.to_ && !v.passive && !v.have && c.verb > 0 && s.chunks[c.verb-1].kind == kNoun {
		return // "a plot to kill", "orders to kill"
	}
	rule := "harm:" + v.lemma
	if whole := s.wholeOf(victims[0]); whole >= 0 {
		r.casualty(s, relation, rule, v.main, s.group(whole), cause)
	}
	r.casualty(s, relation, rule, v.main, s.befallen(c, victims[0]), cause)
	for _, m := range s.group(victims[0]) {
		if part := s.namedPart(m); part >= 0 {
			r.casualty(s, relation, rule, v.main, s.group(part), cause)
		}
	}
}

// befallen returns those of a list whom a verb befell: all, or the last one of whom a
// relative clause tells it: "Nasrallah and Haniyeh, who was killed in Tehran".
func (s *sentence) befallen(c *clause, ci int) []int {
	g := s.group(ci)
	if len(g) < 2 || ci != g[len(g)-1] || !c.passive || c.verb < 1 || s.chunks[c.verb-1].kind != kRel {
		return g
	}
	if w := s.tokens[s.chunks[c.verb].vg.from].Lower; w == "was" || w == "is" || w == "has" {
		return g[len(g)-1:]
	}
	return g
}

// namedPart returns the phrase of those named as a part of the people at ci: "nine
// people, including two nurses", "among them a doctor"; or -1.
func (s *sentence) namedPart(ci int) int {
	ch, j := s.chunks, ci+1
	if j < len(ch) && ch[j].kind == kComma {
		j++
	}
	if j+1 >= len(ch) || ch[j].kind != kPrep || ch[j+1].kind != kNoun {
		return -1
	}
	switch ch[j].word {
	case "including":
		return j + 1
	case "among":
		if j+2 < len(ch) && ch[j+1].np.pronoun && ch[j+2].kind == kNoun {
			return j + 2
		}
	}
	return -1
}

// wholeOf returns the phrase of those of whom the people at ci are named as a part,
// or -1.
func (s *sentence) wholeOf(ci int) int {
	k := s.group(ci)[0] - 1
	for j := k - 3; j < k; j++ {
		if j >= 0 && s.chunks[j].kind == kNoun {
			if part := s.namedPart(j); part >= 0 && s.inGroup(part, ci) {
				return j
			}
		}
	}
	return -1
}

// harmOfVerb returns the relation that a verb of harm makes, with its particle: "shot
// dead", "beaten to death". To remove those who bear arms is to kill them.
func (r *reader) harmOfVerb(s *sentence, c *clause) string {
	v := s.chunks[c.verb].vg
	if relation := r.x.harm.at(v.lemma); relation != "" {
		return relation
	}
	if s.struckDead(c) {
		return "KILLED"
	}
	phrase, victims := "", c.object
	if behind := s.tokens[s.chunks[c.verb].to:]; len(behind) > 0 {
		phrase = v.lemma + " " + behind[0].Lower
		if behind[0].Lower == "to" && len(behind) > 1 && behind[1].Lower == "death" {
			return "KILLED"
		}
	}
	if relation := r.x.harm.at(phrase); relation != "" && !v.to_ {
		return relation
	}
	if c.passive {
		victims = c.subject
	}
	if victims >= 0 && (s.vocab.removing.has(v.lemma) || s.vocab.removing.has(phrase)) && s.vocab.fighters.has(s.tokens[s.chunks[victims].np.head].Lower) {
		return "KILLED"
	}
	return ""
}

// harmed returns the phrases of the victims of the verb of clause i, if it has any,
// and the phrase of what or who harmed them, or -1.
func (r *reader) harmed(s *sentence, i int) (victims []int, cause int) {
	c := &s.clauses[i]
	v := s.chunks[c.verb].vg
	suffered := c.passive || c.object < 0 && r.afterPassive(s, i) || s.sufferedWith(c)
	switch v.lemma {
	case "die", "perish":
		if v.bare && v.form&fGer != 0 {
			return nil, -1 // "the risk of dying"
		}
		suffered = true
	case "sustain", "suffer", "receive":
		if c.object < 0 || c.passive || !s.vocab.woundings.has(s.headLemma(c.object)) {
			return nil, -1
		}
		if _, _, _, ok := count(s.tokens, s.chunks[c.object].from, s.chunks[c.object].to); ok {
			return nil, -1 // "suffered three injuries"
		}
		suffered = true // "sustained injuries"
	case "lose", "embrace":
		lost := c.object
		if c.passive {
			lost = c.subject
		}
		if lost < 0 || !s.vocab.deathly.has(s.tokens[s.chunks[lost].np.head].Lower) {
			return nil, -1
		}
		suffered = true // "lost their lives", "40 lives were lost"
	}
	if suffered {
		return r.alternatives(s, c.subject), r.causeBehind(s, c)
	}
	if d := s.toldOf(c); d != nil {
		return r.alternatives(s, d.subject), r.causeBehind(s, c)
	}
	if d := s.seenBy(c); d != nil {
		return []int{c.subject}, s.doer(d) // "the raid saw nine killed"
	}
	cause = -1
	if c.object >= 0 {
		victims = []int{c.object}
	}
	if d := s.passiveBefore(c); d != nil {
		if by := r.agents(s, d); len(by) > 0 {
			cause = by[0]
		}
		return victims, cause // "was hit by mortar fire, killing six"
	}
	for _, a := range r.alternatives(s, s.doer(c)) {
		if cause < 0 || r.sort(s, s.effective(cause)) != "act" && r.sort(s, s.effective(a)) == "act" {
			cause = a // "attacks in Ankara that killed": the attacks, not Ankara
		}
	}
	return victims, cause
}

// sufferedWith reports whether a participle has its own subject behind "with": "with two
// soldiers killed".
func (s *sentence) sufferedWith(c *clause) bool {
	if v := s.chunks[c.verb].vg; c.object >= 0 || c.subject < 0 || v.form&fPart == 0 || v.from != v.main {
		return false
	}
	first := s.group(c.subject)[0]
	return first > 0 && s.chunks[first-1].kind == kPrep && s.chunks[first-1].word == "with" && c.subject < c.verb
}

// doer returns the subject of a clause; that of a participle behind a comma is the
// subject before a clause with "where": "hit a hall where pupils slept, killing six".
func (s *sentence) doer(c *clause) int {
	if c.subject < 0 || !s.chunks[c.verb].vg.bare {
		return c.subject
	}
	rel := s.group(c.subject)[0] - 1
	if rel < 1 || s.chunks[rel].kind != kRel || s.chunks[rel].word != "where" {
		return c.subject
	}
	for i := len(s.clauses) - 1; i >= 0; i-- {
		if d := &s.clauses[i]; d.verb < rel && d.subject >= 0 && s.chunks[d.verb].vg.finite {
			return d.subject
		}
	}
	return c.subject
}

// toldOf returns the passive clause that tells of the participle of one without a
// subject of its own, or nil: "two were reported killed".
func (s *sentence) toldOf(c *clause) *clause {
	if c.subject >= 0 || c.object >= 0 || s.chunks[c.verb].vg.form&fPart == 0 || !s.verbAt(c.verb-1) || s.clauseOf[c.verb-1] < 0 {
		return nil
	}
	d := &s.clauses[s.clauseOf[c.verb-1]]
	if !d.passive || d.complement != c.verb || d.subject < 0 {
		return nil
	}
	return d
}

// passiveBefore returns the passive clause whose subject a participle shares, or nil:
// what kills in "the bus was bombed, killing six" is no bus.
func (s *sentence) passiveBefore(c *clause) *clause {
	v := s.chunks[c.verb].vg
	if !v.bare || v.form&fGer == 0 || c.subject < 0 || s.chunks[c.verb-1].kind != kComma && s.chunks[c.verb-1].kind != kConj {
		return nil
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d.passive && d.subject == c.subject && d.verb < c.verb && s.chunks[d.verb].vg.finite {
			return d
		}
	}
	return nil
}

// harmPhrase reads the nouns of killing and of harm with a number: "three deaths".
func (r *reader) harmPhrase(s *sentence, ci int) {
	np := s.chunks[ci].np
	if np == nil || np.pronoun {
		return
	}
	h := &s.tokens[np.head]
	if r.harmOf(s, ci) {
		return
	}
	relation := r.x.harmNoun.at(h.lemma)
	if relation == "" {
		relation = r.x.harmNoun.at(h.Lower)
	}
	if relation == "" {
		return
	}
	if _, _, _, ok := count(s.tokens, np.from, np.to); ok {
		// A clause of its own verb has it already: "killed two civilians".
		r.casualty(s, relation, "harm:"+h.Lower, np.head, []int{ci}, r.causerOf(s, ci))
	}
}

// harmOf reads the noun of a harm with whom it befell: "Israel's assassination of
// Haniyeh", "the death of two nurses in a raid", "injuries to four others". It
// reports whether the noun is one.
func (r *reader) harmOf(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	lemma := s.tokens[np.head].lemma
	relation := ""
	switch {
	case s.vocab.killings.has(lemma):
		relation = "KILLED"
	case s.vocab.woundings.has(lemma):
		relation = "INJURED"
	default:
		return false
	}
	victims, cause := -1, ci
	for _, p := range r.nounPreps(s, ci) {
		switch {
		case (p.word == "of" || p.word == "to" && relation == "INJURED") && victims < 0:
			victims = p.at
		case (p.word == "in" || p.word == "from" || p.word == "during") && r.violent(s, s.effective(p.at)):
			cause = p.at
		}
	}
	if victims < 0 || s.premodifiedBy(np, s.vocab.unfinished) {
		return false
	}
	if a := r.causerOf(s, ci); a >= 0 && cause == ci {
		cause = a
	}
	if cause == ci && (s.vocab.naturally.has(lemma) || s.vocab.woundings.has(lemma) || np.negative) {
		return false // "the death of the king"
	}
	r.casualty(s, relation, "harm:"+lemma, np.head, s.group(victims), cause)
	return true
}

// causerOf returns the act that is told to have brought the harm at ci: "the raid
// resulted in the deaths of two", "caused 12 deaths"; or -1.
func (r *reader) causerOf(s *sentence, ci int) int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.subject < 0 || !s.vocab.deadly.has(s.verbLemma(c)) {
			continue
		}
		if c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "in", ci) || hasPrepAt(s, c, "to", ci) {
			for _, a := range r.alternatives(s, c.subject) {
				if r.violent(s, s.effective(a)) {
					return a
				}
			}
			for n := c.verb - 1; n >= 0 && s.chunks[c.verb].vg.bare; n-- {
				if s.chunks[n].kind == kNoun && !s.chunks[n].np.pronoun && r.violent(s, n) {
					return n // "launched raids on the town, leading to the deaths of"
				}
			}
			if a := r.assaultBefore(s, c); a >= 0 {
				return a
			}
			if k := r.sort(s, c.subject); s.chunks[c.verb].vg.bare && (k == "actor" || k == "role") {
				return c.subject
			}
		}
	}
	return -1
}

// assaultBefore returns the act, or who did it, before a relative clause that tells what
// came of it: "attacked a base in Dioura, which resulted in the deaths of 40"; or -1.
func (r *reader) assaultBefore(s *sentence, c *clause) int {
	ch := s.chunks
	rel := s.relativeBefore(c.verb)
	if rel < 0 || ch[rel].word != "which" && ch[rel].word != "that" {
		return -1
	}
	for n := rel - 1; n >= 0; n-- {
		switch k := &ch[n]; k.kind {
		case kNoun:
			if !k.np.pronoun && r.violent(s, n) {
				return n
			}
		case kVerb:
			if s.clauseOf[n] < 0 {
				continue
			}
			if d := &s.clauses[s.clauseOf[n]]; !d.passive && d.subject >= 0 && (s.vocab.assails.has(k.vg.lemma) || s.vocab.batters.has(k.vg.lemma)) && ch[rel-1].kind == kComma {
				return d.subject
			}
		case kColon, kSub:
			return -1
		}
	}
	return -1
}

// afterPassive reports whether a clause shares its voice with the one before:
// "were killed and injured", "were killed and six wounded".
func (r *reader) afterPassive(s *sentence, i int) bool {
	if i == 0 || s.clauses[i].subject < 0 {
		return false
	}
	if s.sufferedWith(&s.clauses[i-1]) {
		return true // "with two killed and six injured"
	}
	if !s.clauses[i-1].passive {
		return s.chunks[s.clauses[i-1].verb].vg.lemma == "leave" // "left two dead and six injured"
	}
	return s.clauses[i-1].subject == s.clauses[i].subject || r.x.harm.at(s.chunks[s.clauses[i-1].verb].vg.lemma) != ""
}

// fallen returns what befell those whom a phrase counts together, "the dead",
// "those killed in the raid", and in what.
func (r *reader) fallen(s *sentence, ci int) (relation string, cause int) {
	if rel := r.x.harmNoun.at(s.tokens[s.chunks[ci].np.head].Lower); rel != "" {
		return rel, -1
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.passive && c.subject == ci {
			return r.x.harm.at(s.chunks[c.verb].vg.lemma), r.causeBehind(s, c)
		}
	}
	return "", -1
}

// toll reports whether a phrase is "the death toll".
func (r *reader) toll(s *sentence, ci int) bool {
	for _, a := range r.alternatives(s, ci) {
		np := s.chunks[a].np
		if s.tokens[np.head].Lower == "toll" {
			return true
		}
	}
	return false
}

// tollOf finds the act of "the death toll from the attack".
func (r *reader) tollOf(s *sentence, ci int) int {
	for _, a := range r.alternatives(s, ci) {
		if r.sort(s, a) == "act" {
			return a
		}
	}
	return -1
}

// causeBehind finds the act behind a passive: "killed in an air strike", "by a bomb".
func (r *reader) causeBehind(s *sentence, c *clause) int {
	for _, p := range c.preps {
		if p.verb {
			continue
		}
		switch p.word {
		case "in", "by", "during", "after", "from", "as":
			k := r.sort(s, s.effective(p.at))
			if k == "act" || p.word == "by" {
				return p.at
			}
		}
	}
	return -1
}

// casualty notes a count of victims with the event that caused them.
func (r *reader) casualty(s *sentence, relation, rule string, at int, victims []int, cause int) {
	for _, m := range victims {
		m = s.effectiveCount(m)
		np := s.chunks[m].np
		if np.negative || np.from > 0 && s.tokens[np.from-1].Lower == "how" {
			continue // "no one was hurt", "how many were hurt"
		}
		people := s.countedAs(m)
		to := s.chunks[people].to
		counted, first, last, ok := count(s.tokens, np.from, to)
		if ok && last < to && s.tokens[last-1].tag == tHyphen {
			ok = false // "a seven-year-old girl"
		}
		if name := r.victim(s, m, at); !ok && name != "" {
			if cause < 0 && rule == "harm:die" {
				continue
			}
			// "killed the Taliban leader Mullah Mansour"
			if event := r.causeOf(s, cause, at, m); event != nil && !strings.HasPrefix(event.Name, name) {
				r.add(s, finding{relation: relation, rule: rule, head: ref{entity: event, text: event.Name, from: at, to: at + 1}, count: graph.Count{Min: 1, Max: 1, Unit: "person"}, counted: name, at: at, from: min(np.from, at), to: max(np.to, at+1)})
			}
			continue
		}
		if !ok && len(victims) > 0 && s.tokens[np.from].tag == tDet && singularPeople(s, np) {
			// "killed three Israelis and an Iranian"
			counted, first, last, ok = graph.Count{Min: 1, Max: 1}, np.from, np.from+1, true
			if !r.countsPeople(s, m, np.head) {
				continue
			}
		}
		if ok && first > 0 && s.tokens[first-1].Lower == "as" && s.tokens[first].Lower == "many" && s.tokens[first+1].Lower != "as" {
			continue // "and as many wounded"
		}
		if !ok || s.tokens[last-1].time || !r.countsPeople(s, people, last) {
			continue
		}
		event := r.causeOf(s, cause, at, people)
		if event == nil {
			continue
		}
		if r.discourse.harm == nil {
			r.discourse.harm, r.discourse.harmed = event, s.Index
		}
		counted.Unit = s.tokens[s.chunks[people].np.head].Lower
		if s.chunks[people].np.head < last {
			counted.Unit = "people"
		}
		r.add(s, finding{relation: relation, rule: rule, head: ref{entity: event, text: event.Name, from: at, to: at + 1}, count: counted, counted: s.counted(first, to), at: at, from: min(np.from, at), to: max(to, at+1)})
	}
}

// victim returns the name of the one whom a phrase tells of by name or office: "Mullah
// Mansour", "the governor, Omar Zadran", "the police chief"; or "". The word of harm
// stands at a token.
func (r *reader) victim(s *sentence, ci, at int) string {
	np := s.chunks[ci].np
	if np.men >= 0 {
		if e := s.mentions[np.men].entity; e.Label == "Person" {
			return e.Name
		}
		return ""
	}
	if np.pronoun || r.sort(s, ci) != "role" || !singularRole(s, np) {
		return ""
	}
	if e := r.namedBehind(s, ci); e != nil && e.Label == "Person" {
		return e.Name
	}
	if v := s.chunks[s.chunkAt(at)].vg; s.tokens[np.from].Lower == "the" && r.isTitle(s, np) && !(v != nil && v.negated) {
		return s.words(np)
	}
	return ""
}

// countsPeople reports whether what is counted is people: a person noun, a
// demonym, or nothing said.
func (r *reader) countsPeople(s *sentence, ci, last int) bool {
	np := s.chunks[ci].np
	if np.head < last {
		return true
	}
	h := &s.tokens[np.head]
	if np.men >= 0 {
		m := &s.mentions[np.men]
		return m.how == byPeople || m.entity.Label == "Organization" && s.tokens[np.from].Lower != "an" && s.tokens[np.from].Lower != "a" || m.how == byAdjective || m.entity.Label == "Aid" || h.word.in(cGroup|cPerson)
	}
	switch h.Lower {
	case "people", "others", "another", "children", "women", "more", "lives":
		return true
	}
	return h.word.in(cPerson|cGroup) || r.x.harmNoun.at(h.lemma) != "" || r.x.harmNoun.at(h.Lower) != "" || h.tag == tNum || s.vocab.agentive(h.Lower) && !strings.HasSuffix(h.Lower, "ants") // but not elephants
}

// ownReport reports whether a pronoun opens what its speaker says of himself: "the army
// said after the attack that it killed".
func (r *reader) ownReport(s *sentence, ci int) bool {
	if s.tokens[s.chunks[ci].from].Lower != "it" {
		return false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.complement == ci && r.speechVerb(s.chunks[c.verb].vg) {
			return true
		}
	}
	return false
}

// causeOf makes the event that a casualty belongs to: the act a phrase names,
// an attack by the one it names, or the act that the sentence or the article
// spoke of last. victims is the phrase of those whom it befell.
func (r *reader) causeOf(s *sentence, cause, at, victims int) *entity {
	if cause >= 0 {
		ci := s.effective(cause)
		np := s.chunks[ci].np
		switch r.sort(s, ci) {
		case "act":
			if g := s.group(ci); len(g) > 1 {
				return r.described("Event", text.Plain(s.surface(r.firstWord(s, s.chunks[g[0]].np), s.chunks[g[len(g)-1]].np.to)))
			}
			return r.event(s, ci)
		case "goods":
			return r.described("Strike", s.words(np)+" attack") // "Russian warplanes"
		case "actor", "role", "pronoun":
			if refs := r.refs(s, ci, []string{"State", "Organization", "Person"}); len(refs) > 0 {
				if k := r.sort(s, ci); k == "pronoun" && !s.governedAct(at) && r.violentBefore(s, at) && !r.ownReport(s, ci) {
					break // "an attack in which he killed"
				}
				return r.described("Strike", refs[0].entity.Name+" attack")
			}
		case "noun":
			switch {
			case np.men >= 0, s.vocab.fighters.has(s.tokens[np.head].Lower):
				return r.described("Strike", s.words(np)+" attack")
			case s.vocab.killings.has(s.tokens[np.head].lemma):
				return r.event(s, ci)
			case s.vocab.disasters.has(s.tokens[np.head].lemma):
				return nil // floods kill, whatever fighting there is
			}
		}
	}
	// The nearest act of the same sentence, before the victims first.
	best := -1
	for ci := range s.chunks {
		if s.chunks[ci].kind == kNoun && !s.chunks[ci].np.pronoun && r.violent(s, ci) {
			if s.chunks[ci].from < at || best < 0 {
				best = ci
			}
		}
	}
	if best >= 0 {
		return r.event(s, best)
	}
	// "Russia struck Kharkiv, killing two": the attack found in this sentence.
	for i := range s.findings {
		f := &s.findings[i]
		if f.relation == "ATTACKED" || f.relation == "FIRED_AT" {
			return r.described("Strike", f.head.entity.Name+" attack on "+f.tail.entity.Name)
		}
	}
	if e := r.assault(s, at); e != nil {
		return e
	}
	if e := r.battleAt(s, at, victims); e != nil {
		return e
	}
	if s.tellsWhenBehind(at) {
		return nil // "was killed when his plane crashed": not in what the article spoke of
	}
	if r.discourse.harm == nil {
		return r.murder(s, at, victims)
	}
	return r.discourse.harm
}

// murder makes the event of a verb that no accident is told by: "was shot dead".
func (r *reader) murder(s *sentence, at, victims int) *entity {
	ci := s.chunkAt(at)
	if ci < 0 || s.chunks[ci].vg == nil {
		return nil
	}
	if l := s.chunks[ci].vg.lemma; !s.vocab.murders.has(l) && (l != "shoot" || at+1 >= len(s.tokens) || s.tokens[at+1].Lower != "dead") {
		return nil
	}
	return r.described("Event", "killing of "+s.words(s.chunks[victims].np))
}

// tellsWhenBehind reports whether a clause of its own behind the verb at a token tells
// how its harm came about.
func (s *sentence) tellsWhenBehind(at int) bool {
	for j := s.chunkAt(at) + 1; j > 0 && j+1 < len(s.chunks); j++ {
		switch k := &s.chunks[j]; k.kind {
		case kVerb, kColon:
			return false
		case kSub, kRel:
			return k.word == "when" && s.chunks[j+1].kind == kNoun
		}
	}
	return false
}

// assault makes the event of the clause that tells what killed: "died when militants
// ambushed their convoy", "when a shell hit the house".
func (r *reader) assault(s *sentence, at int) *entity {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.main == at || c.passive || c.subject < 0 || s.chunks[c.subject].np.pronoun || !s.vocab.batters.has(v.lemma) && !s.vocab.assails.has(v.lemma) {
			continue
		}
		switch r.sort(s, s.effective(c.subject)) {
		case "actor", "role", "goods":
			return r.described("Strike", s.words(s.chunks[s.effective(c.subject)].np)+" attack")
		}
	}
	return nil
}

// battleAt makes the event in which those who bear arms fell where nothing but the
// place is told: "120 fighters were killed around Marib".
func (r *reader) battleAt(s *sentence, at, victims int) *entity {
	np := s.chunks[victims].np
	if h := &s.tokens[np.head]; !s.vocab.fighters.has(h.Lower) && !s.vocab.fighters.has(plural(h.Lower)) && !s.vocab.ranks.has(h.lemma) && !s.vocab.ranks.has(s.tokens[np.start].Lower) {
		return nil
	}
	ci := s.chunkAt(at)
	if ci < 0 || s.clauseOf[ci] < 0 {
		return nil
	}
	for _, p := range s.clauses[s.clauseOf[ci]].preps {
		if !p.verb && s.vocab.whereabouts.has(p.word) && len(r.refs(s, p.at, []string{"Place", "State"})) > 0 {
			return r.described("Event", "fighting "+p.word+" "+s.words(s.chunks[p.at].np))
		}
	}
	return nil
}

// governedAct reports whether a preposition leads to the act at a token, which is then
// one of its own: "widened the war after killing".
func (s *sentence) governedAct(at int) bool {
	ci := s.chunkAt(at)
	return ci > 0 && s.chunks[ci].kind == kVerb && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word != "by"
}

// violentBefore reports whether a sentence names an act that kills before a token.
func (r *reader) violentBefore(s *sentence, at int) bool {
	for ci := range s.chunks {
		if c := &s.chunks[ci]; c.kind == kNoun && c.from < at && !c.np.pronoun && r.violent(s, ci) {
			return true
		}
	}
	return false
}

// violent reports whether a phrase names an act that kills.
func (r *reader) violent(s *sentence, ci int) bool {
	h := &s.tokens[s.chunks[ci].np.head]
	return r.x.strikes.has(h.lemma) || r.x.violence.has(h.lemma)
}

// singularPeople reports whether a phrase is one person by a demonym or noun:
// "an Iranian", "a soldier", "another".
func singularPeople(s *sentence, np *nounPhrase) bool {
	return s.indefinite(np) || s.tokens[np.from].Lower == "another"
}

// counted is a count as written, "an Iranian" as "one Iranian".
func (s *sentence) counted(from, to int) string {
	if l := s.tokens[from].Lower; (l == "a" || l == "an") && from+1 < to && fractions[s.tokens[from+1].Lower] == 0 {
		return "one " + s.surface(from+1, to)
	}
	words := s.surface(from, to)
	if strings.Count(words, "\"") == 1 {
		words = strings.Replace(words, "\"", "", 1) // four "fighters
	}
	return words
}

// countedAs returns the phrase that says who is counted by one that is a mere
// number: "tens of thousands of people".
func (s *sentence) countedAs(ci int) int {
	for k := 0; k < 2; k++ {
		if s.tokens[s.chunks[ci].np.head].tag != tNum || ci+2 >= len(s.chunks) || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun || s.chunks[ci+2].np.from != s.chunks[ci+2].np.head || s.tokens[s.chunks[ci+2].np.head].Lower == "them" {
			break // "killed 11 of them"
		}
		ci += 2
	}
	return ci
}

// effectiveCount goes from "a total" to "66 people" in "a total of 66 people".
func (s *sentence) effectiveCount(ci int) int {
	if h := s.tokens[s.chunks[ci].np.head].Lower; h == "total" || h == "number" || h == "minimum" || fractions[h] > 0 {
		return s.effective(ci)
	}
	return ci
}
