package extract

// insertedSaying returns the chunk before the comma at which a saying begins that
// ends with the verb at vi and is inserted into what it reports, or -1.
func (r *reader) insertedSaying(s *sentence, vi int) int {
	ci := s.clauseOf[vi]
	if ci < 0 || !r.speechVerb(s.chunks[vi].vg) || vi+1 >= len(s.chunks) || s.chunks[vi+1].kind != kComma {
		return -1
	}
	n := s.clauses[ci].subject
	if n != vi-1 || n < 0 {
		return -1
	}
	if first := s.group(n)[0]; first > 1 && s.chunks[first-1].kind == kComma && (s.chunks[first-2].kind == kNoun || s.chunks[first-2].kind == kVerb) {
		return first - 2
	}
	return -1
}

// behindTimes returns the chunk at j, or the one before the dates that end there; or -1.
func (s *sentence) behindTimes(j int) int {
	for j >= 0 && s.chunks[j].kind == kTime {
		j--
	}
	return j
}
