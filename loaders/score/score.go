package score

import (
	"slices"

	"dossier/loaders"
)

// Score compares what was read in the documents with their gold. It can be
// called concurrently.
func Score(docs []Document, names *Names) *Report {
	t := tally{
		names:     names,
		relations: make(map[string]*Measure),
		report:    Report{Polarities: make(map[string]map[string]int), Relations: []RelationMeasure{}, Unread: []string{}, Errors: []Error{}},
	}
	for _, d := range docs {
		t.add(d)
	}
	return t.sum()
}

// A tally is one call of Score.
type tally struct {
	names     *Names
	relations map[string]*Measure
	report    Report
}

func (t *tally) relation(rel string) *Measure {
	m := t.relations[rel]
	if m == nil {
		m = new(Measure)
		t.relations[rel] = m
	}
	return m
}

func (t *tally) add(d Document) {
	if d.Unread {
		t.report.Unread = append(t.report.Unread, d.Name)
	}
	var required []Gold
	for _, g := range d.Gold {
		if !g.Optional {
			required = append(required, g)
		}
	}
	candidates := make([][]int, len(d.Facts)) // for each fact, the gold it could be
	for j, p := range d.Facts {
		for i, g := range required {
			if t.names.matches(g, p) {
				candidates[j] = append(candidates[j], i)
			}
		}
	}
	owner := pair(candidates)

	var missed []Gold
	used := make([]bool, len(d.Facts))
	for i, g := range required {
		if j, ok := owner[i]; ok {
			used[j] = true
			t.relation(g.Rel).Found++
			t.compare(d, g, d.Facts[j])
		} else {
			t.relation(g.Rel).Missed++
			missed = append(missed, g)
		}
	}
	var wrong []loaders.Fact
	for j, p := range d.Facts {
		matches := func(g Gold) bool { return g.Optional && t.names.matches(g, p) }
		mirrors := func(g Gold) bool { return t.names.mirrors(g, p) }
		switch {
		case used[j]:
		case len(candidates[j]) > 0, slices.ContainsFunc(d.Gold, matches), slices.ContainsFunc(d.Gold, mirrors):
			t.report.Ignored++
		case t.names.restates(d.Gold, p):
			t.report.Ignored++
			t.report.Restated++
		default:
			t.relation(t.names.relation(p.Rel)).Wrong++
			wrong = append(wrong, p)
		}
	}
	t.entities(required, d.Facts)
	t.report.Errors = append(t.report.Errors, disagreements(d, missed, wrong)...)
}

// pair gives as many gold facts as can be a prediction of their own. Of several
// ways it takes the one that begins with the predictions of fewest candidates.
// The result leads from gold to prediction.
func pair(candidates [][]int) map[int]int {
	owner := make(map[int]int)
	var place func(j int, seen map[int]bool) bool
	place = func(j int, seen map[int]bool) bool {
		for _, i := range candidates[j] {
			if seen[i] {
				continue
			}
			seen[i] = true
			if k, taken := owner[i]; !taken || place(k, seen) {
				owner[i] = j
				return true
			}
		}
		return false
	}
	order := make([]int, len(candidates))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(candidates[a]) - len(candidates[b]) })
	for _, j := range order {
		place(j, make(map[int]bool))
	}
	return owner
}

// compare measures what a match does not depend on.
func (t *tally) compare(d Document, g Gold, p loaders.Fact) {
	for _, role := range []string{"recipient", "from", "target", "of"} {
		want, ok := g.Qualifiers[role]
		if !ok {
			continue
		}
		got := p.Qualifiers[role]
		t.report.Qualifiers.count(got != "" && (t.names.same(want, "State", got) || overlap(want, got) >= mostWords))
	}
	if p.Polarity != "" {
		t.report.Polarity.count(p.Polarity == g.Polarity)
		row := t.report.Polarities[g.Polarity]
		if row == nil {
			row = make(map[string]int)
			t.report.Polarities[g.Polarity] = row
		}
		row[p.Polarity]++
	}
	if p.AssertedBy != "" && g.AssertedBy != "" {
		t.report.Attribution.count(t.names.sameSpeaker(d.Gold, g.AssertedBy, p.AssertedBy))
	}
}

// entities looks for the named ends of the required facts anywhere in the
// predictions.
func (t *tally) entities(required []Gold, facts []loaders.Fact) {
	var texts []string
	for _, p := range facts {
		texts = append(texts, p.Head, p.Tail)
		for _, v := range p.Qualifiers {
			texts = append(texts, v)
		}
	}
	type key struct{ name, kind string }
	ends := make(map[key]slot) // a name that comes again brings its own alternatives
	for _, g := range required {
		for _, s := range []slot{g.head(), g.tail()} {
			if actor(s.kind) || s.kind == "Place" {
				ends[key{normalize(s.name), s.kind}] = s
			}
		}
	}
	for _, s := range ends {
		t.report.Entities.count(slices.ContainsFunc(texts, func(text string) bool { return t.names.fits(s, text) }))
	}
}
