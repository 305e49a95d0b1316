package extract

import "slices"

// stanceOfVerb returns the chunks that may stand in one of the slots which only
// constructions of support, blame, threat and breach ask for, and whether the slot is
// one of these.
func (r *reader) stanceOfVerb(s *sentence, c *clause, source string) ([]int, bool) {
	switch source {
	case "gerundsubj":
		// "selling oil violates the embargo"
		if j := s.firstChunk(); j >= 0 && j < c.verb && s.chunks[j].kind == kVerb && s.chunks[j].vg.bare && s.chunks[j].vg.form&fGer != 0 && s.chunks[c.verb].vg.finite {
			for k := j + 1; k < c.verb; k++ {
				if s.chunks[k].kind == kVerb || s.chunks[k].kind == kComma {
					return nil, true
				}
			}
			return []int{j}, true
		}
		return nil, true
	case "subjfrom":
		// "aid from Turkey reached": whence the subject comes
		if c.passive || c.subject < 0 {
			return nil, true
		}
		var out []int
		for _, p := range r.nounPreps(s, c.subject) {
			if p.word == "from" {
				out = append(out, p.at)
			}
		}
		return out, true
	case "waged":
		// "advanced in an offensive backed by": whose the act is
		if !c.passive || c.subject < 0 || !r.x.strikes[s.tokens[s.chunks[c.subject].np.head].lemma] {
			return nil, true
		}
		if out := r.nounSlot(s, c.subject, nil, "subj"); len(out) > 0 {
			return out, true
		}
		if d := r.governing(s, c.subject, "in"); d != nil {
			return r.verbSlot(s, d, "subj"), true
		}
		return nil, true
	case "attacker":
		// "an attack by Iran would be met with": who would attack
		if !c.passive || c.subject < 0 {
			return nil, true
		}
		var out []int
		for _, p := range r.nounPreps(s, c.subject) {
			if p.word == "by" || p.word == "from" {
				out = append(out, p.at)
			}
		}
		return out, true
	case "toblame":
		// "Syria was to blame for": who the infinitive is said of
		if v := s.chunks[c.verb].vg; v.to_ && c.object < 0 && c.verb > 0 && s.chunks[c.verb-1].kind == kVerb && s.clauseOf[c.verb-1] >= 0 {
			if d := &s.clauses[s.clauseOf[c.verb-1]]; s.chunks[d.verb].vg.lemma == "be" {
				return r.verbSlot(s, d, "subj"), true
			}
		}
		return nil, true
	case "todoing":
		// "is committed to upholding the truce"
		if m := c.complement; m > c.verb && s.chunks[m].kind == kVerb && s.chunks[m-1].kind == kPrep && s.chunks[m-1].word == "to" && s.vocab.upholds[s.chunks[m].vg.lemma] && s.clauseOf[m] >= 0 {
			return r.verbSlot(s, &s.clauses[s.clauseOf[m]], "obj"), true
		}
		return nil, true
	case "doing":
		// "threatened to withdraw from the pact": an act that says something itself
		if m := c.complement; m > c.verb && s.chunks[m].kind == kVerb && s.chunks[m].vg.to_ && !s.vocab.vagueActs[s.chunks[m].vg.lemma] && s.noClauseBetween(c.verb, m) {
			return []int{m}, true
		}
		return nil, true
	case "thatsubj":
		// "alleged that Mali had armed the rebels": of whom it is told
		return s.subjectOfReport(c.complement), true
	case "infharm", "infharm's":
		// "vowed to annihilate", "threatened to retaliate against"
		if c.complement >= 0 && s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ && s.vocab.harms[s.chunks[c.complement].vg.lemma] {
			return r.verbSlot(s, c, "inf"), true
		}
		return nil, true
	}
	return nil, false
}

