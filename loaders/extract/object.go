package extract

// right finds the objects and prepositional phrases behind a verb.
func (r *reader) right(s *sentence, c *clause) {
	p := objectReader{r: r, s: s, c: c, v: s.chunks[c.verb].vg, at: c.verb + 1}
	for p.at < len(s.chunks) && p.step() {
	}
}

// objectReader reads what stands behind the verb of a clause, chunk by chunk.
type objectReader struct {
	r  *reader
	s  *sentence
	c  *clause
	v  *verbGroup // of the clause
	at int        // the next chunk
}

// is reports whether there is a chunk at j of a kind.
func (p *objectReader) is(j int, k kind) bool {
	return j < len(p.s.chunks) && p.s.chunks[j].kind == k
}

// reports reports whether the verb may have a report behind it: "said", "thinks".
func (p *objectReader) reports() bool {
	return p.r.speechVerb(p.v) || p.s.vocab.thinking.has(p.v.lemma)
}

// goOn lets the reading go on at a chunk.
func (p *objectReader) goOn(at int) bool {
	p.at = at
	return true
}

// depend notes where a clause that depends on the verb begins, unless one has begun.
func (p *objectReader) depend(at int) bool {
	if p.c.complement >= 0 {
		return false
	}
	p.c.complement = at
	return true
}

// step reads the chunk at hand, or reports that the clause ends there.
func (p *objectReader) step() bool {
	switch p.s.chunks[p.at].kind {
	case kAdverb, kTime, kOther:
		return p.goOn(p.at + 1)
	case kOpen:
		for p.at < len(p.s.chunks) && p.s.chunks[p.at].kind != kClose {
			p.at++
		}
		return p.goOn(p.at + 1)
	case kNoun:
		return p.noun()
	case kPrep:
		return p.preposition()
	case kComma:
		return p.comma()
	case kConj:
		if p.is(p.at-1, kTime) && p.is(p.at+1, kTime) {
			return p.goOn(p.at + 2) // "met on Monday and Friday with Ruto"
		}
		return p.samePrep(p.at+1) && p.goOn(p.at+1) // "met with Tiani and with Bazoum"
	case kVerb:
		return p.verb()
	case kRel:
		p.relative()
	case kSub:
		p.question()
	}
	return false
}

// noun reads a phrase: an object, unless it begins a clause of its own.
func (p *objectReader) noun() bool {
	s, r, c, j := p.s, p.r, p.c, p.at
	np := s.chunks[j].np
	switch {
	case s.tokens[np.head].tag == tAdj && np.men < 0 && p.is(j+1, kTime):
		return p.goOn(j + 1) // "said early on Friday"
	case s.bearerBehind(j) > j:
		return p.goOn(s.bearerBehind(j))
	case c.object < 0 && len(c.preps) == 0:
		// "Kyiv said Moscow fired": the phrase is the subject of the next
		// verb, not the object of this one.
		if p.reports() && r.beginsClause(s, j) {
			c.complement = j
			return false
		}
		c.object = j
	case r.speechVerb(p.v) && r.beginsClause(s, j):
		p.depend(j) // "told Reuters in an interview they were soldiers"
		return false
	case c.object >= 0 && c.second < 0 && len(c.preps) == 0 && !r.beginsClause(s, j):
		c.second = j
	case c.object < 0 && p.late():
		c.object = j
	default:
		return false
	}
	return p.goOn(s.behindGroup(j))
}

// late reports whether the phrase at hand is an object behind another phrase:
// "delivered to Kyiv a batch of tanks", "condemned on Friday what it called".
func (p *objectReader) late() bool {
	k, preps := &p.s.chunks[p.at], p.c.preps
	if p.c.passive || len(preps) != 1 || p.r.beginsClause(p.s, p.at) {
		return false
	}
	switch preps[0].word {
	case "to", "with":
		return true
	case "until":
		return p.s.determined(k.np) // "suspended until further notice all talks"
	case "for":
		return p.s.tokens[p.s.chunks[preps[0].at].np.head].word.in(cTime) && p.s.determined(k.np) // "extended for a year the embargo"
	case "in", "into", "as":
		if p.s.determined(k.np) {
			return true
		}
	}
	return k.word == "what"
}

