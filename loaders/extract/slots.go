package extract

import (
	"slices"
	"strings"
)

// verbSlot returns the chunks that may stand in a slot of a verb, best first.
func (r *reader) verbSlot(s *sentence, c *clause, source string) []int {
	switch source {
	case "subj":
		if c.passive {
			return r.agents(s, c)
		}
		return r.alternatives(s, c.subject)
	case "obj":
		if c.passive {
			out := append(s.equated(c.subject), r.alternatives(s, c.subject)...)
			if c.object >= 0 {
				out = append(out, c.object) // "was given missiles"
			}
			return out
		}
		var out []int
		if c.second >= 0 && !s.vocab.naming[s.chunks[c.verb].vg.lemma] {
			out = append(out, c.second)
		}
		if c.object >= 0 {
			out = append(out, c.object)
		}
		return out
	case "iobj":
		if c.passive && c.object >= 0 {
			return r.alternatives(s, c.subject)
		}
		if c.second >= 0 {
			return []int{c.object}
		}
		return nil
	case "inf":
		// "threatens to attack Guam": the object of what is threatened.
		if c.complement >= 0 && s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ {
			for i := range s.clauses {
				if d := &s.clauses[i]; d.verb == c.complement && !s.vocab.sparing[s.chunks[d.verb].vg.lemma] {
					out := append(r.verbSlot(s, d, "obj"), r.verbPreps(s, d, "against")...)
					return append(append(out, r.verbPreps(s, d, "to")...), r.verbPreps(s, d, "on")...)
				}
			}
		}
		return nil
	case "opening":
		// "In a phone call on Monday, Putin told Erdogan": what the clause opens with.
		return r.openingMeeting(s, c)
	case "holder":
		// "used missiles obtained from Iran": who has them is who got them.
		for i := range s.clauses {
			if d := &s.clauses[i]; d != c && c.subject >= 0 && d.object >= 0 && s.inGroup(d.object, c.subject) && !d.passive {
				return r.alternatives(s, d.subject)
			}
		}
		return nil
	case "launcher":
		// "drones launched by the Houthis struck"
		for i := range s.clauses {
			if d := &s.clauses[i]; d.passive && d.verb < c.verb && c.subject >= 0 && d.subject >= 0 && s.inGroup(c.subject, d.subject) && s.vocab.launches[s.chunks[d.verb].vg.lemma] {
				return r.verbPreps(s, d, "by")
			}
		}
		return nil
	case "between":
		if out := r.verbPreps(s, c, source); len(out) > 0 || !c.passive || c.subject < 0 {
			return out
		}
		var out []int
		for _, p := range r.nounPreps(s, c.subject) {
			if p.word == source {
				out = append(out, p.at) // "a pact between Oman and Iran was signed"
			}
		}
		return out
	case "behalf":
		for _, ci := range r.verbPreps(s, c, "on") {
			if ci+2 < len(s.chunks) && s.tokens[s.chunks[ci].np.head].Lower == source && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun {
				return []int{ci + 2}
			}
		}
		return nil
	case "enacted":
		// "signed an order to bar citizens from": the order bars them.
		if n := c.verb - 1; s.chunks[c.verb].vg.to_ && n >= 0 && s.chunks[n].kind == kNoun && s.vocab.enactments[s.tokens[s.chunks[n].np.head].lemma] {
			return []int{n}
		}
		return nil
	case "from-doing":
		if m := c.complement; m > c.verb && s.chunks[m].kind == kVerb && s.chunks[m].vg.bare && s.chunks[m-1].word == "from" {
			return []int{m}
		}
		return nil
	case "gerund":
		if m := c.complement; m > c.verb && s.chunks[m].kind == kVerb && (s.chunks[m].vg.bare && s.chunks[m-1].word == "from" || s.chunks[m].vg.to_ && s.noClauseBetween(c.verb, m) && (c.passive || c.object < c.verb || r.acts(s, c.object))) {
			return []int{m}
		}
		return nil
	case "assembly":
		// A body that votes as a whole.
		return slices.DeleteFunc(r.verbSlot(s, c, "subj"), func(ci int) bool {
			np := s.chunks[ci].np
			for i := np.from; i < np.to; i++ {
				if s.vocab.assemblies[s.tokens[i].Lower] {
					return false
				}
			}
			return true
		})
	case "money":
		for _, ci := range [...]int{c.second, c.object} {
			if ci >= 0 && s.money(ci) {
				return []int{ci}
			}
		}
		if c.passive && c.subject >= 0 && s.money(c.subject) {
			return []int{c.subject}
		}
		return nil
	case "under":
		if out := r.verbPreps(s, c, source); len(out) > 0 {
			return out
		}
		// "Under the treaty, both are barred from", "is barred from testing under".
		for j := 0; j+1 < len(s.chunks); j++ {
			if s.chunks[j].kind == kPrep && s.chunks[j].word == "under" && s.chunks[j+1].kind == kNoun && r.sort(s, j+1) != "actor" {
				return []int{j + 1}
			}
		}
		return nil
	case "by":
		if out := r.verbPreps(s, c, source); len(out) > 0 || !c.passive || c.complement < 0 || s.chunks[c.complement].kind != kVerb || s.clauseOf[c.complement] < 0 {
			return out
		}
		return r.verbPreps(s, &s.clauses[s.clauseOf[c.complement]], source) // "is barred from testing missiles by"
	}
	if out, ok := r.stanceOfVerb(s, c, source); ok {
		return out
	}
	if word, ok := strings.CutPrefix(source, "obj-"); ok {
		// "suspended licences for exports": what hangs on the object.
		if c.passive || c.object < 0 {
			return nil
		}
		var out []int
		for _, p := range r.nounPreps(s, c.object) {
			if p.word == word {
				out = append(out, p.at)
			}
		}
		return out
	}
	if word, ok := strings.CutPrefix(source, "first-"); ok {
		// "agreed with Turkey on", not "agreed on a dialogue with Turkey".
		if len(c.preps) == 0 || c.preps[0].word != word || c.preps[0].verb {
			return nil
		}
		return []int{c.preps[0].at}
	}
	return r.verbPreps(s, c, source)
}

// openingMeeting returns the meeting or journey at which a sentence begins and of
// whose clause c is: "During talks in Ankara, Erdogan told".
func (r *reader) openingMeeting(s *sentence, c *clause) []int {
	ch := s.chunks
	j := 0
	if len(ch) > 0 && ch[0].kind == kConj {
		j = 1
	}
	if j+1 >= len(ch) || ch[j].kind != kPrep || ch[j+1].kind != kNoun || c.subject <= j+1 || c.passive || !s.vocab.meetings[s.tokens[ch[j+1].np.head].lemma] {
		return nil
	}
	switch ch[j].word {
	case "in", "during", "at", "over", "on", "after":
	default:
		return nil
	}
	for k := j + 2; k < s.group(c.subject)[0]; k++ {
		if ch[k].kind == kVerb || ch[k].kind == kRel || ch[k].kind == kColon {
			return nil
		}
	}
	return []int{j + 1}
}

