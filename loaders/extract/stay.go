package extract

import "slices"

// stays reads where somebody is told to be between commas, and for what:
// "Tusk, in Kyiv to sign a pact,", "Blinken, in Doha for talks, said".
func (r *reader) stays(s *sentence) {
	ch := s.chunks
	for ci := range ch {
		who := s.staysAt(ci)
		if who < 0 || ci+1 >= len(ch) {
			continue
		}
		switch next := &ch[ci+1]; {
		case next.kind == kVerb && next.vg.to_ && s.vocab.errands.has(next.vg.lemma):
		case next.kind == kPrep && (next.word == "for" || next.word == "on") && ci+2 < len(ch) && ch[ci+2].kind == kNoun && s.vocab.meetings.has(s.tokens[ch[ci+2].np.head].lemma):
		default:
			continue
		}
		r.stayed(s, who, ci, "stay")
	}
	for i := range s.clauses {
		r.visitors(s, &s.clauses[i])
	}
}

// visitors reads where those are who are met in a place and called visitors: "met
// visiting Prime Minister Abiy Ahmed in Nairobi".
func (r *reader) visitors(s *sentence, c *clause) {
	at := slices.IndexFunc(c.preps, func(p prep) bool { return p.word == "in" && !p.verb && s.whereabouts(p.at) })
	if at < 0 {
		return
	}
	place := c.preps[at].at
	if c.object >= 0 && s.visiting(c.object) {
		r.stayed(s, c.object, place, "visiting")
	}
	for _, p := range c.preps {
		if p.word == "with" && !p.verb && s.visiting(p.at) {
			r.stayed(s, p.at, place, "visiting")
		}
	}
}

// visiting reports whether the phrase at ci names a person who is called a visitor.
func (s *sentence) visiting(ci int) bool {
	np := s.chunks[ci].np
	if np == nil || !s.namesPerson(np) {
		return false
	}
	for i := np.from; i < s.mentions[np.men].from; i++ {
		if s.tokens[i].Lower == "visiting" {
			return true
		}
	}
	return false
}

// stayed notes that the person at who was in the place at ci.
func (r *reader) stayed(s *sentence, who, ci int, rule string) {
	person, place := &s.mentions[s.chunks[who].np.men], &s.mentions[s.chunks[ci].np.men]
	in := r.place(place)
	r.add(s, finding{
		relation: "VISITED", rule: rule,
		head: ref{entity: person.entity, text: person.entity.Name, from: person.from, to: person.to},
		tail: ref{entity: in, text: in.Name, from: place.from, to: place.to},
		at:   place.from, from: min(person.from, place.from), to: max(person.to, place.to),
		settled: rule == "visiting",
	})
}

// staysAt returns the person whom the place at ci, behind a comma and "in", is told
// of: "Tusk, in Kyiv"; -1 if there is none.
func (s *sentence) staysAt(ci int) int {
	ch := s.chunks
	if ci < 3 || ch[ci].kind != kNoun || ch[ci].np.men < 0 || !s.whereabouts(ci) || ch[ci-1].kind != kPrep || ch[ci-1].word != "in" && ch[ci-1].word != "at" || ch[ci-2].kind != kComma || ch[ci-3].kind != kNoun {
		return -1
	}
	if np := ch[ci-3].np; np.men < 0 || s.mentions[np.men].entity.Label != "Person" || len(s.group(ci-3)) > 1 {
		return -1
	}
	return ci - 3
}
