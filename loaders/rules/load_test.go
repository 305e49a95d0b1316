package rules

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/graph"
)

// load reads files given as name, text, name, text ...
func load(files ...string) (*Set, error) {
	dir := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		dir[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return Load(dir)
}

// Whatever is wrong is told with its place, and what would be right.
func TestFaults(t *testing.T) {
	const (
		head  = "frame f\n  relation SUPPLIED\n  verbs give\n"
		roles = "  roles head=subj; tail=obj\n"
	)
	for _, row := range []struct{ name, file, text, want string }{
		{"not UTF-8", "a.dict", "# fine\nstate:XX State X\xff", "a.dict:2:1: not UTF-8"},
		{"property before a header", "a.dict", "\n  alias X", "a.dict:2:1: a property stands before the first header"},
		{"one word", "a.dict", "state:XX", `a.dict:1:1: header "state:XX" has one word`},
		{"no value", "a.dict", "state:XX State X\n  alias", "a.dict:2:3: alias has no value"},
		{"no value but semicolons", "a.rules", "class c\n\twords ; ;", "a.rules:2:2: words has no value"},

		{"no name", "a.dict", "state:XX State", "a.dict:1:1: want `ID LABEL Name`"},
		{"unknown label", "a.dict", "state:XX Stat X", `a.dict:1:1: unknown label "Stat", want one of `},
		{"unknown key", "a.dict", "state:XX State X\n    aka Y", `a.dict:2:5: unknown key "aka", want one of alias, `},
		{"two parents", "a.dict", "state:XX State X\n  of state:YY; state:ZZ", "a.dict:2:3: of takes one id"},
		{"of nowhere", "a.dict", "\nplace:x Place X\n  of state:YY", "a.dict:2:1: place:x is of state:YY, which no dictionary has"},
		{"iso", "a.dict", "state:XX State X\n  iso XX", "a.dict:2:3: iso takes a two-letter and a three-letter code"},
		{"iso lengths", "a.dict", "state:XX State X\n  iso XXX; XX", "a.dict:2:3: iso takes"},
		{"office", "a.dict", "person:x Person X\n  office state:XX", "a.dict:2:3: office \"state:XX\": want `of | title | from | to`"},
		{"id twice", "a.dict", "state:XX State X\n# and\nstate:XX State Y", "a.dict:3:1: state:XX is defined at a.dict:1:1 already"},

		{"unknown kind", "a.rules", "rule r", `a.rules:1:1: unknown kind of rule "rule", want class, frame, cue or furniture`},
		{"class key", "a.rules", "class c\n  word x", `a.rules:2:3: unknown key "word" in a class, want words`},
		{"frame key", "a.rules", head + roles + "  verb x", `a.rules:5:3: unknown key "verb" in a frame, want relation, `},
		{"unknown relation", "a.rules", "frame f\n  relation GAVE", `a.rules:2:3: unknown relation "GAVE", want one of `},
		{"unknown qualifier", "a.rules", head + "  roles head=subj; victim=obj", "a.rules:4:3: SUPPLIED does not take victim"},
		{"unknown label of a role", "a.rules", head + "  roles head=subj:Stat", `a.rules:4:3: role head: unknown label "Stat"`},
		{"role without source", "a.rules", head + "  roles head", "a.rules:4:3: role \"head\": want `name=source,...` behind a relation"},
		{"roles before relation", "a.rules", "frame f\n" + roles, "a.rules:2:3: role \"head=subj\": want"},
		{"unknown modality of a frame", "a.rules", head + roles + "  modality sure", `a.rules:5:3: unknown modality "sure", want one of asserted, `},
		{"unknown polarity of a frame", "a.rules", head + roles + "  polarity yes", `a.rules:5:3: unknown polarity "yes", want one of affirmed, `},
		{"two polarities", "a.rules", head + roles + "  polarity denied; negated", `a.rules:5:3: unknown polarity "denied; negated", want one of`},
		{"event", "a.rules", head + roles + "  event true", `a.rules:5:3: unknown event "true", want one of yes, no`},
		{"only", "a.rules", head + roles + "  only plural", "a.rules:5:3: only takes active, passive, "},
		{"named", "a.rules", head + roles + "  named target", "a.rules:5:3: named takes head, tail or both"},
		{"example without claim", "a.rules", head + roles + "  yes Chad gave Peru arms.", "a.rules:5:3: want `yes SENTENCE => RELATION head > tail`"},
		{"frame without relation", "a.rules", "\nframe f\n  verbs give", "a.rules:2:1: frame without a relation"},
		{"frame without words", "a.rules", "frame f\n  relation SUPPLIED\n" + roles, "a.rules:1:1: frame without verbs or nouns"},
		{"frame without roles", "a.rules", head, "a.rules:1:1: frame without roles"},
		{"frame twice", "a.rules", head + roles + head + roles, `a.rules:5:1: frame "f" is defined at a.rules:1:1 already`},
		{"cue key", "a.rules", "cue c\n  verb say", `a.rules:2:3: unknown key "verb" in a cue, want verbs, `},
		{"unknown polarity of a cue", "a.rules", "cue c\n  polarity positive", `a.rules:2:3: unknown polarity "positive", want one of affirmed, denied, negated`},
		{"unknown modality of a cue", "a.rules", "cue c\n  modality maybe", `a.rules:2:3: unknown modality "maybe", want one of asserted, `},
		{"speech", "a.rules", "cue c\n  speech true", `a.rules:2:3: unknown speech "true", want one of yes, no`},
		{"furniture of no part", "a.rules", "furniture body\n  whole x", "a.rules:1:1: furniture \"body\": want `furniture furniture` or `furniture caption`"},
		{"furniture key", "a.rules", "furniture caption\n  suffix x", `a.rules:2:3: unknown key "suffix" in furniture, want whole, prefix or inside`},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := load(row.file, row.text)
			if err == nil || !strings.HasPrefix(err.Error(), row.want) {
				t.Fatalf("error %v, want %s", err, row.want)
			}
			var fault *Error
			if !errors.As(err, &fault) || fault.Pos.File != row.file {
				t.Errorf("%v is no *Error with the place", err)
			}
		})
	}
}

