package store

import (
	"errors"
	"fmt"
	"regexp"
	"slices"

	"dossier/graph"
)

// A DocumentError says why a document cannot be stored.
type DocumentError struct {
	Article string // id, and name where there is one
	Err     error
}

func (e *DocumentError) Error() string { return "article " + e.Article + ": " + e.Err.Error() }

// Unwrap returns what is wrong.
func (e *DocumentError) Unwrap() error { return e.Err }

var refName = regexp.MustCompile(`^[a-z][A-Za-z0-9_]*$`)

// checkDocument reports what in a document refers to nothing or breaks the
// ontology. The store relies on all of it: what passes can be written.
func checkDocument(o *graph.Ontology, d *graph.Document) error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if d.Article.ID == "" {
		bad("it has no id")
	}
	labels := map[string]string{}
	for _, e := range d.Entities {
		switch {
		case e.ID == "":
			bad("entity %q has no id", e.Name)
		case labels[e.ID] != "":
			bad("entity %s is there twice", e.ID)
		case o.Lineage(e.Label) == nil:
			bad("entity %s: unknown label %q", e.ID, e.Label)
		}
		labels[e.ID] = e.Label
		for ref := range e.Refs {
			if !refName.MatchString(ref) || slices.Contains(entityProperties, ref) {
				bad("entity %s: %q cannot be the name of an identifier", e.ID, ref)
			}
		}
	}
	sentences := map[string]bool{}
	for _, s := range d.Sentences {
		if s.ID == "" || sentences[s.ID] {
			bad("sentence %d: id %q is empty or there twice", s.Index, s.ID)
		}
		if s.Article != d.Article.ID {
			bad("sentence %s belongs to article %q", s.ID, s.Article)
		}
		sentences[s.ID] = true
	}
	known := func(where, id string) {
		if labels[id] == "" {
			bad("%s: entity %q is not in the document", where, id)
		}
	}
	for _, m := range d.Mentions {
		known("mention in "+m.Sentence, m.Entity)
		if !sentences[m.Sentence] {
			bad("mention of %s: sentence %q is not in the document", m.Entity, m.Sentence)
		}
	}
	claims := map[string]bool{}
	for _, c := range d.Claims {
		if c.ID == "" || claims[c.ID] {
			bad("claim %q (%s): id is empty or there twice", c.ID, c.Relation)
		}
		claims[c.ID] = true
		if err := o.Validate(c, func(id string) string { return labels[id] }); err != nil {
			bad("claim %s: %w", c.ID, err)
		}
	}
	for _, e := range d.Evidence {
		if e.ID == "" {
			bad("evidence for %s in %s has no id", e.Claim, e.Sentence)
		}
		if !claims[e.Claim] {
			bad("evidence %s: claim %q is not in the document", e.ID, e.Claim)
		}
		if !sentences[e.Sentence] {
			bad("evidence %s: sentence %q is not in the document", e.ID, e.Sentence)
		}
		for _, s := range e.Speakers {
			known("evidence "+e.ID, s)
		}
	}
	if len(errs) == 0 {
		return nil
	}
	who := d.Article.ID
	if d.Article.Name != "" {
		who += " (" + d.Article.Name + ")"
	}
	return &DocumentError{Article: who, Err: errors.Join(errs...)}
}
