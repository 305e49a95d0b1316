package store

import (
	"maps"
	"slices"
	"time"

	"dossier/graph"
)

// The rows of a document, as parameters of statements. Absent values are nil:
// Neo4j keeps no property for them.

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func listOrNil(list []string) any {
	if len(list) == 0 {
		return nil
	}
	return list
}

func articleRow(id string, r record, a graph.Article, loaded time.Time) row {
	props := metadataRow(r.metadata)
	props["id"] = id
	props["textHash"] = hashOf(a.Text)
	props["origin"] = id // until Resolve finds near-identical ones
	props["stale"] = true
	props["rendition"] = r.rendition.hash
	props["extraction"] = r.extraction
	if a.Reference {
		props["reference"] = true
	}
	props["loadedAt"] = loaded.UTC().Format(time.RFC3339)
	return props
}

func metadataRow(m metadata) row {
	return row{
		"name": orNil(m.name), "title": orNil(m.title), "outlet": orNil(m.outlet), "url": orNil(m.url),
		"language": orNil(m.language), "published": orNil(m.published), "publishedFrom": orNil(m.publishedFrom), "modified": orNil(m.modified),
		"publication": orNil(graph.PublicationID(m.url)),
	}
}

func sentenceRow(s graph.Sentence) row {
	return row{
		"id": s.ID, "article": s.Article, "index": s.Index, "part": string(s.Part), "text": s.Text,
		"start": s.Start, "end": s.End, "origin": s.Origin,
	}
}

func mentionRow(m graph.Mention) row {
	return row{
		"sentence": m.Sentence, "entity": m.Entity,
		"props": row{"surface": m.Surface, "start": m.Start, "end": m.End, "rule": m.Rule},
	}
}

// evidenceRow holds what a sentence says of a claim: how it says it, from the
// evidence, and what it says, from the claim as its article has it. about is
// the claim's About, as far as the document supports it, origin is the
// sentence's, place that of its article, and reference says what its article is.
func evidenceRow(e graph.Evidence, c graph.Claim, about []string, origin string, place placement, reference bool) row {
	props := row{
		"stance": stanceOf(e),
		"id":     e.ID, "claim": e.Claim, "origin": origin, "rule": e.Rule, "polarity": string(e.Polarity), "modality": string(e.Modality),
		"standing": e.Standing(), "start": e.Start, "end": e.End,
		"dateText": orNil(e.DateText), "countText": orNil(e.CountText),
		"subject": orNil(e.Subject), "object": orNil(e.Object),
		"speakers": listOrNil(e.Speakers), "contradictedByBody": e.ContradictedByBody,
		"content": orNil(c.Content), "roles": listOrNil(roleList(c)), "about": listOrNil(about),
	}
	if e.CueEnd > e.CueStart {
		props["cueStart"], props["cueEnd"] = e.CueStart, e.CueEnd
	}
	maps.Copy(props, dateRow(c.Date))
	maps.Copy(props, countRow(c.Count))
	maps.Copy(props, place.row())
	if reference {
		props["reference"] = true
	}
	return row{"sentence": e.Sentence, "claim": e.Claim, "props": props}
}

// roleList writes a claim's roles as "qualifier=entity id", sorted.
func roleList(c graph.Claim) []string {
	var out []string
	for _, name := range c.RoleNames() {
		out = append(out, name+"="+c.Roles[name])
	}
	return out
}

// speakerType returns the relationship type between the nearest speaker and the
// claim; empty for evidence that asserts or denies nothing.
func speakerType(e graph.Evidence) string {
	switch {
	case len(e.Speakers) == 0:
		return ""
	case e.Polarity == graph.Affirmed:
		return typeAsserts
	case e.Polarity == graph.Denied:
		return typeDenies
	}
	return ""
}

// supported returns the claims of a document that have evidence in it, by id.
// Others are not stored: there is no sentence to show for them.
func supported(d *graph.Document) map[string]graph.Claim {
	shown := map[string]bool{}
	for _, e := range d.Evidence {
		shown[e.Claim] = true
	}
	out := map[string]graph.Claim{}
	for _, c := range d.Claims {
		if shown[c.ID] {
			out[c.ID] = c
		}
	}
	return out
}

// originsOf returns the origins of a document's sentences, by the sentence's id.
func originsOf(d *graph.Document) map[string]string {
	out := map[string]string{}
	for _, s := range d.Sentences {
		out[s.ID] = s.Origin
	}
	return out
}

// aboutOf returns the claims that c is about, sorted, without those that the
// document has no evidence for.
func aboutOf(c graph.Claim, claims map[string]graph.Claim) []string {
	var out []string
	for _, id := range c.About {
		if _, ok := claims[id]; ok && id != c.ID {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
