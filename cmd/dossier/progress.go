package main

import (
	"fmt"
	"time"

	"github.com/schollz/progressbar/v3"

	"dossier/loaders"
)

// A progress counts articles on stderr while they are read, with the rate and,
// where their number is known, the time that is left, if stderr is a terminal
// and the user wants to see it. It is erased when done: what stays is the
// summary.
type progress struct {
	bar     *progressbar.ProgressBar
	total   int // articles, 0 if that is not known
	started time.Time
	now     func() time.Time
}

// newProgress shows the progress of a job over total articles, 0 where their
// number is not known.
func newProgress(s *streams, what string, total int, show bool) *progress {
	longest := int64(-1)
	if total > 0 {
		longest = int64(total)
	}
	p := &progress{
		total: total,
		now:   time.Now,
		bar: progressbar.NewOptions64(longest,
			progressbar.OptionSetWriter(s.err),
			progressbar.OptionSetVisibility(show && s.errTerminal && !s.quiet),
			progressbar.OptionSetDescription(what),
			progressbar.OptionSetPredictTime(false), // ours knows of what is skipped
			progressbar.OptionSetWidth(20),
			progressbar.OptionSpinnerType(14),
			progressbar.OptionSetSpinnerChangeInterval(0), // no goroutine that draws between our notes
			progressbar.OptionThrottle(100*time.Millisecond),
			progressbar.OptionClearOnFinish(),
		),
	}
	p.started = p.now()
	s.beforeNote = func() { _ = p.bar.Clear() } // it fails as writing to stderr does
	return p
}

func (p *progress) show(sum loaders.Summary) {
	p.bar.Describe(p.text(sum))
	_ = p.bar.Set(min(seen(sum), max(p.total, seen(sum)))) // it fails for finished bars only
}

// seen is how many articles are through, in one way or another.
func seen(sum loaders.Summary) int { return sum.Read + len(sum.Failures) + len(sum.Skips) }

// text says how far it is: articles read, written and failed, how many a second,
// and how long the others will take.
func (p *progress) text(sum loaders.Summary) string {
	text := fmt.Sprintf("%d articles read", sum.Read)
	if n := sum.New + sum.Unchanged + sum.Changed; n > 0 {
		text += fmt.Sprintf(", %d written", n)
	}
	if n := len(sum.Failures); n > 0 {
		text += fmt.Sprintf(", %d failed", n)
	}
	elapsed := p.now().Sub(p.started)
	n := seen(sum)
	if elapsed < time.Second || n == 0 {
		return text // too early to tell
	}
	text += fmt.Sprintf(", %.0f/s", float64(n)/elapsed.Seconds())
	if left := p.total - n; left > 0 {
		text += ", " + (time.Duration(float64(elapsed) / float64(n) * float64(left))).Round(time.Second).String() + " left"
	}
	return text
}

func (p *progress) done() { _ = p.bar.Finish() } // as Clear
