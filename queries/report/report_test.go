package report_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"dossier/graph/browser/browsertest"
	"dossier/queries/excerpt"
	"dossier/queries/report"
)

// hostile is a text that breaks out of a page that does not take care.
const hostile = `</script><script>throw new Error("broken out")</script><img src=x onerror="throw 1">`

// small is an excerpt with one of everything: a disputed supply that is told
// twice and denied, a saying, a count, a contradiction, texts beyond ASCII and
// one that is markup.
func small() *excerpt.Excerpt {
	two, many := int64(2), int64(-1)
	x := &excerpt.Excerpt{
		Articles: []excerpt.Article{
			{ID: "a1", Title: "Drones for Dunland", Outlet: "Northgate Wire", URL: "https://northgate.example/1", Published: "2024-01-09T10:00:00Z"},
			{ID: "a2", Title: hostile, Outlet: "Daily Compass", URL: "javascript:alert(1)", Published: "2024-02-03"},
		},
		Sentences: []excerpt.Sentence{
			{ID: "a1.0", Article: "a1", Part: "body", Text: "São Brío supplied drones to Dunland.", Start: 0, End: 38},
			{ID: "a1.1", Article: "a1", Index: 1, Part: "body", Text: "Dunland denied that.", Start: 39, End: 59},
			{ID: "a2.0", Article: "a2", Part: "headline", Text: hostile, Start: 0, End: int64(len(hostile))},
		},
		Entities: []excerpt.Entity{
			{ID: "event:strike", Name: "strike on Oldport", Label: "Strike"},
			{ID: "state:BR", Name: "São Brío", Label: "State", Aliases: []string{"Brío"}},
			{ID: "state:DU", Name: "Dunland", Label: "State"},
			{ID: "weapon:drone", Name: "drone", Label: "Drone"},
			{ID: "person:x", Name: hostile, Label: "Person"},
		},
		Claims: []excerpt.Claim{
			{ID: "c1", Relation: "SUPPLIED", Subject: "state:BR", Object: "weapon:drone", Roles: map[string][]string{"recipient": {"state:DU"}},
				Date: "2024-01-09", DateTo: "2024-01-09", Status: "disputed", Articles: 2, Origins: 1, Evidence: []excerpt.Evidence{
					{ID: "e1", Sentence: "a1.0", Standing: "affirmed", Start: 0, End: 19},
					{ID: "e2", Sentence: "a1.1", Standing: "denied", Speakers: []string{"state:DU"}, Start: 39, End: 59},
				}},
			{ID: "c2", Relation: "STATED", Subject: "person:x", Content: hostile, Status: "attributed", Articles: 1, Origins: 1, Evidence: []excerpt.Evidence{{ID: "e3", Sentence: "a2.0", Standing: "affirmed"}}},
			{ID: "c3", Relation: "KILLED", Subject: "event:strike", CountMin: &two, CountMax: &many, CountUnit: "people", Date: "2024-02-01", DateTo: "2024-02-03", Status: "asserted", Articles: 1, Origins: 1,
				Evidence: []excerpt.Evidence{{ID: "e4", Sentence: "a2.0", Standing: "affirmed", Reversed: true}}},
			{ID: "c4", Relation: "MET", Subject: "state:BR", Object: "state:DU", Date: "2024-02-02", DateTo: "2024-02-02", Status: "reference", Articles: 0, Origins: 0,
				Evidence: []excerpt.Evidence{{ID: "e5", Sentence: "a2.0", Standing: "affirmed"}}},
		},
		Contradictions: []excerpt.Contradiction{{A: "c1", B: "c1", Kind: "polarity", Reason: "affirmed and denied"}},
	}
	return x
}

// write writes a page and returns its address.
func write(t *testing.T, p report.Page) string {
	t.Helper()
	var b bytes.Buffer
	if err := report.Write(&b, p); err != nil {
		t.Fatal(err)
	}
	var again bytes.Buffer
	if err := report.Write(&again, p); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("a second page of the same is another one (%v)", err)
	}
	file := filepath.Join(t.TempDir(), "report.html")
	if err := os.WriteFile(file, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return "file://" + file
}

func open(t *testing.T, p report.Page) *browsertest.Tab {
	t.Helper()
	tab := browsertest.Open(t, 1400, 1000)
	address := write(t, p)
	cpu := tab.MeasureCPU()
	tab.Go(address)
	tab.Until("window.dossierReady")
	t.Logf("ready after %s of the main thread's work, %.0f ms by the clock", cpu().Round(time.Millisecond),
		browsertest.Eval[float64](tab, `performance.timeOrigin + performance.now() - performance.timing.navigationStart`))
	t.Cleanup(func() {
		for _, problem := range tab.Problems() {
			t.Errorf("on the console: %s", problem)
		}
		if hosts := tab.Hosts(); len(hosts) > 0 {
			t.Errorf("it asked %v", hosts)
		}
	})
	return tab
}

