package resolve

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
)

// A Thing is what one or more reports are of.
type Thing struct {
	ID      string // readable: "strike:ru/kharkiv/2024-01-02"
	Block   string
	Kind    Kind
	Name    string
	Date    graph.Date // zero when no report dates it
	Members []Member   // by report id

	// Giver and Taker are the parties of a transfer that has a direction.
	Giver, Taker string
}

// A Member is a report with the reason why it is of its thing.
type Member struct {
	Report string // Report.ID
	Rule   string // short and stable: "same-day"
	Reason string // a sentence for people
}

// A Suggestion says that two things may be one. A is less than B.
type Suggestion struct {
	A, B   string // Thing.IDs
	Reason string
	Score  float64 // 0 to 1; for sorting only
}

// A Judgement is somebody's word on whether two are the same. A and B are ids of
// reports or things.
type Judgement struct {
	A, B string
	Same bool
}

// Result is what a block resolves to. Both lists are sorted.
type Result struct {
	Things      []Thing
	Suggestions []Suggestion
}

// Resolve joins the reports of one block to things. The order of reports and
// judgements does not matter. Reports of several blocks may be given together;
// those without a block are left out: each of them is a thing of its own.
func Resolve(reports []Report, judgements []Judgement) Result {
	blocks := map[string][]Report{}
	for _, r := range reports {
		if b := r.Block(); b != "" {
			blocks[b] = append(blocks[b], r)
		}
	}
	var out Result
	for _, name := range slices.Sorted(maps.Keys(blocks)) {
		b := newBlock(name, blocks[name])
		switch b.reports[0].Kind {
		case Strike:
			b.strikes()
		case Meeting:
			b.meetings()
		case Transfer:
			b.transfers()
		case Statement:
			b.statements()
		}
		b.judge(judgements)
		things, suggestions := b.result()
		out.Things = append(out.Things, things...)
		out.Suggestions = append(out.Suggestions, suggestions...)
	}
	return out
}

// A block is a block in the making.
type block struct {
	name     string
	reports  []Report // by id
	clusters []*cluster
	near     []near
}

// cluster is a thing in the making.
type cluster struct {
	slug    string // what the id says, without the kind
	name    string
	date    graph.Date
	who     []string
	whom    []string
	goods   string
	members []Member
	reports []*Report
}

// near is a pair of clusters that may be one.
type near struct {
	a, b   *cluster
	reason string
	score  float64
}

func newBlock(name string, reports []Report) *block {
	reports = slices.Clone(reports)
	slices.SortFunc(reports, func(a, b Report) int { return cmp.Compare(a.ID, b.ID) })
	reports = slices.CompactFunc(reports, func(a, b Report) bool { return a.ID == b.ID })
	return &block{name: name, reports: reports}
}

func (b *block) open(slug string) *cluster {
	c := &cluster{slug: slug}
	b.clusters = append(b.clusters, c)
	return c
}

func (c *cluster) add(r *Report, rule, reason string) {
	if r.Rule != "" {
		rule += "+" + r.Rule
	}
	c.members = append(c.members, Member{Report: r.ID, Rule: rule, Reason: reason})
	c.reports = append(c.reports, r)
}

func (b *block) maybe(x, y *cluster, score float64, format string, args ...any) {
	b.near = append(b.near, near{x, y, fmt.Sprintf(format, args...), score})
}

// agrees reports whether some report of the cluster counts what r counts, and
// none counts otherwise.
func (c *cluster) agrees(r *Report) (same, apart bool) {
	for _, m := range c.reports {
		n, away := numbers(*m, *r)
		same = same || n > 0
		apart = apart || away
	}
	return same, apart
}

