package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/loaders"
	"dossier/loaders/reference"
	"dossier/loaders/rules"
)

type loadOptions struct {
	articleOptions
	database store.Config
	dryRun   bool
	json     bool

	reference  bool   // args are packs of reference
	judgements string // file
}

func loadCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "load",
		Usage:     "read articles into the graph",
		ArgsUsage: "PATH|URL|- ...",
		Description: `Reads files, folders (with their sub-folders), patterns, web addresses and standard
input: plain text, HTML pages, JSON lines and feeds, told apart by their content.
Loading an article again changes nothing, whatever the order. An article that cannot
be read is listed and the others are loaded. Ctrl-C stops reading, writes what has
been read and prints the summary; a second one kills.

With --reference, loads packs of reference instead: what norms forbid, to set beside
what articles report; they count neither as articles nor as outlets. Without a path it
loads the pack that comes with dossier, of UN resolutions on North Korea and Iran.

  dossier load articles/ https://example.org/feed.xml
  dossier load --dry-run 'archive/2024-*.jsonl'
  curl -s https://example.org/story.html | dossier load -`,
		Flags: append(articleFlags(),
			&cli.BoolFlag{Name: "reference", Usage: "load packs of reference, what norms forbid, instead of articles"},
			&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "read and extract, but write nothing; needs no database"},
			&cli.BoolFlag{Name: "json", Usage: "print the summary as one JSON object"},
			judgementsFlag(),
		),
		Action: func(c *cli.Context) error {
			o, err := parseLoad(c, s)
			if err != nil {
				return err
			}
			if o.reference {
				return runReference(c.Context, s, o)
			}
			return runLoad(c.Context, s, o)
		},
	}
}

func parseLoad(c *cli.Context, s *streams) (loadOptions, error) {
	articles, err := parseArticles(c)
	return loadOptions{
		articleOptions: articles,
		database:       configuredDatabase(c, s),
		dryRun:         c.Bool("dry-run"),
		json:           c.Bool("json"),
		reference:      c.Bool("reference"),
		judgements:     judgementsFile(c, s),
	}, err
}

// runReference loads packs of reference. They are small, so that all of them are
// checked before any is written.
func runReference(ctx context.Context, s *streams, o loadOptions) error {
	started := time.Now()
	set, err := loadRules(o.rules)
	if err != nil {
		return err
	}
	docs, err := readPacks(o.args, set)
	if err != nil {
		return err
	}
	var sink loaders.Sink = make(counter)
	if !o.dryRun {
		graph := &graphSink{open: func() (*store.Store, error) { return openJudged(ctx, s, o.database, o.judgements) }}
		defer graph.close(ctx)
		sink = graph
	}
	sum := loaders.Summary{Read: len(docs)}
	if sum.Counts, err = sink.Write(ctx, docs); err != nil {
		return err
	}
	sum.Seconds = time.Since(started).Seconds()
	return printSummary(s, o, sum)
}

func readPacks(paths []string, set *rules.Set) ([]graph.Document, error) {
	if len(paths) == 0 {
		return reference.Builtin(set)
	}
	var docs []graph.Document
	var errs []error
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err == nil {
			var list []graph.Document
			list, err = reference.Parse(path, data, set)
			docs = append(docs, list...)
		}
		errs = append(errs, err)
	}
	return docs, errors.Join(errs...)
}

func runLoad(ctx context.Context, s *streams, o loadOptions) error {
	extract, err := o.extractor()
	if err != nil {
		return err
	}
	var sink loaders.Sink = make(counter)
	if !o.dryRun {
		graph := &graphSink{open: func() (*store.Store, error) { return openJudged(ctx, s, o.database, o.judgements) }}
		defer graph.close(ctx)
		sink = graph
	}
	bar := newProgress(s, "loading", o.count(), true)
	sum, err := loaders.Pipeline{
		Extract:  extract,
		Sink:     sink,
		Workers:  o.workers,
		FailFast: o.failFast,
		Progress: bar.show,
		Log:      s.log,
	}.Run(ctx, o.items(ctx, s))
	if finish, ok := sink.(*graphSink); ok {
		counts, unresolved := finish.resolve(ctx)
		sum.Add(counts)
		err = errors.Join(err, unresolved)
	}
	bar.done()

	var unopened *openError
	if errors.As(err, &unopened) {
		err = unopened.error // which batch came first does not matter
	}
	if err == nil {
		err = outcome(sum)
	}
	tellFailures(s, sum, err)
	done := sum.New+sum.Unchanged+sum.Changed > 0 || o.dryRun && sum.Read > 0
	if o.json || done || err == nil || errors.Is(err, errPartly) {
		err = errors.Join(err, printSummary(s, o, sum))
	}
	return err
}

