// Command dossier turns news articles into a Neo4j graph of who did what to
// whom, according to whom, and answers questions from it with the sentences
// that say so.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

// gcPercent lets the heap grow to five times what is live before it is collected,
// unless GOGC says otherwise. Little is live while an archive is read, so this is
// some 50 MB for a tenth of the time.
const gcPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// The first signal asks for an orderly end; from then on they kill.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args, os.Stdin, os.Stdout, os.Stderr, os.Getenv))
}

// run is the whole program below the process: it runs one command line and
// returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) (code int) {
	s := newStreams(stdin, stdout, stderr, getenv)
	defer func() {
		if v := recover(); v != nil {
			code = s.crash(v)
		}
	}()
	s.loadLibrary(queryFolders(args, getenv))
	if len(args) > 1 && args[1] == completeWord {
		return s.exit(ctx, complete(s.out, newApp(s), args[2:], s.entityNames(ctx)))
	}
	return s.runArgs(ctx, args)
}

// runArgs runs one command line and returns its exit code.
func (s *streams) runArgs(ctx context.Context, args []string) int {
	if name, ok := helpTopic(args); ok {
		return s.exit(ctx, writeTopic(s.out, name))
	}
	app := newApp(s)
	line, err := parse(app, args)
	switch {
	case err != nil && s.libraryErr != nil: // what is unknown may be what could not be read
		err = s.libraryErr
	case err != nil:
	case line.help:
		err = writeHelp(s.out, app, line.path)
	default:
		err = app.RunContext(ctx, line.args)
	}
	return s.exit(ctx, err)
}
