package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dossier/graph"
)

// furniture knows a few lines by themselves.
func furniture(line string) (graph.Part, bool) {
	switch {
	case line == "share this" || line == "don't miss":
		return graph.Furniture, true
	case strings.HasPrefix(line, "photo:"):
		return graph.Caption, true
	}
	return "", false
}

// shown returns the blocks of an article, one a line.
func shown(a graph.Article) string {
	var out []string
	for _, b := range Blocks(a, Lower(a.Text), furniture) {
		out = append(out, fmt.Sprintf("%s %q", b.Kind, a.Text[b.Start:b.End]))
	}
	return strings.Join(out, "\n")
}

func TestBlocks(t *testing.T) {
	const wrapped = "The ministry said on Tuesday that the convoy with grain and\nmedicine had crossed the border before dawn, and that it would\nreach the city at noon."
	for _, row := range []struct{ name, title, text, want string }{
		{"nothing", "", " \n\u00a0\n", ""},
		{"headline and body", "", "Missiles hit Kyiv\n\nRussia fired.\n", `headline "Missiles hit Kyiv"
body "Russia fired."`},
		{"surrounding white space", "", "\u00a0 Russia fired. \t\r\n", `body "Russia fired."`},
		{"headline with a full stop", "Russia fired.", "Russia fired.\nMoscow’s forces fired at dawn.", `headline "Russia fired."
body "Moscow’s forces fired at dawn."`},
		{"title in other marks and case", "Kyiv's ‘long’ night", "KYIV’S LONG NIGHT.\nRussia fired.", `headline "KYIV’S LONG NIGHT."
body "Russia fired."`},
		{"repeated headline before the body", "", "Missiles hit Kyiv\nMissiles hit Kyiv\nRussia fired.", `headline "Missiles hit Kyiv"
headline "Missiles hit Kyiv"
body "Russia fired."`},
		{"repeated headline within the body", "", "Missiles hit Kyiv\nRussia fired.\nMissiles hit Kyiv\nUkraine answered.", `headline "Missiles hit Kyiv"
body "Russia fired."
furniture "Missiles hit Kyiv"
body "Ukraine answered."`},
		{"heading within the body", "", "Russia fired.\nWhat comes next\nUkraine answered.", `body "Russia fired."
headline "What comes next"
body "Ukraine answered."`},
		{"links behind the body", "", "Missiles hit Kyiv\nRussia fired.\nFive dead in Lviv\nNorth Korea tests a rocket", `headline "Missiles hit Kyiv"
body "Russia fired."
furniture "Five dead in Lviv"
furniture "North Korea tests a rocket"`},
		{"breadcrumbs", "", "Home Europe Missiles hit Kyiv\nMissiles hit Kyiv\nRussia fired.", `furniture "Home Europe Missiles hit Kyiv"
headline "Missiles hit Kyiv"
body "Russia fired."`},
		{"breadcrumbs behind the headline", "", "Missiles hit Kyiv, again.\nHome Europe Missiles hit Kyiv, again.\nRussia fired.", `body "Missiles hit Kyiv, again."
body "Home Europe Missiles hit Kyiv, again."
body "Russia fired."`},
		{"furniture and caption", "", "Russia fired.\nShare this\nDon’t miss\nPhoto: A street in Kyiv.\nUkraine answered.", `body "Russia fired."
furniture "Share this"
furniture "Don’t miss"
caption "Photo: A street in Kyiv."
body "Ukraine answered."`},
		{"only short lines", "", "Missiles hit Kyiv\nFive dead", `headline "Missiles hit Kyiv"
headline "Five dead"`},
		{"a long line is no headline", "", strings.Repeat("long ", 60), `body "` + strings.TrimSpace(strings.Repeat("long ", 60)) + `"`},
		{"quotation closes a line", "", "“We won.”\n‘Go!’", `body "“We won.”"
body "‘Go!’"`},
		{"hard-wrapped prose", "", wrapped, fmt.Sprintf("body %q", wrapped)},
		{"a blank line ends prose", "", strings.Replace(wrapped, "\n", "\n\n", 1), fmt.Sprintf("headline %q\nbody %q", wrapped[:59], wrapped[60:])},
		{"short lines are not wrapped", "", "Grain\nand medicine\nRussia fired.", `headline "Grain"
headline "and medicine"
body "Russia fired."`},
	} {
		t.Run(row.name, func(t *testing.T) {
			if diff := cmp.Diff(row.want, shown(graph.Article{Title: row.title, Text: row.text})); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

// Blocks that the source marked up keep their kind; only one of no kind is
// classed.
func TestMarkedUpBlocks(t *testing.T) {
	const text = "Kyiv hit| A rocket fell |What is known|Russia fired.|Share this| |More to come"
	a := graph.Article{Text: text}
	kinds := []graph.Part{graph.Headline, graph.Caption, graph.Body, "", "", "", ""}
	at := 0
	for i, s := range strings.Split(text, "|") {
		a.Blocks = append(a.Blocks, graph.Block{Kind: kinds[i], Start: at, End: at + len(s)})
		at += len(s) + 1
	}
	before := append([]graph.Block(nil), a.Blocks...)
	want := `headline "Kyiv hit"
caption "A rocket fell"
body "What is known"
body "Russia fired."
furniture "Share this"
headline "More to come"`
	if diff := cmp.Diff(want, shown(a)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(before, a.Blocks); diff != "" {
		t.Errorf("the article was changed (-before +after):\n%s", diff)
	}
}

func TestEveryLineIsInABlock(t *testing.T) {
	line := rapid.SampledFrom([]string{
		"", " ", "Missiles hit Kyiv", "Home Europe Missiles hit Kyiv", "Russia fired.", "Share this", "Photo: a street", "and so on",
		"The ministry said on Tuesday that the convoy with grain and", "medicine had crossed the border before dawn, and that it would", "“Go!”", "\xff", "\u2028",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(line).Draw(t, "lines"), rapid.SampledFrom([]string{"\n", "\n\n", "\r\n"}).Draw(t, "break"))
		if wrong := checkBlocks(graph.Article{Title: line.Draw(t, "title"), Text: text}); wrong != "" {
			t.Fatalf("%q: %s", text, wrong)
		}
	})
}

// checkBlocks returns what is wrong with the blocks of plain text, or "".
func checkBlocks(a graph.Article) string {
	at := 0
	for _, b := range Blocks(a, Lower(a.Text), furniture) {
		switch {
		case b.Start < at || b.Start >= b.End || b.End > len(a.Text):
			return "blocks out of order, empty or outside"
		case strings.TrimFunc(a.Text[at:b.Start], isSpace) != "":
			return fmt.Sprintf("%q is in no block", a.Text[at:b.Start])
		case strings.TrimFunc(a.Text[b.Start:b.End], isSpace) != a.Text[b.Start:b.End]:
			return fmt.Sprintf("white space around %q", a.Text[b.Start:b.End])
		case b.Kind == "":
			return fmt.Sprintf("%q has no kind", a.Text[b.Start:b.End])
		}
		at = b.End
	}
	if strings.TrimFunc(a.Text[at:], isSpace) != "" {
		return fmt.Sprintf("%q is in no block", a.Text[at:])
	}
	return ""
}

func FuzzBlocks(f *testing.F) {
	f.Add("Missiles hit Kyiv", "Home Missiles hit Kyiv\nMissiles hit Kyiv\n\nRussia fired.\nShare this\n\xff\u2028")
	f.Fuzz(func(t *testing.T, title, text string) {
		if wrong := checkBlocks(graph.Article{Title: title, Text: text}); wrong != "" {
			t.Fatalf("%q, %q: %s", title, text, wrong)
		}
	})
}
