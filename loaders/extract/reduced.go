package extract

// participial reports whether the verb at vi says of a thing before it what was
// done to it: "sanctions aimed at", "entities linked to".
func (r *reader) participial(s *sentence, vi int) bool {
	ch := s.chunks
	v := ch[vi].vg
	if v.form&fPart == 0 || v.form&fGer != 0 || v.from != v.main || v.passive || v.have || !s.vocab.participles.has(v.lemma) || vi == 0 || ch[vi-1].kind != kNoun || vi+1 >= len(ch) || ch[vi+1].kind != kPrep && ch[vi+1].kind != kTime {
		return false
	}
	switch r.sort(s, vi-1) {
	case "name", "pronoun":
		return false
	case "role", "actor":
		return s.vocab.parties.has(s.tokens[ch[vi-1].np.head].Lower) || s.vocab.affiliates.has(v.lemma) // "gunmen affiliated with"
	}
	return true
}

// reduced reports whether the verb at vi is a participle that says something of
// the noun phrase before it: "missiles supplied by Pyongyang".
func (r *reader) reduced(s *sentence, vi int) bool {
	ch := s.chunks
	v := ch[vi].vg
	if !r.mayReduce(s, vi) {
		return false
	}
	if v.form&fPast == 0 || r.participial(s, vi) || s.hearsaid(vi) || s.ladenBefore(vi) {
		return true // taken, given: never a past
	}
	if r.beforeFinite(s, vi) {
		return true
	}
	if n := s.nounBefore(vi - 1); n >= 0 {
		if first := s.group(n)[0]; first > 0 && (ch[first-1].kind == kRel || ch[first-1].kind == kSub) && !(first > 1 && (ch[first-1].kind == kSub || ch[first-2].kind == kVerb) && r.thingDone(s, first, vi)) {
			return false // "the tanks that Poland sent to Ukraine"
		}
	}
	next := vi + 1
	for next < len(ch) && (ch[next].kind == kAdverb || ch[next].kind == kTime) {
		next++
	}
	if s.calledByName(vi, next) {
		return true
	}
	if ch[vi-1].kind == kComma {
		for next+2 < len(ch) && ch[next].kind == kPrep && ch[next].word != "by" && ch[next+1].kind == kNoun && ch[next+2].kind == kPrep {
			next += 2 // ", backed on the ground by Iran,"
		}
	}
	if s.agentAt(next) {
		return true
	}
	if n := s.nounBefore(vi - 1); n >= 0 && s.subordinate(s.group(n)[0]) && ch[n].np.men >= 0 && r.sort(s, n) == "actor" {
		return false // "a day after Biden and Putin met in Geneva"
	}
	if next < len(ch) && (ch[next].kind == kNoun || ch[next].kind == kRel && ch[next].word == "that") {
		return false // it has an object: an active past
	}
	if ch[vi-1].kind == kComma && next < len(ch) && ch[next].kind == kPrep && (s.vocab.places.has(v.lemma) || s.insertedUntil(next)) {
		return true // "the group, based in Lima, warned"
	}
	if ch[vi-1].kind == kComma || next >= len(ch) || ch[next].kind != kPrep && next == vi+1 && !(ch[next].kind == kVerb && ch[next].vg.to_) {
		return false
	}
	if n := s.nounBefore(vi - 1); n < 0 || r.speechVerb(v) && s.quoteOrComma(s.group(n)) && !(s.vocab.addresses.has(v.lemma) && s.laterFinite(vi)) {
		return false // "..., Trump said in an interview", not "a person briefed on the talks said"
	}
	if next < len(ch) && ch[next].kind == kPrep && s.insideApposition(vi) {
		return true // "Karimi, a pastor freed from prison, said"
	}
	return r.reducedBehind(s, vi, next)
}

// hearsaid reports whether the verb at vi only tells that something is said of the
// phrase before it: "rebels said to be behind the raid".
func (s *sentence) hearsaid(vi int) bool {
	if v := s.chunks[vi].vg; v.lemma != "say" && !s.vocab.raising.has(v.lemma) || vi+1 >= len(s.chunks) || s.chunks[vi+1].kind != kVerb {
		return false
	}
	v := s.chunks[vi+1].vg
	return v.to_ && (v.have || v.lemma == "be" || v.lemma == "have")
}

