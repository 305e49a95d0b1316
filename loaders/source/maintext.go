package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/graph"
)

// mainText returns the blocks of a page's article. It works on what all news
// pages have in common: the article is the element that holds nearly all of the
// page's prose, once menus, teasers and comments are set aside.
func mainText(doc *html.Node) []block {
	body := find(doc, atom.Body)
	if body == nil {
		return nil
	}
	all := scan(body)
	p := &layout{body: body, prose: proseOf(all), aside: map[*html.Node]bool{}}
	var kept []block
	for _, b := range all {
		if !p.beside(b.node) {
			kept = append(kept, b)
		}
	}
	root := p.container(kept)
	out := introduction(kept, root)
	for _, b := range kept {
		if within(b.node, root) {
			out = append(out, b)
		}
	}
	if len(out) == 0 {
		out = all
	}
	out = rejoin(out)
	markFurniture(out)
	return out
}

// introduction returns the standfirst of an article whose heading stands apart
// from its body: the prose between the two.
func introduction(kept []block, root *html.Node) []block {
	var out []block
	heading := false
	for _, b := range kept {
		switch {
		case within(b.node, root):
			return out
		case b.level == 1:
			heading, out = true, nil
		case heading && isProse(b) && b.kind == "":
			b.kind = graph.Standfirst
			fallthrough
		case heading && b.kind == graph.Standfirst:
			out = append(out, b)
		}
	}
	return nil
}

// rejoin puts together paragraphs that a faulty page has cut within a sentence.
func rejoin(blocks []block) []block {
	var out []block
	for _, b := range blocks {
		if n := len(out) - 1; n >= 0 && brokenOff(out[n], b) {
			out[n].text += " " + b.text
			out[n].links += b.links
			continue
		}
		out = append(out, b)
	}
	return out
}

// brokenOff reports whether paragraph b goes on with the sentence of a.
func brokenOff(a, b block) bool {
	if a.node.DataAtom != atom.P || b.node.DataAtom != atom.P || a.kind != b.kind || len(a.text) < proseBytes/2 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(a.text)
	next, _ := utf8.DecodeRuneInString(b.text)
	return last == ',' && !unicode.IsPunct(next) || unicode.IsLetter(last) && unicode.IsLower(next)
}

// A prose block has the length of a sentence or two and few links.
const proseBytes = 80

func isProse(b block) bool {
	return len(b.text) >= proseBytes && b.linked() < 0.33 && b.level == 0 && b.kind != graph.Caption
}

// proseOf sums up the prose below each element.
func proseOf(blocks []block) map[*html.Node]int {
	sum := map[*html.Node]int{}
	for _, b := range blocks {
		if isProse(b) {
			for n := b.node; n != nil; n = n.Parent {
				sum[n] += len(b.text)
			}
		}
	}
	return sum
}

// A layout tells an article from what is beside it.
type layout struct {
	body  *html.Node
	prose map[*html.Node]int
	aside map[*html.Node]bool // memory of beside
}

// beside reports whether an element is part of the furniture around the article.
func (p *layout) beside(n *html.Node) bool {
	if n == nil || n == p.body {
		return false
	}
	if is, ok := p.aside[n]; ok {
		return is
	}
	is := p.furniture(n) || p.beside(n.Parent)
	p.aside[n] = is
	return is
}

// furniture judges one element by its name. Names mislead: a page may have all
// of its text in a form, and a body of class "with-sidebar". So an element with
// half of the prose is none, except for comments, which may outgrow the article.
func (p *layout) furniture(n *html.Node) bool {
	marks := markNames(n)
	comment := marks.in(commentNames) && !marks.any("no", "has")
	if !comment && !furnitureTag(n) && !marks.in(furnitureNames) {
		return false
	}
	if isArticleBody(n) || find(n, atom.H1) != nil || n.DataAtom == atom.H1 {
		return false
	}
	if comment {
		return n.DataAtom != atom.A && n.DataAtom != atom.Article || p.prose[n] < p.prose[p.body]/2
	}
	return p.prose[n]*2 < p.prose[p.body] || p.prose[p.body] == 0
}

// container returns the element that holds the article: from the body down, as
// long as one child has nearly all of the prose.
func (p *layout) container(kept []block) *html.Node {
	prose := proseOf(kept)
	cur := p.body
	if n := declaredBody(p.body, prose); n != nil {
		return n
	}
	for {
		var next *html.Node
		for c := cur.FirstChild; c != nil; c = c.NextSibling {
			if prose[c] > 0 && float64(prose[c]) >= 0.85*float64(prose[cur]) {
				next = c
			}
		}
		if next == nil || next.DataAtom == atom.P {
			return cur
		}
		cur = next
	}
}

// declaredBody returns the element that the page itself declares to be the
// article, if it holds most of the prose.
func declaredBody(body *html.Node, prose map[*html.Node]int) *html.Node {
	var best *html.Node
	for n := range body.Descendants() {
		if n.Type == html.ElementNode && (isArticleBody(n) || n.DataAtom == atom.Article || n.DataAtom == atom.Main) &&
			prose[n] > 0 && float64(prose[n]) >= 0.6*float64(prose[body]) {
			best = n // the innermost: descendants come after their ancestors
		}
	}
	return best
}

func isArticleBody(n *html.Node) bool {
	return strings.Contains(strings.ToLower(attr(n, "itemprop")), "articlebody")
}

func find(n *html.Node, name atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == name {
			return d
		}
	}
	return nil
}

func within(n, root *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == root {
			return true
		}
	}
	return false
}

// relatedHeadings open lists of links to other articles.
var relatedHeadings = []string{"related", "read more", "read also", "also read", "see also", "more on this", "more from", "more in", "most read", "most popular",
	"recommended", "you may also like", "you might also like", "trending", "latest news", "top stories", "don t miss", "editors picks", "editor s picks"}

func isRelatedHeading(text string) bool {
	words := wordsOf(text)
	for _, h := range relatedHeadings {
		if strings.HasPrefix(words, h) {
			return true
		}
	}
	return false
}

// markFurniture marks the blocks that are bylines, times and links to elsewhere:
// lists of related headlines, teasers, "Source" at the end.
func markFurniture(blocks []block) {
	list := false
	for i := range blocks {
		b := &blocks[i]
		short := len(b.text) < 2*proseBytes
		switch {
		case b.kind != "":
		case short && isRelatedHeading(b.text) && !strings.HasSuffix(b.text, "."):
			b.kind, list = graph.Furniture, true
			continue
		case b.level != 1 && short && (b.linked() > 0.8 || markNames(b.node).any("byline", "author", "timestamp")):
			b.kind = graph.Furniture
			continue
		}
		if list && b.kind == "" {
			if b.level > 0 || isProse(*b) && !b.item {
				list = false
			} else if b.item {
				b.kind = graph.Furniture
			}
		}
	}
}
