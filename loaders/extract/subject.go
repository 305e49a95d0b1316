package extract

// left finds the subject of a verb.
func (r *reader) left(s *sentence, c *clause) {
	ch := s.chunks
	v := ch[c.verb].vg
	c.passive = v.passive
	if v.joined >= 0 {
		c.subject = s.clauses[s.clauseOf[v.joined]].subject
		return
	}
	j := c.verb - 1
	for j >= 0 && (ch[j].kind == kAdverb || ch[j].kind == kTime) {
		j--
	}
	if j < 0 {
		r.subjectBehind(s, c)
		return
	}
	if d := r.stateVerb(s, c.verb); d != nil {
		c.passive, c.subject = true, d.subject
		return
	}
	if r.reduced(s, c.verb) {
		c.passive, c.subject = true, r.doneTo(s, c, j)
		return
	}
	switch {
	case v.to_:
		c.subject = r.controller(s, c.verb)
		s.gappedObject(c)
		return
	case v.bare && v.form&fGer != 0, s.tokens[v.from].Lower == "being", s.tokens[v.from].Lower == "having":
		c.subject = r.gerundSubject(s, c.verb, j)
		s.gappedObject(c)
		return
	}
	c.subject = r.subjectLeft(s, v, j, ch[j].kind == kComma)
	if n := r.conjoined(s, c, j); n >= 0 {
		c.subject = n
	}
	r.objectBefore(s, c)
	if c.subject < 0 || r.speechVerb(v) && (s.quoteBefore(ch[c.verb].from) || s.saidBehind(c) || r.lastWord(s, c)) {
		r.invert(s, c)
	}
}

// subjectBehind finds the subject of a verb that opens a sentence, which follows.
func (r *reader) subjectBehind(s *sentence, c *clause) {
	ch := s.chunks
	v := ch[c.verb].vg
	by := c.verb + 1
	for by < len(ch) && ch[by].kind == kAdverb {
		by++
	}
	switch {
	case v.form&fPart != 0 && v.from == v.main && by+1 < len(ch) && ch[by].kind == kPrep && ch[by].word == "by" && ch[by+1].kind == kNoun:
		// "Signed by Japan and India, the text criticised"
		c.passive = true
		for m := s.behindGroup(by + 1); m+1 < len(ch) && ch[m].kind != kVerb && ch[m].kind != kColon; m++ {
			if ch[m].kind == kComma && ch[m+1].kind == kNoun {
				c.subject = m + 1
				break
			}
		}
	case v.form&fPart != 0 && r.adverbsOnly(s, v) && s.frontedDone(c.verb) > 0:
		c.passive, c.subject = true, s.frontedDone(c.verb) // "Also blacklisted were two brothers"
	case v.bare && v.form&fGer != 0:
		c.subject = r.subjectAhead(s, c.verb) // "Visiting Seoul last week, the president warned"
	case c.verb+1 < len(ch) && r.speechVerb(v):
		r.invert(s, c)
	}
}

// frontedDone returns the phrase behind the "be" of which the participle at vi tells
// what was done to it, with one phrase between at most: "Also named in the sanctions
// are two brothers"; or -1.
func (s *sentence) frontedDone(vi int) int {
	ch := s.chunks
	j := vi + 1
	if j+1 < len(ch) && ch[j].kind == kPrep && ch[j+1].kind == kNoun {
		j += 2
	}
	for j < len(ch) && ch[j].kind == kTime {
		j++
	}
	if j+1 < len(ch) && ch[j].kind == kVerb && ch[j].vg.lemma == "be" && !ch[j].vg.passive && ch[j+1].kind == kNoun {
		return j + 1
	}
	return -1
}

// doneTo returns the phrase of which a participle behind it says what was done to
// it, or -1; j is the chunk before the participle. The nearest phrase comes first:
// of "attacks on Ukraine carried out by" the frames try the head themselves.
func (r *reader) doneTo(s *sentence, c *clause, j int) int {
	ch := s.chunks
	comma := ch[j].kind == kComma
	if comma {
		j--
	}
	n := s.nounBefore(j)
	if comma && n > 1 && len(s.group(n)) == 1 && ch[n-1].kind == kPrep && (ch[n-1].word == "in" || ch[n-1].word == "from" || ch[n-1].word == "near") && ch[n-2].kind == kNoun && s.whereabouts(n) {
		n -= 2 // "militias in Iraq, backed by"
	}
	intended := c.complement == c.verb+1 && ch[c.complement].kind == kVerb && ch[c.complement].vg.to_
	if n >= 0 && n == c.verb-1 && intended && len(s.group(n)) == 1 && s.whereabouts(n) {
		if h := s.headBefore(n); h >= 0 && h != n && !r.acts(s, h) {
			return h // "missiles on Ukraine intended to": the missiles are
		}
	}
	return n
}

