package export

import (
	"bufio"
	"fmt"
	"io"
	"net/url"
	"strings"

	"dossier/queries/excerpt"
)

// writeTriG writes RDF: entities and articles in the default graph, and for each
// claim the three graphs of a nanopublication. The assertion graph says what is
// claimed and does not hold it to be true: the provenance says who says and who
// denies it, in which sentence, and the publication graph how it stands. All
// names are URNs, for a dossier has no place on the web.
func writeTriG(w io.Writer, x *excerpt.Excerpt) error {
	b := bufio.NewWriter(w)
	b.WriteString(`@prefix d: <urn:dossier:ns:> .
@prefix np: <http://www.nanopub.org/nschema#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

`)
	for _, e := range x.Entities {
		fmt.Fprintf(b, "%s a d:%s ; rdfs:label %s", iri("entity", e.ID), e.Label, literal(e.Name))
		for _, a := range e.Aliases {
			fmt.Fprintf(b, " ; skos:altLabel %s", literal(a))
		}
		if q := e.Refs["wikidata"]; q != "" {
			fmt.Fprintf(b, " ; owl:sameAs <http://www.wikidata.org/entity/%s>", url.PathEscape(q))
		}
		if e.Parent != "" {
			fmt.Fprintf(b, " ; skos:broader %s", iri("entity", e.Parent))
		}
		b.WriteString(" .\n")
	}
	for _, a := range x.Articles {
		fmt.Fprintf(b, "%s a d:Article", iri("article", a.ID))
		for _, p := range [][2]string{{"dct:title", a.Title}, {"dct:publisher", a.Outlet}, {"dct:source", a.URL}, {"dct:language", a.Language}} {
			if p[1] != "" {
				fmt.Fprintf(b, " ; %s %s", p[0], literal(p[1]))
			}
		}
		if a.Published != "" {
			typ := "date"
			if len(a.Published) > len("2006-01-02") {
				typ = "dateTime"
			}
			fmt.Fprintf(b, " ; dct:issued %s^^xsd:%s", literal(a.Published), typ)
		}
		b.WriteString(" .\n")
	}
	for _, s := range x.Sentences {
		fmt.Fprintf(b, "%s a d:Sentence ; d:text %s ; dct:isPartOf %s ; d:start %d ; d:end %d .\n",
			iri("sentence", s.ID), literal(s.Text), iri("article", s.Article), s.Start, s.End)
	}
	for _, c := range x.Claims {
		writeNanopub(b, c)
	}
	for _, k := range x.Contradictions {
		fmt.Fprintf(b, "%s d:contradicts %s .\n", iri("claim", k.A), iri("claim", k.B))
	}
	return b.Flush()
}

func writeNanopub(b *bufio.Writer, c excerpt.Claim) {
	claim := iri("claim", c.ID)
	graph := func(name string) string { return strings.TrimSuffix(iri("claim", c.ID), ">") + ":" + name + ">" }
	fmt.Fprintf(b, "\n%s { %s a np:Nanopublication ; np:hasAssertion %s ; np:hasProvenance %s ; np:hasPublicationInfo %s . }\n",
		graph("head"), claim, graph("assertion"), graph("provenance"), graph("publication"))

	fmt.Fprintf(b, "%s {\n", graph("assertion"))
	if c.Object != "" {
		fmt.Fprintf(b, "  %s d:%s %s .\n", iri("entity", c.Subject), c.Relation, iri("entity", c.Object))
	}
	fmt.Fprintf(b, "  %s d:relation d:%s ; d:subject %s", claim, c.Relation, iri("entity", c.Subject))
	if c.Object != "" {
		fmt.Fprintf(b, " ; d:object %s", iri("entity", c.Object))
	}
	for _, role := range sortedKeys(c.Roles) {
		for _, id := range c.Roles[role] {
			fmt.Fprintf(b, " ; d:%s %s", role, iri("entity", id))
		}
	}
	if c.Date != "" {
		fmt.Fprintf(b, " ; d:firstDay %s^^xsd:date ; d:lastDay %s^^xsd:date", literal(c.Date), literal(max(c.Date, c.DateTo)))
	}
	if c.CountMin != nil {
		fmt.Fprintf(b, " ; d:atLeast %d", *c.CountMin)
		if c.CountMax != nil && *c.CountMax >= 0 {
			fmt.Fprintf(b, " ; d:atMost %d", *c.CountMax)
		}
	}
	if c.Content != "" {
		fmt.Fprintf(b, " ; d:content %s", literal(c.Content))
	}
	b.WriteString(" .\n}\n")

	fmt.Fprintf(b, "%s {\n", graph("provenance"))
	for _, e := range c.Evidence {
		evidence := iri("evidence", e.ID)
		bears := "prov:wasDerivedFrom"
		if e.Polarity != "affirmed" {
			bears = "d:deniedBy"
		}
		fmt.Fprintf(b, "  %s %s %s .\n", graph("assertion"), bears, evidence)
		fmt.Fprintf(b, "  %s a d:Evidence ; prov:wasQuotedFrom %s ; d:standing %s ; d:polarity %s ; d:modality %s ; d:rule %s",
			evidence, iri("sentence", e.Sentence), literal(e.Standing), literal(e.Polarity), literal(e.Modality), literal(e.Rule))
		for _, s := range e.Speakers {
			fmt.Fprintf(b, " ; prov:wasAttributedTo %s", iri("entity", s))
		}
		b.WriteString(" .\n")
	}
	b.WriteString("}\n")

	fmt.Fprintf(b, "%s { %s d:status %s ; d:articles %d ; d:origins %d . }\n", graph("publication"), claim, literal(c.Status), c.Articles, c.Origins)
}

// iri names a thing of a dossier.
func iri(kind, id string) string {
	return "<urn:dossier:" + kind + ":" + strings.NewReplacer("%3A", ":", "+", "%2B").Replace(url.PathEscape(id)) + ">"
}

// literal quotes a text.
func literal(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`).Replace(s) + `"`
}