// preposition reads a preposition with what it governs.
func (p *objectReader) preposition() bool {
	ch, j := p.s.chunks, p.at
	word := ch[j].word
	if j+1 >= len(ch) {
		return false
	}
	if j == p.c.verb+1 && ch[j+1].kind == kNoun && p.r.particle(p.v.lemma, word) {
		return p.goOn(j + 1) // "called off a meeting", "handed over a tank"
	}
	switch ch[j+1].kind {
	case kNoun:
		j = p.s.bearerBehind(j+1) - 1
		if word == "by" && j > p.c.verb+1 && ch[j-1].kind == kVerb {
			return p.goOn(p.s.behindGroup(j + 1)) // "stood by a deal brokered by": who brokered it
		}
		p.c.preps = append(p.c.preps, prep{word: word, at: j + 1})
		if p.s.tokens[ch[j+1].from].Lower == "what" && p.is(j+2, kVerb) {
			return false // "in what officials described as": no longer the verb's
		}
		return p.goOn(p.s.behindGroup(j + 1))
	case kVerb:
		if p.depend(j + 1) {
			if m := p.s.reportBehind(j + 2); m > 0 && p.r.speechVerb(p.v) {
				p.c.complement = m // "told reporters after meeting Modi that"
			}
			p.c.preps = append(p.c.preps, prep{word: word, at: j + 1, verb: true})
		}
		return false
	case kAdverb:
		if p.is(j+2, kVerb) && ch[j+2].vg.bare && ch[j+2].vg.form&fGer != 0 {
			if p.depend(j + 2) {
				p.c.preps = append(p.c.preps, prep{word: word, at: j + 2, verb: true}) // "accused of not paying"
			}
			return false
		}
		return p.goOn(j + 1)
	case kTime, kOther, kPrep:
		return p.goOn(j + 1)
	}
	return false
}

// samePrep reports whether a preposition that the verb has already stands at j, before
// another phrase.
func (p *objectReader) samePrep(j int) bool {
	if !p.is(j, kPrep) || !p.is(j+1, kNoun) {
		return false
	}
	switch w := p.s.chunks[j].word; w {
	case "with", "to", "in", "against", "from", "on":
		return hasPrep(p.c.preps, w)
	}
	return false
}

// comma goes on behind an insertion or an expression of time.
func (p *objectReader) comma() bool {
	s, c, j := p.s, p.c, p.at
	if m := s.thatBehind(j); m > 0 && p.r.speechVerb(p.v) && c.object < 0 {
		c.complement = m // "said, citing documents, that"
		return false
	}
	if m := s.insertedPhrase(j); m > 0 && c.object < 0 && len(c.preps) == 0 && j == c.verb+1 && !p.v.passive {
		return p.goOn(m) // "condemned, in the strongest terms, the attack"
	}
	if c.object >= 0 && c.object < j && s.vocab.addresses.has(p.v.lemma) && p.is(j+1, kNoun) && s.namesPerson(s.chunks[j+1].np) && p.is(j+2, kComma) {
		return p.goOn(j + 3) // "told his counterpart, Wang Yi, that"
	}
	if m := s.insertedLoad(j); m > 0 && c.object >= 0 && len(c.preps) == 0 {
		return p.goOn(m) // "sent a plane, carrying ten tons of tents, to"
	}
	if p.is(j+1, kTime) {
		return p.goOn(j + 1)
	}
	if p.saidBehind(j + 1) {
		c.complement = j + 1 // "said despite the violations, its units were"
		return false
	}
	if c.object < 0 && c.complement < 0 && s.fullDate(j-1) && (p.is(j+1, kRel) || p.is(j+1, kNoun) && s.determined(s.chunks[j+1].np)) {
		return p.goOn(j + 1) // "said on Friday, January 16, that"
	}
	if p.is(j+1, kNoun) && p.is(j+2, kComma) && p.is(j+3, kConj) {
		j += 2 // "with the leader, Tiani, and with Bazoum"
	}
	if p.is(j+1, kConj) && p.samePrep(j+2) {
		return p.goOn(j + 2)
	}
	if p.is(j+1, kPrep) {
		switch s.chunks[j+1].word {
		case "in", "on", "at", "near":
			return len(c.preps) > 0 && p.goOn(j+1)
		}
		return s.addedBefore(j) && p.goOn(j+1)
	}
	return false
}

// verb reads a verb behind the clause's own.
func (p *objectReader) verb() bool {
	c, n := p.c, p.s.chunks[p.at].vg
	if n.to_ || n.bare && len(c.preps) == 0 && c.object < 0 {
		p.depend(p.at)
		return false
	}
	if c.object >= 0 && n.bare && n.form&fGer != 0 && p.s.vocab.comprises.has(n.lemma) {
		return p.goOn(p.behindContents()) // "sent supplies comprising tents and rice to Chad"
	}
	if p.r.reduced(p.s, p.at) {
		// "missiles supplied by Pyongyang against Ukraine": what follows may
		// belong to either.
		return p.goOn(p.at + 1)
	}
	if c.object < 0 && c.complement < 0 && p.reports() && !(n.bare && p.s.vocab.citing.has(n.lemma)) {
		c.complement = p.at
	}
	return false
}

// behindContents returns the chunk behind the participle at hand and what it says that
// the object is made of.
func (p *objectReader) behindContents() int {
	j := p.at + 1
	if p.is(j, kPrep) && p.s.chunks[j].word == "of" {
		j++
	}
	if p.is(j, kNoun) {
		return p.s.behindGroup(j)
	}
	return j
}

