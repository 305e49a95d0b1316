package rules

import (
	"cmp"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"dossier/graph"
)

//go:embed *.dict *.rules
var builtin embed.FS

// A Set is everything the extractor knows. Treat it as read-only.
type Set struct {
	Ontology     *graph.Ontology
	Entries      []Entry             // the dictionaries, in file order
	Classes      map[string][]string // word classes by name
	Frames       []Frame             // constructions, in file order
	Cues         []Cue
	Furniture    []Furniture
	Examples     []Example
	framesByVerb map[string][]int
	framesByNoun map[string][]int
	inside       []phrases // of each of Furniture
}

// An Entry is an entity of the dictionaries.
type Entry struct {
	Pos       Position
	Entity    graph.Entity
	Names     []string // name and aliases: these always mean the entity
	Adjective []string // "North Korean"
	People    []string // "North Koreans"
	Capital   []string // stands for the state as an actor, or for the city
	Seat      []string // stands for the state as an actor
	Short     []string // means the entity once the article has named it
	Kinds     []string // what it may be called for short; the class "kind K" has the nouns
	Offices   []Office
}

// An Office is a position that a person of the dictionaries held.
type Office struct {
	Of       string // id of the state or organization
	Title    string
	From, To string // YYYY-MM-DD, YYYY or empty
}

// A Frame is a construction: a verb or noun and where its parties stand.
type Frame struct {
	Pos      Position
	Name     string // names itself on the evidence it produces
	Relation string
	Verbs    []string // lemmas, with a particle if any: "carry out"
	Nouns    []string // lemmas
	Roles    []Role
	Modality graph.Modality // empty unless the words themselves make it less than a fact
	Polarity graph.Polarity // likewise
	Event    bool           // the noun names an event that other claims can be about
	Without  []string       // prepositions that must not follow the verb or noun
	Implied  bool           // a fact whatever stands around it: "will pay a price" threatens now
	Given    []string       // words one of which must follow the verb in its clause
	Unless   []string       // words none of which may
	Nowhere  []string       // words none of which may stand in the sentence
	Around   []string       // words one of which must
	Named    []string       // roles that a person or place known by description only cannot fill
	Known    []string       // roles that nothing known by description only can fill
	Armed    []string       // roles that only those who bear arms can fill
	Coins    []string       // roles in which a name that nobody knows is an organization's
	Passive  bool           // read only in the passive or as a participle
	Plain    bool           // read only in the active

	Bare         bool // read only without prepositions and second object: "the two spoke on Monday"
	Intransitive bool // read only without object: "the ministers met"
	Future       bool // read only of what will be: "will pay a price"
	Negated      bool // read only where it is denied, and then as a fact: "did not comply with"
	Listed       bool // read only where the parties are named one by one: "Macron and Modi", not "the leaders"
	Cargo        bool // read only of goods that do not travel by themselves: "rifles bound for Chad", not "tankers bound for Chad"
	Unasked      bool // read only where nothing is wanted: "called on the king to congratulate him", not "called on the king to resign"
	Clauseless   bool // read only without a that-clause: "agreed with Turkey on", not "agreed with Turkey that"
}

// Takes reports whether a role of the frame may come from a source.
func (f *Frame) Takes(source string) bool {
	return slices.ContainsFunc(f.Roles, func(r Role) bool { return slices.Contains(r.Sources, source) })
}

// A Role is one party of a construction.
type Role struct {
	Name     string   // head, tail, a qualifier of the relation, or _ for what must be there and is no party
	Sources  []string // where it stands, the first that fits counts: subj, obj, iobj, owner, mod, or a preposition
	Labels   []string // what it must be; empty means what the ontology allows
	Optional bool
	Topics   []string // the nouns that a Topic may have as its head; nil for any
	Coined   bool     // an unknown name there is an organization's: "sanctioned Mashprom"
	Fitting  bool     // may be absent, but what stands there must fit: "fired two managers at the plant"
}

