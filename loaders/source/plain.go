package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// navigation are lines that stand above the headline of pages copied as text.
var navigation = map[string]bool{
	"skip to main content": true, "skip to content": true, "skip to navigation": true, "top of page": true,
	"home": true, "news": true, "world": true, "menu": true, "search": true, "subscribe": true, "sign in": true, "log in": true,
	"advertisement": true, "share": true, "breaking news": true, "live": true,
}

// headlineOf returns the headline of a plain text, or "" when unsure: better no
// title than a line of the site's menu.
func headlineOf(text string) string {
	var first string
	for range 4 { // navigation, breadcrumbs and the headline itself
		line, rest, _ := strings.Cut(strings.TrimLeft(text, " \t\n"), "\n")
		text = rest
		line = oneLine(line)
		switch {
		case navigation[wordsOf(line)]:
		case first == "" && !looksLikeHeadline(line):
			return ""
		case first == "":
			first = line
		case looksLikeHeadline(line) && strings.HasSuffix(wordsOf(first), " "+wordsOf(line)):
			return line // first was "Home Americas " and this line
		default:
			return first
		}
	}
	return first
}

// Headlines of the articles collected so far have 3 to 40 words.
const (
	minHeadlineWords = 4
	maxHeadlineWords = 40
)

func looksLikeHeadline(line string) bool {
	n := len(strings.Fields(line))
	if n < minHeadlineWords || n > maxHeadlineWords || strings.ContainsAny(line, "{}<>|") {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "“‘\"'"))
	if !unicode.IsUpper(r) && !unicode.IsDigit(r) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "”’\"'"))
	return !strings.ContainsRune(".:;,…", last)
}

// oneLine squeezes all white space of a string to single blanks.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// wordsOf reduces a text to its words in lower case, for comparison.
func wordsOf(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ")
}

// beginsWith reports whether a text begins with the words of a title.
func beginsWith(text, title string) bool {
	title = wordsOf(title) + " "
	head := text[:min(len(text), 2*len(title)+64)]
	return strings.HasPrefix(wordsOf(strings.ToValidUTF8(head, ""))+" ", title)
}
