package queries_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/graph/storetest"
	"dossier/queries"
)

// cells are columns of an answer, a line a row.
func cells(t *testing.T, r queries.Reader, command string, columns ...string) []string {
	t.Helper()
	res, err := ask(t, r, command)
	if err != nil {
		t.Fatalf("%s: %v", command, err)
	}
	var out []string
	for _, row := range res.Rows {
		var parts []string
		for i, c := range res.Query.Columns {
			if slices.Contains(columns, c.Name) {
				parts = append(parts, fmt.Sprint(row[i]))
			}
		}
		out = append(out, strings.Join(parts, " | "))
	}
	return out
}

// What had happened by a day and what had been published by it are two
// questions with different answers.
func testTimes(t *testing.T, g *store.Store) {
	for _, row := range []struct {
		command string
		columns []string
		want    []string
	}{
		// The strikes were told on 5 January, the joint statement on 10 January,
		// the denials on 11 January, a second report of the deal on 12 January.
		{"transfers --recipient Moscow --known-by 2024-01-09", []string{"goods"}, nil},
		{"transfers --recipient Moscow --known-by 2024-01-10", []string{"goods", "status", "articles", "denied_by"},
			[]string{"ballistic missile | attributed | 1 | []"}},
		{"transfers --recipient Moscow --known-by 2024-01-11", []string{"goods", "status", "articles", "denied_by"},
			[]string{"ballistic missile | disputed | 2 | [North Korea Russia]"}},
		{"transfers --recipient Moscow --known-by 2024", []string{"goods", "status", "articles", "denied_by"},
			[]string{"ballistic missile | disputed | 4 | [North Korea Russia]", "drone | disputed | 3 | []"}},
		{"strikes --known-by 2024-01-04", []string{"date", "target"}, []string{"2023-12-30 | Odesa"}},
		{"strikes --known-by 2024-01-05", []string{"date", "target", "killed"},
			[]string{"2023-12-30 | Odesa | []", "2023-12-30 | Ukraine | []", "2024-01-02 | Kharkiv | [2 4+]"}},
		{"strikes --as-of-event 2023", []string{"date", "target"}, []string{"2023-12-30 | Odesa", "2023-12-30 | Ukraine"}},
		{"strikes --as-of-event 2023-12-29 --known-by 2024-01-04", []string{"date", "target"}, nil},
		// A month has passed only when its last day has.
		{"timeline --relation met --as-of-event 2023-09-29", []string{"date"}, nil},
		{"timeline --relation met --as-of-event 2023-09", []string{"date"}, []string{"2023-09"}},
		// Nobody dates the deal: it is not known to have happened by any day.
		{"transfers --recipient Moscow --as-of-event 2030", []string{"goods"}, nil},
		{"transfers --recipient Moscow --as-of-event 2020 --undated true", []string{"goods"}, []string{"ballistic missile", "drone"}},
		// An article without a date is not known to have been there by any day.
		{"timeline --relation sanctioned --undated true --known-by 2030", []string{"subject"}, []string{"United States"}},
		{"timeline --relation sanctioned --undated true", []string{"subject"}, []string{"United States", "European Union"}},
		{"denials --known-by 2024-01-02", []string{"who"}, nil},
		{"denials --known-by 2024-01-10", []string{"who"}, []string{"Sergei Shoigu", "Ukraine"}},
		{"sources --known-by 2024-01-10", []string{"outlet"}, []string{"Daily Sample", "Morning Post", "Example Wire"}},
		{"who-said --speaker Russia --known-by 2024-01-11", []string{"claims"},
			[]string{"[North Korea supplied ballistic missile to Russia (disputed) Russia procured arms from North Korea (denied) Russia procured ballistic missile from North Korea (disputed)]"}},
	} {
		if diff := cmp.Diff(row.want, cells(t, g, row.command, row.columns...)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", row.command, diff)
		}
	}
	res, err := ask(t, g, "transfers --recipient Moscow --as-of-event 2030")
	if err != nil || !slices.Contains(res.Notes, "with claims that nobody dates there are 2 rows: --undated") {
		t.Errorf("notes %q, %v", res.Notes, err)
	}
}

