package judgement_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dossier/graph/judgement"
)

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "judgements.txt")
	if list, ok, err := judgement.Load(path); ok || err != nil || list != nil {
		t.Fatalf("no file: %v, %v, %v", list, ok, err)
	}
	all := []judgement.Judgement{
		{Verb: judgement.Accept, A: "c1", On: "2024-01-31", Note: "North Korea supplied missiles"},
		{Verb: judgement.Reject, A: "c2", On: "2024-02-01", Why: `a "joke", 2 # signs`, Note: "x # y"},
		{Verb: judgement.NotSame, A: "strike:b", B: "strike:a", On: "2024-02-02"},
		{Verb: judgement.Reject, A: "c1", On: "2024-02-03", Why: "after all"},
	}
	for _, j := range all {
		if err := judgement.Append(path, j); err != nil {
			t.Fatal(err)
		}
	}
	list, ok, err := judgement.Load(path)
	if diff := cmp.Diff(all, list, cmpopts.IgnoreFields(judgement.Judgement{}, "Line")); diff != "" || !ok || err != nil {
		t.Errorf("%v, %v: -written +read:\n%s", ok, err, diff)
	}
	if got := judgement.Effective(list); len(got) != 3 || got[2].Verb != judgement.Reject || got[2].A != "c1" {
		t.Errorf("effective: %v", got)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	// Of two judgements on one claim, undo takes the later; a pair has no order.
	if j, err := judgement.Undo(path, "c1"); err != nil || j == nil || j.Why != "after all" {
		t.Errorf("undo: %v, %v", j, err)
	}
	if j, err := judgement.Undo(path, "strike:a", "strike:b"); err != nil || j == nil || j.Verb != judgement.NotSame {
		t.Errorf("undo of a pair: %v, %v", j, err)
	}
	if j, err := judgement.Undo(path, "c9"); j != nil || err != nil {
		t.Errorf("undo of nothing: %v, %v", j, err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !strings.HasPrefix(string(before), string(after)) || !strings.Contains(string(after), "c2") {
		t.Errorf("the file is %q, %v", after, err)
	}
}

func TestParseErrors(t *testing.T) {
	for _, row := range []struct{ line, want string }{
		{"adopt c1 2024-01-31", `f:2: "adopt" is none of accept, reject, same, not-same`},
		{"accept c1", `f:2: want accept, 1 id(s) and a day`},
		{"same a 2024-01-31", `f:2: want same, 2 id(s) and a day`},
		{"same a a 2024-01-31", `f:2: a is there twice`},
		{"accept c1 yesterday", `f:2: "yesterday" is no day such as 2024-01-31`},
		{"accept c1 2024-01-31 because", `f:2: "because": want the reason in double quotes, or # and a note`},
		{`accept c1 2024-01-31 "because`, `f:2: "\"because": want the reason in double quotes, or # and a note`},
	} {
		if _, err := judgement.Parse("f", "# head\n"+row.line+"\n"); err == nil || err.Error() != row.want {
			t.Errorf("%s: got %v, want %s", row.line, err, row.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("accept c1 2024-01-31 \"why\" # note\nsame a b 2024-01-31")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := judgement.Parse("f", text)
		if err != nil {
			return
		}
		var lines []string
		for _, j := range list {
			lines = append(lines, j.String())
		}
		again, err := judgement.Parse("f", strings.Join(lines, "\n"))
		if diff := cmp.Diff(list, again, cmpopts.IgnoreFields(judgement.Judgement{}, "Line", "Note")); diff != "" || err != nil {
			t.Errorf("%v: -read +written and read:\n%s", err, diff)
		}
	})
}
