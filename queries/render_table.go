package queries

import (
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

const (
	listItems = 4  // of a list that a cell shows
	widest    = 40 // a text cell wraps here; claims are whole sentences and take what there is
	narrowest = 8  // a text cell never gets less
	unbroken  = 21 // a word up to this long is not broken: a range of days
	gap       = "  "
)

// renderTable writes the short columns as a table and below each row, over the
// whole width, its sentences with their sources: a sentence in a column of its
// own would be a thin strip of words. Where even the short columns do not fit,
// each row becomes a list of names and values.
func renderTable(w io.Writer, r *Result, opts RenderOptions) error {
	if len(r.Rows) == 0 {
		return nil
	}
	t := newTable(r, opts)
	var out strings.Builder
	if t.fit(opts.Width) {
		t.rows(&out)
	} else {
		t.records(&out)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

type tableWriter struct {
	r      *Result
	opts   RenderOptions
	short  []int      // columns of the result that stand side by side
	long   []int      // sentences and sources
	heads  []string   // of short
	cells  [][]string // a row, a short column
	widths []int      // of short
}

func newTable(r *Result, opts RenderOptions) *tableWriter {
	t := &tableWriter{r: r, opts: opts, cells: make([][]string, len(r.Rows))}
	for i, c := range r.Query.Columns {
		switch {
		case c.Detail:
		case c.Type == ColSentence, c.Type == ColSource:
			t.long = append(t.long, i)
		default:
			t.short = append(t.short, i)
			t.heads = append(t.heads, strings.ReplaceAll(c.Name, "_", " "))
		}
	}
	for n, row := range r.Rows {
		for _, i := range t.short {
			t.cells[n] = append(t.cells[n], cell(row[i], listItems))
		}
	}
	return t
}

func (t *tableWriter) column(j int) Column { return t.r.Query.Columns[t.short[j]] }

// fit sets the widths of the short columns within a total, wrapping texts where
// they must. It reports whether that can be done.
func (t *tableWriter) fit(total int) bool {
	t.widths = make([]int, len(t.short))
	least := make([]int, len(t.short))
	sum := len(gap) * (len(t.short) - 1)
	for j, head := range t.heads {
		width, word := text.StringWidth(head), narrowest
		for _, row := range t.cells {
			width = max(width, text.StringWidth(row[j]))
			for _, w := range strings.Fields(row[j]) {
				word = max(word, min(unbroken, text.StringWidth(w)))
			}
		}
		least[j] = width
		if c := t.column(j); c.Type == ColText || c.Type == ColList || c.Type == ColClaims {
			if c.Type != ColClaims {
				width = min(width, widest)
			}
			least[j] = min(width, max(text.StringWidth(head), word))
		}
		t.widths[j] = width
		sum += width
	}
	for ; sum > total; sum-- { // take from the widest that can give
		give := -1
		for j, width := range t.widths {
			if width > least[j] && (give < 0 || width > t.widths[give]) {
				give = j
			}
		}
		if give < 0 {
			return false
		}
		t.widths[give]--
	}
	return true
}

// rows writes the table. A row whose short cells repeat those of the row before
// adds its sentences only, and rows with the same sentences share them.
func (t *tableWriter) rows(out *strings.Builder) {
	t.line(out, t.heads, func(_ int, s string) string { return paint(t.opts, s, bold) })
	var rule []string
	for _, w := range t.widths {
		rule = append(rule, strings.Repeat("-", w))
	}
	t.line(out, rule, func(_ int, s string) string { return s })
	for n := range t.r.Rows {
		if n == 0 || !slices.Equal(t.cells[n], t.cells[n-1]) {
			if n > 0 && len(t.long) > 0 && !t.sharesEvidence(n-1) {
				out.WriteByte('\n')
			}
			t.line(out, t.cells[n], t.status)
		}
		if !t.sharesEvidence(n) {
			t.evidence(out, n)
		}
	}
}

// sharesEvidence reports whether row n rests on the same sentences as the next,
// which then stand once, below the last such row: 48 signatories of a list are
// 48 lines and one sentence. Rows of several lines would run into each other.
func (t *tableWriter) sharesEvidence(n int) bool {
	if n+1 == len(t.cells) {
		return false
	}
	for _, i := range t.long {
		if cell(t.r.Rows[n][i], 0) != cell(t.r.Rows[n+1][i], 0) {
			return false
		}
	}
	return t.isLine(n) && t.isLine(n+1)
}

// isLine reports whether the short cells of a row take one line.
func (t *tableWriter) isLine(n int) bool {
	for j, c := range t.cells[n] {
		if text.StringWidth(c) > t.widths[j] {
			return false
		}
	}
	return true
}

// line writes one row of cells, over as many lines as they need.
func (t *tableWriter) line(out *strings.Builder, cells []string, paint func(j int, s string) string) {
	wrapped := make([][]string, len(cells))
	height := 1
	for j, c := range cells {
		wrapped[j] = wrap(c, t.widths[j])
		height = max(height, len(wrapped[j]))
	}
	for l := range height {
		var line strings.Builder
		for j, w := range t.widths {
			if j > 0 {
				line.WriteString(gap)
			}
			s := ""
			if l < len(wrapped[j]) {
				s = wrapped[j][l]
			}
			pad := strings.Repeat(" ", max(0, w-text.StringWidth(s)))
			if t.column(j).Type == ColInt {
				line.WriteString(pad + paint(j, s))
			} else {
				line.WriteString(paint(j, s) + pad)
			}
		}
		out.WriteString(strings.TrimRight(line.String(), " "))
		out.WriteByte('\n')
	}
}

// records writes each row as lines of name and value.
func (t *tableWriter) records(out *strings.Builder) {
	width := 0
	for _, h := range t.heads {
		width = max(width, text.StringWidth(h))
	}
	for n := range t.r.Rows {
		if n > 0 {
			out.WriteByte('\n')
		}
		for j, c := range t.cells[n] {
			if c == "" {
				continue
			}
			head := paint(t.opts, text.Pad(t.heads[j], width, ' '), bold)
			for l, s := range wrap(c, max(narrowest, t.opts.Width-width-len(gap))) {
				if l > 0 {
					head = strings.Repeat(" ", width)
				}
				out.WriteString(head + gap + t.status(j, s) + "\n")
			}
		}
		t.evidence(out, n)
	}
}

// evidence writes the sentences of a row, each with its source below it. Those
// that are not the row's own sentence are named.
func (t *tableWriter) evidence(out *strings.Builder, n int) {
	row := t.r.Rows[n]
	paragraph := func(first, s, code string) {
		for l, line := range wrap(s, max(narrowest, t.opts.Width-len(first))) {
			if l > 0 {
				first = strings.Repeat(" ", len(first))
			}
			out.WriteString(first + paint(t.opts, line, code) + "\n")
		}
	}
	for _, i := range t.long {
		s := cell(row[i], 0)
		switch c := t.r.Query.Columns[i]; {
		case s == "":
		case c.Type == ColSource:
			paragraph(gap+"- ", s, faint)
		case c.Name == "sentence":
			paragraph(gap, sentenceInQuotes(s), "")
		default:
			paragraph(gap, strings.TrimSuffix(c.Name, "_sentence")+": "+sentenceInQuotes(s), "")
		}
	}
}

// wrap breaks a text into lines of at most width.
func wrap(s string, width int) []string {
	lines := strings.Split(text.WrapSoft(s, width), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return lines
}

// ECMA-48 codes, written only on request: RenderOptions.Color decides, not the
// environment.
const (
	bold    = "1"
	faint   = "2"
	red     = "31"
	green   = "32"
	yellow  = "33"
	magenta = "35"
)

var statusColors = map[string]string{
	"asserted":   green,
	"attributed": green,
	"alleged":    yellow,
	"planned":    yellow,
	"disputed":   magenta,
	"denied":     red,
	"headline":   red,
}

// status paints the value of a status column.
func (t *tableWriter) status(j int, s string) string {
	if t.column(j).Type != ColStatus {
		return s
	}
	return paint(t.opts, s, statusColors[s])
}

func paint(opts RenderOptions, s, code string) string {
	if !opts.Color || s == "" || code == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}
