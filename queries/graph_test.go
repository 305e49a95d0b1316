package queries_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph/store"
	"dossier/graph/storetest"
	"dossier/queries"
)

var update = flag.Bool("update", false, "write golden files and the reference page instead of comparing them")

func TestMain(m *testing.M) { os.Exit(storetest.Main{M: m}.Run()) }

func library(t testing.TB) *queries.Library {
	t.Helper()
	l, err := queries.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// One graph for all that only reads: the server plans each query once.
func TestSampleGraph(t *testing.T) {
	g := storetest.Open(t)
	if _, err := g.Write(t.Context(), sampleDocuments(t)); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name string
		run  func(*testing.T, *store.Store)
	}{
		{"Explain", testExplain},
		{"Golden", testGolden},
		{"Formats", testGoldenFormats},
		{"Answers", testAnswers},
		{"Times", testTimes},
		{"EndOfTime", testEndOfTime},
		{"EveryRowHasItsSentence", testEveryRowHasItsSentence},
		{"UnknownEntity", testUnknownEntity},
		{"Search", testSearch},
		{"Path", testPath},
		{"Scripts", testScripts},
		{"Excerpt", testExcerpt},
		{"Pictures", testPictures},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, g) })
	}
}

// golden compares got with a file, or writes it.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got), -update accepts it:\n%s", file, diff)
	}
}

// Each case is a command line; the files are testdata/QUERY.golden.
var goldenCases = []string{
	"signatories",
	"signatories --who Norway --evidence true",
	"signatories --described true --statement joint-statement-9-january-2024 --limit 2",
	"signatories --who sao-tome-and-principe",
	"statements",
	"statements --by Tokyo --since 2024 --evidence true",
	"transfers",
	"transfers --supplier DPRK --recipient Moscow --evidence true",
	"transfers --supplier Russia",
	"transfers --supplier Russia --status headline",
	"transfers --goods missiles --status asserted,attributed,alleged,disputed,planned,denied,headline",
	"transfers --supplier Iran --evidence true",
	"strikes",
	"strikes --target Ukraine --until 2023",
	"strikes --target Kharkiv --evidence true",
	"strikes --weapon missile --attacker Kremlin",
	"prohibitions",
	"prohibitions --goods ballistic-missiles --norm resolution-1718",
	"violations",
	"violations --by Russia --norm 2270",
	"who-said",
	"who-said --speaker Kirby",
	"who-said --speaker Peskov",
	"who-said --about Iran",
	"denials",
	"denials --who Pyongyang",
	"denials --how negated,declined-to-comment",
	"search --text missile --limit 3",
	"search --text joint-statement --in sentences",
	"show --entity DPRK --each 2",
	"show --entity Kirby",
	"timeline",
	"timeline --entity Ukraine --since 2023-12-31",
	"timeline --entity Peskov --undated true",
	"timeline --relation met,fired-at --limit 1",
	"sources",
	"sources --entity Kremlin",
	"sources --entity Kirby --evidence true --outlet morning-post",
	"arms-flow",
	"arms-flow --target Kharkiv",
	"arms-flow --supplier DPRK --link said",
	"arms-flow --supplier Iran --status planned,denied",
	"attribution-chain",
	"attribution-chain --speakers 2",
	"attribution-chain --speaker Peskov",
	"attribution-chain --about DPRK --speaker Moscow --evidence true",
	"between --one DPRK --other Moscow",
	"between --one Kirby --other Russia",
	"between --one Kirby --other Russia --sayings true",
	"between --one Putin --other Kim --since 2024",
	"casualties",
	"casualties --place Ukraine --harm killed --evidence true",
	"casualties --by Russia --until 2023",
	"co-signers --who Norway",
	"co-signers --who Norway --with Japan",
	"co-signers --statement joint-statement-24-february-2024",
	"changed-articles",
	"changed-articles --about Belarus --since 2024-04",
	"contradictions",
	"contradictions --kind number",
	"contradictions --by Pyongyang --about missile",
	"contradictions --known-by 2024-01-10",
	"corroboration --relation SUPPLIED,PROCURED",
	"corroboration --entity Kharkiv --origins 2",
	"corroboration --entity DPRK --known-by 2024-01-10",
	"headline-vs-body",
	"headline-vs-body --how reversed --about DPRK",
	"headline-vs-body --outlet second-paper",
	"resolution",
	"resolution --resolution 1718",
	"resolution --what broken --who Russia --evidence true",
	"arms-flow --known-by 2024-01-05",
	"first-report --known-by 2024-01-11",
	"numbers --known-by 2024-01-04",
	"meetings --as-of-event 2024-01",
	"sanctions --as-of-event 2024-01 --undated true",
	"disputed --known-by 2024-01-10",
	"disputed",
	"disputed --by Pyongyang --about missile",
	"first-report",
	"first-report --entity Kharkiv --articles 1",
	"first-report --relation SUPPLIED --evidence true",
	"meetings",
	"meetings --who Kim --with Putin",
	"meetings --who Kyiv --status denied,planned",
	"meetings --place Russia --since 2024",
	"missing-signatories",
	"missing-signatories --statement joint-statement-9-january-2024 --other joint-statement-24-february-2024",
	"missing-signatories --statement joint-statement-24-february-2024 --other NATO",
	"numbers",
	"numbers --agree no",
	"numbers --about Odesa",
	"outlets-compared --outlet morning-post",
	"outlets-compared --outlet daily-sample --other example-wire",
	"positions",
	"positions --office minister --on 2024-01",
	"positions --of Russia --who Belousov",
	"sanctions",
	"sanctions --by EU --status planned",
	"sanctions --since 2024-02",
	"single-source --entity Kharkiv",
	"single-source --by outlet --relation SUPPLIED,PROCURED",
	"unanswered",
	"unanswered --who Peskov --evidence true",
	"unanswered --about North-Korea --until 2024-01",
}

