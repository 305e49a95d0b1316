package extract

import (
	"slices"

	"dossier/graph"
)

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
		if !ok {
			who, ok = r.teller(s, s.chunks[c.verb].vg.main, speakers) // "told VOA the charge that it left was false"
		}
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
	if v.modal != "" || !s.untruth(c) {
		return -1, -1
	}
	within := false // a clause that a noun opens: "the claim that rebels from Chad left"
	for j := c.verb - 1; j >= 0; j-- {
		switch k := &s.chunks[j]; {
		case k.kind == kColon:
			return -1, -1
		case k.kind == kVerb:
			within = within || s.relativeBefore(j) < 0
		case k.kind == kNoun && s.deniable(j) && (s.chunks[j+1].kind == kRel || !within && (j == c.subject || s.effective(c.subject) == j || s.chunks[j+1].kind == kPrep)):
			return s.chunks[j].from, v.from
		}
	}
	return -1, -1
}

// untruth reports whether a clause says that its subject is not true: "is false", "was
// fabricated", "are not correct", "has no basis", "do not correspond to reality".
func (s *sentence) untruth(c *clause) bool {
	v := s.chunks[c.verb].vg
	behind := c.object > c.verb
	switch {
	case v.lemma == "be" && !c.passive:
		if behind && v.negated {
			return s.vocab.truths.has(s.headWord(c.object))
		}
		for _, p := range c.preps {
			if !p.verb && p.word == "without" && s.vocab.merits.has(s.headWord(p.at)) {
				return true
			}
		}
		return behind && slices.ContainsFunc(s.group(c.object), func(ci int) bool { return s.vocab.untrue.has(s.headWord(ci)) })
	case c.passive:
		return !v.negated && s.vocab.untrue.has(s.tokens[v.main].Lower)
	case v.lemma == "lack":
		return behind && !v.negated && s.vocab.merits.has(s.headWord(c.object))
	case v.lemma == "have":
		return behind && (v.negated || s.chunks[c.object].np.negative) && s.vocab.merits.has(s.headWord(c.object))
	case v.lemma == "correspond":
		return v.negated && hasPrep(c.preps, "to")
	}
	return false
}

// headWord is the head of the phrase at ci as written, in lower case.
func (s *sentence) headWord(ci int) string { return s.tokens[s.chunks[ci].np.head].Lower }

// retorts reads a clause that calls untrue what stands before it: "..., which Bamako
// said was false", "..., a claim that Bamako called baseless".
func (r *reader) retorts(s *sentence, c *clause) {
	if c.subject < 0 || s.Part == graph.Headline {
		return
	}
	end := s.retorted(c)
	if end <= s.skip {
		return
	}
	v := s.chunks[c.verb].vg
	n := s.chunks[c.verb].to
	switch {
	case v.negated || v.modal != "":
		return
	case s.vocab.naming.has(v.lemma) || s.vocab.regards.has(v.lemma):
		if n < len(s.tokens) && s.tokens[n].Lower == "as" {
			n++
		}
		for n < len(s.tokens) && (s.tokens[n].tag == tQuote || s.tokens[n].tag == tDet || s.tokens[n].tag == tAdv) {
			n++
		}
		if n >= len(s.tokens) || !s.vocab.untrue.has(s.tokens[n].Lower) {
			return
		}
	case r.speechVerb(v) && c.verb+1 < len(s.chunks) && s.chunks[c.verb+1].kind == kVerb && s.clauseOf[c.verb+1] >= 0:
		if !s.untruth(&s.clauses[s.clauseOf[c.verb+1]]) {
			return
		}
	default:
		return
	}
	r.denyTokens(s, c, r.speakersAt(s, c.subject), s.skip, end)
}

