package store

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph"
)

// Every version of the ontology has the step that leads to it.
func TestMigrationsAreComplete(t *testing.T) {
	var got, want []int
	for _, m := range migrations {
		got = append(got, m.to)
	}
	for v := 2; v <= graph.DefaultOntology().Version; v++ {
		want = append(want, v)
	}
	if !slices.Equal(got, want) {
		t.Errorf("steps to versions %v, want %v", got, want)
	}
}

// One name means one thing: an edge of a role cannot be taken for a fact.
func TestNamesDoNotClash(t *testing.T) {
	types := relationshipTypes(graph.DefaultOntology())
	if clash := len(types) - len(slices.Compact(slices.Clone(types))); clash > 0 {
		t.Errorf("%d relationship types have two meanings: %v", clash, types)
	}
	if !slices.IsSorted(properties) {
		t.Error("properties are not sorted")
	}
}

func TestQuote(t *testing.T) {
	for _, row := range []struct{ in, want string }{{"State", "`State`"}, {"a`b", "`a``b`"}, {"", "``"}} {
		if got := quote(row.in); got != row.want {
			t.Errorf("quote(%q) = %s, want %s", row.in, got, row.want)
		}
	}
}

func TestCheckServer(t *testing.T) {
	for _, row := range []struct {
		agent string
		want  error
	}{
		{"Neo4j/5.0.0", nil}, {"Neo4j/5.26.30", nil}, {"Neo4j/2025.01.0", nil}, {"Neo4j/v5.2.0 compatible", nil},
		{"Neo4j/4.4.38", ErrTooOld}, {"Neo4j/3.5.0", ErrTooOld}, {"Memgraph/2.0", ErrNotNeo4j}, {"", ErrNotNeo4j},
	} {
		if err := checkServer(row.agent, "bolt://host"); !errors.Is(err, row.want) || (err == nil) != (row.want == nil) {
			t.Errorf("%q: error %v, want %v", row.agent, err, row.want)
		}
	}
}

func TestComparePublished(t *testing.T) {
	order := []string{
		"2023-12-31", "2024-01-01T00:30:00+02:00", "2024-01-01", "2024-01-01T00:00:00Z", "2024-01-01T08:00:00Z", "2024-01-02",
		"last week", "soon", "",
	}
	for i, a := range order {
		for j, b := range order {
			if got, want := comparePublished(a, b) < 0, i < j; got != want {
				t.Errorf("%q before %q: %v, want %v", a, b, got, want)
			}
		}
	}
}

func drawRecord(t *rapid.T) record {
	text := func(name string) string { return rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, name) }
	published := rapid.SampledFrom([]string{"", "2024-01-01", "2024-01-02T10:00:00Z"}).Draw(t, "published")
	m := metadata{name: text("name"), title: text("title"), outlet: text("outlet"), url: text("url"), published: published}
	if published != "" {
		m.publishedFrom = text("from")
	}
	return record{
		metadata:   m,
		rendition:  rendition{published: published, hash: text("hash")},
		extraction: "the same rules",
	}
}

// The record of an article does not depend on the order of its loads.
func TestRecordsJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		loads := rapid.SliceOfN(rapid.Custom(drawRecord), 2, 5).Draw(t, "loads")
		stored := func(loads []record) record {
			r := loads[0]
			for _, l := range loads[1:] {
				r, _ = incoming{record: l}.against(r)
			}
			return r
		}
		want := stored(loads)
		other := rapid.Permutation(loads).Draw(t, "order")
		if got := stored(other); got != want {
			t.Fatalf("%+v, in another order %+v", want, got)
		}
		together := incoming{record: other[0]}
		for _, l := range other[1:] {
			together = together.join(incoming{record: l})
		}
		if together.record != want {
			t.Fatalf("%+v, together %+v", want, together.record)
		}
		if want.published != want.rendition.published {
			t.Fatalf("published %q, but read as of %q", want.published, want.rendition.published)
		}
		for _, l := range loads {
			if _, do := (incoming{record: l}).against(want); do != skip {
				t.Fatalf("a load that is in there is not skipped: %+v against %+v", l, want)
			}
		}
	})
}

