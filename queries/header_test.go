package queries

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// good is a correct file; the cases below spoil a part of it.
const good = `// Who met whom
// @name meetings
// @tags persons, diplomacy
// @description Meetings of persons,
//   one row each.
// @param who entity(Person|State) = null: Only meetings of this one.
// @param how_many int = 3: A number.
// @param word text = "a \"b\": c": A text.
// @column who text: Who.
// @column sentence sentence: The sentence.
// @column source source: Its place.
// @detail id text: An id.
// @example dossier query meetings
MATCH (n) WHERE n.name = '$no' AND $who IS NULL // not $this
/* nor $that */ RETURN n.` + "`$other`" + `, $how_many, $word
`

func TestParse(t *testing.T) {
	q, err := Parse("meetings.cypher", []byte(good))
	if err != nil {
		t.Fatal(err)
	}
	if q.Title != "Who met whom" || q.Name != "meetings" || q.Description != "Meetings of persons, one row each." {
		t.Errorf("title %q, name %q, description %q", q.Title, q.Name, q.Description)
	}
	if len(q.Params) != 3 || len(q.Columns) != 4 || !q.Columns[3].Detail {
		t.Fatalf("got %d params, %d columns", len(q.Params), len(q.Columns))
	}
	if p := q.Params[2]; p.Default != `a "b": c` || p.Null || p.Required || p.Doc != "A text." {
		t.Errorf("param word: %+v", p)
	}
	if p, ok := q.Param("how-many"); !ok || p.Flag() != "how-many" || p.Default != "3" {
		t.Errorf("param how-many: %+v, %v", p, ok)
	}
	if !strings.HasPrefix(q.Cypher, "MATCH") || !strings.Contains(q.statement(nil), "$args.who IS NULL // not $this") {
		t.Errorf("statement: %s", q.statement(nil))
	}
	if _, err := Parse("meetings.cypher", []byte(strings.ReplaceAll(good, "\n", "\r\n"))); err != nil {
		t.Errorf("with CRLF: %v", err)
	}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct{ old, new, want string }{
		{"// Who met whom\n", "", `meetings.cypher:1: the first line must be`},
		{"Who met whom", strings.Repeat("x", 61), `meetings.cypher:1: the title has 61 characters`},
		{"Who met whom", "Who met whom.", `meetings.cypher:1: the title ends with a full stop`},
		{"@name meetings", "@name Meetings", `meetings.cypher:2: name "Meetings": want lower-case words`},
		{"@name meetings", "@name others", `meetings.cypher:2: name "others": the file must be called others.cypher`},
		{"// @name meetings\n", "", `meetings.cypher:1: the header has no @name`},
		{"// @name meetings\n", "// @name meetings\n// @name meetings\n", `meetings.cypher:3: second @name`},
		{"// @example dossier query meetings\n", "", `meetings.cypher:1: the header has no @example`},
		{"@example dossier", "@example mydossier", `does not begin with "dossier "`},
		{"@tags persons", "@tags Persons", `meetings.cypher:3: tag "Persons": want lower-case words`},
		{"@tags persons, diplomacy", "@tags persons, persons", `meetings.cypher:3: second tag persons`},
		{"// @description", "// @tags more\n// @description", `meetings.cypher:4: second @tags`},
		{"$word", "$word\nLIMIT 1000 // enough", `meetings.cypher:16: LIMIT 1000 would cut rows unseen: write LIMIT $limit`},
		{"@detail", "@hidden", `meetings.cypher:12: unknown directive @hidden: want one of @name, @tags, @description, @time, @param, @column, @detail, @example`},
		{"@description", "@", `unknown directive @: want one of`},
		{"//   one row each.", "// one row each.", `meetings.cypher:5: "// one row each." is neither a directive`},
		{"entity(Person|State)", "entity(Human)", `meetings.cypher:6: param who: type entity(Human): unknown label "Human"`},
		{"entity(Person|State)", "thing", `meetings.cypher:6: param who: unknown type "thing": want one of entity, within,`},
		{"entity(Person|State)", "list(list(text))", `no list of list`},
		{"entity(Person|State)", "date(x)", `date takes nothing in brackets`},
		{"entity(Person|State) = null", "entity = Putin", `an entity can only default to null`},
		{"int = 3", "int = three", `meetings.cypher:7: param how_many: default: "three" is not a whole number`},
		{"int = 3: A number.", "int = 3", `meetings.cypher:7: @param how_many int = 3: want NAME TYPE: TEXT`},
		{"@param how_many int", "@param howMany int", `param name "howMany": want lower-case words joined by underscores`},
		{"@param word", "@param who", `meetings.cypher:8: second param who`},
		{"@column who text", "@column who string", `meetings.cypher:9: column who: unknown type "string": want one of text, int,`},
		{"@column sentence sentence", "@column sentence text", `column source: a source must follow the sentence`},
		{"@detail id", "@detail who", `second column who`},
		{"$word", "1", `meetings.cypher:8: param word is not used: the statement has no $word`},
		{"$word", "$word, $words", `meetings.cypher:15: $words is not declared: add // @param words TYPE: TEXT`},
		{"$word", "$Word", `meetings.cypher:15: parameter names are lower-case words`},
		{"$word", "$word;", `meetings.cypher:15: a query file holds one statement, without ;`},
		{"$word", "'$word", `meetings.cypher:15: string without end`},
		{"*/", "", `meetings.cypher:15: comment without end`},
		{"/* nor", "// @param late int: Too late.\n/* nor", `meetings.cypher:15: a directive must stand in the header`},
		{"whom", "\xff", `meetings.cypher:1: not UTF-8`},
	} {
		if !strings.Contains(good, c.old) {
			t.Fatalf("nothing to spoil: %q", c.old)
		}
		_, err := Parse("meetings.cypher", []byte(strings.Replace(good, c.old, c.new, 1)))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q for %q:\n got %v\nwant %s", c.new, c.old, err, c.want)
		}
	}
	if _, err := Parse("x.cypher", nil); err == nil || !strings.Contains(err.Error(), "x.cypher:1: no statement") {
		t.Errorf("empty file: %v", err)
	}
}

