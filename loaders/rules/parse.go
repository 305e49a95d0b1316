package rules

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dossier/graph"
)

// A Position is a place in a rule file.
type Position struct {
	File         string
	Line, Column int // from 1; the column counts characters
}

func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// An Error is a fault in a rule file.
type Error struct {
	Pos Position
	Msg string
}

func (e *Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// entry is a header with its properties, not yet understood.
type entry struct {
	pos    Position
	head   []string // the first two words of the header and the rest of it
	fields []field
}

// field is one property of an entry.
type field struct {
	pos    Position
	key    string
	values []string // non-empty, trimmed
}

// parse reads a rule file into entries. It knows nothing of their meaning.
func parse(file, text string) ([]entry, error) {
	var out []entry
	for n, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " \t\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		pos := Position{file, n + 1, 1}
		if !utf8.ValidString(line) {
			return nil, &Error{pos, "not UTF-8"}
		}
		if line[0] != ' ' && line[0] != '\t' {
			head := strings.SplitN(line, " ", 3)
			if len(head) < 2 {
				return nil, &Error{pos, fmt.Sprintf("header %q has one word, want at least two", line)}
			}
			out = append(out, entry{pos: pos, head: head})
			continue
		}
		if len(out) == 0 {
			return nil, &Error{pos, "a property stands before the first header"}
		}
		body := strings.TrimLeft(line, " \t")
		pos.Column = len(line) - len(body) + 1
		key, rest, _ := strings.Cut(body, " ")
		f := field{pos: pos, key: key}
		for v := range strings.SplitSeq(rest, ";") {
			if v = strings.TrimSpace(v); v != "" {
				f.values = append(f.values, v)
			}
		}
		if len(f.values) == 0 {
			return nil, &Error{pos, fmt.Sprintf("%s has no value", key)}
		}
		e := &out[len(out)-1]
		e.fields = append(e.fields, f)
	}
	return out, nil
}

// one returns the value of a property that takes one of a few.
func (f field) one(allowed ...string) (string, error) {
	if len(f.values) != 1 || !slices.Contains(allowed, f.values[0]) {
		return "", &Error{f.pos, fmt.Sprintf("unknown %s %q, want one of %s", f.key, strings.Join(f.values, "; "), strings.Join(allowed, ", "))}
	}
	return f.values[0], nil
}

// parties reads the names of the roles that a restriction is for.
func (f field) parties() ([]string, error) {
	for _, n := range f.values {
		if n != "head" && n != "tail" {
			return nil, &Error{f.pos, f.key + " takes head, tail or both"}
		}
	}
	return f.values, nil
}

func (f field) yes() (bool, error) {
	v, err := f.one("yes", "no")
	return v == "yes", err
}

func (f field) polarity() (graph.Polarity, error) {
	v, err := f.one(string(graph.Affirmed), string(graph.Denied), string(graph.Negated))
	return graph.Polarity(v), err
}

func (f field) modality() (graph.Modality, error) {
	v, err := f.one(string(graph.Asserted), string(graph.Reported), string(graph.Alleged), string(graph.Planned), string(graph.Conditional), string(graph.Questioned))
	return graph.Modality(v), err
}
