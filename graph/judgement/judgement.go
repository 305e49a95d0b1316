// Package judgement reads and writes files of judgements: what people decided
// about claims and about things that may be one. A file is text, a judgement a
// line, made to live in git. It is the only record of judgements; a graph shows
// them, and gives them up again when the line goes.
package judgement

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// A Verb says what a judgement decides.
type Verb string

// The verbs.
const (
	Accept  Verb = "accept"   // a claim is so
	Reject  Verb = "reject"   // it is not, or is misread
	Same    Verb = "same"     // two are one thing
	NotSame Verb = "not-same" // they are not
)

// A Judgement is one line.
type Judgement struct {
	Verb Verb
	A, B string // id of a claim, or those of two things; B is empty for a claim
	On   string // the day it was made, 2024-01-31
	Why  string // empty when nobody said
	Note string // words for readers, which mean nothing
	Line int    // from 1; 0 for one that is in no file yet
}

// Pair reports whether the judgement is about two things.
func (j Judgement) Pair() bool { return j.Verb == Same || j.Verb == NotSame }

// about is what the judgement is about, whatever it decides.
func (j Judgement) about() string {
	if !j.Pair() {
		return j.A
	}
	return min(j.A, j.B) + " " + max(j.A, j.B)
}

// String is the line of the judgement.
func (j Judgement) String() string {
	parts := []string{string(j.Verb), j.A}
	if j.Pair() {
		parts = append(parts, j.B)
	}
	parts = append(parts, j.On)
	if j.Why != "" {
		parts = append(parts, strconv.Quote(j.Why))
	}
	if j.Note != "" {
		parts = append(parts, "# "+strings.Join(strings.Fields(j.Note), " "))
	}
	return strings.Join(parts, " ")
}

const head = `# Judgements of dossier, one a line: what, on what, on which day, why. Words behind # are for
# readers. A line that goes takes its judgement back; of two on the same, the later counts.
`

// Parse reads a file. All that is wrong is reported, each as "file:line: what".
func Parse(file, text string) ([]Judgement, error) {
	var out []Judgement
	var errs []error
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		j, err := parseLine(line)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s:%d: %w", file, i+1, err))
			continue
		}
		j.Line = i + 1
		out = append(out, j)
	}
	return out, errors.Join(errs...)
}

func parseLine(line string) (Judgement, error) {
	words := strings.Fields(line)
	j := Judgement{Verb: Verb(words[0])}
	n := 3
	switch {
	case !slices.Contains([]Verb{Accept, Reject, Same, NotSame}, j.Verb):
		return j, fmt.Errorf("%q is none of accept, reject, same, not-same", words[0])
	case j.Pair():
		n = 4
	}
	if len(words) < n {
		return j, fmt.Errorf("want %s, %d id(s) and a day", j.Verb, n-2)
	}
	j.A, j.On = words[1], words[n-1]
	if j.Pair() {
		j.B = words[2]
		if j.A == j.B {
			return j, fmt.Errorf("%s is there twice", j.A)
		}
	}
	if _, err := time.Parse(time.DateOnly, j.On); err != nil {
		return j, fmt.Errorf("%q is no day such as 2024-01-31", j.On)
	}
	rest := line
	for range n {
		_, rest, _ = strings.Cut(strings.TrimLeft(rest, " \t"), " ")
	}
	rest = strings.TrimSpace(rest)
	if quoted, err := strconv.QuotedPrefix(rest); err == nil {
		j.Why, _ = strconv.Unquote(quoted) // it is a quoted string
		rest = strings.TrimSpace(rest[len(quoted):])
	}
	note, isNote := strings.CutPrefix(rest, "#")
	if rest != "" && !isNote {
		return j, fmt.Errorf("%q: want the reason in double quotes, or # and a note", rest)
	}
	j.Note = strings.TrimSpace(note)
	return j, nil
}

// Effective returns the judgements that count, in the order of the file: of
// several on the same claim or pair, the last.
func Effective(list []Judgement) []Judgement {
	last := map[string]int{}
	for i, j := range list {
		last[j.about()] = i
	}
	var out []Judgement
	for i, j := range list {
		if last[j.about()] == i {
			out = append(out, j)
		}
	}
	return out
}

// Load reads the file at path. ok is false where there is none.
func Load(path string) (list []Judgement, ok bool, err error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, err
	}
	list, err = Parse(path, string(data))
	return list, true, err
}

// Append adds a line to the file at path, which it makes if there is none.
func Append(path string, j Judgement) error {
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		data, err = []byte(head), os.MkdirAll(filepath.Dir(path), 0o777)
	}
	if err != nil {
		return err
	}
	if len(data) > 0 && data[len(data)-1] != '\n' {
		data = append(data, '\n')
	}
	return os.WriteFile(path, append(data, j.String()+"\n"...), 0o666)
}

// Undo takes out of the file at path the last judgement on a claim, or on two
// things, and returns it; nil where there is none.
func Undo(path string, ids ...string) (*Judgement, error) {
	list, _, err := Load(path)
	if err != nil {
		return nil, err
	}
	for _, j := range slices.Backward(list) {
		if !slices.Equal(slices.Sorted(slices.Values(ids)), strings.Fields(j.about())) {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		lines := strings.SplitAfter(string(data), "\n")
		return &j, os.WriteFile(path, []byte(strings.Join(slices.Delete(lines, j.Line-1, j.Line), "")), 0o666)
	}
	return nil, nil
}

// IDs returns what the judgement is about: one id, or two.
func (j Judgement) IDs() []string {
	if j.Pair() {
		return []string{j.A, j.B}
	}
	return []string{j.A}
}
