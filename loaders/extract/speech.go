package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// quotations finds the quoted stretches of a sentence. open says that the
// sentence begins inside a quotation; the answer says whether it ends in one.
func quotations(s *sentence, open bool) bool {
	start := -1
	if open {
		start = 0
	}
	for i := range s.tokens {
		if s.tokens[i].tag != tQuote {
			continue
		}
		switch l := s.tokens[i].Lower; {
		case l == "'" || l == "‘" || l == "’":
			continue // apostrophes and quotes within quotes
		case start < 0:
			start = i
		case l == "“" || l == "«":
			start = i // a paragraph within a long quotation opens anew
		default:
			s.quotes = append(s.quotes, [2]int{start, i + 1})
			start = -1
		}
	}
	if start >= 0 {
		s.quotes = append(s.quotes, [2]int{start, len(s.tokens)})
		return true
	}
	return false
}

// speech reads who says what in a sentence: it sets the scopes of sayings and
// notes the sayings themselves.
func (r *reader) speech(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		for _, cue := range r.x.cueVerbs.at(v.lemma) {
			if cue.Speech {
				r.saying(s, c, cue)
				break
			}
		}
		if o := c.object; v.lemma == "read" && o == c.verb+1 && s.tokens[s.chunks[o].np.head].word.in(cDocument) && s.quoteBefore(v.from) {
			c.subject, c.object, c.inverted = o, -1, true // "...," read the statement
		}
		if s.vocab.afterQuotes.has(v.lemma) && c.complement < 0 && c.object < 0 && c.subject >= 0 && (s.quoteBefore(s.chunks[min(c.subject, c.verb)].from) || s.quoteBehindColon(c)) {
			r.saying(s, c, r.x.sayCue) // "..., he continued"
		}
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if j := r.plainly(s, c); j >= 0 {
			c.complement, c.object = j, -1
			r.saying(s, c, r.x.sayCue)
		}
	}
	for i := range s.clauses {
		r.asSaid(s, &s.clauses[i])
		r.rebuffs(s, &s.clauses[i])
		r.retorts(s, &s.clauses[i])
		r.deniesInQuote(s, &s.clauses[i])
		r.airs(s, &s.clauses[i])
	}
	for ci := range s.chunks {
		r.inView(s, ci)
		if k := &s.chunks[ci]; k.kind == kPrep && k.word == "to" && k.from > 0 && s.tokens[k.from-1].Lower == "according" && ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kNoun {
			r.according(s, ci+1)
		}
	}
}

// plainly returns the chunk where begins what is said by a verb and an adjective,
// or -1: "has been clear that", "made clear that".
func (r *reader) plainly(s *sentence, c *clause) int {
	v := s.chunks[c.verb].vg
	if v.lemma != "be" && v.lemma != "make" || c.subject < 0 || v.negated || v.modal != "" || s.tokens[s.chunks[c.subject].np.head].Lower == "it" {
		return -1
	}
	if j := c.verb + 2; v.lemma == "make" && j < len(s.chunks) && s.chunks[j-1].word == "clear" && r.clauseAt(s, j) {
		return j
	}
	if s.tokens[s.chunks[c.subject].np.head].Lower == "it" {
		return -1 // "it is clear that"
	}
	if c.object >= 0 && s.vocab.sayingAdjectives.has(s.tokens[s.chunks[c.object].np.head].Lower) && r.clauseAt(s, c.object+1) {
		return c.object + 1
	}
	return -1
}

// clauseAt reports whether a clause begins at ci, with or without "that".
func (r *reader) clauseAt(s *sentence, ci int) bool {
	return ci < len(s.chunks) && (s.chunks[ci].kind == kRel || s.chunks[ci].kind == kNoun && r.beginsClause(s, ci))
}

// airs reads what is said by a verb and a noun, or a verb and a particle: "raised
// concerns about", "cast doubt on", "did not rule out".
func (r *reader) airs(s *sentence, c *clause) {
	v := s.chunks[c.verb].vg
	if c.subject < 0 || c.passive || v.to_ || v.bare || v.modal != "" || s.Part == graph.Headline || s.quoted(v.main) {
		return
	}
	n := s.chunks[c.verb].to
	switch {
	case v.lemma == "rule" && n < len(s.tokens) && s.tokens[n].Lower == "out":
	case v.lemma == "put" && !v.negated && s.estimates(c):
	case v.lemma == "share" && c.object >= 0 && s.chunks[c.object].np.owner != nil:
		return // "shared Hungary's concerns"
	case !v.negated && s.vocab.airing.has(v.lemma) && c.object >= 0 && s.vocab.aired.has(s.tokens[s.chunks[c.object].np.head].Lower):
	default:
		return
	}
	for _, w := range r.speakersAt(s, c.subject) {
		r.state(s, "STATED", "says:"+v.lemma, w, s.content(v.from, r.clauseEnd(s, c.verb)), v.main, standing{})
	}
}

// estimates reports whether a clause tells what somebody takes a number for: "put the
// toll at 40".
func (s *sentence) estimates(c *clause) bool {
	for _, p := range c.preps {
		if p.word == "at" && !p.verb && c.object >= 0 && p.at > c.object {
			_, _, _, ok := count(s.tokens, s.chunks[p.at].np.from, s.chunks[p.at].np.to)
			return ok
		}
	}
	return false
}

// asSaid reads "As the president said on Monday, ...": what follows is said.
func (r *reader) asSaid(s *sentence, c *clause) {
	ch := s.chunks
	v := ch[c.verb].vg
	if c.subject != 1 || ch[0].word != "as" || s.Part == graph.Headline || !v.finite || v.negated || v.modal != "" || c.passive || c.complement >= 0 || c.object >= 0 {
		return
	}
	if !s.vocab.aside.has(v.lemma) {
		return
	}
	j := c.verb + 1
	for j < len(ch) && ch[j].kind != kComma {
		if ch[j].kind == kVerb || ch[j].kind == kColon {
			return
		}
		j++
	}
	if j+1 >= len(ch) || ch[j+1].kind == kConj {
		return
	}
	who := r.speakersAt(s, c.subject)
	if len(who) == 0 {
		return
	}
	from, to := ch[j].to, len(s.tokens)
	s.scopes = append(s.scopes, scope{from: from, to: to, cue: r.x.sayCue, cueFrom: v.from, cueTo: v.to, polarity: graph.Affirmed, modality: graph.Asserted, speakers: []*entity{who[0].entity}})
	for _, w := range who {
		r.state(s, "STATED", "says:"+v.lemma, w, s.content(from, to), v.main, standing{})
	}
	r.spoke(s, who)
}

// according reads "according to X".
func (r *reader) according(s *sentence, ci int) {
	if s.vocab.yardsticks.has(s.tokens[s.chunks[ci].np.head].Lower) {
		return // "was dealt with according to law"
	}
	who := r.speakersAt(s, ci)
	record := false
	if np := s.chunks[ci].np; len(who) == 0 && np.men < 0 && (r.x.lex.has(s.tokens[np.head].Lower, cDocument) || s.vocab.records.has(s.tokens[np.head].lemma)) {
		who, record = r.record(s, np), true // "according to court documents"
		if by := r.publishers(s, ci); len(by) > 0 {
			who = by // "according to figures from the ministry"
		}
	}
	if len(who) == 0 {
		return
	}
	sc := scope{from: 0, to: len(s.tokens), cue: r.x.sayCue, cueFrom: s.chunks[ci-1].from, cueTo: s.chunks[ci-1].to, polarity: graph.Affirmed, modality: graph.Asserted}
	for _, w := range who {
		sc.speakers = append(sc.speakers, w.entity)
	}
	s.scopes = append(s.scopes, sc)
	// The saying is what stands behind "according to X," or before it.
	from, to := r.behindSource(s, ci, who[0]), len(s.tokens)
	if s.chunks[ci-1].from > 3 {
		from, to = s.skip, s.chunks[ci-1].from-1
	}
	content := s.content(from, to)
	if behind := s.chunks[s.behindGroup(ci)-1].to; s.chunks[ci-1].from > 3 && behind+2 < len(s.tokens) && s.tokens[behind].tag == tComma && s.tokens[s.chunks[ci-1].from-2].tag == tComma {
		content = s.content(from, to) + " " + s.content(behind, len(s.tokens)) // an insertion
	}
	if record && len(s.said) > 0 {
		return // "he told lawmakers, according to the transcript": who spoke is told
	}
	for _, w := range who {
		r.state(s, "STATED", "says:according-to", w, content, s.chunks[ci-1].from, standing{})
	}
}

