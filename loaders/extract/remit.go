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

// openApposition reports whether the phrase at ci, which explains the name that opens the
// sentence, is an office with the verb of the sentence at j right behind it, and no
// comma: "Petra Novak, the foreign minister of Slovenia told".
func (r *reader) openApposition(s *sentence, ci, j int) bool {
	c := s.chunks
	if j+1 >= len(c) || c[j].kind != kVerb || !c[j].vg.finite || c[j+1].kind == kComma {
		return false
	}
	return r.isTitle(s, c[ci].np)
}

// officeHolder returns the name that opens a sentence, whose offices stand behind its
// comma at ci with the verb right behind them: "Petra Novak, Crown Princess and Defence
// Minister told"; or -1.
func (r *reader) officeHolder(s *sentence, ci int) int {
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
