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
		{"日本語の名前", nil, []string{}, nil, "Second.", Source{Article: "a2", Sentence: "a2.0"}, nil},
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
			if n := text.StringWidth(line); n > width {
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
  be wrapped.”
  - X via Y, Paper, 2024-01-09, file (headline, denied)

日本語の名前
  “Second.”
  - article a2
`
	if got := render(t, "table", RenderOptions{Width: 74}); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	colored := render(t, "table", RenderOptions{Width: 74, Color: true})
	if !strings.Contains(colored, "\x1b[35mdisputed\x1b[0m") || !strings.Contains(colored, "\x1b[1mwho") {
		t.Errorf("no colours in\n%s", colored)
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
	if out := render(t, "jsonl", RenderOptions{}); strings.Count(out, "\n") != 2 || !strings.Contains(out, "<b>twice</b>") {
		t.Errorf("jsonl:\n%s", out)
	}
}

func TestRenderUnknownFormat(t *testing.T) {
	err := Render(&bytes.Buffer{}, "xml", sampleResult(t), RenderOptions{})
	if want := `unknown format "xml": want one of table, json, jsonl, csv, markdown`; err == nil || err.Error() != want {
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
