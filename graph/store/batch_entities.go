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
	gone, err := b.unusedVariants(ctx)
	if err != nil {
		return err
	}
	if err := b.updateEntities(ctx, touched, before, gone); err != nil {
		return err
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
MATCH (e:Entity {id: row.entity})
CREATE (a)-[:NAMES {variant: row.variant}]->(e)`, names)
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

const usedVariants = `
UNWIND $rows AS variant
MATCH ()-[n:NAMES {variant: variant}]->()
USING INDEX SEEK n:NAMES(variant)
RETURN DISTINCT variant`

// unusedVariants returns which of the variants that rewritten articles used
// before are used neither by them now nor by any other article.
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
	err := eachRow(ctx, b.tx, usedVariants, ask, func(row []any) error {
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
	b.result.Entities += len(fresh) - len(dead)
	if err := execRows(ctx, b.tx, markThings, dead); err != nil {
		return err
	}
	if err := execRows(ctx, b.tx, "UNWIND $rows AS id MATCH (e:Entity {id: id}) DETACH DELETE e", dead); err != nil {
		return err
	}
	if err := b.clearLabels(ctx, changed); err != nil {
		return err
	}
	for _, label := range slices.Sorted(maps.Keys(rows)) {
		cypher := "UNWIND $rows AS row MERGE (e:Entity {id: row.id}) SET e = row, e:" + quoteAll(b.labels(label), ":")
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

// labels are those of an entity of the given most specific label. A variant that
// an earlier release stored may have one that the ontology has dropped since.
func (b *batch) labels(label string) []string {
	if lineage := b.ontology.Lineage(label); lineage != nil {
		return lineage
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
	const link = `
FOREACH (_ IN CASE WHEN child:Weapon OR child:Technology THEN [] ELSE [1] END | MERGE (child)-[:PART_OF]->(parent))
FOREACH (_ IN CASE WHEN child:Weapon OR child:Technology THEN [1] ELSE [] END | MERGE (child)-[:KIND_OF]->(parent))`
	err = execRows(ctx, b.tx, `
UNWIND $rows AS id
MATCH (child:Entity {id: id})
MATCH (parent:Entity {id: child.parent})
WHERE parent <> child`+link, slices.Concat(changed, fresh))
	if err != nil {
		return err
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS id
MATCH (parent:Entity {id: id})
MATCH (child:Entity {parent: id})
WHERE parent <> child`+link, fresh)
}
