package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"
)

// waitReady returns when the recorded server has answered a query or has
// ended. There is no other limit than the context's: recovery takes what it
// takes. A nil rec is read from the file.
func (m *machine) waitReady(ctx context.Context, l layout, o Options, rec *record) (*Server, error) {
	if rec == nil {
		r, err := l.readRecord()
		if err != nil {
			return nil, err
		}
		rec = &r
	}
	pw, err := l.readPassword()
	if err != nil {
		return nil, err
	}
	s := rec.server(l, pw)
	poll := backoff.NewExponentialBackOff()
	poll.InitialInterval, poll.MaxInterval, poll.Multiplier = 20*time.Millisecond, 250*time.Millisecond, 1.2
	report := reporter(o, l, *rec, m.now)
	_, err = backoff.Retry(ctx, func() (struct{}, error) {
		v, err := m.ping(ctx, s.URI, pw)
		if err == nil {
			s.Version = v
			return struct{}{}, nil
		}
		if errors.Is(err, ErrPassword) {
			return struct{}{}, backoff.Permanent(passwordRefused(l, err))
		}
		if alive, aerr := m.alive(ctx, *rec); aerr == nil && !alive {
			return struct{}{}, backoff.Permanent(m.startFailed(ctx, l, *rec))
		}
		report()
		return struct{}{}, err
	}, backoff.WithBackOff(poll), backoff.WithMaxElapsedTime(0))
	var perm *backoff.PermanentError
	if errors.As(err, &perm) {
		err = perm.Unwrap()
	}
	if ctx.Err() != nil {
		e := notReady(l, *rec)
		e.cause = context.Cause(ctx)
		e.hint = "it goes on by itself: try again in a while, or end it with: dossier db stop"
		return nil, e
	}
	if err != nil {
		return nil, err
	}
	return s, nil
}

// reporter tells how the start goes, when there is news or a while has passed.
func reporter(o Options, l layout, rec record, now func() time.Time) func() {
	last, told := now(), ""
	return func() {
		if o.Progress == nil || now().Sub(last) < time.Second {
			return
		}
		if p, ok := recoveryProgress(l.debugLog(), rec.DebugFrom); ok && p != told {
			last, told = now(), p
			o.say("Neo4j is recovering after it was interrupted: %s", p)
		} else if now().Sub(last) >= 10*time.Second {
			last = now()
			o.say("Neo4j is still starting (%s)", now().Sub(rec.Started).Round(time.Second))
		}
	}
}

// startFailed explains why a server ended before it answered.
func (m *machine) startFailed(ctx context.Context, l layout, rec record) error {
	os.Remove(l.record())
	text := readFrom(l.log(), rec.LogFrom) + readFrom(l.console(), 0)
	if rec.Container != "" {
		text = m.containerLog(ctx, l, rec.Container)
	}
	switch {
	case strings.Contains(text, "already in use"):
		port, use := rec.Ports.Bolt, "Bolt"
		if strings.Contains(text, fmt.Sprintf(":%d is already in use", rec.Ports.HTTP)) {
			port, use = rec.Ports.HTTP, "HTTP"
		}
		return portTaken(use, port)
	case strings.Contains(text, "Lock file has been locked by another process"):
		return &Error{
			kind: ErrDataInUse,
			what: fmt.Sprintf("another Neo4j, which dossier has no record of, uses the data in %s", l.home()),
			hint: "find its process with: pgrep -fl " + l.args() + " -- end it, then try again",
		}
	case strings.Contains(text, noSpace):
		return diskFull("start the local Neo4j", l.root(), dataBytes, nil)
	}
	return &Error{
		kind:  ErrStart,
		what:  fmt.Sprintf("the local Neo4j (%s) ended before it was ready", rec.name()),
		hint:  "its whole log is " + l.log(),
		cause: errors.New(causes(text)),
	}
}

// causes picks the lines of a log that say what went wrong: of Java's pages of
// stack traces only the heads.
func causes(text string) string {
	var picked []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "Caused by: ") || strings.HasPrefix(line, "Exception in thread") ||
			strings.HasPrefix(line, "Error") || strings.Contains(line, " ERROR ") {
			picked = append(picked, line)
		}
	}
	if picked == nil {
		return lastLines(text, 3)
	}
	return strings.Join(picked[max(0, len(picked)-3):], "; ")
}

func lastLines(text string, n int) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-n):], "; ")
}

// readFrom returns at most a megabyte of a file from an offset on, "" if there
// is nothing. An offset beyond the end means that the log was rotated.
func readFrom(path string, from int64) string {
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	if fi, err := f.Stat(); err != nil || fi.Size() < from {
		from = 0
	}
	if _, err := f.Seek(from, io.SeekStart); err != nil {
		return ""
	}
	data, _ := io.ReadAll(io.LimitReader(f, 1<<20)) // what can be read is better than nothing
	return string(data)
}

var recoveryLine = regexp.MustCompile(`\[o\.n\.k\.r\.Recovery\] \[[^\]]*\]\s+(?:(\d{1,3})% completed|TransactionLogsRecovery)`)

// recoveryProgress reads from debug.log how far a recovery is; false if there
// is none or it is over.
func recoveryProgress(debugLog string, from int64) (string, bool) {
	return parseRecovery(readFrom(debugLog, from))
}

func parseRecovery(text string) (string, bool) {
	progress, found := "", false
	lines := bufio.NewScanner(strings.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if match := recoveryLine.FindStringSubmatch(lines.Text()); match != nil {
			progress, found = "0%", true
			if match[1] != "" {
				progress = match[1] + "%"
			}
		} else if strings.Contains(lines.Text(), "Recovery in '") && strings.Contains(lines.Text(), " completed.") {
			found = false
		}
	}
	return progress, found
}
