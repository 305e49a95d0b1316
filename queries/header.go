package queries

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dossier/graph"
)

var (
	nameRE   = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	identRE  = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
	paramRE  = regexp.MustCompile(`^(\S+) +([^\s=:]+)(?: += +("(?:[^"\\]|\\.)*"|[^\s"]*[^\s":]))?: +(.+)$`)
	columnRE = regexp.MustCompile(`^(\S+) +([^\s=:]+): +(.+)$`)
	typeRE   = regexp.MustCompile(`^([a-z-]+)(?:\((.*)\))?$`)
)

// longest title that Neo4j Browser's list of saved scripts shows whole
const maxTitle = 60

const directives = "@name, @tags, @description, @time, @param, @column, @detail, @example"

// taken are names of commands below dossier query, which a query would hide.
var taken = []string{"check"}

// Parse reads one query file. Errors are of the form "file:line: what is wrong";
// all that is wrong is reported.
func Parse(file string, data []byte) (*Query, error) {
	p := parser{q: &Query{File: file}}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s:1: not UTF-8", file)
	}
	text := strings.ReplaceAll(string(data), "\r\n", "\n")
	lines := strings.Split(text, "\n")
	body := p.header(lines)
	p.q.Params = append(p.q.Params, p.timeParams()...)
	p.body(lines, body)
	p.q.Text = strings.Join(append(lines[:body:body], p.q.Cypher), "\n") + "\n"
	p.complete()
	if err := errors.Join(p.errs...); err != nil {
		return nil, err
	}
	return p.q, nil
}

type parser struct {
	q    *Query
	time int // line of @time; 0 without
	errs []error
}

func (p *parser) errorf(line int, format string, args ...any) {
	p.errs = append(p.errs, fmt.Errorf("%s:%d: %s", p.q.File, line, fmt.Sprintf(format, args...)))
}

// header reads the leading comment lines and returns the index of the first line
// of the statement.
func (p *parser) header(lines []string) int {
	title, ok := strings.CutPrefix(lines[0], "// ")
	title = strings.TrimSpace(title)
	switch {
	case !ok || title == "" || strings.HasPrefix(title, "@"):
		p.errorf(1, `the first line must be "// " and the title of the query`)
	case utf8.RuneCountInString(title) > maxTitle:
		p.errorf(1, "the title has %d characters, at most %d are shown in Neo4j Browser", utf8.RuneCountInString(title), maxTitle)
	case strings.HasSuffix(title, "."):
		p.errorf(1, "the title ends with a full stop")
	}
	p.q.Title = title

	var directive strings.Builder // a directive with the lines it goes on in
	start := 0
	flush := func() {
		if start > 0 {
			p.directive(start, directive.String())
		}
		directive.Reset()
		start = 0
	}
	i := 0
	if strings.HasPrefix(lines[0], "//") {
		i = 1
	}
	for ; i < len(lines) && strings.HasPrefix(lines[i], "//"); i++ {
		rest := lines[i][len("//"):]
		switch {
		case strings.HasPrefix(rest, " @"):
			flush()
			start = i + 1
			directive.WriteString(strings.TrimSpace(rest))
		case strings.TrimSpace(rest) == "":
			flush()
		case strings.HasPrefix(rest, "   ") && start > 0:
			directive.WriteByte(' ')
			directive.WriteString(strings.TrimSpace(rest))
		default:
			p.errorf(i+1, "%q is neither a directive (%s) nor, with three spaces after //, the rest of one", lines[i], directives)
		}
	}
	flush()
	return i
}

