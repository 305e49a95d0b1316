package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dossier/graph"
)

// Names of the full-text indexes, for db.index.fulltext.queryNodes.
const (
	EntityNames  = "entity_names"  // names and aliases of entities
	SentenceText = "sentence_text" // sentences
)

// ApplySchema prepares the database for the ontology: constraints, indexes, and
// the migrations that an older graph needs. It may be called at every start;
// when there is nothing to do, it costs one small read. It refuses a graph
// written for a newer ontology with [ErrNewerGraph] and changes nothing in it.
func (s *Store) ApplySchema(ctx context.Context, o *graph.Ontology) error {
	found, err := s.schemaState(ctx)
	if err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	if found.version > o.Version {
		return &Error{
			Kind: ErrNewerGraph,
			text: fmt.Sprintf("the graph at %s has schema version %d, this program knows %d", s.address, found.version, o.Version),
			hint: "use the newer release of dossier that wrote it, or another database",
		}
	}
	want := schemaState{version: o.Version, applied: schemaHash(o)}
	if found == want {
		s.ontology = o
		return nil
	}
	if found.version > 0 {
		if err := s.migrate(ctx, found.version, o.Version, migrations); err != nil {
			return err
		}
	}
	if err := s.createSchema(ctx, o); err != nil {
		return fmt.Errorf("create constraints and indexes: %w", err)
	}
	if err := s.setSchemaState(ctx, want); err != nil {
		return fmt.Errorf("record schema version: %w", err)
	}
	s.ontology = o
	return nil
}

// schemaState is what the graph's Meta node says of its schema; zero for a
// graph without one.
type schemaState struct {
	version int
	applied string // hash of the statements
}

func (s *Store) schemaState(ctx context.Context) (schemaState, error) {
	var st schemaState
	err := s.Read(ctx, "MATCH (m:Meta {key: 'schema'}) RETURN m.version, m.applied", nil, func(_ []string, v []any) error {
		version, _ := v[0].(int64)
		st.version = int(version)
		st.applied, _ = v[1].(string)
		return nil
	})
	return st, err
}

func (s *Store) setSchemaState(ctx context.Context, st schemaState) error {
	return s.write(ctx, func(ctx context.Context, tx *transaction) error {
		return tx.exec(ctx, "MERGE (m:Meta {key: 'schema'}) SET m.version = $version, m.applied = $applied",
			map[string]any{"version": st.version, "applied": st.applied})
	})
}

