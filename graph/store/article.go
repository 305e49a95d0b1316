package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"dossier/graph"
	"dossier/graph/resolve"
)

// A rendition tells apart the texts that one article id stands for, and the
// times they were read with. Of several renditions of an article the least one
// is kept.
type rendition struct {
	published string // as given; empty when unknown
	hash      string // of everything that extraction reads
}

func (r rendition) compare(other rendition) int {
	return cmp.Or(comparePublished(r.published, other.published), cmp.Compare(r.hash, other.hash))
}

// comparePublished orders publication times: known before unknown, then by
// time, then by spelling so that the order is total.
func comparePublished(a, b string) int {
	rank := func(s string) (int, time.Time) {
		if s == "" {
			return 2, time.Time{}
		}
		for _, layout := range []string{time.RFC3339, time.DateOnly} {
			if t, err := time.Parse(layout, s); err == nil {
				return 0, t
			}
		}
		return 1, time.Time{}
	}
	ra, ta := rank(a)
	rb, tb := rank(b)
	return cmp.Or(cmp.Compare(ra, rb), ta.Compare(tb), cmp.Compare(a, b))
}

// metadata is what several loads of one article may disagree on.
type metadata struct {
	name, title, outlet, url, language string
	published, publishedFrom, modified string
}

// merge joins what two loads know. The order of loads does not matter.
func (m metadata) merge(other metadata) metadata {
	out := metadata{
		name:          leastKnown(m.name, other.name),
		title:         leastKnown(m.title, other.title),
		outlet:        leastKnown(m.outlet, other.outlet),
		url:           leastKnown(m.url, other.url),
		language:      leastKnown(m.language, other.language),
		published:     m.published,
		publishedFrom: m.publishedFrom,
		modified:      m.modified,
	}
	if comparePublished(m.modified, other.modified) > 0 {
		out.modified = other.modified // this text stood there by then
	}
	switch c := comparePublished(m.published, other.published); {
	case c > 0:
		out.published, out.publishedFrom = other.published, other.publishedFrom
	case c == 0:
		out.publishedFrom = leastKnown(m.publishedFrom, other.publishedFrom)
	}
	return out
}

// leastKnown returns the string that sorts first, the empty one last.
func leastKnown(a, b string) string {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// record is an article as the graph holds it, apart from its text.
type record struct {
	metadata
	rendition  rendition
	extraction string // hash of what was read in it
}

// incoming is an article on its way in: the loads of it in one call, joined.
type incoming struct {
	record
	doc     *graph.Document // of the least rendition
	reports []resolve.Report
}

func newIncoming(d *graph.Document) incoming {
	a := d.Article
	return incoming{
		doc: d,
		record: record{
			metadata: metadata{
				name: a.Name, title: a.Title, outlet: a.Outlet, url: a.URL, language: a.Language,
				published: a.Published, publishedFrom: a.PublishedFrom, modified: a.Modified,
			},
			rendition: rendition{
				published: a.Published,
				hash:      hashOf(a.Text, a.Blocks, a.Title, a.Language, a.PublishedFrom),
			},
			extraction: hashOf(d.Sentences, d.Entities, d.Mentions, d.Claims, d.Evidence),
		},
	}
}

// join puts a later load of the same article beside an earlier one.
func (in incoming) join(later incoming) incoming {
	joined := in
	if later.rendition.compare(in.rendition) <= 0 {
		joined = later
	}
	joined.metadata = in.metadata.merge(later.metadata)
	return joined
}

// action is what a write does with an article.
type action int

const (
	skip    action = iota // the graph knows all of it
	relabel               // only its metadata is news
	rewrite               // it was read differently
	create                // it is new
)

// against compares an article with its record in the graph and returns the
// record to keep.
func (in incoming) against(stored record) (record, action) {
	keep, do := stored, skip
	order := in.rendition.compare(stored.rendition)
	if order < 0 || order == 0 && in.extraction != stored.extraction {
		keep, do = in.record, rewrite
	}
	keep.metadata = stored.metadata.merge(in.metadata)
	if do == skip && keep.metadata != stored.metadata {
		do = relabel
	}
	return keep, do
}

// hashOf is a short hash of values, by their JSON form.
func hashOf(values ...any) string {
	h := sha256.New()
	enc := json.NewEncoder(h)
	for _, v := range values {
		if err := enc.Encode(v); err != nil {
			panic("hash of a value without JSON form: " + err.Error()) // model types all have one
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:12])
}