// noClauseBetween reports whether only phrases stand between two chunks.
func (s *sentence) noClauseBetween(from, to int) bool {
	for j := from + 1; j < to; j++ {
		switch s.chunks[j].kind {
		case kNoun, kPrep, kTime, kAdverb, kOther:
		default:
			return false
		}
	}
	return true
}

// money reports whether a phrase is a sum: "$10 million", "500 million euros".
func (s *sentence) money(ci int) bool {
	np := s.chunks[ci].np
	if np.men >= 0 || np.pronoun {
		return false
	}
	if h := &s.tokens[np.head]; h.tag != tNum && !s.vocab.currencies[h.Lower] {
		return false // "a $5 million contract"
	}
	number, unit := false, false
	for i := np.from; i < np.to; i++ {
		t := &s.tokens[i]
		number = number || t.tag == tNum
		unit = unit || s.vocab.currencies[t.Lower]
	}
	return number && unit
}

// agents are the phrases by which a passive names who does it; "by" behind what
// came before is that one's: "were threatened after riots by its fans".
func (r *reader) agents(s *sentence, c *clause) []int {
	var out []int
	for i, p := range c.preps {
		if p.word != "by" || p.verb {
			continue
		}
		if i > 0 && !c.preps[i-1].verb && s.behindGroup(c.preps[i-1].at) == s.group(p.at)[0]-1 {
			switch c.preps[i-1].word {
			case "after", "during", "following", "amid", "before", "despite", "since":
				continue
			}
		}
		out = append(out, p.at)
	}
	return out
}

func (r *reader) verbPreps(s *sentence, c *clause, word string) []int {
	var out []int
	for _, p := range c.preps {
		if p.word == word && !p.verb {
			out = append(out, p.at)
		}
		if !p.verb && s.ownWar(s.behindGroup(p.at)-1) {
			break // "imposed sanctions over Russia's war against": the war's
		}
	}
	return out
}

// alternatives returns a phrase and, when it hangs on another by a preposition,
// that one too: in "the transfer of missiles supplied by" either may be meant.
func (r *reader) alternatives(s *sentence, ci int) []int {
	if ci < 0 {
		return nil
	}
	out := []int{ci}
	for k := 0; k < 3; k++ {
		first := s.group(ci)[0]
		if first < 2 || s.chunks[first-1].kind != kPrep || s.chunks[first-2].kind != kNoun {
			break
		}
		if w := s.chunks[first-1].word; w == "on" || w == "against" || w == "after" || w == "before" || w == "during" || w == "as" || w == "since" || w == "until" {
			break // "sanctions on those found to violate": those, not the sanctions
		}
		ci = first - 2
		out = append(out, ci)
	}
	if np := s.chunks[ci].np; np.men < 0 && s.vocab.enactments[s.tokens[np.head].lemma] {
		// "signed an order imposing sanctions": who signs it imposes them.
		for i := range s.clauses {
			if c := &s.clauses[i]; !c.passive && c.subject >= 0 && c.subject != ci && c.object >= 0 && s.inGroup(c.object, ci) && s.vocab.enacts[s.chunks[c.verb].vg.lemma] {
				out = append(out, c.subject)
			}
		}
	}
	if first := s.group(ci)[0]; first > 0 && s.chunks[first-1].kind == kPrep && s.chunks[first-1].word == "among" {
		for i := range s.clauses {
			switch c := &s.clauses[i]; {
			case s.chunks[c.verb].vg.lemma != "be":
			case c.subject >= 0 && c.verb < first:
				out = append(out, c.subject) // "Japan is among the countries that condemned"
			case c.object > c.verb && c.verb > first:
				out = append(out, c.object) // "among those blacklisted are two judges"
			}
		}
	}
	if n := r.identified(s, out[0]); n >= 0 {
		out = append([]int{n}, out...)
	}
	return out
}

// equated returns the phrase that the one at ci is said to be: "rebels" in "rebels
// who are mainly Sunnis, backed by"; nothing if there is none.
func (s *sentence) equated(ci int) []int {
	for i := range s.clauses {
		if c := &s.clauses[i]; s.chunks[c.verb].vg.lemma == "be" && !c.passive && c.subject >= 0 && c.object == ci && c.object > c.verb && !s.chunks[c.subject].np.pronoun {
			return []int{c.subject}
		}
	}
	return nil
}

// identified returns the phrase that tells who the people or bodies at ci are:
// "those blacklisted include two judges", "he is one of the judges blacklisted by";
// or -1.
func (r *reader) identified(s *sentence, ci int) int {
	one := -1
	for k := s.group(ci)[0]; k >= 2 && s.chunks[k-1].kind == kPrep && s.chunks[k-1].word == "of" && s.chunks[k-2].kind == kNoun; k -= 2 {
		if s.tokens[s.chunks[k-2].np.head].Lower == "one" {
			one = k - 2
		}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		switch {
		case c.passive || c.subject < 0 || c.object < 0:
		case s.chunks[c.verb].vg.lemma == "include" && c.subject == ci && c.object > c.verb && (s.chunks[ci].np.pronoun || s.tokens[s.chunks[ci].np.head].Lower == "those" || r.sort(s, ci) == "role" || r.sort(s, ci) == "actor") && s.chunks[ci].np.men < 0:
			return c.object
		case one >= 0 && s.chunks[c.verb].vg.lemma == "be" && c.object == one:
			return c.subject
		}
	}
	return -1
}

func hasPrep(preps []prep, word string) bool {
	return slices.ContainsFunc(preps, func(p prep) bool { return p.word == word })
}

func hasPrepAt(s *sentence, c *clause, word string, ci int) bool {
	return slices.ContainsFunc(c.preps, func(p prep) bool { return p.word == word && !p.verb && s.inGroup(p.at, ci) })
}

