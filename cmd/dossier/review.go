package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/judgement"
	"dossier/graph/store"
	"dossier/queries"
)

func reviewCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "review",
		Usage: "decide about what is uncertain, one thing at a time",
		Description: `Shows what may be one thing and which claims are uncertain, one at a time with the
sentences behind it, and reads a letter and Enter for each: y yes, n no, s skip, u undo
the last answer, q quit. Answers are judgements, written to the file at once; see
dossier judge. It reads standard input line by line, so that answers can be piped.

  dossier review --limit 10`,
		Flags: []cli.Flag{judgementsFlag(), &cli.IntFlag{Name: "limit", Usage: "at most `N` questions", Value: 50}},
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return runReview(c.Context, s, configuredDatabase(c, s), judgementsFile(c, s), c.Int("limit"))
		},
	}
}

func runReview(ctx context.Context, s *streams, config store.Config, file string, limit int) error {
	db, err := openJudged(ctx, s, config, file)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	list, _, err := judgement.Load(file)
	if err != nil {
		return err
	}
	judged := map[string]bool{}
	for _, j := range list {
		judged[j.A+" "+j.B] = true
		judged[j.B+" "+j.A] = true
	}
	open, err := queries.Uncertain(ctx, db, func(a, b string) bool { return judged[a+" "+b] }, limit)
	if err != nil {
		return err
	}
	in := bufio.NewScanner(s.in)
	var done []judgement.Judgement
	defer func() { s.note("%s in %s", counted(len(done), "new judgement"), file) }()
	for i := 0; i < len(open) || len(done) > 0; {
		var u queries.Uncertainty
		if i < len(open) {
			u = open[i]
			fmt.Fprintf(s.out, "\n%d of %d: %s\n", i+1, len(open), u.Question)
			for _, line := range u.Sentences {
				fmt.Fprintf(s.out, "  %s\n", line)
			}
			fmt.Fprint(s.out, "[y]es [n]o [s]kip [u]ndo [q]uit? ")
		} else {
			fmt.Fprint(s.out, "\nThat is all. [u]ndo [q]uit? ")
		}
		if ctx.Err() != nil || !in.Scan() {
			fmt.Fprintln(s.out)
			return ctx.Err()
		}
		j := judgement.Judgement{A: u.A, B: u.B, Note: u.Question}
		switch answer := strings.ToLower(strings.TrimSpace(in.Text())); {
		case i == len(open) && answer != "u":
			return nil
		case answer == "y" && u.B != "":
			j.Verb = judgement.Same
		case answer == "n" && u.B != "":
			j.Verb = judgement.NotSame
		case answer == "y":
			j.Verb = judgement.Accept
		case answer == "n":
			j.Verb, j.Why = judgement.Reject, "reviewed"
		case answer == "s":
			i++
			continue
		case answer == "u":
			if len(done) == 0 {
				s.note("nothing to undo")
				continue
			}
			last := done[len(done)-1]
			done = done[:len(done)-1]
			if err := runUndo(ctx, s, config, file, last.IDs()); err != nil {
				return err
			}
			for i > 0 {
				if i--; open[i].A == last.A && open[i].B == last.B {
					break
				}
			}
			continue
		case answer == "q":
			return nil
		default:
			s.note("%q is none of y, n, s, u, q", answer)
			continue
		}
		if err := decide(ctx, db, file, j); err != nil {
			return err
		}
		done = append(done, j)
		i++
	}
	return nil
}
