package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/graph/exchange"
	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/excerpt"
	"dossier/queries/export"
)

// exportFormats are the whole dossier in two forms, and its claims in others.
func exportFormats() []string { return append([]string{"jsonl", "csv"}, export.Formats()...) }

type exportOptions struct {
	format, output, entity string
	database               store.Config
}

func exportCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "export",
		Usage: "write the dossier in the forms of other programs",
		Description: `jsonl is the whole dossier as JSON lines, for dossier import; csv is the whole dossier as
files for neo4j-admin, into the folder that --output names. The others hold claims:

  claims  JSON lines, each claim with its evidence, sentences and articles
  ftm     FollowTheMoney statements, as JSON lines
  stix    a STIX 2.1 bundle: identities, locations, reports, relationships, opinions
  trig    RDF, each claim a nanopublication with its provenance

What a form cannot say is left out; docs/exchange.md tells what.

  dossier export > dossier.jsonl
  dossier export --format csv --output for-neo4j/
  dossier export --format stix --entity "North Korea" --output dprk.json
  dossier export --schema --format claims`,
		Flags: []cli.Flag{
			valueFlag{
				Flag:   &cli.StringFlag{Name: "format", Value: "jsonl", Usage: "write `FORMAT`: " + strings.Join(exportFormats(), ", ")},
				values: exportFormats,
			},
			outputFlag(),
			valueFlag{
				Flag:     &cli.StringFlag{Name: "entity", Usage: "only claims in which `NAME` has a part; not for jsonl and csv"},
				entities: func() []string { return nil },
			},
			&cli.BoolFlag{Name: "schema", Usage: "print the JSON Schema of a line of jsonl or claims instead"},
		},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			o := exportOptions{format: c.String("format"), output: c.String("output"), entity: c.String("entity"), database: configuredDatabase(c, s)}
			whole := o.format == "jsonl" || o.format == "csv"
			switch {
			case !slices.Contains(exportFormats(), o.format):
				return usagef("export", "there is no format %q, only %s", o.format, strings.Join(exportFormats(), ", "))
			case c.Bool("schema"):
				return printSchema(s, o)
			case whole && o.entity != "":
				return usagef("export", "--format %s is of the whole dossier, and takes no --entity", o.format)
			case o.format == "csv" && (o.output == "" || o.output == "-"):
				return usagef("export", "--format csv writes several files: name a folder with --output")
			}
			return runExport(c.Context, s, o)
		},
	}
}

func printSchema(s *streams, o exportOptions) error {
	schemas := map[string][]byte{"jsonl": exchange.Schema, "claims": export.ClaimSchema}
	schema, ok := schemas[o.format]
	if !ok {
		return usagef("export", "there is a schema of jsonl and of claims, none of %s", o.format)
	}
	return writeOutput(s, o.output, func(w io.Writer) error { _, err := w.Write(schema); return err })
}

func runExport(ctx context.Context, s *streams, o exportOptions) error {
	db, err := openStore(ctx, s, o.database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	var nodes, edges int
	switch o.format {
	case "jsonl":
		err = writeOutput(s, o.output, func(w io.Writer) error {
			nodes, edges, err = exchange.Write(ctx, w, db, graph.DefaultOntology().Version)
			return err
		})
	case "csv":
		nodes, edges, err = exchange.WriteCSV(ctx, o.output, db)
	default:
		return exportClaims(ctx, s, db, o)
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	s.note("%d nodes and %d edges are written", nodes, edges)
	return nil
}

func exportClaims(ctx context.Context, s *streams, db *store.Store, o exportOptions) error {
	claims, err := excerpt.All(ctx, db)
	if o.entity != "" {
		var ids []string
		var note string
		if ids, note, err = queries.FindEntities(ctx, db, o.entity); err != nil {
			return err
		}
		if note != "" {
			s.note("%s", note)
		}
		claims, err = excerpt.Of(ctx, db, ids)
	}
	if err != nil {
		return err
	}
	x, err := excerpt.Read(ctx, db, claims)
	if err != nil {
		return err
	}
	if err := writeOutput(s, o.output, func(w io.Writer) error { return export.Write(w, o.format, x) }); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	s.note("%s of %s", counted(len(x.Claims), "claim"), counted(len(x.Articles), "article"))
	return nil
}

func importCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "import",
		Usage:     "read a dossier that dossier export has written",
		ArgsUsage: "FILE|-",
		Description: `Reads the JSON lines of dossier export into an empty graph, and gives the same graph to the
last property: dossier db fingerprint proves it. A graph that holds anything is refused,
because what several articles share is computed from all of them; load the articles to
join two dossiers. An import that was interrupted starts afresh when it is tried again.

  dossier import dossier.jsonl
  zstdcat dossier.jsonl.zst | dossier import -`,
		Action: func(c *cli.Context) error {
			if c.Args().Len() != 1 {
				return usagef("import", "name one file, or - for stdin")
			}
			return runImport(c.Context, s, c.Args().First(), configuredDatabase(c, s))
		},
	}
}

func runImport(ctx context.Context, s *streams, name string, database store.Config) (err error) {
	in := s.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	r, err := exchange.NewReader(in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if known := graph.DefaultOntology().Version; r.Ontology != known {
		return withHint(fmt.Errorf("%s was written for version %d of the ontology, this release has %d", name, r.Ontology, known),
			"import it with the release that wrote it, or load the articles")
	}
	db, err := openGraph(ctx, s, database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	nodes, edges, err := db.Restore(ctx, r.Turn, r.Next)
	if errors.Is(err, store.ErrNotEmpty) {
		return err
	}
	if err != nil {
		return withHint(fmt.Errorf("%s: %w", name, err), "mend the file and import it again; what is in the graph now is replaced then")
	}
	_, err = fmt.Fprintf(s.out, "nodes      %d\nedges      %d\n", nodes, edges)
	return err
}
