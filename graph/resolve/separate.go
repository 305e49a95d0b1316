package resolve

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"dossier/graph"
)

// Separate gives what an article tells of an identity of its own: it returns the
// document with an entity for each strike, meeting, transfer and statement that
// no other document has, and what each of them is known by. "The missile strikes
// on Kharkiv" of two articles may be two; only [Resolve] makes them one.
//
// It also draws the conclusions that the article as a whole allows and its
// sentences do not: which strike an attack and its dead belong to, who the other
// party of a transfer is, and what a denial of all arms deals denies.
//
// The document itself is not changed. A document that has been separated is
// returned as it is.
func Separate(o *graph.Ontology, d graph.Document) (graph.Document, []Report) {
	s := newSeparator(o, d)
	s.rename()
	s.deny()
	s.strikes()
	s.meetings()
	s.transfers()
	s.statements()
	return s.document(), s.reports
}

// A separator works on a copy of one document.
type separator struct {
	o         *graph.Ontology
	d         graph.Document
	entities  map[string]*graph.Entity
	claims    map[string]*graph.Claim // by the id in the document given
	order     []string                // of claims
	evidence  map[string][]int        // claim -> indexes into d.Evidence
	mentions  map[string][]graph.Mention
	sentences map[string]graph.Sentence
	published string
	reports   []Report
}

func newSeparator(o *graph.Ontology, d graph.Document) *separator {
	s := &separator{
		o: o, d: d,
		entities: map[string]*graph.Entity{}, claims: map[string]*graph.Claim{}, evidence: map[string][]int{},
		mentions: map[string][]graph.Mention{}, sentences: map[string]graph.Sentence{},
	}
	s.d.Entities, s.d.Mentions, s.d.Claims = nil, slices.Clone(d.Mentions), nil
	s.d.Evidence = slices.Clone(d.Evidence)
	for _, e := range d.Entities {
		s.entities[e.ID] = &e
	}
	for _, c := range d.Claims {
		c.Roles = maps.Clone(c.Roles)
		c.About = slices.Clone(c.About)
		s.claims[c.ID] = &c
		s.order = append(s.order, c.ID)
	}
	for i := range s.d.Evidence {
		e := &s.d.Evidence[i]
		e.Speakers = slices.Clone(e.Speakers)
		s.evidence[e.Claim] = append(s.evidence[e.Claim], i)
	}
	for _, m := range d.Mentions {
		s.mentions[m.Sentence] = append(s.mentions[m.Sentence], m)
	}
	for _, x := range d.Sentences {
		s.sentences[x.ID] = x
	}
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, d.Article.Published); err == nil {
			s.published = t.Format(time.DateOnly)
		}
	}
	return s
}

// rename gives entities that stand for something told an id of the article's.
func (s *separator) rename() {
	renamed := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		e := s.entities[id]
		told := e.Label == "Transfer" && strings.ContainsAny(id, ">+") || e.Described && s.o.Is(e.Label, "Event", "Statement")
		if kind, rest, ok := strings.Cut(id, ":"); told && ok && !strings.Contains(id, s.d.Article.ID) {
			renamed[id] = kind + ":" + s.d.Article.ID + "/" + rest
		}
	}
	for old, id := range renamed {
		e := s.entities[old]
		delete(s.entities, old)
		e.ID = id
		s.entities[id] = e
	}
	to := func(id string) string { return cmp.Or(renamed[id], id) }
	for i := range s.d.Mentions {
		s.d.Mentions[i].Entity = to(s.d.Mentions[i].Entity)
	}
	for sentence := range s.mentions {
		for i := range s.mentions[sentence] {
			s.mentions[sentence][i].Entity = to(s.mentions[sentence][i].Entity)
		}
	}
	for _, c := range s.claims {
		c.Subject, c.Object = to(c.Subject), to(c.Object)
		for role, id := range c.Roles {
			c.Roles[role] = to(id)
		}
	}
	for i := range s.d.Evidence {
		for k, id := range s.d.Evidence[i].Speakers {
			s.d.Evidence[i].Speakers[k] = to(id)
		}
	}
}