// ask runs a command line; dashes in values stand for spaces.
func ask(t *testing.T, r queries.Reader, command string) (*queries.Result, error) {
	t.Helper()
	words := strings.Fields(command)
	args := map[string]string{}
	for i := 1; i+1 < len(words); i += 2 {
		v := words[i+1]
		switch words[i] {
		case "--since", "--until", "--on", "--how", "--relation", "--known-by", "--as-of-event":
		default:
			v = strings.ReplaceAll(v, "-", " ")
		}
		args[strings.TrimPrefix(words[i], "--")] = v
	}
	return library(t).Run(t.Context(), r, words[0], args)
}

func testGolden(t *testing.T, g *store.Store) {
	out := map[string]*strings.Builder{}
	answered := map[string]bool{}
	for _, command := range goldenCases {
		name, _, _ := strings.Cut(command, " ")
		if out[name] == nil {
			out[name] = &strings.Builder{}
		}
		r, err := ask(t, g, command)
		if err != nil {
			t.Errorf("%s: %v", command, err)
			continue
		}
		fmt.Fprintf(out[name], "$ dossier query %s\n", command)
		if err := queries.Render(out[name], "table", r, queries.RenderOptions{}); err != nil {
			t.Fatal(err)
		}
		for _, n := range r.Notes {
			fmt.Fprintf(out[name], "note: %s\n", n)
		}
		out[name].WriteByte('\n')
		answered[name] = answered[name] || len(r.Rows) > 0
	}
	for _, q := range library(t).Queries() {
		if !answered[q.Name] {
			t.Errorf("%s has no golden answer with rows", q.Name)
			continue
		}
		golden(t, filepath.Join("testdata", q.Name+".golden"), out[q.Name].String())
	}
}

// Every format of one answer that has all types of columns but lists of claims.
func testGoldenFormats(t *testing.T, g *store.Store) {
	r, err := ask(t, g, "violations --norm 1718")
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range queries.Formats() {
		var out bytes.Buffer
		if err := queries.Render(&out, format, r, queries.RenderOptions{Width: 60}); err != nil {
			t.Fatal(err)
		}
		golden(t, filepath.Join("testdata", "formats", "violations."+format), out.String())
	}
}