// stateVerb returns the clause of the verb right before a participle that tells how
// its subject is: "remains committed"; nil if there is none.
func (r *reader) stateVerb(s *sentence, vi int) *clause {
	v, j := s.chunks[vi].vg, vi-1
	for j >= 0 && s.chunks[j].kind == kAdverb {
		j--
	}
	if j < 0 || v.form&fPart == 0 || !r.adverbsOnly(s, v) || s.chunks[j].kind != kVerb || !s.vocab.copulas.has(s.chunks[j].vg.lemma) {
		return nil
	}
	return &s.clauses[s.clauseOf[j]]
}

// whereabouts reports whether a phrase names a state or place.
func (s *sentence) whereabouts(ci int) bool {
	np := s.chunks[ci].np
	if np.men < 0 {
		return false
	}
	l := s.mentions[np.men].entity.Label
	return l == "State" || l == "Place"
}

// opensReport reports whether a "that" at m begins what a verb before it reports:
// "said in a post that his men had left".
func (r *reader) opensReport(s *sentence, m int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.complement == m+1 && c.verb < m && s.chunks[m].from < s.chunks[m].to && r.speechVerb(s.chunks[c.verb].vg) {
			return true
		}
	}
	return false
}

// heard reports whether the phrase at ci is whom a verb tells something:
// "told reporters Iran fired".
func (s *sentence) heard(ci int) bool {
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb < ci && c.object >= 0 && s.inGroup(c.object, ci) && (c.complement > c.object || s.vocab.addresses.has(s.chunks[c.verb].vg.lemma)) {
			return true
		}
	}
	return false
}

// age reports whether a phrase is a mere number between commas behind another: "Lula, 78,".
func (s *sentence) age(ci int) bool {
	ch := s.chunks
	return ch[ci].to-ch[ci].from == 1 && s.tokens[ch[ci].from].tag == tNum && ch[ci-1].kind == kComma && ch[ci-2].kind == kNoun && ci+1 < len(ch) && ch[ci+1].kind == kComma
}

// subjectLeft looks for a finite verb's subject, from chunk j leftwards. comma
// says that a comma stands before the verb and its adverbs: an insertion ended there.
func (r *reader) subjectLeft(s *sentence, v *verbGroup, j int, comma bool) int {
	p := subjectReader{r: r, s: s, v: v, at: j, comma: comma, governed: -1}
	if comma {
		p.skipInsertion()
		p.series = s.chunks[p.at].kind == kComma
	}
	for p.at >= 0 {
		if n, ended := p.step(); ended {
			return n
		}
	}
	return p.governed
}

// subjectReader looks for the subject of a finite verb, chunk by chunk leftwards.
type subjectReader struct {
	r        *reader
	s        *sentence
	v        *verbGroup
	at       int  // the next chunk
	comma    bool // an insertion may end here
	series   bool // a comma stands before the verb and nothing is inserted
	governed int  // a phrase passed behind a preposition, or -1
	ofPhrase bool // that preposition is "of"
}

// skipInsertion goes to the phrase before an insertion that ends with the comma at
// hand.
func (p *subjectReader) skipInsertion() {
	if m := p.s.insertedRelative(p.at); m >= 0 {
		p.at = m // "Gomery, who led the commission, said"
	} else if m := p.r.insertedParticiple(p.s, p.at); m >= 0 {
		p.at = m // "Trump, speaking after a summit, said"
	} else if m := p.r.insertedState(p.s, p.at); m >= 0 {
		p.at = m // "Riyadh, wary of being drawn in, said"
	} else if m := p.s.insertedShare(p.at); m >= 0 {
		p.at = m // "six people, five of them officers, were"
	}
}

// goOn lets the search go on at a chunk.
func (p *subjectReader) goOn(at int) (int, bool) {
	p.at = at
	return -1, false
}

