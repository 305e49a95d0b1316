package local

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
)

// layout names every file of a managed server.
type layout struct {
	data  string // the caller's data folder
	cache string // the caller's cache folder
}

func newLayout(o Options) layout {
	l := layout{data: o.DataDir, cache: o.CacheDir}
	if l.data == "" {
		l.data = filepath.Join(xdg.DataHome, "dossier")
	}
	if l.cache == "" {
		l.cache = filepath.Join(xdg.CacheHome, "dossier")
	}
	// The server runs in another working folder, so every path is absolute.
	if abs, err := filepath.Abs(l.data); err == nil {
		l.data = abs
	}
	if abs, err := filepath.Abs(l.cache); err == nil {
		l.cache = abs
	}
	return l
}

// root is the only folder that Reset deletes; the lock lies outside it.
func (l layout) root() string     { return filepath.Join(l.data, "neo4j") }
func (l layout) lock() string     { return filepath.Join(l.data, "neo4j.lock") }
func (l layout) marker() string   { return filepath.Join(l.root(), markerName) }
func (l layout) password() string { return filepath.Join(l.root(), "password") }
func (l layout) ports() string    { return filepath.Join(l.root(), "ports.json") }
func (l layout) record() string   { return filepath.Join(l.root(), "server.json") }
func (l layout) visit() string    { return filepath.Join(l.root(), "visit") }
func (l layout) home() string     { return filepath.Join(l.root(), "home") }
func (l layout) conf() string     { return filepath.Join(l.home(), "conf") }
func (l layout) args() string     { return filepath.Join(l.conf(), "java.args") }
func (l layout) auth() string     { return filepath.Join(l.home(), "data", "dbms", "auth.ini") }
func (l layout) database() string { return filepath.Join(l.home(), "data", "databases", "system") }
func (l layout) log() string      { return filepath.Join(l.home(), "logs", "neo4j.log") }
func (l layout) debugLog() string { return filepath.Join(l.home(), "logs", "debug.log") }
func (l layout) console() string  { return filepath.Join(l.home(), "logs", "console.log") }

// In the cache, everything carries the version it belongs to.
func (l layout) lib() string         { return filepath.Join(l.cache, "neo4j-"+version) }
func (l layout) installLock() string { return l.lib() + ".lock" }

const markerName = "managed-by-dossier"

const markerText = `dossier keeps its local Neo4j database in this folder. "dossier db reset"
deletes the folder, and does so only while this file is in it.
`

// claim creates the server's folder with its marker. A folder that is not empty
// and has no marker belongs to somebody else.
func (l layout) claim() error {
	if err := l.checkMarker(); err == nil {
		return nil
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(l.root(), 0o700); err != nil {
		return fmt.Errorf("create the data folder: %w", err)
	}
	return writeFile(l.marker(), []byte(markerText), 0o600)
}

// checkMarker reports fs.ErrNotExist for a folder that is absent or empty, and
// ErrNotOurs for a folder with foreign content.
func (l layout) checkMarker() error {
	if _, err := os.Stat(l.marker()); err == nil {
		return nil
	}
	entries, err := os.ReadDir(l.root())
	switch {
	case err != nil:
		return err
	case len(entries) == 0:
		return fs.ErrNotExist
	}
	return &Error{
		kind: ErrNotOurs,
		what: fmt.Sprintf("%s has content but no file %s, so dossier did not make it", l.root(), markerName),
		hint: "name another data folder, or move this one away",
	}
}

// writeFile replaces a file at once or not at all.
func writeFile(path string, data []byte, mode os.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // fails after the rename, as it should
	_, err = f.Write(data)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