func TestPage(t *testing.T) {
	x := small()
	tab := open(t, report.Page{Title: "Who supplied what <b>to</b> whom", Subtitle: "--supplier Brío", Excerpt: x,
		Answer: &report.Table{Columns: []string{"supplier", "goods"}, Rows: [][]string{{"São Brío", hostile}}}})
	text := func(selector string) string {
		return browsertest.Eval[string](tab, `document.querySelector("`+selector+`").innerText`)
	}
	rows := func(id string) int {
		return browsertest.Eval[int](tab, `document.querySelectorAll("#`+id+` tbody tr").length`)
	}
	key := func(key string) {
		browsertest.Eval[bool](tab, `document.getElementById("graph").dispatchEvent(new KeyboardEvent("keydown", {key: "`+key+`", bubbles: true}))`)
	}
	tab.Shot("opened")
	if got := text("h1"); got != "Who supplied what <b>to</b> whom" {
		t.Errorf("the title is %q", got)
	}
	if got := text("#counts"); got != "4 claims, 5 names, 3 sentences, 2 articles" {
		t.Errorf("counts: %q", got)
	}
	for id, want := range map[string]int{"claims": 4, "entities": 5, "articles": 2, "answer": 1} {
		if n := rows(id); n != want {
			t.Errorf("%d rows in %s, want %d", n, id, want)
		}
	}
	if n := browsertest.Eval[int](tab, `document.querySelectorAll("a[href^=javascript]").length`); n > 0 {
		t.Error("a link that runs a script")
	}

	// A reference counts no articles; its line is to be seen all the same.
	for _, w := range browsertest.Eval[[]float64](tab, `document.getElementById("graph")._cyreg.cy.edges().map(e => e.numericStyle("width"))`) {
		if w < 1 || w > 5 {
			t.Errorf("a line is %g wide", w)
		}
	}

	t.Run("keyboard", func(t *testing.T) {
		key("ArrowRight")
		if got := text("#said"); !strings.Contains(got, "arrow") {
			t.Errorf("after an arrow key it says %q", got)
		}
		key("e")
		details := text("#details")
		key("e")
		details += text("#details")
		for _, want := range []string{"São Brío supplied drones to Dunland.", "Dunland denied that.", "Contradicted in polarity (affirmed and denied)", "disputed"} {
			if !strings.Contains(details, want) {
				t.Errorf("no %q in the details: %s", want, details)
			}
		}
		tab.Shot("edge")
		key("Enter")
		if at := browsertest.Eval[string](tab, `document.activeElement.id`); at != "details" {
			t.Errorf("Enter leaves the focus on %q", at)
		}
		key("Escape")
		if got := text("#details"); !strings.Contains(got, "Nothing is selected") {
			t.Errorf("after Escape: %q", got)
		}
	})
	t.Run("the words that carry a claim are marked", func(t *testing.T) {
		browsertest.Eval[bool](tab, `[...document.querySelectorAll("#claims td button")].find(b => b.innerText == "supplied").click() ?? true`)
		if got := text("#details mark"); got != "São Brío supplied" {
			t.Errorf("marked is %q", got)
		}
	})
	t.Run("filters", func(t *testing.T) {
		for _, test := range []struct {
			name, set string
			want      int
		}{
			{"a status off", `document.querySelector("input[value=disputed]").click()`, 3},
			{"an outlet", `document.getElementById("outlet").value = "Northgate Wire"`, 1},
			{"a day", `document.getElementById("since").value = "2024-02-02"`, 3},
			{"a day and no undated", `document.getElementById("since").value = "2024-02-02"; document.getElementById("undated").checked = false`, 2},
			{"a relation", `document.getElementById("relation").value = "MET"`, 1},
			{"words of a sentence", `document.getElementById("words").value = "dunland denied"`, 1},
		} {
			browsertest.Eval[bool](tab, test.set+`; document.getElementById("filters").dispatchEvent(new Event("input")); true`)
			tab.Until(`document.querySelector("#claims caption").innerText.startsWith("` + fmt.Sprint(test.want) + ` claim")`)
			browsertest.Eval[bool](tab, `document.querySelector("[type=reset]").click() ?? true`)
			tab.Until(`document.querySelector("#claims caption").innerText.startsWith("4 claims")`)
		}
	})
	t.Run("everything that can be used has a name", func(t *testing.T) {
		nameless := browsertest.Eval[[]string](tab, `[...document.querySelectorAll("button, input, select, [role=button], [tabindex='0']")]
			.filter(e => !(e.innerText?.trim() || e.getAttribute("aria-label") || e.labels?.length)).map(e => e.outerHTML.slice(0, 80))`)
		if len(nameless) > 0 {
			t.Errorf("without a name: %q", nameless)
		}
	})
	t.Run("print", func(t *testing.T) {
		browsertest.Eval[bool](tab, `[...document.querySelectorAll("#claims td button")].find(b => b.innerText == "supplied").click() ?? true`)
		tab.Print()
		// A box that is cut would be printed over what follows it.
		if cut := browsertest.Eval[[]string](tab, `[...document.querySelectorAll("main *:not(.hidden)")].filter(e => getComputedStyle(e).display != "none" && e.scrollHeight > e.clientHeight + 2
			&& getComputedStyle(e).overflowY != "visible" && e.clientHeight > 0).map(e => e.id + "." + e.className)`); len(cut) > 0 {
			t.Errorf("cut off on paper: %q", cut)
		}
		if h := browsertest.Eval[float64](tab, `document.getElementById("details").getBoundingClientRect().bottom - document.getElementById("timeline-h").getBoundingClientRect().top`); h > 0 {
			t.Errorf("on paper the details run %.0f pixels into the timeline", h)
		}
		tab.Screen()
		browsertest.Eval[bool](tab, `dispatchEvent(new Event("beforeprint"))`)
		if got := browsertest.Eval[string](tab, `document.getElementById("still").src.slice(0, 22)`); got != "data:image/png;base64," {
			t.Errorf("the graph for the printer is %q", got)
		}
		browsertest.Eval[bool](tab, `dispatchEvent(new Event("afterprint"))`)
	})
	t.Run("dark", func(t *testing.T) {
		tab.Dark()
		tab.Do(chromedp.WaitReady("body"))
		if got := browsertest.Eval[string](tab, `getComputedStyle(document.body).backgroundColor`); got != "rgb(20, 25, 30)" {
			t.Errorf("the ground is %s", got)
		}
		tab.Shot("dark")
	})
}

