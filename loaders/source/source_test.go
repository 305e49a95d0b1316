package source

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
)

const prose = "The council of the harbour town voted on Monday against a new bridge, and the mayor said that it would have cost too much."

func collect(t testing.TB, o Options, args ...string) []Item {
	t.Helper()
	var items []Item
	for it := range Each(t.Context(), args, o) {
		items = append(items, it)
		if it.Err == nil {
			check(t, it.Article)
		}
	}
	return items
}

// check asserts what the package promises of every article.
func check(t testing.TB, a graph.Article) {
	t.Helper()
	if a.ID != graph.ArticleID(a.Outlet, a.Text) {
		t.Errorf("%s: id %q is not that of its text", a.Name, a.ID)
	}
	if clean(a.Text) != a.Text {
		t.Errorf("%s: text %q is not clean", a.Name, a.Text)
	}
	if (a.Published == "") != (a.PublishedFrom == "") {
		t.Errorf("%s: published %q from %q", a.Name, a.Published, a.PublishedFrom)
	}
	if a.Published != parseDate(a.Published) {
		t.Errorf("%s: published %q is not RFC 3339", a.Name, a.Published)
	}
	end := 0
	for i, b := range a.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(a.Text) {
			t.Fatalf("%s: block %d is %d to %d after one that ends at %d, in %d bytes", a.Name, i, b.Start, b.End, end, len(a.Text))
		}
		if s := a.Text[b.Start:b.End]; s != strings.TrimSpace(s) || clean(s) != s {
			t.Errorf("%s: block %d is %q", a.Name, i, s)
		}
		if i > 0 && a.Text[end:b.Start] != "\n\n" {
			t.Errorf("%s: %q between blocks %d and %d", a.Name, a.Text[end:b.Start], i-1, i)
		}
		end = b.End
	}
	if a.Blocks != nil && end != len(a.Text) {
		t.Errorf("%s: %q is in no block", a.Name, a.Text[end:])
	}
}

func outcome(items []Item) []string {
	var out []string
	for _, it := range items {
		if it.Err != nil {
			out = append(out, "! "+it.Err.Error())
		} else {
			out = append(out, it.Article.Name)
		}
	}
	return out
}

