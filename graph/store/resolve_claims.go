package store

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/graph/resolve"
)

// A testifier is one piece of evidence with where it stands.
type testifier struct {
	claim, id, sentence  string
	article, publication string
	outlet, published    string
	part                 string
	voice                resolve.Voice
	superseded           bool
	evidence             graph.Evidence
	testimony            testimony
	origin               string // as the graph has it
}

// longEnough is how many words a sentence must have for two articles that print
// it to have it from one source.
const longEnough = 8

var readTestimony = fmt.Sprintf(`
UNWIND $rows AS id
MATCH (:Claim {id: id})<-[e:EVIDENCES]-(s:Sentence)<-[:HAS_SENTENCE]-(a:Article)
RETURN id, e.id, s.id, a.id, coalesce(a.publication, a.id), a.outlet, a.published, s.part, a.origin,
       CASE WHEN size(split(s.text, ' ')) >= %d THEN s.origin END, coalesce(e.superseded, e.reference) IS NOT NULL, properties(e)`, longEnough)

// testimony reads all evidence for claims.
func (r *resolution) testimony(ctx context.Context, claims []string) (map[string][]*testifier, error) {
	out := map[string][]*testifier{}
	err := eachRow(ctx, r.tx, readTestimony, claims, func(v []any) error {
		text := func(i int) string { s, _ := v[i].(string); return s }
		props := v[11].(map[string]any)
		t := &testifier{
			claim: text(0), id: text(1), sentence: text(2), article: text(3), publication: text(4),
			outlet: text(5), published: text(6), part: text(7),
			voice: resolve.Voice{Article: text(3), Origin: text(8), Words: text(9)}, superseded: v[10].(bool),
			testimony: testimonyFrom(props),
		}
		polarity, _ := props["polarity"].(string)
		modality, _ := props["modality"].(string)
		t.evidence = graph.Evidence{Polarity: graph.Polarity(polarity), Modality: graph.Modality(modality), Speakers: stringList(props["speakers"])}
		t.evidence.ContradictedByBody, _ = props["contradictedByBody"].(bool)
		t.origin, _ = props["origin"].(string)
		out[t.claim] = append(out[t.claim], t)
		return nil
	})
	return out, err
}

// deriveClaims derives some marked claims from their evidence: who stands behind them,
// what contradicts them, and what the things they are about amount to.
func (r *resolution) deriveClaims(ctx context.Context) (bool, error) {
	err := r.tx.each(ctx, fmt.Sprintf("MATCH (c:Claim {stale: true}) RETURN c.id, c.relation ORDER BY c.id LIMIT %d", resolveClaims), nil, func(v []any) error {
		r.touch(v[0].(string), v[1].(string))
		r.shrunk[v[0].(string)] = true
		return nil
	})
	if err != nil || len(r.claims) == 0 {
		return false, err
	}
	claims := r.touched()
	things, err := r.thingsOf(ctx, claims)
	if err != nil {
		return false, err
	}
	found, err := r.testimony(ctx, claims)
	if err != nil {
		return false, err
	}
	if err := r.writeOrigins(ctx, found); err != nil {
		return false, err
	}
	if err := r.readClaims(ctx); err != nil {
		return false, err
	}
	if err := r.derive(ctx); err != nil {
		return false, err
	}
	more, err := r.thingsOf(ctx, claims)
	if err != nil {
		return false, err
	}
	for _, step := range []func() error{
		func() error { return r.writeVoices(ctx, found) },
		func() error { return r.contradict(ctx) },
		func() error { return r.writeThingTallies(ctx, append(things, more...)) },
		func() error {
			return execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (c:Claim {id: id}) REMOVE c.stale", claims)
		},
	} {
		if err := step(); err != nil {
			return false, err
		}
	}
	return true, nil
}

