package source

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dossier/graph"
)

// seed adds the files of testdata with one of the extensions.
func seed(f *testing.F, extensions ...string) {
	f.Helper()
	for _, ext := range extensions {
		files, err := filepath.Glob("testdata/*" + ext)
		if err != nil || len(files) == 0 {
			f.Fatalf("no testdata/*%s: %v", ext, err)
		}
		for _, name := range files {
			data, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(data)
		}
	}
}

// read checks every article that comes out; nothing may panic or hang.
func read(t *testing.T, data []byte) {
	for it := range Each(t.Context(), []string{"-"}, Options{Stdin: bytes.NewReader(data), MaxBytes: 1 << 20}) {
		if it.Err == nil {
			check(t, it.Article)
		} else if strings.TrimSpace(it.Err.Error()) == "" {
			t.Error("an error without a reason")
		}
	}
}

func withID(a graph.Article) graph.Article {
	a.ID = graph.ArticleID(a.Outlet, a.Text)
	return a
}

func FuzzHTML(f *testing.F) {
	seed(f, ".html")
	f.Add([]byte("<p>a<span/>b<br><br>c<td>d<a>e</a><script type=application/ld+json>{"))
	f.Fuzz(func(t *testing.T, data []byte) {
		check(t, withID(readPage(decode(data, ""), metadata{})))
		check(t, withID(readPage(clean(string(data)), metadata{title: "A title", published: "2031-01-02", from: "field"})))
		read(t, append([]byte("<html>"), data...))
	})
}

func FuzzJSONL(f *testing.F) {
	seed(f, ".jsonl", "feed.json")
	f.Add([]byte("{\"text\":\"\\ud800\\u0000\"}\n[{}]\n{\"id\":1e9}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		read(t, data)
		read(t, append([]byte("{}\n"), data...))
	})
}

func FuzzFeed(f *testing.F) {
	seed(f, "rss.xml", "atom.xml")
	f.Fuzz(func(t *testing.T, data []byte) {
		read(t, data)
		read(t, append([]byte("<rss><channel><item><description>"), data...))
	})
}

func FuzzPlain(f *testing.F) {
	seed(f, ".txt")
	f.Add([]byte("\xff\xfea\x00b\x00"))
	f.Add([]byte("\x1f\x8b\x08\x00"))
	f.Fuzz(read)
}
