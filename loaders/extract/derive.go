package extract

import (
	"slices"

	"dossier/graph"
)

// byIssuers gives what a statement does to those who issue it in the same
// sentence: "issued a statement condemning", "a statement from X denounced".
func (r *reader) byIssuers(s *sentence) {
	if !slices.ContainsFunc(s.findings, func(f finding) bool { return f.relation == "ISSUED" }) {
		return
	}
	var out []finding
	for i := range s.findings {
		f := s.findings[i]
		var issuers []ref
		if f.head.entity.Label == "Statement" && f.relation != "STATED" {
			for k := range s.findings {
				if o := &s.findings[k]; o.relation == "ISSUED" && o.tail.entity == f.head.entity && s.stand(o).modality != graph.Planned {
					issuers = append(issuers, o.head)
				}
			}
		}
		if len(issuers) == 0 {
			out = append(out, f)
			continue
		}
		for _, who := range issuers {
			x := f
			x.head = who
			out = append(out, x)
		}
	}
	s.findings = out
}

// threats turns an attack that somebody threatens into a threat as well.
func (r *reader) threats(s *sentence) {
	defer func() {
		s.findings = slices.DeleteFunc(s.findings, func(f finding) bool { return f.relation == "" })
	}()
	for ci := range s.chunks {
		// "his threat to destroy the country"
		np := s.chunks[ci].np
		if np == nil || !s.vocab.threatening.has(s.tokens[np.head].lemma) {
			continue
		}
		j := s.behindGroup(ci)
		if j >= len(s.chunks) || s.chunks[j].kind != kVerb || !s.chunks[j].vg.to_ {
			continue
		}
		for k := range s.findings {
			if f := s.findings[k]; (f.relation == "ATTACKED" || f.relation == "FIRED_AT") && f.at == s.chunks[j].vg.main && r.x.onto.Is(f.tail.entity.Label, r.x.onto.Relations["THREATENED"].To...) {
				s.findings[k].relation = ""
				r.add(s, finding{relation: "THREATENED", rule: "threat:" + s.tokens[np.head].lemma, head: f.head, tail: f.tail, at: np.head, from: np.from, to: f.to, own: standing{polarity: graph.Affirmed}})
			}
		}
	}
	r.announced(s)
	r.warnings(s)
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.negated || c.subject < 0 || v.lemma != "threaten" && v.lemma != "vow" && v.lemma != "warn" {
			continue
		}
		from, to := r.reach(s, c, true)
		for k := range s.findings {
			f := s.findings[k]
			if f.relation != "ATTACKED" && f.relation != "FIRED_AT" && f.relation != "USED" || f.at < from || f.at >= to {
				continue
			}
			against := f.tail
			if f.relation == "USED" {
				against = f.roles["target"]
			}
			if doubt[s.stand(&f).modality] < doubt[graph.Planned] || against.entity == nil || !r.x.onto.Is(against.entity.Label, r.x.onto.Relations["THREATENED"].To...) {
				continue
			}
			for _, who := range r.refs(s, c.subject, speakers[:3]) {
				if who.entity == f.head.entity && against.entity != who.entity {
					s.findings[k].relation = "" // the threat says it
					r.add(s, finding{relation: "THREATENED", rule: "threat:" + v.lemma, head: who, tail: against, at: v.main, from: v.from, to: max(f.to, v.to), own: standing{polarity: graph.Affirmed}})
				}
			}
		}
	}
}

// announced turns the attack that somebody says he will make into a threat: "said it
// would strike Guam".
func (r *reader) announced(s *sentence) {
	for k := range s.findings {
		f := s.findings[k]
		ci := s.chunkAt(f.at)
		if f.relation != "ATTACKED" && f.relation != "FIRED_AT" || ci < 0 || s.chunks[ci].kind != kVerb || !s.chunks[ci].vg.future() || !r.x.onto.Is(f.tail.entity.Label, r.x.onto.Relations["THREATENED"].To...) {
			continue
		}
		who, ok := r.teller(s, f.at, speakers[:3])
		if !ok || s.chunks[ci].vg.modal == "must" || s.onlyThought(f.at) || who.entity != f.head.entity && !r.ownSide(who.entity, f.head.entity) || r.own("THREATENED", who.entity, f.tail.entity) {
			continue
		}
		s.findings[k].relation = "" // the threat says it
		r.add(s, finding{relation: "THREATENED", rule: "threat:will", head: who, tail: f.tail, at: f.at, from: f.from, to: f.to, implied: true})
	}
}

