package source

import (
	"bytes"
	"cmp"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/mmcdole/gofeed"

	"dossier/graph"
)

var xmlDeclaration = regexp.MustCompile(`^\s*<\?xml[^>]*\?>`)

// feed reads the items of an RSS, Atom or JSON feed.
func (r *reader) feed(data []byte, in input) bool {
	// Decoded by us, since feeds often declare another encoding than theirs.
	text := xmlDeclaration.ReplaceAllString(decode(data, in.contentType), "")
	f, err := parseFeed([]byte(text))
	if err != nil {
		return r.fail(in.name, fmt.Errorf("reading the feed: %w", err))
	}
	if len(f.Items) == 0 {
		return r.fail(in.name, fmt.Errorf("%w: the feed has no items", ErrNothing))
	}
	for i, item := range f.Items {
		if item == nil {
			continue
		}
		a := itemArticle(f, item)
		in.side.apply(&a)
		a.Name = cmp.Or(oneLine(item.GUID), a.URL, in.short+"#"+strconv.Itoa(i+1))
		if !r.emit(in.name+"#"+a.Name, a) {
			return false
		}
	}
	return true
}

// parseFeed guards against the parser: a feed it cannot cope with must not end
// the run.
func parseFeed(data []byte) (f *gofeed.Feed, err error) {
	defer func() {
		if v := recover(); v != nil {
			f, err = nil, fmt.Errorf("parser failed: %v", v)
		}
	}()
	return gofeed.NewParser().Parse(bytes.NewReader(data))
}

// itemArticle makes an article of a feed item, from its content or, where the
// feed has none, from its summary.
func itemArticle(f *gofeed.Feed, item *gofeed.Item) graph.Article {
	m := metadata{
		title:  oneLine(stripTags(item.Title)),
		outlet: oneLine(stripTags(f.Title)),
		url:    absolute(item.Link, item.GUID),
	}
	m.published = parseDate(item.Published)
	if m.published != "" {
		m.from = "feed"
	}
	m.modified = parseDate(item.Updated)
	body := cmp.Or(strings.TrimSpace(item.Content), item.Description)
	if !strings.ContainsRune(body, '<') {
		body = strings.TrimSpace(stripTags(body))
		if body == "" {
			body = m.title
		}
		return titled(clean(body), m)
	}
	return readPage(clean(body), m)
}
