package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A statement that is issued in the evening is news the next day, on another
// continent and in another paper's "Wednesday": reports of one may be a day
// apart.
const statementSlack = 1

// statements joins reports of statements: of one time, by some of the same, about
// the same.
func (b *block) statements() {
	var exact, loose []*Report
	for i := range b.reports {
		if r := &b.reports[i]; r.day() != "" {
			exact = append(exact, r)
		} else {
			loose = append(loose, r)
		}
	}
	for _, g := range together(exact, func(r *Report) []string {
		return keysOf(r, []string{r.day(), addDays(r.day(), statementSlack)})
	}) {
		slices.SortFunc(g, func(x, y *Report) int { return cmp.Or(cmp.Compare(x.day(), y.day()), cmp.Compare(x.ID, y.ID)) })
		if daysBetween(g[0].day(), g[len(g)-1].day()) > 2*statementSlack {
			// A chain of days: reports of several statements hold each other's hands.
			var before *cluster
			for _, exactly := range together(g, func(r *Report) []string { return keysOf(r, []string{r.day()}) }) {
				c := b.statement(exactly, "same-day", "same day, signatories and subject")
				if before != nil {
					b.maybe(before, c, 0.5, "same signatories and subject some days apart")
				}
				before = c
			}
			continue
		}
		b.statement(g, "same-statement", "same time, some of the same signatories, same subject")
	}
	dated := slices.Clone(b.clusters)
	keyed := map[string][]*cluster{}
	for _, c := range dated {
		seen := map[string]bool{}
		for _, r := range c.reports {
			for _, k := range keysOf(r, []string{""}) {
				if !seen[k] {
					seen[k] = true
					keyed[k] = append(keyed[k], c)
				}
			}
		}
	}
	var rest []*Report
	hints := map[*Report][]*cluster{}
	joins := map[*Report]*cluster{}
	for _, r := range loose {
		w := r.window()
		var fit []*cluster
		if w.bounded() || r.Partial != "" {
			for _, k := range keysOf(r, []string{""}) {
				for _, c := range keyed[k] {
					if !slices.Contains(fit, c) && (w.holds(c.date.From) || w.holds(c.date.To)) && fits(r.Partial, c.date.From, statementSlack) {
						fit = append(fit, c)
					}
				}
			}
		}
		if len(fit) == 1 {
			joins[r] = fit[0]
			continue
		}
		hints[r] = fit
		rest = append(rest, r)
	}
	for _, r := range loose {
		if c := joins[r]; c != nil {
			c.add(r, "only-statement", fmt.Sprintf("the only statement by some of these on this subject that fits its time, of %s", c.date.From))
		}
	}
	for _, g := range together(rest, func(r *Report) []string {
		if !strings.HasSuffix(r.Block(), "|joint") || len(r.Whom) < 2 {
			return nil // without a date, a statement of one or on one says too little
		}
		return keysOf(r, []string{""})
	}) {
		if _, ok := compatible(g, statementSlack); ok {
			b.hint(b.statement(g, "same-signatories", "same subject, some of the same signatories, no date against it"), g, hints)
			continue
		}
		var alone []*cluster
		for _, r := range g {
			c := b.statement([]*Report{r}, "alone", "no other report is certainly of the same statement")
			b.hint(c, []*Report{r}, hints)
			for _, o := range alone[max(0, len(alone)-3):] {
				b.maybe(o, c, 0.5, "same subject, some of the same signatories, other dates")
			}
			alone = append(alone, c)
		}
	}
}

// keysOf are the keys that reports of one statement have in common: two of those
// it is about (or the only one, or none) with one of those who made it, on one
// of the days.
func keysOf(r *Report, days []string) []string {
	var about []string
	switch n := len(r.Whom); n {
	case 0:
		about = []string{"-"}
	case 1:
		about = []string{r.Whom[0]}
	default:
		for i, x := range r.Whom {
			for _, y := range r.Whom[:i] {
				about = append(about, y+"+"+x)
			}
		}
	}
	var keys []string
	for _, day := range days {
		for _, a := range about {
			for _, who := range r.Who {
				keys = append(keys, day+"|"+a+"|"+who)
			}
		}
	}
	return keys
}

func (b *block) statement(g []*Report, rule, reason string) *cluster {
	c := b.open("")
	joint := false
	rule, reason = why(g, rule, reason)
	for _, r := range g {
		c.add(r, rule, reason)
		c.date = common(c.date, r.Date)
		joint = joint || strings.HasSuffix(b.name, "|joint")
	}
	kind, who := "statement", ""
	if joint {
		kind = "joint statement"
		c.slug = "joint"
	} else {
		who = " by " + label(c.reports, g[0].Who)
		c.slug = slugs(g[0].Who, "+")
	}
	c.slug += "/" + when(c.date, c.least())
	c.name = kind + who + dated(c.date)
	return c
}
