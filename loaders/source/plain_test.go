package source

import "testing"

func TestHeadlineOf(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"headline", "Norland tests a new rocket\n\nNorland tested a rocket.", "Norland tests a new rocket"},
		{"said twice", "Norland tests a new rocket\nNorland tests a new rocket\nShare:\n", "Norland tests a new rocket"},
		{"quoted", "“We shall not wait” – Norland's envoy\n\nText.", "“We shall not wait” – Norland's envoy"},
		{"behind the menu", "top of page\n\nNorland tests a new rocket\n\nNorland tested.", "Norland tests a new rocket"},
		{"behind breadcrumbs", "Home World Norland tests a new rocket\n\nNorland tests a new rocket\n\nText.", "Norland tests a new rocket"},
		{"menu, then a notice", "Skip to main content\n\nAlready a subscriber? Log in.\n\nText.", ""},
		{"sentence", "Norland tested a rocket.\n\nIt fell into the sea.", ""},
		{"too short", "Opinion\n\nText.", ""},
		{"label", "By our own correspondent in Vell:\n\nText.", ""},
		{"note", "(no headline in source)\n\nText.", ""},
		{"menu bar", "Home | World | Sport | Weather\nText.", ""},
		{"only a headline", "Norland tests a new rocket", "Norland tests a new rocket"},
		{"nothing", "", ""},
	}
	for _, tt := range tests {
		if got := headlineOf(tt.in); got != tt.want {
			t.Errorf("%s: headlineOf(%q) = %q, want %q", tt.name, tt.in, got, tt.want)
		}
	}
}

func TestTitled(t *testing.T) {
	tests := []struct{ name, title, text, want string }{
		{"put in front", "Norland waits", "\nIt waited.", "Norland waits\n\nIt waited."},
		{"there already", "Norland waits", "NORLAND WAITS\n\nIt waited.", "NORLAND WAITS\n\nIt waited."},
		{"other typography", "Norland's “wait”", "Norland’s \"wait\"\nIt waited.", "Norland’s \"wait\"\nIt waited."},
		{"beginning of a longer word", "Norland wait", "Norland waited.", "Norland wait\n\nNorland waited."},
		{"none", "", "It waited.", "It waited."},
	}
	for _, tt := range tests {
		if got := titled(tt.text, metadata{title: tt.title}); got.Text != tt.want || got.Title != tt.title {
			t.Errorf("%s: got %q titled %q, want %q", tt.name, got.Text, got.Title, tt.want)
		}
	}
}
