package loaders

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
	"dossier/loaders/source"
)

// A tray is a sink that keeps the names of what it is given.
type tray struct {
	batches [][]string
	refuse  error
	onWrite func()
}

func (t *tray) Write(ctx context.Context, docs []graph.Document) (Counts, error) {
	if t.onWrite != nil {
		t.onWrite()
	}
	if t.refuse != nil {
		return Counts{}, t.refuse
	}
	if ctx.Err() != nil {
		return Counts{}, ctx.Err()
	}
	var names []string
	for _, d := range docs {
		names = append(names, d.Article.Name)
	}
	t.batches = append(t.batches, names)
	return Counts{New: len(docs)}, nil
}

func (t *tray) names() []string { return slices.Concat(t.batches...) }

func article(name string) source.Item {
	return source.Item{Name: name, Article: graph.Article{Name: name, Text: name}}
}

func broken(name string, err error) source.Item {
	return source.Item{Name: name, Err: &source.Error{Name: name, Err: err}}
}

func articles(n int) []source.Item {
	var items []source.Item
	for i := range n {
		items = append(items, article(fmt.Sprintf("a%03d", i)))
	}
	return items
}

func wrapArticle(a graph.Article) graph.Document { return graph.Document{Article: a} }

func TestRunKeepsTheOrder(t *testing.T) {
	items := articles(200)
	var want []string
	for _, it := range items {
		want = append(want, it.Name)
	}
	for _, workers := range []int{0, 1, 3, 16} {
		for _, batch := range []int{0, 1, 7, 1000} {
			sink := &tray{}
			p := Pipeline{Extract: wrapArticle, Sink: sink, Workers: workers, Batch: batch}
			sum, err := p.Run(t.Context(), slices.Values(items))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, sink.names()); diff != "" {
				t.Errorf("%d workers, batch %d (-want +got):\n%s", workers, batch, diff)
			}
			if sum.Read != 200 || sum.New != 200 || len(sum.Failures) != 0 {
				t.Errorf("%d workers, batch %d: summary %+v", workers, batch, sum)
			}
		}
	}
}

func TestRunNothing(t *testing.T) {
	sink := &tray{onWrite: func() { t.Error("the sink was called") }}
	sum, err := Pipeline{Extract: wrapArticle, Sink: sink}.Run(t.Context(), slices.Values([]source.Item(nil)))
	if err != nil || sum.Read != 0 {
		t.Errorf("got %+v, %v", sum, err)
	}
}

func TestRunGoesOnAfterFailures(t *testing.T) {
	items := []source.Item{
		article("a"),
		broken("b", source.ErrNoText),
		article("c"),
		broken("d", &source.LanguageError{Language: "fr"}),
		article("crash"),
		article("e"),
	}
	sink := &tray{}
	p := Pipeline{Sink: sink, Batch: 2, Extract: func(a graph.Article) graph.Document {
		if a.Name == "crash" {
			panic("boom")
		}
		return wrapArticle(a)
	}}
	sum, err := p.Run(t.Context(), slices.Values(items))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"a", "c"}, {"e"}}, sink.batches); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	var got []string
	for _, f := range append(sum.Failures, sum.Skips...) {
		got = append(got, f.Error())
	}
	want := []string{"b: no text in it", "crash: internal error: boom", "d: article skipped: language fr"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("failures and skips (-want +got):\n%s", diff)
	}
	if sum.Read != 3 || sum.New != 3 {
		t.Errorf("summary %+v", sum)
	}
	var crash *CrashError
	if !errors.As(sum.Failures[1], &crash) || len(crash.Stack) == 0 {
		t.Errorf("crash: got %#v", sum.Failures[1].Err)
	}
}

