package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
)

// A deal is a transfer as its id tells of it: "kp>ru:ballistic-missile",
// "kp+ru:weapon", with "?" for an unknown side.
type deal struct {
	giver, taker string // entity ids; empty for unknown
	both         []string
	goods        string
	rule         string
}

func (d deal) whole() bool { return d.giver != "" && d.taker != "" }

// transfers makes a report of every transfer. A side that a phrase leaves out is
// filled from the rest of the article where that allows only one reading.
func (s *separator) transfers() {
	deals := map[string]*deal{}
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		if s.entities[id].Label == "Transfer" && strings.Contains(id, s.d.Article.ID) {
			if d := s.deal(id); d != nil {
				deals[id] = d
			}
		}
	}
	ids := slices.Sorted(maps.Keys(deals))
	whole := map[[3]string]bool{} // of those known from the beginning
	for _, d := range deals {
		if d.whole() && s.affirmedDeal(d) {
			whole[[3]string{d.giver, d.taker, d.goods}] = true
		}
	}
	filled := map[string]deal{}
	for _, id := range ids {
		d := *deals[id]
		if d.whole() {
			continue
		}
		fits := map[[2]string][]string{} // sides -> goods
		for w := range whole {
			if s.comparable(w[2], d.goods) && d.allows(w[0], w[1]) {
				fits[[2]string{w[0], w[1]}] = append(fits[[2]string{w[0], w[1]}], w[2])
			}
		}
		if len(fits) == 0 && len(d.both) == 0 {
			// "the export by one and the purchase by another"
			for _, o := range deals {
				if len(o.both) > 0 || o.whole() || !s.comparable(o.goods, d.goods) {
					continue
				}
				switch {
				case d.giver == o.taker && d.giver != "" || d.taker == o.giver && d.taker != "":
					// Nobody sells to himself.
				case d.giver != "" && o.taker != "" && o.giver == "" && d.taker == "":
					fits[[2]string{d.giver, o.taker}] = append(fits[[2]string{d.giver, o.taker}], o.goods)
				case d.taker != "" && o.giver != "" && o.taker == "" && d.giver == "":
					fits[[2]string{o.giver, d.taker}] = append(fits[[2]string{o.giver, d.taker}], o.goods)
				}
			}
		}
		if len(fits) != 1 {
			continue
		}
		for sides, goods := range fits {
			d.giver, d.taker, d.both, d.rule = sides[0], sides[1], nil, "rest-of-article"
			d.goods = s.narrowed(d.goods, goods)
		}
		filled[id] = d
	}
	for _, id := range ids {
		d := *deals[id]
		if f, ok := filled[id]; ok {
			d = f
		}
		r := s.report(Transfer, id)
		r.Goods, r.Rule = s.kinds(d.goods), d.rule
		switch {
		case len(d.both) == 2:
			r.Who, r.Undirected = d.both, true
		case d.whole():
			r.Who, r.Whom = []string{d.giver}, []string{d.taker}
		default:
			r.Goods = nil // unknown sides: comparable with nothing
		}
		s.keep(r)
	}
}

// narrowed returns the goods that a phrase for a wider kind means: the widest of
// those that the article tells of, if all of these are of one kind.
func (s *separator) narrowed(goods string, told []string) string {
	best := ""
	for _, g := range told {
		switch {
		case g == goods: // "missile deliveries" in the headline says no less
		case !s.wider(goods, g):
			return goods
		case best == "" || s.wider(g, best):
			best = g
		case g != best && !s.wider(best, g):
			return goods
		}
	}
	return cmp.Or(best, goods)
}

func (d deal) allows(giver, taker string) bool {
	if len(d.both) == 2 {
		return slices.Contains(d.both, giver) && slices.Contains(d.both, taker)
	}
	return giver != taker && (d.giver == "" || d.giver == giver) && (d.taker == "" || d.taker == taker)
}

