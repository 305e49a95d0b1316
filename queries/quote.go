package queries

import "strings"

const (
	opening = "“"
	closing = "”"
)

// inQuotes puts words between quotation marks; those inside become single ones.
func inQuotes(words string) string {
	single := strings.NewReplacer(opening, "‘", closing, "’")
	return opening + single.Replace(curly(words)) + closing
}

// sentenceInQuotes puts a sentence between quotation marks and leaves it as it
// stands within. A sentence that brings marks at its ends gets no second ones,
// and one that is the end or the beginning of a longer quotation gets the one
// that it lacks.
func sentenceInQuotes(s string) string {
	marks := curly(s)
	opened := strings.Count(marks, opening) - strings.Count(marks, closing)
	begins, ends := strings.HasPrefix(marks, opening), strings.HasSuffix(marks, closing)
	switch {
	case ends && opened < 0:
		return opening + s
	case begins && opened > 0:
		return s + closing
	case begins || ends:
		return s
	}
	return opening + s + closing
}

// curly replaces straight double quotation marks by those they stand for: an
// opening one at the beginning of a word, else a closing one.
func curly(s string) string {
	var b strings.Builder
	before := ' '
	for _, r := range s {
		switch {
		case r != '"':
			b.WriteRune(r)
		case strings.ContainsRune(" \t\n([—–-", before):
			b.WriteString(opening)
		default:
			b.WriteString(closing)
		}
		before = r
	}
	return b.String()
}
