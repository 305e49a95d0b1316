package store_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/graph/storetest"
)

const indexes = "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name ORDER BY name"

func TestApplySchemaAgain(t *testing.T) {
	s := storetest.Open(t)
	want := rows(t, s, indexes)
	for _, statement := range store.SchemaStatements(graph.DefaultOntology()) {
		if !slices.ContainsFunc(want, func(name string) bool { return strings.Contains(statement, " "+name+" IF NOT EXISTS ") }) {
			t.Errorf("no index after %s", statement)
		}
	}
	// Once as at every start, once after the record of it was lost.
	for _, change := range []string{"RETURN 1", "MATCH (m:Meta {key: 'schema'}) REMOVE m.applied", "MATCH (m:Meta) DELETE m"} {
		if err := s.Exec(t.Context(), change); err != nil {
			t.Fatal(err)
		}
		if err := s.ApplySchema(t.Context(), graph.DefaultOntology()); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, rows(t, s, indexes)); diff != "" {
			t.Errorf("after %s: -want +got:\n%s", change, diff)
		}
		expect(t, s, "MATCH (m:Meta {key: 'schema'}) RETURN m.version", fmt.Sprint(graph.DefaultOntology().Version))
	}
}

func TestNewerGraph(t *testing.T) {
	s := storetest.Open(t)
	t.Cleanup(func() { _ = s.Exec(context.Background(), "MATCH (m:Meta {key: 'schema'}) DELETE m") })
	newer := fmt.Sprint(graph.DefaultOntology().Version + 1)
	if err := s.Exec(t.Context(), "MATCH (m:Meta {key: 'schema'}) SET m.version = "+newer); err != nil {
		t.Fatal(err)
	}
	err := s.ApplySchema(t.Context(), graph.DefaultOntology())
	var e *store.Error
	if !errors.Is(err, store.ErrNewerGraph) || !errors.As(err, &e) {
		t.Fatalf("error %v, want %v", err, store.ErrNewerGraph)
	}
	if !strings.Contains(err.Error(), "has schema version "+newer) || e.Hint() == "" {
		t.Errorf("error %q, hint %q", err, e.Hint())
	}
	expect(t, s, "MATCH (m:Meta {key: 'schema'}) RETURN m.version", newer)
}

func TestMigrate(t *testing.T) {
	s := storetest.Open(t)
	t.Cleanup(func() { _ = s.Exec(context.Background(), "MATCH (m:Meta {key: 'schema'}) DELETE m") })
	step := func(to int) store.Migration {
		return store.NewMigration(to, fmt.Sprintf("CREATE (:Entity {id: 'step %d'})", to))
	}
	steps := []store.Migration{step(2), step(3), step(4), step(5)}
	if err := s.Migrate(t.Context(), 2, 4, steps); err != nil {
		t.Fatal(err)
	}
	const done = "MATCH (e:Entity) RETURN e.id ORDER BY e.id"
	expect(t, s, done, "step 3", "step 4")
	expect(t, s, "MATCH (m:Meta {key: 'schema'}) RETURN m.version", "4")

	bad := store.NewMigration(6, "CREATE (:Entity {id: 'step 6'})", "THIS IS NOT CYPHER")
	err := s.Migrate(t.Context(), 4, 6, append(steps, bad))
	if err == nil || !strings.Contains(err.Error(), "migrate the graph to schema version 6") {
		t.Errorf("error %v", err)
	}
	expect(t, s, done, "step 3", "step 4", "step 5")
	expect(t, s, "MATCH (m:Meta {key: 'schema'}) RETURN m.version", "5")
}

func TestWriteWithoutSchema(t *testing.T) {
	s, err := store.Open(t.Context(), storetest.Config(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close(t.Context())
	if _, err := s.Write(t.Context(), newspaper(1)); !errors.Is(err, store.ErrNoSchema) {
		t.Errorf("error %v, want %v", err, store.ErrNoSchema)
	}
}

// On an empty graph, no name of the ontology looks misspelt to the server.
func TestNamesAreKnown(t *testing.T) {
	s := storetest.Open(t)
	o := graph.DefaultOntology()
	for _, l := range o.LabelNames() {
		noNotifications(t, s, "MATCH (n:"+l+") RETURN n.name")
	}
	for _, r := range o.RelationNames() {
		if len(o.Relations[r].To) > 0 {
			noNotifications(t, s, "MATCH (a:Entity)-[r:"+r+"]->() RETURN r.recipient, a.name")
		}
	}
	for _, p := range slices.Concat(store.Properties, store.Roles(o)) {
		noNotifications(t, s, "MATCH (n:Entity) RETURN n."+p)
	}
	got, err := s.Explain(t.Context(), "MATCH (n:Entty)\nRETURN n.nmae", nil)
	if err != nil || len(got.Notes) != 2 || !strings.Contains(got.Notes[0]+got.Notes[1], "(line 1, column 10)") {
		t.Errorf("notifications %q, error %v, want two", got.Notes, err)
	}
}

func TestPlans(t *testing.T) {
	s := storetest.Open(t)
	const writes = "MERGE (n:Entity {id: 'x'}) RETURN n.id AS id, 1 AS one"
	got, err := s.Explain(t.Context(), writes, nil)
	if err != nil || got.ReadOnly || strings.Join(got.Keys, " ") != "id one" {
		t.Errorf("%s: %+v, error %v", writes, got, err)
	}
	if got, err = s.Explain(t.Context(), "CREATE INDEX x IF NOT EXISTS FOR (n:X) ON (n.x)", nil); err != nil || got.ReadOnly {
		t.Errorf("a change of the schema: %+v, error %v", got, err)
	}
	got, err = s.Profile(t.Context(), "UNWIND range(1, 3) AS n RETURN n", nil)
	if err != nil || !got.ReadOnly || len(got.Steps) < 2 || got.Steps[0].Operator != "ProduceResults" || got.Steps[0].Rows != 3 || got.Steps[1].Depth != 1 {
		t.Errorf("profile: %+v, error %v", got, err)
	}
	if _, err := s.Profile(t.Context(), writes, nil); err == nil {
		t.Error("a write was profiled")
	}
}

func noNotifications(t *testing.T, s *store.Store, cypher string) {
	t.Helper()
	got, err := s.Explain(t.Context(), cypher, nil)
	if err != nil || len(got.Notes) > 0 {
		t.Errorf("%s: notifications %q, error %v", cypher, got.Notes, err)
	}
}

// The lookups that writing repeats for every row use an index: without one,
// each would read the whole graph.
func TestLookupsUseIndexes(t *testing.T) {
	s := storetest.Open(t)
	write(t, s, newspaper(5)...)
	for _, cypher := range []string{
		"UNWIND $rows AS id MATCH (a:Article {id: id}) RETURN a",
		"UNWIND $rows AS url MATCH (a:Article {url: url}) RETURN a",
		"UNWIND $rows AS id MATCH (e:Entity {parent: id}) RETURN e",
		store.DeleteEdges("ASSERTS", "evidence"),
		store.DeleteEdges("SUPPLIED", "claim"),
		store.UsedVariants,
		store.FindReprints,
	} {
		plan, err := s.Plan(t.Context(), cypher)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(plan, "Scan") || !strings.Contains(plan, "IndexSeek") {
			t.Errorf("%s: plan %s", cypher, plan)
		}
	}
}
