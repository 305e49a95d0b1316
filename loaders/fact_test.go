package loaders

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
)

func TestFacts(t *testing.T) {
	const (
		first  = "Moscow bought dozens of KN-23 missiles from Pyongyang, Kyiv said."
		second = "More than 30 people died."
		third  = "“No comment,” said Peskov."
	)
	d := graph.Document{
		Article: graph.Article{ID: "a1", Name: "000", Text: first + " " + second + " " + third},
		Sentences: []graph.Sentence{
			{ID: "a1.0", Text: first}, {ID: "a1.1", Text: second}, {ID: "a1.2", Text: third},
		},
		Entities: []graph.Entity{
			{ID: "event:strike", Label: "Strike", Name: "strike"},
			{ID: "person:peskov", Label: "Person", Name: "Dmitry Peskov"},
			{ID: "position:spokesman", Label: "Position", Name: "spokesman"},
			{ID: "state:KP", Label: "State", Name: "North Korea"},
			{ID: "state:RU", Label: "State", Name: "Russia"},
			{ID: "state:UA", Label: "State", Name: "Ukraine"},
			{ID: "weapon:kn-23", Label: "Missile", Name: "KN-23"},
		},
		Claims: []graph.Claim{
			{ID: "c1", Relation: "PROCURED", Subject: "state:RU", Object: "weapon:kn-23", Roles: map[string]string{"from": "state:KP"}, Count: graph.Count{Min: 24, Max: -1}},
			{ID: "c2", Relation: "KILLED", Subject: "event:strike", Count: graph.Count{Min: 31, Max: -1}, Date: graph.Date{From: "2023-12-30", To: "2024-01-02"}},
			{ID: "c3", Relation: "DECLINED_TO_COMMENT", Subject: "person:peskov", Content: "the allegations"},
			{ID: "c4", Relation: "HOLDS_POSITION", Subject: "person:peskov", Object: "position:spokesman", Roles: map[string]string{"of": "state:RU"}, Date: graph.Date{From: "2024-01-09", To: "2024-01-09"}},
		},
		Evidence: []graph.Evidence{
			{Claim: "c1", Sentence: "a1.0", Polarity: graph.Affirmed, Modality: graph.Alleged, Speakers: []string{"state:UA"}, Rule: "bought", Start: 0, End: 53, Object: "KN-23 missiles"},
			{Claim: "c2", Sentence: "a1.1", Polarity: graph.Affirmed, Modality: graph.Asserted, Rule: "died", CountText: "more than 30"},
			{Claim: "c3", Sentence: "a1.2", Polarity: graph.Affirmed, Modality: graph.Asserted, Rule: "no-comment"},
			{Claim: "c4", Sentence: "a1.2", Polarity: graph.Affirmed, Modality: graph.Planned, Rule: "title", Object: "spokesperson"},
		},
	}
	want := []Fact{
		{
			Rel: "PROCURED", Head: "Russia", HeadType: "State", Tail: "KN-23 missiles", TailType: "Weapon",
			Qualifiers: map[string]string{"from": "North Korea", "count": "24-"}, Polarity: "alleged", AssertedBy: "Ukraine",
			Sentence: first, Article: "000", End: 53, Rule: "bought", Claim: "c1",
		},
		{
			Rel: "KILLED", Head: "strike", HeadType: "Event", Tail: "more than 30", TailType: "Count",
			Qualifiers: map[string]string{"count": "31-", "date": "2023-12-30/2024-01-02"}, Polarity: "affirmed", AssertedBy: "article",
			Sentence: second, Article: "000", Rule: "died", Claim: "c2",
		},
		{
			Rel: "DECLINED_TO_COMMENT", Head: "Dmitry Peskov", HeadType: "Person", Tail: "the allegations", TailType: "Claim",
			Qualifiers: map[string]string{}, Polarity: "affirmed", AssertedBy: "article",
			Sentence: third, Article: "000", Rule: "no-comment", Claim: "c3",
		},
		{
			Rel: "HOLDS_POSITION", Head: "Dmitry Peskov", HeadType: "Person", Tail: "spokesman", TailType: "Position",
			Qualifiers: map[string]string{"of": "Russia", "date": "2024-01-09"}, Polarity: "hypothetical", AssertedBy: "article",
			Sentence: third, Article: "000", Rule: "title", Claim: "c4",
		},
	}
	if diff := cmp.Diff(want, Facts(d, graph.DefaultOntology())); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

func TestCountRange(t *testing.T) {
	for _, tt := range []struct {
		count graph.Count
		want  string
	}{
		{graph.Count{Min: 2, Max: 2}, "2"},
		{graph.Count{Min: 40, Max: 49}, "40-49"},
		{graph.Count{Min: 31, Max: -1}, "31-"},
	} {
		if got := tt.count.Range(); got != tt.want {
			t.Errorf("%+v.Range() = %q, want %q", tt.count, got, tt.want)
		}
	}
}
