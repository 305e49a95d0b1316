package store

import (
	"maps"
	"slices"
	"strings"

	"dossier/graph"
)

// Labels and relationship types of the evidence layer that the ontology does
// not name.
const (
	labelArticle  = "Article"
	labelSentence = "Sentence"
	labelClaim    = "Claim"
	labelEntity   = "Entity"
	labelMeta     = "Meta"
	labelBand     = "Band" // articles whose texts may be near-identical share one

	typeHasSentence = "HAS_SENTENCE"
	typeNames       = "NAMES"
	typeMentions    = "MENTIONS"
	typeEvidences   = "EVIDENCES"
	typeSubject     = "SUBJECT"
	typeObject      = "OBJECT"
	typeContent     = "CONTENT"
	typePartOf      = "PART_OF"
	typeKindOf      = "KIND_OF"
	typeAsserts     = "ASSERTS"
	typeDenies      = "DENIES"
	typeDeclines    = "DECLINES_TO_COMMENT_ON"
	typeSame        = "SAME_AS"
	typeMaybe       = "MAYBE_SAME"
	typeContradicts = "CONTRADICTS"
	typeInBand      = "IN_BAND"

	relationDeclined = "DECLINED_TO_COMMENT"
)

var speakerTypes = []string{typeAsserts, typeDenies, typeDeclines}

// properties are all property names that a write may set, by hand: the store's
// tests check that a written graph has no others. Names in Entity.Refs other
// than these three are allowed, too.
var properties = []string{
	"about", "aliases", "arrived", "article", "articles", "assertedBy", "block", "claim", "content",
	"contradictedByBody", "countMax", "countMin", "countQualifier", "countText", "countUnit", "cueEnd", "cueStart",
	"date", "datePrecision", "dateText", "dateTo", "deniedBy", "described", "end", "evidence", "extraction",
	"firstReported", "giver", "id", "index", "iso2", "iso3", "judgedOn", "judgement", "key", "kind", "known", "label",
	"language", "lastReported", "loadedAt", "modality", "modified", "name", "object", "origin", "origins", "outlet",
	"outlets", "own", "parent", "part", "polarity", "publication", "published", "publishedFrom", "reason", "reference", "relation",
	"rendition", "report", "roles", "rule", "score", "sentence", "speakers", "stale", "stance", "stances", "standing",
	"start", "status", "subject", "superseded", "surface", "taker", "text", "textHash", "thing", "title", "told",
	"until", "url", "variant", "variants", "version", "wikidata",
}

// roles returns the entity-valued qualifiers of the ontology, sorted.
func roles(o *graph.Ontology) []string {
	var out []string
	for _, q := range o.QualifierNames() {
		if o.Qualifiers[q].Kind == "entity" {
			out = append(out, q)
		}
	}
	return out
}

// roleType is the relationship type of an entity-valued qualifier.
func roleType(qualifier string) string { return strings.ToUpper(qualifier) }

func roleTypes(o *graph.Ontology) []string {
	var out []string
	for _, r := range roles(o) {
		out = append(out, roleType(r))
	}
	return out
}

// factTypes returns the relations that have an edge in the fact layer, sorted.
func factTypes(o *graph.Ontology) []string {
	var out []string
	for _, r := range o.RelationNames() {
		if len(o.Relations[r].To) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// nodeLabels returns every label a dossier may hold, sorted. Meta is not among
// them: it is about the graph, not in it.
func nodeLabels(o *graph.Ontology) []string {
	set := map[string]bool{labelArticle: true, labelSentence: true, labelClaim: true, labelEntity: true}
	for l := range o.Labels {
		set[l] = true
	}
	return slices.Sorted(maps.Keys(set))
}

// relationshipTypes returns every relationship type a dossier may hold, sorted.
func relationshipTypes(o *graph.Ontology) []string {
	out := []string{
		typeHasSentence, typeNames, typeMentions, typeEvidences, typeSubject, typeObject, typeContent,
		typePartOf, typeKindOf, typeAsserts, typeDenies, typeDeclines, typeSame, typeMaybe, typeContradicts,
	}
	out = append(out, roleTypes(o)...)
	out = append(out, factTypes(o)...)
	slices.Sort(out)
	return out
}

// quote makes a name safe to stand in Cypher. Names come from the ontology and
// from this file only; quoting guards against one that Cypher would misread.
func quote(name string) string { return "`" + strings.ReplaceAll(name, "`", "``") + "`" }

// quoteAll joins quoted names, e.g. for a pattern of several types.
func quoteAll(names []string, sep string) string {
	quoted := make([]string, len(names))
	for i, n := range names {
		quoted[i] = quote(n)
	}
	return strings.Join(quoted, sep)
}
