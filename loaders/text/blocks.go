package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/graph"
)

// Furniture tells whether a line, in lower case and plain typography, is site
// furniture or the caption of a picture. It is asked for every block.
type Furniture func(line string) (graph.Part, bool)

// Blocks divides an article into blocks and says of what kind each is. The
// blocks are in order, do not overlap and hold no surrounding white space.
//
// Blocks that the source marked up keep their kind. In plain text a line is a
// block, except that a line of hard-wrapped prose joins the one before.
// Unpunctuated short lines are headlines before and within the body and
// furniture behind it, where only links to other stories stand.
//
// lower is [Lower] of the article's text.
func Blocks(a graph.Article, lower string, furniture Furniture) []graph.Block {
	var blocks []graph.Block
	if a.Blocks != nil {
		for _, b := range a.Blocks {
			if s, e := trim(a.Text, b.Start, b.End); s < e {
				blocks = append(blocks, graph.Block{Kind: b.Kind, Start: s, End: e})
			}
		}
	} else {
		blocks = lines(a.Text)
	}
	title := key(a.Title)
	seen := map[string]bool{}
	lastBody := -1
	for i := range blocks {
		b := &blocks[i]
		line := a.Text[b.Start:b.End]
		k, short := "", len(line) < maxHeadline || len(line) < 2*len(a.Title) || lastBody < 0
		if short {
			k = key(line)
		}
		part, ok := graph.Part(""), false
		if len(line) < maxFurniture {
			part, ok = furniture(Plain(lower[b.Start:b.End]))
		}
		switch {
		case b.Kind != "":
		case ok:
			b.Kind = part
		case title != "" && k == title:
			b.Kind = graph.Headline
		case len(line) < maxHeadline && !ends(line):
			b.Kind = graph.Headline
			if seen[k] && lastBody >= 0 {
				b.Kind = graph.Furniture
			}
		case lastBody < 0 && i+1 < len(blocks) && seenSuffix(blocks[:i], a.Text, k):
			b.Kind = graph.Headline // "Home Americas US, allies condemn …": breadcrumbs and the headline in one line
		default:
			b.Kind = graph.Body
		}
		if short {
			seen[k] = true
		}
		if b.Kind == graph.Body || b.Kind == graph.Quote {
			lastBody = i
		}
	}
	if lastBody < 0 { // a brief of unpunctuated lines: the longest one is the text
		return blocks
	}
	for i := lastBody + 1; i < len(blocks); i++ {
		if blocks[i].Kind == graph.Headline && a.Blocks == nil {
			blocks[i].Kind = graph.Furniture
		}
	}
	// A line of breadcrumbs that ends in the headline repeats it.
	for i := 0; i+1 < len(blocks); i++ {
		if blocks[i].Kind == graph.Headline && blocks[i+1].Kind == graph.Headline &&
			key(a.Text[blocks[i].Start:blocks[i].End]) != key(a.Text[blocks[i+1].Start:blocks[i+1].End]) &&
			strings.HasSuffix(key(a.Text[blocks[i].Start:blocks[i].End]), " "+key(a.Text[blocks[i+1].Start:blocks[i+1].End])) {
			blocks[i].Kind = graph.Furniture
		}
	}
	return blocks
}

// maxFurniture is the longest line, in bytes, that can be furniture or a caption.
const maxFurniture = 1200

// maxHeadline is the longest line, in bytes, that can be a headline; the
// longest in 850 news pages and statements had 240.
const maxHeadline = 250

func seenSuffix(before []graph.Block, text, k string) bool {
	for _, b := range before {
		if b.Kind == graph.Headline && strings.HasSuffix(k, " "+key(text[b.Start:b.End])) {
			return true
		}
	}
	return false
}

// lines cuts plain text into blocks of one line, joining lines that were
// wrapped: a long line that breaks off and goes on in lower case.
func lines(text string) []graph.Block {
	var out []graph.Block
	joined := false
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start
		}
		s, e := trim(text, start, end)
		start = end + 1
		if s == e {
			joined = false
			continue
		}
		r, _ := utf8.DecodeRuneInString(text[s:])
		if n := len(out) - 1; joined && n >= 0 && wrapped(text[out[n].Start:out[n].End], r) {
			out[n].End = e
		} else {
			out = append(out, graph.Block{Start: s, End: e})
		}
		joined = true
	}
	return out
}

// wrapped reports whether prose broken off after line goes on with r.
func wrapped(line string, r rune) bool {
	last := line[strings.LastIndexByte(line, '\n')+1:]
	return len(last) >= 55 && len(last) <= 100 && !ends(last) && (unicode.IsLower(r) || len(last) >= 65 && strings.Contains(line, "\n"))
}

// ends reports whether a line is closed like a sentence.
func ends(line string) bool {
	if i := strings.LastIndexByte(line, '['); i > 0 && len(line)-i < maxCode && strings.HasSuffix(line, "]") {
		line = line[:i] // an agency's code for another story: "[nL8N1N86I0]"
	}
	line = strings.TrimRight(line, "\"”’')]» \t")
	r, _ := utf8.DecodeLastRuneInString(line)
	return strings.ContainsRune(".!?:;…,—-", r)
}

// maxCode is more bytes than an agency's code for a story has.
const maxCode = 24

func trim(text string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(text[start:end])
		if !isSpace(r) {
			break
		}
		end -= n
	}
	return start, end
}

// key reduces a line to its words, for comparing headlines.
func key(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	gap := false
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = b.Len() > 0
			continue
		}
		if gap {
			b.WriteByte(' ')
			gap = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
