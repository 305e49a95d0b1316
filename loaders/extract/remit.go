package extract

// jointRemit makes a second remit part of the minister's title at token i: "the
// Minister of Foreign Affairs and International Cooperation of Togo". Without it what
// follows the conjunction would stand for somebody of its own.
func (r *reader) jointRemit(s *sentence, i int) {
	t := s.tokens
	and := i + t[i].title
	if t[i].title < 3 || and+2 >= len(t) || t[and].tag != tConj || !s.ministryAt(i, and) {
		return
	}
	end := and + 1
	for end < len(t) && end < and+4 && t[end].Capital && !r.x.given.has(t[end].Lower) && t[end].men < 0 && t[end].title == 0 && !t[end].time {
		end++
	}
	if end > and+2 && s.nameless(end-2) {
		return // "Minister of Trade and Industry Kobina Mensah"
	}
	if end == and+1 || end == len(t) || t[end].Lower != "of" && t[end].tag != tComma && !verbal(t[end].tag) {
		return
	}
	t[and].tag, t[i].title = tName, end-i
}

// ministerOf reports whether a phrase is the title of one minister whose remit is a
// plural: "the Minister of Foreign Affairs".
func (r *reader) ministerOf(s *sentence, np *nounPhrase) bool {
	k := r.x.titles.before(s.tokens, np.head+1)
	return k >= 0 && k < np.head && s.vocab.ministerial.has(s.tokens[k].Lower)
}
