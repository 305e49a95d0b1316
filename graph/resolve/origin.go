package resolve

import (
	"math"
	"strconv"
	"strings"
	"unicode"

	"dossier/graph"
)

// Bands and rows of the MinHash signature. Two texts have one origin when all
// rows of one band agree; the chance of it is 1-(1-s^rows)^bands for texts that
// have the share s of their shingles in common: over 0.999 at 0.9, below 0.003
// at 0.3.
const (
	bands = 12
	rows  = 7
	// shingle is how many words are hashed together.
	shingle = 4
)

// Bands are the keys of a text by which near-identical texts are found: texts
// that share one are of one origin. They depend on the words only, not on case,
// punctuation or white space. A text of fewer than twenty words has none but
// its own: too little to tell copies from coincidence.
func Bands(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) < 20 {
		return []string{"=" + strconv.FormatUint(hash(strings.Join(words, " ")), 36)}
	}
	var signature [bands * rows]uint64
	for i := range signature {
		signature[i] = math.MaxUint64
	}
	for i := 0; i+shingle <= len(words); i++ {
		h := hash(strings.Join(words[i:i+shingle], " "))
		for k := range signature {
			signature[k] = min(signature[k], mix(h, uint64(k)))
		}
	}
	out := make([]string, bands)
	for b := range out {
		h := uint64(b)
		for _, v := range signature[b*rows : (b+1)*rows] {
			h = mix(h, v)
		}
		out[b] = strconv.Itoa(b) + "." + strconv.FormatUint(h, 36)
	}
	return out
}

// Words is the text of an article that a reprint keeps: without headline,
// captions and what surrounds it on the page.
func Words(d graph.Document) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		if s.Part == graph.Body || s.Part == graph.Quote || s.Part == "" {
			b.WriteString(s.Text)
			b.WriteByte('\n')
		}
	}
	if b.Len() == 0 {
		return d.Article.Text
	}
	return b.String()
}

// hash is FNV-1a: the same on every machine and in every release.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix is the finisher of SplitMix64, keyed.
func mix(h, key uint64) uint64 {
	z := h + (key+1)*0x9E3779B97F4A7C15
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB
	return z ^ (z >> 31)
}

// Groups joins items that share a key, directly or through others. It returns
// for each item the least item of its group.
func Groups(keys map[string][]string) map[string]string {
	s := newSets()
	owner := map[string]string{}
	for item, list := range keys {
		s.find(item)
		for _, k := range list {
			if other, ok := owner[k]; ok {
				s.union(item, other)
			} else {
				owner[k] = item
			}
		}
	}
	out := make(map[string]string, len(keys))
	for item := range keys {
		out[item] = s.find(item)
	}
	return out
}

// sets is a union-find whose representatives are the least members.
type sets map[string]string

func newSets() sets { return sets{} }

func (s sets) find(x string) string {
	p, ok := s[x]
	if !ok {
		s[x] = x
		return x
	}
	if p == x {
		return x
	}
	root := s.find(p)
	s[x] = root
	return root
}

func (s sets) union(a, b string) {
	a, b = s.find(a), s.find(b)
	switch {
	case a < b:
		s[b] = a
	case b < a:
		s[a] = b
	}
}

// A Voice is one sentence of one article behind a claim.
type Voice struct {
	Article string // id
	Origin  string // of the article: the least of those near-identical with it
	Words   string // origin of the sentence; empty for one too short to be recognised
}

// Independent joins the voices behind one claim to independent origins. It
// returns for each voice the origin it belongs to: voices of one article, of
// near-identical articles and of reprinted sentences have one.
func Independent(voices []Voice) []string {
	s := newSets()
	for _, v := range voices {
		s.find("o" + v.Origin)
		if v.Words != "" {
			s.union("o"+v.Origin, "w"+v.Words)
		}
	}
	// The representative is the least article origin: "o" sorts before "w".
	out := make([]string, len(voices))
	for i, v := range voices {
		out[i] = s.find("o" + v.Origin)[1:]
	}
	return out
}
