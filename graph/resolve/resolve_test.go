package resolve

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
)

func on(day string) graph.Date { return graph.Date{From: day, To: day, Precision: graph.Day} }

func people(n int64) *graph.Count { return &graph.Count{Min: n, Max: n} }

func strikeOn(id, who, date string, killed int64) Report {
	r := Report{ID: "strike:" + id, Article: id, Kind: Strike, Whom: []string{"place:kharkiv"}}
	if who != "" {
		r.Who = []string{who}
	}
	if strings.HasPrefix(date, "pub ") {
		r.Published = date[4:]
	} else if date != "" {
		r.Date = on(date)
	}
	if killed > 0 {
		r.Killed = people(killed)
	}
	return r
}

func meetingOn(id, place, date string) Report {
	r := Report{ID: "meeting:" + id, Article: id, Kind: Meeting, Who: []string{"person:a", "person:b"}, Place: place}
	switch len(date) {
	case 10:
		r.Date = on(date)
	case 7:
		r.Date = graph.Date{From: date + "-01", To: date + "-30", Precision: graph.Month}
	}
	return r
}

func transferOf(id, sides string, goods ...string) Report {
	r := Report{ID: "transfer:" + id, Article: id, Kind: Transfer, Goods: goods}
	if a, b, ok := strings.Cut(sides, ">"); ok {
		r.Who, r.Whom = []string{"state:" + a}, []string{"state:" + b}
	} else {
		a, b, _ := strings.Cut(sides, "+")
		r.Who, r.Undirected = []string{"state:" + a, "state:" + b}, true
	}
	return r
}

func statementOf(id, date string, who, about []string) Report {
	r := Report{ID: "statement:" + id, Article: id, Kind: Statement, Who: who, Whom: about}
	switch {
	case len(date) == 10:
		r.Date = on(date)
	case strings.HasPrefix(date, "pub "):
		r.Published = date[4:]
	default:
		r.Partial = date
	}
	return r
}

// shape writes a result as "thing: members" and "a ~ b".
func shape(r Result) []string {
	var out []string
	for _, t := range r.Things {
		var ids []string
		for _, m := range t.Members {
			ids = append(ids, m.Report[strings.IndexByte(m.Report, ':')+1:])
		}
		out = append(out, t.ID+": "+strings.Join(ids, " "))
	}
	for _, s := range r.Suggestions {
		out = append(out, s.A+" ~ "+s.B)
	}
	for i := range out {
		out[i] = hashed.ReplaceAllString(out[i], "undated")
	}
	return out
}

var hashed = regexp.MustCompile(`undated-[0-9a-f]{6}`)

var (
	bm      = []string{"weapon:ballistic-missile", "weapon:missile", "weapon:weapon"}
	srbm    = []string{"weapon:srbm", "weapon:ballistic-missile", "weapon:missile", "weapon:weapon"}
	kn23    = []string{"weapon:kn-23", "weapon:srbm", "weapon:ballistic-missile", "weapon:missile", "weapon:weapon"}
	kn24    = []string{"weapon:kn-24", "weapon:srbm", "weapon:ballistic-missile", "weapon:missile", "weapon:weapon"}
	arms    = []string{"weapon:weapon"}
	usEU    = []string{"org:eu", "state:US"}
	usJapan = []string{"state:JP", "state:US"}
	kpru    = []string{"state:KP", "state:RU"}
)

