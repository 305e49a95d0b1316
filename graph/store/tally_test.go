package store

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph"
)

func TestStatusOfStances(t *testing.T) {
	for _, row := range []struct {
		want    string
		stances []string
	}{
		{"asserted", []string{stanceAsserted, stanceAttributed, stanceAlleged, stanceHypothetical, stanceHeadline}},
		{"attributed", []string{stanceAttributed, stanceAlleged}},
		{"alleged", []string{stanceAlleged, stanceHypothetical}},
		{"disputed", []string{stanceAlleged, stanceDenied}},
		{"disputed", []string{stanceAsserted, stanceDenied, stanceHypothetical}},
		{"denied", []string{stanceDenied, stanceHypothetical}},
		{"denied", []string{stanceDenied, stanceHeadline}},
		{"planned", []string{stanceHypothetical, stanceHeadline}},
		{"headline", []string{stanceHeadline}},
	} {
		var sum tally
		for _, s := range row.stances {
			sum.add(testimony{stance: s})
		}
		if got := sum.status(); got != row.want {
			t.Errorf("%v: %q, want %q", row.stances, got, row.want)
		}
	}
}

func TestJoinCounts(t *testing.T) {
	exact := func(n int64) graph.Count { return graph.Count{Min: n, Max: n} }
	for _, row := range []struct {
		name       string
		a, b, want graph.Count
	}{
		{"nothing", graph.Count{}, graph.Count{}, graph.Count{}},
		{"one", exact(3), graph.Count{}, exact(3)},
		{"range", exact(30), exact(50), graph.Count{Min: 30, Max: 50}},
		{"unbounded", graph.Count{Min: 31, Max: -1, Qualifier: "more than"}, exact(34), graph.Count{Min: 31, Max: -1, Qualifier: "more than"}},
		{"unbounded but lower", graph.Count{Min: 31, Max: -1, Qualifier: "more than"}, exact(3), graph.Count{Min: 3, Max: -1}},
		{"inside", graph.Count{Min: 40, Max: 49, Qualifier: "almost"}, exact(45), graph.Count{Min: 40, Max: 49, Qualifier: "almost"}},
		{"unit", graph.Count{Min: 1, Max: 1, Unit: "people"}, exact(1), graph.Count{Min: 1, Max: 1, Unit: "people"}},
	} {
		for _, got := range []graph.Count{joinCounts(row.a, row.b), joinCounts(row.b, row.a)} {
			if got != row.want {
				t.Errorf("%s: %+v, want %+v", row.name, got, row.want)
			}
		}
	}
}

func TestJoinDates(t *testing.T) {
	order := []graph.Date{ // each is kept against those after it
		{From: "2024-01-02", To: "2024-01-02", Precision: graph.Day},
		{From: "2024-01-03", To: "2024-01-03", Precision: graph.Day},
		{From: "2024-01-01", To: "2024-01-07", Precision: graph.Week},
		{From: "2023-12-01", To: "2023-12-31", Precision: graph.Month},
		{From: "2020-01-01", To: "2020-12-31", Precision: graph.Year},
		{From: "2020-01-01", To: "2023-12-31", Precision: graph.Span},
		{From: "2019-01-01", To: "2019-01-01"},
		{},
	}
	for i, a := range order {
		for _, b := range order[i:] {
			if got := joinDates(a, b); got != a {
				t.Errorf("%v and %v: %v", a, b, got)
			}
			if got := joinDates(b, a); got != a {
				t.Errorf("%v and %v: %v", b, a, got)
			}
		}
	}
}

type statement struct {
	Article, Origin, Published string
	testimony                  testimony
}

