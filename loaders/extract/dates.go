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
	stop := func(j int) bool {
		c := &s.chunks[j]
		return c.kind == kColon || c.kind == kSub || c.kind == kVerb && c.vg.finite && j != ci ||
			c.kind == kPrep && (c.word == "since" || c.word == "until" || c.word == "before" || c.word == "after") // the time of something else
	}
	pick := func(token int) []when {
		for i := range s.whens {
			if w := s.whens[i]; w.from <= token && token < w.to {
				if w.since {
					return nil
				}
				out := []when{w}
				// "on December 30 and January 2"
				for k := i + 1; k < len(s.whens); k++ {
					listed := true
					for j := out[len(out)-1].to; j < s.whens[k].from; j++ {
						listed = listed && (s.tokens[j].tag == tConj || s.tokens[j].tag == tComma)
					}
					if !listed || s.whens[k].from == out[len(out)-1].to {
						break
					}
					out = append(out, s.whens[k])
				}
				return out
			}
		}
		return nil
	}
	end := len(s.chunks)
	if g := s.group(ci); s.chunks[ci].kind == kNoun && len(g) > 1 && g[len(g)-1] != ci {
		end = ci + 1 // the time of a list's last member is its own
		for end < len(s.chunks) && !slices.Contains(g, end) {
			end++
		}
	}
	judges := s.chunks[ci].kind == kVerb && s.vocab.judging[s.chunks[ci].vg.lemma]
	for j := ci + 1; j < end; j++ {
		if s.chunks[j].kind == kTime {
			if w := pick(s.chunks[j].from); w != nil {
				if before := s.timeBefore(ci, pick, stop); judges && before != nil {
					return before // "On Monday they condemned the attack of May 3"
				}
				return w
			}
		}
		if stop(j) {
			break
		}
	}
	return s.timeBefore(ci, pick, stop)
}

// timeBefore is the time that stands before a phrase in its clause.
func (s *sentence) timeBefore(ci int, pick func(int) []when, stop func(int) bool) []when {
	for j := ci - 1; j >= 0; j-- {
		c := &s.chunks[j]
		if c.kind == kTime {
			if w := pick(c.from); w != nil {
				return w
			}
		}
		if c.kind == kRel {
			break // "said on Thursday that": the time of the saying
		}
		if s.chunks[ci].kind == kNoun && c.kind == kVerb {
			if s.vocab.judging[c.vg.lemma] {
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
