package store

import (
	"context"
	"maps"
	"slices"

	"dossier/graph"
)

// writeEntities records which articles name which entities, and by which
// variants; then it brings the entities whose variants changed up to date.
func (b *batch) writeEntities(ctx context.Context) error {
	var names []row
	for _, a := range b.articles {
		for _, e := range a.doc.Entities {
			v := variantOf(e)
			text, id := v.encode(e.ID)
			b.variants[id], b.encoded[id] = v, text
			put(b.added, e.ID, id)
			names = append(names, row{"article": a.doc.Article.ID, "entity": e.ID, "variant": id})
		}
	}
	touched := maps.Clone(b.added)
	maps.Copy(touched, b.removed)
	before, err := b.storedVariants(ctx, slices.Sorted(maps.Keys(touched)))
	if err != nil {
		return err
	}
	// Nodes first, so that the edges have something to end at.
	var missing []string
	for id := range b.added {
		if _, ok := before[id]; !ok {
			missing = append(missing, id)
		}
	}
	slices.Sort(missing)
	if err := execRows(ctx, b.tx, "UNWIND $rows AS id CREATE (:Entity {id: id})", missing); err != nil {
		return err
	}
	b.result.Entities += len(missing)
	err = execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:NAMES {variant: row.variant}]->(e)`, names)
	if err != nil {
		return err
	}
	gone, err := b.unusedVariants(ctx)
	if err != nil {
		return err
	}
	return b.updateEntities(ctx, touched, before, gone)
}

// storedVariants returns the hashes of the variants of each entity that is
// there, and keeps their content.
func (b *batch) storedVariants(ctx context.Context, entities []string) (map[string][]string, error) {
	out := map[string][]string{}
	err := eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (e:Entity {id: id}) RETURN id, e.variants", entities, func(row []any) error {
		entity := row[0].(string)
		out[entity] = nil
		list, _ := row[1].([]any)
		for _, text := range list {
			v, err := decodeVariant(text.(string))
			if err != nil {
				return err
			}
			encoded, id := v.encode(entity)
			b.variants[id], b.encoded[id] = v, encoded
			out[entity] = append(out[entity], id)
		}
		return nil
	})
	return out, err
}

// unusedVariants returns which of the variants that rewritten articles used
// before are used by no article now.
func (b *batch) unusedVariants(ctx context.Context) (map[string]bool, error) {
	var ask []string
	gone := map[string]bool{}
	for entity, variants := range b.removed {
		for v := range variants {
			if !b.added[entity][v] {
				ask = append(ask, v)
				gone[v] = true
			}
		}
	}
	slices.Sort(ask)
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS variant
MATCH ()-[n:NAMES {variant: variant}]->()
RETURN DISTINCT variant`, ask, func(row []any) error {
		delete(gone, row[0].(string))
		return nil
	})
	return gone, err
}

// updateEntities writes the entities whose variants changed and removes those
// that no article names any more. Nothing else can refer to these: a document
// names every entity that its mentions and claims use.
func (b *batch) updateEntities(ctx context.Context, touched map[string]map[string]bool, before map[string][]string, gone map[string]bool) error {
	var dead, changed, fresh []string
	rows := map[string][]row{} // by label
	for _, id := range slices.Sorted(maps.Keys(touched)) {
		old, existed := before[id]
		set := map[string]bool{}
		for _, v := range old {
			if !gone[v] {
				set[v] = true
			}
		}
		for v := range b.added[id] {
			set[v] = true
		}
		now := slices.Sorted(maps.Keys(set))
		if len(now) == 0 {
			dead = append(dead, id)
			continue
		}
		slices.Sort(old)
		if existed && slices.Equal(now, old) {
			continue
		}
		e := b.join(id, now)
		var texts []string
		for _, v := range now {
			texts = append(texts, b.encoded[v])
		}
		slices.Sort(texts)
		rows[e.Label] = append(rows[e.Label], entityRow(e, texts))
		if existed {
			changed = append(changed, id)
			if b.join(id, old).Name != e.Name {
				b.renamed = append(b.renamed, id)
			}
		} else {
			fresh = append(fresh, id)
		}
	}
	b.result.Entities -= len(dead)
	if err := execRows(ctx, b.tx, "UNWIND $rows AS id MATCH (e:Entity {id: id}) DETACH DELETE e", dead); err != nil {
		return err
	}
	if err := b.clearLabels(ctx, changed); err != nil {
		return err
	}
	for _, label := range slices.Sorted(maps.Keys(rows)) {
		cypher := "UNWIND $rows AS row MATCH (e:Entity {id: row.id}) SET e = row, e:" + quoteAll(b.lineage(label), ":")
		if err := execRows(ctx, b.tx, cypher, rows[label]); err != nil {
			return err
		}
	}
	return b.linkParents(ctx, changed, fresh)
}

func (b *batch) join(id string, hashes []string) graph.Entity {
	var list []variant
	for _, h := range hashes {
		list = append(list, b.variants[h])
	}
	return joinVariants(b.ontology, id, list)
}

// lineage returns the labels of an entity. A variant stored by an earlier
// release may have a label that the ontology has dropped since.
func (b *batch) lineage(label string) []string {
	if l := b.ontology.Lineage(label); l != nil {
		return l
	}
	return []string{labelEntity}
}

// clearLabels takes from entities all labels but Entity.
func (b *batch) clearLabels(ctx context.Context, entities []string) error {
	labels := slices.DeleteFunc(b.ontology.LabelNames(), func(l string) bool { return l == labelEntity })
	cypher := "UNWIND $rows AS id MATCH (e:Entity {id: id}) REMOVE e:" + quoteAll(labels, ":")
	return execRows(ctx, b.tx, cypher, entities)
}

// linkParents makes the edges to parents anew: those of the entities
// themselves, and those of entities that waited for a fresh one to appear.
func (b *batch) linkParents(ctx context.Context, changed, fresh []string) error {
	err := execRows(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Entity {id: id})-[r:PART_OF|KIND_OF]->()
DELETE r`, changed)
	if err != nil {
		return err
	}
	type link struct{ child, parent string }
	links := map[string]map[link]bool{typePartOf: {}, typeKindOf: {}}
	collect := func(v []any) error {
		typ := typePartOf
		if v[2].(bool) {
			typ = typeKindOf
		}
		links[typ][link{v[0].(string), v[1].(string)}] = true
		return nil
	}
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (child:Entity {id: id})
MATCH (parent:Entity {id: child.parent})
WHERE parent <> child
RETURN child.id, parent.id, child:Weapon`, slices.Concat(changed, fresh), collect)
	if err != nil {
		return err
	}
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (parent:Entity {id: id})
MATCH (child:Entity {parent: id})
WHERE parent <> child
RETURN child.id, parent.id, child:Weapon`, fresh, collect)
	if err != nil {
		return err
	}
	for _, typ := range []string{typePartOf, typeKindOf} {
		var rows []row
		for l := range links[typ] {
			rows = append(rows, row{"child": l.child, "parent": l.parent})
		}
		err := execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (child:Entity {id: row.child})
MATCH (parent:Entity {id: row.parent})
CREATE (child)-[:`+quote(typ)+`]->(parent)`, rows)
		if err != nil {
			return err
		}
	}
	return nil
}
