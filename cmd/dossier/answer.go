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

// answerOptions say how an answer is written, and where.
type answerOptions struct {
	format string
	output string
}

// answerFlags are the flags of a command that answers. Its formats are those of
// rows and what else it can write.
func answerFlags(more ...string) []cli.Flag {
	formats := append(queries.Formats(), more...)
	return []cli.Flag{
		valueFlag{
			Flag:   &cli.StringFlag{Name: "format", Usage: "write `FORMAT`: " + strings.Join(formats, ", ") + " (default: table on a terminal, else tsv, or by the ending of --output)"},
			values: func() []string { return formats },
		},
		outputFlag(),
	}
}

var formatOfEnding = map[string]string{".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".md": "markdown", ".tsv": "tsv", ".txt": "table",
	".dot": "dot", ".gv": "dot", ".mmd": "mermaid", ".graphml": "graphml", ".cyjs": "cytoscape"}

func parseAnswer(c *cli.Context, s *streams, more ...string) (answerOptions, error) {
	o := answerOptions{format: c.String("format"), output: c.String("output")}
	if o.format == "" {
		toFile := o.output != "" && o.output != "-"
		switch f, ok := formatOfEnding[filepath.Ext(o.output)]; {
		case ok:
			o.format = f
		case s.outTerminal && !toFile:
			o.format = "table"
		default:
			o.format = "tsv"
		}
	}
	if formats := append(queries.Formats(), more...); !slices.Contains(formats, o.format) {
		return o, usagef(commandName(c), "there is no format %q, only %s", o.format, strings.Join(formats, ", "))
	}
	return o, nil
}

// renderOptions say what stdout can show.
func (s *streams) renderOptions() queries.RenderOptions {
	return queries.RenderOptions{Width: s.width(), Color: s.color}
}

// write writes the answer, and its notes to stderr.
func (o answerOptions) write(s *streams, result *queries.Result) error {
	toFile := o.output != "" && o.output != "-"
	var err error
	if toFile {
		err = writeOutput(s, o.output, func(w io.Writer) error {
			return queries.Render(w, o.format, result, queries.RenderOptions{})
		})
	} else {
		err = s.show(func(w io.Writer) error { return queries.Render(w, o.format, result, s.renderOptions()) })
	}
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	if o.format == "json" {
		return nil // the notes are in it
	}
	for _, note := range result.Notes {
		s.note("%s", note)
	}
	return nil
}
