package main

import "testing"

func TestLoginLink(t *testing.T) {
	got := loginLink("http://127.0.0.1:7474", "bolt://127.0.0.1:7687", "neo4j")
	want := "http://127.0.0.1:7474/browser/?dbms=bolt%3A%2F%2Fneo4j%40127.0.0.1%3A7687&preselectAuthMethod=NATIVE"
	if got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestUsualBrowser(t *testing.T) {
	for _, test := range []struct{ bolt, want string }{
		{"bolt://127.0.0.1:7687", "http://127.0.0.1:7474"},
		{"neo4j+s://graph.example.org", "https://graph.example.org:7473"},
		{"neo4j+ssc://graph.example.org:7687", "https://graph.example.org:7473"},
	} {
		if got := usualBrowser(test.bolt); got != test.want {
			t.Errorf("%s: got %s, want %s", test.bolt, got, test.want)
		}
	}
}
