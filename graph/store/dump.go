package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// A Record is a node or a relationship of a dossier, just as the graph holds it.
type Record struct {
	// Kind is "article", "sentence", "claim" or "entity" for a node, "edge" for a
	// relationship.
	Kind string

	ID     string   // of a node
	Labels []string // of a node, sorted

	Type             string         // of a relationship
	From, To         string         // ids of its ends
	FromKind, ToKind string         // their kinds
	Properties       map[string]any // string, int64, float64, bool, or a list of one of these; with the id of a node
}

// baseLabels are the labels that every node of a dossier has one of, by kind, in
// the order of a dump.
var baseLabels = []struct{ kind, label string }{
	{"article", labelArticle}, {"sentence", labelSentence}, {"entity", labelEntity}, {"claim", labelClaim},
}

func baseLabel(kind string) (string, bool) {
	for _, b := range baseLabels {
		if b.kind == kind {
			return b.label, true
		}
	}
	return "", false
}

func kindOf(labels []string) string {
	for _, b := range baseLabels {
		if slices.Contains(labels, b.label) {
			return b.kind
		}
	}
	return ""
}

// Turn is how many batches were written to the graph. Articles know by it in
// which order they came.
func (s *Store) Turn(ctx context.Context) (int64, error) {
	var turn int64
	err := s.Read(ctx, "MATCH (m:Meta {key: 'writer'}) RETURN m.turn", nil, func(_ []string, v []any) error {
		turn, _ = v[0].(int64)
		return nil
	})
	return turn, err
}

// Dump calls each for every record of the graph: nodes first, then
// relationships. Two dumps of one graph are in the same order. An error of each
// ends the dump and is returned.
func (s *Store) Dump(ctx context.Context, each func(Record) error) error {
	for _, b := range baseLabels {
		err := s.Read(ctx, "MATCH (n:"+b.label+") RETURN labels(n), properties(n) ORDER BY n.id", nil, func(_ []string, v []any) error {
			labels := stringList(v[0])
			slices.Sort(labels)
			p := v[1].(map[string]any)
			id, _ := p["id"].(string)
			return each(Record{Kind: b.kind, ID: id, Labels: labels, Properties: p})
		})
		if err != nil {
			return err
		}
	}
	for _, typ := range relationshipTypes(s.knownOntology()) {
		if err := s.dumpEdges(ctx, typ, each); err != nil {
			return err
		}
	}
	return nil
}

// dumpEdges dumps the relationships of a type. Those that join the same two
// nodes are put in order here: they differ in properties only.
func (s *Store) dumpEdges(ctx context.Context, typ string, each func(Record) error) error {
	var same []Record
	var keys []string
	flush := func() error {
		order := make([]int, len(same))
		for i := range order {
			order[i] = i
		}
		if len(same) > 1 {
			slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(keys[a], keys[b]) })
		}
		for _, i := range order {
			if err := each(same[i]); err != nil {
				return err
			}
		}
		same, keys = same[:0], keys[:0]
		return nil
	}
	err := s.Read(ctx, `
MATCH (a)-[r:`+quote(typ)+`]->(b)
WHERE a.id IS NOT NULL AND b.id IS NOT NULL
RETURN a.id, labels(a), properties(r), b.id, labels(b)
ORDER BY a.id, b.id`, nil, func(_ []string, v []any) error {
		r := Record{
			Kind: "edge", Type: typ, From: v[0].(string), FromKind: kindOf(stringList(v[1])),
			Properties: v[2].(map[string]any), To: v[3].(string), ToKind: kindOf(stringList(v[4])),
		}
		if len(same) > 0 && (same[0].From != r.From || same[0].To != r.To) {
			if err := flush(); err != nil {
				return err
			}
		}
		key, err := json.Marshal(r.Properties) // with sorted keys
		if err != nil {
			return err
		}
		same, keys = append(same, r), append(keys, string(key))
		return nil
	})
	if err != nil {
		return err
	}
	return flush()
}

// Restore writes the records of a dump into an empty graph, in batches. next
// returns them one after another, nodes before the relationships that join
// them, and false after the last. turn is that of the dumped graph.
//
// A graph that holds anything is refused with [ErrNotEmpty]: what several
// articles share is computed from all of them, and copies cannot be joined. A
// Restore that was interrupted, or that a bad record ended, may be tried again;
// it starts afresh. Records of kinds, labels or types that the ontology does not
// know, and relationships to nodes that are not there, are an error.
func (s *Store) Restore(ctx context.Context, turn int64, next func() (Record, bool, error)) (nodes, edges int, err error) {
	if s.ontology == nil {
		return 0, 0, &Error{Kind: ErrNoSchema, text: "restore before the schema was applied", hint: "call ApplySchema first"}
	}
	if err := s.beginRestore(ctx); err != nil {
		return 0, 0, err
	}
	labels, types := nodeLabels(s.ontology), relationshipTypes(s.ontology)
	var batch []Record
	write := func() error {
		if len(batch) == 0 {
			return nil
		}
		err := s.write(ctx, func(ctx context.Context, tx *transaction) error { return restoreBatch(ctx, tx, batch) })
		batch = batch[:0]
		return err
	}
	for {
		r, ok, err := next()
		if err != nil {
			return nodes, edges, err
		}
		if !ok {
			break
		}
		if err := r.check(labels, types); err != nil {
			return nodes, edges, err
		}
		// A batch holds either nodes or relationships, so that both ends are there.
		if len(batch) > 0 && (len(batch) >= s.batchRows || (batch[0].Kind == "edge") != (r.Kind == "edge")) {
			if err := write(); err != nil {
				return nodes, edges, err
			}
		}
		batch = append(batch, r)
		if r.Kind == "edge" {
			edges++
		} else {
			nodes++
		}
	}
	if err := write(); err != nil {
		return nodes, edges, err
	}
	return nodes, edges, s.write(ctx, func(ctx context.Context, tx *transaction) error {
		if err := tx.exec(ctx, "MERGE (m:Meta {key: 'writer'}) SET m.turn = $turn", map[string]any{"turn": turn}); err != nil {
			return err
		}
		return tx.exec(ctx, "MATCH (m:Meta {key: 'restore'}) DELETE m", nil)
	})
}

