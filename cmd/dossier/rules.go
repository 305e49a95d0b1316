package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/graph"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
	"dossier/loaders/source"
)

func rulesCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "rules",
		Usage: "check, trace and list the rules that articles are read by",
		Description: `Rules are text files: dictionaries of names (*.dict) and constructions (*.rules).
Those built in are read first; --rules adds a folder of your own. An entity that both
know has the names of both; a name of two entities means yours; your frame takes the
place of the built-in one of its name.

  dossier rules list
  dossier rules trace 'Iran denied supplying drones to Russia.'
  dossier rules check --rules my-rules/`,
		Action: func(*cli.Context) error {
			return usagef("rules", "what about them? check, trace or list")
		},
		Subcommands: []*cli.Command{
			{
				Name:  "check",
				Usage: "run the examples that stand beside the rules",
				Description: `Reads every file strictly, and then each example sentence: a "yes" must make its claim
by the rule it stands beside, a "no" must make none by it. Prints those that fail.

  dossier rules check
  dossier rules check --rules my-rules/`,
				Flags: []cli.Flag{rulesFlag()},
				Action: func(c *cli.Context) error {
					if err := noArguments(c); err != nil {
						return err
					}
					return checkRules(s, c.String("rules"))
				},
			},
			{
				Name:      "trace",
				Usage:     "show how a sentence or an article is read",
				ArgsUsage: "SENTENCE|PATH|URL|-",
				Description: `Prints blocks, tokens with their classes, names, times, phrases, clauses and cues, the
rules that fired and those that nearly did. An argument with a space in it that is no
file is the text itself.

  dossier rules trace 'Iran denied supplying drones to Russia.'
  dossier rules trace article.txt
  echo 'Chad signed.' | dossier rules trace -`,
				Flags: []cli.Flag{rulesFlag()},
				Action: func(c *cli.Context) error {
					if c.NArg() != 1 {
						return usagef("rules trace", "got %d arguments, want one: a sentence, a file, an address, or -", c.NArg())
					}
					return traceRules(c.Context, s, c.String("rules"), c.Args().First())
				},
			},
			{
				Name:  "list",
				Usage: "list constructions and cues with the place where they stand",
				Description: `Prints what each makes and the words it begins with.

  dossier rules list
  dossier rules list --rules my-rules/ | grep SUPPLIED`,
				Flags: []cli.Flag{rulesFlag()},
				Action: func(c *cli.Context) error {
					if err := noArguments(c); err != nil {
						return err
					}
					return listRules(s, c.String("rules"))
				},
			},
		},
	}
}

func rulesFlag() cli.Flag {
	return &cli.StringFlag{Name: "rules", Usage: "add the dictionaries and rules in the folder `DIR` to the built-in ones"}
}

// loadRules reads the built-in rules and those in a folder, unless dir is empty.
func loadRules(dir string) (*rules.Set, error) {
	if dir == "" {
		set, err := rules.Default()
		if err != nil {
			return nil, fmt.Errorf("built-in rules: %w", err)
		}
		return set, nil
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("rules: %w", err)
	}
	if !slices.ContainsFunc(files, func(f fs.DirEntry) bool {
		return strings.HasSuffix(f.Name(), ".dict") || strings.HasSuffix(f.Name(), ".rules")
	}) {
		return nil, fmt.Errorf("rules: no file *.dict or *.rules in %s", dir)
	}
	set, err := rules.WithDir(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("rules in %s:\n%w", dir, err)
	}
	return set, nil
}

// checkRules runs the examples.
func checkRules(s *streams, dir string) error {
	set, err := loadRules(dir)
	if err != nil {
		return err
	}
	faults := extract.New(set).Check()
	for _, f := range faults {
		if _, err := fmt.Fprintln(s.out, f); err != nil {
			return err
		}
	}
	if len(faults) > 0 {
		return withHint(fmt.Errorf("%d of %d examples are not read as they say", len(faults), len(set.Examples)), "dossier rules trace 'SENTENCE'")
	}
	_, err = fmt.Fprintf(s.out, "%d examples of %d frames pass\n", len(set.Examples), len(set.Frames))
	return err
}

// traceRules prints how one text is read.
func traceRules(ctx context.Context, s *streams, dir, arg string) error {
	set, err := loadRules(dir)
	if err != nil {
		return err
	}
	x := extract.New(set)
	if _, err := os.Stat(arg); err != nil && strings.ContainsAny(arg, " \n") {
		return x.Trace(s.out, graph.Article{ID: graph.ArticleID("", arg), Language: "en", Text: arg})
	}
	read := false
	for item := range source.Each(ctx, []string{arg}, source.Options{Stdin: s.in}) {
		if item.Err != nil {
			return item.Err
		}
		read = true
		if err := x.Trace(s.out, item.Article); err != nil {
			return err
		}
	}
	if !read {
		return errors.New(arg + ": no article in it")
	}
	return nil
}

// listRules prints frames and cues as a table.
func listRules(s *streams, dir string) error {
	set, err := loadRules(dir)
	if err != nil {
		return err
	}
	rows := [][]string{{"kind", "name", "makes", "words", "place"}}
	place := func(p rules.Position) string { return fmt.Sprintf("%s:%d", p.File, p.Line) }
	for _, f := range set.Frames {
		rows = append(rows, []string{"frame", f.Name, f.Relation, words(f.Verbs, f.Nouns), place(f.Pos)})
	}
	for _, c := range set.Cues {
		rows = append(rows, []string{"cue", c.Name, effect(c), words(c.Verbs, c.Nouns, c.Words), place(c.Pos)})
	}
	var b strings.Builder
	plainTable(&b, rows, cmp.Or(s.width(), 120))
	_, err = io.WriteString(s.out, b.String())
	return err
}

// words shows the first words of a rule and how many more there are.
func words(lists ...[]string) string {
	const shown = 4
	all := slices.Concat(lists...)
	if len(all) <= shown {
		return strings.Join(all, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(all[:shown], ", "), len(all)-shown)
}

// effect says what a cue does to the claims that it governs.
func effect(c rules.Cue) string {
	var out []string
	if c.Drop {
		out = append(out, "no claim")
	}
	if c.Speech {
		out = append(out, "speech")
	}
	if c.Polarity != graph.Affirmed {
		out = append(out, string(c.Polarity))
	}
	if c.Modality != graph.Asserted {
		out = append(out, string(c.Modality))
	}
	if c.Opens {
		out = append(out, "opens")
	}
	return strings.Join(out, ", ")
}