// nounPreps returns the prepositional phrases behind a noun, over insertions
// between commas.
func (r *reader) nounPreps(s *sentence, ci int) []prep {
	ch := s.chunks
	var out []prep
	j := s.behindGroup(ci)
	if g := s.group(ci); g[len(g)-1] != ci {
		// A member of a list: its own phrases come first, then those behind the list.
		for k := ci + 1; k+1 < len(ch) && ch[k].kind == kPrep && ch[k+1].kind == kNoun; k += 2 {
			out = append(out, prep{word: ch[k].word, at: k + 1})
		}
		if len(out) > 0 {
			return out
		}
	}
	for j < len(ch) {
		switch k := &ch[j]; k.kind {
		case kTime, kAdverb:
			if k.word == "ahead" {
				return out // "sanctions ahead of a game against": not the sanctions
			}
			j++
		case kOpen:
			for j < len(ch) && ch[j].kind != kClose {
				j++
			}
			j++
		case kOther:
			if k.word != "loyal" || j+2 >= len(ch) || ch[j+1].word != "to" || ch[j+2].kind != kNoun {
				return out
			}
			j = s.behindGroup(j + 2) // "an offensive by forces loyal to Assad against"
		case kPrep:
			if j+1 >= len(ch) || ch[j+1].kind != kNoun {
				return out
			}
			out = append(out, prep{word: k.word, at: j + 1})
			j = s.behindGroup(j + 1)
			if list := s.including(j - 1); list != nil || s.ownWar(j-1) {
				return out // "sanctions over Russia's war against": the war's
			}
		case kVerb:
			if !r.reduced(s, j) || !r.x.support[k.vg.lemma] || k.vg.lemma == "hold" && len(out) > 0 && s.tokens[ch[j-1].to-1].word.in(cPlace) {
				return out // "a visit to territory held by rebels" is not theirs
			}
			// "attacks launched against", "transfers carried out by"
			j++
		case kComma:
			n := -1
			for m := j + 1; m < len(ch) && m < j+10; m++ {
				if ch[m].kind == kVerb || ch[m].kind == kColon || ch[m].kind == kRel {
					break
				}
				if ch[m].kind == kComma {
					n = m
					break
				}
			}
			if n < 0 || n+1 >= len(ch) || ch[n+1].kind != kPrep || j+1 < len(ch) && ch[j+1].kind != kPrep && ch[j+1].kind != kAdverb && ch[j+1].kind != kConj {
				return out
			}
			j = n + 1
		default:
			return out
		}
	}
	return out
}

// ownWar reports whether a phrase names somebody's war, which takes what follows.
func (s *sentence) ownWar(ci int) bool {
	np := s.chunks[ci].np
	return np != nil && np.owner != nil && s.vocab.wars[s.tokens[np.head].lemma]
}

