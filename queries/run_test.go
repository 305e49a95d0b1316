package queries

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
)

// fakeGraph answers look-ups from a list of entities and any other statement
// with rows.
type fakeGraph struct {
	entities []entity
	keys     []string
	rows     [][]any
	asked    []map[string]any // parameters of the other statements
}

func (g *fakeGraph) Read(_ context.Context, cypher string, params map[string]any, each func([]string, []any) error) error {
	list := func(s []string) []any {
		out := make([]any, len(s))
		for i := range s {
			out[i] = s[i]
		}
		return out
	}
	switch cypher {
	case entitiesLike, allEntities:
		for _, e := range g.entities {
			if cypher == entitiesLike && e.id != params["text"] && !hasBeginnings(e, params["words"].(string)) {
				continue
			}
			if err := each(nil, []any{e.id, e.name, list(e.labels), list(e.aliases), e.described}); err != nil {
				return err
			}
		}
		return nil
	}
	g.asked = append(g.asked, params)
	for _, row := range g.rows {
		if err := each(g.keys, row); err != nil {
			return err
		}
	}
	return nil
}

// hasBeginnings does as the full-text index, which knows nothing of accents.
func hasBeginnings(e entity, query string) bool {
	for _, want := range strings.Fields(query) {
		want = strings.Trim(want, "+*")
		if !slices.ContainsFunc(e.names(), func(n string) bool { return strings.Contains(" "+strings.ToLower(n), " "+want) }) {
			return false
		}
	}
	return true
}

func TestResolve(t *testing.T) {
	g := &fakeGraph{entities: []entity{
		{id: "state:KP", name: "North Korea", labels: []string{"State", "Entity"}, aliases: []string{"DPRK", "Pyongyang", "Democratic People's Republic of Korea"}},
		{id: "state:KR", name: "South Korea", labels: []string{"State", "Entity"}, aliases: []string{"Seoul"}},
		{id: "state:TR", name: "Türkiye", labels: []string{"State", "Entity"}, aliases: []string{"Turkey"}},
		{id: "state:GE", name: "Georgia", labels: []string{"State", "Entity"}},
		{id: "place:georgia", name: "Georgia", labels: []string{"Place", "Entity"}},
		{id: "person:john-kirby", name: "John Kirby", labels: []string{"Person", "Entity"}},
		{id: "person:friend", name: "a friend of Kirby", labels: []string{"Person", "Entity"}, described: true},
		{id: "person:peskov", name: "Peskov", labels: []string{"Person", "Entity"}},
		{id: "person:dmitry-peskov", name: "Dmitry Peskov", labels: []string{"Person", "Entity"}},
		{id: "weapon:kn-23", name: "KN-23", labels: []string{"Missile", "Weapon", "Entity"}},
		{id: "weapon:kn-24", name: "KN-24", labels: []string{"Missile", "Weapon", "Entity"}},
		{id: "weapon:ballistic-missile", name: "ballistic missile", labels: []string{"Missile", "Weapon", "Entity"}},
		{id: "weapon:srbm", name: "short-range ballistic missile", labels: []string{"Missile", "Weapon", "Entity"}},
	}}
	for _, c := range []struct {
		text, labels string
		want         string // ids
		note         string // part of the note, or of the error if want is empty
	}{
		{"DPRK", "", "state:KP", ""},
		{"pyongyang", "State", "state:KP", ""},
		{"NORTH KOREA", "", "state:KP", ""},
		{"state:KP", "", "state:KP", ""},
		{"d.p.r.k.", "", "state:KP", ""},
		{"democratic peoples republic of korea", "", "state:KP", ""},
		{"Turkiye", "", "state:TR", ""},
		{"Georgia", "", "place:georgia state:GE", `"Georgia" names 2 entities, all are included: place:georgia, state:GE`},
		{"Georgia", "Place", "place:georgia", ""},
		{"Kirby", "", "person:john-kirby", `"Kirby" is taken as John Kirby`},
		{"peskov", "", "person:dmitry-peskov person:peskov", `"peskov" names 2 entities, all are included: Dmitry Peskov, Peskov`},
		{"Dmitry Peskov", "", "person:dmitry-peskov", ""},
		{"KN 23", "", "weapon:kn-23", ""},
		{"KN-2", "", "", `no entity "KN-2" in this graph; nearest: KN-23, KN-24`},
		{"ballistic missiles", "Weapon", "weapon:ballistic-missile", ""},
		{"missiles", "Weapon", "", `"missiles" could be any of ballistic missile, short-range ballistic missile`},
		{"Korea", "State", "", `"Korea" could be any of North Korea, South Korea`},
		{"Noth Korea", "", "", `no entity "Noth Korea" in this graph; nearest: North Korea`},
		{"Seoul", "Person|Weapon", "", `"Seoul" is a State in this graph, and --who takes a Person or Weapon`},
		{"state:KP", "Weapon", "", `"state:KP" is a State`},
		{"Kirbi", "", "", `no entity "Kirbi" in this graph; nearest: John Kirby`},
		{"Zanzibar", "", "", `no entity "Zanzibar" in this graph`},
		{"...", "", "", `no entity "..." in this graph`},
	} {
		var labels []string
		if c.labels != "" {
			labels = strings.Split(c.labels, "|")
		}
		ids, note, err := resolve(t.Context(), g, "who", c.text, labels)
		if c.want == "" {
			var unknown *UnknownEntityError
			if !errors.As(err, &unknown) || !strings.HasPrefix(err.Error(), c.note) {
				t.Errorf("%s: got %v, %v; want %s", c.text, ids, err, c.note)
			}
			continue
		}
		if err != nil || strings.Join(ids, " ") != c.want || note != c.note {
			t.Errorf("%s: got %v, %q, %v; want %s, %q", c.text, ids, note, err, c.want, c.note)
		}
	}
}

