package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/urfave/cli/v2"
)

// sample is a command line with all that parse knows.
func sample() *cli.App {
	return &cli.App{
		Name:  "dossier",
		Flags: []cli.Flag{&cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}}, &cli.StringFlag{Name: "uri"}},
		Commands: []*cli.Command{
			{
				Name: "load",
				Flags: []cli.Flag{
					&cli.BoolFlag{Name: "dry-run", Aliases: []string{"n"}},
					&cli.IntFlag{Name: "workers", Aliases: []string{"j"}},
				},
			},
			{
				Name:  "query",
				Flags: []cli.Flag{&cli.StringFlag{Name: "format"}},
				Subcommands: []*cli.Command{
					{Name: "strikes", Flags: []cli.Flag{&cli.StringFlag{Name: "target"}, &cli.StringFlag{Name: "format"}}},
				},
			},
		},
	}
}

func TestParse(t *testing.T) {
	for _, tt := range []struct {
		line string
		want string // words joined by |
		help bool
	}{
		{line: "", want: "dossier"},
		{line: "load a.html", want: "dossier|load|--|a.html"},
		{line: "load a.html --dry-run", want: "dossier|load|--dry-run|--|a.html"},
		{line: "load a.html -n b.html -q", want: "dossier|--quiet|load|--dry-run|--|a.html|b.html"},
		{line: "--uri bolt://x load a.html", want: "dossier|--uri=bolt://x|load|--|a.html"},
		{line: "load --uri bolt://x a.html", want: "dossier|--uri=bolt://x|load|--|a.html"},
		{line: "load --uri= a.html", want: "dossier|--uri=|load|--|a.html"},
		{line: "load --uri -q a.html", want: "dossier|--uri=-q|load|--|a.html"},
		{line: "load -j 4 a.html", want: "dossier|load|--workers=4|--|a.html"},
		{line: "load -j4 a.html", want: "dossier|load|--workers=4|--|a.html"},
		{line: "load -j=4 a.html", want: "dossier|load|--workers=4|--|a.html"},
		{line: "load -workers 4 a.html", want: "dossier|load|--workers=4|--|a.html"},
		{line: "load --dry-run=false a", want: "dossier|load|--dry-run=false|--|a"},
		{line: "load -", want: "dossier|load|--|-"},
		{line: "load - --dry-run", want: "dossier|load|--dry-run|--|-"},
		{line: "load -- --dry-run", want: "dossier|load|--|--dry-run"},
		{line: "load -- -- a", want: "dossier|load|--|--|a"},
		{line: "load load", want: "dossier|load|--|load"},
		{line: "query strikes --target Ukraine --format json", want: "dossier|query|strikes|--target=Ukraine|--format=json"},
		{line: "query --format json strikes --target Ukraine", want: "dossier|query|--format=json|strikes|--target=Ukraine"},
		{line: "query strikes --help", want: "dossier|query|strikes", help: true},
		{line: "query -h strikes", want: "dossier|query|strikes", help: true},
		{line: "help query strikes", want: "dossier|query|strikes", help: true},
		{line: "help", want: "dossier", help: true},
		{line: "load help", want: "dossier|load|--|help"},
	} {
		got, err := parse(sample(), append([]string{"dossier"}, strings.Fields(tt.line)...))
		if err != nil {
			t.Errorf("%q: %v", tt.line, err)
			continue
		}
		if diff := cmp.Diff(tt.want, strings.Join(got.args, "|")); diff != "" || got.help != tt.help {
			t.Errorf("%q: help %v (-want +got):\n%s", tt.line, got.help, diff)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"lod", "there is no command lod"},
		{"load --dryrun", "load: there is no flag --dryrun (did you mean --dry-run?)"},
		{"load -x", "load: there is no flag -x"},
		{"load -n4", "load: there is no flag -n4"},
		{"load --uri", "load: flag --uri needs a value"},
		{"--dry-run load a", "there is no flag --dry-run"},
		{"query --target Ukraine strikes", "query: there is no flag --target"},
		{"query strike", "query: there is no query named strike"},
	} {
		_, err := parse(sample(), append([]string{"dossier"}, strings.Fields(tt.line)...))
		if err == nil || err.Error() != tt.want {
			t.Errorf("%q: got %v, want %s", tt.line, err, tt.want)
		}
	}
}

func TestParseNothing(t *testing.T) {
	if _, err := parse(sample(), nil); err != nil {
		t.Error(err)
	}
}

// Whatever is typed, parse neither panics nor lets a flag through as an
// argument.
func FuzzParse(f *testing.F) {
	f.Add("load\na.html\n--dry-run")
	f.Add("query\nstrikes\n--target=\n--\n-x")
	f.Add("-\n--\n-j4\n=")
	f.Fuzz(func(t *testing.T, line string) {
		words := strings.Split(line, "\n")
		got, err := parse(sample(), append([]string{"dossier"}, words...))
		if err != nil {
			return
		}
		ended := false
		for _, w := range got.args {
			if w == "--" {
				ended = true
			}
			if ended && strings.HasPrefix(w, "-") && w != "-" && w != "--" && !strings.Contains(line, "--\n") {
				t.Errorf("%q: %q became an argument: %q", words, w, got.args)
			}
		}
	})
}