// inView reads "in Moscow's view, ...", "in the words of the envoy, ...".
func (r *reader) inView(s *sentence, ci int) {
	k := &s.chunks[ci]
	if k.kind != kPrep || k.word != "in" || k.from != s.skip || ci+1 >= len(s.chunks) || s.chunks[ci+1].kind != kNoun || s.Part == graph.Headline {
		return
	}
	np := s.chunks[ci+1].np
	if np.men >= 0 || !s.vocab.viewpoints.has(s.tokens[np.head].Lower) {
		return
	}
	var who []ref
	end := ci + 2
	for _, e := range r.owners(s, np) {
		who = append(who, ref{entity: e, text: e.Name, from: np.from, to: np.to})
	}
	if end+1 < len(s.chunks) && s.chunks[end].word == "of" && s.chunks[end+1].kind == kNoun {
		who, end = r.refs(s, end+1, speakers[:3]), s.behindGroup(end+1)
	}
	if len(who) == 0 || end >= len(s.chunks) || s.chunks[end].kind != kComma {
		return
	}
	from := s.chunks[end].to
	s.scopes = append(s.scopes, scope{from: from, to: len(s.tokens), cue: r.x.sayCue, cueFrom: k.from, cueTo: np.to, polarity: graph.Affirmed, modality: graph.Asserted, speakers: []*entity{who[0].entity}})
	for _, w := range who {
		r.state(s, "STATED", "says:in-view", w, s.content(from, len(s.tokens)), np.head, standing{})
	}
}

// behindSource returns the token behind the phrase at ci and what explains it:
// "according to X, an analyst at Y, ...".
func (r *reader) behindSource(s *sentence, ci int, who ref) int {
	ch := s.chunks
	end := s.behindGroup(ci)
	j := end
	for j+1 < len(ch) && ch[j].kind == kPrep && ch[j+1].kind == kNoun {
		j = s.behindGroup(j + 1)
	}
	if j+1 < len(ch) && (ch[j].kind == kRel || ch[j].kind == kVerb && r.reduced(s, j)) {
		for m := j + 1; m < len(ch); m++ {
			if ch[m].kind == kComma {
				return ch[m].from // "according to officials briefed on the talks, ..."
			}
		}
	}
	if j+1 < len(ch) && ch[j].kind == kComma && who.entity.Label == "Person" {
		k := j + 1
		named := ch[k].kind == kNoun && ch[k].np.men >= 0 && s.mentions[ch[k].np.men].entity == who.entity
		if named || ch[k].kind == kRel || ch[k].kind == kNoun && r.sort(s, k) == "role" && !r.beginsClause(s, k) {
			for m := k; m < len(ch); m++ {
				if ch[m].kind == kComma {
					return ch[m].from
				}
			}
		}
	}
	return ch[end-1].to
}

// agentive reports whether a plural noun is of those that act: organizers,
// demonstrators, lobbyists.
func (v *vocabulary) agentive(noun string) bool {
	return slices.ContainsFunc(v.agentEndings, func(ending string) bool { return strings.HasSuffix(noun, ending) })
}

// voices reports whether an unnamed plural is of people who may speak.
func (v *vocabulary) voices(h *token) bool {
	if v.partisans.has(h.Lower) {
		return true
	}
	return h.tag == tNoun && v.agentive(h.Lower) && !v.crowds.has(h.Lower) && !h.word.in(cEvent|cPlace|cTime|cDocument|cAgreement|cSanction)
}

// saysOutside reports whether a verb of saying stands outside the quotations.
func (r *reader) saysOutside(s *sentence) bool {
	for i := range s.clauses {
		v := s.chunks[s.clauses[i].verb].vg
		if r.speechVerb(v) && !s.quoted(v.main) && s.clauses[i].subject >= 0 {
			return true
		}
	}
	return false
}

// bodyBehind returns the body whose text a phrase tells of by a noun before its own:
// "an army statement"; or nil.
func (r *reader) bodyBehind(s *sentence, np *nounPhrase) *entity {
	at := np.head - 1
	if at < np.start || s.tokens[at].tag != tNoun || s.tokens[at].men >= 0 || !s.tokens[at].word.in(cOrg|cGroup) || np.owner != nil || np.possessive {
		return nil
	}
	return r.ownerDescribed(s, &nounPhrase{from: at, start: at, to: np.head, head: at, men: -1})
}

// speakersAt resolves who speaks. Documents speak for themselves when they are
// statements; an assessment or a report speaks for the one it belongs to.
func (r *reader) speakersAt(s *sentence, ci int) []ref {
	if s.tokens[s.chunks[ci].np.head].Lower == "one" {
		ci = s.effective(ci) // "one of Trump's posts"
	}
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	if np.men < 0 && h.Lower == "media" && np.head > 0 && s.tokens[np.head-1].Lower == "social" {
		return nil // "used social media to warn parents"
	}
	if np.men < 0 && !np.pronoun && h.word.in(cDocument) {
		if owners := r.owners(s, np); len(owners) > 0 && (!s.vocab.declarations.has(h.lemma) || len(owners) == 1) {
			return []ref{{entity: owners[0], text: owners[0].Name, from: np.from, to: np.to}}
		}
		if e := r.bodyBehind(s, np); e != nil && s.vocab.declarations.has(h.lemma) {
			return []ref{{entity: e, text: e.Name, from: np.from, to: np.to}}
		}
		if !s.vocab.declarations.has(h.lemma) && !s.vocab.reports.has(h.lemma) {
			return nil
		}
	}
	if s.tokens[np.from].Lower == "what" {
		return nil // "what rebels call a siege"
	}
	who := r.refs(s, ci, speakers)
	if len(who) == 0 && np.men < 0 && s.vocab.reports.has(h.lemma) && h.lemma != h.Lower && !np.negative {
		return r.record(s, np) // "media reports said"
	}
	if len(who) == 1 && who[0].entity.Label == "Statement" {
		if by := r.publishers(s, ci); len(by) > 0 {
			return by // "a report released on Tuesday by the budget office"
		}
	}
	if r.headsOfList(s, ci) {
		return r.represented(s, who) // "the ministers of Kenya and Uganda said"
	}
	if len(who) == 1 && who[0].entity.Label == "Statement" {
		if by := r.issuers[who[0].entity]; len(by) == 1 {
			who[0].entity = by[0] // a statement of one author is his word
		}
	}
	if len(who) == 0 && np.men < 0 && !np.pronoun && s.vocab.voices(h) {
		// "organizers said": whoever speaks in the plural is people.
		return []ref{{entity: r.described("Person", s.words(np)), text: s.words(np), from: np.from, to: np.to}}
	}
	return who
}

// record makes the document that a phrase speaks of a speaker.
func (r *reader) record(s *sentence, np *nounPhrase) []ref {
	return []ref{{entity: r.described("Statement", s.words(np)), text: s.words(np), from: np.from, to: np.to}}
}