func TestResolve(t *testing.T) {
	for _, row := range []struct {
		name       string
		reports    []Report
		judgements []Judgement
		want       []string
	}{
		{"a day's strikes on a place are one", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "2024-01-02", 30)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1 2"}},
		{"two days are two", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "2024-01-03", 2)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/2024-01-03: 2"}},
		{"two attackers are two", []Report{strikeOn("1", "state:RU", "2024-01-02", 0), strikeOn("2", "state:UA", "2024-01-02", 0), strikeOn("3", "", "2024-01-02", 0)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ua/kharkiv/2024-01-02: 2", "strike:unknown/kharkiv/2024-01-02: 3"}},
		{"the only attacker", []Report{strikeOn("1", "state:RU", "2024-01-02", 0), strikeOn("2", "", "2024-01-02", 0)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1 2"}},
		{"the only strike of the week", []Report{strikeOn("1", "state:RU", "2024-01-02", 0), strikeOn("2", "state:RU", "pub 2024-01-05", 0)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1 2"}},
		{"one of two, by its numbers", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "2024-01-03", 7), strikeOn("3", "state:RU", "pub 2024-01-05", 7)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/2024-01-03: 2 3"}},
		{"one of two, nobody knows which", []Report{strikeOn("1", "state:RU", "2024-01-02", 0), strikeOn("2", "state:RU", "2024-01-03", 0), strikeOn("3", "state:RU", "pub 2024-01-05", 0)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/2024-01-03: 2", "strike:ru/kharkiv/undated: 3",
				"strike:ru/kharkiv/2024-01-02 ~ strike:ru/kharkiv/undated", "strike:ru/kharkiv/2024-01-03 ~ strike:ru/kharkiv/undated"}},
		{"other numbers, no date", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "pub 2024-01-05", 30)}, nil,
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/undated: 2", "strike:ru/kharkiv/2024-01-02 ~ strike:ru/kharkiv/undated"}},

		{"meeting over night", []Report{meetingOn("1", "", "2023-09-13"), meetingOn("2", "place:x", "2023-09-14")}, nil, []string{"meeting:a+b/2023-09-13: 1 2"}},
		{"meeting dated two ways", []Report{meetingOn("1", "place:x", "2023-09-13"), meetingOn("2", "place:x", "2023-09-16")}, nil, []string{"meeting:a+b/2023-09-13: 1 2"}},
		{"meetings in two places", []Report{meetingOn("1", "place:x", "2023-09-13"), meetingOn("2", "place:y", "2023-09-14")}, nil,
			[]string{"meeting:a+b/2023-09-13: 1", "meeting:a+b/2023-09-14: 2", "meeting:a+b/2023-09-13 ~ meeting:a+b/2023-09-14"}},
		{"the only meeting of the month", []Report{meetingOn("1", "place:x", "2023-09-13"), meetingOn("2", "", "2023-09")}, nil, []string{"meeting:a+b/2023-09-13: 1 2"}},

		{"kinds of goods", []Report{transferOf("1", "KP>RU", bm...), transferOf("2", "KP>RU", srbm...), transferOf("3", "KP>RU", bm...)}, nil,
			[]string{"transfer:kp>ru:ballistic-missile: 1 2 3"}},
		{"two systems", []Report{transferOf("1", "KP>RU", kn23...), transferOf("2", "KP>RU", kn24...), transferOf("3", "KP>RU", bm...)}, nil,
			[]string{"transfer:kp>ru:ballistic-missile: 3", "transfer:kp>ru:kn-23: 1", "transfer:kp>ru:kn-24: 2",
				"transfer:kp>ru:ballistic-missile ~ transfer:kp>ru:kn-23", "transfer:kp>ru:ballistic-missile ~ transfer:kp>ru:kn-24"}},
		{"two directions", []Report{transferOf("1", "KP>RU", bm...), transferOf("2", "RU>KP", bm...)}, nil,
			[]string{"transfer:kp>ru:ballistic-missile: 1", "transfer:ru>kp:ballistic-missile: 2"}},
		{"arms in general", []Report{transferOf("1", "KP>RU", bm...), transferOf("2", "KP>RU", arms...)}, nil,
			[]string{"transfer:kp>ru:ballistic-missile: 1", "transfer:kp>ru:weapon: 2"}},
		{"direction not told", []Report{transferOf("1", "KP>RU", bm...), transferOf("2", "KP+RU", bm...)}, nil, []string{"transfer:kp>ru:ballistic-missile: 1 2"}},

		{"statement around midnight", []Report{statementOf("1", "2024-01-09", usEU, kpru), statementOf("2", "2024-01-10", usJapan, kpru)}, nil,
			[]string{"statement:joint/2024-01-09: 1 2"}},
		{"two subjects", []Report{statementOf("1", "2024-01-09", usEU, kpru), statementOf("2", "2024-01-09", usEU, []string{"state:IR", "state:YE"})}, nil,
			[]string{"statement:joint/2024-01-09: 1", "statement:joint/2024-01-09-2: 2"}},
		{"no dates at all", []Report{statementOf("1", "01-09", usEU, kpru), statementOf("2", "", usJapan, kpru)}, nil,
			[]string{"statement:joint/undated: 1 2"}},
		{"dates at odds", []Report{statementOf("1", "01-09", usEU, kpru), statementOf("2", "03-02", usJapan, kpru)}, nil,
			[]string{"statement:joint/undated: 1", "statement:joint/undated: 2", "statement:joint/undated ~ statement:joint/undated"}},
		{"a statement of the week", []Report{statementOf("1", "2024-01-09", usEU, kpru), statementOf("2", "pub 2024-01-12", usJapan, kpru)}, nil,
			[]string{"statement:joint/2024-01-09: 1 2"}},

		{"judged the same", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "2024-01-03", 2)},
			[]Judgement{{"strike:ru/kharkiv/2024-01-02", "strike:ru/kharkiv/2024-01-03", true}},
			[]string{"strike:ru/kharkiv/2024-01-02: 1 2"}},
		{"judged two", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "2024-01-02", 30)},
			[]Judgement{{"strike:1", "strike:2", false}},
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/2024-01-02-2: 2"}},
		{"a suggestion turned down", []Report{strikeOn("1", "state:RU", "2024-01-02", 2), strikeOn("2", "state:RU", "pub 2024-01-05", 30)},
			[]Judgement{{"strike:2", "strike:ru/kharkiv/2024-01-02", false}},
			[]string{"strike:ru/kharkiv/2024-01-02: 1", "strike:ru/kharkiv/undated: 2"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if diff := cmp.Diff(row.want, shape(Resolve(row.reports, row.judgements))); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestResolveOrder gives random reports in random orders.
func TestResolveOrder(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		reports := randomReports(r, 40)
		want := Resolve(reports, nil)
		for range 5 {
			r.Shuffle(len(reports), func(i, j int) { reports[i], reports[j] = reports[j], reports[i] })
			if diff := cmp.Diff(want, Resolve(reports, nil)); diff != "" {
				t.Fatalf("seed %d: another order, another result:\n%s", seed, diff)
			}
		}
		seen := map[string]bool{}
		ids := map[string]bool{}
		for _, thing := range want.Things {
			if ids[thing.ID] {
				t.Fatalf("seed %d: two things are %s", seed, thing.ID)
			}
			ids[thing.ID] = true
			for _, m := range thing.Members {
				if seen[m.Report] || m.Rule == "" || m.Reason == "" {
					t.Fatalf("seed %d: %+v is a member twice, or without a reason", seed, m)
				}
				seen[m.Report] = true
			}
		}
		for _, x := range reports {
			if x.Block() != "" && !seen[x.ID] {
				t.Fatalf("seed %d: %s is of no thing", seed, x.ID)
			}
		}
		for _, s := range want.Suggestions {
			if s.A >= s.B || !ids[s.A] || !ids[s.B] {
				t.Fatalf("seed %d: suggestion %+v", seed, s)
			}
		}
	}
}

// TestBlocksAreIndependent is what resolving only the blocks that changed rests
// on.
func TestBlocksAreIndependent(t *testing.T) {
	reports := randomReports(rand.New(rand.NewPCG(9, 9)), 200)
	blocks := map[string][]Report{}
	for _, r := range reports {
		blocks[r.Block()] = append(blocks[r.Block()], r)
	}
	all := shape(Resolve(reports, nil))
	var parts []string
	for _, b := range blocks {
		parts = append(parts, shape(Resolve(b, nil))...)
	}
	slices.Sort(all)
	slices.Sort(parts)
	if diff := cmp.Diff(all, parts); diff != "" {
		t.Errorf("-all +parts:\n%s", diff)
	}
}

func randomReports(r *rand.Rand, n int) []Report {
	var out []Report
	day := func() string { return addDays("2024-01-01", r.IntN(12)) }
	when := func() string { return []string{day(), "pub " + day(), ""}[r.IntN(3)] }
	some := func(from ...string) []string {
		var list []string
		for _, x := range from {
			if r.IntN(2) == 0 {
				list = append(list, x)
			}
		}
		return sorted(list)
	}
	goods := [][]string{bm, srbm, kn23, kn24, arms}
	for i := range n {
		id := fmt.Sprint(i)
		switch r.IntN(4) {
		case 0:
			x := strikeOn(id, []string{"", "state:RU", "state:UA"}[r.IntN(3)], when(), int64(r.IntN(4)))
			x.Whom = []string{[]string{"place:kharkiv", "place:odesa"}[r.IntN(2)]}
			out = append(out, x)
		case 1:
			out = append(out, meetingOn(id, []string{"", "place:x", "place:y"}[r.IntN(3)], []string{day(), "2024-01", ""}[r.IntN(3)]))
		case 2:
			out = append(out, transferOf(id, []string{"KP>RU", "RU>KP", "KP+RU"}[r.IntN(3)], goods[r.IntN(len(goods))]...))
		case 3:
			date := when()
			if date == "" {
				date = []string{"", "01-03", "01-09"}[r.IntN(3)]
			}
			out = append(out, statementOf(id, date, some("state:US", "org:eu", "state:JP", "state:GB"), some("state:KP", "state:RU", "state:IR")))
		}
	}
	return out
}

func TestOrigins(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	story := func(n int) []string {
		words := make([]string, n)
		for i := range words {
			words[i] = fmt.Sprintf("w%d", r.IntN(2000))
		}
		return words
	}
	keys := map[string][]string{}
	want := map[string]string{}
	for i := range 300 {
		words := story(150 + r.IntN(300))
		id := fmt.Sprintf("%04d", i)
		keys[id], want[id] = Bands(strings.Join(words, " ")), id
		for k := range r.IntN(4) {
			edited := slices.Clone(words)
			edited[r.IntN(len(edited))] = "edited"
			edited = append(edited, "(reprinted", "with", "permission)")
			copied := fmt.Sprintf("%s-%d", id, k)
			keys[copied], want[copied] = Bands(strings.ToUpper(strings.Join(edited, "  "))), id
		}
	}
	if diff := cmp.Diff(want, Groups(keys)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if a, b := Bands("No comment."), Bands("“No comment,”"); !slices.Equal(a, b) || slices.Equal(a, Bands("No comments.")) {
		t.Error("short texts are one origin by their words, and only by them")
	}
}

func TestIndependent(t *testing.T) {
	voices := []Voice{
		{"a1", "a1", "s1"}, // a wire
		{"a2", "a1", "s2"}, // its edited reprint
		{"a3", "a3", "s1"}, // prints a sentence of the wire
		{"a4", "a4", ""},   // has a short sentence
		{"a4", "a4", "s9"}, // says so twice
	}
	want := []string{"a1", "a1", "a1", "a4", "a4"}
	if got := Independent(voices); !slices.Equal(got, want) {
		t.Errorf("origins %v, want %v", got, want)
	}
}

func TestContradictions(t *testing.T) {
	claim := func(id, relation, subject, object, other string) graph.Claim {
		c := graph.Claim{ID: id, Relation: relation, Subject: subject, Object: object}
		switch relation {
		case "SUPPLIED":
			c.Roles = map[string]string{"recipient": other}
		case "PROCURED":
			c.Roles = map[string]string{"from": other}
		}
		return c
	}
	dead := func(id string, from, to int64, strike string) Account {
		c := claim(id, "KILLED", strike, "", "")
		c.Count = graph.Count{Min: from, Max: to}
		return Account{Claim: c, Affirmed: true, Bodies: []string{"of " + id}}
	}
	sold := func(id, giver, taker string, goods []string) Account {
		return Account{Claim: claim(id, "SUPPLIED", giver, goods[0], taker), Goods: goods, Affirmed: true}
	}
	with := func(a Account, change func(*Account)) Account { change(&a); return a }
	deny := func(a *Account) { a.Affirmed, a.Denied = false, true }
	for _, row := range []struct {
		name     string
		accounts []Account
		want     []string
	}{
		{"numbers", []Account{dead("a", 2, 2, "x"), dead("b", 30, 30, "x")}, []string{"number a b"}},
		{"ranges that overlap agree", []Account{dead("a", 31, -1, "x"), dead("b", 40, 49, "x")}, nil},
		{"other strikes", []Account{dead("a", 2, 2, "x"), dead("b", 30, 30, "y")}, nil},
		{"polarity in one claim", []Account{with(sold("a", "kp", "ru", bm), func(a *Account) { a.Denied = true })}, []string{"polarity a a"}},
		{"a wider denial", []Account{sold("a", "kp", "ru", bm), with(sold("b", "kp", "ru", arms), deny)}, []string{"polarity a b"}},
		{"a narrower denial", []Account{sold("a", "kp", "ru", bm), with(sold("b", "kp", "ru", srbm), deny)}, nil},
		{"from the other side", []Account{sold("b", "kp", "ru", bm), with(Account{Claim: claim("a", "PROCURED", "ru", bm[0], "kp"), Goods: bm}, deny)}, []string{"polarity a b"}},
		{"direction", []Account{sold("a", "kp", "ru", bm), sold("b", "ru", "kp", bm)}, []string{"direction a b"}},
		{"two kinds of goods go both ways", []Account{sold("a", "kp", "ru", bm), sold("b", "ru", "kp", []string{"weapon:fighter-jet", anyArms})}, nil},
		{"arms go both ways", []Account{sold("a", "kp", "ru", arms), sold("b", "ru", "kp", arms)}, nil},
		{"a headline reversed", []Account{
			with(sold("z", "ru", "kp", arms), func(a *Account) { a.Affirmed = false; a.Reversed = []string{"1"} }),
			with(sold("a", "kp", "ru", bm), func(a *Account) { a.Bodies = []string{"1"} }),
		}, []string{"headline z a"}},
		{"a headline that counts otherwise", []Account{
			with(dead("z", 30, 30, "x"), func(a *Account) { a.Headlines, a.Bodies = []string{"1"}, nil }),
			with(dead("a", 2, 2, "x"), func(a *Account) { a.Bodies = []string{"1"} }),
		}, []string{"headline z a"}},
		{"dates", []Account{{Claim: claim("a", "ADOPTED", "org:un", "resolution:1718", ""), Affirmed: true, Dates: []graph.Date{on("2006-10-14"), on("2006-10-17")}}}, []string{"date a a"}},
		{"a day in a month", []Account{{Claim: claim("a", "ADOPTED", "org:un", "resolution:1718", ""), Affirmed: true,
			Dates: []graph.Date{on("2006-10-14"), {From: "2006-10-01", To: "2006-10-31", Precision: graph.Month}}}}, nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			for range 2 {
				var got []string
				for _, c := range Contradictions(row.accounts) {
					got = append(got, c.Kind+" "+c.A+" "+c.B)
				}
				slices.Sort(got)
				if diff := cmp.Diff(row.want, got); diff != "" {
					t.Errorf("-want +got:\n%s", diff)
				}
				slices.Reverse(row.accounts)
			}
		})
	}
}

func itoa(n int) string { return fmt.Sprint(n) }

// news makes the reports of n articles: as many events as articles allow, seven
// reports of each, on as many places and people as there are in the news.
func news(n int) []Report {
	r := rand.New(rand.NewPCG(1, 1))
	var out []Report
	for i := 0; i < n; i += 7 {
		day := addDays("2020-01-01", r.IntN(1800))
		who, whom := fmt.Sprintf("state:%d", r.IntN(30)), fmt.Sprintf("place:%d", r.IntN(1000))
		signers := sorted([]string{fmt.Sprintf("state:%d", r.IntN(50)), fmt.Sprintf("state:%d", 50+r.IntN(50)), fmt.Sprintf("state:%d", 100+r.IntN(50))})
		about := sorted([]string{fmt.Sprintf("state:%d", 150+r.IntN(20)), fmt.Sprintf("state:%d", 170+r.IntN(20))})
		pair := sorted([]string{fmt.Sprintf("person:%d", r.IntN(300)), fmt.Sprintf("person:%d", 300+r.IntN(300))})
		kind := r.IntN(4)
		for k := range min(7, n-i) {
			id := fmt.Sprint(i + k)
			when := day
			if k == 6 {
				when = "pub " + addDays(day, 2)
			}
			switch kind {
			case 0:
				x := strikeOn(id, who, when, int64(1+r.IntN(20)))
				x.Whom = []string{whom}
				out = append(out, x)
			case 1:
				x := meetingOn(id, "", day)
				x.Who = pair
				out = append(out, x)
			case 2:
				x := transferOf(id, "A>B", [][]string{bm, srbm, kn23, arms}[r.IntN(4)]...)
				x.Who, x.Whom = []string{who}, []string{fmt.Sprintf("state:%d", 30+i%100)}
				out = append(out, x)
			case 3:
				out = append(out, statementOf(id, when, signers, about))
			}
		}
	}
	return out
}
