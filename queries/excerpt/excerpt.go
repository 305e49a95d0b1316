// Package excerpt reads parts of a dossier out of the graph: claims with their
// ends, their evidence, and the sentences and articles that it stands in. It is
// what pictures, reports and exports are made of.
package excerpt

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dossier/graph"
)

// A Reader runs a statement in a read session; store.Store is one.
type Reader interface {
	Read(ctx context.Context, cypher string, params map[string]any, each func(keys []string, values []any) error) error
}

// An Excerpt is a part of a dossier that is whole in itself: every id that a
// claim or its evidence uses is among its entities, sentences and articles.
// Everything is sorted by id, sentences by article and place.
type Excerpt struct {
	Articles       []Article       `json:"articles"`
	Sentences      []Sentence      `json:"sentences"`
	Entities       []Entity        `json:"entities"`
	Claims         []Claim         `json:"claims"`
	Contradictions []Contradiction `json:"contradictions"`
}

// Empty returns an excerpt with nothing in it; its lists are not nil, so that
// JSON has them empty and not null.
func Empty() *Excerpt {
	return &Excerpt{Articles: []Article{}, Sentences: []Sentence{}, Entities: []Entity{}, Claims: []Claim{}, Contradictions: []Contradiction{}}
}

// An Article is an article without its text.
type Article struct {
	ID        string `json:"id"`
	Name      string `json:"name,omitempty"`
	Title     string `json:"title,omitempty"`
	Outlet    string `json:"outlet,omitempty"`
	URL       string `json:"url,omitempty"`
	Published string `json:"published,omitempty"` // RFC 3339 date or time
	Language  string `json:"language,omitempty"`
}

// A Sentence is a sentence that evidences a claim of the excerpt.
type Sentence struct {
	ID      string `json:"id"`
	Article string `json:"article"`
	Index   int64  `json:"index"`
	Part    string `json:"part"`
	Text    string `json:"text"`
	Start   int64  `json:"start"` // byte offsets in the article's text
	End     int64  `json:"end"`
}

// An Entity is one that a claim is about, or that speaks.
type Entity struct {
	ID        string            `json:"id"`
	Name      string            `json:"name"`
	Label     string            `json:"label"`
	Aliases   []string          `json:"aliases,omitempty"`
	Refs      map[string]string `json:"refs,omitempty"` // ids elsewhere: iso2, iso3, wikidata
	Parent    string            `json:"parent,omitempty"`
	Described bool              `json:"described,omitempty"`
}

// A Claim is a claim with all of its evidence, in the order of publication.
type Claim struct {
	ID       string              `json:"id"`
	Relation string              `json:"relation"`
	Subject  string              `json:"subject"`
	Object   string              `json:"object,omitempty"`
	Roles    map[string][]string `json:"roles,omitempty"` // qualifier -> ids of entities, sorted

	Date          string `json:"date,omitempty"` // first and last day, ISO 8601
	DateTo        string `json:"date_to,omitempty"`
	DatePrecision string `json:"date_precision,omitempty"`
	CountMin      *int64 `json:"count_min,omitempty"`
	CountMax      *int64 `json:"count_max,omitempty"` // -1: no upper bound
	CountUnit     string `json:"count_unit,omitempty"`
	Content       string `json:"content,omitempty"`

	Status        string     `json:"status"`
	Articles      int64      `json:"articles"`
	Origins       int64      `json:"origins"`
	FirstReported string     `json:"first_reported,omitempty"`
	LastReported  string     `json:"last_reported,omitempty"`
	About         []string   `json:"about,omitempty"` // claims that its content makes, also outside the excerpt
	Evidence      []Evidence `json:"evidence"`
}

// Evidence is a sentence and how it bears on the claim.
type Evidence struct {
	ID       string   `json:"id"`
	Sentence string   `json:"sentence"`
	Standing string   `json:"standing"` // affirmed, alleged, denied or hypothetical
	Polarity string   `json:"polarity"`
	Modality string   `json:"modality"`
	Speakers []string `json:"speakers,omitempty"` // ids of entities, nearest to the claim first
	Rule     string   `json:"rule"`
	Start    int64    `json:"start"` // the words that carry the claim, byte offsets in the article's text
	End      int64    `json:"end"`
	Reversed bool     `json:"contradicted_by_body,omitempty"` // a headline that its own article contradicts
	Replaced bool     `json:"superseded,omitempty"`           // in a version of the article that a newer one replaced; it counts no more
}

// A Contradiction is a pair of claims of the excerpt that cannot both hold as
// they are told; A and B may be the same.
type Contradiction struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Kind   string `json:"kind"`
	Reason string `json:"reason,omitempty"`
}

