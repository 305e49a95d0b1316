package extract

import "dossier/graph"

// remarks reads sayings told by a noun: "Lavrov's claim that", "a warning by the
// president that", "Abe's call for talks".
func (r *reader) remarks(s *sentence) {
	if s.Part == graph.Headline {
		return
	}
	for ci := range s.chunks {
		np := s.chunks[ci].np
		if np != nil && np.men < 0 && s.vocab.denials.has(s.tokens[np.head].lemma) && r.denialTold(s, ci) {
			continue
		}
		if np == nil || np.men >= 0 || np.negative || len(s.group(ci)) > 1 || !s.vocab.utterances.has(s.tokens[np.head].lemma) || s.quoted(np.head) {
			continue
		}
		var who []ref
		for _, e := range r.owners(s, np) {
			who = append(who, ref{entity: e, text: e.Name, from: np.from, to: np.to})
		}
		at := ci + 1
		for at+1 < len(s.chunks) {
			if k := s.chunks[at].kind; k == kTime {
				at++
				continue
			} else if k != kPrep || s.chunks[at+1].kind != kNoun || s.chunks[at].word == "for" {
				break
			}
			if w := s.chunks[at].word; len(who) == 0 && (w == "by" || w == "from" || w == "of") {
				who = r.refs(s, at+1, speakers[:3])
			}
			at = s.behindGroup(at + 1)
		}
		c := r.supporting(s, ci)
		quotes := at < len(s.chunks) && s.quotedBehind(at)
		if c == nil && quotes {
			c = r.carrying(s, ci) // "released this statement: 'We'"
		}
		if len(who) == 0 && c != nil && !c.passive && c.subject >= 0 {
			who = r.refs(s, c.subject, speakers[:3]) // "gave assurances that"
		}
		if len(who) == 0 || len(who) > 2 || at+1 >= len(s.chunks) || r.unsaid(s, ci) {
			continue
		}
		calls := s.chunks[at].word == "for" && s.vocab.appeals.has(s.tokens[np.head].lemma) && who[0].entity.Label != "Organization"
		if !(s.chunks[at].kind == kRel && s.chunks[at].word == "that") && !calls && !quotes {
			continue
		}
		from, to := s.chunks[at].to, r.reportEnd(s, ci, at)
		if quotes {
			to = len(s.tokens)
		}
		relation := "STATED"
		if s.tokens[np.head].lemma == "denial" {
			relation = "DENIED"
		}
		if !calls {
			s.scopes = append(s.scopes, scope{from: from, to: to, cue: r.x.sayCue, cueFrom: np.head, cueTo: np.head + 1, polarity: graph.Affirmed, modality: graph.Asserted, speakers: []*entity{who[0].entity}})
		}
		for _, w := range who {
			if r.x.onto.Is(w.entity.Label, speakers...) {
				r.state(s, relation, "says:"+s.tokens[np.head].lemma, w, s.content(from, to), np.head, standing{})
			}
		}
	}
}

// quotedBehind reports whether the chunk at ci is a colon with a quotation behind it:
// "issued the following statement: 'We', ..."
func (s *sentence) quotedBehind(ci int) bool {
	c := &s.chunks[ci]
	return c.word == ":" && c.to < len(s.tokens) && s.tokens[c.to].tag == tQuote
}

// denialTold reads a denial told by the noun at ci, "issued a denial of reports that",
// "expressed its rejection of the accusations", and reports whether there is one. The
// rejection of a plan denies nothing.
func (r *reader) denialTold(s *sentence, ci int) bool {
	at := ci + 1
	if at+1 >= len(s.chunks) || s.chunks[ci].np.negative || s.quoted(s.chunks[ci].np.head) || r.unsaid(s, ci) {
		return false
	}
	switch k, n := &s.chunks[at], &s.chunks[at+1]; {
	case k.kind == kRel && k.word == "that" && n.kind != kVerb:
	case k.kind == kPrep && k.word == "of" && (n.kind == kVerb && n.vg.bare && n.vg.form&fGer != 0 || s.deniable(at+1)):
	default:
		return false
	}
	who := r.denier(s, ci)
	if len(who) == 0 {
		return false
	}
	h := s.chunks[ci].np.head
	from, to := s.chunks[at].to, r.reportEnd(s, ci, at)
	s.scopes = append(s.scopes, scope{from: from, to: to, cue: r.x.cueVerbs.at("deny")[0], cueFrom: h, cueTo: h + 1, polarity: graph.Denied, modality: graph.Asserted, speakers: []*entity{who[0].entity}})
	for _, w := range who {
		r.state(s, "DENIED", "says:"+s.tokens[h].lemma, w, s.content(from, to), h, standing{})
	}
	return true
}

// denier returns whose the denial at ci is: its possessor, or who makes it.
func (r *reader) denier(s *sentence, ci int) []ref {
	np := s.chunks[ci].np
	var who []ref
	for _, e := range r.owners(s, np) {
		if r.x.onto.Is(e.Label, speakers...) {
			who = append(who, ref{entity: e, text: e.Name, from: np.from, to: np.to})
		}
	}
	if c := r.carrying(s, ci); len(who) == 0 && c != nil && !c.passive && c.subject >= 0 {
		who = r.refs(s, c.subject, speakers[:3])
	}
	return who
}

// carrying returns the clause of a verb that has the noun at ci as its object and says
// it: "issued a denial", "voiced its rejection"; or nil.
func (r *reader) carrying(s *sentence, ci int) *clause {
	for i := range s.clauses {
		c := &s.clauses[i]
		if v := s.chunks[c.verb].vg; c.object == ci && (r.speechVerb(v) || r.x.support.has(v.lemma) || s.vocab.writing.has(v.lemma)) {
			return c
		}
	}
	return nil
}

// unsaid reports whether the remark at ci is the object of a verb that tells it
// is to come or never was made.
func (r *reader) unsaid(s *sentence, ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.object == ci {
			v := s.chunks[c.verb].vg
			return v.negated || v.to_ || r.imagined(s, c)
		}
	}
	return false
}

// reportEnd is where ends what a noun opens by the "that" or preposition at chunk at:
// before the verb whose subject the noun is, or with its own clause.
func (r *reader) reportEnd(s *sentence, ci, at int) int {
	end := r.clauseEnd(s, at+1)
	if r.verbBefore(s, ci) {
		return end
	}
	verbs := 0
	if s.chunks[at].kind == kPrep {
		verbs = 1 // no verb of its own: "denials of backing the rebels have failed"
	}
	for j := at + 1; j < len(s.chunks) && s.chunks[j].from < end; j++ {
		switch k := &s.chunks[j]; k.kind {
		case kRel:
			verbs--
		case kVerb:
			if !k.vg.finite || k.vg.bare || j > 0 && s.chunks[j-1].kind == kConj || r.reduced(s, j) {
				continue
			}
			if verbs++; verbs > 1 {
				return k.from // "the claim that Iran lied was dismissed"
			}
			if r.speechVerb(k.vg) || s.vocab.thinking.has(k.vg.lemma) {
				verbs--
			}
		}
	}
	return end
}
