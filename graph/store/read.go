package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/dbtype"
)

// Read runs a statement in a read session, where the server refuses writes, and
// calls each for every row as it arrives. An error of each ends the statement
// and is returned as it is.
//
// Values are nil, bool, int64, float64, string, []byte, []any or
// map[string]any. A node comes as {labels, properties}, a relationship as
// {type, from, to, properties} with the id properties of its ends where they
// are known, a path as {nodes, relationships}; dates, times and points come as
// strings.
//
// A deadline of ctx goes to the server too, so that it stops working when
// nobody waits any more; Read then returns the error of ctx. It does not retry:
// rows have been handed out.
func (s *Store) Read(ctx context.Context, cypher string, params map[string]any, each func(keys []string, values []any) error) error {
	_, err := s.read(ctx, cypher, params, each)
	return err
}

func (s *Store) read(ctx context.Context, cypher string, params map[string]any, each func(keys []string, values []any) error) (_ neo4j.ResultSummary, err error) {
	_, summary, err := s.readKeys(ctx, cypher, params, each)
	return summary, err
}

// readKeys is read that also returns the names of the columns, which a statement
// without rows has, too.
func (s *Store) readKeys(ctx context.Context, cypher string, params map[string]any, each func(keys []string, values []any) error) (keys []string, _ neo4j.ResultSummary, err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { err = firstError(err, session.Close(ctx)) }()
	var configure []func(*neo4j.TransactionConfig)
	if deadline, ok := ctx.Deadline(); ok {
		// The server takes 0 for "no limit" and refuses less.
		configure = append(configure, neo4j.WithTxTimeout(max(time.Until(deadline), time.Millisecond)))
	}
	result, err := session.Run(ctx, cypher, params, configure...)
	if err != nil {
		return nil, nil, stopped(ctx, err)
	}
	keys, err = result.Keys()
	if err != nil {
		return nil, nil, stopped(ctx, err)
	}
	for result.Next(ctx) {
		values := result.Record().Values
		for i, v := range values {
			values[i] = plain(v)
		}
		if err := each(keys, values); err != nil {
			return nil, nil, err
		}
	}
	if err := result.Err(); err != nil {
		return nil, nil, stopped(ctx, err)
	}
	summary, err := result.Consume(ctx)
	return keys, summary, stopped(ctx, err)
}

// stopped returns the reason of ctx where err is but its consequence: the driver
// and the server each have their own words for it.
func stopped(ctx context.Context, err error) error {
	var server *neo4j.Neo4jError
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.As(err, &server) && strings.Contains(server.Code, "TransactionTimedOut") && hasDeadline(ctx):
		return context.DeadlineExceeded
	}
	return err
}

func hasDeadline(ctx context.Context) bool {
	_, ok := ctx.Deadline()
	return ok
}

// plain turns the driver's types into those that [Store.Read] promises.
func plain(v any) any {
	switch v := v.(type) {
	case nil, bool, int64, float64, string, []byte:
		return v
	case []any:
		for i := range v {
			v[i] = plain(v[i])
		}
		return v
	case map[string]any:
		for k := range v {
			v[k] = plain(v[k])
		}
		return v
	case dbtype.Node:
		return plainNode(v)
	case dbtype.Relationship:
		return plainRelationship(v, nil)
	case dbtype.Path:
		return plainPath(v)
	case time.Time: // a DateTime
		return v.Format(time.RFC3339Nano)
	case fmt.Stringer: // Date, LocalTime, Duration, Point and their like
		return v.String()
	}
	return fmt.Sprint(v)
}

func plainNode(n dbtype.Node) map[string]any {
	labels := make([]any, len(n.Labels))
	for i, l := range n.Labels {
		labels[i] = l
	}
	return map[string]any{"labels": labels, "properties": plain(n.Props)}
}

func plainRelationship(r dbtype.Relationship, ids map[string]any) map[string]any {
	return map[string]any{
		"type":       r.Type,
		"from":       ids[r.StartElementId],
		"to":         ids[r.EndElementId],
		"properties": plain(r.Props),
	}
}

func plainPath(p dbtype.Path) map[string]any {
	nodes := make([]any, len(p.Nodes))
	ids := map[string]any{}
	for i, n := range p.Nodes {
		nodes[i] = plainNode(n)
		ids[n.ElementId] = plain(n.Props["id"])
	}
	relationships := make([]any, len(p.Relationships))
	for i, r := range p.Relationships {
		relationships[i] = plainRelationship(r, ids)
	}
	return map[string]any{"nodes": nodes, "relationships": relationships}
}
