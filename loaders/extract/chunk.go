package extract

import "strings"

// kind is the kind of a chunk.
type kind uint8

const (
	kNoun   kind = iota // noun phrase
	kVerb               // verb group
	kPrep               // preposition
	kConj               // and, or, but
	kComma              // comma
	kRel                // who, which, that
	kSub                // if, whether, because, ...
	kColon              // colon, semicolon, dash
	kOpen               // opening bracket
	kClose              // closing bracket
	kTime               // "on Tuesday": transparent to syntax
	kAdverb             // adverbs outside verb groups
	kOther
)

// chunk is a stretch of a sentence that syntax treats as one.
type chunk struct {
	kind     kind
	from, to int // tokens
	np       *nounPhrase
	vg       *verbGroup
	word     string // of prepositions and the like
}

// nounPhrase is a noun with what stands before it. Possessors come off as
// owners: "North Korea's export" has head "export" and owner "North Korea".
type nounPhrase struct {
	from, to   int // tokens of the whole phrase
	start      int // first token of the last segment, behind any possessor
	head       int // token of the head noun
	men        int // mention that covers the head, or -1
	owner      *nounPhrase
	possessive bool // begins with its, their, his
	pronoun    bool // is a pronoun
	negative   bool // begins with no
}

// verbGroup is a main verb with its auxiliaries.
type verbGroup struct {
	from, to int
	main     int // token of the main verb
	lemma    string
	form     form
	passive  bool
	negated  bool
	not      int    // token of the negation
	modal    string // will, could, ...
	to_      bool   // infinitive
	finite   bool
	have     bool // perfect
	prog     bool // progressive
	joined   int  // chunk of the verb whose auxiliary or "to" it shares, or -1
	bare     bool // participle or gerund without auxiliary
}

// future reports whether a verb tells what will be.
func (v *verbGroup) future() bool {
	switch v.modal {
	case "will", "would", "shall", "must", "'ll", "wo", "'d":
		return true
	}
	return false
}

// chunks divides the tokens of a sentence into chunks and appends them to out.
func chunks(out []chunk, s *sentence) []chunk {
	c := chunker{s: s, out: out, at: s.skip}
	for c.at < len(s.tokens) {
		c.step()
	}
	return c.out
}

// chunker divides a sentence, chunk by chunk.
type chunker struct {
	s   *sentence
	out []chunk
	at  int // the next token
}

// step reads the chunk at hand: the first kind that it may be.
func (c *chunker) step() {
	t := &c.s.tokens[c.at]
	switch {
	case t.time:
		c.add(chunk{kind: kTime, from: c.at, to: behindTime(c.s.tokens, c.at)})
	case c.skips(t):
		c.at++
	case c.mark(t), c.verb(t), c.particle(t), c.number(t), c.small(t), c.noun(), c.adverb(t):
	default:
		c.word(kOther)
	}
}

func (c *chunker) add(k chunk) {
	c.out = append(c.out, k)
	c.at = k.to
}

// word adds the token at hand as a chunk.
func (c *chunker) word(k kind) {
	c.add(chunk{kind: k, from: c.at, to: c.at + 1, word: c.s.tokens[c.at].Lower})
}

// behind reports whether the chunk before the one at hand is of a kind.
func (c *chunker) behind(k kind) bool {
	return len(c.out) > 0 && c.out[len(c.out)-1].kind == k
}

// next is the token behind the one at hand, or an empty one.
func (c *chunker) next() *token { return tokenAt(c.s.tokens, c.at+1) }

// skips reports whether a token is part of no chunk.
func (c *chunker) skips(t *token) bool {
	switch t.tag {
	case tQuote, tOther, tStop, tHyphen:
		return true
	case tSub:
		return t.Lower == "so" && (c.next().Lower == "many" || c.next().Lower == "few") // "used so many bombs"
	}
	return false
}

// mark reads what parts chunks.
func (c *chunker) mark(t *token) bool {
	switch t.tag {
	case tComma:
		c.add(chunk{kind: kComma, from: c.at, to: c.at + 1})
	case tOpen:
		c.add(chunk{kind: kOpen, from: c.at, to: c.at + 1})
	case tClose:
		c.add(chunk{kind: kClose, from: c.at, to: c.at + 1})
	case tColon:
		c.word(kColon)
	case tConj:
		c.word(kConj)
	case tSub:
		c.word(kSub)
	default:
		return false
	}
	return true
}

// verb reads a verb group, or the word that floats before one: "Moscow and
// Pyongyang both deny".
func (c *chunker) verb(t *token) bool {
	if (t.Lower == "both" || t.Lower == "all" || t.Lower == "each") && c.behind(kNoun) && verbal(c.next().tag) {
		c.word(kAdverb)
		return true
	}
	vg := verbs(c.s, c.at)
	if vg == nil {
		return false
	}
	c.add(chunk{kind: kVerb, from: vg.from, to: vg.to, vg: vg})
	return true
}

