package queries

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Two questions about time, which every query that returns facts can be asked
// with: what had happened by a day (--as-of-event), and what had been published
// by a day (--known-by). They are different questions: the first reads the dates
// of events, the second those of articles, and neither reads the other's.
//
// Statements ask both with macros, which are expanded here, so that the rule of
// what was known when stands in one place:
//
//	seen(c)          the fields of a claim as they were then: status, date, count, ...
//	visible(e, seen) whether an edge of evidence, or one of ASSERTS and DENIES, counts
//	visible(a)       whether an article counts
//	cited(e)         the same, but references count, too, that are no news
//	told(c, x)       whether anybody had said that x has a role in the claim
//	happened(seen)   whether the claim's event had happened
//	surest(list)     the surest of several statuses
//
// Without the parameters they are next to nothing: seen(c) is c itself.
var macroNames = []string{"seen", "visible", "cited", "told", "happened", "surest"}

const (
	paramKnownBy   = "known_by"
	paramAsOfEvent = "as_of_event"
	paramUndated   = "undated"
)

// timeParams are the parameters that @time adds, but for those that the header
// declares itself.
func (p *parser) timeParams() []Param {
	if p.time == 0 {
		return nil
	}
	until, yes := Type{Kind: KindUntil}, Type{Kind: KindBool}
	all := []Param{
		{Name: paramAsOfEvent, Type: until, Null: true, Time: true, Line: p.time,
			Doc: "Only what had happened by the end of this day, month or year; claims without a date are left out."},
		{Name: paramKnownBy, Type: until, Null: true, Time: true, Line: p.time,
			Doc: "As of what had been published by the end of this day, month or year: claims, statuses, counts and sentences."},
		{Name: paramUndated, Type: yes, Default: "false", Time: true, Line: p.time,
			Doc: "With --as-of-event, also claims without a date."},
	}
	return slices.DeleteFunc(all, func(t Param) bool {
		_, declared := p.q.Param(t.Name)
		return declared
	})
}

// recomputed are the fields of a claim that follow from its evidence, so that
// they were others before some of it was published.
var recomputed = []string{"status", "articles", "origins", "firstReported", "lastReported", "date", "dateTo", "datePrecision",
	"countMin", "countMax", "countQualifier", "countUnit", "content"}

// checkTime checks that a statement asks about time wherever it has to: an edge
// of evidence that is not asked whether it is visible, or a field of the claim
// itself, would show what nobody knew then.
func (p *parser) checkTime(from int, text string, found parts) {
	seen, visible := map[string]bool{}, map[string]bool{}
	for _, c := range found.calls {
		switch want := map[string]int{"told": 2}[c.name]; {
		case p.time == 0 && c.name != "surest":
			p.errorf(from+c.line, "%s() needs // @time in the header", c.name)
		case want > 0 && len(c.args) != want, c.name != "visible" && want == 0 && len(c.args) > 1:
			p.errorf(from+c.line, "%s() takes %d argument(s)", c.name, cmp.Or(want, 1))
		case c.name == "seen":
			seen[c.args[0]] = true
		case c.name == "visible", c.name == "cited":
			visible[c.args[0]] = true
		}
	}
	for _, m := range evidenceRE.FindAllStringSubmatchIndex(text, -1) {
		line := from + 1 + strings.Count(text[:m[0]], "\n")
		name := ""
		if m[2] >= 0 {
			name = text[m[2]:m[3]]
		}
		switch {
		case p.time == 0: // a query of the user's may be about all that was ever read
		case name == "":
			p.errorf(line, "evidence without a name: want [ev:EVIDENCES] and visible(ev, ...)")
		case !visible[name]:
			p.errorf(line, "evidence %s is used whenever it was published: want visible(%s, ...)", name, name)
		}
	}
	for _, a := range found.accesses {
		if seen[a.variable] && slices.Contains(recomputed, a.property) {
			p.errorf(from+a.line, "%s.%s is of today: want a field of seen(%s)", a.variable, a.property, a.variable)
		}
	}
}

