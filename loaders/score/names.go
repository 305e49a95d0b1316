package score

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// NamesFile is what a file of names is called; see [ReadNames].
const NamesFile = "aliases.json"

// Names knows which names stand for one thing. The nil *Names knows none: names
// then match as they are written.
type Names struct {
	base      table // states, organizations, persons and documents
	actors    table // these, and the capitals that stand for states
	places    table // places, and whatever else of base is no place
	relations map[string]string
	kinds     map[string]string // type of the canonical names of states and organizations
}

// A table leads from each normalized name to the normalized canonical one.
type table map[string]string

func (t table) canon(name string) string {
	n := normalize(name)
	return cmp.Or(t[n], n)
}

// FindNames returns the path of the file of names for a folder of gold: in the
// folder itself, else in a folder beside it. The path is empty if there is none.
func FindNames(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	beside, err := filepath.Glob(filepath.Join(escapeGlob(filepath.Dir(dir)), "*", NamesFile))
	if err != nil {
		return "", err
	}
	for _, path := range append([]string{filepath.Join(dir, NamesFile)}, beside...) {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, nil
		}
	}
	return "", nil
}

func escapeGlob(path string) string {
	var b bytes.Buffer
	for _, r := range path {
		if r == '*' || r == '?' || r == '[' || r == '\\' && filepath.Separator != '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ReadNames reads a file of names: a JSON object of sections, each leading from
// a canonical name to a list of its aliases. The sections are states, orgs,
// persons, documents, places and capitals_as_states; relations leads from another
// name of a relation to the one of the gold. A name listed twice belongs to the
// first that has it.
func ReadNames(path string) (*Names, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	n, err := parseNames(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return n, nil
}

func parseNames(data []byte) (*Names, error) {
	var f struct {
		States    entries           `json:"states"`
		Orgs      entries           `json:"orgs"`
		Persons   entries           `json:"persons"`
		Documents entries           `json:"documents"`
		Places    entries           `json:"places"`
		Capitals  entries           `json:"capitals_as_states"`
		Relations map[string]string `json:"relations"`
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	n := &Names{
		base:      newTable(f.States, f.Orgs, f.Persons, f.Documents),
		actors:    make(table),
		places:    newTable(f.Places),
		relations: f.Relations,
		kinds:     make(map[string]string),
	}
	for name, canonical := range n.base {
		n.actors[name] = canonical
		if _, ok := n.places[name]; !ok {
			n.places[name] = canonical
		}
	}
	for name, canonical := range newTable(f.Capitals) {
		n.actors[name] = canonical
	}
	for _, e := range f.Orgs {
		n.kinds[normalize(e.canonical)] = "Org"
	}
	for _, e := range f.States {
		n.kinds[normalize(e.canonical)] = "State"
	}
	return n, nil
}

func newTable(sections ...entries) table {
	t := make(table)
	for _, e := range slices.Concat(sections...) {
		canonical := normalize(e.canonical)
		if canonical == "" {
			continue // in another script: nothing that could be compared
		}
		for _, name := range append([]string{e.canonical}, e.aliases...) {
			if n := normalize(name); n != "" && t[n] == "" {
				t[n] = canonical
			}
		}
	}
	return t
}

// entries are the entries of a section in the order of the file, which decides
// who has a name that is listed twice.
type entries []entry

type entry struct {
	canonical string
	aliases   []string
}

func (e *entries) UnmarshalJSON(data []byte) error {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return errors.Join(err, errors.New("a section must be an object: name to list of aliases"))
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string) // keys are strings
		var aliases []string
		if err := d.Decode(&aliases); err != nil {
			return fmt.Errorf("aliases of %q: %w", name, err)
		}
		*e = append(*e, entry{name, aliases})
	}
	return nil
}
