package extract

import "strings"

// insertedSaying returns the chunk before the comma at which a saying begins that
// ends with the verb at vi and is inserted into what it reports, or -1.
func (r *reader) insertedSaying(s *sentence, vi int) int {
	ci := s.clauseOf[vi]
	if ci < 0 || !r.speechVerb(s.chunks[vi].vg) || vi+1 >= len(s.chunks) || s.chunks[vi+1].kind != kComma {
		return -1
	}
	n := s.clauses[ci].subject
	if n != vi-1 || n < 0 {
		return -1
	}
	if first := s.group(n)[0]; first > 1 && s.chunks[first-1].kind == kComma && (s.chunks[first-2].kind == kNoun || s.chunks[first-2].kind == kVerb) {
		return first - 2
	}
	return -1
}

// behindTimes returns the chunk at j, or the one before the dates that end there; or -1.
func (s *sentence) behindTimes(j int) int {
	for j >= 0 && s.chunks[j].kind == kTime {
		j--
	}
	return j
}

// insertedRelative returns the chunk before the comma at which a relative clause
// that ends with a comma at j began, or -1.
func (s *sentence) insertedRelative(j int) int {
	verbs := 0
	for m := j; m > 1; m-- {
		switch c := &s.chunks[m]; c.kind {
		case kVerb:
			if m < j && c.vg.finite && !c.vg.bare && s.chunks[m-1].kind == kComma {
				return -1 // "Smith, who leads the group, said a bomb, hidden there, hit"
			}
			verbs++
		case kRel:
			if k := s.chunks[m-1].kind; c.word == "that" && (k == kVerb || k == kTime) {
				continue // "Kim, who said that talks had failed, left"
			}
			if c.word == "that" || verbs == 0 {
				return -1
			}
			if s.chunks[m-1].kind == kPrep || s.chunks[m-1].kind == kNoun && s.chunks[m-2].kind == kPrep {
				m-- // "in which", "both of which"
				for m > 1 && s.chunks[m-1].kind != kComma {
					m--
				}
			}
			if s.chunks[m-1].kind == kComma && s.nounBefore(m-2) >= 0 {
				return m - 2
			}
			return -1
		case kNoun:
			if verbs > 0 && s.tokens[c.from].Lower == "whose" && s.chunks[m-1].kind == kComma && s.nounBefore(m-2) >= 0 {
				return m - 2
			}
		case kColon, kSub:
			if c.kind == kColon || s.chunks[m-1].kind == kComma || verbs == 0 {
				return -1 // but "officials, who hid their names because they feared reprisals, said"
			}
		}
	}
	return -1
}

// insertedParticiple returns the chunk before the comma at which a participle
// clause that ends with a comma at j began, or -1: "X, citing documents, reported".
func (r *reader) insertedParticiple(s *sentence, j int) int {
	inner := false // a clause of its own is passed: "speaking before Oman announced it,"
	for m := j; m > 1; m-- {
		switch c := &s.chunks[m]; c.kind {
		case kVerb:
			if first := m - 2; !inner && c.vg.form&fPart != 0 && c.vg.from == c.vg.main && s.chunks[m-1].kind == kComma && s.chunks[first].kind == kNoun && (s.group(first)[0] == 0 || s.chunks[first-1].kind == kVerb && r.speechVerb(s.chunks[first-1].vg) || s.chunks[first-1].kind == kComma && s.chunks[first].np.men >= 0 && r.appositionHead(s, first-1) == 0) {
				return first // "The shells, made in Iran, were used"
			}
			if c.vg.finite && !c.vg.bare {
				inner = true
			}
			if c.vg.bare && c.vg.form&fGer != 0 && s.chunks[m-1].kind == kComma && (!inner || s.opensInner(m+1)) {
				if n := s.behindTimes(m - 2); n >= 0 && s.chunks[n].kind == kNoun {
					return n // "X, citing papers,", "a report by X on Monday, citing papers,"
				}
			}
		case kPrep:
			if !inner && c.word == "as" && s.chunks[m-1].kind == kComma && s.chunks[m-2].kind == kNoun {
				return m - 2 // "the EU, as the biggest donor, says"
			}
		case kColon, kSub, kRel:
			return -1
		}
	}
	return -1
}

// insertedState returns the phrase before an insertion without a finite verb that
// ends with a comma at j and tells how somebody is or where: "Riyadh, wary of
// being drawn in,", "Tusk, in Kyiv since the talks began,", "Lula, himself a friend of
// Cuba,"; -1 if there is none.
func (r *reader) insertedState(s *sentence, j int) int {
	ch := s.chunks
	m := j - 1
	for ; m > 0 && ch[m].kind != kComma; m-- {
		switch c := &ch[m]; c.kind {
		case kNoun, kPrep, kTime, kAdverb, kOther, kSub:
		case kVerb:
			if c.vg.finite && !c.vg.bare && !c.vg.to_ && !s.subordinateVerb(m) {
				return -1
			}
		default:
			return -1
		}
	}
	if ch[j].kind != kComma || m < 1 || m+1 >= j || ch[m-1].kind != kNoun {
		return -1
	}
	switch first := &ch[m+1]; {
	case first.kind == kOther, first.kind == kPrep:
	case first.kind == kAdverb && strings.HasSuffix(first.word, "self"):
	case first.kind == kNoun && first.np.pronoun && strings.HasSuffix(s.tokens[first.np.head].Lower, "self"):
	case first.kind == kNoun && first.np.men < 0 && first.to-first.from == 1 && s.tokens[first.from].tag == tAdj:
	default:
		return -1
	}
	if n := r.appositionHead(s, m); n >= 0 && r.acts(s, n) {
		return n
	}
	return -1
}

// subordinateVerb reports whether the finite verb at vi has its subject right before it
// and a subordinator before that: "in Lima after his forces took the town".
func (s *sentence) subordinateVerb(vi int) bool {
	n := s.nounBefore(vi - 1)
	if n < 0 {
		return false
	}
	first := s.group(n)[0] - 1
	return first >= 0 && (s.chunks[first].kind == kSub || s.chunks[first].kind == kPrep && s.vocab.subordinates.has(s.chunks[first].word))
}

// setOff makes commas of two dashes that part a relative clause or an office from the
// rest of the sentence: "Roa — who chairs the party — said", "Roa – the envoy – said".
func setOff(tokens []token) {
	open := -1
	for i := range tokens {
		t := &tokens[i]
		if t.tag == tStop {
			open = -1
		}
		if t.tag != tColon || t.Lower != "—" && t.Lower != "–" {
			continue
		}
		if open < 0 || !insertion(tokens[open+1:i]) {
			open = i
			continue
		}
		tokens[open].tag, t.tag = tComma, tComma
		open = -1
	}
}

// insertion reports whether the words between two dashes are a relative clause of a
// person or group, or tell an office.
func insertion(words []token) bool {
	if len(words) == 0 {
		return false
	}
	if w := words[0].Lower; w == "who" || w == "which" || w == "whose" {
		return true
	}
	titled := false
	for i := range words {
		if words[i].tag == tComma || words[i].word.is(tVerb) && !words[i].word.is(tNoun) {
			return false
		}
		titled = titled || words[i].title > 0
	}
	return titled
}