// publishers are those whom a document's own phrase names as its source.
func (r *reader) publishers(s *sentence, ci int) []ref {
	if ci+2 < len(s.chunks) && s.chunks[ci+2].kind == kNoun {
		switch w := s.chunks[ci+1].word; {
		case w == "from", w == "by", w == "in" && s.vocab.pressPieces.has(s.tokens[s.chunks[ci].np.head].lemma):
			return r.refs(s, ci+2, speakers[:3]) // "an editorial in the Global Times"
		}
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.passive && c.subject == ci && r.reduced(s, c.verb) && s.vocab.enacts.has(s.chunks[c.verb].vg.lemma) {
			for _, at := range r.verbPreps(s, c, "by") {
				return r.refs(s, at, speakers[:3])
			}
		}
	}
	return nil
}

// content is what is said: tokens without the quotes and commas around them.
func (s *sentence) content(from, to int) string {
	for from < to && s.tokens[from].time && to-from > 1 && s.tokens[to-1].tag != tQuote {
		from++ // "denied on Monday that"
	}
	to = min(to, from+maxContentTokens)
	for from < to && (s.tokens[from].tag == tComma || s.tokens[from].tag == tQuote || s.tokens[from].tag == tColon || s.tokens[from].Lower == "that" && s.tokens[from].tag == tRel) {
		from++
	}
	for to > from && (s.tokens[to-1].tag == tComma || s.tokens[to-1].tag == tQuote || s.tokens[to-1].tag == tStop) {
		to--
	}
	c := text.Plain(s.surface(from, to))
	if len(c) > maxContent {
		c = c[:strings.LastIndexByte(c[:maxContent], ' ')+1] + "…"
	}
	return c
}

// maxContent bounds the words kept of one saying, in bytes; the sentence has
// them all.
const maxContent = 600

// maxContentTokens is more tokens than maxContent bytes can hold.
const maxContentTokens = 400

// utterance is a verb of saying while it is read: each step of saying fills in
// more of it, or finds that nothing is said.
type utterance struct {
	r        *reader
	s        *sentence
	c        *clause
	v        *verbGroup // of the clause
	cue      *rules.Cue
	who      []ref // who says it
	from, to int   // tokens of what is said
	before   bool  // what is said stands before its verb: "..., Kyiv said"
}

// saying reads one verb of saying.
func (r *reader) saying(s *sentence, c *clause, cue *rules.Cue) {
	u := utterance{r: r, s: s, c: c, v: s.chunks[c.verb].vg, cue: cue}
	if u.otherSense() || u.untold() || r.cited(s, c, cue) || s.citedSaying(c) {
		return
	}
	if !u.identify() || u.inserted() || !u.extend() || u.hearsay() || u.spokenOf() {
		return
	}
	u.narrow()
	if u.wordless() {
		return
	}
	sc, ok := u.scoped()
	if !ok {
		return
	}
	u.govern(sc)
	u.tell(sc)
}

// otherSense reports whether the verb says nothing: it calls or finds in another
// sense.
func (u *utterance) otherSense() bool {
	s, c := u.s, u.c
	behind := "" // the word behind the verb
	if n := s.chunks[c.verb].to; n < len(s.tokens) {
		behind = s.tokens[n].Lower
	}
	calls := u.v.lemma == "call"
	bare := c.second < 0 && c.complement < 0 && len(s.quotes) == 0
	switch {
	case calls && (behind == "off" || behind == "up" || behind == "in" || behind == "home" || behind == "back"):
		return true // "called off the strike", "called home its envoy"
	case s.whatOne(c):
		return true // "dismissed what Kurti said as lies"
	case calls && !c.passive && c.object == c.verb+1 && bare && !s.namesBehind(c):
		return true // "called an election for May", "called the mission"
	case s.namesItself(c):
		return true // "a group calling itself the Sons of the Desert"
	case calls && c.passive && c.object < 0 && bare:
		return true // "talks called by the UN"
	case calls && !c.passive && c.object == c.verb+1 && c.second < 0 && c.complement < 0 && s.quoted(s.chunks[c.object].from) && !s.namesBehind(c):
		return true // `groups commonly called "bandits"`
	case u.v.lemma == "dub" && u.v.from == u.v.main && c.verb > 0 && s.chunks[c.verb-1].kind == kComma:
		return true // `an offensive, dubbed "Iron Fist"`
	case u.v.lemma == "conclude" && u.concludesEvent():
		return true // "concluded a meeting focused on trade"
	case u.v.lemma == "write" && c.passive:
		return true // "a report written by experts"
	}
	if u.v.lemma == "claim" && c.object >= 0 && c.complement < 0 {
		at := s.effective(c.object)
		return u.r.sort(s, at) == "Place" || s.headLemma(at) == "sea" // "claims almost the entire sea"
	}
	return u.v.lemma == "find" && reflexive(behind) // "found himself embroiled"
}

// concludesEvent reports whether what is concluded is a meeting, talks or a deal, and
// nothing is found.
func (u *utterance) concludesEvent() bool {
	at := u.c.object
	if at < 0 {
		at = u.c.complement
	}
	if at != u.c.verb+1 || u.s.chunks[at].kind != kNoun {
		return false
	}
	return u.r.sort(u.s, at) == "act" || u.s.tokens[u.s.chunks[at].np.head].word.in(cAgreement)
}

// whatOne reports whether a clause is only the name of what its subject said: "what
// Kurti said".
func (s *sentence) whatOne(c *clause) bool {
	if c.subject < 1 || c.object >= 0 || c.complement >= 0 || c.inverted {
		return false
	}
	first := s.chunks[s.group(c.subject)[0]].from
	return first > 0 && s.tokens[first-1].Lower == "what"
}

// untold reports whether the saying is not one that the sentence itself tells.
func (u *utterance) untold() bool {
	if (u.v.to_ || u.s.joinsInfinitive(u.c)) && !u.s.goesOn(u.c) {
		return true // "to say" is no saying
	}
	if u.v.bare && u.v.from > 0 && u.s.tokens[u.v.from-1].Lower == "worth" {
		return true // "it is worth noting that"
	}
	if u.wanted() {
		return true // "demanded that Sudan explain the shelling": Sudan has said nothing yet
	}
	if u.v.bare && u.v.lemma == "maintain" && u.c.verb > 0 && u.s.chunks[u.c.verb-1].kind == kPrep {
		return true // "a pact for maintaining peace, the army attacked"
	}
	if u.v.bare && u.r.charged(u.s, u.c.verb) {
		return true // "accused the house of proposing a second cabinet"
	}
	if u.v.bare && u.s.disputedDocument(u.c.verb-1) {
		return true // "rejected reports claiming that": not whoever rejects them
	}
	// A saying within a quotation is the quoted speaker's story.
	return u.s.quoted(u.v.main) && (u.s.voice != nil || u.r.saysOutside(u.s) || len(u.r.waiting) > 0 && u.s.quotedWhole())
}

// wanted reports whether the verb stands in its base form in what somebody demands.
func (u *utterance) wanted() bool {
	t := &u.s.tokens[u.v.main]
	if u.c.subject < 1 || u.v.from != u.v.main || t.form&fBase == 0 || t.form&fPast != 0 || pluralNoun(u.s.tokens[u.s.chunks[u.c.subject].np.head].Lower) {
		return false
	}
	for i := range u.s.clauses {
		d := &u.s.clauses[i]
		if d.verb < u.c.verb && d.complement == u.s.group(u.c.subject)[0] && u.s.vocab.mandative.has(u.s.chunks[d.verb].vg.lemma) {
			return true
		}
	}
	return false
}

