package store

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// factStatus are the statuses of claims that have an edge in the fact layer.
var factStatus = []string{statusAccepted, "asserted", "attributed", "alleged", "disputed", statusReference}

// factProperties are the properties that a fact edge has from its claim.
var factProperties = []string{"status", "articles", "origins", "date", "dateTo", "countMin", "countMax"}

// derive brings the touched claims up to date: their role edges, their fields
// and their edges in the fact layer.
func (b *batch) derive(ctx context.Context) error {
	if err := b.dropUnsupported(ctx); err != nil {
		return err
	}
	if err := b.linkRoles(ctx); err != nil {
		return err
	}
	if err := b.touchRenamed(ctx); err != nil {
		return err
	}
	tallies, err := b.tally(ctx)
	if err != nil {
		return err
	}
	var rows []row
	facts := map[string]row{}
	for _, id := range b.touched() {
		props := tallies[id].row()
		props["stale"] = true // until Resolve has looked at it
		b.judge(id, props)
		rows = append(rows, row{"id": id, "props": props})
		if len(b.ontology.Relations[b.claims[id]].To) > 0 && slices.Contains(factStatus, props["status"].(string)) {
			facts[id] = row{"claim": id}
			for _, key := range factProperties {
				facts[id][key] = props[key]
			}
		}
	}
	if err := execRows(ctx, b.tx, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c += row.props", rows); err != nil {
		return err
	}
	if err := b.nameRoles(ctx, facts); err != nil {
		return err
	}
	return b.writeFacts(ctx, facts)
}

// tally adds up the evidence for the touched claims: for one that lost some, by
// reading what is left; for the others, by joining what the graph held of it with
// what the articles bring.
func (b *batch) tally(ctx context.Context) (map[string]tally, error) {
	recounted, gone, norms := map[string]*account{}, map[string]*account{}, map[string]*account{}
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[e:EVIDENCES]-(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
RETURN id, coalesce(a.publication, a.id), e.origin, a.published, properties(e), e.superseded, e.reference`, slices.Sorted(maps.Keys(b.shrunk)), func(v []any) error {
		id, into := v[0].(string), recounted
		switch {
		case v[6] != nil:
			into = norms
		case v[5] != nil:
			into = gone
		}
		if into[id] == nil {
			into[id] = newAccount()
		}
		published, _ := v[3].(string)
		into[id].take(v[1].(string), v[2].(string), published, testimonyFrom(v[4].(map[string]any)))
		return nil
	})
	if err != nil {
		return nil, err
	}
	for id, a := range norms {
		if recounted[id] == nil {
			a.reference = true
			a.articles, a.origins, a.first, a.last = 0, 0, "", ""
			recounted[id] = a
		}
	}
	for id, a := range gone {
		if recounted[id] == nil {
			a.withdrawn = true
			recounted[id] = a
		}
	}
	out := map[string]tally{}
	for id := range b.claims {
		switch fresh, held := b.accounts[id], b.held[id]; {
		case recounted[id] != nil:
			out[id] = recounted[id].tally
		case fresh == nil: // touched for the name of an entity
			out[id] = held
		default:
			out[id] = held.join(fresh.tally, fresh.origins-b.reprinted[id])
		}
	}
	return out, nil
}

func (b *batch) touched() []string { return slices.Sorted(maps.Keys(b.claims)) }

// dropUnsupported removes the claims that no sentence evidences any more, with
// their edges in the fact layer.
func (b *batch) dropUnsupported(ctx context.Context) error {
	dead := map[string][]string{} // by relation
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (c:Claim {id: id})
WHERE NOT EXISTS { (c)<-[:EVIDENCES]-() }
DETACH DELETE c
RETURN id`, slices.Sorted(maps.Keys(b.shrunk)), func(v []any) error {
		id := v[0].(string)
		dead[b.claims[id]] = append(dead[b.claims[id]], id)
		delete(b.claims, id)
		delete(b.shrunk, id)
		b.result.Claims--
		return nil
	})
	if err != nil {
		return err
	}
	return b.deleteFacts(ctx, dead)
}

// linkRoles makes the edges from the touched claims to the entities in their
// roles and to the claims they are about. All of them follow from the evidence:
// a claim that lost some starts afresh, the others can only gain.
func (b *batch) linkRoles(ctx context.Context) error {
	types := append(roleTypes(b.ontology), typeContent)
	err := execRows(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})-[r:`+quoteAll(types, "|")+`]->()