// A Cue is a word that changes the standing of what it governs.
type Cue struct {
	Pos      Position
	Name     string
	Verbs    []string
	Nouns    []string
	Words    []string // adjectives, adverbs and fixed phrases
	Speech   bool     // a verb of saying: its subject is the speaker
	Polarity graph.Polarity
	Modality graph.Modality
	Opens    bool     // the subject becomes the speaker of what the object says ("denounced the export")
	Only     []string // relations that it bears on; nil for all
	Except   []string // relations that stay as they are under it
	Done     bool     // leaves known acts alone as long as it is only wanted: "to lift the sanctions"
	Definite bool     // leaves acts alone that are spoken of as known: "discussed Russia's attack"
	Drop     bool     // what it governs claims nothing ("a resolution that bans exports")
	Over     bool     // its passive governs the subject ("the talks were cancelled")
}

// Furniture is a phrase by which a line is known not to be text.
type Furniture struct {
	Pos    Position
	Part   graph.Part
	Whole  []string // the line is just this
	Prefix []string // the line begins so
	Inside []string // the line has this somewhere
}

// An Example is a sentence that stands beside a rule to keep it honest.
type Example struct {
	Pos   Position
	Rule  string
	Text  string
	Claim string // "RELATION head > tail"; empty when the rule must not fire
}

// Default returns the built-in rules. They are read once.
func Default() (*Set, error) { return loadDefault() }

var loadDefault = sync.OnceValues(func() (*Set, error) { return Load(builtin) })

// WithDir returns the built-in rules together with those of another folder. An
// entity of both has the names of both; a name of two entities means that of
// the folder; a frame of the folder takes the place of the built-in one of its
// name.
func WithDir(dir fs.FS) (*Set, error) { return Load(builtin, dir) }

// Load reads all *.dict and *.rules files at the top of the given file systems,
// later ones over earlier ones as [WithDir] says. All faults are reported, not
// only the first.
func Load(dirs ...fs.FS) (*Set, error) {
	s := &Set{Ontology: graph.DefaultOntology(), Classes: map[string][]string{}}
	var errs []error
	for _, dir := range dirs {
		entries, frames, examples := len(s.Entries), len(s.Frames), len(s.Examples)
		names, err := fs.Glob(dir, "*.*")
		if err != nil {
			return nil, err
		}
		slices.Sort(names)
		for _, name := range names {
			ext := path.Ext(name)
			if ext != ".dict" && ext != ".rules" {
				continue
			}
			data, err := fs.ReadFile(dir, name)
			if err != nil {
				return nil, err
			}
			entries, err := parse(name, string(data))
			if err != nil {
				errs = append(errs, err)
				continue
			}
			for _, e := range entries {
				if ext == ".dict" {
					err = s.addEntity(e)
				} else {
					err = s.addRule(e)
				}
				if err != nil {
					errs = append(errs, err)
				}
			}
		}
		s.overlay(entries, frames, examples)
	}
	errs = append(errs, s.check()...)
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	s.index()
	return s, nil
}

// overlay settles what the entries, frames and examples from the given indexes
// on, which one folder holds, do to those before them.
func (s *Set) overlay(entries, frames, examples int) {
	own := s.Entries[entries:]
	at := make(map[string]int, len(own))
	for i := range own {
		at[own[i].Entity.ID] = i
	}
	before := slices.DeleteFunc(slices.Clone(s.Entries[:entries]), func(e Entry) bool {
		i, ok := at[e.Entity.ID]
		if ok {
			own[i].extend(e)
		}
		return ok
	})
	s.Entries = slices.Concat(own, before) // of two entries with a name the first is meant
	redefined := map[string]bool{}
	for _, f := range s.Frames[frames:] {
		redefined[f.Name] = true
	}
	s.Frames = slices.Concat(slices.DeleteFunc(slices.Clone(s.Frames[:frames]), func(f Frame) bool { return redefined[f.Name] }), s.Frames[frames:])
	s.Examples = slices.Concat(slices.DeleteFunc(slices.Clone(s.Examples[:examples]), func(e Example) bool { return redefined[e.Rule] }), s.Examples[examples:])
}

