package synthetic

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
)

// Write writes the corpus to a folder, which must exist: articles.jsonl, which
// dossier load reads, and truth.json.
func (c Corpus) Write(dir string) error {
	var articles bytes.Buffer
	enc := json.NewEncoder(&articles)
	enc.SetEscapeHTML(false)
	for _, a := range c.Articles {
		line := map[string]string{
			"id": a.Name, "title": a.Title, "outlet": a.Outlet, "url": a.URL, "published": a.Published, "language": a.Language, "text": a.Text,
		}
		if a.Modified != "" {
			line["modified"] = a.Modified
		}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	truth, err := json.MarshalIndent(c.Truth, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "articles.jsonl"), articles.Bytes(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "truth.json"), append(truth, '\n'), 0o644)
}
