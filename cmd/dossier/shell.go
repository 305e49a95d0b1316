package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/reeflective/readline"
	"github.com/urfave/cli/v2"

	"dossier/graph"
)

func shellCommand(s *streams) *cli.Command {
	return &cli.Command{
		Name:  "shell",
		Usage: "type one command after another, with history and completion",
		Description: `Takes the commands of this program without its name, and Cypher statements, which may
have several lines and end with a semicolon or an empty line. Tab completes commands,
flags, their values and names in the graph; the history stays for the next time. exit,
quit or Ctrl-D leave; Ctrl-C gives up a line, or stops a command that runs. Lines from a
pipe or file are run, too, up to the first that fails.

  dossier shell
  dossier shell < questions.txt
  echo 'show Kirby --each 3' | dossier shell`,
		Action: func(c *cli.Context) error {
			if err := noArguments(c); err != nil {
				return err
			}
			return runShell(c.Context, s, sharedFlags(c))
		},
	}
}

// sharedFlags are the flags of every command that the shell was started with.
func sharedFlags(c *cli.Context) []string {
	var out []string
	for _, f := range c.App.Flags {
		name := f.Names()[0]
		if c.IsSet(name) && name != "version" {
			out = append(out, "--"+name+"="+fmt.Sprint(c.Value(name)))
		}
	}
	return out
}

func runShell(ctx context.Context, s *streams, flags []string) error {
	read := pipedLines(s.in)
	interactive := isTerminal(s.in) && s.outTerminal
	if interactive {
		read = s.typedLines(ctx)
		s.note("commands without \"dossier\", or Cypher up to a semicolon; Tab completes; help; exit")
	}
	for {
		text, err := read()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.Is(err, readline.ErrInterrupt):
			continue
		case err != nil:
			return fmt.Errorf("shell: %w", err)
		}
		words, err := shellLine(text)
		switch {
		case err != nil:
			err = usagef("shell", "%v", err)
			if !interactive {
				return err
			}
			s.complain(err)
			continue
		case len(words) == 0:
			continue
		case words[0] == "exit" || words[0] == "quit":
			return nil
		}
		if code := s.runLine(ctx, flags, words); code != exitDone && !interactive {
			return exitError(code)
		}
	}
}

// runLine runs one command as a process of its own would. An interrupt stops the
// command, not the shell.
func (s *streams) runLine(ctx context.Context, flags, words []string) int {
	if isTerminal(s.in) {
		var stop context.CancelFunc
		ctx, stop = signal.NotifyContext(context.WithoutCancel(ctx), os.Interrupt)
		defer stop()
	}
	if words[0] == "shell" {
		return s.exit(ctx, usagef("shell", "this is one"))
	}
	one := *s // flags of one line are not those of the next
	one.in = strings.NewReader("")
	return one.runArgs(ctx, slices.Concat([]string{"dossier"}, words, flags))
}

// pipedLines reads commands and statements from a file or pipe.
func pipedLines(in io.Reader) func() (string, error) {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	return func() (string, error) {
		text := ""
		for lines.Scan() {
			text += lines.Text()
			if isWhole(text) {
				return text, nil
			}
			text += "\n"
		}
		if err := lines.Err(); err != nil || strings.TrimSpace(text) == "" {
			return "", cmpError(err, io.EOF)
		}
		return text, nil // the last statement may lack its semicolon
	}
}

func cmpError(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}

// typedLines reads them from the terminal.
func (s *streams) typedLines(ctx context.Context) func() (string, error) {
	sh := readline.NewShell()
	sh.Prompt.Primary(func() string { return "dossier> " })
	sh.Prompt.Secondary(func() string { return "     ... " })
	sh.AcceptMultiline = func(line []rune) bool { return isWhole(string(line)) }
	app, names := newApp(s), s.entityNames(ctx)
	sh.Completer = func(line []rune, cursor int) readline.Completions {
		return completions(app, string(line[:cursor]), names)
	}
	if path := s.historyPath(); path != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			s.log.Debug("no history", "error", err)
		} else {
			sh.History.AddFromFile("dossier", path)
		}
	}
	return sh.Readline
}

// historyPath is where the history of the shell is kept, empty for nowhere.
func (s *streams) historyPath() string {
	state, home := s.getenv("XDG_STATE_HOME"), s.getenv("HOME")
	if state == "" && home != "" {
		state = filepath.Join(home, ".local", "state")
	}
	if state == "" {
		return ""
	}
	return filepath.Join(state, "dossier", "history")
}

