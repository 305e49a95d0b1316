package queries

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// PathOptions say which connections between two entities count.
type PathOptions struct {
	MaxHops  int      // claims from one end to the other, at most; 0 for [DefaultHops]
	Limit    int      // paths, at most; 0 for [DefaultPaths]
	Via      []string // relations of the claims; nil for any
	Statuses []string // statuses of the claims; nil for those that somebody affirms

	// Through also lets paths lead through what connects strangers: classes of
	// goods, offices, topics, and whoever is known only by a description.
	Through bool
}

// Defaults of [PathOptions].
const (
	DefaultHops  = 4
	DefaultPaths = 5
)

// MostHops is the longest path that is looked for: longer ones join anybody.
const MostHops = 8

// affirmed are the statuses of claims that somebody affirms.
var affirmed = []string{"accepted", "asserted", "attributed", "alleged", "disputed"}

// Path finds the shortest connections between two entities: chains of claims in
// which each claim has a part for both of its neighbours, so that "A supplied B
// with C" joins A with B; who asserts or denies a claim has a part in it, too. Paths of the same length come with the best supported
// first, where a path is worth its weakest claim. Each step shows its best claim
// with a sentence. The entities are given by any of their names; errors are
// those of [Library.Run].
func Path(ctx context.Context, r Reader, from, to string, o PathOptions) (*Result, error) {
	o.MaxHops = cmp.Or(o.MaxHops, DefaultHops)
	o.Limit = cmp.Or(o.Limit, DefaultPaths)
	if o.Statuses == nil {
		o.Statuses = affirmed
	}
	res := &Result{Query: pathQuery}
	ends := [2][]string{}
	for i, name := range []string{from, to} {
		ids, note, err := resolve(ctx, r, "", name, nil)
		if err != nil {
			return nil, err
		}
		if note != "" {
			res.Notes = append(res.Notes, note)
		}
		ends[i] = ids
	}
	if slices.ContainsFunc(ends[0], func(id string) bool { return slices.Contains(ends[1], id) }) {
		return nil, &UsageError{Problem: fmt.Sprintf("path: %q and %q are the same", from, to), Try: fmt.Sprintf("dossier show %q", from)}
	}
	links, err := o.explore(ctx, r, ends[0], ends[1])
	if err != nil {
		return nil, fmt.Errorf("path: %w", err)
	}
	paths := shortest(ends[0], ends[1], links)
	if len(paths) > o.Limit {
		res.Truncated = true
		res.Notes = append(res.Notes, fmt.Sprintf("there are %d paths of that length, more than --limit %d", len(paths), o.Limit))
		paths = paths[:o.Limit]
	}
	if len(paths) == 0 {
		res.Notes = append(res.Notes, fmt.Sprintf("no claims join them in %d steps or fewer", o.MaxHops))
		if o.MaxHops < MostHops {
			res.Notes = append(res.Notes, fmt.Sprintf("longer ways: --max-hops %d", MostHops))
		}
		if !o.Through {
			res.Notes = append(res.Notes, "through goods, offices and topics, too: --through")
		}
		return res, nil
	}
	if err := res.steps(ctx, r, paths); err != nil {
		return nil, fmt.Errorf("path: %w", err)
	}
	return res, nil
}

// pathQuery describes the answer; there is no single statement behind it.
var pathQuery = &Query{
	Name: "path", Title: "How two entities are connected",
	Columns: []Column{
		{Name: "path", Type: ColGroup, Doc: "The entities on the way, with the path's number."},
		{Name: "step", Type: ColInt, Doc: "The number of the claim on the way."},
		{Name: "date", Type: ColDate, Doc: "When it happened."},
		{Name: "what", Type: ColClaim, Doc: "The claim that joins the two."},
		{Name: "others", Type: ColInt, Doc: "Other claims that join them."},
		{Name: "status", Type: ColStatus, Doc: "The status of the claim."},
		{Name: "articles", Type: ColInt, Doc: "Articles that speak of it."},
		{Name: "origins", Type: ColInt, Doc: "Articles that do not merely reprint another's words."},
		{Name: "sentence", Type: ColSentence, Doc: "The sentence that says so best."},
		{Name: "source", Type: ColSource, Doc: "Where the sentence stands."},
		{Name: "from", Type: ColText, Doc: "The id of the entity before the step.", Detail: true},
		{Name: "to", Type: ColText, Doc: "The id of the entity behind it.", Detail: true},
		{Name: "claims", Type: ColList, Doc: "The id of the claim.", Detail: true},
	},
}