// writeOrigins notes on evidence which independent origin it is of, within its
// claim.
func (r *resolution) writeOrigins(ctx context.Context, found map[string][]*testifier) error {
	var rows []row
	for _, claim := range slices.Sorted(maps.Keys(found)) {
		list := found[claim]
		voices := make([]resolve.Voice, len(list))
		for i, t := range list {
			voices[i] = t.voice
		}
		for i, origin := range resolve.Independent(voices) {
			if list[i].origin != origin {
				list[i].origin = origin
				rows = append(rows, row{"sentence": list[i].sentence, "id": list[i].id, "origin": origin})
			}
		}
	}
	return execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (:Sentence {id: row.sentence})-[e:EVIDENCES {id: row.id}]->()
SET e.origin = row.origin`, rows)
}

// A standing sums up who stands behind a claim or a thing.
type standing struct {
	tally
	outlets, asserted, denied map[string]bool
	publications              map[string]bool
}

// stand adds up the evidence that counts: that of articles in their newest
// versions, or of all where no newest version says so.
func stand(list []*testifier) standing {
	s := standing{outlets: map[string]bool{}, asserted: map[string]bool{}, denied: map[string]bool{}, publications: map[string]bool{}}
	current := slices.DeleteFunc(slices.Clone(list), func(t *testifier) bool { return t.superseded })
	if len(current) == 0 {
		current = list
		s.withdrawn = len(list) > 0
	}
	voices := make([]resolve.Voice, len(current))
	for i, t := range current {
		voices[i] = t.voice
		if t.claim != "" {
			s.add(t.testimony)
		}
		s.publications[t.publication] = true
		if t.outlet != "" {
			s.outlets[t.outlet] = true
		}
		s.first, s.last = leastKnown(s.first, t.published), max(s.last, t.published)
		if len(t.evidence.Speakers) > 0 {
			switch {
			case t.evidence.Polarity == graph.Denied:
				s.denied[t.evidence.Speakers[0]] = true
			case t.testimony.stance == stanceAttributed || t.testimony.stance == stanceAlleged:
				s.asserted[t.evidence.Speakers[0]] = true
			}
		}
	}
	origins := map[string]bool{}
	for _, o := range resolve.Independent(voices) {
		origins[o] = true
	}
	s.articles, s.origins = int64(len(s.publications)), int64(len(origins))
	return s
}

// voices are the properties that say who stands behind a claim. ends are those
// it is about, with the states and bodies they belong to.
func (s standing) voices(own func(speaker string) bool) row {
	asserted, denied := slices.Sorted(maps.Keys(s.asserted)), slices.Sorted(maps.Keys(s.denied))
	all := slices.Concat(asserted, denied)
	slices.Sort(all)
	all = slices.DeleteFunc(slices.Compact(all), func(x string) bool { return !own(x) })
	return row{
		"outlets": int64(len(s.outlets)), "assertedBy": listOrNil(asserted), "deniedBy": listOrNil(denied), "own": listOrNil(all),
	}
}

// writeVoices notes who stands behind the claims.
func (r *resolution) writeVoices(ctx context.Context, found map[string][]*testifier) error {
	ends, err := r.ends(ctx, slices.Sorted(maps.Keys(found)))
	if err != nil {
		return err
	}
	var rows []row
	for _, claim := range slices.Sorted(maps.Keys(found)) {
		props := stand(found[claim]).voices(func(speaker string) bool { return ends[claim][speaker] })
		rows = append(rows, row{"id": claim, "props": props})
	}
	return execRows(ctx, r.tx, "UNWIND $rows AS row MATCH (c:Claim {id: row.id}) SET c += row.props", rows)
}

// ends returns for each claim who speaks about himself when he speaks of it:
// those it is about, and speakers that are part of one of these.
func (r *resolution) ends(ctx context.Context, claims []string) (map[string]map[string]bool, error) {
	out := map[string]map[string]bool{}
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (c:Claim {id: id})-[:SUBJECT|`+quoteAll(append(roleTypes(r.ontology), typeObject), "|")+`]->(x:Entity)
WITH id, c, collect(DISTINCT x.id) AS ends
OPTIONAL MATCH (c)<-[:ASSERTS|DENIES]-(s:Entity) WHERE s.parent IN ends
RETURN id, ends, collect(DISTINCT s.id)`, claims, func(v []any) error {
		set := map[string]bool{}
		for _, x := range append(stringList(v[1]), stringList(v[2])...) {
			set[x] = true
		}
		out[v[0].(string)] = set
		return nil
	})
	return out, err
}

