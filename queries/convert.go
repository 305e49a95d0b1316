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
	case KindList:
		return convertList(*t.Elem, s)
	}
	return s, nil
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
