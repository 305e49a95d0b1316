package extract

import (
	"strings"
)

// sharedVerbs makes a clause of each further pair of an object and a phrase that
// shares the verb before it: "sent tanks to Mali and drones to Chad".
func (r *reader) sharedVerbs(s *sentence) {
	for i := range len(s.clauses) {
		c := s.clauses[i]
		what := c.object
		if c.passive && what < 0 {
			what = c.subject
		}
		for what >= 0 && c.second < 0 && len(c.preps) > 0 && !c.preps[len(c.preps)-1].verb {
			n := r.nextPair(s, &c, what)
			if n < 0 {
				break
			}
			if what = n; c.passive {
				c.subject = n
			} else {
				c.object = n
			}
			c.preps, c.complement = s.phrasesAfter(s.behindGroup(n)), -1
			s.clauses = append(s.clauses, c)
		}
	}
}

// nextPair returns the phrase behind a clause that is of a kind with the one at what
// and has a phrase with a preposition of the clause behind it, or -1.
func (r *reader) nextPair(s *sentence, c *clause, what int) int {
	ch := s.chunks
	j := s.behindGroup(c.preps[len(c.preps)-1].at)
	n := j
	for n < len(ch) && (ch[n].kind == kTime || n == j && ch[n].kind == kComma || ch[n].kind == kConj && joinsLast(ch[n].word)) {
		n++
	}
	if n == j || n >= len(ch) || ch[n].kind != kNoun || ch[n-1].kind == kTime || ch[n].np.pronoun || r.beginsClause(s, n) {
		return -1
	}
	k := s.behindGroup(n)
	if k+1 >= len(ch) || ch[k].kind != kPrep || ch[k+1].kind != kNoun || !hasPrep(c.preps, ch[k].word) {
		return -1
	}
	switch kind := r.sort(s, s.effective(what)); {
	case s.money(what) && s.money(n):
	case kind != r.sort(s, s.effective(n)), kind != "goods" && (kind == "noun" || ch[n-1].kind != kConj):
		return -1
	}
	return n
}

// sharedPassives makes passives of participles that are joined to one, or to an
// adjective, before one agent: "is armed, funded and trained by".
func (r *reader) sharedPassives(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.object >= 0 || s.chunks[c.verb].vg.form&fPart == 0 || !r.adverbsOnly(s, s.chunks[c.verb].vg) || len(c.preps) == 0 || c.preps[0].word != "by" || c.preps[0].verb {
			continue
		}
		if n := s.joinedParticiples(c.verb); n >= 0 && s.otherFinite(i) {
			c.passive, c.subject = true, n
			if i > 0 && s.clauses[i-1].verb == c.verb-2 {
				d := &s.clauses[i-1]
				d.passive, d.subject, d.object, d.preps = true, n, -1, c.preps // "a group sponsored and trained by"
			}
			continue
		}
		first, chain := c.verb, []int{i}
		for k := i - 1; k >= 0; k-- {
			d := &s.clauses[k]
			if !s.joined(d.verb, first) {
				break
			}
			first = d.verb
			chain = append(chain, k)
			if d.passive || s.chunks[d.verb].vg.lemma == "be" {
				if d.subject < 0 || d.passive && len(d.preps) > 0 {
					break
				}
				for _, m := range chain {
					x := &s.clauses[m]
					if s.chunks[x.verb].vg.lemma != "be" {
						x.passive, x.subject, x.object, x.preps = true, d.subject, -1, c.preps
					}
				}
				break
			}
			if d.object >= 0 || s.chunks[d.verb].vg.form&fPart == 0 {
				break
			}
		}
	}
}

// joined reports whether nothing stands between two verbs but conjunctions,
// commas, adverbs and single adjectives.
func (s *sentence) joined(a, b int) bool {
	seen := false
	for j := a + 1; j < b; j++ {
		switch k := &s.chunks[j]; k.kind {
		case kConj, kComma:
			seen = true
		case kAdverb, kOther:
		case kNoun:
			if k.to-k.from != 1 || s.tokens[k.np.head].tag != tAdj {
				return false
			}
		default:
			return false
		}
	}
	return seen
}

