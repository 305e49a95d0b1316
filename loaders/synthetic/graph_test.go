package synthetic_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/graph/storetest"
	"dossier/loaders/synthetic"
)

func TestMain(m *testing.M) { os.Exit(storetest.Main{M: m}.Run()) }

// whole reports whether the tests shall take the whole corpus:
//
//	DOSSIER_TEST_CORPUS=whole go test ./loaders/synthetic -v -timeout 2h
func whole() bool { return os.Getenv("DOSSIER_TEST_CORPUS") == "whole" }

// load writes documents in batches of the given size and resolves at the end.
func load(t *testing.T, s *store.Store, docs []graph.Document, batch int) {
	t.Helper()
	for chunk := range slices.Chunk(docs, batch) {
		if _, err := s.Record(t.Context(), chunk); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Resolve(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func rows(t *testing.T, s *store.Store, cypher string) [][]any {
	t.Helper()
	var out [][]any
	err := s.Read(t.Context(), cypher, nil, func(_ []string, v []any) error {
		out = append(out, slices.Clone(v))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestGraph measures identity, origins and contradictions as the graph has them.
func TestGraph(t *testing.T) {
	o := synthetic.Options{Seed: 2, Events: 40, Articles: 240}
	if whole() {
		o = synthetic.Options{Seed: 1, Events: 300, Articles: 2400}
	}
	c := synthetic.New(o)
	s := storetest.Open(t)
	started := time.Now()
	load(t, s, read(t, c), 100)
	t.Logf("%d articles loaded and resolved in %s", len(c.Articles), time.Since(started).Round(time.Second))

	var tolds []told
	things := map[string]map[string]bool{} // thing -> events
	kinds := map[string]string{}
	for _, e := range c.Truth.Events {
		kinds[e.ID] = e.Kind
	}
	for _, v := range rows(t, s, "MATCH (a:Article)-[:NAMES]->(:Entity)-[:SAME_AS]->(k:Entity) RETURN DISTINCT a.id, toLower(k.label), k.id") {
		x := told{v[0].(string), v[1].(string), v[2].(string)}
		tolds = append(tolds, x)
		for _, e := range c.Truth.Tells[x.article] {
			if kinds[e] == x.kind {
				if things[x.thing] == nil {
					things[x.thing] = map[string]bool{}
				}
				things[x.thing][e] = true
			}
		}
	}
	precision, recall, wrong, missed := identity(c, tolds)
	t.Logf("identity: precision %.4f, recall %.4f", precision, recall)
	if precision < 0.99 || recall < 0.90 {
		t.Errorf("want precision 0.99 and recall 0.90\nwrong: %q\nmissed: %q", wrong[:min(10, len(wrong))], missed[:min(10, len(missed))])
	}

	origin := map[string]string{}
	for _, v := range rows(t, s, "MATCH (a:Article) RETURN a.id, a.origin") {
		origin[v[0].(string)] = v[1].(string)
	}
	for _, a := range c.Articles {
		for _, b := range c.Articles {
			if (c.Truth.Origin[a.ID] == c.Truth.Origin[b.ID]) != (origin[a.ID] == origin[b.ID]) {
				t.Fatalf("origins of %s and %s: %s and %s", a.Name, b.Name, origin[a.ID], origin[b.ID])
			}
		}
	}
	checkOriginCounts(t, s, c, tolds)
	contradictions(t, s, c, things)
}

// checkOriginCounts compares how many independent origins things have with how
// many there are.
func checkOriginCounts(t *testing.T, s *store.Store, c synthetic.Corpus, tolds []told) {
	t.Helper()
	want := map[string]map[string]bool{}
	for _, x := range tolds {
		if want[x.thing] == nil {
			want[x.thing] = map[string]bool{}
		}
		if !c.Truth.Replaced[x.article] {
			want[x.thing][c.Truth.Origin[x.article]] = true
		}
	}
	for _, v := range rows(t, s, "MATCH (k:Entity) WHERE k.thing RETURN k.id, k.origins") {
		if got := v[1].(int64); got != int64(len(want[v[0].(string)])) {
			t.Errorf("%s has %d origins, want %d", v[0], got, len(want[v[0].(string)]))
		}
	}
}

// contradictions compares the contradictions found with the true ones, as pairs
// of an event and a kind.
func contradictions(t *testing.T, s *store.Store, c synthetic.Corpus, things map[string]map[string]bool) {
	t.Helper()
	truth := map[string]bool{}
	for e, list := range c.Truth.Contradictions {
		for _, kind := range list {
			truth[e+" "+kind] = true
		}
	}
	found, right, all := map[string]bool{}, 0, 0
	for _, v := range rows(t, s, `
MATCH (a:Claim)-[x:CONTRADICTS]->(b:Claim)
MATCH (c)-[:SUBJECT|EVENT|TRANSFER]->(k:Entity) WHERE c IN [a, b] AND k.thing
RETURN x.kind, a.id, b.id, collect(DISTINCT k.id)`) {
		ok := false
		for _, k := range v[3].([]any) {
			for e := range things[k.(string)] {
				if pair := e + " " + v[0].(string); truth[pair] {
					found[pair], ok = true, true
				}
			}
		}
		all++
		if ok {
			right++
		} else {
			t.Logf("not in the corpus: %v", v)
		}
	}
	var missed []string
	for pair := range truth {
		if !found[pair] {
			missed = append(missed, pair)
		}
	}
	slices.Sort(missed)
	precision, recall := float64(right)/float64(max(all, 1)), float64(len(found))/float64(max(len(truth), 1))
	t.Logf("contradictions: %d found, %d true; precision %.4f, recall %.4f", all, len(truth), precision, recall)
	if precision < 0.95 || recall < 0.95 {
		t.Errorf("want precision and recall 0.95; missed: %q", missed)
	}
}

// TestOrder loads the same articles in random orders and batches, some of them in
// several loads, and wants the same graph.
func TestOrder(t *testing.T) {
	o, orders := synthetic.Options{Seed: 3, Events: 6, Articles: 40}, 20
	if whole() {
		o = synthetic.Options{Seed: 3, Events: 60, Articles: 400}
	}
	c := synthetic.New(o)
	docs := read(t, c)
	r := rand.New(rand.NewPCG(7, 7))
	want := ""
	for i := range orders {
		s := storetest.Open(t)
		batch := 1 + r.IntN(len(docs))
		cut := r.IntN(len(docs))
		load(t, s, docs[:cut], batch)
		load(t, s, docs[cut:], batch)
		got, err := s.Fingerprint(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if want = cmp.Or(want, got); got != want {
			t.Fatalf("order %d, batches of %d, in two loads of %d and %d: %s, want %s", i, batch, cut, len(docs)-cut, got, want)
		}
		r.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	}
	t.Logf("%d articles in %d orders: %s", len(docs), orders, want)
}

// TestStaleMarksAreGone looks for what a resolution has left undone.
func TestStaleMarksAreGone(t *testing.T) {
	c := synthetic.New(synthetic.Options{Seed: 4, Events: 3, Articles: 12})
	s := storetest.Open(t)
	load(t, s, read(t, c), 5)
	for _, cypher := range []string{
		"MATCH (n) WHERE n.stale RETURN labels(n), n.id",
		"MATCH (e)-[:SAME_AS]->()-[:SAME_AS]->() RETURN e.id",
		"MATCH (c:Claim)-[r]->(e:Entity)-[:SAME_AS]->() RETURN c.id, type(r), e.id",
		"MATCH (e:Entity)-[:SAME_AS]->() MATCH (e)-[f {status: 'asserted'}]->() RETURN e.id, type(f)",
		"MATCH (c:Claim) WHERE NOT EXISTS { (c)-[:SUBJECT]->() } RETURN c.id",
		"MATCH (k:Entity) WHERE k.thing AND NOT EXISTS { (k)<-[:SAME_AS]-() } RETURN k.id",
	} {
		if got := rows(t, s, cypher); len(got) > 0 {
			t.Errorf("%s: %s", cypher, strings.TrimSpace(fmt.Sprint(got[:min(3, len(got))])))
		}
	}
}
