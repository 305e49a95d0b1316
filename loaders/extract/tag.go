package extract

import (
	"strings"
	"time"

	"dossier/loaders/text"
)

// token is a token with what the extractor found out about it.
type token struct {
	text.Token
	word  *word
	tag   tag
	form  form   // of a verb
	time  bool   // part of an expression of time
	lemma string // of a verb: its base form; of a noun: its singular
	men   int    // index of the mention it is part of, or -1
	title int    // tokens of the longest title that begins here
	name  *node  // of the dictionaries' names that begin with it, or nil
}

// tagger gives every token its word class, by the lexicon and by the words
// around it. titleCase says that capitals mean nothing, as in headlines.
func (x *Extractor) tagTokens(tokens []token, titleCase bool, published time.Time) []when {
	first := 0
	for first < len(tokens) && tokens[first].Kind == text.Mark {
		first++
	}
	single := false // within single quotation marks
	for i := range tokens {
		t := &tokens[i]
		t.men = -1
		begins := x.begins[t.Lower]
		t.word, t.name, t.title = begins.word, begins.name, longestTitle(begins.title, tokens, i)
		t.tag = x.plainTag(tokens, i, i == first || i > 0 && tokens[i-1].Lower == ":", titleCase)
		if t.tag == tQuote && (t.Lower == "'" || t.Lower == "’" || t.Lower == "‘") {
			switch opens := t.Spaced && i+1 < len(tokens) && !tokens[i+1].Spaced; {
			case opens:
				single = true
			case single:
				single = false
			case possesses(tokens, i):
				t.tag = tGenitive
			}
		}
	}
	joinPrefixes(tokens)
	joinCompounds(tokens)
	joinDegrees(tokens)
	whens := times(tokens, published)
	for i := range tokens {
		t := &tokens[i]
		if t.time {
			continue
		}
		if preverbal(tokens, i) {
			t.tag = tAdv
		}
		if t.Lower == "back" && t.tag == tAdv && backsSomebody(tokens, i) {
			t.tag, t.form, t.lemma = tVerb, t.word.form, t.Lower
			continue
		}
		if t.tag == tPrep && i > 0 && t.word.is(tVerb) && t.word.form&fGer != 0 {
			if p := before(tokens, i); p >= 0 && tokens[p].tag == tBe {
				t.tag, t.form, t.lemma = tVerb, t.word.form, t.word.lemma // "is targeting banks"
				continue
			}
		}
		if t.Lower == "nor" && i > 0 && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) {
			t.tag = tConj // "neither Moscow nor Kyiv"
		}
		if t.Lower == "past" && i > 0 && tokens[i-1].tag == tDet && (i+1 == len(tokens) || !nounish(tokens[i+1].tag)) {
			t.tag = tNoun // "in the past"
		}
		if t.title > 1 && t.tag == tPrep && t.Capital && tokens[i+1].Capital {
			t.tag = tName // "Under Secretary of State"
		}
		if n := tokens[i].title; n > 2 {
			for j := i + 1; j < i+n-1; j++ {
				if tokens[j].tag == tPrep || tokens[j].tag == tDet || tokens[j].tag == tTo {
					tokens[j].tag = tNoun // "secretary of state" is one title
				}
			}
		}
		if t.title > 1 && t.tag == tVerb && t.word.is(tVerb) && t.word.form&fGer != 0 {
			t.tag = tAdj // "managing director"
			continue
		}
		if t.tag == tVerb || t.word.is(tVerb) && (t.tag == tNoun || t.tag == tAdj) {
			x.settleVerb(tokens, i, titleCase)
		}
		if t.tag == tNoun && t.word == nil && i > 1 && i+1 < len(tokens) && tokens[i-1].tag == tTo && tokens[i-2].tag == tVerb && (tokens[i+1].tag == tDet || tokens[i+1].tag == tPossessive || tokens[i+1].tag == tPron) {
			// An unknown word behind "agreed to" and before "the" is a verb.
			t.word = &word{tags: 1 << tVerb, form: fBase, lemma: t.Lower}
			t.tag, t.form, t.lemma = tVerb, fBase, t.Lower
		}
		if t.tag == tNoun {
			t.lemma = singular(t.Lower)
		}
	}
	return whens
}

// possesses reports whether the apostrophe at i makes a possessor of the plural
// before it: "the rebels' backers".
func possesses(tokens []token, i int) bool {
	if i == 0 || i+1 >= len(tokens) || tokens[i].Spaced || !tokens[i+1].Spaced || !strings.HasSuffix(tokens[i-1].Lower, "s") {
		return false
	}
	switch n := &tokens[i+1]; n.Kind {
	case text.Mark:
		return n.Lower == "\"" || n.Lower == "“"
	default:
		return true
	}
}

