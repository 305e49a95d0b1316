package extract_test

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
	"dossier/loaders/source"
)

// builtin returns an extractor with the rules that are built in. Preparing one
// takes a while, and all tests may share it.
var builtin = sync.OnceValues(func() (*extract.Extractor, error) {
	set, err := rules.Default()
	if err != nil {
		return nil, err
	}
	return extract.New(set), nil
})

func extractor(tb testing.TB) *extract.Extractor {
	tb.Helper()
	x, err := builtin()
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// sampleArticles reads the sample articles of the project.
func sampleArticles(tb testing.TB) []graph.Article {
	tb.Helper()
	var out []graph.Article
	for item := range source.Each(tb.Context(), []string{filepath.Join("..", "..", "testdata", "articles")}, source.Options{}) {
		if item.Err != nil {
			tb.Fatal(item.Err)
		}
		out = append(out, item.Article)
	}
	if len(out) == 0 {
		tb.Fatal("no sample articles")
	}
	return out
}

// sampleTexts reads the short texts of testdata/sentences without their claims.
func sampleTexts(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "sentences", "*.txt"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no sentences: %v", err)
	}
	var out []string
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
			line := lines.Text()
			if line == "" || strings.ContainsRune(" #", rune(line[0])) || strings.HasPrefix(line, "== ") {
				continue
			}
			out = append(out, strings.ReplaceAll(strings.TrimPrefix(line, "! "), " ¶ ", "\n\n"))
		}
	}
	return out
}

// article makes an article of a text.
func article(text, published string) graph.Article {
	return graph.Article{ID: graph.ArticleID("", text), Name: "drawn", Published: published, Language: "en", Text: text}
}

// drawArticle draws an article put together from sentences of the project and
// from what stands around text on web pages.
func drawArticle(texts []string) *rapid.Generator[graph.Article] {
	around := []string{
		"Share this", "Read more:", "Related articles", "Photo: A street in Kharkiv. (AP Photo/Somebody)", "ADVERTISEMENT",
		"“We", "\"", "(", ") -", "KYIV, Ukraine (Reuters) —", "MR. KIRBY:", "Q", "§ 12;", "…", "\u200b", "- ", "1718", "on January 9", "and", "U.S.", "'s",
	}
	return rapid.Custom(func(t *rapid.T) graph.Article {
		var b strings.Builder
		for range rapid.IntRange(1, 12).Draw(t, "parts") {
			if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
				b.WriteString(rapid.SampledFrom(around).Draw(t, "around"))
			} else {
				b.WriteString(rapid.SampledFrom(texts).Draw(t, "text"))
			}
			b.WriteString(rapid.SampledFrom([]string{" ", "\n", "\n\n", "", " \u00a0"}).Draw(t, "gap"))
		}
		return article(b.String(), rapid.SampledFrom([]string{"", "2024-03-15", "2024-02-29T23:59:59+02:00", "soon"}).Draw(t, "published"))
	})
}

// check returns what is wrong with a document whatever its article says.
func check(d graph.Document) error {
	onto, text := graph.DefaultOntology(), d.Article.Text
	inside := func(what string, start, end int, want string) error {
		if start < 0 || start >= end || end > len(text) || text[start:end] != want {
			return fmt.Errorf("%s at [%d:%d] is not %q", what, start, end, want)
		}
		return nil
	}
	sentences := map[string]graph.Sentence{}
	last := 0
	for i, s := range d.Sentences {
		if err := inside("sentence "+s.ID, s.Start, s.End, s.Text); err != nil {
			return err
		}
		if s.Index != i || s.Start < last || s.Article != d.Article.ID {
			return fmt.Errorf("sentence %s of %s at %d with index %d comes %dth, behind %d", s.ID, s.Article, s.Start, s.Index, i, last)
		}
		last = s.End
		sentences[s.ID] = s
	}
	entities := map[string]graph.Entity{}
	for i, e := range d.Entities {
		if i > 0 && d.Entities[i-1].ID >= e.ID {
			return fmt.Errorf("entity %s is not in order, or there twice", e.ID)
		}
		if len(onto.Lineage(e.Label)) == 0 || e.Name == "" {
			return fmt.Errorf("entity %+v has an unknown label or no name", e)
		}
		entities[e.ID] = e
	}
	for _, e := range d.Entities {
		if _, ok := entities[e.Parent]; !ok && e.Parent != "" {
			return fmt.Errorf("entity %s: its parent %s is missing", e.ID, e.Parent)
		}
	}
	for _, m := range d.Mentions {
		s, ok := sentences[m.Sentence]
		if !ok || m.Start < s.Start || m.End > s.End {
			return fmt.Errorf("mention %+v is outside its sentence %+v", m, s)
		}
		if err := inside("mention of "+m.Entity, m.Start, m.End, m.Surface); err != nil {
			return err
		}
		if _, ok := entities[m.Entity]; !ok || m.Rule == "" {
			return fmt.Errorf("mention %+v has no entity or no rule", m)
		}
	}
	claims := map[string]int{}
	label := func(id string) string { return entities[id].Label }
	for i, c := range d.Claims {
		if i > 0 && d.Claims[i-1].ID >= c.ID {
			return fmt.Errorf("claim %s is not in order, or there twice", c.ID)
		}
		if err := onto.Validate(c, label); err != nil {
			return err
		}
		if again := c; again.Identify(onto) != c.ID {
			return fmt.Errorf("claim %+v has not its own id", c)
		}
		claims[c.ID] = 0
	}
	for _, c := range d.Claims {
		for _, id := range c.About {
			if _, ok := claims[id]; !ok {
				return fmt.Errorf("claim %s is about %s, which is missing", c.ID, id)
			}
		}
	}
	seen := map[string]bool{}
	for _, e := range d.Evidence {
		s, ok := sentences[e.Sentence]
		switch {
		case !ok || e.Start < s.Start || e.End > s.End || e.Start >= e.End:
			return fmt.Errorf("evidence %+v is outside its sentence %+v", e, s)
		case e.CueStart != e.CueEnd && (e.CueStart < s.Start || e.CueEnd > s.End || e.CueStart > e.CueEnd):
			return fmt.Errorf("the cue of evidence %+v is outside its sentence %+v", e, s)
		case s.Part == graph.Furniture || s.Part == graph.Caption:
			return fmt.Errorf("evidence %+v from a %s", e, s.Part)
		case seen[e.ID]:
			return fmt.Errorf("evidence %s is there twice", e.ID)
		case e.Rule == "" || e.Polarity == "" || e.Modality == "" || e.Article != d.Article.ID:
			return fmt.Errorf("evidence %+v lacks something", e)
		}
		seen[e.ID] = true
		if _, ok := claims[e.Claim]; !ok {
			return fmt.Errorf("evidence %+v is of no claim", e)
		}
		claims[e.Claim]++
		for _, id := range e.Speakers {
			if _, ok := entities[id]; !ok {
				return fmt.Errorf("evidence %+v: the speaker %s is missing", e, id)
			}
		}
	}
	for id, n := range claims {
		if n == 0 {
			return fmt.Errorf("claim %s has no evidence", id)
		}
	}
	return nil
}