// mayReduce reports whether the verb at vi has the form and place of a participle
// behind a noun phrase.
func (r *reader) mayReduce(s *sentence, vi int) bool {
	ch := s.chunks
	v := ch[vi].vg
	if v.lemma == "say" && !s.hearsaid(vi) || v.modal != "" || v.to_ || v.form&fPart == 0 || v.from != v.main && !r.adverbsOnly(s, v) || v.passive || v.have {
		return false
	}
	if vi == 0 || ch[vi-1].kind != kNoun && ch[vi-1].kind != kTime && ch[vi-1].kind != kClose && ch[vi-1].kind != kComma {
		return false
	}
	if s.vocab.intransitive.has(v.lemma) {
		return false // "arrived in": never done to anybody
	}
	before := ch[vi-1].np
	if before != nil && (s.tokens[before.from].Lower == "what" || before.from > 0 && s.tokens[before.from-1].Lower == "what") {
		return false // "what officials described as"
	}
	if before != nil && v.lemma == "meet" && s.namesPerson(before) && vi+1 < len(ch) && ch[vi+1].kind == kPrep && ch[vi+1].word == "with" {
		return false // "toured the port, and Marcos met with them"
	}
	return before == nil || !before.pronoun || !nominative[s.tokens[before.head].Lower] // "a trip he made to Oman"
}

// beforeFinite reports whether the verb at vi stands between a phrase and its finite
// verb: "lawyers for those involved have said".
func (r *reader) beforeFinite(s *sentence, vi int) bool {
	ch := s.chunks
	v := ch[vi].vg
	if vi+1 >= len(ch) || ch[vi+1].kind != kVerb || !ch[vi+1].vg.finite || ch[vi+1].vg.bare || r.speechVerb(v) || s.vocab.thinking.has(v.lemma) {
		return false
	}
	if ch[vi-1].kind != kNoun || ch[vi-1].np.men >= 0 || s.tokens[ch[vi-1].np.head].tag == tNum {
		return false
	}
	return vi < 2 || ch[vi-2].kind != kNoun && ch[vi-2].kind != kRel && ch[vi-2].kind != kSub
}

// calledByName reports whether the verb at vi tells what somebody is called, with the
// name at next: "a charity called Bridges to Belarus".
func (s *sentence) calledByName(vi, next int) bool {
	ch := s.chunks
	if l := ch[vi].vg.lemma; l != "call" && l != "name" && l != "dub" {
		return false
	}
	if ch[vi-1].kind != kNoun || next >= len(ch) || ch[next].kind != kNoun || ch[next].from != ch[vi].to {
		return false
	}
	return s.indefinite(ch[vi-1].np) && (s.tokens[ch[next].np.start].tag == tName || ch[next].np.men >= 0)
}

// agentAt reports whether a "by" at a chunk names who did it, and not how or by how
// much: "rose by 5", "conferred by phone".
func (s *sentence) agentAt(j int) bool {
	ch := s.chunks
	if j >= len(ch) || ch[j].kind != kPrep || ch[j].word != "by" {
		return false
	}
	if j+1 >= len(ch) || ch[j+1].kind != kNoun {
		return true
	}
	h := &s.tokens[ch[j+1].np.head]
	return !(ch[j+1].np.men < 0 && h.tag == tNum) && !s.vocab.means.has(h.Lower)
}

// reducedBehind reports whether the phrase before the verb at vi belongs to another
// finite verb, so that the verb says something of it; next is the chunk behind the
// verb and its adverbs.
func (r *reader) reducedBehind(s *sentence, vi, next int) bool {
	ch := s.chunks
	for j := vi - 1; j >= 0; j-- {
		switch k := &ch[j]; k.kind {
		case kVerb:
			if r.reduced(s, j) {
				continue // "goods shipped on the river increased"
			}
			if j == 0 && (k.vg.form&fGer != 0 || k.vg.to_) && s.commaBetween(j, vi) {
				return s.laterFinite(vi) && next < len(ch) && ch[next].kind == kPrep // "Arriving in Lima, the king descended"
			}
			if r.speechVerb(k.vg) && r.thingDone(s, j+1, vi) {
				return true // "said a deal reached in May would help"
			}
			return k.vg.finite && !r.speechVerb(k.vg) && !s.vocab.thinking.has(k.vg.lemma) || k.vg.to_ || k.vg.bare
		case kRel, kSub, kColon:
			j = -1
		case kPrep:
			if j+1 < vi && ch[j+1].kind == kNoun && s.behindGroup(j+1) >= vi-1 && k.word != "of" && k.word != "in" && k.word != "from" && k.word != "on" && k.word != "at" {
				// The phrase is governed: "attacks with missiles obtained ..."
				if s.laterFinite(vi) {
					return true
				}
			}
		}
	}
	return s.laterFinite(vi) && next < len(ch) && (ch[next].kind == kPrep || next > vi+1 && ch[next].kind == kVerb && (ch[next].vg.to_ || ch[next].vg.finite))
}

