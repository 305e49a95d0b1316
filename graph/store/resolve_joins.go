package store

import (
	"cmp"
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/graph/resolve"
)

// moving is a piece of evidence on its way to the claim about things.
type moving struct {
	id, sentence, article string
	from                  string // claim
	relation              string
	props                 map[string]any
	telling               telling
	to                    graph.Claim
}

// join moves the evidence of articles that speaks of reports to the claims about
// what those are of, and takes those who speak along. It marks all claims that
// lose or gain.
func (r *resolution) join(ctx context.Context, articles []string, one func(string) *resolve.Thing) error {
	var list []*moving
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(s)-[e:EVIDENCES]->(c)
WHERE e.told IS NOT NULL
RETURN e.id, s.id, id, c.id, c.relation, properties(e)`, articles, func(v []any) error {
		m := &moving{id: v[0].(string), sentence: v[1].(string), article: v[2].(string), from: v[3].(string), relation: v[4].(string), props: v[5].(map[string]any)}
		if err := json.Unmarshal([]byte(m.props["told"].(string)), &m.telling); err != nil {
			return err
		}
		list = append(list, m)
		return nil
	})
	if err != nil {
		return err
	}
	now := map[[2]string]string{} // article, claim as told -> claim
	for _, m := range list {
		m.to = resolve.Join(r.ontology, m.told(), one)
		key := [2]string{m.article, m.telling.Claim}
		if old := now[key]; old == "" || m.to.ID < old {
			now[key] = m.to.ID
		}
	}
	claims := map[string]graph.Claim{}
	var stay, move []row
	var evidence []string
	dirty := map[string]bool{}
	for _, m := range list {
		var about []string
		for _, id := range m.telling.About {
			if to := cmp.Or(now[[2]string{m.article, id}], id); to != m.to.ID {
				about = append(about, to)
			}
		}
		slices.Sort(about)
		news := row{
			"claim": m.to.ID, "roles": listOrNil(roleList(m.to)), "about": listOrNil(slices.Compact(about)),
			"speakers": listOrNil(mapped(m.telling.Speakers, one)),
		}
		if m.from == m.to.ID && same(m.props, news) {
			continue
		}
		dirty[m.from], dirty[m.to.ID] = true, true
		claims[m.to.ID] = m.to
		evidence = append(evidence, m.id)
		if m.from == m.to.ID {
			stay = append(stay, row{"id": m.id, "sentence": m.sentence, "props": news})
		} else {
			move = append(move, row{"id": m.id, "sentence": m.sentence, "to": m.to.ID, "props": news})
		}
	}
	if err := r.createClaims(ctx, claims); err != nil {
		return err
	}
	if err := r.moveSpeakers(ctx, list, evidence, one, now); err != nil {
		return err
	}
	err = execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (:Sentence {id: row.sentence})-[e:EVIDENCES {id: row.id}]->()
SET e += row.props`, stay)
	if err != nil {
		return err
	}
	err = execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (s:Sentence {id: row.sentence})-[e:EVIDENCES {id: row.id}]->()
