package synthetic_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"

	"dossier/graph"
	"dossier/graph/resolve"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
	"dossier/loaders/synthetic"
)

// read extracts the articles of a corpus.
func read(tb testing.TB, c synthetic.Corpus) []graph.Document {
	tb.Helper()
	set, err := rules.Default()
	if err != nil {
		tb.Fatal(err)
	}
	x := extract.New(set)
	docs := make([]graph.Document, len(c.Articles))
	var workers sync.WaitGroup
	for w := range 2 {
		workers.Go(func() {
			for i := w; i < len(docs); i += 2 {
				docs[i] = x.Extract(c.Articles[i])
			}
		})
	}
	workers.Wait()
	return docs
}

// A told is one article's report of a thing, as the rules see it.
type told struct{ article, kind, thing string }

// identity compares which articles are found to tell of one thing with those
// that do, pair by pair.
func identity(c synthetic.Corpus, tolds []told) (precision, recall float64, wrong, missed []string) {
	kinds := map[string]string{}
	for _, e := range c.Truth.Events {
		kinds[e.ID] = e.Kind
	}
	// What an article tells of besides its events is no event of the corpus.
	truth := func(t told) string {
		for _, e := range c.Truth.Tells[t.article] {
			if kinds[e] == t.kind {
				return e
			}
		}
		return "none " + t.article
	}
	members := map[string]map[string]string{} // thing -> article -> event
	kindOf := map[string]string{}
	for _, t := range tolds {
		if members[t.thing] == nil {
			members[t.thing] = map[string]string{}
		}
		members[t.thing][t.article] = truth(t)
		kindOf[t.thing] = t.kind
	}
	right, found := 0, map[[3]string]bool{}
	for thing, m := range members {
		list := make([]string, 0, len(m))
		for a := range m {
			list = append(list, a)
		}
		slices.Sort(list)
		for i, a := range list {
			for _, b := range list[:i] {
				if m[a] == m[b] {
					right++
					found[[3]string{kindOf[thing], b, a}] = true
				} else {
					wrong = append(wrong, fmt.Sprintf("%s joins %s (%s) and %s (%s)", thing, a, m[a], b, m[b]))
				}
			}
		}
	}
	events := map[string][]string{}
	for a, list := range c.Truth.Tells {
		for _, e := range list {
			events[e] = append(events[e], a)
		}
	}
	all, hit := 0, 0
	for e, list := range events {
		slices.Sort(list)
		for i, a := range list {
			for _, b := range list[:i] {
				all++
				if found[[3]string{kinds[e], b, a}] {
					hit++
				} else {
					missed = append(missed, fmt.Sprintf("%s: %s and %s", e, a, b))
				}
			}
		}
	}
	slices.Sort(wrong)
	slices.Sort(missed)
	return float64(right) / float64(right+len(wrong)), float64(hit) / float64(all), wrong, missed
}

// TestIdentity measures identity and origins on the whole corpus, without a
// database.
func TestIdentity(t *testing.T) {
	c := synthetic.New(synthetic.Options{Seed: 1, Events: 300, Articles: 2400})
	if len(c.Articles) < 2000 || len(c.Truth.Events) < 300 {
		t.Fatalf("%d articles on %d events, want 2,000 or more on 300", len(c.Articles), len(c.Truth.Events))
	}
	var reports []resolve.Report
	bands := map[string][]string{}
	for _, d := range read(t, c) {
		_, found := resolve.Separate(graph.DefaultOntology(), d)
		reports = append(reports, found...)
		bands[d.Article.ID] = append(resolve.Bands(resolve.Words(d)), graph.PublicationID(d.Article.URL))
	}
	article := map[string]resolve.Report{}
	for _, r := range reports {
		article[r.ID] = r
	}
	var tolds []told
	for _, thing := range resolve.Resolve(reports, nil).Things {
		for _, m := range thing.Members {
			tolds = append(tolds, told{article[m.Report].Article, string(thing.Kind), thing.ID})
		}
	}
	precision, recall, wrong, missed := identity(c, tolds)
	t.Logf("%d articles, %d events, %d reports: pairwise precision %.4f, recall %.4f", len(c.Articles), len(c.Truth.Events), len(reports), precision, recall)
	if precision < 0.99 || recall < 0.90 {
		t.Errorf("want precision 0.99 and recall 0.90\nwrong: %q\nmissed: %q", wrong[:min(10, len(wrong))], missed[:min(20, len(missed))])
	}

	origins, off := resolve.Groups(bands), 0
	first := map[string]string{} // true origin -> found origin
	back := map[string]string{}
	for _, a := range c.Articles {
		is, found := c.Truth.Origin[a.ID], origins[a.ID]
		if first[is] == "" && back[found] == "" {
			first[is], back[found] = found, is
		}
		if first[is] != found {
			off++
		}
	}
	t.Logf("origins: %d, %d articles in the wrong one", len(first), off)
	if off > 0 {
		t.Errorf("%d articles in the wrong origin, want none", off)
	}
}
