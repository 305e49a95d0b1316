package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"dossier/graph"
	"dossier/graph/resolve"
)

// defaultBatchRows is how many rows (sentences, mentions, evidence, entities of
// an article) a transaction gathers before it commits. On two cores, 5,000 is
// within a tenth of the fastest and keeps a transaction below half a second.
const defaultBatchRows = 5000

// cancelGrace is how long the batch in hand may go on after a cancellation.
const cancelGrace = 10 * time.Second

// A Result says what a write did. Articles are counted once a document given;
// the other numbers are how many more of them the graph holds than before, and
// can be negative when articles were read anew.
type Result struct {
	New       int // articles that the graph did not have
	Unchanged int // articles that it had just so
	Changed   int // articles read differently, with other metadata, or with other words under a known URL

	Sentences int
	Entities  int
	Claims    int
	Edges     int // relationships of all types
}

// Add adds the numbers of another write.
func (r *Result) Add(other Result) {
	r.New += other.New
	r.Unchanged += other.Unchanged
	r.Changed += other.Changed
	r.Sentences += other.Sentences
	r.Entities += other.Entities
	r.Claims += other.Claims
	r.Edges += other.Edges
}

// Write stores documents and brings all that follows from them up to date: it
// is [Store.Record] and then [Store.Resolve].
func (s *Store) Write(ctx context.Context, docs []graph.Document) (Result, error) {
	total, err := s.Record(ctx, docs)
	if err != nil {
		return total, err
	}
	resolved, err := s.Resolve(ctx)
	total.Add(resolved)
	return total, err
}

// Record stores documents, in batches of whole articles. What the graph already
// holds is skipped. What several articles make of one thing is left to
// [Store.Resolve], which a load calls once, at its end. A document that refers to things it does not hold, or that
// breaks the ontology, makes Record return a [*DocumentError] before anything is
// written.
//
// On any other error, and when ctx is cancelled, the batches before it are
// stored and the Result counts them; a batch in hand at a cancellation is still
// finished, if the server answers within seconds. Writing the same documents
// again completes the work.
func (s *Store) Record(ctx context.Context, docs []graph.Document) (Result, error) {
	var total Result
	if s.ontology == nil {
		return total, &Error{Kind: ErrNoSchema, text: "write before the schema was applied", hint: "call ApplySchema first"}
	}
	if err := s.notHalfRestored(ctx); err != nil {
		return total, err
	}
	articles, err := s.gather(docs)
	if err != nil {
		return total, err
	}
	total.Unchanged = len(docs) - len(articles) // further loads of an article in the same call

	session := s.session(ctx, neo4j.AccessModeWrite)
	defer func() { _ = session.Close(context.WithoutCancel(ctx)) }() // every transaction has ended
	for len(articles) > 0 {
		if err := ctx.Err(); err != nil {
			return total, err
		}
		// Look at many articles at once: most of a repeated load ends here.
		window := articles[:min(len(articles), maxUnwind)]
		articles = articles[len(window):]
		news, err := s.news(ctx, session, window)
		if err != nil {
			return total, fmt.Errorf("look up articles: %w", err)
		}
		total.Unchanged += len(window) - len(news)
		for len(news) > 0 {
			if err := ctx.Err(); err != nil {
				return total, err
			}
			n := batchLength(news, s.batchRows)
			result, err := s.writeBatch(ctx, session, news[:n])
			if err != nil {
				return total, fmt.Errorf("write article %s and %d more: %w", news[0].doc.Article.ID, n-1, err)
			}
			total.Add(result)
			news = news[n:]
		}
	}
	return total, nil
}

// gather checks the documents and joins those of the same article, keeping the
// order of their first appearance.
func (s *Store) gather(docs []graph.Document) ([]incoming, error) {
	var out []incoming
	var errs []error
	at := map[string]int{}
	for i := range docs {
		if err := checkDocument(s.ontology, &docs[i]); err != nil {
			errs = append(errs, err)
			continue
		}
		doc, reports := resolve.Separate(s.ontology, docs[i])
		in := newIncoming(&doc)
		in.reports = reports
		if j, ok := at[in.doc.Article.ID]; ok {
			out[j] = out[j].join(in)
			continue
		}
		at[in.doc.Article.ID] = len(out)
		out = append(out, in)
	}
	return out, errors.Join(errs...)
}

// batchLength is how many articles fill a transaction, at least one.
func batchLength(articles []incoming, rows int) int {
	for i, a := range articles {
		d := a.doc
		rows -= 1 + len(d.Sentences) + len(d.Mentions) + len(d.Entities) + len(d.Evidence)
		if rows < 0 {
			return max(i, 1)
		}
	}
	return len(articles)
}

// news returns the articles that the graph does not hold just so.
func (s *Store) news(ctx context.Context, session neo4j.SessionWithContext, articles []incoming) ([]incoming, error) {
	var out []incoming
	_, err := session.ExecuteRead(ctx, func(tx neo4j.ManagedTransaction) (any, error) {
		stored, err := storedRecords(ctx, &transaction{tx: tx}, articles)
		if err != nil {
			return nil, err
		}
		out = nil
		for _, a := range articles {
			old, ok := stored[a.doc.Article.ID]
			if ok {
				if _, do := a.against(old); do == skip {
					continue
				}
			}
			out = append(out, a)
		}
		return nil, nil
	})
	return out, err
}

func (s *Store) writeBatch(ctx context.Context, session neo4j.SessionWithContext, articles []incoming) (Result, error) {
	ctx, cancel := withGrace(ctx, cancelGrace)
	defer cancel()
	var result Result
	err := writeIn(ctx, session, func(ctx context.Context, tx *transaction) error {
		b := newBatch(tx, s.ontology, s.now(), s.verdicts)
		if err := b.write(ctx, articles); err != nil {
			return err
		}
		result = b.result
		result.Edges = tx.edges
		return nil
	})
	return result, err
}

// withGrace returns a context that outlives the cancellation of its parent by
// the grace: what is nearly done is worth finishing.
func withGrace(parent context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(parent))
	stop := context.AfterFunc(parent, func() {
		timer := time.NewTimer(grace)
		defer timer.Stop()
		select {
		case <-timer.C:
			cancel()
		case <-ctx.Done():
		}
	})
	return ctx, func() {
		stop()
		cancel()
	}
}