// cypherWords begin a statement; no command has their names, but for show, which
// Cypher writes in capitals.
var cypherWords = []string{"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "CALL", "PROFILE", "EXPLAIN", "CREATE", "MERGE"}

func isCypher(text string) bool {
	first := text
	if words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == ';' || r == '(' }); len(words) > 0 {
		first = words[0]
	}
	return first == "SHOW" || slices.Contains(cypherWords, strings.ToUpper(first))
}

// isWhole reports whether nothing is missing of a command or statement: of a
// statement the semicolon or an empty line, of a command the end of a quotation.
func isWhole(text string) bool {
	if isCypher(text) {
		return strings.HasSuffix(strings.TrimSpace(text), ";") || strings.HasSuffix(text, "\n")
	}
	_, err := splitWords(text)
	return err == nil
}

// shellLine returns the words of the command that a line means, none for an empty
// line or a comment.
func shellLine(text string) ([]string, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "" || strings.HasPrefix(text, "#") || strings.HasPrefix(text, "//"):
		return nil, nil
	case isCypher(text):
		return []string{"cypher", strings.TrimSpace(strings.TrimSuffix(text, ";"))}, nil
	}
	words, err := splitWords(text)
	if err == nil && len(words) > 1 && words[0] == "dossier" {
		words = words[1:]
	}
	return words, err
}

var errOpenQuote = errors.New("a quotation has no end")

// splitWords splits a line as shells do, with quotes and backslashes and nothing
// else.
func splitWords(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	inWord, quote := false, rune(0)
	runes := []rune(line)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case quote == 0 && (r == ' ' || r == '\t' || r == '\n'):
			if inWord {
				words = append(words, word.String())
				word.Reset()
				inWord = false
			}
			continue
		case r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case r == '\\' && quote != '\'':
			if i++; i == len(runes) {
				return words, errors.New("nothing follows the backslash")
			}
			word.WriteRune(runes[i])
		default:
			word.WriteRune(r)
		}
		inWord = true
	}
	if inWord {
		words = append(words, word.String())
	}
	if quote != 0 {
		return words, errOpenQuote
	}
	return words, nil
}

// completions are what may stand at the end of a line that is being typed.
func completions(app *cli.App, before string, names nameFinder) readline.Completions {
	if isCypher(before) {
		return cypherCompletions(before)
	}
	words, err := splitWords(before)
	current := ""
	if len(words) > 0 && (err != nil || !strings.HasSuffix(before, " ")) {
		current = words[len(words)-1]
	} else {
		words = append(words, "")
	}
	if len(words) > 1 && words[0] == "dossier" {
		words = words[1:]
	}
	var values []readline.Completion
	for _, c := range candidates(app, words, names) {
		values = append(values, readline.Completion{Value: quoteWord(c[0]), Display: c[0], Description: c[1]})
	}
	out := readline.CompleteRaw(values)
	out.PREFIX = before[rawStart(before, current):]
	return out.NoSort()
}

// rawStart is where the word that is being typed begins, with its quote.
func rawStart(before, current string) int {
	if current == "" && (before == "" || strings.HasSuffix(before, " ")) {
		return len(before)
	}
	for i := strings.LastIndexAny(before, " \t\n") + 1; i >= 0; i = strings.LastIndexAny(before[:max(i-1, 0)], " \t\n") + 1 {
		if words, _ := splitWords(before[i:]); len(words) == 1 && words[0] == current {
			return i
		}
		if i == 0 {
			break
		}
	}
	return len(before)
}

// quoteWord puts a name of several words into quotes.
func quoteWord(s string) string {
	if strings.ContainsAny(s, " '\"\\") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
	}
	return s
}

// cypherCompletions are labels, relations and keywords.
func cypherCompletions(before string) readline.Completions {
	i := strings.LastIndexFunc(before, func(r rune) bool {
		return r != '_' && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	}) + 1
	o := graph.DefaultOntology()
	all := slices.Concat(o.LabelNames(), o.RelationNames(), cypherWords,
		[]string{"Article", "Sentence", "Claim", "HAS_SENTENCE", "EVIDENCES", "MENTIONS", "SUBJECT", "OBJECT", "ASSERTS", "DENIES", "WHERE", "ORDER BY", "LIMIT"})
	slices.Sort(all)
	out := readline.CompleteValues(slices.DeleteFunc(slices.Compact(all), func(w string) bool { return !strings.HasPrefix(w, before[i:]) })...)
	out.PREFIX = before[i:]
	return out
}
