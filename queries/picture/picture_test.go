package picture_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/queries/excerpt"
	"dossier/queries/picture"
)

var update = flag.Bool("update", false, "write golden files instead of comparing them")

// sample has two claims of one kind between the same ends, a role, a denial, a
// saying without a second end, and a name that every format must quote.
func sample() *excerpt.Excerpt {
	x := excerpt.Empty()
	x.Entities = []excerpt.Entity{
		{ID: "person:x", Name: "Ann \"the <Fox>\" O'Dun & Co #1 `|` \\\nLtd", Label: "Person"},
		{ID: "state:BR", Name: "São Brío", Label: "State"},
		{ID: "state:DU", Name: "Dunland", Label: "State"},
		{ID: "transfer:t", Name: "transfer of drones", Label: "Transfer"},
		{ID: "weapon:drone", Name: "drone", Label: "Drone"},
	}
	x.Claims = []excerpt.Claim{
		{ID: "c1", Relation: "SUPPLIED", Subject: "state:BR", Object: "weapon:drone", Status: "alleged", Articles: 1, Date: "2024-01-09", DateTo: "2024-01-10",
			Roles: map[string][]string{"recipient": {"state:DU"}, "transfer": {"transfer:t"}}},
		{ID: "c2", Relation: "SUPPLIED", Subject: "state:BR", Object: "weapon:drone", Status: "asserted", Articles: 3, Date: "2023-05-01", DateTo: "2023-05-31",
			Roles: map[string][]string{"recipient": {"state:DU"}}},
		{ID: "c3", Relation: "MET", Subject: "person:x", Object: "state:DU", Status: "denied", Articles: 1},
		{ID: "c4", Relation: "STATED", Subject: "person:x", Content: "so", Status: "asserted", Articles: 1},
	}
	return x
}

func write(t *testing.T, format string, p *picture.Picture) string {
	t.Helper()
	var b bytes.Buffer
	if err := picture.Write(&b, format, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestOf(t *testing.T) {
	p := picture.Of(sample())
	want := []picture.Edge{
		{From: "person:x", To: "state:DU", Relation: "MET", Claims: []string{"c3"}, Status: "denied", Articles: 1},
		{From: "state:BR", To: "weapon:drone", Relation: "SUPPLIED", Claims: []string{"c1", "c2"}, Status: "asserted", Articles: 3, First: "2023-05-01", Last: "2024-01-10"},
		{From: "weapon:drone", To: "state:DU", Relation: "SUPPLIED", Role: "recipient", Claims: []string{"c1", "c2"}, Status: "asserted", Articles: 3, First: "2023-05-01", Last: "2024-01-10"},
	}
	if diff := cmp.Diff(want, p.Edges); diff != "" {
		t.Error(diff)
	}
	if len(p.Nodes) != 4 {
		t.Errorf("%d nodes, want the four that an edge joins", len(p.Nodes))
	}
}

func TestGolden(t *testing.T) {
	p := picture.Of(sample())
	for _, format := range picture.Formats() {
		got, file := write(t, format, p), filepath.Join("testdata", "sample."+format)
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatalf("%v (make it with -update)", err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got), -update accepts it:\n%s", file, diff)
		}
	}
	if err := picture.Write(io.Discard, "png", p); err == nil {
		t.Error("png is no format")
	}
}

// What is written can be read by others, also when it is empty or foreign
// texts have everything in them.
func TestWellFormed(t *testing.T) {
	for name, p := range map[string]*picture.Picture{"sample": picture.Of(sample()), "empty": {}} {
		var doc struct {
			Elements struct {
				Nodes, Edges []struct{ Data map[string]any }
			}
		}
		if err := json.Unmarshal([]byte(write(t, "cytoscape", p)), &doc); err != nil || len(doc.Elements.Nodes) != len(p.Nodes) || len(doc.Elements.Edges) != len(p.Edges) {
			t.Errorf("%s: cytoscape: %v, %d nodes and %d edges", name, err, len(doc.Elements.Nodes), len(doc.Elements.Edges))
		}
		d := xml.NewDecoder(strings.NewReader(write(t, "graphml", p)))
		for {
			_, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: graphml: %v", name, err)
			}
		}
		if strings.Count(write(t, "dot", p), "\n") != 5+len(p.Nodes)+len(p.Edges) {
			t.Errorf("%s: dot: not a line for each node and edge:\n%s", name, write(t, "dot", p))
		}
		dot, err := exec.LookPath("dot")
		if err != nil {
			continue // Graphviz is the judge only where it is at hand; the lines above are the test
		}
		cmd := exec.Command(dot, "-Tsvg")
		cmd.Stdin = strings.NewReader(write(t, "dot", p))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: dot: %v\n%s", name, err, out)
		}
	}
}
