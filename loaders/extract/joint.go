package extract

import "slices"

// jointOffices reads the offices of several people told together, of whom each holds his
// own: "the Russian and Turkish foreign ministers, Lavrov and Cavusoglu", "the leaders
// of Kenya and Chad, Ruto and Deby".
func (r *reader) jointOffices(s *sentence) {
	for i := 3; i < len(s.chunks); i++ {
		if s.chunks[i].kind != kNoun || s.chunks[i-1].kind != kComma || s.chunks[i-2].kind != kNoun {
			continue
		}
		names := s.group(i)
		if len(names) < 2 || names[0] != i || !s.allPeople(names) {
			continue
		}
		if k := s.behindGroup(i); k < len(s.chunks) && s.chunks[k].kind != kComma && s.chunks[k].kind != kPrep {
			continue // "after talks with the leaders of Kenya and Chad, X and Y left"
		}
		at, of := r.jointOwners(s, i-2, len(names))
		if at < 0 || len(of) != len(names) {
			continue
		}
		np := s.chunks[at].np
		begin := np.head
		for begin > np.start && s.tokens[begin-1].men < 0 && s.tokens[begin-1].tag != tDet && s.tokens[begin-1].tag != tConj {
			begin--
		}
		title := singular(s.surface(np.head, np.head+1))
		if begin < np.head {
			title = s.surface(begin, np.head) + " " + title
		}
		for k, n := range names {
			person := s.mentions[s.chunks[n].np.men].entity
			s.holdings = append(s.holdings, holding{person: person, of: of[k], title: title, rule: "joint-title", from: np.from, to: s.chunks[n].to})
		}
	}
}

// allPeople reports whether all members of a list are people's names.
func (s *sentence) allPeople(list []int) bool {
	for _, n := range list {
		if !s.namesPerson(s.chunks[n].np) {
			return false
		}
	}
	return true
}

// jointOwners returns the phrase of an office in the plural that ends at chunk ci, and
// the states of those who hold it, so many and in order; -1 if there is none.
func (r *reader) jointOwners(s *sentence, ci, many int) (int, []*entity) {
	var of []*entity
	list, at := s.group(ci), ci
	if first := list[0]; first > 1 && s.chunks[first-1].kind == kPrep && s.chunks[first-1].word == "of" && s.chunks[first-2].kind == kNoun {
		at = first - 2
	}
	for k := len(list) - 1; k >= 0 && len(of) < many; k-- {
		np := s.chunks[list[k]].np
		if at == ci && list[k] == ci {
			of = slices.Concat(r.owners(s, np), of)
			continue
		}
		if np.men < 0 || s.mentions[np.men].entity.Label != "State" {
			return -1, nil
		}
		of = slices.Insert(of, 0, s.mentions[np.men].entity)
	}
	if np := s.chunks[at].np; np.men >= 0 || !pluralNoun(s.tokens[np.head].Lower) || !r.isTitle(s, np) {
		return -1, nil
	}
	return at, of
}