// joinDegrees makes "most" before an adverb one itself, and "so-called" and "the
// following" adjectives.
func joinDegrees(tokens []token) {
	for i := 0; i+1 < len(tokens); i++ {
		switch t, next := &tokens[i], &tokens[i+1]; t.Lower {
		case "most", "more", "less", "least":
			switch {
			case next.tag == tAdv && strings.HasSuffix(next.Lower, "ly"):
				t.tag = tAdv
			case i > 0 && tokens[i-1].tag == tGenitive:
				t.tag = tAdj // "Kenya's most wanted man"
			}
		case "following":
			if i > 0 && tokens[i-1].tag == tDet {
				t.tag = tAdj // "the following statement"
			}
		case "right":
			if i > 0 && next.Lower == "to" && (tokens[i-1].tag == tGenitive || tokens[i-1].tag == tPossessive || tokens[i-1].tag == tDet) {
				t.tag, t.lemma = tNoun, t.Lower // "Chad's right to defend itself"
			}
		case "ever":
			if i > 0 && strings.HasSuffix(tokens[i-1].Lower, "est") {
				t.tag = tAdj // "its toughest ever sanctions"
			}
		case "even":
			if next.Lower == "more" || next.Lower == "fewer" || next.Lower == "less" {
				t.tag = tAdv // "send even more weapons"
			}
		case "so":
			if next.Lower == "far" {
				t.tag, next.tag = tAdv, tAdv
			}
			if i+2 < len(tokens) && next.tag == tHyphen && tokens[i+2].Lower == "called" {
				t.tag, tokens[i+2].tag, tokens[i+2].lemma = tAdj, tAdj, ""
			}
		}
	}
}

// joinPrefixes makes the prefixes of verbs that a hyphen parts from them as good
// as adverbs: "to de-escalate", "has re-opened".
func joinPrefixes(tokens []token) {
	for i := 0; i+2 < len(tokens); i++ {
		if p := tokens[i].Lower; p != "de" && p != "re" && p != "co" || tokens[i+1].tag != tHyphen || tokens[i+1].Spaced || tokens[i+2].Spaced {
			continue
		}
		if w := tokens[i+2].word; w.is(tVerb) && !w.is(tNoun) {
			tokens[i].tag, tokens[i+1].tag = tAdv, tAdv
		}
	}
}

// joinCompounds makes adjectives of the words that hyphens tie together around or
// behind a small word: "round-the-clock attacks", "tit-for-tat", "all-out", "near-daily".
func joinCompounds(tokens []token) {
	tied := func(h int) bool {
		return h+1 < len(tokens) && tokens[h].tag == tHyphen && !tokens[h].Spaced && !tokens[h+1].Spaced && !tokens[h+1].Capital
	}
	for i := 0; i+2 < len(tokens); i++ {
		if tokens[i].Capital || tokens[i].Kind != text.Word || !tied(i+1) {
			continue
		}
		end := i + 2
		for tied(end + 1) {
			end += 2
		}
		small := i
		if end > i+2 {
			small = i + 2
		}
		if end+1 >= len(tokens) || !nounish(tokens[end+1].tag) || tokens[end+1].tag == tDet {
			i = end
			continue // "met in-person at"
		}
		switch tokens[small].tag {
		case tDet, tPrep, tModal, tConj, tTo:
			for j := i; j <= end; j += 2 {
				tokens[j].tag, tokens[j].word, tokens[j].lemma = tAdj, nil, ""
			}
		}
		i = end
	}
}

