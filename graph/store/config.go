package store

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Config says which database to use.
type Config struct {
	// URI is an address like neo4j://localhost:7687. A user and password in it
	// are used when Username and Password are empty.
	URI string

	Username string // "neo4j" if empty and a password is set
	Password string // no login if both are empty
	Database string // the server's default if empty
}

var schemes = []string{"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"}

// String describes the configuration without its password.
func (c Config) String() string {
	t, err := c.target()
	if err != nil {
		return "unusable address"
	}
	s := t.address
	if c.Database != "" {
		s += "/" + c.Database
	}
	if t.user != "" {
		s += " as " + t.user
	}
	return s
}

// target is a configuration made ready for the driver. address holds no
// credentials: it may be shown.
type target struct {
	address, user string
	auth          neo4j.AuthToken
}

func (c Config) target() (target, error) {
	bad := func(format string, args ...any) (target, error) {
		return target{}, &Error{
			Kind: ErrConfig,
			text: "database address: " + fmt.Sprintf(format, args...),
			hint: "write it as neo4j://HOST:7687; schemes are " + strings.Join(schemes, ", "),
		}
	}
	if c.URI == "" {
		return bad("it is empty")
	}
	u, err := url.Parse(c.URI)
	if err != nil {
		return bad("it is not a URI") // the parser's error would repeat the password
	}
	if !slices.Contains(schemes, u.Scheme) {
		if u.Scheme == "" || u.Host == "" {
			return bad("it has no scheme")
		}
		return bad("scheme %q is not one of Neo4j's", u.Scheme)
	}
	if u.Hostname() == "" {
		return bad("it has no host")
	}
	if (u.Path != "" && u.Path != "/") || u.Fragment != "" {
		return bad("nothing may follow host and port; the database name goes into NEO4J_DATABASE")
	}
	user, password := c.Username, c.Password
	if u.User != nil && user == "" && password == "" {
		user = u.User.Username()
		password, _ = u.User.Password()
	}
	u.User, u.Path = nil, ""
	t := target{address: u.String(), user: user, auth: neo4j.NoAuth()}
	if password != "" || user != "" {
		if t.user == "" {
			t.user = "neo4j"
		}
		t.auth = neo4j.BasicAuth(t.user, password, "")
	}
	return t, nil
}
