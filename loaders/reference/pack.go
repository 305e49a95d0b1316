package reference

import (
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"dossier/graph"
	"dossier/loaders/rules"
)

//go:embed sanctions.yaml
var builtin []byte

// BuiltinFile is what errors call the pack of this release.
const BuiltinFile = "sanctions.yaml"

// Builtin returns the documents of the pack that comes with this release: what
// resolutions of the UN Security Council forbid North Korea and Iran.
func Builtin(set *rules.Set) ([]graph.Document, error) { return Parse(BuiltinFile, builtin, set) }

// version is that of the form of packs.
const version = 1

// A pack is a file as it is written.
type pack struct {
	Version word    `yaml:"version"`
	Things  []thing `yaml:"things"`
	Norms   []norm  `yaml:"norms"`
}

// A thing is an entity that the dictionaries do not know.
type thing struct {
	ID    word `yaml:"id"`
	Label word `yaml:"label"`
	Name  word `yaml:"name"`
	Of    word `yaml:"of"` // id of what it is a kind of; empty for none
}

type norm struct {
	Norm    word  `yaml:"norm"`  // id
	Title   word  `yaml:"title"` // of the text
	By      word  `yaml:"by"`    // id of the body that adopted it
	Adopted word  `yaml:"adopted"`
	URL     word  `yaml:"url"`
	Bans    []ban `yaml:"bans"`
}

type ban struct {
	Paragraph word   `yaml:"paragraph"`
	Text      word   `yaml:"text"`
	Goods     []word `yaml:"goods"` // ids
	From      word   `yaml:"from"`  // id of the giver, or
	To        word   `yaml:"to"`    // of the taker
	Since     word   `yaml:"since"` // first day; the day of adoption if empty
	Until     word   `yaml:"until"` // last day; empty while it is in force
}

// A word is a scalar with its line.
type word struct {
	text string
	line int
}

// UnmarshalYAML takes any scalar as it is written.
func (w *word) UnmarshalYAML(n ast.Node) error {
	w.line = n.GetToken().Position.Line
	switch n := n.(type) {
	case *ast.StringNode:
		w.text = n.Value
	case *ast.LiteralNode:
		w.text = strings.TrimSpace(n.Value.Value)
	case ast.ScalarNode:
		w.text = n.GetToken().Value
	default:
		return fmt.Errorf("[%d:%d] want a text", w.line, n.GetToken().Position.Column)
	}
	return nil
}

// Parse reads a pack and makes a document of each of its norms, in the order of
// the file. set knows the entities that the pack refers to by their ids. All
// that is wrong is reported, each as "file:line: what".
func Parse(file string, data []byte, set *rules.Set) ([]graph.Document, error) {
	var p pack
	if err := yaml.UnmarshalWithOptions(data, &p, yaml.Strict()); err != nil {
		return nil, syntaxError(file, err)
	}
	r := reader{file: file, ontology: graph.DefaultOntology(), known: map[string]graph.Entity{}}
	for _, e := range set.Entries {
		r.known[e.Entity.ID] = e.Entity
	}
	if p.Version.text != fmt.Sprint(version) {
		r.bad(p.Version, "version is %q, this program reads version %d", p.Version.text, version)
	}
	for _, t := range p.Things {
		r.thing(t)
	}
	if len(p.Norms) == 0 {
		r.bad(word{}, "it has no norms")
	}
	var out []graph.Document
	seen := map[string]bool{}
	for _, n := range p.Norms {
		if seen[n.Norm.text] {
			r.bad(n.Norm, "norm %s is there twice", n.Norm.text)
		}
		seen[n.Norm.text] = true
		out = append(out, r.document(n))
	}
	if err := errors.Join(r.errs...); err != nil {
		return nil, err
	}
	return out, nil
}

var yamlPlace = regexp.MustCompile(`^\[(\d+):\d+\] `)

// syntaxError puts the file and line first, and leaves out the excerpt that the
// parser adds.
func syntaxError(file string, err error) error {
	text, _, _ := strings.Cut(err.Error(), "\n")
	line := "1"
	if m := yamlPlace.FindStringSubmatch(text); m != nil {
		line, text = m[1], text[len(m[0]):]
	}
	return fmt.Errorf("%s:%s: %s", file, line, text)
}

// A reader is one call of Parse.
type reader struct {
	file     string
	ontology *graph.Ontology
	known    map[string]graph.Entity
	errs     []error
}

func (r *reader) bad(at word, format string, args ...any) {
	r.errs = append(r.errs, fmt.Errorf("%s:%d: %s", r.file, max(at.line, 1), fmt.Sprintf(format, args...)))
}

func (r *reader) thing(t thing) {
	switch {
	case t.ID.text == "" || t.Name.text == "":
		r.bad(t.Label, "a thing needs an id, a label and a name")
		return
	case r.ontology.Lineage(t.Label.text) == nil:
		r.bad(t.Label, "thing %s: unknown label %q", t.ID.text, t.Label.text)
	}
	if _, ok := r.known[t.ID.text]; ok {
		r.bad(t.ID, "thing %s: the dictionaries or this file have it already", t.ID.text)
	}
	if t.Of.text != "" {
		r.entity(t.Of, "Entity")
	}
	r.known[t.ID.text] = graph.Entity{ID: t.ID.text, Label: t.Label.text, Name: t.Name.text, Parent: t.Of.text}
}

// entity returns the entity with an id, which must have one of the labels or one
// below them.
func (r *reader) entity(id word, labels ...string) graph.Entity {
	e, ok := r.known[id.text]
	switch {
	case id.text == "":
		r.bad(id, "an id is empty")
	case !ok:
		r.bad(id, "no entity %q in the dictionaries or among the things", id.text)
	case !slices.ContainsFunc(labels, func(l string) bool { return slices.Contains(r.ontology.Lineage(e.Label), l) }):
		r.bad(id, "%s is a %s, want a %s", id.text, e.Label, strings.Join(labels, " or "))
	}
	return e
}

func (r *reader) day(w word) string {
	if _, err := time.Parse(time.DateOnly, w.text); err != nil {
		r.bad(w, "%q is no day such as 2006-10-14", w.text)
	}
	return w.text
}