MATCH (c:Claim {id: row.to})
CREATE (s)-[n:EVIDENCES]->(c)
SET n = properties(e), n += row.props
DELETE e`, move)
	if err != nil {
		return err
	}
	return execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (c:Claim {id: id}) SET c.stale = true", slices.Sorted(maps.Keys(dirty)))
}

// told is the claim as the article makes it.
func (m *moving) told() graph.Claim {
	c := graph.Claim{
		ID: m.telling.Claim, Relation: m.relation, Subject: m.telling.Head, Object: m.telling.Tail,
		Date: dateFrom(m.props), Count: countFrom(m.props),
	}
	c.Content, _ = m.props["content"].(string)
	for _, role := range m.telling.Roles {
		if c.Roles == nil {
			c.Roles = map[string]string{}
		}
		name, id, _ := strings.Cut(role, "=")
		c.Roles[name] = id
	}
	return c
}

// same reports whether properties have the values of others already.
func same(props map[string]any, news row) bool {
	for key, want := range news {
		switch want := want.(type) {
		case nil:
			if props[key] != nil {
				return false
			}
		case string:
			if props[key] != want {
				return false
			}
		case []string:
			if !slices.Equal(stringList(props[key]), want) {
				return false
			}
		}
	}
	return true
}

// createClaims makes sure that the claims are there, with both their ends.
func (r *resolution) createClaims(ctx context.Context, claims map[string]graph.Claim) error {
	missing := maps.Clone(claims)
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (c:Claim {id: id})
RETURN id, EXISTS { (c)-[:SUBJECT]->() }, EXISTS { (c)-[:OBJECT]->() }`, slices.Sorted(maps.Keys(claims)), func(v []any) error {
		if id := v[0].(string); v[1].(bool) && (v[2].(bool) || claims[id].Object == "") {
			delete(missing, id)
		}
		return nil
	})
	if err != nil {
		return err
	}
	var rows []row
	for _, id := range slices.Sorted(maps.Keys(missing)) {
		c := missing[id]
		rows = append(rows, row{"id": c.ID, "relation": c.Relation, "subject": c.Subject, "object": c.Object})
	}
	return eachRow(ctx, r.tx, `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
OPTIONAL MATCH (o:Entity {id: row.object})
OPTIONAL MATCH (old:Claim {id: row.id})
MERGE (c:Claim {id: row.id})
SET c.relation = row.relation
MERGE (c)-[:SUBJECT]->(s)
FOREACH (x IN CASE WHEN o IS NULL THEN [] ELSE [o] END | MERGE (c)-[:OBJECT]->(x))
RETURN sum(CASE WHEN old IS NULL THEN 1 ELSE 0 END)`, rows, func(v []any) error {
		r.result.Claims += int(v[0].(int64))
		return nil
	})
}

// moveSpeakers joins those who assert, deny or do not want to comment with the
// claims that their words go to.
func (r *resolution) moveSpeakers(ctx context.Context, list []*moving, evidence []string, one func(string) *resolve.Thing, now map[[2]string]string) error {
	moved := map[string]bool{}
	for _, id := range evidence {
		moved[id] = true
	}
	rows := map[string][]row{} // by type
	for _, m := range list {
		if !moved[m.id] {
			continue
		}
		add := func(typ, entity, claim string) {
			props := row{"evidence": m.id, "sentence": m.sentence}
			for _, key := range placed {
				if v, ok := m.props[key]; ok {
					props[key] = v
				}
			}
			rows[typ] = append(rows[typ], row{"entity": mapped([]string{entity}, one)[0], "claim": claim, "props": props})
		}
		polarity, _ := m.props["polarity"].(string)
		if t := speakerType(graph.Evidence{Polarity: graph.Polarity(polarity), Speakers: m.telling.Speakers}); t != "" {
			add(t, m.telling.Speakers[0], m.to.ID)
		}
		if m.relation == relationDeclined {
			targets := map[string]bool{}
			for _, id := range m.telling.About {
				targets[cmp.Or(now[[2]string{m.article, id}], id)] = true
			}
			for _, claim := range slices.Sorted(maps.Keys(targets)) {
				add(typeDeclines, m.telling.Head, claim)
			}
		}
	}
	for _, typ := range speakerTypes {
		if err := execRows(ctx, r.tx, deleteEdges(typ, "evidence"), evidence); err != nil {
			return err
		}
	}
	return execByName(ctx, r.tx, `
UNWIND $rows AS row
MATCH (s:Entity {id: row.entity})
MATCH (c:Claim {id: row.claim})
CREATE (s)-[x:NAME]->(c)
SET x = row.props`, rows)
}

// placed are the properties that tell when evidence was published; the edges to
// those who speak have them, too.
var placed = []string{"known", "superseded", "until"}
