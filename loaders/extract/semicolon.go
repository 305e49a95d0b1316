package extract

// maxSegment is how many chunks a member of a list with semicolons may take.
const maxSegment = 24

// semicolons returns the people whom a list with semicolons names, each with what he
// is between commas, from the phrase at first on: "Ruiz, governor of Apure; Soto, who
// leads the guard; and the mayor of Lima, Paz". Nil where no such list begins there.
func (r *reader) semicolons(s *sentence, first int) []int {
	if !r.inOffice(s, first) {
		return nil
	}
	list := s.mem.single(first)
	closed := false
	for at := first; ; {
		k := s.segmentEnd(at)
		if k < 0 {
			return nil
		}
		if k+1 >= len(s.chunks) || s.chunks[k].kind != kColon {
			break
		}
		k++
		if closed = s.chunks[k].kind == kConj && joinsLast(s.chunks[k].word); closed {
			k++
		}
		if k >= len(s.chunks) || !r.inOffice(s, k) || s.groups[k] != nil {
			return nil
		}
		list, at = append(list, k), k
	}
	if len(list) < 2 || !closed && len(list) < 3 {
		return nil
	}
	return list
}

// inOffice reports whether the phrase at ci names a person or an office that one holds.
func (r *reader) inOffice(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	return np != nil && !np.pronoun && (s.namesPerson(np) || np.men < 0 && r.isTitle(s, np) && singularRole(s, np))
}

// segmentEnd returns the chunk behind what tells of a member: a semicolon, or the end of
// the list; -1 where a clause of its own begins there.
func (s *sentence) segmentEnd(at int) int {
	relative := false
	for k := at + 1; k < len(s.chunks); k++ {
		switch c := &s.chunks[k]; c.kind {
		case kColon:
			if c.word == ";" {
				return k
			}
			return -1
		case kRel:
			relative = true
		case kVerb:
			if !relative && c.vg.finite && !c.vg.bare {
				return -1
			}
		}
		if k-at > maxSegment {
			return -1
		}
	}
	return len(s.chunks)
}

// hasSemicolon reports whether a sentence has a semicolon between its words.
func (s *sentence) hasSemicolon() bool {
	for i := range s.chunks {
		if s.chunks[i].kind == kColon && s.chunks[i].word == ";" {
			return true
		}
	}
	return false
}
