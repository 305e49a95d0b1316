package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"dossier/graph"
)

// A batch writes some articles in one transaction: it takes back what rewritten
// articles said, writes what all of them say now, and derives what follows for
// the claims and entities this touches.
type batch struct {
	tx       *transaction
	ontology *graph.Ontology
	verdicts map[string]verdict // by claim
	now      time.Time
	turn     int64 // number of this transaction among all that wrote
	result   Result

	articles     []kept                     // to create or rewrite
	places       map[string]placement       // of these articles, by id
	moved        []string                   // articles whose metadata changed
	publications map[string]bool            // whose versions may have changed places
	added        map[string]map[string]bool // entity -> variants that the articles name it by
	removed      map[string]map[string]bool // the same, of rewritten articles before
	variants     map[string]variant         // by hash
	encoded      map[string]string          // hash -> encoded variant

	claims    map[string]string   // touched claims -> relation
	shrunk    map[string]bool     // touched claims that lost evidence
	lost      map[string]bool     // those of them that lost it to a removal
	held      map[string]tally    // touched claims that were there before, as they were
	accounts  map[string]*account // claims -> evidence in the articles
	reprinted map[string]int64    // claims -> origins in their account that they had before
	renamed   []string            // entities that were there before and have another name now
}

// kept is an article with the record to keep of it.
type kept struct {
	incoming
	keep record
}

func newBatch(tx *transaction, o *graph.Ontology, now time.Time, verdicts map[string]verdict) *batch {
	return &batch{
		tx: tx, ontology: o, now: now, verdicts: verdicts,
		places: map[string]placement{}, publications: map[string]bool{},
		added: map[string]map[string]bool{}, removed: map[string]map[string]bool{},
		variants: map[string]variant{}, encoded: map[string]string{},
		claims: map[string]string{}, shrunk: map[string]bool{}, lost: map[string]bool{}, held: map[string]tally{},
		accounts: map[string]*account{}, reprinted: map[string]int64{},
	}
}

// A step is a part of what a batch does.
type step struct {
	what string
	do   func(context.Context) error
}

func (b *batch) write(ctx context.Context, articles []incoming) error {
	return b.run(ctx, step{"articles", func(ctx context.Context) error { return b.writeArticles(ctx, articles) }})
}

// run changes articles and then all that follows from it.
func (b *batch) run(ctx context.Context, change step) error {
	for _, step := range []step{
		{"lock", b.lock},
		change,
		{"versions", b.place},
		{"sentences", b.writeSentences},
		{"entities", b.writeEntities},
		{"reports", b.writeReports},
		{"bands", b.clearBands},
		{"mentions", b.writeMentions},
		{"claims", b.writeClaims},
		{"evidence", b.writeEvidence},
		{"speakers", b.writeSpeakers},
		{"derived fields and facts", b.derive},
	} {
		if err := step.do(ctx); err != nil {
			return fmt.Errorf("%s: %w", step.what, err)
		}
	}
	return nil
}

// lock makes writers of the same database take turns: the lock on the node ends
// with the transaction. It comes first, so that whatever the transaction reads
// stays true.
func (b *batch) lock(ctx context.Context) error {
	return b.tx.each(ctx, "MERGE (m:Meta {key: 'writer'}) SET m.turn = coalesce(m.turn, 0) + 1 RETURN m.turn", nil, func(v []any) error {
		b.turn = v[0].(int64)
		return nil
	})
}

const readRecords = `
UNWIND $rows AS id
MATCH (a:Article {id: id})
RETURN a.id, a.name, a.title, a.outlet, a.url, a.language, a.published, a.publishedFrom, a.rendition, a.extraction, a.modified`

// storedRecords reads what the graph holds of the articles.
func storedRecords(ctx context.Context, tx *transaction, articles []incoming) (map[string]record, error) {
	ids := make([]string, len(articles))
	for i, a := range articles {
		ids[i] = a.doc.Article.ID
	}
	out := map[string]record{}
	err := eachRow(ctx, tx, readRecords, ids, func(v []any) error {
		f := make([]string, len(v))
		for i := range v {
			f[i], _ = v[i].(string)
		}
		out[f[0]] = record{
			metadata: metadata{
				name: f[1], title: f[2], outlet: f[3], url: f[4], language: f[5],
				published: f[6], publishedFrom: f[7], modified: f[10],
			},
			rendition:  rendition{published: f[6], hash: f[8]},
			extraction: f[9],
		}
		return nil
	})
	return out, err
}

