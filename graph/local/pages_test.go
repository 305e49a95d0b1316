package local

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestBrowserJar(t *testing.T) {
	l := newLayout(Options{DataDir: t.TempDir(), CacheDir: t.TempDir()})
	if err := os.MkdirAll(l.lib(), 0o755); err != nil {
		t.Fatal(err)
	}
	original := filepath.Join(l.lib(), browserJarName)
	writeJar(t, original, "browser/index.html", "META-INF/INDEX.LIST")
	jars := []string{"a.jar", original, "z.jar"}

	others, jar, err := l.browserJar(jars, nil)
	if err != nil || jar != original || !slices.Equal(others, []string{"a.jar", "z.jar"}) {
		t.Errorf("without pages: %v, %s, %v", others, jar, err)
	}
	_, one, err := l.browserJar(jars, map[string][]byte{"guide.html": []byte("one")})
	if err != nil {
		t.Fatal(err)
	}
	_, same, _ := l.browserJar(jars, map[string][]byte{"guide.html": []byte("one")})
	_, other, _ := l.browserJar(jars, map[string][]byte{"guide.html": []byte("two")})
	if one != same || one == other {
		t.Errorf("the same pages give %s and %s, others %s", one, same, other)
	}
	r, err := zip.OpenReader(one)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	if want := []string{"browser/index.html", "browser/dossier/", "browser/dossier/guide.html"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
	f, err := r.Open("browser/dossier/guide.html")
	if err != nil {
		t.Fatal(err)
	}
	if text, err := io.ReadAll(f); err != nil || string(text) != "one" {
		t.Errorf("got %q, %v", text, err)
	}
}

func TestGuideSetting(t *testing.T) {
	p := ports{Bolt: 1, HTTP: 2}
	if got := javaSettings(p, true)["browser.post_connect_cmd"]; got != "guide http://127.0.0.1:2/browser/dossier/guide.html" {
		t.Errorf("got %q", got)
	}
	for k := range javaSettings(p, false) {
		if strings.HasPrefix(k, "browser.") {
			t.Errorf("%s without pages: Neo4j Browser would show an error", k)
		}
	}
}

// A stop takes the visitor's account away, and goes on where it cannot.
func TestStopEndsTheVisit(t *testing.T) {
	for _, fails := range []error{nil, errors.New("busy")} {
		f := newFake(t)
		dropped := 0
		f.dropVisitor = func(context.Context, string, string) error { dropped++; return fails }
		if _, err := f.ensure(t.Context(), f.Options); err != nil {
			t.Fatal(err)
		}
		if err := writeFile(f.layout().visit(), nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := f.stop(t.Context(), f.Options); err != nil {
			t.Error(err)
		}
		if dropped != 1 || exists(f.layout().visit()) != (fails != nil) || f.heard("account of the last visit") != (fails != nil) {
			t.Errorf("dropped %d times with %v, file left: %v, said %q", dropped, fails, exists(f.layout().visit()), f.said)
		}
	}
}
