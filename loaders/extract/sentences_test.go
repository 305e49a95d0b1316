package extract

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dossier/graph"
	"dossier/loaders/rules"
)

// The sentences in testdata/sentences were written for this project, with the
// claims that a careful analyst reads in them. testdata/sentences/FORMAT.md
// describes their form.

var updateGaps = flag.Bool("update-gaps", false, "set and clear the marks of known gaps in testdata/sentences")

// published is the date of every article made of an item.
const published = "2024-03-15"

// An item is a short text and the claims that it makes.
type item struct {
	file         string
	line         int
	construction string
	gap          bool // the extractor is known not to read it right
	text         string
	expected     []expectation
}

// An expectation is a line about one claim, or about all of a relation.
type expectation struct {
	line     int
	optional bool
	relation string
	head     []string // readings that are equally right; nil for any
	tail     []string
	standing string            // empty for any, of optional lines only
	roles    map[string]string // "none" for a role that must be absent
	speakers []string          // nearest first; nil for any, empty for the article itself
}

// An observation is a claim as the extractor read it, with one of its evidence.
type observation struct {
	relation   string
	head, tail end
	standing   string
	roles      map[string]string
	speakers   []string
	rule       string
}

// An end is the subject or object of an observed claim.
type end struct {
	name, label string
	described   bool // known by these words only
}

// A fault is one way in which an item is not read right.
type fault struct {
	kind string // "missing", "unexpected", "reversed", "standing", "role" or "speaker"
	text string
}

func TestSentences(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "sentences", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sentences found (%v)", err)
	}
	set, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	x := New(set)
	byFile, byConstruction, byKind := newTally(), newTally(), map[string]int{}
	traps, items := 0, 0
	seen := map[string]string{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		parsed, err := parseItems(filepath.ToSlash(file), data)
		if err != nil {
			t.Fatal(err)
		}
		gaps := map[int]bool{}
		for _, it := range parsed {
			items++
			if it.trap() {
				traps++
			}
			at := fmt.Sprintf("%s:%d", name, it.line)
			if first, ok := seen[it.text]; ok {
				t.Errorf("%s: the same text as %s", at, first)
			}
			seen[it.text] = at
			faults := it.check(x)
			byFile.add(name, len(faults) == 0)
			byConstruction.add(it.construction, len(faults) == 0)
			for _, f := range faults {
				byKind[f.kind]++
			}
			gaps[it.line] = len(faults) > 0
			switch {
			case len(faults) > 0 && it.gap:
				t.Logf("gap %s: %s%s", at, it.text, list(faults))
			case len(faults) > 0 && !*updateGaps:
				t.Errorf("%s: %s%s", at, it.text, list(faults))
			case it.gap && !*updateGaps:
				t.Errorf("%s: is read right now: remove its mark with go test -run TestSentences -update-gaps", at)
			}
		}
		if *updateGaps {
			if err := os.WriteFile(file, markGaps(data, gaps), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("%d items, %d traps\nby file\n%vby construction\n%vfaults %v", items, traps, byFile, byConstruction, byKind)
}

// A tally counts items read right by name.
type tally struct{ all, right map[string]int }

func newTally() tally { return tally{map[string]int{}, map[string]int{}} }

func (t tally) add(name string, right bool) {
	for _, n := range []string{name, "all"} {
		t.all[n]++
		if right {
			t.right[n]++
		}
	}
}

func (t tally) String() string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(t.all)) {
		fmt.Fprintf(&b, "  %-32s %4d of %4d  %3d %%\n", name, t.right[name], t.all[name], 100*t.right[name]/t.all[name])
	}
	return b.String()
}

func list(faults []fault) string {
	var b strings.Builder
	for _, f := range faults {
		fmt.Fprintf(&b, "\n    %-10s %s", f.kind, f.text)
	}
	return b.String()
}

// trap reports whether the item makes no claim, or one that is no plain fact.
func (it item) trap() bool {
	required := 0
	for _, e := range it.expected {
		if !e.optional {
			required++
			if e.standing != "affirmed" {
				return true
			}
		}
	}
	return required == 0
}

// check reads the item and compares.
func (it item) check(x *Extractor) []fault {
	observed := observe(x.Extract(graph.Article{ID: "a0", Published: published, Language: "en", Text: it.text}))
	var faults []fault
	explained := make([]bool, len(observed))
	for _, e := range it.expected {
		var near *fault
		met := false
		for i, o := range observed {
			if !e.same(o, x.onto) {
				continue
			}
			if f := e.compare(o); f != nil {
				near = f
				if !e.optional {
					explained[i] = explained[i] || !it.another(e, o, x.onto)
				}
				continue
			}
			met, explained[i] = true, true
		}
		switch {
		case met || e.optional:
		case near != nil:
			faults = append(faults, *near)
		default:
			kind := "missing"
			if slices.ContainsFunc(observed, func(o observation) bool {
				return o.relation == e.relation && names(e.head, o.tail, x.onto) && names(e.tail, o.head, x.onto)
			}) {
				kind = "reversed"
			}
			faults = append(faults, fault{kind, e.String()})
		}
	}
	for i, o := range observed {
		if !explained[i] && !it.implied(o, x.onto) {
			faults = append(faults, fault{"unexpected", o.String()})
		}
	}
	return faults
}

