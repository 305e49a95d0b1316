package score

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/loaders"
)

func testNames(t testing.TB) *Names {
	t.Helper()
	n, err := ReadNames("testdata/gold/" + NamesFile)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestNormalize(t *testing.T) {
	for _, row := range []struct{ in, want string }{
		{"", ""},
		{"The Security Council", "security council"},
		{"the", "the"},
		{"Mr. Sow", "sow"},
		{"U.S.", "us"},
		{"U.S.-led", "us led"},
		{"D.P.R.K.’s", "dprk"},
		{"N. Korea", "n korea"},
		{"N.Korea", "n korea"},
		{"J. R. Dahl", "j r dahl"},
		{"Norway's officials' words", "norway officials words"},
		{"'s", ""},
		{"boss's", "boss"},
		{"it'sé", "it se"},
		{"KN‑23", "kn 23"},
		{"$5,000 (60%)", "$5 000 60%"},
		{"communiqué", "communique"},
		{"İzmir", "i zmir"},
		{"Łódź", "d"},
		{"end of line.\nNext", "end of line next"},
	} {
		if got := normalize(row.in); got != row.want {
			t.Errorf("normalize(%q) = %q, want %q", row.in, got, row.want)
		}
	}
}

func TestStem(t *testing.T) {
	for in, want := range map[string]string{"uses": "uses", "missiles": "missil", "firing": "fir", "attacked": "attack", "radars": "radar", "king": "king", "glass": "glas"} {
		if got := stem(in); got != want {
			t.Errorf("stem(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestSameThing(t *testing.T) {
	names := testNames(t)
	for _, row := range []struct {
		kind, gold, text string
		want             bool
	}{
		{"State", "Norway", "", false},
		{"State", "Norway", "NORWAY", true},
		{"State", "Norway", "Kingdom of Norway", true},
		{"State", "Norway", "Oslo", true},
		{"State", "Norway", "Norwegian", true},
		{"State", "Norway", "Norwegian ministry", false},
		{"State", "12 states", "the 12 states of it", true},
		{"State", "Norway", "Peru", false},

		{"Org", "UN Security Council", "the Security Council", true},
		{"Org", "Norwegian energy ministry", "energy ministry of Norwegian", true},
		{"Org", "Norway", "Oslo", false},
		{"Org", "Ministry", "Ministry of War", false},

		{"Place", "Cusco", "Cuzco", true},
		{"Place", "Cusco", "the city of Cusco", true},
		{"Place", "Oslo", "Norway", false},
		{"Place", "port of Antofagasta", "Antofagasta port", true},
		{"Place", "port of Antofagasta", "Peru", false},
		{"Place", "Norway", "northern Norway", true},

		{"Person", "Astrid Dahl", "Dahl", true},
		{"Person", "Astrid Dahl", "Foreign Minister Astrid Dahl", true},
		{"Person", "Idriss Sow", "President Sow", true},
		{"Person", "Idriss Sow", "Idriss Amadou Sow", true},
		{"Person", "Idriss Sow", "Fatou Sow", false},
		{"Person", "Idriss Sow", "Sow Idriss", true},
		{"Person", "Idriss Sow", "—", false},
		{"Person", "Prime Minister", "Prime Minister", true},
		{"Person", "an aide to the minister", "minister's aide", true},
		{"Person", "an aide to the minister", "the president", false},

		{"Count", "14", "fourteen people", true},
		{"Count", "1,400", "1400", true},
		{"Count", "14", "about 15", false},
		{"Count", "dozens", "several dozen", true},
		{"Count", "many", "several", false},

		{"Resolution", "UN Security Council Resolution 2999", "res. 2999", true},
		{"Resolution", "UN Security Council Resolution 2999", "resolution 2998", false},
		{"Resolution", "UN Security Council Resolution 2999", "the resolution", false},
		{"Resolution", "UN Security Council resolutions", "UNSCRs", true},
		{"Resolution", "sanctions of 2006", "2006 sanctions", true},
		{"Resolution", "resolution 2016", "resolution 2017", false},

		{"Statement", "Lima Communique", "the communiqué", true},
		{"Statement", "joint statement", "a declaration", true},
		{"Statement", "statement of 9 January", "January 9th letter", true},
		{"Statement", "statement of 9 January", "statement of January 10", false},
		{"Statement", "Lima appeal", "the appeal", true},

		{"Treaty", "Law of the Sea Convention", "convention on the sea", true},
		{"Agreement", "grain deal", "ceasefire", false},

		{"Weapon", "ballistic missiles", "short-range rockets", true},
		{"Weapon", "ballistic missiles", "drones", false},
		{"Weapon", "HIMARS", "rocket launchers", true},
		{"Weapon", "HIMARS rockets", "rockets", false}, // a launcher is no rocket
		{"Weapon", "Iskander missiles", "Kinzhal missiles", false},
		{"Weapon", "Iskander missiles", "missiles", true},
		{"Weapon", "missile radar", "missiles", false},
		{"Weapon", "arms and artillery", "weapons", false}, // the definite word decides
		{"Weapon", "blue helmets", "helmets", true},
		{"Aid", "humanitarian aid", "assistance", true},

		{"Transfer", "arms transfers", "procurement", true},
		{"Event", "rocket attack", "airstrikes", true},
		{"Event", "rocket attack", "annexation", false},
		{"Event", "funeral of the king", "king's funeral", true},

		{"Role", "Foreign Minister", "minister", true},
		{"Role", "Foreign Minister", "spokesman", false},
		{"Claim", "anything", "whatever else", true},
		{"Topic", "anything", " ", false},
		{"Law", "Arms Export Act", "Export Act", true},
	} {
		if got := names.same(row.gold, row.kind, row.text); got != row.want {
			t.Errorf("%s %q named as %q: %v, want %v", row.kind, row.gold, row.text, got, row.want)
		}
	}
}

func TestWithoutNames(t *testing.T) {
	var names *Names
	for _, row := range []struct {
		kind, gold, text string
		want             bool
	}{
		{"State", "Norway", "norway", true},
		{"State", "Norway", "Oslo", false},
		{"Place", "Cusco", "city of Cusco", true},
		{"Person", "Astrid Dahl", "Dahl", true},
	} {
		if got := names.same(row.gold, row.kind, row.text); got != row.want {
			t.Errorf("%s %q named as %q: %v, want %v", row.kind, row.gold, row.text, got, row.want)
		}
	}
	if got := names.relation("held position"); got != "HELD_POSITION" {
		t.Errorf("relation %s", got)
	}
}

func TestInSentence(t *testing.T) {
	const gold = "Norway shipped two coastal radars to Chad in March."
	for _, row := range []struct {
		sentence string
		want     bool
	}{
		{"", true},
		{"NORWAY shipped two coastal radars to Chad in March", true},
		{"“Norway shipped two coastal radars to Chad in March,” Dahl told reporters.", true},
		{"two coastal radars", true},
		{"radars to Chad", true},
		{"to Chad", false},              // too small a part
		{"Norway shipped fish.", false}, // likewise
		{"In March Norway had shipped radars.", true},
		{"In May Norway had shipped fish to Peru.", false},
		{"…", false},
		{"Rebels fired rockets at Cusco.", true}, // listed in also_in
	} {
		g := Gold{Sentence: gold, AlsoIn: []string{"Rebels fired rockets at Cusco."}}
		if got := inSentence(g, row.sentence); got != row.want {
			t.Errorf("%q: %v, want %v", row.sentence, got, row.want)
		}
	}
}

func TestMatches(t *testing.T) {
	names := testNames(t)
	const sentence = "It happened in a sentence."
	gold := func(rel, head, headType, tail, tailType string) Gold {
		return Gold{Rel: rel, Head: head, HeadType: headType, Tail: tail, TailType: tailType, Sentence: sentence}
	}
	fact := func(rel, head, tail string) loaders.Fact {
		return loaders.Fact{Rel: rel, Head: head, Tail: tail, Sentence: sentence}
	}
	with := func(p loaders.Fact, key, value string) loaders.Fact {
		p.Qualifiers = map[string]string{key: value}
		return p
	}
	met := gold("MET", "Astrid Dahl", "Person", "Idriss Sow", "Person")
	visited := gold("VISITED", "Astrid Dahl", "Person", "Peru", "State")
	signed := gold("SIGNED", "Norway", "State", "Lima Communique", "Statement")
	treaty := gold("SIGNED", "Norway", "State", "grain treaty", "Treaty")
	post := gold("HOLDS_POSITION", "Astrid Dahl", "Person", "Foreign Minister", "Role")
	hit := gold("ATTACKED", "rebels", "Org", "Cusco", "Place")
	hit.TailAlt = []string{"Peru"}
	hit.RelAlt = []string{"USED"}
	blamed := gold("CONDEMNED", "Norway", "State", "Peru", "State")
	blamed.HeadAlt = []string{"Astrid Dahl"}
	blamed.TailAlt = []string{"rocket attacks"}
	for _, row := range []struct {
		name string
		gold Gold
		fact loaders.Fact
		want bool
	}{
		{"equal", met, fact("MET", "Astrid Dahl", "Idriss Sow"), true},
		{"other order", met, fact("met", "Sow", "Dahl"), true},
		{"other order of a directed relation", visited, fact("VISITED", "Peru", "Astrid Dahl"), false},
		{"other relation", met, fact("VISITED", "Astrid Dahl", "Idriss Sow"), false},
		{"other sentence", met, loaders.Fact{Rel: "MET", Head: "Dahl", Tail: "Sow", Sentence: "Quite another one."}, false},
		{"no sentence", met, loaders.Fact{Rel: "MET", Head: "Dahl", Tail: "Sow"}, true},
		{"relation by another name", hit, fact("fired-at", "Rebels", "Cuzco"), true},
		{"alternative relation", hit, fact("USED", "Rebels", "Cusco"), true},
		{"alternative of another type", hit, fact("ATTACKED", "Rebels", "Lima"), true},
		{"alternative person for a state", blamed, fact("CONDEMNED", "Dahl", "Peru"), true},
		{"alternative act for a state", blamed, fact("CONDEMNED", "Norway", "airstrikes"), true},
		{"no alternative", blamed, fact("CONDEMNED", "Norway", "Chad"), false},
		{"who signs a statement issues it", signed, fact("ISSUED", "Oslo", "statement"), true},
		{"who signs a treaty does not issue it", treaty, fact("ISSUED", "Oslo", "grain treaty"), false},
		{"role as tail", post, fact("HOLDS_POSITION", "Dahl", "minister"), true},
		{"role as qualifier", post, with(fact("HOLDS_POSITION", "Dahl", "Norway"), "title", "foreign minister"), true},
		{"wrong role as qualifier", post, with(fact("HOLDS_POSITION", "Dahl", "Norway"), "role", "king"), false},
		{"role of somebody else", post, with(fact("HOLDS_POSITION", "Sow", "Norway"), "role", "foreign minister"), false},
	} {
		if got := names.matches(row.gold, row.fact); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

func TestMirrors(t *testing.T) {
	names := testNames(t)
	const sentence = "It happened in a sentence."
	type q = map[string]string
	supplied := Gold{Rel: "SUPPLIED", Head: "Norway", HeadType: "State", Tail: "radars", TailType: "Weapon", Qualifiers: q{"recipient": "Chad"}, Sentence: sentence}
	procured := Gold{Rel: "PROCURED", Head: "Chad", HeadType: "State", Tail: "radars", TailType: "Weapon", Qualifiers: q{"from": "Norway"}, Sentence: sentence}
	used := Gold{Rel: "USED", Head: "Chad", HeadType: "State", Tail: "drones", TailType: "Weapon", Qualifiers: q{"target": "Peru"}, Sentence: sentence}
	attacked := Gold{Rel: "ATTACKED", Head: "Chad", HeadType: "State", Tail: "Peru", TailType: "State", Qualifiers: q{"weapon": "drones"}, Sentence: sentence}
	without := func(g Gold) Gold { g.Qualifiers = nil; return g }
	for _, row := range []struct {
		name string
		gold Gold
		fact loaders.Fact
		want bool
	}{
		{"bought for supplied", supplied, loaders.Fact{Rel: "BOUGHT", Head: "Chad", Tail: "radar"}, true},
		{"from the giver", supplied, loaders.Fact{Rel: "PROCURED", Head: "Chad", Tail: "radar", Qualifiers: q{"from": "Oslo"}}, true},
		{"from another giver", supplied, loaders.Fact{Rel: "PROCURED", Head: "Chad", Tail: "radar", Qualifiers: q{"from": "Peru"}}, false},
		{"other goods", supplied, loaders.Fact{Rel: "PROCURED", Head: "Chad", Tail: "drones"}, false},
		{"no recipient in the gold", without(supplied), loaders.Fact{Rel: "PROCURED", Head: "Chad", Tail: "radar"}, false},
		{"supplied for procured", procured, loaders.Fact{Rel: "SUPPLIED", Head: "Norway", Tail: "radars", Qualifiers: q{"recipient": "Chadian"}}, true},
		{"to another taker", procured, loaders.Fact{Rel: "SUPPLIED", Head: "Norway", Tail: "radars", Qualifiers: q{"recipient": "Peru"}}, false},
		{"attacked for used", used, loaders.Fact{Rel: "ATTACKED", Head: "Chad", Tail: "Lima"}, true},
		{"attacked another", used, loaders.Fact{Rel: "ATTACKED", Head: "Chad", Tail: "Norway"}, false},
		{"no target in the gold", without(used), loaders.Fact{Rel: "ATTACKED", Head: "Chad", Tail: "Peru"}, false},
		{"used for attacked", attacked, loaders.Fact{Rel: "USED", Head: "Chad", Tail: "UAVs"}, true},
		{"used other weapons", attacked, loaders.Fact{Rel: "USED", Head: "Chad", Tail: "missiles"}, false},
		{"no weapon in the gold", without(attacked), loaders.Fact{Rel: "USED", Head: "Chad", Tail: "drones"}, false},
		{"other sentence", attacked, loaders.Fact{Rel: "USED", Head: "Chad", Tail: "drones", Sentence: "Not here."}, false},
		{"the same relation", attacked, loaders.Fact{Rel: "ATTACKED", Head: "Chad", Tail: "Peru"}, false},
	} {
		if got := names.mirrors(row.gold, row.fact); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

func TestRestates(t *testing.T) {
	names := testNames(t)
	gold := []Gold{
		{Rel: "SUPPLIED", Head: "Norway", HeadType: "State", Tail: "radars", TailType: "Weapon", Sentence: "First."},
		{Rel: "STATED", Head: "Idriss Sow", HeadType: "Person", Tail: "it is so", TailType: "Claim", Sentence: "First."},
	}
	for _, row := range []struct {
		name string
		fact loaders.Fact
		want bool
	}{
		{"said again", loaders.Fact{Rel: "SUPPLIED", Head: "Norway", Tail: "radars", Sentence: "The radar came from there."}, true},
		{"not named in the sentence", loaders.Fact{Rel: "SUPPLIED", Head: "Norway", Tail: "radars", Sentence: "They came from there."}, false},
		{"another fact", loaders.Fact{Rel: "SUPPLIED", Head: "Peru", Tail: "radars", Sentence: "The radar came from there."}, false},
		{"a saying", loaders.Fact{Rel: "STATED", Head: "Sow", Tail: "something", Sentence: "Sow spoke again."}, false},
	} {
		if got := names.restates(gold, row.fact); got != row.want {
			t.Errorf("%s: %v, want %v", row.name, got, row.want)
		}
	}
}

func TestSameSpeaker(t *testing.T) {
	names := testNames(t)
	gold := []Gold{{Head: "Ministry of War", HeadType: "Org", Tail: "Role", TailType: "Role"}}
	for _, row := range []struct {
		want, got string
		same      bool
	}{
		{"article", "article", true},
		{"article", "Dahl", false},
		{"Astrid Dahl", "article", false},
		{"Astrid Dahl", "Dahl", true},
		{"Norway", "Oslo", true},
		{"Norway", "Kingdom", false},
		{"UNSC", "UN Security Council", true},
		{"Ministry of War", "War Ministry", true},
		{"Ministry of War", "War", false},
		{"an official in the ministry", "ministry official", true},
	} {
		if got := names.sameSpeaker(gold, row.want, row.got); got != row.same {
			t.Errorf("gold %q, read %q: %v, want %v", row.want, row.got, got, row.same)
		}
	}
}

// The pairing is as large as can be, and never gives one fact to two.
func TestPair(t *testing.T) {
	for _, row := range []struct {
		name       string
		candidates [][]int
		want       map[int]int
	}{
		{"nothing", nil, map[int]int{}},
		{"one each", [][]int{{0}, {1}}, map[int]int{0: 0, 1: 1}},
		{"the choosy one first", [][]int{{0, 1}, {0}}, map[int]int{0: 1, 1: 0}},
		{"duplicate", [][]int{{0}, {0}}, map[int]int{0: 0}},
		{"moves others over", [][]int{{0, 1}, {0, 2}, {0, 1}}, map[int]int{0: 2, 1: 0, 2: 1}},
		{"no candidates", [][]int{{}, {3}}, map[int]int{3: 1}},
	} {
		got := pair(row.candidates)
		if row.name == "moves others over" {
			// Any of the largest pairings will do.
			if len(got) != 3 || len(slices.Compact(slices.Sorted(maps.Values(got)))) != 3 {
				t.Errorf("%s: %v", row.name, got)
			}
			continue
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}
