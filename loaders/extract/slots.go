package extract

import (
	"slices"
	"strings"
)

// verbSlot returns the chunks that may stand in a slot of a verb, best first. A
// source that is none of those named here is a preposition.
func (r *reader) verbSlot(s *sentence, c *clause, source string) []int {
	switch source {
	case "subj":
		return r.subjects(s, c)
	case "obj":
		return r.objects(s, c)
	case "iobj":
		return r.receivers(s, c)
	case "inf":
		return r.infinitiveParties(s, c)
	case "opening":
		return r.openingMeeting(s, c)
	case "holder":
		return r.goodsHolder(s, c)
	case "launcher":
		return r.launchers(s, c)
	case "bound":
		return s.destination(c.object)
	case "load":
		return s.loadOf(c)
	case "infhelp":
		if c.complement < 0 && c.object > c.verb {
			return r.helpedBy(s, s.behindGroup(c.object))
		}
		return r.helpedBy(s, c.complement)
	case "between":
		return r.partiesBetween(s, c)
	case "behalf":
		return r.represents(s, c)
	case "enacted":
		return s.enactment(c)
	case "from-doing":
		return s.actKeptFrom(c)
	case "gerund":
		return r.actBarred(s, c)
	case "assembly":
		return r.assemblies(s, c)
	case "money":
		return s.sumPaid(c)
	case "under":
		return r.rulesAbove(s, c)
	case "by":
		return r.agentsOfPair(s, c)
	case "entered":
		return r.entered(s, c)
	}
	if out, ok := r.stanceOfVerb(s, c, source); ok {
		return out
	}
	if word, ok := strings.CutPrefix(source, "obj-"); ok {
		if c.passive || c.object < 0 {
			return nil
		}
		return r.phrasesBehind(s, c.object, word) // "suspended licences for exports"
	}
	if word, ok := strings.CutPrefix(source, "first-"); ok {
		if len(c.preps) == 0 || c.preps[0].word != word || c.preps[0].verb {
			return nil // "agreed with Turkey on", not "agreed on a dialogue with Turkey"
		}
		return []int{c.preps[0].at}
	}
	return r.verbPreps(s, c, source)
}

// subjects returns who does what a verb tells: its subject, or whom a passive names
// behind "by".
func (r *reader) subjects(s *sentence, c *clause) []int {
	if c.passive {
		return r.agents(s, c)
	}
	if v := s.chunks[c.verb].vg; c.subject >= 0 && v.lemma == "use" && v.bare && v.form&fGer != 0 && r.sort(s, c.subject) == "act" && s.chunks[c.subject].np.start == s.chunks[c.subject].np.from {
		if who := r.actors(s, c.subject, nil); len(who) > 0 {
			return who // "carried out air strikes using helicopters"
		}
	}
	return r.alternatives(s, c.subject)
}

// objects returns whom or what a verb reaches.
func (r *reader) objects(s *sentence, c *clause) []int {
	if c.passive {
		out := append(s.equated(c.subject), r.alternatives(s, c.subject)...)
		if n := s.addedBehind(c.verb); n >= 0 {
			out = append(out, n)
		}
		if c.object >= 0 {
			out = append(out, c.object) // "was given missiles"
		}
		return out
	}
	var out []int
	if c.second >= 0 && !s.vocab.naming.has(s.verbLemma(c)) {
		out = append(out, c.second)
	}
	if c.object >= 0 {
		out = append(out, c.object)
	}
	return out
}

// addedBehind returns the phrase right behind a passive that names one more to
// whom the same is done: "two banks were blacklisted, as well as a shipping line"; or -1.
func (s *sentence) addedBehind(verb int) int {
	c := s.chunks
	j := verb + 1
	for j < len(c) && c[j].kind == kTime {
		j++
	}
	if j < len(c) && c[j].kind == kComma {
		j++
	}
	if j+2 >= len(c) {
		return -1
	}
	switch w := s.tokens[c[j].from].Lower; {
	case w == "as" && j+3 < len(c) && c[j+2].word == "as" && c[j+3].kind == kNoun && s.tokens[c[j+1].from].Lower == "well":
		return j + 3
	case (w == "along" || w == "together") && c[j+1].word == "with" && c[j+2].kind == kNoun:
		return j + 2
	}
	return -1
}