// plainTag is the class of a token by itself.
func (x *Extractor) plainTag(tokens []token, i int, first, titleCase bool) tag {
	t := &tokens[i]
	switch t.Kind {
	case text.Number:
		return tNum
	case text.Mark:
		switch t.Lower {
		case ",":
			return tComma
		case "-", "‐", "‑":
			switch {
			case t.Spaced && i+1 < len(tokens) && tokens[i+1].Spaced:
				return tColon
			case t.Spaced && i+1 < len(tokens) && tokens[i+1].Lower == "-":
				return tColon // "--"
			case i > 0 && tokens[i-1].Lower == "-" && tokens[i-1].tag == tColon && !t.Spaced:
				return tOther
			}
			return tHyphen
		case "–", "—", ":", ";":
			return tColon
		case "\"", "“", "”", "«", "»", "‘", "’", "'", "„":
			return tQuote
		case "(", "[":
			return tOpen
		case ")", "]":
			return tClose
		case ".", "!", "?", "...", "…":
			return tStop
		case "&":
			return tConj
		case "$", "€", "£", "%":
			return tNum
		}
		return tOther
	}
	if t.Lower[0] == '\'' {
		if t.Lower == "'s" && i > 0 {
			// "it's", "he's", "that's" hold a verb.
			if p := tokens[i-1].tag; p == tPron || p == tRel || tokens[i-1].Lower == "there" || tokens[i-1].Lower == "what" {
				return tBe
			}
			return tGenitive
		}
	}
	w := t.word
	proper := t.Capital && !titleCase && (!first || w == nil && !mannerly(t.Lower))
	switch {
	case w == nil:
	case t.Lower == "to":
		return tTo
	case w.is(tModal) && !(t.Lower == "may" && t.Capital && !first) && t.Lower != "will" || t.Lower == "will" && !t.Capital:
		return tModal
	case w.is(tBe):
		return tBe
	case w.is(tHave):
		return tHave
	case w.is(tDo):
		return tDo
	case proper && t.AllCaps && t.End-t.Start > 1:
		return tName // "US" is not "us"
	case proper && !w.is(tPron) && !w.is(tDet):
	case t.Lower == "no" || t.Lower == "neither" || t.Lower == "either" || t.Lower == "both":
		return tDet
	case w.is(tNot):
		return tNot
	case t.Lower == "that":
		return tRel // settled by the chunker
	case w.is(tPossessive):
		return tPossessive
	case t.Lower == "one" || t.Lower == "several" || t.Lower == "half" || t.Lower == "few":
		return tNum
	case w.is(tDet):
		return tDet
	case w.is(tConj) && t.Lower != "yet" && t.Lower != "plus":
		return tConj
	case w.is(tRel):
		return tRel
	case w.is(tPrep) && w.is(tVerb) && !w.is(tNoun) && w.form&fGer != 0 && x.progressive(tokens, i):
		return tVerb // "have been targeting"
	case w.is(tPrep) && w.is(tSub):
		return tPrep // "after the strike", "as": the chunker sees what follows
	case w.is(tPrep):
		return tPrep
	case w.is(tSub):
		return tSub
	case w.is(tPron):
		return tPron
	case w.is(tNum):
		return tNum
	case w.is(tAdj) && !w.is(tVerb):
		return tAdj
	case w.is(tAdv):
		return tAdv
	case w.is(tAdj):
		return tAdj
	case w.is(tVerb) && !w.is(tNoun) && w.classes&cNeverVerb == 0:
		return tVerb
	}
	if proper {
		return tName
	}
	if w != nil && (w.tags != 0 || w.classes != 0) {
		return tNoun
	}
	switch l := t.Lower; {
	case t.Capital && !(first && mannerly(l)):
		return tName
	case strings.HasSuffix(l, "ly") && len(l) > 4:
		return tAdv
	case len(l) > 4 && (strings.HasSuffix(l, "ous") || strings.HasSuffix(l, "ful") || strings.HasSuffix(l, "less") || strings.HasSuffix(l, "able") || strings.HasSuffix(l, "ible") ||
		strings.HasSuffix(l, "ical") || strings.HasSuffix(l, "tive") || strings.HasSuffix(l, "sive") || strings.HasSuffix(l, "ary") && l != "military" || strings.HasSuffix(l, "ish") ||
		len(l) > 6 && strings.HasSuffix(l, "est") || strings.HasSuffix(l, "ent") && !strings.HasSuffix(l, "ment") || strings.HasSuffix(l, "ant") || strings.HasSuffix(l, "ional") || strings.HasSuffix(l, "tic")):
		return tAdj
	case len(l) > 4 && strings.HasSuffix(l, "ed"):
		t.word = &word{tags: 1 << tVerb, form: fPast | fPart, lemma: unpast(l)}
		return tVerb
	case len(l) > 5 && strings.HasSuffix(l, "ing"):
		t.word = &word{tags: 1<<tVerb | 1<<tNoun, form: fGer, lemma: l[:len(l)-3]}
		return tVerb
	}
	return tNoun
}

// progressive reports whether a form of "be", with or without an adverb, stands
// before a token, or what makes a gerund of it: "accused of targeting", "denies
// targeting".
func (x *Extractor) progressive(tokens []token, i int) bool {
	if i > 1 && tokens[i-1].tag == tAdv {
		i--
	}
	return i > 0 && (tokens[i-1].tag == tBe || tokens[i-1].Lower == "of" || tokens[i-1].Lower == "by" || tokens[i-1].word != nil && x.vocab.doingVerbs[tokens[i-1].word.lemma])
}

