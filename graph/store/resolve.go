package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dossier/graph"
	"dossier/graph/resolve"
)

// How much one transaction of a resolution takes in hand.
const (
	resolveReports  = 5000 // about; blocks are not divided
	resolveArticles = 500
	resolveClaims   = 2000
)

// Resolve brings up to date what several articles make of one thing: which
// articles have one origin, which reports are of one thing, which claims are
// therefore one, what the evidence for each adds up to, and which contradict each
// other. It looks only at what has changed since the last call, and the outcome
// is the same whatever the order of changes and calls.
//
// It runs in several transactions, each of which unmarks what it has done: after
// an error or a cancellation the next call goes on where this one stopped. The
// Result counts what came and went.
func (s *Store) Resolve(ctx context.Context) (Result, error) {
	var total Result
	if s.ontology == nil {
		return total, &Error{Kind: ErrNoSchema, text: "resolve before the schema was applied", hint: "call ApplySchema first"}
	}
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }() // every transaction has ended
	for _, step := range []struct {
		what string
		do   func(*resolution, context.Context) (more bool, err error)
	}{
		{"copies", (*resolution).makeBands},
		{"origins", (*resolution).resolveOrigins},
		{"things", (*resolution).resolveThings},
		{"claims of reports", (*resolution).joinClaims},
		{"claims", (*resolution).deriveClaims},
	} {
		for more := true; more; {
			if err := ctx.Err(); err != nil {
				return total, err
			}
			var r *resolution
			err := func() error {
				ctx, cancel := withGrace(ctx, cancelGrace)
				defer cancel()
				return writeIn(ctx, session, func(ctx context.Context, tx *transaction) error {
					r = &resolution{batch: newBatch(tx, s.ontology, s.now(), s.verdicts), judgements: s.judgements}
					if err := r.lock(ctx); err != nil {
						return err
					}
					var err error
					more, err = step.do(r, ctx)
					return err
				})
			}()
			if err != nil {
				return total, fmt.Errorf("resolve %s: %w", step.what, err)
			}
			r.result.Edges = r.tx.edges
			total.Add(r.result)
		}
	}
	return total, nil
}

// Judge sets what people decided on whether things are the same. It takes effect
// with the next [Store.Resolve] for what is marked to be looked at; mark the
// entities of the judgements with [Store.Reconsider].
func (s *Store) Judge(judgements []resolve.Judgement) { s.judgements = slices.Clone(judgements) }

// Reconsider marks the things and reports with the given ids to be resolved
// again, without ids all of them.
func (s *Store) Reconsider(ctx context.Context, ids ...string) error {
	return s.write(ctx, func(ctx context.Context, tx *transaction) error {
		if len(ids) == 0 {
			for _, cypher := range []string{
				"MATCH (e:Entity) WHERE e.block IS NOT NULL SET e.stale = true",
				"MATCH (a:Article) SET a.stale = true",
				"MATCH (c:Claim) SET c.stale = true",
			} {
				if err := tx.exec(ctx, cypher, nil); err != nil {
					return err
				}
			}
			return nil
		}
		return execRows(ctx, tx, "UNWIND $rows AS id MATCH (e:Entity {id: id}) WHERE e.block IS NOT NULL SET e.stale = true", ids)
	})
}

// A resolution is one transaction of a Resolve. As a batch it derives claims.
type resolution struct {
	*batch
	judgements []resolve.Judgement
}

// strings reads one column of strings.
func (r *resolution) strings(ctx context.Context, cypher string, params map[string]any) ([]string, error) {
	var out []string
	err := r.tx.each(ctx, cypher, params, func(v []any) error {
		out = append(out, v[0].(string))
		return nil
	})
	return out, err
}

