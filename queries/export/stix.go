package export

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"dossier/graph"
	"dossier/queries/excerpt"
)

// stixSpace makes ids that are the same in every export of the same thing.
var stixSpace = uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://dossier.invalid/stix"))

const stixTime = "2006-01-02T15:04:05.000Z"

type stixObject map[string]any

// writeSTIX writes a STIX 2.1 bundle. States, organizations and persons are
// identities, places in a known country are locations, an article of a known day
// is a report, and a claim that somebody affirms between two of the former is a
// relationship, with a confidence; who denies it has an opinion about it. STIX
// has no object for arms, agreements and resolutions and none that fits a saying
// or a count: such a claim is a note about those of its parties that have one.
func writeSTIX(w io.Writer, x *excerpt.Excerpt) error {
	in := indexOf(x)
	origin := epoch(x)
	var objects []stixObject
	producer := stixID("identity", "dossier")
	add := func(typ, id string, created, modified string, more stixObject) {
		o := stixObject{"type": typ, "spec_version": "2.1", "id": id, "created": created, "modified": cmp.Or(modified, created)}
		if id != producer {
			o["created_by_ref"] = producer
		}
		for k, v := range more {
			if v != "" && v != nil {
				o[k] = v
			}
		}
		objects = append(objects, o)
	}
	add("identity", producer, origin, "", stixObject{"name": "dossier", "identity_class": "system"})
	known := map[string]string{} // entity -> id of its object
	for _, e := range x.Entities {
		typ, more := stixEntity(e)
		if typ == "" {
			continue
		}
		known[e.ID] = stixID(typ, e.ID)
		more["name"] = e.Name
		more["external_references"] = references(e)
		add(typ, known[e.ID], origin, "", more)
	}
	mentioned := map[string][]string{} // article -> objects that rest on it
	for _, c := range x.Claims {
		first, last := stixDate(c.FirstReported, origin), stixDate(c.LastReported, origin)
		sources := []stixObject{{"source_name": "dossier", "external_id": c.ID}}
		var articles []string
		for _, e := range c.Evidence {
			a := in.articleOf(e)
			if slices.Contains(articles, a.ID) {
				continue
			}
			articles = append(articles, a.ID)
			source := stixObject{"source_name": cmp.Or(a.Outlet, "article"), "description": in.sentences[e.Sentence].Text}
			if strings.HasPrefix(a.URL, "http") {
				source["url"] = a.URL
			}
			sources = append(sources, source)
		}
		parties := partiesOf(c, known)
		subject, object := known[c.Subject], known[c.Object]
		var id string
		switch {
		case subject != "" && object != "" && affirmed(c.Status):
			id = stixID("relationship", c.ID)
			add("relationship", id, first, last, stixObject{
				"relationship_type": strings.ToLower(strings.ReplaceAll(c.Relation, "_", "-")), "source_ref": subject, "target_ref": object,
				"description": in.words(c) + " (" + c.Status + ")", "confidence": confidence(c), "external_references": sources,
				"start_time": startTime(c), "stop_time": stopTime(c),
			})
		case len(parties) > 0:
			id = stixID("note", c.ID)
			add("note", id, first, last, stixObject{
				"abstract": c.Relation + ", " + c.Status, "content": in.words(c) + " (" + c.Status + ")",
				"object_refs": parties, "external_references": sources, "confidence": confidence(c),
			})
		default:
			continue
		}
		for _, a := range articles {
			mentioned[a] = append(mentioned[a], append([]string{id}, parties...)...)
		}
		for _, e := range c.Evidence {
			if e.Polarity != "denied" || len(e.Speakers) == 0 {
				continue
			}
			opinion := stixID("opinion", e.ID)
			add("opinion", opinion, stixDate(in.articleOf(e).Published, first), "", stixObject{
				"opinion": "strongly-disagree", "authors": in.names(e.Speakers), "explanation": in.sentences[e.Sentence].Text, "object_refs": []string{id},
			})
			mentioned[in.articleOf(e).ID] = append(mentioned[in.articleOf(e).ID], opinion)
		}
	}
	for _, a := range x.Articles {
		refs := mentioned[a.ID]
		if len(refs) == 0 || a.Published == "" { // a report must have a day, and nobody knows it
			continue
		}
		slices.Sort(refs)
		source := stixObject{"source_name": cmp.Or(a.Outlet, "article"), "external_id": a.ID}
		if strings.HasPrefix(a.URL, "http") {
			source["url"] = a.URL
		}
		published := stixDate(a.Published, origin)
		add("report", stixID("report", a.ID), published, "", stixObject{
			"name": cmp.Or(a.Title, a.Name, a.ID), "published": published, "object_refs": slices.Compact(refs), "external_references": []stixObject{source},
		})
	}
	var all strings.Builder
	for _, o := range objects {
		all.WriteString(o["id"].(string) + o["modified"].(string))
	}
	enc := encoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(stixObject{"type": "bundle", "id": stixID("bundle", all.String()), "objects": objects})
}

