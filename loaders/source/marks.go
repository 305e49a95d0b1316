package source

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dossier/graph"
)

// attr returns the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// hidden reports whether readers do not see an element.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return !strings.EqualFold(a.Val, "until-found")
		case "style":
			style := strings.ToLower(strings.ReplaceAll(a.Val, " ", ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		case "class":
			for c := range strings.FieldsSeq(strings.ToLower(a.Val)) {
				switch c {
				case "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "screen-reader-only", "u-hidden", "element-invisible", "assistive-text":
					return true
				}
			}
		}
	}
	return false
}

// kindOf returns the part that an element's name or class declares it to be.
func kindOf(n *html.Node) graph.Part {
	switch n.DataAtom {
	case atom.Figcaption, atom.Caption:
		return graph.Caption
	case atom.Blockquote:
		return graph.Quote
	case atom.Aside:
		return graph.Furniture
	}
	names := markNames(n)
	switch {
	case names.any("caption", "figcaption", "credit", "photocredit", "photocaption", "imagecaption"):
		return graph.Caption
	case names.any("standfirst", "dek", "subheadline", "strapline"):
		return graph.Standfirst
	}
	return ""
}

// furnitureNames are the words by which sites name what surrounds an article.
var furnitureNames = wordSet(`share sharing shares sharebar sharedaddy addthis social socials related relateds recirc recirculation
	recommended recommendation recommendations newsletter newsletters subscribe subscription paywall promo promos promotion advert
	adverts advertisement advertising ad ads sponsor sponsored sponsors breadcrumb breadcrumbs crumbs cookie cookies
	consent gdpr toolbar tags taglist sidebar widget widgets popup modal overlay banner footer footnav nav navbar navigation
	menu menus submenu pagination pager paging skip trending outbrain taboola login signin signup masthead
	infobox copyright disclaimer teaser teasers popular jp-relatedposts sharethis followus donate donation`)

// commentNames name the readers' comments.
var commentNames = wordSet(`comment comments disqus respond discussion commentlist replies`)

// furniture are elements that never belong to an article.
func furnitureTag(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Form, atom.Fieldset, atom.Menu:
		return true
	}
	switch strings.ToLower(attr(n, "role")) {
	case "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "dialog", "alert", "complementary":
		return true
	}
	return false
}

// names are the words of an element's class and id.
type names []string

// markNames splits class and id where words meet: "storyAd ad-box" gives story,
// ad, box and storyad.
func markNames(n *html.Node) names {
	var out names
	for _, a := range n.Attr {
		if a.Key != "class" && a.Key != "id" {
			continue
		}
		for f := range strings.FieldsSeq(a.Val) {
			if len(f) > 100 {
				continue
			}
			start := 0
			lower := false
			parts := 0
			for i, r := range f {
				switch {
				case !unicode.IsLetter(r):
					if i > start {
						out = append(out, strings.ToLower(f[start:i]))
						parts++
					}
					start = i + len(string(r))
					lower = false
				case unicode.IsUpper(r) && lower:
					out = append(out, strings.ToLower(f[start:i]))
					parts++
					start = i
					lower = false
				default:
					lower = unicode.IsLower(r)
				}
			}
			if start < len(f) {
				out = append(out, strings.ToLower(f[start:]))
			}
			if parts > 0 {
				out = append(out, strings.ToLower(f))
			}
		}
	}
	return out
}

func (ns names) any(wanted ...string) bool {
	for _, n := range ns {
		for _, w := range wanted {
			if n == w {
				return true
			}
		}
	}
	return false
}

func (ns names) in(set map[string]bool) bool {
	for _, n := range ns {
		if set[n] {
			return true
		}
	}
	return false
}