// mannerly reports whether an unknown word that begins a sentence is an adverb and
// no name: "Separately", not "Sally".
func mannerly(w string) bool {
	if len(w) < 7 || !strings.HasSuffix(w, "ly") {
		return false
	}
	for _, ending := range [...]string{"tely", "ally", "edly", "ingly", "ently", "antly", "ously", "ively"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// preverbal reports whether a word that mostly stands before nouns belongs to a
// verb here: "had only been seen", "no longer used", "may even apply", "he once
// said".
func preverbal(tokens []token, i int) bool {
	t := &tokens[i]
	switch t.Lower {
	case "further", "better", "more":
		if i == 0 || i+2 >= len(tokens) || tokens[i-1].Lower != "to" || !tokens[i+1].word.is(tVerb) || tokens[i+1].word.form&fBase == 0 {
			return false
		}
		next := tokens[i+2].word
		return !tokens[i+1].word.is(tNoun) || next.is(tDet) || next.is(tPossessive) // "agreed to further strengthen ties"
	case "long", "since":
		return i > 0 && i+1 < len(tokens) && tokens[i-1].tag == tHave && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fPart != 0
	case "only", "even", "once", "much", "most", "best", "little":
		if i+1 >= len(tokens) || i == 0 {
			return false
		}
		n, p := &tokens[i+1], tokens[i-1].tag
		switch {
		case p == tModal || p == tBe || p == tHave || p == tDo || p == tTo || p == tNot:
			return n.word.is(tVerb) || n.tag == tBe || n.tag == tHave || n.tag == tAdv || n.tag == tNot
		case p == tNoun || p == tName || p == tPron:
			return n.word.is(tVerb) && (t.Lower == "once" || t.Lower == "only" || t.Lower == "even") && n.word.form&(fPast|fPres) != 0 && !n.word.is(tNoun)
		}
	case "all", "both", "each":
		return i > 0 && i+1 < len(tokens) && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) && tokens[i+1].tag == tVerb && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fBase != 0
	case "last", "first":
		// "Kim last met Moon in 2018": a verb that is neither noun nor participle.
		return i > 0 && i+1 < len(tokens) && (tokens[i-1].tag == tName || tokens[i-1].tag == tPron) && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fPast != 0 && !tokens[i+1].word.is(tNoun)
	case "face", "to":
		for k := max(0, i-2); k <= i && k+2 < len(tokens); k++ {
			if tokens[k].Lower == "face" && tokens[k+1].Lower == "to" && tokens[k+2].Lower == "face" {
				return true // "met face to face with"
			}
		}
	case "no":
		return i+1 < len(tokens) && tokens[i+1].Lower == "longer"
	case "longer":
		return i > 0 && tokens[i-1].Lower == "no"
	}
	return false
}

// unpast guesses the base of a regular past form that the lexicon lacks.
func unpast(l string) string {
	if strings.HasSuffix(l, "ied") {
		return l[:len(l)-3] + "y"
	}
	return l[:len(l)-2]
}

// backsSomebody reports whether the "back" at i is the verb: "will back Kenya",
// not "went back home".
func backsSomebody(tokens []token, i int) bool {
	p, n := before(tokens, i), i+1
	if p < 0 || n >= len(tokens) || tokens[n].time || !objectlike(tokens[n].tag) && tokens[n].tag != tNoun && !(strings.HasSuffix(tokens[n].Lower, "ing") && n+1 < len(tokens) && nounish(tokens[n+1].tag)) {
		return false
	}
	switch tokens[p].tag {
	case tModal, tDo:
		return true
	case tTo:
		return p == i-1 && tokens[n].Lower != "home"
	case tPron, tRel:
		switch tokens[p].Lower {
		case "they", "we", "i", "you", "who":
			return true
		case "which", "that":
			return tokens[n].Lower != "home"
		}
	case tName:
		return coordinated(tokens, p) && tokens[n].tag != tNoun
	}
	return false
}

// before returns the index of the nearest token before i that is no adverb,
// quote or negation, or -1.
func before(tokens []token, i int) int {
	for i--; i >= 0; i-- {
		switch {
		case tokens[i].time, tokens[i].tag == tAdv, tokens[i].tag == tQuote, tokens[i].tag == tNot:
		default:
			return i
		}
	}
	return -1
}

func after(tokens []token, i int) int {
	for i++; i < len(tokens); i++ {
		switch {
		case tokens[i].time, tokens[i].tag == tAdv, tokens[i].tag == tQuote, tokens[i].tag == tNot:
		default:
			return i
		}
	}
	return -1
}

// settleVerb decides whether a token that may be a verb is one.
func (x *Extractor) settleVerb(tokens []token, i int, titleCase bool) {
	t := &tokens[i]
	w := t.word
	if t.Lower == "close" && i > 0 && i+1 < len(tokens) && tokens[i+1].Lower == "to" && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) {
		t.tag = tAdj // "sources close to the talks"
		return
	}
	if t.Lower == "think" && i+1 < len(tokens) && (tokens[i+1].Lower == "tank" || tokens[i+1].Lower == "tanks") {
		t.tag = tNoun
		return
	}
	if t.Lower == "test" && i+1 < len(tokens) && i > 0 && (tokens[i+1].Lower == "fired" || tokens[i+1].Lower == "launched" || tokens[i+1].Lower == "firing" || tokens[i+1].Lower == "launching") && tokens[i-1].tag != tDet && tokens[i-1].tag != tAdj {
		t.tag = tAdv // "has test fired a missile"
		return
	}
	if w.classes&cNeverVerb != 0 && !(w.form&fPart != 0 && i+1 < len(tokens) && tokens[i+1].Lower == "by") || t.tag == tName {
		if t.tag == tVerb {
			t.tag = tNoun
		}
		return
	}
	p, n := tOther, tStop
	pi, ni := before(tokens, i), after(tokens, i)
	if pi >= 0 {
		p = tokens[pi].tag
	}
	if ni >= 0 {
		n = tokens[ni].tag
	}
	if p == tAdj && tokens[pi].word != nil && tokens[pi].word.classes&(cPerson|cGroup) != 0 {
		p = tNoun // "an official said"
	}
	for k := pi - 1; p == tNum && k >= 0 && k > pi-8; k-- {
		if strings.HasPrefix(tokens[k].Lower, "resolution") {
			p = tName // "Resolutions 1718 and 2270 ban"
		} else if tokens[k].tag != tNum && tokens[k].tag != tConj && tokens[k].tag != tComma {
			break
		}
	}
	verb := false
	switch {
	case t.Lower == "groups" && !(p == tName && n == tName):
		// "the opposition groups"
	case p == tModal || p == tDo && w.form&fBase != 0:
		verb = true
	case p == tHave && w.form&fPart != 0, p == tBe && w.form&(fPart|fGer) != 0:
		verb = true
	case p == tTo && w.form&fBase != 0:
		verb = n != tGenitive && !(pi > 0 && tokens[pi-1].Lower == "according")
	case w.form&(fPast|fPart) != 0 && w.form&(fBase|fPres) == 0:
		// -ed: an adjective between determiner and noun, else a verb.
		verb = true
		if nounish(n) && n != tDet && (p == tDet || p == tPossessive || p == tGenitive || p == tAdj || p == tNum || p == tHyphen || p == tTo || p == tPrep && w.form&fPast != 0) {
			verb = false
		}
		if p == tHyphen && !tokens[pi].Spaced && !t.Spaced {
			verb = false // "U.S.-led", "state-owned"
		}
		if p == tDet && pi == i-1 && tokens[pi].Lower == "the" && (n == tVerb || n == tBe || n == tHave || n == tModal) {
			t.tag = tNoun // "the injured included a child"
			return
		}
		if p == tVerb && pi == i-1 && ni == i+1 && n == tNoun {
			verb = false // "citing leaked documents", "met retired diplomats"
		}
		if p == tVerb && pi == i-1 && w.is(tAdj) && n == tNoun && ni == i+1 {
			verb = false // "pledged continued support"
		}
		if !verb {
			t.tag = tAdj
			return
		}
	case w.form&fGer != 0 && w.form&fBase == 0:
		switch {
		case (p == tRel && tokens[pi].Lower == "that" || pi < 0) && w.is(tNoun) && ni == i+1 && (n == tBe || n == tHave || n == tModal || pastAt(tokens, ni)):
			verb = false // "said that fighting continued"
		case p == tDet && tokens[pi].Lower == "those" && (objectlike(n) || n == tPrep):
			verb = true // "among those providing aid"
		case p == tDet || p == tPossessive || p == tGenitive || p == tAdj || p == tNum:
			verb = false
			if nounish(n) && n != tDet && n != tName && w.is(tAdj) {
				t.tag = tAdj
				return
			}
		case p == tHyphen:
			verb = false
		case w.classes&cEvent != 0 && n == tPrep && (pi < 0 || p == tConj && pi == 0 || p == tVerb || p == tRel) && of(tokens[ni].Lower):
			verb = false // "Fighting in Sudan has killed", "said shelling by the army"
		case w.classes&cEvent != 0 && pi < 0 && (n == tVerb || n == tBe || n == tHave || n == tModal):
			verb = false // "Fighting broke out"
		case t.Lower == "visiting" && n == tName && (p == tSub || p == tRel && tokens[pi].Lower == "when" || (pi < 0 || p == tComma) && closesName(tokens, ni)):
			verb = true // "Visiting Warsaw, the minister said", "when visiting Japan"
		case w.classes&cEvent != 0 && pi >= 0 && pi == i-1 && x.vocab.attackers[tokens[pi].Lower]:
			verb = false // "rebel shelling of the town"
		case (p == tNoun || p == tName) && pi == i-1 && n == tNoun && x.lex[t.Lower] == nil:
			verb = false // "the Telegram messaging app"
		case p == tName && pi == i-1 && pi > 0 && (tokens[pi-1].Lower == "a" || tokens[pi-1].Lower == "an") && n == tNoun && w.is(tNoun):
			verb = false // "a Turkish shipping firm"
		case p == tVerb && pi == i-1 && n == tNoun && ni == i+1 && tokens[ni].word.in(cSanction):
			t.tag = tAdj // "imposed blocking sanctions"
			return
		case (p == tNoun || p == tName) && pi == i-1 && (n == tPrep || n == tStop || n == tComma || n == tConj || n == tModal || n == tBe || n == tHave || n == tVerb || n == tRel && (w.is(tNoun) || w.classes&cEvent != 0)) && !t.person(tokens, pi):
			verb = !w.is(tNoun) && p == tName
			if n == tPrep && !w.is(tNoun) {
				verb = true
			}
		case p == tPrep && w.classes&cEvent != 0 && x.toldOf(tokens, ni):
			verb = false // "a surge in fighting the army said had"
		case w.is(tAdj) && p == tPrep && n == tName:
			verb = tokens[pi].Lower != "with" && tokens[pi].Lower != "between" // "after visiting Japan", not "met with visiting Kenyan officials"
			if !verb {
				t.tag = tAdj
				return
			}
		case w.is(tAdj) && p == tComma && pi > 0 && tokens[pi-1].tag == tName && n == tNoun && w.classes&cTitleModifier == 0 && !tokens[ni].word.in(cPerson):
			verb = true // "Kagame, visiting troops in Goma, said", not "Nye, visiting fellow"
		case w.is(tAdj) && nounish(n) && n != tDet && n != tPossessive,
			p == tConj && (n == tNoun || n == tAdj) && pi > 0 && (tokens[pi-1].tag == tAdj || strings.HasSuffix(tokens[pi-1].Lower, "ing")):
			t.tag = tAdj
			return
		case p == tPrep && (w.is(tNoun) || w.classes&cEvent != 0) && (n == tPrep || n == tStop || n == tComma || n == tConj || n == tVerb || n == tBe || n == tHave || n == tModal):
			verb = false
		default:
			verb = true
		}
	case w.form&fPart != 0 && ni == i+1 && tokens[ni].Lower == "by" && bareParticiple(tokens, i, pi):
		verb = true // "a village hit by shells", "the limits set by the deal"
	case p == tDet && w.form&fPart != 0 && tokens[pi].Lower == "those" && (n == tTo || n == tPrep):
		verb = true // "those found to violate"
	default: // base or third person, which may be a noun or adjective
		if w.is(tAdj) && (p == tDet || p == tPossessive || p == tGenitive || p == tAdj || nounish(n) && n != tDet && n != tPossessive && p != tPron && p != tRel) {
			t.tag = tAdj
			return
		}
		verb = x.finite(tokens, i, pi, ni, p, n, titleCase)
	}
	if verb {
		t.tag = tVerb
		t.form = w.form
		t.lemma = w.lemma
	} else if t.tag == tVerb {
		t.tag = tNoun
	}
}

