package queries

import (
	"fmt"
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
// whole width, its sentences: a sentence in a column of its own would be a thin
// strip of words. The articles that they stand in are listed once, at the end.
// Rows of one group stand together below its name. Where even the short columns
// do not fit, each row becomes a list of names and values.
func renderTable(w io.Writer, r *Result, opts RenderOptions) error {
	if len(r.Rows) == 0 {
		return nil
	}
	var out strings.Builder
	var notes footnotes
	group := slices.IndexFunc(r.Query.Columns, func(c Column) bool { return c.Type == ColGroup })
	for from := 0; from < len(r.Rows); {
		to := len(r.Rows)
		if group >= 0 {
			for to = from + 1; to < len(r.Rows) && r.Rows[to][group] == r.Rows[from][group]; {
				to++
			}
			if from > 0 {
				out.WriteByte('\n')
			}
			for _, line := range wrap(cell(r.Rows[from][group], 0), opts.Width) {
				out.WriteString(paint(opts, line, heading) + "\n")
			}
		}
		t := newTable(r, r.Rows[from:to], opts, &notes, group >= 0)
		switch {
		case len(t.short) == 0:
			t.sentences(&out)
		case t.fit(opts.Width):
			t.lines(&out)
		default:
			t.records(&out)
		}
		from = to
	}
	notes.write(&out, opts)
	_, err := io.WriteString(w, out.String())
	return err
}

// footnotes number the articles that sentences stand in, in the order in which
// they first appear.
type footnotes struct {
	sources []Source // one of each article
}

// number returns the number of the source's article, from 1.
func (f *footnotes) number(s Source) int {
	i := slices.IndexFunc(f.sources, func(o Source) bool { return o.Article == s.Article })
	if i < 0 {
		i = len(f.sources)
		f.sources = append(f.sources, s)
	}
	return i + 1
}

func (f *footnotes) write(out *strings.Builder, opts RenderOptions) {
	if len(f.sources) == 0 {
		return
	}
	out.WriteString("\n" + paint(opts, "Sources", heading) + "\n")
	wide := len(fmt.Sprint(len(f.sources))) + len("[]")
	for i, s := range f.sources {
		head := fmt.Sprintf("%*s ", wide, fmt.Sprintf("[%d]", i+1))
		indent := strings.Repeat(" ", len(head))
		for _, line := range wrap(oneLine(s.citation()), max(narrowest, opts.Width-len(head))) {
			out.WriteString(paint(opts, head+line, faint) + "\n")
			head = indent
		}
		if s.URL != "" {
			out.WriteString(paint(opts, indent+oneLine(s.URL), faint) + "\n") // in one piece, to be clicked on
		}
	}
}

type tableWriter struct {
	r      *Result
	data   [][]any
	notes  *footnotes
	opts   RenderOptions
	short  []int      // columns of the result that stand side by side
	long   []int      // sentences and sources
	heads  []string   // of short
	cells  [][]string // a row, a short column
	widths []int      // of short
}

// newTable prepares some rows of an answer. terse leaves out columns in which
// these rows have nothing.
func newTable(r *Result, rows [][]any, opts RenderOptions, notes *footnotes, terse bool) *tableWriter {
	t := &tableWriter{r: r, data: rows, opts: opts, notes: notes, cells: make([][]string, len(rows))}
	for i, c := range r.Query.Columns {
		switch {
		case c.Detail, c.Type == ColGroup:
		case c.Type == ColSentence, c.Type == ColSource:
			t.long = append(t.long, i)
		case terse && !slices.ContainsFunc(rows, func(row []any) bool { return cell(row[i], 0) != "" }):
		default:
			t.short = append(t.short, i)
			t.heads = append(t.heads, strings.ReplaceAll(c.Name, "_", " "))
		}
	}
	for n, row := range rows {
		for _, i := range t.short {
			text := cell(row[i], listItems)
			if source, ok := t.unquoted(row); ok && r.Query.Columns[i].Type == ColClaim && text != "" {
				text += t.footnote(source)
			}
			t.cells[n] = append(t.cells[n], text)
		}
	}
	return t
}

// unquoted returns the source of a row that shows no sentence.
func (t *tableWriter) unquoted(row []any) (Source, bool) {
	for j, i := range t.long {
		if source, ok := row[i].(Source); ok && (j == 0 || cell(row[t.long[j-1]], 0) == "") {
			return source, true
		}
	}
	return Source{}, false
}

// footnote is the number of the source's article, to stand behind a text.
func (t *tableWriter) footnote(source Source) string {
	return fmt.Sprintf("%c[%d]", unbreakable, t.notes.number(source))
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
		if c := t.column(j); c.Type == ColText || c.Type == ColList || c.Type == ColClaims || c.Type == ColClaim {
			if c.Type != ColClaims && c.Type != ColClaim {
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

// sentences writes rows that have nothing but sentences.
func (t *tableWriter) sentences(out *strings.Builder) {
	for n := range t.data {
		t.evidence(out, n)
	}
}

// lines writes the table. A row whose short cells repeat those of the row before
// adds its sentences only, and rows with the same sentences share them.
func (t *tableWriter) lines(out *strings.Builder) {
	t.line(out, t.heads, func(_ int, s string) string { return paint(t.opts, s, bold) })
	var rule []string
	for _, w := range t.widths {
		rule = append(rule, strings.Repeat("-", w))
	}
	t.line(out, rule, func(_ int, s string) string { return s })
	for n := range t.data {
		if n == 0 || !slices.Equal(t.cells[n], t.cells[n-1]) {
			if n > 0 && t.quotes(n-1) && !t.sharesEvidence(n-1) {
				out.WriteByte('\n')
			}
			t.line(out, t.cells[n], t.status)
		}
		if !t.sharesEvidence(n) {
			t.evidence(out, n)
		}
	}
}

// quotes reports whether row n shows a sentence.
func (t *tableWriter) quotes(n int) bool {
	return slices.ContainsFunc(t.long, func(i int) bool {
		return t.r.Query.Columns[i].Type == ColSentence && cell(t.data[n][i], 0) != ""
	})
}

// sharesEvidence reports whether row n rests on the same sentences as the next,
// which then stand once, below the last such row: 48 signatories of a list are
// 48 lines and one sentence. Rows of several lines would run into each other.
func (t *tableWriter) sharesEvidence(n int) bool {
	if n+1 == len(t.cells) || !t.quotes(n) {
		return false
	}
	for _, i := range t.long {
		if cell(t.data[n][i], 0) != cell(t.data[n+1][i], 0) {
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
	for n := range t.data {
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

// evidence writes the sentences of a row, each with who speaks and the number of
// its article. Those that are not the row's own sentence are named.
func (t *tableWriter) evidence(out *strings.Builder, n int) {
	row := t.data[n]
	for j, i := range t.long {
		c := t.r.Query.Columns[i]
		s := cell(row[i], 0)
		if c.Type == ColSource || s == "" {
			continue
		}
		s = sentenceInQuotes(s)
		if c.Name != "sentence" {
			s = strings.TrimSuffix(c.Name, "_sentence") + ": " + s
		}
		if j+1 < len(t.long) {
			if source, ok := row[t.long[j+1]].(Source); ok {
				if manner := oneLine(source.manner()); manner != "" {
					s += " - " + manner
				}
				s += t.footnote(source)
			}
		}
		for _, line := range wrap(s, max(narrowest, t.opts.Width-len(gap))) {
			out.WriteString(gap + line + "\n")
		}
	}
}

// unbreakable stands for a space and keeps a footnote on the line of the word before it.
const unbreakable = '\ue000' // of no writing system

// wrap breaks a text into lines of at most width.
func wrap(s string, width int) []string {
	lines := strings.Split(text.WrapSoft(s, width), "\n")
	for i := range lines {
		lines[i] = strings.ReplaceAll(strings.TrimRight(lines[i], " "), string(unbreakable), " ")
	}
	return lines
}

// ECMA-48 codes, written only on request: RenderOptions.Color decides, not the
// environment.
const (
	bold    = "1"
	heading = "1;36" // bold cyan: black on white and white on black show it
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