// receivers returns the indirect object of a verb: "gave Kyiv missiles", "Kyiv was
// given missiles".
func (r *reader) receivers(s *sentence, c *clause) []int {
	if c.passive && c.object >= 0 {
		return r.alternatives(s, c.subject)
	}
	if c.second >= 0 {
		return []int{c.object}
	}
	return nil
}

// infinitiveParties returns whom the infinitive behind a verb reaches: "threatens to
// attack Guam".
func (r *reader) infinitiveParties(s *sentence, c *clause) []int {
	if !s.verbAt(c.complement) || !s.chunks[c.complement].vg.to_ {
		return nil
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d.verb == c.complement && (!s.vocab.sparing.has(s.verbLemma(d)) || s.harmful(d.verb)) {
			out := r.objects(s, d)
			if s.vocab.wields.has(s.verbLemma(d)) && s.harmful(d.verb) {
				out = nil // "to use force against": not the force
			}
			out = append(out, r.verbPreps(s, d, "against")...)
			return append(append(out, r.verbPreps(s, d, "to")...), r.verbPreps(s, d, "on")...)
		}
	}
	return nil
}

// goodsHolder returns who has what the subject of a clause is: by "used missiles
// obtained from Iran", those are his who used them.
func (r *reader) goodsHolder(s *sentence, c *clause) []int {
	for i := range s.clauses {
		if d := &s.clauses[i]; d != c && c.subject >= 0 && d.object >= 0 && s.inGroup(d.object, c.subject) && !d.passive {
			return r.alternatives(s, d.subject)
		}
	}
	return nil
}

// launchers returns who launched what the subject of a clause is: "drones launched
// by the Houthis struck".
func (r *reader) launchers(s *sentence, c *clause) []int {
	if c.subject < 0 {
		return nil
	}
	for i := range s.clauses {
		d := &s.clauses[i]
		if d.passive && d.verb < c.verb && d.subject >= 0 && s.inGroup(c.subject, d.subject) && s.vocab.launches.has(s.verbLemma(d)) {
			return r.verbPreps(s, d, "by")
		}
	}
	return nil
}

// loadOf returns what the object of a clause is told to hold: "sent containers
// carrying shells".
func (s *sentence) loadOf(c *clause) []int {
	if c.passive || c.object < 0 {
		return nil
	}
	j := s.behindGroup(c.object)
	if j >= len(s.chunks) || s.chunks[j].kind != kVerb || !s.chunks[j].vg.bare || !s.vocab.comprises.has(s.chunks[j].vg.lemma) || s.clauseOf[j] < 0 {
		return nil
	}
	if what := s.clauses[s.clauseOf[j]].object; what > j {
		return []int{what}
	}
	return nil
}

// helpedBy returns whom the infinitive at vi tells that something is to help: "a
// package to support Kenya".
func (r *reader) helpedBy(s *sentence, vi int) []int {
	if vi >= 0 && vi+1 < len(s.chunks) && s.chunks[vi].kind == kVerb && s.vocab.meant.has(s.chunks[vi].vg.lemma) && r.reduced(s, vi) {
		if vi++; vi+1 < len(s.chunks) && s.chunks[vi].kind == kPrep {
			vi++ // "aimed at supporting Kenya"
		}
	} else if vi >= 0 && vi < len(s.chunks) && s.chunks[vi].kind == kVerb && !s.chunks[vi].vg.to_ {
		return nil
	}
	if vi < 0 || vi >= len(s.chunks) || s.chunks[vi].kind != kVerb || !s.vocab.assists.has(s.chunks[vi].vg.lemma) || s.clauseOf[vi] < 0 {
		return nil
	}
	return r.objects(s, &s.clauses[s.clauseOf[vi]])
}

