package extract

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
		person, place := &s.mentions[ch[who].np.men], &s.mentions[ch[ci].np.men]
		in := r.place(place)
		r.add(s, finding{
			relation: "VISITED", rule: "stay",
			head: ref{entity: person.entity, text: person.entity.Name, from: person.from, to: person.to},
			tail: ref{entity: in, text: in.Name, from: place.from, to: place.to},
			at:   place.from, from: person.from, to: place.to,
		})
	}
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