// particle reads words that open a clause, a source or examples.
func (c *chunker) particle(t *token) bool {
	switch {
	case t.tag == tRel && !(t.Lower == "that" && demonstrative(c.s.tokens, c.at)):
		c.word(kRel)
	case t.Lower == "according" && c.next().Lower == "to":
		c.word(kPrep)
	case t.Lower == "clear" && c.behind(kVerb) && c.out[len(c.out)-1].vg.lemma == "make":
		c.word(kOther) // "made clear Kyiv would"
	case t.Lower == "such" && c.next().Lower == "as":
		c.word(kOther)
	default:
		return false
	}
	return true
}

// number reads a phrase that begins with a word before its number: "around 40".
func (c *chunker) number(t *token) bool {
	var np *nounPhrase
	if t.tag == tPrep && (t.Lower == "around" || t.Lower == "about" || t.Lower == "over") && c.next().tag == tNum {
		np = phrase(c.s, c.at)
	}
	if np == nil {
		np = quantified(c.s, c.at)
	}
	if np == nil {
		return false
	}
	c.add(chunk{kind: kNoun, from: np.from, to: np.to, np: np})
	return true
}

// small reads a preposition, or a pronoun that only stresses: "Putin himself".
func (c *chunker) small(t *token) bool {
	switch {
	case t.tag == tPrep && t.men < 0 || t.tag == tTo:
		c.word(kPrep)
	case t.tag == tPron && (c.behind(kNoun) && strings.HasSuffix(t.Lower, "self") || t.Lower == "themselves"):
		c.word(kAdverb)
	default:
		return false
	}
	return true
}

func (c *chunker) noun() bool {
	np := phrase(c.s, c.at)
	if np == nil {
		return false
	}
	head := &c.s.tokens[np.head]
	if c.behind(kVerb) {
		lemma := c.out[len(c.out)-1].vg.lemma
		if c.s.vocab.ditransitive.has(lemma) || c.s.vocab.addresses.has(lemma) && !head.word.in(cPerson|cOrg|cGroup) {
			np = firstObject(c.s, np)
			head = &c.s.tokens[np.head]
		}
	}
	k := chunk{kind: kNoun, from: np.from, to: np.to, word: head.Lower, np: np}
	if head.tag == tAdj && np.men < 0 && c.behind(kNoun) && !head.word.in(cPerson|cGroup) {
		k.kind, k.np = kOther, nil // "the sources close to the talks"
	}
	c.add(k)
	return true
}

func (c *chunker) adverb(t *token) bool {
	if t.tag != tAdv && t.tag != tNot {
		return false
	}
	if np := glued(c.s, c.at); np != nil {
		c.add(chunk{kind: kNoun, from: np.from, to: np.to, np: np})
		return true
	}
	c.word(kAdverb)
	return true
}

// demonstrative reports whether "that" at i stands for "that strike".
func demonstrative(tokens []token, i int) bool {
	if i+1 >= len(tokens) {
		return false
	}
	n := &tokens[i+1]
	if n.tag != tNoun || n.men >= 0 {
		return false
	}
	if n.lemma == n.Lower && i+2 < len(tokens) && i > 0 && tokens[i-1].tag == tVerb && n.word != nil {
		// "extend that offer to Iran": no verb of its own follows.
		switch tokens[i+2].tag {
		case tPrep, tStop, tComma, tConj, tQuote:
			return !strings.HasSuffix(n.Lower, "ing")
		}
	}
	// Behind a verb or noun it opens a clause: "said that missiles".
	p := before(tokens, i)
	return p < 0 || tokens[p].tag == tPrep || tokens[p].tag == tConj
}

// verbs reads the verb group that begins at i, or returns nil.
func verbs(s *sentence, i int) *verbGroup {
	tokens := s.tokens
	switch tokens[i].tag {
	case tTo, tModal, tBe, tHave, tDo, tNot, tAdv, tVerb:
	default:
		return nil
	}
	r := groupReader{tokens: tokens, at: i, g: verbGroup{from: i, main: -1, not: -1, joined: -1}}
	for r.at < len(tokens) && r.take() {
		r.at++
	}
	if r.g.main < 0 {
		return nil
	}
	r.g.to = r.g.main + 1 // without adverbs and quotation marks behind the verb
	return s.mem.verbs.keep(r.g)
}

// groupReader reads a verb group token by token: what it holds so far ends in an
// auxiliary.
type groupReader struct {
	tokens []token
	at     int // the token at hand
	g      verbGroup
	be     bool // a form of "be" is among the auxiliaries
}