// destination returns for whom the goods at ci are that a participle tells of: "arms
// bound for the rebels", "a cache of shells destined for Sudan".
func (s *sentence) destination(ci int) []int {
	for i := range s.clauses {
		c := &s.clauses[i]
		onItsWay := s.onItsWay(c)
		told := c.verb >= ci && c.subject >= 0 && (onItsWay || s.vocab.destined.has(s.verbLemma(c))) && s.hangsOn(c.subject, ci)
		if ci < 0 || !told && !(onItsWay && c.object == ci) {
			continue // but "seized rifles on their way to Chad"
		}
		for _, p := range c.preps {
			if !p.verb && (p.word == "for" || p.word == "to") {
				return []int{p.at}
			}
		}
	}
	return nil
}

// onItsWay reports whether a clause tells that its subject is on its way somewhere.
func (s *sentence) onItsWay(c *clause) bool {
	for _, p := range c.preps {
		if !p.verb && (p.word == "on" || p.word == "en") {
			h := s.tokens[s.chunks[p.at].np.head].Lower
			return h == "way" || h == "route"
		}
	}
	return false
}

// hangsOn reports whether a phrase is the one at ci or hangs on it by "of" and its
// like.
func (s *sentence) hangsOn(at, ci int) bool {
	for at > ci && !s.inGroup(at, ci) {
		first := s.group(at)[0]
		if first < 2 || s.chunks[first-1].kind != kPrep || s.chunks[first-2].kind != kNoun {
			return false
		}
		at = first - 2
	}
	return s.inGroup(at, ci)
}

// partiesBetween returns the parties that stand behind "between", also when they
// hang on the subject: "a pact between Oman and Iran was signed".
func (r *reader) partiesBetween(s *sentence, c *clause) []int {
	if out := r.verbPreps(s, c, "between"); len(out) > 0 || !c.passive || c.subject < 0 {
		return out
	}
	return r.phrasesBehind(s, c.subject, "between")
}

// represents returns in whose name something is done: "signed on behalf of Chad".
func (r *reader) represents(s *sentence, c *clause) []int {
	for _, ci := range r.verbPreps(s, c, "on") {
		if ci+2 < len(s.chunks) && s.tokens[s.chunks[ci].np.head].Lower == "behalf" && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun {
			return []int{ci + 2}
		}
	}
	return nil
}

// enactment returns the order or law that an infinitive says the effect of: "signed
// an order to bar citizens from", where the order bars them.
func (s *sentence) enactment(c *clause) []int {
	if n := c.verb - 1; s.chunks[c.verb].vg.to_ && n >= 0 && s.chunks[n].kind == kNoun && s.vocab.enactments.has(s.headLemma(n)) {
		return []int{n}
	}
	return nil
}

// actKeptFrom returns the act that somebody is kept from: "barred from testing".
func (s *sentence) actKeptFrom(c *clause) []int {
	if s.gerundFrom(c) {
		return []int{c.complement}
	}
	return nil
}

// actBarred returns the act that a ban or a bidding is about: "barred from testing",
// "forbade them to test".
func (r *reader) actBarred(s *sentence, c *clause) []int {
	if s.gerundFrom(c) || r.infinitiveOf(s, c) {
		return []int{c.complement}
	}
	return nil
}

// gerundFrom reports whether a gerund with "from" completes a verb.
func (s *sentence) gerundFrom(c *clause) bool {
	m := c.complement
	return m > c.verb && s.chunks[m].kind == kVerb && s.chunks[m].vg.bare && s.chunks[m-1].word == "from"
}

// infinitiveOf reports whether the infinitive that completes a verb is what its
// object, or the subject of a passive, is to do.
func (r *reader) infinitiveOf(s *sentence, c *clause) bool {
	m := c.complement
	if m <= c.verb || s.chunks[m].kind != kVerb || !s.chunks[m].vg.to_ || !s.noClauseBetween(c.verb, m) {
		return false
	}
	return c.passive || c.object < c.verb || r.acts(s, c.object)
}

