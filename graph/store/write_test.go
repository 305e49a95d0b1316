package store_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/graph/storetest"
)

func write(t *testing.T, s *store.Store, docs ...graph.Document) store.Result {
	t.Helper()
	r, err := s.Write(t.Context(), docs)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func fingerprint(t testing.TB, s *store.Store) string {
	t.Helper()
	f, err := s.Fingerprint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// rows runs a statement and returns its rows as "a | b | c".
func rows(t *testing.T, s *store.Store, cypher string) []string {
	t.Helper()
	var out []string
	err := s.Read(t.Context(), cypher, nil, func(_ []string, values []any) error {
		cells := make([]string, len(values))
		for i, v := range values {
			cells[i] = fmt.Sprint(v)
		}
		out = append(out, strings.Join(cells, " | "))
		return nil
	})
	if err != nil {
		t.Fatalf("%s: %v", cypher, err)
	}
	return out
}

func expect(t *testing.T, s *store.Store, cypher string, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, rows(t, s, cypher)); diff != "" {
		t.Errorf("%s: -want +got:\n%s", cypher, diff)
	}
}

func TestWriteLayers(t *testing.T) {
	s := storetest.Open(t)
	kirby := []string{"person:john-kirby"}
	saying := graph.Claim{Relation: "DECLINED_TO_COMMENT", Subject: "state:RU", Content: "the shipment"}
	c := supplied()
	saying.About = []string{c.Identify(graph.DefaultOntology()), "c-of-another-article"}
	attack := graph.Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "place:kharkiv", Date: day("2024-01-02"),
		Roles: map[string]string{"weapon": "weapon:kn-23"}}
	d := tell("The Wire", "2024-01-05", "North Korea sent missiles, John Kirby said.").world().
		titled("one.txt", "Missiles sent", "https://wire.example/1").
		mention("state:KP").mention("state:KP").mention("person:john-kirby").
		says(supplied(), graph.Evidence{Speakers: kirby, Subject: "North Korea", Object: "missiles"}).
		sentence("Pyongyang denied it.").
		says(supplied(), graph.Evidence{Polarity: graph.Denied, Speakers: []string{"state:KP"}}).
		sentence("Moscow declined to comment.").
		says(saying, graph.Evidence{}).
		sentence("Russia struck Kharkiv on Tuesday.").
		says(attack, graph.Evidence{DateText: "on Tuesday"}).
		end()
	r := write(t, s, d)
	if r.New != 1 || r.Sentences != 4 || r.Entities != 9 || r.Claims != 3 || r.Edges == 0 {
		t.Errorf("result %+v", r)
	}
	expect(t, s, "MATCH (a:Article) RETURN a.id = '"+d.Article.ID+"', a.title, a.outlet, a.published, a.name, a.url",
		"true | Missiles sent | The Wire | 2024-01-05 | one.txt | https://wire.example/1")
	expect(t, s, "MATCH (:Article)-[:HAS_SENTENCE]->(s) RETURN s.index, s.part, s.text, s.start, s.end ORDER BY s.index LIMIT 1",
		"0 | body | North Korea sent missiles, John Kirby said. | 0 | 43")
	expect(t, s, "MATCH (:Sentence)-[m:MENTIONS]->(e) RETURN e.name, m.surface, count(*) ORDER BY e.name",
		"John Kirby | Nor | 1", "North Korea | Nor | 1")
	expect(t, s, "MATCH (e:Entity) RETURN e.id, labels(e), e.label, e.aliases, e.iso3 ORDER BY e.id LIMIT 3",
		"person:john-kirby | [Entity Person] | Person | <nil> | <nil>",
		"place:kharkiv | [Entity Place] | Place | <nil> | <nil>",
		"state:KP | [Entity State] | State | [DPRK Pyongyang] | PRK")
	expect(t, s, "MATCH (a:Weapon:Missile)-[:KIND_OF]->(b) RETURN a.name, b.name", "KN-23 | ballistic missile")
	expect(t, s, "MATCH (a)-[:PART_OF]->(b) RETURN a.name, b.name", "Kharkiv | Ukraine")
	expect(t, s, "MATCH (c:Claim {relation: 'SUPPLIED'})-[r:SUBJECT|OBJECT|RECIPIENT]->(e) RETURN type(r), e.name ORDER BY type(r)",
		"OBJECT | ballistic missile", "RECIPIENT | Russia", "SUBJECT | North Korea")
	expect(t, s, "MATCH (c:Claim) RETURN c.relation, c.status, c.articles, c.origins, c.date, c.content ORDER BY c.relation",
		"ATTACKED | asserted | 1 | 1 | 2024-01-02 | <nil>",
		"DECLINED_TO_COMMENT | asserted | 1 | 1 | <nil> | the shipment",
		"SUPPLIED | disputed | 1 | 1 | <nil> | <nil>")
	expect(t, s, "MATCH (c:Claim)-[:CONTENT]->(d) RETURN c.relation, d.relation", "DECLINED_TO_COMMENT | SUPPLIED")
	expect(t, s, "MATCH (e:Entity)-[r:ASSERTS|DENIES|DECLINES_TO_COMMENT_ON]->(c:Claim)<-[:EVIDENCES {id: r.evidence}]-(s:Sentence {id: r.sentence}) "+
		"RETURN e.name, type(r), c.relation, s.index ORDER BY s.index",
		"John Kirby | ASSERTS | SUPPLIED | 0", "North Korea | DENIES | SUPPLIED | 1")
	expect(t, s, "MATCH (e:Entity)-[r:DECLINES_TO_COMMENT_ON]->(c:Claim) RETURN e.name, c.relation", "Russia | SUPPLIED")
	expect(t, s, "MATCH (s:Sentence)-[e:EVIDENCES]->(c {relation: 'ATTACKED'}) RETURN s.index, e.rule, e.standing, e.dateText, e.roles, e.speakers, e.cueStart",
		"3 | test | affirmed | on Tuesday | [event=strike:ru/kharkiv/2024-01-02 weapon=weapon:kn-23] | <nil> | <nil>")
	expect(t, s, "MATCH (a)-[f:SUPPLIED]->(b) RETURN a.name, b.name, f.recipient, f.status, f.articles, f.date",
		"North Korea | ballistic missile | Russia | disputed | 1 | <nil>")
	expect(t, s, "MATCH (a)-[f:ATTACKED]->(b) MATCH (c:Claim {id: f.claim}) RETURN a.name, b.name, f.weapon, f.date, c.relation = 'ATTACKED'",
		"Russia | Kharkiv | KN-23 | 2024-01-02 | true")
	expect(t, s, "CALL db.index.fulltext.queryNodes('"+store.EntityNames+"', 'dprk') YIELD node RETURN node.name", "North Korea")
	expect(t, s, "CALL db.index.fulltext.queryNodes('"+store.SentenceText+"', 'struck') YIELD node RETURN node.index", "3")
	expect(t, s, "MATCH (n) WHERE NOT n:Meta UNWIND keys(n) AS k WITH DISTINCT k WHERE NOT k IN ["+quoted(store.Properties)+"] RETURN k")
	expect(t, s, "MATCH ()-[n]->() UNWIND keys(n) AS k WITH DISTINCT k WHERE NOT k IN ["+
		quoted(slices.Concat(store.Properties, store.Roles(graph.DefaultOntology())))+"] RETURN k")
}

