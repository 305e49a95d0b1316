package queries

import "testing"

func TestSentenceInQuotes(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"He came.", "“He came.”"},
		{"", "“”"},
		{"That is what it backed.”", "“That is what it backed.”"},
		{"“That is what it backed.", "“That is what it backed.”"},
		{"“That,” she said, “is all.”", "“That,” she said, “is all.”"},
		{"His answer was “No.”", "His answer was “No.”"},
		{`"No," he said.`, `"No," he said.`},
		{`His answer was "no".`, `“His answer was "no".”`},
		{`That is "what it backed."`, `That is "what it backed."`},
		{`That is what it backed."`, `“That is what it backed."`},
	} {
		if got := sentenceInQuotes(c.s); got != c.want {
			t.Errorf("%s: got %s, want %s", c.s, got, c.want)
		}
	}
}

func TestInQuotes(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"any deals", "“any deals”"},
		{"a “most hostile” state", "“a ‘most hostile’ state”"},
		{`a "most hostile" state`, "“a ‘most hostile’ state”"},
	} {
		if got := inQuotes(c.words); got != c.want {
			t.Errorf("%s: got %s, want %s", c.words, got, c.want)
		}
	}
}

func TestClaimText(t *testing.T) {
	roles := func(pairs ...string) map[string][]string {
		m := map[string][]string{}
		for i := 0; i < len(pairs); i += 2 {
			m[pairs[i]] = append(m[pairs[i]], pairs[i+1])
		}
		return m
	}
	for _, c := range []struct {
		claim claimText
		want  string
	}{
		{claimText{relation: "SUPPLIED", content: "", status: "disputed", parts: roles("SUBJECT", "A", "OBJECT", "missile", "RECIPIENT", "B")}, "A supplied missile to B (disputed)"},
		{claimText{relation: "DENIED", content: "any deals", status: "asserted", parts: roles("SUBJECT", "A")}, "A denied “any deals”"},
		{claimText{relation: "DECLINED_TO_COMMENT", content: "the deal", status: "asserted", parts: roles("SUBJECT", "A")}, "A declined to comment on “the deal”"},
		{claimText{relation: "DECLINED_TO_COMMENT", content: "", status: "asserted", parts: roles("SUBJECT", "A")}, "A declined to comment"},
		{claimText{relation: "STATED", content: "the deal is off", status: "asserted", parts: roles("SUBJECT", "A")}, "“the deal is off”"},
		{claimText{relation: "STATED", content: "", status: "asserted", parts: roles("SUBJECT", "A")}, "A stated"},
		{claimText{relation: "ACCUSED", content: "theft", status: "attributed", parts: roles("SUBJECT", "A", "OBJECT", "B")}, "A accused B “theft” (attributed)"},
		{claimText{relation: "KILLED", status: "asserted", date: "on 2024-01-02", count: "31+ people", parts: roles("SUBJECT", "A", "PLACE", "B")}, "A killed 31+ people in B on 2024-01-02 (asserted)"},
		{claimText{relation: "SUPPLIED", status: "asserted", count: "50", parts: roles("SUBJECT", "A", "OBJECT", "tank")}, "A supplied tank (50) (asserted)"},
	} {
		if got := c.claim.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}
