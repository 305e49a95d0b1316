package local

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// A fake is a machine on which everything works until a test breaks it: Java is
// a shell script, Maven writes three small jars, and the server answers as soon
// as its process was launched.
type fake struct {
	*machine
	Options
	env       map[string]string
	processes map[int]string // what processStart finds besides real processes
	signals   []string
	dockers   []string // the docker commands that were run

	mu   sync.Mutex
	said []string
}

func newFake(t *testing.T) *fake {
	t.Helper()
	f := &fake{env: map[string]string{}, processes: map[int]string{}}
	dir := t.TempDir()
	f.Options = Options{
		DataDir: filepath.Join(dir, "data"), CacheDir: filepath.Join(dir, "cache"),
		Progress: func(format string, args ...any) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.said = append(f.said, fmt.Sprintf(format, args...))
		},
	}
	f.machine = thisMachine()
	f.getenv = func(name string) string { return f.env[name] }
	f.env["DOSSIER_JAVA"] = fakeJava(t, "exec sleep 60")
	f.lookPath = func(program string) (string, error) {
		if program == "mvn" {
			return "/usr/bin/mvn", nil
		}
		return "", errors.New("not found")
	}
	f.systemJavas = func() []string { return nil }
	f.maven = func(_ context.Context, run mavenRun) error {
		for _, name := range mainJars {
			writeJar(t, filepath.Join(run.Out, name), "A.class")
		}
		return nil
	}
	f.freeBytes = func(string) (uint64, error) { return 1 << 40, nil }
	f.processStart = func(pid int) (string, error) {
		if start, ok := f.processes[pid]; ok {
			return start, nil
		}
		return processStart(pid)
	}
	f.signal = func(pid int, sig os.Signal) error {
		f.signals = append(f.signals, fmt.Sprintf("%v %d", sig, pid))
		if _, ok := f.processes[pid]; ok {
			return nil
		}
		return signalProcess(pid, sig)
	}
	f.ping = func(context.Context, string, string) (string, error) { return version, nil }
	f.serverPID = func(context.Context, string, string) (int, error) { return 0, errors.New("nobody there") }
	f.docker = func(context.Context, ...string) (string, error) { return "", errors.New("no daemon") }
	f.lockWait, f.stopWait = 50*time.Millisecond, 2*time.Second
	t.Cleanup(func() { f.stop(context.Background(), f.Options) })
	return f
}

func (f *fake) layout() layout { return newLayout(f.Options) }

func (f *fake) heard(text string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return strings.Contains(strings.Join(f.said, "\n"), text)
}

// fakeJava is a Java 17 that does what a start wants of it; as the server it
// runs the given lines of shell in the server's home.
func fakeJava(t *testing.T, server string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "java")
	script := `#!/bin/sh
case "$1" in
-version) echo 'openjdk version "17.0.1" 2021-10-19' >&2 ;;
*password.args) mkdir -p data/dbms && : >data/dbms/auth.ini ;;
*archiver.args) exit 1 ;;
*) ` + server + ` ;;
esac
`
	if err := os.WriteFile(path, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func writeJar(t *testing.T, path string, entries ...string) {
	t.Helper()
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := zip.NewWriter(out)
	for _, name := range entries {
		e, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "/") {
			fmt.Fprintf(e, "content of %s", name)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// wantError checks what a user sees: the kind, words of the message, and that
// there is a next step.
func wantError(t *testing.T, err, kind error, words ...string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("got error %v; want one that is %q", err, kind)
	}
	var e *Error
	if !errors.As(err, &e) || e.Hint() == "" {
		t.Errorf("%v: no hint", err)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("got message %q; want it to contain %q", err, w)
		}
	}
}

func mkdirs(t *testing.T, dirs ...string) {
	t.Helper()
	for _, d := range dirs {
		if err := os.MkdirAll(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	mkdirs(t, filepath.Dir(path))
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
