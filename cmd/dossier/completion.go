package main

import (
	"context"
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/urfave/cli/v2"

	"dossier/graph/local"
	"dossier/graph/store"
	"dossier/queries"
)

//go:embed completion
var completionScripts embed.FS

// completeWord is the hidden first word with which the completion scripts ask
// for candidates; the words of the command line follow, the one to complete
// last.
const completeWord = "__complete"

func completionCommand(s *streams) *cli.Command {
	command := &cli.Command{
		Name:      "completion",
		Usage:     "print a completion script for bash, zsh or fish",
		ArgsUsage: "bash|zsh|fish",
		Description: `  bash   dossier completion bash > ~/.local/share/bash-completion/completions/dossier
  zsh    dossier completion zsh > "${fpath[1]}/_dossier"
  fish   dossier completion fish > ~/.config/fish/completions/dossier.fish`,
		Action: func(c *cli.Context) error {
			return usagef("completion", "for which shell? bash, zsh or fish")
		},
	}
	for _, shell := range []string{"bash", "zsh", "fish"} {
		command.Subcommands = append(command.Subcommands, &cli.Command{
			Name:        shell,
			Usage:       "print the script for " + shell,
			Description: "  dossier completion " + shell,
			Action: func(c *cli.Context) error {
				if err := noArguments(c); err != nil {
					return err
				}
				script, err := completionScripts.ReadFile("completion/dossier." + shell)
				if err != nil {
					return err
				}
				_, err = s.out.Write(script)
				return err
			},
		})
	}
	return command
}

// A nameFinder returns the names of entities with one of the labels, nil for
// any, that begin with prefix, and what each is.
type nameFinder func(prefix string, labels []string) [][2]string

// complete writes what may stand for the last of words, one candidate a line
// with a tab and its description. It writes nothing where a file name belongs.
func complete(w io.Writer, app *cli.App, words []string, names nameFinder) error {
	for _, c := range candidates(app, words, names) {
		if _, err := fmt.Fprintf(w, "%s\t%s\n", c[0], c[1]); err != nil {
			return err
		}
	}
	return nil
}

// candidates returns what may stand for the last of words, with descriptions.
func candidates(app *cli.App, words []string, names nameFinder) [][2]string {
	current := ""
	if n := len(words); n > 0 {
		current = words[n-1]
		words = words[:n-1]
	}
	p := parser{levels: []level{{commands: app.Commands, flags: app.Flags}}}
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		if word == "--" {
			return nil
		}
		if word == "-" || !strings.HasPrefix(word, "-") {
			if p.word(word) != nil {
				return nil
			}
			continue
		}
		if _, f := p.owner(strings.TrimLeft(word, "-")); f != nil && takesValue(f) && len(words) == 0 {
			return values(f, current, names)
		}
		var err error
		if words, err = p.flag(word, words); err != nil {
			words = nil
		}
	}
	if len(p.levels) == 2 && slices.Contains(takeNames, p.name()) && !strings.HasPrefix(current, "-") {
		return names(current, nil)
	}
	var candidates [][2]string
	if strings.HasPrefix(current, "-") {
		for _, l := range slices.Backward(p.levels) {
			for _, f := range l.flags {
				if d, ok := documented(f); ok {
					_, usage := describeFlag(d)
					candidates = append(candidates, [2]string{"--" + f.Names()[0], usage})
				}
			}
		}
		candidates = append(candidates, [2]string{"--help", "what it does and how"})
	} else if len(p.arguments) == 0 {
		for _, c := range p.levels[len(p.levels)-1].commands {
			if !c.Hidden {
				candidates = append(candidates, [2]string{c.Name, c.Usage})
			}
		}
	}
	return beginning(current, candidates)
}

// takeNames are the commands whose arguments are names of entities.
var takeNames = []string{"show", "path", "search"}

// values returns what a flag may be set to, where that is a closed list or an
// entity. Of a list the last value is completed.
func values(f cli.Flag, current string, names nameFinder) [][2]string {
	v, ok := f.(valueFlag)
	if !ok {
		return nil
	}
	if v.entities != nil {
		return names(current, v.entities())
	}
	before := current[:strings.LastIndexByte(current, ',')+1]
	var out [][2]string
	for _, value := range v.values() {
		out = append(out, [2]string{before + value, ""})
	}
	return beginning(current, out)
}

func beginning(prefix string, candidates [][2]string) [][2]string {
	return slices.DeleteFunc(candidates, func(c [2]string) bool { return !strings.HasPrefix(c[0], prefix) })
}

// patience is how long a shell waits for names from the graph.
const patience = 2 * time.Second

// entityNames finds names in the configured graph, as far as it answers at once:
// completion starts no server.
func (s *streams) entityNames(ctx context.Context) nameFinder {
	return func(prefix string, labels []string) [][2]string {
		ctx, cancel := context.WithTimeout(ctx, patience)
		defer cancel()
		config := store.Config{
			URI: s.getenv("NEO4J_URI"), Username: s.getenv("NEO4J_USERNAME"),
			Password: s.getenv("NEO4J_PASSWORD"), Database: s.getenv("NEO4J_DATABASE"),
		}
		if config.URI == "" {
			server, err := local.Status(ctx, local.Options{})
			if err != nil {
				return nil
			}
			config = store.Config{URI: server.URI, Username: server.Username, Password: server.Password}
		}
		db, err := store.Open(ctx, config)
		if err != nil {
			return nil
		}
		defer closeStore(ctx, db)
		found, err := queries.Names(ctx, db, prefix, labels)
		if err != nil {
			s.log.Debug("names for completion", "error", err)
		}
		return found
	}
}
