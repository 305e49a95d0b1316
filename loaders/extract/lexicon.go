package extract

import (
	"strings"

	"dossier/loaders/rules"
)

// tag is the word class of a token.
type tag uint8

const (
	tNoun tag = iota
	tName     // part of a proper name
	tPron
	tDet
	tPossessive // its, their
	tAdj
	tAdv
	tNot
	tPrep
	tConj
	tSub // if, whether, because
	tRel // who, which, that
	tTo
	tModal
	tBe
	tHave
	tDo
	tVerb
	tNum
	tGenitive // 's
	tHyphen
	tComma
	tQuote
	tOpen
	tClose
	tColon // colon, semicolon, dash between clauses
	tStop
	tOther
)

// form is a set of the forms that a verb token may be.
type form uint8

const (
	fBase form = 1 << iota
	fPres
	fPast
	fPart
	fGer
)

// word is what the lexicon knows of one written form.
type word struct {
	tags    uint32 // set of 1<<tag
	form    form
	lemma   string // of the verb reading
	classes uint32 // set of semantic noun classes
}

func (w *word) is(t tag) bool { return w != nil && w.tags&(1<<t) != 0 }

// in reports whether the form belongs to one of some semantic classes.
func (w *word) in(classes uint32) bool { return w != nil && w.classes&classes != 0 }

// Semantic classes of nouns.
const (
	cPerson uint32 = 1 << iota
	cGroup
	cOrg
	cDocument
	cAgreement
	cResolution
	cSanction
	cPlace
	cEvent
	cTime
	cMonth
	cWeekday
	cHonorific
	cTitleModifier
	cCommonAdj
	cNeverVerb
)

var semantic = map[string]uint32{
	"person-noun": cPerson, "group-noun": cGroup, "org-noun": cOrg, "document-noun": cDocument, "agreement-noun": cAgreement,
	"resolution-noun": cResolution, "sanction-noun": cSanction, "place-noun": cPlace, "event-noun": cEvent,
	"time-noun": cTime, "month": cMonth, "weekday": cWeekday, "honorific": cHonorific, "title-modifier": cTitleModifier, "never-verb": cNeverVerb,
}

var closed = map[string]tag{
	"determiner": tDet, "possessive": tPossessive, "pronoun": tPron, "preposition": tPrep, "conjunction": tConj, "subordinator": tSub,
	"relative": tRel, "modal": tModal, "be": tBe, "have": tHave, "do": tDo, "negation": tNot, "adverb": tAdv, "number-word": tNum, "adjective": tAdj,
}

// lexicon maps lower-case forms to what is known of them.
type lexicon map[string]*word

func newLexicon(s *rules.Set) lexicon {
	l := lexicon{}
	for class, words := range s.Classes {
		t, isClosed := closed[class]
		sem, isSemantic := semantic[class]
		for _, w := range words {
			if isClosed {
				l.at(w).tags |= 1 << t
			}
			if isSemantic {
				l.at(w).classes |= sem
				if sem != cTitleModifier && sem != cHonorific && sem != cNeverVerb && !strings.Contains(w, " ") {
					l.at(w).tags |= 1 << tNoun
					l.at(plural(w)).classes |= sem
					l.at(plural(w)).tags |= 1 << tNoun
				}
			}
		}
	}
	for _, n := range s.Classes["noun"] {
		l.at(n).tags |= 1 << tNoun
		l.at(plural(n)).tags |= 1 << tNoun
	}
	irregular := map[string]bool{}
	for _, w := range s.Classes["irregular"] {
		f := strings.Fields(w)
		if len(f) != 3 {
			continue
		}
		irregular[f[0]] = true
		l.verb(f[0], f[0], fBase)
		l.verb(thirdPerson(f[0]), f[0], fPres)
		l.verb(gerund(f[0]), f[0], fGer)
		l.verb(f[1], f[0], fPast)
		l.verb(f[2], f[0], fPart)
	}
	regular := func(v string) {
		v, _, _ = strings.Cut(v, " ")
		if irregular[v] || v == "" {
			return
		}
		irregular[v] = true
		l.verb(v, v, fBase)
		l.verb(thirdPerson(v), v, fPres)
		l.verb(gerund(v), v, fGer)
		l.verb(past(v), v, fPast|fPart)
		if doubled(v) {
			// Both spellings: travelled and traveled.
			l.verb(v+"ed", v, fPast|fPart)
			l.verb(v+"ing", v, fGer)
		} else if strings.HasSuffix(v, "l") {
			l.verb(v+"led", v, fPast|fPart)
			l.verb(v+"ling", v, fGer)
		}
	}
	for _, v := range s.Classes["verb"] {
		regular(v)
	}
	for _, f := range s.Frames {
		for _, v := range f.Verbs {
			regular(v)
		}
	}
	for _, c := range s.Cues {
		for _, v := range c.Verbs {
			regular(v)
		}
	}
	for _, f := range s.Frames {
		for _, n := range f.Nouns {
			if !strings.Contains(n, " ") {
				l.at(n).tags |= 1 << tNoun
				l.at(plural(n)).tags |= 1 << tNoun
			}
		}
	}
	return l
}