// assemblies returns the subjects of a verb that are a body which votes as a whole.
func (r *reader) assemblies(s *sentence, c *clause) []int {
	return slices.DeleteFunc(r.subjects(s, c), func(ci int) bool {
		np := s.chunks[ci].np
		for i := np.from; i < np.to; i++ {
			if s.vocab.assemblies.has(s.tokens[i].Lower) {
				return false
			}
		}
		return true
	})
}

// sumPaid returns the sum of money among the objects of a verb.
func (s *sentence) sumPaid(c *clause) []int {
	for _, ci := range [...]int{c.second, c.object} {
		if ci >= 0 && s.money(ci) && s.worthOf(ci) < 0 {
			return []int{ci}
		}
	}
	for _, p := range c.preps {
		if p.word == "with" && !p.verb && s.money(p.at) && s.worthOf(p.at) < 0 {
			return []int{p.at} // "provided Kenya with 5 million euros"
		}
	}
	if c.passive && c.subject >= 0 && s.money(c.subject) && s.worthOf(c.subject) < 0 {
		return []int{c.subject}
	}
	return nil
}

// rulesAbove returns what a sentence says to hold by "under", wherever it stands:
// "Under the treaty, both are barred from", "is barred from testing under".
func (r *reader) rulesAbove(s *sentence, c *clause) []int {
	if out := r.verbPreps(s, c, "under"); len(out) > 0 {
		return out
	}
	for j := 0; j+1 < len(s.chunks); j++ {
		if s.chunks[j].kind == kPrep && s.chunks[j].word == "under" && s.chunks[j+1].kind == kNoun && r.sort(s, j+1) != "actor" {
			return []int{j + 1}
		}
	}
	return nil
}

// agentsOfPair returns who stands behind "by", also when that comes behind the verb
// which completes a passive: "is barred from testing missiles by".
func (r *reader) agentsOfPair(s *sentence, c *clause) []int {
	out := r.verbPreps(s, c, "by")
	if len(out) > 0 || !c.passive || !s.verbAt(c.complement) || s.clauseOf[c.complement] < 0 {
		return out
	}
	return r.verbPreps(s, &s.clauses[s.clauseOf[c.complement]], "by")
}

// entered returns where somebody is barred from going: "barred from entering Latvia",
// "banned from travelling to Oman".
func (r *reader) entered(s *sentence, c *clause) []int {
	if !s.verbAt(c.complement) || s.clauseOf[c.complement] < 0 {
		return nil
	}
	d := &s.clauses[s.clauseOf[c.complement]]
	return append(r.objects(s, d), r.verbPreps(s, d, "to")...)
}

// verbAt reports whether there is a verb at ci, which may be -1.
func (s *sentence) verbAt(ci int) bool { return ci >= 0 && s.chunks[ci].kind == kVerb }

// phrasesBehind returns the phrases that hang on the noun at ci by one of the
// prepositions.
func (r *reader) phrasesBehind(s *sentence, ci int, words ...string) []int {
	var out []int
	for _, p := range r.nounPreps(s, ci) {
		if slices.Contains(words, p.word) {
			out = append(out, p.at)
		}
	}
	return out
}

