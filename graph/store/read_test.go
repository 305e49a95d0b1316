package store_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/storetest"
)

func TestReadValues(t *testing.T) {
	s := storetest.Open(t)
	if err := s.Exec(t.Context(), "CREATE (:Entity:State {id: 'a', name: 'A'})-[:MET {claim: 'c'}]->(:Entity {id: 'b'})"); err != nil {
		t.Fatal(err)
	}
	node := map[string]any{"labels": []any{"Entity", "State"}, "properties": map[string]any{"id": "a", "name": "A"}}
	other := map[string]any{"labels": []any{"Entity"}, "properties": map[string]any{"id": "b"}}
	edge := func(from, to any) map[string]any {
		return map[string]any{"type": "MET", "from": from, "to": to, "properties": map[string]any{"claim": "c"}}
	}
	for _, row := range []struct {
		expression string
		want       any
	}{
		{"null", nil}, {"true", true}, {"7", int64(7)}, {"0.5", 0.5}, {"'x'", "x"},
		{"[1, [null]]", []any{int64(1), []any{nil}}},
		{"{a: date('2024-01-02')}", map[string]any{"a": "2024-01-02"}},
		{"datetime('2024-01-02T03:04:05+01:00')", "2024-01-02T03:04:05+01:00"},
		{"localdatetime('2024-01-02T03:04:05')", "2024-01-02T03:04:05"},
		{"duration('P1DT2H')", "P0M1DT7200S"},
		{"a", node}, {"r", edge(nil, nil)},
		{"p", map[string]any{"nodes": []any{node, other}, "relationships": []any{edge("a", "b")}}},
		{"$given", "parameter"},
	} {
		var got any
		err := s.Read(t.Context(), "MATCH p = (a {id: 'a'})-[r]->() RETURN "+row.expression+" AS value", map[string]any{"given": "parameter"},
			func(keys []string, values []any) error {
				if keys[0] != "value" {
					t.Errorf("keys %v", keys)
				}
				got = values[0]
				return nil
			})
		if err != nil {
			t.Errorf("%s: %v", row.expression, err)
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s: -want +got:\n%s", row.expression, diff)
		}
	}
}

func TestReadOnly(t *testing.T) {
	s := storetest.Open(t)
	err := s.Read(t.Context(), "CREATE (n:Entity) RETURN n", nil, func([]string, []any) error { return nil })
	if err == nil || !strings.Contains(strings.ToLower(err.Error()), "read") {
		t.Errorf("error %v, want one about read access", err)
	}
	expect(t, s, "MATCH (n:Entity) RETURN count(n)", "0")
}

func TestReadStops(t *testing.T) {
	s := storetest.Open(t)
	enough := errors.New("enough")
	n := 0
	err := s.Read(t.Context(), "UNWIND range(1, 1000000) AS n RETURN n", nil, func([]string, []any) error {
		if n++; n == 3 {
			return enough
		}
		return nil
	})
	if err != enough || n != 3 {
		t.Errorf("error %v after %d rows", err, n)
	}
	if err := s.Read(t.Context(), "RETURN", nil, nil); err == nil || !strings.Contains(err.Error(), "SyntaxError") {
		t.Errorf("error %v, want a syntax error", err)
	}
}

// The server hears of a deadline: it ends the statement by itself.
func TestReadDeadline(t *testing.T) {
	s := storetest.Open(t)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	err := s.Read(ctx, "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN a", nil,
		func([]string, []any) error { return nil })
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("error %v, want %v", err, context.DeadlineExceeded)
	}
}

func TestCounts(t *testing.T) {
	s := storetest.Open(t)
	c, err := s.Counts(t.Context())
	if err != nil || len(c.Nodes) > 0 || len(c.Relationships) > 0 {
		t.Errorf("empty graph: %+v, %v", c, err)
	}
	write(t, s, newspaper(3)...)
	c, err = s.Counts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprint(c.Nodes["Article"], c.Nodes["Sentence"], c.Relationships["HAS_SENTENCE"], c.Nodes["Meta"])
	if got != "3 63 63 0" {
		t.Errorf("articles, sentences, edges between them, records: %s", got)
	}
}