func (r *reader) nounSlot(s *sentence, ci int, preps []prep, source string) []int {
	switch source {
	case "subj":
		if c := r.supporting(s, ci); c != nil && !(s.vocab.breaches[s.tokens[s.chunks[ci].np.head].lemma] && r.speechVerb(s.chunks[c.verb].vg)) {
			return r.verbSlot(s, c, "subj") // who announces violations is not who violates
		}
		if s.vocab.breaches[s.tokens[s.chunks[ci].np.head].lemma] && ci > 1 && s.chunks[ci-1].word == "in" && s.chunks[ci-2].kind == kComma && r.governing(s, ci, "in") == nil {
			// "launched a rocket, the ministry said, in defiance of sanctions"
			for i := range s.clauses {
				if c := &s.clauses[i]; s.chunks[c.verb].vg.finite && c.verb < ci && !r.speechVerb(s.chunks[c.verb].vg) {
					return r.verbSlot(s, c, "subj")
				}
			}
		}
		if s.vocab.talks[s.tokens[s.chunks[ci].np.head].lemma] {
			for _, w := range [...]string{"into", "of", "from", "to"} {
				if c := r.governing(s, ci, w); c != nil && (w == "into" || s.vocab.quits[s.chunks[c.verb].vg.lemma]) {
					return r.verbSlot(s, c, "subj") // "entered into talks with", "walked out of talks with"
				}
			}
		}
		if ci == 1 && s.chunks[0].kind == kPrep && s.vocab.pacts[s.tokens[s.chunks[ci].np.head].lemma] {
			// "Under a deal with Moscow, Tehran will receive": whose clause it opens.
			for i := range s.clauses {
				if c := &s.clauses[i]; s.chunks[c.verb].vg.finite && c.subject > ci {
					return r.verbSlot(s, c, "subj")
				}
			}
		}
		if c := r.governing(s, ci, "in"); c != nil && (s.vocab.unites[s.chunks[c.verb].vg.lemma] || s.takesPart(c) || s.vocab.breaches[s.tokens[s.chunks[ci].np.head].Lower] && s.tokens[s.chunks[ci].np.from].tag != tDet || s.vocab.talks[s.tokens[s.chunks[ci].np.head].lemma] && s.tokens[s.chunks[ci].np.head].Lower != "consultation") {
			if c.passive && s.vocab.talks[s.tokens[s.chunks[ci].np.head].lemma] {
				return r.verbSlot(s, c, "obj") // "are engaged in talks with"
			}
			return r.verbSlot(s, c, "subj") // "united in condemnation", "in violation of", "in talks with"
		}
		if c := r.governing(s, ci, "to"); c != nil && s.chunks[c.verb].vg.lemma == "amount" {
			return r.alternatives(s, c.subject) // "amounts to a breach of"
		}
		if ci == 1 && s.chunks[0].word == "in" && s.vocab.breaches[s.tokens[s.chunks[ci].np.head].lemma] {
			// "In breach of the embargo, the state sent": whose clause it opens.
			for i := range s.clauses {
				if c := &s.clauses[i]; s.chunks[c.verb].vg.finite {
					return r.verbSlot(s, c, "subj")
				}
			}
		}
		for i := range s.clauses {
			if r.x.strikes[s.tokens[s.chunks[ci].np.head].lemma] {
				break // nobody is an attack
			}
			// "this conduct is a violation"
			if c := &s.clauses[i]; s.chunks[c.verb].vg.lemma == "be" && c.object >= 0 && c.subject >= 0 && s.inGroup(c.object, ci) {
				return r.alternatives(s, c.subject)
			}
		}
		if ci > 2 && s.chunks[ci-1].word == "as" && s.chunks[ci-2].kind == kComma && s.chunks[ci-3].kind == kNoun {
			return []int{ci - 3} // "Norway, as the biggest donor, says"
		}
		if c := r.governing(s, ci, "as"); c != nil && s.vocab.regards[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "obj") // "is seen as a violation"
		}
		if h := s.tokens[s.chunks[ci].np.head].lemma; s.vocab.meetings[h] && ci > 2 && s.chunks[ci-1].word == "on" && s.chunks[ci-2].kind == kComma && s.chunks[ci-3].kind == kNoun {
			return []int{ci - 3} // "Obama, on a visit to London, said"
		}
		if hasPrep(preps, "between") {
			return nil // whom it is between met, not who speaks of it
		}
		if h := s.tokens[s.chunks[ci].np.head].lemma; s.vocab.meetings[h] {
			if ci == 1 && s.chunks[0].kind == kPrep {
				// "During a meeting with Modi, Biden discussed": whose clause it opens.
				for i := range s.clauses {
					if c := &s.clauses[i]; s.chunks[c.verb].vg.finite {
						return r.verbSlot(s, c, "subj")
					}
				}
			}
			for _, w := range [...]string{"before", "after", "during", "at", "for", "following", "on", "ahead"} {
				if w == "on" && s.vocab.talks[h] {
					continue // "briefed them on the talks with"
				}
				if (w == "before" || w == "ahead" || w == "on") && !hasPrep(preps, "with") && !hasPrep(preps, "to") && !hasPrep(preps, "from") {
					continue // "said on the eve of a meeting": of others, perhaps
				}
				if c := r.governing(s, ci, w); c != nil {
					return r.verbSlot(s, c, "subj") // "spoke before a meeting with"
				}
				if c := r.governing(s, ci, "from"); c != nil && !c.passive && s.vocab.returns[s.chunks[c.verb].vg.lemma] {
					return r.verbSlot(s, c, "subj") // "returned from a visit to"
				}
				if ci > 1 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.vocab.stages[s.tokens[s.chunks[ci-2].np.head].Lower] {
					if c := r.governing(s, ci-2, w); c != nil {
						return r.verbSlot(s, c, "subj") // "said at the end of a trip to"
					}
				}
			}
		}
		if out := r.culprits(s, ci); len(out) > 0 {
			return out
		}
		if s.vocab.battles[s.tokens[s.chunks[ci].np.head].lemma] && hasPrep(preps, "with") {
			for _, w := range [...]string{"after", "in", "during", "following"} {
				if c := r.governing(s, ci, w); c != nil {
					return r.verbSlot(s, c, "subj") // "took the town after a battle with"
				}
			}
		}
		if c := r.governing(s, ci, "for"); c != nil && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].lemma == "responsibility" {
			return r.verbSlot(s, c, "subj") // "claimed responsibility for the attacks"
		}
		for _, w := range [...]string{"on", "for"} {
			if c := r.governing(s, ci, w); c != nil && s.vocab.settles[s.chunks[c.verb].vg.lemma] {
				return r.verbSlot(s, c, "subj") // "agreed on sanctions", "voted for an embargo"
			}
		}
		if c := r.governing(s, ci, "with"); c != nil && (r.x.support[s.chunks[c.verb].vg.lemma] && s.chunks[c.verb].vg.lemma != "do" && !s.vocab.ditransitive[s.chunks[c.verb].vg.lemma] || s.vocab.repays[s.chunks[c.verb].vg.lemma] && !c.passive) {
			return r.verbSlot(s, c, "subj") // "slapped the North with sanctions", "responded with a ban on"
		}
		if ci > 0 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "including" && !r.ownedBefore(s, ci) {
			// "continued to fire missiles, including an attack on": an example of
			// what the subject did.
			for j := ci - 2; j >= 0; j-- {
				if s.chunks[j].kind == kVerb && s.clauseOf[j] >= 0 {
					return r.verbSlot(s, &s.clauses[s.clauseOf[j]], "subj")
				}
			}
		}
		return nil
	case "insubj":
		// "acted in support of Ukraine"
		if ci > 0 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "in" {
			if c := r.governing(s, ci, "in"); c != nil {
				return r.verbSlot(s, c, "subj")
			}
		}
		return nil
	case "undergoer":
		// "faces sanctions", "has been subject to an embargo", "under sanctions"
		if hasPrep(preps, "against") || hasPrep(preps, "on") {
			return nil // they name it themselves
		}
		if ci > 2 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.chunks[ci-3].word == "in" && s.vocab.breaches[s.tokens[s.chunks[ci-2].np.head].lemma] {
			return s.states(r.nounSlot(s, ci-2, nil, "subj")) // "tested a missile in defiance of U.N. sanctions"
		}
		for i := range s.clauses {
			c := &s.clauses[i]
			v := s.chunks[c.verb].vg
			if c.object >= 0 && !c.passive && s.inGroup(c.object, ci) {
				if s.vocab.suffers[v.lemma] {
					return r.alternatives(s, c.subject)
				}
				if s.vocab.dodges[v.lemma] {
					return s.states(r.alternatives(s, c.subject))
				}
			}
			if c.passive && (hasPrepAt(s, c, "by", ci) || hasPrepAt(s, c, "with", ci)) && !r.reduced(s, c.verb) {
				return r.alternatives(s, c.subject) // "has been hit by sanctions"
			}
			if n := s.nounBefore(ci - 2); ci >= 2 && s.chunks[ci-1].word == "under" && n >= 0 && s.noClauseBetween(n, ci) && r.sort(s, n) != "noun" && len(preps) == 0 {
				return []int{n} // "a manufacturer currently under U.S. sanctions"
			}
			for _, p := range c.preps {
				if !p.verb && s.inGroup(p.at, ci) && ((p.word == "under" || p.word == "on" && s.listed(ci)) && (v.lemma == "be" || v.lemma == "remain" || v.lemma == "come" || v.lemma == "place" || v.lemma == "appear") || p.word == "to" && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "subject") {
					return r.alternatives(s, c.subject)
				}
			}
		}
		return nil
	case "applicant":
		return r.applicants(s, ci)
	case "targeted":
		return r.targets(s, ci)
	case "joiner":
		// "mirrored the EU's sanctions on", "aligned itself with": they are its own, too
		for i := range s.clauses {
			if c := &s.clauses[i]; s.vocab.joins[s.chunks[c.verb].vg.lemma] && !c.passive && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "with", ci)) {
				return r.verbSlot(s, c, "subj")
			}
		}
		return nil
	case "accused":
		// "accused the rebels of violations", "blamed the army for the breach"
		for _, w := range [...]string{"of", "for", "over"} {
			if c := r.governing(s, ci, w); c != nil && s.vocab.accuses[s.chunks[c.verb].vg.lemma] {
				return r.verbSlot(s, c, "obj")
			}
		}
		return nil
	case "claimant":
		// "claimed responsibility for twin explosions"
		if c := r.governing(s, ci, "for"); c != nil && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].lemma == "responsibility" {
			return r.verbSlot(s, c, "subj")
		}
		for i := range s.clauses {
			if c := &s.clauses[i]; c.passive && s.chunks[c.verb].vg.lemma == "claim" && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci) {
				return r.verbPreps(s, c, "by")
			}
		}
		return nil
	case "struck":
		return r.struck(s, ci)
	case "defender":
		return r.defender(s, ci)
	case "members":
		// "the signatories include Japan and India"
		for i := range s.clauses {
			if c := &s.clauses[i]; !c.passive && c.object >= 0 && c.subject >= 0 && s.chunks[c.verb].vg.lemma == "include" && slices.Contains(r.alternatives(s, c.subject), ci) {
				return []int{c.object}
			}
		}
		return nil
	case "act":
		// The act that the sentence spoke of before: "condemned the transfers,
		// alleging a violation".
		if hasPrep(preps, "by") || len(s.group(ci)) > 1 {
			return nil
		}
		if ci > 1 && s.chunks[ci-1].kind == kPrep {
			// "the sale of drones in breach of", not "a plan against breaches of".
			for k := ci - 2; s.chunks[ci-1].word == "in" && k >= 0 && s.chunks[k].kind == kNoun; k -= 2 {
				if k = s.group(k)[0]; r.sort(s, k) == "act" {
					return []int{k}
				}
				if k < 2 || s.chunks[k-1].kind != kPrep {
					break
				}
			}
			return nil
		}
		for j := ci - 1; j >= 0; j-- {
			if s.chunks[j].kind == kNoun && r.sort(s, j) == "act" && !s.inGroup(ci, j) {
				return []int{j}
			}
		}
		return nil
	case "instatement":
		// "said in a statement", "in a joint statement, the ministers called".
		if ci == 0 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "in" || !s.published(ci) {
			return nil
		}
		if c := r.governing(s, ci, "in"); c != nil {
			return r.verbSlot(s, c, "subj")
		}
		for i := range s.clauses {
			if c := &s.clauses[i]; c.verb > ci && s.chunks[c.verb].vg.finite {
				return r.verbSlot(s, c, "subj")
			}
		}
		return nil
	case "menace":
		// "warned of a strike on", "threatened attacks on": who threatens.
		if len(r.owners(s, s.chunks[ci].np)) > 0 && !s.chunks[ci].np.possessive || hasPrep(preps, "by") || hasPrep(preps, "from") {
			return nil // "warned of Russian strikes on Lviv": who warns does not threaten
		}
		for i := range s.clauses {
			c := &s.clauses[i]
			if !s.vocab.menaces[s.chunks[c.verb].vg.lemma] || c.passive {
				continue
			}
			if c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "of", ci) || hasPrepAt(s, c, "with", ci) {
				return r.verbSlot(s, c, "subj")
			}
		}
		return nil
	case "inf":
		// "threats to strike Guam"
		if j := s.behindGroup(ci); j < len(s.chunks) && s.chunks[j].kind == kVerb && s.chunks[j].vg.to_ && s.clauseOf[j] >= 0 {
			d := &s.clauses[s.clauseOf[j]]
			return append(r.verbSlot(s, d, "obj"), r.verbPreps(s, d, "against")...)
		}
		return nil
	case "self":
		return []int{ci}
	case "carrier":
		// "made a statement", and not "it is a statement".
		if c := r.supporting(s, ci); c != nil {
			return r.verbSlot(s, c, "subj")
		}
		return nil
	case "obj":
		if c := r.governing(s, ci, "with"); c != nil && r.x.support[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "obj")
		}
		return nil
	}
	if out, ok := r.stanceOfNoun(s, ci, preps, source); ok {
		return out
	}
	if r.x.strikes[s.tokens[s.chunks[ci].np.head].lemma] && source == "in" && ci > 0 && s.chunks[ci-1].word == "under" {
		return nil // "the plan came under attack in parliament"
	}
	if word, ok := strings.CutPrefix(source, "first-"); ok {
		if len(preps) == 0 || preps[0].word != word {
			return nil // "commitment of Canada to", not "to the defence of Canada"
		}
		source, preps = word, preps[:1]
	}
	if s.tokens[s.chunks[ci].np.head].word.in(cSanction) && s.aimed(preps, source) {
		return nil // "sanctions against two men for support of": not on what they supported
	}
	var out []int
	for i, p := range preps {
		if source == "in" && i > 0 && preps[i-1].word == "from" && s.manyFrom(preps[i-1].at, p.at) {
			continue // "attacks from militias in Iraq": that is where they are
		}
		if source == "of" && p.word == source && i > 0 && preps[i-1].word == "for" && s.chunks[preps[i-1].at].np.men < 0 && s.behindGroup(preps[i-1].at) == s.group(p.at)[0]-1 {
			return nil // "our support for the people of Kenya" is not Kenya's
		}
		if source == "by" && i > 0 && preps[i-1].word != "of" && s.behindGroup(preps[i-1].at) == s.group(p.at)[0]-1 && s.tokens[s.chunks[preps[i-1].at].np.head].word.in(cEvent) {
			continue // "aid for towns under siege by the rebels": the siege is theirs
		}
		if p.word == source && !(source == "on" && r.blamedOn(s, ci, p.at)) {
			out = append(out, p.at)
		}
	}
	if len(out) == 0 {
		if c := r.supporting(s, ci); c != nil && (c.passive || source != "by") {
			return r.verbPreps(s, c, source)
		}
		for i := range s.clauses {
			// "A meeting took place between": what takes place has its phrases there.
			if c := &s.clauses[i]; c.subject == ci && !c.passive && (s.vocab.takesPlace[s.chunks[c.verb].vg.lemma] && !s.takesAlong(c) || source == "between" && s.chunks[c.verb].vg.lemma == "be") {
				return r.verbPreps(s, c, source)
			}
		}
	}
	return out
}

