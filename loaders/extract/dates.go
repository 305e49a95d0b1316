package extract

import (
	"slices"
)

func (r *reader) takesDate(relation string) bool {
	switch relation {
	case "HOLDS_POSITION", "LOCATED_IN", "STATED", "DENIED":
		return false
	}
	return r.takes(relation, "date")
}

func (r *reader) takes(relation, qualifier string) bool {
	return slices.Contains(r.x.onto.Relations[relation].Qualifiers, qualifier)
}

// whenOf returns the expressions of time in the clause of a token: those that
// stand together nearest to it.
func (s *sentence) whenOf(at int) []when {
	ci := s.chunkAt(at)
	if ci < 0 {
		return nil
	}
	if w := s.timeWithin(ci); w != nil {
		return w
	}
	stop := func(j int) bool {
		c := &s.chunks[j]
		return c.kind == kColon && !s.datedEntry(j) || c.kind == kSub || c.kind == kVerb && c.vg.finite && j != ci ||
			c.kind == kPrep && (c.word == "since" || c.word == "until" || c.word == "before" || c.word == "after") // the time of something else
	}
	end := len(s.chunks)
	if g := s.group(ci); s.chunks[ci].kind == kNoun && len(g) > 1 && g[len(g)-1] != ci {
		// the time of a list's last member is its own
		if i, ok := slices.BinarySearch(g, ci); ok {
			end = g[i+1]
		}
	}
	judges := s.chunks[ci].kind == kVerb && s.vocab.judging.has(s.chunks[ci].vg.lemma)
	marks := s.marksOfTime()
	after, own := slices.BinarySearch(marks, ci)
	before := marks[:after]
	if own {
		after++
	}
	for _, j := range marks[after:] {
		if j >= end {
			break
		}
		if w := s.timesAt(j); w != nil {
			if earlier := s.timeBefore(ci, before, stop); judges && earlier != nil {
				return earlier // "On Monday they condemned the attack of May 3"
			}
			return w
		}
		if stop(j) {
			break
		}
	}
	return s.timeBefore(ci, before, stop)
}

// timeWithin returns the time that stands inside a verb group: "were on Sunday killed".
func (s *sentence) timeWithin(ci int) []when {
	v := s.chunks[ci].vg
	if v == nil {
		return nil
	}
	for t := v.from + 1; t < v.main; t++ {
		if s.tokens[t].time {
			return s.timesFrom(t)
		}
	}
	return nil
}

// marksOfTime returns, in order, the chunks that tell a time or may end the
// clause that a time belongs to, so that a long list between is passed over.
func (s *sentence) marksOfTime() []int {
	if s.marks == nil {
		s.marks = []int{}
		for i := range s.chunks {
			switch s.chunks[i].kind {
			case kTime, kVerb, kColon, kSub, kRel, kPrep:
				s.marks = append(s.marks, i)
			}
		}
	}
	return s.marks
}

// timesAt returns the time that a chunk tells, with those listed after it: "on
// December 30 and January 2"; nil where it tells none.
func (s *sentence) timesAt(ci int) []when {
	if s.chunks[ci].kind != kTime {
		return nil
	}
	for t := s.chunks[ci].from; t < s.chunks[ci].to; t++ {
		if w := s.timesFrom(t); w != nil {
			return w // "at 3 a.m. on Sunday": the day
		}
	}
	return nil
}

// timesFrom returns the time that begins with a token, with those listed after it.
func (s *sentence) timesFrom(token int) []when {
	i, _ := slices.BinarySearchFunc(s.whens, token+1, func(w when, t int) int { return w.to - t })
	if i == len(s.whens) || s.whens[i].from > token || s.whens[i].since {
		return nil
	}
	out := []when{s.whens[i]}
	for _, w := range s.whens[i+1:] {
		last := out[len(out)-1].to
		if w.from == last || !s.listing(last, w.from) {
			break
		}
		out = append(out, w)
	}
	return out
}

// datedEntry reports whether nothing but a time stands before a colon, as in a
// chronology: "May 8, 2018: Israel bombed".
func (s *sentence) datedEntry(colon int) bool {
	for _, c := range s.chunks[:colon] {
		if c.kind != kTime {
			return false
		}
	}
	return colon > 0
}

// listing tells whether nothing but commas and conjunctions stands between two
// tokens.
func (s *sentence) listing(from, to int) bool {
	for j := from; j < to; j++ {
		if s.tokens[j].tag != tConj && s.tokens[j].tag != tComma {
			return false
		}
	}
	return true
}

// timeBefore is the time that stands before a phrase in its clause, among the
// marks before it.
func (s *sentence) timeBefore(ci int, marks []int, stop func(int) bool) []when {
	for _, j := range slices.Backward(marks) {
		c := &s.chunks[j]
		if w := s.timesAt(j); w != nil {
			return w
		}
		if c.kind == kRel {
			break // "said on Thursday that": the time of the saying
		}
		if s.chunks[ci].kind == kNoun && c.kind == kVerb {
			if s.vocab.judging.has(c.vg.lemma) {
				break // the time of the judgement, not of what is judged
			}
			continue // the noun shares its verb's time
		}
		if stop(j) {
			break
		}
	}
	return nil
}
