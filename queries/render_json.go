package queries

import (
	"bytes"
	"encoding/json"
	"io"
)

// An object is a JSON object that keeps the order of its members.
type object []member

type member struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		for j, v := range []any{m.name, m.value} {
			if j > 0 {
				b.WriteByte(':')
			}
			data, err := marshal(v)
			if err != nil {
				return nil, err
			}
			b.Write(data)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// marshal is json.Marshal without the escapes that only HTML needs.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

func rowObject(q *Query, row []any) object {
	o := make(object, len(row))
	for i, c := range q.Columns {
		o[i] = member{c.Name, row[i]}
	}
	return o
}

// renderJSON writes one object: what was asked, how it was understood, and the
// rows as objects.
func renderJSON(w io.Writer, r *Result, _ RenderOptions) error {
	params := make(object, len(r.Params))
	for i, a := range r.Params {
		params[i] = member{a.Param.Name, a.Value}
	}
	columns := make([]object, len(r.Query.Columns))
	for i, c := range r.Query.Columns {
		columns[i] = object{{"name", c.Name}, {"type", c.Type}}
	}
	rows := make([]object, len(r.Rows))
	for i, row := range r.Rows {
		rows[i] = rowObject(r.Query, row)
	}
	notes := r.Notes
	if notes == nil {
		notes = []string{}
	}
	data, err := marshal(object{
		{"query", r.Query.Name},
		{"title", r.Query.Title},
		{"params", params},
		{"columns", columns},
		{"rows", rows},
		{"truncated", r.Truncated},
		{"notes", notes},
	})
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if err := json.Indent(&out, data, "", "  "); err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return err
}

// renderJSONLines writes an object a row.
func renderJSONLines(w io.Writer, r *Result, _ RenderOptions) error {
	for _, row := range r.Rows {
		data, err := marshal(rowObject(r.Query, row))
		if err != nil {
			return err
		}
		if _, err := w.Write(append(data, '\n')); err != nil {
			return err
		}
	}
	return nil
}
