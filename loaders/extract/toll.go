package extract

// tollBrought reads "brought the death toll to 60", "raising the toll from the siege to
// 45". What is told to bring it is the cause if it is an act.
func (r *reader) tollBrought(s *sentence, c *clause) bool {
	if c.object < 0 || c.passive || !r.toll(s, c.object) {
		return false
	}
	cause := r.tollOf(s, c.object)
	for _, a := range r.alternatives(s, c.subject) {
		if cause < 0 && r.violent(s, s.effective(a)) {
			cause = a
		}
	}
	for _, p := range c.preps {
		if p.word == "to" && !p.verb {
			r.casualty(s, "KILLED", "harm:toll", s.chunks[c.verb].vg.main, []int{p.at}, cause)
		}
	}
	return true
}

// seenBy returns the clause of which the people a participle tells of are the object, or
// nil: "the raid saw nine soldiers killed".
func (s *sentence) seenBy(c *clause) *clause {
	v := s.chunks[c.verb].vg
	if c.object >= 0 || c.subject < 0 || c.subject > c.verb || c.passive || v.form&fPart == 0 || v.from != v.main {
		return nil
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; s.chunks[d.verb].vg.lemma == "see" && !d.passive && (d.complement >= 0 && d.complement == c.subject || d.object >= 0 && d.object == c.subject) {
			return d
		}
	}
	return nil
}

// struckDead reports whether "to death" stands behind the object of a verb of blows:
// "hacked five villagers to death", not "sentenced two to death".
func (s *sentence) struckDead(c *clause) bool {
	if !s.vocab.deadlyBlows.has(s.chunks[c.verb].vg.lemma) {
		return false
	}
	for _, p := range c.preps {
		if p.word == "to" && !p.verb && s.headLemma(p.at) == "death" {
			return true
		}
	}
	return false
}

// insertedShare returns the phrase before a comma behind which a share of it is told up
// to the comma at j, or -1: "six people, five of them officers, were killed".
func (s *sentence) insertedShare(j int) int {
	ch := s.chunks
	for m := j - 1; m > 0 && m > j-8; m-- {
		switch ch[m].kind {
		case kNoun, kPrep, kConj, kOther, kAdverb:
		case kComma:
			if m+3 < j && ch[m-1].kind == kNoun && ch[m+2].kind == kPrep && ch[m+2].word == "of" && ch[m+3].kind == kNoun && ch[m+3].np.pronoun {
				return m - 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}
