package main

import (
	"bytes"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"dossier/queries"
)

// helpWidth is where help texts wrap: the usual terminal.
const helpWidth = 88

// writeHelp writes the help of the innermost command of path, or of the
// program when path is empty.
func writeHelp(w io.Writer, app *cli.App, path []*cli.Command) error {
	var b bytes.Buffer
	var err error
	switch {
	case len(path) == 0:
		fmt.Fprintf(&b, "dossier - %s\n\nUsage\n  dossier COMMAND [FLAG ...] [ARGUMENT ...]\n", app.Usage)
		writeText(&b, app.Description)
		writeCommands(&b, app.Commands)
		writeRows(&b, "Topics (dossier help TOPIC)", topicRows())
		writeFlags(&b, app.Flags)
		b.WriteString("\nA flag may stand anywhere behind the command it belongs to; -- ends the flags.\nHelp for a command: dossier COMMAND --help\n")
		writeExitStatus(&b, true)
	case len(path) == 2 && path[0].Name == "query" && path[1].Name != "check":
		err = writeQueryHelp(&b, libraryOf(app), path[1].Name)
		writeFlags(&b, path[0].Flags)
		writeTail(&b, path[1])
	default:
		names := "dossier"
		for _, c := range path {
			names += " " + c.Name
		}
		c := path[len(path)-1]
		fmt.Fprintf(&b, "%s - %s\n\nUsage\n  %s\n", names, c.Usage, usageLine(names, c))
		writeText(&b, c.Description)
		writeCommands(&b, c.Subcommands)
		writeFlags(&b, c.Flags)
		writeTail(&b, c)
	}
	if err != nil {
		return err
	}
	_, err = b.WriteTo(w)
	return err
}

// writeQueryHelp writes what the header of a named query says.
func writeQueryHelp(b *bytes.Buffer, library *queries.Library, name string) error {
	q, err := library.Query(name)
	if err != nil {
		return err
	}
	return q.WriteHelp(b, queries.RenderOptions{Width: helpWidth})
}

func writeTail(b *bytes.Buffer, c *cli.Command) {
	b.WriteString("\nFlags of every command (--uri, --quiet, --verbose ...): dossier --help\n")
	writeExitStatus(b, c.Name == "load" || c.Name == "extract" || c.Name == "eval")
}

// writeExitStatus lists the exit codes; only commands that read articles can be
// partly done.
func writeExitStatus(b *bytes.Buffer, articles bool) {
	b.WriteString("\nExit status\n")
	for _, e := range exitCodes {
		if e.code != exitPartly || articles {
			fmt.Fprintf(b, "  %-4d %s\n", e.code, e.meaning)
		}
	}
}

func usageLine(names string, c *cli.Command) string {
	if c.UsageText != "" {
		return strings.ReplaceAll(c.UsageText, "\n", "\n  ")
	}
	line := names
	if len(c.Subcommands) > 0 {
		line += " COMMAND"
	}
	if len(c.Flags) > 0 {
		line += " [FLAG ...]"
	}
	if c.ArgsUsage != "" {
		line += " " + c.ArgsUsage
	}
	return line
}

func writeText(b *bytes.Buffer, text string) {
	if text != "" {
		fmt.Fprintf(b, "\n%s\n", strings.TrimSpace(text))
	}
}

func writeCommands(b *bytes.Buffer, commands []*cli.Command) {
	var rows [][2]string
	for _, c := range commands {
		if !c.Hidden {
			rows = append(rows, [2]string{c.Name, c.Usage})
		}
	}
	writeRows(b, "Commands", rows)
}

func writeFlags(b *bytes.Buffer, flags []cli.Flag) {
	var rows [][2]string
	for _, f := range flags {
		d, ok := documented(f)
		if !ok {
			continue
		}
		placeholder, usage := describeFlag(d)
		names := make([]string, 0, 2)
		for _, n := range f.Names() {
			if len(n) == 1 {
				names = append([]string{"-" + n}, names...)
			} else {
				names = append(names, "--"+n)
			}
		}
		left := strings.Join(names, ", ")
		if d.TakesValue() {
			left += " " + placeholder
		}
		rows = append(rows, [2]string{left, usage})
	}
	writeRows(b, "Flags", rows)
}

// A valueFlag is a flag that knows its values, for completion.
type valueFlag struct {
	cli.Flag
	values func() []string // nil if there are too many to list

	// entities, if set, says that values are entities, with one of the labels
	// that it returns, or any for nil.
	entities func() []string
}

// documented returns the flag with the methods that help needs.
func documented(f cli.Flag) (cli.DocGenerationFlag, bool) {
	if v, ok := f.(valueFlag); ok {
		f = v.Flag
	}
	d, ok := f.(cli.DocGenerationFlag)
	return d, ok
}

// describeFlag returns what stands for the flag's value in the help, and the
// text about it. The placeholder is the part of the usage text in back quotes,
// as the library has it.
func describeFlag(f cli.DocGenerationFlag) (placeholder, usage string) {
	before, rest, ok := strings.Cut(f.GetUsage(), "`")
	if !ok {
		return "VALUE", f.GetUsage()
	}
	name, after, _ := strings.Cut(rest, "`")
	return name, before + name + after
}

// writeRows writes two columns, the second wrapped.
func writeRows(b *bytes.Buffer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	wide := 0
	for _, r := range rows {
		wide = max(wide, len(r[0]))
	}
	wide = min(wide, 24)
	fmt.Fprintf(b, "\n%s\n", title)
	for _, r := range rows {
		lines := wrap(r[1], helpWidth-wide-4)
		left := r[0]
		if len(left) > wide {
			fmt.Fprintf(b, "  %s\n", left)
			left = ""
		}
		for _, line := range lines {
			fmt.Fprintf(b, "  %-*s  %s\n", wide, left, line)
			left = ""
		}
	}
}

func wrap(text string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
