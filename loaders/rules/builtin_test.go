package rules

import (
	"slices"
	"strings"
	"testing"

	"dossier/loaders/text"
)

func defaultSet(t *testing.T) *Set {
	t.Helper()
	set, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// A name means one entity, but for the capital that is a city too.
func TestNamesAreOfOneEntity(t *testing.T) {
	type use struct {
		entry   *Entry
		capital bool
	}
	set := defaultSet(t)
	names := map[string]use{}
	for i := range set.Entries {
		e := &set.Entries[i]
		add := func(capital bool, list ...string) {
			for _, name := range list {
				name = text.Plain(name)
				first, ok := names[name]
				if !ok || first.entry == e {
					names[name] = use{e, capital}
					continue
				}
				state, city := first, use{e, capital}
				if !first.capital {
					state, city = city, first
				}
				if state.capital && !city.capital && city.entry.Entity.Label == "Place" {
					continue
				}
				t.Errorf("%s: %s has the name %q of %s at %s", e.Pos, e.Entity.ID, name, first.entry.Entity.ID, first.entry.Pos)
			}
		}
		add(false, slices.Concat(e.Names, e.Adjective, e.People, e.Seat, e.Short)...)
		add(true, e.Capital...)
	}
}

func TestEntriesAreWellFormed(t *testing.T) {
	prefix := map[string][]string{"State": {"state:"}, "Person": {"person:"}, "Place": {"place:"}, "Organization": {"org:", "outlet:"}}
	ids := map[string]bool{}
	set := defaultSet(t)
	for _, e := range set.Entries {
		ids[e.Entity.ID] = true
	}
	for _, e := range set.Entries {
		for _, label := range set.Ontology.Lineage(e.Entity.Label) {
			if want := prefix[label]; want != nil && !slices.ContainsFunc(want, func(p string) bool { return strings.HasPrefix(e.Entity.ID, p) }) {
				t.Errorf("%s: the id of a %s is %s, want it to begin with %s", e.Pos, label, e.Entity.ID, want)
			}
		}
		for _, name := range slices.Concat(e.Names, e.Adjective, e.People, e.Capital, e.Seat, e.Short) {
			if n := len(text.Tokens(nil, name, text.Lower(name), 0, len(name))); n == 0 || n > 40 || name != strings.Join(strings.Fields(name), " ") {
				t.Errorf("%s: the name %q has %d words, or stray white space", e.Pos, name, n)
			}
		}
		for _, o := range e.Offices {
			if !ids[o.Of] {
				t.Errorf("%s: an office at %s, which no dictionary has", e.Pos, o.Of)
			}
			if !date(o.From) || !date(o.To) || o.To != "" && o.To < o.From[:min(len(o.From), len(o.To))] {
				t.Errorf("%s: office %s from %q to %q, want YYYY-MM-DD, YYYY or nothing, in order", e.Pos, o.Title, o.From, o.To)
			}
			if o.Title == "" {
				t.Errorf("%s: an office without a title", e.Pos)
			}
		}
	}
}

// date reports whether s is YYYY, YYYY-MM, YYYY-MM-DD or empty.
func date(s string) bool {
	form := "0000-00-00"
	if !slices.Contains([]int{0, 4, 7, 10}, len(s)) {
		return false
	}
	for i := range s {
		if digit := '0' <= s[i] && s[i] <= '9'; digit != (form[i] == '0') || !digit && s[i] != '-' {
			return false
		}
	}
	return true
}

// Lemmas are compared in lower case.
func TestWordsAreInLowerCase(t *testing.T) {
	set := defaultSet(t)
	lower := func(where Position, words ...string) {
		for _, w := range words {
			if w != strings.ToLower(w) {
				t.Errorf("%s: %q is not in lower case", where, w)
			}
		}
	}
	for _, f := range set.Frames {
		lower(f.Pos, slices.Concat(f.Verbs, f.Nouns)...)
	}
	for _, c := range set.Cues {
		lower(c.Pos, slices.Concat(c.Verbs, c.Nouns, c.Words)...)
	}
	for _, f := range set.Furniture {
		lower(f.Pos, slices.Concat(f.Whole, f.Prefix, f.Inside)...)
	}
	for class, words := range set.Classes {
		lower(Position{File: "class " + class}, words...)
	}
}

// Beside every frame stand a sentence that it reads and one that it does not;
// the extractor's tests run them.
func TestFramesHaveExamples(t *testing.T) {
	set := defaultSet(t)
	yes, no := map[string]bool{}, map[string]bool{}
	for _, e := range set.Examples {
		yes[e.Rule] = yes[e.Rule] || e.Claim != ""
		no[e.Rule] = no[e.Rule] || e.Claim == ""
		if relation, _, _ := strings.Cut(e.Claim, " "); e.Claim != "" && !slices.ContainsFunc(set.Frames, func(f Frame) bool { return f.Name == e.Rule && f.Relation == relation }) {
			t.Errorf("%s: the claim %q is of another relation than its frame", e.Pos, e.Claim)
		}
	}
	for _, f := range set.Frames {
		if !yes[f.Name] || !no[f.Name] {
			t.Errorf("%s: frame %s has a yes: %v, a no: %v; want both", f.Pos, f.Name, yes[f.Name], no[f.Name])
		}
	}
}

// TestFurnitureEndsAtWords holds that a prefix of furniture is whole words: lines
// of news may begin with longer ones.
func TestFurnitureEndsAtWords(t *testing.T) {
	set := defaultSet(t)
	for line, want := range map[string]bool{
		"join us on facebook": true, "about us": true, "www.example.org": true, "updated 3 june": true,
		"joint statement by japan and india": false, "joint chiefs chairman mark milley said": false,
		"about us$2 billion was frozen": false, "registered voters": false, "donated drones arrived": false,
	} {
		if _, ok := set.PartOf(line); ok != want {
			t.Errorf("%q is furniture: %v, want %v", line, ok, want)
		}
	}
}