// affirmedDeal reports whether the article tells of a deal as of more than a
// headline that it contradicts.
func (s *separator) affirmedDeal(d *deal) bool {
	for _, id := range s.order {
		c := s.claims[id]
		if giver, taker := parties(c); giver == d.giver && taker == d.taker && c.Object == d.goods && !s.happened(id) {
			return false
		}
	}
	return true
}

// deal reads a transfer's id.
func (s *separator) deal(id string) *deal {
	words := id[strings.LastIndexByte(id, '/')+1:]
	sides, goods, ok := strings.Cut(words, ":")
	if i := strings.Index(id, s.d.Article.ID+"/"); i >= 0 {
		sides, goods, ok = strings.Cut(id[i+len(s.d.Article.ID)+1:], ":")
	}
	if !ok {
		return nil
	}
	d := &deal{goods: s.bySlug(goods, "Weapon", "Technology", "Aid")}
	if d.goods == "" {
		if goods != "weapon" {
			return nil
		}
		d.goods = anyArms
	}
	if giver, taker, ok := strings.Cut(sides, ">"); ok {
		d.giver, d.taker = s.bySlug(giver, "State", "Organization", "Person", "Place"), s.bySlug(taker, "State", "Organization", "Person", "Place")
		return d
	}
	if a, b, ok := strings.Cut(sides, "+"); ok {
		if x, y := s.bySlug(a, "State", "Organization", "Person"), s.bySlug(b, "State", "Organization", "Person"); x != "" && y != "" && x != y {
			d.both = sorted([]string{x, y})
			return d
		}
	}
	return nil
}

// bySlug finds the entity of the document that a part of a transfer's id means.
func (s *separator) bySlug(part string, labels ...string) string {
	var found string
	for id, e := range s.entities {
		if slug(id) == part && s.o.Is(e.Label, labels...) && (found == "" || id < found) {
			found = id
		}
	}
	return found
}

// parties are both sides of a transfer, as far as its id tells.
func (s *separator) parties(transfer string) []string {
	d := s.deal(transfer)
	if d == nil {
		return nil
	}
	return append([]string{d.giver, d.taker}, d.both...)
}

// kinds lists goods and the kinds they belong to, as far as the document knows.
func (s *separator) kinds(goods string) []string {
	var out []string
	for id := goods; id != "" && !slices.Contains(out, id); {
		out = append(out, id)
		e := s.entities[id]
		if e == nil {
			break
		}
		id = e.Parent
	}
	return out
}

// wider reports whether goods are a kind of others.
func (s *separator) wider(wide, narrow string) bool {
	return narrow != wide && slices.Contains(s.kinds(narrow), wide) || wide == anyArms && narrow != anyArms
}

func (s *separator) comparable(a, b string) bool {
	return a == b || s.wider(a, b) || s.wider(b, a)
}

// parties of a claim about goods that go from one to another; empty where the
// claim does not tell.
func parties(c *graph.Claim) (giver, taker string) {
	switch c.Relation {
	case "SUPPLIED":
		return c.Subject, c.Roles["recipient"]
	case "PROCURED":
		return c.Roles["from"], c.Subject
	}
	return "", ""
}

// deny makes evidence of what a denial covers. Who denies "any arms deals" with
// a partner denies what the article says of missiles between the two, and who
// denies buying weapons denies buying missiles.
func (s *separator) deny() {
	for _, id := range slices.Clone(s.order) {
		c := s.claims[id]
		for _, i := range slices.Clone(s.evidence[id]) {
			e := s.d.Evidence[i]
			switch {
			case c.Relation == "DENIED" && len(c.About) == 0 && e.Polarity == graph.Affirmed:
				goods, others := s.denied(e, c.Subject)
				for _, covered := range s.covered(c.Subject, others, goods) {
					c.About = append(c.About, covered)
					s.refute(covered, e, c.Subject)
					s.refute(s.inverse(covered), e, c.Subject)
				}
			case e.Polarity == graph.Denied && len(e.Speakers) > 0:
				giver, taker := parties(c)
				if giver == "" || taker == "" {
					continue
				}
				for _, covered := range s.covered(giver, []string{taker}, []string{c.Object}) {
					if s.wider(c.Object, s.claims[covered].Object) || covered != id && c.Object == s.claims[covered].Object {
						s.refute(covered, e, e.Speakers[0])
						s.refute(s.inverse(covered), e, e.Speakers[0])
					}
				}
			}
		}
	}
}