DELETE r`, slices.Sorted(maps.Keys(b.shrunk)))
	if err != nil {
		return err
	}
	type link struct{ typ, claim, target string }
	links := map[link]bool{}
	addList := func(claim string, roles, about []string) {
		for _, r := range roles {
			name, entity, _ := strings.Cut(r, "=")
			links[link{roleType(name), claim, entity}] = true
		}
		for _, other := range about {
			links[link{typeContent, claim, other}] = true
		}
	}
	for _, a := range b.articles {
		claims := supported(a.doc)
		for id, c := range claims {
			if !b.shrunk[id] {
				addList(id, roleList(c), aboutOf(c, claims))
			}
		}
	}
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[e:EVIDENCES]-()
WITH id, collect(e) AS all
WITH id, all, [e IN all WHERE e.superseded IS NULL AND e.reference IS NULL] AS current
UNWIND CASE current WHEN [] THEN all ELSE current END AS e
WITH id, e
WHERE e.roles IS NOT NULL OR e.about IS NOT NULL
RETURN DISTINCT id, e.roles, e.about`, slices.Sorted(maps.Keys(b.shrunk)), func(v []any) error {
		addList(v[0].(string), stringList(v[1]), stringList(v[2]))
		return nil
	})
	if err != nil {
		return err
	}
	rows := map[string][]row{} // by type
	for l := range links {
		rows[l.typ] = append(rows[l.typ], row{"claim": l.claim, "target": l.target})
	}
	contents := rows[typeContent]
	delete(rows, typeContent)
	err = execByName(ctx, b.tx, `
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (t:Entity {id: row.target})
MERGE (c)-[:NAME]->(t)`, rows)
	if err != nil {
		return err
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (c:Claim {id: row.claim})
MATCH (t:Claim {id: row.target})
MERGE (c)-[:CONTENT]->(t)`, contents)
}

func stringList(v any) []string {
	list, _ := v.([]any)
	out := make([]string, len(list))
	for i := range list {
		out[i], _ = list[i].(string)
	}
	return out
}

// touchRenamed adds the claims whose fact edges spell the name of an entity
// that has another one now.
func (b *batch) touchRenamed(ctx context.Context) error {
	return eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Entity {id: id})<-[:`+quoteAll(roleTypes(b.ontology), "|")+`]-(c:Claim)
RETURN DISTINCT c.id, c.relation, properties(c)`, b.renamed, func(v []any) error {
		id := v[0].(string)
		b.touch(id, v[1].(string))
		if _, ok := b.held[id]; !ok {
			b.held[id] = tallyFrom(v[2].(map[string]any))
		}
		return nil
	})
}

// nameRoles adds the names of the entities in a claim's roles to its fact edge.
// Several entities in one role are listed.
func (b *batch) nameRoles(ctx context.Context, facts map[string]row) error {
	names := map[string]map[string][]string{} // claim -> role -> names
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})-[r:`+quoteAll(roleTypes(b.ontology), "|")+`]->(e:Entity)
RETURN id, type(r), e.name`, slices.Sorted(maps.Keys(facts)), func(v []any) error {
		id, role := v[0].(string), strings.ToLower(v[1].(string))
		if names[id] == nil {
			names[id] = map[string][]string{}
		}
		name, _ := v[2].(string)
		names[id][role] = append(names[id][role], name)
		return nil
	})
	if err != nil {
		return err
	}
	for id, byRole := range names {
		for role, list := range byRole {
			slices.Sort(list)
			facts[id][role] = strings.Join(list, ", ")
		}
	}
	return nil
}

// writeFacts replaces the fact edges of the touched claims.
func (b *batch) writeFacts(ctx context.Context, facts map[string]row) error {
	stale := map[string][]string{} // relation -> claims
	rows := map[string][]row{}
	for _, id := range b.touched() {
		relation := b.claims[id]
		if _, ok := b.held[id]; ok {
			stale[relation] = append(stale[relation], id)
		}
		if f := facts[id]; f != nil {
			rows[relation] = append(rows[relation], f)
		}
	}
	if err := b.deleteFacts(ctx, stale); err != nil {
		return err
	}
	return execByName(ctx, b.tx, `
UNWIND $rows AS row
MATCH (s:Entity)<-[:SUBJECT]-(:Claim {id: row.claim})-[:OBJECT]->(o:Entity)
CREATE (s)-[f:NAME]->(o)
SET f = row`, rows)
}

// deleteFacts removes the fact edges of claims, given by relation.
func (b *batch) deleteFacts(ctx context.Context, claims map[string][]string) error {
	for _, relation := range slices.Sorted(maps.Keys(claims)) {
		if len(b.ontology.Relations[relation].To) == 0 {
			continue
		}
		if err := execRows(ctx, b.tx, deleteEdges(relation, "claim"), claims[relation]); err != nil {
			return err
		}
	}
	return nil
}
