package local

import (
	"context"
	"errors"
	"path/filepath"
	"testing"
)

func TestFindJava(t *testing.T) {
	versions := map[string]string{ // by path
		"/8/bin/java":  `java version "1.8.0_292"`,
		"/11/bin/java": `openjdk version "11.0.2" 2019-01-15`,
		"/17/bin/java": `openjdk version "17.0.15" 2025-04-15`,
		"/21/bin/java": "Picked up JAVA_TOOL_OPTIONS: -Dx=y\nopenjdk version \"21\" 2023-09-19",
		"/25/bin/java": `openjdk version "25-ea" 2025-09-16`,
		"/stub":        `The operation couldn't be completed. Unable to locate a Java Runtime.`,
	}
	tests := []struct {
		name             string
		dossier, home    string
		path             string
		system           []string
		want             string
		wantErr          error
		wantErrToContain string
	}{
		{name: "path", path: "/17/bin/java", want: "/17/bin/java"},
		{name: "JAVA_HOME first", home: "/21", path: "/17/bin/java", want: "/21/bin/java"},
		{name: "JAVA_HOME too old", home: "/11", path: "/17/bin/java", want: "/17/bin/java"},
		{name: "path too old", path: "/8/bin/java", system: []string{"/11/bin/java", "/21/bin/java"}, want: "/21/bin/java"},
		{name: "newer than tested", path: "/25/bin/java", want: "/25/bin/java"},
		{name: "newer than tested is second choice", path: "/25/bin/java", system: []string{"/17/bin/java"}, want: "/17/bin/java"},
		{name: "DOSSIER_JAVA", dossier: "/21/bin/java", home: "/17", want: "/21/bin/java"},
		{name: "DOSSIER_JAVA is final", dossier: "/11/bin/java", home: "/17", wantErr: ErrJavaTooOld, wantErrToContain: "/11/bin/java is Java 11"},
		{name: "DOSSIER_JAVA wrong", dossier: "/nowhere", path: "/17/bin/java", wantErr: ErrJavaMissing, wantErrToContain: "/nowhere"},
		{name: "only old ones", home: "/11", path: "/8/bin/java", wantErr: ErrJavaTooOld, wantErrToContain: "/11/bin/java is Java 11"},
		{name: "a stub", path: "/stub", wantErr: ErrJavaMissing},
		{name: "none", wantErr: ErrJavaMissing, wantErrToContain: "Java 17 or newer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			f.env = map[string]string{"DOSSIER_JAVA": tt.dossier, "JAVA_HOME": tt.home}
			f.systemJavas = func() []string { return tt.system }
			f.lookPath = func(string) (string, error) {
				if tt.path == "" {
					return "", errors.New("not found")
				}
				return tt.path, nil
			}
			f.javaVersion = func(_ context.Context, path string) (string, error) {
				if v, ok := versions[path]; ok {
					return v, nil
				}
				return "", errors.New("no such file")
			}
			j, err := f.findJava(context.Background())
			if tt.wantErr != nil {
				wantError(t, err, tt.wantErr, tt.wantErrToContain)
				return
			}
			if err != nil || j.Path != tt.want {
				t.Errorf("got %q, %v; want %q", j.Path, err, tt.want)
			}
		})
	}
}

func TestFindJavaInFolder(t *testing.T) {
	f := newFake(t)
	home := t.TempDir()
	f.env["DOSSIER_JAVA"] = home
	want := filepath.Join(home, "bin", "java")
	f.javaVersion = func(_ context.Context, path string) (string, error) {
		if path != want {
			t.Errorf("asked %s for its version; want %s", path, want)
		}
		return `openjdk version "17"`, nil
	}
	j, err := f.findJava(context.Background())
	if err != nil || j.home() != home {
		t.Errorf("got home %q, %v; want %q", j.home(), err, home)
	}
}

func FuzzParseJavaVersion(f *testing.F) {
	f.Add("openjdk version \"17.0.15\" 2025-04-15\nOpenJDK Runtime Environment")
	f.Add(`java version "1.8.0_292"`)
	f.Add(`java version "99999999999999999999"`)
	f.Fuzz(func(t *testing.T, out string) {
		if n := parseJavaVersion(out); n < 0 || n > 9999 {
			t.Errorf("parseJavaVersion(%q) = %d", out, n)
		}
	})
}
