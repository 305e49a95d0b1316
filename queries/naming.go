package queries

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Statements return speakers and claims by their ids; the names come in two
// look-ups for the whole answer. That keeps the statements short, and with them
// the time that the server takes to plan them.
const (
	namesOf = `
MATCH (e:Entity) WHERE e.id IN $ids
RETURN e.id AS id, e.name AS name`
	claimsOf = `
MATCH (c:Claim) WHERE c.id IN $ids
WITH c, seen(c) AS claim
MATCH (c)-[r:SUBJECT|OBJECT|RECIPIENT|FROM|TARGET|WEAPON|PLACE|OF]->(e)
WHERE r:SUBJECT OR r:OBJECT OR told(c, e)
RETURN c.id AS id, c.relation AS relation, claim.content AS content, claim.status AS status, type(r) AS role, e.name AS name,
       CASE claim.datePrecision WHEN 'day' THEN 'on ' + claim.date WHEN 'month' THEN 'in ' + left(claim.date, 7)
            WHEN 'year' THEN 'in ' + left(claim.date, 4) ELSE 'on ' + claim.date + '/' + coalesce(claim.dateTo, claim.date) END AS date,
       CASE coalesce(claim.countMax, -1) WHEN claim.countMin THEN toString(claim.countMin) WHEN -1 THEN claim.countMin + '+'
            ELSE claim.countMin + '-' + claim.countMax END + coalesce(' ' + claim.countUnit, '') AS count
ORDER BY id, role, name`
)

// name puts names in the place of ids.
func (res *Result) name(ctx context.Context, r Reader) error {
	speakers, claims, bare := map[string]string{}, map[string]string{}, map[string]string{}
	for _, row := range res.Rows {
		for i, c := range res.Query.Columns {
			switch v := row[i].(type) {
			case Source:
				for _, id := range v.Speakers {
					speakers[id] = id
				}
			case []string:
				if c.Type == ColClaims {
					for _, id := range v {
						claims[id] = id
					}
				}
			case string:
				if c.Type == ColClaim {
					bare[v] = v
				}
			}
		}
	}
	if err := readNames(ctx, r, speakers); err != nil {
		return fmt.Errorf("names of speakers: %w", err)
	}
	if err := readClaims(ctx, r, claims, res.Params, (*claimText).String); err != nil {
		return fmt.Errorf("words of claims: %w", err)
	}
	if err := readClaims(ctx, r, bare, res.Params, (*claimText).words); err != nil {
		return fmt.Errorf("words of claims: %w", err)
	}
	for _, row := range res.Rows {
		for i, c := range res.Query.Columns {
			switch v := row[i].(type) {
			case Source:
				replace(v.Speakers, speakers)
			case []string:
				if c.Type == ColClaims {
					replace(v, claims)
					slices.Sort(v)
					row[i] = slices.Compact(v)
				}
			case string:
				if c.Type == ColClaim {
					row[i] = bare[v]
				}
			}
		}
	}
	return nil
}

func replace(ids []string, names map[string]string) {
	for i, id := range ids {
		ids[i] = names[id]
	}
}

func readNames(ctx context.Context, r Reader, names map[string]string) error {
	if len(names) == 0 {
		return nil
	}
	return r.Read(ctx, namesOf, map[string]any{"ids": slices.Sorted(maps.Keys(names))}, func(_ []string, v []any) error {
		if name := texts(v); len(name) == 2 {
			names[name[0]] = name[1]
		}
		return nil
	})
}

// A claimText gathers the parts of a claim for a line of English.
type claimText struct {
	relation, content, status string
	date, count               string              // in words; empty for none
	parts                     map[string][]string // names by role
}

// readClaims puts claims into words, as they were seen at the time that bound
// asks about.
func readClaims(ctx context.Context, r Reader, claims map[string]string, bound []Arg, words func(*claimText) string) error {
	if len(claims) == 0 {
		return nil
	}
	found := map[string]*claimText{}
	params := values(bound)
	params[packedParam].(map[string]any)["ids"] = slices.Sorted(maps.Keys(claims))
	err := r.Read(ctx, packed(expand(claimsOf, viewOf(bound))), params, func(_ []string, v []any) error {
		id, _ := v[0].(string)
		c := found[id]
		if c == nil {
			c = &claimText{parts: map[string][]string{}}
			c.relation, _ = v[1].(string)
			c.content, _ = v[2].(string)
			c.status, _ = v[3].(string)
			c.date, _ = v[6].(string)
			c.count, _ = v[7].(string)
			found[id] = c
		}
		role, _ := v[4].(string)
		name, _ := v[5].(string)
		c.parts[role] = append(c.parts[role], name)
		return nil
	})
	for id, c := range found {
		claims[id] = words(c)
	}
	return err
}

// prepositions of the roles, in the order of a sentence
var prepositions = []struct{ role, word string }{
	{"RECIPIENT", "to"}, {"FROM", "from"}, {"TARGET", "against"}, {"WEAPON", "with"}, {"OF", "of"}, {"PLACE", "in"},
}

// sayings are the relations whose claims are words: what matters of them is who
// said what, and their status goes without saying.
var sayings = map[string]string{"STATED": "stated", "DENIED": "denied", "DECLINED_TO_COMMENT": "declined to comment on"}

// String is the claim in words with its status: "North Korea supplied ballistic
// missile to Russia in 2023-12 (disputed)". Of a statement it is the words that were said,
// and of another saying who meets what how: "Russia denied “any arms deals”".
func (c *claimText) String() string {
	if _, isSaying := sayings[c.relation]; isSaying {
		return c.words()
	}
	out := c.words()
	if c.date != "" {
		out += " " + c.date
	}
	return out + " (" + c.status + ")"
}

// words are the claim without its date and status.
func (c *claimText) words() string {
	subject := strings.Join(c.parts["SUBJECT"], ", ")
	saying, isSaying := sayings[c.relation]
	switch {
	case c.relation == "STATED" && c.content != "":
		return inQuotes(c.content)
	case isSaying && c.content != "":
		return subject + " " + saying + " " + inQuotes(c.content)
	case isSaying:
		return subject + " " + strings.TrimSuffix(saying, " on")
	}
	words := []string{subject, strings.ToLower(strings.ReplaceAll(c.relation, "_", " "))}
	object := c.parts["OBJECT"]
	switch {
	case len(object) > 0 && c.count != "":
		words = append(words, strings.Join(object, ", "), "("+c.count+")")
	case len(object) > 0:
		words = append(words, strings.Join(object, ", "))
	case c.count != "":
		words = append(words, c.count)
	}
	for _, p := range prepositions {
		if names := c.parts[p.role]; len(names) > 0 {
			words = append(words, p.word, strings.Join(names, ", "))
		}
	}
	if c.content != "" {
		words = append(words, inQuotes(c.content))
	}
	return strings.Join(words, " ")
}
