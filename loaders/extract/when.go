package extract

import (
	"strconv"
	"strings"
	"time"

	"dossier/graph"
	"dossier/loaders/text"
)

// when is an expression of time in a sentence.
type when struct {
	from, to int // tokens, with a preposition before it
	date     graph.Date
	since    bool // "since 2006": the beginning of something, not its day
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]time.Weekday{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
}

// times finds the expressions of time in a sentence and marks their tokens.
func times(tokens []token, published time.Time) []when {
	var out []when
	for i := 0; i < len(tokens); {
		n, d := timeAt(tokens, i, published)
		if n == 0 {
			i++
			continue
		}
		if c := clock(tokens, i); c > 0 {
			for j := clockFrom(tokens, i); j < i+c; j++ {
				tokens[j].time = true // no date to keep
			}
			i += c
			continue
		}
		w := when{from: i, to: i + n, date: d}
		if i > 0 {
			switch p := tokens[i-1].Lower; p {
			case "on", "in", "at", "by", "during", "from", "until", "till", "early", "late", "earlier", "later", "of", "since", "before", "after":
				if p == "of" || p == "at" && tokens[i].Kind == text.Number {
					break
				}
				w.from--
				w.since = p == "since"
				if (p == "early" || p == "late" || p == "earlier") && w.from > 0 && (tokens[w.from-1].Lower == "on" || tokens[w.from-1].Lower == "in") {
					w.from--
				}
			}
		}
		if w.to < len(tokens) && tokens[w.to].Lower == "'s" {
			w.to++
		}
		for j := w.from; j < w.to; j++ {
			tokens[j].time = true
		}
		out = append(out, w)
		i = w.to
	}
	return out
}

// timeAt reads an expression of time at i and returns its length in tokens.
func timeAt(tokens []token, i int, published time.Time) (int, graph.Date) {
	t := &tokens[i]
	at := func(k int) *token { return tokenAt(tokens, k) }
	if n := clock(tokens, i); n > 0 {
		return n, graph.Date{}
	}
	if m := month(t); m > 0 && !(at(i+1).Lower == "-" && !at(i+1).Spaced && at(i+2).Kind == text.Word) { // not "Mar-a-Lago"
		return monthFirst(tokens, i, m, published)
	}
	if d, ok := dayNumber(t); ok {
		if n, date := dayFirst(tokens, i, d, published); n > 0 {
			return n, date
		}
	}
	if wd, ok := dayOfWeek(t); ok {
		return weekdayFirst(tokens, i, wd, published)
	}
	if y := yearNumber(t); y > 0 && i > 0 {
		switch tokens[i-1].Lower {
		case "in", "since", "of", "by", "until", "early", "late", "during", "from", "mid", "-":
			return 1, year(y)
		}
		return 0, graph.Date{}
	}
	switch t.Lower {
	case "today", "tonight":
		return 1, oneDay(published, 0)
	case "yesterday":
		return 1, oneDay(published, -1)
	case "tomorrow":
		return 1, oneDay(published, 1)
	case "overnight":
		if i > 0 && tokens[i-1].word != nil && attributive(tokens, i) {
			return 0, graph.Date{} // "an overnight drone attack"
		}
		return 1, graph.Date{}
	case "recently", "nowadays":
		return 1, graph.Date{}
	case "over":
		if at(i+1).Lower == "the" && at(i+2).Lower == "years" {
			return 3, graph.Date{}
		}
	case "hours", "days", "weeks", "months":
		// "shipped oil to Cuba days after the talks"
		if n := at(i + 1).Lower; (n == "after" || n == "before") && i > 0 && tokens[i-1].tag == tName {
			return 1, graph.Date{}
		}
	case "that":
		if i > 0 && tokens[i-1].Lower == "at" && at(i+1).Lower == "time" {
			return 2, graph.Date{}
		}
	case "last", "this", "next", "past", "previous", "recent", "coming":
		return relativeTo(tokens, i, i, published)
	case "the":
		switch at(i + 1).Lower {
		case "past", "last", "coming", "previous", "following", "next", "same":
			return relativeTo(tokens, i, i+1, published)
		}
		return 0, graph.Date{}
	case "earlier", "later":
		switch at(i + 1).Lower {
		case "this", "last", "today", "yesterday":
			if n, d := timeAt(tokens, i+1, published); n > 0 {
				return n + 1, d
			}
		}
	}
	return ago(tokens, i, published)
}

// attributive reports whether the word at i stands within a noun phrase: behind what
// opens one and before a noun or an adjective.
func attributive(tokens []token, i int) bool {
	n := tokenAt(tokens, i+1)
	if !n.word.is(tNoun) && !n.word.is(tAdj) && !n.Capital && n.word != nil {
		return false
	}
	switch p := &tokens[i-1]; {
	case p.word.is(tDet), p.word.is(tPossessive), p.Lower == "'s":
		return true
	case p.word.is(tPrep):
		return p.Lower == "in" || p.Lower == "during" || p.Lower == "after" || p.Lower == "by" || p.Lower == "of"
	}
	return false
}

