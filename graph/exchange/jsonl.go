// Package exchange writes a whole dossier to files and reads it back: as JSON
// lines that give the same graph again, to the last property, and as the CSV
// files that neo4j-admin imports.
package exchange

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dossier/graph/store"
)

// Schema is the JSON Schema of a line.
//
//go:embed dossier.schema.json
var Schema []byte

// format is the version of the lines; it rises when older readers would
// misread them.
const format = 1

// A line is one line of a file: the header, a record, or the end.
type line struct {
	Type string `json:"type"` // dossier, article, sentence, entity, claim, edge, end

	Format   int   `json:"format,omitempty"`   // header
	Ontology int   `json:"ontology,omitempty"` // header: version of the ontology
	Turn     int64 `json:"turn,omitempty"`     // header: batches written so far

	ID     string   `json:"id,omitempty"`
	Labels []string `json:"labels,omitempty"`

	Edge     string `json:"edge,omitempty"`
	From     string `json:"from,omitempty"`
	FromType string `json:"from_type,omitempty"`
	To       string `json:"to,omitempty"`
	ToType   string `json:"to_type,omitempty"`

	Properties map[string]any `json:"properties,omitempty"`

	Nodes int `json:"nodes,omitempty"` // end
	Edges int `json:"edges,omitempty"` // end
}

// A Source is a graph that can be dumped; *store.Store is one.
type Source interface {
	Dump(ctx context.Context, each func(store.Record) error) error
	Turn(ctx context.Context) (int64, error)
}

// Write writes a dossier as JSON lines: a header, the nodes, the relationships,
// and an end that says how many there were. The same graph gives the same bytes.
func Write(ctx context.Context, w io.Writer, s Source, ontology int) (nodes, edges int, err error) {
	b := bufio.NewWriter(w)
	enc := json.NewEncoder(b)
	enc.SetEscapeHTML(false)
	turn, err := s.Turn(ctx)
	if err != nil {
		return 0, 0, err
	}
	if err := enc.Encode(line{Type: "dossier", Format: format, Ontology: ontology, Turn: turn}); err != nil {
		return 0, 0, err
	}
	err = s.Dump(ctx, func(r store.Record) error {
		l := line{Type: r.Kind, Properties: exact(r.Properties)}
		if r.Kind == "edge" {
			l.Edge, l.From, l.FromType, l.To, l.ToType = r.Type, r.From, r.FromKind, r.To, r.ToKind
			edges++
		} else {
			l.ID, l.Labels = r.ID, r.Labels
			nodes++
		}
		return enc.Encode(l)
	})
	if err == nil {
		err = enc.Encode(line{Type: "end", Nodes: nodes, Edges: edges})
	}
	return nodes, edges, errors.Join(err, b.Flush())
}

// exact makes fractions keep their point, so that 1.0 does not come back as the
// whole number 1.
func exact(properties map[string]any) map[string]any {
	for k, v := range properties {
		if list, ok := v.([]any); ok {
			for i := range list {
				list[i] = exactNumber(list[i])
			}
		}
		properties[k] = exactNumber(v)
	}
	return properties
}

func exactNumber(v any) any {
	f, ok := v.(float64)
	if !ok {
		return v
	}
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return json.Number(text)
}

// A Reader reads what [Write] wrote. Its errors begin with the number of the
// line.
type Reader struct {
	Ontology int   // version of the ontology that the dossier was written for
	Turn     int64 // see store.Restore

	in           *bufio.Reader
	number       int
	nodes, edges int
}

// NewReader reads the header.
func NewReader(r io.Reader) (*Reader, error) {
	in := &Reader{in: bufio.NewReaderSize(r, 1<<16)}
	l, err := in.line()
	switch {
	case errors.Is(err, io.EOF):
		return nil, errors.New("it is empty; want the output of: dossier export")
	case err != nil:
		return nil, err
	case l.Type != "dossier":
		return nil, in.errorf("type %q: want the header of a dossier; other JSON lines are not for import", l.Type)
	case l.Format != format:
		return nil, in.errorf("format %d: this release reads format %d", l.Format, format)
	}
	in.Ontology, in.Turn = l.Ontology, l.Turn
	return in, nil
}

// Next returns the next record, and false after the last. A file that ends
// before its end is an error.
func (r *Reader) Next() (store.Record, bool, error) {
	l, err := r.line()
	switch {
	case errors.Is(err, io.EOF):
		return store.Record{}, false, fmt.Errorf("line %d: the file breaks off: its last line is missing", r.number)
	case err != nil:
		return store.Record{}, false, err
	}
	rec := store.Record{Kind: l.Type, ID: l.ID, Labels: l.Labels, Type: l.Edge, From: l.From, To: l.To, FromKind: l.FromType, ToKind: l.ToType, Properties: l.Properties}
	switch l.Type {
	case "article", "sentence", "entity", "claim":
		r.nodes++
	case "edge":
		r.edges++
	case "end":
		if l.Nodes != r.nodes || l.Edges != r.edges {
			return rec, false, r.errorf("%d nodes and %d edges were written, and the file has %d and %d", l.Nodes, l.Edges, r.nodes, r.edges)
		}
		if _, err := r.line(); !errors.Is(err, io.EOF) {
			return rec, false, r.errorf("there is more after the end")
		}
		return rec, false, nil
	default:
		return rec, false, r.errorf("unknown type %q", l.Type)
	}
	if rec.Properties == nil {
		rec.Properties = map[string]any{}
	}
	if err := plainProperties(rec.Properties); err != nil {
		return rec, false, r.errorf("%w", err)
	}
	return rec, true, nil
}

// Line is the number of the line that was read last.
func (r *Reader) Line() int { return r.number }

func (r *Reader) errorf(format string, args ...any) error {
	return fmt.Errorf("line %d: "+format, append([]any{r.number}, args...)...)
}

// line reads one line, strictly; io.EOF after the last.
func (r *Reader) line() (line, error) {
	var l line
	data, err := r.in.ReadBytes('\n')
	if len(data) == 0 && err != nil {
		return l, err
	}
	r.number++
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	d.DisallowUnknownFields()
	if err := d.Decode(&l); err != nil {
		return l, r.errorf("%w", notEOF(err))
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return l, r.errorf("more than one JSON object")
	}
	return l, nil
}

// notEOF keeps the end of a line from looking like the end of the file.
func notEOF(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("not a whole JSON object")
	}
	return err
}

// plainProperties turns numbers into those of the store, and refuses what a
// property cannot be.
func plainProperties(properties map[string]any) error {
	for k, v := range properties {
		p, err := plain(v)
		if list, ok := v.([]any); ok {
			p, err = plainList(list)
		}
		if err != nil {
			return fmt.Errorf("property %s: %w", k, err)
		}
		properties[k] = p
	}
	return nil
}

func plainList(list []any) (any, error) {
	out := make([]any, len(list))
	for i, v := range list {
		p, err := plain(v)
		if err != nil {
			return nil, err
		}
		if i > 0 && fmt.Sprintf("%T", p) != fmt.Sprintf("%T", out[0]) {
			return nil, errors.New("a list of values of several types")
		}
		out[i] = p
	}
	return slices.Clip(out), nil
}

func plain(v any) (any, error) {
	switch v := v.(type) {
	case string, bool:
		return v, nil
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return v.Float64()
		}
		return v.Int64()
	}
	return nil, fmt.Errorf("%v is no value of a property: want a text, a number, true or false, or a list of one of these", v)
}