func (p *parser) directive(line int, text string) {
	key, rest, _ := strings.Cut(text, " ")
	rest = strings.TrimSpace(rest)
	if key == "@time" {
		switch {
		case rest != "":
			p.errorf(line, "@time stands alone: what it adds is the same everywhere")
		case p.time > 0:
			p.errorf(line, "second @time")
		}
		p.time = line
		return
	}
	if rest == "" && key != "@" {
		p.errorf(line, "%s says nothing", key)
		return
	}
	switch key {
	case "@name":
		switch {
		case p.q.Name != "":
			p.errorf(line, "second @name")
		case !nameRE.MatchString(rest):
			p.errorf(line, "name %q: want lower-case words joined by dashes", rest)
		case slices.Contains(taken, rest):
			p.errorf(line, "name %q: dossier query %s is a command", rest, rest)
		case rest+".cypher" != path.Base(filepath.ToSlash(p.q.File)):
			p.errorf(line, "name %q: the file must be called %s.cypher", rest, rest)
		}
		p.q.Name = rest
	case "@tags":
		p.tags(line, rest)
	case "@description":
		if p.q.Description != "" {
			p.errorf(line, "second @description")
		}
		p.q.Description = rest
	case "@param":
		p.param(line, rest)
	case "@column":
		p.column(line, rest, false)
	case "@detail":
		p.column(line, rest, true)
	case "@example":
		if !strings.HasPrefix(rest, "dossier ") {
			p.errorf(line, `example %q does not begin with "dossier "`, rest)
		}
		p.q.Examples = append(p.q.Examples, rest)
	default:
		p.errorf(line, "unknown directive %s: want one of %s", key, directives)
	}
}

func (p *parser) tags(line int, text string) {
	if p.q.Tags != nil {
		p.errorf(line, "second @tags")
	}
	for _, tag := range strings.Split(text, ",") {
		tag = strings.TrimSpace(tag)
		switch {
		case !nameRE.MatchString(tag):
			p.errorf(line, "tag %q: want lower-case words joined by dashes, with commas between tags", tag)
		case slices.Contains(p.q.Tags, tag):
			p.errorf(line, "second tag %s", tag)
		}
		p.q.Tags = append(p.q.Tags, tag)
	}
	slices.Sort(p.q.Tags)
}

func (p *parser) param(line int, text string) {
	m := paramRE.FindStringSubmatch(text)
	if m == nil {
		p.errorf(line, "@param %s: want NAME TYPE: TEXT or NAME TYPE = DEFAULT: TEXT", text)
		return
	}
	typ, err := parseType(m[2])
	if err != nil {
		p.errorf(line, "param %s: %v", m[1], err)
		p.q.Params = append(p.q.Params, Param{Name: m[1], Line: line}) // so that its uses are no errors too
		return
	}
	param := Param{Name: m[1], Type: typ, Doc: m[4], Default: m[3], Required: m[3] == "", Null: m[3] == "null", Line: line}
	switch {
	case !identRE.MatchString(param.Name):
		p.errorf(line, "param name %q: want lower-case words joined by underscores", param.Name)
	case slices.ContainsFunc(p.q.Params, func(o Param) bool { return o.Name == param.Name }):
		p.errorf(line, "second param %s", param.Name)
	}
	if param.Null {
		param.Default = ""
	}
	if strings.HasPrefix(param.Default, `"`) {
		if param.Default, err = strconv.Unquote(param.Default); err != nil {
			p.errorf(line, "param %s: default %s: bad quotes", param.Name, m[3])
		}
	}
	if !param.Required && !param.Null {
		if _, isEntity := typ.IsEntity(); isEntity {
			p.errorf(line, "param %s: an entity can only default to null: a graph may not know %q", param.Name, param.Default)
		} else if _, err := convert(typ, param.Default); err != nil {
			p.errorf(line, "param %s: default: %v", param.Name, err)
		}
	}
	p.q.Params = append(p.q.Params, param)
}

func (p *parser) column(line int, text string, detail bool) {
	m := columnRE.FindStringSubmatch(text)
	if m == nil {
		p.errorf(line, "column %s: want NAME TYPE: TEXT", text)
		return
	}
	c := Column{Name: m[1], Type: ColumnType(m[2]), Doc: m[3], Detail: detail}
	last := len(p.q.Columns) - 1
	switch {
	case !identRE.MatchString(c.Name):
		p.errorf(line, "column name %q: want lower-case words joined by underscores", c.Name)
	case slices.ContainsFunc(p.q.Columns, func(o Column) bool { return o.Name == c.Name }):
		p.errorf(line, "second column %s", c.Name)
	case !slices.Contains(columnTypes, c.Type):
		p.errorf(line, "column %s: unknown type %q: want one of %s", c.Name, m[2], join(columnTypes))
	case c.Type == ColSource && (last < 0 || p.q.Columns[last].Type != ColSentence):
		p.errorf(line, "column %s: a source must follow the sentence it belongs to", c.Name)
	}
	p.q.Columns = append(p.q.Columns, c)
}

