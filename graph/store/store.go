package store

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"dossier/graph"
	"dossier/graph/resolve"
)

// oldestServer is the first major version whose Cypher the statements use.
const oldestServer = 5

// A Store is a dossier in one Neo4j database. It is safe for concurrent use.
type Store struct {
	driver    neo4j.DriverWithContext
	database  string
	address   string // without credentials
	agent     string // e.g. "Neo4j/5.26.30"
	bookmarks neo4j.BookmarkManager

	ontology   *graph.Ontology // nil until the schema is applied
	judgements []resolve.Judgement
	verdicts   map[string]verdict
	batchRows  int
	now        func() time.Time
}

// Open connects to the database and checks that it answers and is recent
// enough. Its errors are of type [*Error] where something can be done about
// them. The caller closes the store.
func Open(ctx context.Context, c Config) (*Store, error) {
	t, err := c.target()
	if err != nil {
		return nil, err
	}
	driver, err := neo4j.NewDriverWithContext(t.address, t.auth, func(c *config.Config) {
		c.UserAgent = "dossier"
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, openError(ctx, err, t.address, t.user, c.Database)
	}
	s := &Store{
		driver:    driver,
		database:  c.Database,
		address:   t.address,
		bookmarks: neo4j.NewBookmarkManager(neo4j.BookmarkManagerConfig{}),
		batchRows: defaultBatchRows,
		now:       time.Now,
	}
	s.agent, err = s.hello(ctx)
	if err == nil {
		err = checkServer(s.agent, s.address)
	} else {
		err = openError(ctx, err, t.address, t.user, c.Database)
	}
	if err != nil {
		_ = driver.Close(ctx) // nothing was written; the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// Close ends all connections.
func (s *Store) Close(ctx context.Context) error { return s.driver.Close(ctx) }

// Address is where the database is, without credentials.
func (s *Store) Address() string { return s.address }

// Server is the server's name and version, e.g. "Neo4j/5.26.30".
func (s *Store) Server() string { return s.agent }

// hello runs one query in the wanted database: a login alone would say nothing
// about the database.
func (s *Store) hello(ctx context.Context) (agent string, err error) {
	session := s.session(ctx, neo4j.AccessModeRead)
	defer func() { err = firstError(err, session.Close(ctx)) }()
	result, err := session.Run(ctx, "RETURN 1", nil)
	if err != nil {
		return "", err
	}
	summary, err := result.Consume(ctx)
	if err != nil {
		return "", err
	}
	return summary.Server().Agent(), nil
}

func (s *Store) session(ctx context.Context, mode neo4j.AccessMode) neo4j.SessionWithContext {
	return s.driver.NewSession(ctx, neo4j.SessionConfig{
		AccessMode:      mode,
		DatabaseName:    s.database,
		BookmarkManager: s.bookmarks,
	})
}

var agentVersion = regexp.MustCompile(`^Neo4j/v?(\d+)\.`)

// checkServer refuses servers older than [oldestServer]. Neo4j numbers its
// releases 4.4, 5.26, 2025.01 and so on.
func checkServer(agent, address string) error {
	m := agentVersion.FindStringSubmatch(agent)
	if m == nil {
		return &Error{
			Kind: ErrNotNeo4j,
			text: fmt.Sprintf("%s runs %q, which is not Neo4j", address, agent),
			hint: "use Neo4j 5 or later",
		}
	}
	if major, err := strconv.Atoi(m[1]); err != nil || major < oldestServer {
		return &Error{
			Kind: ErrTooOld,
			text: fmt.Sprintf("%s runs %s, want Neo4j %d or later", address, agent, oldestServer),
			hint: "upgrade the server, or leave NEO4J_URI unset to use the managed local Neo4j",
		}
	}
	return nil
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
