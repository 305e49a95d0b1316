package export

import (
	"bufio"
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"io"
	"slices"
	"strings"

	"dossier/graph"
	"dossier/queries/excerpt"
)

const ftmDataset = "dossier"

// A statement is one value of one property of an entity, in the words of
// FollowTheMoney.
type statement struct {
	ID          string `json:"id"`
	EntityID    string `json:"entity_id"`
	CanonicalID string `json:"canonical_id"`
	Schema      string `json:"schema"`
	Prop        string `json:"prop"`
	Value       string `json:"value"`
	Dataset     string `json:"dataset"`
	Lang        string `json:"lang,omitempty"`
	FirstSeen   string `json:"first_seen,omitempty"`
	LastSeen    string `json:"last_seen,omitempty"`
	Origin      string `json:"origin,omitempty"` // id of the claim or article that says so
}

// ftmSchemas are the schemata of labels; a label without one has that of the
// nearest label above it. FollowTheMoney knows no weapon and no state: a weapon
// is a plain Asset, a state a PublicBody of its country.
var ftmSchemas = map[string]string{
	"Entity": "Asset", "State": "PublicBody", "Organization": "Organization", "Person": "Person", "Place": "Address", "Position": "Position",
	"Event": "Event", "Transfer": "Event", "Statement": "Document", "Agreement": "Document", "Resolution": "Document", "Sanction": "Document",
	"Weapon": "Asset", "Technology": "Asset", "Aid": "Asset",
}

func ftmSchema(label string) string {
	o := graph.DefaultOntology()
	for l := label; l != ""; l = o.Labels[l].Is {
		if s, ok := ftmSchemas[l]; ok {
			return s
		}
	}
	return ftmSchemas["Entity"]
}

// writeFTM writes statements as JSON lines. A membership is a Membership, an
// office an Occupancy, a sanction a Sanction, and every other claim with two
// ends an UnknownLink whose role is the relation; a further entity, such as the
// recipient, has a link of its own. Claims that nobody affirms, and those
// without a second end, have no form in FollowTheMoney and are left out. The
// status is in the property status; it is what the articles say, so consumers
// should not drop it.
func writeFTM(w io.Writer, x *excerpt.Excerpt) error {
	b := bufio.NewWriter(w)
	enc := encoder(b)
	in := indexOf(x)
	var errs []error
	// say writes the values of an entity's properties; those of none are skipped.
	say := func(id, schema, origin, first, last string, props ...string) {
		for i := 0; i < len(props); i += 2 {
			prop, value := props[i], strings.TrimSpace(props[i+1])
			if value == "" {
				continue
			}
			sum := sha1.Sum([]byte(ftmDataset + "." + id + "." + prop + "." + value))
			errs = append(errs, enc.Encode(statement{
				ID: hex.EncodeToString(sum[:]), EntityID: id, CanonicalID: id, Schema: schema, Prop: prop, Value: value,
				Dataset: ftmDataset, FirstSeen: first, LastSeen: last, Origin: origin,
			}))
		}
	}
	for _, e := range x.Entities {
		schema := ftmSchema(e.Label)
		say(e.ID, schema, "", "", "", "name", e.Name, "wikidataId", e.Refs["wikidata"])
		for _, a := range e.Aliases {
			say(e.ID, schema, "", "", "", "alias", a)
		}
		if e.Label == "State" {
			say(e.ID, schema, "", "", "", "country", strings.ToLower(e.Refs["iso2"]))
		}
		if schema == "Address" {
			say(e.ID, schema, "", "", "", "full", e.Name)
		}
	}
	for _, a := range x.Articles {
		say(a.ID, "Article", a.ID, a.Published, a.Published, "title", cmp.Or(a.Title, a.Name, a.ID), "publisher", a.Outlet, "publishedAt", day(a.Published))
		if strings.HasPrefix(a.URL, "http") {
			say(a.ID, "Article", a.ID, a.Published, a.Published, "sourceUrl", a.URL)
		}
	}
	for _, c := range x.Claims {
		if !affirmed(c.Status) {
			continue
		}
		link := func(id, schema string, props ...string) {
			say(id, schema, c.ID, c.FirstReported, c.LastReported, props...)
			say(id, schema, c.ID, c.FirstReported, c.LastReported, "recordId", c.ID, "status", c.Status, "startDate", c.Date, "endDate", c.DateTo)
			var seen []string
			for _, e := range c.Evidence {
				s := in.sentences[e.Sentence]
				if !slices.Contains(seen, s.Text) {
					seen = append(seen, s.Text)
					say(id, schema, s.Article, c.FirstReported, c.LastReported, "summary", s.Text)
				}
				if !slices.Contains(seen, s.Article) {
					seen = append(seen, s.Article)
					say(id, schema, s.Article, c.FirstReported, c.LastReported, "proof", s.Article)
				}
			}
		}
		subject, object := ftmSchema(in.entities[c.Subject].Label), ftmSchema(in.entities[c.Object].Label)
		role := strings.ToLower(strings.ReplaceAll(c.Relation, "_", " "))
		switch {
		case c.Object == "":
		case c.Relation == "MEMBER_OF" && object == "Organization":
			link(c.ID, "Membership", "member", c.Subject, "organization", c.Object)
		case c.Relation == "HOLDS_POSITION" && subject == "Person":
			link(c.ID, "Occupancy", "holder", c.Subject, "post", c.Object)
			continue // whose office it is, is part of the post
		case c.Relation == "SANCTIONED":
			link(c.ID, "Sanction", "entity", c.Object, "authority", in.entities[c.Subject].Name)
		default:
			link(c.ID, "UnknownLink", "subject", c.Subject, "object", c.Object, "role", role)
		}
		for _, name := range sortedKeys(c.Roles) {
			for _, id := range c.Roles[name] {
				if id == c.Subject || id == c.Object {
					continue
				}
				words := role
				if c.Object != "" {
					words += " " + in.entities[c.Object].Name
				}
				link(c.ID+"-"+name+"-"+id, "UnknownLink", "subject", c.Subject, "object", id, "role", words+" ("+name+")")
			}
		}
	}
	return errors.Join(append(errs, b.Flush())...)
}

// day is the day of an RFC 3339 date or time.
func day(s string) string { return s[:min(len(s), len("2006-01-02"))] }
