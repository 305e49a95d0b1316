package source

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func TestAbout(t *testing.T) {
	tests := []struct {
		name, head string
		want       metadata
	}{
		{"nothing", ``, metadata{}},
		{"title with outlet", `<title>Bridge rejected - Sund Gazette</title><meta property="og:site_name" content="Sund Gazette">`,
			metadata{title: "Bridge rejected", outlet: "Sund Gazette"}},
		{"title with a dash", `<title>Bridge rejected - for now</title>`, metadata{title: "Bridge rejected - for now"}},
		{"bar", `<title>Bridge rejected | News</title>`, metadata{title: "Bridge rejected"}},
		{"heading instead of a longer title", `<title>Bridge rejected - what you need to know</title></head><body><h1>Bridge rejected - what</h1>`,
			metadata{title: "Bridge rejected - what"}},
		{"heading that is the site's name", `<meta property="og:title" content="Bridge rejected by council"></head><body><h1>Gazette</h1>`,
			metadata{title: "Bridge rejected by council"}},
		{"address of the page", `<link rel="shortcut canonical" href="https://x.example/a"><meta property="og:url" content="/b">`, metadata{url: "https://x.example/a"}},
		{"published and modified", `<meta property="article:modified_time" content="2031-01-03"><meta property="article:published_time" content="2031-01-02T03:04:05Z">`,
			metadata{published: "2031-01-02T03:04:05Z", from: "meta", modified: "2031-01-03"}},
		{"microdata", `</head><body><span itemprop="datePublished" content="2031-01-02">2 Jan</span>`, metadata{published: "2031-01-02", from: "meta"}},
		{"time element", `</head><body><aside class="related"><time datetime="2030-01-01"></time></aside><p><time datetime="2031-01-02">`,
			metadata{published: "2031-01-02", from: "meta"}},
		{"unreadable date, then a good one", `<meta name="date" content="2031-01-02"><meta property="article:published_time" content="soon">`,
			metadata{published: "2031-01-02", from: "meta"}},
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge &amp; ferry","datePublished":"2031-01-02","publisher":{"name":"Gazette"},"url":"https://x.example/a"}</script>`,
			metadata{title: "Bridge & ferry", outlet: "Gazette", url: "https://x.example/a", published: "2031-01-02", from: "json-ld"}},
		{"JSON-LD of page and article", `<script type="application/ld+json">[{"@type":"WebPage","name":"x","datePublished":"2030-01-01"},{"@type":"Article","headline":"Bridge","datePublished":"2031-01-02"}]</script>`,
			metadata{title: "Bridge", published: "2031-01-02", from: "json-ld"}},
		{"JSON-LD with line breaks", "<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Bridge\trejected\",\"description\":\"a\nb \\\" c\nd\"}</script>", metadata{title: "Bridge rejected"}},
		{"broken JSON-LD", `<script type="application/ld+json">{"@type":"Article",</script><title>Bridge</title>`, metadata{title: "Bridge"}},
	}
	for _, tt := range tests {
		doc, err := html.Parse(strings.NewReader("<html><head>" + tt.head))
		if err != nil {
			t.Fatal(err)
		}
		if got := about(doc); got != tt.want {
			t.Errorf("%s:\n got %+v\nwant %+v", tt.name, got, tt.want)
		}
	}
}

func TestMainText(t *testing.T) {
	p := "<p>" + prose + "</p>"
	tests := []struct{ name, body, want string }{
		{"menus around", `<nav><a href=a>World</a></nav>` + p + p + `<footer>Imprint</footer>`, "[]P []P"},
		{"text beside paragraphs", `<div>One line of it.<p>Another.</p>And a third.</div>`, "[]One line of it. []Another. []And a third."},
		{"line breaks", `<div>` + prose + `<br> <br/>Next.<br>Same.</div>`, "[]P []Next.\nSame."},
		{"inline elements", `<p>Nor<b>land</b> <i>waits</i>,<span> it</span> said.</p>`, "[]Norland waits, it said."},
		{"all in a form", `<form>` + p + p + `<button>Send</button></form>`, "[]P []P"},
		{"all in an element of a bad name", `<div class="sidebar-layout">` + p + p + `</div>`, "[]P []P"},
		{"comments longer than the article", `<article>` + p + `</article><div id=comments>` + p + p + p + `</div>`, "[]P"},
		{"hidden", p + `<p style="display: none">Secret.</p><p hidden>Secret.</p><span class="sr-only">Secret.</span>`, "[]P"},
		{"list", p + `<ul><li>One ship<li>Two ships</ul>`, "[]P []One ship []Two ships"},
		{"links to others", p + `<p>Read more: <a href=a>Ships leave the harbour at night</a></p><p><a href=b>Ships come back</a></p>`,
			"[]P [furniture]Read more: Ships leave the harbour at night [furniture]Ships come back"},
		{"link within prose", `<p><a href=a>Norland</a> waits for its ships to come home from the sea.</p>`, "[]Norland waits for its ships to come home from the sea."},
		{"captions", p + `<figure><img><figcaption>A ship.</figcaption></figure><div>Text <span class="photo-credit">Lens</span> on</div>`, "[]P [caption]A ship. []Text [caption]Lens []on"},
		{"standfirst", `<h1>Bridge rejected</h1><div>` + p + `</div><article><p>Body. ` + prose + `</p><p>More. ` + prose + `</p></article>`, "[standfirst]P []Body. P []More. P"},
		{"cut paragraph", `<p>The delegations that came were those of Norland, Estmark,</p><p>Sund and the islands.</p>`, "[]The delegations that came were those of Norland, Estmark, Sund and the islands."},
		{"no letters", p + `<p>* * *</p><p>—</p>`, "[]P"},
	}
	for _, tt := range tests {
		doc, err := html.Parse(strings.NewReader(closeEmpty("<html><body>" + tt.body)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range mainText(doc) {
			got = append(got, "["+string(b.kind)+"]"+strings.ReplaceAll(b.text, prose, "P"))
		}
		if got := strings.Join(got, " "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

func TestCompose(t *testing.T) {
	tests := []struct{ name, title, page, want string }{
		{"missing title", "Bridge rejected", "<p>" + prose, "[headline] []"},
		{"title in the page", "Bridge rejected", "<h1>Bridge rejected</h1><p>" + prose, "[headline] []"},
		{"title twice", "Bridge rejected", "<p>Bridge rejected</p><p>" + prose + "</p><p>BRIDGE REJECTED.</p>", "[headline] [] [headline]"},
		{"heading as title", "", "<h1>Bridge rejected</h1><p>" + prose, "[headline] []"},
		{"no title", "", "<p>" + prose, "[]"},
	}
	for _, tt := range tests {
		a := readPage(tt.page, metadata{title: tt.title})
		var kinds []string
		for _, b := range a.Blocks {
			kinds = append(kinds, "["+string(b.Kind)+"]")
		}
		if got := strings.Join(kinds, " "); got != tt.want {
			t.Errorf("%s: got %s in %q, want %s", tt.name, got, a.Text, tt.want)
		}
	}
}
