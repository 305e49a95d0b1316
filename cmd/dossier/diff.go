package main

import (
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"dossier/graph/store"
	"dossier/queries"
)

type diffOptions struct {
	article  string
	from, to int64 // versions; 0 for the default
	all      bool
	database store.Config
	answerOptions
}

func diffCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:      "diff",
		Usage:     "show what changed between two versions of an article",
		ArgsUsage: "ARTICLE",
		Description: `Shows which claims and sentences are gone and which were added from one version of
an article to the next: from the last but one to the newest, or as --from and --to
say. An article is given by its address, its title, the name of its file, or the id of
a version, which is compared with the one before it.

  dossier diff https://example.org/2024/01/09/story
  dossier diff https://example.org/2024/01/09/story --from 1 --to 3 --all`,
		Flags: append([]cli.Flag{
			&cli.Int64Flag{Name: "from", Usage: "the older version, as `N`"},
			&cli.Int64Flag{Name: "to", Usage: "the newer version, as `N`"},
			&cli.BoolFlag{Name: "all", Usage: "also what both versions have"},
		}, answerFlags()...),
		Action: func(c *cli.Context) error {
			if c.Args().Len() != 1 {
				return usagef("diff", "want one article, got %d", c.Args().Len())
			}
			o := diffOptions{article: c.Args().First(), from: c.Int64("from"), to: c.Int64("to"), all: c.Bool("all"), database: configuredDatabase(c, s)}
			var err error
			if o.answerOptions, err = parseAnswer(c, s); err != nil {
				return err
			}
			return runDiff(c.Context, s, o)
		},
	}
}

func runDiff(ctx context.Context, s *streams, o diffOptions) error {
	db, err := openStore(ctx, s, o.database)
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	found, err := queries.FindArticle(ctx, db, o.article)
	if err != nil {
		return err
	}
	versions, err := queries.Versions(ctx, db, found[0])
	if err != nil {
		return err
	}
	from, to, err := o.pick(found[len(found)-1], versions)
	if err != nil {
		return err
	}
	result, err := queries.Diff(ctx, db, from, to, o.all)
	if err != nil {
		return err
	}
	s.note("version %d, %s", from.Version, from)
	s.note("version %d, %s", to.Version, to)
	return o.write(s, result)
}

// pick returns the two versions to compare. named is the one that the user
// named, the newest for one who named no version.
func (o diffOptions) pick(named queries.Article, versions []queries.Article) (from, to queries.Article, err error) {
	n := int64(len(versions))
	if n < 2 {
		return from, to, withHint(fmt.Errorf("the graph holds one version of %s", named), "dossier load, after the article has changed")
	}
	newer := o.to
	if newer == 0 {
		newer = max(named.Version, o.from+1, 2)
	}
	older := o.from
	if older == 0 {
		older = newer - 1
	}
	if older < 1 || newer > n || older == newer {
		return from, to, usagef("diff", "there are versions 1 to %d, no two of them are %d and %d", n, older, newer)
	}
	return versions[older-1], versions[newer-1], nil
}
