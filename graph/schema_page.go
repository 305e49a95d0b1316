package graph

import (
	"fmt"
	"strings"
)

// Markdown describes the ontology as a page: what a dossier can hold, for people
// who write queries. It is the text of docs/schema.md.
func (o *Ontology) Markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# What a dossier can hold\n\nMade from the ontology, version %d. Labels are kinds of things, relations are kinds of claims about them,\nand qualifiers say more about a claim.\n", o.Version)
	table := func(title, intro string, rows [][]string) {
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\n", title, intro)
		for i, row := range rows {
			b.WriteString("| " + strings.Join(row, " | ") + " |\n")
			if i == 0 {
				b.WriteString("|" + strings.Repeat("---|", len(row)) + "\n")
			}
		}
	}
	table("Relations", "A label at either end stands for the labels below it, too. Qualifiers in bold tell two claims with the same\nends apart; ↔ marks a relation that means the same both ways.", o.relationRows())
	table("Labels", "An entity has its own label and all those above it.", o.labelRows())
	table("Qualifiers", "A qualifier that holds an entity is an edge from the claim, named in capitals.", o.qualifierRows())
	b.WriteString("\n## Diagram\n\n```mermaid\n" + o.Mermaid() + "```\n")
	return b.String()
}

func (o *Ontology) relationRows() [][]string {
	rows := [][]string{{"Relation", "From", "To", "Qualifiers", "Meaning"}}
	for _, name := range o.RelationNames() {
		r := o.Relations[name]
		qualifiers := make([]string, len(r.Qualifiers))
		for i, q := range r.Qualifiers {
			qualifiers[i] = q
			for _, id := range r.Identity {
				if id == q {
					qualifiers[i] = "**" + q + "**"
				}
			}
		}
		shown := "`" + name + "`"
		if r.Symmetric {
			shown += " ↔"
		}
		rows = append(rows, []string{shown, strings.Join(r.From, ", "), strings.Join(r.To, ", "), strings.Join(qualifiers, ", "), cell(r.Doc)})
	}
	return rows
}

func (o *Ontology) labelRows() [][]string {
	rows := [][]string{{"Label", "Is a", "Meaning"}}
	for _, name := range o.LabelNames() {
		rows = append(rows, []string{"`" + name + "`", o.Labels[name].Is, cell(o.Labels[name].Doc)})
	}
	return rows
}

func (o *Ontology) qualifierRows() [][]string {
	rows := [][]string{{"Qualifier", "Holds", "Meaning"}}
	for _, name := range o.QualifierNames() {
		q := o.Qualifiers[name]
		holds := q.Kind
		if len(q.Labels) > 0 {
			holds = strings.Join(q.Labels, ", ")
		}
		rows = append(rows, []string{"`" + name + "`", holds, cell(q.Doc)})
	}
	return rows
}

// cell makes a text fit into one cell of a table.
func cell(s string) string {
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "|", `\|`)
}

// Mermaid draws the ontology as a Mermaid flowchart: a box for every set of
// labels that relations start or end at, and one arrow between two boxes that
// lists the relations. An arrow for each pair of labels would be hundreds.
func (o *Ontology) Mermaid() string {
	var boxes, arrows strings.Builder
	ids := map[string]string{}
	box := func(labels []string) string {
		text := strings.Join(labels, "<br>")
		if text == "" {
			text = "a count or words"
		}
		if ids[text] == "" {
			ids[text] = fmt.Sprintf("n%d", len(ids)+1)
			fmt.Fprintf(&boxes, "  %s[\"%s\"]\n", ids[text], text)
		}
		return ids[text]
	}
	type ends struct{ from, to string }
	var order []ends
	relations := map[ends][]string{}
	for _, name := range o.RelationNames() {
		e := ends{box(o.Relations[name].From), box(o.Relations[name].To)}
		if relations[e] == nil {
			order = append(order, e)
		}
		relations[e] = append(relations[e], name)
	}
	for _, e := range order {
		fmt.Fprintf(&arrows, "  %s -->|\"%s\"| %s\n", e.from, strings.Join(relations[e], "<br>"), e.to)
	}
	return "flowchart LR\n" + boxes.String() + arrows.String()
}