// whatOthers reports whether the phrase is the "what" of a clause whose subject the
// token at hand begins: "condemned what officials called".
func (p *phraseReader) whatOthers(t *token) bool {
	return p.np.head == p.np.from && p.at == p.np.from+1 && p.s.tokens[p.np.from].Lower == "what" && (t.men >= 0 || t.word.in(cPerson|cGroup|cOrg))
}

// take reads the token at hand, or reports that the group ends before or with it.
func (r *groupReader) take() bool {
	t, g := &r.tokens[r.at], &r.g
	if t.time {
		return r.parted()
	}
	switch t.tag {
	case tTo:
		if r.at != g.from && !(r.at == g.from+1 && r.tokens[g.from].tag == tNot) || !infinitive(r.tokens, r.at) {
			return false
		}
		g.to_ = true
	case tModal:
		return r.modal(t)
	case tBe:
		return r.copula(t)
	case tHave:
		return r.perfect(t)
	case tDo:
		if g.main >= 0 {
			return false
		}
		g.finite = t.Lower != "doing"
		g.main, g.lemma = r.at, "do"
	case tNot:
		switch tokenAt(r.tokens, r.at+1).Lower {
		case "only", "just", "merely", "simply":
		default:
			g.negated, g.not = true, r.at
		}
	case tVerb:
		r.verb(t)
		return false
	default:
		return r.inserted(t)
	}
	return true
}

// parted goes on behind a time within the group: "have since January pounded", "were
// on Sunday killed", "will on Friday meet".
func (r *groupReader) parted() bool {
	k := behindTime(r.tokens, r.at)
	if k < len(r.tokens) && r.tokens[k].tag == tComma {
		k++ // "had on May 2, 2020, imposed"
	}
	if r.at == r.g.from || k == len(r.tokens) {
		return false
	}
	v := &r.tokens[k]
	participle := v.tag == tVerb && v.form&fPart != 0
	switch {
	case r.g.main < 0:
		if r.g.modal == "" || v.Lower != "be" && (v.tag != tVerb || v.form&fBase == 0) {
			return false
		}
	case r.g.lemma == "have":
		if v.Lower != "been" && !participle {
			return false
		}
	case r.g.lemma != "be" || !participle:
		return false
	}
	r.at = k - 1
	return true
}

func (r *groupReader) modal(t *token) bool {
	g := &r.g
	if g.main >= 0 {
		return false
	}
	g.modal, g.finite = t.Lower, true
	if t.Lower == "cannot" {
		g.modal, g.negated, g.not = "can", true, r.at
	}
	return true
}

func (r *groupReader) copula(t *token) bool {
	g := &r.g
	if g.main >= 0 && g.lemma != "be" && g.lemma != "have" {
		return false
	}
	g.finite = g.finite || t.Lower != "being" && t.Lower != "been" && t.Lower != "be"
	g.prog = t.Lower == "being"
	g.have = g.have || t.Lower == "been" && g.lemma == "have"
	r.be = true
	g.main, g.lemma = r.at, "be"
	return true
}

func (r *groupReader) perfect(t *token) bool {
	g := &r.g
	if g.lemma == "do" && t.Lower == "have" {
		g.main, g.lemma = r.at, "have" // "did not have"
		return false
	}
	if g.main >= 0 && (g.lemma != "have" || g.have || t.Lower != "had") {
		return false // but "has had"
	}
	g.have = g.main >= 0
	g.finite = g.finite || t.Lower != "having" && !g.to_
	g.main, g.lemma = r.at, "have"
	return true
}

// inserted reads what may stand between the verbs of a group.
func (r *groupReader) inserted(t *token) bool {
	g, follows := &r.g, verbFollows(r.tokens, r.at)
	switch t.tag {
	case tPrep:
		if n := r.at + 1; t.Lower == "for" && g.lemma == "have" && tokenAt(r.tokens, n).word.in(cTime) && verbFollows(r.tokens, n) {
			r.at = n // "has for months been supplying"
			return true
		}
		return t.Lower == "since" && follows && g.main >= 0 // "has since used"
	case tDet:
		return (g.main >= 0 || g.modal != "") && (t.Lower == "both" || t.Lower == "all" || t.Lower == "each") && verbal(tokenAt(r.tokens, r.at+1).tag)
	case tAdv, tQuote:
		return follows
	}
	return false
}