// step reads the chunk at hand and reports whether the search ends there, with the
// subject or -1.
func (p *subjectReader) step() (int, bool) {
	switch k := &p.s.chunks[p.at]; k.kind {
	case kAdverb, kTime, kOther, kPrep:
		return p.goOn(p.at - 1)
	case kClose:
		return p.goOn(p.s.beforeOpen(p.at))
	case kComma:
		p.comma = true
		return p.goOn(p.at - 1)
	case kRel:
		return p.antecedent(k.word), true
	case kConj:
		if k := p.at - 1; k >= 0 && p.s.chunks[k].kind == kAdverb && p.s.tokens[p.v.from].tag == tAdv && p.v.from == p.s.chunks[p.at].to {
			return p.goOn(k) // "France firmly and determinedly supports"
		}
		return p.shared(), true
	case kNoun:
		return p.noun()
	case kVerb:
		return p.verb()
	case kSub:
		if v := p.s.chunks[p.at+1].vg; v != nil && v.bare && v.form&fGer != 0 {
			return p.goOn(p.at - 1) // "the envoy while speaking in Doha said"
		}
	case kColon:
		if m := p.s.beforeDashes(p.at); m != p.at {
			return p.goOn(m)
		}
	}
	return -1, true
}

// beforeOpen returns the chunk before the bracket that the one at j closes.
func (s *sentence) beforeOpen(j int) int {
	for j >= 0 && s.chunks[j].kind != kOpen {
		j--
	}
	return j - 1
}

// antecedent returns what the relative pronoun at hand stands for: in "a resolution
// of the Council that" the head noun, unless a name of a person stands nearest for
// "who".
func (p *subjectReader) antecedent(word string) int {
	if word == "that" || word == "who" || word == "which" {
		if n := p.s.nounBefore(p.at - 1); n >= 0 {
			if c := p.s.clauseOfAgent(n); c != nil && p.at == n+1 && word != "who" && p.r.reduced(p.s, c.verb) && c.subject >= 0 {
				return p.s.agreeing(c.subject, p.at) // "a report seen by Reuters that says"
			}
			return p.s.agreeing(n, p.at)
		}
	}
	return -1
}

// clauseOfAgent returns the passive whose agent stands at ci, right behind its verb.
func (s *sentence) clauseOfAgent(ci int) *clause {
	if ci < 2 || s.chunks[ci-1].word != "by" || s.chunks[ci-2].kind != kVerb || s.clauseOf[ci-2] < 0 {
		return nil
	}
	return &s.clauses[s.clauseOf[ci-2]]
}

// shared returns the subject of the verb that the conjunction at hand joins to a
// second one: "condemned X and supplied Y".
func (p *subjectReader) shared() int {
	s := p.s
	told := false // what somebody reports has been passed
	for m := s.beforeDashes(p.at - 1); m >= 0; m-- {
		switch w := s.chunks[m].vg; s.chunks[m].kind {
		case kVerb:
			if s.clauseOf[m] < 0 {
				continue
			}
			c := &s.clauses[s.clauseOf[m]]
			if c.subject < 0 || c.inverted {
				continue
			}
			if c.passive && p.r.reduced(s, m) || w.bare && w.form&fGer != 0 || s.tokens[w.main].Lower == "being" {
				continue // "accused the army of killing civilians and called"
			}
			if w.to_ && p.v.form&fPast != 0 && p.v.form&fBase == 0 {
				continue // "called the move to suspend talks an insult and froze"
			}
			if s.chunks[p.at-1].kind == kComma && p.r.speechVerb(p.v) && c.subject < m && s.subordinate(s.group(c.subject)[0]) {
				told = true
				continue // "faced a test as a caravan left, and said"
			}
			if (s.chunks[p.at-1].kind == kComma || s.chunks[p.at].word == "but" || s.present(w) && p.v.form&fPast != 0 && !p.v.have) && s.vocab.goesOn.has(p.v.lemma) && s.reported(m) {
				told = true
				continue // "said nine people were wounded, and accused Chad", "said he had left but declined"
			}
			return c.subject
		case kColon:
			return -1
		case kSub:
			if !told {
				return -1
			}
		}
	}
	return -1
}

// reported reports whether the verb at m is that of what somebody is told to say.
func (s *sentence) reported(m int) bool {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.verb < m && c.complement > c.verb && c.complement <= m && s.chunks[c.verb].vg.finite {
			return true
		}
	}
	return false
}

