package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/loaders"
	"dossier/loaders/score"
	"dossier/loaders/source"
)

type evalOptions struct {
	articleOptions
	gold         string
	aliases      string // empty: look for it
	predictions  string // empty: read the texts
	format       string
	errors       int
	minPrecision float64
	minF1        float64
}

func evalCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "eval",
		Usage:     "compare what is read in texts with facts that people wrote down for them",
		ArgsUsage: "GOLD [PATH ...]",
		Description: `GOLD is a folder of NAME.gold.jsonl files, one fact a line in the form of dossier
extract. The texts (NAME.txt or other) are in GOLD or in the folder "articles" beside
it; the text of article-NAME.gold.jsonl is NAME there. Name PATHs to read the texts
from there instead.

A file aliases.json in GOLD, or in a folder beside it, says which names stand for one
thing. Matching is one to one; the gold may hold equally right readings (head_alt,
tail_alt, rel_alt, also_in) and facts that need not be found (optional).

  dossier eval testdata/gold
  dossier eval testdata/gold --errors 0 --min-precision 0.9 --min-f1 0.8
  dossier eval gold/ --predictions other-program/ --format json`,
		Flags: append(articleFlags(),
			valueFlag{
				Flag:   &cli.StringFlag{Name: "format", Value: "text", Usage: "write `FORMAT`: text or json"},
				values: func() []string { return []string{"text", "json"} },
			},
			&cli.IntFlag{Name: "errors", Value: 20, Usage: "show the first `N` sentences with errors; 0 for none, -1 for all"},
			&cli.StringFlag{Name: "predictions", Usage: "compare the facts in `DIR`/NAME.pred.jsonl instead of reading the texts"},
			&cli.StringFlag{Name: "aliases", Usage: "take the names that stand for one thing from `FILE`"},
			&cli.Float64Flag{Name: "min-precision", Usage: "fail if the precision over all relations is below `P` (0 to 1)"},
			&cli.Float64Flag{Name: "min-f1", Usage: "fail if the F1 over all relations is below `F` (0 to 1)"},
		),
		Action: func(c *cli.Context) error {
			o, err := parseEval(c)
			if err != nil {
				return err
			}
			return runEval(c.Context, s, o)
		},
	}
}

func parseEval(c *cli.Context) (evalOptions, error) {
	if !c.Args().Present() {
		return evalOptions{}, usagef("eval", "which gold? name a folder of NAME%s files", score.GoldSuffix)
	}
	articles, err := parseArticles(c)
	if err != nil {
		return evalOptions{}, err
	}
	o := evalOptions{
		articleOptions: articles,
		gold:           articles.args[0],
		aliases:        c.String("aliases"),
		predictions:    c.String("predictions"),
		format:         c.String("format"),
		errors:         c.Int("errors"),
		minPrecision:   c.Float64("min-precision"),
		minF1:          c.Float64("min-f1"),
	}
	o.args = o.args[1:]
	switch {
	case o.format != "text" && o.format != "json":
		return o, usagef("eval", "there is no format %q, only text and json", o.format)
	case o.predictions != "" && len(o.args) > 0:
		return o, usagef("eval", "with --predictions no text is read, so %q is one argument too many", o.args[0])
	case !isShare(o.minPrecision):
		return o, usagef("eval", "--min-precision is %v, want a number from 0 to 1", o.minPrecision)
	case !isShare(o.minF1):
		return o, usagef("eval", "--min-f1 is %v, want a number from 0 to 1", o.minF1)
	}
	return o, nil
}

func isShare(f float64) bool { return 0 <= f && f <= 1 } // NaN is none

func runEval(ctx context.Context, s *streams, o evalOptions) error {
	docs, err := score.ReadGold(o.gold)
	if err != nil {
		return err
	}
	names, err := o.names(s)
	if err != nil {
		return err
	}
	var sum loaders.Summary
	if o.predictions != "" {
		err = score.ReadPredictions(o.predictions, docs)
	} else {
		sum, err = o.read(ctx, s, docs)
	}
	if err == nil && unread(docs) {
		err = o.nothing(sum)
	}
	if err == nil {
		report := score.Score(docs, names)
		err = cmp.Or(o.write(s, report), o.judge(report), outcome(sum))
	}
	tellFailures(s, sum, err)
	return err
}

// names finds out which names stand for one thing.
func (o evalOptions) names(s *streams) (*score.Names, error) {
	path := o.aliases
	if path == "" {
		var err error
		if path, err = score.FindNames(o.gold); err != nil {
			return nil, err
		}
	}
	if path == "" {
		s.note("no %s in %s or beside it: names are the same only if written so", score.NamesFile, o.gold)
		return nil, nil
	}
	s.log.Debug("aliases", "file", path)
	return score.ReadNames(path)
}