// evidenceRE finds the edges that stand for evidence, with their names.
var evidenceRE = regexp.MustCompile(`\[\s*(\w*)\s*:[\w|]*\b(?:EVIDENCES|ASSERTS|DENIES)\b`)

// A view is which of the two questions is asked.
type view struct{ knownBy, asOfEvent bool }

func viewOf(bound []Arg) view {
	var v view
	for _, a := range bound {
		switch a.Param.Name {
		case paramKnownBy:
			v.knownBy = a.Value != nil
		case paramAsOfEvent:
			v.asOfEvent = a.Value != nil
		}
	}
	return v
}

// statement is what the server gets; see [packed].
func (q *Query) statement(bound []Arg) string { return packed(expand(q.body, viewOf(bound))) }

// Asked is the statement that answers for these arguments, as [Query.Cypher] has
// it: with its parameters as $name. The error is a [*UsageError].
func (q *Query) Asked(args map[string]string) (string, error) {
	bound, err := q.bind(args)
	if err != nil {
		return "", err
	}
	return expand(q.body, viewOf(bound)), nil
}

// expand puts Cypher in the place of macros.
func expand(text string, v view) string {
	found, _ := scan(text) // errors are told by whoever checks the statement
	var b strings.Builder
	last := 0
	for _, c := range found.calls {
		b.WriteString(text[last:c.from])
		b.WriteString(v.macro(c))
		last = c.to
	}
	b.WriteString(text[last:])
	return b.String()
}

func (v view) macro(c call) string {
	x, y := c.args[0], c.args[len(c.args)-1]
	withdrawn := ""
	if len(c.args) > 1 {
		withdrawn = " OR " + y + ".status IN ['withdrawn', 'reference']"
	}
	switch {
	case c.name == "surest":
		return "head([surest IN ['" + strings.Join(Statuses(), "', '") + "'] WHERE surest IN " + x + "])"
	case c.name == "happened" && v.asOfEvent:
		return fmt.Sprintf("(coalesce(%[1]s.dateTo, %[1]s.date) <= $as_of_event OR %[1]s.date IS NULL AND $undated)", x)
	case c.name == "happened", c.name == "told" && !v.knownBy:
		return "true"
	case c.name == "visible" && !v.knownBy && withdrawn == "":
		return "(" + x + ".superseded IS NULL AND " + x + ".reference IS NULL)"
	case c.name == "cited" && !v.knownBy:
		return x + ".superseded IS NULL"
	case c.name == "visible" && !v.knownBy:
		return "(" + x + ".superseded IS NULL AND " + x + ".reference IS NULL" + withdrawn + ")"
	case c.name == "visible":
		return fmt.Sprintf("(%[1]s.known <= $known_by AND ((%[1]s.until IS NULL OR %[1]s.until > $known_by) AND %[1]s.reference IS NULL%[2]s))", x, withdrawn)
	case c.name == "cited":
		return fmt.Sprintf("(%[1]s.known <= $known_by AND (%[1]s.until IS NULL OR %[1]s.until > $known_by))", x)
	case c.name == "told":
		return strings.NewReplacer("CLAIM", x, "ENTITY", y).Replace(toldThen)
	case !v.knownBy:
		return x
	}
	return strings.ReplaceAll(seenThen, "CLAIM", x)
}

const toldThen = `EXISTS { MATCH (CLAIM)<-[toldBy:EVIDENCES]-() WHERE toldBy.known <= $known_by AND any(toldRole IN toldBy.roles WHERE toldRole ENDS WITH '=' + ENTITY.id) }`