// another reports whether some other line explains the observation wholly.
func (it item) another(than expectation, o observation, onto *graph.Ontology) bool {
	return slices.ContainsFunc(it.expected, func(e expectation) bool {
		return e.line != than.line && e.same(o, onto) && e.compare(o) == nil
	})
}

// implied reports whether the observation only says in another way what an
// expected claim says: who supplies is who is procured from, who fires at a
// target attacks it, who signs a statement issues it.
func (it item) implied(o observation, onto *graph.Ontology) bool {
	inverse := map[string][2]string{"SUPPLIED": {"recipient", "from"}, "PROCURED": {"from", "recipient"}}
	return slices.ContainsFunc(it.expected, func(e expectation) bool {
		switch {
		case e.standing != "" && !slices.Contains(strings.Split(e.standing, " or "), o.standing):
			return false
		case o.relation == "ATTACKED" && e.relation == "FIRED_AT", o.relation == "ISSUED" && e.relation == "SIGNED":
			return names(e.head, o.head, onto) && names(e.tail, o.tail, onto)
		case o.relation == "SUPPLIED" && e.relation == "PROCURED", o.relation == "PROCURED" && e.relation == "SUPPLIED":
			roles := inverse[o.relation]
			giver := e.roles[roles[1]]
			return names(e.tail, o.tail, onto) && slices.Contains(strings.Split(giver, " / "), o.head.name) &&
				slices.Contains(e.head, cmp.Or(o.roles[roles[0]], e.head[0]))
		}
		return false
	})
}

// same reports whether the observation is of the relation between the ends.
func (e expectation) same(o observation, onto *graph.Ontology) bool {
	if e.relation != o.relation {
		return false
	}
	r := onto.Relations[e.relation]
	if len(r.To) == 0 {
		return names(e.head, o.head, onto) && (e.tail == nil || strings.Contains(fold(o.tail.name), fold(e.tail[0])))
	}
	return names(e.head, o.head, onto) && names(e.tail, o.tail, onto) ||
		r.Symmetric && names(e.head, o.tail, onto) && names(e.tail, o.head, onto)
}

// compare returns what the observation of the same ends has wrong.
func (e expectation) compare(o observation) *fault {
	if e.standing != "" && !slices.Contains(strings.Split(e.standing, " or "), o.standing) {
		return &fault{"standing", e.String() + ": is " + o.standing}
	}
	for _, role := range slices.Sorted(maps.Keys(e.roles)) {
		want, got := e.roles[role], cmp.Or(o.roles[role], "none")
		if want == got || want != "none" && got != "none" && slices.ContainsFunc(strings.Split(want, " / "), func(w string) bool {
			return w == got || w == "<Entity>" || role != "date" && role != "count" && alike(w, got)
		}) {
			continue
		}
		return &fault{"role", e.String() + ": " + role + " is " + got}
	}
	if e.speakers != nil {
		ok := len(e.speakers) <= len(o.speakers) && (len(e.speakers) > 0 || len(o.speakers) == 0)
		for i := 0; ok && i < len(e.speakers); i++ {
			ok = slices.Contains(strings.Split(e.speakers[i], " / "), o.speakers[i])
		}
		if !ok {
			return &fault{"speaker", e.String() + ": is by " + cmp.Or(strings.Join(o.speakers, ", "), "article")}
		}
	}
	return nil
}

// names reports whether one of the readings names the entity: by its name, by
// words of a description, or by a label such as <Event>.
func names(readings []string, e end, onto *graph.Ontology) bool {
	return readings == nil || slices.ContainsFunc(readings, func(r string) bool {
		if l, ok := strings.CutPrefix(r, "<"); ok {
			return onto.Is(e.label, strings.TrimSuffix(l, ">"))
		}
		if !e.described && startsUpper(e.name) && startsUpper(r) && onto.Is(e.label, "State", "Person", "Organization", "Place", "Resolution") {
			return r == e.name
		}
		return alike(r, e.name)
	})
}

// startsUpper reports whether a name begins like one; a description of words
// from the text begins with a small letter.
func startsUpper(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(first)
}