// verb reads the main verb, if the auxiliary before it can have its form.
func (r *groupReader) verb(t *token) {
	g, aux := &r.g, r.g.lemma
	switch {
	case g.main >= 0 && aux != "be" && aux != "have" && aux != "do",
		aux == "have" && t.form&fPart == 0, aux == "do" && t.form&fBase == 0, aux == "be" && t.form&(fPart|fGer) == 0:
		return
	}
	g.have = g.have || aux == "have"
	g.passive = r.be && t.form&fPart != 0 && t.form&fGer == 0
	g.prog = r.be && t.form&fGer != 0
	g.main, g.lemma, g.form = r.at, t.lemma, t.form
	if aux == "" && g.modal == "" && !g.to_ {
		g.finite = t.form&(fBase|fPres|fPast) != 0
		g.bare = t.form&(fGer) != 0 || t.form&fPart != 0 && t.form&fPast == 0
	}
}

// behindTime returns the token behind an expression of time that goes on at i.
func behindTime(tokens []token, i int) int {
	for i < len(tokens) && tokens[i].time {
		i++
	}
	return i
}

func verbal(t tag) bool {
	return t == tVerb || t == tHave || t == tBe || t == tModal || t == tDo
}

// infinitive reports whether "to" at i begins an infinitive.
func infinitive(tokens []token, i int) bool {
	for j := i + 1; j < len(tokens) && j < i+5; j++ {
		switch tokens[j].tag {
		case tVerb:
			return tokens[j].form&fBase != 0
		case tBe:
			return tokens[j].Lower == "be"
		case tHave:
			return tokens[j].Lower == "have"
		case tDo:
			return tokens[j].Lower == "do"
		case tAdv, tNot, tQuote:
		default:
			return false
		}
	}
	return false
}

func verbFollows(tokens []token, i int) bool {
	for j := i + 1; j < len(tokens) && j < i+4; j++ {
		switch tokens[j].tag {
		case tVerb, tBe, tHave, tDo:
			return !tokens[j].time
		case tAdv, tNot, tQuote:
		default:
			return false
		}
	}
	return false
}

// phrase reads the noun phrase that begins at i, or returns nil.
func phrase(s *sentence, i int) *nounPhrase {
	if t := &s.tokens[i]; t.tag == tPron || t.Lower == "both" && t.tag == tDet && (i+1 == len(s.tokens) || !nounish(s.tokens[i+1].tag)) {
		return s.mem.phrases.keep(nounPhrase{from: i, start: i, to: i + 1, head: i, men: -1, pronoun: true})
	}
	p := phraseReader{s: s, np: s.mem.phrases.keep(nounPhrase{from: i, start: i, head: -1, men: -1}), at: i}
	for p.at < len(s.tokens) && p.take() {
	}
	return p.close()
}

// phraseReader reads a noun phrase token by token.
type phraseReader struct {
	s  *sentence
	np *nounPhrase
	at int // the next token
}

// begun reports whether a token of the phrase has been read.
func (p *phraseReader) begun() bool { return p.at > p.np.from }

// called reports whether a verb of calling stands before a phrase with its noun:
// branded the raid "barbaric".
func (p *phraseReader) called() bool {
	if p.np.head < 0 || p.np.from == 0 {
		return false
	}
	v := &p.s.tokens[p.np.from-1]
	return v.tag == tVerb && p.s.vocab.naming.has(v.lemma)
}

// pairedTrades reports whether the conjunction at hand joins what several bodies or
// people do: "four trade and shipping companies".
func (p *phraseReader) pairedTrades() bool {
	t, h := p.s.tokens, p.np.head
	if h < 0 || h != p.at-1 || p.at+2 >= len(t) || t[p.np.from].tag != tNum || t[h].tag != tNoun || pluralNoun(t[h].Lower) {
		return false
	}
	a, b := &t[p.at+1], &t[p.at+2]
	return a.tag == tNoun && !pluralNoun(a.Lower) && b.tag == tNoun && pluralNoun(b.Lower) && b.word.in(cOrg|cPerson|cGroup)
}

// graded reports whether an adjective with an adverb stands in the quotation at hand:
// a "heavily armed" group.
func (p *phraseReader) graded() bool {
	t := p.s.tokens
	return p.next() == tAdv && p.at+3 < len(t) && t[p.at+2].tag == tAdj && t[p.at+3].tag == tQuote
}

// titled reports whether the quotation at hand is the title of the text before it:
// the law "On Foreign Influence".
func (p *phraseReader) titled() bool {
	h := p.np.head
	return h >= 0 && h == p.at-1 && p.s.tokens[h].word.in(cDocument|cAgreement) && p.s.tokens[p.at+1].Capital
}

// quoteOpened reports whether a quotation mark that the one at hand may close stands in
// the phrase or right before it.
func (p *phraseReader) quoteOpened() bool {
	for k := max(p.np.from-1, p.s.skip); k < p.at; k++ {
		if p.s.tokens[k].tag == tQuote {
			return true
		}
	}
	return false
}

