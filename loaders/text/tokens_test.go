package text

import (
	"strings"
	"testing"
)

// lowers returns the tokens of a text in lower case, parted by |.
func lowers(s string) string {
	var out []string
	for _, t := range Tokens(nil, s, Lower(s), 0, len(s)) {
		out = append(out, t.Lower)
	}
	return strings.Join(out, "|")
}

func TestTokens(t *testing.T) {
	for _, row := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"white space only", " \n\t\u00a0\u200b", ""},
		{"plain", "Russia fired missiles.", "russia|fired|missiles|."},
		{"initialism", "the U.S. said", "the|u.s.|said"},
		{"initialism at the end", "in the U.S.", "in|the|u.s."},
		{"initialism with a possessive", "the U.S.'s role", "the|u.s.|'s|role"},
		{"initialism in lower case", "at 9 a.m. on", "at|9|a.m.|on"},
		{"long initialism", "the D.P.R.K. said", "the|d.p.r.k.|said"},
		{"title", "Gen. Mark Milley", "gen.|mark|milley"},
		{"initials", "George W. Bush", "george|w.|bush"},
		{"month", "on Jan. 9.", "on|jan.|9|."},
		{"number sign", "No. 10 Downing Street", "no.|10|downing|street"},
		{"no, the word", "He said no.", "he|said|no|."},
		{"abbreviated in lower case only", "a small co.", "a|small|co|."},
		{"word at the end", "They left Kyiv.", "they|left|kyiv|."},
		{"Irish name", "O'Brien", "o'brien"},
		{"Irish name, typographic", "O’Brien", "o'brien"},
		{"Arabic name", "Ta'izz and Sana’a", "ta'izz|and|sana'a"},
		{"not", "don't", "do|n't"},
		{"not, typographic", "didn’t", "did|n't"},
		{"cannot", "can't won't", "ca|n't|wo|n't"},
		{"possessive", "Russia's", "russia|'s"},
		{"possessive, typographic", "Russia’s arms", "russia|'s|arms"},
		{"possessive of a plural", "the states' call", "the|states|'|call"},
		{"possessive in capitals", "RUSSIA'S", "russia|'s"},
		{"contractions", "we're they've I'll he'd I'm", "we|'re|they|'ve|i|'ll|he|'d|i|'m"},
		{"quoted", "'Yes,' he said", "'|yes|,|'|he|said"},
		{"quotation marks", "“We did it,” he said", "“|we|did|it|,|”|he|said"},
		{"hyphen", "North Korea-Russia arms", "north|korea|-|russia|arms"},
		{"prefix", "co-signed an anti-tank re-export", "co-signed|an|anti-tank|re-export"},
		{"prefix alone", "pro- and anti-war", "pro|-|and|anti-war"},
		{"en dash", "2019–2023", "2019|–|2023"},
		{"model", "a KN-23 and Shahed-136", "a|kn|-|23|and|shahed|-|136"},
		{"model without hyphen", "an S400, an F16 and HIMARS", "an|s400|,|an|f16|and|himars"},
		{"no-break space", "300\u00a0missiles", "300|missiles"},
		{"zero-width space and mark", "\ufeffthe\u200bend", "the|end"},
		{"line breaks", "fired\r\nat\u2028Kyiv", "fired|at|kyiv"},
		{"non-ASCII", "Čáslav, Việt Nam, Łódź", "čáslav|,|việt|nam|,|łódź"},
		{"combining mark", "Zu\u0308rich", "zu\u0308rich"},
		{"Turkish capital that grows", "İzmir fell", "İzmir|fell"},
		{"Cyrillic", "Россия", "россия"},
		{"thousands", "2,000 troops", "2,000|troops"},
		{"decimals", "3.5 tonnes", "3.5|tonnes"},
		{"list of numbers", "1,2, 3.", "1,2|,|3|."},
		{"ordinal", "the 9th of May", "the|9th|of|may"},
		{"unit", "300km away, 24/7", "300km|away|,|24|/|7"},
		{"money", "$2.5bn €3m", "$|2.5bn|€|3m"},
		{"percent", "50%", "50|%"},
		{"ellipses", "well... yes…", "well|...|yes|…"},
		{"four dots", "well....", "well|...|."},
		{"brackets", "(AP) [sic]", "(|ap|)|[|sic|]"},
		{"address", "anna@example.org", "anna|@|example|.|org"},
		{"not UTF-8", "a\xffb", "a|\xff|b"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := lowers(row.text); got != row.want {
				t.Errorf("tokens of %q\n got %s\nwant %s", row.text, got, row.want)
			}
		})
	}
}