// noun reads the phrase at hand: the subject, unless something before it is.
func (p *subjectReader) noun() (int, bool) {
	s, r, j := p.s, p.r, p.at
	if j > 1 && s.age(j) {
		return p.goOn(j - 2) // "Maduro, 61, said"
	}
	if m := r.restrictive(s, j); m >= 0 {
		return p.goOn(m) // "the party that rules the country says"
	}
	first := s.group(j)[0]
	if first > 1 && p.purpose(first-1) {
		p.governed, p.ofPhrase = -1, false
		return p.goOn(first - 2) // "plans to cut carbon say"
	}
	if first > 0 && s.chunks[first-1].kind == kPrep {
		return p.behindPrep(first)
	}
	if m := s.ladenAt(first - 1); m > 0 {
		return p.goOn(m - 1)
	}
	if m := r.unclosedOffices(s, j); m >= 0 {
		return m, true
	}
	if first > 0 && s.chunks[first-1].kind == kAdverb && (s.chunks[first-1].word == "not" || s.chunks[first-1].word == "never") {
		p.comma = true
		return p.goOn(first - 2) // "Russia, not North Korea, supplied"
	}
	if n := r.seriesSubject(s, first-1, p.v, p.series); n >= 0 {
		return n, true // "killed thousands of people, bombed the port and"
	}
	if m := p.apposed(first); m >= 0 {
		return m, true
	}
	if m := p.unclosed(first); m >= 0 {
		return m, true
	}
	if m := first - 2; m >= 0 && first == j && s.chunks[first-1].kind == kComma && s.chunks[m].kind == kNoun && s.chunks[m].np.possessive && s.namesPerson(s.chunks[j].np) && r.sort(s, m) == "role" && singularRole(s, s.chunks[m].np) {
		if k := s.group(m)[0]; p.comma && k > 1 && s.chunks[k-1].kind == kPrep && s.chunks[k-2].kind != kVerb {
			return p.goOn(m) // "Kono, at a meeting with his counterpart, Kang Kyung-wha, stressed"
		}
		return m, true // "Ruto and his Burundian counterpart, Evariste Ndayishimiye arrived"
	}
	if first > 0 && s.chunks[first-1].kind == kVerb && s.chunks[first-1].vg.bare && s.chunks[first-1].vg.form&fGer != 0 && !r.speechVerb(s.chunks[first-1].vg) {
		return p.goOn(first - 1) // "ministers representing 47 countries denounced": the object of a participle
	}
	return j, true
}

// purpose reports whether the chunk at vi is an infinitive that has the phrase at
// hand as its object and itself belongs to what stands before it.
func (p *subjectReader) purpose(vi int) bool {
	s := p.s
	if s.chunks[vi].kind != kVerb || !s.chunks[vi].vg.to_ || s.clauseOf[vi] < 0 {
		return false
	}
	return s.clauses[s.clauseOf[vi]].object == p.at && !p.r.speechVerb(s.chunks[vi].vg) && p.r.purposeBefore(s, vi-1, p.governed)
}

// behindPrep reads the phrase at hand, whose list begins at first behind a
// preposition: what it hangs on is the subject, unless it opens a clause.
func (p *subjectReader) behindPrep(first int) (int, bool) {
	ch := p.s.chunks
	word := ch[first-1].word
	switch word {
	case "as":
		switch {
		case first > 3 && ch[first-2].word == "well":
			return p.goOn(first - 4) // "Damascus, as well as the rebels, said"
		case first > 1 && ch[first-2].kind == kVerb && (p.r.reduced(p.s, first-2) || ch[first-2].vg.bare && ch[first-2].vg.form&fGer != 0):
			return p.goOn(first - 2) // "rebels seen as moderates say", "agents posing as buyers told"
		case first > 1 && ch[first-2].word != "such" && !p.s.asPart(p.at):
			return p.at, true // "as leaders began": a clause of its own
		}
	case "since", "after", "before", "until", "while":
		if !p.series {
			return p.at, true
		} // "Oman, its biggest buyer after Chad, has"
	}
	if p.governed < 0 || p.ofPhrase {
		p.governed = p.at
	}
	p.ofPhrase = word == "of"
	return p.goOn(first - 2)
}

