package score

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// WriteText writes the report for people, with lines of at most width
// characters where words allow, and with the first sentences that have errors;
// a negative number of these means all.
func (r *Report) WriteText(w io.Writer, width, errors int) error {
	b := bufio.NewWriter(w)
	r.writeMeasures(b)
	r.writeShares(b)
	r.writePolarities(b)
	if len(r.Unread) > 0 {
		b.WriteByte('\n')
		writeWrapped(b, "not read, so all missed: "+strings.Join(r.Unread, " "), "", "  ", width)
	}
	r.writeErrors(b, width, errors)
	return b.Flush()
}

func (r *Report) writeMeasures(b *bufio.Writer) {
	const all, rest = "all relations", "all but STATED and HOLDS_POSITION"
	wide := len(rest)
	row := func(name string, m Measure) {
		fmt.Fprintf(b, "%-*s  %9.3f  %6.3f  %5.3f  %5d  %5d  %6d\n", wide, name, m.Precision, m.Recall, m.F1, m.Found, m.Wrong, m.Missed)
	}
	fmt.Fprintf(b, "%-*s  precision  recall     F1  found  wrong  missed\n", wide, "")
	row(all, r.All)
	row(rest, r.Rest)
	b.WriteByte('\n')
	for _, m := range r.Relations {
		row(m.Rel, m.Measure)
	}
}

func (r *Report) writeShares(b *bufio.Writer) {
	fmt.Fprintf(b, "\nneither right nor wrong: %d predictions, %d of them right in a sentence the gold does not list\n\n", r.Ignored, r.Restated)
	for _, s := range []struct {
		name string
		Share
		what string
	}{
		{"entities", r.Entities, "named states, organizations, persons and places are in the predictions"},
		{"attribution", r.Attribution, "facts found have the right speaker"},
		{"polarity", r.Polarity, "facts found have the right polarity"},
		{"qualifiers", r.Qualifiers, "recipients, givers, targets and bodies of the facts found are right"},
	} {
		fmt.Fprintf(b, "%-11s  %.3f  %d of %d %s\n", s.name, s.Ratio(), s.Hits, s.Of, s.what)
	}
}

// polarities are in the order in which they are shown; others come behind.
var polarities = []string{"affirmed", "alleged", "denied", "hypothetical"}

func (r *Report) writePolarities(b *bufio.Writer) {
	seen := make(map[string]bool)
	for gold, row := range r.Polarities {
		seen[gold] = true
		for read := range row {
			seen[read] = true
		}
	}
	if len(seen) == 0 {
		return
	}
	for _, p := range polarities {
		delete(seen, p)
	}
	names := append(slices.Clone(polarities), slices.Sorted(maps.Keys(seen))...)
	fmt.Fprintf(b, "\n%-14s", "gold \\ read")
	for _, read := range names {
		fmt.Fprintf(b, "  %12s", read)
	}
	b.WriteByte('\n')
	for _, gold := range names {
		fmt.Fprintf(b, "%-14s", gold)
		for _, read := range names {
			fmt.Fprintf(b, "  %12d", r.Polarities[gold][read])
		}
		b.WriteByte('\n')
	}
}

func (r *Report) writeErrors(b *bufio.Writer, width, most int) {
	shown := r.first(most)
	if len(shown) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%d of %d sentences with errors\n", len(shown), len(r.Errors))
	for _, e := range shown {
		b.WriteByte('\n')
		writeWrapped(b, e.Sentence, e.Document+"  ", "  ", width)
		for _, g := range e.Missed {
			writeWrapped(b, g.line(), "  missed  ", "          ", width)
		}
		for _, p := range e.Wrong {
			line := factLine(p.Rel, p.Head, p.Tail, p.Qualifiers, p.Polarity, p.AssertedBy)
			if p.Rule != "" {
				line += " [" + p.Rule + "]"
			}
			writeWrapped(b, line, "  wrong   ", "          ", width)
		}
	}
}

func (g Gold) line() string {
	return factLine(g.Rel, g.Head, g.Tail, g.Qualifiers, g.Polarity, g.AssertedBy)
}

func factLine(rel, head, tail string, qualifiers map[string]string, polarity, speaker string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s  %s -> %s", rel, head, tail)
	for _, k := range slices.Sorted(maps.Keys(qualifiers)) {
		fmt.Fprintf(&b, "; %s: %s", k, qualifiers[k])
	}
	if polarity != "" && polarity != "affirmed" {
		b.WriteString("; " + polarity)
	}
	if speaker != "" && speaker != "article" {
		b.WriteString("; says " + speaker)
	}
	return b.String()
}

// writeWrapped writes words over as many lines as they need.
func writeWrapped(b *bufio.Writer, text, first, indent string, width int) {
	line := first
	empty := true
	for _, word := range strings.Fields(text) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > width {
			b.WriteString(line + "\n")
			line, empty = indent, true
		}
		if !empty {
			line += " "
		}
		line += word
		empty = false
	}
	b.WriteString(strings.TrimRight(line, " ") + "\n")
}
