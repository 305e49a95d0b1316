package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// removedAtOnce is how many articles one transaction takes away.
const removedAtOnce = 50

// A Removal says what goes with some articles, and what stays without them.
type Removal struct {
	Articles  int
	Sentences int
	Claims    int // that nothing else supports
	Weakened  int // claims that other articles support, too
	Entities  int // that no other article names
}

// WouldRemove counts what [Store.Remove] would take away, and changes nothing.
// Ids that no article has do not count.
func (s *Store) WouldRemove(ctx context.Context, articles []string) (Removal, error) {
	var r Removal
	params := map[string]any{"ids": articles}
	for _, part := range []struct {
		what   string
		cypher string
		into   []*int
	}{
		{"articles", `
MATCH (a:Article) WHERE a.id IN $ids
RETURN count(a), sum(COUNT { (a)-[:HAS_SENTENCE]->() })`, []*int{&r.Articles, &r.Sentences}},
		{"claims", `
MATCH (a:Article)-[:HAS_SENTENCE]->()-[:EVIDENCES]->(c:Claim) WHERE a.id IN $ids
WITH DISTINCT c, EXISTS { MATCH (c)<-[:EVIDENCES]-(s) WHERE NOT s.article IN $ids } AS stays
RETURN count(CASE WHEN NOT stays THEN c END), count(CASE WHEN stays THEN c END)`, []*int{&r.Claims, &r.Weakened}},
		{"entities", `
MATCH (a:Article)-[:NAMES]->(e:Entity) WHERE a.id IN $ids
WITH DISTINCT e WHERE NOT EXISTS { MATCH (e)<-[:NAMES]-(b) WHERE NOT b.id IN $ids }
RETURN count(e)`, []*int{&r.Entities}},
	} {
		err := s.Read(ctx, part.cypher, params, func(_ []string, v []any) error {
			for i, into := range part.into {
				*into = int(v[i].(int64))
			}
			return nil
		})
		if err != nil {
			return Removal{}, fmt.Errorf("count %s: %w", part.what, err)
		}
	}
	return r, nil
}

// Remove takes articles out of the graph, with their sentences and with the
// claims and entities that nothing else supports; the others are brought up to
// date. Ids that no article has are passed over. What is left is what a load of
// the other articles gives.
//
// On an error, and when ctx is cancelled, whole articles are gone and the result
// counts them; removing the same again completes the work.
func (s *Store) Remove(ctx context.Context, articles []string) (Removal, error) {
	var total Removal
	if s.ontology == nil {
		return total, &Error{Kind: ErrNoSchema, text: "remove before the schema was applied", hint: "call ApplySchema first"}
	}
	articles = slices.Compact(slices.Sorted(slices.Values(articles)))
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }() // every transaction has ended
	for ids := range slices.Chunk(articles, removedAtOnce) {
		if err := ctx.Err(); err != nil {
			return total, err
		}
		r, err := s.removeBatch(ctx, session, ids)
		if err != nil {
			return total, fmt.Errorf("remove article %s and %d more: %w", ids[0], len(ids)-1, err)
		}
		total.Articles += r.Articles
		total.Sentences += r.Sentences
		total.Claims += r.Claims
		total.Weakened += r.Weakened
		total.Entities += r.Entities
	}
	_, err := s.Resolve(ctx)
	return total, err
}

func (s *Store) removeBatch(ctx context.Context, session neo4j.SessionWithContext, articles []string) (Removal, error) {
	ctx, cancel := withGrace(ctx, cancelGrace)
	defer cancel()
	var r Removal
	err := writeIn(ctx, session, func(ctx context.Context, tx *transaction) error {
		b := newBatch(tx, s.ontology, s.now(), s.verdicts)
		err := b.run(ctx, step{"articles", func(ctx context.Context) error {
			var err error
			r.Articles, err = b.removeArticles(ctx, articles)
			return err
		}})
		r.Sentences, r.Claims, r.Entities = -b.result.Sentences, -b.result.Claims, -b.result.Entities
		r.Weakened = len(b.lost) - r.Claims
		return err
	})
	return r, err
}

// removeArticles takes articles away with all that hangs on them.
func (b *batch) removeArticles(ctx context.Context, articles []string) (int, error) {
	if err := b.retract(ctx, articles); err != nil {
		return 0, fmt.Errorf("retract: %w", err)
	}
	for id := range b.shrunk {
		b.lost[id] = true
	}
	bands, err := b.leaveBands(ctx, articles)
	if err != nil {
		return 0, err
	}
	n := 0
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (a:Article {id: id})
WITH a, a.publication AS publication
DETACH DELETE a
RETURN publication`, articles, func(v []any) error {
		n++
		publication, _ := v[0].(string)
		b.publications[publication] = true
		return nil
	})
	if err != nil {
		return n, err
	}
	return n, execRows(ctx, b.tx, "UNWIND $rows AS key MATCH (b:Band {key: key}) WHERE NOT EXISTS { (b)<-[:IN_BAND]-() } DELETE b", bands)
}

// leaveBands marks the articles that have one origin with others that are about
// to go, and returns the keys that these leave behind.
func (b *batch) leaveBands(ctx context.Context, articles []string) ([]string, error) {
	err := execRows(ctx, b.tx, `
UNWIND $rows AS id
MATCH (a:Article {id: id})
MATCH (o:Article {origin: a.origin})
SET o.stale = true`, articles)
	if err != nil {
		return nil, err
	}
	var keys []string
	err = eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (:Article {id: id})-[:IN_BAND]->(b) RETURN DISTINCT b.key", articles, func(v []any) error {
		keys = append(keys, v[0].(string))
		return nil
	})
	return keys, err
}
