package store_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"
	"testing"
	"time"

	"dossier/graph/store"
	"dossier/graph/storetest"
)

const secret = "s3cr3t-Passw0rd"

func TestBadAddress(t *testing.T) {
	for _, row := range []struct{ uri, want string }{
		{"", "database address: it is empty"},
		{"localhost:7687", "database address: it has no scheme"},
		{"bolt:7687", "database address: it has no host"},
		{"http://localhost:7474", `database address: scheme "http" is not one of Neo4j's`},
		{"bolt://", "database address: it has no host"},
		{"neo4j://u:" + secret + "@", "database address: it has no host"},
		{"neo4j://u:" + secret + "@host:7687/db", "database address: nothing may follow host and port"},
		{"neo4j://u:" + secret + "@host:port", "database address: it is not a URI"},
		{"neo4j://u:" + secret + "%zz@host", "database address: it is not a URI"},
		{"u:" + secret + "@host:7687", "database address: it"},
	} {
		_, err := store.Open(t.Context(), store.Config{URI: row.uri})
		var e *store.Error
		if !errors.As(err, &e) || !errors.Is(err, store.ErrConfig) || !strings.HasPrefix(err.Error(), row.want) {
			t.Errorf("%q: error %v, want %q", row.uri, err, row.want)
			continue
		}
		if e.Hint() == "" {
			t.Errorf("%q: no hint", row.uri)
		}
		if strings.Contains(fmt.Sprintf("%v %+v %s", err, err, e.Hint()), secret) {
			t.Errorf("%q: error tells the password: %v", row.uri, err)
		}
	}
}

func TestConfigString(t *testing.T) {
	for _, row := range []struct {
		config store.Config
		want   string
	}{
		{store.Config{URI: "neo4j://u:" + secret + "@host:7687"}, "neo4j://host:7687 as u"},
		{store.Config{URI: "bolt+s://host", Username: "a", Password: secret, Database: "news"}, "bolt+s://host/news as a"},
		{store.Config{URI: "bolt+ssc://host", Password: secret}, "bolt+ssc://host as neo4j"},
		{store.Config{URI: "neo4j+s://u:" + secret + "@host", Username: "b", Password: "x"}, "neo4j+s://host as b"},
		{store.Config{URI: "neo4j+ssc://host?policy=eu"}, "neo4j+ssc://host?policy=eu"},
		{store.Config{URI: secret}, "unusable address"},
	} {
		if got := fmt.Sprint(row.config); got != row.want {
			t.Errorf("got %q, want %q", got, row.want)
		}
		if got := fmt.Sprintf("%+v", row.config); strings.Contains(got, secret) {
			t.Errorf("%%+v tells the password: %s", got)
		}
	}
}

func FuzzConfigString(f *testing.F) {
	f.Add("neo4j://", "@host")
	f.Add("", "")
	f.Add("bolt://a:", "@h:1/x")
	f.Fuzz(func(t *testing.T, before, after string) {
		if strings.Contains(before+after, secret) || !strings.HasSuffix(before, ":") || !strings.HasPrefix(after, "@") {
			return // the secret stands where no password does
		}
		c := store.Config{URI: before + secret + after}
		if strings.Contains(c.String(), secret) && !strings.Contains(before, "@") && strings.Contains(before, "://") && !strings.ContainsAny(before[strings.Index(before, "://")+3:], "/?#") {
			t.Errorf("%q gives %q", c.URI, c.String())
		}
	})
}

func TestRefused(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	for _, scheme := range []string{"bolt", "neo4j"} {
		_, err = store.Open(t.Context(), store.Config{URI: scheme + "://u:" + secret + "@" + address})
		want := scheme + "://" + address + " is not reachable: "
		if !errors.Is(err, store.ErrUnreachable) || !strings.HasPrefix(err.Error(), want) || strings.Contains(err.Error(), secret) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestNotBolt(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() { // as Neo4j's web server greets what is not HTTP
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_, _ = c.Read(make([]byte, 20))
			_, _ = c.Write([]byte("HTTP/1.1 400 Bad Request\r\n\r\n"))
			_ = c.Close()
		}
	}()
	address := l.Addr().String()
	_, err = store.Open(t.Context(), store.Config{URI: "bolt://" + address})
	if !errors.Is(err, store.ErrNotNeo4j) {
		t.Errorf("web server: error %v, want %v", err, store.ErrNotNeo4j)
	}
	_, err = store.Open(t.Context(), store.Config{URI: "bolt+ssc://" + address})
	if !errors.Is(err, store.ErrUnreachable) || !strings.Contains(err.Error(), "no encrypted connection") {
		t.Errorf("encryption to a plain server: error %v", err)
	}
}

// A server that accepts and says nothing is left alone when the caller has had
// enough.
func TestOpenEndsWithContext(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err = store.Open(ctx, store.Config{URI: "bolt://" + l.Addr().String()}); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want %v", err, context.DeadlineExceeded)
	}
}

func TestLogin(t *testing.T) {
	good := storetest.Config(t)
	for _, row := range []struct {
		name   string
		change func(*store.Config)
		want   error
	}{
		{"wrong password", func(c *store.Config) { c.Password = secret }, store.ErrAuth},
		{"no login", func(c *store.Config) { c.Username, c.Password = "", "" }, store.ErrAuth},
		{"unknown database", func(c *store.Config) { c.Database = "nowhere" }, store.ErrNoDatabase},
		{"neo4j scheme", func(c *store.Config) { c.URI = strings.Replace(c.URI, "bolt:", "neo4j:", 1) }, nil},
		{"login in the URI", func(c *store.Config) {
			c.URI = strings.Replace(c.URI, "://", "://"+c.Username+":"+c.Password+"@", 1)
			c.Username, c.Password = "", ""
		}, nil},
		{"default user", func(c *store.Config) { c.Username = "" }, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			c := good
			row.change(&c)
			s, err := store.Open(t.Context(), c)
			if err == nil {
				defer s.Close(t.Context())
			}
			if !errors.Is(err, row.want) || (err == nil) != (row.want == nil) {
				t.Fatalf("error %v, want %v", err, row.want)
			}
			if err != nil && (strings.Contains(err.Error(), secret) || strings.Contains(err.Error(), good.Password)) {
				t.Errorf("error tells a password: %v", err)
			}
			if err == nil && (!strings.HasPrefix(s.Server(), "Neo4j/") || strings.Contains(s.Address(), "@")) {
				t.Errorf("server %q at %q", s.Server(), s.Address())
			}
		})
	}
}
