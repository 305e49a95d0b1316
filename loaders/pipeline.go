// Package loaders turns news articles into documents of the graph: a source
// yields articles, the extractor reads each, a sink writes them in batches. The
// parts are in the sub-packages; [Pipeline] is what joins them.
package loaders

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"log/slog"
	"runtime"
	"sync"
	"time"

	"dossier/graph"
	"dossier/loaders/source"
)

// DefaultBatch is how many documents are handed to a [Sink] at once. A news
// article gives 20 to 60 rows of each kind, so a batch is one to three thousand
// rows: the range in which Neo4j's UNWIND is at its fastest.
const DefaultBatch = 50

// A Sink takes documents in. Write must be idempotent and all or nothing: after
// an error none of its documents counts as written. It is never called twice at
// the same time.
type Sink interface {
	Write(ctx context.Context, docs []graph.Document) (Counts, error)
}

// A Pipeline reads articles one after another, extracts them in parallel and
// hands the documents to a sink in the order of the articles. Whatever the
// number of workers, the sink sees the same documents in the same order.
type Pipeline struct {
	// Extract turns an article into a document. It must be pure and safe for
	// concurrent use. A panic in it fails that one article.
	Extract func(graph.Article) graph.Document

	Sink Sink

	Workers int // articles extracted at the same time; 0 means one a CPU
	Batch   int // documents a write; 0 means [DefaultBatch]

	// FailFast stops at the first article that cannot be read, after writing
	// those before it. Otherwise the failure goes into the summary and reading
	// goes on.
	FailFast bool

	// Progress, if set, is called after each article and each write with the
	// summary so far, always from the goroutine that called Run.
	Progress func(Summary)

	Log *slog.Logger // nil means none
}

// Run drains items into the sink and returns what became of them.
//
// When ctx ends, Run stops reading, writes what has been read, and returns the
// summary of it together with the cause; writes are never cut short by ctx. It
// does not wait for an iterator that is stuck in a read: that goroutine ends
// when the read does.
//
// An error other than that of ctx means that the sink refused a batch or, with
// FailFast, that an article failed; the summary still says what was written.
// Articles that fail do not make Run fail otherwise.
func (p Pipeline) Run(ctx context.Context, items iter.Seq[source.Item]) (Summary, error) {
	started := time.Now()
	r := run{
		Pipeline: p,
		log:      cmp.Or(p.Log, slog.New(slog.DiscardHandler)),
		write:    context.WithoutCancel(ctx),
	}
	r.Workers = cmp.Or(max(p.Workers, 0), runtime.GOMAXPROCS(0))
	r.Batch = cmp.Or(max(p.Batch, 0), DefaultBatch)
	err := r.drain(ctx, items)
	r.sum.Seconds = time.Since(started).Seconds()
	return r.sum, err
}

// A run is one call of Run. Only the goroutine that called Run touches it.
type run struct {
	Pipeline
	log   *slog.Logger
	write context.Context
	batch []graph.Document
	sum   Summary
}

// A slot is the place of one article in the order of reading.
type slot struct {
	item source.Item
	doc  graph.Document
	err  error
	done chan struct{} // closed once doc or err is set
}

func (r *run) drain(ctx context.Context, items iter.Seq[source.Item]) error {
	reading, stop := context.WithCancel(ctx)
	defer stop()
	// Room for two articles a worker keeps the workers busy while the sink
	// writes, and bounds what is held in memory.
	slots := make(chan *slot, 2*r.Workers)
	jobs := make(chan *slot)
	var workers sync.WaitGroup
	for range r.Workers {
		workers.Go(func() {
			for s := range jobs {
				s.doc, s.err = extract(r.Extract, s.item.Article)
				close(s.done)
			}
		})
	}
	go read(reading, items, slots, jobs)

	drained, err := r.consume(ctx, slots)
	if drained {
		workers.Wait()
	}
	return err
}

