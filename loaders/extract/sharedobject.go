package extract

// sharedObjects gives a verb the object of the one it is joined to: "planned and
// carried out the attack", and a list of verbs its subject and object: "regrets,
// condemns and rejects the attack".
func (s *sentence) sharedObjects() {
	for i := len(s.clauses) - 2; i >= 0; i-- {
		c, d := &s.clauses[i], &s.clauses[i+1]
		if c.object >= 0 || c.complement >= 0 || len(c.preps) > 0 || c.passive || d.passive || d.object < 0 || d.inverted || s.chunks[d.object].from <= s.chunks[d.verb].from || !s.joinedVerbs(i) {
			continue
		}
		c.object = d.object
	}
	for i := 0; i+1 < len(s.clauses); i++ {
		c, d := &s.clauses[i], &s.clauses[i+1]
		if d.subject < 0 && c.subject >= 0 && c.object >= 0 && c.object == d.object && s.joinedVerbs(i) {
			d.subject = c.subject
		}
	}
}

// joinedVerbs reports whether only what joins them stands between the verbs of a clause
// and the next: "and", ", and", or a comma in a list of verbs that ends with "and".
func (s *sentence) joinedVerbs(i int) bool {
	c, d := &s.clauses[i], &s.clauses[i+1]
	k := d.verb - 1
	for k > c.verb && s.chunks[k].kind == kAdverb {
		k--
	}
	switch {
	case k == c.verb+1 && s.chunks[k].kind == kConj, k == c.verb+2 && s.chunks[k].kind == kConj && s.chunks[k-1].kind == kComma:
		return true
	case k == c.verb+1 && s.chunks[k].kind == kComma && i+2 < len(s.clauses):
		e := &s.clauses[i+2] // the list goes on, and the next one shares its object
		return d.object == e.object && e.object >= 0 && s.joinedVerbs(i+1)
	}
	return false
}

// helpedBefore reports whether the phrase at ci is whom a verb of helping has for its
// object, so that a base form behind it is what he is helped to do.
func (s *sentence) helpedBefore(ci int) bool {
	ch := s.chunks
	if ci < 1 || ch[ci].kind != kNoun {
		return false
	}
	first := s.group(ci)[0]
	return first > 0 && ch[first-1].kind == kVerb && ch[first-1].vg.lemma == "help" && !ch[first-1].vg.passive
}