// fullDate reports whether the chunk at ci is a date with a comma within, which another
// one closes: "on Friday, January 16,".
func (s *sentence) fullDate(ci int) bool {
	if ci < 0 || s.chunks[ci].kind != kTime {
		return false
	}
	for i := s.chunks[ci].from; i < s.chunks[ci].to; i++ {
		if s.tokens[i].tag == tComma {
			return true
		}
	}
	return false
}

// relative reads a relative pronoun: what follows depends on the verb, or on a noun.
func (p *objectReader) relative() {
	word, next := p.s.chunks[p.at].word, p.at+1
	verb := p.is(next, kVerb)
	switch {
	case p.c.object < 0 && word == "that" && (len(p.c.preps) == 0 || next < len(p.s.chunks) && !verb),
		next == p.c.verb+2 && (word != "when" || p.reports()),
		word == "that" && p.reports() && !verb: // not "dismissed reports that overshadowed"
		p.c.complement = next
	}
}

// question reads a conjunction that may open an indirect question.
func (p *objectReader) question() {
	switch p.s.chunks[p.at].word {
	case "whether":
	case "if":
		if p.c.object >= 0 {
			return
		}
	case "how", "why":
		if p.c.object >= 0 || !p.r.speechVerb(p.v) {
			return
		}
	default:
		return
	}
	p.c.complement = p.at + 1
}

// reportBehind returns the chunk behind a "that" which opens a report after the
// phrases of a participle that go on from chunk j, or -1.
func (s *sentence) reportBehind(j int) int {
	for ; j+1 < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case kRel:
			if c.word == "that" && s.chunks[j+1].kind != kVerb {
				return j + 1
			}
			return -1
		case kVerb, kComma, kSub, kColon:
			return -1
		}
	}
	return -1
}

// insertedPhrase returns the noun phrase behind a prepositional phrase that stands
// between the comma at j and another, or -1.
func (s *sentence) insertedPhrase(j int) int {
	ch := s.chunks
	if j+4 < len(ch) && ch[j+1].kind == kPrep && ch[j+2].kind == kNoun && ch[j+3].kind == kComma && ch[j+4].kind == kNoun && s.determined(ch[j+4].np) {
		return j + 4
	}
	return -1
}

