package extract

// norms are the labels of what forbids by its words.
var norms = []string{"Resolution", "Sanction", "Agreement", "Statement"}

// forbidden reads what a text says that somebody must not do: "under the treaty,
// Oman may not test missiles", "the draft says Oman must not test missiles".
func (r *reader) forbidden(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if c.passive || c.subject < 0 || c.object < 0 || !v.negated || !s.vocab.musts.has(v.modal) {
			continue
		}
		by := r.norm(s, c)
		if len(by) == 0 {
			continue
		}
		end := s.chunks[s.behindGroup(c.object)-1].to
		words := s.surface(v.main, end)
		act := ref{entity: r.described("Event", words), text: words, from: v.main, to: end}
		f := finding{relation: "PROHIBITS", rule: "must-not", head: by[0], tail: act, at: s.chunks[c.object].from, from: v.from, to: end, roles: map[string]ref{}}
		if who := r.refs(s, c.subject, []string{"State", "Organization"}); len(who) > 0 {
			f.roles["target"] = who[0]
		}
		r.add(s, f)
	}
}

// norm returns the text by which a clause commands: behind "under", or as what
// says it.
func (r *reader) norm(s *sentence, c *clause) []ref {
	for _, ci := range r.verbSlot(s, c, "under") {
		if by := r.refs(s, ci, norms); len(by) > 0 {
			return by
		}
	}
	if m := s.chunks[c.verb].vg.modal; m == "can" || m == "should" {
		return nil // "the report says Kenya cannot afford tanks"
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d != c && d.subject >= 0 && r.speechVerb(s.chunks[d.verb].vg) && (d.complement >= 0 || d.verb > c.verb) {
			if by := r.refs(s, d.subject, norms); len(by) > 0 {
				return by
			}
		}
	}
	return nil
}
