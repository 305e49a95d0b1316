package local

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// visitor is the account for visits of Neo4j Browser. There is one at a time:
// a new visit ends the one before.
const visitor = "dossier_browser"

// A Visit is a login that may be taken back.
type Visit struct {
	Username string
	Password string
}

// OpenVisit makes an account with a random password for Neo4j Browser, which
// keeps the password of its last connection in the clear. So it never sees the
// server's own, and this one is worth nothing once the visit has ended: with
// [EndVisit], the next OpenVisit, or when the server is stopped.
//
// Neo4j Community has no roles, so the account may write and administer like
// the server's own.
func OpenVisit(ctx context.Context, o Options) (Visit, error) {
	m, l := thisMachine(), newLayout(o)
	s, err := m.status(ctx, l)
	if err != nil {
		return Visit{}, err
	}
	v := Visit{Username: visitor, Password: rand.Text()}
	// The file comes first: an account without it would stay for good.
	if err := writeFile(l.visit(), []byte(visitor+"\n"), 0o600); err != nil {
		return Visit{}, err
	}
	err = systemCommand(ctx, s.URI, s.Password,
		"CREATE OR REPLACE USER $name SET PLAINTEXT PASSWORD $password SET PASSWORD CHANGE NOT REQUIRED",
		map[string]any{"name": v.Username, "password": v.Password})
	if err != nil {
		return Visit{}, fmt.Errorf("make an account for the visit: %w", err)
	}
	return v, nil
}

// EndVisit removes the account of the visit, if there is one. Connections that
// are open go on working until they are closed; no new one can be made.
func EndVisit(ctx context.Context, o Options) (ended bool, err error) {
	m, l := thisMachine(), newLayout(o)
	if !exists(l.visit()) {
		return false, nil
	}
	s, err := m.status(ctx, l)
	if err != nil {
		return false, err // and a stopped server has no visit
	}
	if err := m.dropVisitor(ctx, s.URI, s.Password); err != nil {
		return false, fmt.Errorf("remove the account of the visit: %w", err)
	}
	return true, os.Remove(l.visit())
}

// endVisit ends a visit because the server stops, which is no reason to keep
// the server from stopping.
func (m *machine) endVisit(ctx context.Context, l layout, rec record, o Options) {
	if !exists(l.visit()) {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	pw, err := l.readPassword()
	if err == nil {
		err = m.dropVisitor(ctx, rec.Ports.uri(), pw)
	}
	if err == nil {
		err = os.Remove(l.visit())
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		o.say("the account of the last visit of Neo4j Browser is left until the next one: %v", err)
	}
}

func dropVisitor(ctx context.Context, uri, password string) error {
	return systemCommand(ctx, uri, password, "DROP USER $name IF EXISTS", map[string]any{"name": visitor})
}

// systemCommand runs a command of the administration.
func systemCommand(ctx context.Context, uri, password, cypher string, params map[string]any) error {
	d, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""), func(c *config.Config) {
		c.TelemetryDisabled = true
	})
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	_, err = neo4j.ExecuteQuery(ctx, d, cypher, params, neo4j.EagerResultTransformer, neo4j.ExecuteQueryWithDatabase("system"))
	return err
}
