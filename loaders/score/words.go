package score

import (
	"slices"
	"strings"
	"unicode"
)

// unify spells alike what is typeset differently. It runs after lower-casing.
var unify = strings.NewReplacer("’", "'", "“", `"`, "”", `"`, "é", "e", "\u2011", "-")

// normalize reduces a text to what its words have in common with other
// spellings: lower case, no punctuation, no possessive 's, initials run together
// ("U.S." is "us"), no article or courtesy title in front.
func normalize(s string) string {
	// The only letter whose lower case has two characters.
	s = strings.ReplaceAll(s, "İ", "i\u0307")
	r := joinInitials(dropPossessive([]rune(unify.Replace(strings.ToLower(s)))))
	words := strings.FieldsFunc(string(r), func(r rune) bool { return !isPlain(r) && r != '$' && r != '%' })
	if len(words) > 1 {
		switch words[0] {
		case "the", "mr", "mrs", "ms":
			words = words[1:]
		}
	}
	return strings.Join(words, " ")
}

func isPlain(r rune) bool { return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' }

// inWord reports whether the rune at i belongs to a word.
func inWord(r []rune, i int) bool {
	return i >= 0 && i < len(r) && (r[i] == '_' || unicode.IsLetter(r[i]) || unicode.IsNumber(r[i]))
}

// ends reports whether the text or the word group ends at i.
func ends(r []rune, i int) bool { return i >= len(r) || unicode.IsSpace(r[i]) }

// dropPossessive turns Korea's into Korea and officials' into officials.
func dropPossessive(r []rune) []rune {
	out := make([]rune, 0, len(r))
	for i := 0; i < len(r); i++ {
		if i+1 < len(r) {
			switch {
			case r[i] == '\'' && r[i+1] == 's' && !inWord(r, i+2):
				i++
				continue
			case r[i] == 's' && r[i+1] == '\'' && ends(r, i+2):
				out = append(out, 's')
				i++
				continue
			}
		}
		out = append(out, r[i])
	}
	return out
}

// joinInitials drops the dots of d.p.r.k. and of a lone initial.
func joinInitials(r []rune) []rune {
	letter := func(i int) bool { return i < len(r) && 'a' <= r[i] && r[i] <= 'z' }
	out := make([]rune, 0, len(r))
	for i := 0; i < len(r); i++ {
		out = append(out, r[i])
		if letter(i) && !inWord(r, i-1) && i+1 < len(r) && r[i+1] == '.' &&
			(ends(r, i+2) || letter(i+2) && !inWord(r, i+3)) {
			i++
		}
	}
	return out
}

// stopWords carry no meaning of their own.
var stopWords = setOf(`a also an and are as at be been by for from had has have he her his in is it its
	of on or she that the their these they this those to was we were which who with`)

// tokens returns the words of a text that carry meaning.
func tokens(s string) []string {
	return slices.DeleteFunc(strings.Fields(normalize(s)), stopWords.has)
}

// stem takes the ending of plural, past and progressive off a longer word.
func stem(word string) string {
	if len(word) > 4 {
		for _, ending := range []string{"ing", "ed", "es", "s"} {
			if s, ok := strings.CutSuffix(word, ending); ok {
				return s
			}
		}
	}
	return word
}

// overlap is the share of the shorter text's stems that the longer one has too.
func overlap(a, b string) float64 {
	x, y := stems(tokens(a)), stems(tokens(b))
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	return float64(x.common(y)) / float64(min(len(x), len(y)))
}

// Overlaps from which two texts are taken for one: a phrase of free words, a
// described name, and one where only small words may differ.
const (
	halfTheWords = 0.5
	mostWords    = 0.6
	allTheWords  = 0.99
)

// A set is a set of words.
type set map[string]struct{}

func newSet(words []string) set {
	s := make(set, len(words))
	for _, w := range words {
		s[w] = struct{}{}
	}
	return s
}

func setOf(words string) set { return newSet(strings.Fields(words)) }

func stems(words []string) set {
	s := make(set, len(words))
	for _, w := range words {
		s[stem(w)] = struct{}{}
	}
	return s
}

func (s set) has(word string) bool { _, ok := s[word]; return ok }

func (s set) common(t set) int {
	n := 0
	for w := range s {
		if t.has(w) {
			n++
		}
	}
	return n
}

func (s set) meets(t set) bool { return s.common(t) > 0 }

func (s set) within(t set) bool { return s.common(t) == len(s) }
