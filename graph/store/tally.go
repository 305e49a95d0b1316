package store

import (
	"cmp"
	"maps"
	"slices"

	"dossier/graph"
)

// A tally is what the evidence for a claim adds up to. Tallies of evidence from
// different articles join to that of all of it, in any order, so that a claim
// that ten thousand articles make need not be looked at whole when one more
// makes it.
type tally struct {
	articles, origins int64
	first, last       string // publication times; empty when none is known
	date              graph.Date
	count             graph.Count
	content           string
	stances           map[string]bool
	withdrawn         bool // only superseded versions of articles say so
	reference         bool // only references say so
}

// The stances that a piece of evidence can take towards its claim.
const (
	stanceAsserted     = "asserted"     // the article says so
	stanceAttributed   = "attributed"   // somebody says so
	stanceAlleged      = "alleged"      // somebody suspects so
	stanceDenied       = "denied"       // it is not so
	stanceHypothetical = "hypothetical" // it may be so, or come so
	stanceHeadline     = "headline"     // a headline says so that the article itself reverses
)

// A testimony is what one piece of evidence says of its claim.
type testimony struct {
	stance  string
	date    graph.Date
	count   graph.Count
	content string
}

func stanceOf(e graph.Evidence) string {
	switch {
	case e.ContradictedByBody:
		return stanceHeadline
	case e.Polarity != graph.Affirmed:
		return stanceDenied
	case e.Modality == graph.Alleged:
		return stanceAlleged
	case e.Modality != graph.Asserted && e.Modality != graph.Reported:
		return stanceHypothetical
	case len(e.Speakers) > 0:
		return stanceAttributed
	}
	return stanceAsserted
}

// status sums the stances up in the word that analysts filter by. A headline
// that its own article reverses counts only when there is nothing else; a denial
// against an affirmation makes a dispute.
func (t tally) status() string {
	affirmed := t.stances[stanceAsserted] || t.stances[stanceAttributed] || t.stances[stanceAlleged]
	switch {
	case t.reference:
		return statusReference
	case t.withdrawn:
		return statusWithdrawn
	case affirmed && t.stances[stanceDenied]:
		return "disputed"
	case t.stances[stanceAsserted]:
		return "asserted"
	case t.stances[stanceAttributed]:
		return "attributed"
	case t.stances[stanceAlleged]:
		return "alleged"
	case t.stances[stanceDenied]:
		return "denied"
	case t.stances[stanceHypothetical]:
		return "planned"
	}
	return "headline"
}

// The statuses of claims that no article makes now.
const (
	statusWithdrawn = "withdrawn"
	statusReference = "reference"
)

// add takes one more piece of evidence in, apart from whom it comes from.
func (t *tally) add(m testimony) {
	if t.stances == nil {
		t.stances = map[string]bool{}
	}
	t.stances[m.stance] = true
	t.date = joinDates(t.date, m.date)
	t.count = joinCounts(t.count, m.count)
	t.content = leastKnown(t.content, m.content)
}

// join adds up two tallies of different articles; origins counts those of other
// that t does not have.
func (t tally) join(other tally, origins int64) tally {
	out := t
	out.articles += other.articles
	out.origins += origins
	out.first = leastKnown(t.first, other.first)
	out.last = max(t.last, other.last)
	out.date = joinDates(t.date, other.date)
	out.count = joinCounts(t.count, other.count)
	out.content = leastKnown(t.content, other.content)
	out.stances = map[string]bool{}
	maps.Copy(out.stances, t.stances)
	maps.Copy(out.stances, other.stances)
	return out
}

var precisions = []graph.Precision{graph.Day, graph.Week, graph.Month, graph.Year, graph.Span}

// joinDates keeps the more precise date, of two equally precise the earlier.
func joinDates(a, b graph.Date) graph.Date {
	if b.IsZero() {
		return a
	}
	if a.IsZero() {
		return b
	}
	rank := func(d graph.Date) int {
		if i := slices.Index(precisions, d.Precision); i >= 0 {
			return i
		}
		return len(precisions)
	}
	if cmp.Or(cmp.Compare(rank(b), rank(a)), cmp.Compare(b.From, a.From), cmp.Compare(b.To, a.To), cmp.Compare(b.Precision, a.Precision)) < 0 {
		return b
	}
	return a
}