// All returns the ids of all claims.
func All(ctx context.Context, r Reader) ([]string, error) {
	return ids(ctx, r, "MATCH (c:Claim) RETURN c.id ORDER BY c.id", nil)
}

// Of returns the ids of the claims in which the entities have a part: as an end,
// in a role or as a speaker.
func Of(ctx context.Context, r Reader, entities []string) ([]string, error) {
	return ids(ctx, r, `
UNWIND $entities AS id
MATCH (e:Entity {id: id})--(c:Claim)
RETURN DISTINCT c.id ORDER BY c.id`, map[string]any{"entities": entities})
}

func ids(ctx context.Context, r Reader, cypher string, params map[string]any) ([]string, error) {
	var out []string
	err := r.Read(ctx, cypher, params, func(_ []string, v []any) error {
		out = append(out, text(v[0]))
		return nil
	})
	return out, err
}

// chunk is how many ids a statement gets at once.
const chunk = 2000

// Read reads claims by their ids, with all that belongs to them. Ids that the
// graph does not know are passed over.
func Read(ctx context.Context, r Reader, claims []string) (*Excerpt, error) {
	claims = slices.Clone(claims)
	slices.Sort(claims)
	claims = slices.Compact(claims)
	x := Empty()
	at := map[string]int{}
	err := each(ctx, r, `
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN properties(c),
       COLLECT { MATCH (c)-[r]->(e:Entity) RETURN [type(r), e.id] },
       COLLECT { MATCH (c)-[:CONTENT]->(d:Claim) RETURN d.id }`, claims, func(v []any) {
		c := claimFrom(v[0].(map[string]any))
		for _, link := range v[1].([]any) {
			pair := link.([]any)
			c.link(text(pair[0]), text(pair[1]))
		}
		c.About = texts(v[2])
		slices.Sort(c.About)
		at[c.ID] = len(x.Claims)
		x.Claims = append(x.Claims, c)
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(x.Claims, func(a, b Claim) int { return strings.Compare(a.ID, b.ID) })
	for i, c := range x.Claims {
		at[c.ID] = i
	}
	err = each(ctx, r, `
UNWIND $ids AS id
MATCH (c:Claim {id: id})<-[e:EVIDENCES]-(s:Sentence)
RETURN c.id, s.id, properties(e)`, claims, func(v []any) {
		c := &x.Claims[at[text(v[0])]]
		c.Evidence = append(c.Evidence, evidenceFrom(text(v[1]), v[2].(map[string]any)))
	})
	if err != nil {
		return nil, err
	}
	err = each(ctx, r, `
UNWIND $ids AS id
MATCH (a:Claim {id: id})-[k:CONTRADICTS]->(b:Claim)
RETURN a.id, b.id, k.kind, k.reason`, claims, func(v []any) {
		if _, ok := at[text(v[1])]; ok {
			x.Contradictions = append(x.Contradictions, Contradiction{text(v[0]), text(v[1]), text(v[2]), text(v[3])})
		}
	})
	if err != nil {
		return nil, err
	}
	slices.SortFunc(x.Contradictions, func(a, b Contradiction) int {
		return cmp.Or(strings.Compare(a.A, b.A), strings.Compare(a.B, b.B), strings.Compare(a.Kind, b.Kind))
	})
	if err := x.fill(ctx, r); err != nil {
		return nil, err
	}
	x.order()
	return x, nil
}

// fill reads the sentences, articles and entities that the claims refer to.
func (x *Excerpt) fill(ctx context.Context, r Reader) error {
	sentences, entities := map[string]bool{}, map[string]bool{}
	for _, c := range x.Claims {
		entities[c.Subject] = true
		entities[c.Object] = true
		for _, list := range c.Roles {
			for _, id := range list {
				entities[id] = true
			}
		}
		for _, e := range c.Evidence {
			sentences[e.Sentence] = true
			for _, id := range e.Speakers {
				entities[id] = true
			}
		}
	}
	articles := map[string]bool{}
	err := each(ctx, r, "UNWIND $ids AS id MATCH (s:Sentence {id: id}) RETURN properties(s)", keys(sentences), func(v []any) {
		p := v[0].(map[string]any)
		s := Sentence{
			ID: text(p["id"]), Article: text(p["article"]), Index: number(p["index"]), Part: text(p["part"]),
			Text: text(p["text"]), Start: number(p["start"]), End: number(p["end"]),
		}
		articles[s.Article] = true
		x.Sentences = append(x.Sentences, s)
	})
	if err != nil {
		return err
	}
	err = each(ctx, r, "UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN properties(a)", keys(articles), func(v []any) {
		p := v[0].(map[string]any)
		x.Articles = append(x.Articles, Article{
			ID: text(p["id"]), Name: text(p["name"]), Title: text(p["title"]), Outlet: text(p["outlet"]),
			URL: text(p["url"]), Published: text(p["published"]), Language: text(p["language"]),
		})
	})
	if err != nil {
		return err
	}
	return each(ctx, r, "UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN properties(e)", keys(entities), func(v []any) {
		p := v[0].(map[string]any)
		e := Entity{
			ID: text(p["id"]), Name: text(p["name"]), Label: text(p["label"]), Aliases: texts(p["aliases"]), Parent: text(p["parent"]),
		}
		e.Described, _ = p["described"].(bool)
		for _, system := range []string{"iso2", "iso3", "wikidata"} {
			if ref := text(p[system]); ref != "" {
				if e.Refs == nil {
					e.Refs = map[string]string{}
				}
				e.Refs[system] = ref
			}
		}
		x.Entities = append(x.Entities, e)
	})
}

// order sorts what came as the server had it.
func (x *Excerpt) order() {
	slices.SortFunc(x.Articles, func(a, b Article) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(x.Entities, func(a, b Entity) int { return strings.Compare(a.ID, b.ID) })
	slices.SortFunc(x.Sentences, func(a, b Sentence) int {
		return cmp.Or(strings.Compare(a.Article, b.Article), cmp.Compare(a.Index, b.Index), strings.Compare(a.ID, b.ID))
	})
	published, place := map[string]string{}, map[string]int{}
	for _, a := range x.Articles {
		published[a.ID] = a.Published
	}
	article := map[string]string{}
	for i, s := range x.Sentences {
		article[s.ID], place[s.ID] = s.Article, i
	}
	for _, c := range x.Claims {
		slices.SortFunc(c.Evidence, func(a, b Evidence) int {
			return cmp.Or(
				strings.Compare(published[article[a.Sentence]], published[article[b.Sentence]]),
				cmp.Compare(place[a.Sentence], place[b.Sentence]),
				strings.Compare(a.ID, b.ID))
		})
	}
}

func claimFrom(p map[string]any) Claim {
	return Claim{
		ID: text(p["id"]), Relation: text(p["relation"]),
		Date: text(p["date"]), DateTo: text(p["dateTo"]), DatePrecision: text(p["datePrecision"]),
		CountMin: numberOrNil(p["countMin"]), CountMax: numberOrNil(p["countMax"]), CountUnit: text(p["countUnit"]),
		Content: text(p["content"]), Status: text(p["status"]), Articles: number(p["articles"]), Origins: number(p["origins"]),
		FirstReported: text(p["firstReported"]), LastReported: text(p["lastReported"]),
	}
}

// link takes an edge from the claim to an entity. Types that are no role of the
// ontology say something else.
func (c *Claim) link(typ, entity string) {
	switch typ {
	case "SUBJECT":
		c.Subject = entity
		return
	case "OBJECT":
		c.Object = entity
		return
	}
	role := strings.ToLower(typ)
	if q, ok := graph.DefaultOntology().Qualifiers[role]; !ok || q.Kind != "entity" {
		return
	}
	if c.Roles == nil {
		c.Roles = map[string][]string{}
	}
	c.Roles[role] = append(c.Roles[role], entity)
	slices.Sort(c.Roles[role])
}

func evidenceFrom(sentence string, p map[string]any) Evidence {
	reversed, _ := p["contradictedByBody"].(bool)
	replaced, _ := p["superseded"].(bool)
	return Evidence{
		ID: text(p["id"]), Sentence: sentence, Standing: text(p["standing"]), Polarity: text(p["polarity"]), Modality: text(p["modality"]),
		Speakers: texts(p["speakers"]), Rule: text(p["rule"]), Start: number(p["start"]), End: number(p["end"]), Reversed: reversed, Replaced: replaced,
	}
}

// each runs a statement for ids, so many at a time.
func each(ctx context.Context, r Reader, cypher string, ids []string, take func(v []any)) error {
	for part := range slices.Chunk(ids, chunk) {
		err := r.Read(ctx, cypher, map[string]any{"ids": part}, func(_ []string, v []any) error {
			take(v)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func keys(set map[string]bool) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		if k != "" {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

func text(v any) string { s, _ := v.(string); return s }

func number(v any) int64 { n, _ := v.(int64); return n }

func numberOrNil(v any) *int64 {
	if n, ok := v.(int64); ok {
		return &n
	}
	return nil
}

func texts(v any) []string {
	list, _ := v.([]any)
	var out []string
	for _, e := range list {
		out = append(out, text(e))
	}
	return out
}