// stixEntity is the type that an entity has in STIX, empty for none, and what
// that type demands.
func stixEntity(e excerpt.Entity) (string, stixObject) {
	lineage := graph.DefaultOntology().Lineage(e.Label)
	is := func(label string) bool { return e.Label == label || slices.Contains(lineage, label) }
	switch {
	case is("State"):
		return "identity", stixObject{"identity_class": "organization", "sectors": []string{"government"}}
	case is("Organization") && e.Described:
		return "identity", stixObject{"identity_class": "group"}
	case is("Organization"):
		return "identity", stixObject{"identity_class": "organization"}
	case is("Person"):
		return "identity", stixObject{"identity_class": "individual"}
	case is("Place"):
		if country, ok := strings.CutPrefix(e.Parent, "state:"); ok && len(country) == 2 {
			return "location", stixObject{"country": country}
		}
	}
	return "", nil
}

func references(e excerpt.Entity) []stixObject {
	out := []stixObject{{"source_name": "dossier", "external_id": e.ID}}
	if q := e.Refs["wikidata"]; q != "" {
		out = append(out, stixObject{"source_name": "wikidata", "external_id": q, "url": "https://www.wikidata.org/wiki/" + q})
	}
	return out
}

// partiesOf are the objects of the entities that have a part in a claim, sorted.
func partiesOf(c excerpt.Claim, known map[string]string) []string {
	ids := []string{c.Subject, c.Object}
	for _, list := range c.Roles {
		ids = append(ids, list...)
	}
	var out []string
	for _, id := range ids {
		if o := known[id]; o != "" {
			out = append(out, o)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// confidence is on the scale of the Admiralty code in the appendix of the
// standard: 90 confirmed, 70 probably true, 50 possibly true, 30 doubtful, 10 improbable.
func confidence(c excerpt.Claim) int {
	switch {
	case c.Status == "reference": // the text of a norm, from where norms are published
		return 90
	case c.Status == "accepted", c.Status == "asserted" && c.Origins > 1:
		return 70
	case c.Status == "asserted", c.Status == "attributed":
		return 50
	case c.Status == "alleged", c.Status == "disputed", c.Status == "planned":
		return 30
	}
	return 10
}

func stixID(typ, name string) string {
	return typ + "--" + uuid.NewSHA1(stixSpace, []byte(typ+" "+name)).String()
}

// epoch is the time of the first article, for things that have none of their
// own. A clock would make every export another one.
func epoch(x *excerpt.Excerpt) string {
	first := ""
	for _, a := range x.Articles {
		if t := stixDate(a.Published, ""); t != "" && (first == "" || t < first) {
			first = t
		}
	}
	return cmp.Or(first, "1970-01-01T00:00:00.000Z")
}

func stixDate(s, otherwise string) string {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC().Format(stixTime)
		}
	}
	return otherwise
}

func startTime(c excerpt.Claim) string { return stixDate(c.Date, "") }

// stopTime is the end of the last day; the standard wants it after the start.
func stopTime(c excerpt.Claim) string {
	t, err := time.Parse(time.DateOnly, cmp.Or(c.DateTo, c.Date))
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, 1).Format(stixTime)
}
