package extract

// whoever returns the people that "who" at rel stands for, where what stands before it
// at n is no person: "Republicans in Congress who", "Roa, the head of the port in Goma,
// who".
func (s *sentence) whoever(n, rel int) int {
	ch, m := s.chunks, n
	inserted := ch[rel-1].kind == kComma
	for k := 0; k < 4 && (s.impersonal(m) || m != n && inserted && s.thing(m)); k++ {
		first := s.group(m)[0]
		if first > 2 && ch[first-1].kind == kPrep && ch[first-2].kind == kVerb && ch[first-2].vg.form&fPart != 0 && ch[first-3].kind == kNoun {
			m = first - 3 // "soldiers based in Niger who"
			continue
		}
		if first < 2 || ch[first-1].kind != kPrep || ch[first-2].kind != kNoun || ch[first-1].word == "of" && !inserted {
			return n
		}
		m = first - 2
	}
	if m == n || s.impersonal(m) || s.tokens[ch[m].np.head].word.in(cEvent) {
		return n
	}
	if inserted && m > 1 && ch[m-1].kind == kComma && ch[m-2].kind == kNoun && s.namesPerson(ch[m-2].np) {
		return m - 2
	}
	return m
}

// thing reports whether a phrase has a noun that is none for people or those who act.
func (s *sentence) thing(ci int) bool {
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	return np.men < 0 && h.tag == tNoun && h.title == 0 && !h.word.in(cPerson|cGroup|cOrg)
}
