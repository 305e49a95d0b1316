package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
)

// clause is a verb group with what stands around it.
type clause struct {
	verb       int // chunk
	subject    int // chunk of the subject, or -1
	object     int // chunk of the object, or -1
	second     int // chunk of a second object ("gave Ukraine tanks"), or -1
	preps      []prep
	complement int  // chunk where a clause that depends on the verb begins, or -1
	passive    bool // subject is what it is done to
	inverted   bool // the subject follows: "said Power"
}

// prep is a prepositional phrase.
type prep struct {
	word string
	at   int // chunk of the noun phrase
	verb bool
}

// clauses analyses every verb group of a sentence, left to right.
func (r *reader) clauses(s *sentence) {
	s.coordinate()
	s.clauseOf = r.scratch.ints.slice(len(s.chunks))
	for i := range s.clauseOf {
		s.clauseOf[i] = -1
	}
	for i := range s.chunks {
		if s.chunks[i].kind == kVerb {
			s.clauseOf[i] = len(s.clauses)
			s.clauses = append(s.clauses, clause{verb: i, subject: -1, object: -1, second: -1, complement: -1})
			c := &s.clauses[len(s.clauses)-1]
			r.right(s, c)
			if c.complement >= len(s.chunks) {
				c.complement = -1
			}
			r.left(s, c)
		}
	}
	s.partClauses()
	s.sharedObjects()
	r.sharedPassives(s)
	r.sharedVerbs(s)
}

// sharedVerbs makes a clause of each further pair of an object and a phrase that
// shares the verb before it: "sent tanks to Mali and drones to Chad".
func (r *reader) sharedVerbs(s *sentence) {
	for i := range len(s.clauses) {
		c := s.clauses[i]
		what := c.object
		if c.passive && what < 0 {
			what = c.subject
		}
		for what >= 0 && c.second < 0 && len(c.preps) > 0 && !c.preps[len(c.preps)-1].verb {
			n := r.nextPair(s, &c, what)
			if n < 0 {
				break
			}
			if what = n; c.passive {
				c.subject = n
			} else {
				c.object = n
			}
			c.preps, c.complement = s.phrasesAfter(s.behindGroup(n)), -1
			s.clauses = append(s.clauses, c)
		}
	}
}

// nextPair returns the phrase behind a clause that is of a kind with the one at what
// and has a phrase with a preposition of the clause behind it, or -1.
func (r *reader) nextPair(s *sentence, c *clause, what int) int {
	ch := s.chunks
	j := s.behindGroup(c.preps[len(c.preps)-1].at)
	n := j
	for n < len(ch) && (ch[n].kind == kTime || n == j && ch[n].kind == kComma || ch[n].kind == kConj && joinsLast(ch[n].word)) {
		n++
	}
	if n == j || n >= len(ch) || ch[n].kind != kNoun || ch[n-1].kind == kTime || ch[n].np.pronoun || r.beginsClause(s, n) {
		return -1
	}
	k := s.behindGroup(n)
	if k+1 >= len(ch) || ch[k].kind != kPrep || ch[k+1].kind != kNoun || !hasPrep(c.preps, ch[k].word) {
		return -1
	}
	switch kind := r.sort(s, s.effective(what)); {
	case s.money(what) && s.money(n):
	case kind != r.sort(s, s.effective(n)), kind != "goods" && (kind == "noun" || ch[n-1].kind != kConj):
		return -1
	}
	return n
}

// phrasesAfter returns the phrases with prepositions that stand at chunk j and behind.
func (s *sentence) phrasesAfter(j int) []prep {
	var out []prep
	for j+1 < len(s.chunks) && s.chunks[j].kind == kPrep && s.chunks[j+1].kind == kNoun {
		out = append(out, prep{word: s.chunks[j].word, at: j + 1})
		j = s.behindGroup(j + 1)
	}
	return out
}

// partClauses takes from a clause what opens the next one: in "sanctioned Russia
// as Starmer hosts Zelenskyy" nobody is sanctioned as Starmer.
func (s *sentence) partClauses() {
	opens := map[int]bool{}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || c.subject > c.verb || !s.chunks[c.verb].vg.finite || c.passive && s.chunks[c.verb].vg.bare {
			continue
		}
		if first := s.group(c.subject)[0]; s.subordinate(first) {
			opens[first] = true
		}
	}
	if len(opens) == 0 {
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		c.preps = slices.DeleteFunc(c.preps, func(p prep) bool { return opens[p.at] && p.at > c.verb && !p.verb })
	}
}

// sharedPassives makes passives of participles that are joined to one, or to an
// adjective, before one agent: "is armed, funded and trained by".
func (r *reader) sharedPassives(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.object >= 0 || s.chunks[c.verb].vg.form&fPart == 0 || !r.adverbsOnly(s, s.chunks[c.verb].vg) || len(c.preps) == 0 || c.preps[0].word != "by" || c.preps[0].verb {
			continue
		}
		if n := s.joinedParticiples(c.verb); n >= 0 && s.otherFinite(i) {
			c.passive, c.subject = true, n
			if i > 0 && s.clauses[i-1].verb == c.verb-2 {
				d := &s.clauses[i-1]
				d.passive, d.subject, d.object, d.preps = true, n, -1, c.preps // "a group sponsored and trained by"
			}
			continue
		}
		first, chain := c.verb, []int{i}
		for k := i - 1; k >= 0; k-- {
			d := &s.clauses[k]
			if !s.joined(d.verb, first) {
				break
			}
			first = d.verb
			chain = append(chain, k)
			if d.passive || s.chunks[d.verb].vg.lemma == "be" {
				if d.subject < 0 || d.passive && len(d.preps) > 0 {
					break
				}
				for _, m := range chain {
					x := &s.clauses[m]
					if s.chunks[x.verb].vg.lemma != "be" {
						x.passive, x.subject, x.object, x.preps = true, d.subject, -1, c.preps
					}
				}
				break
			}
			if d.object >= 0 || s.chunks[d.verb].vg.form&fPart == 0 {
				break
			}
		}
	}
}

// otherFinite reports whether a sentence has a finite verb besides the clause at i and
// the one before it.
func (s *sentence) otherFinite(i int) bool {
	for k := range s.clauses {
		if v := s.chunks[s.clauses[k].verb].vg; k != i && k != i-1 && v.finite && !v.bare {
			return true
		}
	}
	return false
}

