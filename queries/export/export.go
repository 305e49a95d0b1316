// Package export writes claims in the forms of other programs: JSON lines that
// are whole in themselves, FollowTheMoney statements, STIX 2.1 bundles and RDF
// in the shape of nanopublications. What a form cannot say honestly is left out;
// the comments of each writer tell what.
//
// None of them holds everything; for that, see package exchange.
package export

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"dossier/queries/excerpt"
)

// ClaimSchema is the JSON Schema of a line of the format claims.
//
//go:embed claim.schema.json
var ClaimSchema []byte

var writers = map[string]func(io.Writer, *excerpt.Excerpt) error{
	"claims": writeClaims, "ftm": writeFTM, "stix": writeSTIX, "trig": writeTriG,
}

// Formats are the formats that [Write] knows.
func Formats() []string { return []string{"claims", "ftm", "stix", "trig"} }

// Write writes an excerpt in one of the [Formats]. The same excerpt gives the
// same bytes.
func Write(w io.Writer, format string, x *excerpt.Excerpt) error {
	write, ok := writers[format]
	if !ok {
		return fmt.Errorf("unknown format of an export %q: want one of %s", format, strings.Join(Formats(), ", "))
	}
	return write(w, x)
}

// An index finds the parts of an excerpt by their ids.
type index struct {
	articles  map[string]excerpt.Article
	sentences map[string]excerpt.Sentence
	entities  map[string]excerpt.Entity
}

func indexOf(x *excerpt.Excerpt) index {
	in := index{map[string]excerpt.Article{}, map[string]excerpt.Sentence{}, map[string]excerpt.Entity{}}
	for _, a := range x.Articles {
		in.articles[a.ID] = a
	}
	for _, s := range x.Sentences {
		in.sentences[s.ID] = s
	}
	for _, e := range x.Entities {
		in.entities[e.ID] = e
	}
	return in
}

func (in index) articleOf(e excerpt.Evidence) excerpt.Article {
	return in.articles[in.sentences[e.Sentence].Article]
}

// names are the names of entities.
func (in index) names(ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, in.entities[id].Name)
	}
	return out
}

// affirmed reports whether somebody holds the claim to be so: the others are
// only denied, planned, withdrawn, or in a headline that its article contradicts.
func affirmed(status string) bool {
	return slices.Contains([]string{"accepted", "reference", "asserted", "attributed", "alleged", "disputed"}, status)
}

func encoder(w io.Writer) *json.Encoder {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc
}

// words is the claim in words, e.g. "Iran supplied drone, recipient: Russia".
func (in index) words(c excerpt.Claim) string {
	parts := []string{in.entities[c.Subject].Name, strings.ToLower(strings.ReplaceAll(c.Relation, "_", " "))}
	if c.Object != "" {
		parts = append(parts, in.entities[c.Object].Name)
	}
	if n := countWords(c); n != "" {
		parts = append(parts, n)
	}
	if c.Content != "" {
		parts = append(parts, "“"+c.Content+"”")
	}
	out := strings.Join(parts, " ")
	for _, role := range sortedKeys(c.Roles) {
		out += ", " + role + ": " + strings.Join(in.names(c.Roles[role]), ", ")
	}
	return out
}

func countWords(c excerpt.Claim) string {
	if c.CountMin == nil {
		return ""
	}
	out := fmt.Sprint(*c.CountMin)
	switch {
	case c.CountMax == nil || *c.CountMax == *c.CountMin:
	case *c.CountMax < 0:
		out += " or more"
	default:
		out += fmt.Sprintf(" to %d", *c.CountMax)
	}
	return strings.TrimSpace(out + " " + c.CountUnit)
}

func sortedKeys(m map[string][]string) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
