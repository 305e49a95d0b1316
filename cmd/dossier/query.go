package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
)

type queryOptions struct {
	query    *queries.Query
	args     map[string]string
	database store.Config
	explain  bool
	answerOptions
}

// queryCommand makes a command of every named query, with a flag for each of
// its parameters, so that help, completion and the check of flags come from the
// header of the query.
func queryCommand(s *streams) *cli.Command {
	command := &cli.Command{
		Name:      "query",
		Usage:     "ask a named question",
		UsageText: "dossier query\ndossier query NAME [--KEY VALUE ...] [FLAG ...]",
		Description: `Without a name, lists the questions. Entities may be given by any of their names:
--target Ukraine, --speaker Kirby, --supplier DPRK. Every answer shows the sentence
it rests on.

  dossier query strikes --target Ukraine
  dossier query transfers --format json
  dossier query denials --help`,
		Flags: append(answerFlags(),
			&cli.BoolFlag{Name: "explain", Usage: "print the Cypher statement and its parameters instead of running it"},
		),
	}
	library, err := queries.Builtin()
	if err != nil {
		command.Action = func(*cli.Context) error { return fmt.Errorf("built-in queries: %w", err) }
		return command
	}
	command.Action = func(c *cli.Context) error {
		if flags := c.LocalFlagNames(); len(flags) > 0 {
			return usagef("query", "--%s is for a query, and none is named", flags[0])
		}
		err := library.WriteList(s.out, s.renderOptions())
		if err == nil && s.outTerminal {
			s.note("parameters and columns of one: dossier query NAME --help")
		}
		return err
	}
	for _, q := range library.Queries() {
		command.Subcommands = append(command.Subcommands, namedQuery(s, q))
	}
	return command
}

func namedQuery(s *streams, q *queries.Query) *cli.Command {
	command := &cli.Command{
		Name:  q.Name,
		Usage: q.Title,
		Action: func(c *cli.Context) error {
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
		args:     map[string]string{},
		database: configuredDatabase(c, s),
		explain:  c.Bool("explain"),
	}
	if c.Args().Present() {
		return o, usagef(commandName(c), "%q: parameters are flags, as --target Ukraine", c.Args().First())
	}
	for _, p := range q.Params {
		switch {
		case !c.IsSet(p.Flag()):
		case p.Type.Kind == queries.KindBool:
			o.args[p.Flag()] = strconv.FormatBool(c.Bool(p.Flag()))
		default:
			o.args[p.Flag()] = c.String(p.Flag())
		}
	}
	var err error
	o.answerOptions, err = parseAnswer(c)
	return o, err
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
	result, err := o.query.Run(ctx, db, o.args)
	if err != nil {
		return err
	}
	return o.write(s, result)
}

// paramFlag is the flag of a parameter. The library checks and converts the
// value, so that messages are the same from every caller.
func paramFlag(p queries.Param) cli.Flag {
	if p.Type.Kind == queries.KindBool {
		return &cli.BoolFlag{Name: p.Flag(), Usage: p.Doc}
	}
	return valueFlag{
		StringFlag: &cli.StringFlag{Name: p.Flag(), Usage: p.Doc},
		values:     p.Type.Values,
	}
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
	b.WriteString(strings.TrimSpace(o.query.Cypher) + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}
