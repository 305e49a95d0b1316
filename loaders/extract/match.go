package extract

import (
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// how says by which of its names a dictionary entity was recognised.
type how uint8

const (
	byName how = iota
	byAdjective
	byPeople
	byCapital
	bySeat
	byShort
	byRule // not from a dictionary
)

var howNames = [...]string{"name", "adjective", "people", "capital", "seat", "short form", "rule"}

func (h how) String() string { return howNames[h] }

// gazetteer finds dictionary names in tokens: a trie over tokens, longest match
// first.
type gazetteer struct {
	root    *node
	entries []rules.Entry
	byID    map[string]*entity
}

type node struct {
	next map[string]*node
	hits []hit
}

// hit is a name that ends at a node.
type hit struct {
	entity  *entity
	how     how
	capital uint64 // tokens that must be capitalised, as a bit set
	caps    bool   // must stand in capitals: "US" is not "us"
}

// entity is a thing that the article speaks about, while it is read.
type entity struct {
	graph.Entity
	entry *rules.Entry // nil unless from a dictionary
}

func newGazetteer(s *rules.Set) *gazetteer {
	g := &gazetteer{root: &node{}, entries: s.Entries, byID: map[string]*entity{}}
	for i := range s.Entries {
		e := &s.Entries[i]
		ent := &entity{Entity: e.Entity, entry: e}
		g.byID[ent.ID] = ent
		for _, n := range e.Names {
			g.add(n, hit{entity: ent, how: byName})
		}
		for _, n := range e.Adjective {
			g.add(n, hit{entity: ent, how: byAdjective})
		}
		for _, n := range e.People {
			g.add(n, hit{entity: ent, how: byPeople})
		}
		for _, n := range e.Capital {
			g.add(n, hit{entity: ent, how: byCapital})
		}
		for _, n := range e.Seat {
			g.add(n, hit{entity: g.seat(ent, n), how: bySeat})
		}
		for _, n := range e.Short {
			g.add(n, hit{entity: ent, how: byShort})
		}
	}
	return g
}

// seat is the institution that a seat of power stands for: the White House
// speaks and acts, and is part of its state.
func (g *gazetteer) seat(of *entity, name string) *entity {
	id := "org:" + kebab(strings.TrimPrefix(name, "the "))
	if g.byID[id] == nil {
		g.byID[id] = &entity{Entity: graph.Entity{ID: id, Label: "Organization", Name: name, Parent: of.ID}}
	}
	return g.byID[id]
}

func (g *gazetteer) add(name string, h hit) {
	tokens := text.Tokens(nil, name, text.Lower(name), 0, len(name))
	if len(tokens) == 0 {
		return
	}
	lower := true
	for i, t := range tokens {
		if t.Capital {
			lower = false
			if i > 0 || len(tokens) < 3 || tokens[1].Lower != "-" || t.Lower != "el" && t.Lower != "al" {
				h.capital |= 1 << i // "el-Fasher" is El-Fasher
			}
		}
	}
	h.caps = len(tokens) == 1 && tokens[0].AllCaps && len(name) <= 5
	g.put(tokens, "", h)
	if lower {
		last := tokens[len(tokens)-1].Lower
		if p := plural(last); p != last && !strings.HasSuffix(last, "s") {
			g.put(tokens, p, h)
		}
	}
}

// put enters a name; last, unless empty, stands for its last token.
func (g *gazetteer) put(tokens []text.Token, last string, h hit) {
	n := g.root
	for i, t := range tokens {
		w := t.Lower
		if last != "" && i == len(tokens)-1 {
			w = last
		}
		if n.next == nil {
			n.next = map[string]*node{}
		}
		if n.next[w] == nil {
			n.next[w] = &node{}
		}
		n = n.next[w]
	}
	n.hits = append(n.hits, h)
}

// longest returns the hits of the longest name that begins at tokens[i], and
// the number of its tokens.
func (g *gazetteer) longest(tokens []token, i int) ([]hit, int) {
	if i >= len(tokens) {
		return nil, 0
	}
	return longestName(g.root.next[tokens[i].Lower], tokens, i)
}

// longestName is the same, behind the node of the first token.
func longestName(n *node, tokens []token, i int) ([]hit, int) {
	var best []hit
	length := 0
	for j := i; n != nil; j++ {
		ok := 0
		for k := range n.hits {
			if n.hits[k].fits(tokens[i : j+1]) {
				ok++
			}
		}
		if ok > 0 {
			length = j + 1 - i
			best = n.hits
			if ok < len(n.hits) {
				best = nil
				for _, h := range n.hits {
					if h.fits(tokens[i : j+1]) {
						best = append(best, h)
					}
				}
			}
		}
		if j+1 == len(tokens) {
			break
		}
		n = n.next[tokens[j+1].Lower]
	}
	return best, length
}

func (h hit) fits(tokens []token) bool {
	if h.caps && !tokens[0].AllCaps {
		return false
	}
	for i := range tokens {
		if h.capital&(1<<i) != 0 && !tokens[i].Capital {
			return false
		}
	}
	return true
}
