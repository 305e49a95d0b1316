package browser

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"dossier/graph"
)

// First is the statement that a visit begins with: Neo4j Browser runs it and
// draws its result.
const First = "MATCH p = (:Entity)-[f]->(:Entity) WHERE f.claim IS NOT NULL RETURN p ORDER BY f.articles DESC, f.claim LIMIT 40"

// A Session is what Neo4j Browser shall know when it opens.
type Session struct {
	Bolt     string // address of the server, bolt://127.0.0.1:7687
	Username string
	Password string
	Scripts  []Script
	Style    []Rule
}

// NewSession returns a session with the style of the built-in ontology.
func NewSession(bolt, username, password string, scripts []Script) Session {
	return Session{Bolt: bolt, Username: username, Password: password, Scripts: scripts, Style: Style(graph.DefaultOntology())}
}

// MarshalJSON writes the session as open.js reads it.
func (s Session) MarshalJSON() ([]byte, error) {
	type folder struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	}
	type document struct {
		ID      string `json:"id"`
		Content string `json:"content"`
		Folder  string `json:"folder"`
	}
	var folders []folder
	documents := make([]document, len(s.Scripts))
	seen := map[string]bool{}
	for i, script := range s.Scripts {
		f := folder{"dossier", "Dossier"}
		if script.Folder != "" {
			f = folder{"dossier-" + script.Folder, "Dossier " + script.Folder}
		}
		if !seen[f.ID] {
			seen[f.ID] = true
			folders = append(folders, f)
		}
		documents[i] = document{fmt.Sprintf("dossier-%03d", i), script.Cypher, f.ID}
	}
	return json.Marshal(map[string]any{
		"bolt": s.Bolt, "username": s.Username, "password": s.Password, "first": First,
		"folders": folders, "scripts": documents, "style": s.Style,
	})
}

// A Handover gives a session to the first page that asks with the right token,
// and to no other.
type Handover struct {
	origin string // of Neo4j Browser
	token  string
	ln     net.Listener
	server *http.Server
	done   chan struct{}
	once   sync.Once
}

// Listen starts a handover to the Neo4j Browser at origin, for example
// "http://127.0.0.1:7474", on a free port of this machine. The caller waits for
// it or closes it.
func Listen(origin string, s Session) (*Handover, error) {
	body, err := json.Marshal(s)
	if err != nil {
		return nil, err
	}
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("hand over to Neo4j Browser: %w", err)
	}
	h := &Handover{origin: strings.TrimSuffix(origin, "/"), token: rand.Text(), ln: ln, done: make(chan struct{})}
	h.server = &http.Server{Handler: h.handler(body), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = h.server.Serve(ln) }() // ends with Close
	return h, nil
}

// Link is the page to open, of the given path at the origin. It works once.
func (h *Handover) Link(pages string) string {
	return fmt.Sprintf("%s%sopen.html#%d.%s", h.origin, pages, h.ln.Addr().(*net.TCPAddr).Port, h.token)
}

// Wait returns when the session has been taken, or with the error of ctx.
func (h *Handover) Wait(ctx context.Context) error {
	defer h.Close()
	select {
	case <-h.done:
		// The answer is on its way; let it arrive.
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		if err := h.server.Shutdown(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
			return err
		}
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Close ends the handover, taken or not.
func (h *Handover) Close() error { return h.server.Close() }

// handler answers only the page that has the token, from the origin of Neo4j
// Browser: another site that guesses the port learns nothing, nor does one that
// gives this address another name.
func (h *Handover) handler(body []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/session" || r.Host != h.ln.Addr().String() || r.Header.Get("Origin") != h.origin {
			http.Error(w, "not for you", http.StatusForbidden)
			return
		}
		header := w.Header()
		header.Set("Access-Control-Allow-Origin", h.origin)
		header.Set("Access-Control-Allow-Headers", "x-dossier-token")
		header.Set("Access-Control-Allow-Methods", "POST")
		header.Set("Access-Control-Allow-Private-Network", "true")
		header.Set("Vary", "Origin")
		header.Set("Cache-Control", "no-store")
		switch r.Method {
		case http.MethodOptions:
			w.WriteHeader(http.StatusNoContent)
			return
		case http.MethodPost:
		default:
			http.Error(w, "POST only", http.StatusMethodNotAllowed)
			return
		}
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("x-dossier-token")), []byte(h.token)) != 1 {
			http.Error(w, "wrong token", http.StatusForbidden)
			return
		}
		taken := true
		h.once.Do(func() { taken = false })
		if taken {
			http.Error(w, "already taken", http.StatusGone)
			return
		}
		header.Set("Content-Type", "application/json")
		_, _ = w.Write(body) // a page that is gone will say so itself
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
		close(h.done)
	})
}
