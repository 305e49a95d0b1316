package extract

import "dossier/graph"

// denials reads what is denied without a verb of denial: "the claims were baseless,
// he said", "said it had nothing to do with the raid".
func (r *reader) denials(s *sentence) {
	if s.Part == graph.Headline {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 {
			continue
		}
		from, to := s.refuted(c)
		own := from < 0 && s.disowns(c)
		if own {
			from, to = s.chunks[s.group(c.subject)[0]].from, r.clauseEnd(s, c.verb)
		}
		if from < 0 {
			continue
		}
		who, ok := r.teller(s, from, speakers)
		if !ok || own && !r.speaksOfOwn(s, who.entity, r.alternatives(s, c.subject)) {
			continue
		}
		n := len(s.findings)
		r.state(s, "DENIED", "denies:"+s.chunks[c.verb].vg.lemma, who, s.content(from, to), s.chunks[c.verb].vg.main, standing{})
		for k := n; k < len(s.findings); k++ {
			s.findings[k].implied = true // whatever is said of what is denied
		}
	}
}

// refuted returns the tokens of what a clause calls untrue, or -1: "the idea that we
// left", of which it says that it is nonsense.
func (s *sentence) refuted(c *clause) (from, to int) {
	v := s.chunks[c.verb].vg
	false_ := c.object > c.verb && s.vocab.untrue.has(s.tokens[s.chunks[c.object].np.head].Lower)
	if v.negated || v.modal != "" || v.lemma != "be" && !c.passive || !(v.lemma == "be" && false_ || s.vocab.untrue.has(s.tokens[v.main].Lower)) {
		return -1, -1
	}
	for j := c.verb - 1; j >= 0; j-- {
		switch k := &s.chunks[j]; {
		case k.kind == kColon, k.kind == kVerb && s.relativeBefore(j) < 0:
			return -1, -1
		case k.kind == kNoun && s.deniable(j) && (j == c.subject || s.chunks[j+1].kind == kRel || s.effective(c.subject) == j || s.chunks[j+1].kind == kPrep):
			return s.chunks[j].from, v.from
		}
	}
	return -1, -1
}

// disowns reports whether a clause says that its subject has no part in something:
// "had nothing to do with", "was not involved in", "has no link to".
func (s *sentence) disowns(c *clause) bool {
	v := s.chunks[c.verb].vg
	if v.modal != "" || v.to_ {
		return false
	}
	if c.passive && v.negated && v.lemma == "involve" {
		return true
	}
	if c.object < c.verb {
		return v.lemma == "be" && v.negated && s.says(c, "behind")
	}
	np := s.chunks[c.object].np
	h := s.tokens[np.head].Lower
	switch v.lemma {
	case "have", "play", "take", "bear":
		return h == "nothing" && c.complement > c.object && s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ || (np.negative || v.negated) && s.vocab.disowned.has(s.tokens[np.head].lemma)
	case "be":
		return v.negated && (h == "involved" || h == "responsible")
	}
	return false
}

// rebuffs reads denials told by verbs of contempt: "brushed off the allegations",
// "scoffed at suggestions that it had lost".
func (r *reader) rebuffs(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.subject < 0 || c.passive || v.negated || v.to_ || v.modal != "" || s.Part == graph.Headline || !s.vocab.rebuffing.has(v.lemma) {
		return
	}
	at := c.object
	for _, p := range c.preps {
		if at < 0 && !p.verb && s.vocab.rebuffedBy.has(p.word) {
			at = p.at
		}
	}
	if at < c.verb || !s.deniable(at) {
		return
	}
	from, to := s.chunks[at].from, r.clauseEnd(s, c.verb)
	for _, w := range r.speakersAt(s, c.subject) {
		s.scopes = append(s.scopes, scope{from: from, to: to, cue: r.x.cueVerbs["deny"][0], cueFrom: v.from, cueTo: v.to, polarity: graph.Denied, modality: graph.Asserted, speakers: []*entity{w.entity}})
		r.state(s, "DENIED", "says:"+v.lemma, w, s.content(from, to), v.main, standing{})
	}
}
