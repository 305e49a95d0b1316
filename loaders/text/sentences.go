package text

import "strings"

// A Range is a run of tokens: tokens[From:To].
type Range struct{ From, To int }

// Sentences divides the tokens of one block into sentences, in order and
// without gaps. Empty input gives none.
func Sentences(tokens []Token) []Range {
	var out []Range
	from := 0
	for i := 0; i < len(tokens); i++ {
		end, ok := sentenceEnd(tokens, i)
		if !ok {
			continue
		}
		out = append(out, Range{from, end})
		from = end
		i = end - 1
	}
	if from < len(tokens) {
		out = append(out, Range{from, len(tokens)})
	}
	return out
}

// sentenceEnd reports whether a sentence ends with token i, and if so where its
// tokens end: closing quotes and brackets belong to the sentence they close.
func sentenceEnd(tokens []Token, i int) (int, bool) {
	t := tokens[i]
	stop := t.Lower == "." || t.Lower == "!" || t.Lower == "?" || t.Lower == "..." || t.Lower == "…"
	if !stop && !(t.Kind == Word && strings.HasSuffix(t.Lower, ".")) {
		return 0, false
	}
	end := i + 1
	for end < len(tokens) && !tokens[end].Spaced && closer(tokens[end].Lower) {
		end++
	}
	if end == len(tokens) {
		return end, true
	}
	next := tokens[end]
	if !next.Spaced {
		return end, glued(tokens, i, next)
	}
	first := next
	if (opener(next.Lower) || next.Lower == "”" || next.Lower == "„") && end+1 < len(tokens) {
		first = tokens[end+1]
	}
	begins := first.Capital || first.Kind == Number || first.Lower == "-" || first.Lower == "•" || first.Lower == "*"
	switch {
	case !begins || end > i+1 && t.Lower != "." && ascribed(tokens, i+1, end):
		return 0, false
	case t.Lower == "..." || t.Lower == "…":
		return end, first.Capital && starters[first.Lower]
	case stop && t.Lower == ".":
		// "Jan . 9" never is, but "No . 10" as "No." is an abbreviation token.
		return end, true
	case stop:
		return end, true
	case titles[strings.TrimSuffix(t.Lower, ".")]:
		return 0, false
	case reserve[strings.TrimSuffix(t.Lower, ".")] && end > i+1:
		return 0, false // "Col. (res.) Amit Doron"
	case len(t.Lower) == 2:
		return 0, false // an initial: "J. Smith"
	case first.Kind == Number:
		return 0, false // "Jan. 9", "No. 10"
	}
	// An abbreviation may end a sentence; a word that commonly begins one, or an
	// opening quote, tells.
	return end, starters[first.Lower] || first.Lower != next.Lower && next.Lower != "(" && next.Lower != "["
}

// longestName is how many words the name of a speaker has at most, with his office.
const longestName = 6

// ascribed reports whether the quotation that closes between two tokens is said by whom
// the text names right behind it: "Who did it?" Ana Roa said on Monday.
func ascribed(tokens []Token, from, to int) bool {
	if q := tokens[from].Lower; q != "\"" && q != "”" && q != "»" {
		return false
	}
	for i := to; i+1 < len(tokens) && i <= to+longestName; i++ {
		t := &tokens[i]
		if i > to && ascribing[t.Lower] {
			next := &tokens[i+1]
			return behindSaying[next.Lower] || next.Kind != Word && next.Lower != ":"
		}
		if t.Kind != Word || !t.Capital && t.Lower != "of" && t.Lower != "the" || i == to && starters[t.Lower] {
			return false
		}
	}
	return false
}

// ascribing are verbs by which a quotation is ascribed to whom stands before them.
var ascribing = set(`said says asked asks wrote writes added tweeted posted stressed exclaimed told`)

// behindSaying are words that go on behind such a verb and are not said themselves.
var behindSaying = set(`on in at during to after before as from when while via last late later earlier this reporters
	monday tuesday wednesday thursday friday saturday sunday afp reuters`)

// glued reports whether a stop at i parts two sentences though no space does: "left for
// Rome.The talks".
func glued(tokens []Token, i int, next Token) bool {
	if i == 0 || tokens[i].Lower != "." || tokens[i].Spaced {
		return false
	}
	before := tokens[i-1]
	return before.Kind == Word && !before.Capital && len(before.Lower) > 2 && next.Kind == Word && next.Capital && len(next.Lower) > 1
}

func closer(s string) bool {
	switch s {
	case "\"", "”", "’", "'", ")", "]", "»":
		return true
	}
	return false
}

func opener(s string) bool {
	switch s {
	case "\"", "“", "‘", "'", "(", "[", "«":
		return true
	}
	return false
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// titles are abbreviations that a name follows: never the end of a sentence.
var titles = set(`mr mrs ms mx dr prof gen lt col maj capt cmdr adm brig sgt cpl sen rep gov pres rev hon st supt
	fr sr mt ft no nos vs v fig op cf eg ie viz approx est dept amb sec insp det messrs msgr hr ph
	engr barr atty lieut lieu cdr comdr cdre smt adv lic dra sra gral pvt ltc retd rtd`)

// reserve are abbreviations behind a rank, in small letters as well: "Col. (res.)".
var reserve = set(`res ret retd rtd`)

// breakable are abbreviations that may end a sentence.
var breakable = set(`jr sr inc corp co ltd llc plc bros jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat sun etc al ave blvd rd a.m p.m u.s u.n u.k e.u calif fla tex mass conn ariz colo wash ore pa va md
	ill ind mich minn wis mo kan neb okla ark la miss ala ga tenn ky n.y n.j n.c s.c d.c`)

func abbreviation(word string) bool {
	if len(word) > 6 {
		return false
	}
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z'
	}
	w := strings.ToLower(word)
	if reserve[word] {
		return true
	}
	// Lower-case "no." and "co." end sentences; "No." and "Co." are abbreviations.
	return word[0] >= 'A' && word[0] <= 'Z' && (titles[w] || breakable[w])
}

// starters are words that, capitalised, begin sentences far more often than
// they continue a name.
var starters = set(`the a an it its he she they we i you this that these those there his her their our my in on at after
	before but and or however meanwhile as for from with when while if although though since so yet not no some many most
	all both each several earlier later last next now today yesterday also according washington moscow
	what who where why how to by under over during despite`)
