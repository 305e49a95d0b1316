package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/loaders"
	"dossier/loaders/extract"
	"dossier/loaders/source"
)

// articleOptions say which articles to read and how; load, extract and eval
// share them.
type articleOptions struct {
	args     []string
	workers  int
	failFast bool
	rules    string // folder with rules beside the built-in ones, or empty
}

func articleFlags() []cli.Flag {
	return []cli.Flag{
		&cli.IntFlag{Name: "workers", Aliases: []string{"j"}, Usage: "extract `N` articles at the same time (default: one a CPU)"},
		rulesFlag(),
		&cli.BoolFlag{Name: "fail-fast", Usage: "stop at the first article that cannot be read"},
	}
}

func parseArticles(c *cli.Context) (articleOptions, error) {
	o := articleOptions{
		args:     c.Args().Slice(),
		workers:  c.Int("workers"),
		failFast: c.Bool("fail-fast"),
		rules:    c.String("rules"),
	}
	if len(o.args) == 0 && !c.Bool("reference") {
		return o, usagef(commandName(c), "which articles? name files, folders, addresses, or - for standard input")
	}
	if c.IsSet("workers") && o.workers < 1 {
		return o, usagef(commandName(c), "--workers is %d, want 1 or more", o.workers)
	}
	return o, nil
}

func (o articleOptions) items(ctx context.Context, s *streams) iter.Seq[source.Item] {
	return source.Each(ctx, o.args, source.Options{Stdin: s.in})
}

// count is the number of articles to read, 0 where only reading can tell.
func (o articleOptions) count() int { return source.Count(o.args) }

// extractor reads articles by the rules asked for.
func (o articleOptions) extractor() (func(graph.Article) graph.Document, error) {
	set, err := loadRules(o.rules)
	if err != nil {
		return nil, err
	}
	return extract.New(set).Extract, nil
}

// outcome is the error that a run without other error ends with.
func outcome(sum loaders.Summary) error {
	switch {
	case len(sum.Failures) == 0:
		return nil
	case sum.Read+len(sum.Skips) > 0:
		return errPartly
	case len(sum.Failures) == 1:
		return sum.Failures[0]
	}
	return errors.New("none of the articles could be read")
}

// tellFailures lists what was not read, and why, but for what err tells.
func tellFailures(s *streams, sum loaders.Summary, err error) {
	for _, f := range sum.Failures {
		if !errors.Is(err, f.Err) {
			fmt.Fprintf(s.err, "dossier: failed: %s\n", f.Error())
		}
	}
	if s.quiet {
		return
	}
	for _, f := range sum.Skips {
		fmt.Fprintf(s.err, "dossier: skipped: %s\n", f.Error())
	}
}