// charged reports whether the participle at vi is what a verb accuses somebody of.
func (r *reader) charged(s *sentence, vi int) bool {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.verb > vi || !r.accuses(s.chunks[c.verb].vg.lemma) {
			continue
		}
		for _, p := range c.preps {
			if p.verb && p.at == vi {
				return true
			}
		}
	}
	return false
}

// disputedDocument reports whether the phrase at ci is of a document or claim that a
// verb before it denies or cites.
func (s *sentence) disputedDocument(ci int) bool {
	if ci < 1 || s.chunks[ci].kind != kNoun {
		return false
	}
	h := &s.tokens[s.chunks[ci].np.head]
	if !h.word.in(cDocument) && !s.vocab.accusations.has(h.lemma) {
		return false
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; c.object == ci && !c.passive {
			return s.vocab.disputing.has(s.chunks[c.verb].vg.lemma)
		}
	}
	return false
}

// identify finds who speaks. Without anybody who does it reports false, having
// noted what is said by nobody in particular.
func (u *utterance) identify() bool {
	s, c := u.s, u.c
	switch {
	case c.passive:
		u.who = u.agents()
		if u.deniesSubject() || u.saidBefore() {
			return false
		}
		if len(u.who) == 0 {
			u.unnamed()
			return false
		}
	case c.subject >= 0:
		u.who = u.r.speakersAt(s, c.subject)
		u.goOn()
		u.issue()
		u.quoteObject()
	}
	if c.subject >= 0 && s.chunks[c.subject].np.pronoun && u.cue.Polarity == graph.Denied && s.deniedBefore(c) > 0 {
		u.who = u.r.accusedBefore(s, c)
	}
	if len(u.who) == 0 {
		u.unknown()
		return false
	}
	if u.r.imagined(s, c) || c.subject >= 0 && !c.passive && s.tokens[s.chunks[s.effective(c.subject)].np.head].Lower == "people" {
		return false // "thousands of people demanded"
	}
	// Nobody speaks as a side.
	return c.subject < 0 || !u.who[0].entity.Described || s.tokens[s.chunks[c.subject].np.head].lemma != "side"
}

// agents returns who speaks in the passive: "was denied by Kigali", "the minister
// was quoted as saying".
func (u *utterance) agents() []ref {
	var who []ref
	for _, p := range u.c.preps {
		if p.word == "by" && !p.verb {
			who = u.r.refs(u.s, p.at, speakers)
			break // "described by the army as acts of revenge by rebels"
		}
	}
	if citing(u.v.lemma) {
		who = slices.DeleteFunc(u.r.refs(u.s, u.c.subject, speakers), func(x ref) bool { return x.entity.Label == "Statement" }) // "in a statement quoted by"
	}
	return who
}

// deniesSubject reads "the allegation was rejected by Kigali".
func (u *utterance) deniesSubject() bool {
	s, c := u.s, u.c
	if len(u.who) == 0 || u.cue.Polarity != graph.Denied || c.subject < 0 || !s.vocab.accusations.has(s.tokens[s.chunks[c.subject].np.head].lemma) {
		return false
	}
	if first := s.chunks[c.subject].from; c.subject > 1 && s.chunks[c.subject-1].kind == kComma && s.tokens[first].Lower != "the" {
		// "said Kenyan troops had crossed the border, allegations denied by Nairobi"
		u.r.denyTokens(s, c, u.who, s.skip, s.chunks[c.subject-1].from)
		return true
	}
	u.state("DENIED", s.content(s.chunks[c.subject].from, s.chunks[c.subject].to))
	return true
}

// saidBefore reads "This was announced by the governor": the sentence before is his.
func (u *utterance) saidBefore() bool {
	s, c := u.s, u.c
	if len(u.who) == 0 || u.cue.Polarity != graph.Affirmed || u.v.negated || u.v.modal != "" || !u.v.finite || c.subject < 0 || c.complement >= 0 || s.Part == graph.Headline {
		return false
	}
	switch np := s.chunks[c.subject].np; s.tokens[np.head].Lower {
	case "this", "it":
	default:
		return false
	}
	if citing(u.v.lemma) || u.v.lemma == "call" {
		return false
	}
	u.state("STATED", s.content(s.skip, u.v.to))
	u.r.spoke(s, u.who)
	return true
}

// unnamed lets a passive that names no speaker make hearsay of what it reports:
// "is said to have", "were reported to".
func (u *utterance) unnamed() {
	s, c := u.s, u.c
	from, to := u.r.reach(s, c, false)
	m := graph.Reported
	if u.cue.Modality == graph.Alleged || s.vocab.raising.has(u.v.lemma) {
		m = graph.Alleged // "is believed to have sent"
	}
	if u.cue.Polarity == graph.Affirmed && c.complement >= 0 {
		s.scopes = append(s.scopes, scope{from: from, to: to, cue: u.r.x.hearsay, cueFrom: u.v.from, cueTo: u.v.to, polarity: u.cue.Polarity, modality: m})
	}
}

// unknown lets what somebody alleges, claims or denies whom the article does not name
// be alleged or denied all the same.
func (u *utterance) unknown() {
	s, c := u.s, u.c
	m, p := u.cue.Modality, u.cue.Polarity
	if u.v.lemma == "claim" {
		m = graph.Alleged
	}
	if c.subject < 0 || m == graph.Asserted && p == graph.Affirmed || u.v.negated || u.r.imagined(s, c) {
		return
	}
	if from, ok := u.aroundInsertion(); ok {
		u.from, u.to = from, len(s.tokens)
	} else if u.wordless() || !u.extend() {
		return
	} else {
		u.narrow()
	}
	s.scopes = append(s.scopes, scope{from: u.from, to: u.to, cue: u.cue, cueFrom: u.v.from, cueTo: u.v.to, polarity: p, modality: m})
}

// patience is for how many sentences a pronoun may stand for whoever spoke last: for
// more while his words go on between quotation marks.
func (u *utterance) patience() int {
	if u.s.quoted(u.s.skip) {
		return 4
	}
	return 2
}

// goOn takes a pronoun for whoever spoke last: "he said", "it added".
func (u *utterance) goOn() {
	np := u.s.chunks[u.c.subject].np
	if np.pronoun && u.r.issuing(u.s, u.s.tokens[np.head].Lower, np.from) != nil {
		return
	}
	if np.pronoun && u.r.lastSpeaker != nil && u.s.Index-u.r.lastSpoke > 1 && u.r.lastSpeaker[0].Described && len(u.who) == 1 && u.who[0].entity.Label == "Person" && !u.who[0].entity.Described {
		return // "a minister suggested ... Baloch confirmed ... She stated"
	}
	if np.pronoun && np.from > 0 && u.s.vocab.subordinates.has(u.s.tokens[np.from-1].Lower) && len(u.who) == 1 && !u.who[0].entity.Described && len(u.s.said) == 0 {
		return // "Biden urged calm as he stressed": the subject goes on
	}
	if !np.pronoun || u.r.lastSpeaker == nil || u.s.Index-u.r.lastSpoke > u.patience() || !u.samePronoun(u.s.tokens[np.head].Lower) {
		return
	}
	u.who = nil
	for _, e := range u.r.lastSpeaker {
		u.who = append(u.who, ref{entity: e, text: u.s.words(np), from: np.from, to: np.to})
	}
}

// samePronoun reports whether a pronoun fits whoever spoke last.
func (u *utterance) samePronoun(w string) bool {
	last := u.r.lastSpeaker[0]
	person := last.Label == "Person"
	switch w {
	case "he", "she":
		return person && !(last.Described && pluralNoun(last.Name)) && u.r.may(u.s, w, last)
	case "it":
		return !person
	case "they":
		return len(u.who) == 0 || len(u.r.lastSpeaker) > 1 || !person || last.Described && strings.HasSuffix(last.Name, "s")
	}
	return false
}

