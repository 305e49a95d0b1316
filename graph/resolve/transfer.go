package resolve

import (
	"cmp"
	"maps"
	"slices"
)

// anyArms is the root of all goods: a transfer of "weapons" is of no kind in
// particular.
const anyArms = "weapon:weapon"

// transfers joins reports of transfers between two parties: by direction and
// goods. Goods and the only kind of them that is told of are one: short-range
// ballistic missiles and ballistic missiles, but not two systems of missiles.
func (b *block) transfers() {
	directed := map[string][]*Report{} // giver -> reports
	var between []*Report
	for i := range b.reports {
		r := &b.reports[i]
		if r.Undirected {
			between = append(between, r)
		} else {
			directed[r.Who[0]] = append(directed[r.Who[0]], r)
		}
	}
	for _, giver := range slices.Sorted(maps.Keys(directed)) {
		b.byGoods(directed[giver])
	}
	known := slices.Clone(b.clusters)
	var rest []*Report
	for _, r := range between {
		var fit []*cluster
		for _, c := range known {
			if akin(c, r) {
				fit = append(fit, c)
			}
		}
		if len(fit) == 1 {
			fit[0].add(r, "only-direction", "the only direction in which these goods are reported to go")
			continue
		}
		rest = append(rest, r)
	}
	byGoods := map[string]*cluster{}
	for _, r := range rest {
		c := byGoods[r.Goods[0]]
		if c == nil {
			c = b.open(slugs(r.Who, "+") + ":" + slug(r.Goods[0]))
			c.who, c.goods = r.Who, r.Goods[0]
			byGoods[r.Goods[0]] = c
		}
		c.add(r, "same-transfer", "same parties and goods, direction not told")
		c.name = label(c.reports, r.Goods[:1]) + " transfers between " + label(c.reports, r.Who[:1]) + " and " + label(c.reports, r.Who[1:])
		for _, o := range known {
			if akin(o, r) {
				b.maybe(c, o, 0.5, "same parties and goods, direction not told")
			}
		}
	}
}

// akin reports whether a transfer between two parties may be of a directed one's
// goods.
func akin(c *cluster, r *Report) bool {
	if c.goods == r.Goods[0] {
		return true
	}
	if c.goods == anyArms || r.Goods[0] == anyArms {
		return false
	}
	return slices.Contains(r.Goods, c.goods) || slices.ContainsFunc(c.reports, func(m *Report) bool { return slices.Contains(m.Goods, r.Goods[0]) })
}

// byGoods splits the reports of one direction by what goes.
func (b *block) byGoods(reports []*Report) {
	lines := map[string][]string{} // goods -> themselves and the kinds they belong to
	for _, r := range reports {
		lines[r.Goods[0]] = r.Goods
	}
	// chain joins goods that are a kind of each other, as long as there is only
	// one way down: of two systems, neither is "the missile".
	s := newSets()
	for _, g := range slices.Sorted(maps.Keys(lines)) {
		s.find(g)
		if g == anyArms {
			continue
		}
		var below []string
		for other, line := range lines {
			if other != g && slices.Contains(line, g) {
				below = append(below, other)
			}
		}
		if chained(below, lines) {
			for _, o := range below {
				s.union(g, o)
			}
		}
	}
	things := map[string][]*Report{}
	for _, r := range reports {
		head := s.find(r.Goods[0])
		things[head] = append(things[head], r)
	}
	made := map[string]*cluster{}
	for _, head := range slices.Sorted(maps.Keys(things)) {
		list := things[head]
		goods := usual(list)
		c := b.open(slugs(list[0].Who, "+") + ">" + slugs(list[0].Whom, "+") + ":" + slug(goods))
		c.who, c.whom, c.goods = list[0].Who, list[0].Whom, goods
		for _, r := range list {
			if r.Goods[0] == goods {
				c.add(r, "same-transfer", "same giver, taker and goods")
			} else {
				c.add(r, "same-goods", "same giver and taker, and "+label([]*Report{r}, r.Goods[:1])+" is of one kind with the goods")
			}
		}
		c.name = label(c.reports, []string{goods}) + " transfer from " + label(c.reports, c.who) + " to " + label(c.reports, c.whom)
		made[head] = c
	}
	for g, line := range lines {
		for _, wider := range line[1:] {
			if lines[wider] != nil && wider != anyArms && made[s.find(g)] != made[s.find(wider)] {
				b.maybe(made[s.find(g)], made[s.find(wider)], 0.5, "same giver and taker, one kind of goods")
			}
		}
	}
}

// chained reports whether of any two goods one is a kind of the other.
func chained(goods []string, lines map[string][]string) bool {
	for i, a := range goods {
		for _, b := range goods[:i] {
			if !slices.Contains(lines[a], b) && !slices.Contains(lines[b], a) {
				return false
			}
		}
	}
	return true
}

// usual returns the goods that most articles name; of several, those of the
// widest kind, then the least id.
func usual(reports []*Report) string {
	articles := map[string]map[string]bool{}
	depth := map[string]int{}
	for _, r := range reports {
		g := r.Goods[0]
		if articles[g] == nil {
			articles[g] = map[string]bool{}
		}
		articles[g][r.Article] = true
		depth[g] = len(r.Goods)
	}
	goods := slices.Collect(maps.Keys(articles))
	return slices.MinFunc(goods, func(x, y string) int {
		return cmp.Or(cmp.Compare(len(articles[y]), len(articles[x])), cmp.Compare(depth[x], depth[y]), cmp.Compare(x, y))
	})
}