// apposed returns the phrase that the one at hand explains, whose list begins at
// first, when it is inserted behind it; or -1.
func (p *subjectReader) apposed(first int) int {
	ch := p.s.chunks
	before := p.s.behindAdverbs(first) - 1 // "Wang, also a member of the Politburo, said"
	if !p.comma && p.unclosedOffice(before) {
		return before - 1
	}
	if !p.comma || before <= 0 {
		return -1
	}
	if ch[before].kind == kConj && p.s.headLemma(p.at) == "member" {
		return p.s.explains(p.at) // "Niger, once a colony and now a member of BRICS, left"
	}
	if ch[before].kind != kComma {
		return -1
	}
	if m := p.r.appositionHead(p.s, before); m >= 0 && p.explains() {
		// "An editorial in the Herald, a state newspaper, said": the nearest name is
		// explained, and what it hangs on is the subject.
		if n := p.s.nounBefore(before - 1); p.r.alike(p.s, m, p.at) || n > m && ch[m+1].word == "in" && ch[n].np.men >= 0 && p.r.alike(p.s, n, p.at) {
			return m
		}
	}
	return -1
}

// unclosed returns the name at the head of a clause that the phrase at hand explains
// with no comma behind, as much of the news has it: "Jan Novak, the minister of defence
// said"; or -1.
func (p *subjectReader) unclosed(first int) int {
	s, ch := p.s, p.s.chunks
	name := first - 2
	if p.comma || name < 0 || first != p.at || ch[first-1].kind != kComma || ch[name].kind != kNoun || ch[name].np.men < 0 || ch[p.at].np.men >= 0 || ch[name].np.head+1 != ch[name].np.to || len(s.group(name)) > 1 || s.tokens[ch[p.at].np.from].tag != tDet {
		return -1
	}
	if end := p.v.to; end >= len(s.tokens) || s.tokens[end].tag == tComma {
		return -1 // "Jan Novak, an aide said, was told"
	}
	for j := name - 1; j >= 0; j-- {
		if k := ch[j].kind; k != kAdverb && k != kTime && k != kComma && k != kConj {
			return -1
		}
	}
	switch l := s.mentions[ch[name].np.men].entity.Label; p.r.sort(s, p.at) {
	case "role":
		if l == "Person" {
			return name
		}
	case "actor":
		if l == "Organization" {
			return name
		}
	}
	return -1
}

// explains reports whether the phrase at hand is of a kind that explains a name
// before it.
func (p *subjectReader) explains() bool {
	ch := p.s.chunks
	return apposes[p.r.sort(p.s, p.at)] || apposes[p.r.sort(p.s, p.s.effective(p.at))] ||
		p.s.tokens[ch[p.at].np.head].Lower == "one" && p.at+1 < len(ch) && ch[p.at+1].word == "of"
}

// verb reads the verb at hand: one inside the subject is passed.
func (p *subjectReader) verb() (int, bool) {
	s, r, j := p.s, p.r, p.at
	if v := s.chunks[j].vg; v.bare || v.to_ || r.reduced(s, j) {
		return p.goOn(j - 1) // a participle inside the subject
	}
	if m := s.joinedParticiples(j); m >= 0 {
		p.governed, p.ofPhrase = -1, false
		return p.goOn(m) // "a militia armed and funded by Iran attacked"
	}
	if m := s.relativeBefore(j); m >= 0 {
		p.comma = true
		return p.goOn(m - 1) // a relative clause inside the subject: "Landale, who is there, says"
	}
	if n := r.seriesSubject(s, j, p.v, p.series); n >= 0 {
		return n, true // "gave to charities, built a school and"
	}
	if m := r.insertedSaying(s, j); m >= 0 && p.comma && s.chunks[m].kind == kNoun {
		return p.goOn(m) // "The minister, an aide said, was told"
	}
	return p.governed, true
}

// beforeDashes returns the chunk before the insertion between dashes that ends at
// chunk j: "called it a lie - citing no proof - and accused"; j where none does.
func (s *sentence) beforeDashes(j int) int {
	if j < 0 || s.chunks[j].kind != kColon || s.chunks[j].word == ":" || s.chunks[j].word == ";" {
		return j
	}
	m := j - 1
	for m >= 0 && s.chunks[m].kind != kColon {
		m--
	}
	if m <= 0 {
		return j
	}
	return m - 1
}