func write(t testing.TB, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

func TestEachFindsFiles(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, ".", map[string]string{
		"in/b.txt":                        prose,
		"in/a.html":                       "<p>" + prose + "</p>",
		"in/000_d8f3d717cf695318.txt":     prose,
		"in/c/d.jsonl.gz":                 gz(`{"id":"one","text":"` + prose + `"}` + "\n" + `{"text":"` + prose + `"}`),
		"in/c/feed.xml":                   `<rss><channel><item><guid>g</guid><description>` + prose + `</description></item></channel></rss>`,
		"in/c/sitemap.xml":                `<?xml version="1.0"?><urlset><url/></urlset>`,
		"in/c/package.json":               `{"name":"x","version":"1.0.0"}`,
		"in/c/options.json":               `{"title":{"text":"x"}}`,
		"in/c/list.json":                  `["x"]`,
		"in/.hidden.txt":                  prose,
		"in/.git/config.txt":              prose,
		"in/b.meta.json":                  `{"title":"Bridge rejected","date":"2031-01-02"}`,
		"in/b.gold.jsonl":                 `{"rel":"MET"}`,
		"in/README.md":                    prose,
		"in/photo.png":                    "\x89PNG\r\n\x1a\n\x00",
		"empty/.keep":                     "",
		"odd/[draft] one.txt":             prose,
		"odd/two_0123456789abcdefXYZ.txt": prose,
		"notes.md":                        prose,
	})
	tests := []struct {
		name string
		args []string
		want []string
	}{
		{"folder in order of names", []string{"in"}, []string{"000", "a", "b", "one", "d#2", "g"}},
		{"arguments in their order", []string{"in/b.txt", "in/a.html"}, []string{"b", "a"}},
		{"glob", []string{"in/*.txt"}, []string{"000", "b"}},
		{"glob over companions", []string{"in/b*"}, []string{"b"}},
		{"glob of folders", []string{"i*/c"}, []string{"one", "d#2", "g"}},
		{"brackets in a name", []string{"odd/[draft] one.txt"}, []string{"[draft] one"}},
		{"suffix that is no hash", []string{"odd/two*"}, []string{"two_0123456789abcdefXYZ"}},
		{"named file of any extension", []string{"notes.md"}, []string{"notes"}},
		{"missing file, then another", []string{"nope.txt", "in/b.txt"}, []string{"! nope.txt: no such file or directory", "b"}},
		{"glob without a match", []string{"in/*.pdf"}, []string{"! in/*.pdf: no file matches the pattern"}},
		{"bad glob", []string{"in/[.txt"}, []string{"! in/[.txt: syntax error in pattern"}},
		{"glob with nothing to read", []string{"in/*.md"}, []string{"! in/*.md: no articles in it"}},
		{"empty folder", []string{"empty"}, []string{"! empty: no articles in it"}},
		{"companion alone", []string{"in/b.meta.json"}, []string{"! in/b.meta.json: no articles in it"}},
		{"companion beside its article", []string{"in/b.txt", "in/b.meta.json"}, []string{"b"}},
		{"no argument", nil, []string{"! no argument: no articles in it"}},
		{"picture", []string{"in/photo.png"}, []string{"! in/photo.png: not text: image/png"}},
		{"other XML, named", []string{"in/c/sitemap.xml"}, []string{"! in/c/sitemap.xml: not in a form that holds articles"}},
		{"other scheme", []string{"ftp://x.example/a"}, []string{"! ftp://x.example/a: only http and https addresses are fetched"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, outcome(collect(t, Options{}, tt.args...))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	b := collect(t, Options{}, "in/b.txt")[0].Article
	if b.Title != "Bridge rejected" || b.Published != "2031-01-02" || b.PublishedFrom != "field" || b.Text != prose {
		t.Errorf("sidecar not applied: %+v", b)
	}
	write(t, ".", map[string]string{"in/b.meta.json": `{"title":`})
	if got := outcome(collect(t, Options{}, "in/b.txt")); !strings.HasPrefix(got[0], "! in/b.txt: in/b.meta.json: ") {
		t.Errorf("broken sidecar: %q", got)
	}
}

func TestEachFollowsLinksToFilesOnly(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, map[string]string{"a.txt": prose, "sub/b.txt": prose})
	if err := os.Symlink("..", filepath.Join(dir, "sub", "loop.txt")); err != nil {
		t.Skip(err)
	}
	if err := os.Symlink("a.txt", filepath.Join(dir, "z.txt")); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a", "b", "z"}, outcome(collect(t, Options{}, dir))); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestEachFindsForms(t *testing.T) {
	wide := func(bom string, little bool, s string) string {
		out := []byte(bom)
		for _, u := range utf16.Encode([]rune(s)) {
			if little {
				out = append(out, byte(u), byte(u>>8))
			} else {
				out = append(out, byte(u>>8), byte(u))
			}
		}
		return string(out)
	}
	tests := []struct {
		name, in string
		want     []string // texts or errors
	}{
		{"plain text", prose, []string{prose}},
		{"byte order mark", "\ufeff" + prose, []string{prose}},
		{"UTF-16 little", wide("\xff\xfe", true, prose), []string{prose}},
		{"UTF-16 big", wide("\xfe\xff", false, prose), []string{prose}},
		{"UTF-16 unmarked", wide("", true, prose), []string{prose}},
		{"windows-1252", strings.ReplaceAll(prose, "harbour", "\x93harb\xf6r\x94"), []string{strings.ReplaceAll(prose, "harbour", "“harbör”")}},
		{"UTF-8 with a bad byte", "“" + prose + "” \xff", []string{"“" + prose + "” \ufffd"}},
		{"UTF-8 after 8 kB of ASCII", strings.Repeat(prose+"\n", 100) + "é", []string{strings.Repeat(prose+"\n", 100) + "é"}},
		{"control characters", prose + "\x00\x07\r\nNext\rlast\u200b", []string{prose + "\nNext\nlast"}},
		{"gzip", gz(prose), []string{prose}},
		{"gzip cut short", gz(prose)[:30], []string{"! -: unexpected EOF"}},
		{"HTML", "<!-- x --><html><body><p>" + prose, []string{prose}},
		{"fragment", "\n<p>" + prose + "</p>", []string{prose}},
		{"JSON line", `{"text":"` + prose + `"}`, []string{prose}},
		{"JSON over lines", "{\n  \"text\": \"" + prose + "\"\n}\n", []string{prose}},
		{"JSON array", `[{"text":"` + prose + `"}, {"text":1}]`, []string{prose, "! -:2: reading JSON: json: cannot unmarshal number into Go struct field record.text of type string"}},
		{"empty array", `[]`, []string{"! -: no text in it"}},
		{"bracketed text", "[Editor's note] " + prose, []string{"[Editor's note] " + prose}},
		{"second line bad", `{"text":"` + prose + `"}` + "\n{", []string{prose, "! -:2: byte 1 is not JSON: unexpected end of JSON input"}},
		{"RSS", `<rss><channel><item><description>` + prose + `</description></item></channel></rss>`, []string{prose}},
		{"feed without items", `<rss><channel></channel></rss>`, []string{"! -: no articles in it: the feed has no items"}},
		{"broken feed", `<rss><channel><item>`, []string{"! -: reading the feed: XML syntax error on line 1: unexpected EOF"}},
		{"nothing", "", []string{"! -: no text in it"}},
		{"blanks", " \n\t\n", []string{"! -: no text in it"}},
		{"page without text", "<html><body><img src=a></body></html>", []string{"! -: no text in it"}},
		{"PDF", "%PDF-1.7\n", []string{"! -: not text: application/pdf"}},
		{"zip", "PK\x03\x04aaaaaaaa", []string{"! -: not text: application/zip"}},
		{"noise", "\x01\x02\x03\x04 some words", []string{"! -: not text: binary data"}},
		{"deeply nested", strings.Repeat("<div>", 2000) + prose, []string{prose}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, it := range collect(t, Options{Stdin: strings.NewReader(tt.in)}, "-") {
				if it.Err != nil {
					got = append(got, "! "+it.Err.Error())
				} else {
					got = append(got, it.Article.Text)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestErrors(t *testing.T) {
	limit := Options{MaxBytes: 1 << 20}
	long := strings.Repeat("a ", 1<<20)
	tests := []struct {
		name, in string
		is       error
		hint     string
	}{
		{"too large", long, ErrTooLarge, "JSON lines"},
		{"line too long", `{"text":"` + long + `"}`, ErrTooLarge, "split"},
		{"too large when unpacked", gz(long), ErrTooLarge, "split"},
		{"binary", "%PDF-1.4", ErrBinary, "convert"},
		{"other JSON", `{"a":1}`, ErrFormat, `"text"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			limit.Stdin = strings.NewReader(tt.in)
			items := collect(t, limit, "-")
			var e *Error
			if len(items) != 1 || !errors.Is(items[0].Err, tt.is) || !errors.As(items[0].Err, &e) || !strings.Contains(e.Hint(), tt.hint) {
				t.Errorf("got %v, want one %v with a hint of %q", items, tt.is, tt.hint)
			}
		})
	}
	items := collect(t, Options{}, "-", filepath.Join(t.TempDir(), "none"))
	if len(items) != 2 || items[0].Err == nil || !errors.Is(items[1].Err, fs.ErrNotExist) {
		t.Errorf("got %v, want standard input closed and a missing file", items)
	}
}

func TestEachGoesOnAfterALongLine(t *testing.T) {
	in := fmt.Sprintf("{\"text\":%q}\n{\"text\":%q}\n", strings.Repeat("long ", 1000), prose)
	got := outcome(collect(t, Options{Stdin: strings.NewReader(in), MaxBytes: 1000}, "-"))
	if diff := cmp.Diff([]string{"! -:1: too large: over 0 MiB", "stdin#2"}, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestEachStops(t *testing.T) {
	in := strings.Repeat(`{"text":"`+prose+`"}`+"\n", 10)
	n := 0
	for range Each(t.Context(), []string{"-", "missing"}, Options{Stdin: strings.NewReader(in)}) {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d items after a break at 3", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	for range Each(ctx, []string{"-", "missing"}, Options{Stdin: strings.NewReader(in)}) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("%d items after cancelling at 1", n)
	}
}

// TestEachStreams reads 32 MB of JSON lines and looks at what is held.
func TestEachStreams(t *testing.T) {
	line := []byte(`{"text":"` + strings.Repeat(prose+" ", 20) + `"}` + "\n")
	n := 32 << 20 / len(line)
	src, dst := io.Pipe()
	go func() {
		for range n {
			if _, err := dst.Write(line); err != nil {
				return
			}
		}
		dst.Close()
	}()
	var most uint64
	got := 0
	for range Each(t.Context(), []string{"-"}, Options{Stdin: src}) {
		if got++; got%(n/8) == 0 {
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if got != n {
		t.Errorf("%d articles of %d", got, n)
	}
	if most > 16<<20 {
		t.Errorf("%d MB held while streaming", most>>20)
	}
}

func BenchmarkEach(b *testing.B) {
	article := strings.Repeat(prose+"\n\n", 20) // 2.5 kB, as the articles of the collection on average
	b.Run("lines", func(b *testing.B) {
		line := fmt.Sprintf("{\"title\":\"Bridge rejected\",\"text\":%q}\n", article)
		in := io.LimitReader(endless(line), int64(b.N)*int64(len(line)))
		b.SetBytes(int64(len(line)))
		for range Each(b.Context(), []string{"-"}, Options{Stdin: in}) {
		}
	})
	b.Run("files", func(b *testing.B) {
		path := filepath.Join(b.TempDir(), "a.txt")
		write(b, filepath.Dir(path), map[string]string{"a.txt": article})
		b.SetBytes(int64(len(article)))
		for b.Loop() {
			for range Each(b.Context(), []string{path}, Options{}) {
			}
		}
	})
	b.Run("pages", func(b *testing.B) {
		page, err := os.ReadFile("testdata/wire.html")
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(page)))
		for b.Loop() {
			for range Each(b.Context(), []string{"-"}, Options{Stdin: bytes.NewReader(page)}) {
			}
		}
	})
}

// endless repeats a string for ever.
func endless(s string) io.Reader { return &loop{s: s} }

type loop struct {
	s  string
	at int
}

func (l *loop) Read(p []byte) (int, error) {
	n := copy(p, l.s[l.at:])
	l.at = (l.at + n) % len(l.s)
	return n, nil
}