// bareParticiple reports whether a word whose participle looks like its base form
// may be one behind the word at pi: "the bank, long hit by", but "a hit by".
func bareParticiple(tokens []token, i, pi int) bool {
	if pi < 0 {
		return false
	}
	switch p := &tokens[pi]; p.tag {
	case tComma, tName:
		return true
	case tNoun:
		return tokens[i].Lower != "cut" // "a rate cut by the bank"
	case tAdj:
		return p.Lower == "long" || p.Lower == "hard"
	}
	return false
}

// of reports whether a preposition tells whose an act is or where it is: "of",
// "by", "in".
func of(preposition string) bool {
	switch preposition {
	case "of", "by", "in", "near", "between", "around", "across", "outside", "along":
		return true
	}
	return false
}

// toldOf reports whether a short phrase begins at i that says something, with
// another verb behind: "the United Nations said showed".
func (x *Extractor) toldOf(tokens []token, i int) bool {
	for k := i; k >= 0 && k+1 < len(tokens) && k < i+6; k++ {
		switch t := &tokens[k]; {
		case k > i && t.word != nil && t.word.form&fPast != 0 && x.speech[t.word.lemma]:
			n := &tokens[k+1]
			return n.tag == tBe || n.tag == tHave || n.tag == tModal || n.word.is(tVerb) && n.word.form&fPast != 0
		case t.tag != tDet && t.tag != tName && t.tag != tAdj && t.tag != tNoun:
			return false
		}
	}
	return false
}

