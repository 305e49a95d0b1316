package main

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParamValue(t *testing.T) {
	for _, tt := range []struct {
		text string
		want any
	}{
		{"Russia", "Russia"},
		{"North Korea", "North Korea"},
		{"5", int64(5)},
		{"-5", int64(-5)},
		{"2.5", 2.5},
		{"1e999", math.Inf(1)},
		{`"5"`, "5"},
		{"true", true},
		{"null", nil},
		{`["a, b", 2]`, []any{"a, b", int64(2)}},
		{`{"a": {"b": [1]}}`, map[string]any{"a": map[string]any{"b": []any{int64(1)}}}},
		{"", ""},
		{"5 6", "5 6"},
		{"2024-01-02", "2024-01-02"},
		{"[1", "[1"},
	} {
		if diff := cmp.Diff(tt.want, paramValue(tt.text)); diff != "" {
			t.Errorf("paramValue(%q) (-want +got):\n%s", tt.text, diff)
		}
	}
}

func TestCypherError(t *testing.T) {
	for _, tt := range []struct{ err, want string }{
		{"Neo4jError: Neo.ClientError.Statement.SyntaxError (Invalid input 'X' (line 1)\n\"X\"\n ^)", "SyntaxError: Invalid input 'X' (line 1)\n\"X\"\n ^"},
		{"Neo4jError: Neo.ClientError.Statement.AccessMode (no writing)", "AccessMode: no writing"},
		{"connection reset", "connection reset"},
	} {
		if got := cypherError(errors.New(tt.err)).Error(); got != tt.want {
			t.Errorf("cypherError(%q) = %q, want %q", tt.err, got, tt.want)
		}
	}
}
