package store

import (
	"context"
	"maps"
	"slices"
	"strings"
)

// deriveClaims computes what the graph says of a claim from the evidence that it
// has. The date is the most precise one, then the earliest; the count is the
// range that holds all counts. Of the two, status deserves a word: evidence that
// the body of its own article reverses counts only if there is no other, and a
// denial against an affirmation makes a dispute.
const deriveClaims = `
UNWIND $rows AS id
MATCH (c:Claim {id: id})<-[r:EVIDENCES]-(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
WITH c, s, a, properties(r) AS e // one walk over the chain of properties, not one for each
WITH c, e, s, a,
  CASE WHEN e.contradictedByBody THEN 0 ELSE 1 END AS counts,
  CASE WHEN e.polarity = 'affirmed' THEN e.modality ELSE 'no' END AS says,
  CASE WHEN coalesce(e.date, e.dateTo) IS NULL THEN null ELSE
    CASE e.datePrecision WHEN 'day' THEN '0' WHEN 'week' THEN '1' WHEN 'month' THEN '2' WHEN 'year' THEN '3' WHEN 'span' THEN '4' ELSE '5' END
    + '|' + coalesce(e.date, '') + '|' + coalesce(e.dateTo, '') + '|' + coalesce(e.datePrecision, '') END AS when
WITH c,
  count(DISTINCT a.id) AS articles, count(DISTINCT s.origin) AS origins,
  min(a.published) AS firstReported, max(a.published) AS lastReported,
  split(min(when), '|') AS when,
  min(e.countMin) AS countMin, max(e.countMin) AS countMinMost,
  max(e.countMax) AS countMax, min(e.countMax) AS countMaxLeast,
  min(e.countQualifier) AS countQualifier, min(e.countUnit) AS countUnit, min(e.content) AS content,
  sum(counts) AS counted,
  sum(CASE WHEN says IN ['asserted', 'reported'] AND e.speakers IS NULL THEN counts ELSE 0 END) AS asserted,
  sum(CASE WHEN says IN ['asserted', 'reported'] AND e.speakers IS NOT NULL THEN counts ELSE 0 END) AS attributed,
  sum(CASE WHEN says = 'alleged' THEN counts ELSE 0 END) AS alleged,
  sum(CASE WHEN says = 'no' THEN counts ELSE 0 END) AS denied
SET c.articles = articles, c.origins = origins, c.firstReported = firstReported, c.lastReported = lastReported,
  c.date = CASE when[1] WHEN '' THEN null ELSE when[1] END,
  c.dateTo = CASE when[2] WHEN '' THEN null ELSE when[2] END,
  c.datePrecision = CASE when[3] WHEN '' THEN null ELSE when[3] END,
  c.countMin = countMin,
  c.countMax = CASE countMaxLeast WHEN -1 THEN -1 ELSE countMax END,
  c.countQualifier = CASE WHEN countMin = countMinMost AND countMax = countMaxLeast THEN countQualifier END,
  c.countUnit = countUnit, c.content = content,
  c.status = CASE
    WHEN counted = 0 THEN 'headline'
    WHEN denied > 0 AND asserted + attributed + alleged > 0 THEN 'disputed'
    WHEN asserted > 0 THEN 'asserted'
    WHEN attributed > 0 THEN 'attributed'
    WHEN alleged > 0 THEN 'alleged'
    WHEN denied > 0 THEN 'denied'
    ELSE 'planned' END
RETURN c.id, c.status, c.articles, c.origins, c.date, c.dateTo, c.countMin, c.countMax`

// factStatus are the statuses of claims that have an edge in the fact layer.
var factStatus = []string{"asserted", "attributed", "alleged", "disputed"}

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
	facts := map[string]row{}
	err := eachRow(ctx, b.tx, deriveClaims, b.touched(), func(v []any) error {
		id, status := v[0].(string), v[1].(string)
		if len(b.ontology.Relations[b.claims[id]].To) > 0 && slices.Contains(factStatus, status) {
			facts[id] = row{
				"claim": id, "status": status, "articles": v[2], "origins": v[3],
				"date": v[4], "dateTo": v[5], "countMin": v[6], "countMax": v[7],
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if err := b.nameRoles(ctx, facts); err != nil {
		return err
	}
	return b.writeFacts(ctx, facts)
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
			addList(id, roleList(c), aboutOf(c, claims))
		}
	}
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[e:EVIDENCES]-()
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
RETURN DISTINCT c.id, c.relation`, b.renamed, func(v []any) error {
		id := v[0].(string)
		b.touch(id, v[1].(string))
		b.found[id] = true
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
		if b.found[id] {
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
