package main

import (
	"encoding/json"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"
	"github.com/jedib0t/go-pretty/v6/text"
	"github.com/urfave/cli/v2"

	"dossier/graph"
)

func schemaCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "schema",
		Usage: "show what the graph can hold: labels, relations, qualifiers",
		Description: `  dossier schema
  dossier schema --mermaid > schema.mmd
  dossier schema --markdown > schema.md`,
		Flags: []cli.Flag{
			formatFlag(),
			&cli.BoolFlag{Name: "mermaid", Usage: "as a Mermaid diagram"},
			&cli.BoolFlag{Name: "markdown", Usage: "as a Markdown page, tables and diagram"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			o := graph.DefaultOntology()
			asJSON, err := wantsJSON(c)
			switch {
			case err != nil:
				return err
			case asJSON && (c.Bool("mermaid") || c.Bool("markdown")):
				return usagef("schema", "either --format json, or --mermaid or --markdown")
			case asJSON:
				return schemaJSON(s.out, o)
			case c.Bool("mermaid") && c.Bool("markdown"):
				return usagef("schema", "either --mermaid or --markdown")
			case c.Bool("mermaid"):
				_, err := io.WriteString(s.out, o.Mermaid())
				return err
			case c.Bool("markdown"):
				_, err := io.WriteString(s.out, o.Markdown())
				return err
			}
			return schemaTables(s.out, o, s.width())
		},
	}
}

// schemaJSON writes the three tables as lists of objects.
func schemaJSON(w io.Writer, o *graph.Ontology) error {
	relations, labels, qualifiers := schemaRows(o)
	objects := func(rows [][]string) []map[string]string {
		var out []map[string]string
		for _, row := range rows[1:] {
			object := map[string]string{}
			for i, cell := range row {
				object[strings.ReplaceAll(rows[0][i], " ", "_")] = cell
			}
			out = append(out, object)
		}
		return out
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(map[string]any{
		"version": o.Version, "relations": objects(relations), "labels": objects(labels), "qualifiers": objects(qualifiers),
	})
}

// schemaRows returns the three tables of the ontology, each with its header.
func schemaRows(o *graph.Ontology) (relations, labels, qualifiers [][]string) {
	relations = [][]string{{"relation", "from", "to", "qualifiers", "what it says"}}
	for _, name := range o.RelationNames() {
		r := o.Relations[name]
		relations = append(relations, []string{name, strings.Join(r.From, ", "), strings.Join(r.To, ", "), strings.Join(r.Qualifiers, ", "), r.Doc})
	}
	labels = [][]string{{"label", "is a", "what it is"}}
	for _, name := range o.LabelNames() {
		labels = append(labels, []string{name, o.Labels[name].Is, o.Labels[name].Doc})
	}
	qualifiers = [][]string{{"qualifier", "holds", "what it says"}}
	for _, name := range o.QualifierNames() {
		q := o.Qualifiers[name]
		holds := q.Kind
		if len(q.Labels) > 0 {
			holds = strings.Join(q.Labels, ", ")
		}
		qualifiers = append(qualifiers, []string{name, holds, q.Doc})
	}
	return relations, labels, qualifiers
}

func schemaTables(w io.Writer, o *graph.Ontology, width int) error {
	relations, labels, qualifiers := schemaRows(o)
	if width == 0 {
		width = 120
	}
	var b strings.Builder
	for i, rows := range [][][]string{relations, labels, qualifiers} {
		if i > 0 {
			b.WriteString("\n")
		}
		plainTable(&b, rows, width)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// plainTable writes rows without a frame, the long columns wrapped to share
// the width.
func plainTable(b *strings.Builder, rows [][]string, width int) {
	t := table.NewWriter()
	style := table.StyleDefault
	style.Options = table.OptionsNoBordersAndSeparators
	style.Box.PaddingLeft = ""
	style.Box.PaddingRight = "  "
	style.Format.Header = text.FormatUpper
	t.SetStyle(style)
	natural := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			natural[i] = max(natural[i], len(cell)+2)
		}
	}
	var columns []table.ColumnConfig
	for i, limit := range share(natural, width) {
		columns = append(columns, table.ColumnConfig{Number: i + 1, WidthMax: limit - 2, WidthMaxEnforcer: text.WrapSoft})
	}
	t.SetColumnConfigs(columns)
	for i, r := range rows {
		row := make(table.Row, len(r))
		for j, cell := range r {
			row[j] = cell
		}
		if i == 0 {
			t.AppendHeader(row)
		} else {
			t.AppendRow(row)
		}
	}
	for line := range strings.Lines(t.Render() + "\n") {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

// share cuts the widest columns until all fit into width.
func share(natural []int, width int) []int {
	limits := append([]int(nil), natural...)
	for {
		sum, widest := 0, 0
		for i, n := range limits {
			sum += n
			if n > limits[widest] {
				widest = i
			}
		}
		if sum <= width || limits[widest] <= 12 {
			return limits
		}
		limits[widest]--
	}
}