// A link joins two entities by claims.
type link struct {
	from, to string
	claim    string // the best one
	origins  int64  // of the best claim
	claims   int    // all that join them
}

const linksOf = `
UNWIND $from AS id
MATCH (e:Entity {id: id})-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT|ASSERTS|DENIES]-(c:Claim)
WHERE c.status IN $status AND ($via IS NULL OR c.relation IN $via)
MATCH (c)-[:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF|TRANSFER|EVENT|ASSERTS|DENIES]-(x:Entity)
WHERE x <> e AND (x.id IN $ends OR $through OR NOT
      (x:Weapon OR x:Aid OR x:Technology OR x:Position OR x:Topic OR coalesce(x.described, false)))
WITH id, x, c
ORDER BY CASE c.status WHEN 'disputed' THEN 1 WHEN 'alleged' THEN 1 ELSE 0 END, c.origins DESC, c.articles DESC, c.id
WITH id, x.id AS other, collect(DISTINCT c) AS claims
RETURN id, other, claims[0].id AS claim, claims[0].origins AS origins, size(claims) AS claims
ORDER BY id, other`

// explore walks outwards from both ends in turns, from the side with fewer
// entities to go on from, until the two meet. It returns the links of all
// shortest paths, and others.
func (o PathOptions) explore(ctx context.Context, r Reader, from, to []string) ([]link, error) {
	var links []link
	ends := slices.Concat(from, to)
	seen := [2]map[string]bool{set(from), set(to)}
	front := [2][]string{from, to}
	for range o.MaxHops {
		side := 0
		if len(front[1]) < len(front[0]) {
			side = 1
		}
		if len(front[side]) == 0 {
			return nil, nil
		}
		next := map[string]bool{}
		met := false
		err := r.Read(ctx, linksOf, map[string]any{
			"from": front[side], "ends": ends, "status": o.Statuses, "via": orNull(o.Via), "through": o.Through,
		}, func(_ []string, v []any) error {
			l := link{from: v[0].(string), to: v[1].(string), claim: v[2].(string)}
			l.origins, _ = v[3].(int64)
			n, _ := v[4].(int64)
			l.claims = int(n)
			if seen[side][l.to] {
				return nil
			}
			next[l.to] = true
			met = met || seen[1-side][l.to]
			if side == 1 {
				l.from, l.to = l.to, l.from
			}
			links = append(links, l)
			return nil
		})
		if err != nil {
			return nil, err
		}
		if met {
			return links, nil
		}
		maps.Copy(seen[side], next)
		front[side] = slices.Sorted(maps.Keys(next))
	}
	return nil, nil
}

