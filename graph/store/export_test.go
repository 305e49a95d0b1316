package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dossier/graph"
)

// SetBatchRows sets how many rows a transaction gathers.
func (s *Store) SetBatchRows(n int) { s.batchRows = n }

// Migration is a step of a migration, for tests of how steps are run.
type Migration = migration

// NewMigration makes a step.
func NewMigration(to int, statements ...string) Migration {
	return Migration{to: to, statements: statements}
}

// Migrate runs steps.
func (s *Store) Migrate(ctx context.Context, from, to int, steps []Migration) error {
	return s.migrate(ctx, from, to, steps)
}

// Exec changes the graph behind the store's back.
func (s *Store) Exec(ctx context.Context, cypher string) error {
	return s.write(ctx, func(ctx context.Context, tx *transaction) error { return tx.exec(ctx, cypher, nil) })
}

// SchemaStatements and Properties are what the schema consists of.
var (
	SchemaStatements = schemaStatements
	Properties       = properties
)

// Statements that look things up by relationship.
var DeleteEdges = deleteEdges

const (
	UsedVariants = usedVariants
	FindReprints = findReprints
)

// Roles lists the entity-valued qualifiers.
func Roles(o *graph.Ontology) []string { return roles(o) }

// Plan returns the operators of a statement's plan.
func (s *Store) Plan(ctx context.Context, cypher string) (string, error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(ctx) }()
	result, err := session.Run(ctx, "EXPLAIN "+cypher, map[string]any{"rows": []any{}})
	if err != nil {
		return "", err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return "", err
	}
	return operators(summary.Plan()), nil
}

func operators(p neo4j.Plan) string {
	s := p.Operator()
	for _, c := range p.Children() {
		s += " < " + operators(c)
	}
	return s
}

// A Version is a text of a publication.
type Version struct {
	Published, Modified string
	Arrived             int64
}

// PlaceVersions says where the versions stand, in the order given; turned hands
// them over in the reverse order.
func PlaceVersions(list []Version, turned bool) []string {
	var in []version
	for i, v := range list {
		in = append(in, version{fmt.Sprint(i), v.Published, v.Modified, v.Arrived})
	}
	if turned {
		slices.Reverse(in)
	}
	places := placeVersions(in)
	var out []string
	for i := range list {
		p := places[fmt.Sprint(i)]
		text := fmt.Sprintf("%d %s", p.version, p.known)
		if p.until != "" {
			text += " until " + p.until
		}
		if p.superseded != (i < len(list)-1) {
			text += " wrong"
		}
		out = append(out, text)
	}
	return out
}