// coordinate lets a base form share what stands before the first verb of its
// list: in "plans to bomb the port and seize the town" both are infinitives, in
// "will fly to Seoul, visit the base and meet" all are to come, and in "did not
// bomb the port or seize the town" both are denied.
func (s *sentence) coordinate() {
	ch := s.chunks
	for i := range ch {
		if ch[i].kind != kVerb || !s.plain(ch[i].vg) {
			continue
		}
		j := i - 1
		for j >= 0 && (ch[j].kind == kAdverb || ch[j].kind == kTime) {
			j--
		}
		if j >= 0 && ch[j].kind == kVerb && ch[j].vg.lemma == "help" {
			ch[i].vg.to_, ch[i].vg.finite = true, false // "helped fight": as "helped to fight"
			continue
		}
		if j == i-1 && s.helpedBefore(j) {
			ch[i].vg.to_, ch[i].vg.finite = true, false // "help Ecuador fight"
			continue
		}
		if j < 1 || ch[j].kind != kConj && (ch[j].kind != kComma || !s.verbList(i)) || ch[j].word == "but" {
			continue
		}
		or := ch[j].word == "or" || ch[j].word == "nor"
		for m := j - 1; m >= 0; m-- {
			if k := ch[m].kind; k == kSub || k == kColon || k == kRel {
				break
			} else if k != kVerb {
				continue
			}
			v, w := ch[i].vg, ch[m].vg
			if w.bare && w.form&fGer != 0 || w.form&fPart != 0 && w.form&fBase == 0 && w.from == w.main {
				continue // a participle between them
			}
			switch aux := s.tokens[w.from].tag; {
			case w.to_:
				v.to_, v.finite, v.joined = true, false, m
				for p := m - 1; p > 0 && ch[j-1].kind == kComma; p-- {
					if ch[p].kind != kVerb {
						continue
					}
					if u := ch[p].vg; u.to_ && u.joined >= 0 {
						v.joined = u.joined // "to arm Kenya, back its bid to join, and train"
					}
					break
				}
			case w.modal != "" || aux == tDo && w.from != w.main:
				v.modal, v.joined = w.modal, m
				if w.negated && or {
					v.negated, v.not = true, w.not
				}
			}
			break
		}
	}
}

// verbList reports whether the verb at vi is followed by a last one with "and", as
// in "visit Seoul, meet Kim and fly home".
func (s *sentence) verbList(vi int) bool {
	for j := vi + 1; j+1 < len(s.chunks); j++ {
		switch s.chunks[j].kind {
		case kSub, kColon, kRel:
			return false
		case kConj:
			n := j + 1
			for n+1 < len(s.chunks) && s.chunks[n].kind == kAdverb {
				n++
			}
			if s.chunks[n].kind == kVerb {
				return s.plain(s.chunks[n].vg)
			}
		case kVerb:
			if v := s.chunks[j].vg; !s.plain(v) && !v.to_ {
				return false
			}
		}
	}
	return false
}

// conjoined returns the subject of the saying that a verb of saying behind a
// conjunction goes on, when only what it reports stands between: "added that
// Japan had reason to worry and spoke of"; -1 if it does not.
func (r *reader) conjoined(s *sentence, c *clause, j int) int {
	if s.chunks[j].kind != kConj || !r.speechVerb(s.chunks[c.verb].vg) {
		return -1
	}
	for i := len(s.clauses) - 2; i >= 0; i-- {
		d := &s.clauses[i]
		v := s.chunks[d.verb].vg
		if !v.finite || v.bare || d.subject < 0 || !r.speechVerb(v) {
			continue
		}
		if d.complement > d.verb && !d.inverted && !d.passive {
			return d.subject
		}
		return -1
	}
	return -1
}

