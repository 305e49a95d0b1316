package resolve

import (
	"maps"
	"slices"

	"dossier/graph"
)

// Join returns a claim of an article as a claim about things: reports in it are
// replaced by what they are of, sides that a transfer knows are filled in, and
// the claim is identified anew. one gives the thing of a report; nil for what is
// no report. Claims of several articles that join to one id say the same.
func Join(o *graph.Ontology, c graph.Claim, one func(id string) *Thing) graph.Claim {
	to := func(id string) string {
		if t := one(id); t != nil {
			return t.ID
		}
		return id
	}
	out := c
	out.Roles = maps.Clone(c.Roles)
	subject := one(c.Subject)
	out.Subject, out.Object = to(c.Subject), to(c.Object)
	for role, id := range out.Roles {
		out.Roles[role] = to(id)
	}
	if t := one(c.Roles["transfer"]); t != nil && t.Giver != "" {
		for relation, role := range map[string][3]string{"SUPPLIED": {"recipient", t.Giver, t.Taker}, "PROCURED": {"from", t.Taker, t.Giver}} {
			if c.Relation == relation && c.Subject == role[1] && out.Roles[role[0]] == "" {
				out.Roles[role[0]] = role[2]
			}
		}
	}
	// The dead of one strike are its dead, whichever day an article gives them.
	identity := out
	if subject != nil && (c.Relation == "KILLED" || c.Relation == "INJURED") {
		identity.Date = graph.Date{}
	}
	out.ID = identity.Identify(o)
	out.Subject, out.Object = identity.Subject, identity.Object // symmetric relations put their ends in order
	return out
}

// An Account is a claim with what its evidence amounts to, for [Contradictions].
type Account struct {
	Claim    graph.Claim  // as [Join] has it
	Goods    []string     // of a transfer: the goods and the kinds they belong to
	Affirmed bool         // somebody says so, not of a plan
	Denied   bool         // somebody denies it, or an article says that it is not so
	Dates    []graph.Date // that its evidence gives

	// The articles that say so in the headline alone, and in the body; those
	// whose body says that it is not so; and those whose headline says so and
	// whose body says the reverse. Sorted.
	Headlines, Bodies, Negations, Reversed []string
}

// A Contradiction is a pair of claims that cannot both be right. A is B where
// the evidence for one claim is at odds with itself. Of a headline, A is what it
// says and B what its article says; otherwise A is not greater than B.
type Contradiction struct {
	Kind   string // polarity, direction, number, date, headline
	A, B   string // claim ids
	Reason string
}

// dateSlack is how many days two dates of one thing may differ, for night and
// time zones, before they contradict each other.
const dateSlack = 1

// once are the relations whose claims are of one day: two days are a
// contradiction.
var once = map[string]bool{"ADOPTED": true, "MET": true, "ATTACKED": true, "FIRED_AT": true, "KILLED": true, "INJURED": true}

// Contradictions finds what contradicts what among claims, sorted. The order of
// the accounts does not matter.
func Contradictions(accounts []Account) []Contradiction {
	found := map[[3]string]Contradiction{}
	add := func(kind, a, b, reason string) {
		if kind != "headline" && b < a {
			a, b = b, a
		}
		found[[3]string{kind, a, b}] = Contradiction{kind, a, b, reason}
	}
	groups := map[string][]*Account{}
	for i := range accounts {
		a := &accounts[i]
		if a.Affirmed && a.Denied {
			add("polarity", a.Claim.ID, a.Claim.ID, "affirmed by some, denied by others")
		}
		if once[a.Claim.Relation] && apart(a.Dates) {
			add("date", a.Claim.ID, a.Claim.ID, "dated to different days")
		}
		if shared(a.Headlines, a.Negations) > 0 {
			add("headline", a.Claim.ID, a.Claim.ID, "the headline says so, its article that it is not so")
		}
		if g := a.group(); g != "" {
			groups[g] = append(groups[g], a)
		}
	}
	for _, g := range groups {
		for i, a := range g {
			for _, b := range g[:i] {
				contradict(a, b, add)
				contradict(b, a, add)
			}
		}
	}
	out := slices.Collect(maps.Values(found))
	slices.SortFunc(out, func(x, y Contradiction) int {
		return slices.Compare([]string{x.A, x.B, x.Kind}, []string{y.A, y.B, y.Kind})
	})
	return out
}

// group names the claims that this one can contradict: those that count the same
// of one event, and those on transfers between the same two.
func (a *Account) group() string {
	c := a.Claim
	if c.Relation == "KILLED" || c.Relation == "INJURED" {
		if c.Count.IsZero() {
			return ""
		}
		return c.Relation + "|" + c.Subject
	}
	giver, taker := parties(&c)
	if giver == "" || taker == "" {
		return ""
	}
	return "transfer|" + min(giver, taker) + "|" + max(giver, taker)
}

func contradict(a, b *Account, add func(kind, a, b, reason string)) {
	if a.Claim.Relation == "KILLED" || a.Claim.Relation == "INJURED" {
		if Agree(a.Claim.Count, b.Claim.Count) {
			return
		}
		// A headline that its own article corrects contradicts that, not the others.
		if len(a.Bodies) > 0 && len(b.Bodies) > 0 {
			add("number", a.Claim.ID, b.Claim.ID, "counts of one strike whose ranges do not overlap")
		}
		if shared(a.Headlines, b.Bodies) > 0 {
			add("headline", a.Claim.ID, b.Claim.ID, "the headline counts otherwise than its article")
		}
		return
	}
	ga, ta := parties(&a.Claim)
	gb, tb := parties(&b.Claim)
	same := a.Claim.Object == b.Claim.Object
	switch {
	case ga == gb && ta == tb:
		// A denial of all arms covers these.
		if a.Affirmed && !a.Denied && b.Denied && (same || slices.Contains(a.Goods, b.Claim.Object)) {
			add("polarity", a.Claim.ID, b.Claim.ID, "one is affirmed, the other denied, and what is denied covers what is affirmed")
		}
	case ga == tb && ta == gb:
		if shared(a.Reversed, b.Bodies) > 0 {
			add("headline", a.Claim.ID, b.Claim.ID, "the headline has giver and taker the other way round than its article")
		}
		if same && a.Claim.Object != anyArms && a.Affirmed && b.Affirmed {
			add("direction", a.Claim.ID, b.Claim.ID, "the same goods go from one to the other and the other way round")
		}
	}
}

// apart reports whether two dates differ by more than the slack. Dates that are
// no single day agree with every day in them.
func apart(dates []graph.Date) bool {
	latest, earliest := "", ""
	for _, d := range dates {
		if d.IsZero() {
			continue
		}
		if earliest == "" || d.To < earliest {
			earliest = d.To
		}
		latest = max(latest, d.From)
	}
	return earliest != "" && latest > earliest && daysBetween(earliest, latest) > dateSlack
}
