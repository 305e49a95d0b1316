package store

import (
	"context"
	"fmt"
	"slices"

	"dossier/graph/judgement"
	"dossier/graph/resolve"
)

// The statuses that a judgement gives to a claim.
const (
	statusAccepted = "accepted"
	statusRejected = "rejected"
)

// A verdict is a judgement on a claim.
type verdict struct{ status, on string }

// ApplyJudgements makes the graph show these judgements and no others, and makes
// the later writes of this store do the same. The record stays as it is: without
// a judgement, what it decided is derived again. It returns the ids of claims and
// things that the graph does not know; their judgements wait for them.
func (s *Store) ApplyJudgements(ctx context.Context, list []judgement.Judgement) (unknown []string, err error) {
	verdicts := map[string]verdict{}
	var pairs []resolve.Judgement
	var names, ids []string
	for _, j := range judgement.Effective(list) {
		if j.Pair() {
			pairs = append(pairs, resolve.Judgement{A: j.A, B: j.B, Same: j.Verb == judgement.Same})
			names = append(names, fmt.Sprint(j.Verb, " ", min(j.A, j.B), " ", max(j.A, j.B)))
			ids = append(ids, j.A, j.B)
			continue
		}
		verdicts[j.A] = verdict{map[judgement.Verb]string{judgement.Accept: statusAccepted, judgement.Reject: statusRejected}[j.Verb], j.On}
		ids = append(ids, j.A)
	}
	s.verdicts = verdicts
	s.Judge(pairs)
	known := map[string]bool{}
	var before []string
	var changed []string
	err = s.Read(ctx, "MATCH (m:Meta {key: 'judgements'}) RETURN m.pairs", nil, func(_ []string, v []any) error {
		before = stringList(v[0])
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = s.Read(ctx, `
MATCH (c:Claim) WHERE c.id IN $ids RETURN c.id AS id, c.judgement AS judgement, c.judgedOn AS judged
UNION
MATCH (c:Claim) WHERE c.judgement IS NOT NULL RETURN c.id AS id, c.judgement AS judgement, c.judgedOn AS judged
UNION
MATCH (c:Entity) WHERE c.id IN $ids RETURN c.id AS id, null AS judgement, null AS judged`, map[string]any{"ids": ids}, func(_ []string, v []any) error {
		id := v[0].(string)
		known[id] = true
		var had verdict
		had.status, _ = v[1].(string)
		had.on, _ = v[2].(string)
		if had != verdicts[id] {
			changed = append(changed, id)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		if !known[id] {
			unknown = append(unknown, id)
		}
	}
	slices.Sort(names)
	if slices.Equal(names, before) && len(changed) == 0 {
		return unknown, nil
	}
	err = s.write(ctx, func(ctx context.Context, tx *transaction) error {
		if err := execRows(ctx, tx, "UNWIND $rows AS id MATCH (c:Claim {id: id}) SET c.stale = true", changed); err != nil {
			return err
		}
		return tx.exec(ctx, "MERGE (m:Meta {key: 'judgements'}) SET m.pairs = $pairs", map[string]any{"pairs": names})
	})
	if err != nil {
		return nil, err
	}
	if !slices.Equal(names, before) { // pairs are few, and a thing that was joined has other ids than its parts
		err := s.write(ctx, func(ctx context.Context, tx *transaction) error {
			return tx.exec(ctx, "MATCH (e:Entity) WHERE e.block IS NOT NULL SET e.stale = true", nil)
		})
		if err != nil {
			return nil, err
		}
	}
	_, err = s.Resolve(ctx)
	return unknown, err
}

// judge puts a judgement over what the evidence for a claim adds up to.
func (b *batch) judge(claim string, props row) {
	v := b.verdicts[claim]
	props["judgement"], props["judgedOn"] = orNil(v.status), orNil(v.on)
	if v.status != "" {
		props["status"] = v.status
	}
}

// rebuiltAtOnce is how many claims or edges one transaction of a rebuild clears.
const rebuiltAtOnce = 5000

// Rebuild derives everything again that follows from the record: the fields and
// edges of claims, what is one thing, what contradicts what, and the fact layer.
// It may be called again after an interruption.
func (s *Store) Rebuild(ctx context.Context) error {
	if s.ontology == nil {
		return &Error{Kind: ErrNoSchema, text: "rebuild before the schema was applied", hint: "call ApplySchema first"}
	}
	statements := []string{
		"MATCH (c:Claim) WHERE c.status IS NOT NULL WITH c LIMIT $n SET c = {id: c.id, relation: c.relation, stale: true} RETURN count(*)",
	}
	for _, t := range append(factTypes(s.ontology), typeContradicts) {
		statements = append(statements, "MATCH ()-[r:"+quote(t)+"]->() WITH r LIMIT $n DELETE r RETURN count(*)")
	}
	for _, cypher := range statements {
		for n := int64(1); n > 0; {
			if err := ctx.Err(); err != nil {
				return err
			}
			err := s.write(ctx, func(ctx context.Context, tx *transaction) error {
				return tx.each(ctx, cypher, map[string]any{"n": rebuiltAtOnce}, func(v []any) error {
					n = v[0].(int64)
					return nil
				})
			})
			if err != nil {
				return fmt.Errorf("clear what is derived: %w", err)
			}
		}
	}
	if err := s.Reconsider(ctx); err != nil {
		return err
	}
	_, err := s.Resolve(ctx)
	return err
}