// extend adds what another entry knows of the same entity.
func (d *Entry) extend(other Entry) {
	d.Names = union(d.Names, other.Names)
	d.Adjective = union(d.Adjective, other.Adjective)
	d.People = union(d.People, other.People)
	d.Capital = union(d.Capital, other.Capital)
	d.Seat = union(d.Seat, other.Seat)
	d.Short = union(d.Short, other.Short)
	d.Kinds = union(d.Kinds, other.Kinds)
	d.Offices = slices.Concat(d.Offices, other.Offices)
	d.Entity.Parent = cmp.Or(d.Entity.Parent, other.Entity.Parent)
	for system, id := range other.Entity.Refs {
		if d.Entity.Refs[system] == "" {
			d.setRef(system, id)
		}
	}
	d.setAliases()
}

func union(a, b []string) []string {
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}

// setAliases gives the entity the names by which the entry knows it.
func (d *Entry) setAliases() {
	aliases := slices.Concat(d.Names[1:], d.Adjective, d.Capital, d.Seat)
	slices.Sort(aliases)
	d.Entity.Aliases = slices.Compact(aliases)
}

func (s *Set) addEntity(e entry) error {
	if len(e.head) < 3 {
		return &Error{e.pos, "want `ID LABEL Name`"}
	}
	if _, ok := s.Ontology.Labels[e.head[1]]; !ok {
		return &Error{e.pos, fmt.Sprintf("unknown label %q, want one of %s", e.head[1], strings.Join(s.Ontology.LabelNames(), ", "))}
	}
	d := Entry{Pos: e.pos, Entity: graph.Entity{ID: e.head[0], Label: e.head[1], Name: e.head[2]}}
	d.Names = []string{d.Entity.Name}
	for _, f := range e.fields {
		switch f.key {
		case "alias":
			d.Names = append(d.Names, f.values...)
		case "adjective":
			d.Adjective = append(d.Adjective, f.values...)
		case "people":
			d.People = append(d.People, f.values...)
		case "capital":
			d.Capital = append(d.Capital, f.values...)
		case "seat":
			d.Seat = append(d.Seat, f.values...)
		case "short":
			d.Short = append(d.Short, f.values...)
		case "kind":
			d.Kinds = append(d.Kinds, f.values...)
		case "of":
			if len(f.values) != 1 {
				return &Error{f.pos, "of takes one id"}
			}
			d.Entity.Parent = f.values[0]
		case "iso":
			if len(f.values) != 2 || len(f.values[0]) != 2 || len(f.values[1]) != 3 {
				return &Error{f.pos, "iso takes a two-letter and a three-letter code"}
			}
			d.setRef("iso2", f.values[0])
			d.setRef("iso3", f.values[1])
		case "wikidata":
			d.setRef("wikidata", f.values[0])
		case "office":
			for _, v := range f.values {
				p := strings.Split(v, "|")
				if len(p) < 2 || len(p) > 4 {
					return &Error{f.pos, fmt.Sprintf("office %q: want `of | title | from | to`", v)}
				}
				for len(p) < 4 {
					p = append(p, "")
				}
				d.Offices = append(d.Offices, Office{Of: strings.TrimSpace(p[0]), Title: strings.TrimSpace(p[1]), From: strings.TrimSpace(p[2]), To: strings.TrimSpace(p[3])})
			}
		default:
			return &Error{f.pos, fmt.Sprintf("unknown key %q, want one of alias, adjective, people, capital, seat, short, kind, of, iso, wikidata, office", f.key)}
		}
	}
	d.setAliases()
	s.Entries = append(s.Entries, d)
	return nil
}

func (d *Entry) setRef(system, id string) {
	if d.Entity.Refs == nil {
		d.Entity.Refs = map[string]string{}
	}
	d.Entity.Refs[system] = id
}

func (s *Set) addRule(e entry) error {
	name := strings.Join(e.head[1:], " ")
	switch e.head[0] {
	case "class":
		for _, f := range e.fields {
			if f.key != "words" {
				return &Error{f.pos, fmt.Sprintf("unknown key %q in a class, want words", f.key)}
			}
			s.Classes[name] = append(s.Classes[name], f.values...)
		}
	case "frame":
		return s.addFrame(name, e)
	case "cue":
		return s.addCue(name, e)
	case "furniture":
		return s.addFurniture(e, name)
	default:
		return &Error{e.pos, fmt.Sprintf("unknown kind of rule %q, want class, frame, cue or furniture", e.head[0])}
	}
	return nil
}

