package local

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// classList names the classes that a start and the first queries load. Names
// that a Java does not know are passed over, so one list serves all. See
// TestClassList for how it is made.
//
//go:embed classes.lst.gz
var classList []byte

// archivePath names the archive of the parsed classes. Java uses it only with
// the very build and the very jars it was made with, so both are in the name.
func archivePath(l layout, j javaVM, jars []string) string {
	h := sha256.New()
	fmt.Fprintln(h, j.Path, j.Ident)
	for _, jar := range jars {
		if fi, err := os.Stat(jar); err == nil {
			fmt.Fprintln(h, jar, fi.Size(), fi.ModTime().UnixNano())
		}
	}
	h.Write(classList)
	return filepath.Join(l.lib(), fmt.Sprintf("classes-%x.jsa", h.Sum(nil)[:8]))
}

func (l layout) archiver() string { return filepath.Join(l.lib(), "archiver.json") }

// startArchiving builds the archive if there is none, in a process of its own
// that runs at low priority for about half a minute. It is not worth waiting
// for: a first user waits long enough.
func (m *machine) startArchiving(l layout, j javaVM, jars []string) error {
	archive := archivePath(l, j, jars)
	if exists(archive) {
		return nil
	}
	lock, err := os.OpenFile(filepath.Join(l.lib(), "archiver.lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	defer lock.Close() // the child inherits the lock and holds it until it ends
	if err := unix.Flock(int(lock.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		return nil // somebody else is at it
	}
	old, err := filepath.Glob(filepath.Join(l.lib(), "classes-*"))
	if err != nil {
		return err
	}
	for _, path := range old { // of another Java, or half done
		os.Remove(path)
	}
	list, err := l.unpackClassList()
	if err != nil {
		return err
	}
	args := filepath.Join(l.lib(), "archiver.args")
	words := []string{
		"-Xshare:dump", "-Xmx512m", "-XX:+UseSerialGC", "-Xlog:disable",
		"-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive + ".part", "-cp", classPath(jars),
	}
	if err := writeFile(args, argFile(words), 0o600); err != nil {
		return err
	}
	const script = `nice -n 10 "$1" "$2" && mv -f "$0.part" "$0"`
	cmd := exec.Command("/bin/sh", "-c", script, archive, j.Path, "@"+args)
	cmd.Dir, cmd.Env = l.lib(), serverEnv(l)
	cmd.ExtraFiles = []*os.File{lock}
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait()
	start, err := m.processStart(cmd.Process.Pid)
	if err != nil {
		return nil // it has ended already; the next start tries again
	}
	data, err := json.Marshal(record{Runtime: "java", PID: cmd.Process.Pid, Start: start})
	if err != nil {
		return err
	}
	return writeFile(l.archiver(), data, 0o600)
}

// stopArchiving ends the building of the archive. The next start tries again.
func (m *machine) stopArchiving(l layout) {
	rec, ok := m.archiving(l)
	if ok {
		syscall.Kill(-rec.PID, syscall.SIGKILL) // it leads its own group
	}
	os.Remove(l.archiver())
}

// archiving returns the process that builds the archive, if one does.
func (m *machine) archiving(l layout) (record, bool) {
	var rec record
	data, err := os.ReadFile(l.archiver())
	if err != nil || json.Unmarshal(data, &rec) != nil || rec.PID <= 0 {
		return rec, false
	}
	start, err := m.processStart(rec.PID)
	return rec, err == nil && start == rec.Start
}

func (l layout) unpackClassList() (string, error) {
	z, err := gzip.NewReader(bytes.NewReader(classList))
	if err != nil {
		return "", err
	}
	text, err := io.ReadAll(z)
	if err != nil {
		return "", err
	}
	path := filepath.Join(l.lib(), "archiver.lst")
	return path, writeFile(path, text, 0o644)
}

// filterClassList makes a class list from the one that Java wrote: names only.
// Descriptions of lambdas gain nothing here and some are longer than Java
// itself can read back; proxies are made anew in each run.
func filterClassList(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if name, _, _ := strings.Cut(strings.TrimSpace(line), " "); name != "" && !strings.ContainsAny(name, "@#") &&
			!strings.Contains(name, "$Proxy") && !strings.Contains(line, "source:") {
			b.WriteString(name + "\n")
		}
	}
	return b.String()
}