// At the end of time, what was published by then is all there is: the answers
// are those without the parameter, but for articles that have no date.
func testEndOfTime(t *testing.T, g *store.Store) {
	for _, q := range library(t).Queries() {
		if _, ok := q.Param("known_by"); !ok {
			continue
		}
		args := map[string]string{}
		for _, name := range []string{"undated", "evidence"} {
			if _, ok := q.Param(name); ok {
				args[name] = "true"
			}
		}
		if _, ok := q.Param("status"); ok {
			args["status"] = strings.Join(queries.Statuses(), ",")
		}
		if slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Required }) {
			continue
		}
		now, err := q.Run(t.Context(), g, args)
		if err != nil {
			t.Fatal(err)
		}
		then := maps.Clone(args)
		then["known_by"] = "2199"
		last, err := q.Run(t.Context(), g, then)
		if err != nil {
			t.Fatal(err)
		}
		dated := slices.DeleteFunc(slices.Clone(now.Rows), func(row []any) bool {
			return slices.ContainsFunc(row, func(v any) bool { s, ok := v.(queries.Source); return ok && s.Published == "" })
		})
		if diff := cmp.Diff(dated, last.Rows); diff != "" {
			t.Errorf("%s: -now +at the end of time:\n%s", q.Name, diff)
		}
	}
}

// An article that changes is seen as it stood.
func TestTimesOfVersions(t *testing.T) {
	g := storetest.Open(t)
	supplied := func(o ...option) said {
		return claim("SUPPLIED", "state:KP", "weapon:ballistic-missile", append([]option{role("recipient", "state:RU")}, o...)...)
	}
	first := document("story", "Wire", "2024-01-05", "A deal", nil,
		line{"North Korea sent ballistic missiles to Russia.", []said{supplied(day("2023-12-01"))}},
		line{"Russia hit Kharkiv.", []said{claim("ATTACKED", "state:RU", "place:kharkiv")}})
	second := document("story", "Wire", "2024-01-05", "No deal", nil,
		line{"Russia hit Kharkiv, again.", []said{claim("ATTACKED", "state:RU", "place:kharkiv")}})
	second.Article.Modified = "2024-01-08"
	later := document("other", "Post", "2024-01-10", "More on the deal", nil,
		line{"Pyongyang's ballistic missiles reached Russia in the last week of 2023, it seems.", []said{supplied(day("2023-12-28"), alleged)}})
	if _, err := g.Write(t.Context(), []graph.Document{first, second}); err != nil {
		t.Fatal(err)
	}
	ballistic := "transfers --goods ballistic-missile"
	show := []string{"status", "dates", "articles"}
	want := func(command string, rows ...string) {
		t.Helper()
		if diff := cmp.Diff(rows, cells(t, g, command, show...)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", command, diff)
		}
	}
	want(ballistic)
	want(ballistic+" --status withdrawn", "withdrawn | [2023-12-01] | 1")
	want(ballistic+" --known-by 2024-01-07", "asserted | [2023-12-01] | 1")
	want(ballistic + " --known-by 2024-01-08")
	want(ballistic+" --known-by 2024-01-08 --status withdrawn", "withdrawn | [2023-12-01] | 1")
	want("strikes --known-by 2024-01-07", "asserted | 1")
	want("strikes --known-by 2024-01-08", "asserted | 1")
	want("strikes", "asserted | 1")
	if _, err := g.Write(t.Context(), []graph.Document{later}); err != nil {
		t.Fatal(err)
	}
	want(ballistic, "alleged | [2023-12-28] | 1")
	want(ballistic+" --known-by 2024-01-07", "asserted | [2023-12-01] | 1")
	want(ballistic+" --known-by 2024-01-09 --status withdrawn", "withdrawn | [2023-12-01] | 1")
	want(ballistic + " --as-of-event 2023-12-15")
	want(ballistic+" --as-of-event 2023-12-15 --known-by 2024-01-07", "asserted | [2023-12-01] | 1")
	if got := cells(t, g, "sources --known-by 2024-01-07", "title"); !slices.Equal(got, []string{"A deal"}) {
		t.Errorf("articles on 7 January: %q", got)
	}
	if got := cells(t, g, "sources --known-by 2024-01-08", "title"); !slices.Equal(got, []string{"No deal"}) {
		t.Errorf("articles on 8 January: %q", got)
	}
}
