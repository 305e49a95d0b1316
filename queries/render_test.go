package queries

import (
	"bytes"
	"strings"
	"testing"

	"github.com/jedib0t/go-pretty/v6/text"
)

func sampleResult(t *testing.T) *Result {
	t.Helper()
	q, err := Parse("sample.cypher", []byte(`// A sample
// @name sample
// @description A sample.
// @column who text: Who.
// @column status status: Status.
// @column lists list: Names.
// @column number int: A number.
// @column sentence sentence: A sentence.
// @column source source: Its source.
// @detail id text: An id.
// @example dossier query sample
RETURN 1
`))
	if err != nil {
		t.Fatal(err)
	}
	return &Result{Query: q, Rows: [][]any{
		{"Somebody | with_signs", "disputed", []string{"a", "b", "c", "d", "e", "f"}, int64(7),
			"He said:\n\x1b[31m“No”, <b>twice</b>, and that is a long sentence which must be wrapped.",
			Source{Article: "a1", Name: "file", Outlet: "Paper", Published: "2024-01-09T10:00:00Z", Sentence: "a1.0", Part: "headline", Standing: "denied", Speakers: []string{"X", "Y"}}, "id:1"},
		{"日本語の名前", nil, []string{}, nil, "Second.", Source{Article: "a2", Sentence: "a2.0", URL: "https://news.example/a-very-long-address-that-stays-in-one-piece/whatever/the/width"}, nil},
	}}
}

func render(t *testing.T, format string, opts RenderOptions) string {
	t.Helper()
	var out bytes.Buffer
	if err := Render(&out, format, sampleResult(t), opts); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestTableFitsItsWidth(t *testing.T) {
	for _, width := range []int{20, 40, 60, 80, 200} {
		out := render(t, "table", RenderOptions{Width: width})
		for _, line := range strings.Split(out, "\n") {
			if n := text.StringWidth(line); n > width && !strings.Contains(line, "https://") {
				t.Errorf("width %d: line of %d: %q", width, n, line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("width %d: space at the end of %q", width, line)
			}
		}
		if strings.Contains(out, "\x1b") {
			t.Errorf("width %d: a control character of the text got through", width)
		}
		if strings.Contains(out, "id:1") {
			t.Errorf("width %d: a detail is shown", width)
		}
	}
}

func TestTable(t *testing.T) {
	const want = `who                    status    lists                number
---------------------  --------  -------------------  ------
Somebody | with_signs  disputed  a; b; c; d; +2 more       7
  “He said: [31m“No”, <b>twice</b>, and that is a long sentence which must
  be wrapped.” - X via Y (headline, denied) [1]

日本語の名前
  “Second.” [2]

Sources
[1] Paper, 2024-01-09, file
[2] article a2
    https://news.example/a-very-long-address-that-stays-in-one-piece/whatever/the/width
`
	if got := render(t, "table", RenderOptions{Width: 74}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	colored := render(t, "table", RenderOptions{Width: 74, Color: true})
	if !strings.Contains(colored, "\x1b[35mdisputed\x1b[0m") || !strings.Contains(colored, "\x1b[1mwho") {
		t.Errorf("no colours in\n%s", colored)
	}
}

// Rows of a group stand below its name, in a table without the columns that
// they leave empty; all groups share the footnotes.
func TestGroups(t *testing.T) {
	q, err := Parse("sample.cypher", []byte(`// A sample
// @name sample
// @description A sample.
// @column part group: The group.
// @column who text: Who.
// @column number int: A number.
// @column sentence sentence: A sentence.
// @column source source: Its source.
// @example dossier query sample
RETURN 1
`))
	if err != nil {
		t.Fatal(err)
	}
	a, b := Source{Article: "a", Sentence: "a.1", Title: "A"}, Source{Article: "b", Sentence: "b.1", Title: "B"}
	r := &Result{Query: q, Rows: [][]any{
		{"first", "X", nil, "One.", b},
		{"first", "Y", nil, "Two.", a},
		{"second", nil, nil, "Three.", b},
		{"third", nil, int64(3), nil, nil},
	}}
	var out strings.Builder
	if err := Render(&out, "table", r, RenderOptions{}); err != nil {
		t.Fatal(err)
	}
	const want = `first
who
---
X
  “One.” [1]

Y
  “Two.” [2]

second
  “Three.” [1]

third
number
------
     3

Sources
[1] B
[2] A
`
	if out.String() != want {
		t.Errorf("got\n%s\nwant\n%s", out.String(), want)
	}
}

func TestMarkdownAndCSV(t *testing.T) {
	if out := render(t, "markdown", RenderOptions{}); !strings.Contains(out, `| Somebody \| with\_signs | disputed | a; b; c; d; +2 more | 7 | He said:`) ||
		strings.Contains(out, "<b>") || strings.Contains(out, "id:1") {
		t.Errorf("markdown:\n%s", out)
	}
	out := render(t, "csv", RenderOptions{})
	if !strings.HasPrefix(out, "who,status,lists,number,sentence,source.outlet,source.published,") ||
		!strings.Contains(out, `,a; b; c; d; e; f,7,"He said:`) || !strings.Contains(out, "X; Y,id:1\n") {
		t.Errorf("csv:\n%s", out)
	}
	out = render(t, "tsv", RenderOptions{})
	if lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n"); len(lines) != 3 || strings.Count(lines[0], "\t") != strings.Count(lines[1], "\t") ||
		!strings.HasPrefix(lines[0], "who\tstatus\tlists\tnumber\tsentence\tsource.outlet\t") || strings.Contains(out, "\x1b") {
		t.Errorf("tsv:\n%s", out)
	}
	if out := render(t, "jsonl", RenderOptions{}); strings.Count(out, "\n") != 2 || !strings.Contains(out, "<b>twice</b>") {
		t.Errorf("jsonl:\n%s", out)
	}
}

func TestRenderUnknownFormat(t *testing.T) {
	err := Render(&bytes.Buffer{}, "xml", sampleResult(t), RenderOptions{})
	if want := `unknown format "xml": want one of table, json, jsonl, tsv, csv, markdown`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestCite(t *testing.T) {
	for _, c := range []struct {
		s    Source
		want string
	}{
		{Source{Article: "a1"}, "article a1"},
		{Source{Article: "a1", Name: "n", Title: "T", Outlet: "O", Published: "2024"}, "O, T"},
		{Source{Article: "a1", Title: strings.Repeat("long ", 20)}, strings.TrimSpace(strings.Repeat("long ", 12)) + "…"},
		{Source{Article: "a1", Title: "T", Speakers: []string{"A", "B"}, Standing: "affirmed", Part: "body"}, "A via B, T"},
	} {
		if got := c.s.String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
