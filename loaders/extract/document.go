package extract

import (
	"slices"

	"dossier/graph"
)

// draft is a document in the making.
type draft struct {
	graph.Document
	r       *reader
	used    map[string]*entity
	claims  map[string]*graph.Claim
	seen    map[string]bool // ids of evidence
	sayings []spot          // of the sentence
	others  []spot          // claims of the sentence that a saying may be about
}

// spot is the token at which a sentence makes a claim.
type spot struct {
	claim string
	at    int
}

// document settles identities and standings and builds what is written.
func (r *reader) document() graph.Document {
	d := draft{Document: graph.Document{Article: *r.article}, r: r, used: map[string]*entity{}, claims: map[string]*graph.Claim{}, seen: map[string]bool{}}
	mentions, findings := 0, 0
	for _, s := range r.sentences {
		mentions += len(s.mentions)
		findings += len(s.findings)
	}
	d.Sentences = make([]graph.Sentence, 0, len(r.sentences))
	d.Mentions = make([]graph.Mention, 0, mentions)
	d.Evidence = make([]graph.Evidence, 0, findings)
	for _, s := range r.sentences {
		d.Sentences = append(d.Sentences, s.Sentence)
		if s.Part == graph.Furniture || s.Part == graph.Caption {
			continue
		}
		d.mention(s)
		for _, h := range s.holdings {
			r.hold(s, h)
		}
		for i := range s.findings {
			d.find(s, &s.findings[i])
		}
		d.relate(s)
	}
	d.Claims = make([]graph.Claim, 0, len(d.claims))
	for _, id := range sortedKeys(d.claims) {
		d.Claims = append(d.Claims, *d.claims[id])
	}
	d.Entities = make([]graph.Entity, 0, len(d.used))
	for _, id := range sortedKeys(d.used) {
		d.Entities = append(d.Entities, d.used[id].Entity)
	}
	r.contradictHeadlines(&d.Document, d.claims)
	return d.Document
}

// use notes an entity, and what it is part of, as one that the document names.
func (d *draft) use(e *entity) {
	if e == nil || d.used[e.ID] != nil {
		return
	}
	d.used[e.ID] = e
	if e.Parent != "" {
		d.use(d.r.find(e.Parent))
	}
}

// label is the label of a used entity, or empty.
func (d *draft) label(id string) string {
	if e := d.used[id]; e != nil {
		return e.Label
	}
	return ""
}

// mention writes the names of a sentence.
func (d *draft) mention(s *sentence) {
	for i := range s.mentions {
		m := &s.mentions[i]
		if s.tokens[m.from].men != i {
			continue // overruled by a longer reading
		}
		d.use(m.entity)
		start, end := s.tokens[m.from].Start, s.tokens[m.to-1].End
		d.Mentions = append(d.Mentions, graph.Mention{Sentence: s.ID, Entity: m.entity.ID, Start: start, End: end, Surface: d.r.article.Text[start:end], Rule: m.rule})
	}
}

// find writes a finding as evidence of a claim, if the ontology allows the claim
// and it is not one that the text only names.
func (d *draft) find(s *sentence, f *finding) {
	c := d.claim(f)
	if d.r.x.onto.Validate(c, d.label) != nil {
		return
	}
	st := s.stand(f)
	saying := f.relation == "STATED" || f.relation == "DENIED" || f.relation == "DECLINED_TO_COMMENT"
	reported := saying || f.relation == "HOLDS_POSITION" || f.relation == "LOCATED_IN"
	if st.nothing && !reported {
		return
	}
	if reported {
		// That somebody said so is the article's own report.
		st = standing{polarity: graph.Affirmed, modality: graph.Asserted}
	}
	subject := c.Subject
	c.Identify(d.r.x.onto)
	e := graph.Evidence{Claim: c.ID, Article: d.r.article.ID, Sentence: s.ID, Polarity: st.polarity, Modality: st.modality, Rule: f.rule, DateText: f.dateText, CountText: f.counted}
	e.Speakers = d.speakers(s, f, st)
	e.Start, e.End = s.tokens[max(f.from, 0)].Start, s.tokens[min(f.to, len(s.tokens))-1].End
	if st.cueTo > st.cueFrom {
		e.CueStart, e.CueEnd = s.tokens[st.cueFrom].Start, s.tokens[st.cueTo-1].End
	}
	e.Subject, e.Object = f.head.text, f.tail.text
	if f.tail.entity != nil {
		e.Object = d.r.asWritten(f)
	}
	if c.Subject != subject {
		e.Subject, e.Object = e.Object, e.Subject // the ends of a symmetric relation stand in order
	}
	e.Identify()
	if d.seen[e.ID] {
		return
	}
	d.seen[e.ID] = true
	if old := d.claims[c.ID]; old != nil {
		merge(old, &c)
	} else {
		d.claims[c.ID] = &c
	}
	d.Evidence = append(d.Evidence, e)
	switch at := (spot{claim: c.ID, at: f.at}); {
	case saying:
		d.sayings = append(d.sayings, at)
	case !reported:
		d.others = append(d.others, at)
	}
}

