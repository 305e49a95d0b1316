package source

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

func TestAddress(t *testing.T) {
	release := make(chan struct{})
	mux := http.NewServeMux()
	serve := func(path, contentType, body string) {
		mux.HandleFunc(path, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", contentType)
			fmt.Fprint(w, body)
		})
	}
	serve("/2031/05/06/page", "text/html; charset=windows-1252", "<title>Bridge \x96 rejected</title><p>"+prose)
	serve("/plain", "text/plain", prose)
	serve("/feed", "application/rss+xml", "<rss><channel><item><guid>g</guid><description>"+prose+"</description></item></channel></rss>")
	serve("/lines.jsonl.gz", "application/gzip", gz(`{"id":"x","text":"`+prose+`"}`))
	serve("/big", "text/plain", strings.Repeat("a ", 1<<20))
	serve("/picture", "image/png", "\x89PNG\r\n\x1a\n")
	mux.Handle("/moved", http.RedirectHandler("/plain", http.StatusFound))
	mux.Handle("/circle", http.RedirectHandler("/circle", http.StatusFound))
	mux.Handle("/away", http.RedirectHandler("ftp://x.example/", http.StatusFound))
	mux.HandleFunc("/closed", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) })
	mux.HandleFunc("/silent", func(_ http.ResponseWriter, r *http.Request) {
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	mux.HandleFunc("/stalls", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, prose)
		w.(http.Flusher).Flush()
		select {
		case <-release:
		case <-r.Context().Done():
		}
	})
	srv := httptest.NewServer(mux)
	defer srv.Close()
	defer close(release)

	tests := []struct{ path, want string }{
		{"/2031/05/06/page", "URL/2031/05/06/page|Bridge – rejected|2031-05-06 url|URL/2031/05/06/page"},
		{"/plain", "URL/plain|||URL/plain"},
		{"/feed", "g|||"},
		{"/lines.jsonl.gz", "x|||"},
		{"/moved", "URL/moved|||URL/plain"},
		{"/missing", "! URL/missing: the server answered 404 Not Found"},
		{"/closed", "! URL/closed: the server answered 403 Forbidden"},
		{"/circle", "! URL/circle: more than 5 redirects"},
		{"/away", "! URL/away: redirected to ftp://x.example/, which is no web address"},
		{"/big", "! URL/big: too large: over 1 MiB"},
		{"/picture", "! URL/picture: not text: image/png"},
		{"/silent", "! URL/silent: no answer within 100ms"},
		{"/stalls", "! URL/stalls: nothing came for 2s"},
	}
	for _, tt := range tests {
		t.Run(tt.path, func(t *testing.T) {
			o := Options{MaxBytes: 1 << 20, Timeout: time.Minute}
			switch tt.path {
			case "/silent":
				o.Timeout = 100 * time.Millisecond
			case "/stalls": // long enough for a busy machine to begin its answer
				o.Timeout = 2 * time.Second
			}
			items := collect(t, o, srv.URL+tt.path)
			if len(items) != 1 {
				t.Fatalf("got %d items, want 1", len(items))
			}
			var got string
			if a := items[0].Article; items[0].Err != nil {
				got = "! " + items[0].Err.Error()
			} else {
				got = strings.Join([]string{a.Name, a.Title, strings.TrimSpace(a.Published + " " + a.PublishedFrom), a.URL}, "|")
			}
			if got = strings.ReplaceAll(got, srv.URL, "URL"); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
	var status *StatusError
	if items := collect(t, Options{}, srv.URL+"/closed"); !errors.As(items[0].Err, &status) || status.Code != 403 {
		t.Errorf("got %v, want status 403", items[0].Err)
	} else if hint := items[0].Err.(*Error).Hint(); !strings.Contains(hint, "login") {
		t.Errorf("hint %q does not speak of a login", hint)
	}
}