func testExplain(t *testing.T, g *store.Store) {
	for _, q := range library(t).Queries() {
		for _, args := range []map[string]string{nil, {"known_by": "2024", "as_of_event": "2024"}} { // a plan takes seconds
			statement, err := q.Cypher, error(nil)
			if args != nil {
				if _, ok := q.Param("known_by"); !ok {
					continue
				}
				args = maps.Clone(args)
				for _, p := range q.Params {
					if p.Required {
						args[p.Name] = "x"
					}
				}
				if statement, err = q.Asked(args); err != nil {
					t.Fatal(err)
				}
			}
			plan, err := g.Explain(t.Context(), statement, q.NullParams())
			if err != nil {
				t.Errorf("%s %v: %v", q.File, args, err)
			}
			if err := q.CheckColumns(plan.Keys); err != nil {
				t.Error(err)
			}
			if !plan.ReadOnly {
				t.Errorf("%s: the statement writes", q.File)
			}
			for _, n := range plan.Notes {
				t.Errorf("%s %v: %s", q.File, args, n)
			}
		}
	}
}

// The facts of the sample that matter most, apart from how they are shown.
func testAnswers(t *testing.T, g *store.Store) {
	column := func(command, name string) []any {
		t.Helper()
		r, err := ask(t, g, command)
		if err != nil {
			t.Fatalf("%s: %v", command, err)
		}
		i := slices.IndexFunc(r.Query.Columns, func(c queries.Column) bool { return c.Name == name })
		var out []any
		for _, row := range r.Rows {
			out = append(out, row[i])
		}
		return out
	}
	for _, c := range []struct {
		command, column string
		want            []any
	}{
		// SUPPLIED in two articles, one a reprint of the other, and denied in a third; PROCURED in that third and in a fourth
		{"transfers --supplier DPRK --goods ballistic-missile", "articles", []any{int64(4)}},
		{"transfers --supplier DPRK --goods ballistic-missile", "origins", []any{int64(3)}},
		{"transfers --supplier DPRK --goods ballistic-missile", "status", []any{"disputed"}},
		{"transfers --supplier DPRK --goods ballistic-missile", "denied_by", []any{[]string{"North Korea", "Russia"}}},
		{"transfers --supplier Russia", "goods", nil},
		// two halves in one sentence, and a plan and a negation told elsewhere
		{"transfers --supplier Iran", "recipient", []any{"Russia"}},
		{"transfers --supplier Iran", "articles", []any{int64(3)}},
		{"signatories", "signatory", []any{"Norway", "Japan", "Iceland", "European Union", "São Tomé and Príncipe", "United States"}},
		{"strikes --target Ukraine", "date", []any{"2023-12-30", "2023-12-30", "2024-01-02"}},
		{"strikes --target Kharkiv", "killed", []any{[]string{"2", "4+"}}},
		{"strikes --target Kharkiv", "injured", []any{[]string{"55-70", "61+"}}},
		{"strikes --target Odesa", "killed", []any{[]string{}}},
		{"violations", "norm", []any{"UN Security Council Resolution 1718", "UN Security Council Resolution 1874", "UN Security Council Resolution 2270"}},
		{"denials --how denied", "who", []any{"North Korea", "Russia", "Ukraine"}},
		{"denials --how declined-to-comment", "who", []any{"Belarus", "Dmitry Peskov", "Dmitry Peskov", "Sergei Shoigu"}},
		{"denials --how negated", "who", []any{nil}},
		// 2 against 4 or more, but "more than 60" and 55 to 70 can both be true
		{"numbers --agree no", "did", []any{"killed"}},
		{"numbers --agree yes", "did", []any{"injured"}},
		// a visit that is planned and talks that are denied are none
		{"meetings --who Kyiv", "how", nil},
		{"meetings --who Kim", "how", []any{"met"}},
		{"meetings --who Kim --status planned", "how", []any{"visited"}},
		{"sanctions --target Korea-Arms-Trading", "by", []any{"United States"}},
		// the EU and a tiny state have not signed the second statement, nor Iceland and the US the first
		{"missing-signatories --statement joint-statement-9-january-2024 --other joint-statement-24-february-2024", "signatory",
			[]any{"European Union", "Iceland", "São Tomé and Príncipe", "United States"}},
		{"missing-signatories --statement joint-statement-24-february-2024 --other NATO", "signatory", []any{"Japan", "United States"}},
		{"co-signers --who Norway --with Japan", "together", []any{int64(2)}},
		{"co-signers --who Iceland --with European-Union", "together", nil},
		{"positions --office minister --on 2024-01", "holder", []any{"Sergei Shoigu"}},
		{"arms-flow --target Odesa", "link", []any{"said"}},
		{"arms-flow --target Kharkiv", "link", []any{"weapon"}},
		{"arms-flow --supplier Iran", "recipient", nil},
		// a headline that sends missiles the other way, and one that says what its body only plans
		{"headline-vs-body", "how", []any{"reversed", "hedged"}},
		// the later version no longer says that missiles were sent
		{"changed-articles", "version", []any{"1 > 2"}},
		{"corroboration --relation SUPPLIED --entity DPRK", "origins", []any{int64(1)}},
		{"corroboration --relation SUPPLIED --entity DPRK", "own", []any{[]string{"North Korea", "Russia"}}},
		{"resolution --resolution 1718", "what", []any{"adopted", "forbids", "broken"}},
		{"disputed --known-by 2024-01-10", "denied_by", nil},
		{"numbers --known-by 2024-01-04", "agree", nil},
		{"disputed", "denied_by", []any{[]string{"North Korea (on itself)", "Russia (on itself)"}, []string{"North Korea (on itself)", "Russia (on itself)"}}},
		// a denial of any arms is one of these missiles; 2 is not 4 or more; the paper's headline turns its story round
		{"contradictions", "kind", []any{"polarity", "polarity", "number", "headline"}},
		{"attribution-chain --speakers 2", "chain", []any{"Kim Jong Un via KCNA via The Weekly"}},
		{"first-report --relation PROCURED", "outlets", []any{[]string{"Daily Sample"}}},
	} {
		if diff := cmp.Diff(c.want, column(c.command, c.column)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.command, c.column, diff)
		}
	}
}