// thingsOf returns the things that claims are about or part of.
func (r *resolution) thingsOf(ctx context.Context, claims []string) ([]string, error) {
	var out []string
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (:Claim {id: id})-[:SUBJECT|OBJECT|EVENT|TRANSFER]->(k:Entity)
WHERE k.thing
RETURN DISTINCT k.id`, claims, func(v []any) error {
		out = append(out, v[0].(string))
		return nil
	})
	return out, err
}

// writeThingTallies sums up for things what the claims about them sum up to:
// those that a transfer, strike or meeting is made of, and those that say who
// issued or signed a statement.
func (r *resolution) writeThingTallies(ctx context.Context, things []string) error {
	slices.Sort(things)
	things = slices.Compact(things)
	parts := map[string][]string{}
	var claims []string
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (k:Entity {id: id})
RETURN id, [(k)<-[:EVENT|TRANSFER]-(c:Claim) | c.id]
         + [(k)<-[:SUBJECT]-(c:Claim) WHERE c.relation IN ['KILLED', 'INJURED'] | c.id]
         + [(k)<-[:OBJECT]-(c:Claim) WHERE c.relation IN ['ISSUED', 'SIGNED'] | c.id]`, things, func(v []any) error {
		parts[v[0].(string)] = stringList(v[1])
		claims = append(claims, stringList(v[1])...)
		return nil
	})
	if err != nil {
		return err
	}
	slices.Sort(claims)
	found, err := r.testimony(ctx, slices.Compact(claims))
	if err != nil {
		return err
	}
	ends, err := r.ends(ctx, claims)
	if err != nil {
		return err
	}
	tellers, err := r.tellers(ctx, things)
	if err != nil {
		return err
	}
	var rows []row
	for _, thing := range slices.Sorted(maps.Keys(parts)) {
		var list []*testifier
		for _, claim := range parts[thing] {
			list = append(list, found[claim]...)
		}
		s := stand(append(list, tellers[thing]...))
		props := s.voices(func(speaker string) bool {
			return slices.ContainsFunc(parts[thing], func(claim string) bool { return ends[claim][speaker] })
		})
		props["articles"], props["origins"], props["status"] = s.articles, s.origins, orNil("")
		if len(list) > 0 {
			props["status"] = s.status()
		}
		props["firstReported"], props["lastReported"] = orNil(s.first), orNil(s.last)
		rows = append(rows, row{"id": thing, "props": props})
	}
	return execRows(ctx, r.tx, "UNWIND $rows AS row MATCH (k:Entity {id: row.id}) SET k += row.props", rows)
}

// tellers returns the articles that tell of things, as evidence that says no more
// than that.
func (r *resolution) tellers(ctx context.Context, things []string) (map[string][]*testifier, error) {
	out := map[string][]*testifier{}
	err := eachRow(ctx, r.tx, `
UNWIND $rows AS id
MATCH (:Entity {id: id})<-[:SAME_AS]-(:Entity)<-[:NAMES]-(a:Article)
RETURN DISTINCT id, a.id, coalesce(a.publication, a.id), a.outlet, a.published, a.origin, a.superseded IS NOT NULL`, things, func(v []any) error {
		text := func(i int) string { s, _ := v[i].(string); return s }
		t := &testifier{
			article: text(1), publication: text(2), outlet: text(3), published: text(4),
			voice: resolve.Voice{Article: text(1), Origin: text(5)}, superseded: v[6].(bool),
		}
		out[text(0)] = append(out[text(0)], t)
		return nil
	})
	return out, err
}

