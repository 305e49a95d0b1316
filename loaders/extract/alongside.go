package extract

import "slices"

// alongside finds who else takes part: "besides the United States, the text was
// signed by", "together with Britain", "Russia, like Iran, supports".
func (r *reader) alongside(s *sentence, at int, labels []string) []ref {
	verb := s.chunkAt(at)
	if ci := s.besideSubject(verb); ci >= 0 {
		return slices.DeleteFunc(r.refs(s, ci, labels), func(x ref) bool { return !r.x.onto.Is(x.entity.Label, speakers[:3]...) })
	}
	if ci := s.joinedIn(verb); ci >= 0 {
		return r.refs(s, ci, labels)
	}
	if ci := s.insertedTogether(verb); ci >= 0 {
		return slices.DeleteFunc(r.refs(s, ci, labels), func(x ref) bool { return x.entity.Described })
	}
	for j := 0; j+1 < len(s.chunks) && j < 3 && s.chunks[j].from < at; j++ {
		c := &s.chunks[j]
		if c.kind == kNoun {
			return nil // only at the head of the sentence
		}
		if c.kind != kPrep || s.chunks[j+1].kind != kNoun {
			continue
		}
		together := c.word == "with" && c.from > 0 && (s.tokens[c.from-1].Lower == "together" || s.tokens[c.from-1].Lower == "along")
		if c.word == "besides" || c.word == "alongside" || together {
			return r.refs(s, j+1, labels)
		}
	}
	return nil
}

// insertedTogether returns the phrase before a verb and its subject that says with whom
// somebody does it: "where, together with Rutte, she met"; or -1.
func (s *sentence) insertedTogether(verb int) int {
	if verb < 3 || s.chunks[verb].kind != kVerb || s.chunks[verb-1].kind != kNoun || s.chunks[verb-2].kind != kComma {
		return -1
	}
	for j := verb - 3; j > 0 && j > verb-12; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kVerb, kColon:
			return -1
		case kPrep:
			if w := s.tokens[c.from-1].Lower; c.word == "with" && s.chunks[j+1].kind == kNoun && (w == "together" || w == "jointly") {
				return j + 1
			}
		}
	}
	return -1
}

// besideSubject returns the phrase behind the subject of a verb that says who does the
// same: "Russia, along with Iran, backs", "Egypt - as well as Jordan - cut ties with
// Qatar, accusing it"; or -1.
func (s *sentence) besideSubject(verb int) int {
	if verb < 0 || s.clauseOf[verb] < 0 {
		return -1
	}
	c := &s.clauses[s.clauseOf[verb]]
	if c.passive || c.subject < 0 || c.subject > verb {
		return -1
	}
	j := s.behindGroup(c.subject)
	for j+1 < verb && s.chunks[j].kind == kPrep && s.chunks[j].word == "of" && s.chunks[j+1].kind == kNoun {
		j = s.behindGroup(j + 1) // "the army of Chad, along with"
	}
	for j < verb && (s.chunks[j].kind == kComma || s.dash(j) || s.chunks[j].kind == kRel) {
		j++ // "militias, which, along with Iran, back"
	}
	if j = s.companion(j); j >= verb {
		return -1
	}
	return j
}

// joinedIn returns whom the subject of a gerund joined in doing it: "Kenya joined
// Uganda in condemning"; or -1.
func (s *sentence) joinedIn(verb int) int {
	if verb < 3 || s.chunks[verb].kind != kVerb || !s.chunks[verb].vg.bare || s.chunks[verb-1].word != "in" {
		return -1
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; s.verbLemma(c) == "join" && s.chunks[c.verb].vg.modal == "" && !s.chunks[c.verb].vg.to_ && !c.passive && c.object > c.verb && s.behindGroup(c.object) == verb-1 {
			return c.object
		}
	}
	return -1
}

// whereStruck returns the place of which a clause tells what the act at ci, its
// subject, did there: "Tyre, where Israeli strikes killed six".
func (s *sentence) whereStruck(ci int) []int {
	j := s.group(ci)[0] - 1
	if j < 2 || s.chunks[j].kind != kRel && s.chunks[j].kind != kSub || s.chunks[j].word != "where" {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject >= 0 && s.inGroup(c.subject, ci) && !c.passive && s.vocab.ravages.has(s.verbLemma(c)) {
			return s.placeBefore(j)
		}
	}
	return nil
}

