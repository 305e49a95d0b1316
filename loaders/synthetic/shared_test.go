package synthetic_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"dossier/graph"
	"dossier/graph/storetest"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
	"dossier/loaders/source"
)

// The five articles on one joint statement, which belong to others and stand
// beside the repository.
const sharedArticles = "../../../shared/articles"

func TestSharedArticles(t *testing.T) {
	if found, _ := filepath.Glob(filepath.Join(sharedArticles, "*.txt")); len(found) < 5 {
		t.Logf("nothing to read: no articles in %s, which is not part of the repository", sharedArticles)
		return
	}
	set, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	x := extract.New(set)
	var docs []graph.Document
	for item := range source.Each(context.Background(), []string{sharedArticles}, source.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		docs = append(docs, x.Extract(item.Article))
	}
	s := storetest.Open(t)
	load(t, s, docs, 2)
	ask := func(cypher string) []string {
		var out []string
		for _, v := range rows(t, s, cypher) {
			out = append(out, strings.Trim(fmt.Sprint(v), "[]"))
		}
		return out
	}
	for _, row := range []struct{ name, cypher, want string }{
		{"one joint statement behind at least four articles", `
MATCH (k:Statement) WHERE k.thing AND k.articles >= 4
RETURN count(k)`, "1"},
		{"the United States signed it once", `
MATCH (:State {id: 'state:US'})-[f:SIGNED|ISSUED]->(k:Statement) WHERE k.articles >= 4
RETURN count(DISTINCT k)`, "1"},
		{"one transfer of ballistic missiles, disputed", `
MATCH (k:Transfer {id: 'transfer:kp>ru:ballistic-missile'})
RETURN k.status, k.articles >= 4, k.origins >= 4, k.deniedBy`, "disputed true true [state:KP state:RU"},
		{"asserted by the statement", `
MATCH (k:Transfer {id: 'transfer:kp>ru:ballistic-missile'}) MATCH (st:Statement) WHERE st.articles >= 4
RETURN st.id IN k.assertedBy`, "true"},
		{"both parties deny it as parties", `
MATCH (k:Transfer {id: 'transfer:kp>ru:ballistic-missile'})
RETURN all(x IN k.deniedBy WHERE x IN k.own)`, "true"},
		{"the headline of 001 is reversed, and nothing else", `
MATCH (a)-[x:CONTRADICTS]->(b) WHERE x.kind IN ['headline', 'direction', 'number', 'date']
MATCH (a)<-[:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(p)
RETURN DISTINCT x.kind, a.status, s.part, left(p.name, 3)`, "headline headline headline 001"},
	} {
		if got := strings.Join(ask(row.cypher), "\n"); got != row.want {
			t.Errorf("%s: %q, want %q", row.name, got, row.want)
		}
	}
}