// thingDone reports whether the verb at vi says how the thing at ci came about
// that has another verb behind: "worried that a deal reached between A and B will
// help".
func (r *reader) thingDone(s *sentence, ci, vi int) bool {
	return vi+1 < len(s.chunks) && s.chunks[vi+1].kind == kPrep && s.chunks[ci].kind == kNoun && s.chunks[ci].np.men < 0 && !s.chunks[ci].np.pronoun && !r.acts(s, ci) && s.laterFinite(vi)
}

// insideApposition reports whether the verb at vi stands within an explanation
// of a name between commas, with a finite verb behind: "X, a pastor freed from
// prison, said".
func (s *sentence) insideApposition(vi int) bool {
	ch := s.chunks
	n := s.nounBefore(vi - 1)
	if n < 0 || ch[n].np.men >= 0 && s.mentions[ch[n].np.men].to-1 == ch[n].np.head {
		return false
	}
	first := s.group(n)[0]
	if first < 2 || ch[first-1].kind != kComma || ch[first-2].kind != kNoun || ch[first-2].np.men < 0 || s.tokens[ch[first].from].tag != tDet {
		return false
	}
	for j := vi + 1; j+1 < len(ch); j++ {
		switch ch[j].kind {
		case kVerb, kRel, kSub, kColon:
			return false
		case kComma:
			return ch[j+1].kind == kVerb && ch[j+1].vg.finite && !ch[j+1].vg.bare
		}
	}
	return false
}

// insertedUntil reports whether the prepositional phrases from ci end at a comma
// that a finite verb follows, and so are an insertion's.
func (s *sentence) insertedUntil(ci int) bool {
	ch := s.chunks
	for ci+1 < len(ch) && ch[ci].kind == kPrep && ch[ci+1].kind == kNoun {
		ci = s.behindGroup(ci + 1)
		for ci < len(ch) && ch[ci].kind == kTime {
			ci++
		}
	}
	return ci+1 < len(ch) && ch[ci].kind == kComma && ch[ci+1].kind == kVerb && ch[ci+1].vg.finite
}

// quoteOrComma reports whether a comma or quotation mark stands before a list.
func (s *sentence) quoteOrComma(group []int) bool {
	first := s.chunks[group[0]].from
	return first > 0 && (s.tokens[first-1].tag == tComma || s.tokens[first-1].tag == tQuote)
}

func (r *reader) adverbsOnly(s *sentence, v *verbGroup) bool {
	for j := v.from; j < v.main; j++ {
		if t := s.tokens[j].tag; t != tAdv && t != tQuote && t != tNot {
			return false
		}
	}
	return true
}

// laterFinite reports whether a finite verb follows in the same clause.
func (s *sentence) laterFinite(vi int) bool {
	for j := vi + 1; j < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			if c.vg.to_ && j+2 < len(s.chunks) && s.chunks[j+1].kind == kNoun && s.chunks[j+2].kind != kVerb {
				continue // "a panel set up to monitor the truce said"
			}
			if c.vg.form&fPart != 0 && c.vg.from == c.vg.main && j+1 < len(s.chunks) && s.chunks[j+1].word == "by" && s.chunks[j-1].kind == kNoun {
				continue // "advanced in an offensive backed by Chad"
			}
			if c.vg.bare && c.vg.form&fGer != 0 && s.chunks[j-1].kind == kPrep {
				continue // "a ship seized for carrying arms violated"
			}
			return c.vg.finite
		case kNoun:
			if s.tokens[c.from].Lower == "what" {
				return false // "condemned in a speech what he called"
			}
			j = s.behindGroup(j) - 1
		case kPrep:
			if s.vocab.subordinates.has(c.word) && j+1 < len(s.chunks) && s.chunks[j+1].kind == kNoun {
				if n := s.behindGroup(j + 1); n < len(s.chunks) && s.chunks[n].kind == kVerb && s.chunks[n].vg.finite {
					return false // "arrived in Lima before he met"
				}
			}
		case kComma, kRel, kSub, kColon, kConj:
			return false
		}
	}
	return false
}
