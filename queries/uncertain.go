package queries

import (
	"context"
	"fmt"
)

// An Uncertainty is a question that a person can answer: whether two things are
// one, or whether a claim holds.
type Uncertainty struct {
	A, B      string // two things, or a claim and ""
	Question  string
	Sentences []string // what speaks for either, with their sources
}

const (
	maybeSame = `
MATCH (a:Entity)-[m:MAYBE_SAME]->(b:Entity)
RETURN a.id, b.id, a.name, b.name, m.reason,
       COLLECT { UNWIND [a, b] AS x
                 MATCH (x)<-[:SAME_AS*0..1]-()<-[:MENTIONS]-(s)<-[:HAS_SENTENCE]-(p)
                 WHERE p.superseded IS NULL
                 RETURN DISTINCT '“' + s.text + '” - ' + coalesce(p.outlet, p.title, p.name) LIMIT 6 }
ORDER BY m.score DESC, a.id, b.id`
	uncertainClaims = `
MATCH (c:Claim)
WHERE c.status IN ['disputed', 'alleged', 'headline'] AND c.judgement IS NULL
RETURN c.id, c.status,
       COLLECT { MATCH (c)<-[e:EVIDENCES]-(s)<-[:HAS_SENTENCE]-(p)
                 WHERE e.superseded IS NULL
                 RETURN DISTINCT '“' + s.text + '” - ' + coalesce(p.outlet, p.title, p.name) + ' (' + e.standing + ')' LIMIT 6 }
ORDER BY CASE c.status WHEN 'disputed' THEN 0 WHEN 'alleged' THEN 1 ELSE 2 END, c.articles DESC, c.id`
)

// Uncertain returns up to limit questions that no judgement answers: first what
// may be one thing, the likeliest first, then uncertain claims.
func Uncertain(ctx context.Context, r Reader, judged func(a, b string) bool, limit int) ([]Uncertainty, error) {
	var out []Uncertainty
	words := map[string]string{}
	err := r.Read(ctx, maybeSame, nil, func(_ []string, v []any) error {
		text := func(i int) string { s, _ := v[i].(string); return s }
		if len(out) < limit && !judged(text(0), text(1)) {
			out = append(out, Uncertainty{A: text(0), B: text(1), Sentences: texts(v[5]),
				Question: fmt.Sprintf("are %q (%s) and %q (%s) one? %s", text(2), text(0), text(3), text(1), text(4))})
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up suggestions: %w", err)
	}
	err = r.Read(ctx, uncertainClaims, nil, func(_ []string, v []any) error {
		id, _ := v[0].(string)
		if len(out) < limit && !judged(id, "") {
			out = append(out, Uncertainty{A: id, Sentences: texts(v[2])})
			words[id] = id
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up uncertain claims: %w", err)
	}
	if err := readClaims(ctx, r, words, nil, (*claimText).String); err != nil {
		return nil, fmt.Errorf("words of claims: %w", err)
	}
	for i, u := range out {
		if u.B == "" {
			out[i].Question = fmt.Sprintf("is this so? %s, claim %s", words[u.A], u.A)
		}
	}
	return out, nil
}

// ClaimInWords returns the words of a claim; a claim that the graph does not know
// is an error.
func ClaimInWords(ctx context.Context, r Reader, id string) (string, error) {
	words := map[string]string{id: ""}
	if err := readClaims(ctx, r, words, nil, (*claimText).words); err != nil {
		return "", fmt.Errorf("look up claim %s: %w", id, err)
	}
	if words[id] == "" {
		return "", fmt.Errorf("no claim %q in this graph; the ids of claims are in the answers of --format json", id)
	}
	return words[id], nil
}