// next is the class of the token behind the one at hand, or tOther.
func (p *phraseReader) next() tag {
	if p.at+1 < len(p.s.tokens) {
		return p.s.tokens[p.at+1].tag
	}
	return tOther
}

// before is the class of the token before the one at hand; the phrase has begun.
func (p *phraseReader) before() tag { return p.s.tokens[p.at-1].tag }

// take reads the token at hand, or reports that the phrase ends before it.
func (p *phraseReader) take() bool {
	np, tokens := p.np, p.s.tokens
	t := &tokens[p.at]
	if p.begun() && (t.time || p.whatOthers(t)) {
		return false
	}
	if t.men >= 0 && p.s.mentions[t.men].from == p.at {
		return p.name(t.men)
	}
	taken := false
	switch t.tag {
	case tDet, tPossessive:
		taken = p.determiner(t)
	case tNum, tAdj:
		taken = p.modifier(t)
	case tNoun, tName:
		taken = t.Lower != "what" || np.head < 0 // "condemned in the strongest terms what it called"
		if taken && !p.numbers(t) {
			np.head, np.men = p.at, -1
		}
	case tHyphen:
		taken = p.at+1 < len(tokens) && !tokens[p.at+1].Spaced && !t.Spaced
	case tQuote:
		// Quotes inside a phrase: the "most hostile" state.
		taken = p.begun() && !p.called() && (nounish(p.next()) || p.graded()) && p.next() != tDet && p.next() != tPossessive && t.Spaced != tokens[p.at+1].Spaced && !p.titled() && (t.Spaced || p.quoteOpened())
	case tGenitive:
		taken = p.genitive()
	case tTo:
		taken = p.begun() && p.within()
	case tPron:
		taken = p.begun() && (t.Lower == "others" || t.Lower == "ones") && (np.head < 0 || np.head == p.at-1 && p.before() == tNum) // "four others"
		if taken {
			np.head, np.men = p.at, -1
		}
	case tConj:
		// "a missile and drone attack"; in "ballistic and cruise missiles" an
		// adjective waits for its noun.
		taken = p.begun() && (p.s.pairedArms(p.at) || p.pairedTrades() || p.pairedFields() || np.head < 0 && (p.before() == tAdj || p.before() == tComma) && (p.next() == tAdj || p.next() == tNoun || p.andOther()))
	case tComma:
		// "long, bloody war"
		taken = p.begun() && (np.head < 0 || p.compounds()) && p.before() == tAdj && (p.next() == tAdj || p.next() == tConj && p.at+2 < len(tokens) && tokens[p.at+2].tag == tAdj)
	case tAdv:
		taken = p.degree(t)
	case tPrep:
		taken = p.comparison(t)
	}
	if taken {
		p.at++
	}
	return taken
}

// compounds reports whether compounds with a hyphen stand on both sides of the comma
// at hand: "the Panama-flagged, Greek-owned tanker".
func (p *phraseReader) compounds() bool {
	t := p.s.tokens
	return p.at > 2 && p.at+3 < len(t) && t[p.at-2].tag == tHyphen && !t[p.at-1].Spaced && t[p.at+2].tag == tHyphen && !t[p.at+3].Spaced && p.next() == tAdj
}

// name reads the mention that begins at hand. A name behind a complete name takes
// its place, the first is a modifier: "Russian President Vladimir Putin".
func (p *phraseReader) name(men int) bool {
	np, tokens, m := p.np, p.s.tokens, &p.s.mentions[men]
	if np.head >= 0 && m.how != byAdjective && m.to < len(tokens) && verbal(tokens[m.to].tag) && p.done() {
		switch m.entity.Label {
		case "State", "Organization", "Person":
			return false // "the drones Turkey sold"
		}
	}
	if h := np.head; h >= 0 && np.men < 0 && tokens[h].tag == tNoun && p.begun() && tokens[np.from].tag == tDet && m.how != byAdjective && m.entity.Label == "State" && !tokens[h].word.in(cPerson|cOrg|cGroup|cPlace) && tokens[h].lemma != "" && tokens[h].title == 0 && p.s.didBehind(m) {
		return false // "a text Moscow signed"
	}
	if p.behindOpening(m) {
		return false // "After the talks Annalena Baerbock, the minister, said"
	}
	np.head, np.men = m.to-1, men
	for i := np.start; i < p.at; i++ {
		if n := tokens[i].title; n > 1 && i+n == m.to {
			np.men = -1 // "Secretary of the Treasury" is somebody
		}
	}
	p.at = m.to
	return true
}