// onlyThought reports whether what stands at a token is told as what somebody
// thinks, not as what he says: "he thought he would capture Kyiv".
func (s *sentence) onlyThought(at int) bool {
	return slices.ContainsFunc(s.scopes, func(sc scope) bool {
		return sc.from <= at && at < sc.to && slices.ContainsFunc(s.tokens[sc.cueFrom:sc.cueTo], func(t token) bool { return s.vocab.raising.has(t.lemma) })
	})
}

// warnings reads whom somebody tells what he himself will do to him: "warned Peru
// that it would retaliate".
func (r *reader) warnings(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.lemma != "warn" || v.negated || c.passive || c.subject < 0 || c.object < 0 {
			continue
		}
		from, to := r.reach(s, c, true)
		for k := i + 1; k < len(s.clauses); k++ {
			d := &s.clauses[k]
			w := s.chunks[d.verb].vg
			if w.main < from || w.main >= to || !w.future() || w.negated || d.passive || !s.vocab.harms.has(w.lemma) || d.subject < 0 {
				continue
			}
			for _, who := range r.refs(s, c.subject, speakers[:3]) {
				if !s.chunks[d.subject].np.pronoun && !slices.ContainsFunc(r.refs(s, d.subject, speakers[:3]), func(x ref) bool { return x.entity == who.entity || r.ownSide(who.entity, x.entity) }) {
					continue
				}
				for _, whom := range r.refs(s, c.object, speakers[:3]) {
					if whom.entity != who.entity {
						r.add(s, finding{relation: "THREATENED", rule: "threat:warn", head: who, tail: whom, at: v.main, from: v.from, to: w.to, implied: true})
					}
				}
			}
		}
	}
}

// likewise gives what somebody does to who does it, too: "France condemned the raid,
// as did Germany and Italy".
func (r *reader) likewise(s *sentence) {
	ch := s.chunks
	for j := 1; j+2 < len(ch); j++ {
		if ch[j].word != "as" || ch[j-1].kind != kComma || ch[j+1].kind != kVerb || ch[j+2].kind != kNoun || !auxiliary(s.tokens[ch[j+1].vg.main].Lower) {
			continue
		}
		if k := s.behindGroup(j + 2); k < len(ch) && ch[k].kind == kVerb {
			continue // "as is Russia accused"
		}
		var c *clause
		for i := range s.clauses {
			if d := &s.clauses[i]; d.verb < j && d.subject >= 0 && d.subject < d.verb && ch[d.verb].vg.finite {
				c = d
			}
		}
		if c == nil {
			continue
		}
		doers := r.refs(s, c.subject, speakers[:3])
		for _, f := range slices.Clone(s.findings) {
			if f.at < ch[c.verb].from || f.at >= ch[j].from || !slices.ContainsFunc(doers, func(x ref) bool { return x.entity == f.head.entity }) {
				continue
			}
			others := r.refs(s, j+2, speakers[:3])
			if collective[f.relation] {
				others = r.represented(s, others) // "as did the ministers of Peru and Chile"
			}
			for _, who := range others {
				if who.entity == f.head.entity || who.entity == f.tail.entity || !r.x.onto.Is(who.entity.Label, r.x.onto.Relations[f.relation].From...) {
					continue
				}
				x := f
				x.head = who
				s.findings = append(s.findings, x)
			}
		}
	}
}

// auxiliary reports whether a word stands for a verb said before.
func auxiliary(w string) bool {
	switch w {
	case "do", "does", "did", "has", "have", "had", "is", "are", "was", "were":
		return true
	}
	return false
}
