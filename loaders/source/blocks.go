package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/graph"
)

// A block is a stretch of a page that stands by itself: what lies between two
// breaks that its markup makes.
type block struct {
	kind  graph.Part
	text  string
	links int        // bytes of text within links and times, which are not prose
	level int        // 1 to 6 for headings
	item  bool       // of a list
	node  *html.Node // the innermost element around it that makes a block
}

// linked is the share of a block's text that is links.
func (b block) linked() float64 { return float64(b.links) / float64(len(b.text)) }

// silent elements hold nothing that is read.
var silent = map[atom.Atom]bool{
	atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Math: true,
	atom.Canvas: true, atom.Iframe: true, atom.Object: true, atom.Embed: true, atom.Audio: true, atom.Video: true, atom.Map: true,
	atom.Select: true, atom.Option: true, atom.Button: true, atom.Input: true, atom.Textarea: true, atom.Dialog: true, atom.Datalist: true,
}

// breaking elements begin and end a block.
var breaking = map[atom.Atom]bool{
	atom.Address: true, atom.Article: true, atom.Aside: true, atom.Blockquote: true, atom.Body: true, atom.Caption: true, atom.Center: true,
	atom.Dd: true, atom.Details: true, atom.Div: true, atom.Dl: true, atom.Dt: true, atom.Fieldset: true, atom.Figcaption: true,
	atom.Figure: true, atom.Footer: true, atom.Form: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true,
	atom.H6: true, atom.Header: true, atom.Hgroup: true, atom.Hr: true, atom.Li: true, atom.Main: true, atom.Nav: true, atom.Ol: true,
	atom.P: true, atom.Pre: true, atom.Section: true, atom.Summary: true, atom.Table: true, atom.Tbody: true, atom.Td: true,
	atom.Tfoot: true, atom.Th: true, atom.Thead: true, atom.Tr: true, atom.Ul: true,
}

// A scanner cuts a tree into blocks.
type scanner struct {
	out   []block
	text  strings.Builder
	links int
	gap   bool // white space is due before the next word
	lines int  // <br> in a row
	link  bool // within a link or time
	place
}

// A place is what the elements around a block say of it.
type place struct {
	node  *html.Node // innermost breaking element
	kind  graph.Part
	level int
	item  bool
}

// scan returns the blocks below n in order.
func scan(n *html.Node) []block {
	s := &scanner{place: place{node: n}}
	s.walk(n)
	s.flush()
	return s.out
}

func (s *scanner) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		s.write(n.Data)
		return
	case html.ElementNode:
		if silent[n.DataAtom] || hidden(n) {
			return
		}
		if n.DataAtom == atom.Br {
			s.br()
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	if n.DataAtom == atom.A || n.DataAtom == atom.Time {
		defer func(outer bool) { s.link = outer }(s.link)
		s.link = true
	}
	kind := kindOf(n)
	if breaking[n.DataAtom] || kind == graph.Caption {
		s.flush()
		defer func(outer place) { s.flush(); s.place = outer }(s.place)
		s.enter(n, kind)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c)
	}
}

// enter notes what an element says of the blocks in it.
func (s *scanner) enter(n *html.Node, kind graph.Part) {
	s.node = n
	if kind != "" {
		s.kind = kind
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		s.level = int(n.Data[1] - '0')
	case atom.Li, atom.Dd, atom.Dt, atom.Td, atom.Th:
		s.item = true
	}
}

func (s *scanner) write(data string) {
	for _, r := range data {
		if unicode.IsSpace(r) {
			s.gap = true
			continue
		}
		if invisible(r) {
			continue
		}
		switch {
		case s.text.Len() == 0:
		case s.lines > 0:
			s.text.WriteByte('\n')
		case s.gap:
			s.text.WriteByte(' ')
			if s.link {
				s.links++
			}
		}
		s.gap, s.lines = false, 0
		before := s.text.Len()
		s.text.WriteRune(r)
		if s.link {
			s.links += s.text.Len() - before
		}
	}
}

// br breaks the line; two in a row are how some sites write paragraphs.
func (s *scanner) br() {
	if s.lines++; s.lines == 2 {
		s.flush()
	}
}

func (s *scanner) flush() {
	text := s.text.String()
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		s.out = append(s.out, block{kind: s.kind, text: text, links: s.links, level: s.level, item: s.item, node: s.node})
	}
	s.text.Reset()
	s.links, s.gap, s.lines = 0, false, 0
}
