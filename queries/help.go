package queries

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/jedib0t/go-pretty/v6/text"
)

// WriteList writes the names and titles of the queries below their folders.
func (l *Library) WriteList(w io.Writer, opts RenderOptions) error {
	var out strings.Builder
	names := make([]string, len(l.queries))
	for i, q := range l.queries {
		names[i] = q.Name
	}
	width := widestOf(names)
	for i, folder := range l.Folders() {
		if i > 0 {
			out.WriteByte('\n')
		}
		if folder != "" {
			out.WriteString(paint(opts, folder, bold) + "\n")
		}
		var names, titles []string
		for _, q := range l.queries {
			if q.Folder == folder {
				names = append(names, text.Pad(q.Name, width, ' '))
				titles = append(titles, q.Title)
			}
		}
		definitions(&out, names, titles, opts)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// List is the library as an answer, for programs.
func (l *Library) List() *Result {
	res := &Result{Query: &Query{
		Name: "query", Title: "Named queries",
		Columns: []Column{{Name: "name", Type: ColText}, {Name: "folder", Type: ColText}, {Name: "tags", Type: ColList},
			{Name: "title", Type: ColText}, {Name: "description", Type: ColText}, {Name: "parameters", Type: ColList}, {Name: "file", Type: ColText}},
	}}
	for _, q := range l.queries {
		flags := []string{}
		for _, p := range q.Params {
			flags = append(flags, "--"+p.Flag())
		}
		res.Rows = append(res.Rows, []any{q.Name, q.Folder, slices.Concat([]string{}, q.Tags), q.Title, q.Description, flags, q.File})
	}
	return res
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
	if len(q.Tags) > 0 {
		out.WriteString("\nTags: " + strings.Join(q.Tags, ", ") + "\n")
	}
	if len(q.Params) > 0 {
		section("Parameters")
		var names, docs []string
		for _, p := range q.Params {
			names = append(names, strings.TrimSpace("--"+p.Flag()+" "+p.placeholder()))
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
		KindText: "TEXT", KindWords: "WORDS", KindInt: "N", KindLimit: "N", KindBool: "", KindDate: "DATE", KindUntil: "DATE", KindChoice: "WORD",
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
	width := widestOf(terms)
	for i, t := range terms {
		head := text.Pad(t, width, ' ')
		for n, line := range wrap(texts[i], max(narrowest, opts.Width-width-2*len(gap))) {
			if n > 0 {
				head = strings.Repeat(" ", width)
			}
			out.WriteString(gap + head + gap + line + "\n")
		}
	}
}

func widestOf(terms []string) int {
	width := 0
	for _, t := range terms {
		width = max(width, text.StringWidth(t))
	}
	return width
}

// WriteMarkdown writes the reference page of the library.
func (l *Library) WriteMarkdown(w io.Writer) error {
	var out strings.Builder
	out.WriteString(referenceIntro)
	for _, folder := range l.Folders() {
		fmt.Fprintf(&out, "**%s**\n\n", folder)
		for _, q := range l.queries {
			if q.Folder == folder {
				fmt.Fprintf(&out, "- [%s](#%s): %s\n", q.Name, q.Name, q.Title)
			}
		}
		out.WriteByte('\n')
	}
	out.WriteString(referenceFiles)
	for _, q := range l.queries {
		fmt.Fprintf(&out, "\n## %s\n\n%s.\n\n%s\n", q.Name, q.Title, q.Description)
		if len(q.Tags) > 0 {
			fmt.Fprintf(&out, "\nTags: %s.\n", strings.Join(q.Tags, ", "))
		}
		out.WriteString("\n| parameter | type | default | |\n| --- | --- | --- | --- |\n")
		for _, p := range q.Params {
			if p.Time {
				continue // the same everywhere: said at the top
			}
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

const referenceIntro = `<!-- Made from the headers of queries/library by go test ./queries -run Reference -update. -->

# Named queries

` + "`dossier query`" + ` lists these questions, ` + "`dossier query NAME --help`" + ` explains one, and
` + "`dossier query NAME [--PARAMETER VALUE ...] [--format FORMAT]`" + ` asks it. On a terminal the answer is a table that
fits it, with the articles as footnotes; through a pipe it is tab-separated, a line a row with every column and a
header line that does not change. FORMAT may be table, json, jsonl, tsv, csv or markdown, among others.

**Entities** are given by any name, alias or id, in any case and with or without accents: ` + "`DPRK`" + `, ` + "`Pyongyang`" + ` and
` + "`north korea`" + ` are one. A part of a name will do if only one entity has it (` + "`Kirby`" + `).
Where the type is *within*, all that belongs to the entity is meant too: the places in a state, its institutions, the
kinds of a weapon. **Dates** are days, months or years: ` + "`--since 2023-12 --until 2024`" + `. **Lists** have commas
between their values. A status is one of:

| status | meaning |
| --- | --- |
| accepted | a judgement on file accepts it |
| asserted | an article says so in its own voice |
| attributed | only speakers say so, by name |
| alleged | only hedged: alleged, purported, accused of |
| disputed | somebody affirms it and somebody denies it |
| planned | only as a plan, a condition or a question |
| denied | only denied or negated |
| headline | only in a headline that the body of its own article contradicts |
| reference | no article says so, but the text of the norm itself, from a reference pack |
| withdrawn | only in versions of articles that newer ones have replaced |
| rejected | a judgement on file rejects it |

Every question can be put to another time, and there are two of them, which must not be mixed: **--as-of-event** DATE
keeps what had *happened* by then, going by the dates of events; **--known-by** DATE keeps what had been *published* by
then, going by the dates of articles, with status, counts, dates and sentences as they were then.
[Time, versions and judgements](time.md) says what becomes of claims and articles without a date.

Each row has a sentence and its source. Where a row rests on several sentences, it shows the best: affirmed before
alleged, body before headline, earliest first; ` + "`--evidence`" + ` lists all of them, a row each.

`

const referenceFiles = `## Queries of your own

A folder of .cypher files adds to these questions, and a file with the name of one takes its place:
` + "`dossier query --queries DIR`" + `, or the folders in ` + "`DOSSIER_QUERIES`" + `, or ` + "`dossier/queries`" + ` in the folder of
configurations (` + "`~/.config`" + `). They are read as strictly as the built-in ones; ` + "`dossier query check`" + ` reads them
all and has the server plan each. Sub-folders group queries in lists. A file looks like this:

` + "```" + `cypher
// States by the claims they have a part in
// @name busiest
// @tags overview
// @description Every state that some claim is about, one row each.
// @param limit limit = 10: At most so many rows.
// @column state text: The state.
// @column claims int: Claims that name it.
// @example dossier query busiest
MATCH (s:State)<-[:SUBJECT|OBJECT|RECIPIENT|TARGET]-(c:Claim)
RETURN s.name AS state, count(DISTINCT c) AS claims
ORDER BY claims DESC, state
LIMIT $limit
` + "```" + `

Types of parameters: entity and within (with labels, as entity(Person|State)), state, claim, relation, status,
text, words (for a full-text index), int, bool, date, date-end, choice(a|b), limit, and list(TYPE). Types of columns: text, int, date, status, list,
claims, sentence, and source, which follows its sentence.
`
