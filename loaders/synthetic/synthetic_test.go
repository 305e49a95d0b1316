package synthetic_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/loaders/source"
	"dossier/loaders/synthetic"
)

func TestSameSeedSameCorpus(t *testing.T) {
	o := synthetic.Options{Seed: 5, Events: 40, Articles: 300}
	a, b := synthetic.New(o), synthetic.New(o)
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("the same options make another corpus:\n%s", diff)
	}
	o.Seed++
	if cmp.Equal(a, synthetic.New(o)) {
		t.Error("another seed makes the same corpus")
	}
	if len(a.Truth.Replaced) == 0 || len(a.Truth.Contradictions) == 0 {
		t.Errorf("no edits or no contradictions: %+v", a.Truth)
	}
}

// What is written is read back as the articles that the truth speaks of.
func TestWrite(t *testing.T) {
	c, dir := synthetic.New(synthetic.Options{Seed: 5, Events: 10, Articles: 60}), t.TempDir()
	if err := c.Write(dir); err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for item := range source.Each(context.Background(), []string{filepath.Join(dir, "articles.jsonl")}, source.Options{}) {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		got = append(got, item.Article.ID+" "+item.Article.URL+" "+item.Article.Published+" "+item.Article.Modified)
	}
	for _, a := range c.Articles {
		want = append(want, a.ID+" "+a.URL+" "+a.Published+" "+a.Modified)
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-written +read:\n%s", diff)
	}
}
