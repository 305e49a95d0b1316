package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/picture"
)

type queryOptions struct {
	query    *queries.Query
	args     map[string]string
	database store.Config
	explain  bool
	profile  bool
	count    bool
	timing   bool
	answerOptions
}

// queryCommand makes a command of every named query, with a flag for each of
// its parameters, so that help, completion and the check of flags come from the
// header of the query.
func queryCommand(s *streams) *cli.Command {
	command := &cli.Command{
		Name:      "query",
		Usage:     "ask a named question",
		UsageText: "dossier query [--search WORD] [--tag TAG]\ndossier query NAME [--KEY VALUE ...] [FLAG ...]\ndossier query check",
		Description: `Without a name, lists the questions. Entities may be given by any of their names:
--target Ukraine, --speaker Kirby, --supplier DPRK. Every answer shows the sentence
it rests on. A folder with .cypher files of your own adds to the questions, and takes
the place of those that have the same name: --queries, or the folders in
DOSSIER_QUERIES, or dossier/queries in the folder of configurations.

  dossier query strikes --target Ukraine
  dossier query transfers --format json
  dossier query transfers --recipient Russia --format dot | dot -Tsvg -o transfers.svg
  dossier query denials --help
  dossier query --search sanctions`,
		Flags: append(answerFlags(picture.Formats()...),
			&cli.StringFlag{Name: "search", Usage: "list the questions that have `WORDS` in their names or descriptions"},
			valueFlag{
				Flag:   &cli.StringSliceFlag{Name: "tag", Usage: "list the questions with the tag `TAG`; may be repeated"},
				values: s.library.Tags,
			},
			&cli.StringFlag{Name: "queries", Usage: "read queries from the folder `DIR`, too"},
			&cli.BoolFlag{Name: "explain", Usage: "print the Cypher statement and its parameters instead of running it"},
			&cli.BoolFlag{Name: "profile", Usage: "run it and print what each step of the plan cost, instead of the answer"},
			&cli.BoolFlag{Name: "count", Usage: "print the number of rows instead of the rows"},
			&cli.BoolFlag{Name: "timing", Usage: "say on stderr how long it took"},
		),
		Action: func(c *cli.Context) error { return listQueries(c, s) },
	}
	command.Subcommands = []*cli.Command{checkCommand(s)}
	for _, q := range s.library.Queries() {
		command.Subcommands = append(command.Subcommands, namedQuery(s, q))
	}
	return command
}

func listQueries(c *cli.Context, s *streams) error {
	if s.libraryErr != nil {
		return s.libraryErr
	}
	for _, name := range []string{"explain", "profile", "count", "timing"} {
		if c.IsSet(name) {
			return usagef("query", "--%s is for a query, and none is named", name)
		}
	}
	o, err := parseAnswer(c, s)
	if err != nil {
		return err
	}
	found := s.library.Find(c.String("search"), c.StringSlice("tag"))
	if len(found.Queries()) == 0 {
		return withHint(errors.New("no question has all of these words and tags"), "dossier query   (lists all)")
	}
	err = writeOutput(s, o.output, func(w io.Writer) error {
		if o.format == "table" {
			return found.WriteList(w, s.renderOptions())
		}
		return queries.Render(w, o.format, found.List(), s.renderOptions())
	})
	if err == nil && s.outTerminal {
		s.note("parameters and columns of one: dossier query NAME --help")
	}
	return err
}

func checkCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: "check all queries, your own among them",
		Description: `Reads every query file strictly, and has the server plan each statement without running
it: it must only read, return the columns of its header, and name nothing that the
graph cannot hold. Prints what is wrong as file:line: what.

  dossier query check --queries my-queries/
  dossier query check --offline`,
		Flags: []cli.Flag{&cli.BoolFlag{Name: "offline", Usage: "only read the files; needs no database"}},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			if s.libraryErr != nil {
				return s.libraryErr
			}
			return checkQueries(c.Context, s, configuredDatabase(c, s), c.Bool("offline"))
		},
	}
}

