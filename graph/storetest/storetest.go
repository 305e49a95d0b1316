// Package storetest gives tests a real Neo4j.
//
// [Open] returns an empty graph with the schema applied. It runs against the
// official image in a container where a Docker daemon answers, and against the
// managed local server otherwise. One server serves all tests of a package, one
// after the other: tests that use it do not run in parallel. For that, and to
// have the server stopped at the end, a package hands its tests to [Main]:
//
//	func TestMain(m *testing.M) { os.Exit(storetest.Main{M: m}.Run()) }
//
// # Environment
//
//   - DOSSIER_TEST_NEO4J chooses the server: "container", "local", or the URI of
//     a running one, with its login, whose database is emptied by every test.
//     The absence of a server that is asked for fails the test.
//   - DOSSIER_TEST_IMAGE is the image to use instead of neo4j:5.26-community.
//   - CI=true makes a test fail where there is no server at all; without it,
//     the test is skipped and says so.
package storetest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"dossier/graph"
	"dossier/graph/store"
)

// Open returns a store with an empty graph and the schema applied. It is closed
// when the test ends.
func Open(t testing.TB) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), Config(t))
	if err != nil {
		t.Fatalf("storetest: %v", err)
	}
	t.Cleanup(func() { _ = s.Close(context.Background()) })
	if err := s.ApplySchema(t.Context(), graph.DefaultOntology()); err != nil {
		t.Fatalf("storetest: %v", err)
	}
	return s
}

// Config returns how to reach a server with an empty graph, for tests that
// connect by themselves. The schema may or may not be applied.
func Config(t testing.TB) store.Config {
	t.Helper()
	srv := acquire(t)
	if err := empty(t.Context(), srv.config); err != nil {
		t.Fatalf("storetest: empty the graph: %v", err)
	}
	return srv.config
}

// Main runs the tests of a package and stops their server afterwards. It has
// the shape that testscript.Main wants, too.
type Main struct {
	M interface{ Run() int }
}

// Run runs the tests and returns their exit code.
func (m Main) Run() int {
	shared.Lock()
	shared.wholePackage = true
	shared.Unlock()
	code := m.M.Run()
	shared.Lock()
	defer shared.Unlock()
	if err := shared.stop(); err != nil {
		fmt.Fprintf(os.Stderr, "storetest: stop the server: %v\n", err)
		return max(code, 1)
	}
	return code
}

// server is a running Neo4j.
type server struct {
	config store.Config
	about  string // for the log, e.g. "container neo4j:5.26-community"
	stop   func(context.Context) error
}

// shared is the server of this package's tests.
var shared pool

type pool struct {
	sync.Mutex
	server       *server
	err          error // why there is none; asked once
	users        int
	wholePackage bool // under Main: keep the server until the end
}

// stop ends the server, if there is one. The caller holds the lock.
func (p *pool) stop() error {
	if p.server == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	err := p.server.stop(ctx)
	p.server = nil
	return err
}

// acquire returns the package's server, starting it if need be. Without Main it
// is stopped when the last test that uses it ends.
func acquire(t testing.TB) *server {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.server == nil && shared.err == nil {
		// Not t.Context(): the server outlives the test.
		started := time.Now()
		shared.server, shared.err = start(context.Background(), t.Logf)
		if shared.err == nil {
			t.Logf("storetest: %s, ready after %s", shared.server.about, time.Since(started).Round(100*time.Millisecond))
		}
	}
	if shared.err != nil {
		absent(t, shared.err)
	}
	shared.users++
	t.Cleanup(func() {
		shared.Lock()
		defer shared.Unlock()
		shared.users--
		if shared.users == 0 && !shared.wholePackage {
			if err := shared.stop(); err != nil {
				t.Errorf("storetest: stop the server: %v", err)
			}
		}
	})
	return shared.server
}

// absent ends a test that has no server: it must not pass for having tested
// nothing.
func absent(t testing.TB, err error) {
	t.Helper()
	if os.Getenv("CI") == "true" || os.Getenv("DOSSIER_TEST_NEO4J") != "" {
		t.Fatalf("storetest: no Neo4j: %v", err)
	}
	t.Skipf("storetest: SKIPPED, NOTHING TESTED: no Neo4j: %v", err)
}

// start starts the server that the environment asks for. Without a wish it is a
// container if a daemon answers, and the managed local server if not or if the
// container does not start.
func start(ctx context.Context, logf func(string, ...any)) (*server, error) {
	ctx, cancel := context.WithTimeout(ctx, 15*time.Minute)
	defer cancel()
	switch wish := os.Getenv("DOSSIER_TEST_NEO4J"); {
	case wish == "container":
		return startContainer(ctx)
	case wish == "local":
		return startLocal(ctx, logf)
	case strings.Contains(wish, "://"):
		u, err := url.Parse(wish)
		if err != nil {
			return nil, errors.New("DOSSIER_TEST_NEO4J is not a URI")
		}
		c := store.Config{Username: u.User.Username()}
		c.Password, _ = u.User.Password()
		u.User = nil
		c.URI = u.String()
		return &server{config: c, about: c.String(), stop: func(context.Context) error { return nil }}, nil
	case wish != "":
		return nil, fmt.Errorf("DOSSIER_TEST_NEO4J is %q, want container, local or a URI", wish)
	}
	if err := daemonAnswers(ctx); err != nil {
		logf("storetest: no container: %v", err)
		return startLocal(ctx, logf)
	}
	s, err := startContainer(ctx)
	if err != nil {
		logf("storetest: no container: %v", err)
		return startLocal(ctx, logf)
	}
	return s, nil
}
