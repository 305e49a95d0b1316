package extract

import "slices"

// statePair is two states that an article speaks of together, and how often.
type statePair struct {
	states [2]*entity
	times  int
}

// notePair takes note that a sentence speaks of two states together.
func (d *discourse) notePair(a, b *entity) {
	for i := range d.pairs {
		if p := &d.pairs[i]; p.states == [2]*entity{a, b} || p.states == [2]*entity{b, a} {
			p.times++
			return
		}
	}
	if len(d.pairs) < 16 {
		d.pairs = append(d.pairs, statePair{[2]*entity{a, b}, 1})
	}
}

// mainPair returns the two states that the article speaks of together most often, or
// nil if none stand out.
func (d *discourse) mainPair() []*entity {
	var best *statePair
	second := 0
	for i := range d.pairs {
		switch p := &d.pairs[i]; {
		case best == nil || p.times > best.times:
			if best != nil {
				second = best.times
			}
			best = p
		case p.times > second:
			second = p.times
		}
	}
	if best == nil || best.times < 2 || best.times <= second {
		return nil
	}
	return best.states[:]
}

// pairBefore returns the two states that a sentence names before a token, if they are
// the only ones and do not themselves speak or mediate: "Peru closed its border with
// Chile as both sides".
func (r *reader) pairBefore(s *sentence, at int) []*entity {
	var out []*entity
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.entity.Label == "State" && m.from < at && m.how != byAdjective && s.tokens[m.from].men == i && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	if len(out) != 2 {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || s.chunks[c.verb].from >= at || !r.speechVerb(s.chunks[c.verb].vg) && !s.vocab.mediates.has(s.verbLemma(c)) && !s.vocab.judging.has(s.verbLemma(c)) {
			continue
		}
		if m := s.chunks[c.subject].np.men; m >= 0 && slices.Contains(out, s.mentions[m].entity) {
			return nil
		}
	}
	return out
}

// otherOfPair returns the state that a possessor's "neighbour" or "rival" is: the one
// that the article speaks of together with it.
func (r *reader) otherOfPair(s *sentence, np *nounPhrase) *entity {
	if h := &s.tokens[np.head]; np.men >= 0 || !s.vocab.rivals.has(h.Lower) || np.owner == nil && !np.possessive {
		return nil
	}
	owners := r.owners(s, np)
	if len(owners) != 1 {
		return nil
	}
	whose := r.stateOf(owners[0])
	if whose != nil && whose.Parent != "" {
		whose = r.x.gaz.byID[whose.Parent] // a ministry's neighbour is its country's
	}
	if whose == nil {
		return nil
	}
	d := &r.discourse
	for _, pair := range [...][]*entity{d.opposed, d.group, d.mainPair()} {
		if i := slices.Index(pair, whose); i >= 0 && len(pair) == 2 && pair[1-i].Label == "State" {
			return pair[1-i]
		}
	}
	return nil
}

// bareCountries reports whether a phrase is nothing but "the countries" or "the nations"
// before a finite verb, and so means those spoken of.
func (s *sentence) bareCountries(np *nounPhrase) bool {
	h := s.tokens[np.head].Lower
	if h != "countries" && h != "nations" || np.head != np.from+1 || s.tokens[np.from].Lower != "the" {
		return false
	}
	ci := s.chunkAt(np.head)
	return ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kVerb && s.chunks[ci+1].vg.finite && !s.chunks[ci+1].vg.bare
}
