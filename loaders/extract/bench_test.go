package extract_test

import (
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"dossier/graph"
)

// measure reads the articles one after another, in one goroutine.
func measure(b *testing.B, articles []graph.Article) {
	x := extractor(b)
	bytes := 0
	for _, a := range articles {
		bytes += len(a.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, a := range articles {
			x.Extract(a)
		}
	}
	b.ReportMetric(float64(len(articles)*b.N)/b.Elapsed().Seconds(), "articles/s")
}

func BenchmarkExtract(b *testing.B) { measure(b, sampleArticles(b)) }

// BenchmarkCorpus reads the unlabelled texts beside the repository.
func BenchmarkCorpus(b *testing.B) {
	var articles []graph.Article
	for _, name := range []string{"wire", "statements"} {
		f, err := os.Open("../../../shared/corpus/" + name + ".jsonl.gz")
		if err != nil {
			b.Skipf("nothing to read: %v", err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		for d := json.NewDecoder(z); ; {
			var text struct{ Title, Text string }
			if err := d.Decode(&text); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				b.Fatal(err)
			}
			articles = append(articles, article(text.Title+"\n\n"+text.Text, "2023-01-09"))
		}
	}
	measure(b, articles)
}

// The throughput of one long article must not fall with its length.
func BenchmarkLongArticle(b *testing.B) {
	var all strings.Builder
	for _, a := range sampleArticles(b) {
		all.WriteString(a.Text)
		all.WriteString("\n\n")
	}
	for _, size := range []int{16 << 10, 128 << 10, 1 << 20} {
		b.Run(fmt.Sprintf("%dkB", size>>10), func(b *testing.B) {
			measure(b, []graph.Article{article(strings.Repeat(all.String(), size/all.Len()+1)[:size], "2024-01-09")})
		})
	}
}

// Nor may it fall with the length of one sentence: here a list of signatories,
// which gives a claim a name.
func BenchmarkLongList(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("%dnames", n), func(b *testing.B) {
			var s strings.Builder
			for i := range n {
				fmt.Fprintf(&s, "Minister %s%s, ", strings.ToUpper(letters(i)[:1])+letters(i)[1:], "son")
			}
			text := s.String() + "Norway and Peru signed the agreement on Monday."
			measure(b, []graph.Article{article(text, "2024-01-09")})
		})
	}
}

// BenchmarkCountryList is a list of known names, over and over.
func BenchmarkCountryList(b *testing.B) {
	names := []string{"Norway", "Peru", "Japan", "Kenya", "Chile", "France", "Canada", "Iceland", "Spain", "Italy"}
	for _, n := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprintf("%dnames", n), func(b *testing.B) {
			text := strings.Repeat(strings.Join(names, ", ")+", ", n/len(names)) + "and Ghana signed the agreement on Monday."
			measure(b, []graph.Article{article(text, "2024-01-09")})
		})
	}
}

// letters spells a number in syllables: a name for every number.
func letters(n int) string {
	syllables := []string{"ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu"}
	out := ""
	for range 5 {
		out += syllables[n%10]
		n /= 10
	}
	return out
}
