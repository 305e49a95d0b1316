package local

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSettings(t *testing.T) {
	s := settings{"db.tx_log.rotation.size": "32m", "a.b": "c d"}
	want := "# Written anew by dossier at each start; changes here are lost.\na.b=c d\ndb.tx_log.rotation.size=32m\n"
	if d := cmp.Diff(want, string(s.file())); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff("NEO4J_a_b=c d\nNEO4J_db_tx__log_rotation_size=32m\n", string(s.environment())); d != "" {
		t.Error(d)
	}
}

func TestOnlyLoopback(t *testing.T) {
	s := javaSettings(ports{Bolt: 1, HTTP: 2}, true)
	for k, v := range s {
		if strings.HasSuffix(k, "_address") && !strings.HasPrefix(v, "127.0.0.1") {
			t.Errorf("%s=%s listens beyond this machine", k, v)
		}
	}
	if s["server.bolt.listen_address"] != "127.0.0.1:1" || s["server.http.listen_address"] != "127.0.0.1:2" {
		t.Errorf("got %v", s)
	}
}

func TestArgFile(t *testing.T) {
	got := string(argFile([]string{"-cp", `/a b/c"d\e`, "x"}))
	if want := "\"-cp\"\n\"/a b/c\\\"d\\\\e\"\n\"x\"\n"; got != want {
		t.Errorf("got %q; want %q", got, want)
	}
}

func TestFilterClassList(t *testing.T) {
	in := "# comment\njava/lang/Object id: 0\n@lambda-proxy a b c\njdk/proxy1/$Proxy0 id: 3\nx/Y id: 4 super: 0 source: /a.jar\norg/neo4j/A$B id: 9\n"
	if d := cmp.Diff("java/lang/Object\norg/neo4j/A$B\n", filterClassList(in)); d != "" {
		t.Error(d)
	}
}