// Every row of every query has a sentence that stands where its source says.
func testEveryRowHasItsSentence(t *testing.T, g *store.Store) {
	texts := map[string]string{}
	for _, d := range sampleDocuments(t) {
		texts[d.Article.ID] = d.Article.Text
	}
	for _, command := range goldenCases {
		r, err := ask(t, g, command)
		if err != nil {
			t.Errorf("%s: %v", command, err)
			continue
		}
		q := r.Query
		for _, row := range r.Rows {
			shown := 0
			for i, c := range q.Columns {
				s, ok := row[i].(queries.Source)
				if !ok {
					continue
				}
				shown++
				if sentence := row[i-1]; sentence != nil && texts[s.Article][s.Start:s.End] != sentence {
					t.Errorf("%s: %s: %q is not at %d-%d of %s", q.Name, c.Name, sentence, s.Start, s.End, s.Name)
				}
			}
			if shown == 0 {
				t.Errorf("%s: row without a source: %v", q.Name, row)
			}
		}
	}
}

// What a search finds first, where it looks, and what it says when nothing has
// the words.
func testSearch(t *testing.T, g *store.Store) {
	for _, c := range []struct {
		text, in string
		first    any // name of the first row; nil for a sentence
		note     string
	}{
		{"kirby", "", "John Kirby", ""},
		{"pyongyang", "", "North Korea", ""},
		{"joint statement", "sentences", nil, ""},
		{`"handing ballistic missiles"`, "", nil, ""},
		{"Pyongjang", "", "North Korea", `nothing has all words of "Pyongjang"; these are spelt nearly so`},
		{"resolution 187", "names", "-", `nothing has the words "resolution 187"`},
		{"resolution 1874", "names", "UN Security Council Resolution 1874", ""},
	} {
		args := map[string]string{"text": c.text}
		if c.in != "" {
			args["in"] = c.in
		}
		r, err := library(t).Search(t.Context(), g, args)
		if err != nil {
			t.Errorf("%s: %v", c.text, err)
			continue
		}
		if c.first == "-" != (len(r.Rows) == 0) || len(r.Rows) > 0 && r.Rows[0][1] != c.first || !strings.Contains(strings.Join(r.Notes, "\n"), c.note) {
			t.Errorf("%s: got %v, notes %q; want %v first and note %q", c.text, r.Rows, r.Notes, c.first, c.note)
		}
	}
	r, err := library(t).Search(t.Context(), g, map[string]string{"text": "missile", "limit": "1"})
	if err != nil || len(r.Rows) != 2 || !r.Truncated || strings.Join(r.Notes, "; ") != "there are more names than --limit 1; there are more sentences than --limit 1" {
		t.Errorf("limit 1: %v, notes %q, error %v", r.Rows, r.Notes, err)
	}
	if _, err := library(t).Search(t.Context(), g, map[string]string{"text": "..."}); err == nil || !strings.Contains(err.Error(), "no word to search for") {
		t.Errorf("no words: %v", err)
	}
}

