package queries

import (
	"context"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Reader runs a statement in a read session and calls each for every row. An
// error of each ends the statement and is returned. store.Store is one.
type Reader interface {
	Read(ctx context.Context, cypher string, params map[string]any, each func(keys []string, values []any) error) error
}

// A Result is the answer to a query.
type Result struct {
	Query     *Query
	Params    []Arg   // every parameter of the query, in its order
	Rows      [][]any // a value a column: nil, string, int64, []string or [Source]
	Truncated bool    // there are more rows than the limit that was asked for

	// Notes are sentences for the user: how a vague name was understood, that
	// rows were cut, why there are none.
	Notes []string
}

// An Arg is a parameter with its value.
type Arg struct {
	Param Param
	Given string // as typed; empty when the default holds
	Value any    // as the statement gets it, but for the limit, which is as typed
}

// Run answers the named query. The keys of args are names of parameters, with
// dashes or underscores; a parameter that is missing has its default. The error
// is a [*UsageError], an [*UnknownEntityError], or what the reader returned.
func (l *Library) Run(ctx context.Context, r Reader, name string, args map[string]string) (*Result, error) {
	q, err := l.Query(name)
	if err != nil {
		return nil, err
	}
	return q.Run(ctx, r, args)
}

// Run answers the query; see [Library.Run].
func (q *Query) Run(ctx context.Context, r Reader, args map[string]string) (*Result, error) {
	bound, err := q.bind(args)
	if err != nil {
		return nil, err
	}
	res := &Result{Query: q, Params: bound}
	if err := res.lookUp(ctx, r); err != nil {
		return nil, err
	}
	limit := q.limitOf(bound)
	err = r.Read(ctx, q.statement(bound), values(bound), func(keys []string, v []any) error {
		if int64(len(res.Rows)) == limit {
			res.Truncated = true
			return nil
		}
		row, err := q.row(keys, v)
		if err != nil {
			return err
		}
		res.Rows = append(res.Rows, row)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if err := res.name(ctx, r); err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if err := res.countUndated(ctx, r); err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	switch {
	case res.Truncated:
		res.Notes = append(res.Notes, fmt.Sprintf("there are more rows than --limit %d", limit))
	case len(res.Rows) == 0:
		why, err := res.whyEmpty(ctx, r)
		if err != nil {
			return nil, fmt.Errorf("query %s: %w", q.Name, err)
		}
		res.Notes = append(res.Notes, why...)
	}
	return res, nil
}

// Statement returns the statement as Run sends it, with its parameters. Its
// errors are those of Run.
func (q *Query) Statement(ctx context.Context, r Reader, args map[string]string) (cypher string, params map[string]any, err error) {
	bound, err := q.bind(args)
	if err != nil {
		return "", nil, err
	}
	res := &Result{Query: q, Params: bound}
	if err := res.lookUp(ctx, r); err != nil {
		return "", nil, err
	}
	return q.statement(res.Params), values(res.Params), nil
}

// Count answers the query with the number of its rows, which a limit bounds as
// it bounds them. Its errors are those of Run.
func (q *Query) Count(ctx context.Context, r Reader, args map[string]string) (*Result, error) {
	bound, err := q.bind(args)
	if err != nil {
		return nil, err
	}
	res := &Result{Query: q, Params: bound}
	if err := res.lookUp(ctx, r); err != nil {
		return nil, err
	}
	n, err := count(ctx, r, q.statement(res.Params), values(res.Params))
	if err != nil {
		return nil, fmt.Errorf("query %s: %w", q.Name, err)
	}
	if limit := q.limitOf(res.Params); int64(n) > limit {
		n, res.Truncated = int(limit), true
		res.Notes = append(res.Notes, fmt.Sprintf("there are more rows than --limit %d", limit))
	}
	res.Query = &Query{Name: q.Name, Title: q.Title, File: q.File, Columns: []Column{{Name: "rows", Type: ColInt, Doc: "Number of rows."}}}
	res.Rows = [][]any{{int64(n)}}
	return res, nil
}

// NullParams are parameters with which the statement can be planned.
func (q *Query) NullParams() map[string]any {
	params := map[string]any{}
	for _, p := range q.Params {
		params[p.Name] = nil
		if p.Type.Kind == KindLimit {
			params[p.Name] = 1
		}
	}
	return params
}

// CheckColumns reports whether a statement that returns keys returns what its
// header says.
func (q *Query) CheckColumns(keys []string) error {
	if !slices.EqualFunc(q.Columns, keys, func(c Column, key string) bool { return c.Name == key }) {
		return q.mismatch(keys)
	}
	return nil
}

var serverPlace = regexp.MustCompile(`\(?\bline (\d+), column (\d+)( \(offset: \d+\))?\)?`)

// Place makes an error of what a server says about the statement: the first
// place that it names becomes one of the file.
func (q *Query) Place(text string) error {
	text, _, _ = strings.Cut(text, "\n")
	line := 1
	if m := serverPlace.FindStringSubmatch(text); m != nil {
		line, _ = strconv.Atoi(m[1]) // digits
		text = strings.TrimSpace(strings.Replace(text, m[0], "", 1))
		line += strings.Count(q.Text[:max(0, strings.Index(q.Text, q.Cypher))], "\n")
	}
	return fmt.Errorf("%s:%d: %s", q.File, line, text)
}

// bind checks and converts the arguments. Entities are still names.
func (q *Query) bind(args map[string]string) ([]Arg, error) {
	given := map[string]string{}
	for name, v := range args {
		p, ok := q.Param(name)
		if !ok {
			return nil, q.noParam(name)
		}
		given[p.Name] = v
	}
	bound := make([]Arg, 0, len(q.Params))
	for _, p := range q.Params {
		a := Arg{Param: p}
		text, isGiven := given[p.Name]
		switch {
		case isGiven:
			a.Given = text
		case p.Required:
			return nil, &UsageError{q.Name, "--" + p.Flag() + " is required", "dossier query " + q.Name + " --help"}
		case p.Null:
			bound = append(bound, a)
			continue
		default:
			text = p.Default
		}
		v, err := convert(p.Type, text)
		if err != nil {
			return nil, &UsageError{q.Name, fmt.Sprintf("--%s: %v", p.Flag(), err), "dossier query " + q.Name + " --help"}
		}
		a.Value = v
		bound = append(bound, a)
	}
	return bound, nil
}

func (q *Query) noParam(name string) error {
	flags := make([]string, len(q.Params))
	for i, p := range q.Params {
		flags[i] = "--" + p.Flag()
	}
	return &UsageError{
		q.Name,
		fmt.Sprintf("no parameter --%s; it takes %s", strings.ReplaceAll(name, "_", "-"), strings.Join(flags, ", ")),
		"dossier query " + q.Name + " --help",
	}
}

// lookUp replaces names of entities by their ids and checks ids of claims.
func (res *Result) lookUp(ctx context.Context, r Reader) (err error) {
	for i := range res.Params {
		a := &res.Params[i]
		if a.Value == nil {
			continue
		}
		if a.Param.Type.Kind == KindClaim {
			if err := checkClaim(ctx, r, a); err != nil {
				return err
			}
		}
		labels, ok := a.Param.Type.IsEntity()
		if !ok {
			continue
		}
		names, ok := a.Value.([]any)
		if !ok {
			names = []any{a.Value}
		}
		var ids []string
		for _, n := range names {
			found, note, err := resolve(ctx, r, a.Param.Flag(), n.(string), labels)
			if err != nil {
				return err
			}
			if note != "" {
				res.Notes = append(res.Notes, note)
			}
			ids = append(ids, found...)
		}
		slices.Sort(ids)
		ids = slices.Compact(ids)
		if a.Param.Type.Kind == KindWithin {
			if ids, err = within(ctx, r, ids); err != nil {
				return err
			}
		}
		a.Value = ids
	}
	return nil
}

func checkClaim(ctx context.Context, r Reader, a *Arg) error {
	known := false
	err := r.Read(ctx, "MATCH (c:Claim {id: $id}) RETURN c.id AS id", map[string]any{"id": a.Value}, func([]string, []any) error {
		known = true
		return nil
	})
	if err == nil && !known {
		err = fmt.Errorf("no claim %q in this graph; the ids of claims are in the answers of --format json", a.Given)
	}
	return err
}

// values are the parameters as the server gets them; see [packed].
func values(bound []Arg) map[string]any {
	out := make(map[string]any, len(bound))
	for _, a := range bound {
		out[a.Param.Name] = a.Value
		if a.Param.Type.Kind == KindLimit {
			out[a.Param.Name] = unlimited
			if n, ok := a.Value.(int64); ok {
				out[a.Param.Name] = n + 1
			}
		}
	}
	return map[string]any{packedParam: out}
}

// The LIMIT of a query without one. Cypher knows no "LIMIT null".
const unlimited int64 = math.MaxInt64 - 1

func (q *Query) limitOf(bound []Arg) int64 {
	for _, a := range bound {
		if n, ok := a.Value.(int64); ok && a.Param.Type.Kind == KindLimit {
			return n
		}
	}
	return unlimited
}

// row checks a row against the header and gives its values their types.
func (q *Query) row(keys []string, v []any) ([]any, error) {
	if err := q.CheckColumns(keys); err != nil {
		return nil, err
	}
	row := make([]any, len(v))
	for i, c := range q.Columns {
		var ok bool
		if row[i], ok = typed(c.Type, v[i]); !ok {
			return nil, fmt.Errorf("%s: column %s: the statement returned %T, the header says %s", q.File, c.Name, v[i], c.Type)
		}
	}
	return row, nil
}

func (q *Query) mismatch(keys []string) error {
	want := make([]string, len(q.Columns))
	for i, c := range q.Columns {
		want[i] = c.Name
	}
	return fmt.Errorf("%s: the statement returns %s, the header says %s", q.File, strings.Join(keys, ", "), strings.Join(want, ", "))
}

func typed(t ColumnType, v any) (any, bool) {
	switch t {
	case ColInt:
		if v == nil {
			return nil, true
		}
		n, ok := v.(int64)
		return n, ok
	case ColList, ColClaims:
		list, ok := v.([]any)
		out := texts(v)
		ok = ok && len(out) == len(list)
		slices.Sort(out)
		return slices.Compact(out), ok
	case ColSource:
		if v == nil {
			return nil, true
		}
		return sourceOf(v)
	}
	if v == nil {
		return nil, true
	}
	s, ok := v.(string)
	return s, ok
}
