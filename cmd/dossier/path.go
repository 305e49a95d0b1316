package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/queries"
	"dossier/queries/picture"
)

func pathCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "path",
		Usage:     "tell how two entities are connected",
		ArgsUsage: "FROM TO",
		Description: `Finds the shortest chains of claims from one to the other, each claim with a sentence
that says so: "A supplied B with C" joins A with B. Chains of the same length come with
the best supported first, where a chain is worth its weakest claim. They do not lead
through classes of goods, offices, topics and the nameless, which connect strangers,
unless --through is given.

  dossier path "Kim Jong Un" Ukraine
  dossier path Iran "North Korea" --via SUPPLIED,PROCURED --through
  dossier path Kirby Putin --max-hops 6 --format json`,
		Flags: append(answerFlags(picture.Formats()...),
			&cli.IntFlag{Name: "max-hops", Value: queries.DefaultHops, Usage: "look no further than `N` claims"},
			valueFlag{
				Flag:   &cli.StringFlag{Name: "via", Usage: "only by claims of these `RELATIONS`, with commas between them"},
				values: func() []string { return graph.DefaultOntology().RelationNames() },
			},
			valueFlag{
				Flag:   &cli.StringFlag{Name: "status", Usage: "only by claims of these `STATUSES`, with commas between them (default: those that somebody affirms)"},
				values: queries.Statuses,
			},
			&cli.BoolFlag{Name: "through", Usage: "also through goods, offices, topics and the nameless"},
			&cli.IntFlag{Name: "limit", Value: queries.DefaultPaths, Usage: "show `N` chains at most"},
		),
		Action: func(c *cli.Context) error {
			o, err := parsePath(c)
			if err != nil {
				return err
			}
			form, err := parseAnswer(c, s, picture.Formats()...)
			if err != nil {
				return err
			}
			return answer(c.Context, s, configuredDatabase(c, s), form, func(db *store.Store) (*queries.Result, error) {
				return queries.Path(c.Context, db, c.Args().Get(0), c.Args().Get(1), o)
			})
		},
	}
}

func parsePath(c *cli.Context) (queries.PathOptions, error) {
	o := queries.PathOptions{MaxHops: c.Int("max-hops"), Limit: c.Int("limit"), Through: c.Bool("through")}
	switch {
	case c.Args().Len() != 2:
		return o, usagef("path", "from whom to whom? two names; in quotes where they have several words")
	case o.MaxHops < 1 || o.MaxHops > queries.MostHops:
		return o, usagef("path", "--max-hops is %d, want 1 to %d", o.MaxHops, queries.MostHops)
	case o.Limit < 1:
		return o, usagef("path", "--limit is %d, want 1 or more", o.Limit)
	}
	var err error
	if o.Via, err = queries.ParseList("relation", c.String("via")); err != nil {
		return o, usagef("path", "--via: %v", err)
	}
	if o.Statuses, err = queries.ParseList("status", strings.TrimSpace(c.String("status"))); err != nil {
		return o, usagef("path", "--status: %v", err)
	}
	return o, nil
}
