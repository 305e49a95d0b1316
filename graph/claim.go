package graph

import (
	"maps"
	"slices"
	"strconv"
)

// Polarity says whether the source affirms a claim or takes it away.
type Polarity string

// The polarities of a piece of evidence. Denied is somebody's denial ("Moscow
// denied supplying"); negated is a plain negative ("have not yet arrived").
const (
	Affirmed Polarity = "affirmed"
	Denied   Polarity = "denied"
	Negated  Polarity = "negated"
)

// Modality says how surely the source puts a claim forward.
type Modality string

// The modalities of a piece of evidence, from the surest to the least sure.
const (
	Asserted    Modality = "asserted"
	Reported    Modality = "reported" // passed on without a name: "reportedly", "media reports say"
	Alleged     Modality = "alleged"
	Planned     Modality = "planned"
	Conditional Modality = "conditional"
	Questioned  Modality = "questioned"
)

// An Entity is somebody or something that claims are about.
type Entity struct {
	ID      string   // readable and stable: "state:KP", "resolution:unsc-1718"
	Label   string   // most specific label of the ontology, e.g. "Missile"; its ancestors are implied
	Name    string   // canonical name, e.g. "North Korea"
	Aliases []string // other names, sorted; nil when there are none

	// Refs are identifiers in other systems, by system: "iso2", "iso3", "wikidata".
	Refs map[string]string

	// Parent is the id of the entity this one lies in or is a kind of: Kharkiv
	// lies in Ukraine, an SRBM is a kind of ballistic missile. Empty for none.
	Parent string

	// Described is true for an entity known only by a description ("officials
	// tied to the ministry"); it has no identity beyond those words.
	Described bool
}

// A Mention is a place in a sentence that names an entity.
type Mention struct {
	Sentence   string // Sentence.ID
	Entity     string // Entity.ID
	Start, End int    // byte offsets into Article.Text
	Surface    string // Article.Text[Start:End]
	Rule       string // what recognised it: a dictionary entry or a rule
}

// A Claim is something that one or more articles say. It carries no polarity:
// who affirms it and who denies it is in its evidence, so that a claim and its
// denial meet in one place.
type Claim struct {
	ID       string            // see [Claim.Identify]
	Relation string            // a relation of the ontology, e.g. "SUPPLIED"
	Subject  string            // Entity.ID
	Object   string            // Entity.ID; empty for relations without an object
	Roles    map[string]string // entity-valued qualifiers, e.g. "recipient" -> "state:RU"
	Date     Date              // when it happened; zero when not known
	Count    Count             // how many; zero when not counted
	Content  string            // words of a saying, topic of a silence; empty for others

	// About are the ids of the claims that the content makes, sorted.
	About []string
}

// Evidence is one sentence that bears on a claim.
type Evidence struct {
	ID       string // see [Evidence.Identify]
	Claim    string // Claim.ID
	Article  string // Article.ID
	Sentence string // Sentence.ID

	Polarity Polarity
	Modality Modality

	// Speakers says who says so, nearest to the claim first: for "KCNA quoted
	// Kim as saying" it is Kim, KCNA. Empty when the article itself does.
	Speakers []string // Entity.IDs

	Rule               string // the rule that read the sentence so
	Start, End         int    // the words that carry the claim, as offsets into Article.Text
	CueStart, CueEnd   int    // the words that set polarity or modality; equal when there are none
	Subject, Object    string // subject and object as written
	DateText           string // date as written
	CountText          string // count as written
	ContradictedByBody bool   // a headline that the body of its own article reverses
}

// A Date is a range of days. From and To are inclusive, in ISO 8601 form
// (2023-12-30). The zero Date means that the day is not known.
type Date struct {
	From, To  string
	Precision Precision
}

// Precision is the unit a date was given in.
type Precision string

// The precisions of a date.
const (
	Day   Precision = "day"
	Week  Precision = "week"
	Month Precision = "month"
	Year  Precision = "year"
	Span  Precision = "span" // any other range
)

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d.From == "" && d.To == "" }

// A Count is a number of people or things as a range: "more than 30" is 31 to
// unbounded, "almost 50" 40 to 49. The zero Count means not counted.
type Count struct {
	Min, Max  int64 // inclusive; Max is -1 when there is no upper bound
	Qualifier string
	Unit      string // what is counted, e.g. "people"; empty when not said
}

// IsZero reports whether nothing was counted.
func (c Count) IsZero() bool { return c == Count{} }

// Range writes the count as exports and scorers do: 2, 40-49, or 31- for "more
// than 30".
func (c Count) Range() string {
	from := strconv.FormatInt(c.Min, 10)
	switch c.Max {
	case c.Min:
		return from
	case -1:
		return from + "-"
	}
	return from + "-" + strconv.FormatInt(c.Max, 10)
}

// Identify sets and returns the claim's id: a hash of relation, subject, object
// and of the qualifiers that the ontology says tell two such claims apart. The
// id does not depend on any article. Of a symmetric relation the two ends are
// put in order first, so that "A met B" and "B met A" are one claim. The event
// that a claim is part of tells more than its date and stands in its place.
func (c *Claim) Identify(o *Ontology) string {
	if o.Relations[c.Relation].Symmetric && c.Object != "" && c.Object < c.Subject {
		c.Subject, c.Object = c.Object, c.Subject
	}
	parts := []string{c.Relation, c.Subject, c.Object}
	for _, name := range o.identity(c.Relation) {
		switch name {
		case "date":
			if event := c.Roles["event"]; event != "" {
				parts = append(parts, "event="+event)
				continue
			}
			parts = append(parts, "date="+c.Date.From+"/"+c.Date.To)
		case "count":
			parts = append(parts, "count="+strconv.FormatInt(c.Count.Min, 10)+"/"+strconv.FormatInt(c.Count.Max, 10))
		case "content":
			parts = append(parts, "content="+fold(c.Content))
		default:
			parts = append(parts, name+"="+c.Roles[name])
		}
	}
	c.ID = "c" + digest(parts...)
	return c.ID
}

// Identify sets and returns the evidence's id: the claim, the sentence and the
// rule. A sentence that says a thing twice by one rule says it once.
func (e *Evidence) Identify() string {
	e.ID = "e" + digest(e.Claim, e.Sentence, e.Rule)
	return e.ID
}

// Standing folds polarity and modality into the one word that exports and
// scorers use: "affirmed", "alleged", "denied" or "hypothetical".
func (e Evidence) Standing() string {
	switch {
	case e.Polarity == Negated && (e.Modality == Conditional || e.Modality == Questioned):
		return "hypothetical" // "if we do not support them": neither said nor denied
	case e.Polarity != Affirmed:
		return "denied"
	case e.Modality == Alleged:
		return "alleged"
	case e.Modality == Planned, e.Modality == Conditional, e.Modality == Questioned:
		return "hypothetical"
	}
	return "affirmed"
}

// A Document is an article with everything that was read in it: what one load
// writes. Sentences and Evidence are in text order, Entities and Claims sorted
// by id; every id used in a claim or mention is among the Entities.
type Document struct {
	Article   Article
	Sentences []Sentence
	Entities  []Entity
	Mentions  []Mention
	Claims    []Claim
	Evidence  []Evidence
}

// RoleNames returns the names of the claim's entity-valued qualifiers, sorted.
func (c Claim) RoleNames() []string { return slices.Sorted(maps.Keys(c.Roles)) }