// joined reports whether nothing stands between two verbs but conjunctions,
// commas, adverbs and single adjectives.
func (s *sentence) joined(a, b int) bool {
	seen := false
	for j := a + 1; j < b; j++ {
		switch k := &s.chunks[j]; k.kind {
		case kConj, kComma:
			seen = true
		case kAdverb, kOther:
		case kNoun:
			if k.to-k.from != 1 || s.tokens[k.np.head].tag != tAdj {
				return false
			}
		default:
			return false
		}
	}
	return seen
}

// coordinate lets a base form share what stands before the first verb of its
// list: in "plans to bomb the port and seize the town" both are infinitives, in
// "will fly to Seoul, visit the base and meet" all are to come, and in "did not
// bomb the port or seize the town" both are denied.
func (s *sentence) coordinate() {
	ch := s.chunks
	for i := range ch {
		if ch[i].kind != kVerb || !s.plain(ch[i].vg) {
			continue
		}
		j := i - 1
		for j >= 0 && (ch[j].kind == kAdverb || ch[j].kind == kTime) {
			j--
		}
		if j >= 0 && ch[j].kind == kVerb && ch[j].vg.lemma == "help" {
			ch[i].vg.to_, ch[i].vg.finite = true, false // "helped fight": as "helped to fight"
			continue
		}
		if j == i-1 && s.helpedBefore(j) {
			ch[i].vg.to_, ch[i].vg.finite = true, false // "help Ecuador fight"
			continue
		}
		if j < 1 || ch[j].kind != kConj && (ch[j].kind != kComma || !s.verbList(i)) || ch[j].word == "but" {
			continue
		}
		or := ch[j].word == "or" || ch[j].word == "nor"
		for m := j - 1; m >= 0; m-- {
			if k := ch[m].kind; k == kSub || k == kColon || k == kRel {
				break
			} else if k != kVerb {
				continue
			}
			v, w := ch[i].vg, ch[m].vg
			if w.bare && w.form&fGer != 0 || w.form&fPart != 0 && w.form&fBase == 0 && w.from == w.main {
				continue // a participle between them
			}
			switch aux := s.tokens[w.from].tag; {
			case w.to_:
				v.to_, v.finite, v.joined = true, false, m
				for p := m - 1; p > 0 && ch[j-1].kind == kComma; p-- {
					if ch[p].kind != kVerb {
						continue
					}
					if u := ch[p].vg; u.to_ && u.joined >= 0 {
						v.joined = u.joined // "to arm Kenya, back its bid to join, and train"
					}
					break
				}
			case w.modal != "" || aux == tDo && w.from != w.main:
				v.modal, v.joined = w.modal, m
				if w.negated && or {
					v.negated, v.not = true, w.not
				}
			}
			break
		}
	}
}

// plain reports whether a verb group is a mere base form, as it stands behind
// "to" or "will" or with a plural subject of its own.
func (s *sentence) plain(v *verbGroup) bool {
	if v.modal != "" || v.to_ || v.have || v.passive || !v.finite || v.form&fBase == 0 || s.tokens[v.main].Lower != v.lemma {
		return false
	}
	for i := v.from; i < v.main; i++ {
		if s.tokens[i].tag != tAdv {
			return false
		}
	}
	return true
}

// verbList reports whether the verb at vi is followed by a last one with "and", as
// in "visit Seoul, meet Kim and fly home".
func (s *sentence) verbList(vi int) bool {
	for j := vi + 1; j+1 < len(s.chunks); j++ {
		switch s.chunks[j].kind {
		case kSub, kColon, kRel:
			return false
		case kConj:
			n := j + 1
			for n+1 < len(s.chunks) && s.chunks[n].kind == kAdverb {
				n++
			}
			if s.chunks[n].kind == kVerb {
				return s.plain(s.chunks[n].vg)
			}
		case kVerb:
			if v := s.chunks[j].vg; !s.plain(v) && !v.to_ {
				return false
			}
		}
	}
	return false
}

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

