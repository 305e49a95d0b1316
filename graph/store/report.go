package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/graph/resolve"
)

// What a write leaves for Resolve: reports, and marks on what has changed.

// writeReports notes on the entities that only one article has what they are
// known by, and marks them to be resolved.
func (b *batch) writeReports(ctx context.Context) error {
	var rows []row
	for _, a := range b.articles {
		for _, r := range a.reports {
			data, err := json.Marshal(r)
			if err != nil {
				return err
			}
			rows = append(rows, row{"id": r.ID, "report": string(data), "block": orNil(r.Block())})
		}
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})
SET e.report = row.report, e.block = row.block, e.stale = CASE WHEN row.block IS NULL THEN null ELSE true END`, rows)
}

// markThings marks what reports that are about to go were of.
const markThings = `
UNWIND $rows AS id
MATCH (:Entity {id: id})-[:SAME_AS]->(thing)
SET thing.stale = true`

// clearBands forgets by which keys copies of the articles were found: Resolve
// makes them anew from what is read in them now.
func (b *batch) clearBands(ctx context.Context) error {
	var ids []string
	for _, a := range b.articles {
		ids = append(ids, a.doc.Article.ID)
	}
	return execRows(ctx, b.tx, "UNWIND $rows AS id MATCH (:Article {id: id})-[r:IN_BAND]->() DELETE r", ids)
}

// A telling is what a piece of evidence says in its article's own terms. It
// stays on the evidence when that moves to the claim that articles have in
// common, so that it can move back.
type telling struct {
	Claim    string   `json:"claim"`
	Head     string   `json:"head"`
	Tail     string   `json:"tail,omitempty"`
	Roles    []string `json:"roles,omitempty"` // "qualifier=entity id"
	About    []string `json:"about,omitempty"`
	Speakers []string `json:"speakers,omitempty"`
}

func tellingOf(e graph.Evidence, c graph.Claim, about []string) telling {
	return telling{Claim: e.Claim, Head: c.Subject, Tail: c.Object, Roles: roleList(c), About: about, Speakers: e.Speakers}
}

// refersTo reports whether reports are part of it, or claims that may be.
func (t telling) refersTo(reports map[string]bool) bool {
	return reports[t.Head] || reports[t.Tail] || len(t.About) > 0 ||
		slices.ContainsFunc(t.Speakers, func(id string) bool { return reports[id] }) ||
		slices.ContainsFunc(t.Roles, func(r string) bool { _, id, _ := strings.Cut(r, "="); return reports[id] })
}

func (t telling) encode() string {
	data, err := json.Marshal(t)
	if err != nil {
		panic("telling without JSON form: " + err.Error()) // strings and lists of them
	}
	return string(data)
}

func reportIDs(reports []resolve.Report) map[string]bool {
	out := map[string]bool{}
	for _, r := range reports {
		out[r.ID] = true
	}
	return out
}