// joinedParticiples returns the phrase before two joined participles with one agent,
// of which the second stands at vi, or -1.
func (s *sentence) joinedParticiples(vi int) int {
	ch := s.chunks
	n := vi - 3
	if n > 0 && ch[n].kind == kComma {
		n-- // "the rebels, backed and armed by Rwanda,"
	}
	if n < 0 || ch[vi-1].kind != kConj || ch[n].kind != kNoun || !s.agentAt(vi+1) {
		return -1
	}
	participle := func(v *verbGroup) bool { return v.form&fPart != 0 && v.from == v.main }
	switch first := &ch[vi-2]; {
	case !participle(ch[vi].vg):
		return -1
	case first.kind == kVerb && participle(first.vg), first.kind == kOther && strings.HasSuffix(s.tokens[first.to-1].Lower, "ed"):
		return n
	}
	return -1
}

// seriesSubject returns the subject of the verb at vi when the verb v behind its
// object and a comma goes on in the same tense: "killed ten, bombed the port"; -1
// if it does not.
func (r *reader) seriesSubject(s *sentence, vi int, v *verbGroup, comma bool) int {
	if !comma || vi < 0 || s.chunks[vi].kind != kVerb || s.clauseOf[vi] < 0 || v.from != v.main {
		return -1
	}
	w := s.chunks[vi].vg
	c := &s.clauses[s.clauseOf[vi]]
	if !w.finite || w.bare || w.to_ || c.passive || c.inverted || c.object < 0 && len(c.preps) == 0 || r.speechVerb(w) || s.vocab.thinking.has(w.lemma) || r.speechVerb(v) || !sameTense(w, v) {
		return -1
	}
	return c.subject
}

// sameTense reports whether a second verb goes on in the tense of the first: both
// tell the past, or both the present in the same number.
func sameTense(first, second *verbGroup) bool {
	if second.form&fPast != 0 && (first.form&fPast != 0 || first.have) {
		return true
	}
	const present = fBase | fPres
	return !first.have && first.modal == "" && first.from == first.main && second.form&present != 0 && second.form&present == first.form&present
}

// joinedInfinitive returns the subject of the infinitive before the conjunction at j,
// or reports that there is none.
func (s *sentence) joinedInfinitive(j int) (int, bool) {
	for m := j - 1; m >= 0; m-- {
		if s.chunks[m].kind == kVerb && s.chunks[m].vg.to_ && s.clauseOf[m] >= 0 {
			return s.clauses[s.clauseOf[m]].subject, true
		}
	}
	return -1, false
}

// sharedObjects gives a verb the object of the one it is joined to: "planned and
// carried out the attack", and a list of verbs its subject and object: "regrets,
// condemns and rejects the attack".
func (s *sentence) sharedObjects() {
	for i := len(s.clauses) - 2; i >= 0; i-- {
		c, d := &s.clauses[i], &s.clauses[i+1]
		if c.object >= 0 || c.complement >= 0 || len(c.preps) > 0 || c.passive || d.passive || d.object < 0 || d.inverted || s.chunks[d.object].from <= s.chunks[d.verb].from || !s.joinedVerbs(i) {
			continue
		}
		c.object = d.object
	}
	for i := 0; i+1 < len(s.clauses); i++ {
		c, d := &s.clauses[i], &s.clauses[i+1]
		if d.subject < 0 && c.subject >= 0 && c.object >= 0 && c.object == d.object && s.joinedVerbs(i) {
			d.subject = c.subject
		}
	}
}

// joinedVerbs reports whether only what joins them stands between the verbs of a clause
// and the next: "and", ", and", or a comma in a list of verbs that ends with "and".
func (s *sentence) joinedVerbs(i int) bool {
	c, d := &s.clauses[i], &s.clauses[i+1]
	k := d.verb - 1
	for k > c.verb && s.chunks[k].kind == kAdverb {
		k--
	}
	switch {
	case k == c.verb+1 && s.chunks[k].kind == kConj, k == c.verb+2 && s.chunks[k].kind == kConj && s.chunks[k-1].kind == kComma:
		return true
	case k == c.verb+1 && s.chunks[k].kind == kComma && i+2 < len(s.clauses):
		e := &s.clauses[i+2] // the list goes on, and the next one shares its object
		return d.object == e.object && e.object >= 0 && s.joinedVerbs(i+1)
	}
	return false
}
