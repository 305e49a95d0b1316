package store

import (
	"context"
	"strings"
)

// Counts says how much the graph holds.
type Counts struct {
	Nodes         map[string]int64 // by label; a node counts for each of its labels
	Relationships map[string]int64 // by type
}

// Counts counts the nodes and relationships of the dossier, without those that
// are not there. The server keeps these numbers, so it is quick on any graph.
func (s *Store) Counts(ctx context.Context) (Counts, error) {
	o := s.knownOntology()
	c := Counts{Nodes: map[string]int64{}, Relationships: map[string]int64{}}
	if err := s.count(ctx, nodeLabels(o), "(n:%)", c.Nodes); err != nil {
		return c, err
	}
	return c, s.count(ctx, relationshipTypes(o), "()-[n:%]->()", c.Relationships)
}

func (s *Store) count(ctx context.Context, names []string, pattern string, into map[string]int64) error {
	var parts []string
	for _, name := range names {
		parts = append(parts, "MATCH "+strings.Replace(pattern, "%", quote(name), 1)+" RETURN '"+name+"' AS name, count(n) AS number")
	}
	return s.Read(ctx, strings.Join(parts, " UNION ALL "), nil, func(_ []string, v []any) error {
		if n := v[1].(int64); n > 0 {
			into[v[0].(string)] = n
		}
		return nil
	})
}
