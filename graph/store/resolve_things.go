package store

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"dossier/graph/resolve"
)

// resolveThings resolves some blocks that are marked: it writes what their reports are
// of, with the reason on the link, and marks the articles that tell of something
// else now.
func (r *resolution) resolveThings(ctx context.Context) (bool, error) {
	blocks, more, err := r.markedBlocks(ctx)
	if err != nil || len(blocks) == 0 {
		return false, err
	}
	reports, err := r.reportsOf(ctx, blocks)
	if err != nil {
		return false, err
	}
	result := resolve.Resolve(reports, r.judgements)
	article := map[string]string{}
	for _, x := range reports {
		article[x.ID] = x.Article
	}
	if err := r.writeThings(ctx, blocks, result.Things); err != nil {
		return false, err
	}
	if err := r.linkThings(ctx, blocks, result.Things, article); err != nil {
		return false, err
	}
	if err := r.writeSuggestions(ctx, blocks, result.Suggestions); err != nil {
		return false, err
	}
	return more, execRows(ctx, r.tx, "UNWIND $rows AS block MATCH (e:Entity {block: block}) WHERE e.stale REMOVE e.stale", blocks)
}

// markedBlocks returns blocks to resolve, about [resolveReports] reports of them,
// and whether there are more.
func (r *resolution) markedBlocks(ctx context.Context) (blocks []string, more bool, err error) {
	size := int64(0)
	err = r.tx.each(ctx, `
MATCH (e:Entity {stale: true})
WITH DISTINCT e.block AS block ORDER BY block LIMIT 1000
RETURN block, COUNT { (:Entity {block: block}) }`, nil, func(v []any) error {
		if size > resolveReports {
			more = true
			return nil
		}
		size += v[1].(int64)
		blocks = append(blocks, v[0].(string))
		return nil
	})
	return blocks, more || len(blocks) == 1000, err
}

func (r *resolution) reportsOf(ctx context.Context, blocks []string) ([]resolve.Report, error) {
	var out []resolve.Report
	err := eachRow(ctx, r.tx, "UNWIND $rows AS block MATCH (e:Entity {block: block}) WHERE e.report IS NOT NULL RETURN e.report", blocks, func(v []any) error {
		var x resolve.Report
		if err := json.Unmarshal([]byte(v[0].(string)), &x); err != nil {
			return err
		}
		out = append(out, x)
		return nil
	})
	return out, err
}

// writeThings creates, updates and removes the things of blocks.
func (r *resolution) writeThings(ctx context.Context, blocks []string, things []resolve.Thing) error {
	had := map[string]map[string]any{}
	err := eachRow(ctx, r.tx, "UNWIND $rows AS block MATCH (k:Entity {block: block}) WHERE k.thing RETURN k.id, k.name, k.date, k.dateTo", blocks, func(v []any) error {
		had[v[0].(string)] = map[string]any{"name": v[1], "date": v[2], "dateTo": v[3]}
		return nil
	})
	if err != nil {
		return err
	}
	rows := map[string][]row{} // by label
	for _, t := range things {
		props := row{
			"id": t.ID, "name": t.Name, "label": t.Kind.Label(), "block": t.Block, "thing": true, "described": true,
			"giver": orNil(t.Giver), "taker": orNil(t.Taker),
		}
		maps.Copy(props, dateRow(t.Date))
		if _, ok := had[t.ID]; !ok {
			r.result.Entities++
		}
		delete(had, t.ID)
		rows[t.Kind.Label()] = append(rows[t.Kind.Label()], row{"id": t.ID, "props": props})
	}
	r.result.Entities -= len(had)
	if err := execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (k:Entity {id: id}) DETACH DELETE k", slices.Sorted(maps.Keys(had))); err != nil {
		return err
	}
	for _, label := range slices.Sorted(maps.Keys(rows)) {
		cypher := "UNWIND $rows AS row MERGE (k:Entity {id: row.id}) SET k += row.props, k:" + quoteAll(r.labels(label), ":")
		if err := execRows(ctx, r.tx, cypher, rows[label]); err != nil {
			return err
		}
	}
	return nil
}

// linkThings links reports to what they are of. Where that is something else
// than before, the article is marked.
func (r *resolution) linkThings(ctx context.Context, blocks []string, things []resolve.Thing, article map[string]string) error {
	type link struct{ thing, rule, reason string }
	had := map[string]link{}
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS block
MATCH (e:Entity {block: block})-[l:SAME_AS]->(k)
RETURN e.id, k.id, l.rule, l.reason`, blocks, func(v []any) error {
		had[v[0].(string)] = link{v[1].(string), v[2].(string), v[3].(string)}
		return nil
	})
	if err != nil {
		return err
	}
	var drop, moved []string
	var rows []row
	for _, t := range things {
		for _, m := range t.Members {
			now := link{t.ID, m.Rule, m.Reason}
			old, ok := had[m.Report]
			if ok && old == now {
				continue
			}
			if ok {
				drop = append(drop, m.Report)
			}
			if old.thing != t.ID {
				moved = append(moved, article[m.Report])
			}
			rows = append(rows, row{"report": m.Report, "thing": t.ID, "props": row{"rule": m.Rule, "reason": m.Reason}})
		}
	}
	if err := execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (:Entity {id: id})-[l:SAME_AS]->() DELETE l", drop); err != nil {
		return err
	}
	err = execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (e:Entity {id: row.report})
MATCH (k:Entity {id: row.thing})
CREATE (e)-[l:SAME_AS]->(k)
SET l = row.props`, rows)
	if err != nil {
		return err
	}
	slices.Sort(moved)
	return execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (a:Article {id: id}) SET a.stale = true", slices.Compact(moved))
}

// writeSuggestions replaces the suggestions among the things of blocks.
func (r *resolution) writeSuggestions(ctx context.Context, blocks []string, list []resolve.Suggestion) error {
	if err := execRows(ctx, r.tx, "UNWIND $rows AS block MATCH (:Entity {block: block})-[l:MAYBE_SAME]->() DELETE l", blocks); err != nil {
		return err
	}
	var rows []row
	for _, x := range list {
		rows = append(rows, row{"a": x.A, "b": x.B, "props": row{"reason": x.Reason, "score": x.Score}})
	}
	return execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (a:Entity {id: row.a})
MATCH (b:Entity {id: row.b})
CREATE (a)-[l:MAYBE_SAME]->(b)
SET l = row.props`, rows)
}
