package main

import (
	"testing"

	"dossier/graph/local"
)

func TestBrowserAddress(t *testing.T) {
	got := browserAddress(&local.Server{URI: "bolt://127.0.0.1:7687", HTTP: "http://127.0.0.1:7474", Username: "neo4j", Password: "swordfish"})
	want := "http://127.0.0.1:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7687&preselectAuthMethod=NATIVE"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
