package queries_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/store"
)

// A script gives the rows of its query with the parameters' defaults.
func testScripts(t *testing.T, g *store.Store) {
	for _, q := range library(t).Queries() {
		t.Run(q.Name, func(t *testing.T) {
			script, err := q.Script()
			if err != nil {
				t.Fatal(err)
			}
			if title, _, _ := strings.Cut(script, "\n"); title != "// "+q.Title {
				t.Errorf("the first line, which Neo4j Browser shows as the name, is %q", title)
			}
			plan, err := g.Explain(t.Context(), script, nil)
			if err != nil {
				t.Fatalf("%v\n%s", err, script)
			}
			for _, n := range plan.Notes {
				t.Errorf("the server notes: %s", n)
			}
			for _, p := range q.Params {
				if p.Required {
					return // its query has no answer without an argument
				}
			}
			var keys []string
			n := 0
			if err := g.Read(t.Context(), script, nil, func(k []string, _ []any) error { keys = k; n++; return nil }); err != nil {
				t.Fatalf("%v\n%s", err, script)
			}
			want, err := q.Run(t.Context(), g, nil)
			if err != nil {
				t.Fatal(err)
			}
			if n != len(want.Rows) || n == 0 {
				t.Errorf("%d rows, the query has %d", n, len(want.Rows))
			}
			var columns []string
			for _, c := range q.Columns {
				columns = append(columns, c.Name)
			}
			if diff := cmp.Diff(columns, keys); diff != "" {
				t.Error(diff)
			}
		})
	}
}
