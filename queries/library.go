package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

//go:embed library
var files embed.FS

// A Library is a set of queries with distinct names.
type Library struct {
	queries []*Query // by name
}

// Builtin returns the queries that come with this release.
func Builtin() (*Library, error) { return builtin() }

var builtin = sync.OnceValues(func() (*Library, error) {
	library, err := fs.Sub(files, "library")
	if err != nil {
		return nil, err
	}
	return Load(library)
})

// Load reads every *.cypher file of a file system, in all of its folders but
// hidden ones. The folder that a file lies in groups its query with others in
// lists; names are distinct over all folders. The error lists all that is wrong
// in all files.
func Load(fsys fs.FS) (*Library, error) { return load(fsys, func(name string) string { return name }) }

// LoadFolder is [Load] for a folder on disk: its errors name the files as seen
// from the working folder.
func LoadFolder(dir string) (*Library, error) {
	if _, err := os.ReadDir(dir); err != nil {
		return nil, err
	}
	return load(os.DirFS(dir), func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) })
}

// ErrNoQueries says that a folder holds no *.cypher file.
var ErrNoQueries = errors.New("no *.cypher file to load queries from")

func load(fsys fs.FS, shown func(name string) string) (*Library, error) {
	var l Library
	var errs []error
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir() || path.Ext(name) != ".cypher":
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs = append(errs, err)
			return nil
		}
		q, err := Parse(shown(name), data)
		if err != nil {
			errs = append(errs, err)
			return nil
		}
		if dir := path.Dir(name); dir != "." {
			q.Folder = dir
		}
		errs = append(errs, l.add(q))
		return nil
	})
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	if len(l.queries) == 0 {
		return nil, ErrNoQueries
	}
	l.sort()
	return &l, nil
}

// add takes a query in, unless it could be taken for another one.
func (l *Library) add(q *Query) error {
	for _, o := range l.queries {
		switch {
		case o.Name == q.Name:
			return fmt.Errorf("%s:1: %s has the same name", q.File, o.File)
		case o.Title == q.Title: // two saved scripts nobody could tell apart
			return fmt.Errorf("%s:1: %s has the same title", q.File, o.File)
		}
	}
	l.queries = append(l.queries, q)
	return nil
}

func (l *Library) sort() {
	slices.SortFunc(l.queries, func(a, b *Query) int { return strings.Compare(a.Name, b.Name) })
}

// With returns a library of the queries of both. A query of over takes the place
// of the one of l with its name; a title that two others share is an error.
func (l *Library) With(over *Library) (*Library, error) {
	var both Library
	var errs []error
	for _, q := range over.queries {
		errs = append(errs, both.add(q))
	}
	for _, q := range l.queries {
		if slices.ContainsFunc(over.queries, func(o *Query) bool { return o.Name == q.Name }) {
			continue
		}
		for _, o := range over.queries {
			if o.Title == q.Title {
				errs = append(errs, fmt.Errorf("%s:1: the query %s has the same title", o.File, q.Name))
			}
		}
		both.queries = append(both.queries, q)
	}
	both.sort()
	return &both, errors.Join(errs...)
}

// Queries returns the queries sorted by name.
func (l *Library) Queries() []*Query { return slices.Clone(l.queries) }

// Folders returns the folders that queries are in, sorted.
func (l *Library) Folders() []string {
	var out []string
	for _, q := range l.queries {
		out = append(out, q.Folder)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Tags returns the tags that queries have, sorted.
func (l *Library) Tags() []string {
	var out []string
	for _, q := range l.queries {
		out = append(out, q.Tags...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Find returns the queries with all of the tags that have every word of search
// in their names, titles, descriptions, folders, tags or the texts of parameters
// and columns. The result may be empty.
func (l *Library) Find(search string, tags []string) *Library {
	var found Library
	words := strings.Fields(fold(search))
	for _, q := range l.queries {
		texts := fold(q.words())
		if !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(texts, w) }) &&
			!slices.ContainsFunc(tags, func(t string) bool { return !slices.Contains(q.Tags, t) }) {
			found.queries = append(found.queries, q)
		}
	}
	return &found
}

// words are all that the query says about itself.
func (q *Query) words() string {
	out := []string{q.Name, q.Title, q.Description, q.Folder, strings.Join(q.Tags, " ")}
	for _, p := range q.Params {
		out = append(out, p.Flag(), p.Doc)
	}
	for _, c := range q.Columns {
		out = append(out, c.Name, c.Doc)
	}
	return strings.Join(out, "\n")
}

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