// behindGroup returns the chunk behind the list that the phrase at ci is in.
func (s *sentence) behindGroup(ci int) int {
	g := s.group(ci)
	last := g[len(g)-1]
	if last < ci {
		last = ci
	}
	return last + 1
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

// commaBetween reports whether a comma stands between two chunks.
func (s *sentence) commaBetween(a, b int) bool {
	for j := a + 1; j < b; j++ {
		if s.chunks[j].kind == kComma {
			return true
		}
	}
	return false
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

// conjoined returns the subject of the saying that a verb of saying behind a
// conjunction goes on, when only what it reports stands between: "added that
// Japan had reason to worry and spoke of"; -1 if it does not.
func (r *reader) conjoined(s *sentence, c *clause, j int) int {
	if s.chunks[j].kind != kConj || !r.speechVerb(s.chunks[c.verb].vg) {
		return -1
	}
	for i := len(s.clauses) - 2; i >= 0; i-- {
		d := &s.clauses[i]
		v := s.chunks[d.verb].vg
		if !v.finite || v.bare || d.subject < 0 || !r.speechVerb(v) {
			continue
		}
		if d.complement > d.verb && !d.inverted && !d.passive {
			return d.subject
		}
		return -1
	}
	return -1
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

// nounBefore returns the noun phrase at or before chunk k, in the same phrase.
func (s *sentence) nounBefore(k int) int {
	for ; k >= 0; k-- {
		switch s.chunks[k].kind {
		case kNoun:
			if k > 1 && s.age(k) {
				continue // "Maduro, 61, who"
			}
			return k
		case kTime, kAdverb, kComma:
		case kClose:
			for k >= 0 && s.chunks[k].kind != kOpen {
				k--
			}
		default:
			return -1
		}
	}
	return -1
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
	if m := r.officeHolder(s, j); m >= 0 {
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

// joinedParticiples returns the phrase before two joined participles with one agent,
// of which the second stands at vi, or -1.
func (s *sentence) joinedParticiples(vi int) int {
	ch := s.chunks
	n := vi - 3
	if n > 0 && ch[n].kind == kComma {
		n-- // "the rebels, backed and armed by Rwanda,"
	}
	if n < 0 || ch[vi-1].kind != kConj || ch[n].kind != kNoun || !s.agentAt(vi+1) {
		return -1
	}
	participle := func(v *verbGroup) bool { return v.form&fPart != 0 && v.from == v.main }
	switch first := &ch[vi-2]; {
	case !participle(ch[vi].vg):
		return -1
	case first.kind == kVerb && participle(first.vg), first.kind == kOther && strings.HasSuffix(s.tokens[first.to-1].Lower, "ed"):
		return n
	}
	return -1
}

// seriesSubject returns the subject of the verb at vi when the verb v behind its
// object and a comma goes on in the same tense: "killed ten, bombed the port"; -1
// if it does not.
func (r *reader) seriesSubject(s *sentence, vi int, v *verbGroup, comma bool) int {
	if !comma || vi < 0 || s.chunks[vi].kind != kVerb || s.clauseOf[vi] < 0 || v.from != v.main {
		return -1
	}
	w := s.chunks[vi].vg
	c := &s.clauses[s.clauseOf[vi]]
	if !w.finite || w.bare || w.to_ || c.passive || c.inverted || c.object < 0 && len(c.preps) == 0 || r.speechVerb(w) || s.vocab.thinking.has(w.lemma) || r.speechVerb(v) || !sameTense(w, v) {
		return -1
	}
	return c.subject
}

// sameTense reports whether a second verb goes on in the tense of the first: both
// tell the past, or both the present in the same number.
func sameTense(first, second *verbGroup) bool {
	if second.form&fPast != 0 && (first.form&fPast != 0 || first.have) {
		return true
	}
	const present = fBase | fPres
	return !first.have && first.modal == "" && first.from == first.main && second.form&present != 0 && second.form&present == first.form&present
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

// impersonal reports whether a phrase names a state, a body or a place.
func (s *sentence) impersonal(ci int) bool {
	np := s.chunks[ci].np
	return np.men >= 0 && s.mentions[np.men].entity.Label != "Person" && s.mentions[np.men].entity.Label != "Aid" && s.mentions[np.men].to-1 == np.head
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

// controller finds the subject of an infinitive.
func (r *reader) controller(s *sentence, vi int) int {
	ch := s.chunks
	noun := -1 // the nearest phrase before it
	for j := vi - 1; j >= 0; j-- {
		switch ch[j].kind {
		case kNoun:
			if noun < 0 {
				noun = j
			}
		case kConj:
			if noun < 0 {
				if n, ok := s.joinedInfinitive(j); ok {
					return n
				}
			}
		case kVerb:
			if s.clauseOf[j] < 0 {
				return -1
			}
			if m := r.insertedSaying(s, j); m >= 0 {
				j, noun = m+1, -1
				continue // "has decided, an aide said, to"
			}
			c := &s.clauses[s.clauseOf[j]]
			if s.delights(c) {
				return -1 // the speaker's
			}
			if noun >= 0 && r.reduced(s, j) {
				if s.granted(c, noun) {
					return noun // "the contract awarded to Leonardo to supply"
				}
				noun = -1
				continue // "missiles obtained from Iran to carry out": the purpose is the main verb's
			}
			return r.controlledBy(s, c, vi, noun)
		case kColon:
			return -1
		}
	}
	if noun >= 0 {
		if n := s.staysAt(noun); n >= 0 {
			return n
		}
	}
	return noun
}

// granted reports whether the phrase at ci is to whom a verb gives something.
func (s *sentence) granted(c *clause, ci int) bool {
	l := s.verbLemma(c)
	return s.vocab.ditransitive.has(l) && !s.vocab.sends.has(l) && hasPrepAt(s, c, "to", ci)
}

// joinedInfinitive returns the subject of the infinitive before the conjunction at j,
// or reports that there is none.
func (s *sentence) joinedInfinitive(j int) (int, bool) {
	for m := j - 1; m >= 0; m-- {
		if s.chunks[m].kind == kVerb && s.chunks[m].vg.to_ && s.clauseOf[m] >= 0 {
			return s.clauses[s.clauseOf[m]].subject, true
		}
	}
	return -1, false
}

// delights reports whether a clause only says how an act is: "it is a delight to
// welcome".
func (s *sentence) delights(c *clause) bool {
	if s.chunks[c.verb].vg.lemma != "be" || c.subject < 0 || c.object < 0 || hasPrep(c.preps, "by") {
		return false
	}
	return s.tokens[s.chunks[c.subject].np.head].Lower == "it" && !s.vocab.unrealised.has(s.tokens[s.chunks[c.object].np.head].Lower)
}

// controlledBy finds the subject of the infinitive at vi behind a verb and, unless
// noun is -1, a phrase; -1 where nobody named does it. What says most comes first.
func (r *reader) controlledBy(s *sentence, c *clause, vi, noun int) int {
	if noun >= 0 {
		if n, ok := r.askedOf(s, c, vi, noun); ok {
			return n
		}
		if !c.passive && c.object >= 0 && s.behindGroup(noun) == vi && s.granted(c, noun) && !s.money(c.object) && (r.sort(s, c.object) == "noun" || r.sort(s, c.object) == "act") {
			return noun // "awarded a contract to Leonardo to supply"
		}
	}
	if c.subject >= 0 && c.subject < c.verb && s.subordinate(s.group(c.subject)[0]) && s.commaBetween(c.verb, vi) {
		return -1 // "as Putin attacked, the world rallied to arm": not Putin
	}
	if noun >= 0 {
		if n, ok := r.effortOf(s, c, noun); ok {
			return n
		}
	}
	l := s.chunks[c.verb].vg.lemma
	if o := c.object; o >= 0 && o < vi && s.vocab.judging.has(l) && r.sort(s, o) == "act" && len(r.owners(s, s.chunks[o].np)) > 0 {
		return o // "condemned Iran's dispatch of drones to help": the help is Iran's
	}
	if c.second >= 0 && !c.passive && s.vocab.ditransitive.has(l) && r.animate(s, c.object) {
		return c.object // "gave Oman leave to buy"
	}
	if noun >= 0 {
		if c.object >= 0 && c.object != noun && !c.passive && s.vocab.ditransitive.has(l) && hasPrepAt(s, c, "with", noun) && r.animate(s, c.object) {
			return c.object // "supplied the rebels with rockets to attack"
		}
		if n, ok := r.objectControl(s, c, noun); ok {
			return n
		}
	}
	return c.subject
}

// askedOf finds the subject of the infinitive at vi in what the phrase before it
// hangs on, or in the phrase where somebody is asked to act.
func (r *reader) askedOf(s *sentence, c *clause, vi, noun int) (int, bool) {
	ch := s.chunks
	if use := s.useOf(noun); use >= 0 {
		if len(r.owners(s, ch[use].np)) > 0 {
			return use, true // "condemned Iran's use of drones to attack"
		}
		return -1, true // "said the use of drones to attack": whoever uses them
	}
	if n := s.staysAt(noun); n >= 0 {
		return n, true // "Tusk, in Kyiv to sign a pact, said"
	}
	if s.bidden(noun, vi) && r.animate(s, noun) && !(s.vocab.departs.has(ch[c.verb].vg.lemma) && s.whereabouts(noun)) {
		return noun, true // "calls for Russia to stop", "a call on Congress to pass"
	}
	// "the commitment of the allies to help", "a move by Seoul to deploy"
	if g := s.group(noun)[0]; g >= 2 && ch[g-1].kind == kPrep && (ch[g-1].word == "of" || ch[g-1].word == "by") && ch[g-2].kind == kNoun && r.planOrDoing(s, g-2) {
		return g - 2, true
	}
	return -1, false
}

// planOrDoing reports whether a phrase speaks of what somebody means to do or does,
// which an infinitive behind it tells: "plan", "efforts".
func (r *reader) planOrDoing(s *sentence, ci int) bool {
	l := s.tokens[s.chunks[ci].np.head].lemma
	return len(r.x.cueNouns.at(l)) > 0 || s.vocab.doings.has(l)
}

// effortOf finds the subject of an infinitive behind a phrase that speaks of the act,
// by whose the phrase is.
func (r *reader) effortOf(s *sentence, c *clause, noun int) (int, bool) {
	np := s.chunks[noun].np
	h := &s.tokens[np.head]
	switch {
	case s.vocab.doings.has(h.Lower) && len(r.owners(s, np)) == 0 && r.othersDo(s, c, noun):
		return -1, true // "support for efforts to impose", "welcomed efforts to impose"
	case s.vocab.biddings.has(h.lemma) && len(r.owners(s, np)) > 0:
		return -1, true // "Modi's invitation to visit India": others are to do it
	case c.object < 0 && s.vocab.relies.has(s.chunks[c.verb].vg.lemma) && hasPrepAt(s, c, "on", noun):
		return noun, true // "relies on Iran to supply"
	case r.planOrDoing(s, noun) && (np.owner != nil || len(r.owners(s, np)) > 0):
		return noun, true // "discussed U.S. efforts to provide": the effort is theirs
	case c.complement > c.verb && c.complement <= s.group(noun)[0] && r.speechVerb(s.chunks[c.verb].vg) && r.planOrDoing(s, noun) && !np.possessive:
		return -1, true // "Lavrov said the decision to postpone": not whose it is
	}
	return -1, false
}

// objectControl finds the subject of an infinitive behind a verb that has somebody do
// something, or undoes a plan of others.
func (r *reader) objectControl(s *sentence, c *clause, noun int) (int, bool) {
	v := s.chunks[c.verb].vg
	if (v.lemma == "summon" || v.lemma == "call" && r.particled(s, v)) && c.complement > c.verb && s.chunks[c.complement].kind == kVerb && s.vocab.remonstrates.has(s.chunks[c.complement].vg.lemma) {
		return c.subject, true // "summoned the envoy to protest the raid"
	}
	if c.object == noun && s.vocab.disowning.has(v.lemma) && len(r.x.cueNouns.at(s.tokens[s.chunks[noun].np.head].lemma)) > 0 {
		return -1, true // "foiled a plot to bomb": not who foiled it
	}
	if s.anybodys(noun) {
		return -1, true // "discussed international efforts to impose"
	}
	if !s.vocab.objectControl.has(v.lemma) || c.passive || c.complement == c.verb {
		return -1, false
	}
	if c.subject >= 0 && s.vocab.sends.has(v.lemma) && (r.means(s, c, noun) || c.object >= 0 && c.object != noun && hasPrepAt(s, c, "to", noun)) {
		return c.subject, true // "sent fighters to Mali to support", "used the road to attack"
	}
	return noun, true
}

// means reports whether the object at noun is only what a sender acts with: "sent
// troops to", "used the road to", but "ordered the army to".
func (r *reader) means(s *sentence, c *clause, noun int) bool {
	return c.object == noun && (s.nobodys(noun) || s.chunks[c.verb].vg.lemma != "order" && !r.acts(s, noun))
}

// useOf returns the "use" that a phrase hangs on with "of", or -1.
func (s *sentence) useOf(ci int) int {
	g := s.group(ci)[0]
	if g < 2 || s.chunks[g-1].word != "of" || s.chunks[g-2].kind != kNoun || s.tokens[s.chunks[g-2].np.head].Lower != "use" {
		return -1
	}
	return g - 2
}

// acts reports whether a phrase names somebody who may act.
func (r *reader) acts(s *sentence, ci int) bool {
	switch r.sort(s, s.effective(ci)) {
	case "actor", "role", "name", "pronoun":
		return true
	}
	return false
}

// nobodys reports whether a phrase speaks of forces or machines without a name.
func (s *sentence) nobodys(ci int) bool {
	np := s.chunks[ci].np
	h := s.tokens[np.head].Lower
	if !s.vocab.selves.has(h) && !s.vocab.machines.has(h) && h != "advisers" && h != "advisors" && h != "mercenaries" && h != "soldiers" {
		return false
	}
	return np.owner == nil && !np.possessive && (np.men < 0 || s.mentions[np.men].entity.Label != "Organization")
}

// bidden reports whether the phrase at ci is whom a "for" before it, or a call on
// it, gives to the infinitive at vi as its subject.
func (s *sentence) bidden(ci, vi int) bool {
	g := s.group(ci)[0]
	if g < 1 || s.chunks[g-1].kind != kPrep || s.behindGroup(ci) != vi {
		return false
	}
	asked := ""
	if g > 1 && s.chunks[g-2].kind == kNoun {
		asked = s.tokens[s.chunks[g-2].np.head].lemma
	}
	return s.chunks[g-1].word == "for" || s.chunks[g-1].word == "on" && asked == "call" || s.chunks[g-1].word == "to" && asked == "invitation"
}

// anybodys reports whether a phrase speaks of what nobody in particular does.
func (s *sentence) anybodys(ci int) bool {
	np := s.chunks[ci].np
	for i := np.start; i < np.head; i++ {
		if s.vocab.shared.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// gerundSubject finds the subject of an -ing form; j is the chunk before it.
func (r *reader) gerundSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	if s.rejectedText(vi, j) {
		return j
	}
	if n := r.writer(s, vi, j); n >= 0 {
		return n
	}
	if k := j - 1; ch[j].kind == kComma && r.speechVerb(ch[vi].vg) && k > 0 && ch[k].kind == kNoun && ch[k-1].word == "to" && s.tokens[ch[k-1].from-1].Lower == "according" {
		return k // "according to a spokesman, adding that"
	}
	if v := ch[vi].vg; ch[j].kind == kComma && (r.speechVerb(v) || r.opens(v.lemma) || r.accuses(v.lemma)) || ch[j].kind == kNoun && (r.speechVerb(v) || r.accuses(v.lemma)) && !r.animate(s, j) && !s.worthOrRule(j) {
		if n := r.sayer(s, vi); n >= 0 {
			return n // "suspended the project, saying", "questioned the claim saying"
		}
	}
	if n := r.accusedOf(s, j); n >= 0 {
		return n // "accuses Iran of drug trafficking and sponsoring gangs"
	}
	if ch[j].kind == kComma && !s.vocab.citing.has(ch[vi].vg.lemma) {
		if n := r.chargedWith(s, j); n >= 0 {
			return n
		}
	}
	switch ch[j].kind {
	case kNoun:
		if n := r.thoseAt(s, j); n >= 0 {
			return n // "troops stationed in Somalia fighting"
		}
		return j // "Moscow denying", "trucks carrying"
	case kPrep:
		return r.governedSubject(s, vi, j)
	case kComma, kConj, kVerb, kSub, kRel:
		return r.continuedSubject(s, vi, j)
	}
	return -1
}

// rejectedText reports whether the participle at vi tells what the text before it at j
// says that somebody rejects or is given: "denied a report claiming", "was handed a
// note stating". Who "rejected the report,
// saying", or "the report saying", says so himself.
func (s *sentence) rejectedText(vi, j int) bool {
	if vi != j+1 || s.chunks[j].kind != kNoun || !s.deniable(j) && !s.accusatory(j) {
		return false
	}
	switch v := s.chunks[vi].vg; {
	case v.form&fGer == 0:
		return false
	case v.lemma == "claim", v.lemma == "allege", v.lemma == "suggest", v.lemma == "accuse", v.lemma == "purport":
	case !s.indefinite(s.chunks[j].np):
		return false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb < j && (c.object == j || c.complement == j) {
			l := s.chunks[c.verb].vg.lemma
			return c.passive || s.vocab.receives.has(l) || s.vocab.rejecting.has(l) || s.vocab.rebuffing.has(l) || l == "deny" || l == "refute" || l == "rubbish"
		}
	}
	return false
}

// thoseAt returns the phrase of those who are in the place that the phrase at j names,
// or -1: "Kenyan troops in Somalia", "soldiers deployed near Goma".
func (r *reader) thoseAt(s *sentence, j int) int {
	ch := s.chunks
	if j < 2 || !s.whereabouts(j) || ch[j-1].kind != kPrep || !s.vocab.whereabouts.has(ch[j-1].word) {
		return -1
	}
	n := j - 2
	if ch[n].kind == kVerb && s.clauseOf[n] >= 0 && r.reduced(s, n) {
		n = s.clauses[s.clauseOf[n]].subject
	}
	if n < 0 || ch[n].kind != kNoun {
		return -1
	}
	switch r.sort(s, n) {
	case "role", "actor", "goods":
		return n
	}
	return -1
}

// writer returns who wrote what accuses whom it went to, the phrase at j, or a text
// that it hangs on: "emailed the embassy accusing", "filed a suit at the court
// accusing"; or -1.
func (r *reader) writer(s *sentence, vi, j int) int {
	if v := s.chunks[vi].vg; !r.speechVerb(v) && !r.opens(v.lemma) {
		return -1
	}
	for s.chunks[j].kind == kTime {
		j--
	}
	n := j
	for k := 0; k < 3 && n > 1 && s.chunks[n].kind == kNoun && !s.accusatory(n); k++ {
		first := s.group(n)[0]
		if first < 2 || s.chunks[first-1].kind != kPrep || s.chunks[first-2].kind != kNoun {
			break
		}
		if w := s.chunks[first-1].word; w == "from" || w == "by" {
			return -1 // "received an email from Kim saying": Kim says it
		}
		n = first - 2
	}
	if n < 0 || s.chunks[n].kind != kNoun {
		return -1
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if !c.passive && c.subject >= 0 && c.subject < c.verb && c.object >= 0 && v.finite && s.vocab.writing.has(v.lemma) && (s.inGroup(c.object, j) || s.inGroup(c.object, n) && s.accusatory(n)) {
			return c.subject
		}
	}
	if n != j && s.accusatory(n) {
		return n // "a letter to the president accusing"
	}
	return -1
}

// accusatory reports whether the phrase at ci is a text or suit by which somebody may
// be accused.
func (s *sentence) accusatory(ci int) bool {
	l := s.headLemma(ci)
	return s.vocab.reports.has(l) || s.vocab.declarations.has(l) || s.vocab.suits.has(l)
}

// governedSubject finds the subject of the -ing form at vi behind the preposition at
// j: "accused Moscow of firing", "condemned Iran for supplying".
func (r *reader) governedSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	word := ch[j].word
	if n := s.headBefore(j - 1); word == "including" && n >= 0 && len(r.intending(s, n, []string{"State", "Organization", "Person"})) > 0 {
		return n // "thanked Kenya for Kenya's support, including sending troops"
	}
	if k := ch[j].from - 1; word == "for" && k > 0 && s.tokens[k].Lower == "responsible" {
		if n := s.nounBefore(j - 2); n >= 0 && s.chunks[n].to == k {
			return n // "militants responsible for killing"
		}
	}
	if (word == "after" || word == "before") && j > 1 && ch[j-1].kind == kTime && ch[j-2].kind == kComma {
		if out, _ := r.mainSubject(s); len(out) > 0 {
			return out[0] // "warned that they would pay if they came, a day after accusing"
		}
	}
	for m := j - 1; m >= 0; m-- {
		switch ch[m].kind {
		case kVerb:
			if s.clauseOf[m] < 0 {
				return -1
			}
			if word == "before" && ch[vi].vg.lemma == "add" && !r.speechVerb(ch[m].vg) {
				continue // "said fighting had ended, before adding that"
			}
			if n, ok := r.governedByVerb(s, &s.clauses[s.clauseOf[m]], j); ok {
				return n
			}
		case kNoun:
			if (word == "of" || word == "to" || word == "in") && m == j-1 && len(r.owners(s, ch[m].np)) > 0 {
				return m
			}
		case kColon:
			return -1 // "steps to support Ukraine - from transferring jets to"
		}
	}
	if word == "by" && j > 1 && ch[j-1].kind == kComma && ch[j-2].kind == kNoun {
		return j - 2 // "Russia, by supplying missiles, has"
	}
	// "By supplying missiles, Russia ...": the subject follows.
	for m := vi + 1; m+1 < len(ch); m++ {
		if ch[m].kind == kComma && ch[m+1].kind == kNoun {
			return m + 1
		}
	}
	return -1
}

// governedByVerb finds the subject of an -ing form behind the preposition at j among
// the parties of a verb before it, or reports that the verb has nothing to do with it.
func (r *reader) governedByVerb(s *sentence, c *clause, j int) (int, bool) {
	ch := s.chunks
	word, before, v := ch[j].word, j-1, ch[c.verb].vg
	for before > c.verb && ch[before].kind == kTime {
		before-- // "imposed sanctions on two banks on Friday for financing"
	}
	if word == "in" && c.object < 0 && s.vocab.relies.has(v.lemma) && len(c.preps) > 0 && c.preps[0].word == "on" && !c.preps[0].verb {
		return c.preps[0].at, true // "relies on allies in supplying"
	}
	if word == "of" && r.pretends(s, c, before) {
		// "were bombed under the pretext of targeting": who bombed them.
		if by := r.agents(s, c); len(by) > 0 {
			return by[0], true
		}
		if s.vocab.pretexts.has(s.tokens[ch[before].np.head].lemma) {
			return -1, true
		}
	}
	if word == "by" && v.bare && v.form&fGer != 0 && !r.accuses(v.lemma) {
		return -1, false // "act against companies dealing with X by listing"
	}
	if word == "for" && ch[before].kind == kNoun && before != c.object && c.object >= 0 && !r.animate(s, c.object) && r.animate(s, before) {
		return before, true // "put restrictions on officials for threatening"
	}
	if c.passive || c.object < 0 {
		return c.subject, true
	}
	switch acts := r.animate(s, c.object); {
	case word == "by" && acts && r.accuses(v.lemma) && (hasPrep(c.preps, "of") || hasPrep(c.preps, "for")):
		return c.object, true // "accused Moscow of an illegal act by seizing"
	case acts && (word == "of" || word == "for" || word == "from" || word == "into" || word == "against" || word == "as"):
		return c.object, true
	case word == "with" && (r.accuses(v.lemma) || v.lemma == "task" || v.lemma == "credit"):
		return c.object, true // "charged the firm with violating"
	}
	return c.subject, true
}

// pretends reports whether a passive has the phrase at ci behind it, of nobody's and
// behind a preposition: "were bombed under the pretext".
func (r *reader) pretends(s *sentence, c *clause, ci int) bool {
	ch := s.chunks
	return c.passive && c.verb < ci-1 && ch[ci].kind == kNoun && ch[ci-1].kind == kPrep && ch[ci-1].word != "by" && !r.reduced(s, c.verb) && len(r.owners(s, ch[ci].np)) == 0
}

// continuedSubject finds the subject of the -ing form at vi that goes on from a
// clause before the chunk at j, or opens one.
func (r *reader) continuedSubject(s *sentence, vi, j int) int {
	ch := s.chunks
	kind := ch[j].kind
	if n := r.accusesToo(s, vi, j); n >= 0 {
		return n
	}
	for m := j; m >= 0; m-- {
		if ch[m].kind == kVerb && (ch[m].vg.finite || kind != kComma && kind != kRel && !(kind == kConj && ch[m].vg.to_)) {
			if ci := s.clauseOf[m]; ci >= 0 && s.clauses[ci].subject >= 0 && !(kind == kComma && r.saidBetween(s, &s.clauses[ci], ch[vi].vg.lemma)) {
				return s.clauses[ci].subject
			}
		}
	}
	switch kind {
	case kComma:
		return s.nounBefore(j - 1)
	case kSub, kRel:
		return r.subjectAhead(s, vi) // "While visiting Seoul, the president warned"
	}
	return -1
}

// saidBetween reports whether a clause only says who tells what a participle with a
// verb behind it goes on with: "Chad will buy jets, its minister said, shoring up".
func (r *reader) saidBetween(s *sentence, c *clause, verb string) bool {
	if !r.speechVerb(s.chunks[c.verb].vg) || c.inverted || c.object >= 0 || c.complement >= 0 || r.x.speech.has(verb) || r.opens(verb) || s.vocab.citing.has(verb) || s.vocab.addresses.has(verb) {
		return false
	}
	first := s.group(c.subject)[0]
	return first > 1 && s.chunks[first-1].kind == kComma && s.verbBeforeChunk(first-1)
}

// accusesToo returns the subject of the participle of saying or accusing that the one
// at vi, behind the conjunction at j, goes on: "alleging that Mali had lied and accusing
// it of"; or -1.
func (r *reader) accusesToo(s *sentence, vi, j int) int {
	if v := s.chunks[vi].vg; s.chunks[j].kind != kConj || !v.bare || v.form&fGer == 0 || !r.opens(v.lemma) && !r.speechVerb(v) {
		return -1
	}
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if v := s.chunks[c.verb].vg; c.verb < j && v.bare && v.form&fGer != 0 && (r.opens(v.lemma) || r.speechVerb(v)) {
			return c.subject
		}
	}
	return -1
}

// subjectAhead returns the subject of the clause that the gerund at vi opens:
// "Visiting Seoul last week, the president warned"; or -1.
func (r *reader) subjectAhead(s *sentence, vi int) int {
	ch := s.chunks
	for m := vi + 1; m+1 < len(ch); m++ {
		if ch[m].kind == kVerb && ch[m].vg.finite {
			break // "Buying oil violates ..."
		}
		if ch[m].kind == kComma && ch[m+1].kind == kNoun && r.beginsClause(s, m+1) {
			return m + 1
		}
	}
	return -1
}

// accusedOf returns whom a verb accuses of one thing and, behind the conjunction at
// j, of another, or -1.
func (r *reader) accusedOf(s *sentence, j int) int {
	if s.chunks[j].kind != kConj {
		return -1
	}
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb < j && r.accuses(s.chunks[c.verb].vg.lemma) && !c.passive && c.object >= 0 && hasPrep(c.preps, "of") && !s.finiteBetween(c.verb, s.beforeDash(j)) && r.animate(s, c.object) {
			return c.object
		}
	}
	return -1
}

// beforeDash returns the dash before the conjunction at j, or j: "of doing nothing -
// or even helping".
func (s *sentence) beforeDash(j int) int {
	if j > 0 && s.chunks[j-1].kind == kColon && s.chunks[j-1].word != ":" && s.chunks[j-1].word != ";" {
		return j - 1
	}
	return j
}

// chargedWith returns whom a verb accuses of one act and, behind the comma at j, of
// another: "accused rebels of burning homes, looting shops"; or -1.
func (r *reader) chargedWith(s *sentence, j int) int {
	for i := range slices.Backward(s.clauses) {
		c := &s.clauses[i]
		if c.verb >= j || !r.accuses(s.chunks[c.verb].vg.lemma) || c.passive || c.object < 0 || s.finiteBetween(c.verb, j) {
			continue
		}
		for _, p := range c.preps {
			if p.word == "of" && p.verb && p.at < j && r.animate(s, c.object) {
				return c.object
			}
		}
	}
	return -1
}

// finiteBetween reports whether a finite verb or a new clause stands between two chunks.
func (s *sentence) finiteBetween(a, b int) bool {
	for j := a + 1; j < b; j++ {
		switch c := &s.chunks[j]; c.kind {
		case kVerb:
			if c.vg.finite && !c.vg.bare {
				return true
			}
		case kRel, kSub, kColon:
			return true
		}
	}
	return false
}

// worthOrRule reports whether a participle of saying behind a phrase is nobody's
// word: "worth noting", "a resolution demanding".
func (s *sentence) worthOrRule(ci int) bool {
	l := s.tokens[s.chunks[ci].np.head].lemma
	return l == "worth" || l == "resolution"
}

// sayer finds whom a participle of saying at vi belongs to: the outermost of the
// sayings before it, else the subject of the nearest main clause; -1 if there is
// none.
func (r *reader) sayer(s *sentence, vi int) int {
	main := -1
	for i := len(s.clauses) - 1; i >= 0; i-- {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if c.verb >= vi || !v.finite || v.bare || c.subject < 0 {
			continue
		}
		first := s.group(c.subject)[0]
		if r.speechVerb(v) && !s.embedded(i) {
			if main > 1 && s.chunks[s.group(main)[0]-1].word == "but" {
				return main // "denied it, but the army changed its mind, saying"
			}
			return c.subject
		}
		if k := first - 1; main < 0 && c.subject < c.verb && s.relativeBefore(c.verb) < 0 && !s.embedded(i) && (k < 0 || s.chunks[k].kind != kRel && s.chunks[k].kind != kSub && s.chunks[k].kind != kPrep) {
			main = c.subject
		}
	}
	return main
}

// embedded reports whether a clause is the report of a verb before it.
func (s *sentence) embedded(i int) bool {
	c := &s.clauses[i]
	first := c.subject
	if g := s.group(c.subject); g[0] < first {
		first = g[0]
	}
	for k := range i {
		if d := &s.clauses[k]; d.complement >= 0 && (d.complement == first || d.complement == c.subject || d.complement == c.verb) {
			return true
		}
	}
	return false
}

// particle reports whether a preposition right behind a verb belongs to it.
func (r *reader) particle(verb, word string) bool {
	both := verb + " " + word
	return r.x.support.has(both) || len(r.x.set.OfVerb(both)) > 0
}

// accuses reports whether a verb accuses its object.
func (r *reader) accuses(lemma string) bool {
	return slices.ContainsFunc(r.x.cueVerbs.at(lemma), func(c *rules.Cue) bool { return c.Opens && c.Modality == graph.Alleged })
}

// saidBehind reports whether a verb of saying closes a report with its subject
// behind it: "was fired near Sinpo, said an official from the ministry".
func (s *sentence) saidBehind(c *clause) bool {
	if s.vocab.addresses.has(s.chunks[c.verb].vg.lemma) || s.chunks[c.verb].vg.lemma == "call" || c.object != c.verb+1 || c.second >= 0 || c.complement >= 0 || s.chunks[c.verb-1].kind != kComma || s.chunks[c.verb].vg.from != s.chunks[c.verb].vg.main || (s.chunks[c.verb].vg.lemma != "say" || s.chunks[c.object].np.men >= 0) && s.insertedRelative(c.verb-1) >= 0 {
		return false
	}
	finite := false
	for j := 0; j < c.verb; j++ {
		finite = finite || s.chunks[j].kind == kVerb && s.chunks[j].vg.finite
	}
	return finite
}

// lastWord reports whether "said" closes a report with a speaker behind it of
// whom a participle tells more: "..., said one official involved in the talks".
func (r *reader) lastWord(s *sentence, c *clause) bool {
	ch := s.chunks
	at := c.verb + 1
	if ch[c.verb].vg.lemma != "say" || c.complement != at || c.object >= 0 || at >= len(ch) || ch[at].kind != kNoun || ch[at].np.pronoun || ch[c.verb-1].kind != kComma || s.insertedRelative(c.verb-1) >= 0 {
		return false
	}
	if document := s.tokens[ch[at].np.head].word.in(cDocument); ch[at].np.men >= 0 || r.sort(s, at) != "role" && !document || s.tokens[ch[at].from].Lower == "the" || at+2 >= len(ch) {
		return false
	}
	v := ch[at+1].vg
	return v != nil && v.from == v.main && v.form&fPart != 0 && ch[at+2].kind == kPrep && !s.laterFinite(at+1)
}

// animate reports whether a phrase may do something: "discussed the importance
// of supporting" is the speaker's support, "accused Moscow of firing" Moscow's fire.
func (r *reader) animate(s *sentence, ci int) bool {
	switch r.sort(s, s.effective(ci)) {
	case "noun", "act", "number":
		return false
	}
	return true
}

// invert takes the phrase behind a verb of saying as its subject: "..., said
// Power".
func (r *reader) invert(s *sentence, c *clause) {
	ch := s.chunks
	if at := c.verb + 1; c.object < 0 && c.complement == at && at < len(ch) && ch[at].kind == kNoun && (s.quoteBefore(ch[c.verb].from) || r.lastWord(s, c)) && (r.sort(s, at) == "actor" || r.sort(s, at) == "role" || s.tokens[ch[at].np.head].word.in(cDocument)) {
		c.subject, c.complement, c.inverted = at, -1, true // "...," said one diplomat involved in the talks
		return
	}
	if c.object >= 0 && s.quoteBefore(ch[c.verb].from) && c.object == c.verb+1 && ch[c.object].np.men < 0 && (s.vocab.reports.has(s.headLemma(c.object)) || ch[c.verb].vg.lemma == "say" && s.vocab.declarations.has(s.headLemma(c.object))) {
		c.subject, c.object, c.inverted = c.object, -1, true // "...," said a report seen by
		return
	}
	if c.object >= 0 && (c.object == c.verb+1 || ch[c.verb+1].kind == kTime) && (r.sort(s, c.object) == "actor" || r.sort(s, c.object) == "role" || r.sort(s, c.object) == "name" || subjectPronoun(s.tokens[ch[c.object].np.head].Lower)) && !r.beginsClause(s, c.object) {
		c.subject, c.object, c.inverted = c.object, -1, true
		c.complement = -1
	}
}

// subjectPronoun reports whether a pronoun can be a subject only: "said he", not
// "denied it".
func subjectPronoun(w string) bool {
	switch w {
	case "he", "she", "they", "i", "we", "who":
		return true
	}
	return false
}

// quoteBefore reports whether a closing quotation mark stands right before a token.
func (s *sentence) quoteBefore(ti int) bool {
	for k := ti - 1; k >= 0 && k >= ti-2; k-- {
		switch s.tokens[k].tag {
		case tQuote:
			return true
		case tComma, tStop:
		default:
			return false
		}
	}
	return false
}

// contactClauses puts the relative pronoun that English leaves out before clauses
// whose verb lacks its object: "the attacks (that) Russia launched on Odesa".
func (r *reader) contactClauses(s *sentence) {
	for i := 0; i+2 < len(s.chunks); i++ {
		if !r.contactClause(s, i) {
			continue
		}
		chunks := r.scratch.chunks.slice(len(s.chunks) + 1)
		copy(chunks, s.chunks[:i+1])
		chunks[i+1] = chunk{kind: kRel, from: s.chunks[i+1].from, to: s.chunks[i+1].from, word: "that"}
		copy(chunks[i+2:], s.chunks[i+1:])
		s.chunks = chunks
		i += 2
	}
}

// contactClause reports whether the phrase at i is the object of the clause that
// begins right behind it.
func (r *reader) contactClause(s *sentence, i int) bool {
	ch := s.chunks
	if ch[i].kind != kNoun || ch[i+1].kind != kNoun || ch[i].to != ch[i+1].from || s.Part == graph.Headline || !r.actsByName(s, i+1) {
		return false
	}
	np := ch[i].np
	if np.pronoun || np.men >= 0 && s.mentions[np.men].entity.Label != "Sanction" && r.sort(s, i) != "goods" {
		return false
	}
	switch k := r.sort(s, i); k {
	case "actor", "role", "number", "name", "pronoun":
		return false
	}
	if first := &s.tokens[np.from]; first.tag != tDet && first.tag != tPossessive && !pluralNoun(s.tokens[np.head].Lower) {
		return false
	}
	j := i + 2
	for j+1 < len(ch) && ch[j].kind == kConj && r.actsByName(s, j+1) {
		j += 2
	}
	for j < len(ch) && ch[j].kind == kAdverb {
		j++
	}
	if j >= len(ch) || ch[j].kind != kVerb {
		return false
	}
	v := ch[j].vg
	if !v.finite || v.passive || v.to_ || r.speechVerb(v) || s.vocab.thinking.has(v.lemma) || s.vocab.intransitive.has(v.lemma) || !r.x.support.has(v.lemma) && len(r.x.set.OfVerb(v.lemma)) == 0 {
		return false
	}
	next := j + 1
	for next < len(ch) && (ch[next].kind == kAdverb || ch[next].kind == kTime) {
		next++
	}
	if last := next == len(ch); last && !s.tokens[np.head].word.in(cAgreement|cDocument) || !last && ch[next].kind != kPrep && ch[next].kind != kComma && (ch[next].kind != kVerb || !ch[next].vg.finite) {
		return false // it has its object, or none
	}
	if s.verbBeforeChunk(i) {
		return true
	}
	if i > 0 && ch[i-1].kind == kPrep {
		return false // "During the war Russia relied on"
	}
	for next = j + 1; next < len(ch); next++ {
		switch k := &ch[next]; k.kind {
		case kVerb:
			return k.vg.finite
		case kComma, kRel, kSub, kColon, kConj:
			return false
		}
	}
	return false
}

// actsByName reports whether a phrase names who may act, or is a pronoun that only
// stands for a subject.
func (r *reader) actsByName(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	if np == nil {
		return false
	}
	if np.pronoun {
		return nominative[s.tokens[np.head].Lower]
	}
	if np.men < 0 || s.mentions[np.men].how == byAdjective || s.mentions[np.men].to-1 != np.head {
		return false
	}
	switch s.mentions[np.men].entity.Label {
	case "State", "Organization", "Person":
		return true
	}
	return false
}

// verbBeforeChunk reports whether a finite verb stands before a chunk.
func (s *sentence) verbBeforeChunk(ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		if s.chunks[j].kind == kVerb && s.chunks[j].vg.finite {
			return true
		}
	}
	return false
}
