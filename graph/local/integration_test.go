package local

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestScratch(t *testing.T) {
	cache, _ := os.UserCacheDir()
	o := Options{DataDir: t.TempDir(), CacheDir: filepath.Join(cache, "dossier-test"), Progress: t.Logf}
	ctx := context.Background()
	s, err := Ensure(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%+v", s)
	if err := Stop(ctx, o); err != nil {
		t.Fatal(err)
	}
}
