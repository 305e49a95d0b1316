package local

import (
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
)

// withDocker gives the machine a daemon that knows one container at most.
func (f *fake) withDocker() {
	var running, labelled bool
	f.docker = func(_ context.Context, args ...string) (string, error) {
		f.dockers = append(f.dockers, strings.Join(args, " "))
		switch args[0] {
		case "run":
			running, labelled = true, true
		case "stop":
			running = false
		case "rm":
			running, labelled = false, false
		case "inspect":
			switch {
			case !labelled:
				return "", errors.New("docker inspect: Error: No such object: x")
			case strings.Contains(args[2], "Running"):
				return map[bool]string{true: "true", false: "false"}[running], nil
			}
			return f.layout().root(), nil
		case "logs":
			return "Started.", nil
		}
		return "27.0", nil
	}
}

func (f *fake) ran(command string) bool {
	return slices.ContainsFunc(f.dockers, func(c string) bool { return strings.HasPrefix(c, command) })
}

func TestDocker(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	f.env["DOSSIER_JAVA"] = "/nowhere"
	f.env["DOSSIER_NEO4J_IMAGE"] = "example/neo4j:1"
	f.withDocker()
	var environment string
	docker := f.docker
	f.docker = func(ctx context.Context, args ...string) (string, error) {
		if i := slices.Index(args, "--env-file"); i > 0 {
			environment = read(t, args[i+1])
		}
		return docker(ctx, args...)
	}

	s, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	if s.Runtime != "docker" || s.PID != 0 {
		t.Errorf("got %+v", s)
	}
	if !f.heard("using Docker instead") {
		t.Errorf("nobody was told: %q", f.said)
	}
	commands := strings.Join(f.dockers, "\n")
	for _, want := range []string{"--publish 127.0.0.1:", "--label dossier.data=" + s.DataDir, "example/neo4j:1"} {
		if !strings.Contains(commands, want) {
			t.Errorf("no %q in:\n%s", want, commands)
		}
	}
	if strings.Contains(commands, s.Password) {
		t.Error("the password is in the arguments")
	}
	if !strings.Contains(environment, "NEO4J_AUTH=neo4j/"+s.Password+"\n") || exists(s.DataDir+"/docker.env") {
		t.Errorf("environment file: %q", environment)
	}
	if again, err := f.ensure(ctx, f.Options); err != nil || again.URI != s.URI || f.ran("rm") {
		t.Errorf("second Ensure: got %v, %v; want the container adopted", again, err)
	}

	// With Java there now, the data is still in the volume.
	if err := f.stop(ctx, f.Options); err != nil {
		t.Fatal(err)
	}
	if got := read(t, s.Log); got != "Started.\n" {
		t.Errorf("log: %q", got)
	}
	f.env["DOSSIER_JAVA"] = fakeJava(t, "exec sleep 60")
	if s, err = f.ensure(ctx, f.Options); err != nil || s.Runtime != "docker" {
		t.Errorf("with Java: got %v, %v; want the container", s, err)
	}
	if err := f.reset(ctx, f.Options); err != nil {
		t.Fatal(err)
	}
	if !f.ran("volume rm") || exists(s.DataDir) {
		t.Error("data is left")
	}
	if s, err = f.ensure(ctx, f.Options); err != nil || s.Runtime != "java" {
		t.Errorf("after Reset: got %v, %v; want Java", s, err)
	}
}

// TestNoDockerForJavaData keeps a start from showing an empty graph because
// Java is gone.
func TestNoDockerForJavaData(t *testing.T) {
	f := newFake(t)
	f.withDocker()
	f.env["DOSSIER_JAVA"] = "/nowhere"
	write(t, f.layout().marker(), markerText)
	mkdirs(t, f.layout().database())
	_, err := f.ensure(context.Background(), f.Options)
	wantError(t, err, ErrJavaMissing)
}

func TestDockerFails(t *testing.T) {
	tests := []struct {
		name    string
		command string
		message string
		wantErr error
		words   []string
	}{
		{"no daemon", "version", "cannot connect", ErrDocker, []string{"no Docker daemon"}},
		{"no image", "pull", "no such host", ErrDocker, []string{"could not be fetched", "no such host"}},
		{"no volume", "volume", "denied", ErrDocker, []string{"volume"}},
		{"does not run", "run", "bad option", ErrDocker, []string{"bad option"}},
		{"port taken", "run", "Bind for 127.0.0.1:1 failed: port is already allocated", ErrPortTaken, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := newFake(t)
			f.withDocker()
			docker := f.docker
			f.docker = func(ctx context.Context, args ...string) (string, error) {
				if args[0] == tt.command || (args[0] == "image" && tt.command == "pull") {
					return "", errors.New(tt.message)
				}
				return docker(ctx, args...)
			}
			o := f.Options
			o.Runtime = "docker"
			_, err := f.ensure(context.Background(), o)
			wantError(t, err, tt.wantErr, tt.words...)
		})
	}
}

func TestForeignContainer(t *testing.T) {
	f := newFake(t)
	f.withDocker()
	docker := f.docker
	f.docker = func(ctx context.Context, args ...string) (string, error) {
		if args[0] == "inspect" {
			return "somebody else's", nil
		}
		return docker(ctx, args...)
	}
	o := f.Options
	o.Runtime = "docker"
	_, err := f.ensure(context.Background(), o)
	wantError(t, err, ErrNotOurs, "does not belong to")
	if f.ran("rm") {
		t.Error("it was removed")
	}
}

func TestContainerGone(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	f.withDocker()
	l := f.layout()
	write(t, l.marker(), markerText)
	if err := l.writeRecord(record{Runtime: "docker", Container: "dossier-x"}); err != nil {
		t.Fatal(err)
	}
	_, err := f.status(ctx, l)
	wantError(t, err, ErrNotRunning, "container dossier-x")
	f.docker = func(context.Context, ...string) (string, error) { return "", errors.New("cannot connect") }
	_, err = f.status(ctx, l)
	wantError(t, err, ErrDocker)
	os.Remove(l.record())
}
