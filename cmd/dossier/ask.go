package main

import (
	"context"
	"errors"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/picture"
)

// searchCommand and showCommand are named queries with a command of their own:
// the words behind the command are their first parameter.
func searchCommand(s *streams) *cli.Command {
	return questionCommand(s, question{
		name: "search", param: "text", arguments: "WORD ...",
		usage: "find names and sentences by words",
		what:  "which words?",
		description: `Looks for entities that have all of the words in their names, and for sentences that
have them. A word may be the beginning of one; words in quotes are a phrase; word~ also
finds what is spelt a little differently, which is tried by itself when nothing has the
words.

  dossier search missiles
  dossier search '"joint statement"' --in sentences
  dossier search pyongjang --format json`,
		run: func(ctx context.Context, db *store.Store, args map[string]string) (*queries.Result, error) {
			return s.library.Search(ctx, db, args)
		},
	})
}

func showCommand(s *streams) *cli.Command {
	return questionCommand(s, question{
		name: "show", param: "entity", arguments: "ENTITY",
		usage: "tell everything known of one entity, with sources",
		what:  "whom or what? a name, an alias or an id",
		description: `Who it is, what it did, what was done to it, what it said, who disputes it, and when it
all happened; each line with the article it comes from. Any name will do, and a part of
one that only one entity has.

  dossier show "North Korea"
  dossier show Kirby
  dossier show state:KP --each 50 --format jsonl`,
		run: func(ctx context.Context, db *store.Store, args map[string]string) (*queries.Result, error) {
			return s.library.Run(ctx, db, "show", args)
		},
	})
}

type question struct {
	name, param, arguments string // of the query, of the parameter, of the command
	usage, what            string // what asks for the arguments that are missing
	description            string
	run                    func(context.Context, *store.Store, map[string]string) (*queries.Result, error)
}

func questionCommand(s *streams, x question) *cli.Command {
	command := &cli.Command{
		Name: x.name, Usage: x.usage, ArgsUsage: x.arguments, Description: x.description,
		Flags: answerFlags(picture.Formats()...),
	}
	q, err := s.library.Query(x.name)
	if err != nil {
		command.Action = func(*cli.Context) error { return err }
		return command
	}
	for _, p := range q.Params {
		if p.Name != x.param {
			command.Flags = append(command.Flags, paramFlag(p))
		}
	}
	command.Action = func(c *cli.Context) error {
		if s.libraryErr != nil {
			return s.libraryErr
		}
		text := strings.Join(c.Args().Slice(), " ")
		if strings.TrimSpace(text) == "" {
			return usagef(x.name, "%s", x.what)
		}
		args := queryArgs(c, q)
		args[x.param] = text
		o, err := parseAnswer(c, s, picture.Formats()...)
		if err != nil {
			return err
		}
		return answer(c.Context, s, configuredDatabase(c, s), o, func(db *store.Store) (*queries.Result, error) {
			result, err := x.run(c.Context, db, args)
			var unknown *queries.UnknownEntityError
			if errors.As(err, &unknown) && unknown.Param == x.param {
				unknown.Param = "" // it is no flag here
			}
			return result, err
		})
	}
	return command
}

// answer opens the graph, asks it and writes the answer.
func answer(ctx context.Context, s *streams, database store.Config, o answerOptions, ask func(*store.Store) (*queries.Result, error)) error {
	db, err := openStore(ctx, s, database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	result, err := ask(db)
	if err != nil {
		return err
	}
	if o.draws() {
		return o.draw(ctx, s, db, result)
	}
	return o.write(s, result)
}
