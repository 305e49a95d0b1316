package extract

// ladenBefore reports whether the participle at vi tells with what the phrase before it
// is armed or laden, and the verb of that phrase follows: "a truck packed with explosives
// and petrol rammed". What is joined in between is its load, and does nothing.
func (s *sentence) ladenBefore(vi int) bool {
	ch := s.chunks
	if !s.vocab.laden.has(ch[vi].vg.lemma) || vi+2 >= len(ch) || ch[vi+1].word != "with" || ch[vi+1].kind != kPrep {
		return false
	}
	for j := vi + 2; j < len(ch); j++ {
		switch c := &ch[j]; c.kind {
		case kNoun:
			if ch[j-1].kind == kConj && s.tokens[c.from].Lower == "the" {
				return false // "filled with smoke and the crew fled"
			}
		case kPrep, kTime, kAdverb, kConj:
		case kVerb:
			return c.vg.finite && !c.vg.bare && !c.vg.to_
		default:
			return false
		}
	}
	return false
}

// ladenAt returns the participle of being laden whose load the conjunction at ci goes on
// with, or -1.
func (s *sentence) ladenAt(ci int) int {
	ch := s.chunks
	if ci < 3 || ch[ci].kind != kConj {
		return -1
	}
	m := ci - 1
	for m > 1 && ch[m].kind == kNoun {
		m--
	}
	if m < 2 || ch[m].kind != kPrep || ch[m-1].kind != kVerb || !s.ladenBefore(m-1) {
		return -1
	}
	return m - 1
}
