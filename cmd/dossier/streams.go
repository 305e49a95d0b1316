package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strconv"

	"golang.org/x/term"

	"dossier/queries"
)

// streams is all that a command may talk to. Results go to out, everything
// else to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string

	outTerminal, errTerminal bool
	quiet                    bool         // no notes, no progress
	noPager                  bool         // long answers go straight to the terminal
	color                    bool         // out may be coloured
	log                      *slog.Logger // discards unless --verbose
	beforeNote               func()       // takes a progress bar off the line

	library    *queries.Library // the named queries, with the user's own
	libraryErr error            // what is wrong with them; the library is then the built-in one
}

func newStreams(in io.Reader, out, err io.Writer, getenv func(string) string) *streams {
	s := &streams{
		in: in, out: out, err: err, getenv: getenv,
		outTerminal: isTerminal(out),
		errTerminal: isTerminal(err),
		log:         slog.New(slog.DiscardHandler),
		beforeNote:  func() {},
	}
	if s.library, s.libraryErr = queries.Builtin(); s.libraryErr != nil {
		s.library = new(queries.Library)
	}
	s.color = s.outTerminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	return s
}

func isTerminal(v any) bool {
	if _, ok := v.(screen); ok {
		return true
	}
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// A screen is a writer that shows what is written as a terminal does.
type screen interface {
	io.Writer
	Size() (columns, lines int)
}

// size returns the columns and lines of the terminal that out is, 0 for what is
// not known. COLUMNS and LINES count more than what the terminal says, as in
// other tools.
func (s *streams) size() (columns, lines int) {
	switch out := s.out.(type) {
	case screen:
		columns, lines = out.Size()
	case *os.File:
		if s.outTerminal {
			columns, lines, _ = term.GetSize(int(out.Fd())) // zeros where it fails
		}
	}
	for variable, n := range map[string]*int{"COLUMNS": &columns, "LINES": &lines} {
		if given, err := strconv.Atoi(s.getenv(variable)); err == nil && given > 0 {
			*n = given
		}
	}
	return columns, lines
}

// width returns the columns of the terminal that out is, or 0.
func (s *streams) width() int {
	columns, _ := s.size()
	return columns
}

// show writes a result for people: through the pager where out is a terminal
// that has fewer lines.
func (s *streams) show(write func(io.Writer) error) error {
	_, lines := s.size()
	if !s.outTerminal || s.noPager || lines == 0 {
		return write(s.out)
	}
	var text bytes.Buffer
	if err := write(&text); err != nil {
		return err
	}
	if bytes.Count(text.Bytes(), []byte("\n")) < lines {
		_, err := text.WriteTo(s.out)
		return err
	}
	command := cmp.Or(s.getenv("DOSSIER_PAGER"), s.getenv("PAGER"), "less")
	pager := exec.Command("sh", "-c", command)
	pager.Stdin, pager.Stdout, pager.Stderr = bytes.NewReader(text.Bytes()), s.out, s.err
	pager.Env = os.Environ()
	if s.getenv("LESS") == "" {
		pager.Env = append(pager.Env, "LESS=FRX") // stay out of the way of what fits, keep colours
	}
	s.log.Debug("paging", "pager", command)
	var exit *exec.ExitError
	err := pager.Run()
	if errors.As(err, &exit) && exit.ExitCode() != 127 {
		return nil // the reader has seen what they wanted
	}
	if err != nil { // no such pager
		_, err = text.WriteTo(s.out)
	}
	return err
}

// note tells the user what is going on, one line each.
func (s *streams) note(format string, args ...any) {
	if !s.quiet {
		s.beforeNote()
		fmt.Fprintf(s.err, "dossier: "+format+"\n", args...)
	}
}
