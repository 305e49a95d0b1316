package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/loaders"
)

type extractOptions struct {
	articleOptions
	output string
}

func extractCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "extract",
		Usage:     "print the claims of articles as JSON lines, without a database",
		ArgsUsage: "PATH|URL|- ...",
		Description: `Prints one JSON object for each sentence that bears on a claim, in the order of the
articles and of their text:

  rel, head, head_type, tail, tail_type, qualifiers   the claim
  polarity      affirmed, alleged, denied or hypothetical
  asserted_by   "article", or the speaker
  sentence, article, start, end   where it says so; offsets count bytes of the text
  rule, claim   what read it so, and the claim's id in the graph

  dossier extract article.txt
  dossier extract articles/ | jq -r 'select(.rel == "SUPPLIED") | [.head, .tail] | @tsv'`,
		Flags: append(articleFlags(),
			&cli.StringFlag{Name: "format", Value: "jsonl", Usage: "write `jsonl`, the only format so far"},
			outputFlag(),
		),
		Action: func(c *cli.Context) error {
			o, err := parseExtract(c)
			if err != nil {
				return err
			}
			return runExtract(c.Context, s, o)
		},
	}
}

func parseExtract(c *cli.Context) (extractOptions, error) {
	articles, err := parseArticles(c)
	if err == nil && c.String("format") != "jsonl" {
		err = usagef("extract", "there is no format %q, only jsonl", c.String("format"))
	}
	return extractOptions{articleOptions: articles, output: c.String("output")}, err
}

func runExtract(ctx context.Context, s *streams, o extractOptions) error {
	extract, err := o.extractor()
	if err != nil {
		return err
	}
	bar := newProgress(s, "extracting", o.count(), o.output != "" || !s.outTerminal) // else the claims are progress enough
	var sum loaders.Summary
	err = writeOutput(s, o.output, func(w io.Writer) error {
		var err error
		sum, err = loaders.Pipeline{
			Extract:  extract,
			Sink:     newFactWriter(w),
			Workers:  o.workers,
			Batch:    1,
			FailFast: o.failFast,
			Progress: bar.show,
			Log:      s.log,
		}.Run(ctx, o.items(ctx, s))
		if err == nil && sum.Read == 0 {
			err = outcome(sum) // before an empty file takes the place of the last one
		}
		return err
	})
	bar.done()
	if err == nil {
		err = outcome(sum)
	}
	tellFailures(s, sum, err)
	return err
}

// A factWriter is a sink that writes the facts of documents as JSON lines.
type factWriter struct {
	w   *bufio.Writer
	enc *json.Encoder
}

func newFactWriter(w io.Writer) *factWriter {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	return &factWriter{b, enc}
}

func (f *factWriter) Write(_ context.Context, docs []graph.Document) (loaders.Counts, error) {
	for _, d := range docs {
		for _, fact := range loaders.Facts(d, graph.DefaultOntology()) {
			if err := f.enc.Encode(fact); err != nil {
				return loaders.Counts{}, err
			}
		}
	}
	return loaders.Counts{}, f.w.Flush()
}
