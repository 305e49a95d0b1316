package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
)

//go:embed *.cypher
var files embed.FS

// A Library is a set of queries with distinct names.
type Library struct {
	queries []*Query // by name
}

// Builtin returns the queries that come with this release.
func Builtin() (*Library, error) { return builtin() }

var builtin = sync.OnceValues(func() (*Library, error) { return Load(files) })

// Load reads every *.cypher file at the top of a file system. Its error lists
// all that is wrong in all files.
func Load(fsys fs.FS) (*Library, error) {
	names, err := fs.Glob(fsys, "*.cypher")
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, errors.New("no *.cypher file to load queries from")
	}
	var l Library
	var errs []error
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		q, err := Parse(name, data)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		for _, o := range l.queries {
			if o.Title == q.Title { // two saved scripts nobody could tell apart
				errs = append(errs, fmt.Errorf("%s:1: %s has the same title", name, o.File))
			}
		}
		l.queries = append(l.queries, q)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	slices.SortFunc(l.queries, func(a, b *Query) int { return strings.Compare(a.Name, b.Name) })
	return &l, nil
}

// Queries returns the queries sorted by name.
func (l *Library) Queries() []*Query { return slices.Clone(l.queries) }

// Query returns the query of that name. The error is a [*UsageError].
func (l *Library) Query(name string) (*Query, error) {
	names := make([]string, len(l.queries))
	for i, q := range l.queries {
		if q.Name == name {
			return q, nil
		}
		names[i] = q.Name
	}
	return nil, &UsageError{
		Problem: fmt.Sprintf("no query %q", name) + didYouMean(nearest(name, names)),
		Try:     "dossier query",
	}
}

// A UsageError says that a query was asked for in a way that cannot be right,
// whatever the graph holds.
type UsageError struct {
	Query   string // empty when it is the query that is unknown
	Problem string
	Try     string // a command line that helps
}

func (e *UsageError) Error() string {
	if e.Query == "" {
		return e.Problem
	}
	return "query " + e.Query + ": " + e.Problem
}

// Hint returns a command line to try next.
func (e *UsageError) Hint() string { return e.Try }

func didYouMean(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; nearest: " + strings.Join(names, ", ")
}