func (b *batch) writeArticles(ctx context.Context, articles []incoming) error {
	stored, err := storedRecords(ctx, b.tx, articles)
	if err != nil {
		return err
	}
	known, err := b.knownPublications(ctx, articles)
	if err != nil {
		return err
	}
	var creates, updates []row
	var rewritten []string
	for i, in := range articles {
		id, a := in.doc.Article.ID, in.doc.Article
		old, ok := stored[id]
		if !ok {
			b.articles = append(b.articles, kept{in, in.record})
			props := articleRow(id, in.record, a, b.now)
			props["arrived"] = b.turn*maxArrivals + int64(i)
			creates = append(creates, props)
			publication := graph.PublicationID(in.url)
			if publication != "" && known[publication] {
				b.result.Changed++
			} else {
				b.result.New++
			}
			known[publication] = true
			b.publications[publication] = true
			continue
		}
		keep, do := in.against(old)
		switch do {
		case skip: // another process was faster
			b.result.Unchanged++
			continue
		case relabel:
			b.moved = append(b.moved, id)
			props := metadataRow(keep.metadata)
			props["stale"] = true
			updates = append(updates, row{"id": id, "props": props})
		case rewrite:
			b.articles = append(b.articles, kept{in, keep})
			updates = append(updates, row{"id": id, "props": articleRow(id, keep, a, b.now)})
			rewritten = append(rewritten, id)
		}
		b.publications[graph.PublicationID(old.url)] = true
		b.publications[graph.PublicationID(keep.url)] = true
		b.result.Changed++
	}
	if err := b.retract(ctx, rewritten); err != nil {
		return fmt.Errorf("retract: %w", err)
	}
	if err := execRows(ctx, b.tx, "UNWIND $rows AS row CREATE (a:Article) SET a = row", creates); err != nil {
		return err
	}
	return execRows(ctx, b.tx, "UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a += row.props", updates)
}

// knownPublications returns the publications of the articles that some stored
// article belongs to.
func (b *batch) knownPublications(ctx context.Context, articles []incoming) (map[string]bool, error) {
	var ids []string
	for _, a := range articles {
		if p := graph.PublicationID(a.url); p != "" {
			ids = append(ids, p)
		}
	}
	out := map[string]bool{}
	err := eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (a:Article {publication: id}) RETURN DISTINCT id", ids, func(v []any) error {
		out[v[0].(string)] = true
		return nil
	})
	return out, err
}

// retract removes the sentences of articles and all that hangs on them, and
// notes which claims and entities may have lost their support.
func (b *batch) retract(ctx context.Context, articles []string) error {
	var evidence []string
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(:Sentence)-[e:EVIDENCES]->(c:Claim)
RETURN c.id, c.relation, collect(e.id)`, articles, func(v []any) error {
		id := v[0].(string)
		b.touch(id, v[1].(string))
		b.shrunk[id] = true
		for _, e := range v[2].([]any) {
			evidence = append(evidence, e.(string))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, t := range speakerTypes {
		if err := execRows(ctx, b.tx, deleteEdges(t, "evidence"), evidence); err != nil {
			return err
		}
	}
	err = eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Article {id: id})-[n:NAMES]->(e:Entity)
WITH n, e.id AS entity, n.variant AS variant
DELETE n
RETURN DISTINCT entity, variant`, articles, func(v []any) error {
		put(b.removed, v[0].(string), v[1].(string))
		return nil
	})
	if err != nil {
		return err
	}
	return eachRow(ctx, b.tx, `
UNWIND $rows AS id
MATCH (:Article {id: id})-[:HAS_SENTENCE]->(s:Sentence)
DETACH DELETE s
RETURN count(s)`, articles, func(v []any) error {
		b.result.Sentences -= int(v[0].(int64))
		return nil
	})
}

// deleteEdges is the statement that deletes the edges of a type by the value of
// a property. On a small graph the planner would rather read all edges, and
// keep that plan for some time while the graph grows: hence the hint.
func deleteEdges(typ, property string) string {
	return "UNWIND $rows AS value MATCH ()-[r:" + quote(typ) + " {" + property + ": value}]->() " +
		"USING INDEX SEEK r:" + quote(typ) + "(" + property + ") DELETE r"
}

func (b *batch) touch(claim, relation string) { b.claims[claim] = relation }

func put(sets map[string]map[string]bool, key, value string) {
	if sets[key] == nil {
		sets[key] = map[string]bool{}
	}
	sets[key][value] = true
}

func (b *batch) writeSentences(ctx context.Context) error {
	var rows []row
	for _, a := range b.articles {
		for _, s := range a.doc.Sentences {
			rows = append(rows, sentenceRow(s))
		}
	}
	b.result.Sentences += len(rows)
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (a:Article {id: row.article})
CREATE (a)-[:HAS_SENTENCE]->(s:Sentence)
SET s = row`, rows)
}

func (b *batch) writeMentions(ctx context.Context) error {
	var rows []row
	for _, a := range b.articles {
		seen := map[graph.Mention]bool{}
		for _, m := range a.doc.Mentions {
			if !seen[m] {
				seen[m] = true
				rows = append(rows, mentionRow(m))
			}
		}
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (s:Sentence {id: row.sentence})
MATCH (e:Entity {id: row.entity})
CREATE (s)-[m:MENTIONS]->(e)
SET m = row.props`, rows)
}