// issue remembers whose a statement is: "the ministry said in a statement".
func (u *utterance) issue() {
	if len(u.who) != 1 {
		return
	}
	for _, p := range u.c.preps {
		if p.word == "in" && !p.verb && u.s.tokens[u.s.chunks[p.at].np.head].lemma == "statement" {
			if st := u.r.describe(u.s, p.at, []string{"Statement"}); st != nil {
				u.r.issuers[st] = []*entity{u.who[0].entity}
			}
		}
	}
}

// quoteObject lets whom a source quotes speak: "the agency quoted the minister".
func (u *utterance) quoteObject() {
	if u.v.lemma != "quote" || u.c.object < 0 {
		return
	}
	if cited := u.r.refs(u.s, u.c.object, speakers); len(cited) > 0 {
		u.who = append(cited, u.who...)[:1]
	}
}

// inserted reads a saying within what is said: "The objective, the officials said,
// is to", "Earlier, they alleged, troops shelled".
func (u *utterance) inserted() bool {
	s, c := u.s, u.c
	from, ok := u.aroundInsertion()
	if !ok {
		return false
	}
	s.scopes = append(s.scopes, scope{from: from, to: len(s.tokens), cue: u.cue, cueFrom: u.v.from, cueTo: u.v.to, polarity: u.cue.Polarity, modality: u.cue.Modality, speakers: []*entity{u.who[0].entity}})
	if u.cue.Polarity == graph.Affirmed && !u.v.negated && s.Part != graph.Headline {
		u.state("STATED", strings.TrimSpace(s.content(s.skip, s.chunks[s.group(c.subject)[0]].from)+" "+s.content(s.chunks[c.verb+1].to, len(s.tokens))))
		u.r.spoke(s, u.who)
	}
	return true
}

// aroundInsertion returns the token where what is said begins when the saying stands
// between commas within it, or behind what opens the sentence.
func (u *utterance) aroundInsertion() (from int, ok bool) {
	s, c, ch := u.s, u.c, u.s.chunks
	if c.subject <= 0 || c.complement >= 0 || c.object >= 0 || len(c.preps) > 0 || c.inverted || c.verb+2 >= len(ch) || ch[c.verb+1].kind != kComma {
		return 0, false
	}
	first := s.group(c.subject)[0]
	if first < 1 || ch[first-1].kind != kComma || s.quoteBefore(ch[first].from) {
		return 0, false
	}
	switch next := &ch[c.verb+2]; {
	case next.kind == kVerb && next.vg.finite && first > 1:
		return 0, true
	case next.kind == kNoun && u.r.beginsClause(s, c.verb+2) && s.noClauseBetween(-1, first-1):
		return next.from, true
	}
	return 0, false
}

// extend finds where what is said stands. It reports false for a denial that is
// denied: "did not deny the deployment".
func (u *utterance) extend() bool {
	s, c := u.s, u.c
	denies := u.cue.Polarity == graph.Denied
	u.from, u.to = u.r.reach(s, c, !u.v.bare || c.verb > 0 && s.chunks[c.verb-1].kind == kComma)
	if c.complement < 0 && c.object >= 0 && len(s.quotes) == 0 && (denies || s.vocab.menaces.has(u.v.lemma)) {
		u.to = min(u.to, u.r.denialEnd(s, c)) // "vowed revenge and fired missiles"
	}
	if denies {
		if u.v.negated {
			return false
		}
		u.to = min(u.to, u.r.answered(s, c))
	}
	u.to = min(u.to, s.relativeEnd(c))
	// A report stands before its verb when nothing hangs on the verb itself.
	if lead := u.r.leading(s, c); lead > 0 && ((!s.colonBehind(c.verb) || s.endsInColon()) && !s.quoteRightBehind(c) || s.quoteBefore(lead)) {
		u.from, u.to, u.before = s.skip, lead, true
	} else if end := s.deniedBefore(c); denies && end > 0 {
		u.from, u.to, u.before = s.skip, end, true
	}
	return true
}

// hearsay reports whether the words are no saying of the one who is named.
func (u *utterance) hearsay() bool {
	if u.clauseless() {
		return true // "found no sign that"
	}
	if by := u.who[0].entity; (u.v.lemma == "suggest" || u.v.lemma == "indicate") && by.Label == "Statement" && pluralNoun(by.Name) {
		return true // "media reports suggest"
	}
	return false
}

// clauseless reports whether a verb that says something only by a clause has none
// of its own, nor a quotation.
func (u *utterance) clauseless() bool {
	s, c, vocab := u.s, u.c, u.s.vocab
	if !vocab.clauseOnly.has(u.v.lemma) || s.callsUntrue(c) || u.before || s.quotesNext(c) || s.colonBehind(c.verb) {
		return false
	}
	if c.complement < 0 || u.v.lemma == "find" && s.finding(c.complement) {
		return true
	}
	if s.chunks[c.complement-1].kind == kPrep && s.chunks[c.complement].kind == kVerb {
		return true // "responded by sending"
	}
	if c.passive && len(u.who) > 0 && s.vocab.objectControl.has(u.v.lemma) {
		return false // "was urged by the council to withdraw"
	}
	addresses, controls := vocab.addresses.has(u.v.lemma), vocab.objectControl.has(u.v.lemma)
	if k := &s.chunks[c.complement]; k.kind == kVerb && k.vg.to_ && !addresses && !(controls && c.object >= 0) {
		return true
	}
	return c.object >= 0 && c.complement > c.object && s.chunks[c.complement-1].kind == kRel && !addresses && !controls
}

// finding reports whether the phrase at ci is a thing found, of which a participle tells
// more, and no clause: "found uranium enriched to 84 percent".
func (s *sentence) finding(ci int) bool {
	c := s.chunks
	if ci+2 >= len(c) || c[ci].kind != kNoun || c[ci+1].kind != kVerb || c[ci+2].kind != kPrep {
		return false
	}
	v, np := c[ci+1].vg, c[ci].np
	return np.men >= 0 && v.form&fPart != 0 && v.from == v.main && !v.passive && s.mentions[np.men].entity.Label == "Technology"
}

// spokenOf reports whether the verb tells only that, with whom or on what terms
// somebody spoke, or of what he says nothing.
func (u *utterance) spokenOf() bool {
	s, c := u.s, u.c
	switch u.v.lemma {
	case "say":
		// "has said little about"
		return !u.before && c.object >= 0 && c.complement < 0 && len(s.quotes) == 0 && s.vocab.amounts.has(s.tokens[s.chunks[c.object].np.head].Lower)
	case "speak":
		if s.anonymous(c) {
			return true // "spoke on condition of anonymity"
		}
		if !u.before && len(u.r.verbPreps(s, c, "with")) > 0 {
			return true // "spoke with the minister about": a meeting
		}
		return !u.before && len(s.quotes) == 0 && len(u.r.verbPreps(s, c, "about"))+len(u.r.verbPreps(s, c, "of"))+len(u.r.verbPreps(s, c, "against")) == 0
	case "call":
		// "called on the president": a visit
		return c.object > c.verb && s.tokens[u.v.main+1].Lower == "on" && !hasPrep(c.preps, "for") && !s.asks(c) && (s.namesPerson(s.chunks[c.object].np) || u.r.isTitle(s, s.chunks[c.object].np))
	case "deny":
		// "denied them entry", "denied access"
		return c.second >= 0 || c.object >= 0 && s.vocab.withheld.has(s.tokens[s.chunks[c.object].np.head].lemma)
	}
	return false
}

