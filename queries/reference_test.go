package queries_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"dossier/queries"
)

func TestReference(t *testing.T) {
	var out bytes.Buffer
	if err := library(t).WriteMarkdown(&out); err != nil {
		t.Fatal(err)
	}
	golden(t, filepath.Join("..", "docs", "queries.md"), out.String())
}

func TestHelp(t *testing.T) {
	l := library(t)
	var out bytes.Buffer
	if err := l.WriteList(&out, queries.RenderOptions{Width: 70}); err != nil {
		t.Fatal(err)
	}
	for _, q := range l.Queries() {
		out.WriteString("\n")
		if err := q.WriteHelp(&out, queries.RenderOptions{Width: 90}); err != nil {
			t.Fatal(err)
		}
	}
	golden(t, filepath.Join("testdata", "help.txt"), out.String())
	for _, line := range strings.Split(out.String(), "\n") {
		if strings.HasSuffix(line, " ") {
			t.Errorf("space at the end of %q", line)
		}
	}
}