// writeClaims creates the claims that are new, with their two ends, and reads
// what the graph holds of the others.
func (b *batch) writeClaims(ctx context.Context) error {
	claims := map[string]graph.Claim{}
	for _, a := range b.articles {
		maps.Copy(claims, supported(a.doc))
	}
	ids := slices.Sorted(maps.Keys(claims))
	for _, id := range ids {
		b.touch(id, claims[id].Relation)
	}
	if err := b.readClaims(ctx); err != nil {
		return err
	}
	var rows []row
	for _, id := range ids {
		if _, ok := b.held[id]; !ok {
			c := claims[id]
			rows = append(rows, row{"id": c.ID, "relation": c.Relation, "subject": c.Subject, "object": c.Object})
		}
	}
	b.result.Claims += len(rows)
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (s:Entity {id: row.subject})
CREATE (c:Claim {id: row.id, relation: row.relation})-[:SUBJECT]->(s)
WITH row, c WHERE row.object <> ''
MATCH (o:Entity {id: row.object})
CREATE (c)-[:OBJECT]->(o)`, rows)
}

// readClaims reads the touched claims as they are.
func (b *batch) readClaims(ctx context.Context) error {
	return eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (c:Claim {id: id}) RETURN id, properties(c)", b.touched(), func(v []any) error {
		id := v[0].(string)
		b.held[id] = tallyFrom(v[1].(map[string]any))
		if v[1].(map[string]any)["judgement"] != nil || b.held[id].withdrawn || b.held[id].reference { // what it holds does not add up with what newer articles say
			b.shrunk[id] = true
		}
		return nil
	})
}

// keepAccounts adds up the evidence of the articles, claim by claim.
func (b *batch) keepAccounts(ctx context.Context) error {
	for _, a := range b.articles {
		claims, origins := supported(a.doc), originsOf(a.doc)
		for _, e := range a.doc.Evidence {
			c := claims[e.Claim]
			if b.accounts[e.Claim] == nil {
				b.accounts[e.Claim] = newAccount()
			}
			b.accounts[e.Claim].take(a.doc.Article.ID, origins[e.Sentence], a.keep.published,
				testimony{stance: stanceOf(e), date: c.Date, count: c.Count, content: c.Content})
		}
	}
	// Which of their words does the graph hold already, as evidence for the same?
	var rows []row
	for id, a := range b.accounts {
		if _, ok := b.held[id]; ok && !b.shrunk[id] {
			for origin := range a.words {
				rows = append(rows, row{"claim": id, "origin": origin})
			}
		}
	}
	return eachRow(ctx, b.tx, findReprints, rows, func(v []any) error {
		b.reprinted[v[0].(string)]++
		return nil
	})
}

// Both ends of the edge may have tens of thousands of others, so the edge itself
// is looked up.
const findReprints = `
UNWIND $rows AS row
WITH row WHERE EXISTS {
  MATCH ()-[e:EVIDENCES {claim: row.claim, origin: row.origin}]->()
  USING INDEX SEEK e:EVIDENCES(claim, origin)
  WHERE e.superseded IS NULL AND e.reference IS NULL
}
RETURN row.claim, row.origin`

func (b *batch) writeEvidence(ctx context.Context) error {
	if err := b.keepAccounts(ctx); err != nil {
		return err
	}
	var rows []row
	for _, a := range b.articles {
		claims, origins := supported(a.doc), originsOf(a.doc)
		reported := reportIDs(a.reports)
		seen := map[string]bool{}
		for _, e := range a.doc.Evidence {
			if seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			c := claims[e.Claim]
			r := evidenceRow(e, c, aboutOf(c, claims), origins[e.Sentence], b.places[a.doc.Article.ID], a.doc.Article.Reference)
			if t := tellingOf(e, c, aboutOf(c, claims)); t.refersTo(reported) {
				r["props"].(row)["told"] = t.encode()
			}
			rows = append(rows, r)
		}
	}
	return execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (s:Sentence {id: row.sentence})
MATCH (c:Claim {id: row.claim})
CREATE (s)-[e:EVIDENCES]->(c)
SET e = row.props`, rows)
}

// writeSpeakers joins those who assert, deny or do not want to comment with the
// claims in question.
func (b *batch) writeSpeakers(ctx context.Context) error {
	rows := map[string][]row{} // by type
	add := func(typ, entity, claim string, e graph.Evidence) {
		props := b.places[e.Article].row()
		props["evidence"], props["sentence"] = e.ID, e.Sentence
		rows[typ] = append(rows[typ], row{"entity": entity, "claim": claim, "props": props})
	}
	for _, a := range b.articles {
		claims := supported(a.doc)
		seen := map[string]bool{}
		for _, e := range a.doc.Evidence {
			if seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			if t := speakerType(e); t != "" {
				add(t, e.Speakers[0], e.Claim, e)
			}
			if c := claims[e.Claim]; c.Relation == relationDeclined {
				for _, about := range aboutOf(c, claims) {
					add(typeDeclines, c.Subject, about, e)
				}
			}
		}
	}
	return execByName(ctx, b.tx, `
UNWIND $rows AS row
MATCH (s:Entity {id: row.entity})
MATCH (c:Claim {id: row.claim})
CREATE (s)-[r:NAME]->(c)
SET r = row.props`, rows)
}
