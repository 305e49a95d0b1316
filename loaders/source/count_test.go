package source_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"dossier/loaders/source"
)

// Count says what Each will read, or that it cannot know.
func TestCount(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.html", "b.meta.json", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt", "readme.md", "many/e.jsonl"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("{}"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, tt := range []struct {
		args []string
		want int
	}{
		{[]string{at("sub")}, 1},
		{[]string{at("*.txt"), at("b.html")}, 2},
		{[]string{at("sub"), at("sub/c.txt")}, 2},
		{[]string{dir}, 0}, // many/e.jsonl
		{[]string{at("a.txt"), "-"}, 0},
		{[]string{"https://example.org/feed.xml"}, 0},
		{[]string{at("nothing*")}, 0},
		{nil, 0},
	} {
		if got := source.Count(tt.args); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.args, got, tt.want)
		}
	}
	articles := "../../testdata/articles"
	items := 0
	for range source.Each(context.Background(), []string{articles}, source.Options{}) {
		items++
	}
	if got := source.Count([]string{articles}); got != items {
		t.Errorf("%s: %d, but there are %d", articles, got, items)
	}
}
