package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/store"
	"dossier/graph/storetest"
	"dossier/queries"
)

// A reader runs command lines as a user at the top of the repository does.
type reader struct {
	t      *testing.T
	config store.Config
}

func atTop(t *testing.T) reader {
	t.Chdir("../..")
	return reader{t, storetest.Config(t)}
}

// A terminal of the usual width in documents, endless, without colours.
type terminal struct{ bytes.Buffer }

func (*terminal) Size() (columns, lines int) { return queries.DefaultWidth, 0 }

// run returns what the command line shows on a terminal: results and notes.
func (r reader) run(line string) (code int, shown string) {
	r.t.Helper()
	words, err := shellWords(line)
	if err != nil {
		r.t.Fatalf("%s: %v", line, err)
	}
	var out terminal
	code = run(r.t.Context(), words, strings.NewReader(""), &out, struct{ io.Writer }{&out}, func(name string) string {
		return map[string]string{
			"NO_COLOR":  "1",
			"NEO4J_URI": r.config.URI, "NEO4J_USERNAME": r.config.Username,
			"NEO4J_PASSWORD": r.config.Password, "NEO4J_DATABASE": r.config.Database,
		}[name]
	})
	return code, out.String()
}

var word = regexp.MustCompile(`'[^']*'|"[^"]*"|[^\s'"]+`)

// shellWords splits a command line that needs no more of a shell than quotes.
func shellWords(line string) ([]string, error) {
	words := word.FindAllString(line, -1)
	for i, w := range words {
		if strings.ContainsAny(w[:1], `'"`) {
			words[i] = w[1 : len(w)-1]
		} else if strings.ContainsAny(w, "|<>$*`\\;&") {
			return nil, fmt.Errorf("%s is for a shell", w)
		}
	}
	return words, nil
}

// inexact are the lines that may differ: times, and the sizes of the graph, which
// change with every rule and matter to nobody.
var inexact = regexp.MustCompile(`(?m)^(sentences|claims|edges|seconds) +[0-9.]+$`)

// The sessions in the documents are what happens. A session is a block marked
// console: lines that begin with "$ " are run, one after the other on one graph,
// empty at the beginning of the document, and must show the lines below them.
func TestSessions(t *testing.T) {
	for _, document := range []string{"README.md", "docs/tutorial.md", "docs/analyst.md"} {
		t.Run(document, func(t *testing.T) {
			r := atTop(t)
			text, err := os.ReadFile(document)
			if err != nil {
				t.Fatal(err)
			}
			ran := 0
			got := eachBlock(string(text), func(language, block string) string {
				if language != "console" {
					return block
				}
				var b strings.Builder
				for _, line := range strings.Split(block, "\n") {
					command, ok := strings.CutPrefix(line, "$ ")
					if !ok {
						continue
					}
					ran++
					code, shown := r.run(command)
					if code != exitDone {
						t.Errorf("%s: exit %d", command, code)
					}
					if b.Len() > 0 {
						b.WriteByte('\n')
					}
					fmt.Fprintf(&b, "$ %s\n%s", command, shown)
				}
				if inexact.ReplaceAllString(b.String(), "") == inexact.ReplaceAllString(block, "") {
					return block
				}
				return b.String()
			})
			if ran == 0 {
				t.Fatal("no session found")
			}
			if *update {
				if err := os.WriteFile(document, []byte(got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(text), got); diff != "" {
				t.Errorf("%s differs (-want +got), -update accepts it:\n%s", document, diff)
			}
		})
	}
}

// eachBlock replaces the contents of the fenced blocks of a Markdown text.
func eachBlock(text string, replace func(language, block string) string) string {
	var out, block strings.Builder
	language, inside := "", false
	for line := range strings.Lines(text) {
		fence, isFence := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "```")
		switch {
		case isFence && !inside:
			language, inside = fence, true
			out.WriteString(line)
		case isFence:
			out.WriteString(replace(language, block.String()))
			out.WriteString(line)
			block.Reset()
			inside = false
		case inside:
			block.WriteString(line)
		default:
			out.WriteString(line)
		}
	}
	return out.String()
}

// Every command line in the documents is one: no flag and no command that there
// is not. Those that need a shell are left out.
func TestCommandLinesInDocuments(t *testing.T) {
	found := 0
	for _, document := range []string{
		"README.md", "CHANGELOG.md", "docs/analyst.md", "docs/development.md", "docs/extraction.md", "docs/measurements.md",
		"docs/running.md", "docs/tutorial.md", "testdata/README.md",
	} {
		text, err := os.ReadFile("../../" + document)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			command, ok := strings.CutPrefix(strings.TrimPrefix(strings.TrimSpace(line), "$ "), "dossier ")
			if !ok || strings.HasPrefix(line, "dossier ") {
				continue // prose
			}
			command, _, _ = strings.Cut(command, "   ") // what it does stands behind it
			words, err := shellWords(command)
			if err != nil {
				continue
			}
			found++
			s := newStreams(nil, &bytes.Buffer{}, &bytes.Buffer{}, os.Getenv)
			if _, err := parse(newApp(s), append([]string{"dossier"}, words...)); err != nil {
				t.Errorf("%s: dossier %s: %v", document, command, err)
			}
		}
	}
	if found == 0 {
		t.Error("no command line found")
	}
}

// of an answer in the golden file
const mostRows = 60

// What the named queries answer about the sample articles, read and written as
// by a user, in short: the columns that identify a row.
func TestAnswersOnSampleArticles(t *testing.T) {
	r := atTop(t)
	if code, shown := r.run("dossier load testdata/articles"); code != exitDone {
		t.Fatalf("exit %d:\n%s", code, shown)
	}
	library, err := queries.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, q := range library.Queries() {
		line := "dossier query " + q.Name
		if slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Required }) {
			line = q.Examples[0]
		}
		code, shown := r.run(line + " --format jsonl")
		if code != exitDone || shown == "" {
			t.Errorf("%s: exit %d, %q", line, code, shown)
		}
		fmt.Fprintf(&out, "# %s\n", strings.TrimPrefix(line, "dossier query "))
		rows := 0
		for line := range strings.Lines(shown) {
			switch rows++; {
			case !strings.HasPrefix(line, "{"): // why there are no rows
				out.WriteString(line)
			case rows <= mostRows:
				out.WriteString(short(t, q, line) + "\n")
			}
		}
		if rows > mostRows {
			fmt.Fprintf(&out, "... %d rows\n", rows)
		}
		out.WriteByte('\n')
	}
	const file = "cmd/dossier/testdata/answers.golden"
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("%s differs (-want +got), -update accepts it:\n%s", file, diff)
	}
}

// short is a row without sentences, sources, details and lists of many.
func short(t *testing.T, q *queries.Query, line string) string {
	t.Helper()
	var row map[string]any
	if err := json.Unmarshal([]byte(line), &row); err != nil {
		t.Fatalf("query %s: %v", q.Name, err)
	}
	var cells []string
	for _, c := range q.Columns {
		if c.Detail || c.Type == queries.ColSentence || c.Type == queries.ColSource {
			continue
		}
		cell := ""
		switch v := row[c.Name].(type) {
		case nil:
		case []any:
			var items []string
			for _, item := range v[:min(len(v), 3)] {
				items = append(items, fmt.Sprint(item))
			}
			cell = strings.Join(items, "; ")
			if len(v) > 3 {
				cell += fmt.Sprintf("; +%d", len(v)-3)
			}
		default:
			cell = fmt.Sprint(v)
		}
		cells = append(cells, cell)
	}
	return strings.Join(cells, " | ")
}
