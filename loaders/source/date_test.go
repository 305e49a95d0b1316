package source

import "testing"

func TestParseDate(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2024-01-09", "2024-01-09"},
		{" 2024-01-09T10:11:12Z ", "2024-01-09T10:11:12Z"},
		{"2024-01-09T10:11:12.345+09:00", "2024-01-09T10:11:12+09:00"},
		{"2024-01-09T10:11+0200", "2024-01-09T10:11:00+02:00"},
		{"2024-01-09T10:11:12", "2024-01-09"}, // of which zone?
		{"2024-01-09 10:11:12 +0100", "2024-01-09T10:11:12+01:00"},
		{"Tue, 09 Jan 2024 10:11:12 GMT", "2024-01-09T10:11:12Z"},
		{"Tue, 9 Jan 2024 10:11:12 EST", "2024-01-09T10:11:12-05:00"},
		{"Tue, 9 Jan 2024 10:11:12 WIB", "2024-01-09"},
		{"Tue, 09 Jan 24 10:11:12 +0000", "2024-01-09T10:11:12Z"},
		{"January 9, 2024", "2024-01-09"},
		{"Jan. 9, 2024", "2024-01-09"},
		{"Sept 9, 2024", "2024-09-09"},
		{"9 January 2024", "2024-01-09"},
		{"Tuesday, 9 January 2024", "2024-01-09"},
		{"January 9, 2024 3:04 PM EST", "2024-01-09"},
		{"20240109", "2024-01-09"},
		{"20240109T101112Z", "2024-01-09T10:11:12Z"},
		{"01/02/2024", ""}, // January or February?
		{"2024-13-01", ""},
		{"2024-02-30", ""},
		{"2024", ""},
		{"January 2024", ""},
		{"yesterday", ""},
		{"0001-01-01T00:00:00Z", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := parseDate(tt.in); got != tt.want {
			t.Errorf("parseDate(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestDateFromURL(t *testing.T) {
	tests := []struct{ in, want string }{
		{"https://x.example/world/2024/01/09/title", "2024-01-09"},
		{"https://x.example/2024/1/9/title", "2024-01-09"},
		{"https://x.example/news/2024-01-09-title", "2024-01-09"},
		{"https://x.example/2024/13/09/title", ""},
		{"https://x.example/2024/01/title", ""},
		{"https://x.example/a/20240109", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got, from := dateFromURL(tt.in); got != tt.want || (from == "url") != (tt.want != "") {
			t.Errorf("dateFromURL(%q) = %q, %q, want %q", tt.in, got, from, tt.want)
		}
	}
}
