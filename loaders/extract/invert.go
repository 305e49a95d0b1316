package extract

import (
	"dossier/graph"
)

// saidBehind reports whether a verb of saying closes a report with its subject
// behind it: "was fired near Sinpo, said an official from the ministry".
func (s *sentence) saidBehind(c *clause) bool {
	if s.vocab.addresses.has(s.chunks[c.verb].vg.lemma) || s.chunks[c.verb].vg.lemma == "call" || c.object != c.verb+1 || c.second >= 0 || c.complement >= 0 || s.chunks[c.verb-1].kind != kComma || s.chunks[c.verb].vg.from != s.chunks[c.verb].vg.main || (s.chunks[c.verb].vg.lemma != "say" || s.chunks[c.object].np.men >= 0) && s.insertedRelative(c.verb-1) >= 0 {
		return false
	}
	finite := false
	for j := 0; j < c.verb; j++ {
		finite = finite || s.chunks[j].kind == kVerb && s.chunks[j].vg.finite
	}
	return finite
}

// lastWord reports whether "said" closes a report with a speaker behind it of
// whom a participle tells more: "..., said one official involved in the talks".
func (r *reader) lastWord(s *sentence, c *clause) bool {
	ch := s.chunks
	at := c.verb + 1
	if ch[c.verb].vg.lemma != "say" || c.complement != at || c.object >= 0 || at >= len(ch) || ch[at].kind != kNoun || ch[at].np.pronoun || ch[c.verb-1].kind != kComma || s.insertedRelative(c.verb-1) >= 0 {
		return false
	}
	if document := s.tokens[ch[at].np.head].word.in(cDocument); ch[at].np.men >= 0 || r.sort(s, at) != "role" && !document || s.tokens[ch[at].from].Lower == "the" || at+2 >= len(ch) {
		return false
	}
	v := ch[at+1].vg
	return v != nil && v.from == v.main && v.form&fPart != 0 && ch[at+2].kind == kPrep && !s.laterFinite(at+1)
}

// animate reports whether a phrase may do something: "discussed the importance
// of supporting" is the speaker's support, "accused Moscow of firing" Moscow's fire.
func (r *reader) animate(s *sentence, ci int) bool {
	switch r.sort(s, s.effective(ci)) {
	case "noun", "act", "number":
		return false
	}
	return true
}

// invert takes the phrase behind a verb of saying as its subject: "..., said
// Power".
func (r *reader) invert(s *sentence, c *clause) {
	ch := s.chunks
	if at := c.verb + 1; c.object < 0 && c.complement == at && at < len(ch) && ch[at].kind == kNoun && (s.quoteBefore(ch[c.verb].from) || r.lastWord(s, c)) && (r.sort(s, at) == "actor" || r.sort(s, at) == "role" || s.tokens[ch[at].np.head].word.in(cDocument)) {
		c.subject, c.complement, c.inverted = at, -1, true // "...," said one diplomat involved in the talks
		return
	}
	if c.object >= 0 && s.quoteBefore(ch[c.verb].from) && c.object == c.verb+1 && ch[c.object].np.men < 0 && (s.vocab.reports.has(s.headLemma(c.object)) || ch[c.verb].vg.lemma == "say" && s.vocab.declarations.has(s.headLemma(c.object))) {
		c.subject, c.object, c.inverted = c.object, -1, true // "...," said a report seen by
		return
	}
	if c.object >= 0 && (c.object == c.verb+1 || ch[c.verb+1].kind == kTime) && (r.sort(s, c.object) == "actor" || r.sort(s, c.object) == "role" || r.sort(s, c.object) == "name" || subjectPronoun(s.tokens[ch[c.object].np.head].Lower)) && !r.beginsClause(s, c.object) {
		c.subject, c.object, c.inverted = c.object, -1, true
		c.complement = -1
	}
}

// subjectPronoun reports whether a pronoun can be a subject only: "said he", not
// "denied it".
func subjectPronoun(w string) bool {
	switch w {
	case "he", "she", "they", "i", "we", "who":
		return true
	}
	return false
}

