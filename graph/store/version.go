package store

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"
)

// maxArrivals is more than a transaction has articles: an article arrived by the
// number of its transaction times this and its place in there.
const maxArrivals = 1_000_000

// A version is one text of a publication.
type version struct {
	article             string
	published, modified string // as given; empty when unknown
	arrived             int64  // articles that came later have a larger number
}

// A placement says where an article stands among the versions of its
// publication, and in time.
type placement struct {
	version    int64  // from 1
	known      string // the day it is known to have been published; empty when no source says
	superseded bool   // a later version has taken its place
	until      string // the day that one is known to have been published; empty when no source says
}

// row holds the part of a placement that an article shares with the edges that
// stand for its evidence.
func (p placement) row() row {
	props := row{"known": orNil(p.known), "superseded": nil, "until": orNil(p.until)}
	if p.superseded {
		props["superseded"] = true
	}
	return props
}

// since is when the text of the version is known to have stood there; empty when
// no source says.
func (v version) since() string {
	if v.modified != "" && (v.published == "" || comparePublished(v.modified, v.published) > 0) {
		return v.modified
	}
	return v.published
}

// placeVersions orders the versions of one publication. The newest is the one
// with the latest time that its source gives; those without a time come before
// the others, and where times are the same, the order of arrival decides. A
// version that is no later than the one before it, as far as times say, appeared
// on a day that nobody knows.
func placeVersions(versions []version) map[string]placement {
	list := slices.Clone(versions)
	slices.SortFunc(list, func(a, b version) int {
		return cmp.Or(compareSince(a, b), cmp.Compare(a.arrived, b.arrived), cmp.Compare(a.article, b.article))
	})
	out := map[string]placement{}
	until := ""
	for i, v := range slices.Backward(list) {
		p := placement{version: int64(i + 1), superseded: i < len(list)-1, until: until}
		if i == 0 || compareSince(list[i-1], v) != 0 {
			p.known = dayOf(v.since())
		}
		out[v.article] = p
		until = cmp.Or(p.known, until)
	}
	return out
}

func compareSince(a, b version) int {
	ta, knowsA := instant(a.since())
	tb, knowsB := instant(b.since())
	switch {
	case knowsA && knowsB:
		return ta.Compare(tb)
	case knowsA:
		return 1
	case knowsB:
		return -1
	}
	return 0
}

func instant(published string) (time.Time, bool) {
	for _, layout := range []string{time.RFC3339, time.DateOnly} {
		if t, err := time.Parse(layout, published); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// dayOf is the day of a time of publication where it was published; empty when
// it is none.
func dayOf(published string) string {
	if _, ok := instant(published); !ok {
		return ""
	}
	return published[:len(time.DateOnly)]
}

// place finds out which articles are the newest of their publications, and
// brings those up to date that were there before. The claims of every article
// that has or had other versions, and of every reference, are counted anew.
func (b *batch) place(ctx context.Context) error {
	delete(b.publications, "")
	fresh := map[string]kept{}
	for _, a := range b.articles {
		fresh[a.doc.Article.ID] = a
	}
	byPublication := map[string][]version{}
	stored := map[string]placement{}
	take := func(v []any) error {
		id, _ := v[0].(string)
		publication, _ := v[1].(string)
		ver := version{article: id}
		ver.published, _ = v[2].(string)
		ver.modified, _ = v[3].(string)
		ver.arrived, _ = v[4].(int64)
		var p placement
		p.version, _ = v[5].(int64)
		p.known, _ = v[6].(string)
		p.superseded, _ = v[7].(bool)
		p.until, _ = v[8].(string)
		stored[id] = p
		key := cmp.Or(publication, id)
		byPublication[key] = append(byPublication[key], ver)
		return nil
	}
	err := eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (a:Article {publication: id})"+versionFields, slices.Sorted(maps.Keys(b.publications)), take)
	if err != nil {
		return err
	}
	var alone []string // articles without an address
	for _, id := range slices.Concat(slices.Sorted(maps.Keys(fresh)), b.moved) {
		if _, ok := stored[id]; !ok {
			alone = append(alone, id)
		}
	}
	err = eachRow(ctx, b.tx, "UNWIND $rows AS id MATCH (a:Article {id: id})"+versionFields, alone, take)
	if err != nil {
		return err
	}
	var updates []row
	var moved []string
	for _, versions := range byPublication {
		for id, p := range placeVersions(versions) {
			b.places[id] = p
			if p != stored[id] {
				props := p.row()
				props["version"] = p.version
				updates = append(updates, row{"id": id, "props": props})
				if _, ok := fresh[id]; !ok {
					moved = append(moved, id)
				}
			}
			if a, ok := fresh[id]; ok && (len(versions) > 1 || a.doc.Article.Reference) {
				for claim, c := range supported(a.doc) {
					b.touch(claim, c.Relation)
					b.shrunk[claim] = true
				}
			}
		}
	}
	if err := execRows(ctx, b.tx, "UNWIND $rows AS row MATCH (a:Article {id: row.id}) SET a += row.props", updates); err != nil {
		return err
	}
	return b.move(ctx, slices.Sorted(slices.Values(moved)))
}

const versionFields = " RETURN a.id, a.publication, a.published, a.modified, a.arrived, a.version, a.known, a.superseded, a.until"

// move passes the placements of stored articles on to the edges that stand for
// their evidence.
func (b *batch) move(ctx context.Context, articles []string) error {
	rows := make([]row, len(articles))
	for i, id := range articles {
		rows[i] = row{"id": id, "props": b.places[id].row()}
	}
	err := eachRow(ctx, b.tx, `
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:HAS_SENTENCE]->(:Sentence)-[e:EVIDENCES]->(c:Claim)
SET e += row.props
RETURN DISTINCT c.id, c.relation`, rows, func(v []any) error {
		id := v[0].(string)
		b.touch(id, v[1].(string))
		b.shrunk[id] = true
		return nil
	})
	if err != nil {
		return err
	}
	for _, t := range speakerTypes {
		err := execRows(ctx, b.tx, `
UNWIND $rows AS row
MATCH (:Article {id: row.id})-[:HAS_SENTENCE]->(:Sentence)-[e:EVIDENCES]->(:Claim)
MATCH ()-[r:`+quote(t)+` {evidence: e.id}]->()
USING INDEX SEEK r:`+quote(t)+`(evidence)
SET r += row.props`, rows)
		if err != nil {
			return err
		}
	}
	return nil
}