func (s *Set) addFrame(name string, e entry) error {
	f := Frame{Pos: e.pos, Name: name}
	var topics []string
	for _, p := range e.fields {
		var err error
		switch p.key {
		case "relation":
			f.Relation = p.values[0]
			if _, ok := s.Ontology.Relations[f.Relation]; !ok {
				return &Error{p.pos, fmt.Sprintf("unknown relation %q, want one of %s", f.Relation, strings.Join(s.Ontology.RelationNames(), ", "))}
			}
		case "verbs":
			f.Verbs = append(f.Verbs, p.values...)
		case "nouns":
			f.Nouns = append(f.Nouns, p.values...)
		case "roles":
			for _, v := range p.values {
				r, err := s.parseRole(f.Relation, v)
				if err != nil {
					return &Error{p.pos, err.Error()}
				}
				f.Roles = append(f.Roles, r)
			}
		case "modality":
			f.Modality, err = p.modality()
		case "polarity":
			f.Polarity, err = p.polarity()
		case "only":
			switch p.values[0] {
			case "passive":
				f.Passive = true
			case "active":
				f.Plain = true
			case "intransitive":
				f.Intransitive = true
			case "bare":
				f.Bare = true
			case "clauseless":
				f.Clauseless = true
			case "listed":
				f.Listed = true
			case "cargo":
				f.Cargo = true
			case "unasked":
				f.Unasked = true
			case "future":
				f.Future = true
			case "negated":
				f.Negated = true
			default:
				return &Error{p.pos, "only takes active, passive, intransitive, bare, listed, clauseless, cargo, unasked, future or negated"}
			}
		case "without":
			f.Without = p.values
		case "given":
			f.Given = append(f.Given, p.values...)
		case "unless":
			f.Unless = append(f.Unless, p.values...)
		case "nowhere":
			f.Nowhere = append(f.Nowhere, p.values...)
		case "around":
			f.Around = append(f.Around, p.values...)
		case "topics":
			topics = p.values
		case "named":
			f.Named, err = p.parties()
		case "known":
			f.Known, err = p.parties()
		case "armed":
			f.Armed, err = p.parties()
		case "coins":
			f.Coins, err = p.parties()
		case "event":
			f.Event, err = p.yes()
		case "implied":
			f.Implied, err = p.yes()
		case "yes":
			text, claim, ok := strings.Cut(strings.Join(p.values, "; "), " => ")
			if !ok {
				return &Error{p.pos, "want `yes SENTENCE => RELATION head > tail`"}
			}
			s.Examples = append(s.Examples, Example{p.pos, name, text, claim})
		case "no":
			s.Examples = append(s.Examples, Example{p.pos, name, strings.Join(p.values, "; "), ""})
		default:
			return &Error{p.pos, fmt.Sprintf("unknown key %q in a frame, want relation, verbs, nouns, roles, modality, polarity, only, without, given, unless, nowhere, around, topics, named, known, armed, coins, event, yes or no", p.key)}
		}
		if err != nil {
			return err
		}
	}
	switch {
	case f.Relation == "":
		return &Error{e.pos, "frame without a relation"}
	case len(f.Verbs) == 0 && len(f.Nouns) == 0:
		return &Error{e.pos, "frame without verbs or nouns"}
	case len(f.Roles) == 0:
		return &Error{e.pos, "frame without roles"}
	}
	for i := range f.Roles {
		r := &f.Roles[i]
		if r.Name == "tail" || r.Name == "_" {
			r.Topics = topics
		}
		r.Coined = slices.Contains(f.Coins, r.Name)
	}
	s.Frames = append(s.Frames, f)
	return nil
}