// didBehind reports whether the verb of a past act stands right behind a name, or
// behind it and another: "Moscow signed", "Moscow and Minsk signed".
func (s *sentence) didBehind(m *mention) bool {
	t, end := s.tokens, m.to
	if end+1 < len(t) && t[end].tag == tConj && t[end+1].men >= 0 && s.mentions[t[end+1].men].entity.Label == "State" {
		end = s.mentions[t[end+1].men].to
	}
	return end < len(t) && t[end].tag == tVerb && t[end].form&fPast != 0
}

// behindOpening reports whether the person at hand is the subject behind a phrase that
// opens the sentence, which ends in a noun that is no title: "Before the vote Ana Roa".
func (p *phraseReader) behindOpening(m *mention) bool {
	s, np := p.s, p.np
	if m.entity.Label != "Person" || m.to-m.from < 2 || np.head != p.at-1 || np.men >= 0 || np.from != s.skip+1 || m.to == len(s.tokens) {
		return false
	}
	h := &s.tokens[np.head]
	if s.tokens[s.skip].tag != tPrep || s.tokens[np.from].tag != tDet || h.tag != tNoun || h.title > 0 || h.word.in(cPerson|cGroup|cOrg) || s.vocab.agentive(h.Lower+"s") {
		return false
	}
	behind := s.tokens[m.to].tag
	return behind == tComma || verbal(behind)
}

// done reports whether the head read last is what somebody does or has something done
// with, and no name that another may stand behind: things, or a single act or text.
func (p *phraseReader) done() bool {
	h := &p.s.tokens[p.np.head]
	if p.np.head+1 != p.at {
		return false // "foreign policy chief Josep Borrell": the adjective belongs to the name
	}
	if p.np.men >= 0 {
		return p.s.goods(p.np.men)
	}
	if h.tag != tNoun {
		return false
	}
	return pluralNoun(h.Lower) && !h.word.in(cPerson|cGroup|cOrg) || h.word.in(cEvent|cSanction|cAgreement)
}

// goods reports whether a mention is of things that are sent and used.
func (s *sentence) goods(men int) bool {
	switch m := &s.mentions[men]; m.entity.Label {
	case "State", "Organization", "Person", "Place", "Resolution", "Statement", "Agreement":
		return false
	default:
		return s.tokens[m.to-1].tag == tNoun
	}
}

func (p *phraseReader) determiner(t *token) bool {
	np := p.np
	switch {
	case (t.Lower == "other" || t.Lower == "more") && p.begun() && p.before() == tNum && nounish(p.next()):
		return true // "five other powers"
	case t.Lower == "other" && p.begun() && p.before() == tConj:
		return true // "military and other assistance"
	case p.at == np.start && np.owner != nil && (t.Lower == "most" || t.Lower == "many" || t.Lower == "several" || t.Lower == "other") && nounish(p.next()):
		return true // "Yemen's most powerful groups"
	case t.Lower == "a" && p.begun() && fractions[p.s.tokens[p.at-1].Lower] > 0 && p.next() == tNum:
		return true // "half a million"
	case p.begun() && (np.head >= 0 || p.before() != tDet && p.before() != tNum && t.tag == tDet):
		return false
	}
	if t.tag == tPossessive {
		np.possessive = true
		np.start = p.at + 1
	}
	np.negative = np.negative || t.Lower == "no"
	return true
}

// modifier reads a number or adjective.
func (p *phraseReader) modifier(t *token) bool {
	np, tokens := p.np, p.s.tokens
	headed := np.head >= 0 && tokens[np.head].tag == tNoun
	if headed && t.tag == tAdj && (np.men < 0 || p.s.vocab.packed.has(t.Lower)) && !premodified(tokens, p.at) && !t.word.in(cPerson|cGroup) {
		return false
	}
	if headed && t.tag == tNum && p.at+1 < len(tokens) && tokens[p.at+1].Lower == "times" {
		return false // "violated the truce 20 times"
	}
	if np.head == p.at-1 && t.tag == tNum && p.at+1 < len(tokens) && tokens[p.at+1].word.in(cTime) && p.at > 1 && (headed || np.men >= 0) && p.granted() {
		return false // "gave the junta two weeks to"
	}
	if p.numbers(t) {
		return true
	}
	if t.tag == tNum || t.word.in(cPerson|cGroup) && !nounish(p.next()) && p.next() != tHyphen && !adjectivePair(tokens, p.at) {
		np.head, np.men = p.at, -1 // "a Ukrainian official"
	}
	return true
}

// numbers reports whether the token at hand numbers the text whose noun has been read:
// "Protocol No. 44", "Decree 66".
func (p *phraseReader) numbers(t *token) bool {
	h := p.np.head
	if h < 0 || h != p.at-1 && (h != p.at-2 || p.s.tokens[p.at-1].Lower != "no.") || !p.s.tokens[h].word.in(cDocument|cAgreement) {
		return false
	}
	return t.Lower == "no." && p.next() == tNum || t.tag == tNum && !nounish(p.next())
}

