package queries

import (
	"strings"
	"unicode/utf8"
)

// A Source says where a sentence stands and who speaks in it: enough to find it
// again with the network off.
type Source struct {
	Article   string   `json:"article"` // id
	Name      string   `json:"name,omitempty"`
	Title     string   `json:"title,omitempty"`
	Outlet    string   `json:"outlet,omitempty"`
	Published string   `json:"published,omitempty"`
	URL       string   `json:"url,omitempty"`
	Sentence  string   `json:"sentence"` // id
	Part      string   `json:"part"`     // part of the article: headline, body, quote
	Start     int64    `json:"start"`    // byte offsets of the sentence in the article's text
	End       int64    `json:"end"`
	Standing  string   `json:"standing,omitempty"` // affirmed, alleged, denied or hypothetical
	Speakers  []string `json:"speakers,omitempty"` // names, nearest to the claim first; none: the article itself
}

func sourceOf(v any) (Source, bool) {
	m, ok := v.(map[string]any)
	if !ok {
		return Source{}, false
	}
	text := func(key string) string { s, _ := m[key].(string); return s }
	number := func(key string) int64 { n, _ := m[key].(int64); return n }
	s := Source{
		Article: text("article"), Name: text("name"), Title: text("title"), Outlet: text("outlet"),
		Published: text("published"), URL: text("url"),
		Sentence: text("sentence"), Part: text("part"), Start: number("start"), End: number("end"),
		Standing: text("standing"), Speakers: texts(m["speakers"]),
	}
	return s, s.Article != "" && s.Sentence != ""
}

// the longest title in a short citation; longer ones are cut
const citedTitle = 60

// String is the source as a short citation: who speaks, outlet, date and title,
// as far as they are known, and what a reader must know of the sentence.
func (s Source) String() string {
	short := s
	short.Title = cut(s.Title, citedTitle)
	out := short.citation()
	if len(s.Speakers) > 0 {
		out = strings.Join(s.Speakers, " via ") + ", " + out
	}
	if marks := s.marks(); len(marks) > 0 {
		out += " (" + strings.Join(marks, ", ") + ")"
	}
	return out
}

// manner is what a reader must know of the sentence, to stand behind it: who
// speaks, that it is a headline, that it denies. Empty if there is nothing.
func (s Source) manner() string {
	out := strings.Join(s.Speakers, " via ")
	if marks := s.marks(); len(marks) > 0 {
		out = strings.TrimSpace(out + " (" + strings.Join(marks, ", ") + ")")
	}
	return out
}

// citation is the article: outlet, date and title, as far as they are known.
func (s Source) citation() string {
	var parts []string
	if s.Outlet != "" {
		parts = append(parts, s.Outlet)
	}
	if len(s.Published) >= len("2006-01-02") {
		parts = append(parts, s.Published[:len("2006-01-02")])
	}
	switch {
	case s.Title != "":
		parts = append(parts, s.Title)
	case s.Name != "":
		parts = append(parts, s.Name)
	default:
		parts = append(parts, "article "+s.Article)
	}
	return strings.Join(parts, ", ")
}

func (s Source) marks() []string {
	var marks []string
	if s.Part == "headline" || s.Part == "standfirst" {
		marks = append(marks, s.Part)
	}
	if s.Standing != "" && s.Standing != "affirmed" {
		marks = append(marks, s.Standing)
	}
	return marks
}

// cut shortens a text at a word to at most n characters, with an ellipsis.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)[:n]
	head := string(r)
	if i := strings.LastIndexByte(head, ' '); i > len(head)/2 {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:") + "…"
}
