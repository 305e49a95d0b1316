package browser_test

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"dossier/graph"
	"dossier/graph/browser"
	"dossier/graph/browser/browsertest"
	"dossier/graph/local"
	"dossier/graph/store"
)

var scripts = []browser.Script{
	{Title: "Who signed what", Description: "Signatories, most articles first.", Cypher: "// Who signed what\nMATCH (who)-[f:SIGNED]->(what)\nRETURN who.name AS who, what.name AS what"},
	{Title: "How many entities", Description: "A count, & nothing <else>.", Cypher: "// How many entities\nMATCH (e:Entity) WHERE 1 < 2 RETURN count(e) AS entities"},
}

// server starts a managed server with the pages and a small graph.
func server(t *testing.T) (*local.Server, local.Options) {
	t.Helper()
	pages, err := browser.Pages(scripts)
	if err != nil {
		t.Fatal(err)
	}
	cache := os.Getenv("DOSSIER_TEST_CACHE")
	o := local.Options{DataDir: t.TempDir(), CacheDir: cache, Pages: pages, Runtime: "java"}
	s, err := local.Ensure(t.Context(), o)
	if errors.Is(err, local.ErrJavaMissing) || errors.Is(err, local.ErrMavenMissing) {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("SKIPPED, NOTHING TESTED: ", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := local.Stop(context.Background(), o); err != nil && !errors.Is(err, local.ErrNotRunning) {
			t.Error(err)
		}
	})
	db, err := store.Open(t.Context(), store.Config{URI: s.URI, Username: s.Username, Password: s.Password})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close(context.Background()) })
	if err := db.ApplySchema(t.Context(), graph.DefaultOntology()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Write(t.Context(), []graph.Document{document()}); err != nil {
		t.Fatal(err)
	}
	testGuideStatements(t, db, pages["guide.html"])
	return s, o
}

// document is an article about states that sign and one that supplies.
func document() graph.Document {
	const text = "Norway and Japan signed the Oslo Statement. Iran supplied drones to Russia, which Russia denied."
	o := graph.DefaultOntology()
	a := graph.Article{Name: "made-up", Title: "A Made-up Article", Outlet: "Northgate Wire", Text: text, Published: "2024-01-09", PublishedFrom: "field", Language: "en"}
	a.ID = graph.ArticleID(a.Outlet, a.Text)
	d := graph.Document{Article: a}
	end := strings.Index(text, ". ") + 1
	for i, span := range [][2]int{{0, end}, {end + 1, len(text)}} {
		d.Sentences = append(d.Sentences, graph.Sentence{
			ID: a.ID + "." + string(rune('0'+i)), Article: a.ID, Index: i, Part: graph.Body,
			Start: span[0], End: span[1], Text: text[span[0]:span[1]], Origin: graph.OriginOf(text[span[0]:span[1]]),
		})
	}
	d.Entities = []graph.Entity{
		{ID: "state:IR", Label: "State", Name: "Iran"}, {ID: "state:JP", Label: "State", Name: "Japan"},
		{ID: "state:NO", Label: "State", Name: "Norway"}, {ID: "state:RU", Label: "State", Name: "Russia"},
		{ID: "statement:oslo", Label: "Statement", Name: "Oslo Statement"}, {ID: "weapon:drone", Label: "Drone", Name: "drone"},
	}
	claim := func(sentence int, c graph.Claim, polarities ...graph.Polarity) {
		c.Identify(o)
		d.Claims = append(d.Claims, c)
		s := d.Sentences[sentence]
		for _, p := range polarities {
			e := graph.Evidence{Claim: c.ID, Article: a.ID, Sentence: s.ID, Polarity: p, Modality: graph.Asserted, Rule: "made-up-" + string(p), Start: s.Start, End: s.End}
			if p == graph.Denied {
				e.Speakers = []string{"state:RU"}
			}
			e.Identify()
			d.Evidence = append(d.Evidence, e)
		}
	}
	claim(0, graph.Claim{Relation: "SIGNED", Subject: "state:NO", Object: "statement:oslo"}, graph.Affirmed)
	claim(0, graph.Claim{Relation: "SIGNED", Subject: "state:JP", Object: "statement:oslo"}, graph.Affirmed)
	claim(1, graph.Claim{Relation: "SUPPLIED", Subject: "state:IR", Object: "weapon:drone", Roles: map[string]string{"recipient": "state:RU"}}, graph.Affirmed, graph.Denied)
	return d
}

