package score

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/loaders"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata")

func sampleReport(t *testing.T) *Report {
	t.Helper()
	docs, err := ReadGold("testdata/gold")
	if err != nil {
		t.Fatal(err)
	}
	if err := ReadPredictions("testdata/predictions", docs); err != nil {
		t.Fatal(err)
	}
	return Score(docs, testNames(t))
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("not as in %s (-want +got):\n%s", name, diff)
	}
}

func TestWriteText(t *testing.T) {
	var b bytes.Buffer
	if err := sampleReport(t).WriteText(&b, 60, 4); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/report.txt", b.Bytes())
}

func TestWriteJSON(t *testing.T) {
	var b bytes.Buffer
	if err := sampleReport(t).WriteJSON(&b, 2); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/report.json", b.Bytes())
}

func TestErrorsShown(t *testing.T) {
	r := sampleReport(t)
	for _, row := range []struct{ most, want int }{{0, 0}, {1, 1}, {-1, len(r.Errors)}, {1000, len(r.Errors)}} {
		var text, object bytes.Buffer
		if err := r.WriteText(&text, 80, row.most); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteJSON(&object, row.most); err != nil {
			t.Fatal(err)
		}
		_, errors, _ := strings.Cut(text.String(), "sentences with errors\n")
		if got := strings.Count(errors, "\n\n") + strings.Count(errors[:min(1, len(errors))], "\n"); got != row.want {
			t.Errorf("%d asked for, %d in the text:\n%s", row.most, got, errors)
		}
		var got struct {
			Errors         []Error
			ErrorSentences int `json:"error_sentences"`
		}
		if err := json.Unmarshal(object.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if len(got.Errors) != row.want || got.ErrorSentences != len(r.Errors) {
			t.Errorf("%d asked for, JSON has %d of %d", row.most, len(got.Errors), got.ErrorSentences)
		}
	}
}

func TestNothingToScore(t *testing.T) {
	r := Score(nil, nil)
	if r.All != (Measure{}) || r.Entities.Ratio() != 0 {
		t.Errorf("report of nothing: %+v", r)
	}
	var b bytes.Buffer
	if err := r.WriteText(&b, 80, -1); err != nil || strings.Contains(b.String(), "NaN") {
		t.Errorf("%v in:\n%s", err, b.String())
	}
}

// What was missed stands beside what is wrong in the same sentence, in the order
// of the text.
func TestDisagreements(t *testing.T) {
	const first, second, third = "Dahl met Sow in Cusco, he said.", "Peru bought drones.", "Chad did not."
	gold := func(sentence string) Gold { return Gold{Sentence: sentence} }
	fact := func(sentence string) loaders.Fact { return loaders.Fact{Sentence: sentence} }
	missed := []Gold{gold(third), gold(first)}
	wrong := []loaders.Fact{fact(second), fact("Dahl met Sow in Cusco"), fact(third), fact("")}
	for _, row := range []struct {
		name, text string
		want       []string
	}{
		{"order of the text", first + " " + second + " " + third, []string{first, "", second, third}},
		{"no text", "", []string{third, first, second, ""}},
	} {
		list := disagreements(Document{Name: "d", Text: row.text}, missed, wrong)
		var got []string
		for _, e := range list {
			got = append(got, e.Sentence)
			if (e.Sentence == first || e.Sentence == third) && (len(e.Missed) != 1 || len(e.Wrong) != 1) {
				t.Errorf("%s: %+v", row.name, e)
			}
		}
		if diff := cmp.Diff(row.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}
