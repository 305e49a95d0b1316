// Package browsertest gives tests a real Chromium without a window, and tells
// them what a page did in it: errors on its console, and whom it asked.
//
// CI=true makes a test fail where there is no Chromium; without it, the test is
// skipped and says so. DOSSIER_TEST_SHOTS names a folder for screenshots.
package browsertest

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/performance"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long one test may use its tab.
const patience = 90 * time.Second

var programs = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}

// A Tab is a window of Chromium.
type Tab struct {
	ctx context.Context
	t   testing.TB

	mu       sync.Mutex
	problems []string
	requests []request
}

// A request is one that a page made.
type request struct {
	id  network.RequestID
	url string
}

// Open opens a tab of the given size in a Chromium with a fresh profile.
func Open(t testing.TB, width, height int) *Tab {
	t.Helper()
	program := ""
	for _, name := range programs {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" {
		if os.Getenv("CI") == "true" {
			t.Fatalf("browsertest: no Chromium: none of %s on PATH; install one with .ci/setup chromium", strings.Join(programs, ", "))
		}
		t.Skip("browsertest: SKIPPED, NOTHING TESTED: no Chromium; install one with .ci/setup chromium")
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program),
		chromedp.WindowSize(width, height),
		chromedp.NoSandbox, // the tests of a continuous integration run as root, and open own pages only
		chromedp.Flag("disable-dev-shm-usage", true),
		chromedp.Flag("no-proxy-server", true),
		chromedp.Flag("force-device-scale-factor", "1"),
		chromedp.WSURLReadTimeout(time.Minute),
	)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	tab := &Tab{ctx: ctx, t: t}
	if err := chromedp.Listen(ctx, tab.hear); err != nil {
		t.Fatalf("browsertest: start %s: %v", program, err)
	}
	return tab
}

func (tab *Tab) hear(event any) {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		tab.requests = append(tab.requests, request{e.RequestID, e.Request.URL})
	case *network.EventWebSocketCreated:
		tab.requests = append(tab.requests, request{e.RequestID, e.URL})
	case *network.EventLoadingFailed:
		if e.BlockedReason == "csp" { // it never left
			tab.requests = slices.DeleteFunc(tab.requests, func(r request) bool { return r.id == e.RequestID })
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if x := e.ExceptionDetails.Exception; x != nil {
			text += " " + x.Description
		}
		tab.problems = append(tab.problems, text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == "error" {
			var words []string
			for _, a := range e.Args {
				words = append(words, string(a.Value)+a.Description)
			}
			tab.problems = append(tab.problems, strings.Join(words, " "))
		}
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == "error" && e.Entry.Source != "network" { // its policy at work, or a host that is away
			tab.problems = append(tab.problems, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

// Do runs actions and fails the test at the first that does not succeed.
func (tab *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	for i, a := range actions {
		if err := chromedp.Do(ctx, a); err != nil {
			tab.Shot("failed")
			tab.t.Fatalf("browsertest: action %d of %d: %v; problems of the page: %q", i+1, len(actions), err, tab.Problems())
		}
	}
}

// Go opens an address.
func (tab *Tab) Go(address string) {
	tab.t.Helper()
	tab.Do(chromedp.Navigate(address))
}

// Eval evaluates JavaScript, waiting for a promise, and returns its value.
func Eval[T any](tab *Tab, script string) T {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		tab.t.Fatalf("browsertest: %s: %v; problems of the page: %q", script, err, tab.Problems())
	}
	return v
}

// Until waits until a JavaScript expression is true, also over a change of page.
func (tab *Tab) Until(expression string) {
	tab.t.Helper()
	ctx, cancel := context.WithTimeout(tab.ctx, patience)
	defer cancel()
	var last error
	for ctx.Err() == nil {
		var ok bool
		if ok, last = chromedp.Run(ctx, chromedp.Evaluate[bool]("!!("+expression+")")); ok {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	tab.Shot("failed")
	tab.t.Fatalf("browsertest: not within %s: %s (%v); problems of the page: %q", patience, expression, last, tab.Problems())
}

// MeasureCPU begins to count the time that the main thread of pages works, and
// returns what tells how much it was so far. Time in which other programs had
// the processor does not count.
func (tab *Tab) MeasureCPU() (sofar func() time.Duration) {
	tab.t.Helper()
	domain := performance.EnableTimeDomainThreadTicks
	if _, err := chromedp.Call(tab.ctx, performance.Enable, performance.EnableParams{TimeDomain: domain}); err != nil {
		tab.t.Fatalf("browsertest: measure: %v", err)
	}
	return func() time.Duration {
		r, err := chromedp.Call(tab.ctx, performance.GetMetrics, cdp.Empty{})
		if err != nil {
			tab.t.Fatalf("browsertest: measure: %v", err)
		}
		for _, m := range r.Metrics {
			if m.Name == "TaskDuration" {
				return time.Duration(m.Value * float64(time.Second))
			}
		}
		return 0
	}
}

// Print makes the page look as it does on paper, and Screen as it does again on
// a screen.
func (tab *Tab) Print() {
	tab.t.Helper()
	tab.media(emulation.SetEmulatedMediaParams{Media: "print"})
}

// Screen undoes [Tab.Print].
func (tab *Tab) Screen() {
	tab.t.Helper()
	tab.media(emulation.SetEmulatedMediaParams{Media: "screen"})
}

func (tab *Tab) media(p emulation.SetEmulatedMediaParams) {
	tab.t.Helper()
	if _, err := chromedp.Call(tab.ctx, emulation.SetEmulatedMedia, p); err != nil {
		tab.t.Fatalf("browsertest: media: %v", err)
	}
}

// Dark makes the page believe that its reader prefers dark colours.
func (tab *Tab) Dark() {
	tab.t.Helper()
	tab.media(emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}})
}

// Problems are the errors that the page has put on its console so far.
func (tab *Tab) Problems() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	return slices.Clone(tab.problems)
}

// Hosts are the hosts, with ports, that the page has asked for something so far,
// also in vain; not those that its content security policy kept it from asking.
func (tab *Tab) Hosts() []string {
	tab.mu.Lock()
	defer tab.mu.Unlock()
	var hosts []string
	for _, r := range tab.requests {
		u, err := url.Parse(r.url)
		if err != nil || u.Host != "" && !slices.Contains(hosts, u.Host) {
			hosts = append(hosts, u.Host)
		}
	}
	slices.Sort(hosts)
	return hosts
}

// Shot takes a screenshot of what the window shows into the folder that
// DOSSIER_TEST_SHOTS names, if it names one.
func (tab *Tab) Shot(name string) {
	dir := os.Getenv("DOSSIER_TEST_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(tab.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, strings.ReplaceAll(tab.t.Name(), "/", "-")+"-"+name+".png"), png, 0o666)
	}
	if err != nil {
		tab.t.Logf("browsertest: no screenshot %s: %v", name, err)
	}
}
