package queries

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// RenderOptions say what the output may look like. The zero value is plain text
// of [DefaultWidth].
type RenderOptions struct {
	Width int  // columns of the terminal; 0 for DefaultWidth
	Color bool // the output is a terminal that takes colours
}

// DefaultWidth is the width of tables where no terminal sets it.
const DefaultWidth = 100

var renderers = map[string]func(io.Writer, *Result, RenderOptions) error{
	"table":    renderTable,
	"json":     renderJSON,
	"jsonl":    renderJSONLines,
	"tsv":      renderTSV,
	"csv":      renderCSV,
	"markdown": renderMarkdown,
}

// Formats lists the formats that [Render] knows.
func Formats() []string { return []string{"table", "json", "jsonl", "tsv", "csv", "markdown"} }

// Render writes an answer. The formats table and markdown are for people: they
// leave details out and shorten long lists, saying so. The others hold every
// value and do not depend on the options. Notes are in json only; a caller shows
// them beside the other formats.
func Render(w io.Writer, format string, r *Result, opts RenderOptions) error {
	render, ok := renderers[format]
	if !ok {
		return &UsageError{
			Problem: fmt.Sprintf("unknown format %q: want one of %s", format, strings.Join(Formats(), ", ")),
			Try:     "dossier query " + r.Query.Name + " --format " + Formats()[0],
		}
	}
	if opts.Width <= 0 {
		opts.Width = DefaultWidth
	}
	return render(w, r, opts)
}

// cell is a value as one line of text. A list keeps its first most items, 0 for
// all of them, and says how many it leaves out.
func cell(v any, most int) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return oneLine(v)
	case []string:
		items := v
		if most > 0 && len(v) > most+1 {
			items = append(slices.Clone(v[:most]), fmt.Sprintf("+%d more", len(v)-most))
		}
		return oneLine(strings.Join(items, "; "))
	case Source:
		return oneLine(v.String())
	}
	return fmt.Sprint(v)
}

// oneLine replaces line breaks and other control characters, which come from
// foreign texts and could drive a terminal, by spaces.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsControl(r) || r == ' ' || r == '\u2028' || r == '\u2029'
	}), " ")
}
