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
		return e.instead(e.Several[0])
	case len(e.Nearest) > 0:
		return e.instead(e.Nearest[0])
	}
	return "dossier query sources"
}

func (e *UnknownEntityError) instead(name string) string {
	if e.Param == "" { // it was no flag
		return fmt.Sprintf("%q instead of %q", name, e.Name)
	}
	return fmt.Sprintf("--%s %q", e.Param, name)
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

// What one article tells of a thing is found under the thing.
const entityFields = `
WITH e WHERE NOT EXISTS { (e)-[:SAME_AS]->() }
RETURN e.id AS id, e.name AS name, [e.label] + [l IN labels(e) WHERE l <> e.label] AS labels,
       coalesce(e.aliases, []) AS aliases, coalesce(e.described, false) AS described`

// The first look-up asks the full-text index for the entities that have words
// like these in their names, which finds most; only what it does not find needs
// folding of accents, and suggestions, from the whole list.
const (
	entitiesLike = `
MATCH (e:Entity {id: $text})` + entityFields + `
UNION
CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node AS e` + entityFields
	allEntities = `
MATCH (e:Entity)` + entityFields
)

// resolve finds the entities that a name names, among those with a wanted label
// (nil: any). The note is empty or says how a vague name was understood.
func resolve(ctx context.Context, r Reader, param, text string, wanted []string) (ids []string, note string, err error) {
	if words := beginnings(text); words != "" {
		// A graph without the index has no other way but the list; what else may
		// be wrong is wrong there, too.
		like, err := readEntities(ctx, r, entitiesLike, map[string]any{"text": text, "words": words})
		if found, note := pick(text, like, wanted); err == nil && found != nil {
			return idsOf(found), note, nil
		}
	}
	all, err := readEntities(ctx, r, allEntities, nil)
	if err != nil {
		return nil, "", err
	}
	if len(all) == 0 {
		return nil, "", &UnknownEntityError{Param: param, Name: text, Wanted: wanted, Empty: true}
	}
	if found, note := pick(text, all, wanted); found != nil {
		return idsOf(found), note, nil
	}
	unknown := &UnknownEntityError{Param: param, Name: text, Wanted: wanted}
	able := withLabel(all, wanted)
	switch other := nameable(text, all); {
	case len(holding(text, able)) > 0:
		unknown.Several = callThem(holding(text, able))
	case len(other) > 0:
		unknown.Other = other[0].kind()
	default:
		unknown.Nearest = nearestEntities(text, able)
	}
	return nil, "", unknown
}

// beginnings is a full-text query for the names that have, for each word of
// text, one that begins like its singular.
func beginnings(text string) string {
	words := strings.Fields(singular(text))
	for i, w := range words {
		words[i] = "+" + w + "*"
	}
	return strings.Join(words, " ")
}

// pick returns the entities of a list that text names, nil if there are none or
// too many.
func pick(text string, list []entity, wanted []string) (found []entity, note string) {
	if i := slices.IndexFunc(list, func(e entity) bool { return e.id == text && e.is(wanted) }); i >= 0 {
		return list[i : i+1], ""
	}
	able := withLabel(list, wanted)
	for _, key := range []func(string) string{strings.ToLower, fold, singular} {
		want := key(text)
		found := matching(able, func(name string) bool { return want != "" && key(name) == want })
		if len(found) > 0 {
			found = withNamesakes(text, found, able)
			return found, severalNote(text, found)
		}
	}
	if found := holding(text, able); len(found) == 1 {
		return found, fmt.Sprintf("%q is taken as %s", text, found[0].name)
	}
	return nil, ""
}

// nameable returns the entities that have text for a name or id, whatever they are.
func nameable(text string, all []entity) []entity {
	want := fold(text)
	return slices.DeleteFunc(slices.Clone(all), func(e entity) bool {
		return e.id != text && (want == "" || !slices.ContainsFunc(e.names(), func(n string) bool { return fold(n) == want }))
	})
}

// holding returns the entities that have all words of text in a name. Those
// known only by a description count where there are no others.
func holding(text string, list []entity) []entity {
	found := matching(list, func(name string) bool { return holdsWords(name, text) })
	if named := slices.DeleteFunc(slices.Clone(found), func(e entity) bool { return e.described }); len(named) > 0 {
		return named
	}
	return found
}

// withNamesakes adds to a person known by a bare surname those who have it with
// a first name: an article that never says "John" must not hide John Kirby.
func withNamesakes(text string, found, able []entity) []entity {
	surname := fold(text)
	if strings.Contains(surname, " ") || !slices.ContainsFunc(found, func(e entity) bool { return e.is(persons) }) {
		return found
	}
	return slices.DeleteFunc(slices.Clone(able), func(e entity) bool {
		isFound := slices.ContainsFunc(found, func(f entity) bool { return f.id == e.id })
		return !isFound && (!e.is(persons) || e.described || !strings.HasSuffix(fold(e.name), " "+surname))
	})
}

var persons = []string{"Person"}

// within returns the ids with those of all that lies in their entities, belongs
// to them, is a kind of them or is told of as them, sorted.
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
MATCH (e:Entity)<-[:PART_OF|KIND_OF|SAME_AS*0..]-(part)
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
	slices.SortFunc(list, func(a, b entity) int { return strings.Compare(a.id, b.id) })
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
		words[i] = stem(w)
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