// whereLaunched returns the place of which a clause tells that the act at ci, its
// object, is done there: "Gaza, where Israel is carrying out attacks".
func (r *reader) whereLaunched(s *sentence, ci int) []int {
	c := r.supporting(s, ci)
	if c == nil || c.passive || c.subject < 0 || c.subject > c.verb {
		return nil
	}
	if k := s.behindGroup(ci); k < len(s.chunks) && s.chunks[k].kind == kPrep {
		return nil // "Syria, where the army has stepped up its bombing of Homs"
	}
	if j := s.group(c.subject)[0] - 1; j >= 2 && s.chunks[j].word == "where" {
		return s.placeBefore(j)
	}
	return nil
}

// placeBefore returns what stands before the "where" at chunk j, or nothing.
func (s *sentence) placeBefore(j int) []int {
	if n := s.nounBefore(j - 1); n >= 0 {
		return []int{n}
	}
	return nil
}

// companion returns the phrase behind the words at j that tell with whom or like whom
// somebody does it: "along with", "as well as", "joined by"; or -1.
func (s *sentence) companion(j int) int {
	c := s.chunks
	if j >= len(c) {
		return -1
	}
	n := j + 1
	switch s.tokens[c[j].from].Lower {
	case "like", "alongside", "besides":
	case "along", "together", "jointly":
		if n++; n > len(c) || c[n-1].word != "with" {
			return -1
		}
	case "as":
		if n += 2; n > len(c) || c[n-1].word != "as" || s.tokens[c[n-2].from].Lower != "well" {
			return -1
		}
	case "joined", "accompanied":
		if n++; n > len(c) || c[n-1].word != "by" {
			return -1
		}
	default:
		return -1
	}
	if n >= len(c) || c[n].kind != kNoun {
		return -1
	}
	return n
}

// dash reports whether the chunk at j is a dash.
func (s *sentence) dash(j int) bool {
	return s.chunks[j].kind == kColon && s.chunks[j].word != ":" && s.chunks[j].word != ";"
}

// pairedFields reports whether a conjunction joins two fields of the same people, of
// which the first awaits its noun: "according to security and medical officials".
func (p *phraseReader) pairedFields() bool {
	t, np := p.s.tokens, p.np
	if p.at+2 >= len(t) || np.head != np.from || np.head != p.at-1 || np.men >= 0 {
		return false
	}
	first, who := &t[np.head], &t[p.at+2]
	if first.tag != tNoun || pluralNoun(first.Lower) || first.word.in(cPerson|cOrg|cGroup) || t[p.at+1].tag != tNoun && t[p.at+1].tag != tAdj || t[p.at+1].men >= 0 {
		return false
	}
	if who.tag != tNoun || !p.s.vocab.informants.has(who.Lower) {
		return false
	}
	np.head = -1
	return true
}

// beforeNames returns the common noun that the names at n hang on, or n: no name has a
// clause with "that".
func (s *sentence) beforeNames(n int) int {
	ch := s.chunks
	for k := 0; k < 3 && s.impersonal(n) && s.tokens[ch[n].np.from].Lower != "the"; k++ {
		first := s.group(n)[0]
		if first < 2 || ch[first-1].kind != kPrep || ch[first-2].kind != kNoun {
			break
		}
		n = first - 2
	}
	return n
}

// unclosedOffice reports whether a verb of saying has for its subject a person whose
// office stands between him and the verb with but one comma: "..., Ibrahim Kalin, the
// spokesman said".
func (p *subjectReader) unclosedOffice(comma int) bool {
	ch := p.s.chunks
	return comma > 2 && ch[comma].kind == kComma && ch[comma-2].kind == kComma && ch[comma-1].kind == kNoun && p.s.namesPerson(ch[comma-1].np) &&
		p.r.speechVerb(p.v) && p.r.isTitle(p.s, ch[p.at].np) && p.s.verbBeforeChunk(comma-2)
}

// lyingIn reports whether the phrase at ci tells where something lies or comes from.
func (s *sentence) lyingIn(ci int) bool {
	if ci < 2 {
		return false
	}
	k := s.group(ci)[0] - 1
	return k > 0 && s.chunks[k].kind == kPrep && (s.chunks[k].word == "in" || s.chunks[k].word == "from" || s.chunks[k].word == "across")
}

// jointRaid reports whether the noun at head is a raid of two states, of which the
// second is named by its adjective: "US-British air strikes", but "Russia-Ukraine war".
func (s *sentence) jointRaid(head int) bool {
	if !s.vocab.raids.has(singular(s.tokens[head].Lower)) && s.tokens[head].lemma != "airstrike" {
		return false
	}
	ci := s.chunkAt(head)
	for i := head - 1; i > s.chunks[ci].np.start; i-- {
		if m := s.tokens[i].men; m >= 0 && s.tokens[i-1].tag == tHyphen {
			return s.mentions[m].how == byAdjective
		}
	}
	return false
}
