package local

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
)

// Neo4j 5.26 is made for Java 17 and 21; later ones are taken if there is no other.
const oldestJava, newestJava = 17, 21

// A javaVM is a Java that can run the server.
type javaVM struct {
	Path  string // of the java program
	Major int
	Ident string // all that java -version says
}

// home is what JAVA_HOME should be for programs that want it.
func (j javaVM) home() string {
	path := j.Path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	return filepath.Dir(filepath.Dir(path))
}

// findJava looks at DOSSIER_JAVA, which is final, then JAVA_HOME, the path and
// where the system keeps its Javas.
func (m *machine) findJava(ctx context.Context) (javaVM, error) {
	if v := m.getenv("DOSSIER_JAVA"); v != "" {
		if fi, err := os.Stat(v); err == nil && fi.IsDir() {
			v = filepath.Join(v, "bin", "java")
		}
		return m.bestJava(ctx, []string{v}, "DOSSIER_JAVA names "+v)
	}
	var paths []string
	if v := m.getenv("JAVA_HOME"); v != "" {
		paths = append(paths, filepath.Join(v, "bin", "java"))
	}
	if p, err := m.lookPath("java"); err == nil {
		paths = append(paths, p)
	}
	return m.bestJava(ctx, append(paths, m.systemJavas()...), "JAVA_HOME and the path were searched")
}

func (m *machine) bestJava(ctx context.Context, paths []string, searched string) (javaVM, error) {
	var later, old *javaVM
	for _, p := range paths {
		out, err := m.javaVersion(ctx, p)
		if ctx.Err() != nil {
			return javaVM{}, ctx.Err()
		}
		if err != nil {
			continue
		}
		j := javaVM{Path: p, Ident: out, Major: parseJavaVersion(out)}
		switch {
		case j.Major >= oldestJava && j.Major <= newestJava:
			return j, nil
		case j.Major > newestJava && later == nil:
			later = &j
		case j.Major > 0 && j.Major < oldestJava && old == nil:
			old = &j
		}
	}
	switch {
	case later != nil:
		return *later, nil
	case old != nil:
		return javaVM{}, &Error{
			kind: ErrJavaTooOld,
			what: fmt.Sprintf("the local Neo4j needs Java %d or newer, and %s is Java %d", oldestJava, old.Path, old.Major),
			hint: installJava + ", or name one with DOSSIER_JAVA",
		}
	}
	return javaVM{}, &Error{
		kind: ErrJavaMissing,
		what: fmt.Sprintf("the local Neo4j needs Java %d or newer, and there is none (%s)", oldestJava, searched),
		hint: installJava + ", start Docker, or name another Neo4j with NEO4J_URI",
	}
}

var installJava = map[string]string{
	"linux":  "install it, for example with: sudo apt install openjdk-17-jre-headless",
	"darwin": "install it, for example with: brew install openjdk@21",
}[runtime.GOOS]

var javaVersionLine = regexp.MustCompile(`(?m)^\S+ version "(?:1\.)?(\d{1,4})[^"]*"`)

// parseJavaVersion returns the major version from the output of java -version,
// 0 if it is not there.
func parseJavaVersion(out string) int {
	match := javaVersionLine.FindStringSubmatch(out)
	if match == nil {
		return 0
	}
	n, _ := strconv.Atoi(match[1]) // at most four digits
	return n
}

func javaVersion(ctx context.Context, path string) (string, error) {
	out, err := exec.CommandContext(ctx, path, "-version").CombinedOutput()
	return string(out), err
}

// systemJavas are where packages put Java without putting it on the path.
func systemJavas() []string {
	var found []string
	for _, pattern := range []string{
		"/usr/lib/jvm/*/bin/java",
		"/Library/Java/JavaVirtualMachines/*/Contents/Home/bin/java",
		"/opt/homebrew/opt/openjdk*/bin/java",
	} {
		paths, _ := filepath.Glob(pattern) // the patterns are well formed
		found = append(found, paths...)
	}
	slices.Sort(found)
	return found
}
