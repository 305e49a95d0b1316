package main

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
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
			Name:  shell,
			Usage: "print the script for " + shell,
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

// complete writes what may stand for the last of words, one candidate a line
// with a tab and its description. It writes nothing where a file name belongs.
func complete(w io.Writer, app *cli.App, words []string) error {
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
			return suggest(w, current, values(f))
		}
		var err error
		if words, err = p.flag(word, words); err != nil {
			words = nil
		}
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
	return suggest(w, current, candidates)
}

// values returns what a flag may be set to, where that is a closed list.
func values(f cli.Flag) [][2]string {
	v, ok := f.(valueFlag)
	if !ok {
		return nil
	}
	var out [][2]string
	for _, value := range v.values() {
		out = append(out, [2]string{value, ""})
	}
	return out
}

func suggest(w io.Writer, prefix string, candidates [][2]string) error {
	for _, c := range candidates {
		if strings.HasPrefix(c[0], prefix) {
			if _, err := fmt.Fprintf(w, "%s\t%s\n", c[0], c[1]); err != nil {
				return err
			}
		}
	}
	return nil
}