func checkQueries(ctx context.Context, s *streams, database store.Config, offline bool) error {
	list := s.library.Queries()
	if offline {
		_, err := fmt.Fprintf(s.out, "%d queries are well formed\n", len(list))
		return err
	}
	db, err := openGraph(ctx, s, database) // with a schema, or every label would be unknown
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	var errs []error
	for _, q := range list {
		plan, err := db.Explain(ctx, q.Cypher, q.NullParams())
		if err != nil {
			if ctx.Err() != nil {
				return err
			}
			errs = append(errs, q.Place(cypherError(err).Error()))
			continue
		}
		if !plan.ReadOnly {
			errs = append(errs, q.Place("the statement writes"))
		}
		if err := q.CheckColumns(plan.Keys); err != nil {
			errs = append(errs, err)
		}
		for _, note := range plan.Notes {
			errs = append(errs, q.Place(note))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "%d queries are well formed, and %s can run them\n", len(list), db.Server())
	return err
}

func namedQuery(s *streams, q *queries.Query) *cli.Command {
	command := &cli.Command{
		Name:  q.Name,
		Usage: q.Title,
		Action: func(c *cli.Context) error {
			if s.libraryErr != nil {
				return s.libraryErr
			}
			o, err := parseQuery(c, s, q)
			if err != nil {
				return err
			}
			return runQuery(c.Context, s, o)
		},
	}
	for _, p := range q.Params {
		command.Flags = append(command.Flags, paramFlag(p))
	}
	return command
}

func parseQuery(c *cli.Context, s *streams, q *queries.Query) (queryOptions, error) {
	o := queryOptions{
		query:    q,
		database: configuredDatabase(c, s),
		explain:  c.Bool("explain"),
		profile:  c.Bool("profile"),
		count:    c.Bool("count"),
		timing:   c.Bool("timing"),
	}
	for _, name := range []string{"search", "tag"} {
		if c.IsSet(name) {
			return o, usagef(commandName(c), "--%s is for the list of queries, and one is named", name)
		}
	}
	if c.Args().Present() {
		return o, usagef(commandName(c), "%q: parameters are flags, as --target Ukraine", c.Args().First())
	}
	o.args = queryArgs(c, q)
	var err error
	o.answerOptions, err = parseAnswer(c, s, picture.Formats()...)
	if err == nil && o.draws() {
		err = o.checkDrawing()
	}
	return o, err
}

// queryArgs are the parameters of the query that were given.
func queryArgs(c *cli.Context, q *queries.Query) map[string]string {
	args := map[string]string{}
	for _, p := range q.Params {
		switch {
		case !c.IsSet(p.Flag()):
		case p.Type.Kind == queries.KindBool:
			args[p.Flag()] = strconv.FormatBool(c.Bool(p.Flag()))
		default:
			args[p.Flag()] = c.String(p.Flag())
		}
	}
	return args
}

func runQuery(ctx context.Context, s *streams, o queryOptions) error {
	if o.explain {
		return explainQuery(s.out, o)
	}
	db, err := openStore(ctx, s, o.database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	started := time.Now()
	var result *queries.Result
	switch {
	case o.profile:
		result, err = profileQuery(ctx, db, o)
	case o.count:
		result, err = o.query.Count(ctx, db, o.args)
	default:
		result, err = o.query.Run(ctx, db, o.args)
	}
	if err != nil {
		return err
	}
	if o.timing {
		s.note("%s in %d ms", counted(len(result.Rows), "row"), time.Since(started).Milliseconds())
	}
	if o.draws() {
		return o.draw(ctx, s, db, result)
	}
	return o.write(s, result)
}

// profileQuery runs the query for what its plan costs.
func profileQuery(ctx context.Context, db *store.Store, o queryOptions) (*queries.Result, error) {
	statement, params, err := o.query.Statement(ctx, db, o.args)
	if err != nil {
		return nil, err
	}
	plan, err := db.Profile(ctx, statement, params)
	if err != nil {
		return nil, cypherError(err)
	}
	return planResult(o.query.Name, plan), nil
}

// planResult is a plan as an answer: a row a step, the last work first.
func planResult(name string, plan store.Plan) *queries.Result {
	res := &queries.Result{Query: &queries.Query{
		Name: name, Title: "Plan",
		Columns: []queries.Column{
			{Name: "step", Type: queries.ColText}, {Name: "expected_rows", Type: queries.ColInt}, {Name: "rows", Type: queries.ColInt},
			{Name: "hits", Type: queries.ColInt}, {Name: "details", Type: queries.ColText},
		},
	}}
	var hits int64
	for _, p := range plan.Steps {
		hits += p.Hits
		res.Rows = append(res.Rows, []any{strings.Repeat("· ", p.Depth) + p.Operator, int64(p.Estimated + 0.5), p.Rows, p.Hits, p.Details})
	}
	res.Notes = append(plan.Notes, fmt.Sprintf("%d accesses to the stored graph in all", hits))
	return res
}

// paramFlag is the flag of a parameter. The library checks and converts the
// value, so that messages are the same from every caller.
func paramFlag(p queries.Param) cli.Flag {
	if p.Type.Kind == queries.KindBool {
		return &cli.BoolFlag{Name: p.Flag(), Usage: p.Doc}
	}
	f := valueFlag{
		Flag:   &cli.StringFlag{Name: p.Flag(), Usage: p.Doc},
		values: p.Type.Values,
	}
	if labels, ok := p.Type.IsEntity(); ok {
		f.entities = func() []string { return labels }
	}
	return f
}

// explainQuery prints the statement, and above it what its parameters would be.
func explainQuery(w io.Writer, o queryOptions) error {
	var b strings.Builder
	fmt.Fprintf(&b, "// %s: %s\n", o.query.Name, o.query.Title)
	for _, p := range o.query.Params {
		value, given := o.args[p.Flag()]
		switch {
		case given:
			fmt.Fprintf(&b, "// $%s (%s): %s\n", p.Name, p.Type, value)
		case p.Required:
			return usagef("query "+o.query.Name, "--%s is required", p.Flag())
		case p.Null:
			fmt.Fprintf(&b, "// $%s (%s): null\n", p.Name, p.Type)
		default:
			fmt.Fprintf(&b, "// $%s (%s): %s, the default\n", p.Name, p.Type, p.Default)
		}
	}
	statement, err := o.query.Asked(o.args)
	if err != nil {
		return err
	}
	b.WriteString(strings.TrimSpace(statement) + "\n")
	_, err = io.WriteString(w, b.String())
	return err
}
