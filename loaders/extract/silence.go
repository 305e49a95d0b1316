package extract

import (
	"slices"

	"dossier/graph"
)

// silences reads declined comments: "declined to comment", "did not respond to
// a request for comment", "was not available for comment".
func (r *reader) silences(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		who := r.silentIn(s, c)
		if len(who) == 0 {
			continue
		}
		v := s.chunks[c.verb].vg
		from, to := r.reach(s, c, false)
		content := s.topic(from, to)
		s.findings = slices.DeleteFunc(s.findings, func(f finding) bool {
			return f.relation == "STATED" && (f.at == v.main || c.subject > 0 && f.head.entity == who[0].entity && s.reportsOnly(f.at, c))
		})
		for _, w := range who {
			r.add(s, finding{relation: "DECLINED_TO_COMMENT", rule: "silence:" + v.lemma, head: w, content: content, at: v.main, from: s.skip, to: len(s.tokens), own: standing{polarity: graph.Affirmed}})
			s.silent = append(s.silent, w.entity)
		}
	}
}

// reportsOnly reports whether what the saying at a token reports is a clause: "said she
// had no comment".
func (s *sentence) reportsOnly(at int, c *clause) bool {
	ci := s.chunkAt(at)
	return ci >= 0 && s.clauseOf[ci] >= 0 && s.clauses[s.clauseOf[ci]].complement == c.subject
}

// silentIn returns who keeps silent in a clause, or nil.
func (r *reader) silentIn(s *sentence, c *clause) []ref {
	v := s.chunks[c.verb].vg
	if c.subject < 0 {
		return r.noWordFrom(s, c)
	}
	subject := s.chunks[c.subject].np
	negated := v.negated || subject.negative || s.neither(c.subject) || v.to_ && v.main > 1 && s.tokens[v.main-2].Lower == "yet" // "has yet to comment"
	switch {
	case s.vocab.silent.has(s.tokens[subject.head].lemma) && subject.negative || v.lemma == "be" && subject.pronoun:
		return r.noWordFrom(s, c) // "No comment was available from Ankara", "There was no word from Moscow"
	case s.vocab.requests.has(s.tokens[subject.head].lemma) && subject.men < 0 && (negated || s.says(c, "unanswered", "unreturned")):
		// "Calls to the embassy went unanswered."
		var who []ref
		for _, p := range r.nounPreps(s, c.subject) {
			if p.word == "to" {
				who = append(who, r.refs(s, p.at, speakers[:3])...)
			}
		}
		return who
	}
	if who := r.unreached(s, c); who != nil {
		return who
	}
	refuses := v.to_ && c.verb > 0 && s.chunks[c.verb-1].kind == kVerb && s.vocab.refusals.has(s.chunks[c.verb-1].vg.lemma)
	silent := false
	switch {
	case c.passive:
		silent = v.lemma == "reach" && negated
	case s.vocab.telling.has(v.lemma) && refuses:
		silent = v.lemma != "give" && v.lemma != "provide" || !s.namesGoods(c)
	case v.lemma == "comment" || v.lemma == "elaborate":
		silent = negated
	case s.unconfirmed(c):
		silent = true
	case s.vocab.copulas.has(v.lemma) && v.lemma != "be":
		silent = s.says(c, "silent", "mum", "tight-lipped") && s.chunks[c.subject].np != nil
	case c.object > c.verb && (v.lemma == "make" || v.lemma == "issue" || v.lemma == "release"):
		silent = s.chunks[c.object].np.negative && s.vocab.silent.has(s.headLemma(c.object)) // "made no comment"
	case s.vocab.answers.has(v.lemma):
		plain := v.lemma == "respond" || v.lemma == "reply"
		silent = s.noComment() || negated && (plain || s.asked(c))
	case s.vocab.refusals.has(v.lemma):
		silent = c.object >= 0 && s.vocab.silent.has(s.tokens[s.chunks[c.object].np.head].lemma) // "declined comment"
	case v.lemma == "be":
		silent = (negated && s.says(c, "available", "reachable") || s.says(c, "unavailable", "unreachable")) && s.says(c, "comment")
	case v.lemma == "have":
		return r.noWordFrom(s, c)
	case v.lemma == "say" || v.lemma == "tell":
		silent = s.noComment()
	}
	if !silent {
		return nil
	}
	return r.silentOne(s, c)
}

