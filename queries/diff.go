package queries

import (
	"context"
	"fmt"
	"slices"
)

// What became of a claim or sentence from one version of an article to another.
const (
	diffGone  = "gone"
	diffAdded = "added"
	diffKept  = "kept"
)

const (
	claimsIn = `
MATCH (:Article {id: $id})-[:HAS_SENTENCE]->(s)-[ev:EVIDENCES]->(c:Claim)
WITH c, s, ev ORDER BY s.index, ev.id
RETURN c.id, c.status, head(collect(s.text)) AS sentence, head(collect(s.id)) AS id, min(s.index) AS first
ORDER BY first, c.id`
	sentencesIn = `
MATCH (:Article {id: $id})-[:HAS_SENTENCE]->(s)
WHERE s.part <> 'furniture'
RETURN s.origin, s.text, s.id
ORDER BY s.index`
)

// Diff says what changed from one version of an article to another: which claims
// are gone, added and kept, with their status of today, and which sentences. Kept
// ones are rows only if all is true; notes count them.
func Diff(ctx context.Context, r Reader, from, to Article, all bool) (*Result, error) {
	res := &Result{Query: &Query{
		Name: "diff", Title: "What changed in an article",
		Columns: []Column{
			{Name: "part", Type: ColGroup, Doc: "claims or text."},
			{Name: "change", Type: ColText, Doc: "gone, added or kept."},
			{Name: "what", Type: ColText, Doc: "The claim, or the sentence."},
			{Name: "status", Type: ColStatus, Doc: "The status of the claim over all articles."},
			{Name: "id", Type: ColText, Doc: "The id of the claim or sentence.", Detail: true},
			{Name: "article", Type: ColText, Doc: "The id of the version in which it stands.", Detail: true},
		},
	}}
	if err := res.diffClaims(ctx, r, from, to, all); err != nil {
		return nil, fmt.Errorf("compare claims: %w", err)
	}
	if err := res.diffText(ctx, r, from, to, all); err != nil {
		return nil, fmt.Errorf("compare sentences: %w", err)
	}
	return res, nil
}

// told is a claim that a version makes, or one of its sentences.
type told struct{ key, text, status, id string }

func (res *Result) diffClaims(ctx context.Context, r Reader, from, to Article, all bool) error {
	var versions [2][]told
	words := map[string]string{}
	for i, a := range []Article{from, to} {
		err := r.Read(ctx, claimsIn, map[string]any{"id": a.ID}, func(_ []string, v []any) error {
			id, _ := v[0].(string)
			status, _ := v[1].(string)
			versions[i] = append(versions[i], told{key: id, status: status, id: id})
			words[id] = id
			return nil
		})
		if err != nil {
			return err
		}
	}
	if err := readClaims(ctx, r, words, nil, (*claimText).words); err != nil {
		return err
	}
	has := func(list []told, key string) bool {
		return slices.ContainsFunc(list, func(t told) bool { return t.key == key })
	}
	var kept, rows []change
	for _, c := range versions[0] {
		c.text = words[c.id]
		if has(versions[1], c.key) {
			kept = append(kept, change{diffKept, c, to})
		} else {
			rows = append(rows, change{diffGone, c, from})
		}
	}
	for _, c := range versions[1] {
		c.text = words[c.id]
		if !has(versions[0], c.key) {
			rows = append(rows, change{diffAdded, c, to})
		}
	}
	res.tell("claims", append(rows, kept...), all)
	return nil
}

func (res *Result) diffText(ctx context.Context, r Reader, from, to Article, all bool) error {
	var versions [2][]told
	for i, a := range []Article{from, to} {
		err := r.Read(ctx, sentencesIn, map[string]any{"id": a.ID}, func(_ []string, v []any) error {
			t := told{}
			t.key, _ = v[0].(string)
			t.text, _ = v[1].(string)
			t.id, _ = v[2].(string)
			versions[i] = append(versions[i], t)
			return nil
		})
		if err != nil {
			return err
		}
	}
	var rows []change
	a, b := versions[0], versions[1]
	for _, pair := range align(a, b) {
		switch {
		case pair.to < 0:
			rows = append(rows, change{diffGone, a[pair.from], from})
		case pair.from < 0:
			rows = append(rows, change{diffAdded, b[pair.to], to})
		default:
			rows = append(rows, change{diffKept, b[pair.to], to})
		}
	}
	res.tell("text", rows, all)
	return nil
}

type change struct {
	how  string
	what told
	in   Article
}

// tell adds changes as rows, and a note that counts them.
func (res *Result) tell(part string, changes []change, all bool) {
	n := map[string]int{}
	for _, c := range changes {
		n[c.how]++
		if c.how == diffKept && !all {
			continue
		}
		var status any
		if c.what.status != "" {
			status = c.what.status
		}
		res.Rows = append(res.Rows, []any{part, c.how, c.what.text, status, c.what.id, c.in.ID})
	}
	what := map[string]string{"claims": "claims", "text": "sentences"}[part]
	res.Notes = append(res.Notes, fmt.Sprintf("%s: %d gone, %d added, %d kept", what, n[diffGone], n[diffAdded], n[diffKept]))
}

// A pair joins the places of one sentence in two texts; -1 where it is in one
// only.
type pair struct{ from, to int }

// align walks through two texts side by side: the longest sequence of sentences
// that both have in the same order is kept, what is between goes or comes, the
// old before the new.
func align(a, b []told) []pair {
	// longest[i][j] is the length of that sequence from a[i] and b[j] on.
	longest := make([][]int, len(a)+1)
	for i := range longest {
		longest[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i].key == b[j].key {
				longest[i][j] = longest[i+1][j+1] + 1
			} else {
				longest[i][j] = max(longest[i+1][j], longest[i][j+1])
			}
		}
	}
	var out []pair
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i].key == b[j].key:
			out = append(out, pair{i, j})
			i++
			j++
		case j == len(b) || i < len(a) && longest[i+1][j] >= longest[i][j+1]:
			out = append(out, pair{i, -1})
			i++
		default:
			out = append(out, pair{-1, j})
			j++
		}
	}
	return out
}
