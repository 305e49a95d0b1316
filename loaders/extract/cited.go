package extract

import (
	"dossier/graph"
	"dossier/loaders/rules"
)

// citing reports whether a verb tells that somebody's words are given.
func citing(lemma string) bool { return lemma == "quote" || lemma == "cite" }

// citedVerb returns the chunk of the participle of saying that a verb of citing
// governs, or -1: "quoted the minister as saying".
func (s *sentence) citedVerb(c *clause) int {
	ch := s.chunks
	for j := c.verb + 1; j+1 < len(ch) && j < c.verb+12; j++ {
		switch {
		case ch[j].kind == kVerb && ch[j].vg.finite && !ch[j].vg.bare, ch[j].kind == kColon:
			return -1
		case ch[j].kind == kPrep && ch[j].word == "as" && ch[j+1].kind == kVerb && ch[j+1].vg.form&fGer != 0:
			return j + 1
		}
	}
	return -1
}

// citedSaying reports whether a participle of saying belongs to a verb of citing
// before it, which has been read for both.
func (s *sentence) citedSaying(c *clause) bool {
	if c.verb < 2 || s.chunks[c.verb-1].word != "as" {
		return false
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d.verb < c.verb && citing(s.chunks[d.verb].vg.lemma) && s.citedVerb(d) == c.verb {
			return true
		}
	}
	return false
}

// cited reads words at second hand: "quoted the minister as saying", "was cited
// by the agency as telling". Whoever is quoted says it; whoever quotes is the
// outer speaker.
func (r *reader) cited(s *sentence, c *clause, cue *rules.Cue) bool {
	v := s.chunks[c.verb].vg
	if !citing(v.lemma) || s.Part == graph.Headline {
		return false
	}
	at := s.citedVerb(c)
	if at < 0 {
		return false
	}
	var who, by []ref
	if c.passive {
		if c.subject >= 0 {
			who = r.refs(s, c.subject, speakers)
		}
		for _, p := range r.verbPreps(s, c, "by") {
			by = append(by, r.refs(s, p, speakers)...)
		}
	} else {
		for j := c.verb + 1; j < at && who == nil; j++ {
			if s.chunks[j].kind == kNoun {
				who = r.refs(s, s.bearerBehind(j), speakers)
				break
			}
		}
		if c.subject >= 0 {
			by = r.refs(s, c.subject, speakers)
		}
	}
	if len(who) == 0 {
		return false
	}
	from, to := s.chunks[at].to, len(s.tokens)
	if c.subject >= 0 {
		first := s.chunks[s.group(c.subject)[0]].from
		if s.content(from, to) == "" || s.quoteBefore(first) {
			from, to = s.skip, first // "...," Tass quoted him as saying on Monday
		}
	}
	for j := at + 1; from == s.chunks[at].to && j < len(s.chunks) && s.chunks[j].kind != kVerb; j++ {
		if s.chunks[j].kind == kColon && s.chunks[j].word == ":" {
			from = s.chunks[j].to // "was quoted as saying by Tass: ..."
		}
	}
	note := func(x ref, from, to int) {
		s.scopes = append(s.scopes, scope{from: from, to: to, cue: cue, cueFrom: v.from, cueTo: v.to, polarity: graph.Affirmed, modality: graph.Asserted, speakers: []*entity{x.entity}})
	}
	note(who[0], from, to)
	if len(by) > 0 {
		note(by[0], from, to)
	}
	for _, w := range who {
		r.state(s, "STATED", "says:"+v.lemma, w, s.content(from, to), v.main, standing{})
	}
	r.spoke(s, who)
	return true
}
