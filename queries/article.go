package queries

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"dossier/graph"
)

// An Article is a version of an article in the graph, as far as it takes to tell
// it from others.
type Article struct {
	ID, Name, Title, Outlet, URL string
	Since                        string // the day its source gives for this version, of change or publication; empty when unknown
	Publication                  string // what its versions share; empty for an article without an address
	Version                      int64  // from 1
	Superseded                   bool   // a newer version has taken its place
}

// String names the article for messages.
func (a Article) String() string {
	parts := []string{cmp.Or(a.Title, a.Name, a.URL)}
	for _, p := range []string{a.Outlet, a.Since} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return fmt.Sprintf("%s (%s)", a.ID, strings.Join(parts, ", "))
}

// An UnknownArticleError says that what should name an article names none, or
// several.
type UnknownArticleError struct {
	Name    string
	Nearest []string  // names of articles that it may have meant
	Several []Article // articles that have the name
}

func (e *UnknownArticleError) Error() string {
	if len(e.Several) > 0 {
		lines := []string{fmt.Sprintf("%d articles are called %q:", len(e.Several), e.Name)}
		for _, a := range e.Several {
			lines = append(lines, a.String())
		}
		return strings.Join(lines, "\n")
	}
	return fmt.Sprintf("no article %q in this graph%s", e.Name, didYouMean(e.Nearest))
}

// Hint says what to do next.
func (e *UnknownArticleError) Hint() string {
	if len(e.Several) > 0 {
		return "one of the ids, e.g. " + e.Several[0].ID
	}
	return "dossier query sources --format jsonl, which lists the articles with their ids and names"
}

const (
	articleFields = `
RETURN a.id, a.name, a.title, a.outlet, a.url, left(CASE WHEN a.modified > a.published THEN a.modified ELSE coalesce(a.published, a.modified) END, 10), a.publication, coalesce(a.version, 1), a.superseded IS NOT NULL
ORDER BY a.publication, a.version, a.id`
	articlesCalled = `
MATCH (a:Article)
WHERE a.id = $text OR a.publication = $publication OR a.name IN [$text, $stem] OR toLower(a.title) = toLower($text)` + articleFields
	articlesOf = `
MATCH (a:Article)
WHERE a.publication = $publication` + articleFields
	articlesBy = `
MATCH (a:Article)
WHERE toLower(a.outlet) = toLower($outlet)` + articleFields
	articleNames = `
MATCH (a:Article)
RETURN DISTINCT a.name, a.title, a.outlet`
)

// FindArticle returns the article that text names: by its id one version; by its
// address, its title, or the name or path of the file that it was read from, all
// versions, the oldest first. The error is an [*UnknownArticleError] or what the
// reader returned.
func FindArticle(ctx context.Context, r Reader, text string) ([]Article, error) {
	base := path.Base(text)
	found, err := readArticles(ctx, r, articlesCalled, map[string]any{
		"text": text, "stem": strings.TrimSuffix(base, path.Ext(base)), "publication": graph.PublicationID(text),
	})
	if err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(found, func(a Article) bool { return a.ID == text }); i >= 0 {
		return found[i : i+1], nil
	}
	if len(found) == 0 {
		names, err := articleColumn(ctx, r, 0, 1)
		if err != nil {
			return nil, err
		}
		return nil, &UnknownArticleError{Name: text, Nearest: nearest(text, names)}
	}
	for _, a := range found[1:] {
		if a.Publication == "" || a.Publication != found[0].Publication {
			return nil, &UnknownArticleError{Name: text, Several: found}
		}
	}
	return Versions(ctx, r, found[0])
}

// Versions returns all versions of an article, the oldest first.
func Versions(ctx context.Context, r Reader, a Article) ([]Article, error) {
	if a.Publication == "" {
		return []Article{a}, nil
	}
	return readArticles(ctx, r, articlesOf, map[string]any{"publication": a.Publication})
}

// ArticlesBy returns the articles of an outlet, all versions of each. An outlet
// without articles is an error, which names those it may have meant.
func ArticlesBy(ctx context.Context, r Reader, outlet string) ([]Article, error) {
	found, err := readArticles(ctx, r, articlesBy, map[string]any{"outlet": outlet})
	if err != nil || len(found) > 0 {
		return found, err
	}
	names, err := articleColumn(ctx, r, 2)
	if err != nil {
		return nil, err
	}
	return nil, errors.New(fmt.Sprintf("no article of an outlet %q in this graph", outlet) + didYouMean(nearest(outlet, names)))
}

func readArticles(ctx context.Context, r Reader, cypher string, params map[string]any) ([]Article, error) {
	var out []Article
	err := r.Read(ctx, cypher, params, func(_ []string, v []any) error {
		text := func(i int) string { s, _ := v[i].(string); return s }
		a := Article{ID: text(0), Name: text(1), Title: text(2), Outlet: text(3), URL: text(4), Since: text(5), Publication: text(6)}
		a.Version, _ = v[7].(int64)
		a.Superseded, _ = v[8].(bool)
		out = append(out, a)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up articles: %w", err)
	}
	return out, nil
}

// articleColumn lists what articles are called, by name, title or outlet.
func articleColumn(ctx context.Context, r Reader, columns ...int) ([]string, error) {
	seen := map[string]bool{}
	var out []string
	err := r.Read(ctx, articleNames, nil, func(_ []string, v []any) error {
		for _, i := range columns {
			if s, _ := v[i].(string); s != "" && !seen[s] {
				seen[s] = true
				out = append(out, s)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("look up articles: %w", err)
	}
	slices.Sort(out)
	return out, nil
}
