package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph/judgement"
	"dossier/graph/store"
	"dossier/queries"
)

// judgementsFlag names the file of judgements, for the commands that replay them.
func judgementsFlag() cli.Flag {
	return &cli.StringFlag{Name: "judgements", Usage: "keep judgements in `FILE` (default: $DOSSIER_JUDGEMENTS, or judgements.txt in dossier's data folder)"}
}

func judgementsFile(c *cli.Context, s *streams) string {
	data := cmp.Or(s.getenv("XDG_DATA_HOME"), filepath.Join(s.getenv("HOME"), ".local", "share"))
	return cmp.Or(c.String("judgements"), s.getenv("DOSSIER_JUDGEMENTS"), filepath.Join(data, "dossier", "judgements.txt"))
}

func judgeCommand(s *streams) *cli.Command {
	command := &cli.Command{
		Name:  "judge",
		Usage: "decide about a claim, or whether two things are one",
		Description: `Writes a line to the file of judgements, a text made to live in git, and shows its
effect in the graph. The record stays as it is: an accepted claim has the status
accepted, a rejected one has no part in answers, and undo restores what was there.
Loads and rebuilds replay the file.

  dossier judge reject c5ea654e91b19b556 --why "misread"
  dossier judge same strike:ru/kharkiv/2024-01-02 strike:ru/kharkiv/2024-01-03
  dossier judge undo c5ea654e91b19b556`,
		Action: func(*cli.Context) error {
			return usagef("judge", "what? accept, reject, same, not-same, undo or list")
		},
	}
	for _, v := range []struct {
		verb        judgement.Verb
		usage, args string
	}{
		{judgement.Accept, "a claim is so", "CLAIM"},
		{judgement.Reject, "a claim is not so, or is misread", "CLAIM"},
		{judgement.Same, "two things are one", "A B"},
		{judgement.NotSame, "two things are not one", "A B"},
	} {
		command.Subcommands = append(command.Subcommands, &cli.Command{
			Name: string(v.verb), Usage: v.usage, ArgsUsage: v.args,
			Flags: []cli.Flag{judgementsFlag(), &cli.StringFlag{Name: "why", Usage: "give `REASON`"}},
			Action: func(c *cli.Context) error {
				j := judgement.Judgement{Verb: v.verb, Why: c.String("why")}
				if n := strings.Count(v.args, " ") + 1; c.Args().Len() != n {
					return usagef(commandName(c), "want %s", v.args)
				}
				j.A, j.B = c.Args().Get(0), c.Args().Get(1)
				if j.Verb == judgement.Reject && j.Why == "" {
					return usagef(commandName(c), "why? say it with --why")
				}
				return runJudge(c.Context, s, configuredDatabase(c, s), judgementsFile(c, s), j)
			},
		})
	}
	command.Subcommands = append(command.Subcommands, &cli.Command{
		Name: "undo", Usage: "take a judgement back", ArgsUsage: "CLAIM | A B",
		Flags: []cli.Flag{judgementsFlag()},
		Action: func(c *cli.Context) error {
			if n := c.Args().Len(); n < 1 || n > 2 {
				return usagef(commandName(c), "want the id of a claim, or two ids")
			}
			return runUndo(c.Context, s, configuredDatabase(c, s), judgementsFile(c, s), c.Args().Slice())
		},
	}, &cli.Command{
		Name: "list", Usage: "print the judgements on file",
		Flags: []cli.Flag{judgementsFlag()},
		Action: func(c *cli.Context) error {
			list, _, err := judgement.Load(judgementsFile(c, s))
			for _, j := range judgement.Effective(list) {
				if err == nil {
					_, err = fmt.Fprintln(s.out, j)
				}
			}
			return err
		},
	})
	return command
}

func runJudge(ctx context.Context, s *streams, config store.Config, file string, j judgement.Judgement) error {
	db, err := openGraph(ctx, s, config)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	if j.Pair() {
		for _, id := range []*string{&j.A, &j.B} {
			if exact, err := queries.IsEntity(ctx, db, *id); err != nil {
				return err
			} else if exact {
				continue
			}
			found, _, err := queries.FindEntities(ctx, db, *id)
			if err != nil {
				return err
			}
			if len(found) != 1 {
				return fmt.Errorf("%q names %d things: %s", *id, len(found), strings.Join(found, ", "))
			}
			*id = found[0]
		}
		if j.A == j.B {
			return fmt.Errorf("%s is one thing already", j.A)
		}
	} else if j.Note, err = queries.ClaimInWords(ctx, db, j.A); err != nil {
		return err
	}
	return decide(ctx, db, file, j)
}

// decide writes a judgement to the file and shows it in the graph.
func decide(ctx context.Context, db *store.Store, file string, j judgement.Judgement) error {
	j.On = time.Now().Format(time.DateOnly)
	if err := judgement.Append(file, j); err != nil {
		return err
	}
	list, _, err := judgement.Load(file)
	if err == nil {
		_, err = db.ApplyJudgements(ctx, list)
	}
	return err
}

func runUndo(ctx context.Context, s *streams, config store.Config, file string, ids []string) error {
	j, err := judgement.Undo(file, ids...)
	if err != nil {
		return err
	}
	if j == nil {
		return withHint(fmt.Errorf("%s has no judgement on %s", file, strings.Join(ids, " and ")), "dossier judge list")
	}
	db, err := openGraph(ctx, s, config)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	s.note("taken back: %s", j)
	list, _, err := judgement.Load(file)
	if err == nil {
		_, err = db.ApplyJudgements(ctx, list)
	}
	return err
}

// openJudged opens the graph to write to it, and replays the judgements on file.
// Where there is no file, the graph keeps what it shows.
func openJudged(ctx context.Context, s *streams, config store.Config, file string) (*store.Store, error) {
	list, ok, err := judgement.Load(file)
	if err != nil {
		return nil, err
	}
	db, err := openGraph(ctx, s, config)
	if err != nil || !ok {
		return db, err
	}
	unknown, err := db.ApplyJudgements(ctx, list)
	if err != nil {
		closeStore(ctx, db)
		return nil, err
	}
	if len(unknown) > 0 {
		s.log.Debug("judgements that wait for what they are about", "ids", unknown)
	}
	return db, nil
}

func rebuildCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "rebuild",
		Usage: "derive all again that follows from the record",
		Description: `Clears the fields of claims, the fact layer, contradictions and what is taken for one
thing, and derives them again from the evidence and the judgements on file. The graph is
the same afterwards, which dossier db fingerprint proves, unless something had changed
it behind dossier's back.

  dossier rebuild`,
		Flags: []cli.Flag{judgementsFlag()},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			started := time.Now()
			db, err := openJudged(c.Context, s, configuredDatabase(c, s), judgementsFile(c, s))
			if err != nil {
				return err
			}
			defer closeStore(c.Context, db)
			if err := db.Rebuild(c.Context); err != nil {
				return err
			}
			counts, err := db.Counts(c.Context)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "claims     %d derived again\nseconds    %.1f\n", counts.Nodes["Claim"], time.Since(started).Seconds())
			return err
		},
	}
}
