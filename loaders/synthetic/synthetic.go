// Package synthetic writes a corpus of news whose truth is known: events, the
// articles that tell of each, who copied whom, who contradicts whom, and which
// articles were edited later. It is made of invented news about real names, for
// measuring how well identity, corroboration and contradiction are found.
//
// The articles read like news as far as the extraction rules are concerned and
// like nothing else; they say nothing about the world.
package synthetic

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"dossier/graph"
)

// A Corpus is the articles with their truth.
type Corpus struct {
	Articles []graph.Article
	Truth    Truth
}

// Truth is what a reader who knows everything would say of the articles.
type Truth struct {
	Events []Event `json:"events"`

	// Tells are the events that an article tells of, by the article's id. An
	// article that has an event the wrong way round tells of another.
	Tells map[string][]string `json:"tells"`
	// Origin is the same for articles that copy each other, by the article's id.
	Origin map[string]string `json:"origin"`
	// Contradictions lists, for each event, the kinds of contradiction among the
	// current versions of its articles; sorted.
	Contradictions map[string][]string `json:"contradictions"`
	// Replaced holds the ids of articles of which there is a newer version.
	Replaced map[string]bool `json:"replaced"`
}

// An Event is one thing that happened in the corpus.
type Event struct {
	ID   string `json:"id"`
	Kind string `json:"kind"` // strike, meeting, transfer or statement
	Date string `json:"date"` // day; empty for a transfer
}

// Options says how much to make. The same options make the same corpus.
type Options struct {
	Seed   uint64
	Events int // of all kinds
	// Articles is about how many articles there are in all; at least one for each
	// event.
	Articles int
}

// New makes a corpus.
func New(o Options) Corpus {
	m := &maker{
		r: rand.New(rand.NewPCG(o.Seed, 0x5eed)), used: map[string]bool{}, transfers: map[string]string{},
		c: Corpus{Truth: Truth{
			Tells: map[string][]string{}, Origin: map[string]string{}, Contradictions: map[string][]string{}, Replaced: map[string]bool{},
		}},
	}
	per := max(1, o.Articles/max(1, o.Events))
	for i := range o.Events {
		m.story(m.event(i), per)
	}
	return m.c
}

// A maker makes one corpus.
type maker struct {
	r    *rand.Rand
	c    Corpus
	used map[string]bool // what identifies the events so far
	n    int             // articles

	transfers map[string]string // parties and goods -> event
}

// transfer returns the event of a transfer; it is one, whoever tells of it.
func (m *maker) transfer(giver, taker, goods string) string {
	key := giver + " > " + taker + ": " + goods
	if m.transfers[key] == "" {
		id := fmt.Sprintf("t%04d", len(m.transfers))
		m.transfers[key] = id
		m.c.Truth.Events = append(m.c.Truth.Events, Event{ID: id, Kind: "transfer"})
	}
	return m.transfers[key]
}

// An event in the making.
type event struct {
	Event
	day              time.Time
	attacker, place  string
	killed, injured  int
	one, other       string // participants, or giver and taker
	goods            string
	signers, accused []string
}

const firstDay = "2024-01-08"