// unconfirmed reports whether a verb tells that somebody "neither confirmed nor denied"
// something.
func (s *sentence) unconfirmed(c *clause) bool {
	v := s.chunks[c.verb].vg
	if v.lemma != "confirm" && v.lemma != "deny" {
		return false
	}
	neither, nor := false, false
	for i := max(v.main-4, s.skip); i < min(v.main+3, len(s.tokens)); i++ {
		neither = neither || s.tokens[i].Lower == "neither" || s.tokens[i].Lower == "not"
		nor = nor || neither && (s.tokens[i].Lower == "nor" || s.tokens[i].Lower == "or")
	}
	if !neither || !nor {
		return false
	}
	other := "deny"
	if v.lemma == "deny" {
		other = "confirm"
	}
	for i := max(v.main-4, s.skip); i < min(v.main+4, len(s.tokens)); i++ {
		if s.tokens[i].lemma == other {
			return true
		}
	}
	return false
}

// unreached returns whom nobody could reach: "attempts to reach the ministry failed".
func (r *reader) unreached(s *sentence, c *clause) []ref {
	n := c.subject + 1
	if l := s.headLemma(c.subject); l != "attempt" && l != "effort" || n >= len(s.chunks) || s.chunks[n].kind != kVerb || s.clauseOf[n] < 0 {
		return nil
	}
	switch s.chunks[n].vg.lemma {
	case "reach", "contact":
	default:
		return nil
	}
	if l := s.verbLemma(c); l != "fail" && !s.says(c, "unsuccessful", "successful", "futile", "vain") {
		return nil
	}
	if o := s.clauses[s.clauseOf[n]].object; o >= 0 {
		return r.refs(s, o, speakers[:3])
	}
	return nil
}

// silentOne returns the subject of a silence: behind a saying, "said she could not
// comment", whoever says so.
func (r *reader) silentOne(s *sentence, c *clause) []ref {
	np := s.chunks[c.subject].np
	if np.pronoun && len(s.stand(&finding{at: np.from}).speakers) > 0 {
		if x, ok := r.teller(s, np.from, speakers[:3]); ok {
			return []ref{x}
		}
	}
	return r.refs(s, c.subject, speakers[:3])
}

// noWordFrom returns who gave "no immediate comment": whom it stands from, or
// who had none.
func (r *reader) noWordFrom(s *sentence, c *clause) []ref {
	v := s.chunks[c.verb].vg
	first := c.verb
	if c.subject >= 0 {
		first = min(first, c.subject)
	}
	var who []ref
	for ci := first; ci < len(s.chunks); ci++ {
		np := s.chunks[ci].np
		if np == nil || !np.negative && (!v.negated || v.lemma != "have" || ci != c.object) || !s.vocab.silent.has(s.tokens[np.head].lemma) {
			continue
		}
		for _, p := range append(r.nounPreps(s, ci), c.preps...) {
			if len(who) == 0 && (p.word == "from" || p.word == "by") {
				who = r.refs(s, p.at, speakers[:3])
			}
		}
		if len(who) == 0 && v.lemma == "have" && c.subject >= 0 {
			who = r.silentOne(s, c)
		}
	}
	return who
}

// topic is what a silence is about: what stands behind "comment on", or behind
// "asked about" before it; failing both, the whole sentence.
func (s *sentence) topic(from, to int) string {
	for i := from; i < to; i++ {
		switch l := s.tokens[i].Lower; {
		case l == "on" && !s.tokens[i].time, l == "about", l == "regarding":
			return s.content(i+1, to)
		case l == "whether":
			return s.content(i, to)
		}
	}
	for i := s.skip; i < from; i++ {
		if l := s.tokens[i].Lower; l != "about" && l != "regarding" {
			continue
		}
		end := i + 1
		for end < len(s.tokens) && s.tokens[end].tag != tComma && s.tokens[end].tag != tStop {
			end++
		}
		return s.content(i+1, end)
	}
	return s.content(s.skip, len(s.tokens))
}

// noComment reports whether a sentence says "no comment".
func (s *sentence) noComment() bool {
	for i := s.skip; i+1 < len(s.tokens); i++ {
		if s.tokens[i].Lower == "no" && s.tokens[i+1].Lower == "comment" {
			return true
		}
	}
	return false
}

// asked reports whether requests for comment stand behind a verb.
func (s *sentence) asked(c *clause) bool {
	for i := s.chunks[c.verb].to; i < len(s.tokens); i++ {
		if l := s.tokens[i].lemma; s.vocab.requests.has(l) || s.tokens[i].Lower == "comment" {
			return true
		}
	}
	return false
}

// says reports whether one of some words stands behind a verb, before the next
// verb that is none of its infinitives.
func (s *sentence) says(c *clause, words ...string) bool {
	for i := s.chunks[c.verb].vg.main; i < len(s.tokens); i++ {
		if ci := s.chunkAt(i); ci > c.verb && s.chunks[ci].kind == kVerb && s.chunks[ci].vg.finite {
			return false
		}
		if slices.Contains(words, s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// namesGoods reports whether the object of a verb is a dictionary thing:
// "declined to provide missiles" is no silence.
func (s *sentence) namesGoods(c *clause) bool {
	return c.object >= 0 && s.chunks[c.object].np.men >= 0
}