// Each path is the entities on the way, then the claims in words.
func testPath(t *testing.T, g *store.Store) {
	for _, c := range []struct {
		from, to string
		options  queries.PathOptions
		want     string // or
		note     string
	}{
		{"DPRK", "Moscow", queries.PathOptions{Limit: 1}, "1. North Korea - Russia | Russia used ballistic missile from North Korea against Odesa", ""},
		{"Putin", "DPRK", queries.PathOptions{Via: []string{"MET"}}, "", "no claims join them in 4 steps or fewer"},
		{"Kim Jong Un", "Putin", queries.PathOptions{Via: []string{"MET"}}, "1. Kim Jong Un - Vladimir Putin | Kim Jong Un met Vladimir Putin in Vladivostok", ""},
		{"Iran", "Norway", queries.PathOptions{MaxHops: 1}, "", "no claims join them in 1 steps or fewer"},
		{"Norway", "Japan", queries.PathOptions{}, "1. Norway - Joint Statement 9 January 2024 - Japan | Norway signed Joint Statement 9 January 2024 | Japan signed Joint Statement 9 January 2024", ""},
	} {
		r, err := queries.Path(t.Context(), g, c.from, c.to, c.options)
		if err != nil {
			t.Errorf("%s to %s: %v", c.from, c.to, err)
			continue
		}
		got := ""
		for i, row := range r.Rows {
			if i == 0 {
				got = row[0].(string)
			}
			if row[0] == r.Rows[0][0] {
				got += " | " + row[3].(string)
			}
			if row[8] == nil || row[9].(queries.Source).Article == "" {
				t.Errorf("%s to %s: a step without evidence: %v", c.from, c.to, row)
			}
		}
		if got != c.want || !strings.Contains(strings.Join(r.Notes, "\n"), c.note) {
			t.Errorf("%s to %s:\n got %s, notes %q\nwant %s, note %q", c.from, c.to, got, r.Notes, c.want, c.note)
		}
	}
	var usage *queries.UsageError
	if _, err := queries.Path(t.Context(), g, "DPRK", "Pyongyang", queries.PathOptions{}); !errors.As(err, &usage) {
		t.Errorf("to itself: %v", err)
	}
	var unknown *queries.UnknownEntityError
	if _, err := queries.Path(t.Context(), g, "DPRK", "Xyzzy", queries.PathOptions{}); !errors.As(err, &unknown) {
		t.Errorf("to nobody: %v", err)
	}
}

func testUnknownEntity(t *testing.T, g *store.Store) {
	for _, c := range []struct{ command, want string }{
		{"transfers --supplier Noth-Korea", `no entity "Noth Korea" in this graph; nearest: North Korea`},
		{"strikes --target Xyzzy", `no entity "Xyzzy" in this graph`},
		{"transfers --goods Russia", `"Russia" is a State in this graph, and --goods takes a Weapon or Aid`},
		{"prohibitions --norm resolution", `"resolution" could be any of UN Security Council Resolution 1718, UN Security Council Resolution 1874, UN Security Council Resolution 2270`},
	} {
		_, err := ask(t, g, c.command)
		var unknown *queries.UnknownEntityError
		if !errors.As(err, &unknown) || err.Error() != c.want {
			t.Errorf("%s:\n got %v\nwant %s", c.command, err, c.want)
		}
	}
	if _, err := ask(t, g, "sources --claim c0"); err == nil || !strings.Contains(err.Error(), `no claim "c0"`) {
		t.Errorf("unknown claim: got %v", err)
	}
}

func TestEmptyGraph(t *testing.T) {
	g := storetest.Open(t)
	r, err := ask(t, g, "sources")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Rows) > 0 || len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "dossier load") {
		t.Errorf("got %d rows, notes %q", len(r.Rows), r.Notes)
	}
	_, err = ask(t, g, "transfers --supplier DPRK")
	if want := `no entity "DPRK": the graph is empty`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