func TestAllFaultsAreTold(t *testing.T) {
	_, err := load("a.dict", "x Stat X\ny Stat Y\n", "b.rules", "rule r", "c.dict", "\xff", "z.txt", "not read")
	var got []string
	for line := range strings.Lines(err.Error()) {
		place, _, _ := strings.Cut(line, ": ")
		got = append(got, place)
	}
	if diff := cmp.Diff([]string{"a.dict:1:1", "a.dict:2:1", "b.rules:1:1", "c.dict:1:1"}, got); diff != "" {
		t.Errorf("places (-want +got):\n%s", diff)
	}
}

func TestDictionary(t *testing.T) {
	set, err := load("a.dict", `# A comment.
org:ministry Organization Ministry of Grain
  of state:XX

state:XX State Freedonia
  alias Republic of Freedonia;  Free ; 
  alias FDN
  adjective Freedonian
  people Freedonians
  capital Fredville
  seat Blue House
  short the Republic
  iso XX; XXX
  wikidata Q1
person:a-b Person Anna Brown
  office state:XX | president | 2019-01-20 | 2023; org:ministry | minister
`)
	if err != nil {
		t.Fatal(err)
	}
	want := []Entry{
		{Pos: Position{"a.dict", 2, 1}, Entity: graph.Entity{ID: "org:ministry", Label: "Organization", Name: "Ministry of Grain", Parent: "state:XX"}, Names: []string{"Ministry of Grain"}},
		{
			Pos: Position{"a.dict", 5, 1},
			Entity: graph.Entity{
				ID: "state:XX", Label: "State", Name: "Freedonia",
				Aliases: []string{"Blue House", "FDN", "Fredville", "Free", "Freedonian", "Republic of Freedonia"},
				Refs:    map[string]string{"iso2": "XX", "iso3": "XXX", "wikidata": "Q1"},
			},
			Names:     []string{"Freedonia", "Republic of Freedonia", "Free", "FDN"},
			Adjective: []string{"Freedonian"}, People: []string{"Freedonians"}, Capital: []string{"Fredville"}, Seat: []string{"Blue House"}, Short: []string{"the Republic"},
		},
		{
			Pos: Position{"a.dict", 15, 1}, Entity: graph.Entity{ID: "person:a-b", Label: "Person", Name: "Anna Brown"}, Names: []string{"Anna Brown"},
			Offices: []Office{{"state:XX", "president", "2019-01-20", "2023"}, {Of: "org:ministry", Title: "minister"}},
		},
	}
	if diff := cmp.Diff(want, set.Entries, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
}

func TestRules(t *testing.T) {
	set, err := load("a.rules", `class c
  words a; b
class c
  words d
frame f
  relation USED
  verbs give; hand over
  nouns gift
  only passive
  named tail
  modality planned
  polarity negated
  event yes
  roles head=subj,by; tail=obj:Weapon; target=at; place!=in:State
  yes Chad gave; Peru took. => USED Chad > arms
  no Chad left.
cue say
  verbs say
  nouns word
  words saying
  speech yes
  opens yes
  drop no
  polarity denied
  modality alleged
furniture caption
  whole here
  prefix photo:
  inside /afp/
`)
	if err != nil {
		t.Fatal(err)
	}
	onto := graph.DefaultOntology()
	if diff := cmp.Diff(map[string][]string{"c": {"a", "b", "d"}}, set.Classes); diff != "" {
		t.Errorf("classes (-want +got):\n%s", diff)
	}
	frame := Frame{
		Pos: Position{"a.rules", 5, 1}, Name: "f", Relation: "USED", Verbs: []string{"give", "hand over"}, Nouns: []string{"gift"},
		Passive: true, Named: []string{"tail"}, Modality: graph.Planned, Polarity: graph.Negated, Event: true,
		Roles: []Role{
			{Name: "head", Sources: []string{"subj", "by"}, Labels: onto.Relations["USED"].From},
			{Name: "tail", Sources: []string{"obj"}, Labels: []string{"Weapon"}},
			{Name: "target", Sources: []string{"at"}, Labels: onto.Qualifiers["target"].Labels, Optional: true},
			{Name: "place", Sources: []string{"in"}, Labels: []string{"State"}},
		},
	}
	if diff := cmp.Diff([]Frame{frame}, set.Frames); diff != "" {
		t.Errorf("frames (-want +got):\n%s", diff)
	}
	examples := []Example{
		{Position{"a.rules", 15, 3}, "f", "Chad gave; Peru took.", "USED Chad > arms"},
		{Position{"a.rules", 16, 3}, "f", "Chad left.", ""},
	}
	if diff := cmp.Diff(examples, set.Examples); diff != "" {
		t.Errorf("examples (-want +got):\n%s", diff)
	}
	cue := Cue{
		Pos: Position{"a.rules", 17, 1}, Name: "say", Verbs: []string{"say"}, Nouns: []string{"word"}, Words: []string{"saying"},
		Speech: true, Opens: true, Polarity: graph.Denied, Modality: graph.Alleged,
	}
	if diff := cmp.Diff([]Cue{cue}, set.Cues); diff != "" {
		t.Errorf("cues (-want +got):\n%s", diff)
	}
	if got := set.OfVerb("hand over"); len(got) != 1 || len(set.OfNoun("gift")) != 1 || set.OfVerb("gift") != nil {
		t.Errorf("frames by words: %v", got)
	}
	for line, want := range map[string]graph.Part{"here": graph.Caption, "photo: a": graph.Caption, "by an /afp/ man": graph.Caption, "here we are": ""} {
		if got, ok := set.PartOf(line); got != want || ok != (want != "") {
			t.Errorf("PartOf(%q) is %q, want %q", line, got, want)
		}
	}
}

// A folder of one's own adds to what is built in, and wins.
func TestWithDir(t *testing.T) {
	base, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	set, err := WithDir(fstest.MapFS{
		"states.dict": {Data: []byte("state:KP State Choson\n  alias Norks\n  office state:KP | host\n  wikidata Q0\nstate:X1 State Freedonia\nplace:x2 Place Fredville\n  of state:X1\n")},
		"mine.rules":  {Data: []byte("frame meet\n  relation MET\n  verbs waltz\n  roles head=subj; tail=with\n  no It rained.\nclass title\n  words archduke\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	find := func(s *Set, id string) (found []Entry) {
		for _, e := range s.Entries {
			if e.Entity.ID == id {
				found = append(found, e)
			}
		}
		return found
	}
	before, after := find(base, "state:KP"), find(set, "state:KP")
	if len(before) != 1 || len(after) != 1 {
		t.Fatalf("%d and %d entries of North Korea, want one each", len(before), len(after))
	}
	kp := after[0]
	if kp.Entity.Name != "Choson" || kp.Entity.Refs["wikidata"] != "Q0" || kp.Entity.Refs["iso2"] != "KP" || len(kp.Names) != len(before[0].Names)+2 ||
		!strings.Contains(strings.Join(kp.Entity.Aliases, ";"), ";North Korea;") || len(kp.Adjective) == 0 {
		t.Errorf("the two entries of North Korea make %+v", kp)
	}
	if set.Entries[0].Entity.ID != "state:KP" || set.Entries[1].Entity.ID != "state:X1" || len(set.Entries) != len(base.Entries)+2 {
		t.Errorf("%d entries, want the own ones first and then the %d", len(set.Entries), len(base.Entries))
	}
	if got := set.OfVerb("waltz"); len(got) != 1 || set.Frames[got[0]].Name != "meet" || len(set.Frames) != len(base.Frames) {
		t.Errorf("the own frame meet does not take the place of the built-in one: %d frames, %v", len(set.Frames), got)
	}
	for _, e := range set.Examples {
		if e.Rule == "meet" && e.Pos.File != "mine.rules" {
			t.Errorf("the example at %s is of a frame that was replaced", e.Pos)
		}
	}
	if len(set.Classes["title"]) != len(base.Classes["title"])+1 || len(base.OfVerb("waltz")) > 0 {
		t.Error("the class title is not the built-in one with a word more")
	}
	_, err = WithDir(fstest.MapFS{"bad.dict": {Data: []byte("place:x Place X\n  of state:nowhere\n")}})
	if err == nil || !strings.HasPrefix(err.Error(), "bad.dict:1:1: ") {
		t.Errorf("error %v, want one at bad.dict:1:1", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("state:XX State X\n  alias Y; Z\n", "frame f\n  relation MET\n  verbs meet\n  roles head=subj; tail=obj\n  yes A; b => MET A > B\n")
	f.Add(" \xff", "cue c\n  polarity\n")
	f.Fuzz(func(t *testing.T, dict, rules string) {
		set, err := load("a.dict", dict, "a.rules", rules)
		if (set == nil) == (err == nil) {
			t.Fatalf("set %v with error %v", set, err)
		}
		var fault *Error
		if err != nil && (!errors.As(err, &fault) || fault.Pos.Line < 1 || fault.Pos.Column < 1) {
			t.Fatalf("%v has no place", err)
		}
	})
}
