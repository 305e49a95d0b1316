package queries_test

import (
	"testing"

	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/excerpt"
	"dossier/queries/picture"
)

// An excerpt of all claims refers to nothing that it does not hold, and every
// claim has its evidence.
func testExcerpt(t *testing.T, g *store.Store) {
	all, err := excerpt.All(t.Context(), g)
	if err != nil || len(all) == 0 {
		t.Fatalf("%d claims, %v", len(all), err)
	}
	x, err := excerpt.Read(t.Context(), g, append(all, "no such claim"))
	if err != nil {
		t.Fatal(err)
	}
	entities, sentences, articles := map[string]bool{"": true}, map[string]bool{}, map[string]bool{}
	for _, e := range x.Entities {
		entities[e.ID] = true
	}
	for _, a := range x.Articles {
		articles[a.ID] = true
	}
	for _, s := range x.Sentences {
		sentences[s.ID] = true
		if !articles[s.Article] || s.Text == "" {
			t.Errorf("sentence %s: article %s, text %q", s.ID, s.Article, s.Text)
		}
	}
	if len(x.Claims) != len(all) {
		t.Errorf("%d claims of %d", len(x.Claims), len(all))
	}
	for _, c := range x.Claims {
		if !entities[c.Subject] || c.Subject == "" || !entities[c.Object] || len(c.Evidence) == 0 || c.Status == "" {
			t.Errorf("claim without its own: %+v", c)
		}
		for _, e := range c.Evidence {
			if !sentences[e.Sentence] {
				t.Errorf("claim %s: no sentence %s", c.ID, e.Sentence)
			}
			for _, s := range e.Speakers {
				if !entities[s] {
					t.Errorf("claim %s: no speaker %s", c.ID, s)
				}
			}
		}
	}
	of, err := excerpt.Of(t.Context(), g, []string{"state:KP"})
	if err != nil || len(of) == 0 || len(of) >= len(all) {
		t.Errorf("%d of %d claims are about North Korea, %v", len(of), len(all), err)
	}
}

// Every query that names its claims can be drawn.
func testPictures(t *testing.T, g *store.Store) {
	drawn := 0
	for _, q := range library(t).Queries() {
		if !q.HasClaims() {
			continue
		}
		result, err := q.Run(t.Context(), g, nil)
		if _, usage := err.(*queries.UsageError); usage {
			continue // it wants an argument
		}
		if err != nil {
			t.Fatal(err)
		}
		x, err := excerpt.Read(t.Context(), g, result.ClaimIDs())
		if err != nil {
			t.Fatal(err)
		}
		if len(result.Rows) > 0 && len(x.Claims) == 0 {
			t.Errorf("%s: %d rows rest on no claim", q.Name, len(result.Rows))
		}
		if p := picture.Of(x); len(p.Edges) > 0 {
			drawn++
		}
	}
	if drawn < 8 {
		t.Errorf("only %d queries give a picture", drawn)
	}
}