// closesName reports whether the name that begins at i ends before a comma or an
// expression of time, and so is no mere modifier.
func closesName(tokens []token, i int) bool {
	for i < len(tokens) && tokens[i].tag == tName {
		i++
	}
	return i < len(tokens) && (tokens[i].tag == tComma || tokens[i].time)
}

// pastAt reports whether the word at i is a past form that no noun follows.
func pastAt(tokens []token, i int) bool {
	w := tokens[i].word
	return w.is(tVerb) && w.form&fPast != 0 && (i+1 >= len(tokens) || tokens[i+1].time || !nounish(tokens[i+1].tag))
}

func (t *token) person(tokens []token, i int) bool {
	return tokens[i].word != nil && tokens[i].word.classes&cPerson != 0
}

// helped reports whether the name that ends at i is whom a verb of helping or
// letting has as its object, so that a base form behind it is a verb.
func helped(tokens []token, i int) bool {
	for i > 0 && tokens[i].tag == tName {
		i--
	}
	switch tokens[i].lemma {
	case "help", "let", "make":
		return tokens[i].tag == tVerb
	}
	return false
}

// actors reports whether the token at i is a plural noun for those who act.
func (x *Extractor) actors(tokens []token, i int) bool {
	if i < 0 || tokens[i].tag != tNoun || !pluralNoun(tokens[i].Lower) {
		return false
	}
	return x.vocab.crowds[tokens[i].Lower] || tokens[i].word != nil && tokens[i].word.classes&(cPerson|cGroup|cOrg) != 0
}