func quoted(names []string) string { return "'" + strings.Join(names, "', '") + "'" }

func TestStatus(t *testing.T) {
	speaker := []string{"person:john-kirby"}
	for _, row := range []struct {
		want  string
		facts int
		says  []graph.Evidence
	}{
		{"asserted", 1, []graph.Evidence{{}}},
		{"asserted", 1, []graph.Evidence{{Modality: graph.Reported}, {Modality: graph.Alleged}}},
		{"attributed", 1, []graph.Evidence{{Speakers: speaker}, {Modality: graph.Planned}}},
		{"alleged", 1, []graph.Evidence{{Modality: graph.Alleged, Speakers: speaker}}},
		{"planned", 0, []graph.Evidence{{Modality: graph.Planned}, {Modality: graph.Questioned}}},
		{"denied", 0, []graph.Evidence{{Polarity: graph.Denied, Speakers: speaker}, {Modality: graph.Conditional}}},
		{"denied", 0, []graph.Evidence{{Polarity: graph.Negated}}},
		{"disputed", 1, []graph.Evidence{{Modality: graph.Alleged}, {Polarity: graph.Denied, Speakers: speaker}}},
		{"headline", 0, []graph.Evidence{{ContradictedByBody: true}}},
		{"alleged", 1, []graph.Evidence{{ContradictedByBody: true}, {Modality: graph.Alleged}}},
		{"denied", 0, []graph.Evidence{{ContradictedByBody: true}, {Polarity: graph.Denied}}},
	} {
		t.Run(row.want, func(t *testing.T) {
			s := storetest.Open(t)
			story := tell("Wire", "", "First.").world()
			for i, e := range row.says {
				story.sentence(fmt.Sprintf("Sentence %d.", i)).says(supplied(), e)
			}
			write(t, s, story.end())
			expect(t, s, "MATCH (c:Claim) RETURN c.status", row.want)
			expect(t, s, "MATCH ()-[f:SUPPLIED]->() RETURN count(f)", fmt.Sprint(row.facts))
		})
	}
}