// makeBands notes by which keys copies are found, for some of the articles that
// have none: new ones, those read anew, and those of a restored graph.
func (r *resolution) makeBands(ctx context.Context) (bool, error) {
	var rows []row
	n := 0
	err := r.tx.each(ctx, fmt.Sprintf(`
MATCH (a:Article) WHERE NOT EXISTS { (a)-[:IN_BAND]->() }
WITH a LIMIT %d
OPTIONAL MATCH (a)-[:HAS_SENTENCE]->(s)
WITH a, s ORDER BY s.index
RETURN a.id, collect(s.part), collect(s.text)`, resolveArticles), nil, func(v []any) error {
		d := graph.Document{Article: graph.Article{Text: v[0].(string)}}
		parts := stringList(v[1])
		for i, text := range stringList(v[2]) {
			d.Sentences = append(d.Sentences, graph.Sentence{Part: graph.Part(parts[i]), Text: text})
		}
		for _, key := range resolve.Bands(resolve.Words(d)) {
			rows = append(rows, row{"article": v[0], "key": key})
		}
		n++
		return nil
	})
	if err != nil {
		return false, err
	}
	return n == resolveArticles, execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MERGE (b:Band {key: row.key})
CREATE (a)-[:IN_BAND]->(b)`, rows)
}

// On an empty graph the planner would rather read all bands, and keep that plan
// while the graph grows: hence the hint.
const findCopies = `
UNWIND $rows AS key
MATCH (b:Band {key: key})<-[:IN_BAND]-(a)
USING INDEX b:Band(key)
RETURN DISTINCT a.id`

// publicationKey begins the keys that versions of one article share: they have
// one origin, however much was rewritten.
const publicationKey = "publication "

// resolveOrigins finds the articles that are copies of each other, among those that are
// marked and all that are joined with them.
func (r *resolution) resolveOrigins(ctx context.Context) (bool, error) {
	front, err := r.strings(ctx, `
MATCH (s:Article {stale: true})
WITH DISTINCT s.origin AS origin
MATCH (a:Article {origin: origin})
RETURN a.id`, nil)
	if err != nil {
		return false, err
	}
	keys, had := map[string][]string{}, map[string]string{}
	seen := map[string]bool{} // bands
	for len(front) > 0 {
		var bands []string
		err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (a:Article {id: id})
RETURN id, a.origin, [(a)-[:IN_BAND]->(b) | b.key], a.publication`, front, func(v []any) error {
			id := v[0].(string)
			had[id], _ = v[1].(string)
			keys[id] = stringList(v[2])
			if p, _ := v[3].(string); p != "" {
				keys[id] = append(keys[id], publicationKey+p)
			}
			for _, k := range keys[id] {
				if !seen[k] {
					seen[k] = true
					bands = append(bands, k)
				}
			}
			return nil
		})
		if err != nil {
			return false, err
		}
		front = nil
		met := map[string]bool{}
		meet := func(v []any) error {
			id := v[0].(string)
			if _, known := keys[id]; !known && !met[id] {
				met[id] = true
				front = append(front, id)
			}
			return nil
		}
		var publications []string
		for _, k := range bands {
			if p, ok := strings.CutPrefix(k, publicationKey); ok {
				publications = append(publications, p)
			}
		}
		err = eachRow(ctx, r.tx, findCopies, bands, meet)
		if err != nil {
			return false, err
		}
		err = eachRow(ctx, r.tx, "UNWIND $rows AS p MATCH (a:Article {publication: p}) RETURN a.id", publications, meet)
		if err != nil {
			return false, err
		}
	}
	groups := resolve.Groups(keys)
	var rows []row
	for _, id := range slices.Sorted(maps.Keys(groups)) {
		if groups[id] != had[id] {
			rows = append(rows, row{"id": id, "origin": groups[id]})
		}
	}
	return false, execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (a:Article {id: row.id})
SET a.origin = row.origin
WITH a
MATCH (a)-[:HAS_SENTENCE]->()-[:EVIDENCES]->(c)
SET c.stale = true`, rows)
}

// joinClaims moves the evidence of some marked articles to the claims about things.
func (r *resolution) joinClaims(ctx context.Context) (bool, error) {
	articles, err := r.strings(ctx, fmt.Sprintf("MATCH (a:Article {stale: true}) RETURN a.id ORDER BY a.id LIMIT %d", resolveArticles), nil)
	if err != nil || len(articles) == 0 {
		return false, err
	}
	things := map[string]*resolve.Thing{} // by the report's id
	err = eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (:Article {id: id})-[:NAMES]->(e)-[:SAME_AS]->(k)
RETURN DISTINCT e.id, k.id, k.giver, k.taker`, articles, func(v []any) error {
		t := &resolve.Thing{ID: v[1].(string)}
		t.Giver, _ = v[2].(string)
		t.Taker, _ = v[3].(string)
		things[v[0].(string)] = t
		return nil
	})
	if err != nil {
		return false, err
	}
	if err := r.join(ctx, articles, func(id string) *resolve.Thing { return things[id] }); err != nil {
		return false, err
	}
	return true, execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (a:Article {id: id}) REMOVE a.stale", articles)
}

// mapped replaces reports by their things.
func mapped(ids []string, one func(string) *resolve.Thing) []string {
	out := make([]string, 0, len(ids))
	for _, id := range ids {
		name, end, ok := strings.Cut(id, "=")
		if !ok {
			name, end = "", id
		} else {
			name += "="
		}
		if t := one(end); t != nil {
			end = t.ID
		}
		out = append(out, name+end)
	}
	return out
}