const small = `// A small query
// @name small
// @description It is small.
// @param who entity = null: Who.
// @param status list(status) = asserted: Status.
// @param limit limit = null: Rows.
// @param day date: Day.
// @column name text: A name.
// @column number int: A number.
// @column things list: Some things.
// @example dossier query small --day 2024
RETURN $who, $status, $limit, $day
`

func smallQuery(t *testing.T) *Query {
	t.Helper()
	q, err := Parse("small.cypher", []byte(small))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func TestRun(t *testing.T) {
	q := smallQuery(t)
	keys := []string{"name", "number", "things"}
	g := &fakeGraph{keys: keys, rows: [][]any{{"b", int64(1), []any{"z", "a", "z"}}, {nil, nil, []any{}}}}
	r, err := q.Run(t.Context(), g, map[string]string{"day": "2024", "limit": "1"})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(r.Rows); got != "[[b 1 [a z]]]" || !r.Truncated || len(r.Notes) != 1 || r.Notes[0] != "there are more rows than --limit 1" {
		t.Errorf("got %s, truncated %v, notes %q", got, r.Truncated, r.Notes)
	}
	args := g.asked[0]["args"].(map[string]any)
	if args["limit"] != int64(2) || args["day"] != "2024-01-01" || args["who"] != nil || fmt.Sprint(args["status"]) != "[asserted]" {
		t.Errorf("the server got %v", args)
	}
	if r, err = q.Run(t.Context(), g, map[string]string{"day": "2024", "limit": "2"}); err != nil || r.Truncated || len(r.Rows) != 2 {
		t.Errorf("limit that is not reached: %v, %v", r, err)
	}
}

func TestRunRefuses(t *testing.T) {
	q := smallQuery(t)
	keys := []string{"name", "number", "things"}
	row := []any{"a", int64(1), []any{}}
	for _, c := range []struct {
		args string
		keys []string
		row  []any
		want string
	}{
		{"", keys, row, "query small: --day is required"},
		{"day=x", keys, row, `query small: --day: "x" is no date`},
		{"day=", keys, row, "query small: --day: is empty"},
		{"day=2024 known-by=1", keys, row, "query small: no parameter --known-by; it takes --who, --status, --limit, --day"},
		{"day=2024", keys[:2], row[:2], "the statement returns name, number, the header says name, number, things"},
		{"day=2024", []string{"name", "things", "number"}, row, "the statement returns name, things, number"},
		{"day=2024", keys, []any{"a", "1", []any{}}, "column number: the statement returned string, the header says int"},
		{"day=2024", keys, []any{"a", int64(1), nil}, "column things: the statement returned <nil>, the header says list"},
		{"day=2024", keys, []any{"a", int64(1), []any{int64(1)}}, "column things: the statement returned []interface {}"},
	} {
		args := map[string]string{}
		for _, a := range strings.Fields(c.args) {
			k, v, _ := strings.Cut(a, "=")
			args[k] = v
		}
		_, err := q.Run(t.Context(), &fakeGraph{keys: c.keys, rows: [][]any{c.row}}, args)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.args, err, c.want)
		}
	}
}
