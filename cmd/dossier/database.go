package main

import (
	"cmp"
	"context"

	"github.com/urfave/cli/v2"

	"dossier/graph/local"
	"dossier/graph/store"
)

// configuredDatabase returns the database that flags and environment name, a
// flag before its variable. Without a URI it is the managed local server, and
// the rest does not matter. There is no flag for the password: other users of
// the machine could read it in the list of processes.
func configuredDatabase(c *cli.Context, s *streams) store.Config {
	return store.Config{
		URI:      cmp.Or(c.String("uri"), s.getenv("NEO4J_URI")),
		Username: cmp.Or(c.String("username"), s.getenv("NEO4J_USERNAME")),
		Password: s.getenv("NEO4J_PASSWORD"),
		Database: cmp.Or(c.String("database"), s.getenv("NEO4J_DATABASE")),
	}
}

// openStore connects to the configured database. Where none is, it starts the
// managed local server first, which takes a while the first time.
func openStore(ctx context.Context, s *streams, config store.Config) (*store.Store, error) {
	if config.URI == "" {
		server, err := local.Ensure(ctx, localOptions(s))
		if err != nil {
			return nil, err
		}
		s.log.Debug("managed Neo4j", "uri", server.URI, "pid", server.PID, "runtime", server.Runtime)
		config = store.Config{URI: server.URI, Username: server.Username, Password: server.Password}
	}
	s.log.Debug("connecting", "database", config.String())
	return store.Open(ctx, config)
}

// closeStore ends the connections, also when ctx is over.
func closeStore(ctx context.Context, db *store.Store) {
	_ = db.Close(context.WithoutCancel(ctx)) // all writes are acknowledged by now
}