func TestTokenClasses(t *testing.T) {
	const text = "The U.S. fired 2,000 KN-23s; Kim didn't."
	want := []Token{
		{Start: 0, End: 3, Lower: "the", Spaced: true, Capital: true},
		{Start: 4, End: 8, Lower: "u.s.", Spaced: true, Capital: true, AllCaps: true},
		{Start: 9, End: 14, Lower: "fired", Spaced: true},
		{Start: 15, End: 20, Lower: "2,000", Kind: Number, Spaced: true},
		{Start: 21, End: 23, Lower: "kn", Spaced: true, Capital: true, AllCaps: true},
		{Start: 23, End: 24, Lower: "-", Kind: Mark},
		{Start: 24, End: 27, Lower: "23s", Kind: Number},
		{Start: 27, End: 28, Lower: ";", Kind: Mark},
		{Start: 29, End: 32, Lower: "kim", Spaced: true, Capital: true},
		{Start: 33, End: 36, Lower: "did", Spaced: true},
		{Start: 36, End: 39, Lower: "n't"},
		{Start: 39, End: 40, Lower: ".", Kind: Mark},
	}
	got := Tokens(nil, text, Lower(text), 0, len(text))
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("token %d of\n got %+v\nwant %+v", i, got, want)
		}
	}
}

// Tokens of a part of a text have offsets into the whole, and go to what was
// given.
func TestTokensOfAPart(t *testing.T) {
	const text = "One. Kyiv fell. Two."
	got := Tokens(make([]Token, 1, 8), text, Lower(text), 5, 15)
	if len(got) != 4 || text[got[1].Start:got[1].End] != "Kyiv" || got[3].End != 15 || got[3].Lower != "." {
		t.Errorf("got %+v", got)
	}
}

func TestLower(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""}, {"kyiv", "kyiv"}, {"KYIV’s", "kyiv’s"}, {"ÉLAN", "élan"}, {"İ", "İ"}, {"ẞ", "ẞ"}, {"\u212a", "\u212a"}, {"A\xffB", "a\xffb"},
	} {
		if got := Lower(row.in); got != row.want || len(got) != len(row.in) {
			t.Errorf("Lower(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestPlain(t *testing.T) {
	if got, want := Plain("‘O’Brien’s\u00a0co\u2011op"), "'O'Brien's co-op"; got != want {
		t.Errorf("Plain gives %q, want %q", got, want)
	}
}

// checkTokens returns what is wrong with the tokens of a text, or "".
func checkTokens(text string, start, end int, tokens []Token) string {
	at := start
	for _, t := range tokens {
		switch {
		case t.Start < at || t.Start >= t.End || t.End > end:
			return "out of order, empty or outside: " + text[start:end]
		case strings.TrimFunc(text[at:t.Start], isSpace) != "":
			return "text is left out: " + text[at:t.Start]
		case t.Lower == "":
			return "a token without text"
		}
		if s := text[t.Start:t.End]; isASCII(s) && t.Lower != strings.ToLower(s) {
			return "Lower is " + t.Lower + " for " + s
		}
		at = t.End
	}
	if strings.TrimFunc(text[at:end], isSpace) != "" {
		return "text is left out at the end: " + text[at:end]
	}
	return ""
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"", "The U.S.'s Gen. O’Brien didn't fire 2,000 KN-23s...", "\xff’s n't 'tİ", "a.b.c.d. No. 10-co-co-", "don’t\u00a0“’"} {
		f.Add(s, 0, len(s))
	}
	f.Fuzz(func(t *testing.T, s string, from, to int) {
		if from < 0 || to > len(s) || from > to {
			from, to = 0, len(s)
		}
		tokens := Tokens(nil, s, Lower(s), from, to)
		if wrong := checkTokens(s, from, to, tokens); wrong != "" {
			t.Fatalf("%q[%d:%d]: %s\n%+v", s, from, to, wrong, tokens)
		}
		if wrong := checkSentences(len(tokens), Sentences(tokens)); wrong != "" {
			t.Fatalf("%q[%d:%d]: %s", s, from, to, wrong)
		}
	})
}
