package score

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/loaders"
)

func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func wantError(t *testing.T, err error, want string) {
	t.Helper()
	if err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("error %v, want one with %q", err, want)
	}
}

const line = `{"rel":"MET","head":"A","head_type":"Person","tail":"B","tail_type":"Person","sentence":"A met B."}`

func TestReadGold(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"b.gold.jsonl":           line + "\n\n" + line,
		"article-7.gold.jsonl":   line,
		".hidden.gold.jsonl":     "{",
		"b.pred.jsonl":           line,
		"below/c.gold.jsonl":     line,
		"predictions/b.txt":      "",
		"predictions/notes.json": "{",
	})
	docs, err := ReadGold(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(docs) != 2 || docs[0].Name != "article-7" || docs[1].Name != "b" {
		t.Fatalf("documents %+v", docs)
	}
	if !docs[0].Elsewhere() || docs[0].Article() != "7" || docs[1].Elsewhere() || docs[1].Article() != "b" {
		t.Errorf("texts %s and %s", docs[0].Article(), docs[1].Article())
	}
	if len(docs[1].Gold) != 2 || !docs[1].Unread {
		t.Errorf("document %+v", docs[1])
	}
	if err := ReadPredictions(dir, docs); err != nil {
		t.Fatal(err)
	}
	if !docs[0].Unread || docs[1].Unread || len(docs[1].Facts) != 1 {
		t.Errorf("after reading: %+v", docs)
	}
}

func TestReadErrors(t *testing.T) {
	_, err := ReadGold(t.TempDir())
	wantError(t, err, "no file NAME.gold.jsonl")
	_, err = ReadGold(filepath.Join(t.TempDir(), "missing"))
	wantError(t, err, "missing")
	_, err = ReadGold(writeFiles(t, map[string]string{"a.gold.jsonl": line + "\n{"}))
	wantError(t, err, "a.gold.jsonl:2: ")
	_, err = ReadGold(writeFiles(t, map[string]string{"a.gold.jsonl": `{"rel":"MET","head":"A"}`}))
	wantError(t, err, "a.gold.jsonl:1: a gold fact needs head_type")

	docs := []Document{{Name: "a", Unread: true}}
	wantError(t, ReadPredictions(filepath.Join(t.TempDir(), "missing"), docs), "missing")
	wantError(t, ReadPredictions(writeFiles(t, map[string]string{"a.pred.jsonl": "\n\n7\n"}), docs), "a.pred.jsonl:3: ")

	_, err = ReadNames(filepath.Join(t.TempDir(), "missing"))
	wantError(t, err, "missing")
	for text, want := range map[string]string{
		`{"states": []}`:                     "a section must be an object",
		`{"states": {"Norway": "Oslo"}}`:     `aliases of "Norway"`,
		`{"relations": {"SAID": ["A"]}}`:     "relations",
		`{"states": {"Norway": ["Oslo"]}} ]`: "after top-level value",
	} {
		_, err := ReadNames(filepath.Join(writeFiles(t, map[string]string{NamesFile: text}), NamesFile))
		wantError(t, err, want)
		wantError(t, err, NamesFile)
	}
}

func TestFindNames(t *testing.T) {
	dir := writeFiles(t, map[string]string{
		"w[x]/own/aliases.json":   "{}",
		"w[x]/other/aliases.json": "{}",
		"w[x]/none/a.gold.jsonl":  line,
		"alone/deep/a.gold.jsonl": line,
	})
	for _, row := range []struct{ gold, want string }{
		{"w[x]/own", "w[x]/own/aliases.json"},
		{"w[x]/none", "w[x]/other/aliases.json"}, // the first of the folders beside it
		{"alone/deep", ""},
	} {
		got, err := FindNames(filepath.Join(dir, row.gold))
		if err != nil {
			t.Fatal(err)
		}
		if got != "" {
			got, _ = filepath.Rel(dir, got)
		}
		if filepath.ToSlash(got) != row.want {
			t.Errorf("names for %s: %q, want %q", row.gold, got, row.want)
		}
	}
}

// A name that is listed twice belongs to the first that has it, but a capital
// to its state.
func TestNameListedTwice(t *testing.T) {
	n, err := parseNames([]byte(`{
		"orgs": {"Oslo": []},
		"states": {"Norway": ["N"], "Niger": ["N"]},
		"places": {"Niger Delta": ["Niger"]},
		"capitals_as_states": {"Norway": ["Oslo"]}
	}`))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		kind, gold, text string
		want             bool
	}{
		{"State", "Norway", "N", true},
		{"State", "Niger", "N", false},
		{"State", "Norway", "Oslo", true},
		{"Org", "Norway", "Oslo", false},
		{"Place", "Niger Delta", "Niger", true},
	} {
		if got := n.same(row.gold, row.kind, row.text); got != row.want {
			t.Errorf("%s %q named as %q: %v, want %v", row.kind, row.gold, row.text, got, row.want)
		}
	}
}

func FuzzFiles(f *testing.F) {
	f.Add([]byte(line), []byte(`{"states":{"Norway":["Oslo"]},"relations":{"SAID":"STATED"}}`))
	f.Add([]byte("\n{\"rel\":1}"), []byte(`{"states":{"":[""]}}`))
	f.Add([]byte(line), []byte(`{"persons":{"—":["A"]},"places":{"B":["the"]}}`))
	f.Add([]byte(strings.ReplaceAll(line, `"B"`, `"—"`)), []byte(`{"persons":{"":["B"]}}`))
	f.Fuzz(func(t *testing.T, text, aliases []byte) {
		gold, err := parseLines("fuzz", text, Gold.check)
		if err != nil {
			return
		}
		facts, err := parseLines("fuzz", text, func(loaders.Fact) error { return nil })
		if err != nil {
			return
		}
		names, err := parseNames(aliases)
		if err != nil {
			names = nil
		}
		r := Score([]Document{{Name: "fuzz", Gold: gold, Facts: facts}}, names)
		required := 0
		for _, g := range gold {
			if !g.Optional {
				required++
			}
		}
		if r.All.Found+r.All.Missed != required || r.All.Found+r.All.Wrong+r.Ignored != len(facts) {
			t.Errorf("%d required facts and %d predictions, counted %+v and %d ignored", required, len(facts), r.All, r.Ignored)
		}
	})
}

func FuzzNormalize(f *testing.F) {
	for _, s := range []string{"", "U.S.", "s'", "'s", "a.b.", "İ’", "\xff."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n := normalize(s)
		if strings.Trim(n, "abcdefghijklmnopqrstuvwxyz0123456789$% ") != "" || strings.Contains(n, "  ") || strings.TrimSpace(n) != n {
			t.Errorf("normalize(%q) = %q", s, n)
		}
	})
}
