package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"

	"dossier/graph/storetest"
)

// A narrow terminal.
type narrow struct {
	bytes.Buffer
	lines int
}

func (n *narrow) Size() (columns, lines int) { return 60, n.lines }

// Every command that answers fits a terminal of 60 columns, but for addresses,
// which stay in one piece.
func TestNarrowTerminal(t *testing.T) {
	config := storetest.Config(t)
	variables := map[string]string{
		"NEO4J_URI": config.URI, "NEO4J_USERNAME": config.Username, "NEO4J_PASSWORD": config.Password, "NEO4J_DATABASE": config.Database,
	}
	onScreen := func(lines int, words ...string) (code int, shown, told string) {
		out := &narrow{lines: lines}
		var notes bytes.Buffer
		code = run(t.Context(), append([]string{"dossier"}, words...), strings.NewReader(""), out, &notes, func(name string) string { return variables[name] })
		return code, out.String(), notes.String()
	}
	if code, _, told := onScreen(0, "load", "../../testdata/articles"); code != exitDone {
		t.Fatalf("load: exit %d: %s", code, told)
	}
	for _, line := range [][]string{
		{"query"},
		{"query", "--search", "sanction"},
		{"query", "transfers", "--goods", "missiles"},
		{"query", "denials"},
		{"query", "violations", "--profile"},
		{"search", "missiles"},
		{"show", "North Korea"},
		{"path", "Kim Jong Un", "Ukraine"},
		{"cypher", "MATCH (a:Article) RETURN a.title AS title, a.outlet AS outlet ORDER BY title"},
	} {
		name := strings.Join(line, " ")
		code, shown, told := onScreen(0, line...)
		if code != exitDone || shown == "" || strings.Contains(shown, "\t") {
			t.Errorf("%s: exit %d, %s\n%s", name, code, told, shown)
		}
		for l := range strings.Lines(shown) {
			l = strings.TrimSuffix(l, "\n")
			if text.StringWidthWithoutEscSequences(l) > 60 && !strings.Contains(l, "https://") {
				t.Errorf("%s: line of %d columns: %s", name, text.StringWidthWithoutEscSequences(l), l)
			}
		}
	}

	// Colours are for those who want them, and long answers for the pager.
	const denied = "\x1b[31mdenied\x1b[0m"
	statuses := []string{"query", "timeline", "--undated", "--status", "denied"}
	if _, shown, _ := onScreen(0, statuses...); !strings.Contains(shown, denied) {
		t.Errorf("no colours in\n%s", shown)
	}
	variables["NO_COLOR"] = "1"
	if _, shown, _ := onScreen(0, statuses...); strings.Contains(shown, "\x1b") {
		t.Errorf("colours in spite of NO_COLOR:\n%s", shown)
	}
	variables["PAGER"] = "sed s/^/paged:/"
	if _, shown, _ := onScreen(8, "show", "North Korea"); !strings.HasPrefix(shown, "paged:Who it is\n") {
		t.Errorf("no pager:\n%s", shown)
	}
	for _, line := range [][]string{{"show", "North Korea", "--no-pager"}, {"cypher", "RETURN 1 AS n"}} {
		if _, shown, _ := onScreen(8, line...); strings.Contains(shown, "paged:") {
			t.Errorf("%q went through the pager:\n%s", line, shown)
		}
	}
	variables["PAGER"] = "no-such-pager-here"
	if _, shown, _ := onScreen(8, "show", "North Korea"); !strings.HasPrefix(shown, "Who it is\n") {
		t.Errorf("without its pager the answer is lost:\n%s", shown)
	}
	variables["PAGER"] = "exit 3"
	if code, _, told := onScreen(8, "show", "North Korea"); code != exitDone {
		t.Errorf("a pager that is left makes exit %d: %s", code, told)
	}
}
