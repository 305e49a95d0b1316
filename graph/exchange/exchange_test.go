package exchange_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dossier/graph/exchange"
	"dossier/graph/store"
)

// a graph that exists on paper only.
type paper []store.Record

func (p paper) Turn(context.Context) (int64, error) { return 7, nil }

func (p paper) Dump(_ context.Context, each func(store.Record) error) error {
	for _, r := range p {
		properties := map[string]any{}
		for k, v := range r.Properties {
			properties[k] = v
		}
		r.Properties = properties
		if err := each(r); err != nil {
			return err
		}
	}
	return nil
}

func sample() paper {
	return paper{
		{Kind: "article", ID: "a1", Labels: []string{"Article"}, Properties: map[string]any{"id": "a1", "title": "A \"title\", with\nlines <b>", "arrived": int64(3)}},
		{Kind: "entity", ID: "state:ST", Labels: []string{"Entity", "State"}, Properties: map[string]any{"id": "state:ST", "name": "São Tomé", "aliases": []any{"a;b", "c,d"}, "described": false}},
		{Kind: "claim", ID: "c1", Labels: []string{"Claim"}, Properties: map[string]any{"id": "c1", "score": 1.0, "big": int64(1) << 60, "small": 0.25}},
		{Kind: "edge", Type: "SUBJECT", From: "c1", FromKind: "claim", To: "state:ST", ToKind: "entity", Properties: map[string]any{}},
		{Kind: "edge", Type: "MAYBE_SAME", From: "state:ST", FromKind: "entity", To: "state:ST", ToKind: "entity", Properties: map[string]any{"ns": []any{int64(1), int64(2)}}},
	}
}

func write(t testing.TB, p paper) string {
	t.Helper()
	var b bytes.Buffer
	if _, _, err := exchange.Write(t.Context(), &b, p, 1); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(text string) (records []store.Record, err error) {
	r, err := exchange.NewReader(strings.NewReader(text))
	for err == nil {
		var rec store.Record
		var ok bool
		if rec, ok, err = r.Next(); !ok {
			break
		}
		records = append(records, rec)
	}
	return records, err
}

func TestRoundTrip(t *testing.T) {
	text := write(t, sample())
	got, err := read(text)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]store.Record(sample()), got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
	if again := write(t, got); again != text {
		t.Errorf("a second time it is\n%s\nnot\n%s", again, text)
	}
}

func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(exchange.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("dossier.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("dossier.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(line string) error {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		return schema.Validate(v)
	}
	for line := range strings.Lines(write(t, sample())) {
		if err := valid(line); err != nil {
			t.Errorf("%s\n%v", line, err)
		}
	}
	for _, line := range []string{`{}`, `{"type":"user","id":"x"}`, `{"type":"claim","id":"x","labels":[],"properties":{"id":"x"}}`, `{"type":"end","more":1}`} {
		if valid(line) == nil {
			t.Errorf("the schema lets %s through", line)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	const head, end = `{"type":"dossier","format":1,"ontology":1}` + "\n", `{"type":"end"}` + "\n"
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", "it is empty"},
		{"another kind of file", `{"rel":"MET"}` + "\n", "line 1: json: unknown field"},
		{"no header", end, "line 1: type \"end\": want the header"},
		{"a later format", `{"type":"dossier","format":2}`, "line 1: format 2: this release reads format 1"},
		{"broken off", head, "line 1: the file breaks off"},
		{"broken off in a line", head + `{"type":"claim","id"`, "line 2: not a whole JSON object"},
		{"a record lost", head + `{"type":"end","nodes":1}`, "line 2: 1 nodes and 0 edges were written, and the file has 0 and 0"},
		{"more after the end", head + end + head, "there is more after the end"},
		{"two on a line", head + `{"type":"end"}{"type":"end"}`, "line 2: more than one JSON object"},
		{"unknown type", head + `{"type":"user"}`, `line 2: unknown type "user"`},
		{"a map in a property", head + `{"type":"claim","properties":{"x":{}}}`, "line 2: property x: map[] is no value"},
		{"a mixed list", head + `{"type":"claim","properties":{"x":[1,"a"]}}`, "line 2: property x: a list of values of several types"},
		{"a number beyond", head + `{"type":"claim","properties":{"x":99999999999999999999}}`, "line 2: property x:"},
	} {
		if _, err := read(test.text); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
}

// Whatever a file holds, it is read or refused, and what is read can be written
// and read again.
func FuzzRead(f *testing.F) {
	f.Add(write(f, sample()))
	f.Add(`{"type":"dossier","format":1}` + "\n" + `{"type":"edge","properties":{"x":[1.5,2e9]}}` + "\n" + `{"type":"end","edges":1}`)
	f.Fuzz(func(t *testing.T, text string) {
		records, err := read(text)
		if err != nil {
			return
		}
		again, err := read(write(t, records))
		if err != nil || len(again) != len(records) {
			t.Errorf("%d records became %d: %v", len(records), len(again), err)
		}
	})
}

func TestCSV(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	nodes, edges, err := exchange.WriteCSV(t.Context(), dir, sample())
	if err != nil || nodes != 3 || edges != 2 {
		t.Fatalf("%d nodes, %d edges, %v", nodes, edges, err)
	}
	rows := func(name string) [][]string {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		all, err := csv.NewReader(f).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	for name, want := range map[string][][]string{
		"nodes-article.csv":                  {{"id:ID", "arrived:long", "title:string", ":LABEL"}, {"a1", "3", "A \"title\", with\nlines <b>", "Article"}},
		"nodes-entity.csv":                   {{"id:ID", "aliases:string[]", "described:boolean", "name:string", ":LABEL"}, {"state:ST", "a;b\x1fc,d", "false", "São Tomé", "Entity\x1fState"}},
		"nodes-claim.csv":                    {{"id:ID", "big:long", "score:double", "small:double", ":LABEL"}, {"c1", "1152921504606846976", "1", "0.25", "Claim"}},
		"edges-claim-subject-entity.csv":     {{":START_ID", ":END_ID", ":TYPE"}, {"c1", "state:ST", "SUBJECT"}},
		"edges-entity-maybe_same-entity.csv": {{":START_ID", ":END_ID", "ns:long[]", ":TYPE"}, {"state:ST", "state:ST", "1\x1f2", "MAYBE_SAME"}},
	} {
		if diff := cmp.Diff(want, rows(name)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	command, err := os.ReadFile(filepath.Join(dir, "import.txt"))
	if err != nil || strings.Count(string(command), "--nodes=") != 3 || strings.Count(string(command), "--relationships=") != 2 {
		t.Errorf("%s %v", command, err)
	}
}
