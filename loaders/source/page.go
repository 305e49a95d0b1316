package source

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"dossier/graph"
)

// readPage makes an article of an HTML page or a fragment of one, as clean text.
// What is known already goes before what the page says of itself.
func readPage(markup string, known metadata) graph.Article {
	doc, err := html.Parse(strings.NewReader(closeEmpty(markup)))
	if err != nil { // nested deeper than any page is
		return titled(stripTags(markup), known)
	}
	a := graph.Article{}
	page := about(doc)
	page.apply(&a)
	known.apply(&a)
	blocks := mainText(doc)
	if size(blocks)*2 < len(page.body) { // a page that a script fills in
		blocks = paragraphs(page.body)
	}
	if a.Title == "" {
		a.Title = firstHeading(blocks)
	}
	a.Text, a.Blocks = compose(a.Title, blocks)
	return a
}

// emptyElement matches elements closed in the manner of XML. HTML would leave
// them open and nest all that follows, hundreds deep on pages that mark each
// paragraph with <span id="p1"/>.
var emptyElement = regexp.MustCompile(`(?i)<(span|a|div|p|i|b|em|strong|section)((?:\s[^<>]*?)?["'\s])?/>`)

func closeEmpty(markup string) string {
	if !strings.Contains(markup, "/>") {
		return markup
	}
	return emptyElement.ReplaceAllString(markup, "<$1$2></$1>")
}

var tag = regexp.MustCompile(`(?s)<!--.*?-->|<[^>]*>`)

func stripTags(markup string) string {
	return strings.TrimSpace(html.UnescapeString(tag.ReplaceAllString(markup, "\n")))
}

// size returns how much text blocks hold.
func size(blocks []block) int {
	n := 0
	for _, b := range blocks {
		n += len(b.text)
	}
	return n
}

// paragraphs makes a block of each line.
func paragraphs(text string) []block {
	var out []block
	for line := range strings.Lines(clean(text)) {
		if line = oneLine(line); line != "" {
			out = append(out, block{text: line})
		}
	}
	return out
}

func firstHeading(blocks []block) string {
	for _, b := range blocks {
		if b.level == 1 {
			return b.text
		}
	}
	return ""
}

// compose joins blocks to a text with blank lines between them and says where
// each is. The title comes first unless it is among the first blocks anyway.
func compose(title string, blocks []block) (string, []graph.Block) {
	words := wordsOf(title)
	isTitle := func(b block) bool { return words != "" && wordsOf(b.text) == words }
	if words != "" && !slices.ContainsFunc(blocks[:min(len(blocks), 5)], isTitle) {
		blocks = append([]block{{text: title}}, blocks...)
	}
	var (
		text strings.Builder
		out  = make([]graph.Block, 0, len(blocks))
	)
	for _, b := range blocks {
		if isTitle(b) {
			b.kind = graph.Headline
		}
		if text.Len() > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.WriteString(b.text)
		out = append(out, graph.Block{Kind: b.kind, Start: start, End: text.Len()})
	}
	return text.String(), out
}
