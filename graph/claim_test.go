package graph

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func identify(c Claim) string { return c.Identify(DefaultOntology()) }

// Ids are stored in graphs: a change here orphans what they hold.
func TestIdsAreStable(t *testing.T) {
	c := Claim{Relation: "SUPPLIED", Subject: "state:KP", Object: "weapon:ballistic-missile", Roles: map[string]string{"recipient": "state:RU"}}
	e := Evidence{Claim: "c1", Sentence: "a1.0", Rule: "transfer/verb"}
	for _, row := range []struct{ what, got, want string }{
		{"article", ArticleID("Reuters", "North Korea fired."), "a4c2d46726d73bd00"},
		{"origin", OriginOf("North Korea fired."), "9f07e818359e4a5b"},
		{"claim", c.Identify(DefaultOntology()), "cbc92a06c440b529d"},
		{"evidence", e.Identify(), "eecb198253ea68a83"},
	} {
		if row.got != row.want {
			t.Errorf("%s id %s, want %s", row.what, row.got, row.want)
		}
	}
}

func TestClaimIdentity(t *testing.T) {
	day := func(d string) Date { return Date{From: d, To: d, Precision: Day} }
	base := Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "place:kharkiv", Date: day("2024-01-02")}
	change := func(f func(*Claim)) Claim {
		c := base
		c.Roles = map[string]string{}
		f(&c)
		return c
	}
	killed := func(n int64) Claim {
		return Claim{Relation: "KILLED", Subject: "strike:x", Count: Count{Min: n, Max: n}}
	}
	for _, row := range []struct {
		name string
		a, b Claim
		same bool
	}{
		{"equal", base, change(func(*Claim) {}), true},
		{"subject", base, change(func(c *Claim) { c.Subject = "state:UA" }), false},
		{"object", base, change(func(c *Claim) { c.Object = "place:kyiv" }), false},
		{"relation", base, change(func(c *Claim) { c.Relation = "FIRED_AT" }), false},
		{"date", base, change(func(c *Claim) { c.Date = day("2024-01-03") }), false},
		{"precision alone", base, change(func(c *Claim) { c.Date.Precision = Span }), true},
		{"weapon does not tell apart", base, change(func(c *Claim) { c.Roles["weapon"] = "weapon:kn-23" }), true},
		{"count does not tell attacks apart", base, change(func(c *Claim) { c.Count = Count{Min: 3, Max: 3} }), true},
		{"count tells casualties apart", killed(2), killed(3), false},
		{"ends swapped", base, change(func(c *Claim) { c.Subject, c.Object = c.Object, c.Subject }), false},
		{"digits", change(func(c *Claim) { c.Object = "weapon:kn-23" }), change(func(c *Claim) { c.Object = "weapon:kn-24" }), false},
		{"content folds case and marks", Claim{Relation: "STATED", Subject: "p", Content: "“We did it.”"}, Claim{Relation: "STATED", Subject: "p", Content: "we did  it"}, true},
		{"content digits", Claim{Relation: "STATED", Subject: "p", Content: "Resolution 1718"}, Claim{Relation: "STATED", Subject: "p", Content: "Resolution 1874"}, false},
		{"recipient", Claim{Relation: "SUPPLIED", Subject: "a", Object: "b", Roles: map[string]string{"recipient": "c"}}, Claim{Relation: "SUPPLIED", Subject: "a", Object: "b"}, false},
		{"parts do not run together", Claim{Relation: "SUPPLIED", Subject: "ab", Object: "c"}, Claim{Relation: "SUPPLIED", Subject: "a", Object: "bc"}, false},
	} {
		t.Run(row.name, func(t *testing.T) {
			if a, b := identify(row.a), identify(row.b); (a == b) != row.same {
				t.Errorf("ids %s and %s, want same: %v", a, b, row.same)
			}
		})
	}
}

func TestSymmetricClaim(t *testing.T) {
	a := Claim{Relation: "MET", Subject: "person:putin", Object: "person:kim"}
	b := Claim{Relation: "MET", Subject: "person:kim", Object: "person:putin"}
	a.Identify(DefaultOntology())
	b.Identify(DefaultOntology())
	if diff := cmp.Diff(a, b); diff != "" {
		t.Errorf("the two directions differ: %s", diff)
	}
	if a.Subject != "person:kim" {
		t.Errorf("subject %s, want the end that sorts first", a.Subject)
	}
}

func TestEvidenceIdentity(t *testing.T) {
	base := Evidence{Claim: "c1", Sentence: "a1.0", Rule: "r"}
	base.Identify()
	for _, row := range []struct {
		name string
		e    Evidence
		same bool
	}{
		{"offsets do not count", Evidence{Claim: "c1", Sentence: "a1.0", Rule: "r", Start: 5, Polarity: Denied}, true},
		{"sentence", Evidence{Claim: "c1", Sentence: "a1.1", Rule: "r"}, false},
		{"rule", Evidence{Claim: "c1", Sentence: "a1.0", Rule: "s"}, false},
		{"claim", Evidence{Claim: "c2", Sentence: "a1.0", Rule: "r"}, false},
	} {
		if (row.e.Identify() == base.ID) != row.same {
			t.Errorf("%s: same id is %v, want %v", row.name, !row.same, row.same)
		}
	}
}

func TestStanding(t *testing.T) {
	for _, row := range []struct {
		polarity Polarity
		modality Modality
		want     string
	}{
		{Affirmed, Asserted, "affirmed"}, {Affirmed, Reported, "affirmed"}, {Affirmed, Alleged, "alleged"},
		{Affirmed, Planned, "hypothetical"}, {Affirmed, Conditional, "hypothetical"}, {Affirmed, Questioned, "hypothetical"},
		{Denied, Asserted, "denied"}, {Negated, Alleged, "denied"}, {Denied, Planned, "denied"},
	} {
		if got := (Evidence{Polarity: row.polarity, Modality: row.modality}).Standing(); got != row.want {
			t.Errorf("%s, %s: %q, want %q", row.polarity, row.modality, got, row.want)
		}
	}
}

func TestZero(t *testing.T) {
	if !(Date{}).IsZero() || (Date{To: "2024-01-01"}).IsZero() {
		t.Error("Date.IsZero: only a date without ends is zero")
	}
	if !(Count{}).IsZero() || (Count{Max: -1}).IsZero() {
		t.Error("Count.IsZero: only the zero count is zero")
	}
	if got := fmt.Sprint(Claim{Roles: map[string]string{"weapon": "w", "from": "f"}}.RoleNames()); got != "[from weapon]" {
		t.Errorf("RoleNames %s", strings.TrimSpace(got))
	}
}