// What several articles say of one claim is joined the same way whatever comes
// first.
func TestDerivedFields(t *testing.T) {
	s := storetest.Open(t)
	claim := func(d graph.Date, n graph.Count, transfer string) graph.Claim {
		c := supplied()
		c.Date, c.Count = d, n
		if transfer != "" {
			c.Roles["transfer"] = transfer
		}
		return c
	}
	docs := []graph.Document{
		tell("A", "2024-01-05", "First.").world().entity("transfer:a", "Transfer", "the shipment").
			says(claim(month("2023-12-01", "2023-12-31"), graph.Count{Min: 30, Max: -1, Qualifier: "at least", Unit: "missiles"}, "transfer:a"), graph.Evidence{}).end(),
		tell("B", "2024-01-04T10:00:00Z", "Second.").world().entity("transfer:b", "Transfer", "another shipment").
			says(claim(day("2024-01-03"), graph.Count{Min: 40, Max: 40}, "transfer:b"), graph.Evidence{}).end(),
		tell("C", "", "Third.").world().says(claim(day("2024-01-02"), graph.Count{}, ""), graph.Evidence{}).end(),
		tell("D", "2024-01-06", "Third.").world().says(claim(graph.Date{}, graph.Count{}, ""), graph.Evidence{}).end(),
	}
	rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
	for _, d := range docs {
		write(t, s, d)
	}
	expect(t, s, "MATCH (c:Claim) RETURN c.articles, c.origins, c.firstReported, c.lastReported, c.date, c.dateTo, c.datePrecision, c.countMin, c.countMax, c.countQualifier, c.countUnit",
		"4 | 3 | 2024-01-04T10:00:00Z | 2024-01-06 | 2024-01-02 | 2024-01-02 | day | 30 | -1 | at least | missiles")
	expect(t, s, "MATCH ()-[f:SUPPLIED]->() RETURN f.transfer, f.articles, f.date", "another shipment, the shipment | 4 | 2024-01-02")
}

func TestWriteAgain(t *testing.T) {
	s := storetest.Open(t)
	docs := newspaper(30)
	first := write(t, s, docs...)
	if first.New != 30 {
		t.Errorf("first load: %+v", first)
	}
	want := fingerprint(t, s)
	again := write(t, s, docs...)
	if diff := cmp.Diff(store.Result{Unchanged: 30}, again); diff != "" {
		t.Errorf("second load: -want +got:\n%s", diff)
	}
	if got := fingerprint(t, s); got != want {
		t.Errorf("the second load changed the graph: %s, was %s", got, want)
	}
	twice := write(t, s, docs[0], docs[0])
	if diff := cmp.Diff(store.Result{Unchanged: 2}, twice); diff != "" {
		t.Errorf("twice in one call: -want +got:\n%s", diff)
	}
}