// denied reads a denial: which goods its sentence names, and which other states.
func (s *separator) denied(e graph.Evidence, who string) (goods, others []string) {
	for _, m := range s.mentions[e.Sentence] {
		switch x := s.entities[m.Entity]; {
		case x == nil:
		case s.o.Is(x.Label, "Weapon") && m.Start >= e.Start:
			goods = append(goods, m.Entity)
		case x.Label == "State" && m.Entity != who:
			others = append(others, m.Entity)
		}
	}
	return goods, others
}

// covered are the claims of the article, affirmed in it, that goods of one kind
// went between one and one of the others.
func (s *separator) covered(one string, others, goods []string) []string {
	var out []string
	for _, id := range s.order {
		c := s.claims[id]
		giver, taker := parties(c)
		if giver == "" || taker == "" || !(giver == one && slices.Contains(others, taker) || taker == one && slices.Contains(others, giver)) {
			continue
		}
		if !slices.ContainsFunc(goods, func(g string) bool { return g == c.Object || s.wider(g, c.Object) }) {
			continue
		}
		if slices.ContainsFunc(s.evidence[id], func(i int) bool {
			e := &s.d.Evidence[i]
			return e.Polarity == graph.Affirmed && !e.ContradictedByBody && e.Modality != graph.Planned && e.Modality != graph.Conditional && e.Modality != graph.Questioned
		}) {
			out = append(out, id)
		}
	}
	return out
}

// inverse returns the claim that tells of the same goods from the other side:
// what one supplied another procured. It makes the claim if the article does not.
func (s *separator) inverse(claim string) string {
	c := s.claims[claim]
	giver, taker := parties(c)
	x := &graph.Claim{Relation: "SUPPLIED", Subject: giver, Object: c.Object, Roles: map[string]string{"recipient": taker}}
	if c.Relation == "SUPPLIED" {
		x = &graph.Claim{Relation: "PROCURED", Subject: taker, Object: c.Object, Roles: map[string]string{"from": giver}}
	}
	if err := s.o.Validate(*x, func(id string) string { return s.entities[id].Label }); err != nil {
		return claim // a place can receive but not procure
	}
	for _, id := range s.order {
		if o := s.claims[id]; o.Relation == x.Relation && o.Subject == x.Subject && o.Object == x.Object && o.Roles["recipient"] == x.Roles["recipient"] && o.Roles["from"] == x.Roles["from"] {
			return id
		}
	}
	if t := c.Roles["transfer"]; t != "" {
		x.Roles["transfer"] = t
	}
	x.Identify(s.o)
	s.claims[x.ID] = x
	s.order = append(s.order, x.ID)
	return x.ID
}

// refute adds somebody's denial of a claim, in the words of a wider one.
func (s *separator) refute(claim string, e graph.Evidence, who string) {
	for _, i := range s.evidence[claim] {
		if o := &s.d.Evidence[i]; o.Sentence == e.Sentence && o.Polarity == graph.Denied && len(o.Speakers) > 0 && o.Speakers[0] == who {
			return
		}
	}
	e.Claim, e.Polarity, e.Modality, e.Speakers = claim, graph.Denied, graph.Asserted, []string{who}
	e.Rule = "denial-covers:" + slug(who)
	e.ContradictedByBody = false
	s.evidence[claim] = append(s.evidence[claim], len(s.d.Evidence))
	s.d.Evidence = append(s.d.Evidence, e)
}
