package store_test

import (
	"testing"

	"dossier/graph/judgement"
	"dossier/graph/store"
	"dossier/graph/storetest"
)

func apply(t *testing.T, s *store.Store, list ...judgement.Judgement) []string {
	t.Helper()
	unknown, err := s.ApplyJudgements(t.Context(), list)
	if err != nil {
		t.Fatal(err)
	}
	return unknown
}

// claimOf is the id of the only claim of a relation.
func claimOf(t *testing.T, s *store.Store, relation string) string {
	t.Helper()
	found := rows(t, s, "MATCH (c:Claim {relation: '"+relation+"'}) RETURN c.id")
	if len(found) != 1 {
		t.Fatalf("%d claims %s", len(found), relation)
	}
	return found[0]
}

// Judgements change the view, whenever they are made; without them it is as it
// was.
func TestJudgements(t *testing.T) {
	first, second, other := versions()
	s := storetest.Open(t)
	write(t, s, first, other)
	reject := judgement.Judgement{Verb: judgement.Reject, A: claimOf(t, s, "ATTACKED"), On: "2024-02-01"}
	accept := judgement.Judgement{Verb: judgement.Accept, A: claimOf(t, s, "MET"), On: "2024-02-02"}
	nobody := judgement.Judgement{Verb: judgement.Accept, A: "c-none", On: "2024-02-02"}
	plain := fingerprint(t, s)
	if got := apply(t, s, reject, accept, nobody); len(got) != 1 || got[0] != "c-none" {
		t.Errorf("unknown ids: %v", got)
	}
	expect(t, s, "MATCH (c:Claim) RETURN c.relation, c.status, c.judgement, c.judgedOn ORDER BY c.relation",
		"ATTACKED | rejected | rejected | 2024-02-01", "MET | accepted | accepted | 2024-02-02", "SUPPLIED | attributed | <nil> | <nil>")
	expect(t, s, "MATCH ()-[f:SUPPLIED|ATTACKED|MET]->() RETURN type(f), f.status ORDER BY type(f)", "MET | accepted", "SUPPLIED | attributed")
	judged := fingerprint(t, s)
	apply(t, s)
	if got := fingerprint(t, s); got != plain {
		t.Errorf("without judgements: %s, was %s", got, plain)
	}

	// Replayed by a load into an empty graph, and by one of more articles.
	s = storetest.Open(t)
	apply(t, s, reject, accept)
	write(t, s, first)
	write(t, s, other)
	if got := fingerprint(t, s); got != judged {
		t.Errorf("judgements before the load: %s, want %s", got, judged)
	}
	write(t, s, second)
	expect(t, s, "MATCH (c:Claim {relation: 'MET'}) RETURN c.status, c.articles", "accepted | 1")
}

// A rebuild gives what was derived before, whatever became of that.
func TestRebuild(t *testing.T) {
	s := storetest.Open(t)
	first, second, other := versions()
	write(t, s, first, second, other)
	apply(t, s, judgement.Judgement{Verb: judgement.Accept, A: claimOf(t, s, "MET"), On: "2024-02-02"})
	write(t, s, newspaper(6)...)
	want := fingerprint(t, s)
	rebuild := func() {
		t.Helper()
		if err := s.Rebuild(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := fingerprint(t, s); got != want {
			t.Errorf("rebuilt: %s, want %s", got, want)
		}
	}
	rebuild()
	for _, harm := range []string{
		"MATCH ()-[f:SUPPLIED|ATTACKED]->() DELETE f",
		"MATCH (c:Claim) SET c.status = 'asserted', c.articles = 7, c.nonsense = true",
		"MATCH (a:State), (b:State) WHERE a.id < b.id CREATE (a)-[:MET {claim: 'none'}]->(b)",
		"MATCH (:Claim)-[r:RECIPIENT|WEAPON|TRANSFER]->() DELETE r",
	} {
		if err := s.Exec(t.Context(), harm); err != nil {
			t.Fatal(err)
		}
	}
	rebuild()
}