// New rules read an article otherwise: what the old ones read goes, as far as
// no other article says it.
func TestRewrite(t *testing.T) {
	s := storetest.Open(t)
	shared := tell("B", "2024-01-06", "Other.").world().says(supplied(), graph.Evidence{}).end()
	old := func() *story { return tell("A", "2024-01-05", "Words.").world() }
	with := supplied()
	with.Roles["transfer"] = "transfer:x"
	alone := graph.Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "state:UA"}
	before := old().entity("transfer:x", "Transfer", "the shipment").mention("state:RU").
		says(with, graph.Evidence{Speakers: []string{"person:john-kirby"}}).
		says(alone, graph.Evidence{Polarity: graph.Denied, Speakers: []string{"state:RU"}}).end()
	after := old().sentence("More.").mention("state:UA").
		says(graph.Claim{Relation: "MET", Subject: "state:RU", Object: "state:KP"}, graph.Evidence{}).end()
	after.Article.Text, after.Article.ID = before.Article.Text, before.Article.ID
	for i := range after.Sentences {
		after.Sentences[i].Article, after.Sentences[i].ID = before.Article.ID, fmt.Sprintf("%s.%d", before.Article.ID, i)
	}
	for i := range after.Mentions {
		after.Mentions[i].Sentence = after.Sentences[1].ID
	}
	for i := range after.Evidence {
		after.Evidence[i].Article, after.Evidence[i].Sentence = before.Article.ID, after.Sentences[1].ID
		after.Evidence[i].Identify()
	}

	write(t, s, shared, after)
	want := fingerprint(t, s)

	s = storetest.Open(t)
	write(t, s, shared, before)
	expect(t, s, "MATCH (:Entity {id: 'transfer:x'})<-[:TRANSFER]-(c) RETURN c.articles", "2")
	r := write(t, s, shared, after)
	if r.Changed != 1 || r.Unchanged != 1 || r.Claims != 0 || r.Entities != -1 || r.Sentences != 1 {
		t.Errorf("result %+v", r)
	}
	expect(t, s, "MATCH (e {id: 'transfer:x'}) RETURN e.id")
	expect(t, s, "MATCH ()-[r:ATTACKED|DENIES|ASSERTS|TRANSFER]->() RETURN type(r)")
	expect(t, s, "MATCH (c:Claim) RETURN c.relation, c.articles ORDER BY c.relation", "MET | 1", "SUPPLIED | 1")
	if got := fingerprint(t, s); got != want {
		t.Errorf("graph after rules changed differs from one made by the new rules: %s, want %s", got, want)
	}
}

// Two loads of one article know different things about it.
func TestMetadata(t *testing.T) {
	load := func(published, name, title, url, text string) graph.Document {
		d := tell("Wire", published, text).world().titled(name, title, url).
			says(graph.Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "state:UA", Date: day("2024-01-01")},
				graph.Evidence{DateText: "read as of " + published}).end()
		return d
	}
	docs := []graph.Document{
		load("", "c.txt", "", "", "The words."),
		load("2024-01-05", "b.txt", "Title B", "https://b.example", "The words."),
		load("2024-01-04", "d.txt", "Title A", "", "THE WORDS."),
		load("2024-01-04", "d.txt", "", "https://a.example", "the words"),
	}
	var want string
	for i := range docs {
		s := storetest.Open(t)
		for _, d := range slices.Concat(docs[i:], docs[:i]) {
			write(t, s, d)
		}
		expect(t, s, "MATCH (a:Article) RETURN a.published, a.name, a.title, a.url", "2024-01-04 | b.txt | Title A | https://a.example")
		expect(t, s, "MATCH (:Sentence)-[e:EVIDENCES]->(c) RETURN e.dateText, c.firstReported, c.lastReported",
			"read as of 2024-01-04 | 2024-01-04 | 2024-01-04")
		if got := fingerprint(t, s); i > 0 && got != want {
			t.Errorf("from load %d on: fingerprint %s, want %s", i, got, want)
		} else {
			want = got
		}
	}
}