// aimed reports whether a preposition only tells more of measures that another one
// before it says whom they are aimed at.
func (s *sentence) aimed(preps []prep, source string) bool {
	switch source {
	case "of", "for", "to", "at", "over", "upon", "affecting", "concerning", "hitting":
		return hasPrep(preps, "against") || hasPrep(preps, "on")
	}
	return false
}

// manyFrom reports whether the phrase at ci is one of several without a name, of
// which the phrase behind it at where tells where they are.
func (s *sentence) manyFrom(ci, where int) bool {
	np := s.chunks[ci].np
	return np.men < 0 && pluralNoun(s.tokens[np.head].Lower) && ci+2 == where
}

// takesAlong reports whether a verb has somebody for its object, and so does not
// say that an act takes place: "the tour will take him to Oman".
func (s *sentence) takesAlong(c *clause) bool {
	if c.object < 0 {
		return false
	}
	np := s.chunks[c.object].np
	return np.pronoun || np.men >= 0
}

// targets returns whom a clause about the measures at ci tells that they reach:
// "sanctions that hit two banks", "curbs aimed at chipmakers".
func (r *reader) targets(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || c.verb < ci || !slices.Contains(r.alternatives(s, c.subject), ci) {
			continue
		}
		switch l := s.chunks[c.verb].vg.lemma; {
		case c.passive && (l == "aim" || l == "direct" || l == "level"):
			return append(r.verbPreps(s, c, "at"), r.verbPreps(s, c, "against")...)
		case !c.passive && (l == "target" || l == "hit" || l == "punish" || l == "affect") && s.chunks[c.verb-1].kind == kRel:
			return r.verbSlot(s, c, "obj")
		}
	}
	return nil
}

// applicants returns who seeks what the noun at ci names, "applied for membership
// of", "applications by Finland for membership", or the application that tells by
// its owner: "Sweden's bid for membership".
func (r *reader) applicants(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		if s.vocab.applies[s.chunks[c.verb].vg.lemma] && (c.object >= 0 && s.inGroup(c.object, ci) || hasPrepAt(s, c, "for", ci)) {
			return r.verbSlot(s, c, "subj")
		}
	}
	if ci < 2 || s.chunks[ci-1].word != "for" || s.chunks[ci-2].kind != kNoun {
		return nil
	}
	by := s.group(ci - 2)[0]
	if by > 1 && s.chunks[by-1].word == "by" && s.chunks[by-2].kind == kNoun && s.vocab.applications[s.tokens[s.chunks[by-2].np.head].lemma] {
		return []int{by}
	}
	if s.vocab.applications[s.tokens[s.chunks[ci-2].np.head].lemma] {
		return []int{ci - 2}
	}
	return nil
}

