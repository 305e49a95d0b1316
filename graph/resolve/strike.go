package resolve

import (
	"fmt"
	"slices"
	"strings"

	"dossier/graph"
)

// strikes joins reports of strikes on one place. What a day sees of strikes by
// one attacker on one place is one thing. A report without a day joins the only
// strike that its time allows; of several, the one whose numbers it repeats.
func (b *block) strikes() {
	place := b.reports[0].Whom[:1]
	days := map[string]map[string]*cluster{} // day -> attacker -> strike
	var loose []*Report
	// Attackers known first, so that a report that names none can join them.
	for pass := range 2 {
		for i := range b.reports {
			r := &b.reports[i]
			day := r.day()
			if day == "" {
				if pass == 0 {
					loose = append(loose, r)
				}
				continue
			}
			if (len(r.Who) == 0) == (pass == 0) {
				continue
			}
			if days[day] == nil {
				days[day] = map[string]*cluster{}
			}
			by := strings.Join(r.Who, "+")
			rule, reason := "same-strike", fmt.Sprintf("same attacker and place on %s", day)
			if pass == 1 && len(days[day]) == 1 && days[day][""] == nil {
				for who := range days[day] {
					by, rule, reason = who, "only-attacker", fmt.Sprintf("the only attacker of this place on %s", day)
				}
			}
			c := days[day][by]
			if c == nil {
				c = b.strike(r.Who, place, oneDay(day))
				days[day][by] = c
			}
			c.add(r, rule, reason)
		}
	}
	dated := slices.Clone(b.clusters)
	var rest []*Report
	joins := map[*Report]*cluster{}
	hints := map[*Report][]*cluster{}
	for _, r := range loose {
		w := r.window()
		var candidates, agreeing []*cluster
		if w.bounded() || r.Partial != "" {
			for _, c := range dated {
				if w.holds(c.date.From) && fits(r.Partial, c.date.From, 0) && sameActors(c.who, r.Who) {
					same, apart := c.agrees(r)
					if apart && !same {
						hints[r] = append(hints[r], c)
						continue
					}
					candidates = append(candidates, c)
					if same {
						agreeing = append(agreeing, c)
					}
				}
			}
		}
		switch {
		case len(candidates) == 1 && len(hints[r]) == 0, len(agreeing) == 1:
			joins[r] = append(agreeing, candidates...)[0]
			delete(hints, r)
		default:
			hints[r] = append(hints[r], candidates...)
			rest = append(rest, r)
		}
	}
	for _, r := range loose {
		if c := joins[r]; c != nil {
			rule, reason := "only-strike", fmt.Sprintf("the only strike on this place that fits its time, on %s", c.date.From)
			if same, _ := c.agrees(r); same {
				rule, reason = "same-numbers", fmt.Sprintf("same place, time and numbers as the strike on %s", c.date.From)
			}
			c.add(r, rule, reason)
		}
	}
	b.looseStrikes(rest, place, hints)
	for _, c := range b.clusters {
		c.title()
	}
}

// looseStrikes joins those reports that no dated strike takes in: same attacker,
// overlapping times, the same numbers.
func (b *block) looseStrikes(rest []*Report, place []string, hints map[*Report][]*cluster) {
	groups := together(rest, func(r *Report) []string {
		w := r.window()
		if !w.bounded() || len(r.Who) == 0 {
			return nil
		}
		var keys []string
		for i, n := range []*graph.Count{r.Killed, r.Injured} {
			if n != nil {
				keys = append(keys, fmt.Sprintf("%s|%d|%s", strings.Join(r.Who, "+"), i, n.Range()))
			}
		}
		return keys
	})
	for _, g := range groups {
		_, ok := compatible(g, 0)
		for i := 1; i < len(g) && ok; i++ {
			_, apart := numbers(*g[0], *g[i])
			ok = !apart
		}
		if ok && len(g) > 1 {
			c := b.strike(g[0].Who, place, g[0].Date)
			rule, reason := why(g, "same-numbers", "same attacker, place and numbers at the same time")
			for _, r := range g {
				c.add(r, rule, reason)
				c.date = common(c.date, r.Date)
			}
			c.slug = slugs(c.who, "+") + "/" + slugs(place, "+") + "/" + when(c.date, c.least())
			b.hint(c, g, hints)
			continue
		}
		var alone []*cluster
		for _, r := range g {
			c := b.strike(r.Who, place, r.Date)
			c.slug = orUnknown(slugs(r.Who, "+")) + "/" + slugs(place, "+") + "/" + when(r.Date, r.ID)
			c.add(r, "alone", "no other report is certainly of the same strike")
			b.hint(c, []*Report{r}, hints)
			for _, o := range alone[max(0, len(alone)-3):] {
				b.maybe(c, o, 0.4, "same numbers, other times")
			}
			alone = append(alone, c)
		}
	}
}

// hint suggests the things that reports could have joined.
func (b *block) hint(c *cluster, reports []*Report, hints map[*Report][]*cluster) {
	for _, r := range reports {
		list := hints[r]
		if len(list) > 3 {
			continue // "one of many" helps nobody
		}
		for _, o := range list {
			same, apart := o.agrees(r)
			score := 0.6
			if same {
				score = 0.8
			}
			if apart {
				score = 0.3
			}
			b.maybe(c, o, score, "same place, and the time allows it")
		}
	}
}

func (b *block) strike(who, place []string, date graph.Date) *cluster {
	c := b.open(orUnknown(slugs(who, "+")) + "/" + slugs(place, "+") + "/" + when(date, ""))
	c.who, c.whom, c.date = who, place, date
	return c
}

// title names a strike after who struck what, when.
func (c *cluster) title() {
	name := "strike on " + label(c.reports, c.whom)
	if len(c.who) > 0 {
		name = label(c.reports, c.who) + " strike on " + label(c.reports, c.whom)
	}
	c.name = name + dated(c.date)
}

func dated(d graph.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.From == d.To:
		return ", " + d.From
	}
	return ", " + d.From + " to " + d.To
}

// when is the date in an id.
func when(d graph.Date, least string) string {
	switch {
	case d.IsZero():
		return undated(least)
	case d.From == d.To:
		return d.From
	}
	return d.From + "--" + d.To
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}

// common is the narrower of two dates; of two equally wide the earlier.
func common(a, b graph.Date) graph.Date {
	switch {
	case a.IsZero():
		return b
	case b.IsZero():
		return a
	}
	wa, wb := daysBetween(a.From, a.To), daysBetween(b.From, b.To)
	if wb < wa || wb == wa && b.From < a.From {
		return b
	}
	return a
}

// sameActors reports whether two may name the same actors: one names none, or
// they have one in common.
func sameActors(a, b []string) bool {
	return len(a) == 0 || len(b) == 0 || shared(a, b) > 0
}
