package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"

	"dossier/queries"
)

// Exit codes.
const (
	exitDone        = 0
	exitFailed      = 1
	exitUsage       = 2
	exitPartly      = 3
	exitInterrupted = 130
)

var exitCodes = []struct {
	code    int
	meaning string
}{
	{exitDone, "done"},
	{exitFailed, "failed"},
	{exitUsage, "the command line is wrong"},
	{exitPartly, "partly done: some articles failed, the others are through"},
	{exitInterrupted, "interrupted; what was written stays"},
}

// A usageError is a command line that cannot be run.
type usageError struct {
	command string // full name of the command, for the hint; empty for the root
	message string
	hint    string // overrides the default hint
}

func (e *usageError) Error() string {
	if e.command == "" {
		return e.message
	}
	return e.command + ": " + e.message
}

func (e *usageError) Hint() string {
	if e.hint != "" {
		return e.hint
	}
	return strings.Join(strings.Fields("dossier "+e.command+" --help"), " ")
}

func usagef(command, format string, args ...any) error {
	return &usageError{command: command, message: fmt.Sprintf(format, args...)}
}

// errPartly ends a command whose summary has already told what failed.
var errPartly = errors.New("some articles failed")

// An exitError ends the program with a code after all has been told.
type exitError int

func (e exitError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// A hinted error says what to do next.
type hinted interface {
	error
	Hint() string
}

// withHint adds the next step to an error.
func withHint(err error, hint string) error { return &hintError{err, hint} }

type hintError struct {
	error
	hint string
}

func (e *hintError) Unwrap() error { return e.error }
func (e *hintError) Hint() string  { return e.hint }

// exit is the one place that turns an error into a message and an exit code.
func (s *streams) exit(ctx context.Context, err error) int {
	var (
		usage      *usageError
		queryUsage *queries.UsageError
		told       exitError
	)
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &told):
		return int(told)
	case errors.Is(err, errPartly):
		return exitPartly
	case ctx.Err() != nil && errors.Is(err, context.Canceled):
		fmt.Fprintln(s.err, "dossier: interrupted")
		return exitInterrupted
	}
	s.complain(err)
	if errors.As(err, &usage) || errors.As(err, &queryUsage) {
		return exitUsage
	}
	return exitFailed
}

func (s *streams) complain(err error) {
	fmt.Fprintf(s.err, "dossier: %s\n", strings.ReplaceAll(strings.TrimSpace(err.Error()), "\n", "\n         "))
	var h hinted
	if errors.As(err, &h) && h.Hint() != "" {
		fmt.Fprintf(s.err, "try: %s\n", strings.ReplaceAll(h.Hint(), "\n", "\n     "))
	}
}

// crash reports a panic: a mistake in this program, never the user's.
func (s *streams) crash(v any) int {
	fmt.Fprintf(s.err, "dossier: internal error: %v\n", v)
	pc := make([]uintptr, 32)
	frames := runtime.CallersFrames(pc[:runtime.Callers(3, pc)])
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		if name, ok := strings.CutPrefix(f.Function, "dossier/"); ok {
			fmt.Fprintf(s.err, "    %s:%d\n", name, f.Line)
		}
	}
	fmt.Fprintln(s.err, "This is a mistake in dossier, not in what you did. Please report it to the project's")
	fmt.Fprintf(s.err, "issue tracker with the lines above, the command line and the output of: dossier version\n")
	return exitFailed
}