// openGraph opens the store and brings its schema up to date.
func openGraph(ctx context.Context, s *streams, config store.Config) (*store.Store, error) {
	db, err := openStore(ctx, s, config)
	if err != nil {
		return nil, err
	}
	if err := db.ApplySchema(ctx, graph.DefaultOntology()); err != nil {
		closeStore(ctx, db)
		return nil, err
	}
	return db, nil
}

// A graphSink writes to a store that it opens with the first batch: where
// nothing can be read, no server need start.
type graphSink struct {
	open func() (*store.Store, error)
	db   *store.Store
}

// An openError is why there is no store.
type openError struct{ error }

func (e *openError) Unwrap() error { return e.error }

func (g *graphSink) Write(ctx context.Context, docs []graph.Document) (loaders.Counts, error) {
	if g.db == nil {
		db, err := g.open()
		if err != nil {
			return loaders.Counts{}, &openError{err}
		}
		g.db = db
	}
	r, err := g.db.Record(ctx, docs)
	if err != nil {
		return loaders.Counts{}, err
	}
	return countsOf(r), nil
}

// resolve works out what the articles say together. An interruption does not
// stop it: it completes what has been written.
func (g *graphSink) resolve(ctx context.Context) (loaders.Counts, error) {
	if g.db == nil {
		return loaders.Counts{}, nil
	}
	r, err := g.db.Resolve(context.WithoutCancel(ctx))
	return countsOf(r), err
}

func countsOf(r store.Result) loaders.Counts {
	return loaders.Counts{
		New: r.New, Unchanged: r.Unchanged, Changed: r.Changed,
		Sentences: r.Sentences, Claims: r.Claims, Edges: r.Edges,
	}
}

func (g *graphSink) close(ctx context.Context) {
	if g.db != nil {
		closeStore(ctx, g.db)
	}
}

// A counter is the sink of a dry run. It holds the ids of the claims that it
// has seen, for many articles make the same claim.
type counter map[string]bool

func (seen counter) Write(_ context.Context, docs []graph.Document) (loaders.Counts, error) {
	before := len(seen)
	var c loaders.Counts
	for _, d := range docs {
		c.Sentences += len(d.Sentences)
		for _, claim := range d.Claims {
			seen[claim.ID] = true
		}
	}
	c.Claims = len(seen) - before
	return c, nil
}

func printSummary(s *streams, o loadOptions, sum loaders.Summary) error {
	if o.json {
		return printSummaryJSON(s, o, sum)
	}
	var err error
	if o.dryRun {
		_, err = fmt.Fprintf(s.out, o.what()+" %d read, %d failed, %d skipped; dry run, nothing is written\nsentences  %d\nclaims     %d\n",
			sum.Read, len(sum.Failures), len(sum.Skips), sum.Sentences, sum.Claims)
	} else {
		_, err = fmt.Fprintf(s.out, o.what()+" %d new, %d unchanged, %d changed, %d failed, %d skipped\nsentences  %d\nclaims     %d\nedges      %d\n",
			sum.New, sum.Unchanged, sum.Changed, len(sum.Failures), len(sum.Skips), sum.Sentences, sum.Claims, sum.Edges)
	}
	if err == nil {
		_, err = fmt.Fprintf(s.out, "seconds    %.1f\n", sum.Seconds)
	}
	return err
}

// what is the first word of a summary.
func (o loadOptions) what() string {
	if o.reference {
		return "references"
	}
	return "articles  "
}

func printSummaryJSON(s *streams, o loadOptions, sum loaders.Summary) error {
	type reason struct {
		Name   string `json:"name"`
		Reason string `json:"reason"`
	}
	reasons := func(failures []loaders.Failure) []reason {
		out := []reason{}
		for _, f := range failures {
			out = append(out, reason{f.Name, f.Reason()})
		}
		return out
	}
	articles := map[string]int{
		"read": sum.Read, "new": sum.New, "unchanged": sum.Unchanged, "changed": sum.Changed,
		"failed": len(sum.Failures), "skipped": len(sum.Skips),
	}
	return printJSON(s, struct {
		DryRun    bool           `json:"dry_run"`
		Articles  map[string]int `json:"articles"`
		Sentences int            `json:"sentences"`
		Claims    int            `json:"claims"`
		Edges     int            `json:"edges"`
		Seconds   float64        `json:"seconds"`
		Failures  []reason       `json:"failures"`
		Skips     []reason       `json:"skips"`
	}{o.dryRun, articles, sum.Sentences, sum.Claims, sum.Edges, sum.Seconds, reasons(sum.Failures), reasons(sum.Skips)})
}
