package extract

// wordSet is a set of words in lower case.
type wordSet struct{ wordMap[bool] }

func newWordSet(words []string) *wordSet {
	s := &wordSet{}
	for _, w := range words {
		s.add(w)
	}
	return s
}

func (s *wordSet) add(w string) { s.put(w, true) }

func (s *wordSet) has(w string) bool { return s.at(w) }

// wordMap keeps something for each of some words in lower case. Code asks hundreds of
// them about each word of a text, and nearly always the answer is no; the bits say so
// without a look at the map. The zero map is empty and ready.
type wordMap[V any] struct {
	words map[string]V
	bits  wordBits
}

func (m *wordMap[V]) put(w string, v V) {
	if m.words == nil {
		m.words = map[string]V{}
	}
	m.words[w] = v
	m.bits.add(w)
}

// at returns what is kept for a word, or the zero value.
func (m *wordMap[V]) at(w string) V {
	if m.bits.may(w) {
		return m.words[w]
	}
	var none V
	return none
}

// wordBits is a set of words that may have more than were put in.
type wordBits [16]uint64

func (b *wordBits) add(w string) {
	n := sum(w)
	b[n>>6] |= 1 << (n & 63)
}

func (b *wordBits) may(w string) bool {
	n := sum(w)
	return b[n>>6]&(1<<(n&63)) != 0
}

// sum mixes what is cheap to know of a word, to a bit of wordBits.
func sum(w string) uint32 {
	if w == "" {
		return 0
	}
	h := uint32(w[0]) | uint32(w[len(w)/2])<<8 | uint32(w[len(w)-1])<<16 | uint32(len(w))<<24
	return h * 0x9E3779B1 >> 22
}
