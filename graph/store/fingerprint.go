package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"math/bits"
	"slices"

	"dossier/graph"
)

// Fingerprint returns a hash of everything the graph holds of a dossier, except
// when and in which order it was loaded: "sha256:" and 64 hexadecimal digits. Two graphs of the
// same content have the same fingerprint, however they came about. It reads the
// whole graph, in constant memory.
func (s *Store) Fingerprint(ctx context.Context) (string, error) {
	o := s.knownOntology()
	var nodes, edges bag
	err := s.Read(ctx, `
MATCH (n) WHERE n:Article OR n:Sentence OR n:Claim OR n:Entity
RETURN labels(n), properties(n)`, nil, func(_ []string, v []any) error {
		labels := stringList(v[0])
		slices.Sort(labels)
		props := v[1].(map[string]any)
		delete(props, "loadedAt")
		delete(props, "arrived")
		return nodes.add(labels, props)
	})
	if err != nil {
		return "", err
	}
	err = s.Read(ctx, `
MATCH (a)-[r:`+quoteAll(relationshipTypes(o), "|")+`]->(b)
WHERE a.id IS NOT NULL AND b.id IS NOT NULL
RETURN a.id, type(r), properties(r), b.id`, nil, func(_ []string, v []any) error {
		return edges.add(v...)
	})
	if err != nil {
		return "", err
	}
	h := sha256.New()
	nodes.writeTo(h.Write)
	edges.writeTo(h.Write)
	return "sha256:" + hex.EncodeToString(h.Sum(nil)), nil
}

// knownOntology is the applied ontology, or the built-in one before that.
func (s *Store) knownOntology() *graph.Ontology {
	if s.ontology != nil {
		return s.ontology
	}
	return graph.DefaultOntology()
}

// A bag is a hash of a collection in which the order does not matter and
// repetition does: the sum of its members' hashes modulo 2^256, and their
// number.
type bag struct {
	sum [4]uint64
	n   uint64
}

// add adds one member, given by values that have a JSON form.
func (b *bag) add(values ...any) error {
	data, err := json.Marshal(values) // sorts the keys of maps
	if err != nil {
		return err
	}
	h := sha256.Sum256(data)
	var carry uint64
	for i := range b.sum {
		b.sum[i], carry = bits.Add64(b.sum[i], binary.LittleEndian.Uint64(h[8*i:]), carry)
	}
	b.n++
	return nil
}

func (b *bag) writeTo(write func([]byte) (int, error)) {
	for _, word := range append(b.sum[:], b.n) {
		_, _ = write(binary.LittleEndian.AppendUint64(nil, word)) // a hash never fails
	}
}
