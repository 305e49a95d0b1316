package score

import (
	"cmp"
	"encoding/json"
	"io"
	"maps"
	"slices"
	"strings"

	"dossier/loaders"
)

// A Report is the outcome of a comparison.
type Report struct {
	All Measure `json:"all"`

	// Rest leaves out STATED and HOLDS_POSITION: there are many of them, and
	// they are the easiest to find.
	Rest Measure `json:"without_stated_and_holds_position"`

	Relations []RelationMeasure `json:"relations"` // sorted by name

	Ignored  int `json:"ignored"`  // predictions that are neither right nor wrong
	Restated int `json:"restated"` // those of them that repeat the gold in a sentence it does not list

	Entities    Share `json:"entities"`    // named states, organizations, persons and places of the gold that any prediction names
	Attribution Share `json:"attribution"` // facts found with the right speaker
	Polarity    Share `json:"polarity"`    // facts found with the right polarity
	Qualifiers  Share `json:"qualifiers"`  // recipients, givers, targets and bodies of the facts found

	Polarities map[string]map[string]int `json:"polarities"` // facts found, by the gold's polarity and the one read

	Unread []string `json:"unread"` // documents without predictions
	Errors []Error  `json:"errors"` // in the order of documents, then of their text
}

// A Measure counts the facts of the gold that were found and those that were
// missed, and the predictions that are wrong.
type Measure struct {
	Precision float64 `json:"precision"` // share of what was read that is right
	Recall    float64 `json:"recall"`    // share of the gold that was found
	F1        float64 `json:"f1"`        // harmonic mean of the two
	Found     int     `json:"found"`
	Wrong     int     `json:"wrong"`
	Missed    int     `json:"missed"`
}

// A RelationMeasure is the measure of one relation.
type RelationMeasure struct {
	Rel string `json:"rel"`
	Measure
}

// A Share is a part of a whole.
type Share struct {
	Hits int `json:"hits"`
	Of   int `json:"of"`
}

// Ratio returns the share as a number from 0 to 1; 0 if there is no whole.
func (s Share) Ratio() float64 { return ratio(s.Hits, s.Of) }

func (s *Share) count(hit bool) {
	s.Of++
	if hit {
		s.Hits++
	}
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

func (m *Measure) add(other Measure) {
	m.Found += other.Found
	m.Wrong += other.Wrong
	m.Missed += other.Missed
}

// rate sets the rates from the counts.
func (m *Measure) rate() {
	m.Precision = ratio(m.Found, m.Found+m.Wrong)
	m.Recall = ratio(m.Found, m.Found+m.Missed)
	m.F1 = 0
	if sum := m.Precision + m.Recall; sum > 0 {
		m.F1 = 2 * m.Precision * m.Recall / sum
	}
}

func (t *tally) sum() *Report {
	r := &t.report
	for _, rel := range slices.Sorted(maps.Keys(t.relations)) {
		m := *t.relations[rel]
		m.rate()
		r.Relations = append(r.Relations, RelationMeasure{rel, m})
		r.All.add(m)
		if rel != "STATED" && rel != "HOLDS_POSITION" {
			r.Rest.add(m)
		}
	}
	r.All.rate()
	r.Rest.rate()
	return r
}

// An Error is a sentence in which gold and predictions differ.
type Error struct {
	Document string         `json:"document"`
	Sentence string         `json:"sentence"`
	Missed   []Gold         `json:"missed"`
	Wrong    []loaders.Fact `json:"wrong"`
}

// disagreements puts what was missed and what is wrong in one sentence side by
// side.
func disagreements(d Document, missed []Gold, wrong []loaders.Fact) []Error {
	var list []Error
	at := func(sentence string) *Error {
		key := normalize(sentence)
		for i := range list {
			if k := normalize(list[i].Sentence); k == key || key != "" && k != "" && (strings.Contains(k, key) || strings.Contains(key, k)) {
				return &list[i]
			}
		}
		list = append(list, Error{Document: d.Name, Sentence: sentence, Missed: []Gold{}, Wrong: []loaders.Fact{}})
		return &list[len(list)-1]
	}
	for _, g := range missed {
		e := at(g.Sentence)
		e.Missed = append(e.Missed, g)
	}
	for _, p := range wrong {
		e := at(p.Sentence)
		e.Wrong = append(e.Wrong, p)
	}
	if d.Text != "" {
		slices.SortStableFunc(list, func(a, b Error) int {
			return cmp.Compare(strings.Index(d.Text, a.Sentence), strings.Index(d.Text, b.Sentence))
		})
	}
	return list
}

// first returns the first n errors, or all if n is negative.
func (r *Report) first(n int) []Error {
	if n < 0 || n > len(r.Errors) {
		return r.Errors
	}
	return r.Errors[:n]
}

// WriteJSON writes the report as one JSON object, with the first sentences that
// have errors; a negative number of these means all.
func (r *Report) WriteJSON(w io.Writer, errors int) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	short := *r
	short.Errors = r.first(errors)
	return enc.Encode(struct {
		Report
		ErrorSentences int `json:"error_sentences"` // all of them, shown or not
	}{short, len(r.Errors)})
}
