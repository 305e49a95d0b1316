package extract

import (
	"slices"
)

// backings reads compounds that say who stands behind whom: "Iran-backed
// militias", "Turkish- and Qatari-funded rebels".
func (r *reader) backings(s *sentence) {
	for i := range s.mentions {
		m := &s.mentions[i]
		if s.tokens[m.from].men != i || !r.x.onto.Is(m.entity.Label, backers...) || m.to+1 >= len(s.tokens) || s.tokens[m.to].tag != tHyphen {
			continue
		}
		at := m.to + 1
		if s.tokens[at].tag == tConj && at+3 < len(s.tokens) && s.tokens[at+1].men >= 0 {
			n := &s.mentions[s.tokens[at+1].men]
			if n.to+1 >= len(s.tokens) || s.tokens[n.to].tag != tHyphen {
				continue
			}
			at = n.to + 1
		}
		if !s.vocab.backed.has(s.tokens[at].Lower) {
			continue
		}
		ci := s.chunkAt(at)
		if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.head <= at {
			continue
		}
		whom := r.backed(s, ci)
		if len(whom) == 0 {
			// "Iran-backed Houthi attacks"
			for _, o := range r.owners(s, s.chunks[ci].np) {
				if o.Label == "Organization" {
					whom = append(whom, ref{entity: o, text: o.Name, from: s.chunks[ci].from, to: s.chunks[ci].to})
				}
			}
		}
		for _, x := range whom {
			if x.entity != m.entity && !(x.entity.Described && x.entity.Label == "Person") {
				r.add(s, finding{relation: "SUPPORTED", rule: "backed", head: ref{entity: m.entity, text: m.entity.Name, from: m.from, to: m.to}, tail: x, at: at, from: m.from, to: max(x.to, at+1), implied: true})
			}
		}
	}
}

// backers are the labels of those whom a compound may name as standing behind.
var backers = []string{"State", "Organization"}

// backed returns whom a phrase such as "Iran-backed groups" stands for: those
// that spell it out, those it sums up ("A, B and other Iran-backed groups"), or
// itself.
func (r *reader) backed(s *sentence, ci int) []ref {
	labels := []string{"State", "Organization", "Person"}
	np := s.chunks[ci].np
	if s.vocab.ventures.has(s.tokens[np.head].lemma) {
		labels = []string{"Agreement", "Resolution", "Topic"} // "a Saudi-backed plan"
	}
	if g := s.group(ci); len(g) > 1 && g[len(g)-1] == ci {
		for i := np.from; i < np.head; i++ {
			if s.tokens[i].Lower == "other" {
				var out []ref
				for _, k := range g[:len(g)-1] {
					out = append(out, r.one(s, k, labels)...)
				}
				return out
			}
		}
	}
	return r.refsOfMember(s, ci, labels)
}

// behindCompound reports whether a name is the first part of a compound such as
// "Iran-backed", which says nothing of whose the thing is.
func (s *sentence) behindCompound(m *mention, head int) bool {
	return m.to+1 < head && s.tokens[m.to].tag == tHyphen && participle(s.tokens[m.to+1].Lower)
}

// titular returns the noun by which a phrase that ends in a name says what the
// named are: "Maduro's backers Russia and China"; -1 when there is none.
func (s *sentence) titular(np *nounPhrase) int {
	if np.men < 0 {
		return -1
	}
	if i := s.mentions[np.men].from - 1; i >= np.start && s.tokens[i].tag == tNoun && s.tokens[i].men < 0 {
		return i
	}
	return -1
}

// apposed returns the phrases that name whom a noun is said of: "Russia, a backer
// of Maduro,", "Maduro's main backer, Russia,", "Russia is his main backer",
// "backers such as Russia", "his backers Russia and China".
func (r *reader) apposed(s *sentence, ci int) []int {
	ch := s.chunks
	np := ch[ci].np
	if s.titular(np) >= 0 {
		return []int{ci}
	}
	if list := s.including(ci); list != nil {
		return list[:1]
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if l := ch[c.verb].vg.lemma; (l == "be" || l == "remain" || l == "become") && c.object >= 0 && c.subject >= 0 && s.inGroup(c.object, ci) && c.object < c.verb == (ci < c.verb) {
			return []int{c.subject}
		} else if l == "be" && c.subject == ci && c.object > c.verb && ch[c.object].np.men >= 0 && r.sort(s, c.object) == "actor" {
			return []int{c.object} // "his main backer is Russia"
		}
	}
	many := pluralNoun(s.tokens[np.head].Lower)
	fits := func(k int) bool {
		g := s.group(k)
		return r.sort(s, k) == "actor" && !slices.Contains(g, ci) && len(g) > 1 == many
	}
	j := s.group(ci)[0] - 1 // "a founder of the firm and a supporter of"
	for j >= 0 && ch[j].kind == kAdverb {
		j--
	}
	if j > 0 && (ch[j].kind == kComma || s.dash(j)) {
		if k := s.nounBefore(j - 1); k >= 0 && fits(k) {
			return []int{k}
		}
	}
	j = s.behindGroup(ci)
	for j+1 < len(ch) && ch[j].kind == kPrep && ch[j].word == "of" && ch[j+1].kind == kNoun {
		j = s.behindGroup(j + 1)
	}
	if j+1 < len(ch) && ch[j].kind == kComma && ch[j+1].kind == kNoun && fits(j+1) {
		return []int{j + 1}
	}
	return nil
}