func parseType(s string) (Type, error) {
	m := typeRE.FindStringSubmatch(s)
	if m == nil || !slices.Contains(kinds, Kind(m[1])) {
		return Type{}, fmt.Errorf("unknown type %q: want one of %s", s, join(kinds))
	}
	t := Type{Kind: Kind(m[1])}
	arg := m[2]
	switch t.Kind {
	case KindEntity, KindWithin:
		if arg == "" {
			return t, nil
		}
		t.Of = strings.Split(arg, "|")
		o := graph.DefaultOntology()
		for _, l := range t.Of {
			if _, ok := o.Labels[l]; !ok {
				return Type{}, fmt.Errorf("type %s: unknown label %q: want some of %s", s, l, strings.Join(o.LabelNames(), ", "))
			}
		}
	case KindChoice:
		t.Of = strings.Split(arg, "|")
		for _, v := range t.Of {
			if !nameRE.MatchString(v) {
				return Type{}, fmt.Errorf("type %s: want the values as choice(a|b|c)", s)
			}
		}
	case KindList:
		elem, err := parseType(arg)
		if err != nil {
			return Type{}, fmt.Errorf("type %s: %w", s, err)
		}
		if elem.Kind == KindList || elem.Kind == KindLimit || elem.Kind == KindBool {
			return Type{}, fmt.Errorf("type %s: no list of %s", s, elem.Kind)
		}
		t.Elem = &elem
	default:
		if strings.Contains(s, "(") {
			return Type{}, fmt.Errorf("type %s: %s takes nothing in brackets", s, t.Kind)
		}
	}
	return t, nil
}

// body takes the statement and checks it against the declared parameters.
func (p *parser) body(lines []string, from int) {
	text := strings.Join(lines[from:], "\n")
	p.q.Cypher = strings.TrimSpace(text)
	if p.q.Cypher == "" {
		p.errorf(min(from+1, len(lines)), "no statement after the header")
		return
	}
	found, err := scan(text)
	if err != nil {
		p.errorf(from+err.line, "%s", err.what)
		return
	}
	p.q.body = p.q.Cypher
	p.q.Cypher = expand(p.q.body, view{})
	p.checkTime(from, text, found)
	used := map[string]bool{}
	for _, f := range found.placeholders {
		if _, ok := p.q.Param(f.name); !ok && !used[f.name] {
			p.errorf(from+f.line, "$%s is not declared: add // @param %s TYPE: TEXT", f.name, f.name)
		}
		used[f.name] = true
	}
	for _, param := range p.q.Params {
		if !used[param.Name] && !param.Time {
			p.errorf(param.Line, "param %s is not used: the statement has no $%s", param.Name, param.Name)
		}
	}
}

// packed is the statement with all its parameters in one map, $args. The server
// keeps a plan for each combination of parameter types, and null, a list of one
// and a list of two are different types to it: every other way to ask would wait
// for a plan of its own, which takes longer than the answer.
func packed(text string) string {
	found, _ := scan(text) // it was scanned before
	var b strings.Builder
	last := 0
	for _, f := range found.placeholders {
		b.WriteString(text[last:f.at])
		b.WriteString("$" + packedParam + ".")
		last = f.at + 1
	}
	b.WriteString(text[last:])
	return strings.TrimSpace(b.String())
}

const packedParam = "args"

func (p *parser) complete() {
	for _, missing := range []struct {
		what  string
		isNot bool
	}{
		{"@name", p.q.Name == ""},
		{"@description", p.q.Description == ""},
		{"@column", len(p.q.Columns) == 0},
		{"@example", len(p.q.Examples) == 0},
	} {
		if missing.isNot {
			p.errorf(1, "the header has no %s", missing.what)
		}
	}
	limits := 0
	for _, param := range p.q.Params {
		if param.Type.Kind == KindLimit {
			limits++
		}
	}
	if limits > 1 {
		p.errorf(1, "%d parameters of type limit, want one", limits)
	}
}

func join[S ~string](list []S) string {
	var b strings.Builder
	for i, s := range list {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(s))
	}
	return b.String()
}
