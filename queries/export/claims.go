package export

import (
	"bufio"
	"errors"
	"io"

	"dossier/queries/excerpt"
)

type entityRef struct {
	ID    string `json:"id"`
	Name  string `json:"name"`
	Label string `json:"label"`
}

type claimCount struct {
	Min  int64  `json:"min"`
	Max  *int64 `json:"max"` // null: no upper bound
	Unit string `json:"unit,omitempty"`
}

type claimEvidence struct {
	ID       string      `json:"id"`
	Standing string      `json:"standing"`
	Polarity string      `json:"polarity"`
	Modality string      `json:"modality"`
	Speakers []entityRef `json:"speakers,omitempty"`
	Rule     string      `json:"rule"`
	Start    int64       `json:"start"`
	End      int64       `json:"end"`
	Reversed bool        `json:"contradicted_by_body,omitempty"`
	Replaced bool        `json:"superseded,omitempty"`
	Sentence struct {
		ID    string `json:"id"`
		Text  string `json:"text"`
		Part  string `json:"part"`
		Start int64  `json:"start"`
		End   int64  `json:"end"`
	} `json:"sentence"`
	Article excerpt.Article `json:"article"`
}

type claimLine struct {
	ID            string                 `json:"id"`
	Relation      string                 `json:"relation"`
	Subject       entityRef              `json:"subject"`
	Object        *entityRef             `json:"object,omitempty"`
	Roles         map[string][]entityRef `json:"roles,omitempty"`
	Date          string                 `json:"date,omitempty"`
	DateTo        string                 `json:"date_to,omitempty"`
	DatePrecision string                 `json:"date_precision,omitempty"`
	Count         *claimCount            `json:"count,omitempty"`
	Content       string                 `json:"content,omitempty"`
	Status        string                 `json:"status"`
	Articles      int64                  `json:"articles"`
	Origins       int64                  `json:"origins"`
	FirstReported string                 `json:"first_reported,omitempty"`
	LastReported  string                 `json:"last_reported,omitempty"`
	About         []string               `json:"about,omitempty"`
	Contradicts   []contradiction        `json:"contradicts,omitempty"`
	Evidence      []claimEvidence        `json:"evidence"`
}

type contradiction struct {
	Claim  string `json:"claim"`
	Kind   string `json:"kind"`
	Reason string `json:"reason,omitempty"`
}

// writeClaims writes one object a claim, with its evidence, sentences and
// articles inside, so that a line needs no other.
func writeClaims(w io.Writer, x *excerpt.Excerpt) error {
	in := indexOf(x)
	ref := func(id string) entityRef { e := in.entities[id]; return entityRef{id, e.Name, e.Label} }
	refs := func(ids []string) []entityRef {
		var out []entityRef
		for _, id := range ids {
			out = append(out, ref(id))
		}
		return out
	}
	against := map[string][]contradiction{}
	for _, k := range x.Contradictions {
		against[k.A] = append(against[k.A], contradiction{k.B, k.Kind, k.Reason})
		if k.A != k.B {
			against[k.B] = append(against[k.B], contradiction{k.A, k.Kind, k.Reason})
		}
	}
	b := bufio.NewWriter(w)
	enc := encoder(b)
	for _, c := range x.Claims {
		l := claimLine{
			ID: c.ID, Relation: c.Relation, Subject: ref(c.Subject), Date: c.Date, DateTo: c.DateTo, DatePrecision: c.DatePrecision,
			Content: c.Content, Status: c.Status, Articles: c.Articles, Origins: c.Origins,
			FirstReported: c.FirstReported, LastReported: c.LastReported, About: c.About, Contradicts: against[c.ID],
			Evidence: []claimEvidence{},
		}
		if c.Object != "" {
			object := ref(c.Object)
			l.Object = &object
		}
		for role, ids := range c.Roles {
			if l.Roles == nil {
				l.Roles = map[string][]entityRef{}
			}
			l.Roles[role] = refs(ids)
		}
		if c.CountMin != nil {
			l.Count = &claimCount{Min: *c.CountMin, Max: c.CountMax, Unit: c.CountUnit}
			if c.CountMax != nil && *c.CountMax < 0 {
				l.Count.Max = nil
			}
		}
		for _, e := range c.Evidence {
			s := in.sentences[e.Sentence]
			out := claimEvidence{
				ID: e.ID, Standing: e.Standing, Polarity: e.Polarity, Modality: e.Modality, Speakers: refs(e.Speakers), Rule: e.Rule,
				Start: e.Start, End: e.End, Reversed: e.Reversed, Replaced: e.Replaced, Article: in.articleOf(e),
			}
			out.Sentence.ID, out.Sentence.Text, out.Sentence.Part, out.Sentence.Start, out.Sentence.End = s.ID, s.Text, s.Part, s.Start, s.End
			l.Evidence = append(l.Evidence, out)
		}
		if err := enc.Encode(l); err != nil {
			return errors.Join(err, b.Flush())
		}
	}
	return b.Flush()
}
