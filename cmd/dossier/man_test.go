package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/urfave/cli/v2"
)

const manPage = "../../docs/dossier.1"

// docs/dossier.1 is the help of every command and topic as a page for man.
func TestManPage(t *testing.T) {
	app := quietApp()
	var b bytes.Buffer
	b.WriteString(".\\\" Written by go test ./cmd/dossier -run TestManPage -update from the help texts; do not edit.\n")
	b.WriteString(".TH DOSSIER 1 \"\" \"dossier\" \"User Commands\"\n.SH NAME\ndossier \\- " + roff(app.Usage) + "\n")
	literal := func(text string) {
		b.WriteString(".nf\n")
		for line := range strings.Lines(strings.Trim(text, "\n") + "\n") {
			b.WriteString(roff(line))
		}
		b.WriteString(".fi\n")
	}
	help := func(path []*cli.Command) string {
		var h bytes.Buffer
		if err := writeHelp(&h, app, path); err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(h.String(), "\n\n") // without the name
		return text
	}
	b.WriteString(".SH SYNOPSIS\n")
	literal(help(nil))
	b.WriteString(".SH COMMANDS\n")
	walk(nil, app.Commands, func(path []*cli.Command) {
		if path[0].Name == "query" && len(path) == 2 && path[1].Name != "check" {
			return
		}
		names := "dossier"
		for _, c := range path {
			names += " " + c.Name
		}
		fmt.Fprintf(&b, ".SS %s\n%s\n", names, roff(path[len(path)-1].Usage))
		text := help(path)
		text, _, _ = strings.Cut(text, "\nFlags of every command")
		literal(text)
	})
	for _, name := range topicNames {
		title, text, _ := topic(name)
		fmt.Fprintf(&b, ".SH %s\n%s\n.PP\n", strings.ToUpper(name), roff(title))
		literal(text)
	}
	b.WriteString(".SH FILES\nThe documents of the repository: docs/tutorial.md, docs/queries.md, docs/extraction.md, docs/running.md.\n")
	if *update {
		if err := os.WriteFile(manPage, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(manPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), string(got)); diff != "" {
		t.Errorf("%s is stale; run: go test ./cmd/dossier -run TestManPage -update\n(-want +got):\n%s", manPage, diff)
	}
}

// roff keeps a line from being read as a command or an escape.
func roff(line string) string {
	line = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(line)
	if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
		line = `\&` + line
	}
	return line
}

func TestTopics(t *testing.T) {
	for _, name := range topicNames {
		title, text, ok := topic(name)
		if !ok || title == "" || strings.Contains(title, "\n") || text == "" {
			t.Errorf("%s: title %q", name, title)
		}
		for line := range strings.Lines(title + "\n" + text) {
			if len([]rune(line)) > helpWidth+5 {
				t.Errorf("%s: a line of %d: %s", name, len([]rune(line)), line)
			}
			// Whatever a topic shows as a command line is one.
			command, ok := strings.CutPrefix(line, "  dossier ")
			if !ok {
				continue
			}
			command, _, _ = strings.Cut(strings.TrimSpace(command), "    ")
			words, err := shellWords(command)
			if err != nil {
				t.Errorf("%s: %s: %v", name, line, err)
				continue
			}
			if _, err := parse(quietApp(), append([]string{"dossier"}, words...)); err != nil {
				t.Errorf("%s: dossier %s: %v", name, command, err)
			}
		}
		code, shown, _ := dossier(t, "help", name)
		if code != exitDone || !strings.HasPrefix(shown, title+"\n\n") {
			t.Errorf("dossier help %s: exit %d, %s", name, code, shown)
		}
	}
	if code, _, told := dossier(t, "help", "modle"); code != exitUsage || !strings.Contains(told, "try: dossier help model") {
		t.Errorf("misspelt topic: exit %d, %s", code, told)
	}
}
