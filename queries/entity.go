package queries

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/xrash/smetrics"
	"golang.org/x/text/unicode/norm"
)

// An UnknownEntityError says that a name given to a query names nothing in the
// graph, or too many things.
type UnknownEntityError struct {
	Param   string   // flag name of the parameter
	Name    string   // as typed
	Wanted  []string // labels that the parameter takes; nil for any
	Nearest []string // names that it may have meant
	Other   string   // label of an entity that has the name but is of another kind
	Several []string // names of the entities it could be, when it is too vague
	Empty   bool     // the graph has no entities at all
}

func (e *UnknownEntityError) Error() string {
	switch {
	case e.Empty:
		return fmt.Sprintf("no entity %q: the graph is empty", e.Name)
	case len(e.Several) > 0:
		return fmt.Sprintf("%q could be any of %s", e.Name, strings.Join(e.Several, ", "))
	case e.Other != "":
		return fmt.Sprintf("%q is a %s in this graph, and --%s takes a %s", e.Name, e.Other, e.Param, strings.Join(e.Wanted, " or "))
	}
	return fmt.Sprintf("no entity %q in this graph%s", e.Name, didYouMean(e.Nearest))
}

// Hint says what to do next.
func (e *UnknownEntityError) Hint() string {
	switch {
	case e.Empty:
		return "dossier load PATH"
	case len(e.Several) > 0:
		return fmt.Sprintf("--%s %q", e.Param, e.Several[0])
	case len(e.Nearest) > 0:
		return fmt.Sprintf("--%s %q", e.Param, e.Nearest[0])
	}
	return "dossier query sources"
}

// An entity as far as names go.
type entity struct {
	id, name  string
	labels    []string
	aliases   []string
	described bool
}

func (e entity) is(wanted []string) bool {
	return len(wanted) == 0 || slices.ContainsFunc(e.labels, func(l string) bool { return slices.Contains(wanted, l) })
}

func (e entity) names() []string { return append([]string{e.name}, e.aliases...) }

// kind is the most specific label as far as the graph says, for messages.
func (e entity) kind() string {
	for _, l := range e.labels {
		if l != "Entity" {
			return l
		}
	}
	return "thing without a kind"
}

const entityFields = `
RETURN e.id AS id, e.name AS name, [e.label] + [l IN labels(e) WHERE l <> e.label] AS labels,
       coalesce(e.aliases, []) AS aliases, coalesce(e.described, false) AS described
ORDER BY id`

// The first look-up finds most names without moving the whole list of entities;
// only what it does not find needs folding of accents, and suggestions.
const (
	entitiesNamed = `
MATCH (e:Entity)
WHERE e.id = $text OR toLower(e.name) = $lower OR any(a IN e.aliases WHERE toLower(a) = $lower)` + entityFields
	allEntities = `
MATCH (e:Entity)` + entityFields
)

// resolve finds the entities that a name names, among those with a wanted label
// (nil: any). The note is empty or says how a vague name was understood.
func resolve(ctx context.Context, r Reader, param, text string, wanted []string) (ids []string, note string, err error) {
	named, err := readEntities(ctx, r, entitiesNamed, map[string]any{"text": text, "lower": strings.ToLower(text)})
	if err != nil {
		return nil, "", err
	}
	if i := slices.IndexFunc(named, func(e entity) bool { return e.id == text && e.is(wanted) }); i >= 0 {
		return []string{text}, "", nil
	}
	if found := withLabel(named, wanted); len(found) > 0 {
		return idsOf(found), severalNote(text, found), nil
	}
	all, err := readEntities(ctx, r, allEntities, nil)
	if err != nil {
		return nil, "", err
	}
	if len(all) == 0 {
		return nil, "", &UnknownEntityError{Param: param, Name: text, Wanted: wanted, Empty: true}
	}
	able := withLabel(all, wanted)
	for _, key := range []func(string) string{fold, singular} {
		want := key(text)
		if found := matching(able, func(name string) bool { return want != "" && key(name) == want }); len(found) > 0 {
			return idsOf(found), severalNote(text, found), nil
		}
	}
	found := matching(able, func(name string) bool { return holdsWords(name, text) })
	if named := slices.DeleteFunc(slices.Clone(found), func(e entity) bool { return e.described }); len(named) > 0 {
		found = named
	}
	switch {
	case len(found) == 1:
		return idsOf(found), fmt.Sprintf("%q is taken as %s", text, found[0].name), nil
	case len(found) > 1:
		return nil, "", &UnknownEntityError{Param: param, Name: text, Wanted: wanted, Several: callThem(found)}
	case len(named) > 0:
		return nil, "", &UnknownEntityError{Param: param, Name: text, Wanted: wanted, Other: named[0].kind()}
	}
	return nil, "", &UnknownEntityError{Param: param, Name: text, Wanted: wanted, Nearest: nearestEntities(text, able)}
}

