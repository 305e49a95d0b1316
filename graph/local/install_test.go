package local

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestInstallFails(t *testing.T) {
	tests := []struct {
		name    string
		broken  func(f *fake)
		wantErr error
		words   []string
	}{
		{"no Maven", func(f *fake) {
			f.lookPath = func(string) (string, error) { return "", errors.New("not found") }
		}, ErrMavenMissing, []string{"needs Maven"}},
		{"Maven fails", func(f *fake) {
			f.maven = func(context.Context, mavenRun) error { return errors.New("unknown host") }
		}, ErrInstall, []string{"Maven could not fetch", "unknown host"}},
		{"disk fills meanwhile", func(f *fake) {
			f.maven = func(context.Context, mavenRun) error { return errors.New("a.jar: No space left on device") }
		}, ErrDiskFull, []string{"not enough disk space", "a.jar"}},
		{"disk is full", func(f *fake) {
			f.freeBytes = func(string) (uint64, error) { return 10 << 20, nil }
		}, ErrDiskFull, []string{"10 MB are free, 600 MB are needed"}},
		{"a jar is missing", func(f *fake) {
			f.maven = func(_ context.Context, run mavenRun) error {
				return os.WriteFile(filepath.Join(run.Out, "other.txt"), nil, 0o600)
			}
		}, ErrInstall, []string{"did not deliver neo4j-" + version + ".jar"}},
		{"foreign folder", func(f *fake) {
			os.MkdirAll(f.layout().lib(), 0o700)
			os.WriteFile(filepath.Join(f.layout().lib(), "thesis.txt"), nil, 0o600)
		}, ErrNotOurs, []string{"has content"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			tt.broken(f)
			_, err := f.ensure(context.Background(), f.Options)
			wantError(t, err, tt.wantErr, tt.words...)
			if _, err := f.layout().installed(); err == nil {
				t.Error("a failed installation counts as one")
			}
			if parts, _ := filepath.Glob(filepath.Join(f.CacheDir, "*.part")); parts != nil {
				t.Errorf("left behind: %q", parts)
			}
		})
	}
}

func TestInstallInterrupted(t *testing.T) {
	f := newFake(t)
	ctx, cancel := context.WithCancel(context.Background())
	f.maven = func(ctx context.Context, _ mavenRun) error { cancel(); return ctx.Err() }
	if _, err := f.ensure(ctx, f.Options); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want context canceled", err)
	}
}

// TestInstallRepairs has an installation that was killed half way, or damaged
// later, made anew.
func TestInstallRepairs(t *testing.T) {
	jar := mainJars[0]
	tests := []struct {
		name   string
		damage func(t *testing.T, l layout)
		runs   int
	}{
		{"whole", func(*testing.T, layout) {}, 1},
		{"killed while fetching", func(t *testing.T, l layout) {
			mkdirs(t, l.lib()+".part")
			if err := os.Rename(l.lib(), l.lib()+".part/lib"); err != nil {
				t.Fatal(err)
			}
		}, 2},
		{"jar gone", func(t *testing.T, l layout) { os.Remove(filepath.Join(l.lib(), jar)) }, 2},
		{"jar cut short", func(t *testing.T, l layout) { write(t, filepath.Join(l.lib(), jar), "PK") }, 2},
		{"list cut short", func(t *testing.T, l layout) { write(t, filepath.Join(l.lib(), listName), "") }, 2},
		{"list garbled", func(t *testing.T, l layout) { write(t, filepath.Join(l.lib(), listName), "\x00\x01") }, 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			runs, maven := 0, f.maven
			f.maven = func(ctx context.Context, run mavenRun) error { runs++; return maven(ctx, run) }
			install := func() {
				t.Helper()
				jars, err := f.install(context.Background(), f.layout(), javaVM{Path: "java"}, f.Options)
				if err != nil || len(jars) != len(mainJars) {
					t.Fatalf("got %q, %v", jars, err)
				}
			}
			install()
			tt.damage(t, f.layout())
			install()
			if runs != tt.runs {
				t.Errorf("Maven ran %d times; want %d", runs, tt.runs)
			}
		})
	}
}

func TestCountDownloads(t *testing.T) {
	f := newFake(t)
	now := time.Unix(0, 0)
	line := countDownloads(f.Options, func() time.Time { return now })
	for range 8 {
		now = now.Add(time.Second)
		line("[INFO] Downloading from x: a.jar")
		line("Downloaded from x: a.jar (1 kB)")
	}
	want := []string{"installing Neo4j: 3 files fetched", "installing Neo4j: 6 files fetched"}
	if d := cmp.Diff(want, f.said); d != "" {
		t.Error(d)
	}
}

func TestRunMaven(t *testing.T) {
	dir := t.TempDir()
	mvn := filepath.Join(dir, "mvn")
	script := "#!/bin/sh\necho \"$JAVA_HOME\"\necho \"[ERROR] cannot resolve\"\nexit $STATUS\n"
	if err := os.WriteFile(mvn, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	var lines []string
	run := mavenRun{
		Program: mvn, POM: filepath.Join(dir, "pom.xml"), Out: dir, JavaHome: "/some/java",
		Line: func(l string) { lines = append(lines, l) },
	}
	t.Setenv("STATUS", "1")
	if err := runMaven(context.Background(), run); err == nil || err.Error() != "cannot resolve" {
		t.Errorf("got error %v; want Maven's own words", err)
	}
	t.Setenv("STATUS", "0")
	if err := runMaven(context.Background(), run); err != nil {
		t.Error(err)
	}
	if lines[0] != "/some/java" {
		t.Errorf("JAVA_HOME was %q", lines[0])
	}
}

func TestUnsignJars(t *testing.T) {
	dir := t.TempDir()
	jar := filepath.Join(dir, "a.jar")
	writeJar(t, jar, "META-INF/", "META-INF/MANIFEST.MF", "META-INF/X.SF", "META-INF/X.RSA", "a/META-INF/Y.SF", "a/B.class")
	if err := unsignJars(dir); err != nil {
		t.Fatal(err)
	}
	r, err := zip.OpenReader(jar)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var got []string
	for _, f := range r.File {
		got = append(got, f.Name)
		src, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(src)
		if err != nil || (!strings.HasSuffix(f.Name, "/") && string(text) != "content of "+f.Name) {
			t.Errorf("%s: got %q, %v", f.Name, text, err)
		}
	}
	if d := cmp.Diff([]string{"META-INF/", "META-INF/MANIFEST.MF", "a/META-INF/Y.SF", "a/B.class"}, got); d != "" {
		t.Error(d)
	}
}