// purposeBefore reports whether an infinitive behind the chunk at k belongs to a
// noun phrase or a participle: "plans to", "a panel set up to".
func (r *reader) purposeBefore(s *sentence, k, governed int) bool {
	ch := s.chunks
	if ch[k].kind == kNoun {
		return governed < 0
	}
	for k > 0 && ch[k].kind == kAdverb {
		k--
	}
	return ch[k].kind == kVerb && r.reduced(s, k)
}

// asPart reports whether a phrase behind "as" only leads on to another: "freed as
// part of a swap", "as a result of".
func (s *sentence) asPart(ci int) bool {
	l := s.tokens[s.chunks[ci].np.head].Lower
	return (l == "part" || l == "result" || l == "consequence") && ci+1 < len(s.chunks) && s.chunks[ci+1].word == "of"
}

// alike reports whether an apposition may explain a phrase: people and bodies are
// explained by their like.
func (r *reader) alike(s *sentence, head, apposition int) bool {
	who := func(ci int) bool {
		k := r.sort(s, ci)
		return k == "actor" || k == "role" || k == "name" || k == "pronoun"
	}
	return who(head) || !who(apposition)
}

// restrictive returns the chunk before a relative clause without commas whose
// last phrase is at ci, or -1: "the party that rules the country".
func (r *reader) restrictive(s *sentence, ci int) int {
	for m := s.group(ci)[0] - 1; m > 0; m-- {
		switch c := &s.chunks[m]; c.kind {
		case kNoun, kPrep, kTime, kAdverb:
		case kVerb:
			if c.vg.bare && c.vg.form&fPart != 0 && c.vg.form&fGer == 0 || c.vg.to_ && s.chunks[m-1].kind == kVerb {
				continue // "states that want him gone from power", "who wished to remain unnamed"
			}
			if !c.vg.finite || s.clauseOf[m] < 0 || r.speechVerb(c.vg) || s.vocab.thinking.has(c.vg.lemma) {
				return -1
			}
			k := m - 1
			for k > 0 && s.chunks[k].kind == kAdverb {
				k--
			}
			if k > 0 && s.chunks[k].kind == kNoun && s.vocab.ditransitive.has(c.vg.lemma) {
				k = s.group(k)[0] - 1 // "the tanks that Germany gave Ukraine were"
			}
			if k < 1 || s.chunks[k].kind != kRel || s.chunks[k].word == "that" && s.chunks[k-1].kind != kNoun || s.chunks[k-1].kind == kComma {
				return -1
			}
			return s.nounBefore(k - 1)
		default:
			return -1
		}
	}
	return -1
}

// othersDo reports whether what a clause is for or welcomes is the doing of others
// that the phrase at ci names: "support for efforts to end the war".
func (r *reader) othersDo(s *sentence, c *clause, ci int) bool {
	if s.chunks[ci].np.possessive {
		return false
	}
	if first := s.group(ci)[0]; first > 1 && s.chunks[first-1].word == "for" && s.chunks[first-2].kind == kNoun && s.tokens[s.chunks[first-2].np.head].lemma == "support" {
		return true
	}
	l := s.chunks[c.verb].vg.lemma
	return c.object == ci && !c.passive && (s.vocab.judging.has(l) && l != "deny" && l != "discuss" || l == "support" || l == "back")
}

// agreeing returns the antecedent of a relative pronoun at rel: the nearest phrase
// at n, or the plural one that it hangs on when the verb is plural: "attacks
// against Ukraine, which have struck".
func (s *sentence) agreeing(n, rel int) int {
	ch := s.chunks
	v := rel + 1
	for v < len(ch) && ch[v].kind == kAdverb {
		v++
	}
	if ch[rel].word == "who" {
		if m := s.whoever(n, rel); m != n {
			return m
		}
		// "an associate of Dmitry Peskov who is under sanctions": a name needs no
		// clause to tell whom it means.
		if np := ch[n].np; n == rel-1 && np.men >= 0 && s.mentions[np.men].entity.Label == "Person" && n > 1 && ch[n-1].kind == kPrep && (ch[n-1].word == "of" || ch[n-1].word == "to") && ch[n-2].kind == kNoun && s.indefinite(ch[n-2].np) && s.tokens[ch[n-2].np.head].word.in(cPerson) {
			return n - 2
		}
		return n
	}
	if ch[rel].word == "that" {
		// "a strike in Yemen that killed ten": no name has a clause with "that".
		n = s.beforeNames(n)
	}
	if v >= len(ch) || ch[v].kind != kVerb || ch[v].vg.modal != "" {
		return n
	}
	plural := false
	switch first := &s.tokens[ch[v].vg.from]; {
	case first.Lower == "is" || first.Lower == "has" || first.tag == tVerb && first.form&fPres != 0 && first.form&fBase == 0:
		// "a pact between Kenya and Chad that helps": the pact, not the two.
		if g := s.group(n); len(g) > 1 && g[0] > 1 && n == rel-1 && ch[g[0]-1].kind == kPrep && ch[g[0]-1].word == "between" && ch[g[0]-2].kind == kNoun {
			return g[0] - 2
		}
	case first.Lower == "are" || first.Lower == "were" || first.Lower == "have" || first.Lower == "do":
		plural = true
	case first.tag == tVerb && first.form&fBase != 0 && first.form&fPast == 0:
		plural = true
	}
	for k := 0; plural && k < 3; k++ {
		np := ch[n].np
		if len(s.group(n)) > 1 || pluralNoun(s.tokens[np.head].Lower) && np.men < 0 {
			return n
		}
		first := s.group(n)[0]
		if first < 2 || ch[first-1].kind != kPrep || ch[first-2].kind != kNoun {
			return n
		}
		n = first - 2
	}
	return n
}

