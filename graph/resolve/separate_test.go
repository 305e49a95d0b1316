package resolve

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
)

// story is a document of a few claims, each in a sentence of its own.
func story(published string, entities []graph.Entity, claims ...graph.Claim) graph.Document {
	o := graph.DefaultOntology()
	d := graph.Document{Article: graph.Article{ID: "a1", Outlet: "The Wire", Published: published, Text: "text"}, Entities: entities}
	for i, c := range claims {
		s := graph.Sentence{ID: "a1." + string(rune('0'+i)), Article: "a1", Index: i, Part: graph.Body, Text: "text"}
		d.Sentences = append(d.Sentences, s)
		c.Identify(o)
		e := graph.Evidence{Claim: c.ID, Article: "a1", Sentence: s.ID, Polarity: graph.Affirmed, Modality: graph.Asserted, Rule: "test"}
		e.Identify()
		if c.Relation == "DENIED" {
			for j, x := range entities {
				if x.Label == "State" || x.ID == anyArms {
					d.Mentions = append(d.Mentions, graph.Mention{Sentence: s.ID, Entity: x.ID, Start: j, End: j + 1})
				}
			}
		}
		d.Claims = append(d.Claims, c)
		d.Evidence = append(d.Evidence, e)
	}
	return d
}

var cast = []graph.Entity{
	{ID: "state:KP", Label: "State", Name: "North Korea"}, {ID: "state:RU", Label: "State", Name: "Russia"},
	{ID: "state:US", Label: "State", Name: "United States"}, {ID: "org:eu", Label: "Organization", Name: "European Union"},
	{ID: "place:kharkiv", Label: "Place", Name: "Kharkiv"},
	{ID: "weapon:weapon", Label: "Weapon", Name: "arms"}, {ID: "weapon:missile", Label: "Missile", Name: "missile", Parent: "weapon:weapon"},
	{ID: "weapon:ballistic-missile", Label: "Missile", Name: "ballistic missile", Parent: "weapon:missile"},
	{ID: "strike:strikes-on-kharkiv", Label: "Strike", Name: "strikes on Kharkiv", Described: true},
	{ID: "transfer:kp>?:ballistic-missile", Label: "Transfer", Name: "the export"},
	{ID: "transfer:?>ru:missile", Label: "Transfer", Name: "the purchase"},
	{ID: "transfer:ru>?:missile", Label: "Transfer", Name: "the resale"},
	{ID: "statement:a1/joint-statement", Label: "Statement", Name: "joint statement"},
}

func supplied(giver, goods, taker string) graph.Claim {
	return graph.Claim{Relation: "SUPPLIED", Subject: giver, Object: goods, Roles: map[string]string{"recipient": taker}}
}

func find(t *testing.T, reports []Report, id string) Report {
	t.Helper()
	i := slices.IndexFunc(reports, func(r Report) bool { return r.ID == id })
	if i < 0 {
		t.Fatalf("no report %s among %+v", id, reports)
	}
	return reports[i]
}

