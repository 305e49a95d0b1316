package source

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"dossier/graph"
)

// metadata is what is known of an article beside its text.
type metadata struct {
	title, outlet, url string
	published, from    string // as in graph.Article
	modified           string
	body               string // the text itself, where a page's metadata holds it
}

// readSidecar reads NNN.meta.json beside NNN.txt. A missing one is no error; one
// that cannot be read is, because the article would go into the graph under
// the wrong identity.
func readSidecar(path string) (metadata, error) {
	name := stem(path) + ".meta.json"
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return metadata{}, nil
	}
	if err != nil {
		return metadata{}, err
	}
	var rec record
	if err := json.Unmarshal(data, &rec); err != nil {
		return metadata{}, fmt.Errorf("%s: %w", name, err)
	}
	return rec.metadata(), nil
}

// apply fills what m knows into a, over what a says already.
func (m metadata) apply(a *graph.Article) {
	set := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	set(&a.Title, m.title)
	set(&a.Outlet, m.outlet)
	set(&a.URL, m.url)
	if m.published != "" {
		a.Published, a.PublishedFrom = m.published, m.from
	}
	set(&a.Modified, m.modified)
}
