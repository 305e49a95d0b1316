package loaders_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dossier/graph"
	"dossier/loaders"
	"dossier/loaders/extract"
	"dossier/loaders/rules"
	"dossier/loaders/score"
	"dossier/loaders/source"
)

const (
	sampleArticles = "../testdata/articles"
	sampleGold     = "../testdata/gold"
	otherArticles  = "../testdata/other"
)

// A collector is a sink that keeps documents by the names of their articles.
type collector map[string]graph.Document

func (c collector) Write(_ context.Context, docs []graph.Document) (loaders.Counts, error) {
	for _, d := range docs {
		c[d.Article.Name] = d
	}
	return loaders.Counts{New: len(docs)}, nil
}

func readSamples(tb testing.TB) []source.Item {
	tb.Helper()
	items := slices.Collect(source.Each(context.Background(), []string{sampleArticles}, source.Options{}))
	for _, it := range items {
		if it.Err != nil {
			tb.Fatal(it.Err)
		}
	}
	return items
}

func extractAll(tb testing.TB, items []source.Item, workers int) map[string]graph.Document {
	tb.Helper()
	set, err := rules.Default()
	if err != nil {
		tb.Fatal(err)
	}
	docs := make(collector)
	sum, err := loaders.Pipeline{Extract: extract.New(set).Extract, Sink: docs, Workers: workers}.
		Run(context.Background(), slices.Values(items))
	if err != nil || sum.Read != len(items) {
		tb.Fatalf("read %d of %d articles: %v %v", sum.Read, len(items), err, sum.Failures)
	}
	return docs
}

func sampleDocuments(tb testing.TB) map[string]graph.Document {
	tb.Helper()
	return extractAll(tb, readSamples(tb), 2)
}

func TestSamplesAsRead(t *testing.T) {
	type row struct{ Name, Title, Outlet, Published, PublishedFrom string }
	want := []row{
		{"101-joint-statement", "Forty-seven countries and EU condemn North Korean missile deliveries to Russia", "Northgate Wire", "2024-01-09", "field"},
		{"102-headline-reversed", "Dozens of Nations Denounce Missile Shipments from Russia to North Korea", "", "", ""},
		{"103-almost-fifty", "Almost 50 nations rebuke Pyongyang for arming Russia", "The Meridian Post", "2024-01-10T11:42:00+01:00", "json-ld"},
		{"104-two-denials", "US And Its Allies Condemn Arms Trade Between Moscow And Pyongyang", "Daily Compass", "2024-01-10", "field"},
		{"105-iranian-missiles", "", "", "", ""}, // a paywall notice comes first: better no title than that one
		{"106-what-is-banned", "Explained: what the UN bans North Korea from selling", "Straits Ledger", "", ""},
	}
	var got []row
	for _, it := range readSamples(t) {
		a := it.Article
		got = append(got, row{a.Name, a.Title, a.Outlet, a.Published, a.PublishedFrom})
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("articles: -want +got:\n%s", diff)
	}
}

func TestSampleInAnotherLanguage(t *testing.T) {
	for it := range source.Each(context.Background(), []string{otherArticles}, source.Options{}) {
		var language *source.LanguageError
		if !errors.As(it.Err, &language) || language.Language != "de" {
			t.Errorf("%s: error %v, want that it is German", it.Name, it.Err)
		}
	}
}

// Every offset leads back to the words it was made from.
func TestSampleOffsets(t *testing.T) {
	for name, d := range sampleDocuments(t) {
		text := d.Article.Text
		sentences := make(map[string]graph.Sentence)
		for _, s := range d.Sentences {
			sentences[s.ID] = s
			if text[s.Start:s.End] != s.Text {
				t.Errorf("%s: sentence %d is %q, its offsets say %q", name, s.Index, s.Text, text[s.Start:s.End])
			}
		}
		within := func(what, id string, start, end int) {
			if s, ok := sentences[id]; !ok || start < s.Start || start > end || end > s.End {
				t.Errorf("%s: %s at %d to %d is not in its sentence %q", name, what, start, end, s.Text)
			}
		}
		for _, m := range d.Mentions {
			within("mention of "+m.Entity, m.Sentence, m.Start, m.End)
			if text[m.Start:m.End] != m.Surface {
				t.Errorf("%s: mention is %q, its offsets say %q", name, m.Surface, text[m.Start:m.End])
			}
		}
		for _, e := range d.Evidence {
			within("evidence by "+e.Rule, e.Sentence, e.Start, e.End)
			if e.CueStart != e.CueEnd {
				within("cue of "+e.Rule, e.Sentence, e.CueStart, e.CueEnd)
			}
		}
	}
}

