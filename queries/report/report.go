// Package report writes a part of a dossier as one web page that needs nothing
// else: a graph to explore, a timeline, and tables, with the sentences behind
// every edge. It opens from a file, without a network, and can be printed.
//
// The graph is drawn by Cytoscape.js, which lies in the folder cytoscape with
// its license; the page names it.
package report

import (
	"bufio"
	"cmp"
	_ "embed"
	"encoding/json"
	"html"
	"io"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/graph/browser"
	"dossier/queries/excerpt"
	"dossier/queries/picture"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

//go:embed cytoscape/cytoscape.min.js
var cytoscapeJS string

//go:embed cytoscape/LICENSE
var cytoscapeLicense string

// MostEdges is how many edges a page draws; of more, it draws those that most
// articles tell, and says so. The tables have all.
const MostEdges = 5000

// A Page is what a report is about.
type Page struct {
	Title    string // the question, the entity, or the dossier
	Subtitle string // the parameters of the question; may be empty
	Focus    string // id of the entity that it is about; may be empty
	Excerpt  *excerpt.Excerpt
	Answer   *Table // the answer to a question; nil for none
}

// A Table is an answer as rows of texts.
type Table struct {
	Columns []string   `json:"columns"`
	Rows    [][]string `json:"rows"`
}

type node struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Label  string  `json:"label"`
	Colour string  `json:"color"`
	X      float64 `json:"x"`
	Y      float64 `json:"y"`
}

type edge struct {
	From     string   `json:"from"`
	To       string   `json:"to"`
	Relation string   `json:"relation"`
	Role     string   `json:"role,omitempty"`
	Claims   []string `json:"claims"`
	Articles int64    `json:"articles"`
}

// Write writes the page.
func Write(w io.Writer, p Page) error {
	drawn := picture.Of(p.Excerpt)
	all := len(drawn.Edges)
	strongest(drawn, MostEdges)
	places := layout(drawn)
	nodes := make([]node, len(drawn.Nodes))
	for i, n := range drawn.Nodes {
		nodes[i] = node{n.ID, n.Name, n.Label, n.Colour, places[i].x, places[i].y}
	}
	edges := make([]edge, len(drawn.Edges))
	for i, e := range drawn.Edges {
		edges[i] = edge{e.From, e.To, e.Relation, e.Role, e.Claims, e.Articles}
	}
	colours := map[string]string{}
	for _, e := range p.Excerpt.Entities {
		colours[e.Label] = browser.Colour(graph.DefaultOntology(), e.Label)
	}
	// The encoder escapes < and its like, so that no text ends the script.
	data, err := json.Marshal(map[string]any{
		"focus": p.Focus, "nodes": nodes, "edges": edges, "allEdges": all, "colors": colours,
		"dossier": p.Excerpt, "answer": p.Answer,
	})
	if err != nil {
		return err
	}
	b := bufio.NewWriter(w)
	rest := pageHTML
	for _, part := range []struct{ mark, text string }{
		{"{{title}}", html.EscapeString(p.Title)},
		{"{{style}}", pageCSS},
		{"{{title}}", html.EscapeString(p.Title)},
		{"{{subtitle}}", html.EscapeString(p.Subtitle)},
		{"{{license}}", html.EscapeString(cytoscapeLicense)},
		{"{{data}}", string(data)},
		{"{{cytoscape}}", cytoscapeJS},
		{"{{script}}", pageJS},
	} {
		before, after, ok := strings.Cut(rest, part.mark)
		if !ok {
			panic("page.html has no " + part.mark) // a build that fails its own tests
		}
		_, _ = b.WriteString(before) // the error stays in b
		_, _ = b.WriteString(part.text)
		rest = after
	}
	_, _ = b.WriteString(rest)
	return b.Flush()
}

// strongest keeps the n edges that most articles tell, and the nodes they join.
func strongest(p *picture.Picture, n int) {
	if len(p.Edges) <= n {
		return
	}
	edges := slices.Clone(p.Edges)
	slices.SortStableFunc(edges, func(a, b picture.Edge) int {
		return cmp.Or(cmp.Compare(b.Articles, a.Articles), cmp.Compare(picture.Rank(a.Status), picture.Rank(b.Status)))
	})
	p.Edges = edges[:n]
	used := map[string]bool{}
	for _, e := range p.Edges {
		used[e.From], used[e.To] = true, true
	}
	p.Nodes = slices.DeleteFunc(slices.Clone(p.Nodes), func(n picture.Node) bool { return !used[n.ID] })
}