// weekdayFirst reads a date that begins with the day of the week: "Tuesday
// night", "Tuesday, January 9".
func weekdayFirst(tokens []token, i int, wd time.Weekday, published time.Time) (int, graph.Date) {
	n := 1
	switch tokenAt(tokens, i+1).Lower {
	case "morning", "afternoon", "evening", "night":
		n++
	case ",":
		if month(tokenAt(tokens, i+2)) > 0 {
			if k, d := timeAt(tokens, i+2, published); k > 0 {
				return k + 2, d
			}
		}
	}
	return n, weekday(wd, published)
}

// relativeTo reads a time told by the word at which, "last" or "next", behind an
// article at i if there is one: "last week", "the past two months", "this March".
func relativeTo(tokens []token, i, which int, published time.Time) (int, graph.Date) {
	word, k := tokens[which].Lower, which+1
	if u := tokenAt(tokens, k); u.tag == tNum || u.Lower == "few" || u.Lower == "several" {
		k++
	}
	unit, n := tokenAt(tokens, k), k+1-i
	if wd, ok := dayOfWeek(unit); ok {
		if word == "next" {
			return n, graph.Date{}
		}
		return n, weekday(wd, published)
	}
	if m := month(unit); m > 0 {
		if published.IsZero() {
			return n, graph.Date{}
		}
		y := published.Year()
		if m >= published.Month() && word != "this" && word != "next" {
			y--
		}
		return n, monthOf(y, m)
	}
	switch {
	case !unit.word.in(cTime) || unit.Lower == "time" || unit.Lower == "period" || unit.Lower == "moment":
		return 0, graph.Date{}
	case k > i+1 && tokens[k-1].tag == tNum || published.IsZero():
		return n, graph.Date{}
	}
	return n, relative(word, unit.Lower, published)
}

// ago reads a time by its distance: "two weeks ago", "a year ago", "three days
// earlier"; from when the last one counts is not known.
func ago(tokens []token, i int, published time.Time) (int, graph.Date) {
	t, unit, which := &tokens[i], tokenAt(tokens, i+1), tokenAt(tokens, i+2).Lower
	if t.tag != tNum && t.tag != tDet || !unit.word.in(cTime) || which != "ago" && which != "earlier" && which != "later" {
		return 0, graph.Date{}
	}
	n := int64(1)
	if t.tag == tNum {
		n, _ = numeral(t.Lower)
	}
	if which != "ago" || published.IsZero() || n == 0 {
		return 3, graph.Date{}
	}
	switch unit.Lower {
	case "day", "days":
		return 3, oneDay(published, -int(n))
	case "week", "weeks":
		return 3, week(published.AddDate(0, 0, -7*int(n)))
	case "month", "months":
		m := published.AddDate(0, -int(n), 0)
		return 3, monthOf(m.Year(), m.Month())
	case "year", "years":
		return 3, year(published.Year() - int(n))
	}
	return 3, graph.Date{}
}

// monthFirst reads a date that begins with its month: "January 9, 2024", "Jan. 9",
// "March of last year", "in May".
func monthFirst(tokens []token, i int, m time.Month, published time.Time) (int, graph.Date) {
	t := &tokens[i]
	at := func(k int) *token { return tokenAt(tokens, k) }
	if d, ok := dayNumber(at(i + 1)); ok {
		n := 2
		y := 0
		if at(i+2).Lower == "," && yearNumber(at(i+3)) > 0 {
			n, y = 4, yearNumber(at(i+3))
		} else if yearNumber(at(i+2)) > 0 {
			n, y = 3, yearNumber(at(i+2))
		}
		return n, day(y, m, d, published)
	}
	if y := yearNumber(at(i + 1)); y > 0 {
		return 2, monthOf(y, m)
	}
	if at(i+1).Lower == "," && yearNumber(at(i+2)) > 0 {
		return 3, monthOf(yearNumber(at(i+2)), m)
	}
	if at(i+1).Lower == "of" && (at(i+2).Lower == "the" && at(i+4).Lower == "year" || at(i+2).Lower == "last" && at(i+3).Lower == "year") {
		n := 5
		if at(i+2).Lower == "last" {
			n = 4
		}
		if !published.IsZero() && (at(i+n-2).Lower == "last" || at(i+n-2).Lower == "preceding" || at(i+n-2).Lower == "previous") {
			return n, monthOf(published.Year()-1, m)
		}
		return n, graph.Date{}
	}
	if t.Lower == "jan" && at(i+1).Capital {
		return 0, graph.Date{} // Jan Eliasson
	}
	if t.Lower == "may" || t.Lower == "march" {
		if i == 0 || tokens[i-1].tag != tPrep {
			return 0, graph.Date{}
		}
	}
	if published.IsZero() {
		return 1, graph.Date{}
	}
	y := published.Year()
	if m > published.Month() {
		y--
	}
	return 1, monthOf(y, m)
}

