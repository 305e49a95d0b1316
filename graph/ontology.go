package graph

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/goccy/go-yaml"
)

//go:embed ontology.yaml
var ontologyYAML []byte

// An Ontology says which entities and relations exist and how they fit. Treat
// it as read-only.
type Ontology struct {
	Version    int                  `yaml:"version"`
	Labels     map[string]Label     `yaml:"labels"`
	Qualifiers map[string]Qualifier `yaml:"qualifiers"`
	Relations  map[string]Relation  `yaml:"relations"`
}

// A Label is a kind of entity.
type Label struct {
	Is  string `yaml:"is"` // parent label; empty for the root
	Doc string `yaml:"doc"`
}

// A Qualifier is something a claim may carry besides its two ends.
type Qualifier struct {
	Kind   string   `yaml:"kind"`   // "entity", "date", "count" or "text"
	Labels []string `yaml:"labels"` // what an entity-valued qualifier may point at
	Doc    string   `yaml:"doc"`
}

// A Relation is a kind of claim.
type Relation struct {
	From       []string `yaml:"from"`       // labels of the subject
	To         []string `yaml:"to"`         // labels of the object; empty when the relation takes none
	Qualifiers []string `yaml:"qualifiers"` // allowed qualifiers
	Identity   []string `yaml:"identity"`   // qualifiers that tell two claims with the same ends apart
	Symmetric  bool     `yaml:"symmetric"`  // both directions say the same
	Doc        string   `yaml:"doc"`
}

// DefaultOntology returns the ontology built into this release.
func DefaultOntology() *Ontology { return builtin() }

// Parsed when first wanted: it takes 5 ms, which many commands need not wait for.
var builtin = sync.OnceValue(func() *Ontology { return mustOntology(ontologyYAML) })

func mustOntology(data []byte) *Ontology {
	o, err := ParseOntology(data)
	if err != nil {
		panic("ontology.yaml: " + err.Error()) // a build that fails its own tests
	}
	return o
}

// ParseOntology reads and checks an ontology. Errors carry line and column.
func ParseOntology(data []byte) (*Ontology, error) {
	var o Ontology
	if err := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict()).Decode(&o); err != nil {
		return nil, err
	}
	if err := o.check(); err != nil {
		return nil, err
	}
	return &o, nil
}

func (o *Ontology) check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	known := func(where string, labels []string) {
		for _, l := range labels {
			if _, ok := o.Labels[l]; !ok {
				bad("%s: unknown label %q", where, l)
			}
		}
	}
	if o.Version < 1 {
		bad("version must be 1 or more")
	}
	for _, name := range o.LabelNames() {
		l := o.Labels[name]
		if l.Doc == "" {
			bad("label %s: no doc", name)
		}
		seen := map[string]bool{name: true}
		for p := l.Is; p != ""; p = o.Labels[p].Is {
			if _, ok := o.Labels[p]; !ok {
				bad("label %s: unknown parent %q", name, p)
				break
			}
			if seen[p] {
				bad("label %s: is its own ancestor", name)
				break
			}
			seen[p] = true
		}
	}
	for _, name := range o.QualifierNames() {
		q := o.Qualifiers[name]
		if !slices.Contains([]string{"entity", "date", "count", "text"}, q.Kind) {
			bad("qualifier %s: kind %q is none of entity, date, count, text", name, q.Kind)
		}
		if q.Doc == "" {
			bad("qualifier %s: no doc", name)
		}
		known("qualifier "+name, q.Labels)
	}
	for _, name := range o.RelationNames() {
		r := o.Relations[name]
		if r.Doc == "" {
			bad("relation %s: no doc", name)
		}
		if len(r.From) == 0 {
			bad("relation %s: from is empty", name)
		}
		known("relation "+name, r.From)
		known("relation "+name, r.To)
		for _, q := range r.Qualifiers {
			if _, ok := o.Qualifiers[q]; !ok {
				bad("relation %s: unknown qualifier %q", name, q)
			}
		}
		for _, q := range r.Identity {
			if !slices.Contains(r.Qualifiers, q) {
				bad("relation %s: identity %q is not one of its qualifiers", name, q)
			}
		}
	}
	return errors.Join(errs...)
}

// LabelNames returns the names of all labels, sorted.
func (o *Ontology) LabelNames() []string { return slices.Sorted(maps.Keys(o.Labels)) }

// QualifierNames returns the names of all qualifiers, sorted.
func (o *Ontology) QualifierNames() []string { return slices.Sorted(maps.Keys(o.Qualifiers)) }

// RelationNames returns the names of all relations, sorted.
func (o *Ontology) RelationNames() []string { return slices.Sorted(maps.Keys(o.Relations)) }

// Lineage returns a label and its ancestors, most specific first, root last.
// It is nil for an unknown label.
func (o *Ontology) Lineage(label string) []string {
	var out []string
	for l := label; l != ""; l = o.Labels[l].Is {
		if _, ok := o.Labels[l]; !ok {
			return nil
		}
		out = append(out, l)
	}
	return out
}

// Is reports whether label is one of the wanted labels or a descendant of one.
func (o *Ontology) Is(label string, wanted ...string) bool {
	for l := label; l != ""; l = o.Labels[l].Is {
		if slices.Contains(wanted, l) {
			return true
		}
	}
	return false
}

func (o *Ontology) identity(relation string) []string { return o.Relations[relation].Identity }

// Validate reports what is wrong with a claim whose entities have the labels
// given by label (empty for an unknown entity). It returns nil for a claim the
// ontology allows.
func (o *Ontology) Validate(c Claim, label func(id string) string) error {
	r, ok := o.Relations[c.Relation]
	if !ok {
		return fmt.Errorf("unknown relation %q", c.Relation)
	}
	if l := label(c.Subject); !o.Is(l, r.From...) {
		return fmt.Errorf("%s: subject %s is a %s, want %s", c.Relation, c.Subject, orNothing(l), strings.Join(r.From, " or "))
	}
	switch {
	case len(r.To) == 0 && c.Object != "":
		return fmt.Errorf("%s takes no object, got %s", c.Relation, c.Object)
	case len(r.To) > 0:
		if l := label(c.Object); !o.Is(l, r.To...) {
			return fmt.Errorf("%s: object %s is a %s, want %s", c.Relation, c.Object, orNothing(l), strings.Join(r.To, " or "))
		}
	}
	allowed := func(q string) error {
		if !slices.Contains(r.Qualifiers, q) {
			return fmt.Errorf("%s does not take %s", c.Relation, q)
		}
		return nil
	}
	for _, q := range c.RoleNames() {
		if err := allowed(q); err != nil {
			return err
		}
		if l := label(c.Roles[q]); !o.Is(l, o.Qualifiers[q].Labels...) {
			return fmt.Errorf("%s: %s %s is a %s, want %s", c.Relation, q, c.Roles[q], orNothing(l), strings.Join(o.Qualifiers[q].Labels, " or "))
		}
	}
	if !c.Date.IsZero() {
		if err := allowed("date"); err != nil {
			return err
		}
	}
	if !c.Count.IsZero() {
		if err := allowed("count"); err != nil {
			return err
		}
	}
	if c.Content != "" {
		return allowed("content")
	}
	return nil
}

func orNothing(label string) string {
	if label == "" {
		return "thing unknown"
	}
	return label
}
