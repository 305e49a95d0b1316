package extract

import (
	"slices"

	"dossier/graph"
	"dossier/loaders/rules"
)

// clause is a verb group with what stands around it.
type clause struct {
	verb       int // chunk
	subject    int // chunk of the subject, or -1
	object     int // chunk of the object, or -1
	second     int // chunk of a second object ("gave Ukraine tanks"), or -1
	preps      []prep
	complement int  // chunk where a clause that depends on the verb begins, or -1
	passive    bool // subject is what it is done to
	inverted   bool // the subject follows: "said Power"
}

// prep is a prepositional phrase.
type prep struct {
	word string
	at   int // chunk of the noun phrase
	verb bool
}

// clauses analyses every verb group of a sentence, left to right.
func (r *reader) clauses(s *sentence) {
	s.coordinate()
	s.clauseOf = r.scratch.ints.slice(len(s.chunks))
	for i := range s.clauseOf {
		s.clauseOf[i] = -1
	}
	for i := range s.chunks {
		if s.chunks[i].kind == kVerb {
			s.clauseOf[i] = len(s.clauses)
			s.clauses = append(s.clauses, clause{verb: i, subject: -1, object: -1, second: -1, complement: -1})
			c := &s.clauses[len(s.clauses)-1]
			r.right(s, c)
			if c.complement >= len(s.chunks) {
				c.complement = -1
			}
			r.left(s, c)
		}
	}
	s.partClauses()
	s.sharedObjects()
	r.sharedPassives(s)
	r.sharedVerbs(s)
}

// phrasesAfter returns the phrases with prepositions that stand at chunk j and behind.
func (s *sentence) phrasesAfter(j int) []prep {
	var out []prep
	for j+1 < len(s.chunks) && s.chunks[j].kind == kPrep && s.chunks[j+1].kind == kNoun {
		out = append(out, prep{word: s.chunks[j].word, at: j + 1})
		j = s.behindGroup(j + 1)
	}
	return out
}

// partClauses takes from a clause what opens the next one: in "sanctioned Russia
// as Starmer hosts Zelenskyy" nobody is sanctioned as Starmer.
func (s *sentence) partClauses() {
	opens := map[int]bool{}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || c.subject > c.verb || !s.chunks[c.verb].vg.finite || c.passive && s.chunks[c.verb].vg.bare {
			continue
		}
		if first := s.group(c.subject)[0]; s.subordinate(first) {
			opens[first] = true
		}
	}
	if len(opens) == 0 {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		c.preps = slices.DeleteFunc(c.preps, func(p prep) bool { return opens[p.at] && p.at > c.verb && !p.verb })
	}
}

// otherFinite reports whether a sentence has a finite verb besides the clause at i and
// the one before it.
func (s *sentence) otherFinite(i int) bool {
	for k := range s.clauses {
		if v := s.chunks[s.clauses[k].verb].vg; k != i && k != i-1 && v.finite && !v.bare {
			return true
		}
	}
	return false
}

// plain reports whether a verb group is a mere base form, as it stands behind
// "to" or "will" or with a plural subject of its own.
func (s *sentence) plain(v *verbGroup) bool {
	if v.modal != "" || v.to_ || v.have || v.passive || !v.finite || v.form&fBase == 0 || s.tokens[v.main].Lower != v.lemma {
		return false
	}
	for i := v.from; i < v.main; i++ {
		if s.tokens[i].tag != tAdv {
			return false
		}
	}
	return true
}

// behindGroup returns the chunk behind the list that the phrase at ci is in.
func (s *sentence) behindGroup(ci int) int {
	g := s.group(ci)
	last := g[len(g)-1]
	if last < ci {
		last = ci
	}
	return last + 1
}

// commaBetween reports whether a comma stands between two chunks.
func (s *sentence) commaBetween(a, b int) bool {
	for j := a + 1; j < b; j++ {
		if s.chunks[j].kind == kComma {
			return true
		}
	}
	return false
}

// nounBefore returns the noun phrase at or before chunk k, in the same phrase.
func (s *sentence) nounBefore(k int) int {
	for ; k >= 0; k-- {
		switch s.chunks[k].kind {
		case kNoun:
			if k > 1 && s.age(k) {
				continue // "Maduro, 61, who"
			}
			return k
		case kTime, kAdverb, kComma:
		case kClose:
			for k >= 0 && s.chunks[k].kind != kOpen {
				k--
			}
		default:
			return -1
		}
	}
	return -1
}

// impersonal reports whether a phrase names a state, a body or a place.
func (s *sentence) impersonal(ci int) bool {
	np := s.chunks[ci].np
	return np.men >= 0 && s.mentions[np.men].entity.Label != "Person" && s.mentions[np.men].entity.Label != "Aid" && s.mentions[np.men].to-1 == np.head
}

// finiteBetween reports whether a finite verb or a new clause stands between two chunks.
func (s *sentence) finiteBetween(a, b int) bool {
	for j := a + 1; j < b; j++ {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			if c.vg.finite && !c.vg.bare {
				return true
			}
		case kRel, kSub, kColon:
			return true
		}
	}
	return false
}

// embedded reports whether a clause is the report of a verb before it.
func (s *sentence) embedded(i int) bool {
	c := &s.clauses[i]
	first := c.subject
	if g := s.group(c.subject); g[0] < first {
		first = g[0]
	}
	for k := range i {
		if d := &s.clauses[k]; d.complement >= 0 && (d.complement == first || d.complement == c.subject || d.complement == c.verb) {
			return true
		}
	}
	return false
}

// particle reports whether a preposition right behind a verb belongs to it.
func (r *reader) particle(verb, word string) bool {
	both := verb + " " + word
	return r.x.support.has(both) || len(r.x.set.OfVerb(both)) > 0
}

// accuses reports whether a verb accuses its object.
func (r *reader) accuses(lemma string) bool {
	return slices.ContainsFunc(r.x.cueVerbs.at(lemma), func(c *rules.Cue) bool { return c.Opens && c.Modality == graph.Alleged })
}

// verbBeforeChunk reports whether a finite verb stands before a chunk.
func (s *sentence) verbBeforeChunk(ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		if s.chunks[j].kind == kVerb && s.chunks[j].vg.finite {
			return true
		}
	}
	return false
}

// dash reports whether the chunk at j is a dash.
func (s *sentence) dash(j int) bool {
	return s.chunks[j].kind == kColon && s.chunks[j].word != ":" && s.chunks[j].word != ";"
}

// present reports whether a verb group tells what is or has become, not what was.
func (s *sentence) present(v *verbGroup) bool {
	switch s.tokens[v.from].Lower {
	case "has", "have", "is", "are", "does", "do":
		return true
	}
	return v.form&fPres != 0
}