// apposes are the kinds of phrases that explain a name before them.
var apposes = map[string]bool{"role": true, "actor": true, "name": true, "noun": true, "Place": true}

// relativeBefore returns the relative pronoun whose verb is at vi, or -1.
func (s *sentence) relativeBefore(vi int) int {
	for j := vi - 1; j >= 0; j-- {
		switch c := &s.chunks[j]; c.kind {
		case kRel:
			return j
		case kAdverb, kTime:
		case kNoun:
			// "which Russia supported"
			if first := s.group(j)[0]; first > 0 && s.chunks[first-1].kind == kRel {
				return first - 1
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// appositionHead returns the phrase that an apposition before the comma at k
// explains, or -1: "Peskov, the Kremlin's spokesman, said".
func (r *reader) appositionHead(s *sentence, k int) int {
	ch := s.chunks
	for j := k - 1; j >= 0; j-- {
		switch ch[j].kind {
		case kNoun:
			first := s.group(j)[0]
			if first > 0 && ch[first-1].kind == kPrep {
				switch w := ch[first-1].word; {
				case s.namesPerson(ch[j].np) && s.vocab.subordinates.has(w):
					return j // "hours after Joe Biden, the president, announced"
				case w == "as", w == "after":
					return -1
				}
				j = first - 1
				continue
			}
			if first > 0 && ch[first-1].kind == kComma && !s.quoteEndsAt(first-1) && !s.namesPerson(ch[j].np) {
				if m := r.appositionHead(s, first-1); m >= 0 && r.sort(s, m) == "actor" {
					return m
				}
			}
			return j
		case kTime, kAdverb:
		case kClose:
			for j >= 0 && ch[j].kind != kOpen {
				j--
			}
		default:
			return -1
		}
	}
	return -1
}

// unclosedOffice reports whether a verb of saying has for its subject a person whose
// office stands between him and the verb with but one comma: "..., Ibrahim Kalin, the
// spokesman said".
func (p *subjectReader) unclosedOffice(comma int) bool {
	ch := p.s.chunks
	return comma > 2 && ch[comma].kind == kComma && ch[comma-2].kind == kComma && ch[comma-1].kind == kNoun && p.s.namesPerson(ch[comma-1].np) &&
		p.r.speechVerb(p.v) && p.r.isTitle(p.s, ch[p.at].np) && p.s.verbBeforeChunk(comma-2)
}

// unclosedOffices returns the name that opens a sentence, whose offices stand behind its
// comma at ci with the verb right behind them: "Petra Novak, Crown Princess and Defence
// Minister told"; or -1.
func (r *reader) unclosedOffices(s *sentence, ci int) int {
	ch, g := s.chunks, s.group(ci)
	if g[0] != 2 || ch[1].kind != kComma || ch[0].kind != kNoun || !s.namesPerson(ch[0].np) {
		return -1
	}
	for _, m := range g {
		np := ch[m].np
		if s.determined(np) || s.namesPerson(np) || !s.tokens[np.start].Capital || pluralNoun(s.tokens[np.head].Lower) && !r.ministerOf(s, np) || !r.isTitle(s, np) {
			return -1
		}
	}
	return 0
}
