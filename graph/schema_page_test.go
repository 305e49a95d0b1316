package graph

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite docs/schema.md")

func TestSchemaPageIsUpToDate(t *testing.T) {
	path := filepath.Join("..", "docs", "schema.md")
	want := DefaultOntology().Markdown()
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(string(data), "\r\n", "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("docs/schema.md is stale, run go test ./graph -update; -want +got:\n%s", diff)
	}
}

const smallOntology = `
version: 3
labels:
  Entity: {doc: "Anything."}
  State: {is: Entity, doc: "A | state."}
qualifiers:
  date: {kind: date, doc: "When."}
  place: {kind: entity, labels: [State], doc: "Where."}
relations:
  MET: {from: [State], to: [State], qualifiers: [date, place], identity: [date], symmetric: true, doc: "Met."}
  SAW: {from: [State], to: [State], doc: "Saw."}
  KILLED: {from: [Entity], doc: "Deaths."}
`

func TestMarkdown(t *testing.T) {
	o, err := ParseOntology([]byte(smallOntology))
	if err != nil {
		t.Fatal(err)
	}
	page := o.Markdown()
	for _, want := range []string{
		"ontology, version 3.",
		"| Relation | From | To | Qualifiers | Meaning |\n|---|---|---|---|---|\n| `KILLED` | Entity |  |  | Deaths. |",
		"| `MET` ↔ | State | State | **date**, place | Met. |",
		"| `State` | Entity | A \\| state. |",
		"| `place` | State | Where. |",
		"```mermaid\n" + o.Mermaid() + "```\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("page lacks %q:\n%s", want, page)
		}
	}
}

func TestMermaid(t *testing.T) {
	o, err := ParseOntology([]byte(smallOntology))
	if err != nil {
		t.Fatal(err)
	}
	want := `flowchart LR
  n1["Entity"]
  n2["a count or words"]
  n3["State"]
  n1 -->|"KILLED"| n2
  n3 -->|"MET<br>SAW"| n3
`
	if diff := cmp.Diff(want, o.Mermaid()); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}