func TestLoad(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	twin := strings.ReplaceAll(good, "meetings", "twins")
	for _, c := range []struct {
		name string
		fs   fstest.MapFS
		want string
	}{
		{"nothing", fstest.MapFS{"readme.md": file("")}, "no *.cypher file"},
		{"same name", fstest.MapFS{"a/meetings.cypher": file(good), "b/meetings.cypher": file(good)}, "b/meetings.cypher:1: a/meetings.cypher has the same name"},
		{"same title", fstest.MapFS{"meetings.cypher": file(good), "twins.cypher": file(twin)}, "twins.cypher:1: meetings.cypher has the same title"},
		{"all that is wrong", fstest.MapFS{"a.cypher": file("x"), "b.cypher": file("y")}, "b.cypher:1: "},
	} {
		if _, err := Load(c.fs); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
	l, err := Load(fstest.MapFS{"people/meetings.cypher": file(good), ".git/meetings.cypher": file("x"), "readme.md": file("")})
	if err != nil {
		t.Fatal(err)
	}
	if q := l.Queries()[0]; q.Folder != "people" || strings.Join(q.Tags, " ") != "diplomacy persons" || q.File != "people/meetings.cypher" {
		t.Errorf("got folder %q, tags %q, file %q", q.Folder, q.Tags, q.File)
	}
	_, err = l.Query("meeting")
	if want := `no query "meeting"; nearest: meetings`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// A folder of the user's own lies over the library: its queries take the place of
// those with their names.
func TestLibraryWith(t *testing.T) {
	base, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := LoadFolder(dir); !errors.Is(err, ErrNoQueries) {
		t.Errorf("empty folder: %v", err)
	}
	write("embassies.cypher", strings.NewReplacer("meetings", "embassies", "Who met whom", "Who sent whom").Replace(good))
	write("denials.cypher", strings.NewReplacer("meetings", "denials", "Who met whom", "My denials").Replace(good))
	over, err := LoadFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	both, err := base.With(over)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(both.Queries()); n != len(base.Queries())+1 {
		t.Errorf("%d queries", n)
	}
	if q, err := both.Query("denials"); err != nil || q.Title != "My denials" || q.File != filepath.Join(dir, "denials.cypher") {
		t.Errorf("denials: %+v, %v", q, err)
	}
	write("other.cypher", strings.NewReplacer("meetings", "other", "Who met whom", "Who said what").Replace(good))
	if over, err = LoadFolder(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := base.With(over); err == nil || !strings.Contains(err.Error(), "other.cypher:1: the query who-said has the same title") {
		t.Errorf("same title: %v", err)
	}
	write("bad.cypher", "RETURN 1")
	if _, err := LoadFolder(dir); err == nil || !strings.HasPrefix(err.Error(), filepath.Join(dir, "bad.cypher")+":1: ") {
		t.Errorf("bad file: %v", err)
	}
	if _, err := LoadFolder(filepath.Join(dir, "nowhere")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no folder: %v", err)
	}
}

func TestFind(t *testing.T) {
	l, err := Builtin()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ search, tags, want string }{
		{"SIGNED", "diplomacy", "signatories statements"},
		{"supplied whom", "", "transfers"},
		{"", "denial", "denials transfers"},
		{"", "denial,arms", "transfers"},
		{"xyzzy", "", ""},
	} {
		var tags []string
		if c.tags != "" {
			tags = strings.Split(c.tags, ",")
		}
		var names []string
		for _, q := range l.Find(c.search, tags).Queries() {
			names = append(names, q.Name)
		}
		for _, want := range strings.Fields(c.want) {
			if !slices.Contains(names, want) {
				t.Errorf("%q %s: got %q, want %s among them", c.search, c.tags, names, want)
			}
		}
		if c.want == "" && len(names) > 0 {
			t.Errorf("%q: got %q", c.search, names)
		}
	}
	for _, q := range l.Queries() {
		if q.Folder == "" || len(q.Tags) == 0 {
			t.Errorf("%s: folder %q, tags %q: want both", q.File, q.Folder, q.Tags)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	names, err := filepath.Glob("library/*/*.cypher")
	if err != nil || len(names) == 0 {
		f.Fatalf("no query files: %v", err)
	}
	for _, n := range names {
		data, err := os.ReadFile(n)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := Parse("meetings.cypher", []byte(s))
		if err != nil {
			for _, l := range strings.Split(err.Error(), "\n") {
				if !strings.HasPrefix(l, "meetings.cypher:") {
					t.Errorf("error without file and line: %s", l)
				}
			}
			return
		}
		if q.Title == "" || q.Name != "meetings" || q.Description == "" || len(q.Columns) == 0 || q.Cypher == "" {
			t.Errorf("accepted a header with something missing: %+v", q)
		}
		untimed := slices.DeleteFunc(slices.Clone(q.Params), func(p Param) bool { return p.Time })
		if strings.Count(q.statement(nil), "$args.") < len(untimed) {
			t.Errorf("a parameter got lost: %s", q.statement(nil))
		}
		for _, v := range []view{{knownBy: true}, {asOfEvent: true}, {true, true}} {
			if found, err := scan(expand(q.body, v)); err != nil || len(found.calls) > 0 {
				t.Errorf("macros expand to %v, %v: %s", found.calls, err, expand(q.body, v))
			}
		}
		for _, p := range q.Params {
			if p.Type.String() == "" || p.Doc == "" {
				t.Errorf("param without type or text: %+v", p)
			}
			if typ, err := parseType(p.Type.String()); err != nil || typ.String() != p.Type.String() {
				t.Errorf("type %s does not survive: %v", p.Type, err)
			}
		}
	})
}
