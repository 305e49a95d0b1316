package store_test

import (
	"fmt"
	"slices"
	"strings"

	"dossier/graph"
)

// A story builds a synthetic document: sentence by sentence, with whatever
// entities, claims and evidence the test needs.
type story struct {
	doc  graph.Document
	text strings.Builder
}

// tell begins a document. text becomes its first sentence, so that stories with
// different first sentences are different articles.
func tell(outlet, published, text string) *story {
	s := &story{}
	s.doc.Article = graph.Article{Outlet: outlet, Published: published, Language: "en"}
	if published != "" {
		s.doc.Article.PublishedFrom = "field"
	}
	s.sentence(text)
	return s
}

func (s *story) sentence(text string) *story {
	if s.text.Len() > 0 {
		s.text.WriteString(" ")
	}
	start := s.text.Len()
	s.text.WriteString(text)
	s.doc.Sentences = append(s.doc.Sentences, graph.Sentence{
		Index: len(s.doc.Sentences), Part: graph.Body, Text: text,
		Start: start, End: s.text.Len(), Origin: graph.OriginOf(text),
	})
	return s
}

func (s *story) entity(id, label, name string, aliases ...string) *story {
	return s.with(graph.Entity{ID: id, Label: label, Name: name, Aliases: aliases})
}

func (s *story) with(e graph.Entity) *story {
	if !slices.ContainsFunc(s.doc.Entities, func(x graph.Entity) bool { return x.ID == e.ID }) {
		s.doc.Entities = append(s.doc.Entities, e)
	}
	return s
}

// world adds the entities that most stories speak of.
func (s *story) world() *story {
	return s.
		with(graph.Entity{ID: "state:KP", Label: "State", Name: "North Korea", Aliases: []string{"DPRK", "Pyongyang"},
			Refs: map[string]string{"iso2": "KP", "iso3": "PRK"}}).
		with(graph.Entity{ID: "state:RU", Label: "State", Name: "Russia", Aliases: []string{"Moscow"}}).
		with(graph.Entity{ID: "state:UA", Label: "State", Name: "Ukraine"}).
		with(graph.Entity{ID: "place:kharkiv", Label: "Place", Name: "Kharkiv", Parent: "state:UA"}).
		with(graph.Entity{ID: "weapon:ballistic-missile", Label: "Missile", Name: "ballistic missile"}).
		with(graph.Entity{ID: "weapon:kn-23", Label: "Missile", Name: "KN-23", Parent: "weapon:ballistic-missile"}).
		with(graph.Entity{ID: "person:john-kirby", Label: "Person", Name: "John Kirby"})
}

// says adds evidence for a claim in the last sentence.
func (s *story) says(c graph.Claim, e graph.Evidence) *story {
	c.Identify(graph.DefaultOntology())
	if i := slices.IndexFunc(s.doc.Claims, func(x graph.Claim) bool { return x.ID == c.ID }); i < 0 {
		s.doc.Claims = append(s.doc.Claims, c)
	}
	at := s.doc.Sentences[len(s.doc.Sentences)-1]
	e.Claim, e.Sentence, e.Start, e.End = c.ID, fmt.Sprint(at.Index), at.Start, at.End
	if e.Polarity == "" {
		e.Polarity = graph.Affirmed
	}
	if e.Modality == "" {
		e.Modality = graph.Asserted
	}
	if e.Rule == "" {
		e.Rule = "test"
	}
	s.doc.Evidence = append(s.doc.Evidence, e)
	return s
}

func (s *story) mention(entity string) *story {
	at := s.doc.Sentences[len(s.doc.Sentences)-1]
	s.doc.Mentions = append(s.doc.Mentions, graph.Mention{
		Sentence: fmt.Sprint(at.Index), Entity: entity, Start: at.Start, End: at.Start + 3, Surface: at.Text[:3], Rule: "test",
	})
	return s
}

// end completes the ids and returns the document.
func (s *story) end() graph.Document {
	d := s.doc
	d.Article.Text = s.text.String()
	d.Article.ID = graph.ArticleID(d.Article.Outlet, d.Article.Text)
	id := func(index string) string { return d.Article.ID + "." + index }
	d.Sentences = slices.Clone(d.Sentences)
	for i := range d.Sentences {
		d.Sentences[i].Article = d.Article.ID
		d.Sentences[i].ID = id(fmt.Sprint(i))
	}
	d.Mentions = slices.Clone(d.Mentions)
	for i := range d.Mentions {
		d.Mentions[i].Sentence = id(d.Mentions[i].Sentence)
	}
	d.Evidence = slices.Clone(d.Evidence)
	for i := range d.Evidence {
		e := &d.Evidence[i]
		e.Article, e.Sentence = d.Article.ID, id(e.Sentence)
		e.Identify()
	}
	return d
}

func (s *story) titled(name, title, url string) *story {
	s.doc.Article.Name, s.doc.Article.Title, s.doc.Article.URL = name, title, url
	return s
}

// supplied is the claim that North Korea supplied missiles to Russia.
func supplied() graph.Claim {
	return graph.Claim{Relation: "SUPPLIED", Subject: "state:KP", Object: "weapon:ballistic-missile",
		Roles: map[string]string{"recipient": "state:RU"}}
}

func day(d string) graph.Date { return graph.Date{From: d, To: d, Precision: graph.Day} }

func month(from, to string) graph.Date { return graph.Date{From: from, To: to, Precision: graph.Month} }
