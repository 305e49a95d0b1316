package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph/local"
)

func dbCommand(s *streams) *cli.Command {
	action := func(run func(context.Context, *streams, *cli.Context) error) cli.ActionFunc {
		return func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return run(c.Context, s, c)
		}
	}
	return &cli.Command{
		Name:  "db",
		Usage: "manage the local Neo4j, and prove what is in the graph",
		Description: `The managed local Neo4j is the real Neo4j Community server, installed into the cache
folder and started when it is first needed. It goes on running between commands. start,
stop, reset and logs are about it alone; status and fingerprint are about the database
that is configured.

  dossier db status
  dossier db logs | tail -50
  dossier db stop`,
		Action: func(*cli.Context) error {
			return usagef("db", "what about it? start, stop, status, reset, logs or fingerprint")
		},
		Subcommands: []*cli.Command{
			{Name: "start", Usage: "start the local server, or say that it runs", Description: "  dossier db start", Flags: []cli.Flag{formatFlag()}, Action: action(dbStart)},
			{Name: "stop", Usage: "stop the local server; the data stays", Action: action(dbStop)},
			{Name: "status", Usage: "say whether the database runs, and where; fails if it does not", Description: "  dossier db status\n  dossier db status --format json", Flags: []cli.Flag{formatFlag()}, Action: action(dbStatus)},
			{
				Name:   "reset",
				Usage:  "stop the local server and delete its data",
				Action: action(dbReset),
				Flags:  []cli.Flag{&cli.BoolFlag{Name: "yes", Aliases: []string{"y"}, Usage: "do not ask"}},
			},
			{Name: "logs", Usage: "print the log of the local server", Action: action(dbLogs)},
			{
				Name:        "fingerprint",
				Usage:       "print a hash of all that is in the graph, times excluded",
				Description: "Two graphs with the same fingerprint hold the same: load the same articles in another\norder, or on another machine, and compare.",
				Action:      action(dbFingerprint),
			},
		},
	}
}

func dbStart(ctx context.Context, s *streams, c *cli.Context) error {
	asJSON, err := wantsJSON(c)
	if err != nil {
		return err
	}
	server, err := local.Ensure(ctx, localOptions(s))
	if err != nil {
		return err
	}
	return printServer(s.out, server, asJSON)
}

func dbStop(ctx context.Context, s *streams, _ *cli.Context) error {
	err := local.Stop(ctx, local.Options{Progress: s.note})
	if errors.Is(err, local.ErrNotRunning) {
		s.note("the local Neo4j was not running")
		return nil
	}
	return err
}

func dbStatus(ctx context.Context, s *streams, c *cli.Context) error {
	asJSON, err := wantsJSON(c)
	if err != nil {
		return err
	}
	config := configuredDatabase(c, s)
	if config.URI != "" {
		db, err := openStore(ctx, s, config)
		if err != nil {
			return err
		}
		defer closeStore(ctx, db)
		if asJSON {
			return json.NewEncoder(s.out).Encode(map[string]any{"managed": false, "server": db.Server(), "uri": db.Address()})
		}
		_, err = fmt.Fprintf(s.out, "running    %s, not managed here\nuri        %s\n", db.Server(), db.Address())
		return err
	}
	server, err := local.Status(ctx, local.Options{})
	if err != nil {
		return err
	}
	return printServer(s.out, server, asJSON)
}

func dbReset(ctx context.Context, s *streams, c *cli.Context) error {
	if !c.Bool("yes") {
		if err := confirm(s, "Delete everything in the local graph?"); err != nil {
			return err
		}
	}
	if err := local.Reset(ctx, local.Options{Progress: s.note}); err != nil {
		return err
	}
	s.note("the local graph is deleted")
	return nil
}

// confirm asks on the terminal and fails for any answer but yes.
func confirm(s *streams, question string) error {
	if !s.errTerminal || !isTerminal(s.in) {
		return &usageError{command: "db reset", message: "it deletes the local graph, and there is no terminal to ask on", hint: "dossier db reset --yes"}
	}
	fmt.Fprintf(s.err, "%s [y/N] ", question)
	answer, _ := bufio.NewReader(s.in).ReadString('\n') // no answer is a no
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("nothing deleted")
}

func dbLogs(_ context.Context, s *streams, _ *cli.Context) error {
	path := local.LogPath(local.Options{})
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return withHint(fmt.Errorf("there is no log at %s: the local Neo4j has never run", path), "dossier db start")
	}
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(s.out, f)
	return err
}

func dbFingerprint(ctx context.Context, s *streams, c *cli.Context) error {
	db, err := openStore(ctx, s, configuredDatabase(c, s))
	if err != nil {
		return err
	}
	defer closeStore(ctx, db)
	sum, err := db.Fingerprint(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(s.out, sum)
	return err
}

// formatFlag is the flag of a command whose answer is no table.
func formatFlag() cli.Flag {
	return valueFlag{
		Flag:   &cli.StringFlag{Name: "format", Value: "text", Usage: "write `FORMAT`: text or json"},
		values: func() []string { return []string{"text", "json"} },
	}
}

func wantsJSON(c *cli.Context) (bool, error) {
	switch format := c.String("format"); format {
	case "text":
		return false, nil
	case "json":
		return true, nil
	default:
		return false, usagef(commandName(c), "there is no format %q, only text, json", format)
	}
}

func printServer(w io.Writer, server *local.Server, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		return enc.Encode(map[string]any{
			"managed": true, "server": "Neo4j/" + server.Version, "uri": server.URI, "browser": server.HTTP, "runtime": server.Runtime,
			"pid": server.PID, "started": server.Started.Format(time.RFC3339), "data": server.DataDir, "log": server.Log,
		})
	}
	process := fmt.Sprintf("pid %d", server.PID)
	if server.Runtime == "docker" {
		process = "container"
	}
	_, err := fmt.Fprintf(w, `running    Neo4j %s (%s) since %s
uri        %s
browser    %s
data       %s
log        %s
`, server.Version, process, server.Started.Format(time.DateTime), server.URI, server.HTTP, server.DataDir, server.Log)
	return err
}