// deniesInQuote reads a denial in the words of a quotation: "'We reject the claims,' he
// said", "Mali 'denies any role', he said".
func (r *reader) deniesInQuote(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.subject < 0 || c.passive || v.negated || v.to_ || v.bare || v.modal != "" || s.Part == graph.Headline || !s.quoted(v.main) {
		return
	}
	for _, cue := range r.x.cueVerbs.at(v.lemma) {
		if cue.Polarity != graph.Denied {
			continue
		}
		u := utterance{r: r, s: s, c: c, v: v, cue: cue}
		if e := s.speaker(v.main); e != nil && firstPerson(s.headWord(c.subject)) {
			u.who = []ref{{entity: e, text: e.Name, from: v.main, to: v.main + 1}}
		} else {
			u.who = r.speakersAt(s, c.subject)
		}
		if len(u.who) == 0 || u.wordless() || !u.extend() || u.before || u.spokenOf() {
			return
		}
		if sc, ok := u.scoped(); ok {
			for _, q := range s.quotes {
				if q[0] < sc.from && sc.from < q[1] && c.object >= 0 && s.chunks[c.object].to < q[1] {
					sc.to = min(sc.to, q[1])
				}
			}
			s.scopes = append(s.scopes, sc)
			u.state("DENIED", s.content(sc.from, sc.to))
		}
		return
	}
}

// retorted is where what a clause says something of ends, when it stands before a comma
// and is taken up by "which" or a noun of accusing; or 0.
func (s *sentence) retorted(c *clause) int {
	if c.subject > c.verb {
		return 0
	}
	k := s.group(c.subject)[0] - 1
	if k > 1 && s.chunks[k].kind == kRel && s.chunks[k-1].kind == kNoun && s.chunks[k-2].kind == kComma {
		k-- // "a claim that Bamako called"
	}
	if k < 1 || s.chunks[k-1].kind != kComma {
		return 0
	}
	if ch := &s.chunks[k]; ch.kind == kRel && ch.word == "which" || ch.kind == kNoun && s.taken(k) {
		return s.chunks[k-1].from
	}
	return 0
}

// taken reports whether the phrase at ci takes up what stands before it: "a claim",
// "something".
func (s *sentence) taken(ci int) bool {
	h := &s.tokens[s.chunks[ci].np.head]
	return s.vocab.accusations.has(h.lemma) || h.Lower == "something"
}

// denyTokens notes a denial of what stands between two tokens by the verb of a clause.
func (r *reader) denyTokens(s *sentence, c *clause, who []ref, from, to int) {
	v := s.chunks[c.verb].vg
	for _, w := range who {
		s.scopes = append(s.scopes, scope{from: from, to: to, cue: r.x.cueVerbs.at("deny")[0], cueFrom: v.from, cueTo: v.to, polarity: graph.Denied, modality: graph.Asserted, speakers: []*entity{w.entity}})
		r.state(s, "DENIED", "says:"+v.lemma, w, s.content(from, to), v.main, standing{})
	}
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

// pleadsInnocence reports whether a clause tells that an accused denies the charges:
// "pleaded not guilty to", "maintained his innocence".
func (s *sentence) pleadsInnocence(c *clause) bool {
	v, n := s.chunks[c.verb].vg, s.chunks[c.verb].to
	if v.lemma == "plead" {
		if n < len(s.tokens) && s.tokens[n].tag == tNot {
			return n+1 < len(s.tokens) && s.tokens[n+1].Lower == "guilty"
		}
		return n < len(s.tokens) && s.tokens[n].Lower == "innocent"
	}
	return c.object > c.verb && s.headLemma(c.object) == "innocence" && s.vocab.professing.has(v.lemma)
}

// rebuffs reads denials told by verbs of contempt: "brushed off the allegations",
// "scoffed at suggestions that it had lost".
func (r *reader) rebuffs(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.subject < 0 || c.passive || v.negated || v.to_ || v.modal != "" || s.Part == graph.Headline {
		return
	}
	if s.pleadsInnocence(c) {
		r.denyTokens(s, c, r.speakersAt(s, c.subject), v.to, r.clauseEnd(s, c.verb))
		return
	}
	if !s.vocab.rebuffing.has(v.lemma) && !(r.opens(v.lemma) && c.object > c.verb && s.untrueBehind(c)) {
		return // "denounced the charges as lies"
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
	r.denyTokens(s, c, r.speakersAt(s, c.subject), from, to)
}
