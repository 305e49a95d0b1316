package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"dossier/loaders"
)

// A progress counts articles on stderr while they are read, if that is a
// terminal and the user wants to see it. It is erased when done: what stays is
// the summary.
type progress struct{ bar *progressbar.ProgressBar }

func newProgress(s *streams, what string, show bool) progress {
	p := progress{progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(s.err),
		progressbar.OptionSetVisibility(show && s.errTerminal && !s.quiet),
		progressbar.OptionSetDescription(what),
		progressbar.OptionSpinnerType(14),
		progressbar.OptionSetSpinnerChangeInterval(0), // no goroutine that draws between our notes
		progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish(),
	)}
	s.beforeNote = func() { _ = p.bar.Clear() } // it fails as writing to stderr does
	return p
}

func (p progress) show(sum loaders.Summary) {
	text := fmt.Sprintf("%d articles read", sum.Read)
	if n := sum.New + sum.Unchanged + sum.Changed; n > 0 {
		text += fmt.Sprintf(", %d written", n)
	}
	if n := len(sum.Failures); n > 0 {
		text += fmt.Sprintf(", %d failed", n)
	}
	p.bar.Describe(text)
	_ = p.bar.Add(1) // it fails for finished bars only
}

func (p progress) done() { _ = p.bar.Finish() } // as Clear
