package source

import (
	"cmp"
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// about reads what a page says of itself. JSON-LD comes before meta elements,
// these before the visible page.
func about(doc *html.Node) metadata {
	var (
		ld      linked
		meta    = map[string]string{}
		title   string
		h1      []string
		pubTime string
		canon   string
	)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if itemprop := attr(n, "itemprop"); itemprop != "" && n.DataAtom != atom.Meta {
			if strings.EqualFold(itemprop, "datePublished") {
				keep(meta, "itemprop:datepublished", first(attr(n, "datetime"), attr(n, "content"), innerText(n)))
			}
		}
		switch n.DataAtom {
		case atom.Script:
			if strings.HasPrefix(strings.ToLower(attr(n, "type")), "application/ld+json") && n.FirstChild != nil {
				ld.read(n.FirstChild.Data)
			}
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop"} {
				if k := strings.ToLower(strings.TrimSpace(attr(n, key))); k != "" {
					if key == "itemprop" {
						k = "itemprop:" + k
					}
					keep(meta, k, attr(n, "content"))
				}
			}
		case atom.Title:
			if title == "" && n.Parent != nil && n.Parent.DataAtom != atom.Svg {
				title = innerText(n)
			}
		case atom.H1:
			if t := innerText(n); t != "" {
				h1 = append(h1, t)
			}
		case atom.Link:
			if slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "canonical") {
				canon = first(canon, attr(n, "href"))
			}
		case atom.Time:
			if when := attr(n, "datetime"); pubTime == "" && when != "" && !inFurniture(n) {
				pubTime = parseDate(when)
			}
		}
	}
	m := metadata{
		outlet: oneLine(first(meta["og:site_name"], ld.publisher, meta["application-name"], meta["publisher"], meta["dc.publisher"])),
		url:    absolute(canon, meta["og:url"], ld.url),
		body:   stripTags(ld.body),
	}
	m.modified = parseDate(ld.modified)
	for _, key := range modifiedKeys {
		m.modified = cmp.Or(m.modified, parseDate(meta[key]))
	}
	m.title = headline(m.outlet, h1, oneLine(html.UnescapeString(ld.headline)), first(meta["og:title"], meta["twitter:title"], meta["dc.title"]), title)
	if m.published = parseDate(ld.published); m.published != "" {
		m.from = "json-ld"
		return m
	}
	for _, key := range publishedKeys {
		if m.published = parseDate(meta[key]); m.published != "" {
			m.from = "meta"
			return m
		}
	}
	if m.published = pubTime; m.published != "" {
		m.from = "meta"
	}
	return m
}