// finite decides between "Russia attacks with drones" and "missile attacks".
func (x *Extractor) finite(tokens []token, i, pi, ni int, p, n tag, titleCase bool) bool {
	t := &tokens[i]
	w := t.word
	third := w.form&fPres != 0 && w.form&fBase == 0
	onlyVerb := !w.is(tNoun) && !w.is(tAdj)
	pluralSubject := pi >= 0 && pluralNoun(tokens[pi].Lower)
	if pi > 0 && p == tNoun && pluralSubject && (tokens[pi-1].Lower == "a" || tokens[pi-1].Lower == "an") && !w.is(tModal) && n != tDet {
		return false // "an arms control treaty"
	}
	switch p {
	case tDet, tPossessive, tGenitive, tAdj, tNum, tHyphen:
		return false
	case tPrep:
		return false
	case tPron, tRel:
		if pi >= 0 && tokens[pi].Lower == "that" && !third {
			if (n == tNum || n == tAdj || n == tPossessive) && pi > 0 && tokens[pi-1].tag == tNoun && pluralNoun(tokens[pi-1].Lower) {
				return true // "curbs that target two banks"
			}
			return onlyVerb || n == tDet || n == tName || n == tNoun && x.actors(tokens, pi-1) // "countries that supply arms"
		}
		return true
	case tVerb:
		return onlyVerb && w.form&fBase != 0 && (tokens[pi].lemma == "help" || tokens[pi].lemma == "let" || tokens[pi].lemma == "make")
	case tTo:
		return false
	case tConj:
		// "condemned and rejects": a verb if a verb stands before the conjunction.
		if q := before(tokens, pi); q >= 0 && (tokens[q].tag == tVerb || tokens[q].tag == tModal) {
			return true
		}
		if third && onlyVerb && tokens[pi].Lower == "but" {
			return true // "arms the group but denies having"
		}
		if third && n == tRel && x.speech[w.lemma] {
			return true // "praised the text and asks that"
		}
		return objectlike(n) && (third || onlyVerb || w.form&fBase != 0 && !third && nounish(n) && n != tNoun)
	case tNoun, tName, tClose, tComma, tQuote, tOther, tColon, tAdv, tStop:
		if p == tOther && i > 0 && pi < 0 {
			// First word: an imperative or a noun.
			return onlyVerb && objectlike(n)
		}
		if pi < 0 {
			return onlyVerb && objectlike(n) && (titleCase || i > 0 && third) // "..." says Pall
		}
		subject := p == tNoun || p == tName
		if third && p == tName && n == tConj && x.thirds(tokens, ni) {
			return true // "Tehran arms and finances the group"
		}
		if third && p == tName && relativeSubject(tokens, pi) {
			return true // "the rebels that Turkey supports attacked"
		}
		if q := pi - 1; subject && pluralSubject && !onlyVerb && q >= 0 && (tokens[q].Lower == "a" || tokens[q].Lower == "an") {
			return false // "an arms embargo"
		}
		if third && !onlyVerb && ni >= 0 {
			if c := w.classes & (cEvent | cSanction); c != 0 && n == tPrep && (tokens[ni].Lower == "on" || tokens[ni].Lower == "against" || tokens[ni].Lower == "to" || tokens[ni].Lower == "over") || n == tTo && c&cEvent != 0 && t.Lower == "threats" {
				return false // "US sanctions on", "Israeli attacks against"
			}
			if w.classes&cSanction != 0 && (n == tRel || n == tNoun && ni == i+1 && x.vocab.ofSanctions[singular(tokens[ni].Lower)]) {
				return false // "UN sanctions that", "the UN sanctions list"
			}
			if v := tokens[ni].word; v.is(tVerb) && v.form&fBase != 0 && ni+1 < len(tokens) && (tokens[ni+1].tag == tName || tokens[ni+1].tag == tDet) {
				return false // "UN sanctions bar Pyongyang"
			}
		}
		if last := tokens[len(tokens)-1].Lower; last == "?" && !third && subject && (tokens[0].tag == tModal || tokens[0].tag == tDo) && objectlike(n) {
			return true // "Did Israel bomb the hospital?"
		}
		if p == tName && w.form&fBase != 0 && (n == tName || n == tDet || n == tPossessive || (n == tNoun || n == tAdj) && w.classes&cEvent == 0 && t.Lower != "aid") && helped(tokens, pi) {
			return true // "to help Zelensky defeat the rebels"
		}
		if p == tName && !third && w.form&fPast == 0 && w.is(tNoun) && owned(tokens, pi) {
			return false // "his first United Nations address to"
		}
		if p == tName && third && !onlyVerb && n == tTo && x.objectName(tokens, pi) {
			return false // "coordinate U.S. plans to"
		}
		if p == tName && third && !onlyVerb && modified(tokens, pi) && n != tAdj && n != tDet && n != tPossessive {
			return false // "the new U.N. sanctions", but "the 1912 Harter Act bars foreign"
		}
		switch {
		case t.Lower == "states" && pi >= 0 && tokens[pi].Lower == "member", pi >= 0 && tokens[pi].Lower == "arms" && n == tNoun:
			return false // "EU member states", "arms control talks"
		case t.Lower == "states" && p == tName && !x.soleVerb(tokens, i):
			return false // "Gulf states that want"
		case n == tVerb && ni >= 0 && tokens[ni].word != nil && tokens[ni].word.form&fPast != 0 && !onlyVerb, (n == tModal || n == tBe || n == tHave) && !(onlyVerb && x.speech[w.lemma]):
			return false
		case n == tPrep && tokens[ni].Lower == "of" && !onlyVerb:
			return false
		case subject && pi < i-1 && tokens[i-1].tag == tAdv && strings.HasSuffix(tokens[i-1].Lower, "ly") && third != pluralSubject:
			return true // "storms usually start in", "the army routinely fires"
		case !subject && p != tComma && p != tClose && p != tQuote:
			return false
		case third && pluralSubject && p == tNoun && !onlyVerb:
			if n == tDet && ofPhrase(tokens, pi) {
				return true // "the transfer of these arms increases the danger"
			}
			return false // "officials reports" is no clause
		case !third && w.form&fPast == 0 && subject && !pluralSubject && !coordinated(tokens, pi):
			// A base form needs a plural subject.
			return onlyVerb && (titleCase && p == tName || objectlike(n) || n == tTo || n == tRel || n == tSub || x.soleVerb(tokens, i) || pluralBehindParticiple(tokens, pi))
		case !third && !onlyVerb && p == tName && n == tNoun && ni+1 < len(tokens) && (tokens[ni+1].tag == tVerb && tokens[ni+1].word.form&fPast != 0 || tokens[ni+1].tag == tHave || tokens[ni+1].tag == tBe || tokens[ni+1].tag == tModal):
			return false // "the U.S. and Chinese trade negotiators agreed"
		case objectlike(n) || n == tTo || n == tRel:
			return true
		case third && p == tNoun && !onlyVerb:
			return x.soleVerb(tokens, i)
		case onlyVerb:
			return true
		}
		return x.soleVerb(tokens, i)
	}
	return onlyVerb
}

// thirds reports whether a verb of the third person follows the conjunction at i,
// with an object behind it.
func (x *Extractor) thirds(tokens []token, i int) bool {
	if i+2 >= len(tokens) {
		return false
	}
	w, n := tokens[i+1].word, tokens[i+2].tag
	return w.is(tVerb) && w.form&fPres != 0 && w.form&fBase == 0 && (n == tDet || n == tName || n == tPossessive)
}