// within returns the ids with those of all that lies in their entities, belongs
// to them or is a kind of them, sorted.
func within(ctx context.Context, r Reader, ids []string) ([]string, error) {
	var all []string
	err := r.Read(ctx, partsOf, map[string]any{"ids": ids}, func(_ []string, v []any) error {
		all = append(all, texts(v)...)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up parts of entities: %w", err)
	}
	return all, nil
}

const partsOf = `
MATCH (e:Entity)<-[:PART_OF|KIND_OF*0..]-(part)
WHERE e.id IN $ids
RETURN DISTINCT part.id AS id ORDER BY id`

func readEntities(ctx context.Context, r Reader, cypher string, params map[string]any) ([]entity, error) {
	var list []entity
	err := r.Read(ctx, cypher, params, func(_ []string, v []any) error {
		e := entity{labels: texts(v[2]), aliases: texts(v[3])}
		e.id, _ = v[0].(string)
		e.name, _ = v[1].(string)
		e.described, _ = v[4].(bool)
		list = append(list, e)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up entities: %w", err)
	}
	return list, nil
}

func texts(v any) []string {
	list, _ := v.([]any)
	out := make([]string, 0, len(list))
	for _, x := range list {
		if s, ok := x.(string); ok {
			out = append(out, s)
		}
	}
	return out
}

func withLabel(list []entity, wanted []string) []entity {
	return slices.DeleteFunc(slices.Clone(list), func(e entity) bool { return !e.is(wanted) })
}

func matching(list []entity, ok func(name string) bool) []entity {
	return slices.DeleteFunc(slices.Clone(list), func(e entity) bool { return !slices.ContainsFunc(e.names(), ok) })
}

func idsOf(list []entity) []string {
	ids := make([]string, len(list))
	for i, e := range list {
		ids[i] = e.id
	}
	return ids
}

func severalNote(text string, found []entity) string {
	if len(found) < 2 {
		return ""
	}
	return fmt.Sprintf("%q names %d entities, all are included: %s", text, len(found), strings.Join(callThem(found), ", "))
}

// callThem returns names to tell entities apart by: ids where names are the same.
func callThem(list []entity) []string {
	count := map[string]int{}
	for _, e := range list {
		count[e.name]++
	}
	names := make([]string, len(list))
	for i, e := range list {
		names[i] = e.name
		if count[e.name] > 1 {
			names[i] = e.id
		}
	}
	return names
}

// letters that Unicode does not take apart into a base letter and an accent
var unaccented = strings.NewReplacer("ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i")

// fold reduces a name to its words: lower case, no accents, no punctuation.
// It is for comparing, not for showing.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(s)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.', r == '\'', r == '’':
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(unaccented.Replace(b.String())), " ")
}

// singular is fold without the plural s of words.
func singular(s string) string {
	words := strings.Fields(fold(s))
	for i, w := range words {
		if len(w) > 3 && !strings.HasSuffix(w, "ss") {
			words[i] = strings.TrimSuffix(w, "s")
		}
	}
	return strings.Join(words, " ")
}

// holdsWords reports whether name has all the words of text, each as a whole.
func holdsWords(name, text string) bool {
	words := strings.Fields(singular(name))
	want := strings.Fields(singular(text))
	for _, w := range want {
		if !slices.Contains(words, w) {
			return false
		}
	}
	return len(want) > 0
}

// How alike a suggestion must be at least, on the scale of Jaro-Winkler. "Noth
// Korea" is 0.98 from North Korea and 0.91 from South Korea; names that have
// nothing to do with each other often reach 0.6.
const alike = 0.75

const (
	suggestions = 3
	partly      = 0.95 // what likeness to a part of a name is worth
)

func similarity(a, b string) float64 {
	if a == "" || b == "" {
		return 0
	}
	return smetrics.JaroWinkler(a, b, 0.7, 4)
}

type scored struct {
	name  string
	score float64
}

// best returns the names of the highest scores that are high enough.
func best(list []scored) []string {
	list = slices.DeleteFunc(list, func(s scored) bool { return s.score < alike })
	slices.SortFunc(list, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.score, a.score), strings.Compare(a.name, b.name))
	})
	var names []string
	for _, s := range list {
		if len(names) < suggestions && !slices.Contains(names, s.name) {
			names = append(names, s.name)
		}
	}
	return names
}

// nearest returns the candidates most like text, best first.
func nearest(text string, candidates []string) []string {
	want := fold(text)
	list := make([]scored, len(candidates))
	for i, c := range candidates {
		list[i] = scored{c, similarity(want, fold(c))}
	}
	return best(list)
}

// nearestEntities returns the names of the entities that have any name most like
// text, best first.
func nearestEntities(text string, entities []entity) []string {
	want := fold(text)
	list := make([]scored, len(entities))
	for i, e := range entities {
		list[i].name = e.name
		for _, n := range e.names() {
			n = fold(n)
			list[i].score = max(list[i].score, similarity(want, n))
			if !strings.Contains(want, " ") { // "Kirbi" for John Kirby
				for _, word := range strings.Fields(n) {
					list[i].score = max(list[i].score, similarity(want, word)*partly)
				}
			}
		}
	}
	return best(list)
}