// takesPart reports whether a clause tells that somebody takes part.
func (s *sentence) takesPart(c *clause) bool {
	return s.chunks[c.verb].vg.lemma == "take" && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "part"
}

// culprits returns who is told to have made an attack by a verb that does not
// carry it: "killed 15 in an attack on", "blamed a bombing on", "was behind".
func (r *reader) culprits(s *sentence, ci int) []int {
	if !r.x.strikes[s.tokens[s.chunks[ci].np.head].lemma] {
		return nil
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		switch l := s.chunks[c.verb].vg.lemma; {
		case !c.passive && c.object >= 0 && r.x.harm[l] != "" && hasPrepAt(s, c, "in", ci):
			return r.verbSlot(s, c, "subj")
		case !c.passive && (s.vocab.batters[l] || s.vocab.invades[l]) && hasPrepAt(s, c, "in", ci):
			return r.verbSlot(s, c, "subj") // "crossed the border in an invasion of"
		case s.vocab.repays[l] && hasPrepAt(s, c, "with", ci):
			return r.verbSlot(s, c, "subj") // "retaliated with strikes on"
		case r.blames(s, c, ci):
			return r.verbPreps(s, c, "on")
		case l == "be" && (hasPrepAt(s, c, "behind", ci) || hasPrepAt(s, c, "for", ci) && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "responsible"):
			return r.verbSlot(s, c, "subj")
		case l == "blame" && hasPrepAt(s, c, "for", ci), (l == "accuse" || l == "suspect" || l == "convict") && hasPrepAt(s, c, "of", ci):
			if s.chunks[c.verb].vg.to_ && c.object < 0 {
				return r.verbSlot(s, c, "subj") // "is to blame for"
			}
			return r.verbSlot(s, c, "obj")
		}
	}
	return nil
}

// blames reports whether a verb puts the blame for an act on somebody: "blamed the
// attack on", "a bombing blamed on".
func (r *reader) blames(s *sentence, c *clause, act int) bool {
	if l := s.chunks[c.verb].vg.lemma; l != "blame" && l != "pin" {
		return false
	}
	if c.passive {
		return c.subject >= 0 && slices.ContainsFunc(r.alternatives(s, c.subject), func(a int) bool { return s.inGroup(a, act) })
	}
	return c.object >= 0 && s.inGroup(c.object, act)
}

// blamedOn reports whether a phrase behind an act names who is blamed for it.
func (r *reader) blamedOn(s *sentence, act, at int) bool {
	return slices.ContainsFunc(s.clauses, func(c clause) bool {
		return hasPrepAt(s, &c, "on", at) && r.blames(s, &c, act)
	})
}

// struck returns what an attack is told to reach by the verb beside it or by
// "under": "the strikes hit the port", "the town was pounded by air strikes",
// "the army faced raids from", "the port came under attack by".
func (r *reader) struck(s *sentence, ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		l := s.chunks[c.verb].vg.lemma
		switch {
		case s.vocab.withstands[l] && s.chunks[c.verb].vg.to_ && c.object >= 0 && s.inGroup(c.object, ci) && s.helped(c) >= 0:
			return []int{s.helped(c)}
		case s.vocab.batters[l] && c.passive && (hasPrepAt(s, c, "by", ci) || hasPrepAt(s, c, "in", ci) && !hasPrep(r.nounPreps(s, ci), "of")), s.vocab.withstands[l] && !c.passive && c.object >= 0 && s.inGroup(c.object, ci):
			return r.alternatives(s, c.subject)
		case s.vocab.batters[l] && !c.passive && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci):
			return append(r.verbSlot(s, c, "obj"), append(r.verbPreps(s, c, "in"), r.verbPreps(s, c, "near")...)...)
		case r.x.harm[l] != "" && !c.passive && c.subject >= 0 && slices.Contains(r.alternatives(s, c.subject), ci):
			return append(r.verbSlot(s, c, "first-in"), r.verbSlot(s, c, "first-near")...) // "air strikes killed ten in Goma"
		case (l == "be" || l == "come" || l == "remain") && hasPrepAt(s, c, "under", ci):
			return r.alternatives(s, c.subject)
		case l == "be" && c.object >= 0 && c.object+2 == ci && s.chunks[c.object+1].word == "of" && s.tokens[s.chunks[c.object].np.head].lemma == "target":
			return r.alternatives(s, c.subject) // "has been the target of attacks"
		}
	}
	if ci >= 2 && s.chunks[ci-1].word == "under" && s.chunks[ci-2].kind == kNoun {
		return []int{ci - 2} // "a town under attack by"
	}
	if ci >= 4 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.tokens[s.chunks[ci-2].np.head].lemma == "target" && s.chunks[ci-3].kind != kVerb && s.chunks[ci-4].kind == kNoun {
		return []int{ci - 4} // "Odesa, a target of attacks by"
	}
	return nil
}

// defender returns who is attacked where an attack is named only as what he
// fights: "Ukraine's fight against Russian aggression", "defends itself against",
// "support for Ukraine in the face of".
func (r *reader) defender(s *sentence, ci int) []int {
	if h := &s.tokens[s.chunks[ci].np.head]; ci < 2 || !s.vocab.wars[h.lemma] && !r.x.strikes[h.lemma] {
		return nil
	}
	ch := s.chunks
	before := ci - 2
	switch ch[ci-1].word {
	case "against", "from":
		for i := range s.clauses {
			c := &s.clauses[i]
			if !hasPrepAt(s, c, ch[ci-1].word, ci) || !s.vocab.defends[ch[c.verb].vg.lemma] || c.passive {
				continue
			}
			if c.object >= 0 && !reflexive(s.tokens[ch[c.object].np.head].Lower) {
				return []int{c.object}
			}
			if k := s.statePronoun(c.subject); k >= 0 {
				return []int{k}
			}
			return nil
		}
	case "of":
		if before < 2 || ch[before].kind != kNoun || s.tokens[ch[before].np.head].Lower != "face" || ch[before-1].word != "in" {
			return nil
		}
		before -= 2
	default:
		return nil
	}
	if np := ch[before].np; np == nil || ch[ci-1].word != "of" && np.men < 0 && !s.vocab.defences[s.tokens[np.head].lemma] {
		return nil
	}
	return []int{before}
}

