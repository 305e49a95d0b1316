package extract

// wordSet is a set of words in lower case. Code asks hundreds of them about each
// word of a text, and nearly always the answer is no; a small table of bits says so
// without a look at the map.
type wordSet struct {
	words map[string]bool
	bits  [4]uint64 // of the sums of the words; see sum
}

func newWordSet(words []string) *wordSet {
	s := &wordSet{words: make(map[string]bool, len(words))}
	for _, w := range words {
		s.add(w)
	}
	return s
}

func (s *wordSet) add(w string) {
	s.words[w] = true
	n := sum(w)
	s.bits[n>>6] |= 1 << (n & 63)
}

func (s *wordSet) has(w string) bool {
	n := sum(w)
	return s.bits[n>>6]&(1<<(n&63)) != 0 && s.words[w]
}

// sum mixes what is cheap to know of a word.
func sum(w string) uint8 {
	if w == "" {
		return 0
	}
	return w[0]*7 + w[len(w)/2]*31 + w[len(w)-1]*13 + uint8(len(w))*59
}