// alike reports whether two descriptions are the same but for articles, or one
// is the other with words before or behind it.
func alike(a, b string) bool {
	a, b = " "+fold(a)+" ", " "+fold(b)+" "
	return len(a) > 2 && len(b) > 2 && (strings.Contains(a, b) || strings.Contains(b, a))
}

func fold(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r == ' ' || r == '"' || r == '“' || r == '”' || r == ',' || r == '.'
	})
	return strings.Join(slices.DeleteFunc(f, func(w string) bool { return w == "the" || w == "a" || w == "an" }), " ")
}

// observe lists the claims of a document with their evidence.
func observe(d graph.Document) []observation {
	entities := map[string]graph.Entity{}
	for _, e := range d.Entities {
		entities[e.ID] = e
	}
	claims := map[string]graph.Claim{}
	for _, c := range d.Claims {
		claims[c.ID] = c
	}
	at := func(e graph.Entity) end { return end{e.Name, e.Label, e.Described} }
	onto := graph.DefaultOntology()
	var out []observation
	for _, e := range d.Evidence {
		c := claims[e.Claim]
		o := observation{
			relation: c.Relation, head: at(entities[c.Subject]), tail: end{name: c.Content},
			standing: e.Standing(), roles: map[string]string{}, rule: e.Rule,
		}
		if c.Object != "" {
			o.tail = at(entities[c.Object])
			if onto.Is(o.tail.label, "Weapon", "Technology", "Aid", "Transfer", "Event", "Topic", "Position") {
				o.tail.name = cmp.Or(e.Object, o.tail.name)
			}
		}
		for role, id := range c.Roles {
			o.roles[role] = entities[id].Name
		}
		if !c.Date.IsZero() {
			o.roles["date"] = c.Date.From
			if c.Date.To != c.Date.From {
				o.roles["date"] += ".." + c.Date.To
			}
		}
		if !c.Count.IsZero() {
			o.roles["count"] = c.Count.Range()
		}
		for _, id := range e.Speakers {
			o.speakers = append(o.speakers, entities[id].Name)
		}
		out = append(out, o)
	}
	return out
}

func (o observation) String() string {
	s := o.relation + " " + o.head.name
	if o.tail.name != "" {
		s += " > " + o.tail.name
	}
	for _, r := range slices.Sorted(maps.Keys(o.roles)) {
		s += " | " + r + "=" + o.roles[r]
	}
	s += " | " + o.standing
	if len(o.speakers) > 0 {
		s += " | by " + strings.Join(o.speakers, ", ")
	}
	return s + " (" + o.rule + ")"
}

func (e expectation) String() string {
	s := e.relation + " " + strings.Join(e.head, " / ")
	if e.tail != nil {
		s += " > " + strings.Join(e.tail, " / ")
	}
	for _, r := range slices.Sorted(maps.Keys(e.roles)) {
		s += " | " + r + "=" + e.roles[r]
	}
	s += " | " + e.standing
	if e.speakers != nil {
		s += " | by " + cmp.Or(strings.Join(e.speakers, ", "), "article")
	}
	return s
}

// parseItems reads a file of items. It is strict: a line that it does not
// understand is an error with its place.
func parseItems(file string, data []byte) ([]item, error) {
	var items []item
	var it *item
	construction, none := "", false
	onto := graph.DefaultOntology()
	finish := func() error {
		if it == nil {
			return nil
		}
		if none != (len(it.expected) == 0 || !slices.ContainsFunc(it.expected, func(e expectation) bool { return !e.optional })) {
			return fmt.Errorf("%s:%d: an item has required claims or the line none", file, it.line)
		}
		items = append(items, *it)
		return nil
	}
	for i, raw := range strings.Split(string(data), "\n") {
		line, bad := i+1, func(format string, args ...any) error {
			return fmt.Errorf("%s:%d: %s", file, i+1, fmt.Sprintf(format, args...))
		}
		s := strings.TrimRight(raw, " \t\r")
		switch {
		case s == "" || s[0] == '#':
		case strings.HasPrefix(s, "== "):
			construction = s[3:]
		case s[0] != ' ':
			if err := finish(); err != nil {
				return nil, err
			}
			if construction == "" {
				return nil, bad("an item before the first line == CONSTRUCTION")
			}
			text, gap := strings.CutPrefix(s, "! ")
			it, none = &item{file: file, line: line, construction: construction, gap: gap, text: strings.ReplaceAll(text, " ¶ ", "\n\n")}, false
		case it == nil:
			return nil, bad("a claim without an item")
		case strings.TrimSpace(s) == "none":
			none = true
		default:
			e, err := parseExpectation(strings.TrimSpace(s), onto)
			if err != nil {
				return nil, bad("%v", err)
			}
			e.line = line
			it.expected = append(it.expected, e)
		}
	}
	return items, finish()
}

