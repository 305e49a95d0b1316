package source

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestGolden reads every file of testdata as its own source and compares all
// that comes out with NAME.golden.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") || isCompanion(file) {
			continue
		}
		n++
		t.Run(filepath.Base(file), func(t *testing.T) {
			var got strings.Builder
			for it := range Each(context.Background(), []string{filepath.ToSlash(file)}, Options{}) {
				describe(&got, it)
			}
			golden := file + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
	if n < 9 {
		t.Errorf("%d files under testdata, want at least 9", n)
	}
}

func describe(b *strings.Builder, it Item) {
	a := it.Article
	fmt.Fprintf(b, "# %s\n", filepath.ToSlash(it.Name))
	if it.Err != nil {
		fmt.Fprintf(b, "error: %v\n\n", filepath.ToSlash(it.Err.Error()))
		return
	}
	for _, f := range [][2]string{{"name", a.Name}, {"title", a.Title}, {"outlet", a.Outlet}, {"url", a.URL},
		{"published", strings.TrimSpace(a.Published + " " + a.PublishedFrom)}, {"language", a.Language}} {
		if f[1] != "" {
			fmt.Fprintf(b, "%s: %s\n", f[0], f[1])
		}
	}
	b.WriteByte('\n')
	if a.Blocks == nil {
		fmt.Fprintf(b, "%s\n", strings.TrimSuffix(a.Text, "\n"))
	}
	for _, block := range a.Blocks {
		fmt.Fprintf(b, "[%s] %s\n", block.Kind, a.Text[block.Start:block.End])
	}
	b.WriteByte('\n')
}