func TestOtherWordsUnderTheSameURL(t *testing.T) {
	s := storetest.Open(t)
	first := tell("Wire", "2024-01-05", "At first.").titled("", "", "https://wire.example/1").end()
	second := tell("Wire", "2024-01-05", "Then corrected.").titled("", "", "https://wire.example/1").end()
	nameless := tell("Wire", "2024-01-05", "No address.").titled("same", "same", "").end()
	other := tell("Wire", "2024-01-05", "None either.").titled("same", "same", "").end()
	if r := write(t, s, first, nameless, other); r.New != 3 {
		t.Errorf("first load: %+v", r)
	}
	if r := write(t, s, second); r.Changed != 1 || r.New != 0 {
		t.Errorf("second version: %+v", r)
	}
	expect(t, s, "MATCH (a:Article {url: 'https://wire.example/1'}) RETURN count(a)", "2")
	if r := write(t, s, first, second); r.Unchanged != 2 {
		t.Errorf("both again: %+v", r)
	}
}

// Articles that know an entity by different names or labels do not depend on
// who comes first, and the facts follow its name.
func TestEntityVariants(t *testing.T) {
	s := storetest.Open(t)
	say := func(text string, w graph.Entity, to graph.Entity) graph.Document {
		c := graph.Claim{Relation: "SUPPLIED", Subject: "state:KP", Object: w.ID, Roles: map[string]string{"recipient": to.ID}}
		return tell("Wire", "", text).with(w).with(to).world().says(c, graph.Evidence{}).end()
	}
	vague := graph.Entity{ID: "weapon:x", Label: "Weapon", Name: "the X", Described: true}
	exact := graph.Entity{ID: "weapon:x", Label: "Missile", Name: "X-1", Aliases: []string{"X"}}
	early := say("One.", vague, graph.Entity{ID: "org:b", Label: "Organization", Name: "Ministry"})
	late := say("Two.", exact, graph.Entity{ID: "org:b", Label: "Organization", Name: "Defence Ministry"})
	write(t, s, early)
	expect(t, s, "MATCH (e {id: 'weapon:x'}) RETURN labels(e), e.name, e.aliases, e.described", "[Entity Weapon] | the X | <nil> | true")
	expect(t, s, "MATCH ()-[f:SUPPLIED]->() RETURN f.recipient", "Ministry")
	write(t, s, late)
	expect(t, s, "MATCH (e {id: 'weapon:x'}) RETURN e:Weapon AND e:Missile, e.name, e.aliases, e.described", "true | X-1 | [X the X] | false")
	expect(t, s, "MATCH ()-[f:SUPPLIED]->() RETURN f.recipient, f.articles", "Defence Ministry | 2")
	want := fingerprint(t, s)
	s = storetest.Open(t)
	write(t, s, late, early)
	if got := fingerprint(t, s); got != want {
		t.Errorf("the other way round: fingerprint %s, want %s", got, want)
	}
}

// A parent may come in a later article than its child.
func TestParentComesLater(t *testing.T) {
	child := tell("Wire", "", "Kharkiv.").with(graph.Entity{ID: "place:kharkiv", Label: "Place", Name: "Kharkiv", Parent: "state:UA"}).end()
	parent := tell("Wire", "", "Ukraine.").entity("state:UA", "State", "Ukraine").end()
	var want string
	for i, docs := range [][]graph.Document{{child, parent}, {parent, child}} {
		s := storetest.Open(t)
		for _, d := range docs {
			write(t, s, d)
		}
		expect(t, s, "MATCH (a)-[:PART_OF]->(b) RETURN a.id, b.id", "place:kharkiv | state:UA")
		if got := fingerprint(t, s); i == 0 {
			want = got
		} else if got != want {
			t.Errorf("fingerprint %s, want %s", got, want)
		}
	}
}