// read sends every item to the consumer and, unless it failed, to the workers.
func read(ctx context.Context, items iter.Seq[source.Item], slots, jobs chan<- *slot) {
	defer close(slots)
	defer close(jobs)
	send := func(s *slot) bool {
		select {
		case slots <- s:
			return true
		case <-ctx.Done():
			return false
		}
	}
	name := "the first article"
	defer func() {
		if v := recover(); v != nil {
			send(failed(source.Item{Name: name, Err: crash(v)}))
		}
	}()
	for item := range items {
		name = "the article after " + item.Name
		if item.Err != nil {
			if !send(failed(item)) {
				return
			}
			continue
		}
		s := &slot{item: item, done: make(chan struct{})}
		if !send(s) {
			return
		}
		jobs <- s // no select: the consumer waits for what is in its queue
	}
}

func failed(item source.Item) *slot {
	s := &slot{item: item, err: item.Err, done: make(chan struct{})}
	close(s.done)
	return s
}

// consume takes the slots in order and writes their documents in batches. It
// reports whether it saw the end of the slots.
func (r *run) consume(ctx context.Context, slots <-chan *slot) (drained bool, err error) {
	for {
		select {
		case <-ctx.Done():
			return false, r.finish(ctx, slots)
		case s, ok := <-slots:
			if !ok {
				return true, r.end(ctx)
			}
			if err := r.take(ctx, s); err != nil {
				return false, err
			}
		}
	}
}

// finish writes what has been read when ctx ended.
func (r *run) finish(ctx context.Context, slots <-chan *slot) error {
	for {
		select {
		case s, ok := <-slots:
			if ok {
				if err := r.take(ctx, s); err != nil {
					return err
				}
				continue
			}
		default:
		}
		return r.end(ctx)
	}
}

// end writes the last batch and says whether there may have been more to read.
func (r *run) end(ctx context.Context) error {
	if err := r.flush(); err != nil {
		return err
	}
	return context.Cause(ctx)
}

// take settles one article.
func (r *run) take(ctx context.Context, s *slot) error {
	<-s.done
	var language *source.LanguageError
	switch {
	case s.err == nil:
		r.sum.Read++
		r.batch = append(r.batch, s.doc)
		r.log.Debug("extracted", "article", s.item.Name, "sentences", len(s.doc.Sentences), "claims", len(s.doc.Claims))
		if len(r.batch) >= r.Batch {
			if err := r.flush(); err != nil {
				return err
			}
		}
	case ctx.Err() != nil && errors.Is(s.err, ctx.Err()):
		return nil // it was cut short, not broken
	case errors.As(s.err, &language):
		r.log.Debug("skipped", "article", s.item.Name, "language", language.Language)
		r.sum.Skips = append(r.sum.Skips, Failure{s.item.Name, s.err})
	default:
		f := Failure{s.item.Name, s.err}
		r.log.Debug("failed", "article", f.Name, "reason", f.Reason())
		r.sum.Failures = append(r.sum.Failures, f)
		if r.FailFast {
			return errors.Join(f, r.flush())
		}
	}
	r.report()
	return nil
}

// flush writes the batch in hand.
func (r *run) flush() error {
	if len(r.batch) == 0 {
		return nil
	}
	which := r.batch[0].Article.Name
	if last := r.batch[len(r.batch)-1].Article.Name; len(r.batch) > 1 {
		which = fmt.Sprintf("%d articles, %s to %s", len(r.batch), which, last)
	}
	counts, err := r.Sink.Write(r.write, r.batch)
	if err != nil {
		return fmt.Errorf("write %s: %w", which, err)
	}
	r.log.Debug("wrote", "articles", len(r.batch), "which", which)
	r.sum.Add(counts)
	r.batch = nil // not [:0]: the sink may have kept the slice
	r.report()
	return nil
}

func (r *run) report() {
	if r.Progress != nil {
		r.Progress(r.sum)
	}
}

// extract calls f and turns its panic into an error.
func extract(f func(graph.Article) graph.Document, a graph.Article) (doc graph.Document, err error) {
	defer func() {
		if v := recover(); v != nil {
			err = crash(v)
		}
	}()
	return f(a), nil
}
