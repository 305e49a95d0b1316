package main

import (
	"log/slog"

	"github.com/urfave/cli/v2"

	"dossier/queries"
)

// newApp builds the command line anew for every run, so that two runs in one
// process share nothing.
//
// Parsing is in two steps: [parse] puts the words into the order that the
// library understands and refuses what nobody knows, and the library converts
// the values. Help is written by [writeHelp] for both.
func newApp(s *streams) *cli.App {
	app := &cli.App{
		Name:  "dossier",
		Usage: "news articles in, a graph of who did what to whom out",
		Description: `Reads news articles, finds who did what to whom according to whom, writes it to
Neo4j with the sentence behind every claim, and answers questions from there.

  dossier load articles/           read a folder into the graph
  dossier query                    list the questions it can answer
  dossier query strikes --target Ukraine

With no database configured, a local Neo4j is installed and started by itself. To
use another one, set NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE,
or --uri and friends; the password is taken from the environment only.`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "uri", Usage: "Neo4j to use, as `URI` (default: $NEO4J_URI, or the managed local server)"},
			&cli.StringFlag{Name: "username", Usage: "log in as `NAME` (default: $NEO4J_USERNAME, or neo4j)"},
			&cli.StringFlag{Name: "database", Usage: "use database `NAME` (default: $NEO4J_DATABASE, or the server's own default)"},
			&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "no progress and no notes on stderr, errors only"},
			&cli.BoolFlag{Name: "verbose", Aliases: []string{"v"}, Usage: "say on stderr what is being done"},
			&cli.BoolFlag{Name: "no-color", Usage: "no colours (also: NO_COLOR set to anything)"},
			&cli.BoolFlag{Name: "no-pager", Usage: "no pager for long answers (default: $DOSSIER_PAGER, $PAGER, or less, on a terminal)"},
			&cli.BoolFlag{Name: "version", Usage: "print the version"},
		},
		Commands: []*cli.Command{
			loadCommand(s),
			extractCommand(s),
			evalCommand(s),
			searchCommand(s),
			showCommand(s),
			pathCommand(s),
			queryCommand(s),
			cypherCommand(s),
			shellCommand(s),
			diffCommand(s),
			removeCommand(s),
			judgeCommand(s),
			reviewCommand(s),
			rebuildCommand(s),
			reportCommand(s),
			exportCommand(s),
			importCommand(s),
			browseCommand(s),
			dbCommand(s),
			schemaCommand(s),
			rulesCommand(s),
			completionCommand(s),
			versionCommand(s),
		},
		Before: func(c *cli.Context) error {
			s.quiet = c.Bool("quiet")
			s.noPager = c.Bool("no-pager")
			s.color = s.color && !c.Bool("no-color")
			if c.Bool("verbose") {
				s.log = slog.New(slog.NewTextHandler(s.err, &slog.HandlerOptions{Level: slog.LevelDebug}))
			}
			return nil
		},
		Action: func(c *cli.Context) error {
			if c.Bool("version") {
				return version(s)
			}
			return usagef("", "no command given")
		},
		Reader:                    s.in,
		Writer:                    s.out,
		ErrWriter:                 s.err,
		ExitErrHandler:            func(*cli.Context, error) {}, // never os.Exit from inside
		OnUsageError:              asUsageError,
		HideHelp:                  true,
		HideVersion:               true,
		DisableSliceFlagSeparator: true, // a comma in a value is a comma
	}
	app.Metadata = map[string]any{libraryKey: s.library}
	prepare(app.Commands)
	return app
}

const libraryKey = "queries"

// libraryOf returns the library that the command query was made of.
func libraryOf(app *cli.App) *queries.Library { return app.Metadata[libraryKey].(*queries.Library) }

// prepare gives every command what they all have in common.
func prepare(commands []*cli.Command) {
	for _, c := range commands {
		c.HideHelp = true
		c.OnUsageError = asUsageError
		prepare(c.Subcommands)
	}
}

// asUsageError is called by the library for a value it cannot convert.
func asUsageError(c *cli.Context, err error, _ bool) error {
	return usagef(commandName(c), "%s", err)
}

// commandName returns the name of the command as typed, without "dossier".
func commandName(c *cli.Context) string {
	name := ""
	for _, l := range c.Lineage() {
		if l.Command != nil && l.Command.Name != "" && l.Command.Name != "dossier" {
			name = l.Command.Name + " " + name
		}
	}
	if name == "" {
		return ""
	}
	return name[:len(name)-1]
}

func noArguments(c *cli.Context) error {
	if c.Args().Present() {
		return usagef(commandName(c), "%q is one argument too many", c.Args().First())
	}
	return nil
}
