package extract

import (
	"strconv"
	"strings"

	"dossier/graph"
	"dossier/loaders/text"
)

var numerals = map[string]int64{
	"zero": 0, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
	"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12, "score": 20, "couple": 2,
}

// vague counts have a floor and no ceiling.
var vague = map[string]int64{"dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2e6, "scores": 40, "several": 3, "many": 3, "tens": 20, "numerous": 3}

// numeral returns the value of a number word or of digits with separators.
func numeral(s string) (int64, bool) {
	if n, ok := numerals[s]; ok {
		return n, true
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(s, ",", ""), 10, 64)
	return n, err == nil
}

// count reads a number with its qualifier from tokens[from:to]: "more than 30",
// "almost fifty", "two hundred", "dozens". It returns the count as a range and
// the words that give it; ok is false when there is no number.
func count(tokens []token, from, to int) (c graph.Count, first, last int, ok bool) {
	i := from
	for i < to && !countWord(tokens, i) {
		i++
	}
	if i == to {
		return c, 0, 0, false
	}
	first = i
	if c, last, ok := span(tokens, first, to); ok {
		return c, first, last, true
	}
	total, part := int64(0), int64(0)
	open := false
	for ; i < to; i++ {
		t := &tokens[i]
		if t.Lower == "and" && part > 0 && i+1 < to && tokens[i+1].tag == tNum || t.tag == tHyphen || t.Lower == "of" && open {
			continue
		}
		if n, ok := vague[t.Lower]; ok {
			if part == 0 {
				part = n
			} else {
				part *= n / 2
			}
			open = true
			continue
		}
		n, ok := numeral(t.Lower)
		if !ok {
			if f, err := strconv.ParseFloat(strings.ReplaceAll(t.Lower, ",", ""), 64); err == nil && t.Kind == text.Number && i+1 < to && numerals[tokens[i+1].Lower] >= 1000 {
				part = int64(f * float64(numerals[tokens[i+1].Lower]))
				i++
				continue
			}
			break
		}
		switch {
		case n >= 1000 && numerals[t.Lower] == n:
			total += max(part, 1) * n
			part = 0
		case n == 100 && t.Kind == text.Word, n == 12 && t.Lower == "dozen", t.Lower == "score":
			part = max(part, 1) * n
		default:
			part += n
		}
	}
	last = i
	n := total + part
	if f, at := fraction(tokens, first); f > 1 && (n >= 1000 || n == 12 && tokens[first].Lower == "dozen") {
		n, first = n/f, at
	}
	c = graph.Count{Min: n, Max: n}
	if open {
		c.Max, c.Qualifier = -1, tokens[first].Lower
	}
	// The qualifier stands just before the number.
	q := ""
	for k := first - 1; k >= 0 && k >= first-3; k-- {
		l := tokens[k].Lower
		switch l {
		case "than", "least", "most", "to", "almost", "nearly", "about", "around", "approximately", "roughly", "over", "some", "only", "more", "less", "fewer", "at", "up", "under", "no":
			q = strings.TrimSpace(l + " " + q)
			continue
		}
		break
	}
	switch {
	case strings.HasPrefix(q, "more than"), q == "over":
		c.Min, c.Max, c.Qualifier = n+1, -1, q
	case strings.HasPrefix(q, "at least"), strings.HasPrefix(q, "no less than"), strings.HasPrefix(q, "no fewer than"):
		c.Max, c.Qualifier = -1, q
	case strings.HasPrefix(q, "less than"), strings.HasPrefix(q, "fewer than"), q == "under":
		c.Min, c.Max, c.Qualifier = 0, n-1, q
	case strings.HasPrefix(q, "up to"), strings.HasPrefix(q, "at most"), strings.HasPrefix(q, "no more than"):
		c.Min, c.Qualifier = 0, q
	case q == "almost", q == "nearly":
		c.Min, c.Max, c.Qualifier = n-n/5, n-1, q
	case q == "about", q == "around", q == "approximately", q == "roughly", q == "some":
		c.Min, c.Max, c.Qualifier = n-n/10, n+n/10, q
	}
	return c, first, last, true
}

// fractions are parts of a million, or of a dozen, that are told in words.
var fractions = map[string]int64{"quarter": 4, "half": 2, "third": 3}

// fraction returns by what the number at first is divided, and where the words of
// it begin: "a quarter of a million", "half a million", "a quarter-million".
func fraction(tokens []token, first int) (int64, int) {
	for k := first - 1; k >= 0 && k >= first-3; k-- {
		switch t := &tokens[k]; {
		case fractions[t.Lower] > 0:
			if k > 0 && tokens[k-1].Lower == "a" {
				return fractions[t.Lower], k - 1
			}
			return fractions[t.Lower], k
		case t.Lower != "a" && t.Lower != "of" && t.tag != tHyphen:
			return 1, first
		}
	}
	return 1, first
}

// span reads the range that begins at first behind "between": "20 and 30".
func span(tokens []token, first, to int) (c graph.Count, last int, ok bool) {
	if first == 0 || tokens[first-1].Lower != "between" {
		return c, 0, false
	}
	and := first + 1
	for and < to && tokens[and].Lower != "and" {
		and++
	}
	if and == to {
		return c, 0, false
	}
	low, _, _, ok := count(tokens, first, and)
	if !ok {
		return c, 0, false
	}
	high, _, last, ok := count(tokens, and+1, to)
	if !ok || high.Max < low.Min {
		return c, 0, false
	}
	return graph.Count{Min: low.Min, Max: high.Max, Qualifier: "between"}, last, true
}

func countWord(tokens []token, i int) bool {
	t := &tokens[i]
	if t.Kind == text.Number {
		_, ok := numeral(t.Lower)
		return ok || strings.Contains(t.Lower, ".")
	}
	if _, ok := vague[t.Lower]; ok {
		return true
	}
	_, ok := numerals[t.Lower]
	return ok && t.Lower != "a" && t.Lower != "an" && t.Lower != "score"
}
