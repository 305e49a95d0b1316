package queries

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// WriteList writes the names and titles of the queries.
func (l *Library) WriteList(w io.Writer, opts RenderOptions) error {
	var names, titles []string
	for _, q := range l.queries {
		names = append(names, q.Name)
		titles = append(titles, q.Title)
	}
	var out strings.Builder
	definitions(&out, names, titles, opts)
	_, err := io.WriteString(w, out.String())
	return err
}

// WriteHelp writes what a user must know to ask the query and read its answer.
func (q *Query) WriteHelp(w io.Writer, opts RenderOptions) error {
	if opts.Width <= 0 {
		opts.Width = DefaultWidth
	}
	var out strings.Builder
	section := func(name string) { out.WriteString("\n" + paint(opts, name, bold) + "\n") }
	out.WriteString(paint(opts, q.Name, bold) + ": " + q.Title + "\n\n")
	for _, line := range wrap(q.Description, opts.Width) {
		out.WriteString(line + "\n")
	}
	if len(q.Params) > 0 {
		section("Parameters")
		var names, docs []string
		for _, p := range q.Params {
			names = append(names, "--"+p.Flag()+" "+p.placeholder())
			docs = append(docs, p.help())
		}
		definitions(&out, names, docs, opts)
	}
	section("Columns")
	var names, docs []string
	for _, c := range q.Columns {
		doc := c.Doc
		if c.Detail {
			doc += " (json, jsonl and csv only)"
		}
		names = append(names, c.Name)
		docs = append(docs, doc)
	}
	definitions(&out, names, docs, opts)
	section("Examples")
	for _, e := range q.Examples {
		out.WriteString(gap + e + "\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// placeholder says in one word what to type after the flag.
func (p Param) placeholder() string {
	t := p.Type
	word := map[Kind]string{
		KindEntity: "NAME", KindWithin: "NAME", KindState: "STATE", KindClaim: "ID", KindRel: "RELATION", KindStatus: "STATUS",
		KindText: "TEXT", KindInt: "N", KindLimit: "N", KindBool: "", KindDate: "DATE", KindUntil: "DATE", KindChoice: "WORD",
	}
	if t.Elem != nil {
		return word[t.Elem.Kind] + ",..."
	}
	return word[t.Kind]
}

// help is the parameter's text with what the type and default add to it.
func (p Param) help() string {
	doc := p.Doc
	if labels, ok := p.Type.IsEntity(); ok {
		doc += " A name, an alias or an id"
		if len(labels) > 0 {
			doc += " of a " + strings.Join(labels, " or ")
		}
		if p.Type.Kind == KindWithin {
			doc += ", with all that belongs to it"
		}
		doc += "."
	}
	one := p.Type
	if one.Elem != nil {
		one = *one.Elem
	}
	if one.Kind == KindChoice || one.Kind == KindStatus { // relations are too many: dossier schema has them
		doc += " Any of " + strings.Join(one.Values(), ", ") + "."
	}
	switch {
	case p.Required:
		doc += " Required."
	case !p.Null && p.Type.Kind != KindBool:
		doc += " Default: " + p.Default + "."
	}
	return doc
}

// definitions writes terms and their texts in two columns.
func definitions(out *strings.Builder, terms, texts []string, opts RenderOptions) {
	if opts.Width <= 0 {
		opts.Width = DefaultWidth
	}
	width := 0
	for _, t := range terms {
		width = max(width, text.StringWidth(strings.TrimSpace(t)))
	}
	for i, t := range terms {
		head := text.Pad(strings.TrimSpace(t), width, ' ')
		for n, line := range wrap(texts[i], max(narrowest, opts.Width-width-2*len(gap))) {
			if n > 0 {
				head = strings.Repeat(" ", width)
			}
			out.WriteString(gap + head + gap + line + "\n")
		}
	}
}

// WriteMarkdown writes the reference page of the library.
func (l *Library) WriteMarkdown(w io.Writer) error {
	var out strings.Builder
	out.WriteString(referenceIntro)
	for _, q := range l.queries {
		fmt.Fprintf(&out, "- [%s](#%s): %s\n", q.Name, q.Name, q.Title)
	}
	for _, q := range l.queries {
		fmt.Fprintf(&out, "\n## %s\n\n%s.\n\n%s\n", q.Name, q.Title, q.Description)
		out.WriteString("\n| parameter | type | default | |\n| --- | --- | --- | --- |\n")
		for _, p := range q.Params {
			def := "`" + p.Default + "`"
			switch {
			case p.Required:
				def = "required"
			case p.Null:
				def = ""
			}
			fmt.Fprintf(&out, "| `--%s` | %s | %s | %s |\n", p.Flag(), markdownCell(p.Type.String()), def, markdownCell(p.Doc))
		}
		out.WriteString("\n| column | type | |\n| --- | --- | --- |\n")
		for _, c := range q.Columns {
			doc := markdownCell(c.Doc)
			if c.Detail {
				doc += " *Not in tables.*"
			}
			fmt.Fprintf(&out, "| %s | %s | %s |\n", markdownCell(c.Name), c.Type, doc)
		}
		out.WriteString("\n```\n" + strings.Join(q.Examples, "\n") + "\n```\n")
	}
	_, err := io.WriteString(w, out.String())
	return err
}

const referenceIntro = `<!-- Made from the headers of queries/*.cypher by go test ./queries -run Reference -update. -->

# Named queries

` + "`dossier query`" + ` lists these questions, ` + "`dossier query NAME --help`" + ` explains one, and
` + "`dossier query NAME [--PARAMETER VALUE ...] [--format table|json|jsonl|csv|markdown]`" + ` asks it.

**Entities** are given by any name, alias or id, in any case and with or without accents: ` + "`DPRK`" + `, ` + "`Pyongyang`" + ` and
` + "`north korea`" + ` are one. A part of a name will do if only one entity has it (` + "`Kirby`" + `).
Where the type is *within*, all that belongs to the entity is meant too: the places in a state, its institutions, the
kinds of a weapon. **Dates** are days, months or years: ` + "`--since 2023-12 --until 2024`" + `. **Lists** have commas
between their values. A status is one of:

| status | meaning |
| --- | --- |
| asserted | an article says so in its own voice |
| attributed | only speakers say so, by name |
| alleged | only hedged: alleged, purported, accused of |
| disputed | somebody affirms it and somebody denies it |
| planned | only as a plan, a condition or a question |
| denied | only denied or negated |
| headline | only in a headline that the body of its own article contradicts |

Each row has a sentence and its source. Where a row rests on several sentences, it shows the best: affirmed before
alleged, body before headline, earliest first; ` + "`--evidence`" + ` lists all of them, a row each.

`
