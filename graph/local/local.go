package local

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// version is the Neo4j release that pom.xml names.
const version = "5.26.30"

// user is the only account of a new Neo4j.
const user = "neo4j"

// Options say where a managed server lives. The zero value is the user's own
// server.
type Options struct {
	// DataDir and CacheDir default to the XDG data and cache folders of dossier.
	// The server belongs to its data folder; any number may share a cache.
	DataDir, CacheDir string

	// Progress is told what is going on, one line a call; nil means silence.
	Progress func(format string, args ...any)

	// BoltPort and HTTPPort ask for certain ports. Zero means a free one, chosen
	// at the first start and then kept.
	BoltPort, HTTPPort int

	// Heap is the most memory Java may use for objects, in its own notation;
	// "" means 512m.
	Heap string

	// Runtime is "java" or "docker"; "" means java where it can be had, else docker.
	Runtime string

	// Pages are files for the server to offer beside Neo4j Browser, by name:
	// "guide.html" comes at HTTP + PagesPath + "guide.html", and Neo4j Browser
	// opens the page of that name once it is connected. A server that runs
	// already keeps the pages it was started with; one in a container has none.
	Pages map[string][]byte
}

// PagesPath is where [Options.Pages] are served, below [Server.HTTP]. They are
// of one origin with Neo4j Browser, and so share its local storage.
const PagesPath = "/browser/dossier/"

// guidePage is the page that Neo4j Browser opens by itself.
const guidePage = "guide.html"

func (o Options) say(format string, args ...any) {
	if o.Progress != nil {
		o.Progress(format, args...)
	}
}

// initialHeap is where the heap starts; it grows only as far as it must.
const initialHeap = "64m"

func (o Options) heap() string {
	if o.Heap == "" {
		return "512m"
	}
	return o.Heap
}

// A Server is a managed server that runs.
type Server struct {
	URI      string // for the driver, bolt://127.0.0.1:port
	Username string
	Password string
	HTTP     string // Neo4j Browser is at HTTP + "/browser/"

	PID     int    // process on this machine; 0 in a container
	Version string // of Neo4j, for example "5.26.30"
	Runtime string // "java" or "docker"
	DataDir string // folder that belongs to the server
	Log     string // see [LogPath]
	Started time.Time
}

// String leaves the password out, so that it gets into no log by accident.
func (s Server) String() string {
	return fmt.Sprintf("Neo4j %s at %s (%s, process %d)", s.Version, s.URI, s.Runtime, s.PID)
}

// Ensure returns the running server, starting it first if there is none and
// installing it first if need be. It returns when the server has answered a
// query, however long a recovery takes; the context ends the wait, not the
// server.
func Ensure(ctx context.Context, o Options) (*Server, error) { return thisMachine().ensure(ctx, o) }

// Status returns the running server. Otherwise the error is ErrNotRunning, or,
// along with a Server, ErrNotReady while it starts or recovers.
func Status(ctx context.Context, o Options) (*Server, error) {
	return thisMachine().status(ctx, newLayout(o))
}

// Stop ends the server and returns when its process is gone; ErrNotRunning if
// there was none. A process that merely has the recorded id is never touched.
func Stop(ctx context.Context, o Options) error { return thisMachine().stop(ctx, o) }

// Reset stops the server and deletes its data, password and ports. It refuses
// a folder without dossier's marker (ErrNotOurs). Nothing to delete is no error.
func Reset(ctx context.Context, o Options) error { return thisMachine().reset(ctx, o) }

// LogPath returns the server's log; the file may not exist yet. Neo4j's
// debug.log lies beside it.
func LogPath(o Options) string { return newLayout(o).log() }

func (m *machine) ensure(ctx context.Context, o Options) (*Server, error) {
	l := newLayout(o)
	// A running server needs no lock to be found.
	if s, err := m.status(ctx, l); err == nil {
		return s, nil
	}
	unlock, err := m.lockServer(ctx, l, o)
	if err != nil {
		return nil, err
	}
	defer unlock()

	if err := l.claim(); err != nil {
		return nil, err
	}
	s, err := m.locate(ctx, l, o)
	switch {
	case err == nil:
		return s, nil
	case errors.Is(err, ErrNotReady):
		o.say("the local Neo4j (process %d) is still starting", s.PID)
		return m.waitReady(ctx, l, o, nil)
	case !errors.Is(err, ErrNotRunning):
		return nil, err
	}
	if rec, rerr := l.readRecord(); rerr == nil {
		o.say("%s: starting a new one", m.describeDead(rec))
	}
	return m.start(ctx, l, o)
}

