package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is the class of a token.
type Kind uint8

// The kinds of tokens.
const (
	Word   Kind = iota // letters, possibly with inner full stops: "Russia", "U.S.", "n't"
	Number             // digits with inner separators: "2,000", "3.5", "9th"
	Mark               // a punctuation mark or symbol
)

// A Token is a word, number or mark of an article.
type Token struct {
	Start, End int    // byte offsets into the text it was cut from
	Lower      string // in lower case, with typographic apostrophes made plain
	Kind       Kind
	Spaced     bool // white space stands before it
	Capital    bool // begins with an upper-case letter
	AllCaps    bool // has at least two letters and no lower-case one
}

// Tokens cuts text[start:end] into tokens and appends them to dst.
//
// Hyphens stand alone ("North Korea-Russia" is four tokens) except behind a
// prefix ("co-signed"); so do the endings 's and n't. A full stop stays with its word only in an abbreviation.
//
// lower is [Lower] of the text, which callers that cut many pieces make once.
func Tokens(dst []Token, text, lower string, start, end int) []Token {
	for i := start; i < end; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		if isSpace(r) {
			i += n
			continue
		}
		t := Token{Start: i, Spaced: i == start || spaceBefore(text, i)}
		switch {
		case isDigit(r):
			t.Kind, t.End = Number, numberEnd(text, i, end)
		case isLetter(r):
			t.Kind, t.End = Word, wordEnd(text, i, end)
			t.Capital = unicode.IsUpper(r)
			t.AllCaps = t.Capital && allCaps(text[i:t.End])
		case isApostrophe(r) && contraction(lower[i:end]) > 0 && !t.Spaced:
			t.Kind, t.End = Word, i+n+contraction(lower[i:end])
		case accentGenitive(r, lower[i+n:end]) && !t.Spaced:
			t.Kind, t.End = Word, i+n+1
		case r == '.' && strings.HasPrefix(text[i:end], "..."):
			t.Kind, t.End = Mark, i+3
		default:
			t.Kind, t.End = Mark, i+n
		}
		t.Lower = lower[t.Start:t.End]
		if !isASCII(t.Lower) && strings.Contains(t.Lower, "’") {
			t.Lower = Plain(t.Lower)
		}
		if t.Kind == Word && (r == '`' || r == '´') {
			t.Lower = "'s"
		}
		if t.Kind == Word && strings.HasSuffix(t.Lower, "n't") && len(t.Lower) > 3 {
			not := t
			t.End -= 3
			t.Lower = t.Lower[:len(t.Lower)-3]
			not.Start, not.Lower, not.Spaced, not.Capital, not.AllCaps = t.End, "n't", false, false, false
			dst = append(dst, t)
			t = not
		}
		dst = append(dst, t)
		i = t.End
	}
	return dst
}

// Lower returns s in lower case and of the same length in bytes, so that
// offsets stay good; a letter whose lower case is longer or shorter stays as it
// is. Typographic apostrophes stay too, see [Plain].
func Lower(s string) string {
	b := make([]byte, 0, len(s))
	changed := false
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
				changed = true
			}
			b = append(b, c)
			i++
			continue
		}
		changed = true
		r, n := utf8.DecodeRuneInString(s[i:])
		l := unicode.ToLower(r)
		if r == utf8.RuneError || utf8.RuneLen(l) != n {
			b = append(b, s[i:i+n]...)
		} else {
			b = utf8.AppendRune(b, l)
		}
		i += n
	}
	if !changed {
		return s
	}
	return string(b)
}

// Plain returns s with typographic apostrophes and dashes made ASCII.
func Plain(s string) string {
	if isASCII(s) {
		return s
	}
	return plainer.Replace(s)
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

var plainer = strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u2011", "-", "\u00a0", " ")

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\n', '\t', '\r', '\v', '\f', 0xa0, 0x2028, 0x2029, 0x200b, 0xfeff, 0x85:
		return true
	}
	return r > 0x2000 && unicode.IsSpace(r)
}

// accentGenitive reports whether a mark stands for the apostrophe of the genitive with
// what is behind it, as some agencies write: "Kuwait`s".
func accentGenitive(r rune, behind string) bool {
	if r != '`' && r != '´' || !strings.HasPrefix(behind, "s") {
		return false
	}
	next, _ := utf8.DecodeRuneInString(behind[1:])
	return !isLetter(next)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == 'ʼ' }

func spaceBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return isSpace(r)
}

// contraction returns the length of the ending behind the apostrophe that
// begins s: 's, 're, 've, 'll, 'd, 'm. It is 0 when s begins with no such
// ending.
func contraction(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	rest := s[n:]
	for _, e := range [...]string{"s", "re", "ve", "ll", "d", "m"} {
		if strings.HasPrefix(rest, e) {
			r, _ := utf8.DecodeRuneInString(rest[len(e):])
			if !isLetter(r) && !isDigit(r) || len(rest) == len(e) {
				return len(e)
			}
		}
	}
	return 0
}

func numberEnd(text string, i, end int) int {
	for i < end {
		switch c := text[i]; {
		case isDigit(rune(c)):
			i++
		case (c == ',' || c == '.') && i+1 < end && isDigit(rune(text[i+1])):
			i++
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z':
			// An ordinal or a unit glued to its number ("9th", "300km", "F16's").
			for i < end && isLetter(rune(text[i])) && text[i] < utf8.RuneSelf {
				i++
			}
			return i
		default:
			return i
		}
	}
	return i
}

// wordEnd returns the end of the word at i. It takes in inner full stops of
// initialisms (U.S., a.m.), the full stop of an abbreviation, inner apostrophes
// of names (O'Brien) and n't.
func wordEnd(text string, i, end int) int {
	begin := i
	for i < end {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		switch {
		case isLetter(r):
			i += n
		case isDigit(r) && i > begin:
			i += n
		case r == '.' && i+1 < end && i-lastStop(text, begin, i) == 1 && isLetter(rune(text[i+1])):
			i += n
		case r == '.' && (strings.IndexByte(text[begin:i], '.') >= 0 && i-lastStop(text, begin, i) == 1 || abbreviation(text[begin:i])):
			return i + n
		case isApostrophe(r) && i+n < end && isLetter(rune(text[i+n])) && contraction(Lower(text[i:min(end, i+n+8)])) == 0:
			i += n
		case isApostrophe(r) && i+n < end && text[i+n] == 't' && i > begin && text[i-1] == 'n':
			i += n + 1
			return i
		case r == '-' && i+1 < end && isLetter(rune(text[i+1])) && prefixes[strings.ToLower(text[begin:i])]:
			i++
		default:
			return i
		}
	}
	return i
}

// prefixes are no words of their own: "co-signed" is one token.
var prefixes = map[string]bool{"co": true, "re": true, "pre": true, "anti": true, "non": true, "ex": true, "mid": true, "counter": true, "inter": true, "multi": true, "semi": true, "pro": true, "test": true}

// lastStop returns the offset just behind the last full stop in text[begin:i],
// or begin.
func lastStop(text string, begin, i int) int {
	return begin + strings.LastIndexByte(text[begin:i], '.') + 1
}

func allCaps(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}
