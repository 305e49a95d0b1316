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
		if i > 1 && tokens[i-1].Lower == "-" && !t.Spaced && !tokens[i-1].Spaced {
			if joined := tokens[i-2].Lower + t.Lower; x.vocab.hyphened.has(joined) {
				t.Lower = joined // "cease-fire" is spelled "ceasefire" as well
			}
		}
		begins := x.begins[t.Lower]
		t.word, t.name, t.title = begins.word, begins.name, longestTitle(begins.title, tokens, i)
		if t.title == 1 && t.word == nil && !t.Capital && len(t.Lower) <= 3 {
			t.title = 0 // "pm" is the time of day, "PM" an office
		}
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
	setOff(tokens)
	joinPrefixes(tokens)
	joinCompounds(tokens)
	joinDegrees(tokens)
	whens := times(tokens, published)
	for i := range tokens {
		if !tokens[i].time {
			x.settle(tokens, i, titleCase)
		}
	}
	return whens
}

// settle gives a token the class that it has among the others, which have the
// class they have by themselves.
func (x *Extractor) settle(tokens []token, i int, titleCase bool) {
	t := &tokens[i]
	if preverbal(tokens, i) {
		t.tag = tAdv
	}
	if t.Capital && x.style(tokens, i) {
		return
	}
	if t.Lower == "back" && t.tag == tAdv && backsSomebody(tokens, i) {
		t.tag, t.form, t.lemma = tVerb, t.word.form, t.Lower
		return
	}
	gerund := t.word.is(tVerb) && t.word.form&fGer != 0
	if t.tag == tPrep && i > 0 && gerund && i+1 < len(tokens) && tokens[i+1].Lower == "of" && (tokens[i-1].tag == tAdj || tokens[i-1].tag == tDet || tokens[i-1].tag == tPossessive || tokens[i-1].tag == tGenitive) {
		t.tag, t.lemma = tNoun, t.Lower // "the deliberate targeting of"
		return
	}
	if t.tag == tPrep && i > 0 && gerund {
		if p := before(tokens, i); p >= 0 && (tokens[p].tag == tBe || p > 0 && tokens[p].tag == tName && tokens[p-1].Lower == "with") {
			t.tag, t.form, t.lemma = tVerb, t.word.form, t.word.lemma // "is targeting banks"
			return
		}
	}
	if t.Lower == "nor" && i > 0 && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) {
		t.tag = tConj // "neither Moscow nor Kyiv"
	}
	if t.Lower == "neither" && i > 0 && i+2 < len(tokens) && tokens[i+2].Lower == "nor" && tokens[i+1].word.is(tVerb) && !tokens[i+1].word.is(tNoun) {
		t.tag = tNot // "neither confirmed nor denied"
		return
	}
	if t.Lower == "past" && i > 0 && tokens[i-1].tag == tDet && (i+1 == len(tokens) || !nounish(tokens[i+1].tag)) {
		t.tag = tNoun // "in the past"
	}
	if t.Lower == "likely" && i > 0 && tokens[i-1].tag == tNoun && tokenAt(tokens, i+1).tag == tVerb && tokens[i+1].form&(fPast|fPart) != 0 {
		t.tag = tAdv // "weapons likely headed"
	}
	if t.Lower == "en" && tokenAt(tokens, i+1).Lower == "route" {
		t.tag = tPrep
	}
	if t.Lower == "there" && i > 0 && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) && tokenAt(tokens, i+1).tag == tVerb {
		t.tag = tAdv // "officials there said"
	}
	joinTitle(tokens, i)
	if t.title > 1 && t.tag == tVerb && gerund {
		t.tag = tAdj // "managing director"
		return
	}
	if t.tag == tVerb || t.word.is(tVerb) && (t.tag == tNoun || t.tag == tAdj) {
		x.settleVerb(tokens, i, titleCase)
	}
	if t.tag == tNoun && t.word == nil && agreedTo(tokens, i) {
		t.word = &word{tags: 1 << tVerb, form: fBase, lemma: t.Lower}
		t.tag, t.form, t.lemma = tVerb, fBase, t.Lower
	}
	if t.tag == tName && !titleCase && i > 0 && tokens[i-1].tag != tPrep && (i+1 == len(tokens) || !tokens[i+1].Capital) && x.vocab.inCapitals.has(t.Lower) {
		t.tag = tNoun // "a possible Foreign Military Sale to", "The Ministers agreed"
	}
	if t.tag == tNoun || t.tag == tName && t.word.in(cAgreement) {
		t.lemma = singular(t.Lower)
	}
}

// style reads what those of high rank are addressed by before their name or office, as
// good as an article: "His Excellency Sheikh Jaber", "HE the Prime Minister".
func (x *Extractor) style(tokens []token, i int) bool {
	from := i
	switch t := &tokens[i]; {
	case t.AllCaps && x.vocab.styles.has(t.Lower):
	case x.vocab.styleNouns.has(t.Lower) && i > 0:
		if from--; tokens[from].Lower == "royal" && from > 0 {
			from-- // "Her Royal Highness"
		}
		if tokens[from].tag != tPossessive {
			return false
		}
	default:
		return false
	}
	if i+1 >= len(tokens) || !tokens[i+1].Spaced || !tokens[i+1].Capital && tokens[i+1].Lower != "the" {
		return false // "His Excellency said"
	}
	class := tDet
	if tokens[i+1].Lower == "the" {
		class = tAdv
	}
	for k := from; k <= i; k++ {
		tokens[k].tag, tokens[k].word = class, x.lex["h.e."]
	}
	return true
}

// joinTitle makes nouns of the small words of the title that begins at i.
func joinTitle(tokens []token, i int) {
	t := &tokens[i]
	if t.title > 1 && t.tag == tPrep && t.Capital && tokens[i+1].Capital {
		t.tag = tName // "Under Secretary of State"
	}
	for j := i + 1; j < i+t.title-1; j++ {
		if tokens[j].tag == tPrep || tokens[j].tag == tDet || tokens[j].tag == tTo {
			tokens[j].tag = tNoun // "secretary of state" is one title
		}
	}
}