func one[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

// event makes an event that is told apart from all others by what the rules look
// at; some are close to another on purpose: the same place the day before, the
// same two some weeks later, other goods between the same two.
func (m *maker) event(i int) *event {
	start, _ := time.Parse(time.DateOnly, firstDay)
	for {
		e := &event{day: start.AddDate(0, 0, m.r.IntN(300))}
		e.ID = fmt.Sprintf("e%04d", i)
		key := ""
		switch k := m.r.IntN(10); {
		case k < 4:
			e.Kind = "strike"
			e.attacker = one(m.r, attackers)
			e.place = one(m.r, targets[e.attacker])
			e.killed, e.injured = 2+m.r.IntN(20), 30+m.r.IntN(60)
			key = "strike " + e.place + e.day.Format(time.DateOnly)
		case k < 6:
			e.Kind = "meeting"
			e.one, e.other = one(m.r, leaders), one(m.r, leaders)
			e.place = one(m.r, venues)
			if e.one == e.other {
				continue
			}
			pair := []string{e.one, e.other}
			slices.Sort(pair)
			key = fmt.Sprint("meeting ", pair, e.day.YearDay()/20) // never two within the slack
			if m.used[fmt.Sprint("meeting ", pair, e.day.YearDay()/20-1)] || m.used[fmt.Sprint("meeting ", pair, e.day.YearDay()/20+1)] {
				continue
			}
		case k < 8:
			e.Kind = "transfer"
			e.one, e.other = one(m.r, states), one(m.r, states)
			e.goods = one(m.r, goods)
			if e.one == e.other {
				continue
			}
			if m.used["transfer "+e.other+e.one+e.goods] || m.transfers[e.one+" > "+e.other+": "+e.goods] != "" {
				continue // the other direction would be a contradiction of its own
			}
			e.ID = ""
			key = "transfer " + e.one + e.other + e.goods
		default:
			e.Kind = "statement"
			for _, i := range m.r.Perm(len(signatories))[:3+m.r.IntN(3)] {
				e.signers = append(e.signers, signatories[i])
			}
			for _, i := range m.r.Perm(len(states))[:2] {
				e.accused = append(e.accused, states[i])
			}
			e.goods = one(m.r, goods)
			pair := slices.Sorted(slices.Values(e.accused))
			key = fmt.Sprint("statement ", pair, e.day.YearDay()/14)
			if m.used["transfer "+e.accused[1]+e.accused[0]+e.goods] {
				continue
			}
			m.used["transfer "+e.accused[0]+e.accused[1]+e.goods] = true
			if m.used[fmt.Sprint("statement ", pair, e.day.YearDay()/14-1)] || m.used[fmt.Sprint("statement ", pair, e.day.YearDay()/14+1)] {
				continue
			}
		}
		if m.used[key] {
			continue
		}
		m.used[key] = true
		e.Date = e.day.Format(time.DateOnly)
		if e.Kind == "transfer" {
			e.Date, e.ID = "", m.transfer(e.one, e.other, e.goods)
			return e
		}
		m.c.Truth.Events = append(m.c.Truth.Events, e.Event)
		return e
	}
}

// story writes the articles on an event: some outlets tell it themselves, others
// print a wire's text, one may contradict, one may be edited later.
func (m *maker) story(e *event, per int) {
	total := max(1, per/2+m.r.IntN(per+1))
	kinds := map[string]bool{}
	var originals []*draft
	for total > 0 {
		d := m.draft(e, len(originals) > 0)
		if len(originals) > 0 && m.r.IntN(5) == 0 {
			if kind := m.contradict(e, d); kind != "" {
				kinds[kind] = true
			}
		}
		originals = append(originals, d)
		m.publish(e, d, "")
		total--
		for total > 0 && m.r.IntN(2) == 0 {
			m.publish(e, m.reprint(d), d.origin)
			total--
		}
		if total > 0 && m.r.IntN(8) == 0 {
			m.edit(e, d)
			total--
		}
	}
	for kind := range kinds {
		m.c.Truth.Contradictions[e.ID] = append(m.c.Truth.Contradictions[e.ID], kind)
	}
	slices.Sort(m.c.Truth.Contradictions[e.ID])
}

// A draft is an article before it is printed.
type draft struct {
	headline  string
	sentences []string
	published time.Time
	outlet    string
	url       string
	origin    string
	id        string
	modified  string
	reversed  bool // tells of a transfer the wrong way round
}

func (d *draft) text() string { return d.headline + "\n\n" + strings.Join(d.sentences, "\n\n") + "\n" }

// publish prints a draft and notes its truth.
func (m *maker) publish(e *event, d *draft, origin string) {
	m.n++
	if d.outlet == "" {
		d.outlet = fmt.Sprintf("%s %s", one(m.r, towns), one(m.r, papers))
	}
	a := graph.Article{
		Name: fmt.Sprintf("%05d", m.n), Title: d.headline, Outlet: d.outlet, URL: d.url, Language: "en",
		Published: d.published.Format(time.DateOnly), PublishedFrom: "field", Modified: d.modified, Text: d.text(),
	}
	if a.URL == "" {
		a.URL = fmt.Sprintf("https://news.example/%05d", m.n)
		d.url = a.URL
	}
	a.ID = graph.ArticleID(a.Outlet, a.Text)
	d.id = a.ID
	if d.origin = origin; origin == "" {
		d.origin = a.ID
	}
	m.c.Articles = append(m.c.Articles, a)
	switch {
	case d.reversed:
		m.c.Truth.Tells[a.ID] = []string{m.transfer(e.other, e.one, e.goods)}
	case e.Kind == "statement":
		m.c.Truth.Tells[a.ID] = []string{e.ID, m.transfer(e.accused[0], e.accused[1], e.goods)}
	default:
		m.c.Truth.Tells[a.ID] = []string{e.ID}
	}
	m.c.Truth.Origin[a.ID] = d.origin
}

// reprint is what another outlet makes of a wire's text: its own headline, a word
// changed here and there, a line of credit.
func (m *maker) reprint(d *draft) *draft {
	c := &draft{reversed: d.reversed, headline: d.headline, sentences: slices.Clone(d.sentences), published: d.published.AddDate(0, 0, m.r.IntN(2))}
	if m.r.IntN(2) == 0 {
		c.sentences = append(c.sentences, "This text first appeared elsewhere.")
	}
	last := len(c.sentences) - 1
	if m.r.IntN(2) == 0 {
		c.sentences[last] = strings.Replace(c.sentences[last], "the", "that", 1)
	}
	return c
}

// edit prints a newer version of an article under its address.
func (m *maker) edit(e *event, d *draft) {
	m.c.Truth.Replaced[d.id] = true
	c := *d
	c.sentences = append(slices.Clone(d.sentences), m.filler(), m.filler())
	c.modified = d.published.AddDate(0, 0, 1).Format(time.DateOnly)
	m.publish(e, &c, d.origin)
}

// draft writes an article on an event. Where others have told of it already, it
// may leave the day out.
func (m *maker) draft(e *event, vague bool) *draft {
	d := &draft{published: e.day.AddDate(0, 0, m.r.IntN(3))}
	on := m.dated(e, d, vague)
	switch e.Kind {
	case "strike":
		d.headline = one(m.r, []string{"Deaths reported in " + e.place, "Explosions rock " + e.place, "Night of fear in " + e.place})
		d.sentences = append(d.sentences, m.strikeLine(e, on, fmt.Sprint(e.killed), fmt.Sprint(e.injured)))
	case "meeting":
		d.headline = one(m.r, []string{"Leaders talk", "Diplomacy in " + e.place, "A handshake in " + e.place})
		d.sentences = append(d.sentences, m.meetingLine(e, on))
	case "transfer":
		d.headline = one(m.r, []string{"A trade in arms", "Questions over a shipment", "Weapons on the move"})
		d.sentences = append(d.sentences, m.transferLine(e.one, e.other, e.goods))
	case "statement":
		d.headline = one(m.r, []string{"Allies speak out", "A common front", "Governments close ranks"})
		d.sentences = append(d.sentences, m.statementLine(e, on))
	}
	for range 3 + m.r.IntN(3) {
		d.sentences = append(d.sentences, m.filler())
	}
	return d
}

// dated writes the day of an event: as a date, as the day of the week, or, where
// others have told of it, not at all.
func (m *maker) dated(e *event, d *draft, vague bool) string {
	switch k := m.r.IntN(10); {
	case k < 1 && vague && e.Kind == "strike":
		return ""
	case k < 6:
		return " on " + e.day.Format("January 2, 2006")
	case k < 8:
		return " on " + e.day.Format("2 January 2006")
	}
	return " on " + e.day.Format("Monday")
}

func (m *maker) strikeLine(e *event, on, killed, injured string) string {
	line := []string{
		fmt.Sprintf("%s ADVERB attacked %s%s, killing %s people and injuring %s.", e.attacker, e.place, on, killed, injured),
		fmt.Sprintf("%s ADVERB struck %s%s, killing %s people, officials said.", e.attacker, e.place, on, killed),
		fmt.Sprintf("%s ADVERB bombed %s%s, killing %s civilians and wounding %s.", e.attacker, e.place, on, killed, injured),
	}
	return m.own(line, heavily)
}

func (m *maker) meetingLine(e *event, on string) string {
	var lines []string
	for _, form := range []string{"%s ADVERB met %s in %s%s.", "%s ADVERB met with %s in %s%s.", "%s ADVERB held talks with %s in %s%s."} {
		lines = append(lines, fmt.Sprintf(form, e.one, e.other, e.place, on), fmt.Sprintf(form, e.other, e.one, e.place, on))
	}
	return m.own(lines, again)
}

func (m *maker) transferLine(giver, taker, goods string) string {
	return m.own([]string{
		fmt.Sprintf("%s has ADVERB supplied %s to %s.", giver, goods, taker),
		fmt.Sprintf("%s ADVERB delivered %s to %s, the paper has learned.", giver, goods, taker),
		fmt.Sprintf("%s ADVERB sent %s to %s this year.", giver, goods, taker),
	}, again)
}

// own picks a line with an adverb that nobody has written before: two reporters
// do not hit on the same words.
func (m *maker) own(lines, adverbs []string) string {
	line := ""
	for range 100 {
		line = strings.Replace(strings.Replace(one(m.r, lines), "ADVERB", one(m.r, adverbs), 1), "  ", " ", 1)
		if !m.used[line] {
			break
		}
	}
	m.used[line] = true
	return line
}

func (m *maker) statementLine(e *event, on string) string {
	var lines []string
	for range 20 {
		who := slices.Clone(e.signers)
		m.r.Shuffle(len(who), func(i, j int) { who[i], who[j] = who[j], who[i] })
		who = who[:max(2, len(who)-m.r.IntN(2))] // not every paper names all signatories
		list := strings.Join(who[:len(who)-1], ", ") + " and " + who[len(who)-1]
		lines = append(lines, fmt.Sprintf("%s issued a joint statement%s condemning the transfer of %s from %s to %s.", list, on, e.goods, e.accused[0], e.accused[1]))
	}
	return m.own(lines, []string{""})
}

// contradict makes a draft contradict what the others say, and returns how.
func (m *maker) contradict(e *event, d *draft) string {
	on := " on " + e.day.Format("January 2, 2006")
	switch e.Kind {
	case "strike":
		other := fmt.Sprint(e.killed + 25 + m.r.IntN(20))
		switch m.r.IntN(3) {
		case 0: // a range that overlaps is no contradiction
			d.sentences[0] = m.strikeLine(e, on, "at least "+fmt.Sprint(e.killed), fmt.Sprint(e.injured))
			return ""
		case 1:
			d.headline = fmt.Sprintf("%s strikes %s%s, killing %s people", e.attacker, e.place, on, other)
			d.sentences[0] = m.strikeLine(e, on, fmt.Sprint(e.killed), fmt.Sprint(e.injured))
			return "headline"
		}
		d.sentences[0] = m.own([]string{fmt.Sprintf("%s ADVERB attacked %s%s, killing %s people.", e.attacker, e.place, on, other)}, heavily)
		return "number"
	case "meeting":
		wrong := *e
		d.published = e.day.AddDate(0, 0, 3)
		d.sentences[0] = m.meetingLine(&wrong, " on "+e.day.AddDate(0, 0, 2).Format("January 2, 2006"))
		return "date"
	case "transfer":
		switch m.r.IntN(3) {
		case 0:
			d.sentences[0] = m.own([]string{fmt.Sprintf("%s ADVERB denied supplying %s to %s.", e.one, e.goods, e.other)}, again)
			return "polarity"
		case 1:
			d.sentences[0] = m.transferLine(e.other, e.one, e.goods)
			d.reversed = true
			return "direction"
		}
		d.headline = fmt.Sprintf("%s supplies %s to %s", e.other, e.goods, e.one)
		return "headline"
	}
	return ""
}
