package source

import (
	"regexp"
	"strings"
	"time"
)

// layouts of dates in feeds, pages and collections. Those that leave open which
// number is the month are not among them.
var layouts = []struct {
	layout string
	clock  bool // has a time of day with its zone
}{
	{"2006-01-02", false},
	{time.RFC3339, true},
	{"2006-01-02T15:04Z07:00", true},
	{"2006-01-02T15:04:05Z0700", true},
	{"2006-01-02T15:04Z0700", true},
	{"2006-01-02 15:04:05Z07:00", true},
	{"2006-01-02 15:04:05 Z0700", true},
	{"2006-01-02T15:04:05", false},
	{"2006-01-02T15:04", false},
	{"2006-01-02 15:04:05", false},
	{"2006-01-02 15:04", false},
	{"Mon, 2 Jan 2006 15:04:05 -0700", true},
	{"Mon, 2 Jan 2006 15:04 -0700", true},
	{"2 Jan 2006 15:04:05 -0700", true},
	{"Mon, 2 Jan 06 15:04:05 -0700", true},
	{"Mon, 2 Jan 2006 15:04:05", false},
	{"Monday, 02-Jan-06 15:04:05 -0700", true},
	{"Mon Jan 2 15:04:05 2006", false},
	{"Mon Jan 2 15:04:05 -0700 2006", true},
	{"20060102", false},
	{"20060102T150405Z0700", true},
	{"2006/01/02", false},
	{"2006/01/02 15:04:05", false},
	{"January 2, 2006", false},
	{"Jan 2, 2006", false},
	{"January 2 2006", false},
	{"Jan 2 2006", false},
	{"2 January 2006", false},
	{"2 Jan 2006", false},
	{"Monday, January 2, 2006", false},
	{"Monday, 2 January 2006", false},
	{"Monday 2 January 2006", false},
	{"Mon, 2 Jan 2006", false},
	{"Mon, Jan 2, 2006", false},
	{"January 2, 2006 3:04 PM", false},
	{"January 2, 2006 15:04", false},
	{"Jan 2, 2006 3:04 PM", false},
	{"2-Jan-2006", false},
}

// zones that RFC 822 defines for mail and that feeds therefore use. Of any
// other name the offset is not known.
var zones = strings.NewReplacer(
	" GMT", " +0000", " UTC", " +0000", " UT", " +0000", " Z", " +0000",
	" EST", " -0500", " EDT", " -0400", " CST", " -0600", " CDT", " -0500",
	" MST", " -0700", " MDT", " -0600", " PST", " -0800", " PDT", " -0700",
)

var (
	blanks = regexp.MustCompile(`\s+`)
	dotted = strings.NewReplacer("Jan. ", "Jan ", "Feb. ", "Feb ", "Mar. ", "Mar ", "Apr. ", "Apr ", "Jun. ", "Jun ", "Jul. ", "Jul ",
		"Aug. ", "Aug ", "Sept. ", "Sep ", "Sept ", "Sep ", "Sep. ", "Sep ", "Oct. ", "Oct ", "Nov. ", "Nov ", "Dec. ", "Dec ")
	zoneName = regexp.MustCompile(` [A-Z]{2,5}$`)
)

// parseDate reads a date as sources write it and returns it as RFC 3339: a
// date-time when it has a time of day and its zone, else a date. It returns ""
// for anything that is not clearly one day of the years 1800 to 2200.
func parseDate(s string) string {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 64 {
		return ""
	}
	if day := tryLayouts(s); day != "" {
		return day
	}
	s = dotted.Replace(blanks.ReplaceAllString(s, " "))
	s = strings.TrimSuffix(strings.TrimSuffix(s, " (UTC)"), " (Coordinated Universal Time)")
	if day := tryLayouts(zones.Replace(s)); day != "" {
		return day
	}
	return tryLayouts(zoneName.ReplaceAllString(s, ""))
}

func tryLayouts(s string) string {
	for _, l := range layouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if t.Year() < 1800 || t.Year() > 2200 {
			return ""
		}
		if l.clock {
			return t.Format(time.RFC3339)
		}
		return t.Format(time.DateOnly)
	}
	return ""
}

var urlDay = regexp.MustCompile(`/((?:19|20)\d\d)/(\d\d?)/(\d\d?)/|/((?:19|20)\d\d)-(\d\d)-(\d\d)(?:[/_-]|$)`)

// dateFromURL reads the day in an address such as /2024/01/09/title.
func dateFromURL(url string) (day, from string) {
	m := urlDay.FindStringSubmatch(url)
	if m == nil {
		return "", ""
	}
	t, err := time.Parse("2006-1-2", strings.Join(m[1:4], "-"))
	if m[4] != "" {
		t, err = time.Parse("2006-1-2", strings.Join(m[4:], "-"))
	}
	if err != nil {
		return "", ""
	}
	return t.Format(time.DateOnly), "url"
}
