package resolve

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"dossier/graph"
)

// A Report is a thing that happened, as one article tells of it: a strike, a
// meeting, a transfer or a statement. It holds what the thing can be known by.
// All lists are sorted.
type Report struct {
	ID      string `json:"id"` // of the entity, which no other article has
	Article string `json:"article"`
	// Publication is the same for all versions of an article; empty when the
	// article has no address.
	Publication string `json:"publication,omitempty"`
	Kind        Kind   `json:"kind"`
	Name        string `json:"name"`

	// Who are those who act: attackers, participants of a meeting, the giver of
	// a transfer, those who issued or signed a statement. Entity ids.
	Who []string `json:"who,omitempty"`
	// Whom are those acted upon: places struck, the taker of a transfer, those a
	// statement is about. Entity ids.
	Whom []string `json:"whom,omitempty"`
	// Goods are what a transfer moves: the goods and the kinds they belong to,
	// narrowest first.
	Goods []string `json:"goods,omitempty"`
	// Undirected is true for a transfer "between" two: Who holds both.
	Undirected bool `json:"undirected,omitempty"`

	Place string `json:"place,omitempty"` // of a meeting

	Date      graph.Date `json:"date"`                // as the article dates it; zero when it does not
	Partial   string     `json:"partial,omitempty"`   // a day without a year, as MM-DD or MM, of an article without a date
	Published string     `json:"published,omitempty"` // day of the article; empty when not known

	Killed  *graph.Count `json:"killed,omitempty"`
	Injured *graph.Count `json:"injured,omitempty"`

	Names map[string]string `json:"names,omitempty"` // of the entities above, by id
	Rule  string            `json:"rule,omitempty"`  // what completed it from its article; empty when nothing did
}

// version is the same for the reports by which the versions of one article tell
// of one thing in the same words; empty for an article without an address.
func (r Report) version() string {
	if _, words, ok := strings.Cut(r.ID, r.Article+"/"); ok && r.Publication != "" {
		return "version|" + r.Publication + "|" + words
	}
	return ""
}

// A Kind is a kind of thing that reports are of.
type Kind string

// The kinds.
const (
	Strike    Kind = "strike"
	Meeting   Kind = "meeting"
	Transfer  Kind = "transfer"
	Statement Kind = "statement"
)

// Label is the label of the ontology that things of this kind have.
func (k Kind) Label() string { return strings.ToUpper(string(k[:1])) + string(k[1:]) }

// Block names the reports that this one may be the same as: only reports of one
// block are compared. It is empty for a report that is known by too little to
// be compared with any.
func (r Report) Block() string {
	switch r.Kind {
	case Strike:
		if len(r.Whom) > 0 {
			return "strike|" + r.Whom[0]
		}
	case Meeting:
		if len(r.Who) > 1 {
			return "meeting|" + strings.Join(r.Who, "|")
		}
	case Transfer:
		parties := slices.Concat(r.Who, r.Whom)
		slices.Sort(parties)
		if len(parties) == 2 && len(r.Goods) > 0 {
			return "transfer|" + strings.Join(parties, "|")
		}
	case Statement:
		switch {
		case len(r.Who) == 0:
		case len(r.Who) > 1, strings.Contains(r.Name, "joint"):
			return "statement|joint"
		default:
			return "statement|" + r.Who[0]
		}
	}
	return ""
}

// day returns the one day that the report dates its thing to; empty when it
// gives none or a longer time.
func (r Report) day() string {
	if r.Date.From != "" && r.Date.From == r.Date.To {
		return r.Date.From
	}
	return ""
}

// recently is how far before its publication an article that says "recently" or
// nothing at all may look back.
const recently = 7

// A window is the range of days in which a thing happened, as far as a report
// tells: inclusive days in ISO form, empty for an open end.
type window struct{ from, to string }

// window is where the report puts its thing: by its date, or else shortly
// before the article was published. It is open when there is neither.
func (r Report) window() window {
	switch {
	case !r.Date.IsZero():
		return window{r.Date.From, r.Date.To}
	case r.Published != "":
		return window{addDays(r.Published, -recently), r.Published}
	}
	return window{}
}

func (w window) bounded() bool { return w.from != "" && w.to != "" }

func (w window) holds(day string) bool {
	return (w.from == "" || w.from <= day) && (w.to == "" || day <= w.to)
}

// meet returns what two windows have in common; ok is false when it is nothing.
func (w window) meet(v window) (_ window, ok bool) {
	out := window{from: max(w.from, v.from), to: w.to}
	if out.to == "" || v.to != "" && v.to < out.to {
		out.to = v.to
	}
	return out, out.from == "" || out.to == "" || out.from <= out.to
}

// fits reports whether a day can be the partial date of an article that gives
// no year. Statements reach some papers a day later, by the clock or by the
// time zone: slack is how many days.
func fits(partial, day string, slack int) bool {
	if partial == "" || len(day) != len(time.DateOnly) {
		return true
	}
	for i := -slack; i <= slack; i++ {
		if strings.HasPrefix(addDays(day, i)[len("2006-"):], partial) {
			return true
		}
	}
	return false
}

func addDays(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return day
	}
	return t.AddDate(0, 0, n).Format(time.DateOnly)
}

// daysBetween is how many days b is after a.
func daysBetween(a, b string) int {
	ta, errA := time.Parse(time.DateOnly, a)
	tb, errB := time.Parse(time.DateOnly, b)
	if errA != nil || errB != nil {
		return 1 << 20
	}
	return int(tb.Sub(ta).Hours() / 24)
}

// Agree reports whether two counts can be of the same things: their ranges
// overlap.
func Agree(a, b graph.Count) bool {
	return (a.Max == -1 || b.Min <= a.Max) && (b.Max == -1 || a.Min <= b.Max)
}

// numbers compares what two reports count: how many counts overlap, and whether
// any two are apart.
func numbers(a, b Report) (same int, apart bool) {
	for _, pair := range [...][2]*graph.Count{{a.Killed, b.Killed}, {a.Injured, b.Injured}} {
		switch {
		case pair[0] == nil || pair[1] == nil:
		case Agree(*pair[0], *pair[1]):
			same++
		default:
			apart = true
		}
	}
	return same, apart
}

// shared returns how many members two sorted lists have in common.
func shared(a, b []string) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch cmp.Compare(a[i], b[j]) {
		case -1:
			i++
		case 1:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}