func orNull(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

func set(list []string) map[string]bool {
	m := map[string]bool{}
	for _, x := range list {
		m[x] = true
	}
	return m
}

// maxPaths bounds the paths that are compared.
const maxPaths = 10_000

// shortest returns the paths with the fewest links, the best supported first.
func shortest(from, to []string, links []link) [][]link {
	after := map[string][]link{}
	for _, l := range links {
		after[l.from] = append(after[l.from], l)
	}
	// How far each entity is from the goal, so that no step leads astray.
	before := map[string][]string{}
	for _, l := range links {
		before[l.to] = append(before[l.to], l.from)
	}
	distance := map[string]int{}
	for _, id := range to {
		distance[id] = 0
	}
	for front, d := to, 1; len(front) > 0; d++ {
		var next []string
		for _, id := range front {
			for _, p := range before[id] {
				if _, known := distance[p]; !known {
					distance[p] = d
					next = append(next, p)
				}
			}
		}
		front = next
	}
	best := -1
	for _, id := range from {
		if d, ok := distance[id]; ok && (best < 0 || d < best) {
			best = d
		}
	}
	var paths [][]link
	var walk func(id string, path []link)
	walk = func(id string, path []link) {
		if distance[id] == 0 {
			paths = append(paths, slices.Clone(path))
			return
		}
		for _, l := range after[id] {
			if d, ok := distance[l.to]; ok && d == distance[id]-1 && len(paths) < maxPaths {
				walk(l.to, append(path, l))
			}
		}
	}
	for _, id := range slices.Sorted(slices.Values(from)) {
		if d, ok := distance[id]; ok && d == best && best > 0 {
			walk(id, nil)
		}
	}
	slices.SortStableFunc(paths, func(a, b []link) int {
		wa, wb := weight(a), weight(b)
		return cmp.Or(cmp.Compare(wb[0], wa[0]), cmp.Compare(wb[1], wa[1]), strings.Compare(key(a), key(b)))
	})
	return paths
}

// weight is the support of a path: that of its weakest link, and all of it.
func weight(path []link) [2]int64 {
	w := [2]int64{path[0].origins, 0}
	for _, l := range path {
		w[0] = min(w[0], l.origins)
		w[1] += l.origins
	}
	return w
}

func key(path []link) string {
	var b strings.Builder
	for _, l := range path {
		b.WriteString(l.from + "\x00" + l.to + "\x00")
	}
	return b.String()
}

const evidenceOf = `
MATCH (c:Claim) WHERE c.id IN $claims
WITH c, head(COLLECT {
    MATCH (a)-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c)
    WHERE ev.superseded IS NULL
    RETURN {article: a.id, name: a.name, title: a.title, outlet: a.outlet, published: a.published, url: a.url,
            sentence: s.id, part: s.part, start: s.start, end: s.end, standing: ev.standing,
            speakers: coalesce(ev.speakers, []), text: s.text}
    ORDER BY coalesce(ev.contradictedByBody, false),
             CASE ev.standing WHEN 'affirmed' THEN 0 WHEN 'alleged' THEN 1 WHEN 'denied' THEN 2 ELSE 3 END,
             s.part = 'headline', a.published, a.name, a.id, s.index, ev.id LIMIT 1
}) AS found
RETURN c.id AS id,
       CASE c.datePrecision WHEN 'day' THEN c.date WHEN 'month' THEN left(c.date, 7) WHEN 'year' THEN left(c.date, 4)
            ELSE c.date + '/' + coalesce(c.dateTo, c.date) END AS date,
       c.status AS status, c.articles AS articles, c.origins AS origins, found.text AS sentence, found AS source`

// steps makes the rows of paths.
func (res *Result) steps(ctx context.Context, r Reader, paths [][]link) error {
	names, claims := map[string]string{}, map[string][]any{}
	for _, p := range paths {
		for _, l := range p {
			names[l.from], names[l.to], claims[l.claim] = l.from, l.to, nil
		}
	}
	if err := readNames(ctx, r, names); err != nil {
		return err
	}
	err := r.Read(ctx, evidenceOf, map[string]any{"claims": slices.Sorted(maps.Keys(claims))}, func(_ []string, v []any) error {
		id, _ := v[0].(string)
		if source, ok := sourceOf(v[6]); ok {
			v[6] = source
		} else {
			v[6] = nil
		}
		claims[id] = slices.Clone(v[1:])
		return nil
	})
	if err != nil {
		return err
	}
	for n, p := range paths {
		title := fmt.Sprintf("%d. %s", n+1, names[p[0].from])
		for _, l := range p {
			title += " - " + names[l.to]
		}
		for i, l := range p {
			row := claims[l.claim]
			if row == nil {
				return fmt.Errorf("claim %s is gone", l.claim)
			}
			var others any
			if l.claims > 1 {
				others = int64(l.claims - 1)
			}
			res.Rows = append(res.Rows, []any{
				title, int64(i + 1), row[0], l.claim, others, row[1], row[2], row[3], row[4], row[5],
				l.from, l.to, []string{l.claim},
			})
		}
	}
	return res.name(ctx, r)
}