// claim is what a finding claims, without its id.
func (d *draft) claim(f *finding) graph.Claim {
	c := graph.Claim{Relation: f.relation, Subject: f.head.entity.ID, Date: f.date, Count: f.count, Content: f.content}
	d.use(f.head.entity)
	if f.tail.entity != nil {
		c.Object = f.tail.entity.ID
		d.use(f.tail.entity)
	}
	for name, x := range f.roles {
		if c.Roles == nil {
			c.Roles = map[string]string{}
		}
		c.Roles[name] = x.entity.ID
		d.use(x.entity)
	}
	return c
}

// speakers are who makes a claim: those of its standing, or whose voice the whole
// sentence is. Who condemns, accuses or threatens does so himself.
func (d *draft) speakers(s *sentence, f *finding, st standing) []string {
	var ids []string
	for _, sp := range st.speakers {
		if sp != f.head.entity || f.relation != "CONDEMNED" && f.relation != "ACCUSED" && f.relation != "THREATENED" {
			ids = append(ids, sp.ID)
			d.use(sp)
		}
	}
	if len(ids) == 0 && s.voice != nil && f.relation != "STATED" && (s.label != "" || s.quoted(f.at) || len(s.quotes) == 0) {
		ids = []string{s.voice.ID}
		d.use(s.voice)
	}
	return ids
}

// relate makes every saying of a sentence be about the claims whose words it
// governs.
func (d *draft) relate(s *sentence) {
	for _, say := range d.sayings {
		c := d.claims[say.claim]
		for _, o := range d.others {
			if o.claim != say.claim && s.governs(say.at, o.at) && !slices.Contains(c.About, o.claim) {
				c.About = append(c.About, o.claim)
			}
		}
		slices.Sort(c.About)
	}
	d.sayings, d.others = d.sayings[:0], d.others[:0]
}

// governs reports whether the saying at a token has another in its report.
func (s *sentence) governs(say, at int) bool {
	for i := range s.scopes {
		if sc := &s.scopes[i]; sc.cue != nil && sc.cueFrom <= say && say < sc.cueTo && at >= sc.from && at < sc.to {
			return true
		}
	}
	return false
}

// asWritten is the object of a finding as the contract of the exports wants it:
// the words of the text for goods and acts, the canonical name for the rest.
func (r *reader) asWritten(f *finding) string {
	e := f.tail.entity
	switch {
	case r.x.onto.Is(e.Label, "Weapon", "Aid", "Transfer", "Event", "Position", "Topic", "Statement", "Sanction"):
		if f.tail.text != "" {
			return f.tail.text
		}
	}
	return e.Name
}

// merge completes a claim from another finding of it: what one sentence leaves
// out another may say. The smaller value wins, so that order does not count.
func merge(old, c *graph.Claim) {
	if old.Date.IsZero() || !c.Date.IsZero() && c.Date.From < old.Date.From {
		if !c.Date.IsZero() {
			old.Date = c.Date
		}
	}
	if old.Count.IsZero() {
		old.Count = c.Count
	}
	if c.Content != "" && (old.Content == "" || c.Content < old.Content) {
		old.Content = c.Content
	}
	for name, v := range c.Roles {
		if old.Roles == nil {
			old.Roles = map[string]string{}
		}
		if w, ok := old.Roles[name]; !ok || v < w {
			old.Roles[name] = v
		}
	}
}

func (r *reader) find(id string) *entity {
	if e := r.x.gaz.byID[id]; e != nil {
		return e
	}
	return r.made[id]
}

// contradictHeadlines marks claims that only the headline makes and the body
// makes the other way round.
func (r *reader) contradictHeadlines(d *graph.Document, claims map[string]*graph.Claim) {
	part := map[string]graph.Part{}
	for i := range d.Sentences {
		part[d.Sentences[i].ID] = d.Sentences[i].Part
	}
	inBody := map[string]bool{}
	for i := range d.Evidence {
		if part[d.Evidence[i].Sentence] != graph.Headline {
			inBody[d.Evidence[i].Claim] = true
		}
	}
	for i := range d.Evidence {
		e := &d.Evidence[i]
		if inBody[e.Claim] {
			continue
		}
		c := claims[e.Claim]
		for id := range inBody {
			b := claims[id]
			if c.Relation == "SUPPLIED" && b.Relation == "SUPPLIED" && c.Subject == b.Roles["recipient"] && c.Roles["recipient"] == b.Subject ||
				c.Relation == "PROCURED" && b.Relation == "PROCURED" && c.Subject == b.Roles["from"] && c.Roles["from"] == b.Subject ||
				c.Relation == "SUPPLIED" && b.Relation == "PROCURED" && c.Subject == b.Subject && c.Roles["recipient"] == b.Roles["from"] && c.Roles["recipient"] != "" ||
				c.Relation == b.Relation && c.Object == b.Subject && c.Subject == b.Object && !r.x.onto.Relations[c.Relation].Symmetric && c.Object != "" && reversible[c.Relation] {
				e.ContradictedByBody = true
			}
		}
	}
}

// reversible relations say the opposite when their ends are swapped.
var reversible = map[string]bool{"ATTACKED": true, "FIRED_AT": true, "SANCTIONED": true, "ACCUSED": true, "CONDEMNED": true, "THREATENED": true}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
