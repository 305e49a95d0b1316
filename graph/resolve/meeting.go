package resolve

import (
	"cmp"
	"fmt"
	"slices"
)

// How far apart two reports may date one meeting: a day for night flights and
// time zones; three when both name the place, for the same two do not meet there
// twice in so short a time.
const (
	meetingSlack      = 1
	meetingSlackPlace = 3
)

// meetings joins reports of meetings of the same participants.
func (b *block) meetings() {
	var exact, loose []*Report
	for i := range b.reports {
		if r := &b.reports[i]; r.day() != "" {
			exact = append(exact, r)
		} else {
			loose = append(loose, r)
		}
	}
	slices.SortFunc(exact, func(x, y *Report) int {
		return cmp.Or(cmp.Compare(x.day(), y.day()), cmp.Compare(x.Place, y.Place), cmp.Compare(x.ID, y.ID))
	})
	var c *cluster
	place := ""
	for _, r := range exact {
		if c != nil {
			gap := daysBetween(c.date.From, r.day())
			samePlace := place != "" && place == r.Place
			switch {
			case gap == 0 && (samePlace || place == "" || r.Place == "" || lie(place, r.Place)),
				gap <= meetingSlack && (samePlace || place == "" || r.Place == ""),
				gap <= meetingSlackPlace && samePlace:
				c.add(r, "same-meeting", fmt.Sprintf("same participants within %d days, place not otherwise", max(gap, meetingSlack)))
				place = cmp.Or(place, r.Place)
				continue
			case gap <= meetingSlackPlace:
				old := c
				c = b.meeting(r, "same-meeting", "the first report of it")
				b.maybe(old, c, 0.6, "same participants %d days apart", gap)
				place = r.Place
				continue
			}
		}
		c = b.meeting(r, "same-meeting", "the first report of it")
		place = r.Place
	}
	known := slices.Clone(b.clusters)
	var rest []*Report
	hints := map[*Report][]*cluster{}
	joins := map[*Report]*cluster{}
	for _, r := range loose {
		var fit []*cluster
		if w := r.window(); w.bounded() || r.Partial != "" {
			for _, c := range known {
				if w.holds(c.date.From) && fits(r.Partial, c.date.From, meetingSlack) {
					fit = append(fit, c)
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
			c.add(r, "only-meeting", fmt.Sprintf("the only meeting of these that fits its time, on %s", c.date.From))
		}
	}
	groups := together(rest, func(r *Report) []string {
		if r.Date.IsZero() && r.Partial == "" {
			return nil
		}
		return []string{r.Date.From + "|" + r.Date.To + "|" + r.Partial}
	})
	for _, g := range groups {
		rule, reason := why(g, "same-time", "same participants, same time")
		c := b.meeting(g[0], rule, reason)
		for _, r := range g[1:] {
			c.add(r, rule, reason)
		}
		if c.date.IsZero() {
			c.slug = slugs(c.who, "+") + "/" + when(c.date, c.least())
		}
		b.hint(c, g, hints)
	}
}

// lie reports whether two place ids can name one place: a city and the state it
// is in are not told apart here, two cities are.
func lie(a, b string) bool {
	return a == b || isState(a) != isState(b)
}

func isState(id string) bool { return len(id) > 6 && id[:6] == "state:" }

func (b *block) meeting(r *Report, rule, reason string) *cluster {
	c := b.open(slugs(r.Who, "+") + "/" + when(r.Date, r.ID))
	c.who, c.date = r.Who, r.Date
	c.add(r, rule, reason)
	c.name = "meeting of " + label(c.reports, r.Who[:1]) + " and " + label(c.reports, r.Who[1:]) + dated(r.Date)
	return c
}