// parseRole reads `NAME[!|?]=source,source[:Label,Label]`. Head and tail are
// required unless marked with a question mark; a qualifier is when it is marked
// with an exclamation mark.
func (s *Set) parseRole(relation, v string) (Role, error) {
	left, right, ok := strings.Cut(v, "=")
	if !ok || relation == "" {
		return Role{}, fmt.Errorf("role %q: want `name=source,...` behind a relation", v)
	}
	r := Role{Name: strings.TrimSpace(left)}
	required := false
	r.Name, required = strings.CutSuffix(r.Name, "!")
	r.Name, r.Optional = strings.CutSuffix(r.Name, "?")
	r.Name, r.Fitting = strings.CutSuffix(r.Name, "~")
	if r.Name != "head" && r.Name != "tail" && r.Name != "_" {
		if !slices.Contains(s.Ontology.Relations[relation].Qualifiers, r.Name) {
			return Role{}, fmt.Errorf("%s does not take %s", relation, r.Name)
		}
		r.Optional = !required
	}
	sources, labels, _ := strings.Cut(right, ":")
	for src := range strings.SplitSeq(sources, ",") {
		r.Sources = append(r.Sources, strings.TrimSpace(src))
	}
	if labels != "" {
		for l := range strings.SplitSeq(labels, ",") {
			l = strings.TrimSpace(l)
			if _, ok := s.Ontology.Labels[l]; !ok {
				return Role{}, fmt.Errorf("role %s: unknown label %q", r.Name, l)
			}
			r.Labels = append(r.Labels, l)
		}
	}
	if len(r.Labels) == 0 {
		switch rel := s.Ontology.Relations[relation]; r.Name {
		case "_":
			return Role{}, fmt.Errorf("role _ needs labels")
		case "head":
			r.Labels = rel.From
		case "tail":
			r.Labels = rel.To
		default:
			r.Labels = s.Ontology.Qualifiers[r.Name].Labels
		}
	}
	return r, nil
}

func (s *Set) addCue(name string, e entry) error {
	c := Cue{Pos: e.pos, Name: name, Polarity: graph.Affirmed, Modality: graph.Asserted}
	for _, p := range e.fields {
		var err error
		switch p.key {
		case "verbs":
			c.Verbs = append(c.Verbs, p.values...)
		case "nouns":
			c.Nouns = append(c.Nouns, p.values...)
		case "words":
			c.Words = append(c.Words, p.values...)
		case "speech":
			c.Speech, err = p.yes()
		case "opens":
			c.Opens, err = p.yes()
		case "only", "except":
			for _, rel := range p.values {
				if _, ok := s.Ontology.Relations[rel]; !ok {
					return &Error{p.pos, fmt.Sprintf("unknown relation %q", rel)}
				}
			}
			if p.key == "only" {
				c.Only = p.values
			} else {
				c.Except = p.values
			}
		case "definite":
			if p.values[0] != "yes" && p.values[0] != "no" {
				return &Error{p.pos, "definite takes yes or no"}
			}
			c.Definite = p.values[0] == "yes"
		case "drop":
			c.Drop, err = p.yes()
		case "done":
			c.Done, err = p.yes()
		case "over":
			c.Over, err = p.yes()
		case "polarity":
			c.Polarity, err = p.polarity()
		case "modality":
			c.Modality, err = p.modality()
		default:
			return &Error{p.pos, fmt.Sprintf("unknown key %q in a cue, want verbs, nouns, words, speech, opens, drop, done, over, only, except, definite, polarity or modality", p.key)}
		}
		if err != nil {
			return err
		}
	}
	s.Cues = append(s.Cues, c)
	return nil
}

func (s *Set) addFurniture(e entry, name string) error {
	f := Furniture{Pos: e.pos, Part: graph.Part(name)}
	if f.Part != graph.Furniture && f.Part != graph.Caption {
		return &Error{e.pos, fmt.Sprintf("furniture %q: want `furniture furniture` or `furniture caption`", name)}
	}
	for _, p := range e.fields {
		switch p.key {
		case "whole":
			f.Whole = append(f.Whole, p.values...)
		case "prefix":
			f.Prefix = append(f.Prefix, p.values...)
		case "inside":
			for _, v := range p.values {
				if len(v) < shortestPhrase {
					return &Error{p.pos, fmt.Sprintf("inside %q is too short to be furniture wherever it stands, want at least %d letters", v, shortestPhrase)}
				}
			}
			f.Inside = append(f.Inside, p.values...)
		default:
			return &Error{p.pos, fmt.Sprintf("unknown key %q in furniture, want whole, prefix or inside", p.key)}
		}
	}
	s.Furniture = append(s.Furniture, f)
	return nil
}

