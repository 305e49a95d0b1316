package graph

import "testing"

func TestArticleIdentity(t *testing.T) {
	const text = "North Korea fired a KN-23, “state media” said."
	base := ArticleID("Reuters", text)
	for _, row := range []struct {
		name, outlet, text string
		same               bool
	}{
		{"equal", "Reuters", text, true},
		{"white space and case", " REUTERS ", "north korea  fired\na KN-23, “state media” said.\n", true},
		{"quotation marks and dashes", "Reuters", "North Korea fired a KN–23, \"state media\" said.", true},
		{"digits", "Reuters", "North Korea fired a KN-24, “state media” said.", false},
		{"digits apart", "Reuters", "North Korea fired a KN-2 3, “state media” said.", false},
		{"a word more", "Reuters", text + " Again.", false},
		{"outlet", "AP", text, false},
		{"outlet and text do not run together", "Reuters North", "Korea fired a KN-23, “state media” said.", false},
		{"no outlet", "", text, false},
	} {
		if (ArticleID(row.outlet, row.text) == base) != row.same {
			t.Errorf("%s: same id is %v, want %v", row.name, !row.same, row.same)
		}
	}
}

func TestOrigin(t *testing.T) {
	if OriginOf("Missiles flew.") != OriginOf(" missiles flew") {
		t.Error("the same words have two origins")
	}
	if OriginOf("Resolution 1718") == OriginOf("Resolution 1874") {
		t.Error("two resolutions have one origin")
	}
}

func TestFold(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""}, {" \n-", ""}, {"Hwasong-15", "hwasong 15"}, {"  Two  words. ", "two words"}, {"Orbán’s ÉLAN", "orbán s élan"}, {"№ 5", "5"},
	} {
		if got := fold(row.in); got != row.want {
			t.Errorf("fold(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}