func drawStatement(t *rapid.T) statement {
	article := rapid.IntRange(0, 3).Draw(t, "article")
	s := statement{
		Article:   fmt.Sprint("a", article),
		Published: []string{"", "2024-01-05", "2024-01-03T08:00:00Z", "2024-02-01"}[article],
		Origin:    rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "origin"),
	}
	s.testimony = testimony{
		stance:  rapid.SampledFrom([]string{stanceAsserted, stanceDenied, stanceAlleged, stanceHeadline}).Draw(t, "stance"),
		content: rapid.SampledFrom([]string{"", "Words.", "words"}).Draw(t, "content"),
	}
	if rapid.Bool().Draw(t, "dated") {
		s.testimony.date = graph.Date{From: rapid.SampledFrom([]string{"2024-01-01", "2024-01-02"}).Draw(t, "from"), To: "2024-01-31",
			Precision: rapid.SampledFrom(precisions).Draw(t, "precision")}
	}
	if rapid.Bool().Draw(t, "counted") {
		s.testimony.count = graph.Count{Min: rapid.Int64Range(0, 3).Draw(t, "min"), Max: rapid.SampledFrom([]int64{-1, 3, 4}).Draw(t, "max"),
			Qualifier: rapid.SampledFrom([]string{"", "about", "some"}).Draw(t, "qualifier")}
	}
	return s
}

// Adding article by article, with a stay in the database between them, gives
// what adding everything at once gives, in any order.
func TestTalliesJoin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		statements := rapid.SliceOfN(rapid.Custom(drawStatement), 1, 8).Draw(t, "statements")
		whole := newAccount()
		for _, s := range statements {
			whole.take(s.Article, s.Origin, s.Published, s.testimony)
		}
		var sum tally
		seen := map[string]bool{}
		for _, article := range rapid.Permutation([]string{"a0", "a1", "a2", "a3"}).Draw(t, "order") {
			part := newAccount()
			for _, s := range statements {
				if s.Article == article {
					part.take(s.Article, s.Origin, s.Published, s.testimony)
				}
			}
			fresh := int64(0)
			for origin := range part.words {
				if !seen[origin] {
					seen[origin] = true
					fresh++
				}
			}
			sum = tallyFrom(stored(t, sum.join(part.tally, fresh).row()))
		}
		if diff := cmp.Diff(whole.tally, sum, cmp.AllowUnexported(tally{})); diff != "" {
			t.Fatalf("at once and one by one: %s", diff)
		}
	})
}

// stored returns properties as the driver would read them.
func stored(t *rapid.T, r row) map[string]any {
	out := map[string]any{}
	for k, v := range r {
		switch v := v.(type) {
		case nil:
		case []string:
			list := make([]any, len(v))
			for i := range v {
				list[i] = v[i]
			}
			out[k] = list
		case string, int64, bool:
			out[k] = v
		case int:
			out[k] = int64(v)
		default:
			data, _ := json.Marshal(v)
			t.Fatalf("property %s has a value that Neo4j does not store: %s", k, data)
		}
	}
	return out
}

// What a sentence says of a claim survives being stored.
func TestTestimonyIsStored(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawStatement(t)
		e := graph.Evidence{
			Polarity:           rapid.SampledFrom([]graph.Polarity{graph.Affirmed, graph.Denied, graph.Negated}).Draw(t, "polarity"),
			Modality:           rapid.SampledFrom([]graph.Modality{graph.Asserted, graph.Reported, graph.Alleged, graph.Planned}).Draw(t, "modality"),
			Speakers:           rapid.SampledFrom([][]string{nil, {"person:x"}}).Draw(t, "speakers"),
			ContradictedByBody: rapid.Bool().Draw(t, "contradicted"),
		}
		c := graph.Claim{Date: s.testimony.date, Count: s.testimony.count, Content: s.testimony.content}
		want := s.testimony
		want.stance = stanceOf(e)
		props := evidenceRow(e, c, nil, s.Origin, placement{}, false)["props"].(row)
		if got := testimonyFrom(stored(t, props)); got != want {
			t.Fatalf("stored %+v, read %+v", want, got)
		}
	})
}
