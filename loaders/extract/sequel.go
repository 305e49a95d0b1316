package extract

// sequel returns the visit or remark that comes behind the talks at ci, and whose they
// were as well: "Macron's trip follows talks with", "his remarks came after a meeting
// with".
func (r *reader) sequel(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.subject < 0 || c.subject > c.verb {
			continue
		}
		follows := false
		switch s.chunks[c.verb].vg.lemma {
		case "follow":
			follows = c.object >= 0 && s.inGroup(c.object, ci)
		case "come":
			follows = hasPrepAt(s, c, "after", ci) || hasPrepAt(s, c, "following", ci)
		}
		if np := s.chunks[c.subject].np; follows && s.vocab.sequels.has(s.tokens[np.head].lemma) {
			return []int{c.subject}
		}
	}
	return nil
}
