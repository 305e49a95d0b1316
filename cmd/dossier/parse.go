package main

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
	"github.com/xrash/smetrics"
)

// A commandLine is a command line in the order that the library understands:
// the flags of each command right behind its name, arguments last.
type commandLine struct {
	args []string
	path []*cli.Command // the commands named, outermost first, without the program
	help bool           // --help was asked for
}

// parse brings a command line into order. The library stops looking for flags
// at the first argument, so that "load a.html --dry-run" would load a file
// called --dry-run; here a flag may stand anywhere, and belongs to the
// innermost command that has it. Unknown commands and flags are usage errors.
func parse(app *cli.App, args []string) (commandLine, error) {
	p := parser{levels: []level{{commands: app.Commands, flags: app.Flags}}}
	words := args[min(1, len(args)):]
	if len(words) > 0 && words[0] == "help" {
		p.help = true
		words = words[1:]
	}
	for len(words) > 0 {
		word := words[0]
		words = words[1:]
		var err error
		switch {
		case word == "--":
			p.arguments = append(p.arguments, words...)
			words = nil
		case word != "-" && strings.HasPrefix(word, "-"):
			words, err = p.flag(word, words)
		default:
			err = p.word(word)
		}
		if err != nil {
			return commandLine{}, err
		}
	}
	return p.line(app.Name), nil
}

type parser struct {
	levels    []level // the program and the commands named so far
	arguments []string
	help      bool
}

type level struct {
	command  *cli.Command // nil for the program
	commands []*cli.Command
	flags    []cli.Flag
	given    []string // its flags, as --name=value
}

// word takes a word that is no flag: a command or an argument.
func (p *parser) word(word string) error {
	l := p.levels[len(p.levels)-1]
	if len(p.arguments) == 0 {
		if c := find(l.commands, word); c != nil {
			p.levels = append(p.levels, level{command: c, commands: c.Subcommands, flags: c.Flags})
			return nil
		}
	}
	if len(l.commands) > 0 {
		names := commandNames(l.commands)
		err := &usageError{command: p.name(), message: "there is no command " + word}
		if p.name() == "query" {
			err.message = "there is no query named " + word
			err.hint = "dossier query   (lists them)"
		}
		if p.help && p.name() == "" {
			err.message = "there is no command or topic " + word
			if near := nearest(word, topicNames); near != "" {
				err.hint = "dossier help " + near
				return err
			}
		}
		if near := nearest(word, names); near != "" {
			err.hint = strings.Join(strings.Fields("dossier "+p.name()+" "+near), " ")
		}
		return err
	}
	p.arguments = append(p.arguments, word)
	return nil
}

// flag takes a flag and, where it has one, its value; it returns the words
// that are left.
func (p *parser) flag(word string, rest []string) ([]string, error) {
	name, value, joined := strings.Cut(strings.TrimLeft(word, "-"), "=")
	if name == "help" || name == "h" {
		p.help = true
		return rest, nil
	}
	l, f := p.owner(name)
	if f == nil && !strings.HasPrefix(word, "--") && len(name) > 1 {
		// -j4: a one-letter flag with its value behind it.
		if l, f = p.owner(name[:1]); f != nil && takesValue(f) {
			value, joined = strings.TrimLeft(word, "-")[1:], true
		} else {
			f = nil
		}
	}
	if f == nil {
		return nil, p.unknownFlag(word, name)
	}
	name = f.Names()[0]
	switch {
	case joined:
		l.given = append(l.given, "--"+name+"="+value)
	case !takesValue(f):
		l.given = append(l.given, "--"+name)
	case len(rest) == 0:
		return nil, usagef(p.name(), "flag --%s needs a value", name)
	default:
		l.given = append(l.given, "--"+name+"="+rest[0])
		rest = rest[1:]
	}
	return rest, nil
}

func (p *parser) unknownFlag(word, name string) error {
	word, _, _ = strings.Cut(word, "=")
	err := &usageError{command: p.name(), message: "there is no flag " + word}
	var names []string
	for _, l := range p.levels {
		for _, f := range l.flags {
			names = append(names, f.Names()...)
		}
	}
	if near := nearest(name, names); near != "" {
		err.message += " (did you mean --" + near + "?)"
	}
	return err
}

// owner returns the innermost command with a flag of that name, and the flag.
func (p *parser) owner(name string) (*level, cli.Flag) {
	for i := len(p.levels) - 1; i >= 0; i-- {
		for _, f := range p.levels[i].flags {
			if slices.Contains(f.Names(), name) {
				return &p.levels[i], f
			}
		}
	}
	return nil, nil
}

// name returns the commands named so far, as typed.
func (p *parser) name() string {
	var names []string
	for _, l := range p.levels[1:] {
		names = append(names, l.command.Name)
	}
	return strings.Join(names, " ")
}

func (p *parser) line(program string) commandLine {
	line := commandLine{help: p.help, args: []string{program}}
	for _, l := range p.levels {
		if l.command != nil {
			line.path = append(line.path, l.command)
			line.args = append(line.args, l.command.Name)
		}
		line.args = append(line.args, l.given...)
	}
	if len(p.arguments) > 0 {
		line.args = append(append(line.args, "--"), p.arguments...)
	}
	return line
}

func find(commands []*cli.Command, name string) *cli.Command {
	for _, c := range commands {
		if c.HasName(name) {
			return c
		}
	}
	return nil
}

func commandNames(commands []*cli.Command) []string {
	var names []string
	for _, c := range commands {
		if !c.Hidden {
			names = append(names, c.Name)
		}
	}
	return names
}

func takesValue(f cli.Flag) bool {
	d, ok := documented(f)
	return ok && d.TakesValue()
}

// nearest returns the candidate that word was most likely meant to be, or "".
func nearest(word string, candidates []string) string {
	best, score := "", 0.8 // below that the suggestions get silly
	for _, c := range candidates {
		if s := smetrics.JaroWinkler(word, c, 0.7, 4); s > score && len(c) > 1 {
			best, score = c, s
		}
	}
	return best
}