// judge applies what people decided. A thing is looked up by its id as the rules
// alone would have it, so that a judgement holds whatever others say.
func (b *block) judge(judgements []Judgement) {
	if len(judgements) == 0 {
		return
	}
	ids := b.ids()
	at := func(id string) *cluster {
		for _, c := range b.clusters {
			if ids[c] == id || slices.ContainsFunc(c.members, func(m Member) bool { return m.Report == id }) {
				return c
			}
		}
		return nil
	}
	judgements = slices.Clone(judgements)
	slices.SortFunc(judgements, func(x, y Judgement) int { // what is apart is known before what is one
		return cmp.Or(cmp.Compare(rank(x.Same), rank(y.Same)), cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	apart := map[[2]*cluster]bool{}
	for _, j := range judgements {
		x, y := at(j.A), at(j.B)
		if x == nil || y == nil {
			continue
		}
		if !j.Same {
			if x == y {
				y = b.split(x, j)
				ids = b.ids()
			}
			if x != y && y != nil {
				apart[[2]*cluster{x, y}], apart[[2]*cluster{y, x}] = true, true
			}
			continue
		}
		if x == y {
			continue
		}
		if len(y.reports) > len(x.reports) || len(y.reports) == len(x.reports) && ids[y] < ids[x] {
			x, y = y, x
		}
		for i, m := range y.members {
			x.members = append(x.members, Member{m.Report, "judged", "judged the same: " + j.A + " and " + j.B})
			x.reports = append(x.reports, y.reports[i])
		}
		b.clusters = slices.DeleteFunc(b.clusters, func(c *cluster) bool { return c == y })
		for i := range b.near {
			if b.near[i].a == y {
				b.near[i].a = x
			}
			if b.near[i].b == y {
				b.near[i].b = x
			}
		}
		delete(ids, y)
	}
	b.near = slices.DeleteFunc(b.near, func(n near) bool { return n.a == n.b || apart[[2]*cluster{n.a, n.b}] })
}

func rank(same bool) int {
	if same {
		return 1
	}
	return 0
}

// split takes the second of two reports that are judged not the same out of
// their thing.
func (b *block) split(c *cluster, j Judgement) *cluster {
	i := slices.IndexFunc(c.members, func(m Member) bool { return m.Report == max(j.A, j.B) })
	if i < 0 || len(c.members) == 1 {
		return nil
	}
	one := *c
	one.members = []Member{{c.members[i].Report, "judged", "judged not the same: " + j.A + " and " + j.B}}
	one.reports = []*Report{c.reports[i]}
	c.members = slices.Delete(slices.Clone(c.members), i, i+1)
	c.reports = slices.Delete(slices.Clone(c.reports), i, i+1)
	b.clusters = append(b.clusters, &one)
	return &one
}

// ids gives every cluster its id: its slug, with a number where several have
// the same, in the order of their least reports.
func (b *block) ids() map[*cluster]string {
	bySlug := map[string][]*cluster{}
	for _, c := range b.clusters {
		bySlug[c.slug] = append(bySlug[c.slug], c)
	}
	out := map[*cluster]string{}
	for slug, list := range bySlug {
		slices.SortFunc(list, func(x, y *cluster) int { return cmp.Compare(x.least(), y.least()) })
		for i, c := range list {
			out[c] = string(c.reports[0].Kind) + ":" + slug
			if i > 0 {
				out[c] += fmt.Sprintf("-%d", i+1)
			}
		}
	}
	return out
}

func (c *cluster) least() string {
	ids := make([]string, len(c.members))
	for i, m := range c.members {
		ids[i] = m.Report
	}
	return slices.Min(ids)
}

func (b *block) result() ([]Thing, []Suggestion) {
	ids := b.ids()
	var things []Thing
	for _, c := range b.clusters {
		t := Thing{ID: ids[c], Block: b.name, Kind: c.reports[0].Kind, Name: c.name, Date: c.date, Members: c.members}
		slices.SortFunc(t.Members, func(x, y Member) int { return cmp.Compare(x.Report, y.Report) })
		if t.Kind == Transfer && len(c.who) == 1 && len(c.whom) == 1 {
			t.Giver, t.Taker = c.who[0], c.whom[0]
		}
		things = append(things, t)
	}
	slices.SortFunc(things, func(x, y Thing) int { return cmp.Compare(x.ID, y.ID) })
	best := map[[2]string]Suggestion{}
	for _, n := range b.near {
		s := Suggestion{A: ids[n.a], B: ids[n.b], Reason: n.reason, Score: n.score}
		if s.A > s.B {
			s.A, s.B = s.B, s.A
		}
		old, ok := best[[2]string{s.A, s.B}]
		if !ok || cmp.Or(cmp.Compare(s.Score, old.Score), cmp.Compare(old.Reason, s.Reason)) > 0 {
			best[[2]string{s.A, s.B}] = s
		}
	}
	suggestions := slices.SortedFunc(maps.Values(best), func(x, y Suggestion) int {
		return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B))
	})
	return things, suggestions
}

// slug is the part of an entity's id behind the colon, in lower case.
func slug(id string) string {
	return strings.ToLower(id[strings.IndexByte(id, ':')+1:])
}

func slugs(ids []string, sep string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = slug(id)
	}
	return strings.Join(out, sep)
}

// label names entities as the reports do, of several names the least.
func label(reports []*Report, ids []string) string {
	var out []string
	for _, id := range ids {
		name := ""
		for _, r := range reports {
			if n := r.Names[id]; n != "" && (name == "" || n < name) {
				name = n
			}
		}
		out = append(out, cmp.Or(name, slug(id)))
	}
	return strings.Join(out, ", ")
}

// undated ends the id of a thing that nothing dates.
func undated(least string) string {
	return fmt.Sprintf("undated-%06x", hash(least)&0xffffff)
}

func oneDay(day string) graph.Date { return graph.Date{From: day, To: day, Precision: graph.Day} }

// together joins reports with a key in common to groups, and with them those of
// versions of one article.
func together(reports []*Report, keys func(*Report) []string) (groups [][]*Report) {
	all := map[string][]string{}
	for _, r := range reports {
		all[r.ID] = keys(r)
		if v := r.version(); v != "" {
			all[r.ID] = append(all[r.ID], v)
		}
	}
	heads := Groups(all)
	lists := map[string][]*Report{}
	for _, r := range reports {
		lists[heads[r.ID]] = append(lists[heads[r.ID]], r)
	}
	for _, head := range slices.Sorted(maps.Keys(lists)) {
		groups = append(groups, lists[head])
	}
	return groups
}

// why is the reason for a group, unless its reports are versions of one article.
func why(group []*Report, rule, reason string) (string, string) {
	for _, r := range group {
		if r.version() == "" || r.version() != group[0].version() {
			return rule, reason
		}
	}
	if len(group) > 1 {
		return "same-article", "versions of one article say it in the same words"
	}
	return rule, reason
}

// compatible returns the window that all reports of a group fit in; ok is false
// when there is none, or when their partial dates differ by more than slack.
func compatible(group []*Report, slack int) (w window, ok bool) {
	for _, r := range group {
		if w, ok = w.meet(r.window()); !ok {
			return w, false
		}
	}
	for i, r := range group {
		for _, o := range group[:i] {
			if !near2(r.Partial, o.Partial, slack) {
				return w, false
			}
		}
	}
	return w, true
}

// near2 compares two partial dates.
func near2(a, b string, slack int) bool {
	switch {
	case a == "" || b == "":
		return true
	case len(a) != len(b): // a month and a day
		return strings.HasPrefix(a, b) || strings.HasPrefix(b, a)
	case len(a) == len("01"):
		return a == b
	}
	return fits(a, "2024-"+b, slack)
}
