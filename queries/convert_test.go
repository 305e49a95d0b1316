package queries

import (
	"reflect"
	"strings"
	"testing"
)

func TestConvert(t *testing.T) {
	for _, c := range []struct {
		typ, in string
		want    any    // or
		err     string // part of the error
	}{
		{"int", "-3", int64(-3), ""},
		{"int", "3.5", nil, `"3.5" is not a whole number`},
		{"limit", "10", int64(10), ""},
		{"limit", "0", nil, "0 is not a number of rows"},
		{"bool", "true", true, ""},
		{"bool", "yes", nil, "neither true nor false"},
		{"text", "a, b", "a, b", ""},
		{"text", "", nil, "is empty"},
		{"words", `Kim "joint statements" missiles São`, `+kim* +"joint statements" +missile* +são*`, ""},
		{"words", `KN-23 (and) u.s. +x* a:b`, `+kn* +23 +and* +u* +s* +x* +a* +b*`, ""},
		{"words", `Pyongjang~ Scud~2`, `+(pyongjang* pyongjang~1) +scud* +2`, ""},
		{"words", `"an open phrase`, `+"an open phrase"`, ""},
		{"words", `?! "..."`, nil, "no word to search for"},
		{"date", "2024-02-29", "2024-02-29", ""},
		{"date", "2024-02", "2024-02-01", ""},
		{"date", "2024", "2024-01-01", ""},
		{"date-end", "2024-02", "2024-02-29", ""},
		{"date-end", "2023", "2023-12-31", ""},
		{"date", "2023-02-29", nil, "want a day as"},
		{"date", "yesterday", nil, `"yesterday" is no date`},
		{"relation", "fired-at", "FIRED_AT", ""},
		{"relation", "SUPLIED", nil, `no relation "SUPLIED"; nearest: SUPPLIED`},
		{"status", "planned", "planned", ""},
		{"status", "sure", nil, `"sure" is none of accepted, asserted, attributed`},
		{"choice(a|b-c)", "b-c", "b-c", ""},
		{"choice(a|b)", "c", nil, `"c" is none of a, b`},
		{"list(text)", `a, "b, c",a`, []any{"a", "b, c"}, ""},
		{"list(text)", `a,"b`, nil, "not a list of values with commas"},
		{"list(status)", "planned,,denied", nil, "is empty"},
		{"list(relation)", "met,used", []any{"MET", "USED"}, ""},
		{"entity", "North Korea", "North Korea", ""},
	} {
		typ, err := parseType(c.typ)
		if err != nil {
			t.Fatal(err)
		}
		got, err := convert(typ, c.in)
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s %q: got error %v, want %s", c.typ, c.in, err, c.err)
			}
		case err != nil || !reflect.DeepEqual(got, c.want):
			t.Errorf("%s %q: got %#v, %v; want %#v", c.typ, c.in, got, err, c.want)
		}
	}
}
