package queries

import (
	"fmt"
	"strings"

	"dossier/graph"
)

// A Query is one named question.
type Query struct {
	Name        string   // what the user types, e.g. "who-said"
	Title       string   // one line; also the name of the saved script in Neo4j Browser
	Description string   // one paragraph
	Folder      string   // the folder of the library it is in, e.g. "voices"; empty at the top
	Tags        []string // sorted; nil for none
	Params      []Param
	Columns     []Column // in the order in which Cypher returns them
	Examples    []string // whole command lines
	Cypher      string   // the statement as it is asked without times, parameters as $name
	Text        string   // header and Cypher, for Neo4j Browser
	File        string   // the file it was read from

	body string // the statement with its macros; see expand
}

// Param returns the parameter with that name, in either spelling.
func (q *Query) Param(name string) (Param, bool) {
	name = strings.ReplaceAll(name, "-", "_")
	for _, p := range q.Params {
		if p.Name == name {
			return p, true
		}
	}
	return Param{}, false
}

// A Param is a parameter of a query.
type Param struct {
	Name string // as in the statement: $known_by
	Type Type
	Doc  string

	Required bool   // there is no default
	Default  string // as the user would type it; empty for null, see Null
	Null     bool   // the default is null: the parameter does not narrow the answer

	// Time is set for the parameters that @time gives to a query: they mean the
	// same wherever they are.
	Time bool

	Line int // in Query.File
}

// Flag is the parameter's name on a command line, without dashes: "known-by".
func (p Param) Flag() string { return strings.ReplaceAll(p.Name, "_", "-") }

// A Column is a column of the answer.
type Column struct {
	Name   string
	Type   ColumnType
	Doc    string
	Detail bool // left out of tables for people
}

// A Kind is the kind of value that a parameter takes.
type Kind string

// The kinds of parameters.
const (
	KindEntity Kind = "entity" // any name or id of an entity; the statement gets a list of ids
	KindWithin Kind = "within" // like entity, with all that lies in it, belongs to it or is a kind of it
	KindState  Kind = "state"  // entity(State)
	KindClaim  Kind = "claim"  // id of a claim
	KindRel    Kind = "relation"
	KindStatus Kind = "status"
	KindText   Kind = "text"
	KindWords  Kind = "words" // words to search for; the statement gets a query for a full-text index
	KindInt    Kind = "int"
	KindBool   Kind = "bool"
	KindDate   Kind = "date"     // a day, month or year; the statement gets its first day
	KindUntil  Kind = "date-end" // a day, month or year; the statement gets its last day
	KindChoice Kind = "choice"   // one of Type.Of
	KindLimit  Kind = "limit"    // number of rows; the statement gets one more, to know what was cut
	KindList   Kind = "list"     // comma-separated values of Type.Elem
)

var kinds = []Kind{KindEntity, KindWithin, KindState, KindClaim, KindRel, KindStatus, KindText, KindWords, KindInt,
	KindBool, KindDate, KindUntil, KindChoice, KindLimit, KindList}

// A Type says which values a parameter takes.
type Type struct {
	Kind Kind
	Of   []string // labels of an entity, values of a choice
	Elem *Type    // element of a list
}

// String is the type as written in a header.
func (t Type) String() string {
	switch {
	case t.Elem != nil:
		return fmt.Sprintf("%s(%s)", t.Kind, t.Elem)
	case len(t.Of) > 0:
		return fmt.Sprintf("%s(%s)", t.Kind, strings.Join(t.Of, "|"))
	}
	return string(t.Kind)
}

// IsEntity reports whether values are names of entities, to be looked up in the
// graph, and which labels the entities may have (nil: any).
func (t Type) IsEntity() (labels []string, ok bool) {
	switch {
	case t.Kind == KindEntity, t.Kind == KindWithin:
		return t.Of, true
	case t.Kind == KindState:
		return []string{"State"}, true
	case t.Elem != nil:
		return t.Elem.IsEntity()
	}
	return nil, false
}

// Values lists the possible values of a type that has few, nil for the others:
// what a shell can complete without asking the graph.
func (t Type) Values() []string {
	switch t.Kind {
	case KindStatus:
		return Statuses()
	case KindRel:
		return graph.DefaultOntology().RelationNames()
	case KindBool:
		return []string{"true", "false"}
	case KindChoice:
		return t.Of
	case KindList:
		return t.Elem.Values()
	}
	return nil
}

// Statuses are the values of a claim's status, the surest first.
func Statuses() []string {
	return []string{"accepted", "asserted", "attributed", "alleged", "disputed", "planned", "denied", "headline", "reference", "withdrawn", "rejected"}
}

// A ColumnType is the kind of value in a column.
type ColumnType string

// The types of columns. Any value but a list may be null.
const (
	ColText     ColumnType = "text"
	ColInt      ColumnType = "int"
	ColDate     ColumnType = "date" // ISO 8601: day, month, year, or an interval with a slash
	ColStatus   ColumnType = "status"
	ColList     ColumnType = "list"   // set of texts; the answer has it sorted
	ColGroup    ColumnType = "group"  // a text that rows share: tables write it once, above them
	ColClaim    ColumnType = "claim"  // the statement returns the id of a claim, the answer has it in words, without date and status
	ColClaims   ColumnType = "claims" // the statement returns ids of claims, the answer has them in words
	ColSentence ColumnType = "sentence"
	ColSource   ColumnType = "source" // a map with the fields of [Source], speakers as ids; belongs to the sentence before it
)

var columnTypes = []ColumnType{ColText, ColInt, ColDate, ColStatus, ColList, ColGroup, ColClaim, ColClaims, ColSentence, ColSource}