// pluralBehindParticiple reports whether the noun at i ends what a participle says
// of a plural before it: "the curbs imposed by the minister remain in place".
func pluralBehindParticiple(tokens []token, i int) bool {
	for k := i - 1; k > 0 && k > i-12; k-- {
		switch t := &tokens[k]; {
		case t.tag == tVerb:
			if t.form&fPart == 0 || k+1 >= len(tokens) || tokens[k+1].tag != tPrep {
				return false
			}
			for j := k - 1; j >= 0; j-- {
				switch n := &tokens[j]; n.tag {
				case tName, tPrep, tDet, tAdj, tAdv, tHyphen:
				case tNoun:
					if pluralNoun(n.Lower) {
						return true
					}
				default:
					return false
				}
			}
			return false
		case t.tag == tComma || t.tag == tRel || t.tag == tSub || t.tag == tColon:
			return false
		}
	}
	return false
}

// objectName reports whether the name that ends at i stands right behind an infinitive
// or gerund, of which it begins the object, unless that one may take a clause.
func (x *Extractor) objectName(tokens []token, i int) bool {
	for i >= 0 && tokens[i].tag == tName {
		i--
	}
	if i < 0 || tokens[i].tag != tVerb || tokens[i].form&(fBase|fGer) == 0 {
		return false
	}
	return !x.speech[tokens[i].lemma] && !x.vocab.thinking[tokens[i].lemma]
}

// ofPhrase reports whether the noun at i hangs on another by "of".
func ofPhrase(tokens []token, i int) bool {
	for k := i - 1; k > 0 && k > i-4; k-- {
		if tokens[k].Lower == "of" {
			return tokens[k-1].tag == tNoun
		}
	}
	return false
}

// relativeSubject reports whether the name that ends at i stands right behind the
// pronoun of a relative clause about somebody.
func relativeSubject(tokens []token, i int) bool {
	for i >= 0 && tokens[i].tag == tName {
		i--
	}
	if i < 1 || tokens[i].tag != tRel {
		return false
	}
	switch tokens[i].Lower {
	case "whom", "which":
		return tokens[i-1].tag == tNoun || tokens[i-1].tag == tComma
	case "that":
		return tokens[i-1].tag == tNoun && tokens[i-1].word.in(cPerson|cGroup|cOrg)
	}
	return false
}

// pluralNoun reports whether a noun looks like a plural: "people", not "analysis".
func pluralNoun(w string) bool {
	switch {
	case w == "people", w == "police", strings.HasSuffix(w, "men") && w != "regimen":
		return true
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "sis"):
		return false
	}
	return strings.HasSuffix(w, "s")
}

// owned reports whether a possessor stands before the name that ends at i, with at
// most one word between.
func owned(tokens []token, i int) bool {
	for i >= 0 && tokens[i].tag == tName {
		i--
	}
	return i >= 0 && tokens[i].tag == tPossessive || i >= 1 && (tokens[i].tag == tAdj || tokens[i].tag == tNoun) && tokens[i-1].tag == tPossessive
}

// modified reports whether an adjective or "a" stands before the name that ends at i.
func modified(tokens []token, i int) bool {
	end := i
	for i >= 0 && tokens[i].tag == tName {
		i--
	}
	return i >= 0 && (tokens[i].tag == tAdj || tokens[i].Lower == "a" || tokens[i].Lower == "an" || tokens[i].tag == tNum && i < end && (i == 0 || tokens[i-1].tag != tName))
}

// coordinated reports whether the noun at i ends a list: "Russia and Iran".
func coordinated(tokens []token, i int) bool {
	for j := i; j >= 0 && j > i-6; j-- {
		switch tokens[j].tag {
		case tConj:
			return tokens[j].Lower == "and" || tokens[j].Lower == "&"
		case tNoun, tName, tDet, tAdj, tNum, tGenitive, tHyphen:
		default:
			return false
		}
	}
	return false
}

// soleVerb reports whether the clause around i has no other finite verb.
func (x *Extractor) soleVerb(tokens []token, i int) bool {
	for j := i - 1; j >= 0; j-- {
		t := &tokens[j]
		if t.tag == tColon || t.tag == tSub || t.tag == tRel || t.tag == tStop {
			break
		}
		if t.tag == tModal || t.tag == tBe || t.tag == tHave || t.tag == tDo || t.tag == tVerb && t.form&fGer == 0 {
			return false
		}
	}
	comma := false
	for j := i + 1; j < len(tokens); j++ {
		t := &tokens[j]
		if t.tag == tColon || t.tag == tSub || t.tag == tRel || t.tag == tStop {
			break
		}
		if t.tag == tModal || t.tag == tBe || t.tag == tHave || t.tag == tDo {
			return false
		}
		if t.word.is(tVerb) && t.word.form&fPast != 0 && t.tag == tVerb {
			return comma && x.speech[t.lemma] // "The U.S. stands with Kyiv, Blinken said"
		}
		comma = comma || t.tag == tComma
	}
	return true
}

// nounish reports whether a noun phrase may go on or begin with t.
func nounish(t tag) bool {
	switch t {
	case tNoun, tName, tDet, tAdj, tNum, tPossessive:
		return true
	}
	return false
}

// objectlike reports whether t begins what a verb may take as its object.
func objectlike(t tag) bool {
	switch t {
	case tDet, tName, tNum, tPossessive, tPron, tAdj, tQuote, tNoun:
		return true
	}
	return false
}