// testGuideStatements has the server plan all that the guide offers to run.
func testGuideStatements(t *testing.T, db *store.Store, guide []byte) {
	t.Helper()
	statements := runnable(t, string(guide))
	if len(statements) < 7+len(scripts) {
		t.Errorf("%d statements in the guide", len(statements))
	}
	for _, s := range append(statements, browser.First) {
		plan, err := db.Explain(t.Context(), s, nil)
		if err != nil || len(plan.Notes) > 0 {
			t.Errorf("%s\n%v %v", s, err, plan.Notes)
		}
	}
}

// runnable returns what stands in the boxes with a play button.
func runnable(t *testing.T, page string) []string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "pre" {
			out = append(out, n.FirstChild.Data)
		}
	}
	return out
}

// The whole visit in a real Chromium: from the link to a graph that is drawn,
// with no click, and a query of the guide with one.
func TestVisit(t *testing.T) {
	if testing.Short() {
		t.Skip("starts a real server and a real Chromium")
	}
	tab := browsertest.Open(t, 1400, 900)
	s, o := server(t)
	visit, err := local.OpenVisit(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	h, err := browser.Listen(s.HTTP, browser.NewSession(s.URI, visit.Username, visit.Password, scripts))
	if err != nil {
		t.Fatal(err)
	}
	waited := make(chan error, 1)
	go func() { waited <- h.Wait(t.Context()) }()
	link := h.Link(local.PagesPath)
	tab.Go(link)
	if err := <-waited; err != nil {
		t.Fatal(err)
	}
	nodes := `document.querySelectorAll("svg g.node").length`
	tab.Until(nodes + ` >= 4 && document.querySelectorAll("svg g.relationship").length >= 3`)
	tab.Until(`document.body.innerText.includes("What you see")`)

	t.Run("the graph is styled", func(t *testing.T) {
		fills := browsertest.Eval[[]string](tab, `[...document.querySelectorAll("svg g.node")].map(g => g.querySelector("circle.b-outline")?.getAttribute("fill") ?? "")`)
		all := strings.Join(fills, " ")
		for _, label := range []string{"State", "Statement", "Drone"} {
			if colour := browser.Colour(graph.DefaultOntology(), label); !strings.Contains(all, colour) {
				t.Errorf("no node has %s, the colour of %s: %s", colour, label, all)
			}
		}
		captions := browsertest.Eval[string](tab, `[...document.querySelectorAll("svg g.node text")].map(x => x.textContent).join(" ")`)
		if !strings.Contains(captions, "Norway") {
			t.Errorf("the nodes say %q", captions)
		}
	})
	tab.Shot("opened")
	t.Run("the login is not the server's", func(t *testing.T) {
		stored := browsertest.Eval[string](tab, `JSON.stringify({...localStorage})`)
		if strings.Contains(stored, s.Password) {
			t.Error("the password of the server is in the storage of Neo4j Browser")
		}
		if at := browsertest.Eval[string](tab, `location.href`); strings.Contains(at, "#") {
			t.Errorf("the token is left in the address: %s", at)
		}
	})
	t.Run("a query of the guide runs on a click", func(t *testing.T) {
		before := browsertest.Eval[int](tab, `document.querySelectorAll("[data-testid=frame]").length`)
		browsertest.Eval[bool](tab, `(() => {
			const box = [...document.querySelectorAll(".guide pre.runnable, aside pre.runnable, pre.runnable")].find(p => p.innerText.includes("States among"));
			(box.querySelector("i, svg, .fa-play-circle-o, button") ?? box.parentElement.querySelector("i, svg, button")).dispatchEvent(new MouseEvent("click", {bubbles: true}));
			return true })()`)
		tab.Until(`document.querySelectorAll("[data-testid=frame]").length > ` + strconv.Itoa(before))
	})
	tab.Shot("clicked")
	t.Run("the named queries are saved", func(t *testing.T) {
		stored := browsertest.Eval[string](tab, `localStorage.getItem("neo4j.documents")`)
		for _, script := range scripts {
			if !strings.Contains(stored, script.Title) {
				t.Errorf("%q is not among the saved scripts", script.Title)
			}
		}
	})
	t.Run("no other host is asked", func(t *testing.T) {
		for _, host := range tab.Hosts() {
			if u, err := url.Parse("http://" + host); err != nil || u.Hostname() != "127.0.0.1" {
				t.Errorf("it asked %s", host)
			}
		}
	})
	t.Run("a reload stays connected", func(t *testing.T) {
		tab.Go(s.HTTP + "/browser/")
		tab.Until(nodes + ` >= 4`)
	})
	t.Run("the link works once", func(t *testing.T) {
		tab.Go("about:blank")
		tab.Go(link)
		tab.Until(`document.getElementById("say")?.textContent.includes("already used")`)
	})
	t.Run("a second visit leaves one copy of each script", func(t *testing.T) {
		h, err := browser.Listen(s.HTTP, browser.NewSession(s.URI, visit.Username, visit.Password, scripts))
		if err != nil {
			t.Fatal(err)
		}
		tab.Go("about:blank")
		go func() { waited <- h.Wait(t.Context()) }()
		tab.Go(h.Link(local.PagesPath))
		if err := <-waited; err != nil {
			t.Fatal(err)
		}
		tab.Until(nodes + ` >= 4`)
		if n := browsertest.Eval[int](tab, `JSON.parse(localStorage.getItem("neo4j.documents")).filter(d => d.folder === "dossier").length`); n != len(scripts) {
			t.Errorf("%d saved scripts, want %d", n, len(scripts))
		}
	})
	t.Run("the visit ends", func(t *testing.T) {
		if ended, err := local.EndVisit(t.Context(), o); err != nil || !ended {
			t.Fatalf("%v, %v", ended, err)
		}
		db, err := store.Open(t.Context(), store.Config{URI: s.URI, Username: visit.Username, Password: visit.Password})
		if err == nil {
			_ = db.Close(t.Context())
			t.Error("its login still works")
		}
		if ended, err := local.EndVisit(t.Context(), o); err != nil || ended {
			t.Errorf("a second end: %v, %v", ended, err)
		}
	})
	t.Run("a stop ends the visit", func(t *testing.T) {
		if _, err := local.OpenVisit(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		if err := local.Stop(t.Context(), o); err != nil {
			t.Fatal(err)
		}
		if left, _ := filepath.Glob(filepath.Join(o.DataDir, "neo4j", "visit")); len(left) > 0 {
			t.Error("the visit is still on file")
		}
	})
}

func TestHandoverRefuses(t *testing.T) {
	const origin = "http://127.0.0.1:7474"
	h, err := browser.Listen(origin, browser.NewSession("bolt://127.0.0.1:7687", "visitor", "swordfish", nil))
	if err != nil {
		t.Fatal(err)
	}
	defer h.Close()
	link := h.Link("/browser/dossier/")
	port, token, _ := strings.Cut(link[strings.Index(link, "#")+1:], ".")
	ask := func(method, path, from, token, host string) int {
		req, err := http.NewRequest(method, "http://127.0.0.1:"+port+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("Origin", from)
		req.Header.Set("x-dossier-token", token)
		if host != "" {
			req.Host = host
		}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		return resp.StatusCode
	}
	for _, test := range []struct {
		name                            string
		method, path, from, token, host string
		want                            int
	}{
		{"wrong token", "POST", "/session", origin, "guess", "", 403},
		{"no token", "POST", "/session", origin, "", "", 403},
		{"another site", "POST", "/session", "http://evil.example", token, "", 403},
		{"another name for this address", "POST", "/session", origin, token, "evil.example:" + port, 403},
		{"another path", "POST", "/", origin, token, "", 403},
		{"not a POST", "GET", "/session", origin, token, "", 405},
		{"preflight", "OPTIONS", "/session", origin, "", "", 204},
		{"the right one", "POST", "/session", origin, token, "", 200},
		{"the right one again", "POST", "/session", origin, token, "", 410},
	} {
		if got := ask(test.method, test.path, test.from, test.token, test.host); got != test.want {
			t.Errorf("%s: status %d, want %d", test.name, got, test.want)
		}
	}
}

func TestStyle(t *testing.T) {
	o := graph.DefaultOntology()
	at := map[string]int{}
	rules := browser.Style(o)
	for i, r := range rules {
		at[r.Selector] = i
	}
	for _, name := range o.LabelNames() {
		i, ok := at["node."+name]
		if !ok {
			t.Errorf("no rule for %s", name)
		}
		if parent := o.Labels[name].Is; parent != "" && at["node."+parent] > i {
			t.Errorf("%s comes before %s and loses against it", name, parent)
		}
	}
	grass := browser.Grass(rules)
	if !strings.Contains(grass, "node.State {\n") || !strings.Contains(grass, "  caption: \"{name}\";\n") {
		t.Error(grass)
	}
}
