package main

import (
	"bytes"
	"testing"
	"time"

	"dossier/loaders"
)

func TestProgressText(t *testing.T) {
	s := newStreams(nil, new(bytes.Buffer), new(bytes.Buffer), func(string) string { return "" })
	for _, tt := range []struct {
		total   int
		elapsed time.Duration
		sum     loaders.Summary
		want    string
	}{
		{100, 0, loaders.Summary{}, "0 articles read"},
		{100, 500 * time.Millisecond, loaders.Summary{Read: 5}, "5 articles read"},
		{100, 2 * time.Second, loaders.Summary{Read: 10}, "10 articles read, 5/s, 18s left"},
		{0, 2 * time.Second, loaders.Summary{Read: 10}, "10 articles read, 5/s"},
		{10, 2 * time.Second, loaders.Summary{Read: 9, Failures: make([]loaders.Failure, 1), Counts: loaders.Counts{New: 8}}, "9 articles read, 8 written, 1 failed, 5/s"},
		{5, 2 * time.Second, loaders.Summary{Read: 6}, "6 articles read, 3/s"}, // more than was thought
	} {
		p := newProgress(s, "loading", tt.total, true)
		p.now = func() time.Time { return p.started.Add(tt.elapsed) }
		p.show(tt.sum)
		if got := p.text(tt.sum); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
