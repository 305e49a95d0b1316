package score

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"dossier/loaders"
)

// Suffixes of the files that hold the facts of one document, one JSON object a
// line: those written down by people, and those read by a program.
const (
	GoldSuffix        = ".gold.jsonl"
	PredictionsSuffix = ".pred.jsonl"
)

// articlePrefix marks the gold of an article that has its text elsewhere: the
// gold article-000 belongs to the article 000.
const articlePrefix = "article-"

// Gold is a fact that somebody found in a text.
type Gold struct {
	ID         string            `json:"id,omitempty"`
	Rel        string            `json:"rel"`
	Head       string            `json:"head"`
	HeadType   string            `json:"head_type"`
	Tail       string            `json:"tail"`
	TailType   string            `json:"tail_type"`
	Qualifiers map[string]string `json:"qualifiers,omitempty"`
	Sentence   string            `json:"sentence"`    // where the text says so
	AssertedBy string            `json:"asserted_by"` // "article", or the speaker
	Polarity   string            `json:"polarity"`    // affirmed, alleged, denied or hypothetical

	// Equally right readings.
	RelAlt  []string `json:"rel_alt,omitempty"`
	HeadAlt []string `json:"head_alt,omitempty"`
	TailAlt []string `json:"tail_alt,omitempty"`

	AlsoIn []string `json:"also_in,omitempty"` // other sentences that say the same

	// Optional facts are right to find and right to leave out.
	Optional bool `json:"optional,omitempty"`
}

// A Document is one text with what people and what a program found in it.
type Document struct {
	Name  string // the gold's file name without [GoldSuffix]
	Gold  []Gold
	Facts []loaders.Fact

	// Unread says that there are no predictions, not even none. All its facts
	// count as missed.
	Unread bool

	// Text, if it is known, puts the errors in the order of the text.
	Text string
}

// Article returns the name of the article that the gold is about.
func (d Document) Article() string { return strings.TrimPrefix(d.Name, articlePrefix) }

// Elsewhere reports whether the text is expected in another folder than the
// gold.
func (d Document) Elsewhere() bool { return strings.HasPrefix(d.Name, articlePrefix) }

// ReadGold reads the gold of a folder, in the order of file names. The documents
// are unread; the caller adds the facts.
func ReadGold(dir string) ([]Document, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var docs []Document
	for _, e := range entries {
		name, ok := strings.CutSuffix(e.Name(), GoldSuffix)
		if !ok || strings.HasPrefix(name, ".") {
			continue
		}
		gold, err := readLines(filepath.Join(dir, e.Name()), Gold.check)
		if err != nil {
			return nil, err
		}
		docs = append(docs, Document{Name: name, Gold: gold, Unread: true})
	}
	if len(docs) == 0 {
		return nil, fmt.Errorf("%s: no file NAME%s in it", dir, GoldSuffix)
	}
	return docs, nil
}

// ReadPredictions gives each document the facts in dir/NAME.pred.jsonl. A
// document without that file stays unread.
func ReadPredictions(dir string, docs []Document) error {
	if _, err := os.ReadDir(dir); err != nil {
		return err
	}
	for i := range docs {
		facts, err := readLines(filepath.Join(dir, docs[i].Name+PredictionsSuffix), func(loaders.Fact) error { return nil })
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		}
		docs[i].Facts, docs[i].Unread = facts, false
	}
	return nil
}

func readLines[T any](path string, check func(T) error) ([]T, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	return parseLines(path, data, check)
}

func parseLines[T any](name string, data []byte, check func(T) error) ([]T, error) {
	var list []T
	n := 0
	for line := range bytes.Lines(data) {
		n++
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var v T
		err := json.Unmarshal(line, &v)
		if err == nil {
			err = check(v)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		list = append(list, v)
	}
	return list, nil
}

func (g Gold) check() error {
	for _, f := range []struct{ name, value string }{
		{"rel", g.Rel}, {"head", g.Head}, {"head_type", g.HeadType}, {"tail", g.Tail}, {"tail_type", g.TailType}, {"sentence", g.Sentence},
	} {
		if f.value == "" {
			return fmt.Errorf("a gold fact needs %s", f.name)
		}
	}
	return nil
}

// A slot is the head or the tail of a gold fact.
type slot struct {
	name, kind string
	alt        []string
}

func (g Gold) head() slot { return slot{g.Head, g.HeadType, g.HeadAlt} }
func (g Gold) tail() slot { return slot{g.Tail, g.TailType, g.TailAlt} }

func (g Gold) hasRelation(rel string) bool {
	if g.Rel == rel || slices.Contains(g.RelAlt, rel) {
		return true
	}
	// Who signs a statement issues it.
	signing := func(rel string) bool { return rel == "SIGNED" || rel == "ISSUED" }
	return g.TailType == "Statement" && signing(rel) && (signing(g.Rel) || slices.ContainsFunc(g.RelAlt, signing))
}