// quoteBefore reports whether a closing quotation mark stands right before a token.
func (s *sentence) quoteBefore(ti int) bool {
	for k := ti - 1; k >= 0 && k >= ti-2; k-- {
		switch s.tokens[k].tag {
		case tQuote:
			return true
		case tComma, tStop:
		default:
			return false
		}
	}
	return false
}

// contactClauses puts the relative pronoun that English leaves out before clauses
// whose verb lacks its object: "the attacks (that) Russia launched on Odesa".
func (r *reader) contactClauses(s *sentence) {
	for i := 0; i+2 < len(s.chunks); i++ {
		if !r.contactClause(s, i) {
			continue
		}
		chunks := r.scratch.chunks.slice(len(s.chunks) + 1)
		copy(chunks, s.chunks[:i+1])
		chunks[i+1] = chunk{kind: kRel, from: s.chunks[i+1].from, to: s.chunks[i+1].from, word: "that"}
		copy(chunks[i+2:], s.chunks[i+1:])
		s.chunks = chunks
		i += 2
	}
}

// contactClause reports whether the phrase at i is the object of the clause that
// begins right behind it.
func (r *reader) contactClause(s *sentence, i int) bool {
	ch := s.chunks
	if ch[i].kind != kNoun || ch[i+1].kind != kNoun || ch[i].to != ch[i+1].from || s.Part == graph.Headline || !r.actsByName(s, i+1) {
		return false
	}
	np := ch[i].np
	if np.pronoun || np.men >= 0 && s.mentions[np.men].entity.Label != "Sanction" && r.sort(s, i) != "goods" {
		return false
	}
	switch k := r.sort(s, i); k {
	case "actor", "role", "number", "name", "pronoun":
		return false
	}
	if first := &s.tokens[np.from]; first.tag != tDet && first.tag != tPossessive && !pluralNoun(s.tokens[np.head].Lower) {
		return false
	}
	j := i + 2
	for j+1 < len(ch) && ch[j].kind == kConj && r.actsByName(s, j+1) {
		j += 2
	}
	for j < len(ch) && ch[j].kind == kAdverb {
		j++
	}
	if j >= len(ch) || ch[j].kind != kVerb {
		return false
	}
	v := ch[j].vg
	if !v.finite || v.passive || v.to_ || r.speechVerb(v) || s.vocab.thinking.has(v.lemma) || s.vocab.intransitive.has(v.lemma) || !r.x.support.has(v.lemma) && len(r.x.set.OfVerb(v.lemma)) == 0 {
		return false
	}
	next := j + 1
	for next < len(ch) && (ch[next].kind == kAdverb || ch[next].kind == kTime) {
		next++
	}
	if last := next == len(ch); last && !s.tokens[np.head].word.in(cAgreement|cDocument) || !last && ch[next].kind != kPrep && ch[next].kind != kComma && (ch[next].kind != kVerb || !ch[next].vg.finite) {
		return false // it has its object, or none
	}
	if s.verbBeforeChunk(i) {
		return true
	}
	if i > 0 && ch[i-1].kind == kPrep {
		return false // "During the war Russia relied on"
	}
	for next = j + 1; next < len(ch); next++ {
		switch k := &ch[next]; k.kind {
		case kVerb:
			return k.vg.finite
		case kComma, kRel, kSub, kColon, kConj:
			return false
		}
	}
	return false
}

// actsByName reports whether a phrase names who may act, or is a pronoun that only
// stands for a subject.
func (r *reader) actsByName(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	if np == nil {
		return false
	}
	if np.pronoun {
		return nominative[s.tokens[np.head].Lower]
	}
	if np.men < 0 || s.mentions[np.men].how == byAdjective || s.mentions[np.men].to-1 != np.head {
		return false
	}
	switch s.mentions[np.men].entity.Label {
	case "State", "Organization", "Person":
		return true
	}
	return false
}
