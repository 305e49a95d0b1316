package extract_test

import (
	"bytes"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"dossier/graph"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
)

// The examples beside the built-in rules are read as they say.
func TestExamples(t *testing.T) {
	for _, f := range extractor(t).Check() {
		t.Error(f)
	}
}

// withRules prepares an extractor with a file of rules beside the built-in ones.
func withRules(t *testing.T, file, text string) *extract.Extractor {
	t.Helper()
	set, err := rules.WithDir(fstest.MapFS{file: {Data: []byte(text)}})
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(set)
}

func TestCheck(t *testing.T) {
	const frame = "frame gladden\n  relation SUPPORTED\n  verbs gladden\n  roles head=subj; tail=obj:State\n"
	for _, row := range []struct{ name, example, fault string }{
		{"yes", "yes Chad gladdens Peru. => SUPPORTED Chad > Peru", ""},
		{"yes, with articles", "yes Chad gladdens Peru. => SUPPORTED the Chad > peru", ""},
		{"no", "no Chad saddens Peru.", ""},
		{"yes, another tail", "yes Chad gladdens Peru. => SUPPORTED Chad > Mali", `"Chad gladdens Peru.": want SUPPORTED Chad > Mali, got SUPPORTED Chad > Peru (gladden)`},
		{"yes, reversed", "yes Chad gladdens Peru. => SUPPORTED Peru > Chad", "want SUPPORTED Peru > Chad, got SUPPORTED Chad > Peru (gladden)"},
		{"yes, another relation", "yes Chad gladdens Peru. => CONDEMNED Chad > Peru", "want CONDEMNED Chad > Peru, got SUPPORTED"},
		{"yes, nothing read", "yes It rained. => SUPPORTED Chad > Peru", `"It rained.": want SUPPORTED Chad > Peru, got nothing`},
		{"yes, by another rule", "yes Chad supports Peru. => SUPPORTED Chad > Peru", "want SUPPORTED Chad > Peru, got SUPPORTED Chad > Peru (support)"},
		{"no, but read", "no Chad gladdens Peru.", "want no claim by this rule, got SUPPORTED Chad > Peru (gladden)"},
		{"no, read by another rule", "no Chad supports Peru.", ""},
	} {
		t.Run(row.name, func(t *testing.T) {
			var got []string
			for _, f := range withRules(t, "mine.rules", frame+"  "+row.example+"\n").Check() {
				if f.Example.Pos.File == "mine.rules" {
					got = append(got, f.Error())
				}
			}
			switch {
			case row.fault == "" && len(got) > 0:
				t.Errorf("faults %q, want none", got)
			case row.fault != "" && (len(got) != 1 || !strings.HasPrefix(got[0], "mine.rules:5:3: gladden: ") || !strings.Contains(got[0], row.fault)):
				t.Errorf("faults %q, want one at mine.rules:5:3 with %q", got, row.fault)
			}
		})
	}
}

// An analyst's own entries are read beside the built-in ones.
func TestOwnDictionary(t *testing.T) {
	const text = "Freedonia supplied artillery shells to Sylvania."
	own := withRules(t, "mine.dict", "state:X1 State Freedonia\n  capital Fredville\nstate:X2 State Sylvania\n")
	for _, row := range []struct {
		x    *extract.Extractor
		text string
		want bool
	}{
		{extractor(t), text, false},
		{own, text, true},
		{own, "Fredville supplied artillery shells to Sylvania.", true},
	} {
		found := false
		for _, c := range row.x.Extract(article(row.text, "")).Claims {
			found = found || c.Relation == "SUPPLIED" && c.Subject == "state:X1" && c.Roles["recipient"] == "state:X2"
		}
		if found != row.want {
			t.Errorf("%q: claim of the own states read is %v, want %v", row.text, found, row.want)
		}
	}
}

func TestTrace(t *testing.T) {
	var b bytes.Buffer
	a := article("Tehran's denial\n\nIran denied on Monday that it had supplied drones to Russia. Iran supplied.\n\nShare this", "2024-03-15")
	if err := extractor(t).Trace(&b, a); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"headline [0:15] Tehran's denial\n", "furniture [", "  tokens: iran/NAME denied/V", "[Iran] state:IR (State, name)",
		"[on Monday] 2024-03-11", "  clause supply: subject", `  cue deny "denied": denied`, "  fired supply: SUPPLIED Iran > weapon:drone drones recipient=Russia",
		`  nearly supply at "supplied": no tail`,
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in the trace:\n%s", want, &b)
		}
	}
	if err := extractor(t).Trace(failing{}, graph.Article{Text: "Iran."}); err != io.ErrClosedPipe {
		t.Errorf("error %v, want that of the writer", err)
	}
}

type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