// document puts the pieces together again.
func (s *separator) document() graph.Document {
	renamed := map[string]string{}
	claims := map[string]*graph.Claim{}
	for _, old := range s.order {
		c := s.claims[old]
		renamed[old] = c.Identify(s.o)
		if have := claims[c.ID]; have != nil {
			have.About = append(have.About, c.About...)
			continue
		}
		claims[c.ID] = c
	}
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		c := claims[id]
		for i, about := range c.About {
			c.About[i] = cmp.Or(renamed[about], about)
		}
		slices.Sort(c.About)
		c.About = slices.Compact(c.About)
		s.d.Claims = append(s.d.Claims, *c)
	}
	seen := map[string]bool{}
	kept := s.d.Evidence[:0]
	for _, e := range s.d.Evidence {
		if id := renamed[e.Claim]; id != e.Claim && id != "" {
			e.Claim = id
		}
		if e.Identify(); !seen[e.ID] {
			seen[e.ID] = true
			kept = append(kept, e)
		}
	}
	s.d.Evidence = kept
	slices.SortFunc(s.reports, func(a, b Report) int { return cmp.Compare(a.ID, b.ID) })
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		s.d.Entities = append(s.d.Entities, *s.entities[id])
	}
	return s.d
}

// happened reports whether an article tells of a claim as of something that was
// so or was said or denied to be so, not as of a plan.
func (s *separator) happened(claim string) bool {
	for _, i := range s.evidence[claim] {
		switch e := &s.d.Evidence[i]; {
		case e.ContradictedByBody:
		case e.Polarity == graph.Negated:
		case e.Modality == graph.Asserted, e.Modality == graph.Reported, e.Modality == graph.Alleged:
			return true
		}
	}
	return false
}

// report starts a report of an entity.
func (s *separator) report(kind Kind, id string) Report {
	return Report{
		ID: id, Article: s.d.Article.ID, Publication: graph.PublicationID(s.d.Article.URL), Kind: kind, Name: s.entities[id].Name, Published: s.published,
	}
}

// keep ends a report: lists sorted, names noted.
func (s *separator) keep(r Report) {
	r.Who, r.Whom = sorted(r.Who), sorted(r.Whom)
	r.Names = map[string]string{}
	for _, id := range slices.Concat(r.Who, r.Whom, r.Goods) {
		if e := s.entities[id]; e != nil {
			r.Names[id] = e.Name
		}
	}
	s.reports = append(s.reports, r)
}

func sorted(list []string) []string {
	list = slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == "" })
	slices.Sort(list)
	return slices.Compact(list)
}

// told makes an entity for something that the article tells of without a name.
func (s *separator) told(kind Kind, words, name string) string {
	id := string(kind) + ":" + s.d.Article.ID + "/" + words
	if s.entities[id] == nil {
		s.entities[id] = &graph.Entity{ID: id, Label: kind.Label(), Name: name, Described: true}
	}
	return id
}

func (s *separator) name(id string) string {
	if e := s.entities[id]; e != nil {
		return e.Name
	}
	return slug(id)
}

var (
	monthDay = regexp.MustCompile(`(?i)\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?\b`)
	dayMonth = regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)`)
	inMonth  = regexp.MustCompile(`(?i)\b(?:in|last|this) (january|february|march|april|may|june|july|august|september|october|november|december)\b`)
)

const months = "janfebmaraprmayjunjulaugsepoctnovdec"

// partial reads a day or month without a year: what is left of a date when
// nobody knows when the article was published.
func partial(text string) string {
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	month := func(name string) string { return two(strings.Index(months, strings.ToLower(name[:3]))/3 + 1) }
	day := func(digits string) string {
		if len(digits) == 1 {
			return "0" + digits
		}
		return digits
	}
	if m := monthDay.FindStringSubmatch(text); m != nil {
		return month(m[1]) + "-" + day(m[2])
	}
	if m := dayMonth.FindStringSubmatch(text); m != nil {
		return month(m[2]) + "-" + day(m[1])
	}
	if m := inMonth.FindStringSubmatch(text); m != nil {
		return month(m[1])
	}
	return ""
}

// dateOf is when the article puts a claim: its date, or as much of one as its
// words give.
func (s *separator) dateOf(claim string) (graph.Date, string) {
	if c := s.claims[claim]; !c.Date.IsZero() {
		return c.Date, ""
	}
	for _, i := range s.evidence[claim] {
		if p := partial(s.d.Evidence[i].DateText); p != "" {
			return graph.Date{}, p
		}
	}
	return graph.Date{}, ""
}
