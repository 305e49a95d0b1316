package source

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dossier/graph"
)

// A record is an article as a JSON object.
type record struct {
	ID        field  `json:"id"`
	Title     field  `json:"title"`
	Outlet    field  `json:"outlet"`
	Published field  `json:"published"`
	Date      field  `json:"date"`
	Modified  field  `json:"modified"`
	Updated   field  `json:"updated"`
	URL       field  `json:"url"`
	Text      string `json:"text"`
	HTML      string `json:"html"`
	Version   field  `json:"version"` // of a JSON feed: the address of its specification
}

// A field is a string that some collectors write as a number or null.
type field string

func (f *field) UnmarshalJSON(data []byte) error {
	switch c := data[0]; {
	case c == '"':
		return json.Unmarshal(data, (*string)(f))
	case c == '-' || c >= '0' && c <= '9':
		*f = field(data)
	case c == '{' || c == '[':
		return fmt.Errorf("want a string, got %.20s…", data)
	}
	return nil
}

func (rec *record) metadata() metadata {
	m := metadata{title: oneLine(string(rec.Title)), outlet: oneLine(string(rec.Outlet)), url: strings.TrimSpace(string(rec.URL))}
	for _, d := range []field{rec.Published, rec.Date} {
		if day := parseDate(string(d)); day != "" {
			m.published, m.from = day, "field"
			break
		}
	}
	m.modified = cmp.Or(parseDate(string(rec.Modified)), parseDate(string(rec.Updated)))
	return m
}

// lines reads JSON lines. A line that is bad or too long costs that line only.
func (r *reader) lines(br *bufio.Reader, in input) bool {
	var buf []byte
	empty := true
	for n := 1; ; n++ {
		line, err := readLine(br, buf[:0], r.max)
		buf = line
		line = bytes.TrimSpace(line)
		name := in.name + ":" + strconv.Itoa(n)
		switch {
		case errors.Is(err, ErrTooLarge):
			empty = false
			if !r.fail(name, err) {
				return false
			}
		case err != nil && err != io.EOF:
			return r.fail(name, err)
		case len(line) > 0:
			empty = false
			sub := in
			sub.name, sub.short = name, in.short+"#"+strconv.Itoa(n)
			if !r.value(line, sub) {
				return false
			}
		}
		if err == io.EOF {
			return !empty || r.fail(in.name, ErrNoText)
		}
	}
}

// readLine appends the next line to buf. Of a line longer than limit it reads
// over the rest and returns ErrTooLarge.
func readLine(br *bufio.Reader, buf []byte, limit int64) ([]byte, error) {
	long := false
	for {
		part, err := br.ReadSlice('\n')
		if long = long || int64(len(buf)+len(part)) > limit; !long {
			buf = append(buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
		case long && (err == nil || err == io.EOF):
			return buf[:0], errTooLarge(limit)
		default:
			return buf, err
		}
	}
}

// values reads a file that is one JSON value: an object or an array of them.
func (r *reader) values(data []byte, in input) bool {
	data = bytes.TrimSpace(data)
	if len(data) == 0 || data[0] != '[' {
		return r.value(data, in)
	}
	var list []json.RawMessage
	if err := json.Unmarshal(data, &list); err != nil {
		return r.fail(in.name, badJSON(err))
	}
	if len(list) == 0 {
		return in.maybeOther() || r.fail(in.name, ErrNoText)
	}
	for i, raw := range list {
		sub := in
		sub.name, sub.short = in.name+":"+strconv.Itoa(i+1), in.short+"#"+strconv.Itoa(i+1)
		if !r.value(raw, sub) {
			return false
		}
	}
	return true
}

// value reads one JSON object.
func (r *reader) value(raw []byte, in input) bool {
	if len(raw) == 0 || raw[0] != '{' {
		return in.maybeOther() || r.fail(in.name, fmt.Errorf("%w: not a JSON object", ErrFormat))
	}
	var rec record
	var syntax *json.SyntaxError
	if err := json.Unmarshal(utf8JSON(raw), &rec); err != nil {
		return !errors.As(err, &syntax) && in.maybeOther() || r.fail(in.name, badJSON(err))
	}
	if strings.HasPrefix(string(rec.Version), "https://jsonfeed.org/") {
		return r.feed(raw, in)
	}
	if rec.Text == "" && rec.HTML == "" {
		return in.maybeOther() || r.fail(in.name, fmt.Errorf(`%w: neither "text" nor "html"`, ErrFormat))
	}
	a := rec.article()
	in.side.apply(&a)
	if a.Name == "" {
		a.Name = in.short
	}
	return r.emit(in.name, a)
}

// maybeOther reports whether an input is one of the .json files that folders
// hold for other purposes; these are passed over.
func (in input) maybeOther() bool { return in.found && in.ext == ".json" }

func (rec *record) article() graph.Article {
	var a graph.Article
	m := rec.metadata()
	if rec.Text != "" {
		a = titled(clean(rec.Text), m)
	} else {
		a = readPage(clean(rec.HTML), m)
	}
	a.Name = oneLine(string(rec.ID))
	return a
}

// titled makes an article of a text that may come without its title. It has no
// blocks: where a line is a paragraph and where a paragraph has several lines is
// left to whoever reads plain text, and the title says which is the headline.
func titled(text string, m metadata) graph.Article {
	if m.title == "" {
		return plain(text, m)
	}
	if !beginsWith(text, m.title) {
		text = m.title + "\n\n" + strings.TrimLeft(text, " \t\n")
	}
	a := graph.Article{Text: text}
	m.apply(&a)
	return a
}

func badJSON(err error) error {
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		return fmt.Errorf("byte %d is not JSON: %w", syntax.Offset, err)
	}
	return fmt.Errorf("reading JSON: %w", err)
}
