package extract

import "slices"

// alongside finds who else takes part: "besides the United States, the text was
// signed by", "together with Britain", "Russia, like Iran, supports".
func (r *reader) alongside(s *sentence, at int, labels []string) []ref {
	verb := s.chunkAt(at)
	if ci := s.besideSubject(verb); ci >= 0 {
		return slices.DeleteFunc(r.refs(s, ci, labels), func(x ref) bool { return !r.x.onto.Is(x.entity.Label, speakers[:3]...) })
	}
	if ci := s.joinedIn(verb); ci >= 0 {
		return r.refs(s, ci, labels)
	}
	if ci := s.insertedTogether(verb); ci >= 0 {
		return slices.DeleteFunc(r.refs(s, ci, labels), func(x ref) bool { return x.entity.Described })
	}
	for j := 0; j+1 < len(s.chunks) && j < 3 && s.chunks[j].from < at; j++ {
		c := &s.chunks[j]
		if c.kind == kNoun {
			return nil // only at the head of the sentence
		}
		if c.kind != kPrep || s.chunks[j+1].kind != kNoun {
			continue
		}
		together := c.word == "with" && c.from > 0 && (s.tokens[c.from-1].Lower == "together" || s.tokens[c.from-1].Lower == "along")
		if c.word == "besides" || c.word == "alongside" || together {
			return r.refs(s, j+1, labels)
		}
	}
	return nil
}

// insertedTogether returns the phrase before a verb and its subject that says with whom
// somebody does it: "where, together with Rutte, she met"; or -1.
func (s *sentence) insertedTogether(verb int) int {
	if verb < 3 || s.chunks[verb].kind != kVerb || s.chunks[verb-1].kind != kNoun || s.chunks[verb-2].kind != kComma {
		return -1
	}
	for j := verb - 3; j > 0 && j > verb-12; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kVerb, kColon:
			return -1
		case kPrep:
			if w := s.tokens[c.from-1].Lower; c.word == "with" && s.chunks[j+1].kind == kNoun && (w == "together" || w == "jointly") {
				return j + 1
			}
		}
	}
	return -1
}

// besideSubject returns the phrase behind the subject of a verb that says who does the
// same: "Russia, along with Iran, backs", "Egypt - as well as Jordan - cut ties with
// Qatar, accusing it"; or -1.
func (s *sentence) besideSubject(verb int) int {
	if verb < 0 || s.clauseOf[verb] < 0 {
		return -1
	}
	c := &s.clauses[s.clauseOf[verb]]
	if c.passive || c.subject < 0 || c.subject > verb {
		return -1
	}
	j := s.behindGroup(c.subject)
	for j+1 < verb && s.chunks[j].kind == kPrep && s.chunks[j].word == "of" && s.chunks[j+1].kind == kNoun {
		j = s.behindGroup(j + 1) // "the army of Chad, along with"
	}
	for j < verb && (s.chunks[j].kind == kComma || s.dash(j) || s.chunks[j].kind == kRel) {
		j++ // "militias, which, along with Iran, back"
	}
	if j = s.companion(j); j >= verb {
		return -1
	}
	return j
}

// joinedIn returns whom the subject of a gerund joined in doing it: "Kenya joined
// Uganda in condemning"; or -1.
func (s *sentence) joinedIn(verb int) int {
	if verb < 3 || s.chunks[verb].kind != kVerb || !s.chunks[verb].vg.bare || s.chunks[verb-1].word != "in" {
		return -1
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; s.verbLemma(c) == "join" && s.chunks[c.verb].vg.modal == "" && !s.chunks[c.verb].vg.to_ && !c.passive && c.object > c.verb && s.behindGroup(c.object) == verb-1 {
			return c.object
		}
	}
	return -1
}

// companion returns the phrase behind the words at j that tell with whom or like whom
// somebody does it: "along with", "as well as", "joined by"; or -1.
func (s *sentence) companion(j int) int {
	c := s.chunks
	if j >= len(c) {
		return -1
	}
	n := j + 1
	switch s.tokens[c[j].from].Lower {
	case "like", "alongside", "besides":
	case "along", "together", "jointly":
		if n++; n > len(c) || c[n-1].word != "with" {
			return -1
		}
	case "as":
		if n += 2; n > len(c) || c[n-1].word != "as" || s.tokens[c[n-2].from].Lower != "well" {
			return -1
		}
	case "joined", "accompanied":
		if n++; n > len(c) || c[n-1].word != "by" {
			return -1
		}
	default:
		return -1
	}
	if n >= len(c) || c[n].kind != kNoun {
		return -1
	}
	return n
}
