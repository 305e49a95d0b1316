package source

import (
	"bufio"
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/transform"

	"dossier/graph"
)

// An input is something to read, with what is known of it beforehand.
type input struct {
	name        string // for messages
	short       string // for Article.Name
	ext         string // lower case, with the dot; empty when there is none
	contentType string // of a web server's answer
	url         string // where it was fetched
	side        metadata
	found       bool // in a folder or by a pattern, rather than named
}

// sniffBytes are looked at to find the form of an input.
const sniffBytes = 8 << 10

// A form is a way of writing articles down.
type form int

const (
	plainForm form = iota
	htmlForm
	linesForm // one JSON value a line
	jsonForm  // one JSON value
	feedForm  // RSS or Atom
	otherForm
)

func (r *reader) standardInput() bool {
	if r.stdin == nil {
		return r.fail("-", errors.New("standard input is not open"))
	}
	return r.stream(r.stdin, input{name: "-", short: "stdin"})
}

// stream reads one input, whatever its form.
func (r *reader) stream(src io.Reader, in input) bool {
	br, err := unpack(bufio.NewReaderSize(contextReader{r.ctx, src}, sniffBytes))
	if err != nil {
		return r.fail(in.name, err)
	}
	head, err := br.Peek(sniffBytes)
	if err != nil && err != io.EOF {
		return r.fail(in.name, err)
	}
	if kind := binaryKind(head); kind != "" {
		return r.fail(in.name, fmt.Errorf("%w: %s", ErrBinary, kind))
	}
	f := formOf(head, in.ext, in.contentType)
	switch f {
	case linesForm:
		return r.lines(br, in)
	case otherForm:
		return in.found || r.fail(in.name, ErrFormat)
	}
	data, err := readAll(br, r.max)
	if err != nil {
		return r.fail(in.name, err)
	}
	var a graph.Article
	switch f {
	case jsonForm:
		return r.values(data, in)
	case feedForm:
		return r.feed(data, in)
	case htmlForm:
		a = readPage(decode(data, in.contentType), in.side)
	default:
		a = plain(decode(data, in.contentType), in.side)
	}
	a.Name, a.URL = in.short, cmp.Or(a.URL, in.url)
	return r.emit(in.name, a)
}

// plain makes an article of plain text, which is kept as it is.
func plain(text string, m metadata) graph.Article {
	a := graph.Article{Title: headlineOf(text), Text: text}
	m.apply(&a)
	return a
}

// unpack looks through gzip and through encodings of 16 bits.
func unpack(br *bufio.Reader) (*bufio.Reader, error) {
	if magic, _ := br.Peek(2); len(magic) == 2 && magic[0] == 0x1f && magic[1] == 0x8b {
		zr, err := gzip.NewReader(br)
		if err != nil {
			return nil, err
		}
		br = bufio.NewReaderSize(zr, sniffBytes)
	}
	head, err := br.Peek(sniffBytes)
	if err != nil && err != io.EOF {
		return nil, err
	}
	if t := wideDecoder(head); t != nil {
		br = bufio.NewReaderSize(transform.NewReader(br, t), sniffBytes)
	}
	return br, nil
}

// formOf finds the form from the first bytes; extension and content type
// decide only what they leave open.
func formOf(head []byte, ext, contentType string) form {
	t := bytes.TrimLeft(head, " \t\r\n\f\ufeff")
	root := rootElement(t)
	switch {
	case root == "html":
		return htmlForm
	case ext == ".txt" || ext == ".text":
		return plainForm
	case root == "rss" || root == "feed" || root == "rdf:rdf":
		return feedForm
	case bytes.HasPrefix(t, []byte("<?xml")):
		return otherForm
	case root != "" || slices.Contains([]string{".html", ".htm", ".xhtml"}, ext) || strings.HasPrefix(contentType, "text/html"):
		return htmlForm
	case ext == ".jsonl" || ext == ".ndjson":
		return linesForm
	case len(t) > 0 && t[0] == '{':
		return formOfObject(t)
	case arrayOfObjects.Match(t):
		return jsonForm
	case slices.Contains(extensions, ext):
		return otherForm
	}
	return plainForm
}

var arrayOfObjects = regexp.MustCompile(`^\[\s*[{\]]`)

// formOfObject tells one JSON object over several lines from an object a line.
func formOfObject(t []byte) form {
	first, rest, ok := bytes.Cut(t, []byte("\n"))
	if !ok || json.Valid(first) || bytes.HasPrefix(rest, []byte(`{"`)) {
		return linesForm
	}
	return jsonForm
}

// rootElement returns the lower-case name of the first element of a document
// that begins with markup; "html" also for one that only has the doctype.
func rootElement(t []byte) string {
	for len(t) > 1 && t[0] == '<' {
		var end string
		switch {
		case bytes.HasPrefix(t, []byte("<!--")):
			end = "-->"
		case len(t) > 14 && strings.EqualFold(string(t[:14]), "<!doctype html"):
			return "html"
		case t[1] == '!':
			end = ">"
		case t[1] == '?':
			end = "?>"
		default:
			name := t[1:min(len(t), 32)]
			if i := bytes.IndexAny(name, " \t\r\n/>"); i >= 0 {
				name = name[:i]
			}
			if name = bytes.ToLower(name); len(name) > 0 && name[0] >= 'a' && name[0] <= 'z' {
				return string(name)
			}
			return ""
		}
		i := bytes.Index(t, []byte(end))
		if i < 0 {
			return ""
		}
		t = bytes.TrimLeft(t[i+len(end):], " \t\r\n\f")
	}
	return ""
}

func readAll(src io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(src, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = errTooLarge(limit)
	}
	return data, err
}

// A contextReader stops reading when its context ends.
type contextReader struct {
	ctx context.Context
	src io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.src.Read(p)
}
