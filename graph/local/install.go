package local

import (
	"bufio"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

//go:embed pom.xml
var pom []byte

// listName is written last into an installation, so it marks a complete one. A
// line is the size and the name of a jar.
const listName = "jars.txt"

const browserJarName = "neo4j-browser-5.24.0.jar"

// mainJars must be among the jars whatever else Maven resolves.
var mainJars = []string{"neo4j-" + version + ".jar", "neo4j-server-" + version + ".jar", browserJarName}

const (
	// The jars (137 MB), Maven's own copy of them and the class archive (150 MB).
	installBytes = 600 << 20
	// An empty database with its logs takes 70 MB; below this Neo4j soon fails in
	// the middle of a load.
	dataBytes = 300 << 20
)

// install returns the jars of the server, fetching them if they are not there
// or not whole.
func (m *machine) install(ctx context.Context, l layout, j javaVM, o Options) ([]string, error) {
	jars, err := l.installed()
	if err == nil {
		return jars, nil
	}
	unlock, lerr := m.lock(ctx, l.installLock(), "install Neo4j", o)
	if lerr != nil {
		return nil, lerr
	}
	defer unlock()
	if jars, err = l.installed(); err == nil {
		return jars, nil // by somebody else meanwhile
	}
	if !errors.Is(err, fs.ErrNotExist) {
		o.say("%v; installing it again", err)
	}
	mvn, err := m.findMaven()
	if err != nil {
		return nil, err
	}
	if err := m.checkSpace(l.cache, installBytes, "install Neo4j"); err != nil {
		return nil, err
	}
	return m.fetch(ctx, l, j, mvn, o)
}

// fetch puts the jars into a folder beside the final one and renames it when
// it is complete. The caller holds the install lock.
func (m *machine) fetch(ctx context.Context, l layout, j javaVM, mvn string, o Options) ([]string, error) {
	part := l.lib() + ".part"
	if err := os.RemoveAll(part); err != nil { // left by a run that was killed
		return nil, err
	}
	defer os.RemoveAll(part)
	lib := filepath.Join(part, "lib")
	if err := os.MkdirAll(lib, 0o755); err != nil {
		return nil, err
	}
	pomFile := filepath.Join(part, "pom.xml")
	if err := os.WriteFile(pomFile, pom, 0o644); err != nil {
		return nil, err
	}

	o.say("installing Neo4j %s with Maven into %s (about 140 MB, once)", version, l.lib())
	err := m.maven(ctx, mavenRun{
		Program: mvn, POM: pomFile, Out: lib, JavaHome: j.home(),
		Line: countDownloads(o, m.now),
	})
	switch {
	case ctx.Err() != nil:
		return nil, fmt.Errorf("install Neo4j: %w", ctx.Err())
	case err != nil && strings.Contains(err.Error(), noSpace):
		return nil, diskFull("install Neo4j", l.cache, installBytes, err)
	case err != nil:
		return nil, &Error{
			kind: ErrInstall, what: "Maven could not fetch Neo4j " + version, cause: err,
			hint: "check the network, and the proxy and mirrors in Maven's settings (~/.m2/settings.xml), then try again",
		}
	}
	if err := unsignJars(lib); err != nil {
		return nil, fmt.Errorf("install Neo4j: %w", err)
	}
	if err := writeList(lib); err != nil {
		return nil, err
	}
	if err := l.discard(); err != nil {
		return nil, err
	}
	if err := os.Rename(lib, l.lib()); err != nil {
		return nil, err
	}
	return l.installed()
}

// countDownloads turns Maven's lines into one line of progress every few seconds.
func countDownloads(o Options, now func() time.Time) func(line string) {
	var files int
	last := now()
	return func(line string) {
		if !strings.Contains(line, "Downloaded from ") {
			return
		}
		files++
		if now().Sub(last) >= 3*time.Second {
			last = now()
			o.say("installing Neo4j: %d files fetched", files)
		}
	}
}

// installed returns the jars in a fixed order if all of them are there as they
// were installed; fs.ErrNotExist if there is no installation.
func (l layout) installed() ([]string, error) {
	f, err := os.Open(filepath.Join(l.lib(), listName))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var jars []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var size int64
		var name string
		if _, err := fmt.Sscanf(lines.Text(), "%d %s", &size, &name); err != nil {
			return nil, damaged(l.lib(), listName)
		}
		path := filepath.Join(l.lib(), name)
		if fi, err := os.Stat(path); err != nil || fi.Size() != size {
			return nil, damaged(l.lib(), name)
		}
		jars = append(jars, path)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(jars) < len(mainJars) {
		return nil, damaged(l.lib(), listName)
	}
	return jars, nil
}

func damaged(lib, name string) error {
	return &Error{
		kind: ErrInstall,
		what: fmt.Sprintf("the installation of Neo4j in %s is damaged (%s)", lib, name),
		hint: "delete that folder and try again",
	}
}

// discard removes a damaged installation, and only one: a folder without the
// list of jars was not made by install.
func (l layout) discard() error {
	if _, err := os.Stat(filepath.Join(l.lib(), listName)); err == nil {
		return os.RemoveAll(l.lib())
	}
	if err := os.Remove(l.lib()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return &Error{
			kind: ErrNotOurs,
			what: fmt.Sprintf("%s has content but no file %s, so dossier did not make it", l.lib(), listName),
			hint: "name another cache folder, or move this one away",
		}
	}
	return nil
}

func writeList(lib string) error {
	entries, err := os.ReadDir(lib) // sorted by name
	if err != nil {
		return err
	}
	var b strings.Builder
	var names []string
	for _, e := range entries {
		fi, err := e.Info()
		if err != nil {
			return err
		}
		if strings.HasSuffix(e.Name(), ".jar") {
			names = append(names, e.Name())
			fmt.Fprintf(&b, "%d %s\n", fi.Size(), e.Name())
		}
	}
	for _, want := range mainJars {
		if !slices.Contains(names, want) {
			return &Error{
				kind: ErrInstall,
				what: "Maven reported success, but did not deliver " + want,
				hint: "check the mirrors in Maven's settings (~/.m2/settings.xml), then try again",
			}
		}
	}
	return writeFile(filepath.Join(lib, listName), []byte(b.String()), 0o644)
}

// noSpace is what the system, and so Java and Maven, say when a disk is full.
const noSpace = "No space left on device"

func (m *machine) checkSpace(folder string, need uint64, why string) error {
	free, err := m.freeBytes(folder)
	if err != nil {
		return fmt.Errorf("free space of %s: %w", folder, err)
	}
	if free < need {
		return diskFull(why, folder, need, fmt.Errorf("%d MB are free, %d MB are needed", free>>20, need>>20))
	}
	return nil
}

func diskFull(why, folder string, need uint64, cause error) *Error {
	return &Error{
		kind:  ErrDiskFull,
		what:  fmt.Sprintf("not enough disk space in %s to %s", folder, why),
		hint:  fmt.Sprintf("free %d MB there, or name a folder on another disk with XDG_CACHE_HOME or XDG_DATA_HOME", need>>20),
		cause: cause,
	}
}
