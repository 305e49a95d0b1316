package storetest

import (
	"context"
	"errors"
	"os"

	"dossier/graph/local"
	"dossier/graph/store"
)

// startLocal starts a managed server with a data folder of its own; the folder
// of downloads is the user's, so that they are fetched once.
func startLocal(ctx context.Context, logf func(string, ...any)) (*server, error) {
	dir, err := os.MkdirTemp("", "dossier-test-")
	if err != nil {
		return nil, err
	}
	o := local.Options{
		DataDir:  dir,
		CacheDir: os.Getenv("DOSSIER_TEST_CACHE"),
		Progress: func(format string, args ...any) { logf("storetest: "+format, args...) },
	}
	srv, err := local.Ensure(ctx, o)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	o.Progress = nil // it writes to the log of a test that has ended by then
	return &server{
		config: store.Config{URI: srv.URI, Username: srv.Username, Password: srv.Password},
		about:  "managed local Neo4j " + srv.Version + " at " + srv.URI,
		stop: func(ctx context.Context) error {
			return errors.Join(local.Stop(ctx, o), os.RemoveAll(dir))
		},
	}, nil
}
