package main

import (
	"strings"
	"testing"

	"github.com/reeflective/readline"
)

func TestShellLines(t *testing.T) {
	for _, tt := range []struct {
		text  string
		whole bool
		words string // joined by |, or the error
	}{
		{"", true, ""},
		{"# a remark", true, ""},
		{"query transfers", true, "query|transfers"},
		{"dossier query", true, "query"},
		{`show "North Korea" --each 3`, true, "show|North Korea|--each|3"},
		{`show North\ Korea 'a "b" c'`, true, `show|North Korea|a "b" c`},
		{`show "North`, false, "a quotation has no end"},
		{`show x\`, false, "nothing follows the backslash"},
		{"show ''", true, "show|"},
		{"MATCH (n)", false, "cypher|MATCH (n)"},
		{"match (n)\nRETURN n;", true, "cypher|match (n)\nRETURN n"},
		{"MATCH (n)\nRETURN 'x'\n", true, "cypher|MATCH (n)\nRETURN 'x'"},
		{"SHOW INDEXES;", true, "cypher|SHOW INDEXES"},
		{"matchless", true, "matchless"},
	} {
		if got := isWhole(tt.text); got != tt.whole {
			t.Errorf("%q: whole %v, want %v", tt.text, got, tt.whole)
		}
		words, err := shellLine(tt.text)
		got := strings.Join(words, "|")
		if err != nil {
			got = err.Error()
		}
		if got != tt.words {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.words)
		}
	}
}

func TestShellCompletions(t *testing.T) {
	names := func(prefix string, labels []string) [][2]string {
		if strings.HasPrefix("North Korea", prefix) {
			return [][2]string{{"North Korea", "State"}}
		}
		return nil
	}
	for _, tt := range []struct{ before, prefix, first string }{
		{"", "", "load"},
		{"que", "que", "query"},
		{"dossier que", "que", "query"},
		{"show Nor", "Nor", `"North Korea"`},
		{`show "North K`, `"North K`, `"North Korea"`},
		{"query transfers --supplier ", "", `"North Korea"`},
		{"query transfers --supp", "--supp", "--supplier"},
		{"MATCH (s:Sta", "Sta", "State"},
		{"MATCH (s)-[:SUPP", "SUPP", "SUPPLIED"},
		{"nonsense ", "", ""},
	} {
		c := completions(quietApp(), tt.before, names)
		first := ""
		c.EachValue(func(v readline.Completion) readline.Completion {
			if first == "" {
				first = v.Value
			}
			return v
		})
		if c.PREFIX != tt.prefix || first != tt.first {
			t.Errorf("%q: prefix %q, first %q; want %q, %q", tt.before, c.PREFIX, first, tt.prefix, tt.first)
		}
	}
}

func FuzzSplitWords(f *testing.F) {
	for _, s := range []string{`a "b c" 'd'`, `\`, `"`, `a\ b`, "  "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		words, err := splitWords(s)
		if err != nil {
			return
		}
		quoted := make([]string, len(words))
		for i, w := range words {
			quoted[i] = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(w) + `"`
		}
		again, err := splitWords(strings.Join(quoted, " "))
		if err != nil || strings.Join(again, "\x00") != strings.Join(words, "\x00") {
			t.Errorf("%q: %q, quoted %q, error %v", s, words, again, err)
		}
		completions(quietApp(), s, func(string, []string) [][2]string { return nil })
	})
}