// seenThen adds the evidence up as the store does, from what had been published:
// the most precise date, of several the earliest; the widest count; the surest
// status. A judgement counts from the day on which it was made. Aggregating
// functions will not do: the server takes the clause around for one that
// aggregates.
const seenThen = `head([seenAll IN [COLLECT {
    MATCH (CLAIM)<-[seenBy:EVIDENCES]-(seenIn)<-[:HAS_SENTENCE]-(seenAt)
    WHERE seenBy.known <= $known_by
    RETURN {by: seenBy, origin: seenBy.origin, article: coalesce(seenAt.publication, seenAt.id), published: seenAt.published,
            reference: seenBy.reference, gone: coalesce(seenBy.until <= $known_by, seenBy.reference, false)} AS seenOne
    ORDER BY seenBy.date IS NULL, CASE seenBy.datePrecision WHEN 'day' THEN 0 WHEN 'week' THEN 1 WHEN 'month' THEN 2 WHEN 'year' THEN 3
                                  WHEN 'span' THEN 4 ELSE 5 END, seenBy.date, seenBy.dateTo
}] WHERE seenAll <> [] |
head([seenNow IN [CASE WHEN all(x IN seenAll WHERE x.gone) THEN seenAll ELSE [x IN seenAll WHERE NOT x.gone] END] |
head([seenStances IN [[x IN seenNow | x.by.stance]] | {
    status: CASE
        WHEN CLAIM.judgedOn <= $known_by THEN CLAIM.judgement
        WHEN all(x IN seenAll WHERE x.gone) THEN CASE WHEN any(x IN seenAll WHERE x.reference) THEN 'reference' ELSE 'withdrawn' END
        WHEN 'denied' IN seenStances AND any(x IN seenStances WHERE x IN ['asserted', 'attributed', 'alleged']) THEN 'disputed'
        WHEN 'asserted' IN seenStances THEN 'asserted'
        WHEN 'attributed' IN seenStances THEN 'attributed'
        WHEN 'alleged' IN seenStances THEN 'alleged'
        WHEN 'denied' IN seenStances THEN 'denied'
        WHEN 'hypothetical' IN seenStances THEN 'planned'
        ELSE 'headline' END,
    articles: COUNT { UNWIND [x IN seenNow WHERE x.reference IS NULL] AS x RETURN DISTINCT x.article },
    origins: COUNT { UNWIND [x IN seenNow WHERE x.reference IS NULL] AS x RETURN DISTINCT x.origin },
    firstReported: reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.published < m THEN coalesce(x.published, m) ELSE m END),
    lastReported: reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.published > m THEN coalesce(x.published, m) ELSE m END),
    date: seenNow[0].by.date, dateTo: seenNow[0].by.dateTo, datePrecision: seenNow[0].by.datePrecision,
    countMin: reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.by.countMin < m THEN coalesce(x.by.countMin, m) ELSE m END),
    countMax: CASE WHEN any(x IN seenNow WHERE x.by.countMax = -1) THEN -1
                   ELSE reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.by.countMax > m THEN coalesce(x.by.countMax, m) ELSE m END) END,
    countUnit: reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.by.countUnit < m THEN coalesce(x.by.countUnit, m) ELSE m END),
    content: reduce(m = null, x IN seenNow | CASE WHEN m IS NULL OR x.by.content < m THEN coalesce(x.by.content, m) ELSE m END)
}])])])`

// countUndated says how many more rows there would be with claims whose date
// nobody gives: they are left out, because nothing says that they had happened.
func (res *Result) countUndated(ctx context.Context, r Reader) error {
	if !viewOf(res.Params).asOfEvent {
		return nil
	}
	bound := slices.Clone(res.Params)
	for i := range bound {
		switch {
		case bound[i].Param.Name == paramUndated && bound[i].Value == true:
			return nil
		case bound[i].Param.Name == paramUndated:
			bound[i].Value = true
		case bound[i].Param.Type.Kind == KindLimit:
			bound[i].Value = manyRows
		}
	}
	n, err := count(ctx, r, res.Query.statement(bound), values(bound))
	if err != nil {
		return err
	}
	if n > len(res.Rows) && !res.Truncated {
		res.Notes = append(res.Notes, fmt.Sprintf("with claims that nobody dates there %s: --undated", rows(n)))
	}
	return nil
}
