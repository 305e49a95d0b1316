package loaders

import (
	"dossier/graph"
)

// A Fact is one piece of evidence with its claim, flattened for export and for
// comparison with hand-written facts.
type Fact struct {
	Rel        string            `json:"rel"`
	Head       string            `json:"head"` // canonical name
	HeadType   string            `json:"head_type"`
	Tail       string            `json:"tail"` // see [Facts]
	TailType   string            `json:"tail_type"`
	Qualifiers map[string]string `json:"qualifiers"`
	Polarity   string            `json:"polarity"`    // affirmed, alleged, denied or hypothetical
	AssertedBy string            `json:"asserted_by"` // "article" or the speaker nearest to the claim
	Sentence   string            `json:"sentence"`
	Article    string            `json:"article"` // the article's short name
	Start      int               `json:"start"`   // the words that carry the claim, as byte offsets into the text
	End        int               `json:"end"`
	Rule       string            `json:"rule"`
	Claim      string            `json:"claim"` // Claim.ID, the same in every article that says so
}

// Facts lists the evidence of a document in text order, once where two rules
// read the same in one sentence. A headline that the
// body of its own article reverses is no fact of that article: it is left out
// here and kept, with its mark, in the graph.
//
// The tail is the object's canonical name for those that have one (states,
// organizations, persons, places, documents); the words as written for weapons,
// goods, acts and topics; the title for an office; the number as written for a
// count; the words said for a saying. Its type is the broadest label below
// Entity, or "Count" or "Claim" where the tail is no entity.
func Facts(d graph.Document, o *graph.Ontology) []Fact {
	entities := make(map[string]graph.Entity, len(d.Entities))
	for _, e := range d.Entities {
		entities[e.ID] = e
	}
	claims := make(map[string]graph.Claim, len(d.Claims))
	for _, c := range d.Claims {
		claims[c.ID] = c
	}
	sentences := make(map[string]graph.Sentence, len(d.Sentences))
	for _, s := range d.Sentences {
		sentences[s.ID] = s
	}
	type reading struct{ claim, sentence, standing, speaker string }
	seen := make(map[reading]bool)
	facts := make([]Fact, 0, len(d.Evidence))
	for _, e := range d.Evidence {
		if e.ContradictedByBody {
			continue
		}
		c := claims[e.Claim]
		f := Fact{
			Rel:        c.Relation,
			Head:       entities[c.Subject].Name,
			HeadType:   broad(o, entities[c.Subject].Label),
			Qualifiers: qualifiers(c, e, entities),
			Polarity:   e.Standing(),
			AssertedBy: "article",
			Sentence:   sentences[e.Sentence].Text,
			Article:    d.Article.Name,
			Start:      e.Start,
			End:        e.End,
			Rule:       e.Rule,
			Claim:      c.ID,
		}
		f.Tail, f.TailType = tail(c, e, entities[c.Object], o)
		if len(e.Speakers) > 0 {
			f.AssertedBy = entities[e.Speakers[0]].Name
		}
		once := reading{e.Claim, e.Sentence, f.Polarity, f.AssertedBy}
		if seen[once] {
			continue
		}
		seen[once] = true
		facts = append(facts, f)
	}
	return facts
}

func tail(c graph.Claim, e graph.Evidence, object graph.Entity, o *graph.Ontology) (text, label string) {
	switch {
	case c.Object != "":
		label = broad(o, object.Label)
		if e.Object != "" && o.Is(object.Label, "Weapon", "Aid", "Transfer", "Event", "Topic") {
			return e.Object, label
		}
		return object.Name, label
	case !c.Count.IsZero():
		if e.CountText != "" {
			return e.CountText, "Count"
		}
		return c.Count.Range(), "Count"
	}
	return c.Content, "Claim"
}

func qualifiers(c graph.Claim, e graph.Evidence, entities map[string]graph.Entity) map[string]string {
	q := make(map[string]string)
	for role, id := range c.Roles {
		q[role] = entities[id].Name
	}
	switch {
	case c.Date.IsZero():
		if e.DateText != "" {
			q["date"] = e.DateText
		}
	case c.Date.From == c.Date.To:
		q["date"] = c.Date.From
	default:
		q["date"] = c.Date.From + "/" + c.Date.To
	}
	if !c.Count.IsZero() {
		q["count"] = c.Count.Range()
	}
	return q
}

// broad returns the ancestor of label that is a child of Entity.
func broad(o *graph.Ontology, label string) string {
	line := o.Lineage(label)
	if len(line) < 2 {
		return label
	}
	return line[len(line)-2]
}
