package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"dossier/loaders/source"
	"dossier/queries"
	"dossier/queries/picture"
)

// dossier runs a command line in this process, with no environment.
func dossier(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	code = run(t.Context(), append([]string{"dossier"}, args...), strings.NewReader(""), &out, &err, func(string) string { return "" })
	return code, out.String(), err.String()
}

func TestUsageErrors(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{"", "dossier: no command given\ntry: dossier --help\n"},
		{"lod", "dossier: there is no command lod\ntry: dossier load\n"},
		{"frobnicate", "dossier: there is no command frobnicate\ntry: dossier --help\n"},
		{"--frob", "dossier: there is no flag --frob\ntry: dossier --help\n"},
		{"load", "dossier: load: which articles? name files, folders, addresses, or - for standard input\ntry: dossier load --help\n"},
		{"load a.html --dryrun", "dossier: load: there is no flag --dryrun (did you mean --dry-run?)\ntry: dossier load --help\n"},
		{"load a.html --uri", "dossier: load: flag --uri needs a value\ntry: dossier load --help\n"},
		{"load a.html -j 0", "dossier: load: --workers is 0, want 1 or more\ntry: dossier load --help\n"},
		{"load a.html -jx", "dossier: load: invalid value \"x\" for flag -workers: parse error\ntry: dossier load --help\n"},
		{"extract a.html --format csv", "dossier: extract: there is no format \"csv\", only jsonl\ntry: dossier extract --help\n"},
		{"query transfer", "dossier: query: there is no query named transfer\ntry: dossier query transfers\n"},
		{"query nothing-like-it", "dossier: query: there is no query named nothing-like-it\ntry: dossier query   (lists them)\n"},
		{"query --explain", "dossier: query: --explain is for a query, and none is named\ntry: dossier query --help\n"},
		{"query transfers --recipent Russia", "dossier: query transfers: there is no flag --recipent (did you mean --recipient?)\ntry: dossier query transfers --help\n"},
		{"query transfers Russia", "dossier: query transfers: \"Russia\": parameters are flags, as --target Ukraine\ntry: dossier query transfers --help\n"},
		{"query transfers --format xml", "dossier: query transfers: there is no format \"xml\", only " + strings.Join(append(queries.Formats(), picture.Formats()...), ", ") + "\ntry: dossier query transfers --help\n"},
		{"cypher", "dossier: cypher: which statement? quote it, or - for standard input\ntry: dossier cypher --help\n"},
		{"cypher MATCH (n)", "dossier: cypher: \"(n)\" is one argument too many; put the statement in quotes\ntry: dossier cypher --help\n"},
		{"cypher RETURN --param x", "dossier: cypher: --param \"x\" is not NAME=VALUE\ntry: dossier cypher --help\n"},
		{"db", "dossier: db: what about it? start, stop, status, reset, logs or fingerprint\ntry: dossier db --help\n"},
		{"db strat", "dossier: db: there is no command strat\ntry: dossier db start\n"},
		{"db start now", "dossier: db start: \"now\" is one argument too many\ntry: dossier db start --help\n"},
		{"db reset", "dossier: db reset: it deletes the local graph, and there is no terminal to ask on\ntry: dossier db reset --yes\n"},
		{"schema --mermaid --markdown", "dossier: schema: either --mermaid or --markdown\ntry: dossier schema --help\n"},
		{"completion", "dossier: completion: for which shell? bash, zsh or fish\ntry: dossier completion --help\n"},
		{"version 2", "dossier: version: \"2\" is one argument too many\ntry: dossier version --help\n"},
	} {
		code, stdout, stderr := dossier(t, strings.Fields(tt.line)...)
		if code != exitUsage || stdout != "" || stderr != tt.want {
			t.Errorf("dossier %s: exit %d, stdout %q, stderr:\n%swant exit %d and:\n%s", tt.line, code, stdout, stderr, exitUsage, tt.want)
		}
	}
}

// Every error becomes a message and an exit code in one place.
func TestExit(t *testing.T) {
	cancelled, cancel := context.WithCancel(t.Context())
	cancel()
	notFound := &source.Error{Name: "a.html", Err: errors.New("gone")}
	for _, tt := range []struct {
		name string
		ctx  context.Context
		err  error
		code int
		text string
	}{
		{"done", t.Context(), nil, exitDone, ""},
		{"failed", t.Context(), errors.New("disk full"), exitFailed, "dossier: disk full\n"},
		{"many lines", t.Context(), errors.Join(errors.New("one"), errors.New("two")), exitFailed, "dossier: one\n         two\n"},
		{"hint", t.Context(), withHint(errors.New("no log"), "dossier db start"), exitFailed, "dossier: no log\ntry: dossier db start\n"},
		{"hint within", t.Context(), fmt.Errorf("load: %w", withHint(notFound, "look")), exitFailed, "dossier: load: a.html: gone\ntry: look\n"},
		{"usage", t.Context(), usagef("load", "no"), exitUsage, "dossier: load: no\ntry: dossier load --help\n"},
		{"query usage", t.Context(), &queries.UsageError{Query: "strikes", Problem: "--since: bad", Try: "dossier query strikes --help"}, exitUsage, "dossier: query strikes: --since: bad\ntry: dossier query strikes --help\n"},
		{"partly", t.Context(), errPartly, exitPartly, ""},
		{"interrupted", cancelled, fmt.Errorf("read: %w", context.Canceled), exitInterrupted, "dossier: interrupted\n"},
		{"failed when interrupted", cancelled, errors.New("disk full"), exitFailed, "dossier: disk full\n"},
		{"cancelled by itself", t.Context(), context.Canceled, exitFailed, "dossier: context canceled\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var stderr bytes.Buffer
			s := newStreams(nil, io.Discard, &stderr, func(string) string { return "" })
			if code := s.exit(tt.ctx, tt.err); code != tt.code || stderr.String() != tt.text {
				t.Errorf("exit %d, stderr %q, want %d, %q", code, stderr.String(), tt.code, tt.text)
			}
		})
	}
}

type explosive struct{}

func (explosive) Write([]byte) (int, error) { panic("out of ink") }

func TestPanicIsReported(t *testing.T) {
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"dossier", "version"}, nil, explosive{}, &stderr, func(string) string { return "" })
	if code != exitFailed {
		t.Errorf("exit %d, want %d", code, exitFailed)
	}
	for _, want := range []string{"dossier: internal error: out of ink\n", "cmd/dossier.version:", "Please report it"} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("stderr lacks %q:\n%s", want, stderr.String())
		}
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// Every command that prints fails when it cannot.
func TestWriteErrorsAreErrors(t *testing.T) {
	for _, line := range []string{
		"--help", "query", "query --help", "query transfers --explain", "schema", "schema --mermaid", "schema --markdown",
		"completion bash", "version", "--version",
	} {
		var stderr bytes.Buffer
		code := run(t.Context(), append([]string{"dossier"}, strings.Fields(line)...), nil, brokenPipe{}, &stderr, func(string) string { return "" })
		if code != exitFailed || stderr.String() != "dossier: no space left on device\n" {
			t.Errorf("dossier %s: exit %d, stderr %q", line, code, stderr.String())
		}
	}
}
