package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
)

type removeOptions struct {
	articles []string
	outlet   string
	database store.Config
	dryRun   bool

	judgements string // file
	json       bool
}

func removeCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "remove",
		Usage:     "take articles out of the graph",
		ArgsUsage: "ARTICLE ... | --outlet NAME",
		Description: `Takes articles away, with the claims and entities that nothing else supports; what
other articles say as well stays and is counted anew. An article is given by its
address, its title, or the name of its file, which mean all of its versions, or by its
id, which means one.

  dossier remove https://example.org/2024/01/09/story --dry-run
  dossier remove --outlet "The Example"`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "outlet", Usage: "all articles of the outlet called `NAME`"},
			&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}, Usage: "count what would go, and change nothing"},
			&cli.BoolFlag{Name: "json", Usage: "print the counts as one JSON object"},
			judgementsFlag(),
		},
		Action: func(c *cli.Context) error {
			o := removeOptions{
				articles: c.Args().Slice(), outlet: c.String("outlet"), database: configuredDatabase(c, s),
				dryRun: c.Bool("dry-run"), json: c.Bool("json"), judgements: judgementsFile(c, s),
			}
			switch {
			case len(o.articles) == 0 && o.outlet == "":
				return usagef("remove", "which articles? name some, or an outlet with --outlet")
			case len(o.articles) > 0 && o.outlet != "":
				return usagef("remove", "articles or --outlet, not both")
			}
			return runRemove(c.Context, s, o)
		},
	}
}

func runRemove(ctx context.Context, s *streams, o removeOptions) error {
	db, err := openJudged(ctx, s, o.database, o.judgements)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	ids, err := o.find(ctx, db)
	if err != nil {
		return err
	}
	var r store.Removal
	if o.dryRun {
		r, err = db.WouldRemove(ctx, ids)
	} else {
		r, err = db.Remove(ctx, ids)
	}
	if err != nil {
		if r.Articles > 0 {
			s.note("%s of %d removed", counted(r.Articles, "article"), len(ids))
		}
		return err
	}
	return printRemoval(s, o, r)
}

// find returns the ids of the articles that are meant.
func (o removeOptions) find(ctx context.Context, db *store.Store) ([]string, error) {
	var found []queries.Article
	var err error
	if o.outlet != "" {
		found, err = queries.ArticlesBy(ctx, db, o.outlet)
	}
	for _, text := range o.articles {
		var versions []queries.Article
		if versions, err = queries.FindArticle(ctx, db, text); err != nil {
			break
		}
		found = append(found, versions...)
	}
	var ids []string
	for _, a := range found {
		ids = append(ids, a.ID)
	}
	return ids, err
}

func printRemoval(s *streams, o removeOptions, r store.Removal) error {
	if o.json {
		return printJSON(s, struct {
			DryRun    bool `json:"dry_run"`
			Articles  int  `json:"articles"`
			Sentences int  `json:"sentences"`
			Claims    int  `json:"claims"`
			Weakened  int  `json:"weakened"`
			Entities  int  `json:"entities"`
		}{o.dryRun, r.Articles, r.Sentences, r.Claims, r.Weakened, r.Entities})
	}
	verb, end := "removed", ""
	if o.dryRun {
		verb, end = "would go", "; dry run, nothing is removed"
	}
	var b strings.Builder
	fmt.Fprintf(&b, "articles   %d %s%s\n", r.Articles, verb, end)
	fmt.Fprintf(&b, "sentences  %d\n", r.Sentences)
	fmt.Fprintf(&b, "claims     %d that nothing else supports, %d others lose support\n", r.Claims, r.Weakened)
	fmt.Fprintf(&b, "entities   %d\n", r.Entities)
	_, err := fmt.Fprint(s.out, b.String())
	return err
}