// The rules are held to what a reader finds, as one number over all the articles:
// the errors are listed, so that a lost fact can be told from a changed one.
func TestSampleFacts(t *testing.T) {
	const precision, f1 = 0.85, 0.75
	gold, err := score.ReadGold(sampleGold)
	if err != nil {
		t.Fatal(err)
	}
	names, err := score.ReadNames(filepath.Join(sampleGold, score.NamesFile))
	if err != nil {
		t.Fatal(err)
	}
	docs := sampleDocuments(t)
	for i := range gold {
		d, ok := docs[gold[i].Article()]
		if !ok {
			t.Errorf("gold %s has no article", gold[i].Name)
			continue
		}
		delete(docs, gold[i].Article())
		gold[i].Facts, gold[i].Text, gold[i].Unread = loaders.Facts(d, graph.DefaultOntology()), d.Article.Text, false
		for _, g := range gold[i].Gold {
			for _, s := range append(g.AlsoIn, g.Sentence) {
				if !strings.Contains(d.Article.Text, s) {
					t.Errorf("%s: the article does not say %q", g.ID, s)
				}
			}
		}
	}
	for name := range docs {
		t.Errorf("article %s has no gold", name)
	}
	r := score.Score(gold, names)
	t.Logf("precision %.3f, recall %.3f, F1 %.3f", r.All.Precision, r.All.Recall, r.All.F1)
	if r.All.Precision < precision || r.All.F1 < f1 {
		var page strings.Builder
		if err := r.WriteText(&page, 120, -1); err != nil {
			t.Fatal(err)
		}
		t.Errorf("precision %.3f and F1 %.3f, want at least %.2f and %.2f\n%s", r.All.Precision, r.All.F1, precision, f1, page.String())
	}
}

// A reading is a piece of evidence with what it refers to.
type reading struct {
	graph.Evidence
	claim    graph.Claim
	sentence graph.Sentence
}

func readings(d graph.Document) []reading {
	claims := make(map[string]graph.Claim)
	for _, c := range d.Claims {
		claims[c.ID] = c
	}
	sentences := make(map[string]graph.Sentence)
	for _, s := range d.Sentences {
		sentences[s.ID] = s
	}
	var all []reading
	for _, e := range d.Evidence {
		all = append(all, reading{e, claims[e.Claim], sentences[e.Sentence]})
	}
	return all
}

// All the articles say that North Korea arms Russia and Russia attacks Ukraine.
// One headline says the contrary of the first, which its own body corrects.
func TestSampleDirections(t *testing.T) {
	const russia, northKorea, ukraine = "state:RU", "state:KP", "state:UA"
	found, marked := 0, 0
	for name, d := range sampleDocuments(t) {
		labels := make(map[string]string)
		for _, e := range d.Entities {
			labels[e.ID] = e.Label
		}
		for _, r := range readings(d) {
			c := r.claim
			arms := graph.DefaultOntology().Is(labels[c.Object], "Weapon")
			reversed := false
			switch c.Relation {
			case "SUPPLIED":
				reversed = arms && (c.Subject == russia || c.Roles["recipient"] == northKorea)
				if c.Subject == northKorea && c.Roles["recipient"] == russia {
					found++
				}
			case "PROCURED":
				reversed = arms && (c.Subject == northKorea || c.Roles["from"] == russia)
			case "ATTACKED", "FIRED_AT":
				reversed = c.Subject != russia || c.Object == russia
			case "USED":
				reversed = c.Subject != russia
			case "KILLED", "INJURED":
				reversed = c.Subject == ukraine
			}
			switch {
			case !reversed:
			case name == "102-headline-reversed" && r.sentence.Part == graph.Headline && r.ContradictedByBody:
				marked++
			default:
				t.Errorf("%s: %s of %s by %s reverses %q", name, c.Relation, c.Object, c.Subject, r.sentence.Text)
			}
		}
	}
	if marked == 0 {
		t.Error("the headline that reverses the direction is not marked as contradicted by its body")
	}
	if found < 4 {
		t.Errorf("%d readings that North Korea supplied Russia, want at least one in most articles", found)
	}
}

