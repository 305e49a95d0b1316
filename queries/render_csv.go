package queries

import (
	"bufio"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// A sourceField is a column that a source becomes in CSV, named after the
// member of the JSON form: source.outlet.
type sourceField struct {
	name string
	of   func(Source) string
}

var sourceFields = []sourceField{
	{"outlet", func(s Source) string { return s.Outlet }},
	{"published", func(s Source) string { return s.Published }},
	{"title", func(s Source) string { return s.Title }},
	{"name", func(s Source) string { return s.Name }},
	{"url", func(s Source) string { return s.URL }},
	{"article", func(s Source) string { return s.Article }},
	{"sentence", func(s Source) string { return s.Sentence }},
	{"part", func(s Source) string { return s.Part }},
	{"start", func(s Source) string { return strconv.FormatInt(s.Start, 10) }},
	{"end", func(s Source) string { return strconv.FormatInt(s.End, 10) }},
	{"standing", func(s Source) string { return s.Standing }},
	{"speakers", func(s Source) string { return strings.Join(s.Speakers, "; ") }},
}

// renderCSV writes RFC 4180 with a header line. Items of lists are joined by
// "; "; a source takes several columns.
func renderCSV(w io.Writer, r *Result, _ RenderOptions) error {
	out := csv.NewWriter(w)
	if err := records(r, csvCell, out.Write); err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// renderTSV writes the same with a tab between values and a line for each row,
// whatever a text holds: for cut, awk, sort and their like.
func renderTSV(w io.Writer, r *Result, _ RenderOptions) error {
	out := bufio.NewWriter(w)
	err := records(r, func(v any) string { return cell(v, 0) }, func(record []string) error {
		_, err := out.WriteString(strings.Join(record, "\t") + "\n")
		return err
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// records hands out the header and the rows.
func records(r *Result, value func(any) string, write func([]string) error) error {
	var head []string
	for _, c := range r.Query.Columns {
		if c.Type != ColSource {
			head = append(head, c.Name)
			continue
		}
		for _, f := range sourceFields {
			head = append(head, c.Name+"."+f.name)
		}
	}
	if err := write(head); err != nil {
		return err
	}
	for _, row := range r.Rows {
		record := make([]string, 0, len(head))
		for i, c := range r.Query.Columns {
			if c.Type != ColSource {
				record = append(record, value(row[i]))
				continue
			}
			s, known := row[i].(Source)
			for _, f := range sourceFields {
				v := ""
				if known {
					v = f.of(s)
				}
				record = append(record, value(v))
			}
		}
		if err := write(record); err != nil {
			return err
		}
	}
	return nil
}

// csvCell keeps texts as they are, line breaks included.
func csvCell(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []string:
		return strings.Join(v, "; ")
	}
	return cell(v, 0)
}