// large is an excerpt with n edges among n/4 entities, a few of them in most.
func large(n int) *excerpt.Excerpt {
	r := rand.New(rand.NewPCG(1, 2))
	x := excerpt.Empty()
	labels := []string{"State", "Organization", "Person", "Place", "Missile", "Statement"}
	relations := []string{"MET", "SUPPORTED", "ACCUSED", "SANCTIONED", "VISITED"}
	statuses := []string{"asserted", "attributed", "alleged", "disputed"}
	for i := range n / 4 {
		x.Entities = append(x.Entities, excerpt.Entity{ID: fmt.Sprintf("e%05d", i), Name: fmt.Sprintf("Entity %d", i), Label: labels[i%len(labels)]})
	}
	for i := range n / 10 {
		x.Articles = append(x.Articles, excerpt.Article{ID: fmt.Sprintf("a%05d", i), Title: fmt.Sprintf("Article %d", i), Outlet: fmt.Sprintf("Outlet %d", i%20), Published: "2024-01-09"})
	}
	seen := map[string]bool{}
	for i := 0; len(x.Claims) < n; i++ {
		from, to := r.IntN(n/4), int(float64(n/4)*r.Float64()*r.Float64()*r.Float64())
		relation := relations[r.IntN(len(relations))]
		key := fmt.Sprint(from, to, relation)
		if from == to || seen[key] {
			continue
		}
		seen[key] = true
		a := x.Articles[r.IntN(len(x.Articles))].ID
		s := excerpt.Sentence{ID: fmt.Sprintf("%s.%d", a, i), Article: a, Part: "body", Text: fmt.Sprintf("Entity %d did something to entity %d, said a sentence of common length in an article.", from, to), End: 90}
		x.Sentences = append(x.Sentences, s)
		date := fmt.Sprintf("2024-%02d-%02d", 1+r.IntN(12), 1+r.IntN(28))
		x.Claims = append(x.Claims, excerpt.Claim{
			ID: fmt.Sprintf("c%06d", i), Relation: relation, Subject: x.Entities[from].ID, Object: x.Entities[to].ID, Date: date, DateTo: date,
			Status: statuses[r.IntN(len(statuses))], Articles: 1 + int64(r.IntN(5)), Origins: 1,
			Evidence: []excerpt.Evidence{{ID: fmt.Sprintf("v%06d", i), Sentence: s.ID, Standing: "affirmed"}},
		})
	}
	slices.SortFunc(x.Claims, func(a, b excerpt.Claim) int { return strings.Compare(a.ID, b.ID) })
	return x
}

// With more edges than are drawn, the page says so, opens, and can be used.
func TestLargePage(t *testing.T) {
	if testing.Short() {
		t.Skip("a page with thousands of edges")
	}
	tab := open(t, report.Page{Title: "The whole dossier", Excerpt: large(report.MostEdges + 10)})
	tab.Shot("opened")
	if got := browsertest.Eval[string](tab, `document.getElementById("cut").innerText`); !strings.Contains(got, "5,000 of 5,010 arrows") {
		t.Errorf("of the edges left out it says %q", got)
	}
	if n := browsertest.Eval[int](tab, `document.querySelectorAll("#claims tbody tr").length`); n != 100 {
		t.Errorf("%d rows at first", n)
	}
	took := browsertest.Eval[float64](tab, `(() => { const t = performance.now(); document.querySelector("#entities td button").click(); return performance.now() - t })()`)
	t.Logf("opening the most connected entity took %.0f ms", took)
	tab.Shot("entity")
}

func TestEmptyPage(t *testing.T) {
	tab := open(t, report.Page{Title: "Nothing", Excerpt: excerpt.Empty()})
	if got := browsertest.Eval[string](tab, `document.getElementById("counts").innerText`); got != "0 claims, 0 names, 0 sentences, 0 articles" {
		t.Errorf("counts: %q", got)
	}
}
