package extract

import (
	"fmt"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
)

// A Fault is an example beside a rule that is not read as it says.
type Fault struct {
	Example rules.Example
	Got     []string // the claims that are read instead, "RELATION head > tail (rule)"
}

// Error tells where the example stands, what was expected and what was read.
func (f *Fault) Error() string {
	want := "want no claim by this rule"
	if f.Example.Claim != "" {
		want = "want " + f.Example.Claim
	}
	got := "nothing"
	if len(f.Got) > 0 {
		got = strings.Join(f.Got, "; ")
	}
	return fmt.Sprintf("%s: %s: %q: %s, got %s", f.Example.Pos, f.Example.Rule, f.Example.Text, want, got)
}

// Check reads the examples that stand beside the rules of the extractor, each
// as an article of its own, and returns those that are not read as they say, in
// file order. A `yes` holds when its claim is made by the rule it stands
// beside; a `no` when that rule makes no claim at all.
func (x *Extractor) Check() []*Fault {
	var faults []*Fault
	for _, e := range x.set.Examples {
		if got, ok := x.try(e); !ok {
			faults = append(faults, &Fault{Example: e, Got: got})
		}
	}
	return faults
}

// try reads one example. It returns all claims read and whether they are right.
func (x *Extractor) try(e rules.Example) (got []string, ok bool) {
	d := x.Extract(graph.Article{ID: graph.ArticleID("", e.Text), Language: "en", Text: e.Text})
	claims := make(map[string]graph.Claim, len(d.Claims))
	for _, c := range d.Claims {
		claims[c.ID] = c
	}
	names := make(map[string]string, len(d.Entities))
	for _, n := range d.Entities {
		names[n.ID] = n.Name
	}
	relation, parties, _ := strings.Cut(e.Claim, " ")
	head, tail, _ := strings.Cut(parties, " > ")
	ok = e.Claim == ""
	for _, v := range d.Evidence {
		c := claims[v.Claim]
		got = append(got, fmt.Sprintf("%s %s > %s (%s)", c.Relation, names[c.Subject], names[c.Object], v.Rule))
		switch {
		case v.Rule != e.Rule:
		case e.Claim == "":
			ok = false
		case c.Relation != relation:
		case is(head, names[c.Subject], v.Subject) && is(tail, names[c.Object], v.Object),
			x.onto.Relations[relation].Symmetric && is(head, names[c.Object], v.Object) && is(tail, names[c.Subject], v.Subject):
			ok = true
		}
	}
	return got, ok
}

// is reports whether an example means the party of that name, or written so.
func is(want, name, written string) bool {
	return slices.ContainsFunc([]string{name, written}, func(s string) bool {
		return strings.EqualFold(bare(want), bare(s))
	})
}

// bare takes the article off a noun phrase.
func bare(s string) string {
	for _, article := range []string{"the ", "a ", "an "} {
		if len(s) > len(article) && strings.EqualFold(s[:len(article)], article) {
			return s[len(article):]
		}
	}
	return s
}
