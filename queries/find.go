package queries

import "context"

// FindEntities returns the ids of the entities that a name or id names; several
// where a name is vague, and then the note says how it was understood. The
// error is an [*UnknownEntityError], about a flag called --entity, or what the
// reader returned.
func FindEntities(ctx context.Context, r Reader, name string) (ids []string, note string, err error) {
	return resolve(ctx, r, "entity", name, nil)
}