// accompanied returns whose clause a phrase with "with" belongs to: "took the
// town with Rwandan support", "with Russian help, the army".
func (r *reader) accompanied(s *sentence, ci int, preps []prep) []int {
	if ci == 0 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "with" || hasPrep(preps, "for") || hasPrep(preps, "to") {
		return nil // "with Russian support for the rebels"
	}
	if c := r.governing(s, ci, "with"); c != nil {
		if s.vocab.concerns.has(s.chunks[c.verb].vg.lemma) {
			return nil // "disagreed with American support for"
		}
		if c.passive && slices.ContainsFunc(r.verbPreps(s, c, "by"), func(by int) bool { return len(s.group(by)) > 1 }) {
			return nil // the last of a list may be meant alone
		}
		return r.verbSlot(s, c, "subj")
	}
	if ci > 1 && s.chunks[ci-2].kind != kComma {
		return nil
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.verb > ci && s.chunks[c.verb].vg.finite {
			return r.verbSlot(s, c, "subj")
		}
	}
	return nil
}

// sided returns who is on a side: "fought on the side of the rebels".
func (r *reader) sided(s *sentence, ci int) []int {
	np := s.chunks[ci].np
	if ci == 0 || s.chunks[ci-1].word != "on" || np.owner == nil && !np.possessive && (ci+1 >= len(s.chunks) || s.chunks[ci+1].word != "of") {
		return nil // "on the Syrian side"
	}
	if c := r.governing(s, ci, "on"); c != nil && s.vocab.sides.has(s.chunks[c.verb].vg.lemma) {
		return r.verbSlot(s, c, "subj")
	}
	return nil
}

// thankful returns who is thankful for what a noun names: "is grateful for
// France's support".
func (r *reader) thankful(s *sentence, ci int, preps []prep) []int {
	if j := s.behindGroup(ci); s.chunks[ci].np.possessive || hasPrep(preps, "for") || hasPrep(preps, "to") || hasPrep(preps, "of") || j < len(s.chunks) && s.chunks[j].kind == kVerb {
		return nil // "thanked Japan for its support", "for its support for Ukraine"
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		grateful := c.object >= 0 && slices.Contains(s.vocab.thankful, s.tokens[s.chunks[c.object].np.head].Lower)
		if !grateful && !s.vocab.thanks.has(s.chunks[c.verb].vg.lemma) && !s.followed(c, s.vocab.thankful) {
			continue
		}
		if c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "for", ci) {
			return r.verbSlot(s, c, "subj")
		}
	}
	return nil
}

// favoured returns who has what a noun names from somebody: "enjoys the support
// of", "relies on Russian backing".
func (r *reader) favoured(s *sentence, ci int, preps []prep) []int {
	if hasPrep(preps, "for") || hasPrep(preps, "to") {
		return nil
	}
	possessive := s.chunks[ci].np.possessive
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || !s.vocab.enjoys.has(s.chunks[c.verb].vg.lemma) {
			continue
		}
		if c.object >= 0 && c.object != ci && s.effective(c.object) == ci {
			return r.verbSlot(s, c, "subj") // "receives most of its support from"
		}
		if possessive {
			continue // "has their support for"
		}
		if c.object >= 0 && s.inGroup(c.object, ci) || c.object < 0 && (hasPrepAt(s, c, "on", ci) || hasPrepAt(s, c, "upon", ci)) {
			return r.verbSlot(s, c, "subj")
		}
	}
	return nil
}

// provisions reads compounds that say whose gift or sale something is, or who put
// somebody on a list: "Iranian-supplied drones", "a U.S.-blacklisted bank".
func (r *reader) provisions(s *sentence) {
	for i := range s.mentions {
		m := &s.mentions[i]
		at := m.to + 1
		if s.tokens[m.from].men != i || !r.x.onto.Is(m.entity.Label, "State", "Organization") || at >= len(s.tokens) || s.tokens[m.to].tag != tHyphen {
			continue
		}
		f := finding{head: ref{entity: m.entity, text: m.entity.Name, from: m.from, to: m.to}, at: at, from: m.from, settled: true}
		var labels []string
		switch w := s.tokens[at].Lower; {
		case s.vocab.provided.has(w):
			f.relation, f.rule, labels = "SUPPLIED", "provided", []string{"Weapon", "Technology"}
		case s.vocab.blacklisted.has(w):
			f.relation, f.rule, labels = "SANCTIONED", "blacklisted", []string{"Person", "Organization", "State", "Place"}
		default:
			continue
		}
		ci := s.chunkAt(at)
		if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.head <= at {
			continue
		}
		for _, x := range r.one(s, ci, labels) {
			if x.entity == m.entity {
				continue
			}
			f.tail, f.to, f.roles = x, max(x.to, at+1), map[string]ref{}
			r.partOfTransfer(&f)
			r.add(s, f)
		}
	}
}