func TestDocumentIsSound(t *testing.T) {
	x := extractor(t)
	for _, a := range sampleArticles(t) {
		if err := check(x.Extract(a)); err != nil {
			t.Errorf("%s: %v", a.Name, err)
		}
	}
	texts := sampleTexts(t)
	for _, s := range texts {
		if err := check(x.Extract(article(s, "2024-03-15"))); err != nil {
			t.Errorf("%s\n%v", s, err)
		}
	}
	articles := drawArticle(texts)
	rapid.Check(t, func(t *rapid.T) {
		a := articles.Draw(t, "article")
		d := x.Extract(a)
		if err := check(d); err != nil {
			t.Fatalf("%q\n%v", a.Text, err)
		}
		if diff := cmp.Diff(d, x.Extract(a)); diff != "" {
			t.Fatalf("%q\nread twice (-first +second):\n%s", a.Text, diff)
		}
	})
}

// What an article says does not depend on what was read before it, nor on what
// is read at the same time.
func TestArticlesAreReadApart(t *testing.T) {
	set, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	articles := sampleArticles(t)
	for i, s := range sampleTexts(t) {
		if i%8 == 0 {
			articles = append(articles, article(s, "2024-03-15"))
		}
	}
	forwards, backwards := extract.New(set), extract.New(set)
	want, reverse := make([]graph.Document, len(articles)), make([]graph.Document, len(articles))
	for i := range articles {
		want[i] = forwards.Extract(articles[i])
	}
	for i := len(articles) - 1; i >= 0; i-- {
		reverse[i] = backwards.Extract(articles[i])
	}
	together := make([]graph.Document, len(articles))
	var wg sync.WaitGroup
	next := make(chan int)
	for range max(4, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for i := range next {
				together[i] = backwards.Extract(articles[i])
			}
		})
	}
	for i := range articles {
		next <- i
	}
	close(next)
	wg.Wait()
	for i, a := range articles {
		if diff := cmp.Diff(want[i], reverse[i]); diff != "" {
			t.Errorf("%q: depends on the order of articles (-forwards +backwards):\n%s", a.Text, diff)
		}
		if diff := cmp.Diff(want[i], together[i]); diff != "" {
			t.Errorf("%q: depends on what is read at the same time (-alone +together):\n%s", a.Text, diff)
		}
	}
}

// Captions and furniture claim nothing, whatever words they hold.
func TestNoClaimsBesideTheText(t *testing.T) {
	x := extractor(t)
	for _, text := range sampleTexts(t) {
		text = strings.ReplaceAll(text, "\n\n", " ")
		for _, kind := range []graph.Part{graph.Furniture, graph.Caption} {
			a := article(text, "2024-03-15")
			a.Blocks = []graph.Block{{Kind: kind, Start: 0, End: len(text)}}
			if d := x.Extract(a); len(d.Claims)+len(d.Evidence)+len(d.Mentions) > 0 {
				t.Errorf("%s: %q has claims or mentions", kind, text)
			}
		}
		a := article("The weather in Oslo was fine all day.\n\nPhoto: "+text, "2024-03-15")
		for _, e := range x.Extract(a).Evidence {
			if e.Start > len("The weather in Oslo was fine all day.") {
				t.Errorf("%q: claim in a caption of plain text by rule %s", a.Text, e.Rule)
			}
		}
	}
}

func FuzzExtract(f *testing.F) {
	for _, a := range sampleArticles(f) {
		f.Add(a.Text, a.Published)
	}
	for i, s := range sampleTexts(f) {
		if i%20 == 0 {
			f.Add(s, "2024-03-15")
		}
	}
	f.Add("\xff\x00“’ U.S.'s Jan. 99, 0000 \u2028", "2024-13-45")
	x := extractor(f)
	f.Fuzz(func(t *testing.T, text, published string) {
		if err := check(x.Extract(article(text, published))); err != nil {
			t.Fatal(err)
		}
	})
}