// read fills in the facts that are in the texts of the documents.
func (o evalOptions) read(ctx context.Context, s *streams, docs []score.Document) (loaders.Summary, error) {
	extract, err := o.extractor()
	if err != nil {
		return loaders.Summary{}, err
	}
	if len(o.args) == 0 {
		o.args = texts(o.gold, docs)
	}
	reader := newGoldReader(docs)
	bar := newProgress(s, "reading", o.count(), true)
	defer bar.done()
	return loaders.Pipeline{
		Extract:  extract,
		Sink:     reader,
		Workers:  o.workers,
		Batch:    1,
		FailFast: o.failFast,
		Progress: bar.show,
		Log:      s.log,
	}.Run(ctx, reader.wanted(o.items(ctx, s)))
}

// texts returns where the texts of a folder of gold are: the folder itself, the
// folder articles beside it, or both.
func texts(gold string, docs []score.Document) []string {
	inside, outside := false, false
	for _, d := range docs {
		if !d.Elsewhere() && hasText(gold, d.Name) {
			inside = true
		} else {
			outside = true
		}
	}
	var places []string
	articles := filepath.Join(gold, "..", "articles")
	if info, err := os.Stat(articles); outside && err == nil && info.IsDir() {
		places = append(places, articles)
	}
	if inside || len(places) == 0 {
		places = append(places, gold)
	}
	return places
}

// hasText reports whether a folder holds NAME.txt or the like.
func hasText(dir, name string) bool {
	entries, err := os.ReadDir(dir)
	return err == nil && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		ending, ok := strings.CutPrefix(e.Name(), name+".")
		return ok && !strings.Contains(ending, "json")
	})
}

func unread(docs []score.Document) bool {
	for _, d := range docs {
		if !d.Unread {
			return false
		}
	}
	return true
}

// nothing says why there is nothing to compare.
func (o evalOptions) nothing(sum loaders.Summary) error {
	switch {
	case o.predictions != "":
		return fmt.Errorf("%s: no file NAME%s for any of the gold in %s", o.predictions, score.PredictionsSuffix, o.gold)
	case len(sum.Failures) > 0:
		return outcome(loaders.Summary{Failures: sum.Failures})
	}
	return withHint(fmt.Errorf("none of the texts for the gold in %s was found", o.gold), "dossier eval "+o.gold+" PATH ...   (files or folders with the texts)")
}

func (o evalOptions) write(s *streams, r *score.Report) error {
	if o.format == "json" {
		return r.WriteJSON(s.out, o.errors)
	}
	return r.WriteText(s.out, cmp.Or(s.width(), helpWidth), o.errors)
}

// judge compares the report with what was asked for.
func (o evalOptions) judge(r *score.Report) error {
	var errs []error
	if r.All.Precision < o.minPrecision {
		errs = append(errs, fmt.Errorf("precision is %.4f, below --min-precision %v", r.All.Precision, o.minPrecision))
	}
	if r.All.F1 < o.minF1 {
		errs = append(errs, fmt.Errorf("F1 is %.4f, below --min-f1 %v", r.All.F1, o.minF1))
	}
	return errors.Join(errs...)
}

// A goldReader is a sink that keeps the facts of the articles that have gold.
type goldReader struct{ docs map[string]*score.Document } // by name of the article

func newGoldReader(docs []score.Document) goldReader {
	r := goldReader{make(map[string]*score.Document, len(docs))}
	for i := range docs {
		if _, taken := r.docs[docs[i].Article()]; !taken || !docs[i].Elsewhere() {
			r.docs[docs[i].Article()] = &docs[i]
		}
	}
	return r
}

// wanted passes over articles without gold, and refuses a second article of the
// same name.
func (r goldReader) wanted(items iter.Seq[source.Item]) iter.Seq[source.Item] {
	return func(yield func(source.Item) bool) {
		first := make(map[string]string)
		for item := range items {
			name := item.Article.Name
			if r.docs[name] == nil && (item.Err == nil || name != "") {
				continue
			}
			if at, ok := first[name]; ok && item.Err == nil {
				item.Err = &source.Error{Name: item.Name, Err: fmt.Errorf("the text of %s was read from %s already", name, at)}
			}
			if item.Err == nil {
				first[name] = item.Name
			}
			if !yield(item) {
				return
			}
		}
	}
}

func (r goldReader) Write(_ context.Context, docs []graph.Document) (loaders.Counts, error) {
	for _, d := range docs {
		to := r.docs[d.Article.Name]
		to.Facts, to.Text, to.Unread = loaders.Facts(d, graph.DefaultOntology()), d.Article.Text, false
	}
	return loaders.Counts{}, nil
}
