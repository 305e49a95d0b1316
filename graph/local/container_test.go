package local

import (
	"context"
	"errors"
	"os"
	"testing"
)

// TestContainer takes a real container through its life. It needs a Docker
// daemon and, in DOSSIER_NEO4J_IMAGE, the name of an image.
func TestContainer(t *testing.T) {
	ctx, m := context.Background(), thisMachine()
	switch {
	case testing.Short():
		t.Skip("starts a real container")
	case os.Getenv("DOSSIER_NEO4J_IMAGE") == "":
		t.Skip("NOT TESTED: DOSSIER_NEO4J_IMAGE names no image")
	case !m.dockerAnswers(ctx):
		t.Skip("NOT TESTED: no Docker daemon answers")
	}
	t.Setenv("DOSSIER_JAVA", "/nowhere")
	o := Options{DataDir: t.TempDir(), CacheDir: t.TempDir(), Progress: t.Logf}
	name := newLayout(o).containerName()
	t.Cleanup(func() {
		if err := Reset(ctx, o); err != nil {
			t.Error(err)
		}
		if _, err := m.docker(ctx, "volume", "inspect", name); err == nil {
			t.Errorf("the volume %s is left", name)
		}
		if _, err := m.docker(ctx, "inspect", name); err == nil {
			t.Errorf("the container %s is left", name)
		}
	})
	ensure := func() *Server {
		t.Helper()
		s, err := Ensure(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}

	s := ensure()
	run(t, s, "UNWIND range(1, 1000) AS i CREATE (:Kept {i: i})")
	if again := ensure(); s.Runtime != "docker" || again.URI != s.URI || !again.Started.Equal(s.Started) {
		t.Errorf("second Ensure: got %+v; want the running container of %+v", again, s)
	}
	if _, err := m.docker(ctx, "kill", name); err != nil {
		t.Fatal(err)
	}
	_, err := Status(ctx, o)
	wantError(t, err, ErrNotRunning, name)
	s = ensure()
	if n := run(t, s, "MATCH (k:Kept) RETURN count(k)"); n != 1000 {
		t.Errorf("got %d nodes after the container was killed; want 1000", n)
	}
	if err := Stop(ctx, o); err != nil {
		t.Fatal(err)
	}
	if fi, err := os.Stat(LogPath(o)); err != nil || fi.Size() == 0 {
		t.Errorf("log: %v", err)
	}
	if err := Stop(ctx, o); !errors.Is(err, ErrNotRunning) {
		t.Errorf("second Stop: %v", err)
	}
}