func drawVariant(t *rapid.T) variant {
	name := rapid.SampledFrom([]string{"", "KN-23", "KN-24", "the missile"})
	v := variantOf(graph.Entity{
		Label:     rapid.SampledFrom([]string{"Weapon", "Missile", "Drone"}).Draw(t, "label"),
		Name:      name.Draw(t, "name"),
		Aliases:   rapid.SliceOfN(name, 0, 3).Draw(t, "aliases"),
		Parent:    rapid.SampledFrom([]string{"", "weapon:a", "weapon:b"}).Draw(t, "parent"),
		Described: rapid.Bool().Draw(t, "described"),
	})
	if rapid.Bool().Draw(t, "has refs") {
		v.Refs = map[string]string{"wikidata": rapid.SampledFrom([]string{"Q1", "Q2"}).Draw(t, "ref")}
	}
	return v
}

// What an entity is does not depend on the order or number of the articles that
// know it, and survives being stored.
func TestVariantsJoin(t *testing.T) {
	o := graph.DefaultOntology()
	rapid.Check(t, func(t *rapid.T) {
		variants := rapid.SliceOfN(rapid.Custom(drawVariant), 1, 4).Draw(t, "variants")
		want := joinVariants(o, "weapon:x", variants)
		again := slices.Concat(rapid.Permutation(variants).Draw(t, "order"), variants[:1])
		if diff := cmp.Diff(want, joinVariants(o, "weapon:x", again)); diff != "" {
			t.Fatalf("in another order: %s", diff)
		}
		for _, v := range variants {
			text, _ := v.encode("weapon:x")
			back, err := decodeVariant(text)
			if err != nil {
				t.Fatal(err)
			}
			if again, _ := back.encode("weapon:x"); again != text {
				t.Fatalf("%s stored and read is %s", text, again)
			}
		}
		if want.Name != "" && slices.Contains(want.Aliases, want.Name) {
			t.Fatalf("%q is an alias of itself", want.Name)
		}
	})
}

func TestBatchLength(t *testing.T) {
	article := func(sentences int) incoming {
		return incoming{doc: &graph.Document{Sentences: make([]graph.Sentence, sentences)}}
	}
	for _, row := range []struct {
		name     string
		articles []incoming
		rows     int
		want     int
	}{
		{"all fit", []incoming{article(4), article(4)}, 10, 2},
		{"one too many", []incoming{article(4), article(4), article(0)}, 10, 2},
		{"a giant alone", []incoming{article(100), article(1)}, 10, 1},
		{"a giant later", []incoming{article(1), article(100)}, 10, 1},
	} {
		if got := batchLength(row.articles, row.rows); got != row.want {
			t.Errorf("%s: %d, want %d", row.name, got, row.want)
		}
	}
}

// The bag forgets the order and nothing else.
func TestBag(t *testing.T) {
	hash := func(members ...any) string {
		var b bag
		for _, m := range members {
			if err := b.add(m); err != nil {
				t.Fatal(err)
			}
		}
		var out strings.Builder
		b.writeTo(out.Write)
		return out.String()
	}
	if hash("a", "b", "c") != hash("c", "a", "b") {
		t.Error("the order counts")
	}
	different := []string{hash(), hash("a"), hash("a", "a"), hash("a", "b"), hash("ab"), hash([]any{"a", "b"}), hash(map[string]any{"a": "b"})}
	for i := range different {
		for j := range i {
			if different[i] == different[j] {
				t.Errorf("bags %d and %d have one hash", i, j)
			}
		}
	}
	data, err := json.Marshal(map[string]any{"b": 1, "a": 2})
	if err != nil || string(data) != `{"a":2,"b":1}` {
		t.Errorf("JSON does not sort keys: %s, %v", data, err)
	}
}