// insertedLoad returns the chunk behind a participle with its phrases between the comma
// at j and another, where a preposition goes on from what stands before; or -1.
func (s *sentence) insertedLoad(j int) int {
	ch := s.chunks
	if j+1 >= len(ch) || ch[j+1].kind != kVerb || !ch[j+1].vg.bare {
		return -1
	}
	for m := j + 2; m+1 < len(ch); m++ {
		switch ch[m].kind {
		case kNoun, kPrep, kTime, kAdverb, kConj:
		case kComma:
			if w := ch[m+1].word; ch[m+1].kind == kPrep && (w == "to" || w == "into") {
				return m + 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// thatBehind returns the chunk behind a "that" which follows an insertion between
// the comma at j and another, or -1.
func (s *sentence) thatBehind(j int) int {
	for m := j + 1; m+2 < len(s.chunks) && m < j+10; m++ {
		switch c := &s.chunks[m]; c.kind {
		case kVerb:
			if c.vg.finite && !c.vg.bare {
				return -1
			}
		case kComma:
			if n := &s.chunks[m+1]; n.kind == kRel && n.word == "that" {
				return m + 2
			}
			return -1
		case kRel, kSub, kColon:
			return -1
		}
	}
	return -1
}

// determined reports whether a phrase begins with an article or possessor, and so
// begins anew: "condemned in the strongest terms the attack".
func (s *sentence) determined(np *nounPhrase) bool {
	return np.owner != nil || np.possessive || s.tokens[np.from].tag == tDet
}

// beginsClause reports whether the noun phrase at ci is followed by its own
// finite verb.
func (r *reader) beginsClause(s *sentence, ci int) bool {
	ch := s.chunks
	j := s.behindGroup(ci)
	for j < len(ch) {
		switch ch[j].kind {
		case kPrep:
			if j+1 < len(ch) && ch[j+1].kind == kNoun {
				if s.timesAnother(j) {
					return false
				}
				j = s.behindGroup(j + 1)
				continue
			}
			j++
		case kTime, kAdverb:
			j++
		case kOpen:
			for j < len(ch) && ch[j].kind != kClose {
				j++
			}
			j++
		case kVerb:
			if r.participial(s, j) {
				j++
				continue
			}
			if v := ch[j].vg; v.finite && !(v.form&fPart != 0 && v.from == v.main && s.laterFinite(j) && j+1 < len(ch) && ch[j+1].kind == kPrep) {
				return true
			}
			j++
			if j < len(ch) && ch[j].kind == kNoun {
				j = s.behindGroup(j)
			}
		default:
			return false
		}
	}
	return false
}

// timesAnother reports whether the preposition at j opens a clause of its own that
// tells when or why: "support for Kenya after rebels seized".
func (s *sentence) timesAnother(j int) bool {
	ch := s.chunks
	if !s.vocab.subordinates.has(ch[j].word) {
		return false
	}
	n := s.behindGroup(j + 1)
	for n < len(ch) && (ch[n].kind == kAdverb || ch[n].kind == kTime) {
		n++
	}
	return n < len(ch) && ch[n].kind == kVerb && ch[n].vg.finite && !(ch[n].vg.form&fPart != 0 && ch[n].vg.from == ch[n].vg.main && s.laterFinite(n))
}

// objectBefore finds the object of an active verb that stands before its subject.
func (r *reader) objectBefore(s *sentence, c *clause) {
	if c.passive || c.subject < 0 || c.second >= 0 {
		return
	}
	v := s.chunks[c.verb].vg
	rel := s.relativeBefore(c.verb)
	first := s.group(c.subject)[0]
	if rel > 0 && s.vocab.naming.has(v.lemma) && c.object >= 0 && first > rel {
		c.second, c.object = c.object, s.nounBefore(rel-1) // "a gang which Peru has designated a terrorist group"
	}
	if c.object >= 0 || c.second >= 0 || c.complement >= 0 && !(len(c.preps) > 0 && c.preps[0].verb && r.accuses(v.lemma)) {
		return
	}
	if m := first - 1; m >= 0 && s.chunks[m].kind == kNoun && !s.chunks[m].np.pronoun && v.finite && !r.speechVerb(v) && !s.vocab.thinking.has(v.lemma) && !s.heard(m) {
		c.object = m // "the weapons Iran sent to Russia"
	}
	if rel > 0 && s.chunks[rel].word != "who" && !r.opensReport(s, rel) && first > rel {
		k := rel - 1
		for k >= 0 && (s.chunks[k].kind == kColon || s.chunks[k].kind == kComma) {
			k--
		}
		c.object = s.nounBefore(k) // "resolutions that Russia itself supported"
		if s.chunks[rel].word == "that" && s.lyingIn(c.object) {
			c.object = s.beforeNames(c.object) // "banks in Lebanon and Turkey that it accused of"
		}
		if act := r.actBefore(s, k+1); act >= 0 && s.vocab.judging.has(v.lemma) {
			c.object = act // "air strikes on the port, which Oman condemned"
		}
	}
}

// gappedObject finds the object of a verb that completes the verb of a relative clause:
// "rebels whom Mali accuses Algeria of arming", "a group that Iran is said to fund".
func (s *sentence) gappedObject(c *clause) {
	if c.object >= 0 || c.passive || c.complement >= 0 {
		return
	}
	if n := c.verb + 1; n < len(s.chunks) && s.chunks[n].kind == kPrep && (n+1 == len(s.chunks) || s.chunks[n+1].kind != kNoun) {
		return // "the village they are said to come from"
	}
	for i := len(s.clauses) - 2; i >= 0 && i >= len(s.clauses)-4; i-- {
		d := &s.clauses[i]
		if d.complement != c.verb || d.subject < 0 || d.object < 0 && !d.passive && s.chunks[d.complement-1].kind == kPrep {
			continue
		}
		rel := s.relativeBefore(d.verb)
		if rel <= 0 || s.group(d.subject)[0] < rel {
			return
		}
		switch s.chunks[rel].word {
		case "which", "that", "whom", "who":
			if n := s.nounBefore(rel - 1); n >= 0 && n != d.object {
				c.object = n
			}
		}
		return
	}
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

// lyingIn reports whether the phrase at ci tells where something lies or comes from.
func (s *sentence) lyingIn(ci int) bool {
	if ci < 2 {
		return false
	}
	k := s.group(ci)[0] - 1
	return k > 0 && s.chunks[k].kind == kPrep && (s.chunks[k].word == "in" || s.chunks[k].word == "from" || s.chunks[k].word == "across")
}

// saidBehind reports whether what somebody says begins at j, behind a phrase that opens
// it or tells where it was said, and a comma.
func (p *objectReader) saidBehind(j int) bool {
	s, c := p.s, p.c
	if !p.reports() || c.object >= 0 || c.complement >= 0 || len(c.preps) == 0 || !p.is(j, kNoun) || !p.r.beginsClause(s, j) {
		return false
	}
	if in := s.chunks[c.preps[len(c.preps)-1].at].np; in == nil || in.men >= 0 && s.mentions[in.men].entity.Label == "Place" {
		return false // "said in Goma, Kenya had"
	}
	return s.noClauseBetween(-1, c.verb)
}
