package queries

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// scriptLimit is the number of rows of a script whose query has no limit of its
// own: Neo4j Browser gets slow with tables beyond it. It stands in the text, for
// everybody to see and change.
const scriptLimit = 1000

// Script returns the query as a statement that runs as it is in Neo4j Browser or
// cypher-shell: the title is its first line, and the parameters with their
// defaults stand in a map above the statement, to be changed there. Entities are
// lists of ids, ['state:KP']; days are texts, '2024-01-31'. It needs Neo4j 5.23.
func (q *Query) Script() (string, error) {
	found, bad := scan(q.Cypher)
	if bad != nil {
		return "", fmt.Errorf("%s: %s", q.File, bad.what)
	}
	var b strings.Builder
	b.WriteString("// " + q.Title + "\n")
	limits := map[string]string{}
	var rows [][2]string
	for _, p := range q.Params {
		if p.Time && !slices.ContainsFunc(found.placeholders, func(f placeholder) bool { return f.name == p.Name }) {
			continue // the script asks about today
		}
		v, err := scriptValue(p)
		if err != nil {
			return "", fmt.Errorf("%s: param %s: %w", q.File, p.Name, err)
		}
		if p.Type.Kind == KindLimit { // LIMIT takes no variable
			limits[p.Name] = v
			continue
		}
		rows = append(rows, [2]string{p.Name + ": " + v, p.Doc})
	}
	statement := strings.Builder{}
	last := 0
	for _, f := range found.placeholders {
		statement.WriteString(q.Cypher[last:f.at])
		last = f.at + 1
		if v, ok := limits[f.name]; ok {
			statement.WriteString(v)
			last += len(f.name)
			continue
		}
		statement.WriteString(packedParam + ".")
	}
	statement.WriteString(q.Cypher[last:])
	if len(rows) == 0 {
		b.WriteString(statement.String() + "\n")
		return b.String(), nil
	}
	b.WriteString("WITH {\n")
	for i, r := range rows {
		comma := ","
		if i == len(rows)-1 {
			comma = ""
		}
		fmt.Fprintf(&b, "  %s%s // %s\n", r[0], comma, r[1])
	}
	b.WriteString("} AS " + packedParam + "\nCALL (" + packedParam + ") {\n" + statement.String() + "\n}\nRETURN ")
	for i, c := range q.Columns {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(c.Name)
	}
	b.WriteString("\n")
	return b.String(), nil
}

// scriptValue is a parameter's default as Cypher writes it. A required one has
// none: an empty value, that finds nothing, stands for it.
func scriptValue(p Param) (string, error) {
	switch {
	case p.Required:
		if _, entity := p.Type.IsEntity(); entity || p.Type.Kind == KindList {
			return "[]", nil
		}
		return "''", nil
	case p.Null && p.Type.Kind == KindLimit:
		return strconv.Itoa(scriptLimit), nil
	case p.Null:
		return "null", nil
	}
	v, err := convert(p.Type, p.Default)
	if err != nil {
		return "", err
	}
	return literal(v), nil
}

// literal writes a value as Cypher does.
func literal(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case string:
		return "'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`).Replace(v) + "'"
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = literal(v[i])
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(v)
}
