package extract

// scratch is the memory that reading an article takes and its document does not
// keep. The next article reads in the same: less work for the collector, and
// memory that the processor has at hand.
type scratch struct {
	tokens slab[token]
	chunks slab[chunk]
	ints   slab[int]
	buffer []chunk
}

func (s *scratch) reset() {
	s.tokens.reset()
	s.chunks.reset()
	s.ints.reset()
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

func (s *slab[T]) reset() {
	if cap(s.block) > slabSize {
		s.block = nil // one long article must not hold its memory for ever
	}
	s.block = s.block[:0]
}
