package loaders

import (
	"fmt"
	"runtime/debug"
	"strings"
)

// Counts is what a [Sink] wrote.
type Counts struct {
	New       int // articles that were not there before
	Unchanged int // articles that were there just so
	Changed   int // articles that were there and are read otherwise now
	Sentences int
	Claims    int
	Edges     int
}

// Add adds what another write wrote.
func (c *Counts) Add(o Counts) {
	c.New += o.New
	c.Unchanged += o.Unchanged
	c.Changed += o.Changed
	c.Sentences += o.Sentences
	c.Claims += o.Claims
	c.Edges += o.Edges
}

// A Summary is what became of a run of the [Pipeline].
type Summary struct {
	Read     int       // articles read and extracted
	Failures []Failure // articles that could not be, in the order of reading
	Skips    []Failure // articles in other languages
	Counts             // what the sink wrote of them
	Seconds  float64
}

// A Failure is an article that is not in the graph, and why.
type Failure struct {
	Name string
	Err  error
}

// Reason says why, without the name.
func (f Failure) Reason() string { return strings.TrimPrefix(f.Err.Error(), f.Name+": ") }

func (f Failure) Error() string { return f.Name + ": " + f.Reason() }

// Unwrap returns Err.
func (f Failure) Unwrap() error { return f.Err }

// A CrashError is a panic while an article was read or extracted: a mistake in
// this program, met with that article.
type CrashError struct {
	Value any
	Stack []byte
}

func (e *CrashError) Error() string { return fmt.Sprintf("internal error: %v", e.Value) }

// Hint says what to do.
func (e *CrashError) Hint() string {
	return "report it to the project's issue tracker, with the article"
}

func crash(v any) error { return &CrashError{v, debug.Stack()} }