// contradict renews the contradictions of the touched claims, and with them those
// of all claims that these can contradict.
func (r *resolution) contradict(ctx context.Context) error {
	claims := map[string]*graph.Claim{}
	goods := map[string][]string{}
	read := func(v []any) error {
		c := &graph.Claim{ID: v[0].(string), Relation: v[1].(string), Roles: map[string]string{}}
		c.Subject, _ = v[2].(string)
		c.Object, _ = v[3].(string)
		for i, role := range []string{"recipient", "from"} {
			if list := stringList(v[4+i]); len(list) == 1 {
				c.Roles[role] = list[0]
			}
		}
		c.Count = countFrom(v[6].(map[string]any))
		claims[c.ID], goods[c.ID] = c, stringList(v[7])
		return nil
	}
	const fields = `
MATCH (c)-[:SUBJECT]->(s)
OPTIONAL MATCH (c)-[:OBJECT]->(o)
RETURN DISTINCT c.id, c.relation, s.id, o.id, [(c)-[:RECIPIENT]->(x) | x.id], [(c)-[:FROM]->(x) | x.id], properties(c),
       CASE WHEN c.relation IN ['SUPPLIED', 'PROCURED'] THEN [(o)-[:KIND_OF*0..8]->(x) | x.id] ELSE [] END`
	if err := eachRow(ctx, r.tx, "UNWIND $rows AS id MATCH (c:Claim {id: id})"+fields, r.touched(), read); err != nil {
		return err
	}
	// Others of the same groups.
	var strikes []string
	pairs := map[[2]string]bool{}
	for _, c := range claims {
		switch c.Relation {
		case "KILLED", "INJURED":
			strikes = append(strikes, c.Subject)
		case "SUPPLIED", "PROCURED":
			if other := cmp.Or(c.Roles["recipient"], c.Roles["from"]); other != "" {
				pairs[[2]string{c.Subject, other}] = true
				pairs[[2]string{other, c.Subject}] = true
			}
		}
	}
	slices.Sort(strikes)
	err := eachRow(ctx, r.tx, "UNWIND $rows AS id MATCH (:Entity {id: id})<-[:SUBJECT]-(c:Claim) WHERE c.relation IN ['KILLED', 'INJURED'] WITH c"+fields, slices.Compact(strikes), read)
	if err != nil {
		return err
	}
	var rows []row
	for p := range pairs {
		rows = append(rows, row{"a": p[0], "b": p[1]})
	}
	err = eachRow(ctx, r.tx, `
UNWIND $rows AS row
MATCH (:Entity {id: row.a})<-[:SUBJECT]-(c:Claim)-[:RECIPIENT|FROM]->(:Entity {id: row.b})
WHERE c.relation IN ['SUPPLIED', 'PROCURED']
WITH DISTINCT c`+fields, rows, read)
	if err != nil {
		return err
	}
	ids := slices.Sorted(maps.Keys(claims))
	found, err := r.testimony(ctx, ids)
	if err != nil {
		return err
	}
	accounts := make([]resolve.Account, 0, len(ids))
	for _, id := range ids {
		if a := accountOf(*claims[id], goods[id], found[id]); a != nil {
			accounts = append(accounts, *a)
		}
	}
	if err := execRows(ctx, r.tx, "UNWIND $rows AS id MATCH (:Claim {id: id})-[x:CONTRADICTS]->() DELETE x", ids); err != nil {
		return err
	}
	rows = nil
	for _, x := range resolve.Contradictions(accounts) {
		rows = append(rows, row{"a": x.A, "b": x.B, "props": row{"kind": x.Kind, "reason": x.Reason}})
	}
	return execRows(ctx, r.tx, `
UNWIND $rows AS row
MATCH (a:Claim {id: row.a})
MATCH (b:Claim {id: row.b})
CREATE (a)-[x:CONTRADICTS]->(b)
SET x = row.props`, rows)
}

// accountOf sums the evidence for a claim up for the search for contradictions;
// nil when no current version of an article says it.
func accountOf(c graph.Claim, goods []string, list []*testifier) *resolve.Account {
	a := &resolve.Account{Claim: c, Goods: goods}
	heads, bodies := map[string]bool{}, map[string]bool{}
	negated, reversed := map[string]bool{}, map[string]bool{}
	current := false
	for _, t := range list {
		if t.superseded {
			continue
		}
		current = true
		switch t.testimony.stance {
		case stanceHeadline:
			reversed[t.article] = true
			continue
		case stanceDenied:
			a.Denied = true
			if len(t.evidence.Speakers) == 0 && t.part != string(graph.Headline) {
				negated[t.article] = true
			}
			continue
		case stanceHypothetical:
			continue
		}
		a.Affirmed = true
		if !t.testimony.date.IsZero() {
			a.Dates = append(a.Dates, t.testimony.date)
		}
		if t.part == string(graph.Headline) || strings.HasPrefix(t.part, "standfirst") {
			heads[t.article] = true
		} else {
			bodies[t.article] = true
		}
	}
	if !current {
		return nil
	}
	for x := range bodies {
		delete(heads, x)
	}
	a.Headlines, a.Bodies = slices.Sorted(maps.Keys(heads)), slices.Sorted(maps.Keys(bodies))
	a.Negations, a.Reversed = slices.Sorted(maps.Keys(negated)), slices.Sorted(maps.Keys(reversed))
	return a
}