// granted reports whether the phrase stands behind a verb that gives two things.
func (p *phraseReader) granted() bool {
	if p.np.from == 0 {
		return false
	}
	v := &p.s.tokens[p.np.from-1]
	return v.tag == tVerb && p.s.vocab.ditransitive.has(v.lemma)
}

// genitive makes what has been read the owner of what follows.
func (p *phraseReader) genitive() bool {
	tokens := p.s.tokens
	if p.np.head < 0 {
		return false
	}
	behind := p.at + 1
	for k := p.at + 2; p.next() == tOpen && k < len(tokens) && k < p.at+6; k++ {
		if tokens[k].tag == tClose {
			behind = k + 1 // "the Republic's (ROK) export"
			break
		}
	}
	for behind < len(tokens) && tokens[behind].time {
		behind++ // "the president's August visit"
	}
	switch {
	case behind > p.at+1 && behind < len(tokens) && nounish(tokens[behind].tag):
	case nounish(p.next()) || p.next() == tVerb || p.next() == tQuote || p.next() == tAdv && p.gradedBehind():
		behind = p.at + 1
	default:
		return false
	}
	owner := p.np
	owner.to = p.at
	p.np = p.s.mem.phrases.keep(nounPhrase{from: owner.from, start: behind, head: -1, men: -1, owner: owner})
	p.at = behind - 1
	return true
}

// gradedBehind reports whether an adverb and its adjective stand behind the genitive at
// hand: "Peru's newly elected president".
func (p *phraseReader) gradedBehind() bool {
	t := p.s.tokens
	return p.at+3 < len(t) && t[p.at+2].tag == tAdj && nounish(t[p.at+3].tag)
}

// within reports whether a "to" stands within the phrase: "up to 120",
// "back-to-back meetings".
func (p *phraseReader) within() bool {
	tokens := p.s.tokens
	if p.before() == tHyphen && p.next() == tHyphen && p.at+2 < len(tokens) {
		return nounish(tokens[p.at+2].tag) || tokens[p.at+2].tag == tAdv
	}
	return tokens[p.at-1].Lower == "up" && p.next() == tNum
}

// degree reads an adverb: "more than 30", "nearly 50", "the recently launched".
func (p *phraseReader) degree(t *token) bool {
	tokens, next := p.s.tokens, p.next()
	upTo := next == tTo && t.Lower == "up" && p.at+2 < len(tokens) && tokens[p.at+2].tag == tNum
	if p.np.head >= 0 || next == tPossessive || !nounish(next) && next != tHyphen && next != tAdv && next != tPrep && !upTo {
		return false
	}
	if p.begun() || next == tHyphen {
		return true
	}
	return p.s.vocab.quantity.has(t.Lower) && (next == tNum || next == tTo || next == tPrep && (tokens[p.at+1].Lower == "than" || p.at+2 < len(tokens) && tokens[p.at+2].tag == tNum))
}

// comparison reads a preposition before a number: "more than 30", "at least two",
// "up to 40".
func (p *phraseReader) comparison(t *token) bool {
	np, tokens := p.np, p.s.tokens
	if t.Lower == "than" && np.head < 0 && p.begun() && p.at+2 < len(tokens) && tokens[p.at+1].Lower == "a" && (tokens[p.at+2].tag == tNum || fractions[tokens[p.at+2].Lower] > 0) {
		p.at++ // "more than a dozen", "more than a quarter of"
		return true
	}
	if p.next() != tNum || np.head >= 0 && tokens[np.head].tag != tNum {
		return false
	}
	switch t.Lower {
	case "than":
		return true
	case "to":
		return p.begun() && tokens[p.at-1].Lower == "up"
	case "over":
		return !p.begun() && !(p.at > 0 && p.s.vocab.phrasal.has(tokens[p.at-1].lemma+" over"))
	case "around", "about":
		return !p.begun()
	}
	return false
}

// close ends the phrase before the token at hand; nil if nothing has been read.
func (p *phraseReader) close() *nounPhrase {
	np, to := p.np, p.at
	for to > np.from {
		switch p.s.tokens[to-1].tag {
		case tHyphen, tQuote, tConj, tComma:
			to--
			continue
		}
		break
	}
	if to == np.from {
		return nil
	}
	if np.head < 0 {
		// A phrase without a noun: "the wounded", "those".
		np.head = to - 1
		if np.owner != nil && np.start >= to {
			return np.owner
		}
	}
	np.to = to
	np.start = min(np.start, np.head)
	return np
}

