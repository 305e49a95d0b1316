package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/urfave/cli/v2"

	"dossier/queries"
)

func quietApp() *cli.App {
	return newApp(newStreams(strings.NewReader(""), new(bytes.Buffer), new(bytes.Buffer), func(string) string { return "" }))
}

// walk calls visit for every command with the path that leads to it.
func walk(path, commands []*cli.Command, visit func(path []*cli.Command)) {
	for _, c := range commands {
		p := append(path[:len(path):len(path)], c)
		visit(p)
		walk(p, c.Subcommands, visit)
	}
}

const commandsPage = "../../docs/commands.md"

// docs/commands.md is the help of every command; the named queries have a page
// of their own, made from their headers.
func TestCommandsPage(t *testing.T) {
	app := quietApp()
	var b bytes.Buffer
	b.WriteString("# The command line\n\nWritten by `go test ./cmd/dossier -run TestCommandsPage -update` from the help texts; do not edit.\nThe named queries are in [queries.md](queries.md).\n")
	section := func(title string, path []*cli.Command) {
		b.WriteString("\n## " + title + "\n\n```text\n")
		if err := writeHelp(&b, app, path); err != nil {
			t.Fatal(err)
		}
		b.WriteString("```\n")
	}
	section("dossier", nil)
	walk(nil, app.Commands, func(path []*cli.Command) {
		if len(path) == 2 && (path[0].Name == "query" || path[0].Name == "report") {
			return
		}
		names := "dossier"
		for _, c := range path {
			names += " " + c.Name
		}
		section(names, path)
	})
	if *update {
		if err := os.WriteFile(commandsPage, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(commandsPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(got)); diff != "" {
		t.Errorf("%s is stale; run: go test ./cmd/dossier -run TestCommandsPage -update\n(-want +got):\n%s", commandsPage, diff)
	}
}

func TestEveryCommandIsDescribed(t *testing.T) {
	app := quietApp()
	walk(nil, app.Commands, func(path []*cli.Command) {
		c := path[len(path)-1]
		if c.Usage == "" || c.Usage[len(c.Usage)-1] == '.' {
			t.Errorf("%s: usage %q, want a line without a full stop", c.Name, c.Usage)
		}
		if len(path) == 1 && !strings.Contains(c.Description, "\n  dossier "+c.Name) && !strings.HasPrefix(c.Description, "  ") {
			t.Errorf("%s: no example in the help", c.Name)
		}
		var b bytes.Buffer
		if err := writeHelp(&b, app, path); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			if len(strings.TrimSuffix(line, "\n")) > 100 {
				t.Errorf("%s: help line of %d bytes: %s", c.Name, len(line), line)
			}
		}
		if !strings.Contains(b.String(), "Exit status\n  0    done\n") {
			t.Errorf("%s: no exit status in the help", c.Name)
		}
	})
}

// A parameter with the name of one of our own flags could not be given.
func TestParametersDoNotHideFlags(t *testing.T) {
	app := quietApp()
	taken := map[string]bool{"help": true, "h": true}
	for _, f := range append(app.Flags, find(app.Commands, "query").Flags...) {
		for _, name := range f.Names() {
			taken[name] = true
		}
	}
	library, err := queries.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range library.Queries() {
		for _, p := range q.Params {
			if taken[p.Flag()] {
				t.Errorf("%s: parameter %s has the name of a flag of every query", q.File, p.Name)
			}
		}
	}
}

func TestComplete(t *testing.T) {
	app := sample()
	app.Commands = append(app.Commands, &cli.Command{Name: "hidden", Hidden: true})
	app.Commands[1].Flags = append(app.Commands[1].Flags, valueFlag{
		Flag:   &cli.StringFlag{Name: "status", Usage: "how sure"},
		values: func() []string { return []string{"asserted", "alleged", "denied"} },
	})
	for _, tt := range []struct{ words, want string }{
		{"", "load query"},
		{"l", "load"},
		{"hid", ""},
		{"query ", "strikes"},
		{"query s", "strikes"},
		{"load ", ""},
		{"load a", ""},
		{"load --d", "--dry-run"},
		{"load --", "--dry-run --workers --quiet --uri --help"},
		{"query strikes --t", "--target"},
		{"query strikes --status ", "asserted alleged denied"},
		{"query strikes --status a", "asserted alleged"},
		{"query strikes --target ", ""},
		{"query strikes --target Ukraine --f", "--format --format"},
		{"--uri ", ""},
		{"--uri bolt://x q", "query"},
		{"load -- ", ""},
		{"nonsense ", ""},
		{"--nonsense ", "load query"},
	} {
		var b bytes.Buffer
		if err := complete(&b, app, strings.Split(tt.words, " "), func(string, []string) [][2]string { return nil }); err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(b.String()) {
			word, _, _ := strings.Cut(line, "\t")
			got = append(got, word)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("complete(%q) = %q, want %q", tt.words, got, tt.want)
		}
	}
}
