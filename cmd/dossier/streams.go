package main

import (
	"fmt"
	"io"
	"log/slog"
	"os"

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
	s.library, s.libraryErr = queries.Builtin()
	s.color = s.outTerminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
	return s
}

func isTerminal(v any) bool {
	f, ok := v.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// width returns the columns of the terminal that out is, or 0.
func (s *streams) width() int {
	f, ok := s.out.(*os.File)
	if !ok || !s.outTerminal {
		return 0
	}
	w, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return w
}

// note tells the user what is going on, one line each.
func (s *streams) note(format string, args ...any) {
	if !s.quiet {
		s.beforeNote()
		fmt.Fprintf(s.err, "dossier: "+format+"\n", args...)
	}
}
