package store

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"dossier/graph"
)

// entityProperties are the property names of an entity that cannot be names of
// outside identifiers.
var entityProperties = []string{"id", "label", "name", "aliases", "described", "parent", "variants"}

// A variant is an entity as one or more articles know it. Articles mostly agree,
// so an entity has one variant and many articles that name it.
type variant struct {
	Label     string            `json:"label"`
	Name      string            `json:"name"`
	Aliases   []string          `json:"aliases,omitempty"`
	Refs      map[string]string `json:"refs,omitempty"`
	Parent    string            `json:"parent,omitempty"`
	Described bool              `json:"described,omitempty"`
}

func variantOf(e graph.Entity) variant {
	aliases := slices.Clone(e.Aliases)
	slices.Sort(aliases)
	return variant{
		Label: e.Label, Name: e.Name, Aliases: slices.Compact(aliases),
		Refs: e.Refs, Parent: e.Parent, Described: e.Described,
	}
}

// encode returns the variant as the graph holds it and a hash of it together
// with the entity's id.
func (v variant) encode(entity string) (text, id string) {
	data, err := json.Marshal(v)
	if err != nil {
		panic("variant without JSON form: " + err.Error()) // strings and a bool
	}
	return string(data), "v" + hashOf(entity, v)
}

func decodeVariant(text string) (variant, error) {
	var v variant
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		return v, fmt.Errorf("variant %q: %w", text, err)
	}
	return v, nil
}

// joinVariants derives an entity from what articles know of it. The order of
// the variants does not matter. The most specific label wins; the name that
// sorts first is the name and the others are aliases; an entity that one
// article knows by name is not a described one.
func joinVariants(o *graph.Ontology, id string, variants []variant) graph.Entity {
	e := graph.Entity{ID: id, Described: true}
	names := map[string]bool{}
	for i, v := range variants {
		if i == 0 || moreSpecific(o, v.Label, e.Label) {
			e.Label = v.Label
		}
		e.Name = leastKnown(e.Name, v.Name)
		e.Parent = leastKnown(e.Parent, v.Parent)
		e.Described = e.Described && v.Described
		names[v.Name] = true
		for _, a := range v.Aliases {
			names[a] = true
		}
		for system, ref := range v.Refs {
			if e.Refs == nil {
				e.Refs = map[string]string{}
			}
			e.Refs[system] = leastKnown(e.Refs[system], ref)
		}
	}
	delete(names, e.Name)
	delete(names, "")
	e.Aliases = slices.Sorted(maps.Keys(names))
	return e
}

func moreSpecific(o *graph.Ontology, a, b string) bool {
	return cmp.Or(cmp.Compare(len(o.Lineage(b)), len(o.Lineage(a))), cmp.Compare(a, b)) < 0
}

// entityRow holds an entity's properties. variants are the encoded variants.
func entityRow(e graph.Entity, variants []string) row {
	props := row{
		"id": e.ID, "label": e.Label, "name": e.Name, "described": e.Described,
		"aliases": listOrNil(e.Aliases), "parent": orNil(e.Parent), "variants": variants,
	}
	for system, ref := range e.Refs {
		props[system] = orNil(ref)
	}
	return props
}
