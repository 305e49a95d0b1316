// Package picture turns a part of a dossier into a picture, nodes and edges,
// and writes it for the programs that draw: Graphviz, Mermaid, Cytoscape, and
// all that read GraphML.
package picture

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/graph/browser"
	"dossier/queries/excerpt"
)

// A Picture is a set of nodes and the edges among them. Both are sorted, so that
// one excerpt has one picture.
type Picture struct {
	Nodes []Node
	Edges []Edge
}

// A Node is an entity.
type Node struct {
	ID     string
	Name   string
	Label  string
	Colour string // #RRGGBB, that of its label
}

// An Edge stands for all claims that join two entities in the same way.
type Edge struct {
	From, To string // ids of nodes
	Relation string // of the claims

	// Role is set where the edge is a qualifier of the claims: "recipient" leads
	// from what was supplied to who got it.
	Role string

	Claims   []string // ids, sorted
	Status   string   // the surest of them
	Articles int64    // of the claim that most articles tell
	First    string   // first day of all, ISO 8601; empty when not known
	Last     string   // last day
}

// Caption is what stands at the edge.
func (e Edge) Caption() string {
	words := e.Relation
	if e.Role != "" {
		words = e.Role
	}
	words = strings.ReplaceAll(strings.ToLower(words), "_", " ")
	if len(e.Claims) > 1 {
		words += fmt.Sprintf(" ×%d", len(e.Claims))
	}
	return words
}

// statuses from the surest.
var statuses = []string{"accepted", "reference", "asserted", "attributed", "alleged", "disputed", "planned", "denied", "headline", "withdrawn", "rejected"}

// Rank orders statuses, the surest first; one that is not known comes last.
func Rank(status string) int {
	if i := slices.Index(statuses, status); i >= 0 {
		return i
	}
	return len(statuses)
}

// restated are the roles of events that a claim is itself a report of: in a
// picture they say everything twice.
var restated = []string{"transfer", "event"}

// Of makes the picture of an excerpt. A claim is an edge from its subject to its
// object, and its roles are edges from the object to whoever has them, or from
// the subject where there is no object. Claims without a second end, such as
// sayings, have no edge.
func Of(x *excerpt.Excerpt) *Picture {
	type key struct{ from, to, relation, role string }
	edges := map[key]*Edge{}
	add := func(k key, c excerpt.Claim) {
		if k.from == "" || k.to == "" || k.from == k.to {
			return
		}
		e := edges[k]
		if e == nil {
			e = &Edge{From: k.from, To: k.to, Relation: k.relation, Role: k.role, Status: c.Status}
			edges[k] = e
		}
		e.Claims = append(e.Claims, c.ID)
		e.Articles = max(e.Articles, c.Articles)
		if Rank(c.Status) < Rank(e.Status) {
			e.Status = c.Status
		}
		if c.Date != "" && (e.First == "" || c.Date < e.First) {
			e.First = c.Date
		}
		e.Last = max(e.Last, cmp.Or(c.DateTo, c.Date))
	}
	for _, c := range x.Claims {
		add(key{c.Subject, c.Object, c.Relation, ""}, c)
		from := cmp.Or(c.Object, c.Subject)
		for role, ids := range c.Roles {
			if slices.Contains(restated, role) {
				continue
			}
			for _, id := range ids {
				add(key{from, id, c.Relation, role}, c)
			}
		}
	}
	used := map[string]bool{}
	p := &Picture{}
	for _, e := range edges {
		slices.Sort(e.Claims)
		e.Claims = slices.Compact(e.Claims)
		used[e.From], used[e.To] = true, true
		p.Edges = append(p.Edges, *e)
	}
	slices.SortFunc(p.Edges, func(a, b Edge) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.To, b.To), strings.Compare(a.Relation, b.Relation), strings.Compare(a.Role, b.Role))
	})
	o := graph.DefaultOntology()
	for _, e := range x.Entities {
		if used[e.ID] {
			p.Nodes = append(p.Nodes, Node{e.ID, e.Name, e.Label, browser.Colour(o, e.Label)})
		}
	}
	return p
}

var writers = map[string]func(io.Writer, *Picture) error{
	"dot": writeDOT, "mermaid": writeMermaid, "graphml": writeGraphML, "cytoscape": writeCytoscape,
}

// Formats are the formats that [Write] knows.
func Formats() []string { return []string{"dot", "mermaid", "graphml", "cytoscape"} }

// Write writes a picture in one of the [Formats].
func Write(w io.Writer, format string, p *Picture) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("unknown format of a picture %q: want one of %s", format, strings.Join(Formats(), ", "))
	}
	return write(w, p)
}