// createSchema runs the schema statements in one transaction and waits for the
// indexes; then it makes all names known to the server, so that a query for a
// label that no article has used yet draws no warning about a misspelt name.
func (s *Store) createSchema(ctx context.Context, o *graph.Ontology) error {
	err := s.write(ctx, func(ctx context.Context, tx *transaction) error {
		for _, statement := range schemaStatements(o) {
			if err := tx.exec(ctx, statement, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.write(ctx, func(ctx context.Context, tx *transaction) error {
		for _, names := range []struct {
			cypher string
			names  []string
		}{
			{"UNWIND $names AS name CALL db.createLabel(name)", nodeLabels(o)},
			{"UNWIND $names AS name CALL db.createRelationshipType(name)", relationshipTypes(o)},
			{"UNWIND $names AS name CALL db.createProperty(name)", append(roles(o), properties...)},
		} {
			if err := tx.exec(ctx, names.cypher+" RETURN count(*)", map[string]any{"names": names.names}); err != nil {
				return err
			}
		}
		return tx.exec(ctx, "CALL db.awaitIndexes(600)", nil)
	})
}

// schemaStatements derives constraints and indexes from the ontology. Each has
// a name of its own and does nothing if it exists.
func schemaStatements(o *graph.Ontology) []string {
	var out []string
	for _, label := range []string{labelArticle, labelSentence, labelClaim, labelEntity} {
		out = append(out, fmt.Sprintf("CREATE CONSTRAINT %s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE",
			strings.ToLower(label), label))
	}
	out = append(out, "CREATE CONSTRAINT band_key IF NOT EXISTS FOR (n:Band) REQUIRE n.key IS UNIQUE")
	out = append(out, "CREATE CONSTRAINT meta_key IF NOT EXISTS FOR (n:Meta) REQUIRE n.key IS UNIQUE")
	node := func(label string, property string) {
		out = append(out, fmt.Sprintf("CREATE INDEX %s_%s IF NOT EXISTS FOR (n:%s) ON (n.%s)",
			strings.ToLower(label), strings.ToLower(property), label, quote(property)))
	}
	node(labelArticle, "url")
	node(labelArticle, "publication")
	node(labelArticle, "published")
	node(labelArticle, "origin")
	node(labelArticle, "stale")
	node(labelSentence, "origin")
	node(labelClaim, "relation")
	node(labelClaim, "status")
	node(labelClaim, "date")
	node(labelClaim, "stale")
	node(labelEntity, "name")
	node(labelEntity, "parent")
	node(labelEntity, "block")
	node(labelEntity, "stale")
	edge := func(typ string, properties ...string) {
		out = append(out, fmt.Sprintf("CREATE INDEX %s_%s IF NOT EXISTS FOR ()-[r:%s]-() ON (r.%s)",
			strings.ToLower(typ), strings.Join(properties, "_"), quote(typ), strings.Join(properties, ", r.")))
	}
	edge(typeEvidences, "id")
	edge(typeEvidences, "claim", "origin")
	edge(typeEvidences, "stance")
	edge(typeNames, "variant")
	for _, t := range speakerTypes {
		edge(t, "evidence")
	}
	for _, t := range factTypes(o) {
		edge(t, "claim")
	}
	return append(out,
		"CREATE FULLTEXT INDEX "+EntityNames+" IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.aliases]",
		"CREATE FULLTEXT INDEX "+SentenceText+" IF NOT EXISTS FOR (n:Sentence) ON EACH [n.text]")
}

func schemaHash(o *graph.Ontology) string {
	h := sha256.New()
	for _, list := range [][]string{schemaStatements(o), nodeLabels(o), relationshipTypes(o), roles(o), properties} {
		for _, s := range list {
			h.Write([]byte(s))
			h.Write([]byte{0})
		}
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// A migration brings a graph from version to-1 to version to.
type migration struct {
	to         int
	statements []string // data statements; constraints and indexes follow from the ontology
}

// migrations are the steps from the first version of the ontology to the
// current one, in order, without a gap: a change that raises the ontology's
// version adds its step here. Version 1 is the first, so it has none.
var migrations []migration

// migrate runs the steps after version from, up to version to. Each runs in a
// transaction of its own together with its record, so that an interrupted
// migration goes on where it stopped.
func (s *Store) migrate(ctx context.Context, from, to int, steps []migration) error {
	for _, step := range steps {
		if step.to <= from || step.to > to {
			continue
		}
		err := s.write(ctx, func(ctx context.Context, tx *transaction) error {
			for _, statement := range step.statements {
				if err := tx.exec(ctx, statement, nil); err != nil {
					return err
				}
			}
			return tx.exec(ctx, "MERGE (m:Meta {key: 'schema'}) SET m.version = $version REMOVE m.applied",
				map[string]any{"version": step.to})
		})
		if err != nil {
			return fmt.Errorf("migrate the graph to schema version %d: %w", step.to, err)
		}
	}
	return nil
}

// write runs work in a managed transaction: the driver retries it after a
// transient failure, so work must start from scratch each time it is called.
func (s *Store) write(ctx context.Context, work func(context.Context, *transaction) error) (err error) {
	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { err = firstError(err, session.Close(ctx)) }()
	return writeIn(ctx, session, work)
}

func writeIn(ctx context.Context, session neo4j.SessionWithContext, work func(context.Context, *transaction) error) error {
	_, err := session.ExecuteWrite(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		return nil, work(ctx, &transaction{tx: tx})
	})
	return err
}