// joinCounts returns the range that holds both counts. A qualifier stays if the
// count it belongs to spans that range.
func joinCounts(a, b graph.Count) graph.Count {
	if a.IsZero() {
		return b
	}
	if b.IsZero() {
		return a
	}
	out := graph.Count{Min: min(a.Min, b.Min), Max: max(a.Max, b.Max), Unit: leastKnown(a.Unit, b.Unit)}
	if a.Max == -1 || b.Max == -1 {
		out.Max = -1
	}
	for _, c := range []graph.Count{a, b} {
		if c.Min == out.Min && c.Max == out.Max {
			out.Qualifier = leastKnown(out.Qualifier, c.Qualifier)
		}
	}
	return out
}

// row holds the tally as properties of the claim.
func (t tally) row() row {
	props := row{
		"articles": t.articles, "origins": t.origins, "status": t.status(),
		"firstReported": orNil(t.first), "lastReported": orNil(t.last), "content": orNil(t.content),
		"stances": slices.Sorted(maps.Keys(t.stances)),
	}
	maps.Copy(props, dateRow(t.date))
	maps.Copy(props, countRow(t.count))
	return props
}

func dateRow(d graph.Date) row {
	if d.IsZero() {
		d = graph.Date{}
	}
	return row{"date": orNil(d.From), "dateTo": orNil(d.To), "datePrecision": orNil(string(d.Precision))}
}

func countRow(c graph.Count) row {
	r := row{"countMin": nil, "countMax": nil, "countQualifier": orNil(c.Qualifier), "countUnit": orNil(c.Unit)}
	if !c.IsZero() {
		r["countMin"], r["countMax"] = c.Min, c.Max
	}
	return r
}

// tallyFrom reads a claim's properties back.
func tallyFrom(props map[string]any) tally {
	t := tally{date: dateFrom(props), count: countFrom(props), stances: map[string]bool{}}
	t.articles, _ = props["articles"].(int64)
	t.origins, _ = props["origins"].(int64)
	t.first, _ = props["firstReported"].(string)
	t.last, _ = props["lastReported"].(string)
	t.content, _ = props["content"].(string)
	for _, s := range stringList(props["stances"]) {
		t.stances[s] = true
	}
	t.withdrawn = props["status"] == statusWithdrawn
	t.reference = props["status"] == statusReference
	return t
}

// testimonyFrom reads an evidence's properties back.
func testimonyFrom(props map[string]any) testimony {
	text := func(key string) string {
		s, _ := props[key].(string)
		return s
	}
	e := graph.Evidence{
		Polarity: graph.Polarity(text("polarity")), Modality: graph.Modality(text("modality")),
		Speakers: stringList(props["speakers"]),
	}
	e.ContradictedByBody, _ = props["contradictedByBody"].(bool)
	return testimony{stance: stanceOf(e), date: dateFrom(props), count: countFrom(props), content: text("content")}
}

func dateFrom(props map[string]any) graph.Date {
	from, _ := props["date"].(string)
	to, _ := props["dateTo"].(string)
	precision, _ := props["datePrecision"].(string)
	return graph.Date{From: from, To: to, Precision: graph.Precision(precision)}
}

func countFrom(props map[string]any) graph.Count {
	var c graph.Count
	c.Min, _ = props["countMin"].(int64)
	c.Max, _ = props["countMax"].(int64)
	c.Qualifier, _ = props["countQualifier"].(string)
	c.Unit, _ = props["countUnit"].(string)
	return c
}

// An account is a tally in the making: it knows whom the evidence comes from.
type account struct {
	tally
	sources map[string]bool // articles
	words   map[string]bool // origins
}

func newAccount() *account {
	return &account{sources: map[string]bool{}, words: map[string]bool{}}
}

// take adds evidence from a sentence with the given origin in an article
// published at the given time.
func (a *account) take(article, origin, published string, m testimony) {
	a.add(m)
	a.sources[article], a.words[origin] = true, true
	a.articles, a.origins = int64(len(a.sources)), int64(len(a.words))
	a.first = leastKnown(a.first, published)
	a.last = max(a.last, published)
}
