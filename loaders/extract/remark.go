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
		if c := r.supporting(s, ci); len(who) == 0 && c != nil && !c.passive && c.subject >= 0 {
			who = r.refs(s, c.subject, speakers[:3]) // "gave assurances that"
		}
		if len(who) == 0 || len(who) > 2 || at+1 >= len(s.chunks) || r.unsaid(s, ci) {
			continue
		}
		calls := s.chunks[at].word == "for" && s.vocab.appeals.has(s.tokens[np.head].lemma) && who[0].entity.Label != "Organization"
		if !(s.chunks[at].kind == kRel && s.chunks[at].word == "that") && !calls {
			continue
		}
		from, to := s.chunks[at].to, r.reportEnd(s, ci, at+1)
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

// reportEnd is where the clause that a noun opens at chunk at ends: before the
// verb whose subject the noun is, or with its own clause.
func (r *reader) reportEnd(s *sentence, ci, at int) int {
	end := r.clauseEnd(s, at)
	if r.verbBefore(s, ci) {
		return end
	}
	verbs := 0
	for j := at; j < len(s.chunks) && s.chunks[j].from < end; j++ {
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
