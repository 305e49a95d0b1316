package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph/store"
	"dossier/graph/storetest"
)

func remove(t *testing.T, s *store.Store, articles ...string) store.Removal {
	t.Helper()
	would, err := s.WouldRemove(t.Context(), articles)
	if err != nil {
		t.Fatal(err)
	}
	did, err := s.Remove(t.Context(), articles)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(did, would); diff != "" {
		t.Errorf("a dry run counts otherwise: -removed +dry run:\n%s", diff)
	}
	return did
}

func TestRemove(t *testing.T) {
	first, second, other := versions()
	s := storetest.Open(t)
	write(t, s, other)
	without := fingerprint(t, s)
	write(t, s, first)
	old := fingerprint(t, s)
	write(t, s, second)

	// The newer version goes: the older one stands again.
	if got, want := remove(t, s, second.Article.ID, "none"), (store.Removal{Articles: 1, Sentences: 1, Claims: 1, Weakened: 1, Entities: 1}); got != want {
		t.Errorf("removed %+v, want %+v", got, want)
	}
	expect(t, s, "MATCH (c:Claim) RETURN c.relation, c.status, c.articles ORDER BY c.relation",
		"ATTACKED | asserted | 1", "MET | asserted | 2", "SUPPLIED | attributed | 1")
	if got := fingerprint(t, s); got != old {
		t.Errorf("graph without the newer version: %s, want %s", got, old)
	}
	// The older one goes, too: what the other paper says stays.
	if got, want := remove(t, s, first.Article.ID), (store.Removal{Articles: 1, Sentences: 1, Claims: 2, Weakened: 1, Entities: 3}); got != want {
		t.Errorf("removed %+v, want %+v", got, want)
	}
	if got := fingerprint(t, s); got != without {
		t.Errorf("graph without the article: %s, want %s", got, without)
	}
	if got := remove(t, s, first.Article.ID); got != (store.Removal{}) {
		t.Errorf("nothing left to remove, got %+v", got)
	}
}

// Removing some articles leaves what a load of the others gives.
func TestRemoveIsUndoing(t *testing.T) {
	docs := newspaper(14)
	few(t)
	rapid.Check(t, func(rt *rapid.T) {
		order := rapid.Permutation(docs).Draw(rt, "order")
		n := rapid.IntRange(0, len(docs)).Draw(rt, "removed")
		s := storetest.Open(t)
		write(t, s, order[n:]...)
		want := fingerprint(t, s)
		s = storetest.Open(t)
		write(t, s, order...)
		var ids []string
		for _, d := range order[:n] {
			ids = append(ids, d.Article.ID)
		}
		remove(t, s, ids...)
		if got := fingerprint(t, s); got != want {
			rt.Fatalf("fingerprint %s, want %s", got, want)
		}
	})
}