// publishedKeys are the meta elements that state the day of publication, the
// most precise conventions first.
var publishedKeys = []string{"article:published_time", "og:article:published_time", "article:published", "itemprop:datepublished", "datepublished",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
	"published-date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "dcterms.date", "dc.date.created", "article.published", "og:pubdate", "date"}

// modifiedKeys are the meta elements that state when the text was last changed.
var modifiedKeys = []string{"article:modified_time", "og:article:modified_time", "og:updated_time", "itemprop:datemodified", "datemodified",
	"dcterms.modified", "dc.date.modified", "last-modified", "lastmod"}

// headline chooses among the titles that a page gives. The heading on the page
// is what its readers saw; title and og:title tend to have the outlet's name at
// the end, JSON-LD may be cut short.
func headline(outlet string, h1 []string, ld, og, title string) string {
	og, title = withoutOutlet(oneLine(og), outlet), withoutOutlet(oneLine(title), outlet)
	for _, h := range h1 {
		w := wordsOf(h)
		for _, t := range []string{ld, og, title} {
			if tw := wordsOf(t); tw != "" && w != "" && (strings.Contains(tw, w) && len(w)*2 > len(tw) || strings.Contains(w, tw)) {
				return h
			}
		}
	}
	if t := first(ld, og); t != "" {
		return t
	}
	if len(h1) == 1 && looksLikeHeadline(h1[0]) {
		return h1[0]
	}
	return title
}

// withoutOutlet cuts " | The Outlet" or " - The Outlet" off the end of a title.
func withoutOutlet(title, outlet string) string {
	for _, sep := range []string{" | ", " – ", " — ", " - ", " :: ", " « ", " » "} {
		i := strings.LastIndex(title, sep)
		if i <= 0 {
			continue
		}
		tail := wordsOf(title[i+len(sep):])
		if sep == " | " || sep == " :: " || outlet != "" && (strings.Contains(wordsOf(outlet), tail) || strings.Contains(tail, wordsOf(outlet))) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

// linked is what a page's JSON-LD says of its article.
type linked struct {
	headline, published, modified, publisher, url, body string
	weight                                              int // of the type that said so
}

// read takes in one script. Scripts that are not JSON say nothing.
func (l *linked) read(script string) {
	script = strings.TrimSpace(script)
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimSpace(script), ";")
	var v any
	if json.Unmarshal([]byte(script), &v) != nil {
		if json.Unmarshal([]byte(escapeBreaks(script)), &v) != nil {
			return
		}
	}
	l.visit(v, 0)
}

// escapeBreaks mends the commonest mistake of JSON-LD: raw line breaks and tabs
// within strings.
func escapeBreaks(script string) string {
	var b strings.Builder
	quoted, escaped := false, false
	for _, r := range script {
		switch {
		case quoted && r == '\n':
			b.WriteString(`\n`)
			continue
		case quoted && r < ' ':
			r = ' '
		case r == '"' && !escaped:
			quoted = !quoted
		}
		escaped = r == '\\' && !escaped
		b.WriteRune(r)
	}
	return b.String()
}

// maxLinkedDepth is deeper than JSON-LD is nested in pages: graph, page, main
// entity, publisher.
const maxLinkedDepth = 8

func (l *linked) visit(v any, depth int) {
	if depth > maxLinkedDepth {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			l.visit(e, depth+1)
		}
	case map[string]any:
		l.object(v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"} {
			l.visit(v[key], depth+1)
		}
	}
}

func (l *linked) object(o map[string]any) {
	w := weightOf(o["@type"])
	if w <= l.weight {
		return
	}
	l.weight = w
	if w > 1 {
		l.headline = first(text(o["headline"]), text(o["name"]))
	}
	l.published = first(text(o["datePublished"]), text(o["dateCreated"]))
	l.modified = text(o["dateModified"])
	l.publisher = first(name(o["publisher"]), name(o["sourceOrganization"]))
	l.body = text(o["articleBody"])
	l.url = first(text(o["url"]), text(o["@id"]))
}

// weightOf ranks the types of schema.org: an article before a page; 0 for what
// is neither.
func weightOf(t any) int {
	switch t := t.(type) {
	case string:
		t = strings.TrimPrefix(strings.TrimPrefix(t, "http://schema.org/"), "https://schema.org/")
		switch {
		case strings.HasSuffix(t, "NewsArticle"):
			return 4
		case strings.HasSuffix(t, "Article"), t == "BlogPosting", t == "LiveBlogPosting", t == "Report":
			return 3
		case t == "WebPage":
			return 1
		}
	case []any:
		w := 0
		for _, e := range t {
			w = max(w, weightOf(e))
		}
		return w
	}
	return 0
}

// text returns a JSON-LD value that should be a string.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	case map[string]any:
		if s, ok := v["@value"].(string); ok {
			return s
		}
	}
	return ""
}

// name returns the name of a JSON-LD organisation.
func name(v any) string {
	switch v := v.(type) {
	case map[string]any:
		return text(v["name"])
	case []any:
		if len(v) > 0 {
			return name(v[0])
		}
	case string:
		if !strings.Contains(v, "://") {
			return v
		}
	}
	return ""
}

func keep(m map[string]string, key, value string) {
	if value = strings.TrimSpace(value); m[key] == "" && value != "" {
		m[key] = value
	}
}

func first(values ...string) string {
	for _, v := range values {
		if v = strings.TrimSpace(v); v != "" {
			return v
		}
	}
	return ""
}

// absolute returns the first address that is complete.
func absolute(addresses ...string) string {
	for _, a := range addresses {
		if u, err := url.Parse(strings.TrimSpace(a)); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// innerText returns the text of an element on one line.
func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && d.Parent.DataAtom != atom.Style && d.Parent.DataAtom != atom.Script {
			b.WriteString(d.Data)
		}
	}
	return oneLine(b.String())
}

// inFurniture reports whether an element is in a part of the page that is about
// other articles.
func inFurniture(n *html.Node) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		marks := markNames(n)
		if n.DataAtom == atom.Aside || n.DataAtom == atom.Nav || n.DataAtom == atom.Footer ||
			n.DataAtom != atom.Body && n.DataAtom != atom.Html && (marks.in(commentNames) || marks.any("related", "sidebar", "recommended", "trending", "widget", "teaser")) {
			return true
		}
	}
	return false
}
