package source

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// extensions of files that a folder is searched for.
var extensions = []string{".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson", ".json", ".xml", ".rss", ".atom", ".rdf"}

// companions of articles; they are never articles themselves.
var companions = []string{".meta.json", ".gold.jsonl", ".pred.jsonl"}

func extensionList() string { return strings.Join(extensions, " ") + ", also with .gz" }

// path reads a file, a folder or the files of a pattern.
func (r *reader) path(arg string) bool {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		before := r.count()
		return r.folder(arg) && (before() > 0 || r.fail(arg, ErrNothing))
	case err == nil:
		return isCompanion(arg) || r.file(arg, true)
	case errors.Is(err, fs.ErrNotExist) && strings.ContainsAny(arg, "*?["):
		return r.pattern(arg)
	case errors.Is(err, fs.ErrNotExist) && strings.Contains(arg, "://"):
		return r.fail(arg, ErrScheme)
	}
	return r.fail(arg, err)
}

// count returns a function that says how many items were yielded since.
func (r *reader) count() func() int {
	n, yield := 0, r.yield
	r.yield = func(it Item) bool { n++; return yield(it) }
	return func() int { r.yield = yield; return n }
}

func (r *reader) pattern(glob string) bool {
	names, err := filepath.Glob(glob)
	if err != nil {
		return r.fail(glob, err)
	}
	if len(names) == 0 {
		return r.fail(glob, ErrNoMatch)
	}
	slices.Sort(names)
	before := r.count()
	for _, name := range names {
		info, err := os.Stat(name)
		switch {
		case err != nil:
			if !r.fail(name, err) {
				return false
			}
		case info.IsDir():
			if !r.folder(name) {
				return false
			}
		case wanted(name) && !r.file(name, false):
			return false
		}
	}
	return before() > 0 || r.fail(glob, ErrNothing)
}

// folder reads a folder and those below it. Links to files are followed, links
// to folders are not.
func (r *reader) folder(dir string) bool {
	entries, err := os.ReadDir(dir) // sorted by name
	if err != nil && !r.fail(dir, err) {
		return false
	}
	for _, e := range entries {
		if r.ctx.Err() != nil {
			return false
		}
		name := filepath.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			if !r.folder(name) {
				return false
			}
		case wanted(name) && !r.file(name, false):
			return false
		}
	}
	return true
}

// holdOne are the extensions of files that each hold one article.
var holdOne = []string{".txt", ".text", ".html", ".htm", ".xhtml"}

// Count returns how many articles [Each] will read for args, as far as names
// tell; 0 where only reading can: standard input, addresses, feeds and JSON may
// hold any number.
func Count(args []string) int {
	total := 0
	for _, arg := range args {
		paths := []string{arg}
		if _, err := os.Stat(arg); err != nil {
			if paths, err = filepath.Glob(arg); err != nil || len(paths) == 0 {
				return 0
			}
		}
		for _, path := range paths {
			n, ok := countBelow(path)
			if !ok {
				return 0
			}
			total += n
		}
	}
	return total
}

func countBelow(top string) (n int, ok bool) {
	ok = true
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != top && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir(), path != top && !wanted(path), isCompanion(path):
		case !slices.Contains(holdOne, extension(path)):
			ok = false
			return fs.SkipAll
		default:
			n++
		}
		return nil
	})
	return n, ok && err == nil
}

// wanted reports whether a file found in a folder is to be read.
func wanted(path string) bool {
	base := strings.ToLower(filepath.Base(path))
	return !strings.HasPrefix(base, ".") && !isCompanion(base) &&
		slices.Contains(extensions, extension(base))
}

func isCompanion(path string) bool {
	path = unzipped(strings.ToLower(path))
	return slices.ContainsFunc(companions, func(c string) bool { return strings.HasSuffix(path, c) })
}

// file reads one file. A file that was not named but found is passed over when
// it is JSON or XML of another kind: folders hold all sorts of those.
func (r *reader) file(path string, named bool) bool {
	info, err := os.Stat(path)
	if err != nil {
		return r.fail(path, err)
	}
	if !info.Mode().IsRegular() && !named {
		return true // a pipe would block, a link to a folder may lead in circles
	}
	f, err := os.Open(path)
	if err != nil {
		return r.fail(path, err)
	}
	defer f.Close()
	m, err := readSidecar(path)
	if err != nil {
		return r.fail(path, err)
	}
	return r.stream(f, input{name: path, short: shortName(path), ext: extension(path), side: m, found: !named})
}

// unzipped drops a .gz from the end of a path.
func unzipped(path string) string {
	if n := len(path) - len(".gz"); n > 0 && strings.EqualFold(path[n:], ".gz") {
		return path[:n]
	}
	return path
}

// extension returns the lower-case extension of a path, looking through .gz.
func extension(path string) string { return strings.ToLower(filepath.Ext(unzipped(path))) }

// stem drops the extension from a path, and .gz.
func stem(path string) string {
	path = unzipped(path)
	return path[:len(path)-len(filepath.Ext(path))]
}

// shortName is the base name without extensions and without the content hash
// that collectors append: 000_d8f3d717cf695318.txt is 000.
func shortName(path string) string {
	base := filepath.Base(path)
	name := cmp.Or(stem(base), base)
	if i := strings.LastIndexByte(name, '_'); i > 0 && len(name)-i > 16 && isHex(name[i+1:]) {
		return name[:i]
	}
	return name
}

func isHex(s string) bool { return strings.Trim(s, "0123456789abcdefABCDEF") == "" }