// andOther reports whether "other" goes on a list of adjectives at a conjunction:
// "military and other assistance".
func (p *phraseReader) andOther() bool {
	t := p.s.tokens
	return p.at+2 < len(t) && t[p.at+1].Lower == "other" && t[p.at+2].tag == tNoun && t[p.at+2].men >= 0
}

// adjectivePair reports whether the adjective at j waits with another for their
// noun: "military and financial support".
func adjectivePair(tokens []token, j int) bool {
	return j+3 < len(tokens) && tokens[j+1].tag == tConj && tokens[j+2].word.is(tAdj) && !tokens[j+2].word.in(cPerson|cGroup) && tokens[j+3].tag == tNoun && tokens[j].tag == tAdj
}

// pairedArms reports whether a conjunction joins two kinds of arms before the noun
// of an attack: "missile and drone attack".
func (s *sentence) pairedArms(conj int) bool {
	t := s.tokens
	return conj+2 < len(t) && s.vocab.arms.has(t[conj-1].Lower) && s.vocab.arms.has(t[conj+1].Lower) && s.vocab.raids.has(singular(t[conj+2].Lower))
}

// firstObject cuts a recipient's name off the goods behind it.
func firstObject(s *sentence, np *nounPhrase) *nounPhrase {
	mi := s.tokens[np.start].men
	if np.owner != nil || mi < 0 {
		return firstGroup(s, np)
	}
	m := &s.mentions[mi]
	if m.how == byAdjective {
		return firstGroup(s, np)
	}
	if m.to >= np.to || m.from != np.start || m.entity.Label != "State" && m.entity.Label != "Organization" && m.entity.Label != "Person" {
		return np
	}
	if s.tokens[m.to].tag == tHyphen || s.tokens[m.to].AllCaps {
		return np
	}
	cut := *np
	cut.to, cut.head, cut.men = m.to, m.to-1, mi
	return &cut
}

// firstGroup cuts those who are given something off the goods behind them: "gave the
// rebels drones", "Haftar's forces tanks".
func firstGroup(s *sentence, np *nounPhrase) *nounPhrase {
	if np.owner == nil && s.tokens[np.from].tag != tDet && s.tokens[np.from].tag != tPossessive {
		return np
	}
	goods := false // "reassured its allies Japan and Palau" is another matter
	if np.men >= 0 {
		switch s.mentions[np.men].entity.Label {
		case "State", "Organization", "Person", "Place":
		default:
			goods = true
		}
	}
	for k := np.start; k < np.head; k++ {
		t, next := &s.tokens[k], &s.tokens[k+1]
		if t.men >= 0 && (t.men == np.men || s.mentions[t.men].entity.Label != "Aid") || !t.word.in(cGroup|cPerson) {
			continue
		}
		if goods && pluralNoun(t.Lower) && next.tag != tHyphen || s.vocab.currencies.has(next.Lower) {
			cut := *np
			cut.to, cut.head, cut.men = k+1, k, -1
			return &cut
		}
	}
	return np
}

// quantified reads a phrase that begins with words before a number: "at least 25
// vehicles", "as many as 40 people".
func quantified(s *sentence, i int) *nounPhrase {
	t := s.tokens
	n := 0
	switch {
	case i+2 < len(t) && t[i].Lower == "at" && (t[i+1].Lower == "least" || t[i+1].Lower == "most") && t[i+2].tag == tNum:
		n = 2
	case i+3 < len(t) && t[i].Lower == "between" && t[i+1].tag == tNum && t[i+2].Lower == "and" && t[i+3].tag == tNum && i+4 < len(t) && nounish(t[i+4].tag):
		n = 3 // "between 20 and 30 fighters"
	case i+3 < len(t) && t[i].Lower == "as" && (t[i+1].Lower == "many" || t[i+1].Lower == "few" || t[i+1].Lower == "much") && t[i+2].Lower == "as" && t[i+3].tag == tNum:
		n = 3
	}
	if n == 0 || t[i].time || t[i+n].time {
		return nil
	}
	np := phrase(s, i+n)
	if np != nil {
		np.from = i
	}
	return np
}

// glued reads a phrase that begins with an adverb and a hyphen: "far-reaching embargo".
func glued(s *sentence, i int) *nounPhrase {
	if i+1 < len(s.tokens) && s.tokens[i+1].tag == tHyphen && !s.tokens[i+1].Spaced {
		return phrase(s, i)
	}
	return nil
}

// premodified reports whether an adjective at j leads to another noun: "missile defence cooperation".
func premodified(tokens []token, j int) bool {
	for k := j; k < len(tokens) && k < j+3; k++ {
		switch tokens[k].tag {
		case tNoun, tName:
			return true
		case tAdj, tHyphen:
		default:
			return false
		}
	}
	return false
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
