package store

import (
	"context"

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

// Roles lists the entity-valued qualifiers.
func Roles(o *graph.Ontology) []string { return roles(o) }
