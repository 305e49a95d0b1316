package reference

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dossier/graph"
)

// resolutionID is how the rules begin the id of a resolution that articles name.
const resolutionID = "resolution:unsc-"

// document makes a norm into a document: its title is the headline, and each
// paragraph a sentence that evidences what it forbids.
func (r *reader) document(n norm) graph.Document {
	number, ok := strings.CutPrefix(n.Norm.text, resolutionID)
	if !ok || number == "" {
		r.bad(n.Norm, "norm %q: want an id such as %s1718", n.Norm.text, resolutionID)
	}
	if n.Title.text == "" || n.URL.text == "" {
		r.bad(n.Norm, "norm %s needs a title and a url", n.Norm.text)
	}
	if len(n.Bans) == 0 {
		r.bad(n.Norm, "norm %s has no bans", n.Norm.text)
	}
	d := &builder{doc: graph.Document{Article: graph.Article{
		Name: strings.ReplaceAll(n.Norm.text, ":", "-"), Title: n.Title.text, URL: n.URL.text,
		Published: r.day(n.Adopted), PublishedFrom: "reference", Language: "en", Reference: true,
	}}}
	resolution := graph.Entity{ID: n.Norm.text, Label: "Resolution", Name: "UN Security Council Resolution " + number}
	d.entity(resolution)
	body := r.entity(n.By, "Organization", "State")
	r.parents(d, body)
	at := d.sentence(n.Title.text, graph.Headline)
	d.says(at, "adopted", graph.Claim{Relation: "ADOPTED", Subject: body.ID, Object: resolution.ID,
		Date: graph.Date{From: n.Adopted.text, To: n.Adopted.text, Precision: graph.Day}}, r.ontology)
	for _, b := range n.Bans {
		r.ban(d, n, b)
	}
	return d.end()
}

// ban adds one paragraph.
func (r *reader) ban(d *builder, n norm, b ban) {
	if b.Paragraph.text == "" || b.Text.text == "" || len(b.Goods) == 0 {
		r.bad(cmp.Or(b.Paragraph, b.Text, n.Norm), "a ban of %s needs a paragraph, a text and goods", n.Norm.text)
	}
	if (b.From.text == "") == (b.To.text == "") {
		r.bad(cmp.Or(b.Paragraph, n.Norm), "paragraph %s: want either from or to", b.Paragraph.text)
		return
	}
	role, party := "from", b.From
	if b.To.text != "" {
		role, party = "recipient", b.To
	}
	state := r.entity(party, "State", "Organization")
	r.parents(d, state)
	since := cmp.Or(b.Since, n.Adopted)
	date := graph.Date{From: r.day(since), To: since.text, Precision: graph.Day}
	if b.Until.text != "" {
		date.To, date.Precision = r.day(b.Until), graph.Span
		if date.To < date.From {
			r.bad(b.Until, "paragraph %s ends before it begins", b.Paragraph.text)
		}
	}
	at := d.sentence(fmt.Sprintf("Paragraph %s: %s", b.Paragraph.text, b.Text.text), graph.Body)
	for _, id := range b.Goods {
		goods := r.entity(id, "Weapon", "Aid", "Technology")
		r.parents(d, goods)
		d.says(at, "paragraph "+b.Paragraph.text, graph.Claim{
			Relation: "PROHIBITS", Subject: n.Norm.text, Object: goods.ID,
			Roles: map[string]string{role: state.ID}, Date: date,
		}, r.ontology)
	}
}

// parents adds an entity and all that it lies in or is a kind of.
func (r *reader) parents(d *builder, e graph.Entity) {
	for e.ID != "" && d.entity(e) {
		e = r.known[e.Parent]
	}
}

// A builder makes one document.
type builder struct {
	doc  graph.Document
	text strings.Builder
}

// entity adds an entity; false when it is there.
func (d *builder) entity(e graph.Entity) bool {
	if slices.ContainsFunc(d.doc.Entities, func(o graph.Entity) bool { return o.ID == e.ID }) {
		return false
	}
	d.doc.Entities = append(d.doc.Entities, e)
	return true
}

// sentence adds a sentence and returns its index.
func (d *builder) sentence(text string, part graph.Part) int {
	if d.text.Len() > 0 {
		d.text.WriteString("\n\n")
	}
	start := d.text.Len()
	d.text.WriteString(text)
	d.doc.Sentences = append(d.doc.Sentences, graph.Sentence{
		Index: len(d.doc.Sentences), Part: part, Start: start, End: d.text.Len(), Text: text, Origin: graph.OriginOf(text),
	})
	return len(d.doc.Sentences) - 1
}

// says makes a sentence evidence for a claim.
func (d *builder) says(sentence int, rule string, c graph.Claim, o *graph.Ontology) {
	c.Identify(o)
	if !slices.ContainsFunc(d.doc.Claims, func(x graph.Claim) bool { return x.ID == c.ID }) {
		d.doc.Claims = append(d.doc.Claims, c)
	}
	s := d.doc.Sentences[sentence]
	d.doc.Evidence = append(d.doc.Evidence, graph.Evidence{
		Claim: c.ID, Polarity: graph.Affirmed, Modality: graph.Asserted, Rule: "reference, " + rule,
		Sentence: fmt.Sprint(sentence), Start: s.Start, End: s.End,
	})
}

// end completes the ids, which follow from the text, and brings the parts into
// the order that a document has.
func (d *builder) end() graph.Document {
	doc := d.doc
	doc.Article.Text = d.text.String()
	doc.Article.ID = graph.ArticleID("reference", doc.Article.Text)
	for i := range doc.Sentences {
		doc.Sentences[i].Article = doc.Article.ID
		doc.Sentences[i].ID = fmt.Sprintf("%s.%d", doc.Article.ID, i)
	}
	for i := range doc.Evidence {
		e := &doc.Evidence[i]
		e.Article, e.Sentence = doc.Article.ID, doc.Article.ID+"."+e.Sentence
		e.Identify()
	}
	slices.SortFunc(doc.Entities, func(a, b graph.Entity) int { return cmp.Compare(a.ID, b.ID) })
	slices.SortFunc(doc.Claims, func(a, b graph.Claim) int { return cmp.Compare(a.ID, b.ID) })
	return doc
}
