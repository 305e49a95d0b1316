package extract

import "dossier/loaders/text"

// scratch is the memory that reading an article takes and its document does not
// keep. The next article reads in the same: less work for the collector, and
// memory that the processor has at hand.
type scratch struct {
	tokens    slab[token]
	chunks    slab[chunk]
	ints      slab[int]
	lists     slab[[]int]
	phrases   slab[nounPhrase]
	verbs     slab[verbGroup]
	block     []text.Token // of one block
	row       []chunk      // of one sentence
	sentences []*sentence
	taken     int // of sentences
}

func (m *scratch) reset() {
	m.tokens.reset()
	m.chunks.reset()
	m.ints.reset()
	m.lists.reset()
	m.phrases.reset()
	m.verbs.reset()
	if len(m.sentences) > slabSize {
		m.sentences = nil
	}
	m.taken = 0
}

// sentence returns an empty sentence, with the memory of an earlier one.
func (m *scratch) sentence() *sentence {
	if m.taken == len(m.sentences) {
		m.sentences = append(m.sentences, &sentence{})
	}
	s := m.sentences[m.taken]
	m.taken++
	*s = sentence{
		mem: m, mentions: s.mentions[:0], clauses: s.clauses[:0], scopes: s.scopes[:0], findings: s.findings[:0],
		holdings: s.holdings[:0], quotes: s.quotes[:0], said: s.said[:0], silent: s.silent[:0],
	}
	return s
}

// single returns a list of one.
func (m *scratch) single(i int) []int {
	list := m.ints.slice(1)
	list[0] = i
	return list
}

// slab hands out slices of one block; a long article takes more blocks.
type slab[T any] struct{ block []T }

// slabSize is enough for the tokens of 20 kB of text, more than most articles have.
const slabSize = 4096

// slice returns n zero values.
func (s *slab[T]) slice(n int) []T {
	if n > cap(s.block)-len(s.block) {
		s.block = make([]T, 0, max(n, slabSize))
	}
	from := len(s.block)
	s.block = s.block[:from+n]
	out := s.block[from : from+n : from+n]
	clear(out)
	return out
}

// keep returns where a value is kept.
func (s *slab[T]) keep(v T) *T {
	at := &s.slice(1)[0]
	*at = v
	return at
}

func (s *slab[T]) reset() {
	if cap(s.block) > slabSize {
		s.block = nil // one long article must not hold its memory for ever
	}
	s.block = s.block[:0]
}