// What surrounds the articles says nothing, however much it looks like news.
func TestSampleFurniture(t *testing.T) {
	docs := sampleDocuments(t)
	for _, row := range []struct{ file, words string }{
		{"101-joint-statement.txt", "By our diplomatic staff"},
		{"101-joint-statement.txt", "(Reporting by the Northgate diplomatic desk; Editing by the night desk)"},
		{"101-joint-statement.txt", "Our Standards: The Northgate charter of fair reporting."},
		{"102-headline-reversed.txt", "Drones and Missiles Rain Down on Ukraine in New Russian Assault"},
		{"102-headline-reversed.txt", "Sirens Sound Nationwide as Russian Missiles Hit Ukrainian Cities"},
		{"102-headline-reversed.txt", "Join our WhatsApp channel"},
		{"103-almost-fifty.html", "use cookies to measure what you read"},
		{"103-almost-fifty.html", "North Korea showed these missiles to Russian guests"},
		{"103-almost-fifty.html", "Tehran denies sending missiles to Moscow"},
		{"103-almost-fifty.html", "The Meridian Morning: the world in five minutes"},
		{"103-almost-fifty.html", "Everybody knows that Russia supplied these missiles"},
		{"104-two-denials.txt", "Read more: Russia Delivers Oil To North Korea"},
		{"104-two-denials.txt", "Your email address will not be published."},
		{"104-two-denials.txt", "error: Copying is disabled !!"},
		{"105-iranian-missiles.txt", "Already a subscriber?"},
		{"105-iranian-missiles.txt", "Your subscription pays for reporting like this."},
		{"105-iranian-missiles.txt", "Photo: Defence ministry of Iran"},
		{"105-iranian-missiles.txt", "By continuing to browse you accept them."},
		{"106-what-is-banned.html", "you agree to our use of them"},
		{"106-what-is-banned.html", "You have read two of your three free articles"},
		{"106-what-is-banned.html", "A fragment of a missile found in Kharkiv."},
		{"106-what-is-banned.html", "Russia blocks renewal of UN sanctions panel"},
	} {
		page, err := os.ReadFile(filepath.Join(sampleArticles, row.file))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(page), row.words) {
			t.Errorf("%s no longer holds %q", row.file, row.words)
		}
		name := strings.TrimSuffix(row.file, filepath.Ext(row.file))
		for _, r := range readings(docs[name]) {
			if strings.Contains(r.sentence.Text, row.words) {
				t.Errorf("%s: %s is read from %q", name, r.claim.Relation, r.sentence.Text)
			}
		}
	}
}

// The list of the statement names 47 states and the Union's High Representative.
func TestSampleSignatories(t *testing.T) {
	want := strings.Fields(`AD AL AR AT AU BE BG CA CY CZ DE DK EE ES FI FR GB GE GR GT HR IE IL IS IT JP KR LI LT LU LV MC MD ME MT NL NO NZ PL PT PW RO SE SI SM UA US`)
	d := sampleDocuments(t)["101-joint-statement"]
	var states, others []string
	for _, r := range readings(d) {
		if r.claim.Relation != "SIGNED" || r.Polarity != graph.Affirmed || !strings.HasPrefix(r.sentence.Text, "Besides the United States") {
			continue
		}
		if code, ok := strings.CutPrefix(r.claim.Subject, "state:"); ok {
			states = append(states, code)
		} else {
			others = append(others, r.Subject)
		}
	}
	slices.Sort(states)
	if diff := cmp.Diff(want, slices.Compact(states)); diff != "" {
		t.Errorf("states that signed: -want +got:\n%s", diff)
	}
	others = slices.Compact(others)
	if len(others) != 1 || !strings.Contains(others[0], "High Representative") {
		t.Errorf("others that signed: %q, want the High Representative alone", others)
	}
}

// An article is read the same whatever was read before it and beside it.
func TestSamplesInAnyOrder(t *testing.T) {
	items := readSamples(t)
	want := extractAll(t, items, 1)
	slices.Reverse(items)
	if diff := cmp.Diff(want, extractAll(t, items, 1)); diff != "" {
		t.Errorf("in reverse: -want +got:\n%s", diff)
	}
	items = append(items[2:], items[:2]...)
	if diff := cmp.Diff(want, extractAll(t, items, 3)); diff != "" {
		t.Errorf("out of order, by several workers: -want +got:\n%s", diff)
	}
}
