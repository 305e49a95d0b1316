package storetest

import (
	"strings"
	"testing"
)

func TestStartRefusesUnknownWishes(t *testing.T) {
	for _, row := range []struct{ wish, want string }{
		{"docker", `DOSSIER_TEST_NEO4J is "docker", want container, local or a URI`},
		{"bolt://neo4j:secret@[", "DOSSIER_TEST_NEO4J is not a URI"},
	} {
		t.Setenv("DOSSIER_TEST_NEO4J", row.wish)
		_, err := start(t.Context(), t.Logf)
		if err == nil || err.Error() != row.want || strings.Contains(err.Error(), "secret") {
			t.Errorf("%q: error %v, want %s", row.wish, err, row.want)
		}
	}
}

// The login of a given server is taken out of its address, so that tests can
// hand it on by environment and nothing prints it.
func TestStartUsesGivenServer(t *testing.T) {
	t.Setenv("DOSSIER_TEST_NEO4J", "bolt://neo4j:secret@127.0.0.1:7687")
	s, err := start(t.Context(), t.Logf)
	if err != nil {
		t.Fatal(err)
	}
	c := s.config
	if c.URI != "bolt://127.0.0.1:7687" || c.Username != "neo4j" || c.Password != "secret" || strings.Contains(s.about, "secret") {
		t.Errorf("config %s, about %q", c, s.about)
	}
}
