package queries

import (
	"context"
	"strings"
)

// FindEntities returns the ids of the entities that a name or id names; several
// where a name is vague, and then the note says how it was understood. The
// error is an [*UnknownEntityError], about a flag called --entity, or what the
// reader returned.
func FindEntities(ctx context.Context, r Reader, name string) (ids []string, note string, err error) {
	return resolve(ctx, r, "entity", name, nil)
}

// IsEntity reports whether the graph has an entity of exactly that id: a thing, or
// what one article tells of it.
func IsEntity(ctx context.Context, r Reader, id string) (bool, error) {
	found := false
	err := r.Read(ctx, "MATCH (e:Entity {id: $id}) RETURN e.id", map[string]any{"id": id}, func([]string, []any) error {
		found = true
		return nil
	})
	return found, err
}

const (
	namesLike = `
CALL db.index.fulltext.queryNodes('entity_names', $words) YIELD node AS e
WITH e, COUNT { (e)<-[:NAMES]-() } AS articles
WHERE articles > 0 AND NOT coalesce(e.described, false) AND ($labels IS NULL OR any(l IN labels(e) WHERE l IN $labels))
RETURN e.name AS name, coalesce(e.aliases, []) AS aliases, e.label AS label
ORDER BY articles DESC, name LIMIT 500`
	namesOfMost = `
MATCH (e:Entity)
WITH e, COUNT { (e)<-[:NAMES]-() } AS articles
WHERE articles > 0 AND NOT coalesce(e.described, false) AND ($labels IS NULL OR any(l IN labels(e) WHERE l IN $labels))
RETURN e.name AS name, coalesce(e.aliases, []) AS aliases, e.label AS label
ORDER BY articles DESC, name LIMIT 50`
)

// Names returns the names of entities that begin with prefix in any case, those
// of most articles first, each with what it is: the label, and behind an alias
// the name. An entity is there once. labels narrow it to some kinds; nil for any.
func Names(ctx context.Context, r Reader, prefix string, labels []string) ([][2]string, error) {
	statement, params := namesOfMost, map[string]any{"labels": orNull(labels)}
	if words := beginnings(prefix); words != "" {
		statement, params["words"] = namesLike, words
	}
	var out [][2]string
	start := strings.ToLower(prefix)
	err := r.Read(ctx, statement, params, func(_ []string, v []any) error {
		name, _ := v[0].(string)
		label, _ := v[2].(string)
		if strings.HasPrefix(strings.ToLower(name), start) {
			out = append(out, [2]string{name, label})
			return nil
		}
		for _, alias := range texts(v[1]) {
			if strings.HasPrefix(strings.ToLower(alias), start) {
				out = append(out, [2]string{alias, label + " " + name})
				return nil
			}
		}
		return nil
	})
	return out, err
}