func TestRunFailFast(t *testing.T) {
	sink := &tray{}
	p := Pipeline{Extract: wrapArticle, Sink: sink, FailFast: true}
	sum, err := p.Run(t.Context(), slices.Values([]source.Item{article("a"), broken("b", source.ErrNoText), article("c")}))
	if !errors.Is(err, source.ErrNoText) {
		t.Errorf("error %v, want one of %v", err, source.ErrNoText)
	}
	if diff := cmp.Diff([]string{"a"}, sink.names()); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if sum.Read != 1 || len(sum.Failures) != 1 {
		t.Errorf("summary %+v", sum)
	}
}

func TestRunSinkRefuses(t *testing.T) {
	full := errors.New("disk full")
	sink := &tray{refuse: full}
	sum, err := Pipeline{Extract: wrapArticle, Sink: sink, Batch: 2}.Run(t.Context(), slices.Values(articles(50)))
	if !errors.Is(err, full) || err.Error() != "write 2 articles, a000 to a001: disk full" {
		t.Errorf("error %v", err)
	}
	if sum.New != 0 {
		t.Errorf("summary %+v", sum)
	}
}

func TestRunReaderPanics(t *testing.T) {
	items := func(yield func(source.Item) bool) {
		yield(article("a"))
		panic("torn page")
	}
	sink := &tray{}
	sum, err := Pipeline{Extract: wrapArticle, Sink: sink}.Run(t.Context(), items)
	if err != nil || len(sum.Failures) != 1 {
		t.Fatalf("got %+v, %v", sum, err)
	}
	if got, want := sum.Failures[0].Error(), "the article after a: internal error: torn page"; got != want {
		t.Errorf("failure %q, want %q", got, want)
	}
	if diff := cmp.Diff([]string{"a"}, sink.names()); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
}

// When the context ends, what was read is written and the rest is not read,
// even if the source is stuck.
func TestRunInterrupted(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	stuck := make(chan struct{})
	defer close(stuck)
	items := func(yield func(source.Item) bool) {
		for _, it := range articles(3) {
			yield(it)
		}
		<-stuck
	}
	sink := &tray{}
	p := Pipeline{Extract: wrapArticle, Sink: sink, Progress: func(s Summary) {
		if s.Read == 3 {
			interrupt()
		}
	}}
	sum, err := p.Run(ctx, items)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
	if diff := cmp.Diff([]string{"a000", "a001", "a002"}, sink.names()); diff != "" {
		t.Errorf("written (-want +got):\n%s", diff)
	}
	if sum.New != 3 || len(sum.Failures) != 0 {
		t.Errorf("summary %+v", sum)
	}
}

// An item that fails because the context ended is not a failed article.
func TestRunInterruptedWhileReading(t *testing.T) {
	ctx, interrupt := context.WithCancel(t.Context())
	items := func(yield func(source.Item) bool) {
		yield(article("a"))
		interrupt()
		yield(broken("b", context.Canceled))
	}
	sink := &tray{}
	sum, err := Pipeline{Extract: wrapArticle, Sink: sink}.Run(ctx, items)
	if !errors.Is(err, context.Canceled) || len(sum.Failures) != 0 {
		t.Errorf("got %+v, %v", sum, err)
	}
}

// Never more articles are in flight than the workers and the queue hold.
func TestRunIsBounded(t *testing.T) {
	const workers = 2
	var read atomic.Int64
	var items iter.Seq[source.Item] = func(yield func(source.Item) bool) {
		for _, it := range articles(100) {
			read.Add(1)
			if !yield(it) {
				return
			}
		}
	}
	written := int64(0)
	sink := &tray{}
	sink.onWrite = func() {
		// The queue holds two a worker; one is on its way into it, one here.
		if ahead := read.Load() - written; ahead > 2*workers+2 {
			t.Errorf("%d articles read ahead", ahead)
		}
		written++
	}
	if _, err := (Pipeline{Extract: wrapArticle, Sink: sink, Workers: workers, Batch: 1}).Run(t.Context(), items); err != nil {
		t.Fatal(err)
	}
}