// check looks for faults across entries.
func (s *Set) check() []error {
	var errs []error
	ids := map[string]Position{}
	for _, e := range s.Entries {
		if first, ok := ids[e.Entity.ID]; ok {
			errs = append(errs, &Error{e.Pos, fmt.Sprintf("%s is defined at %s already", e.Entity.ID, first)})
		}
		ids[e.Entity.ID] = e.Pos
	}
	for _, e := range s.Entries {
		if p := e.Entity.Parent; p != "" {
			if _, ok := ids[p]; !ok {
				errs = append(errs, &Error{e.Pos, fmt.Sprintf("%s is of %s, which no dictionary has", e.Entity.ID, p)})
			}
		}
	}
	names := map[string]Position{}
	for _, f := range s.Frames {
		if first, ok := names[f.Name]; ok {
			errs = append(errs, &Error{f.Pos, fmt.Sprintf("frame %q is defined at %s already", f.Name, first)})
		}
		names[f.Name] = f.Pos
	}
	slices.SortFunc(errs, func(a, b error) int { return cmp.Compare(a.Error(), b.Error()) })
	return errs
}

func (s *Set) index() {
	s.framesByVerb, s.framesByNoun = map[string][]int{}, map[string][]int{}
	for i, f := range s.Frames {
		for _, v := range f.Verbs {
			s.framesByVerb[v] = append(s.framesByVerb[v], i)
		}
		for _, n := range f.Nouns {
			s.framesByNoun[n] = append(s.framesByNoun[n], i)
		}
	}
	s.inside = nil
	for _, f := range s.Furniture {
		s.inside = append(s.inside, newPhrases(f.Inside))
	}
}

// Covers reports whether a cue has to do with claims of a relation.
func (c *Cue) Covers(relation string) bool {
	return (len(c.Only) == 0 || slices.Contains(c.Only, relation)) && !slices.Contains(c.Except, relation)
}

// OfVerb returns the indexes of the frames of a verb lemma, in file order.
func (s *Set) OfVerb(lemma string) []int { return s.framesByVerb[lemma] }

// OfNoun returns the indexes of the frames of a noun lemma, in file order.
func (s *Set) OfNoun(lemma string) []int { return s.framesByNoun[lemma] }

// PartOf tells whether a line, in lower case, is furniture or a caption.
func (s *Set) PartOf(line string) (graph.Part, bool) {
	for i := range s.Furniture {
		f := &s.Furniture[i]
		for _, w := range f.Whole {
			if line == w {
				return f.Part, true
			}
		}
		for _, p := range f.Prefix {
			if strings.HasPrefix(line, p) && wordEnds(p, line[len(p):]) {
				return f.Part, true
			}
		}
		if s.inside[i].in(line) {
			return f.Part, true
		}
	}
	return "", false
}

// wordEnds reports whether the last word of a prefix ends where the rest of the
// line begins: "join us", not "joint statement".
func wordEnds(prefix, rest string) bool {
	if rest == "" || !letter(prefix[len(prefix)-1]) {
		return true
	}
	return !letter(rest[0]) && rest[0] != '$' && rest[0] != '-'
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b >= 0x80 }

// phrases looks for many phrases in one pass over a line: every line of an
// archive is asked for every phrase of furniture.
type phrases struct {
	all    []string
	begins [64]uint64 // set of the hashes of their first three bytes
}

// shortestPhrase is the number of bytes that the hash of a phrase is made of.
const shortestPhrase = 3

func newPhrases(all []string) phrases {
	p := phrases{all: all}
	for _, s := range all {
		h := beginning(s)
		p.begins[h/64] |= 1 << (h % 64)
	}
	return p
}

// beginning hashes the first three bytes of s to 12 bits.
func beginning(s string) uint {
	return (uint(s[0])*31*31 + uint(s[1])*31 + uint(s[2])) % 4096
}

// in reports whether a line holds one of the phrases.
func (p *phrases) in(line string) bool {
	for ; len(line) >= shortestPhrase; line = line[1:] {
		if h := beginning(line); p.begins[h/64]&(1<<(h%64)) == 0 {
			continue
		}
		for _, s := range p.all {
			if strings.HasPrefix(line, s) {
				return true
			}
		}
	}
	return false
}