// helped returns the state named between a verb and its purpose, which is whose it
// is: "armed Ukraine to resist"; or -1.
func (s *sentence) helped(c *clause) int {
	for k := c.verb - 1; k > 0; k-- {
		switch ch := &s.chunks[k]; {
		case ch.kind == kVerb && ch.vg.finite, ch.kind == kRel, ch.kind == kSub, ch.kind == kColon:
			return -1
		case ch.kind == kNoun && ch.np.men >= 0 && s.mentions[ch.np.men].entity.Label == "State" && s.mentions[ch.np.men].to-1 == ch.np.head && s.mentions[ch.np.men].how != byAdjective:
			return k
		}
	}
	return -1
}

// statePronoun goes from the pronoun at ci to the state named last before it, in
// "support for Ukraine as it defends itself".
func (s *sentence) statePronoun(ci int) int {
	if ci < 0 || !s.chunks[ci].np.pronoun {
		return ci
	}
	for k := ci - 1; k >= 0; k-- {
		if np := s.chunks[k].np; s.chunks[k].kind == kNoun && np.men >= 0 && s.mentions[np.men].entity.Label == "State" && s.mentions[np.men].how != byAdjective {
			return k
		}
	}
	return ci
}

// reflexive reports whether a word is a pronoun such as "itself".
func reflexive(w string) bool {
	return strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
}

// states returns the phrases that name a state or are a pronoun.
func (s *sentence) states(chunks []int) []int {
	return slices.DeleteFunc(chunks, func(ci int) bool {
		np := s.chunks[ci].np
		return !np.pronoun && (np.men < 0 || s.mentions[np.men].entity.Label != "State")
	})
}

// listed reports whether a phrase is a list that names stand on.
func (s *sentence) listed(ci int) bool {
	h := s.tokens[s.chunks[ci].np.head].lemma
	return h == "list" || h == "blacklist" || h == "register"
}

// published reports whether a phrase is a text that was put out as such: "a
// joint statement", "a statement released on Monday".
func (s *sentence) published(ci int) bool {
	np := s.chunks[ci].np
	for i := np.from; i < np.head; i++ {
		if l := s.tokens[i].Lower; l == "joint" || l == "collective" || l == "common" || l == "separate" {
			return true
		}
	}
	if ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kVerb {
		switch s.chunks[ci+1].vg.lemma {
		case "release", "issue", "publish", "post":
			return true
		}
	}
	return false
}

func (s *sentence) inGroup(ci, member int) bool {
	for _, g := range s.group(ci) {
		if g == member || s.effective(g) == member {
			return true
		}
	}
	return false
}

// governing returns the clause whose verb governs a noun by a preposition.
func (r *reader) governing(s *sentence, ci int, word string) *clause {
	for i := range s.clauses {
		for _, p := range s.clauses[i].preps {
			if p.word == word && !p.verb && s.inGroup(p.at, ci) {
				return &s.clauses[i]
			}
		}
	}
	return nil
}

// supporting returns the clause of a verb that only carries the noun: "launched
// an attack", "sanctions were imposed".
func (r *reader) supporting(s *sentence, ci int) *clause {
	g := s.group(ci)
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if !r.x.support[v.lemma] && !(s.vocab.handles[v.lemma] && s.vocab.talks[s.tokens[s.chunks[ci].np.head].lemma]) && !(s.vocab.ceases[v.lemma] && v.modal == "" && r.x.strikes[s.tokens[s.chunks[ci].np.head].lemma]) && !(v.main+1 < len(s.tokens) && r.x.support[v.lemma+" "+s.tokens[v.main+1].Lower]) {
			continue
		}
		at := c.object
		if c.passive {
			at = c.subject
		}
		if at < 0 {
			continue
		}
		for _, m := range g {
			if m == at || s.effective(at) == m {
				return c
			}
		}
		if at != ci && s.effective(at) == ci {
			return c
		}
	}
	return nil
}

// frameOwners returns whom a noun belongs to.
func (r *reader) frameOwners(s *sentence, ci int, _ []prep) []ref {
	np := s.chunks[ci].np
	var out []ref
	owners := r.owners(s, np)
	if np.possessive {
		if e, ok := r.ownTo(s, ci); ok {
			owners = e
		}
	}
	if len(owners) == 0 && ci >= 2 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.effective(ci-2) == ci {
		// "Russia's series of strikes"
		owners = r.owners(s, s.chunks[ci-2].np)
	}
	if first := s.group(ci)[0]; len(owners) == 0 && first >= 2 && s.chunks[first-1].word == "including" {
		// "Iran's support for the war, including the transfer of drones"
		if n := r.actBefore(s, first-2); n >= 0 {
			owners = r.owners(s, s.chunks[n].np)
		}
	}
	if g := s.group(ci); len(owners) == 0 && len(g) > 1 && g[0] != ci {
		// "the DPRK's export of missiles and procurement of oil": the possessor
		// of the first member holds for the rest when they have no article.
		if s.tokens[np.from].tag != tDet && !(len(g) == 2 && ci > 1 && s.chunks[ci-2].kind == kComma) {
			owners = r.owners(s, s.chunks[g[0]].np)
		}
	}
	for _, e := range owners {
		out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.head})
	}
	if len(owners) == 0 && r.x.strikes[s.tokens[np.head].lemma] {
		if e := r.answering(s, ci); e != nil {
			owners = []*entity{e}
		} else if len(r.struck(s, ci)) > 0 {
			owners = r.bareAttacker(s, np) // "the strikes hit a house"; a bare "the attack" may be any
		}
		for _, e := range owners {
			out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.head})
		}
	}
	for _, m := range s.group(ci) {
		if p := s.chunks[m].np; m < ci && r.bareAdjective(s, m) && (s.mentions[p.men].how == byAdjective || s.tokens[p.head].AllCaps && np.men < 0 && s.tokens[np.start].men >= 0) {
			e := s.mentions[p.men].entity // "Iranian and Iranian-backed attacks", "U.S. and EU sanctions"
			out = append(out, ref{entity: e, text: e.Name, from: p.from, to: p.to})
		}
	}
	if len(owners) == 0 && r.x.strikes[s.tokens[np.head].lemma] {
		for i := np.start; i < np.head; i++ {
			if t := &s.tokens[i]; t.men < 0 && s.vocab.attackers[t.Lower] {
				// "rebel shelling of government areas"
				e := r.described("Organization", plural(t.Lower))
				out = append(out, ref{entity: e, text: e.Name, from: i, to: i + 1})
			}
		}
	}
	for k := ci; len(owners) == 1 && np.owner != nil && k >= 2 && (s.chunks[k-1].kind == kConj || s.chunks[k-1].kind == kComma && k < ci) && s.chunks[k-2].kind == kNoun; k -= 2 {
		// "Iran and North Korea's provision": a joint possessor.
		p := s.chunks[k-2].np
		if p.men < 0 || p.owner != nil || s.mentions[p.men].to != p.to || s.mentions[p.men].entity.Label != owners[0].Label {
			break
		}
		e := s.mentions[p.men].entity
		out = append(out, ref{entity: e, text: e.Name, from: p.from, to: p.to})
	}
	return out
}