// openingMeeting returns the meeting or journey at which a sentence begins and of
// whose clause c is: "During talks in Ankara, Erdogan told".
func (r *reader) openingMeeting(s *sentence, c *clause) []int {
	ch := s.chunks
	j := 0
	if len(ch) > 0 && ch[0].kind == kConj {
		j = 1
	}
	if j+1 >= len(ch) || ch[j].kind != kPrep || ch[j+1].kind != kNoun || c.subject <= j+1 || c.passive || !s.vocab.meetings.has(s.tokens[ch[j+1].np.head].lemma) {
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
	if h := &s.tokens[np.head]; h.tag != tNum && !s.vocab.currencies.has(h.Lower) {
		return false // "a $5 million contract"
	}
	number, unit := false, false
	for i := np.from; i < np.to; i++ {
		t := &s.tokens[i]
		number = number || t.tag == tNum
		unit = unit || s.vocab.currencies.has(t.Lower)
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
		if len(out) > 0 && i > 0 && !c.preps[i-1].verb && c.preps[i-1].word != "by" && s.behindGroup(c.preps[i-1].at) == s.group(p.at)[0]-1 {
			continue // "was called in by the king over remarks by the envoy"
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

// onAct reports whether the second of two phrases says on whom the act in the first
// was: "for attacks on civilians".
func (s *sentence) onAct(p, q prep) bool {
	return (q.word == "on" || q.word == "against") && !p.verb && p.word == "for" && s.eventBefore(p, q)
}

func (r *reader) verbPreps(s *sentence, c *clause, word string) []int {
	var out []int
	for i, p := range c.preps {
		if word == "to" && i > 0 && !c.preps[i-1].verb && s.vocab.threatening.has(s.headLemma(c.preps[i-1].at)) {
			break // "moved tanks to the border in a warning to Burundi"
		}
		if p.word == word && !p.verb && !(i > 0 && s.onAct(c.preps[i-1], p)) {
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
	if np := s.chunks[ci].np; np.men < 0 && s.vocab.enactments.has(s.tokens[np.head].lemma) {
		// "signed an order imposing sanctions": who signs it imposes them.
		for i := range s.clauses {
			if c := &s.clauses[i]; !c.passive && c.subject >= 0 && c.subject != ci && c.object >= 0 && s.inGroup(c.object, ci) && s.vocab.enacts.has(s.chunks[c.verb].vg.lemma) {
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
		case s.chunks[c.verb].vg.lemma == "be" && c.subject == ci && c.object > c.verb && s.tokens[s.chunks[ci].np.head].Lower == "those" && c.verb > ci+1:
			return c.object // "those sanctioned are"
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
			if k.word == "as" && s.asPart(j+1) {
				return out // "attacks in mosques, as part of an insurgency"
			}
			if s.purposeAt(j) && s.tokens[ch[ci].np.head].word.in(cEvent) {
				// "attacks on ships in support of Gaza", "a strike in response to"
				if len(out) > 0 || j+3 >= len(ch) || ch[j+2].kind != kPrep || ch[j+3].kind != kNoun {
					return out
				}
				j = s.behindGroup(j + 3)
				continue
			}
			out = append(out, prep{word: k.word, at: j + 1})
			j = s.behindGroup(j + 1)
			if list := s.including(j - 1); list != nil || s.ownWar(j-1) {
				return out // "sanctions over Russia's war against": the war's
			}
		case kVerb:
			if k.vg.lemma == "use" && k.vg.bare && k.vg.form&fGer != 0 && j+1 < len(ch) && ch[j+1].kind == kNoun && s.tokens[ch[ci].np.head].word.in(cEvent) {
				j = s.behindGroup(j + 1) // "air strikes using jets against"
				continue
			}
			if !r.reduced(s, j) || !r.x.support.has(k.vg.lemma) || k.vg.lemma == "hold" && len(out) > 0 && s.tokens[ch[j-1].to-1].word.in(cPlace) || k.vg.lemma == "lead" && len(out) > 0 {
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
	return np != nil && np.owner != nil && s.vocab.wars.has(s.tokens[np.head].lemma)
}

// reflexive reports whether a word is a pronoun such as "itself".
func reflexive(w string) bool {
	return strings.HasSuffix(w, "self") || strings.HasSuffix(w, "selves")
}

// headLemma returns the lemma of the noun that heads the phrase at ci.
func (s *sentence) headLemma(ci int) string { return s.tokens[s.chunks[ci].np.head].lemma }

// verbLemma returns the lemma of the verb of a clause.
func (s *sentence) verbLemma(c *clause) string { return s.chunks[c.verb].vg.lemma }

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
		if !r.x.support.has(v.lemma) && !(s.vocab.handles.has(v.lemma) && s.vocab.talks.has(s.tokens[s.chunks[ci].np.head].lemma)) && !(s.vocab.ceases.has(v.lemma) && v.modal == "" && r.x.strikes.has(s.tokens[s.chunks[ci].np.head].lemma)) && !(v.main+1 < len(s.tokens) && r.x.support.has(v.lemma+" "+s.tokens[v.main+1].Lower)) {
			continue
		}
		if c.passive && c.object >= 0 && s.vocab.regards.has(v.lemma) {
			continue // "a raid would be considered an act of war by Chad": not Chad's
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
func (r *reader) frameOwners(s *sentence, ci int) []ref {
	np := s.chunks[ci].np
	var out []ref
	owners := r.owners(s, np)
	if np.possessive {
		if e, ok := r.ownTo(s, ci); ok {
			owners = e
		}
	}
	if whole := s.nounBefore(ci - 2); len(owners) == 0 && ci >= 2 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "of" && whole >= ci-3 && whole >= 0 && s.effective(whole) == ci {
		// "Russia's series of strikes"
		owners = r.owners(s, s.chunks[whole].np)
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
	if len(owners) == 0 && r.x.strikes.has(s.tokens[np.head].lemma) {
		if e := r.answering(s, ci); e != nil {
			owners = []*entity{e}
		} else if len(r.struck(s, ci)) > 0 && len(r.makers(s, ci, attackerLabels)) == 0 {
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
	if len(owners) == 0 && r.x.strikes.has(s.tokens[np.head].lemma) {
		for i := np.start; i < np.head; i++ {
			if t := &s.tokens[i]; t.men < 0 && s.vocab.attackers.has(t.Lower) {
				// "rebel shelling of government areas", "a police raid on"
				name := t.Lower
				if !s.vocab.stateBodies.has(name) {
					name = plural(name)
				}
				e := r.described("Organization", name)
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
		if c := &s.clauses[i]; c.object == ci-2 && !c.passive && (s.vocab.judging.has(s.chunks[c.verb].vg.lemma) || s.vocab.answerable.has(s.chunks[c.verb].vg.lemma)) {
			return e
		}
	}
	return nil
}

// purposeAt reports whether the preposition at j tells with a bare noun why or how
// something is done: "in support of", "in response to".
func (s *sentence) purposeAt(j int) bool {
	if s.chunks[j].word != "in" || j+2 >= len(s.chunks) || s.chunks[j+1].kind != kNoun || s.chunks[j+2].kind != kPrep {
		return false
	}
	np := s.chunks[j+1].np
	return np.from == np.head && s.vocab.purposes.has(s.tokens[np.head].Lower)
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

// intending resolves "Russia's intentions (to buy)": whoever has a plan is the
// subject of what is planned.
func (r *reader) intending(s *sentence, ci int, labels []string) []ref {
	np := s.chunks[ci].np
	if np.pronoun || len(r.x.cueNouns.at(s.tokens[np.head].lemma)) == 0 && !s.vocab.doings.has(s.tokens[np.head].lemma) {
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

// compounded returns what the common noun right before a noun makes it an act
// against: "ceasefire violations", "human rights violations".
func (r *reader) compounded(s *sentence, head int, labels []string) []ref {
	ci := s.chunkAt(head)
	if ci < 0 || s.chunks[ci].np == nil || head == s.chunks[ci].np.start {
		return nil
	}
	from := head - 1
	t := &s.tokens[from]
	if t.men >= 0 || t.tag != tNoun {
		return nil
	}
	if from > s.chunks[ci].np.start && t.Lower == "rights" && s.tokens[from-1].Lower == "human" {
		from--
	}
	for _, want := range labels {
		if want == "Agreement" && t.word.in(cAgreement) || want == "Topic" && (t.Lower == "rights" || s.vocab.laws.has(t.lemma)) {
			words := s.surface(from, head)
			return []ref{{entity: r.described(want, words), text: words, from: from, to: head}}
		}
	}
	return nil
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