func TestBadDocument(t *testing.T) {
	s := storetest.Open(t)
	good := tell("Wire", "", "Good.").end()
	for _, row := range []struct {
		want string
		doc  graph.Document
	}{
		{`claim .*: SUPPLIED: object state:RU is a State`, tell("Wire", "", "Bad.").world().
			says(graph.Claim{Relation: "SUPPLIED", Subject: "state:KP", Object: "state:RU"}, graph.Evidence{}).end()},
		{`entity x:1: unknown label "Ghost"`, tell("Wire", "", "Bad.").entity("x:1", "Ghost", "x").end()},
		{`entity "state:XX" is not in the document`, tell("Wire", "", "Bad.").mention("state:XX").end()},
		{`"variants" cannot be the name of an identifier`, tell("Wire", "", "Bad.").
			with(graph.Entity{ID: "x", Label: "State", Refs: map[string]string{"variants": "1"}}).end()},
	} {
		r, err := s.Write(t.Context(), []graph.Document{good, row.doc})
		var bad *store.DocumentError
		if !errors.As(err, &bad) || !matches(row.want, err.Error()) {
			t.Errorf("error %v, want a DocumentError like %s", err, row.want)
		}
		if r != (store.Result{}) {
			t.Errorf("%s: result %+v, want nothing written", row.want, r)
		}
	}
	expect(t, s, "MATCH (a:Article) RETURN count(a)", "0")
}

// A cancelled write leaves whole articles, says how many, and can go on.
func TestCancel(t *testing.T) {
	s := storetest.Open(t)
	docs := newspaper(25)
	write(t, s, docs...)
	want := fingerprint(t, s)

	s = storetest.Open(t)
	s.SetBatchRows(1)
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		defer cancel()
		for ctx.Err() == nil {
			c, err := s.Counts(t.Context())
			if err != nil || c.Nodes["Article"] > 5 {
				return
			}
		}
	}()
	r, err := s.Write(ctx, docs)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want %v (result %+v)", err, context.Canceled, r)
	}
	expect(t, s, "MATCH (a:Article) RETURN count(a)", fmt.Sprint(r.New))
	expect(t, s, "MATCH (s:Sentence) RETURN count(s)", fmt.Sprint(r.Sentences))
	expect(t, s, "MATCH (c:Claim) RETURN count(c)", fmt.Sprint(r.Claims))
	rest := write(t, s, docs...)
	if rest.Unchanged != r.New || rest.New != len(docs)-r.New {
		t.Errorf("first %+v, then %+v", r, rest)
	}
	if got := fingerprint(t, s); got != want {
		t.Errorf("fingerprint %s, want %s", got, want)
	}
}

// few lowers rapid's usual number of checks: each of them loads a graph.
func few(t *testing.T) {
	const usual = "100"
	checks := flag.Lookup("rapid.checks").Value
	if checks.String() == usual {
		_ = checks.Set("5")
		t.Cleanup(func() { _ = checks.Set(usual) })
	}
}

// Any order, any batches, any repetition of the same documents: one graph.
func TestOrderDoesNotMatter(t *testing.T) {
	docs := newspaper(14)
	s := storetest.Open(t)
	write(t, s, docs...)
	want := fingerprint(t, s)
	few(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := storetest.Open(t)
		s.SetBatchRows(rapid.IntRange(1, 400).Draw(rt, "rows"))
		queue := rapid.Permutation(slices.Concat(docs, docs[:5])).Draw(rt, "order")
		for len(queue) > 0 {
			n := rapid.IntRange(1, len(queue)).Draw(rt, "documents")
			if _, err := s.Write(t.Context(), queue[:n]); err != nil {
				rt.Fatal(err)
			}
			queue = queue[n:]
		}
		got, err := s.Fingerprint(t.Context())
		if err != nil {
			rt.Fatal(err)
		}
		if got != want {
			rt.Fatalf("fingerprint %s, want %s", got, want)
		}
	})
}
