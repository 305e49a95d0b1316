package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The texts of the sample corpus have no dates of their own; here they get one
// each, day after day, beside them. What had happened by a day and what had been
// published by it have different answers.
func TestTimesOnSharedArticles(t *testing.T) {
	found, err := filepath.Glob("../../../shared/articles/*.txt")
	if err != nil || len(found) == 0 {
		t.Log("nothing to read: no articles in ../shared/articles beside the repository")
		return
	}
	dir := t.TempDir()
	for i, path := range found {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, fmt.Sprintf("%03d", i))
		meta := fmt.Sprintf(`{"outlet": "Outlet %d", "published": "2024-01-%02d"}`, i, 10+i)
		if err := os.WriteFile(name+".txt", text, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name+".meta.json", []byte(meta), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := atTop(t)
	if code, shown := r.run("dossier load " + dir); code != 0 {
		t.Fatalf("exit %d: %s", code, shown)
	}
	type strike struct {
		Date     string `json:"date"`
		Articles int    `json:"articles"`
	}
	ask := func(times string) (out []strike) {
		t.Helper()
		code, shown := r.run("dossier query strikes --target Ukraine --format jsonl -q " + times)
		if code != 0 {
			t.Fatalf("exit %d: %s", code, shown)
		}
		for _, line := range strings.Split(strings.TrimSpace(shown), "\n") {
			var s strike
			if line == "" {
				continue
			}
			if err := json.Unmarshal([]byte(line), &s); err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			out = append(out, s)
		}
		return out
	}
	most := func(list []strike) (n int) {
		for _, s := range list {
			n = max(n, s.Articles)
		}
		return n
	}
	all, first := ask(""), ask("--known-by 2024-01-10")
	if got := ask("--known-by 2024-01-09"); len(got) > 0 {
		t.Errorf("before the first article: %v", got)
	}
	if most(first) != 1 || most(all) < 2 {
		t.Errorf("one article was out, then all: %v, %v", first, all)
	}
	happened := ask("--as-of-event 2023-12-31")
	if len(happened) == 0 || len(happened) >= len(all) {
		t.Errorf("%d of %d strikes had happened by the end of 2023", len(happened), len(all))
	}
	for _, s := range happened {
		if s.Date == "" || s.Date > "2023-12-31" {
			t.Errorf("a strike of %q had not happened in 2023", s.Date)
		}
	}
}