func parseExpectation(s string, onto *graph.Ontology) (expectation, error) {
	e := expectation{standing: "affirmed"}
	if s, e.optional = strings.CutPrefix(s, "? "); e.optional {
		e.standing = ""
	}
	fields := strings.Split(s, " | ")
	relation, ends, _ := strings.Cut(fields[0], " ")
	r, ok := onto.Relations[relation]
	if !ok {
		return e, fmt.Errorf("unknown relation %q", relation)
	}
	e.relation = relation
	head, tail, hasTail := strings.Cut(ends, " > ")
	if head == "" && !e.optional {
		return e, fmt.Errorf("%s: a required claim has a head", relation)
	}
	if hasTail != (len(r.To) > 0) && !e.optional && !slices.Contains(r.Qualifiers, "content") {
		return e, fmt.Errorf("%s: has a tail is %v, want %v", relation, hasTail, !hasTail)
	}
	if head != "" {
		e.head = strings.Split(head, " / ")
	}
	if hasTail {
		e.tail = strings.Split(tail, " / ")
	}
	for _, f := range fields[1:] {
		key, value, isRole := strings.Cut(f, "=")
		by, isSpeaker := strings.CutPrefix(f, "by ")
		switch {
		case !slices.ContainsFunc(strings.Split(f, " or "), func(s string) bool {
			return !slices.Contains([]string{"affirmed", "alleged", "denied", "hypothetical"}, s)
		}):
			e.standing = f
		case isSpeaker && by == "article":
			e.speakers = []string{}
		case isSpeaker:
			e.speakers = strings.Split(by, ", ")
		case isRole && value != "" && slices.Contains(r.Qualifiers, key):
			if e.roles == nil {
				e.roles = map[string]string{}
			}
			e.roles[key] = value
		default:
			return e, fmt.Errorf("%s: %q is no standing, no \"by SPEAKER\" and no role of the relation", relation, f)
		}
	}
	for _, end := range [][]string{e.head, e.tail} {
		for _, name := range end {
			if l, ok := strings.CutPrefix(name, "<"); ok {
				if _, ok := onto.Labels[strings.TrimSuffix(l, ">")]; !ok {
					return e, fmt.Errorf("%s: unknown label %s", relation, name)
				}
			}
		}
	}
	return e, nil
}

// markGaps sets and clears the marks of the items that begin at the lines.
func markGaps(data []byte, gaps map[int]bool) []byte {
	lines := bytes.Split(data, []byte("\n"))
	for line, gap := range gaps {
		text := bytes.TrimPrefix(lines[line-1], []byte("! "))
		if gap {
			text = append([]byte("! "), text...)
		}
		lines[line-1] = text
	}
	return bytes.Join(lines, []byte("\n"))
}

func TestParseItems(t *testing.T) {
	for _, row := range []struct{ name, data, want string }{
		{"good", "# c\n== active\n! A met B.\n  MET A > B | place=C | alleged | by D, E\n  ? STATED\n", ""},
		{"nothing", "== active\nA met B.\n  none\n", ""},
		{"no construction", "A met B.\n  none\n", "f:1: an item before"},
		{"no claims", "== active\nA met B.\n", "f:2: an item has required claims"},
		{"none with a claim", "== active\nA met B.\n  none\n  MET A > B\n", "f:2: an item has required claims"},
		{"claim first", "  none\n", "f:1: a claim without an item"},
		{"relation", "== a\nA.\n  LIKED A > B\n", `f:3: unknown relation "LIKED"`},
		{"head", "== a\nA.\n  MET\n", "f:3: MET: a required claim has a head"},
		{"tail", "== a\nA.\n  MET A\n", "f:3: MET: has a tail"},
		{"role", "== a\nA.\n  MET A > B | recipient=C\n", `f:3: MET: "recipient=C" is no standing`},
		{"standing", "== a\nA.\n  MET A > B | affrimed\n", `f:3: MET: "affrimed" is no standing`},
		{"label", "== a\nA.\n  KILLED <Evnt>\n", "f:3: KILLED: unknown label <Evnt>"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := parseItems("f", []byte(row.data))
			if got := fmt.Sprint(err); row.want == "" && err != nil || !strings.HasPrefix(got, row.want) && row.want != "" {
				t.Errorf("error %v, want %q", err, row.want)
			}
		})
	}
}

func TestMarkGaps(t *testing.T) {
	const data = "== a\n! A.\n  none\nB.\n  none\n"
	want := "== a\nA.\n  none\n! B.\n  none\n"
	if got := string(markGaps([]byte(data), map[int]bool{2: false, 4: true})); got != want {
		t.Errorf("marked %q, want %q", got, want)
	}
}
