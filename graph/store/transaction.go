package store

import (
	"context"
	"maps"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// maxUnwind bounds the rows of one UNWIND: more make a statement slower, not
// faster, and its transaction state larger.
const maxUnwind = 5000

// transaction runs statements and counts what they do to relationships.
type transaction struct {
	tx    neo4j.ManagedTransaction
	edges int // relationships created minus deleted
}

// row holds the parameters of one row of an UNWIND.
type row = map[string]any

// exec runs a statement and drops its rows.
func (t *transaction) exec(ctx context.Context, cypher string, params map[string]any) error {
	return t.each(ctx, cypher, params, nil)
}

// each runs a statement and calls f for each row of its result.
func (t *transaction) each(ctx context.Context, cypher string, params map[string]any, f func([]any) error) error {
	result, err := t.tx.Run(ctx, cypher, params)
	if err != nil {
		return err
	}
	for f != nil && result.Next(ctx) {
		if err := f(result.Record().Values); err != nil {
			return err
		}
	}
	if err := result.Err(); err != nil {
		return err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return err
	}
	c := summary.Counters()
	t.edges += c.RelationshipsCreated() - c.RelationshipsDeleted()
	return nil
}

// eachRow runs a statement that unwinds $rows, once for every [maxUnwind] of
// them; without rows it does nothing.
func eachRow[T any](ctx context.Context, t *transaction, cypher string, rows []T, f func([]any) error) error {
	for len(rows) > 0 {
		n := min(len(rows), maxUnwind)
		list := make([]any, n)
		for i, r := range rows[:n] {
			list[i] = r
		}
		if err := t.each(ctx, cypher, map[string]any{"rows": list}, f); err != nil {
			return err
		}
		rows = rows[n:]
	}
	return nil
}

// execByName runs a statement once for every name that rows are listed under,
// with the quoted name in place of NAME: labels and types cannot be parameters
// before Neo4j 5.26. One statement with a FOREACH for each name takes as long to
// plan as twenty of these, and many times as long for each row.
func execByName(ctx context.Context, t *transaction, cypher string, rows map[string][]row) error {
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		if err := execRows(ctx, t, strings.ReplaceAll(cypher, "NAME", quote(name)), rows[name]); err != nil {
			return err
		}
	}
	return nil
}

func execRows[T any](ctx context.Context, t *transaction, cypher string, rows []T) error {
	return eachRow(ctx, t, cypher, rows, nil)
}
