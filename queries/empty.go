package queries

import (
	"context"
	"fmt"
	"strings"
)

// whyEmpty explains an answer without rows: what was asked for, and which single
// restriction, when lifted, gives how many rows.
func (res *Result) whyEmpty(ctx context.Context, r Reader) ([]string, error) {
	articles, err := count(ctx, r, "MATCH (a:Article) RETURN a.id AS id LIMIT 1", nil)
	if err != nil {
		return nil, err
	}
	if articles == 0 {
		return []string{"the graph is empty; load articles first: dossier load PATH"}, nil
	}
	notes := []string{"nothing recorded" + res.asked()}
	for i, a := range res.Params {
		wider, how, ok := a.widen()
		if !ok {
			continue
		}
		bound := append([]Arg(nil), res.Params...)
		bound[i].Value = wider
		for j := range bound {
			if bound[j].Param.Type.Kind == KindLimit {
				bound[j].Value = manyRows // the statement returns one more at most
			}
		}
		n, err := count(ctx, r, res.Query.statement(bound), values(bound))
		if err != nil {
			return nil, err
		}
		if n > 0 {
			notes = append(notes, fmt.Sprintf("%s there %s", how, rows(n)))
		}
	}
	if len(notes) == 1 {
		notes = append(notes, "no single parameter hides an answer: this graph has none; dossier query sources lists the articles in it")
	}
	return notes, nil
}

// asked lists the parameters that narrow the answer.
func (res *Result) asked() string {
	var parts []string
	for _, a := range res.Params {
		if a.Given != "" && a.Param.Type.Kind != KindLimit {
			parts = append(parts, fmt.Sprintf("--%s %q", a.Param.Flag(), a.Given))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return " for " + strings.Join(parts, " ")
}

// widen returns the value with which the parameter narrows least, and how a user
// gets there. ok is false for a parameter that is as wide as can be.
func (a Arg) widen() (value any, how string, ok bool) {
	t := a.Param.Type
	if a.Value == nil || t.Kind == KindLimit || t.Kind == KindBool {
		return nil, "", false
	}
	if a.Param.Null {
		return nil, "without --" + a.Param.Flag(), true
	}
	if t.Kind != KindList || t.Elem.Values() == nil {
		return nil, "", false
	}
	all := t.Elem.Values()
	had := texts(a.Value)
	if len(had) == len(all) {
		return nil, "", false
	}
	list := make([]any, len(all))
	for i, v := range all {
		list[i] = v
	}
	return list, fmt.Sprintf("with --%s %s", a.Param.Flag(), strings.Join(all, ",")), true
}

func count(ctx context.Context, r Reader, cypher string, params map[string]any) (int, error) {
	n := 0
	err := r.Read(ctx, cypher, params, func([]string, []any) error {
		n++
		return nil
	})
	return n, err
}

// manyRows is as far as rows are counted that nobody asked for.
const manyRows int64 = 1000

func rows(n int) string {
	switch {
	case n == 1:
		return "is 1 row"
	case int64(n) > manyRows:
		return fmt.Sprintf("are more than %d rows", manyRows)
	}
	return fmt.Sprintf("are %d rows", n)
}
