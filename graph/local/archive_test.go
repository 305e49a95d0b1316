package local

import (
	"bytes"
	"compress/gzip"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var updateClasses = flag.Bool("update-classes", false, "write classes.lst.gz from what a server loads")

// TestClassList checks that the list names what the pinned server loads first;
// after a change of its version run it with -update-classes.
func TestClassList(t *testing.T) {
	if *updateClasses {
		needJava(t)
		writeClassList(t)
	}
	l := layout{cache: t.TempDir()}
	mkdirs(t, l.lib())
	path, err := l.unpackClassList()
	if err != nil {
		t.Fatal(err)
	}
	names := strings.Split(strings.TrimSpace(read(t, path)), "\n")
	for _, want := range []string{"java/lang/Object", strings.ReplaceAll(entryPoint, ".", "/")} {
		if !slices.Contains(names, want) {
			t.Errorf("%s is not in the list of %d classes", want, len(names))
		}
	}
}

// writeClassList has a server load what the first minute of use needs.
func writeClassList(t *testing.T) {
	list := filepath.Join(t.TempDir(), "loaded.lst")
	m := thisMachine()
	m.serverFlags = []string{"-XX:DumpLoadedClassList=" + list}
	o := Options{DataDir: t.TempDir(), CacheDir: testCache(), Progress: t.Logf}
	s, err := m.ensure(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer Stop(context.Background(), o)
	for _, cypher := range []string{
		"CREATE CONSTRAINT IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE",
		"CREATE INDEX IF NOT EXISTS FOR (c:Claim) ON (c.relation)",
		"CREATE FULLTEXT INDEX names IF NOT EXISTS FOR (e:Entity) ON EACH [e.name]",
		"CALL db.awaitIndexes()",
		"UNWIND range(1, 100) AS i MERGE (e:Entity {id: toString(i)}) SET e += {name: 'n' + i, day: date(), list: [i]}",
		"UNWIND range(1, 99) AS i MATCH (a:Entity {id: toString(i)}) MATCH (b:Entity {id: toString(i + 1)}) MERGE (a)-[r:KNOWS {n: i}]->(b) RETURN count(r)",
		"MATCH p = SHORTEST 1 (:Entity {id: '1'})-[:KNOWS]-+(:Entity {id: '5'}) RETURN length(p)",
		"MATCH (e:Entity) OPTIONAL MATCH (e)-[r]->(o) WITH e, count(DISTINCT o) AS n, collect(r.n) AS ns WHERE n > 0 RETURN n, ns ORDER BY n DESC LIMIT 5",
		"CALL db.index.fulltext.queryNodes('names', 'n1') YIELD node, score RETURN count(score)",
		"MATCH (e:Entity) WHERE e.name STARTS WITH 'n1' OR e.name =~ '(?i)N2.*' RETURN count(e)",
		"MATCH (e:Entity) DETACH DELETE e",
	} {
		if err := query(context.Background(), s.URI, s.Password, cypher, discard); err != nil {
			t.Fatalf("%s: %v", cypher, err)
		}
	}
	if err := Stop(context.Background(), o); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	z.Write([]byte(filterClassList(read(t, list))))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("classes.lst.gz", b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	classList = b.Bytes()
}
