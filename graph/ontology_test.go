package graph

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDefaultOntology(t *testing.T) {
	o := DefaultOntology()
	if !slices.Contains(o.RelationNames(), "SUPPLIED") || !slices.IsSorted(o.RelationNames()) {
		t.Errorf("relations %v", o.RelationNames())
	}
	if !slices.IsSorted(o.LabelNames()) || !slices.IsSorted(o.QualifierNames()) {
		t.Error("labels or qualifiers are not sorted")
	}
	if diff := cmp.Diff([]string{"Missile", "Weapon", "Entity"}, o.Lineage("Missile")); diff != "" {
		t.Errorf("Lineage(Missile): -want +got:\n%s", diff)
	}
	if got := o.Lineage("Ghost"); got != nil {
		t.Errorf("Lineage(Ghost) = %v, want nil", got)
	}
	for _, row := range []struct {
		label  string
		wanted []string
		want   bool
	}{
		{"Missile", []string{"Weapon"}, true},
		{"Missile", []string{"State", "Missile"}, true},
		{"Missile", []string{"Entity"}, true},
		{"Weapon", []string{"Missile"}, false},
		{"Missile", nil, false},
		{"Ghost", []string{"Entity"}, false},
		{"", []string{"Entity"}, false},
	} {
		if got := o.Is(row.label, row.wanted...); got != row.want {
			t.Errorf("Is(%q, %v) = %v, want %v", row.label, row.wanted, got, row.want)
		}
	}
}

// Errors of the syntax carry line and column, errors of content the name.
func TestParseOntologyErrors(t *testing.T) {
	base := func(extra string) string {
		return "version: 1\nlabels:\n  Entity: {doc: e}\nqualifiers:\n  date: {kind: date, doc: d}\n" + extra
	}
	for _, row := range []struct{ name, yaml, want string }{
		{"unknown field", "version: 1\nlabels:\n  Entity: {doc: e, colour: red}\n", "[3:20] unknown field \"colour\""},
		{"wrong type", "version: one\n", "[1:10]"},
		{"not YAML", "version: 1\nlabels: {", "[2:9]"},
		{"version", "version: 0\n", "version must be 1 or more"},
		{"valid", base("") + "relations:\n  R: {from: [Entity], doc: r}\n", ""},
		{"parent", "version: 1\nlabels:\n  A: {is: B, doc: a}\n", `label A: unknown parent "B"`},
		{"cycle", "version: 1\nlabels:\n  A: {is: B, doc: a}\n  B: {is: A, doc: b}\n", "label A: is its own ancestor"},
		{"no doc", "version: 1\nlabels:\n  A: {}\n", "label A: no doc"},
		{"kind", "version: 1\nqualifiers:\n  q: {kind: number, doc: q}\n", `qualifier q: kind "number"`},
		{"qualifier label", "version: 1\nqualifiers:\n  q: {kind: entity, labels: [X], doc: q}\n", `qualifier q: unknown label "X"`},
		{"no from", base("relations:\n  R: {doc: r}\n"), "relation R: from is empty"},
		{"relation label", base("relations:\n  R: {from: [X], doc: r}\n"), `relation R: unknown label "X"`},
		{"relation qualifier", base("relations:\n  R: {from: [Entity], qualifiers: [x], doc: r}\n"), `relation R: unknown qualifier "x"`},
		{"identity", base("relations:\n  R: {from: [Entity], identity: [date], doc: r}\n"), `relation R: identity "date"`},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := ParseOntology([]byte(row.yaml))
			switch {
			case row.want == "" && err != nil:
				t.Errorf("error %v, want none", err)
			case row.want != "" && (err == nil || !strings.Contains(err.Error(), row.want)):
				t.Errorf("error %v, want one with %q", err, row.want)
			}
		})
	}
}

func FuzzParseOntology(f *testing.F) {
	f.Add(ontologyYAML)
	f.Add([]byte(smallOntology))
	f.Add([]byte("version: 1\nlabels:\n  A: {is: A, doc: a}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		o, err := ParseOntology(data)
		if err != nil {
			return
		}
		for _, l := range o.LabelNames() {
			if o.Lineage(l) == nil {
				t.Errorf("accepted label %q has no lineage", l)
			}
		}
		_ = o.Markdown()
	})
}

func TestValidate(t *testing.T) {
	labels := map[string]string{
		"ru": "State", "kp": "State", "kn-23": "Missile", "kharkiv": "Place", "un": "Organization", "kim": "Person", "strike": "Strike",
	}
	label := func(id string) string { return labels[id] }
	day := Date{From: "2024-01-02", To: "2024-01-02", Precision: Day}
	for _, row := range []struct {
		name  string
		claim Claim
		want  string // "" for a valid claim
	}{
		{"plain", Claim{Relation: "SUPPLIED", Subject: "kp", Object: "kn-23"}, ""},
		{"with role", Claim{Relation: "SUPPLIED", Subject: "kp", Object: "kn-23", Roles: map[string]string{"recipient": "ru"}}, ""},
		{"descendant label", Claim{Relation: "USED", Subject: "ru", Object: "kn-23", Roles: map[string]string{"target": "strike"}}, ""},
		{"no object needed", Claim{Relation: "KILLED", Subject: "strike", Count: Count{Min: 2, Max: 2}, Date: day}, ""},
		{"saying", Claim{Relation: "STATED", Subject: "kim", Content: "words"}, ""},
		{"unknown relation", Claim{Relation: "LIKED"}, `unknown relation "LIKED"`},
		{"unknown subject", Claim{Relation: "SUPPLIED", Subject: "x", Object: "kn-23"}, "SUPPLIED: subject x is a thing unknown, want State or Organization or Person"},
		{"wrong subject", Claim{Relation: "SUPPLIED", Subject: "kharkiv", Object: "kn-23"}, "SUPPLIED: subject kharkiv is a Place"},
		{"wrong object", Claim{Relation: "SUPPLIED", Subject: "kp", Object: "ru"}, "SUPPLIED: object ru is a State, want Weapon"},
		{"missing object", Claim{Relation: "SUPPLIED", Subject: "kp"}, "SUPPLIED: object  is a thing unknown"},
		{"object too many", Claim{Relation: "KILLED", Subject: "strike", Object: "kim"}, "KILLED takes no object, got kim"},
		{"foreign role", Claim{Relation: "SUPPLIED", Subject: "kp", Object: "kn-23", Roles: map[string]string{"place": "kharkiv"}}, "SUPPLIED does not take place"},
		{"wrong role", Claim{Relation: "SUPPLIED", Subject: "kp", Object: "kn-23", Roles: map[string]string{"recipient": "kn-23"}}, "SUPPLIED: recipient kn-23 is a Missile"},
		{"date refused", Claim{Relation: "HOLDS_POSITION", Subject: "kim", Object: "un"}, "HOLDS_POSITION: object un is a Organization"},
		{"count refused", Claim{Relation: "MEMBER_OF", Subject: "ru", Object: "un", Count: Count{Min: 1, Max: 1}}, "MEMBER_OF does not take count"},
		{"content refused", Claim{Relation: "MET", Subject: "ru", Object: "kp", Content: "x"}, "MET does not take content"},
	} {
		t.Run(row.name, func(t *testing.T) {
			err := DefaultOntology().Validate(row.claim, label)
			got := ""
			if err != nil {
				got = err.Error()
			}
			if row.want == "" && got != "" || !strings.HasPrefix(got, row.want) {
				t.Errorf("error %q, want %q", got, row.want)
			}
		})
	}
}