func TestSeparate(t *testing.T) {
	o := graph.DefaultOntology()
	d := story("2024-01-10", cast,
		graph.Claim{Relation: "ATTACKED", Subject: "state:RU", Object: "place:kharkiv", Date: on("2024-01-02")},
		graph.Claim{Relation: "KILLED", Subject: "strike:strikes-on-kharkiv", Count: graph.Count{Min: 2, Max: 2}},
		graph.Claim{Relation: "CONDEMNED", Subject: "state:US", Object: "transfer:kp>?:ballistic-missile"},
		graph.Claim{Relation: "CONDEMNED", Subject: "org:eu", Object: "transfer:?>ru:missile"},
		graph.Claim{Relation: "ISSUED", Subject: "state:US", Object: "statement:a1/joint-statement", Date: on("2024-01-09")},
	)
	got, reports := Separate(o, d)

	strike := find(t, reports, "strike:a1/strikes-on-kharkiv")
	if diff := cmp.Diff([]string{"state:RU"}, strike.Who); diff != "" || strike.day() != "2024-01-02" || strike.Killed == nil || strike.Block() != "strike|place:kharkiv" {
		t.Errorf("the strike is not the attack of the same article: %+v", strike)
	}
	for _, id := range []string{"transfer:a1/kp>?:ballistic-missile", "transfer:a1/?>ru:missile"} {
		r := find(t, reports, id)
		if strings.Join(r.Who, "")+">"+strings.Join(r.Whom, "") != "state:KP>state:RU" || r.Rule != "rest-of-article" {
			t.Errorf("%s is not completed: %+v", id, r)
		}
	}
	if r := find(t, reports, "transfer:a1/ru>?:missile"); r.Block() != "" {
		t.Errorf("nobody sells to himself: %+v", r)
	}
	statement := find(t, reports, "statement:a1/joint-statement")
	if diff := cmp.Diff([]string{"org:eu", "state:US"}, statement.Who); diff != "" {
		t.Errorf("who states it: %s", diff)
	}
	if diff := cmp.Diff([]string{"state:KP", "state:RU"}, statement.Whom); diff != "" {
		t.Errorf("whom it is about: %s", diff)
	}

	labels := map[string]string{}
	for _, e := range got.Entities {
		labels[e.ID] = e.Label
	}
	for _, c := range got.Claims {
		if err := o.Validate(c, func(id string) string { return labels[id] }); err != nil {
			t.Error(err)
		}
		if c.Relation == "ATTACKED" && c.Roles["event"] != "strike:a1/strikes-on-kharkiv" {
			t.Errorf("the attack is not part of the strike: %+v", c)
		}
	}
	again, same := Separate(o, got)
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("separated twice:\n%s", diff)
	}
	if diff := cmp.Diff(reports, same); diff != "" {
		t.Errorf("reported twice:\n%s", diff)
	}
}

// Who denies all arms deals denies the one that the article tells of, from both
// sides.
func TestDenialCovers(t *testing.T) {
	o := graph.DefaultOntology()
	d := story("", cast,
		supplied("state:KP", "weapon:ballistic-missile", "state:RU"),
		graph.Claim{Relation: "DENIED", Subject: "state:RU", Content: "any arms deals"},
	)
	got, _ := Separate(o, d)
	var denied []string
	for _, e := range got.Evidence {
		if e.Polarity != graph.Denied {
			continue
		}
		for _, c := range got.Claims {
			if c.ID == e.Claim {
				denied = append(denied, c.Relation+" "+strings.Join(e.Speakers, "")+" "+e.Rule)
			}
		}
	}
	slices.Sort(denied)
	want := []string{"PROCURED state:RU denial-covers:ru", "SUPPLIED state:RU denial-covers:ru"}
	if diff := cmp.Diff(want, denied); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPartial(t *testing.T) {
	for text, want := range map[string]string{
		"on January 9th": "01-09", "on Dec. 30": "12-30", "30 December": "12-30", "in September": "09", "last September": "09", "on Tuesday": "", "": "", "may 5 people": "05-05",
	} {
		if got := partial(text); got != want {
			t.Errorf("partial(%q) = %q, want %q", text, got, want)
		}
	}
}

// BenchmarkResolve resolves reports of 1,000, 10,000 and 100,000 articles:
//
//	go test ./graph/resolve -run '^$' -bench Resolve -benchtime 1x
func BenchmarkResolve(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(itoa(n), func(b *testing.B) {
			reports := news(n)
			b.ResetTimer()
			for b.Loop() {
				Resolve(reports, nil)
			}
			b.ReportMetric(float64(len(reports)), "reports")
			b.ReportMetric(b.Elapsed().Seconds()/float64(b.N)/float64(n)*1e6, "µs/article")
		})
	}
}