// answering returns who is judged or made to pay for the act at ci: "sanctions on
// Iran for the attack on", "criticised Israel for the strike on".
func (r *reader) answering(s *sentence, ci int) *entity {
	e := s.heldFor(ci)
	if e == nil || e.Label != "State" && e.Label != "Organization" {
		return nil
	}
	if ci >= 3 && s.chunks[ci-3].kind == kPrep && (s.chunks[ci-3].word == "against" || s.chunks[ci-3].word == "on") {
		return e
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.object == ci-2 && !c.passive && (s.vocab.judging[s.chunks[c.verb].vg.lemma] || s.vocab.answerable[s.chunks[c.verb].vg.lemma]) {
			return e
		}
	}
	return nil
}

// headBefore returns the noun phrase that the phrases before chunk k hang on:
// of "Iran's support for the war" the support; or -1.
func (s *sentence) headBefore(k int) int {
	n := s.nounBefore(k)
	for n >= 0 {
		n = s.group(n)[0]
		if n < 2 || s.chunks[n-1].kind != kPrep || s.chunks[n-2].kind != kNoun {
			break
		}
		n -= 2
	}
	return n
}

// ownedBefore reports whether what "including" at ci gives an example of is
// somebody's act: "its violations of the truce, including a breach of".
func (r *reader) ownedBefore(s *sentence, ci int) bool {
	n := r.actBefore(s, ci-2)
	return n >= 0 && len(r.owners(s, s.chunks[n].np)) > 0
}

// actBefore returns the act that the phrases before chunk k hang on, the first
// of several: of "Iran's support for the war" the support; or -1.
func (r *reader) actBefore(s *sentence, k int) int {
	act := -1
	for n := s.nounBefore(k); n >= 0; {
		n = s.group(n)[0]
		if r.sort(s, n) == "act" {
			act = n
		}
		if n < 2 || s.chunks[n-1].kind != kPrep || s.chunks[n-2].kind != kNoun {
			break
		}
		n -= 2
	}
	return act
}

// goodsOwner returns whose the goods are by their own phrase: "the acquisition
// of North Korean missiles".
func (r *reader) goodsOwner(s *sentence, goods ref, labels []string) []ref {
	ci := s.chunkAt(goods.from)
	if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.possessive {
		return nil // "their use": they are the goods
	}
	for _, e := range r.owners(s, s.chunks[ci].np) {
		if r.x.onto.Is(e.Label, labels...) && e != goods.entity {
			return []ref{{entity: e, text: e.Name, from: goods.from, to: goods.to}}
		}
	}
	return nil
}

// hyphened reports whether two names before a noun are joined by a hyphen.
func (s *sentence) hyphened(head int) bool {
	ci := s.chunkAt(head)
	if ci < 0 || s.chunks[ci].np == nil {
		return false
	}
	for i := s.chunks[ci].np.start + 1; i < head-1; i++ {
		if s.tokens[i].tag == tHyphen && s.tokens[i-1].men >= 0 && s.tokens[i+1].men >= 0 && s.tokens[i-1].men != s.tokens[i+1].men {
			return true
		}
	}
	return false
}

// alongside finds who else takes part: "besides the United States, the text was
// signed by", "together with Britain", "Russia, like Iran, supports".
func (r *reader) alongside(s *sentence, at int, labels []string) []ref {
	if ci := s.likewise(s.chunkAt(at)); ci >= 0 {
		return r.refs(s, ci, labels)
	}
	for j := 0; j+1 < len(s.chunks) && j < 3 && s.chunks[j].from < at; j++ {
		c := &s.chunks[j]
		if c.kind == kNoun {
			return nil // only at the head of the sentence
		}
		if c.kind != kPrep || s.chunks[j+1].kind != kNoun {
			continue
		}
		together := c.word == "with" && c.from > 0 && (s.tokens[c.from-1].Lower == "together" || s.tokens[c.from-1].Lower == "along")
		if c.word == "besides" || c.word == "alongside" || together {
			return r.refs(s, j+1, labels)
		}
	}
	return nil
}

// likewise returns the phrase inserted before a verb that says who does the same:
// "which, along with Iran, backs"; or -1.
func (s *sentence) likewise(verb int) int {
	c := s.chunks
	j := verb - 1
	if j >= 0 && c[verb].kind == kVerb && c[j].kind == kComma {
		j--
	}
	if j < 2 || c[verb].kind != kVerb || c[j].kind != kNoun {
		return -1
	}
	switch first := s.group(j)[0]; {
	case first < 2 || c[first-1].kind != kPrep:
	case c[first-1].word == "like", c[first-1].word == "alongside":
		return j
	case c[first-1].word == "with":
		if w := s.tokens[c[first-1].from-1].Lower; w == "along" || w == "together" {
			return j
		}
	}
	return -1
}

// intending resolves "Russia's intentions (to buy)": whoever has a plan is the
// subject of what is planned.
func (r *reader) intending(s *sentence, ci int, labels []string) []ref {
	np := s.chunks[ci].np
	if np.pronoun || len(r.x.cueNouns[s.tokens[np.head].lemma]) == 0 && !s.vocab.doings[s.tokens[np.head].lemma] {
		return nil
	}
	var out []ref
	for _, e := range r.owners(s, np) {
		if r.x.onto.Is(e.Label, labels...) {
			out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to})
		}
	}
	if len(out) == 0 && ci+2 < len(s.chunks) && s.chunks[ci+1].kind == kPrep && (s.chunks[ci+1].word == "of" || s.chunks[ci+1].word == "by") && s.chunks[ci+2].kind == kNoun {
		return r.refs(s, ci+2, labels) // "the commitment of the allies to help"
	}
	return out
}

// modifiers returns the names among the words before a noun: "missile strikes".
func (r *reader) modifiers(s *sentence, head int, labels []string) []ref {
	ci := s.chunkAt(head)
	if ci < 0 || s.chunks[ci].np == nil {
		return nil
	}
	np := s.chunks[ci].np
	var out []ref
	for i := np.start; i < head; i++ {
		mi := s.tokens[i].men
		if mi < 0 || s.mentions[mi].from != i {
			continue
		}
		m := &s.mentions[mi]
		if s.behindCompound(m, head) {
			continue // "Iranian-backed"
		}
		for _, want := range labels {
			if want == "Place" && m.place != nil {
				out = append(out, ref{entity: m.place, text: m.place.Name, from: m.from, to: m.to})
				break
			}
			if r.x.onto.Is(m.entity.Label, want) {
				out = append(out, ref{entity: m.entity, text: s.surface(m.from, m.to), from: m.from, to: m.to})
				break
			}
		}
	}
	return out
}
