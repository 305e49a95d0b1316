package queries

import (
	"fmt"
	"strings"
	"testing"
)

func TestShortest(t *testing.T) {
	l := func(from, to string, origins int64) link {
		return link{from: from, to: to, claim: from + to, origins: origins}
	}
	for _, c := range []struct {
		name     string
		from, to string
		links    []link
		want     string
	}{
		{"none", "a", "z", []link{l("a", "b", 1)}, ""},
		{"direct beats long", "a", "z", []link{l("a", "b", 9), l("b", "z", 9), l("a", "z", 1)}, "az"},
		{"the weakest link counts", "a", "z", []link{l("a", "b", 9), l("b", "z", 1), l("a", "c", 2), l("c", "z", 2)}, "ac-cz ab-bz"},
		{"then the sum, then the names", "a", "z", []link{l("a", "d", 2), l("d", "z", 2), l("a", "b", 2), l("b", "z", 3), l("a", "c", 2), l("c", "z", 2)}, "ab-bz ac-cz ad-dz"},
		{"no step astray", "a", "z", []link{l("a", "b", 1), l("b", "c", 1), l("b", "z", 1), l("c", "z", 1)}, "ab-bz"},
		{"several ends", "a b", "y z", []link{l("a", "c", 1), l("c", "z", 1), l("b", "y", 1)}, "by"},
	} {
		var got []string
		for _, p := range shortest(strings.Fields(c.from), strings.Fields(c.to), c.links) {
			var steps []string
			for _, l := range p {
				steps = append(steps, l.claim)
			}
			got = append(got, strings.Join(steps, "-"))
		}
		if fmt.Sprint(strings.Join(got, " ")) != c.want {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
		}
	}
}