// narrow leaves out what stands between a verb and what is said.
func (u *utterance) narrow() {
	s, c, ch := u.s, u.c, u.s.chunks
	if u.before {
		return
	}
	if s.vocab.addresses.has(u.v.lemma) && c.object >= 0 && c.complement > c.object && ch[c.complement].from < u.to {
		u.from = ch[c.complement].from // not who was told
	}
	if c.complement > 0 && !s.claimBefore(c) {
		if that := &ch[c.complement-1]; that.kind == kRel && that.word == "that" && that.to < u.to && that.from >= u.from {
			u.from = that.to // not where it was said: "said in a statement that"
		}
	}
	if c.complement < 0 && s.colonBehind(c.verb) {
		for j := c.verb; j < len(ch); j++ {
			if ch[j].kind == kColon {
				u.from = ch[j].to // "told CNN: ..."
				break
			}
		}
	}
	if u.v.lemma == "make" || c.passive && c.complement > c.verb {
		u.from = max(u.from, ch[c.complement].from) // not "clear", nor who says it
	}
}

// wordless reports whether nothing stands with the verb that can be said or, for
// denials, can be true or false.
func (u *utterance) wordless() bool {
	s, c, vocab, lemma := u.s, u.c, u.s.vocab, u.v.lemma
	said := u.before || c.complement >= 0 || c.object >= 0 || len(s.quotes) > 0 || s.colonBehind(c.verb)
	if !said && (len(c.preps) == 0 || !vocab.prepositional.has(lemma) || lemma == "report" && !c.passive && !hasPrep(c.preps, "on") && !hasPrep(c.preps, "about")) {
		return true // "Novak reports from London"
	}
	if c.object >= 0 && c.complement < 0 && !u.before && len(s.quotes) == 0 && u.cue.Polarity == graph.Affirmed && vocab.transitiveOnly.has(lemma) && !u.r.sayable(s, c.object) {
		return true
	}
	if plain := c.object >= 0 && c.complement < 0 && !u.before && !s.quotesNext(c); plain && (lemma == "claim" && !vocab.claimable.has(s.headLemma(c.object)) || lemma == "confirm" && vocab.confirmed.has(s.headLemma(c.object))) {
		return true // "claimed half of the zone", "confirmed his nomination"
	}
	if lemma == "question" && c.complement < 0 && !s.deniable(c.object) {
		return true // "questioned two men"
	}
	if end := s.chunks[c.verb].to; u.before && vocab.rejecting.has(lemma) && end < len(s.tokens) && s.tokens[end].Lower == "as" && !s.untrueFrom(end) {
		return true // "..., which lawmakers had dismissed as too low"
	}
	// "rejected the offer" denies nothing.
	if c.object >= 0 && s.tokens[s.chunks[c.object].np.head].word.in(cDocument) && s.untrueFrom(s.chunks[c.object].to) {
		return false // "dismissed the remarks as false"
	}
	return u.cue.Polarity == graph.Denied && !u.before && vocab.rejecting.has(lemma) && !s.deniable(c.object) && !s.deniable(c.complement) && !s.pointsBack(c) && !u.r.thatClause(s, c.complement)
}

// scoped returns the scope of what is said. It reports false when a negation leaves
// no saying: "did not say that" is none, though "does not believe that" denies and
// "could not confirm that" doubts.
func (u *utterance) scoped() (sc scope, ok bool) {
	s, c := u.s, u.c
	sc = scope{from: u.from, to: u.to, cue: u.cue, cueFrom: u.v.from, cueTo: u.v.to, polarity: u.cue.Polarity, modality: u.cue.Modality}
	if u.v.negated || c.subject >= 0 && !c.inverted && (s.neither(c.subject) || s.chunks[c.subject].np.negative) {
		if u.cue.Polarity == graph.Affirmed {
			switch {
			case s.vocab.raising.has(u.v.lemma):
				sc.polarity = graph.Negated
				s.scopes = append(s.scopes, sc)
			case s.vocab.confirming.has(u.v.lemma):
				sc.modality = graph.Alleged
				s.scopes = append(s.scopes, sc)
			}
			return sc, false
		}
		sc.polarity = graph.Affirmed
	}
	if m := u.v.modal; m == "may" || m == "might" || m == "could" {
		sc.modality = graph.Conditional
	}
	for _, w := range u.who {
		sc.speakers = append(sc.speakers, w.entity)
	}
	sc.nominal = !u.before && c.complement < 0 && len(s.quotes) == 0
	return sc, true
}

// govern sets the scope of what is said, and of the speaker's quotations outside
// of it.
func (u *utterance) govern(sc scope) {
	s := u.s
	s.scopes = append(s.scopes, sc)
	for _, q := range s.quotes {
		if (q[0] < u.from || q[1] > u.to) && !u.r.otherSpeaker(s, u.c, q) {
			quoted := sc
			quoted.from, quoted.to = q[0], q[1]
			quoted.polarity, quoted.modality = graph.Affirmed, graph.Asserted
			s.scopes = append(s.scopes, quoted)
		}
	}
}

// tell notes the saying itself.
func (u *utterance) tell(sc scope) {
	s, c := u.s, u.c
	if s.Part == graph.Headline {
		return // the body says it in full
	}
	if u.v.bare && u.v.form&fGer != 0 && c.complement < 0 && len(s.quotes) == 0 && !s.colonBehind(c.verb) && u.cue.Polarity == graph.Affirmed {
		return // "alleging a violation", "expressing concern": part of another act
	}
	relation := "STATED"
	if u.cue.Polarity == graph.Denied && sc.polarity == graph.Denied || s.callsUntrue(c) {
		relation = "DENIED"
	}
	if c.passive && !u.before && c.complement < 0 && c.subject >= 0 && s.tokens[u.from].Lower == "by" {
		u.from, u.to = s.chunks[c.subject].from, u.v.from // "the move was reported by"
	}
	u.state(relation, s.content(u.from, u.to))
	u.r.spoke(s, u.who)
}

// state notes what each speaker says.
func (u *utterance) state(relation, content string) {
	for _, w := range u.who {
		u.r.state(u.s, relation, "says:"+u.v.lemma, w, content, u.v.main, standing{})
	}
}

// quotesNext reports whether a quotation stands behind a verb before any other verb.
func (s *sentence) quotesNext(c *clause) bool {
	end := len(s.tokens)
	for j := c.verb + 1; j < len(s.chunks); j++ {
		if s.chunks[j].kind == kVerb {
			end = s.chunks[j].from
			break
		}
	}
	return slices.ContainsFunc(s.quotes, func(q [2]int) bool { return q[0] < end && q[1] > s.chunks[c.verb].from })
}

// quoteRightBehind reports whether a quotation opens right behind a verb: "In a post on
// X, the minister said, “...”".
func (s *sentence) quoteRightBehind(c *clause) bool {
	n := s.chunks[c.verb].to
	for n < len(s.tokens) && s.tokens[n].tag == tComma {
		n++
	}
	return n < len(s.tokens) && s.tokens[n].tag == tQuote && n > s.chunks[c.verb].to
}

// quoteBehindColon reports whether a colon and a quotation follow right behind a verb:
// "He continued: “...”".
func (s *sentence) quoteBehindColon(c *clause) bool {
	n := s.chunks[c.verb].to
	return n+1 < len(s.tokens) && s.tokens[n].Lower == ":" && s.tokens[n+1].tag == tQuote
}

