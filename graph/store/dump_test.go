package store_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/store"
	"dossier/graph/storetest"
)

func dump(t *testing.T, s *store.Store) []store.Record {
	t.Helper()
	var out []store.Record
	if err := s.Dump(t.Context(), func(r store.Record) error { out = append(out, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return out
}

// from hands out records, and then err.
func from(records []store.Record, err error) func() (store.Record, bool, error) {
	return func() (store.Record, bool, error) {
		if len(records) == 0 {
			return store.Record{}, false, err
		}
		r := records[0]
		records = records[1:]
		return r, true, nil
	}
}

func TestDumpAndRestore(t *testing.T) {
	s := storetest.Open(t)
	if _, err := s.Write(t.Context(), newspaper(12)); err != nil {
		t.Fatal(err)
	}
	want, err := s.Fingerprint(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	turn, err := s.Turn(t.Context())
	if err != nil || turn == 0 {
		t.Fatalf("turn %d, %v", turn, err)
	}
	records := dump(t, s)

	t.Run("a graph with content is refused", func(t *testing.T) {
		_, _, err := s.Restore(t.Context(), turn, from(records, nil))
		if !errors.Is(err, store.ErrNotEmpty) {
			t.Errorf("got %v", err)
		}
		if got, _ := s.Fingerprint(t.Context()); got != want {
			t.Error("and yet it was changed")
		}
	})

	s = storetest.Open(t)
	s.SetBatchRows(100)
	t.Run("an interrupted restore starts afresh", func(t *testing.T) {
		broken := errors.New("the line went dead")
		if _, _, err := s.Restore(t.Context(), turn, from(records[:len(records)/2], broken)); !errors.Is(err, broken) {
			t.Fatal(err)
		}
		if _, err := s.Write(t.Context(), newspaper(1)); !errors.Is(err, store.ErrHalfRestored) {
			t.Errorf("a write in between: %v", err)
		}
		nodes, edges, err := s.Restore(t.Context(), turn, from(records, nil))
		if err != nil || nodes+edges != len(records) {
			t.Fatalf("%d nodes and %d edges of %d records, %v", nodes, edges, len(records), err)
		}
	})
	if got, err := s.Fingerprint(t.Context()); err != nil || got != want {
		t.Errorf("the fingerprint is %s, was %s (%v)", got, want, err)
	}
	if diff := cmp.Diff(records, dump(t, s)); diff != "" {
		t.Errorf("a second dump differs: %.2000s", diff)
	}
	// The graph goes on like the first: articles that come now come later.
	if _, err := s.Write(t.Context(), edition(12, 14)); err != nil {
		t.Fatal(err)
	}
	if now, _ := s.Turn(t.Context()); now <= turn {
		t.Errorf("turn %d after %d", now, turn)
	}
	got, _ := s.Fingerprint(t.Context())
	other := storetest.Open(t)
	if _, err := other.Write(t.Context(), newspaper(14)); err != nil {
		t.Fatal(err)
	}
	if whole, _ := other.Fingerprint(t.Context()); whole != got {
		t.Error("loading on after a restore gives another graph than loading all")
	}
}

func TestRestoreRefuses(t *testing.T) {
	s := storetest.Open(t)
	state := store.Record{Kind: "entity", ID: "state:KP", Labels: []string{"Entity", "State"}, Properties: map[string]any{"id": "state:KP"}}
	for _, test := range []struct {
		name    string
		records []store.Record
		want    string
	}{
		{"kind", []store.Record{{Kind: "user", ID: "x", Properties: map[string]any{"id": "x"}}}, `unknown kind of record "user"`},
		{"label", []store.Record{{Kind: "entity", ID: "x", Labels: []string{"Entity", "Admin"}, Properties: map[string]any{"id": "x"}}}, `unknown label "Admin"`},
		{"no label", []store.Record{{Kind: "entity", ID: "x", Properties: map[string]any{"id": "x"}}}, "has not the label Entity"},
		{"id", []store.Record{{Kind: "entity", ID: "x", Labels: []string{"Entity"}, Properties: map[string]any{"id": "y"}}}, "its id and its property id differ"},
		{"type", []store.Record{state, {Kind: "edge", Type: "OWNS", From: "state:KP", To: "state:KP", FromKind: "entity", ToKind: "entity"}}, `unknown type "OWNS"`},
		{"end", []store.Record{state, {Kind: "edge", Type: "MET", From: "state:KP", FromKind: "entity", ToKind: "entity"}}, "without two ends"},
		{"absent end", []store.Record{state, {Kind: "edge", Type: "MET", From: "state:KP", To: "state:XX", FromKind: "entity", ToKind: "entity"}}, "join nodes that are not there"},
		{"twice", []store.Record{state, state}, "comes twice"},
	} {
		_, _, err := s.Restore(t.Context(), 1, from(test.records, nil))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.name, err, test.want)
		}
	}
	if _, _, err := s.Restore(t.Context(), 1, from([]store.Record{state}, nil)); err != nil {
		t.Errorf("after all that, a good one: %v", err)
	}
}