func (l lexicon) at(w string) *word {
	e := l[w]
	if e == nil {
		e = &word{}
		l[w] = e
	}
	return e
}

func (l lexicon) verb(written, lemma string, f form) {
	e := l.at(written)
	if e.lemma != "" && e.lemma != lemma && e.form&^(fPast|fPart) != 0 && f&(fPast|fPart) != 0 {
		return // "found" is find before found; a base form outweighs another verb's past
	}
	e.tags |= 1 << tVerb
	e.form |= f
	e.lemma = lemma
}

// has reports whether a form belongs to a semantic class.
func (l lexicon) has(w string, class uint32) bool {
	return l[w].in(class)
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

// doubled reports whether a verb doubles its last letter: stop, ban, refer.
func doubled(v string) bool {
	n := len(v)
	if n < 3 || vowel(v[n-1]) || strings.IndexByte("wxyhk", v[n-1]) >= 0 || !vowel(v[n-2]) || vowel(v[n-3]) && v[n-3] != 'u' {
		return false
	}
	switch v {
	case "begin", "equip", "kidnap", "deter", "forbid", "forget", "rebut", "regret", "upset", "offset", "reset", "overrun", "outrun", "undercut", "outbid", "embed", "abet", "allot", "abhor":
		return true
	}
	switch v[n-1] {
	case 'p', 'b', 'g', 'd', 't', 'n', 'm', 'r':
		return n <= 4 || monosyllabic(v) || strings.HasSuffix(v, "fer") && v != "offer" && v != "differ" && v != "suffer" || strings.HasSuffix(v, "mit") || strings.HasSuffix(v, "cur") ||
			strings.HasSuffix(v, "pel")
	}
	return strings.HasSuffix(v, "pel") || strings.HasSuffix(v, "trol")
}

// monosyllabic reports whether a word has but one group of vowels.
func monosyllabic(v string) bool {
	groups := 0
	for i := range len(v) {
		if vowel(v[i]) && (i == 0 || !vowel(v[i-1])) {
			groups++
		}
	}
	return groups == 1
}

func past(v string) string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case strings.HasSuffix(v, "y") && n > 1 && !vowel(v[n-2]):
		return v[:n-1] + "ied"
	case doubled(v):
		return v + v[n-1:] + "ed"
	}
	return v + "ed"
}

func gerund(v string) string {
	n := len(v)
	switch {
	case strings.HasSuffix(v, "ie"):
		return v[:n-2] + "ying"
	case strings.HasSuffix(v, "e") && !strings.HasSuffix(v, "ee") && v != "be":
		return v[:n-1] + "ing"
	case doubled(v):
		return v + v[n-1:] + "ing"
	}
	return v + "ing"
}

func thirdPerson(v string) string {
	switch v {
	case "be":
		return "is"
	case "have":
		return "has"
	}
	return plural(v)
}

func plural(n string) string {
	switch {
	case n == "":
		return n
	case strings.HasSuffix(n, "man"):
		return n[:len(n)-2] + "en"
	case strings.HasSuffix(n, "arch"):
		return n + "s" // "oligarchs", "monarchs"
	case strings.HasSuffix(n, "s"), strings.HasSuffix(n, "x"), strings.HasSuffix(n, "z"), strings.HasSuffix(n, "ch"), strings.HasSuffix(n, "sh"), n == "go", n == "do", n == "veto", n == "embargo":
		return n + "es"
	case strings.HasSuffix(n, "y") && len(n) > 1 && !vowel(n[len(n)-2]):
		return n[:len(n)-1] + "ies"
	}
	return n + "s"
}

// singular returns the singular of a noun; a noun without plural stays.
func singular(n string) string {
	switch {
	case len(n) < 4 || !strings.HasSuffix(n, "s") && !strings.HasSuffix(n, "men"):
		return n
	case strings.HasSuffix(n, "men"):
		return n[:len(n)-2] + "an"
	case strings.HasSuffix(n, "ies") && n != "series" && len(n) > 4:
		return n[:len(n)-3] + "y"
	case strings.HasSuffix(n, "sses"), strings.HasSuffix(n, "ches"), strings.HasSuffix(n, "shes"), strings.HasSuffix(n, "xes"), n == "embargoes", n == "vetoes":
		return n[:len(n)-2]
	case strings.HasSuffix(n, "ss"), strings.HasSuffix(n, "us"), strings.HasSuffix(n, "is"), n == "series", n == "sanctions", n == "news":
		return n
	}
	return n[:len(n)-1]
}