// dayFirst reads a date that begins with its day: "9 January 2024", "the 9th of
// January". It returns 0 where no month follows.
func dayFirst(tokens []token, i, d int, published time.Time) (int, graph.Date) {
	at := func(k int) *token { return tokenAt(tokens, k) }
	k := i + 1
	if at(k).Lower == "of" {
		k++
	}
	if m := month(at(k)); m > 0 {
		n := k + 1 - i
		y := 0
		if yearNumber(at(k+1)) > 0 {
			n, y = n+1, yearNumber(at(k+1))
		} else if at(k+1).Lower == "," && yearNumber(at(k+2)) > 0 {
			n, y = n+2, yearNumber(at(k+2))
		}
		return n, day(y, m, d, published)
	}
	return 0, graph.Date{}
}

// tokenAt returns the token at k, or an empty one beyond the end.
func tokenAt(tokens []token, k int) *token {
	if k < len(tokens) {
		return &tokens[k]
	}
	return &noToken
}

var noToken token

// month returns the month that a token names, or 0.
func month(t *token) time.Month {
	if !t.Capital {
		return 0
	}
	return months[strings.TrimSuffix(t.Lower, ".")]
}

func dayOfWeek(t *token) (time.Weekday, bool) {
	if !t.Capital {
		return 0, false
	}
	d, ok := weekdays[t.Lower]
	return d, ok
}

func dayNumber(t *token) (int, bool) {
	if t.Kind != text.Number {
		return 0, false
	}
	s := strings.TrimRight(t.Lower, "sthndr")
	d, err := strconv.Atoi(s)
	return d, err == nil && d >= 1 && d <= 31 && len(s) <= 2
}

func yearNumber(t *token) int {
	if t.Kind != text.Number || len(t.Lower) != 4 {
		return 0
	}
	y, err := strconv.Atoi(t.Lower)
	if err != nil || y < 1900 || y > 2100 {
		return 0
	}
	return y
}

const iso = "2006-01-02"

func day(y int, m time.Month, d int, published time.Time) graph.Date {
	if y == 0 {
		if published.IsZero() {
			return graph.Date{}
		}
		// The year is the one that puts the day nearest before publication; a
		// day within the next three months is taken as announced, not as past.
		y = published.Year()
		t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		switch {
		case t.Sub(published) > 92*24*time.Hour:
			y--
		case published.Sub(t) > 273*24*time.Hour:
			y++
		}
	}
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Month() != m {
		return graph.Date{} // 31 June
	}
	return graph.Date{From: t.Format(iso), To: t.Format(iso), Precision: graph.Day}
}

func monthOf(y int, m time.Month) graph.Date {
	first := time.Date(y, m, 1, 0, 0, 0, 0, time.UTC)
	return graph.Date{From: first.Format(iso), To: first.AddDate(0, 1, -1).Format(iso), Precision: graph.Month}
}

func year(y int) graph.Date {
	s := strconv.Itoa(y)
	return graph.Date{From: s + "-01-01", To: s + "-12-31", Precision: graph.Year}
}

func oneDay(published time.Time, offset int) graph.Date {
	if published.IsZero() {
		return graph.Date{}
	}
	s := published.AddDate(0, 0, offset).Format(iso)
	return graph.Date{From: s, To: s, Precision: graph.Day}
}

// weekday is the last such day up to publication: news looks back.
func weekday(wd time.Weekday, published time.Time) graph.Date {
	if published.IsZero() {
		return graph.Date{}
	}
	return oneDay(published, -int((published.Weekday()-wd+7)%7))
}

// week is the Monday to Sunday around a day.
func week(t time.Time) graph.Date {
	monday := t.AddDate(0, 0, -int((t.Weekday()+6)%7))
	return graph.Date{From: monday.Format(iso), To: monday.AddDate(0, 0, 6).Format(iso), Precision: graph.Week}
}

func relative(which, unit string, published time.Time) graph.Date {
	step := 0
	switch which {
	case "last", "previous", "past":
		step = -1
	case "next", "coming":
		step = 1
	case "this":
	default:
		return graph.Date{}
	}
	switch unit {
	case "week":
		return week(published.AddDate(0, 0, 7*step))
	case "month":
		m := time.Date(published.Year(), published.Month()+time.Month(step), 1, 0, 0, 0, 0, time.UTC)
		return monthOf(m.Year(), m.Month())
	case "year":
		return year(published.Year() + step)
	case "night":
		return oneDay(published, -1)
	case "morning", "afternoon", "evening":
		return oneDay(published, 0)
	}
	return graph.Date{}
}
