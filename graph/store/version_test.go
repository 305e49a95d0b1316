package store_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"dossier/graph"
	"dossier/graph/store"
	"dossier/graph/storetest"
)

const address = "https://wire.example/1"

func attacked() graph.Claim {
	return graph.Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "place:kharkiv"}
}

func met() graph.Claim {
	return graph.Claim{Relation: "MET", Subject: "state:RU", Object: "state:KP", Date: day("2024-01-03")}
}

// versions are two texts of one article: the second takes back that missiles
// were supplied and that two parties met, keeps the attack and adds a killing.
// Another paper says as well that they met.
func versions() (first, second, other graph.Document) {
	transfer := supplied()
	transfer.Roles["transfer"] = "transfer:x"
	armed := attacked()
	armed.Roles = map[string]string{"weapon": "weapon:kn-23"}
	first = tell("Wire", "2024-01-05", "At first.").world().entity("transfer:x", "Transfer", "the shipment").titled("", "", address).
		says(transfer, graph.Evidence{Speakers: []string{"person:john-kirby"}}).
		says(armed, graph.Evidence{}).
		says(met(), graph.Evidence{}).end()
	second = tell("Wire", "2024-01-05", "Then corrected.").world().titled("", "", address+"?utm_source=feed#top").
		says(attacked(), graph.Evidence{}).
		says(graph.Claim{Relation: "KILLED", Subject: "state:RU", Count: graph.Count{Min: 2, Max: 2}}, graph.Evidence{}).end()
	second.Article.Modified = "2024-01-08T09:00:00Z"
	other = tell("Post", "2024-01-06", "Elsewhere.").world().says(met(), graph.Evidence{}).end()
	return first, second, other
}

func TestVersions(t *testing.T) {
	first, second, other := versions()
	var want string
	for i, docs := range [][]graph.Document{
		{first, second, other}, {second, first, other}, {other, second, first}, {second, other, first},
	} {
		s := storetest.Open(t)
		for _, d := range docs {
			write(t, s, d)
		}
		expect(t, s, "MATCH (a:Article) RETURN a.version, a.known, a.superseded, a.until, a.publication IS NOT NULL ORDER BY a.known",
			"1 | 2024-01-05 | true | 2024-01-08 | true", "1 | 2024-01-06 | <nil> | <nil> | false", "2 | 2024-01-08 | <nil> | <nil> | true")
		expect(t, s, "MATCH (c:Claim) RETURN c.relation, c.status, c.articles, c.origins ORDER BY c.relation",
			"ATTACKED | asserted | 1 | 1", "KILLED | asserted | 1 | 1", "MET | asserted | 1 | 1", "SUPPLIED | withdrawn | 1 | 1")
		expect(t, s, "MATCH (c:Claim)-[r:TRANSFER|WEAPON]->() RETURN c.relation, type(r)", "SUPPLIED | TRANSFER")
		expect(t, s, "MATCH ()-[f:SUPPLIED|ATTACKED|MET]->() RETURN type(f) ORDER BY type(f)", "ATTACKED", "MET")
		expect(t, s, "MATCH ()-[r:ASSERTS]->() RETURN r.known, r.superseded, r.until", "2024-01-05 | true | 2024-01-08")
		if got := fingerprint(t, s); i > 0 && got != want {
			t.Errorf("order %d: fingerprint %s, want %s", i, got, want)
		} else {
			want = got
		}
	}
}

// Another paper takes up what the first has taken back.
func TestWithdrawnClaimReturns(t *testing.T) {
	first, second, _ := versions()
	s := storetest.Open(t)
	write(t, s, first, second)
	reprint := tell("Post", "2024-01-09", "At first.").world().says(supplied(), graph.Evidence{}).end()
	write(t, s, reprint)
	expect(t, s, "MATCH (c:Claim {relation: 'SUPPLIED'}) RETURN c.status, c.articles, c.origins, c.firstReported", "asserted | 1 | 1 | 2024-01-09")
	expect(t, s, "MATCH ()-[f:SUPPLIED]->() RETURN f.transfer", "<nil>")
}

// Where no source tells the time of a change, the text that comes later is the
// newer one, and the day it appeared on is not known.
func TestVersionsWithoutTimes(t *testing.T) {
	first, second, _ := versions()
	second.Article.Modified = ""
	s := storetest.Open(t)
	write(t, s, first)
	if r := write(t, s, second); r.Changed != 1 || r.New != 0 {
		t.Errorf("second text: %+v", r)
	}
	expect(t, s, "MATCH (a:Article) RETURN a.version, a.known, a.superseded, a.until ORDER BY a.version",
		"1 | 2024-01-05 | true | <nil>", "2 | <nil> | <nil> | <nil>")
	expect(t, s, "MATCH (c:Claim {relation: 'SUPPLIED'}) RETURN c.status", "withdrawn")
	if r := write(t, s, first); r.Unchanged != 1 {
		t.Errorf("first text again: %+v", r)
	}
	expect(t, s, "MATCH (c:Claim {relation: 'SUPPLIED'}) RETURN c.status", "withdrawn")
}

func TestVersionsInAnyOrder(t *testing.T) {
	var docs []graph.Document
	for i := range 12 {
		d := article(i)
		if i%4 < 3 { // three texts of one article, and one alone
			d.Article.URL = fmt.Sprintf("https://news.example/%d", i/4)
			d.Article.Published, d.Article.Modified = "2024-01-05", fmt.Sprintf("2024-01-%02d", 6+i)
		}
		docs = append(docs, d)
	}
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

func TestPlaceVersions(t *testing.T) {
	for _, row := range []struct {
		name     string
		versions []store.Version // in the order they should have
		want     []string
	}{
		{"alone", []store.Version{{Published: "2024-01-05T23:30:00-05:00"}}, []string{"1 2024-01-05"}},
		{"undated", []store.Version{{}}, []string{"1 "}},
		{"changed", []store.Version{{Published: "2024-01-05"}, {Published: "2024-01-05", Modified: "2024-01-07"}, {Published: "2024-01-09"}},
			[]string{"1 2024-01-05 until 2024-01-07", "2 2024-01-07 until 2024-01-09", "3 2024-01-09"}},
		{"changed on an unknown day", []store.Version{{Published: "2024-01-05"}, {Published: "2024-01-05", Arrived: 1}, {Modified: "2024-01-08"}},
			[]string{"1 2024-01-05 until 2024-01-08", "2  until 2024-01-08", "3 2024-01-08"}},
		{"modified before it was published", []store.Version{{Published: "2024-01-05", Modified: "2024-01-01"}}, []string{"1 2024-01-05"}},
		{"time of day", []store.Version{{Published: "2024-01-05T08:00:00Z"}, {Published: "2024-01-05T09:00:00Z"}},
			[]string{"1 2024-01-05 until 2024-01-05", "2 2024-01-05"}},
		{"undated come first", []store.Version{{Arrived: 7}, {Published: "2024-01-05"}}, []string{"1  until 2024-01-05", "2 2024-01-05"}},
	} {
		for _, turned := range []bool{false, true} {
			if got := store.PlaceVersions(row.versions, turned); !slices.Equal(got, row.want) {
				t.Errorf("%s: %q, want %q", row.name, got, row.want)
			}
		}
	}
}
