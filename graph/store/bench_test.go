package store_test

import (
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"dossier/graph/storetest"
)

// BenchmarkWrite writes 100 new articles an iteration into a graph that grows:
//
//	go test ./graph/store -run '^$' -bench Write -benchtime 20x
func BenchmarkWrite(b *testing.B) {
	s := storetest.Open(b)
	const articles = 100
	written, claims := 0, 0
	for b.Loop() {
		b.StopTimer()
		docs := edition(written, written+articles)
		written += articles
		for _, d := range docs {
			claims += len(d.Claims)
		}
		b.StartTimer()
		if _, err := s.Write(b.Context(), docs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(claims)/b.Elapsed().Seconds(), "claims/s")
	b.ReportMetric(float64(written)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkUnchanged loads 1,000 articles that the graph holds already.
func BenchmarkUnchanged(b *testing.B) {
	s := storetest.Open(b)
	docs := newspaper(1000)
	if _, err := s.Write(b.Context(), docs); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := s.Write(b.Context(), docs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(1000*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// TestScale writes as many articles as DOSSIER_TEST_ARTICLES says, in editions
// of 1,000, and reports time and memory of each, for a look at whether writing
// slows down as the graph grows. Without the variable it writes 200: enough to
// see that several transactions fit together.
func TestScale(t *testing.T) {
	articles, size := 200, 100
	if n, err := strconv.Atoi(os.Getenv("DOSSIER_TEST_ARTICLES")); err == nil {
		articles, size = n, 1000
	}
	s := storetest.Open(t)
	for from := 0; from < articles; from += size {
		docs := edition(from, from+size)
		started := time.Now()
		r := write(t, s, docs...)
		if r.New != size {
			t.Fatalf("articles from %d: %+v", from, r)
		}
		took := time.Since(started)
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		t.Logf("%6d articles: %5.1f s, %4.0f articles/s, heap %d MB", from+size, took.Seconds(), float64(size)/took.Seconds(), m.HeapAlloc>>20)
	}
	c, err := s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Nodes["Article"]; got != int64(articles) {
		t.Errorf("the graph has %d articles, want %d", got, articles)
	}
	t.Logf("graph: %v", c)
	started := time.Now()
	fingerprint(t, s)
	t.Logf("fingerprint: %s", time.Since(started).Round(time.Millisecond))
}
