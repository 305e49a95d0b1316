package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/queries"
)

// renderOptions say how an answer is written, and where.
type renderOptions struct {
	format string
	output string
}

func renderFlags() []cli.Flag {
	formats := queries.Formats()
	return []cli.Flag{
		valueFlag{
			StringFlag:  &cli.StringFlag{Name: "format", Usage: "how to write the answer (default: by the ending of --output, or table)"},
			placeholder: strings.Join(formats, "|"),
			values:      queries.Formats,
		},
		outputFlag(),
	}
}

var formatOfEnding = map[string]string{".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown"}

func parseRender(c *cli.Context) (renderOptions, error) {
	o := renderOptions{format: c.String("format"), output: c.String("output")}
	if o.format == "" {
		o.format = "table"
		if f, ok := formatOfEnding[filepath.Ext(o.output)]; ok {
			o.format = f
		}
	}
	if formats := queries.Formats(); !slices.Contains(formats, o.format) {
		return o, usagef(commandName(c), "there is no format %q, only %s", o.format, strings.Join(formats, ", "))
	}
	return o, nil
}

// render writes the answer, and its notes to stderr.
func (o renderOptions) render(s *streams, result *queries.Result) error {
	toFile := o.output != "" && o.output != "-"
	options := queries.RenderOptions{Color: s.color && !toFile}
	if !toFile {
		options.Width = s.width()
	}
	err := writeOutput(s, o.output, func(w io.Writer) error { return queries.Render(w, o.format, result, options) })
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	for _, note := range result.Notes {
		s.note("%s", note)
	}
	return nil
}
