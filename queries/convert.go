package queries

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dossier/graph"
)

// convert turns what a user typed into the value that a statement gets. Names of
// entities stay names: they need the graph.
func convert(t Type, s string) (any, error) {
	if s == "" {
		return nil, errors.New("is empty")
	}
	switch t.Kind {
	case KindInt, KindLimit:
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("%q is not a whole number", s)
		}
		if t.Kind == KindLimit && (n < 1 || n == math.MaxInt64) {
			return nil, fmt.Errorf("%d is not a number of rows", n)
		}
		return n, nil
	case KindBool:
		if s != "true" && s != "false" {
			return nil, fmt.Errorf("%q is neither true nor false", s)
		}
		return s == "true", nil
	case KindDate, KindUntil:
		return convertDate(s, t.Kind == KindUntil)
	case KindRel:
		name := strings.ReplaceAll(strings.ToUpper(s), "-", "_")
		if _, ok := graph.DefaultOntology().Relations[name]; !ok {
			all := graph.DefaultOntology().RelationNames()
			return nil, fmt.Errorf("no relation %q%s", s, didYouMean(nearest(s, all)))
		}
		return name, nil
	case KindStatus, KindChoice:
		if !slices.Contains(t.Values(), s) {
			return nil, fmt.Errorf("%q is none of %s", s, strings.Join(t.Values(), ", "))
		}
		return s, nil
	case KindWords:
		return fullText(s)
	case KindList:
		return convertList(*t.Elem, s)
	}
	return s, nil
}

// fullText makes a query for a full-text index of the words to search for. All of
// them must occur, and each may be the beginning of a word, but for those with a
// digit: 23 is not 230. A phrase in quotes must occur as it is, and with a tilde
// behind a word a letter may be another.
func fullText(s string) (string, error) {
	var parts []string
	for i, piece := range strings.Split(s, `"`) {
		if i%2 == 1 { // within quotes
			if words := splitWords(piece); len(words) > 0 {
				parts = append(parts, `+"`+strings.Join(words, " ")+`"`)
			}
			continue
		}
		for _, field := range strings.Fields(piece) {
			near := strings.HasSuffix(field, "~")
			for _, word := range splitWords(field) {
				switch {
				case strings.ContainsFunc(word, unicode.IsDigit):
					parts = append(parts, "+"+word)
				case near:
					parts = append(parts, "+("+stem(word)+"* "+word+"~1)")
				default:
					parts = append(parts, "+"+stem(word)+"*")
				}
			}
		}
	}
	if len(parts) == 0 {
		return "", fmt.Errorf("%q has no word to search for", s)
	}
	return strings.Join(parts, " "), nil
}

// stem is the word without the s of a plural: missiles finds missile.
func stem(word string) string {
	if len(word) > 3 && !strings.HasSuffix(word, "ss") {
		return strings.TrimSuffix(word, "s")
	}
	return word
}

// splitWords returns the words as the index has them: lower case, without signs.
func splitWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r)
	})
}

// ParseList reads values of a type, as a header writes it, with commas between
// them: relations, statuses. An empty text is a nil list.
func ParseList(typ, s string) ([]string, error) {
	if s == "" {
		return nil, nil
	}
	t, err := parseType("list(" + typ + ")")
	if err != nil {
		return nil, err
	}
	list, err := convert(t, s)
	if err != nil {
		return nil, err
	}
	return texts(list), nil
}

// convertList reads comma-separated values; a value that holds a comma itself
// stands in double quotes.
func convertList(elem Type, s string) (any, error) {
	r := csv.NewReader(strings.NewReader(s))
	r.TrimLeadingSpace = true
	fields, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("%q is not a list of values with commas between them", s)
	}
	list := make([]any, 0, len(fields))
	for _, f := range fields {
		v, err := convert(elem, strings.TrimSpace(f))
		if err != nil {
			return nil, err
		}
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list, nil
}

// convertDate returns the first or the last day of a day, month or year.
func convertDate(s string, last bool) (string, error) {
	for _, unit := range []struct {
		layout              string
		years, months, days int
	}{
		{"2006-01-02", 0, 0, 1},
		{"2006-01", 0, 1, 0},
		{"2006", 1, 0, 0},
	} {
		t, err := time.Parse(unit.layout, s)
		if err != nil {
			continue
		}
		if last {
			t = t.AddDate(unit.years, unit.months, unit.days).AddDate(0, 0, -1)
		}
		return t.Format(time.DateOnly), nil
	}
	return "", fmt.Errorf("%q is no date: want a day as 2024-01-31, a month as 2024-01 or a year as 2024", s)
}