// callsUntrue reports whether a verb of calling says of an accusation that it is
// not true: "called the report baseless", "a charge that Baku called absurd".
func (s *sentence) callsUntrue(c *clause) bool {
	v := s.chunks[c.verb].vg
	if !s.vocab.naming.has(v.lemma) && !s.vocab.regards.has(v.lemma) || v.negated || c.passive || c.object < 0 || !s.vocab.accusations.has(s.tokens[s.chunks[c.object].np.head].lemma) {
		return false
	}
	return s.untrueBehind(c)
}

// untrueBehind reports whether what stands behind the object of a verb tells that it
// is not true: "as lies", "baseless".
func (s *sentence) untrueBehind(c *clause) bool {
	return s.untrueFrom(max(s.chunks[c.verb].to, s.chunks[c.object].to))
}

// untrueFrom reports whether the words from a token on call something untrue: "(the
// remarks) as completely false".
func (s *sentence) untrueFrom(from int) bool {
	for i := from; i < len(s.tokens); i++ {
		switch t := &s.tokens[i]; t.tag {
		case tQuote, tAdv, tDet, tNot:
		case tNoun, tAdj, tPrep, tName:
			if s.vocab.untrue.has(t.Lower) {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// deniable reports whether the phrase at ci is of what can be true or false: "the
// accusation", "the idea that", but not "the idea of leaving".
func (s *sentence) deniable(ci int) bool {
	if ci < 0 || s.chunks[ci].kind != kNoun {
		return false
	}
	ci = s.effective(ci)
	l := s.tokens[s.chunks[ci].np.head].lemma
	return s.vocab.accusations.has(l) && (l != "idea" || ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kRel)
}

// pointsBack reports whether the object of a clause is a pronoun for what the sentence
// has told somebody to say: "Chad says so, but Mali dismisses this".
func (s *sentence) pointsBack(c *clause) bool {
	if c.object < 0 || c.object < c.verb {
		return false
	}
	if w := s.tokens[s.chunks[c.object].np.head].Lower; w != "this" && w != "that" && w != "it" {
		return false
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d.verb < c.verb && d.complement >= 0 && d.subject != c.subject {
			return true
		}
	}
	return false
}

// thatClause reports whether a clause with "that" begins at ci.
func (r *reader) thatClause(s *sentence, ci int) bool {
	return ci > 0 && s.chunks[ci].kind == kNoun && s.chunks[ci-1].kind == kRel && r.beginsClause(s, ci)
}

// spoke remembers who said something, for the pronouns and quotations behind.
func (r *reader) spoke(s *sentence, who []ref) {
	if len(s.said) > 0 && len(who) == 1 && who[0].entity.hasKind("outlet") {
		return // "Hill said, the AP reported. She"
	}
	s.said = append(s.said, who...)
	r.lastSpeaker, r.lastSpoke = nil, s.Index
	for _, w := range who {
		r.lastSpeaker = append(r.lastSpeaker, w.entity)
	}
}

// joinsInfinitive reports whether a base form goes on an infinitive before it:
// "was unable to name or independently confirm".
func (s *sentence) joinsInfinitive(c *clause) bool {
	ch := s.chunks
	v := ch[c.verb].vg
	if v.modal != "" || v.have || v.form&fBase == 0 || v.form&fPast != 0 || c.verb == 0 || ch[c.verb-1].kind != kConj {
		return false
	}
	for j := c.verb - 2; j >= 0; j-- {
		if k := &ch[j]; k.kind == kVerb {
			return k.vg.to_
		} else if k.kind == kSub || k.kind == kRel || k.kind == kColon {
			return false
		}
	}
	return false
}

// namesItself reports whether somebody gives himself a name.
func (s *sentence) namesItself(c *clause) bool {
	if c.object < 0 || !s.vocab.naming.has(s.chunks[c.verb].vg.lemma) {
		return false
	}
	w := s.tokens[s.chunks[c.object].np.head].Lower
	return w == "itself" || w == "themselves" || w == "himself" || w == "herself"
}

// namesBehind reports whether a verb of calling says what its object is: "called
// talks with Seoul a waste of time", "what it called a satellite".
func (s *sentence) namesBehind(c *clause) bool {
	ch := s.chunks
	if c.subject > 0 && s.tokens[ch[c.subject].from-1].Lower == "what" {
		return true
	}
	for j := s.behindGroup(c.object); j < len(ch); {
		switch {
		case ch[j].kind == kPrep && j+1 < len(ch) && ch[j+1].kind == kNoun:
			j = s.behindGroup(j + 1)
		case ch[j].kind == kTime, ch[j].kind == kAdverb:
			j++
		default:
			return ch[j].kind == kNoun || ch[j].kind == kOther
		}
	}
	return false
}

// claimBefore reports whether the "that" behind an object is not the verb's but a
// claim's: "expressed doubt over Iran's claim that".
func (s *sentence) claimBefore(c *clause) bool {
	if n := c.complement - 2; c.object >= 0 && n > c.object && s.chunks[n].kind == kNoun {
		l := s.headLemma(n)
		return s.vocab.utterances.has(l) || s.vocab.accusations.has(l)
	}
	return false
}

// goesOn reports whether an infinitive of saying is the act itself: "went on to
// say", "took to Twitter to announce", "used the speech to call for".
func (s *sentence) goesOn(c *clause) bool {
	for i := range s.clauses {
		if d := &s.clauses[i]; d.verb < c.verb && (d.complement == c.verb || d.verb == c.verb-1) {
			v := s.chunks[d.verb].vg
			if v.lemma == "be" && c.verb-1 > d.verb {
				last := s.tokens[s.chunks[c.verb].from-1].Lower // "was quick to say"
				return s.vocab.goingOn.has("be "+last) && !v.negated
			}
			return s.vocab.goingOn.has(v.lemma) && !v.negated && v.modal == "" && !v.to_
		}
	}
	return false
}

// anonymous reports whether a verb of speaking tells only on what terms, or in
// what way, somebody spoke.
func (s *sentence) anonymous(c *clause) bool {
	for _, p := range c.preps {
		if p.verb {
			continue
		}
		switch s.tokens[s.chunks[p.at].np.head].Lower {
		case "condition", "anonymity", "background", "behalf":
			return true
		}
	}
	return false
}

// imagined reports whether a saying has not happened: it is a condition of
// something, or to come.
func (r *reader) imagined(s *sentence, c *clause) bool {
	v := s.chunks[c.verb].vg
	switch v.modal {
	case "will", "'ll", "wo", "shall", "may", "might", "should", "must":
		if c.subject >= 0 && !firstPerson(s.tokens[s.chunks[c.subject].np.head].Lower) {
			return true
		}
	}
	if c.subject < 0 || c.inverted {
		return false
	}
	at := s.group(c.subject)[0] - 1
	if at < 0 {
		return false
	}
	switch s.chunks[at].word {
	case "if", "unless", "whether", "lest":
		return true
	case "when", "once", "until", "before":
		return v.finite && v.modal == "" && !v.have && s.tokens[v.main].form&(fPres|fBase) != 0 && s.tokens[v.main].form&fPast == 0 && r.plannedBefore(s, at)
	}
	return false
}

// plannedBefore reports whether the clause before a subordinator at ci is told
// of the future.
func (r *reader) plannedBefore(s *sentence, ci int) bool {
	for j := ci - 1; j >= 0; j-- {
		if c := &s.chunks[j]; c.kind == kVerb && c.vg.finite {
			return c.vg.modal == "will" || c.vg.modal == "would" || c.vg.modal == "'ll"
		}
	}
	return false
}

func firstPerson(w string) bool { return w == "i" || w == "we" }

// answered is where the speaker of a denial goes on to say what he does hold:
// "rejects claims that it left, saying it would".
func (r *reader) answered(s *sentence, c *clause) int {
	for j := c.verb + 1; j+1 < len(s.chunks); j++ {
		if n := &s.chunks[j+1]; s.chunks[j].kind == kComma && n.kind == kVerb && n.vg.bare && n.vg.form&fGer != 0 && r.speechVerb(n.vg) {
			return s.chunks[j].from
		}
	}
	return len(s.tokens)
}

// deniedBefore is where ends what a denial in a relative clause is about: "is
// accused of arming rebels, which it denies", "... – a claim Chad denies". It is 0
// for other denials.
func (s *sentence) deniedBefore(c *clause) int {
	if c.subject < 1 || c.subject > c.verb || c.complement >= 0 {
		return 0
	}
	k := s.group(c.subject)[0]
	if np := s.chunks[k].np; np.men < 0 || s.mentions[np.men].from == np.from || !s.vocab.accusations.has(s.tokens[s.mentions[np.men].from-1].lemma) {
		k-- // but "a charge Chad" is one phrase
	}
	if k > 1 && s.chunks[k].kind == kRel && s.chunks[k-1].kind == kNoun && s.taken(k-1) {
		k-- // "a claim that Chad has denied"
	}
	if k < 1 || s.chunks[k-1].kind != kComma && s.chunks[k-1].kind != kColon {
		return 0
	}
	if ch := &s.chunks[k]; ch.word == "which" && ch.kind == kRel || ch.kind == kNoun && (k == c.subject || s.taken(k)) {
		return s.chunks[k-1].from
	}
	return 0
}

// accusedBefore returns whom the clause before a denial accuses: he is who denies
// it, "Mali accuses Rwanda of arming rebels, which it denies".
func (r *reader) accusedBefore(s *sentence, denial *clause) []ref {
	for i := range slices.Backward(s.clauses) {
		switch c := &s.clauses[i]; {
		case c.verb >= denial.verb || !r.accuses(s.chunks[c.verb].vg.lemma):
		case c.passive && c.subject >= 0:
			return r.refs(s, c.subject, speakers[:3])
		case !c.passive && c.object >= 0:
			return r.refs(s, c.object, speakers[:3])
		}
	}
	return nil
}

// denialEnd is where the denial of a thing ends: what the subject does besides
// ("denied it and accused Kyiv") and what else is told of the thing ("reports that
// have overshadowed the visit") are not denied.
func (r *reader) denialEnd(s *sentence, c *clause) int {
	end := r.clauseEnd(s, c.verb)
	for j := c.object + 1; j+1 < len(s.chunks) && s.chunks[j].from < end; j++ {
		if k := &s.chunks[j]; k.kind == kRel && (k.word != "that" || s.chunks[j+1].kind == kVerb) {
			return k.from
		}
	}
	return end
}

func (r *reader) sayable(s *sentence, ci int) bool {
	if h := s.tokens[s.chunks[ci].np.head].lemma; s.vocab.stances.has(h) && ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kPrep {
		return true // "repeated China's opposition to"
	}
	switch r.sort(s, s.effective(ci)) {
	case "actor", "role", "goods", "number":
		return false
	}
	return true
}

// colonBehind reports whether a colon stands behind a verb of saying, with at
// most whom it is said to, when and where between.
func (s *sentence) colonBehind(ci int) bool {
	for j := ci + 1; j < len(s.chunks); j++ {
		switch k := &s.chunks[j]; k.kind {
		case kColon:
			return k.word == ":"
		case kNoun, kPrep, kTime, kAdverb:
		default:
			return false
		}
	}
	return false
}

// endsInColon reports whether a colon is the last of a sentence: what it opens stands in
// the next paragraph.
func (s *sentence) endsInColon() bool {
	return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].Lower == ":"
}

// otherSpeaker reports whether another verb of saying stands nearer to a quotation.
func (r *reader) otherSpeaker(s *sentence, c *clause, q [2]int) bool {
	gap := func(d *clause) int {
		at := s.chunks[d.verb].from
		switch {
		case at < q[0]:
			return q[0] - at
		case at >= q[1]:
			return at - q[1]
		}
		return 0
	}
	for i := range s.clauses {
		if d := &s.clauses[i]; d != c && (r.speechVerb(s.chunks[d.verb].vg) || r.opens(s.chunks[d.verb].vg.lemma)) && d.subject >= 0 && d.subject != c.subject && gap(d) < gap(c) {
			return true
		}
	}
	return false
}

// leading returns the token before which the report stands, when a verb of
// saying closes its sentence: "..., Kyiv said". It is 0 when it does not.
func (r *reader) leading(s *sentence, c *clause) int {
	ch := s.chunks
	first := c.verb
	if v := ch[c.verb].vg; v.bare && v.form&fGer != 0 && (c.complement >= 0 || c.object >= 0) {
		return 0 // "'We left,' he said, adding that"
	}
	if c.subject >= 0 && c.subject < c.verb {
		first = s.group(c.subject)[0]
	}
	if c.subject >= 0 && c.subject > c.verb && !c.inverted {
		return 0
	}
	first = r.firstSpeaker(s, first)
	// A comma or quotation mark stands before it, and a clause before that.
	at := ch[first].from
	k := at - 1
	if k > 1 && s.tokens[k].tag == tColon && s.tokens[k].Lower != ":" && (s.tokens[k-1].tag == tComma || s.tokens[k-1].tag == tQuote) {
		at, k = k, k-1 // "“We left”, – he said"
	}
	for k >= 0 && s.tokens[k].tag == tQuote {
		k--
	}
	if k < 0 || at == s.skip {
		return 0
	}
	if s.tokens[k].tag != tComma && k == at-1 && !(s.tokens[k].tag == tStop) {
		return 0
	}
	finite := false
	for j := 0; j < first; j++ {
		if ch[j].kind == kVerb && ch[j].vg.finite {
			finite = true
		}
	}
	if !finite && !s.quoteBefore(at) {
		return 0
	}
	if k := c.complement; s.quoteBefore(at) && !(k > c.verb && ch[k-1].kind == kRel && ch[k-1].word == "that") {
		return at // not "In a talk with 'Sputnik', he pointed out that"
	}
	// Without a quotation the verb may have words of its own behind it.
	if k := c.complement; k >= 0 && !(k > 0 && ch[k-1].kind == kPrep) && !(ch[k].kind == kVerb && ch[k].vg.bare && s.vocab.citing.has(ch[k].vg.lemma)) {
		return 0
	}
	if c.object >= 0 && !c.inverted && !s.vocab.addresses.has(ch[c.verb].vg.lemma) {
		return 0
	}
	return at
}

// firstSpeaker returns where those begin who say something together, each with phrases
// of his own: "..., a doctor at a hospital in the town and a policeman told AFP"; else ci.
func (r *reader) firstSpeaker(s *sentence, ci int) int {
	if ci < 3 || s.chunks[ci-1].kind != kConj || s.chunks[ci-1].word != "and" || s.chunks[ci].kind != kNoun || r.sort(s, ci) != "role" {
		return ci
	}
	for j := ci - 2; j > 0; j-- {
		switch k := &s.chunks[j]; k.kind {
		case kNoun, kPrep, kTime:
		case kComma:
			if s.chunks[j+1].kind == kNoun && r.sort(s, j+1) == "role" {
				return j + 1
			}
			return ci
		default:
			return ci
		}
	}
	return ci
}

// state notes a saying.
func (r *reader) state(s *sentence, relation, rule string, who ref, content string, at int, own standing) {
	if content == "" {
		return
	}
	for i := range s.findings {
		if f := &s.findings[i]; f.relation == relation && f.head.entity == who.entity {
			return // one saying a sentence and speaker
		}
	}
	r.add(s, finding{relation: relation, rule: rule, head: who, content: content, at: at, from: s.skip, to: len(s.tokens), own: own})
}