// beginRestore marks the graph as one that is being restored. One that is marked
// already holds the beginning of an earlier try, which is deleted.
func (s *Store) beginRestore(ctx context.Context) error {
	begun, full := false, false
	err := s.Read(ctx, `
RETURN EXISTS { MATCH (:Meta {key: 'restore'}) },
       EXISTS { MATCH (n) WHERE n:Article OR n:Sentence OR n:Claim OR n:Entity }`, nil, func(_ []string, v []any) error {
		begun, full = v[0].(bool), v[1].(bool)
		return nil
	})
	if err != nil {
		return err
	}
	if full && !begun {
		return &Error{
			Kind: ErrNotEmpty,
			text: fmt.Sprintf("the graph at %s already holds a dossier, and a second one cannot be copied into it", s.address),
			hint: "load the articles instead, which joins them; or take an empty database, as after: dossier db reset",
		}
	}
	for left := full; left; {
		left = false
		err := s.write(ctx, func(ctx context.Context, tx *transaction) error {
			return tx.each(ctx, "MATCH (n) WHERE n:Article OR n:Sentence OR n:Claim OR n:Entity WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) > 0",
				nil, func(v []any) error { left, _ = v[0].(bool); return nil })
		})
		if err != nil {
			return err
		}
	}
	return s.write(ctx, func(ctx context.Context, tx *transaction) error {
		return tx.exec(ctx, "MERGE (m:Meta {key: 'restore'})", nil)
	})
}

// notHalfRestored refuses to go on with the beginning of a dossier: the rest of
// it, restored later, would replace what came meanwhile.
func (s *Store) notHalfRestored(ctx context.Context) error {
	half := false
	err := s.Read(ctx, "RETURN EXISTS { MATCH (:Meta {key: 'restore'}) }", nil, func(_ []string, v []any) error {
		half, _ = v[0].(bool)
		return nil
	})
	if err == nil && half {
		err = &Error{
			Kind: ErrHalfRestored,
			text: fmt.Sprintf("the graph at %s holds part of a dossier: its import was interrupted", s.address),
			hint: "import the file again; or begin with an empty database, as after: dossier db reset",
		}
	}
	return err
}

// check says what is wrong with a record that cannot be in a dossier.
func (r Record) check(labels, types []string) error {
	if r.Kind == "edge" {
		_, from := baseLabel(r.FromKind)
		_, to := baseLabel(r.ToKind)
		switch {
		case !slices.Contains(types, r.Type):
			return fmt.Errorf("edge of the unknown type %q", r.Type)
		case r.From == "" || r.To == "" || !from || !to:
			return fmt.Errorf("edge %s without two ends", r.Type)
		}
		return nil
	}
	base, ok := baseLabel(r.Kind)
	switch {
	case !ok:
		return fmt.Errorf("unknown kind of record %q", r.Kind)
	case r.ID == "" || r.Properties["id"] != r.ID:
		return fmt.Errorf("%s %q: its id and its property id differ or are empty", r.Kind, r.ID)
	case !slices.Contains(r.Labels, base):
		return fmt.Errorf("%s %s has not the label %s", r.Kind, r.ID, base)
	}
	for _, l := range r.Labels {
		if !slices.Contains(labels, l) {
			return fmt.Errorf("%s %s has the unknown label %q", r.Kind, r.ID, l)
		}
	}
	return nil
}

func restoreBatch(ctx context.Context, tx *transaction, batch []Record) error {
	rows := map[string][]row{} // by what the statement must name
	statements := map[string]string{}
	for _, r := range batch {
		if r.Kind != "edge" {
			key := quoteAll(r.Labels, ":")
			statements[key] = "UNWIND $rows AS row CREATE (n:" + key + ") SET n = row.props"
			rows[key] = append(rows[key], row{"props": r.Properties})
			continue
		}
		from, _ := baseLabel(r.FromKind)
		to, _ := baseLabel(r.ToKind)
		key := from + quote(r.Type) + to
		statements[key] = "UNWIND $rows AS row MATCH (a:" + from + " {id: row.from}) MATCH (b:" + to + " {id: row.to}) CREATE (a)-[r:" + quote(r.Type) + "]->(b) SET r = row.props"
		rows[key] = append(rows[key], row{"from": r.From, "to": r.To, "props": r.Properties})
	}
	keys := make([]string, 0, len(rows))
	for key := range rows {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		before := tx.edges
		if err := execRows(ctx, tx, statements[key], rows[key]); err != nil {
			return restoreError(err)
		}
		if made := tx.edges - before; batch[0].Kind == "edge" && made != len(rows[key]) {
			return fmt.Errorf("%d of %d edges like %s to %s join nodes that are not there", len(rows[key])-made, len(rows[key]),
				rows[key][0]["from"], rows[key][0]["to"])
		}
	}
	return nil
}

// restoreError puts into plain words that an id comes twice.
func restoreError(err error) error {
	var server *neo4j.Neo4jError
	if errors.As(err, &server) && strings.Contains(server.Code, "ConstraintValidationFailed") {
		return fmt.Errorf("a record comes twice: %s", server.Msg)
	}
	return err
}