// agreedTo reports whether a word stands behind "agreed to" and before "the", where
// an unknown one is a verb.
func agreedTo(tokens []token, i int) bool {
	if i < 2 || i+1 >= len(tokens) || tokens[i-1].tag != tTo || tokens[i-2].tag != tVerb {
		return false
	}
	n := tokens[i+1].tag
	return n == tDet || n == tPossessive || n == tPron
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
		case "close":
			if i+2 < len(tokens) && next.Lower == "to" && tokens[i+2].tag == tNum {
				t.tag, next.tag = tAdv, tAdv // "delivered close to 50 tons"
			}
		case "once":
			if next.Lower == "again" || next.Lower == "more" {
				t.tag = tAdv // "once again invited"
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
		if end+1 >= len(tokens) || !nounish(tokens[end+1].tag) && tokens[end+1].Lower != "working" || tokens[end+1].tag == tDet {
			if end > i+2 && (tokens[small].tag == tPrep || tokens[small].tag == tTo) && i > 0 && tokens[i-1].tag == tVerb {
				for j := i; j <= end; j++ {
					tokens[j].tag, tokens[j].word, tokens[j].lemma = tAdv, nil, "" // "met one-on-one"
				}
			}
			i = end
			continue // "met in-person at"
		}
		measured := tokens[small].tag == tNum && tokens[end].tag == tNoun && (tokens[end+1].tag == tAdj || tokens[end+1].Lower == "working") // "three-way vice-ministerial talks"
		switch tokens[small].tag {
		case tNum:
			if !measured {
				break
			}
			fallthrough
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
		return markTag(tokens, i)
	}
	if t.Lower == "'s" && i > 0 {
		// "it's", "he's", "that's" hold a verb.
		if p := tokens[i-1].tag; p == tPron || p == tRel || tokens[i-1].Lower == "there" || tokens[i-1].Lower == "what" {
			return tBe
		}
		return tGenitive
	}
	w := t.word
	proper := t.Capital && !titleCase && (!first || w == nil && !mannerly(t.Lower))
	if w != nil {
		if class, ok := x.wordTag(tokens, i, first, proper); ok {
			return class
		}
	}
	switch {
	case proper:
		return tName
	case w != nil && (w.tags != 0 || w.classes != 0):
		return tNoun
	case t.Capital && !(first && mannerly(t.Lower)):
		return tName
	}
	return t.guess()
}

// markTag is the class of a punctuation mark.
func markTag(tokens []token, i int) tag {
	t := &tokens[i]
	switch t.Lower {
	case ",":
		return tComma
	case "-", "‐", "‑":
		switch {
		case t.Spaced && i+1 < len(tokens) && tokens[i+1].Spaced:
			return tColon
		case i+1 < len(tokens) && tokens[i+1].Lower == "-" && (t.Spaced || !tokens[i+1].Spaced):
			return tColon // "--"
		case i > 0 && tokens[i-1].Lower == "-" && tokens[i-1].tag == tColon && !t.Spaced:
			return tOther
		}
		return tHyphen
	case "–", "—", ":", ";":
		if t.Lower == "–" && !t.Spaced && i > 0 && i+1 < len(tokens) && !tokens[i+1].Spaced && tokens[i-1].Capital && tokens[i+1].Capital {
			return tHyphen // "Kinshasa–Kigali talks"
		}
		return tColon
	case "\"", "“", "”", "«", "»", "‘", "’", "'", "„":
		return tQuote
	case "(", "[":
		return tOpen
	case ")", "]":
		return tClose
	case ".", "!", "?", "...", "…":
		if i+2 < len(tokens) && !tokens[i+1].Spaced && (tokens[i+1].Lower == "\"" || tokens[i+1].Lower == "”") {
			return tComma // "Who did it?" he asked
		}
		return tStop
	case "&":
		return tConj
	case "$", "€", "£", "%":
		return tNum
	}
	return tOther
}

// wordTag is the class that the lexicon has for a word, if it settles one: a small
// word first, then what may be a noun as well. A proper word may be a name instead.
func (x *Extractor) wordTag(tokens []token, i int, first, proper bool) (tag, bool) {
	t := &tokens[i]
	w := t.word
	switch {
	case t.Lower == "to":
		return tTo, true
	case w.is(tModal) && !(t.Lower == "may" && t.Capital && !first) && t.Lower != "will" || t.Lower == "will" && !t.Capital:
		return tModal, true
	case t.Lower == "is" && t.AllCaps && !tokenAt(tokens, i+1).AllCaps && (i == 0 || !tokens[i-1].AllCaps):
		return tName, true // the group, not the verb
	case w.is(tBe):
		return tBe, true
	case w.is(tHave):
		return tHave, true
	case w.is(tDo):
		return tDo, true
	case proper && t.AllCaps && t.End-t.Start > 1:
		return tName, true // "US" is not "us"
	case proper && !w.is(tPron) && !w.is(tDet):
		return tOther, false
	case t.Lower == "no" || t.Lower == "neither" || t.Lower == "either" || t.Lower == "both":
		return tDet, true
	case w.is(tNot):
		return tNot, true
	case t.Lower == "that":
		return tRel, true // settled by the chunker
	case w.is(tPossessive):
		return tPossessive, true
	case t.Lower == "one" || t.Lower == "several" || t.Lower == "half" || t.Lower == "few":
		return tNum, true
	case w.is(tDet):
		return tDet, true
	case w.is(tConj) && t.Lower != "yet" && t.Lower != "plus":
		return tConj, true
	case w.is(tRel):
		return tRel, true
	case (t.Lower == "due" || t.Lower == "owing") && givesCause(tokens, i):
		return tSub, true
	case w.is(tPrep) && w.is(tVerb) && !w.is(tNoun) && w.form&fGer != 0 && x.progressive(tokens, i):
		return tVerb, true // "have been targeting"
	case w.is(tPrep) && w.is(tAdj) && t.prefixes(tokens, i):
		return tAdj, true // "near-daily fire"
	case w.is(tPrep):
		return tPrep, true // "after the strike", "as": the chunker sees what follows
	}
	return w.openTag()
}

// givesCause reports whether the "due" at i leads to a cause as "because" does, and
// not to what is still to come: "due to the attacks", not "is due to attack".
func givesCause(tokens []token, i int) bool {
	if i+2 >= len(tokens) || tokens[i+1].Lower != "to" {
		return false
	}
	next := &tokens[i+2]
	coming := next.word.is(tBe) || next.word.is(tHave) || next.word.is(tVerb) && next.word.form&fBase != 0
	return !coming || i > 0 && tokens[i-1].tag != tBe && next.word.is(tNoun)
}

// prefixes reports whether a word is the first part of a compound with a hyphen.
func (t *token) prefixes(tokens []token, i int) bool {
	return i+2 < len(tokens) && tokens[i+1].Lower == "-" && !tokens[i+1].Spaced && !tokens[i+2].Spaced
}

// openTag is the class of a word that is no small one, unless it is that of nouns.
func (w *word) openTag() (tag, bool) {
	switch {
	case w.is(tSub):
		return tSub, true
	case w.is(tPron):
		return tPron, true
	case w.is(tNum):
		return tNum, true
	case w.is(tAdj) && !w.is(tVerb):
		return tAdj, true
	case w.is(tAdv):
		return tAdv, true
	case w.is(tAdj):
		return tAdj, true
	case w.is(tVerb) && !w.is(tNoun) && w.classes&cNeverVerb == 0:
		return tVerb, true
	}
	return tOther, false
}

// guess is the class of a word that the lexicon lacks, by its ending. What looks
// like a verb gets an entry of its own.
func (t *token) guess() tag {
	switch l := t.Lower; {
	case strings.HasSuffix(l, "ly") && len(l) > 4:
		return tAdv
	case adjectival(l):
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

// adjectival reports whether an unknown word ends like an adjective.
func adjectival(l string) bool {
	if len(l) <= 4 {
		return false
	}
	for _, ending := range [...]string{"ous", "ful", "less", "able", "ible", "ical", "tive", "sive", "ish", "ant", "ional", "tic"} {
		if strings.HasSuffix(l, ending) {
			return true
		}
	}
	return strings.HasSuffix(l, "ary") && l != "military" || len(l) > 6 && strings.HasSuffix(l, "est") || strings.HasSuffix(l, "ent") && !strings.HasSuffix(l, "ment")
}

// progressive reports whether a form of "be", with or without an adverb, stands
// before a token, or what makes a gerund of it: "accused of targeting", "denies
// targeting", "added six firms to its list, targeting".
func (x *Extractor) progressive(tokens []token, i int) bool {
	if i > 1 && tokens[i-1].tag == tAdv {
		i--
	}
	return i > 0 && (tokens[i-1].tag == tBe || tokens[i-1].tag == tComma && tokens[i].Lower == "targeting" || tokens[i-1].Lower == "of" || tokens[i-1].Lower == "by" || tokens[i-1].word != nil && x.vocab.doingVerbs.has(tokens[i-1].word.lemma))
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
			if strings.HasSuffix(n.Lower, "ly") && i+2 < len(tokens) {
				n = &tokens[i+2] // "once famously told"
			}
			return n.word.is(tVerb) && (t.Lower == "once" || t.Lower == "only" || t.Lower == "even") && n.word.form&(fPast|fPres) != 0 && !n.word.is(tNoun)
		}
	case "all", "both", "each":
		return i > 0 && i+1 < len(tokens) && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName) && tokens[i+1].tag == tVerb && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fBase != 0
	case "last", "first":
		if i > 0 && i+1 < len(tokens) && tokens[i-1].tag == tModal && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fBase != 0 {
			return true // "would first travel to Kenya"
		}
		// "Kim last met Moon in 2018": a verb that is neither noun nor participle.
		return i > 0 && i+1 < len(tokens) && (tokens[i-1].tag == tName || tokens[i-1].tag == tPron || tokens[i-1].tag == tNoun && tokens[i-1].word.in(cPerson|cGroup)) && tokens[i+1].word.is(tVerb) && tokens[i+1].word.form&fPast != 0 && !tokens[i+1].word.is(tNoun)
	case "face", "to":
		for k := max(0, i-2); k <= i && k+2 < len(tokens); k++ {
			if tokens[k].Lower == "face" && tokens[k+1].Lower == "to" && tokens[k+2].Lower == "face" {
				return true // "met face to face with"
			}
		}
	case "hostage", "captive":
		if i == 0 {
			return false
		}
		p := &tokens[i-1]
		return p.tag == tPron || p.tag == tVerb && (p.lemma == "take" || p.lemma == "hold") || p.tag == tNoun && pluralNoun(p.Lower) // "took two priests hostage"
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
	if fixed, ok := fixedUse(tokens, i); ok {
		if t.tag = fixed; fixed == tVerb {
			t.form, t.lemma = w.form, w.lemma
		}
		return
	}
	if w.classes&cNeverVerb != 0 && !(w.form&fPart != 0 && i+1 < len(tokens) && (tokens[i+1].Lower == "by" || takesObject(tokens, i))) || t.tag == tName {
		if t.tag == tVerb {
			t.tag = tNoun
		}
		return
	}
	v := x.verbReader(tokens, i, titleCase)
	switch class := v.class(); {
	case class == tVerb:
		t.tag, t.form, t.lemma = tVerb, w.form, w.lemma
	case class != tOther:
		t.tag = class
	case t.tag == tVerb:
		t.tag = tNoun
	}
}

// takesObject reports whether a past form that is mostly an adjective stands between
// somebody and what begins a phrase of its own: "Chad armed the rebels", "has armed it".
func takesObject(tokens []token, i int) bool {
	if i == 0 {
		return false
	}
	p, n := tokens[i-1].tag, tokens[i+1].tag
	return (p == tName || p == tHave || p == tPron) && (n == tDet || n == tPossessive || n == tPron || n == tName)
}

// documentBefore reports whether the phrase that ends before i is a document, at most with
// who gave it: "the statement", "a letter from the ministry".
func documentBefore(tokens []token, i int) bool {
	for k := i - 1; k >= 0 && k > i-8; k-- {
		switch t := &tokens[k]; {
		case t.word.in(cDocument) && !t.Capital:
			return k == i-1 || tokens[k+1].Lower == "from" || tokens[k+1].Lower == "by" || tokens[k+1].Lower == "of"
		case !nounish(t.tag) && t.tag != tPrep && t.tag != tGenitive && t.tag != tHyphen:
			return false
		}
	}
	return false
}

// closesReport reports whether a name behind a comma or quotation and the word at i
// close a sentence, at most with a source: ", Rubryka reports citing the police".
func closesReport(tokens []token, i int) bool {
	switch next := &tokens[i+1]; next.Lower {
	case ".", "citing", "quoting", "referring", "with":
	default:
		if !next.time && next.Lower != "on" {
			return false
		}
	}
	k := i - 1
	for k > 0 && tokens[k].tag == tName {
		k--
	}
	if k < i-1 && tokens[k].tag == tDet {
		k-- // "..., the BBC reports"
	}
	return k > 0 && k < i-1 && (tokens[k].tag == tComma || tokens[k].tag == tQuote)
}

// fixedUse gives the class of words that are no verbs in some idioms.
func fixedUse(tokens []token, i int) (tag, bool) {
	if i+1 >= len(tokens) {
		return tOther, false
	}
	next := tokens[i+1].Lower
	switch tokens[i].Lower {
	case "close":
		// "sources close to the talks"
		return tAdj, i > 0 && next == "to" && (tokens[i-1].tag == tNoun || tokens[i-1].tag == tName)
	case "claims", "reports", "charges", "fears", "doubts", "threats", "hopes":
		// "says that claims of rebel bases are untrue"
		if tokens[i].Lower == "claims" && next == "to" && i > 0 && i+2 < len(tokens) && tokens[i-1].tag == tName && tokens[i+2].tag != tDet && tokens[i+2].word.is(tVerb) {
			return tVerb, true // "Hemedti claims to have seized"
		}
		if tokens[i].Lower == "reports" && closesReport(tokens, i) {
			return tVerb, true // "..., Ukrinform reports."
		}
		return tNoun, next == "of"
	case "stands":
		return tVerb, i > 0 && tokens[i-1].tag == tName && (next == "by" || next == "with" || next == "behind" || next == "against" || next == "ready" || next == "firm" || next == "united" || next == "alongside" || next == "in" && i+2 < len(tokens) && tokens[i+2].Lower == "solidarity")
	case "reads", "read":
		if i > 0 && i+2 < len(tokens) && tokens[i-1].tag == tQuote && tokens[i+1].tag == tDet && tokens[i+2].word.in(cDocument) {
			return tVerb, true // "..." read the statement
		}
		return tVerb, i > 0 && (next == "." || next == ":" || next == ",") && documentBefore(tokens, i)
	case "think":
		return tNoun, next == "tank" || next == "tanks"
	case "first":
		return tAdv, i > 0 && tokens[i-1].tag == tModal && tokens[i+1].word.is(tVerb) // "will first take him to"
	case "armed":
		return tVerb, next == "with" && i > 0 && tokens[i-1].tag == tNoun // "rebels armed with Iranian rockets"
	case "appointed", "elected", "installed", "named":
		return tAdj, i > 0 && (tokens[i-1].Lower == "newly" || tokens[i-1].Lower == "recently") && nounish(tokens[i+1].tag) && tokens[i+1].tag != tDet
	case "separate":
		return tAdj, i > 0 && tokens[i-1].tag != tTo && tokens[i-1].tag != tModal && (nounish(tokens[i+1].tag) && tokens[i+1].tag != tDet && tokens[i+1].tag != tPossessive)
	case "working":
		return tAdj, i == 0 && (strings.HasPrefix(next, "group") || strings.HasPrefix(next, "part"))
	case "fighting":
		return tNoun, i > 1 && tokens[i-1].Lower == "of" && tokens[i-2].word.in(cTime) // "after hours of fighting the guards fled"
	case "speed":
		return tVerb, next == "up" && i > 0 && (tokens[i-1].tag == tTo || tokens[i-1].tag == tModal)
	case "touches", "touched":
		return tVerb, next == "on" || next == "upon"
	case "honors", "honours":
		return tNoun, i > 0 && (tokens[i-1].Lower == "state" || tokens[i-1].Lower == "military" || tokens[i-1].Lower == "full")
	case "rebel":
		return tNoun, next == "group" || next == "movement" || next == "faction" || next == "forces" || next == "army" || next == "militia"
	case "test":
		// "has test fired a missile"
		fires := next == "fired" || next == "launched" || next == "firing" || next == "launching"
		return tAdv, fires && i > 0 && tokens[i-1].tag != tDet && tokens[i-1].tag != tAdj
	}
	return tOther, false
}

// verbReader decides about one token that may be a verb, by the words around it.
type verbReader struct {
	x         *Extractor
	tokens    []token
	i         int // the token
	t         *token
	w         *word
	pi, ni    int // the tokens before and behind it that count, or -1
	p, n      tag // their classes as they matter here
	titleCase bool
}

func (x *Extractor) verbReader(tokens []token, i int, titleCase bool) verbReader {
	v := verbReader{x: x, tokens: tokens, i: i, t: &tokens[i], w: tokens[i].word, titleCase: titleCase, p: tOther, n: tStop}
	v.pi, v.ni = before(tokens, i), after(tokens, i)
	if v.pi >= 0 {
		v.p = tokens[v.pi].tag
	}
	if v.ni >= 0 {
		v.n = tokens[v.ni].tag
	}
	if v.p == tAdj && tokens[v.pi].word.in(cPerson|cGroup) {
		v.p = tNoun // "an official said"
	}
	for k := v.pi - 1; v.p == tNum && k >= 0 && k > v.pi-8; k-- {
		if strings.HasPrefix(tokens[k].Lower, "resolution") {
			v.p = tName // "Resolutions 1718 and 2270 ban"
		} else if tokens[k].tag != tNum && tokens[k].tag != tConj && tokens[k].tag != tComma {
			break
		}
	}
	return v
}

// adjoins reports whether nothing stands between the token and the one before it
// that counts.
func (v *verbReader) adjoins() bool { return v.pi == v.i-1 }

// meets reports the same of the one behind it.
func (v *verbReader) meets() bool { return v.ni == v.i+1 }

// predicative reports whether a token of class t begins what is said of a subject.
func predicative(t tag) bool {
	return t == tVerb || t == tBe || t == tHave || t == tModal
}

// closesPhrase reports whether a token of class t may end a noun phrase before it.
func closesPhrase(t tag) bool {
	return t == tPrep || t == tStop || t == tComma || t == tConj || predicative(t)
}

// verbIf is the class of a token that is a verb or else none of its own.
func verbIf(verb bool) tag {
	if verb {
		return tVerb
	}
	return tOther
}

// class is tVerb, or tAdj or tNoun where the token is that for sure, or tOther
// where it is no verb but may stay what it is.
func (v *verbReader) class() tag {
	form := v.w.form
	switch {
	case v.t.Lower == "groups" && !(v.p == tName && v.n == tName):
		return tOther // "the opposition groups"
	case v.t.Lower == "include", v.t.Lower == "includes":
		return tVerb // "those sanctioned include two judges"
	case v.p == tModal || v.p == tDo && form&fBase != 0:
		return tVerb
	case v.p == tHave && form&fPart != 0, v.p == tBe && form&(fPart|fGer) != 0:
		return tVerb
	case v.p == tVerb && form&fBase != 0 && v.tokens[v.pi].lemma == "help" && v.meets() && (v.n == tDet || v.n == tPossessive || v.n == tName || v.n == tAdj):
		return tVerb // "helped fight the rebels", not "helped police officers"
	case v.p == tTo && form&fBase != 0:
		return verbIf(v.n != tGenitive && !(v.pi > 0 && v.tokens[v.pi-1].Lower == "according"))
	case form&(fPast|fPart) != 0 && form&(fBase|fPres) == 0:
		return v.past()
	case form&fGer != 0 && form&fBase == 0:
		return v.gerund()
	case form&fPart != 0 && v.meets() && v.tokens[v.ni].Lower == "by" && bareParticiple(v.tokens, v.i, v.pi):
		return tVerb // "a village hit by shells", "the limits set by the deal"
	case v.p == tDet && form&fPart != 0 && v.tokens[v.pi].Lower == "those" && (v.n == tTo || v.n == tPrep):
		return tVerb // "those found to violate"
	}
	return v.present()
}

// past is the class of a form in -ed: an adjective between determiner and noun,
// else a verb.
func (v *verbReader) past() tag {
	p, n := v.p, v.n
	switch {
	case p == tDet && v.adjoins() && n == tVerb && v.meets() && !v.floats() && v.tokens[v.ni].word.is(tVerb) && v.tokens[v.ni].word.form&fGer != 0:
		return tAdj // "the repeated storming of"
	case p == tDet && v.adjoins() && v.tokens[v.pi].Lower == "the" && predicative(n):
		return tNoun // "the injured included a child"
	case p == tDet && v.adjoins() && v.floats():
		return tVerb // "the army and the rebels both issued statements"
	case nounish(n) && n != tDet && v.premodifies():
		return tAdj
	case p == tHyphen && !v.tokens[v.pi].Spaced && !v.t.Spaced:
		return tAdj // "U.S.-led", "state-owned"
	case p == tNoun && n == tPrep && v.adjoins() && v.meets() && v.x.vocab.packed.has(v.t.Lower):
		return tAdj // "struck a hall packed with guests"
	case p == tVerb && v.adjoins() && v.meets() && (n == tNoun || n == tAdj && v.ni+1 < len(v.tokens) && v.tokens[v.ni+1].tag == tNoun || n == tName && v.x.vocab.attributive.has(v.t.Lower)):
		return tAdj // "citing leaked documents", "met retired diplomats", "pledged continued support"
	}
	return tVerb
}

// floats reports whether the determiner before the word belongs to the subject before
// it.
func (v *verbReader) floats() bool {
	if v.pi == 0 {
		return false
	}
	switch v.tokens[v.pi].Lower {
	case "both", "all", "each":
		switch v.tokens[v.pi-1].tag {
		case tNoun, tName, tClose, tPron, tHave, tBe, tModal:
			return true
		}
	}
	return false
}

// premodifies reports whether what stands before a past form opens a noun phrase.
func (v *verbReader) premodifies() bool {
	switch v.p {
	case tDet, tPossessive, tGenitive, tAdj, tNum, tHyphen, tTo:
		return true
	case tPrep:
		return v.w.form&fPast != 0
	}
	return false
}

// gerund is the class of a form in -ing.
func (v *verbReader) gerund() tag {
	if class, ok := v.determinedGerund(); ok {
		return class
	}
	if class, ok := v.openingGerund(); ok {
		return class
	}
	if class, ok := v.compoundGerund(); ok {
		return class
	}
	if class, ok := v.adjectiveGerund(); ok {
		return class
	}
	if v.p == tPrep && (v.w.is(tNoun) || v.w.in(cEvent)) && closesPhrase(v.n) {
		return tOther
	}
	return tVerb
}

// determinedGerund settles a gerund by the small word before it.
func (v *verbReader) determinedGerund() (tag, bool) {
	p, n := v.p, v.n
	switch {
	case (p == tRel && v.tokens[v.pi].Lower == "that" || v.pi < 0) && v.w.is(tNoun) && v.meets() && (n == tBe || n == tHave || n == tModal || pastAt(v.tokens, v.ni)):
		return tOther, true // "said that fighting continued"
	case p == tDet && v.tokens[v.pi].Lower == "those" && (objectlike(n) || n == tPrep):
		return tVerb, true // "among those providing aid"
	case p == tName && v.withArticle() && v.w.is(tNoun) && closesPhrase(n):
		return tOther, true // "told a Senate hearing"
	case p == tDet || p == tPossessive || p == tGenitive || p == tAdj || p == tNum:
		if nounish(n) && n != tDet && n != tName && v.w.is(tAdj) {
			return tAdj, true
		}
		return tOther, true
	case p == tHyphen:
		return tOther, true
	}
	return tOther, false
}

// openingGerund settles a gerund that begins a sentence, a clause or an object.
func (v *verbReader) openingGerund() (tag, bool) {
	p, n, event := v.p, v.n, v.w.in(cEvent)
	switch {
	case event && n == tPrep && (v.pi < 0 || p == tConj && v.pi == 0 || p == tVerb || p == tRel) && of(v.tokens[v.ni].Lower):
		return tOther, true // "Fighting in Sudan has killed", "said shelling by the army"
	case event && n == tPrep && p == tConj && v.pi > 0 && v.tokens[v.pi-1].tag == tNoun && v.tokens[v.pi-1].word.in(cEvent) && (of(v.tokens[v.ni].Lower) || v.tokens[v.ni].Lower == "against" || v.tokens[v.ni].Lower == "on"):
		return tOther, true // "air strikes and shelling against"
	case event && v.pi < 0 && predicative(n):
		return tOther, true // "Fighting broke out"
	case v.t.Lower == "visiting" && n == tName && (p == tSub || p == tRel && v.tokens[v.pi].Lower == "when" || (v.pi < 0 || p == tComma) && closesName(v.tokens, v.ni)):
		return tVerb, true // "Visiting Warsaw, the minister said", "when visiting Japan"
	}
	return tOther, false
}

// compoundGerund settles a gerund right behind a noun, name or verb, whose phrase
// it may go on with.
func (v *verbReader) compoundGerund() (tag, bool) {
	if v.pi < 0 || !v.adjoins() {
		return tOther, false
	}
	p, n := v.p, v.n
	named := p == tNoun || p == tName
	switch {
	case v.w.in(cEvent) && v.x.vocab.attackers.has(v.tokens[v.pi].Lower):
		return tOther, true // "rebel shelling of the town"
	case p == tNoun && v.tokens[v.pi].word.in(cDocument|cResolution) && !v.w.in(cEvent) && (n == tDet || n == tAdj || n == tNoun || n == tName || n == tNum || n == tVerb && v.tokens[v.ni].form&fPart != 0):
		return tVerb, true // "a resolution listing steps"
	case named && n == tNoun && v.x.lex[v.t.Lower] == nil:
		return tOther, true // "the Telegram messaging app"
	case p == tName && v.pi > 0 && (v.tokens[v.pi-1].Lower == "a" || v.tokens[v.pi-1].Lower == "an") && n == tNoun && v.w.is(tNoun):
		return tOther, true // "a Turkish shipping firm"
	case p == tVerb && n == tNoun && v.meets() && v.tokens[v.ni].word.in(cSanction):
		return tAdj, true // "imposed blocking sanctions"
	case named && v.closesCompound() && (!v.t.person(v.tokens, v.pi) || v.pi > 0 && v.tokens[v.pi-1].tag == tHyphen): // "the 15-member grouping"
		return verbIf(!v.w.is(tNoun) && (p == tName || n == tPrep)), true
	}
	return tOther, false
}

// closesCompound reports whether a gerund may be the last word of a noun phrase.
func (v *verbReader) closesCompound() bool {
	noun := v.w.is(tNoun) || v.w.in(cEvent)
	return closesPhrase(v.n) || v.n == tRel && noun || v.p == tNoun && noun && v.i+1 < len(v.tokens) && v.tokens[v.i+1].time // "held a phone meeting Monday"
}

// adjectiveGerund settles a gerund that may tell of the noun behind it.
func (v *verbReader) adjectiveGerund() (tag, bool) {
	p, n, adjective := v.p, v.n, v.w.is(tAdj)
	switch {
	case p == tPrep && v.w.in(cEvent) && v.x.toldOf(v.tokens, v.ni):
		return tOther, true // "a surge in fighting the army said had"
	case adjective && p == tPrep && n == tName:
		if w := v.tokens[v.pi].Lower; w == "with" || w == "between" {
			return tAdj, true // "met with visiting Kenyan officials"
		}
		return tVerb, true // "after visiting Japan"
	case adjective && p == tComma && v.pi > 0 && v.tokens[v.pi-1].tag == tName && n == tNoun && !v.w.in(cTitleModifier) && !v.tokens[v.ni].word.in(cPerson):
		return tVerb, true // "Kagame, visiting troops in Goma, said", not "Nye, visiting fellow"
	case adjective && nounish(n) && n != tDet && n != tPossessive:
		return tAdj, true
	case p == tConj && (n == tNoun || n == tAdj) && v.pi > 0 && (v.tokens[v.pi-1].tag == tAdj || v.tokens[v.pi-1].tag != tVerb && strings.HasSuffix(v.tokens[v.pi-1].Lower, "ing")):
		return tAdj, true
	}
	return tOther, false
}

// present is the class of a base form or third person, which may be a noun or
// adjective.
func (v *verbReader) present() tag {
	p, n := v.p, v.n
	if p == tConj && v.tokens[v.pi].Lower == "or" && (v.t.Lower == "face" || v.t.Lower == "risk") && v.adjoins() {
		return tVerb // "to leave or face sanctions"
	}
	if v.w.is(tAdj) && (p == tDet || p == tPossessive || p == tGenitive || p == tAdj || nounish(n) && n != tDet && n != tPossessive && p != tPron && p != tRel) {
		return tAdj
	}
	return verbIf(v.finite())
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
		case k > i && t.word != nil && t.word.form&fPast != 0 && x.speech.has(t.word.lemma):
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

// helped reports whether the phrase that ends at i is whom a verb of helping or
// letting has as its object, so that a base form behind it is a verb.
func helped(tokens []token, i int) bool {
	for i > 0 && (tokens[i].tag == tName || tokens[i].tag == tNoun || tokens[i].tag == tAdj || tokens[i].tag == tDet || tokens[i].tag == tPossessive) {
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
	return x.vocab.crowds.has(tokens[i].Lower) || tokens[i].word != nil && tokens[i].word.classes&(cPerson|cGroup|cOrg) != 0
}

// third reports whether the form is of the third person and no other.
func (v *verbReader) third() bool { return v.w.form&fPres != 0 && v.w.form&fBase == 0 }

// onlyVerb reports whether the word can be neither noun nor adjective.
func (v *verbReader) onlyVerb() bool { return !v.w.is(tNoun) && !v.w.is(tAdj) }

// subject reports whether a noun or name stands before the word.
func (v *verbReader) subject() bool { return v.p == tNoun || v.p == tName }

// pluralSubject reports whether the word before looks like a plural.
func (v *verbReader) pluralSubject() bool {
	return v.pi >= 0 && !v.acronym() && pluralNoun(v.tokens[v.pi].Lower)
}

// acronym reports whether the word before is one: "ECOWAS" is no plural.
func (v *verbReader) acronym() bool {
	p := &v.tokens[v.pi]
	return p.AllCaps && p.End-p.Start > 2 && !v.titleCase
}

// withArticle reports whether "a" stands right before the noun that is before the
// word: "an arms embargo".
func (v *verbReader) withArticle() bool {
	q := v.pi - 1
	return q >= 0 && (v.tokens[q].Lower == "a" || v.tokens[q].Lower == "an")
}

// finite decides between "Russia attacks with drones" and "missile attacks".
func (v *verbReader) finite() bool {
	if v.p == tNoun && v.pluralSubject() && v.withArticle() && !v.w.is(tModal) && v.n != tDet {
		return false // "an arms control treaty"
	}
	if v.third() && v.i > 1 && v.tokens[v.i-1].tag == tAdv && strings.HasSuffix(v.tokens[v.i-1].Lower, "ly") && (v.tokens[v.i-2].tag == tNoun || v.tokens[v.i-2].tag == tName) {
		return true // "the army rarely comments on"
	}
	if v.third() && v.w.in(cEvent) && v.meets() && v.x.vocab.batters.has(v.tokens[v.ni].Lower) && v.tokens[v.ni].word.is(tVerb) && v.tokens[v.ni].word.form&fPast != 0 {
		return false // "Israeli strikes hit homes"
	}
	switch v.p {
	case tDet, tPossessive, tGenitive, tAdj, tNum, tHyphen, tPrep, tTo:
		return false
	case tPron, tRel:
		return v.finiteBehindPronoun()
	case tVerb:
		l := v.tokens[v.pi].lemma
		return v.onlyVerb() && v.w.form&fBase != 0 && (l == "help" || l == "let" || l == "make")
	case tConj:
		return v.finiteBehindConjunction()
	case tNoun, tName, tClose, tComma, tQuote, tOther, tColon, tAdv, tStop:
		if v.pi < 0 {
			return v.finiteFirst()
		}
		return v.finiteBehindSubject()
	}
	return v.onlyVerb()
}

// finiteBehindPronoun decides behind "they", "which" or "that", of which the last
// may be a determiner.
func (v *verbReader) finiteBehindPronoun() bool {
	n := v.n
	if v.tokens[v.pi].Lower == "that" && v.third() && v.w.is(tNoun) && v.meets() && (n == tBe || n == tModal) {
		return false // "demands that sanctions be lifted"
	}
	if v.tokens[v.pi].Lower != "that" || v.third() {
		return true
	}
	if (n == tNum || n == tAdj || n == tPossessive) && v.pi > 0 && v.tokens[v.pi-1].tag == tNoun && pluralNoun(v.tokens[v.pi-1].Lower) {
		return true // "curbs that target two banks"
	}
	return v.onlyVerb() || n == tDet || n == tName || n == tNoun && v.x.actors(v.tokens, v.pi-1) // "countries that supply arms"
}

// finiteBehindConjunction decides about "condemned and rejects": a verb if a verb
// stands before the conjunction.
func (v *verbReader) finiteBehindConjunction() bool {
	if q := before(v.tokens, v.pi); q >= 0 && (v.tokens[q].tag == tVerb || v.tokens[q].tag == tModal) {
		return true
	}
	third, onlyVerb := v.third(), v.onlyVerb()
	if third && onlyVerb && v.tokens[v.pi].Lower == "but" {
		return true // "arms the group but denies having"
	}
	if third && v.n == tRel && v.x.speech.has(v.w.lemma) {
		return true // "praised the text and asks that"
	}
	return objectlike(v.n) && (third || onlyVerb || v.w.form&fBase != 0 && nounish(v.n) && v.n != tNoun)
}

// finiteFirst decides where no word that counts stands before: an imperative or a
// noun, or behind a quotation: "..." says Pall.
func (v *verbReader) finiteFirst() bool {
	return v.onlyVerb() && objectlike(v.n) && (v.i > 0 || v.titleCase)
}

// finiteBehindSubject decides behind what may be the subject or go on with the word
// as its noun.
func (v *verbReader) finiteBehindSubject() bool {
	third, onlyVerb := v.third(), v.onlyVerb()
	if third && v.p == tName && v.n == tConj && v.x.thirds(v.tokens, v.ni) {
		return true // "Tehran arms and finances the group"
	}
	if third && v.p == tName && relativeSubject(v.tokens, v.pi) {
		return true // "the rebels that Turkey supports attacked"
	}
	if !onlyVerb && v.w.in(cEvent) && v.n == tRel && v.meets() && v.ni+1 < len(v.tokens) && (predicative(v.tokens[v.ni+1].tag) || v.tokens[v.ni+1].word.is(tVerb)) {
		return false // "a drone and missile attack that killed"
	}
	if v.subject() && v.pluralSubject() && !onlyVerb && v.withArticle() {
		return false // "an arms embargo"
	}
	if third && !onlyVerb && v.ni >= 0 && (v.measure() || v.measureBars()) {
		return false
	}
	if !third && v.subject() && v.asked() {
		return true
	}
	if v.p == tNoun && v.w.form&fBase != 0 && v.takesObject() && helped(v.tokens, v.pi) {
		return true // "helped the army fight the rebels"
	}
	if v.p == tName {
		if verb, ok := v.finiteBehindName(); ok {
			return verb
		}
	}
	if v.compoundNoun() {
		return false
	}
	return v.agrees()
}

// measure reports whether the word is the plural of an act or sanction, as what
// follows tells.
func (v *verbReader) measure() bool {
	next := v.tokens[v.ni].Lower
	if c := v.w.classes & (cEvent | cSanction); c != 0 && v.n == tPrep && (next == "on" || next == "against" || next == "to" || next == "over") || v.n == tTo && c&cEvent != 0 && v.t.Lower == "threats" {
		return true // "US sanctions on", "Israeli attacks against"
	}
	// "UN sanctions that", "the UN sanctions list"
	return v.w.in(cSanction) && (v.n == tRel || v.n == tNoun && v.meets() && v.x.vocab.ofSanctions.has(singular(next)))
}

// measureBars reports whether the word is the subject of a base form behind it: "UN
// sanctions bar Pyongyang".
func (v *verbReader) measureBars() bool {
	if v.ni+1 >= len(v.tokens) {
		return false
	}
	w, object := v.tokens[v.ni].word, v.tokens[v.ni+1].tag
	return w.is(tVerb) && w.form&fBase != 0 && (object == tName || object == tDet || object == tNum || object == tPossessive)
}

// asked reports whether the sentence is a question with the verb behind its
// subject: "Did Israel bomb the hospital?"
func (v *verbReader) asked() bool {
	first := v.tokens[0].tag
	return v.tokens[len(v.tokens)-1].Lower == "?" && (first == tModal || first == tDo) && objectlike(v.n)
}

// finiteBehindName decides right behind a name by what stands before that one.
func (v *verbReader) finiteBehindName() (verb, ok bool) {
	third, n := v.third(), v.n
	switch {
	case v.w.form&fBase != 0 && v.takesObject() && helped(v.tokens, v.pi):
		return true, true // "to help Zelensky defeat the rebels"
	case !third && v.w.form&fPast == 0 && v.w.is(tNoun) && owned(v.tokens, v.pi):
		return false, true // "his first United Nations address to"
	case third && !v.onlyVerb() && n == tTo && v.x.objectName(v.tokens, v.pi):
		return false, true // "coordinate U.S. plans to"
	case third && !v.onlyVerb() && modified(v.tokens, v.pi) && n != tAdj && n != tDet && n != tPossessive:
		return false, true // "the new U.N. sanctions", but "the 1912 Harter Act bars foreign"
	}
	return false, false
}

// takesObject reports whether an object seems to follow rather than a noun that the
// word tells of: "defeat the rebels", not "aid workers".
func (v *verbReader) takesObject() bool {
	switch v.n {
	case tName, tDet, tPossessive:
		return true
	case tNoun, tAdj:
		return !v.w.in(cEvent) && v.t.Lower != "aid"
	}
	return false
}

// compoundNoun reports whether the word and the one before it are a noun together,
// or it is the subject of the verb behind it.
func (v *verbReader) compoundNoun() bool {
	t, n, onlyVerb := v.t, v.n, v.onlyVerb()
	last := v.tokens[v.pi].Lower
	switch {
	case t.Lower == "states" && last == "member", last == "arms" && n == tNoun:
		return true // "EU member states", "arms control talks"
	case t.Lower == "states" && v.p == tName && !v.x.soleVerb(v.tokens, v.i):
		return true // "Gulf states that want"
	case n == tVerb && v.ni >= 0 && v.tokens[v.ni].word != nil && v.tokens[v.ni].word.form&fPast != 0 && !onlyVerb:
		return true
	case (n == tModal || n == tBe || n == tHave) && !(onlyVerb && v.x.speech.has(v.w.lemma)):
		return true
	}
	return n == tPrep && v.tokens[v.ni].Lower == "of" && !onlyVerb
}

// agrees decides by the number of the subject and by what follows.
func (v *verbReader) agrees() bool {
	p, n := v.p, v.n
	third, onlyVerb, subject, pluralSubject := v.third(), v.onlyVerb(), v.subject(), v.pluralSubject()
	switch {
	case subject && v.pi < v.i-1 && v.tokens[v.i-1].tag == tAdv && strings.HasSuffix(v.tokens[v.i-1].Lower, "ly") && third != pluralSubject:
		return true // "storms usually start in", "the army routinely fires"
	case !subject && p != tComma && p != tClose && p != tQuote && !closesDashes(v.tokens, v.pi):
		return false
	case third && pluralSubject && p == tNoun && !onlyVerb:
		// "the transfer of these arms increases the danger", but "officials
		// reports" is no clause.
		return n == tDet && ofPhrase(v.tokens, v.pi)
	case !third && p == tName && !onlyVerb && (n == tDet || n == tPossessive) && pluralFrom(v.tokens, v.pi):
		return true // "troops from neighbouring Rwanda support the rebels"
	case !third && v.w.form&fPast == 0 && subject && !pluralSubject && !coordinated(v.tokens, v.pi):
		return onlyVerb && v.withoutPlural()
	case !third && !onlyVerb && p == tName && n == tNoun && v.nounActs():
		return false // "the U.S. and Chinese trade negotiators agreed"
	case objectlike(n) || n == tTo || n == tRel:
		return true
	case third && p == tName && n == tPrep && !v.meets() && !v.w.in(cEvent|cSanction) && strings.HasSuffix(v.tokens[v.ni-1].Lower, "ly"):
		return true // "Brazil stands firmly behind"
	case third && p == tNoun && !onlyVerb:
		return v.x.soleVerb(v.tokens, v.i)
	}
	return onlyVerb || v.x.soleVerb(v.tokens, v.i)
}

// closesDashes reports whether the token at i is the second of two dashes around what
// is inserted behind a noun: "Kuwait – along with Iraq – backs the plan".
func closesDashes(tokens []token, i int) bool {
	if i < 3 || tokens[i].tag != tColon || tokens[i].Lower == ":" || tokens[i].Lower == ";" {
		return false
	}
	for k := i - 1; k > 0 && k > i-16; k-- {
		switch t := &tokens[k]; {
		case t.tag == tColon && t.Lower == tokens[i].Lower:
			return tokens[k-1].tag == tNoun || tokens[k-1].tag == tName
		case t.tag == tColon, t.tag == tVerb && t.form&(fGer|fPart) == 0, t.tag == tStop:
			return false
		}
	}
	return false
}

// withoutPlural reports whether a base form may be a verb though it needs a plural
// subject and none stands right before it.
func (v *verbReader) withoutPlural() bool {
	n := v.n
	return v.titleCase && v.p == tName || objectlike(n) || n == tTo || n == tRel || n == tSub ||
		v.x.soleVerb(v.tokens, v.i) || pluralBehindParticiple(v.tokens, v.pi)
}

// nounActs reports whether the noun behind the word has its verb behind it.
func (v *verbReader) nounActs() bool {
	if v.ni+1 >= len(v.tokens) {
		return false
	}
	next := &v.tokens[v.ni+1]
	return next.tag == tVerb && next.word.form&fPast != 0 || next.tag == tHave || next.tag == tBe || next.tag == tModal
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

// pluralFrom reports whether the name at i tells where a plural before it is from or
// whose it is: "soldiers from Chad", "members of Hamas".
func pluralFrom(tokens []token, i int) bool {
	for i >= 0 && (tokens[i].tag == tName || tokens[i].tag == tAdj) {
		i--
	}
	if i < 1 || tokens[i].Lower != "from" && tokens[i].Lower != "of" {
		return false
	}
	n := &tokens[i-1]
	return n.tag == tNoun && pluralNoun(n.Lower) && n.word.in(cPerson|cGroup)
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
	return !x.speech.has(tokens[i].lemma) && !x.vocab.thinking.has(tokens[i].lemma)
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
	for i >= 0 && (tokens[i].tag == tName || i > 0 && tokens[i].tag == tConj && tokens[i-1].tag == tName && tokens[i+1].tag == tName) {
		i-- // "repeated EU and US calls"
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
			return comma && x.speech.has(t.lemma) // "The U.S. stands with Kyiv, Blinken said"
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