// start chooses the runtime: the one that has the data already, else Java, else
// Docker. The caller holds the lock.
func (m *machine) start(ctx context.Context, l layout, o Options) (*Server, error) {
	want := o.Runtime
	switch {
	case want != "":
	case exists(l.volumeFile()):
		want = "docker"
	case exists(l.database()):
		want = "java"
	}
	switch want {
	case "docker":
		return m.startDocker(ctx, l, o)
	case "java", "":
	default:
		return nil, fmt.Errorf("runtime %q of the local Neo4j: want java or docker", want)
	}
	j, err := m.findJava(ctx)
	if err != nil {
		if want == "" && m.dockerAnswers(ctx) {
			o.say("%v; using Docker instead", err)
			return m.startDocker(ctx, l, o)
		}
		return nil, err
	}
	return m.startJava(ctx, l, j, o)
}

// status finds the server through its record.
func (m *machine) status(ctx context.Context, l layout) (*Server, error) {
	rec, err := l.readRecord()
	if errors.Is(err, fs.ErrNotExist) {
		return nil, notRunning("the local Neo4j is not running")
	}
	if err != nil {
		return nil, err
	}
	if alive, err := m.alive(ctx, rec); err != nil {
		return nil, err
	} else if !alive {
		return nil, notRunning(m.describeDead(rec))
	}
	pw, err := l.readPassword()
	if err != nil {
		return nil, fmt.Errorf("read the password of the local Neo4j: %w", err)
	}
	s := rec.server(l, pw)
	v, err := m.ping(ctx, s.URI, pw)
	switch {
	case err == nil:
		s.Version = v
		return s, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.Is(err, ErrPassword):
		return nil, passwordRefused(l, err)
	}
	return s, notReady(l, rec)
}

// locate is status, but also finds a server whose record is lost: whoever
// answers on the kept port to the password that only this folder knows is ours.
func (m *machine) locate(ctx context.Context, l layout, o Options) (*Server, error) {
	s, err := m.status(ctx, l)
	if !errors.Is(err, ErrNotRunning) {
		return s, err
	}
	p, perr := l.readPorts()
	pw, werr := l.readPassword()
	if perr != nil || werr != nil || m.portFree(p.Bolt) {
		return nil, err
	}
	pid, perr := m.serverPID(ctx, p.uri(), pw)
	if perr != nil {
		return nil, err
	}
	start, perr := m.processStart(pid)
	if perr != nil {
		return nil, err // it answers from a container or another machine
	}
	o.say("found the local Neo4j (process %d) although its record was lost", pid)
	rec := record{Runtime: "java", PID: pid, Start: start, Ports: p, Started: m.now()}
	if err := l.writeRecord(rec); err != nil {
		return nil, err
	}
	return m.status(ctx, l)
}

func notRunning(what string) *Error {
	return &Error{kind: ErrNotRunning, what: what, hint: "start it with: dossier db start"}
}

func notReady(l layout, rec record) *Error {
	e := &Error{
		kind: ErrNotReady,
		what: fmt.Sprintf("the local Neo4j (%s) is starting", rec.name()),
		hint: "wait a moment, or read its log " + l.log(),
	}
	if p, ok := recoveryProgress(l.debugLog(), rec.DebugFrom); ok {
		e.what = fmt.Sprintf("the local Neo4j (%s) is recovering after it was interrupted: %s", rec.name(), p)
		e.hint = "wait until it is done; nothing that was stored is lost"
	}
	return e
}

func passwordRefused(l layout, err error) *Error {
	return &Error{
		kind:  ErrPassword,
		what:  fmt.Sprintf("the local Neo4j does not accept the password in %s", l.password()),
		hint:  "put the right password into that file, or delete the database with: dossier db reset",
		cause: err,
	}
}

func (m *machine) reset(ctx context.Context, o Options) error {
	l := newLayout(o)
	if _, err := os.Stat(l.root()); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	unlock, err := m.lockServer(ctx, l, o)
	if err != nil {
		return err
	}
	defer unlock()
	if err := l.checkMarker(); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return err
	}
	if err := m.stopLocked(ctx, l, o); err != nil && !errors.Is(err, ErrNotRunning) {
		return err
	}
	if err := m.removeVolume(ctx, l); err != nil {
		return err
	}
	// Renaming first makes the deletion visible at once, or not at all.
	gone := l.root() + ".deleted"
	if err := os.RemoveAll(gone); err != nil {
		return err
	}
	if err := os.Rename(l.root(), gone); err != nil {
		return err
	}
	return os.RemoveAll(gone)
}
