package main

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"dossier/queries"
)

// queryFolders returns the folders with the user's own queries, those that count
// most last: the one in the folder of configurations, those of the variable
// DOSSIER_QUERIES, and the one of the flag --queries, which is looked for before
// the command line is parsed: the queries in it are commands.
func queryFolders(args []string, getenv func(string) string) []queryFolder {
	var out []queryFolder
	config := getenv("XDG_CONFIG_HOME")
	if home := getenv("HOME"); config == "" && home != "" {
		config = filepath.Join(home, ".config")
	}
	if config != "" {
		out = append(out, queryFolder{dir: filepath.Join(config, "dossier", "queries"), optional: true})
	}
	for _, dir := range filepath.SplitList(getenv("DOSSIER_QUERIES")) {
		out = append(out, queryFolder{dir: dir})
	}
	for i, word := range args {
		if word == "--" {
			break
		}
		name, dir, joined := strings.Cut(word, "=")
		if strings.TrimLeft(name, "-") != "queries" || !strings.HasPrefix(name, "-") {
			continue
		}
		if !joined && i+1 < len(args) {
			dir = args[i+1]
		}
		out = append(out, queryFolder{dir: dir})
	}
	return out
}

// A queryFolder is a folder with queries. An optional one may be missing or hold
// none.
type queryFolder struct {
	dir      string
	optional bool
}

// loadLibrary lays the queries of the folders over the built-in ones.
func (s *streams) loadLibrary(folders []queryFolder) {
	if s.libraryErr != nil {
		return
	}
	library, err := overlaid(s.library, folders)
	if err != nil {
		s.libraryErr = err
		return
	}
	s.library = library
}

func overlaid(library *queries.Library, folders []queryFolder) (*queries.Library, error) {
	for _, f := range folders {
		over, err := queries.LoadFolder(cmp.Or(f.dir, "."))
		switch {
		case f.optional && (errors.Is(err, fs.ErrNotExist) || errors.Is(err, queries.ErrNoQueries)):
			continue
		case errors.Is(err, fs.ErrNotExist):
			return nil, withHint(fmt.Errorf("folder of queries: %w", err), "dossier query --help")
		case errors.Is(err, queries.ErrNoQueries):
			return nil, fmt.Errorf("folder of queries: %s: %w", f.dir, err)
		case err != nil:
			return nil, err
		}
		if library, err = library.With(over); err != nil {
			return nil, err
		}
	}
	return library, nil
}
