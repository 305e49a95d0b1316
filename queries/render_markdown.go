package queries

import (
	"io"
	"strings"
)

// renderMarkdown writes a table as GitHub and most others read it.
func renderMarkdown(w io.Writer, r *Result, _ RenderOptions) error {
	var head, rule []string
	var shown []int
	for i, c := range r.Query.Columns {
		if c.Detail {
			continue
		}
		shown = append(shown, i)
		head = append(head, strings.ReplaceAll(c.Name, "_", " "))
		if c.Type == ColInt {
			rule = append(rule, "---:")
		} else {
			rule = append(rule, "---")
		}
	}
	var out strings.Builder
	line := func(cells []string) { out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(head)
	line(rule)
	for _, row := range r.Rows {
		cells := make([]string, len(shown))
		for j, i := range shown {
			cells[j] = markdownCell(cell(row[i], listItems))
		}
		line(cells)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

var markdownEscapes = strings.NewReplacer(`\`, `\\`, "|", `\|`, "<", "&lt;", "&", "&amp;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`)

func markdownCell(s string) string { return markdownEscapes.Replace(s) }
