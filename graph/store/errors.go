package store

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// What can be wrong with a database, for [errors.Is].
var (
	ErrConfig       = errors.New("unusable database address")
	ErrUnreachable  = errors.New("database not reachable")
	ErrAuth         = errors.New("database refused the login")
	ErrNoDatabase   = errors.New("no such database")
	ErrTooOld       = errors.New("database server too old")
	ErrNotNeo4j     = errors.New("not a Neo4j server")
	ErrNewerGraph   = errors.New("graph of a newer release")
	ErrNoSchema     = errors.New("schema not applied")
	ErrNotEmpty     = errors.New("graph not empty")
	ErrHalfRestored = errors.New("graph half restored")
)

// An Error says what is wrong with a database and what to do next. It wraps one
// of the Err values of this package and, where there is one, the driver's error.
type Error struct {
	Kind  error // one of the Err values
	text  string
	hint  string
	cause error
}

// Error says what went wrong and where. It never contains a password.
func (e *Error) Error() string { return e.text }

// Hint says what to do next, in one sentence without a full stop.
func (e *Error) Hint() string { return e.hint }

// Unwrap returns the kind and the cause.
func (e *Error) Unwrap() []error {
	if e.cause == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.cause}
}

// openError tells apart the ways in which a first query can fail.
func openError(ctx context.Context, err error, address, user, database string) error {
	if ctx.Err() != nil { // the driver's error would say so in its text only
		return fmt.Errorf("connect to %s: %w", address, ctx.Err())
	}
	var server *neo4j.Neo4jError
	if errors.As(err, &server) {
		switch {
		case strings.HasPrefix(server.Code, "Neo.ClientError.Security."):
			return authError(err, address, user, server.Title())
		case server.Code == "Neo.ClientError.Database.DatabaseNotFound":
			return &Error{
				Kind:  ErrNoDatabase,
				text:  fmt.Sprintf("%s has no database %q", address, database),
				hint:  "set NEO4J_DATABASE to one that SHOW DATABASES lists, or leave it empty for the server's default",
				cause: err,
			}
		}
		return fmt.Errorf("connect to %s: %w", address, err)
	}
	var denied *neo4j.InvalidAuthenticationError
	var expired *neo4j.TokenExpiredError
	if errors.As(err, &denied) || errors.As(err, &expired) {
		return authError(err, address, user, "")
	}
	cause := lastCause(err)
	switch {
	case strings.Contains(err.Error(), "server responded HTTP"):
		return &Error{
			Kind:  ErrNotNeo4j,
			text:  fmt.Sprintf("%s answers in HTTP, not in Bolt", address),
			hint:  "use the Bolt port, 7687 unless configured otherwise; 7474 is the browser's",
			cause: err,
		}
	case strings.Contains(err.Error(), "Bolt versions"):
		return &Error{
			Kind:  ErrTooOld,
			text:  fmt.Sprintf("%s speaks no version of Bolt that this program knows", address),
			hint:  "use Neo4j 5 or later",
			cause: err,
		}
	case strings.Contains(err.Error(), "x509:") || strings.Contains(err.Error(), "tls:"):
		return &Error{
			Kind:  ErrUnreachable,
			text:  fmt.Sprintf("%s: no encrypted connection: %s", address, cause),
			hint:  "use bolt+ssc or neo4j+ssc for a self-signed certificate, bolt or neo4j for a server without encryption",
			cause: err,
		}
	}
	return &Error{
		Kind:  ErrUnreachable,
		text:  fmt.Sprintf("%s is not reachable: %s", address, cause),
		hint:  "check that the server runs and that NEO4J_URI or --uri names its Bolt port; with neither set, the managed local Neo4j is used",
		cause: err,
	}
}

func authError(err error, address, user, title string) error {
	who := "a login without user name"
	if user != "" {
		who = fmt.Sprintf("user %q", user)
	}
	e := &Error{
		Kind:  ErrAuth,
		text:  fmt.Sprintf("%s refused %s", address, who),
		hint:  "check NEO4J_USERNAME and NEO4J_PASSWORD",
		cause: err,
	}
	switch title {
	case "AuthenticationRateLimit":
		e.text += ": too many wrong passwords"
		e.hint = "wait a few seconds, then check NEO4J_USERNAME and NEO4J_PASSWORD"
	case "CredentialsExpired":
		e.text += ": its first password must be changed"
		e.hint = "change it with ALTER CURRENT USER SET PASSWORD in cypher-shell or Neo4j Browser"
	case "Forbidden":
		e.text += ": not allowed to do this"
		e.hint = "use a user with the right to read and write, or ask the administrator"
	}
	return e
}

// lastCause is the innermost message: the driver wraps "connection refused" in
// several layers that repeat the address.
func lastCause(err error) string {
	for {
		next := errors.Unwrap(err)
		if next == nil {
			break
		}
		err = next
	}
	s := strings.TrimSpace(err.Error())
	if i := strings.LastIndexByte(s, '\n'); i >= 0 {
		s = s[i+1:]
	}
	return strings.TrimPrefix(s, "ConnectivityError: ")
}