// stanceOfNoun is the same for nouns.
func (r *reader) stanceOfNoun(s *sentence, ci int, preps []prep, source string) ([]int, bool) {
	switch source {
	case "gerundsubj":
		// "selling oil is a violation of"
		for i := range s.clauses {
			if c := &s.clauses[i]; s.chunks[c.verb].vg.lemma == "be" && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "in", ci)) {
				return r.verbSlot(s, c, "gerundsubj"), true
			}
		}
		return nil, true
	case "mainsubj":
		// "despite threats to strike Japan, the North": whose sentence it opens
		if ci != 1 || s.chunks[0].kind != kPrep {
			return nil, true
		}
		for i := range s.clauses {
			if c := &s.clauses[i]; s.chunks[c.verb].vg.finite {
				return r.verbSlot(s, c, "subj"), true
			}
		}
		return nil, true
	case "besubj":
		// "is a liar", "condemned as a terrorist group": who is said to be one
		for i := range s.clauses {
			c := &s.clauses[i]
			switch l := s.chunks[c.verb].vg.lemma; {
			case (l == "be" || l == "remain") && c.subject >= 0 && c.object == ci:
				return r.verbSlot(s, c, "subj"), true
			case s.vocab.regards[l] && hasPrepAt(s, c, "as", ci):
				return r.verbSlot(s, c, "obj"), true
			}
		}
		return nil, true
	case "infharm":
		// "its vow to annihilate"
		if j := s.behindGroup(ci); j < len(s.chunks) && s.chunks[j].kind == kVerb && s.chunks[j].vg.to_ && s.vocab.harms[s.chunks[j].vg.lemma] {
			return r.nounSlot(s, ci, preps, "inf"), true
		}
		return nil, true
	case "thatsubj":
		// "its allegation, repeated on Monday, that Mali armed": likewise
		for j := s.behindGroup(ci); j < len(s.chunks); j++ {
			switch k := &s.chunks[j]; k.kind {
			case kPrep, kNoun, kTime, kAdverb:
			case kRel:
				if k.word == "that" {
					return s.subjectOfReport(j + 1), true
				}
				return nil, true
			default:
				return nil, true
			}
		}
		return nil, true
	case "apposed":
		return r.apposed(s, ci), true
	case "withsubj":
		return r.accompanied(s, ci, preps), true
	case "tosubj":
		// "came to Kuwait's defence"
		if c := r.governing(s, ci, "to"); c != nil && s.vocab.rushes[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "subj"), true
		}
		return nil, true
	case "onsubj":
		return r.sided(s, ci), true
	case "favoured":
		return r.favoured(s, ci, preps), true
	case "thankful":
		return r.thankful(s, ci, preps), true
	case "traded":
		// "traded threats with", "exchanged accusations"
		if c := r.supporting(s, ci); c != nil && s.vocab.trades[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "subj"), true
		}
		return nil, true
	case "tradedwith":
		c := r.supporting(s, ci)
		if c == nil || !s.vocab.trades[s.chunks[c.verb].vg.lemma] {
			return nil, true
		}
		if out := append(r.verbPreps(s, c, "with"), r.nounSlot(s, ci, preps, "with")...); len(out) > 0 || c.subject < 0 || len(s.group(c.subject)) < 2 {
			return out, true
		}
		return r.verbSlot(s, c, "subj"), true // "Mali and Chad traded threats"
	case "intruder":
		// "entered Turkish airspace"
		for i := range s.clauses {
			c := &s.clauses[i]
			if s.vocab.intrudes[s.chunks[c.verb].vg.lemma] && (!c.passive && c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "into", ci) || s.chunks[c.verb].vg.lemma == "trespass" && hasPrepAt(s, c, "in", ci) || c.passive && c.subject >= 0 && s.inGroup(c.subject, ci)) {
				return r.verbSlot(s, c, "subj"), true
			}
		}
		return nil, true
	case "drawer":
		// "prompted condemnation from"
		for i := range s.clauses {
			c := &s.clauses[i]
			if !c.passive && s.vocab.suffers[s.chunks[c.verb].vg.lemma] && c.object >= 0 && s.inGroup(c.object, ci) {
				return r.verbSlot(s, c, "subj"), true
			}
			if l := s.chunks[c.verb].vg.lemma; c.passive && c.subject >= 0 && (l == "meet" || l == "greet") && hasPrepAt(s, c, "with", ci) {
				return r.alternatives(s, c.subject), true // "was met with condemnation"
			}
		}
		return nil, true
	case "notruledout":
		// "would not rule out military action against"
		for i := range s.clauses {
			c := &s.clauses[i]
			v := s.chunks[c.verb].vg
			if v.lemma == "rule" && v.main+1 < len(s.tokens) && s.tokens[v.main+1].Lower == "out" && (v.negated || s.refusing(c.verb)) && (c.object >= 0 && s.inGroup(c.object, ci) || r.governing(s, ci, "of") == c) {
				return r.verbSlot(s, c, "subj"), true
			}
		}
		return nil, true
	}
	return nil, false
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
			if c.subject < from || c.subject > c.verb {
				return nil
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
		var out []*entity
		for _, x := range r.refs(s, c.subject, labels) {
			out = append(out, x.entity)
		}
		return out
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
	if !s.vocab.threatening[s.tokens[s.chunks[ci].np.head].lemma] {
		return ref{}, false
	}
	for _, x := range r.frameOwners(s, ci, nil) {
		if r.x.onto.Is(x.entity.Label, labels...) {
			return x, true
		}
	}
	if c := r.supporting(s, ci); c != nil {
		for _, k := range r.verbSlot(s, c, "subj") {
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
	own := s.vocab.keeps[l] || x.entity.Described && (l == "defend" || l == "commitment")
	return own && s.chunks[s.group(ci)[0]].np.possessive
}

// isOwn reports whether what a phrase names is a state's own: "Russian jets".
func (r *reader) isOwn(s *sentence, x ref, state *entity) bool {
	ci := s.chunkAt(x.from)
	return state.Label == "State" && ci >= 0 && s.chunks[ci].np != nil && slices.Contains(r.owners(s, s.chunks[ci].np), state)
}
