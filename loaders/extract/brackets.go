package extract

// beforeBrackets returns the token before the brackets that close right before one, as
// around an acronym: "Director General (DGMO) Lt Gen Singh"; or -1.
func (s *sentence) beforeBrackets(at int) int {
	t := s.tokens
	if at-4 < s.skip || t[at-1].tag != tClose || t[at-3].tag != tOpen {
		return -1
	}
	return at - 3
}

// bodyInBrackets returns the organisation whose acronym stands in brackets right before
// a token: "Eastern Command (Eastcom) commander Gen. Cruz"; or nil.
func (s *sentence) bodyInBrackets(at int) *entity {
	p := s.beforeBrackets(at)
	if p <= s.skip || s.tokens[p-1].men < 0 {
		return nil
	}
	if e := s.mentions[s.tokens[p-1].men].entity; e.Label == "Organization" {
		return e
	}
	return nil
}

// bearerBehind goes from a name at ci, over the acronym in brackets behind it, to the
// person who holds an office of its: "quoted Eastern Command (Eastcom) commander Cruz".
func (s *sentence) bearerBehind(ci int) int {
	c := s.chunks
	if ci+4 >= len(c) || c[ci+1].kind != kOpen || c[ci+3].kind != kClose || c[ci+4].kind != kNoun {
		return ci
	}
	np := c[ci+4].np
	if s.tokens[np.from].title == 0 || s.tokens[np.from].Capital || !s.namesPerson(np) {
		return ci
	}
	return ci + 4
}

// opensInner reports whether the chunk at ci opens a clause of its own behind a
// participle: "speaking before the king announced".
func (s *sentence) opensInner(ci int) bool {
	if ci >= len(s.chunks) {
		return false
	}
	k := &s.chunks[ci]
	return k.kind == kSub || k.kind == kPrep && s.vocab.subordinates.has(k.word)
}
