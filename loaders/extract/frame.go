package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// finding is a claim as one sentence makes it, before identities are settled.
type finding struct {
	relation string
	rule     string
	head     ref
	tail     ref // zero for relations without an object
	roles    map[string]ref
	date     graph.Date
	dateText string
	count    graph.Count
	counted  string
	content  string
	at       int      // token that triggers it
	from, to int      // tokens that carry it
	settled  bool     // told as a fact whatever is planned around it
	contrary bool     // a fact where its words are denied: "failed to comply"
	implied  bool     // taken for granted by a modifier, whatever is said of its noun
	known    bool     // spoken of as known, by a noun with its possessor
	own      standing // what the construction itself says of its standing
}

// verbFrames reads the constructions of verbs.
func (r *reader) verbFrames(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		frames := r.x.set.OfVerb(v.lemma)
		if p := v.main + 1; p < len(s.tokens) && (s.tokens[p].tag == tAdv || s.tokens[p].tag == tPrep || s.tokens[p].tag == tNoun) {
			if f := r.x.set.OfVerb(v.lemma + " " + s.tokens[p].Lower); len(f) > 0 {
				frames = f
			} else if s.vocab.phrasal.has(v.lemma + " " + s.tokens[p].Lower) {
				continue // "give up its weapons" gives them to nobody
			}
		}
		slot := func(source string) []int { return r.verbSlot(s, c, source) }
		for _, fi := range frames {
			f := &r.x.set.Frames[fi]
			if !r.verbFits(s, c, f) {
				continue
			}
			r.apply(s, f, v.main, slot, nil)
		}
	}
}

// verbFits reports whether the form of a verb and what stands around it let a frame
// be read.
func (r *reader) verbFits(s *sentence, c *clause, f *rules.Frame) bool {
	switch {
	case f.Future && !s.chunks[c.verb].vg.future(), f.Passive && !c.passive, f.Plain && c.passive, f.Bare && !s.bare(c):
		return false
	case f.Intransitive && (c.object >= 0 && s.tokens[s.chunks[c.object].np.head].tag != tAdj || len(r.verbPreps(s, c, "with")) > 0):
		return false
	case slices.ContainsFunc(f.Without, func(w string) bool { return hasPrep(c.preps, w) }):
		return false
	case f.Given != nil && !s.followed(c, f.Given), f.Unless != nil && s.followed(c, f.Unless):
		return false
	case f.Unasked && s.asks(c):
		return false
	case f.Clauseless && c.complement > 0 && s.chunks[c.complement-1].kind == kRel:
		return false
	}
	return s.speaksFor(f)
}

// asks reports whether a clause goes on with what somebody is asked to do: "called on
// the king to resign".
func (s *sentence) asks(c *clause) bool {
	if c.complement < 0 {
		return false
	}
	k := &s.chunks[c.complement]
	return k.kind != kVerb || !k.vg.to_ || k.vg.negated || !s.vocab.courtesies.has(k.vg.lemma)
}

// bare reports whether nothing but an object, a time and a purpose stands behind a
// verb: "called Erdogan on Monday to congratulate him".
func (s *sentence) bare(c *clause) bool {
	if c.passive || c.second >= 0 || len(c.preps) > 0 || c.complement >= 0 && (s.chunks[c.complement].kind != kVerb || !s.chunks[c.complement].vg.to_) {
		return false
	}
	j := c.verb + 1
	if c.object >= 0 {
		j = s.behindGroup(c.object)
	}
	return j >= len(s.chunks) || s.chunks[j].kind != kOther && s.chunks[j].kind != kAdverb
}

// modifiedBy reports whether one of the words stands before a phrase's head.
func (s *sentence) modifiedBy(np *nounPhrase, words []string) bool {
	for i := np.start; i < np.head; i++ {
		if slices.Contains(words, s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// premodifiedBy is the same for an open list of words.
func (s *sentence) premodifiedBy(np *nounPhrase, words *wordSet) bool {
	for i := np.start; i < np.head; i++ {
		if words.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// followed reports whether one of the words stands behind a verb and outside its
// object, before another verb or clause begins.
func (s *sentence) followed(c *clause, words []string) bool {
	if !s.mayHold(words) {
		return false
	}
	for j := c.verb + 1; j < len(s.chunks); j++ {
		k := &s.chunks[j]
		switch k.kind {
		case kVerb:
			return slices.Contains(words, k.vg.lemma)
		case kRel, kSub, kColon:
			return false
		}
		from := k.from
		if l := s.chunks[c.verb].vg.lemma; c.object >= 0 && s.inGroup(c.object, j) && l != "be" && !(c.passive && s.vocab.naming.has(l)) {
			from = k.np.head + 1 // "held Israel responsible"
		}
		for t := from; t < k.to; t++ {
			if slices.Contains(words, s.tokens[t].Lower) || slices.Contains(words, s.tokens[t].lemma) {
				return true
			}
		}
	}
	return false
}

// speaksOf reports whether one of the words stands anywhere in a sentence.
func (s *sentence) speaksOf(words []string) bool {
	if !s.mayHold(words) {
		return false
	}
	for i := range s.tokens {
		if t := &s.tokens[i]; slices.Contains(words, t.Lower) || t.lemma != "" && slices.Contains(words, t.lemma) {
			return true
		}
	}
	return false
}

// mayHold reports whether one of the words may stand in a sentence at all.
func (s *sentence) mayHold(words []string) bool {
	if !s.gathered {
		s.gathered = true
		for i := range s.tokens {
			s.holds.add(s.tokens[i].Lower)
			s.holds.add(s.tokens[i].lemma)
		}
		for i := range s.chunks {
			if v := s.chunks[i].vg; v != nil {
				s.holds.add(v.lemma)
			}
		}
	}
	return slices.ContainsFunc(words, s.holds.may)
}

// speaksFor reports whether the words of a whole sentence let a frame be read.
func (s *sentence) speaksFor(f *rules.Frame) bool {
	return (f.Nowhere == nil || !s.speaksOf(f.Nowhere)) && (f.Around == nil || s.speaksOf(f.Around))
}

// nounFrames reads the constructions of nouns: transfers, attacks, sanctions.
func (r *reader) nounFrames(s *sentence) {
	for ci := range s.chunks {
		c := &s.chunks[ci]
		if c.kind != kNoun || c.np.pronoun {
			continue
		}
		h := &s.tokens[c.np.head]
		if h.tag == tNoun || h.lemma != "" && (h.men >= 0 || h.word.in(cAgreement)) {
			r.nounFramesAt(s, ci, c.np.head, "")
		}
		if i := s.titular(c.np); i >= 0 {
			r.nounFramesAt(s, ci, i, "apposed") // "his backers Russia and China"
		}
	}
}

// nounFramesAt reads the constructions of the noun at a token of the phrase at
// ci; source, unless empty, is one that they must take.
func (r *reader) nounFramesAt(s *sentence, ci, at int, source string) {
	frames := r.x.set.OfNoun(s.tokens[at].lemma)
	if len(frames) == 0 {
		return
	}
	np := s.chunks[ci].np
	preps, owners := r.nounPreps(s, ci), r.frameOwners(s, ci)
	slot := func(source string) []int { return r.nounSlot(s, ci, preps, source) }
	for _, fi := range frames {
		f := &r.x.set.Frames[fi]
		if f.Given != nil && !s.modifiedBy(np, f.Given) || f.Unless != nil && s.modifiedBy(np, f.Unless) || !s.speaksFor(f) || source != "" && !f.Takes(source) {
			continue
		}
		if slices.ContainsFunc(f.Without, func(w string) bool { return hasPrep(preps, w) }) {
			continue
		}
		owners := owners
		if f.Relation == "SUPPLIED" && (f.Takes("self") || s.tokens[at].lemma == "sale") && s.receives(np) {
			owners = nil // "Ukraine security assistance"
		}
		if np.possessive && f.Takes("its") && !hasPrep(preps, "of") {
			// "their acquisition by Russia": the possessor is the goods; who acts
			// is named by the first of the list, or behind.
			owners = nil
			if g := s.group(ci); g[0] != ci {
				for _, e := range r.owners(s, s.chunks[g[0]].np) {
					owners = append(owners, ref{entity: e, text: e.Name, from: np.from, to: np.head})
				}
			}
		}
		if s.Part == graph.Headline && f.Relation == "ISSUED" {
			continue // the page's own title
		}
		r.apply(s, f, at, slot, owners)
	}
}

// placesAnother reports whether a place hangs on another act than the one at a
// token: "fired at Israel in retaliation for a strike in Damascus".
func (r *reader) placesAnother(s *sentence, at int, place ref) bool {
	own := s.chunkAt(at)
	for ci := s.chunkAt(place.from); ci >= 0; {
		first := s.group(ci)[0]
		if first < 2 || s.chunks[first-1].kind != kPrep || s.chunks[first-2].kind != kNoun {
			return false
		}
		if ci = first - 2; ci <= own {
			return false
		}
		if r.sort(s, ci) == "act" && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "for" {
			return true
		}
	}
	return false
}

// receives reports whether a name stands before aid as whom it is for: "Ukraine
// aid", but "Ukraine's aid", "Ukrainian aid" and "U.S. aid".
func (s *sentence) receives(np *nounPhrase) bool {
	mi := s.tokens[np.start].men
	if np.owner != nil || np.possessive || mi < 0 || s.mentions[mi].entity.Label != "State" || s.mentions[mi].how == byAdjective {
		return false
	}
	t := &s.tokens[np.start]
	return !t.AllCaps && !strings.Contains(t.Lower, ".")
}

// apply fills the roles of a frame and notes what it finds. owners is what the
// source "owner" stands for.
func (r *reader) apply(s *sentence, f *rules.Frame, at int, slot func(string) []int, owners []ref) {
	p := frameReader{
		r: r, s: s, f: f, at: at, slot: slot, owners: owners,
		symmetric: r.x.onto.Relations[f.Relation].Symmetric,
		from:      at,
		to:        at + 1,
	}
	if !p.fillRoles() {
		return
	}
	p.dropUnfit()
	if p.pointless() {
		return
	}
	if p.pair {
		p.tails = p.heads
	}
	p.note()
}

// frameReader reads one construction where a word triggers it.
type frameReader struct {
	r         *reader
	s         *sentence
	f         *rules.Frame
	at        int                // token that triggers it
	slot      func(string) []int // phrases in a slot
	owners    []ref              // what the source "owner" stands for
	symmetric bool               // its relation goes both ways

	heads, tails []ref
	roles        map[string]ref
	from, to     int  // tokens that carry it
	pair         bool // the heads do it with each other
	spoken       bool // the head is who says so
}

// fillRoles finds what stands in every role, or reports that the frame does not fit.
func (p *frameReader) fillRoles() bool {
	for i := range p.f.Roles {
		if !p.fillRole(&p.f.Roles[i]) {
			return false
		}
	}
	return true
}

// fillRole finds what stands in a role, or reports that the frame does not fit
// because nothing does, or something that the role does not take.
func (p *frameReader) fillRole(role *rules.Role) bool {
	refs, source := p.parties(role)
	if role.Name == "place" && len(refs) > 0 && p.r.placesAnother(p.s, p.at, refs[0]) {
		return true
	}
	if len(refs) == 0 && slices.Contains(role.Sources, "goodsowner") && len(p.tails) > 0 {
		refs = p.r.goodsOwner(p.s, p.tails[0], role.Labels)
	}
	if len(refs) == 0 {
		if role.Optional {
			return !role.Fitting || len(p.slot(role.Sources[0])) == 0
		}
		p.r.near(p.s, p.f, p.at, role.Name)
		return false
	}
	for _, x := range refs {
		p.from, p.to = min(p.from, x.from), max(p.to, x.to)
	}
	switch role.Name {
	case "_": // must be there and is no party
	case "head":
		p.heads = refs
		p.spoken = source == "speaker"
		if source == "subj" || source == "by" {
			p.heads = append(p.heads, p.r.alongside(p.s, p.at, role.Labels)...)
		}
		p.pair = p.paired(source, len(refs)) && !(source == "subj" && p.mediated())
	case "tail":
		p.tails, p.pair = refs, false
	default:
		if p.roles == nil {
			p.roles = map[string]ref{}
		}
		p.roles[role.Name] = refs[0]
	}
	return true
}

// paired reports whether heads from a source, so many of them, are each other's
// tails: "talks between Kenya and Chad", "Kenya and Chad met".
func (p *frameReader) paired(source string, heads int) bool {
	switch source {
	case "between", "among", "involving":
		return true
	case "owner", "subj", "obj":
		return p.symmetric && heads > 1
	}
	return false
}

// mediated reports whether who carries the noun at hand only helps others to it:
// "talks mediated by Oman and Qatar".
func (p *frameReader) mediated() bool {
	ci := p.s.chunkAt(p.at)
	if ci < 0 || p.s.chunks[ci].kind != kNoun {
		return false
	}
	c := p.r.supporting(p.s, ci)
	return c != nil && p.s.vocab.mediates.has(p.s.verbLemma(c))
}

// parties finds what stands in a role and from which source; states and bodies
// where unnamed people act for them.
func (p *frameReader) parties(role *rules.Role) ([]ref, string) {
	refs, source := p.r.fill(p.s, role, p.at, p.slot, p.owners)
	if role.Name == "head" && (p.symmetric || collective[p.f.Relation]) || role.Name == "tail" && p.symmetric {
		refs = p.r.represented(p.s, refs)
		if len(refs) == 0 && !slices.Contains(role.Labels, "Person") {
			return p.spokesmen(role)
		}
	}
	return refs, source
}

// spokesmen fills a role of states and bodies with those that unnamed people there
// speak for: "talks with the Turkish delegation".
func (p *frameReader) spokesmen(role *rules.Role) ([]ref, string) {
	r, s := p.r, p.s
	people := *role
	people.Labels = []string{"Person"}
	refs, source := r.fill(s, &people, p.at, p.slot, p.owners)
	var who []ref
	for _, x := range refs {
		if ci := s.chunkAt(x.from); p.f.Relation != "MET" && ci >= 0 && x.entity.Described && s.chunks[ci].np != nil && s.vocab.emissaries.has(s.tokens[s.chunks[ci].np.head].Lower) {
			who = append(who, r.whose(s, ci)...) // "talks with Iranian officials"
		} else {
			who = append(who, x)
		}
	}
	refs = slices.DeleteFunc(r.represented(s, who), func(x ref) bool { return !r.x.onto.Is(x.entity.Label, role.Labels...) })
	return refs, source
}

// dropUnfit drops the parties that the relation or the frame does not take.
func (p *frameReader) dropUnfit() {
	switch p.f.Relation {
	case "VISITED":
		p.heads = slices.DeleteFunc(p.heads, p.s.private)
		p.tails = slices.DeleteFunc(p.tails, p.s.somewhere)
	case "SANCTIONED":
		p.heads = slices.DeleteFunc(p.heads, p.s.anybody)
	case "ATTACKED":
		p.tails = slices.DeleteFunc(p.tails, p.s.boundary)
	}
	for _, name := range p.f.Named {
		refs := p.party(name)
		*refs = slices.DeleteFunc(*refs, p.unnamed)
	}
	for _, name := range p.f.Known {
		refs := p.party(name)
		*refs = slices.DeleteFunc(*refs, func(x ref) bool { return x.entity.Described })
	}
	for _, name := range p.f.Armed {
		refs := p.party(name)
		*refs = slices.DeleteFunc(*refs, func(x ref) bool { return !p.s.bearsArms(x) })
	}
}

// party returns the heads or the tails.
func (p *frameReader) party(name string) *[]ref {
	if name == "head" {
		return &p.heads
	}
	return &p.tails
}

// unnamed reports whether a party has no name that a frame could ask for, or is a
// pronoun that may stand for anything.
func (p *frameReader) unnamed(x ref) bool {
	if x.entity.Described && (p.f.Relation == "ACCUSED" || x.entity.Label == "Person" || x.entity.Label == "Place") {
		switch p.f.Relation {
		case "MET":
			return !p.r.holdsOffice(p.s, x)
		case "VISITED":
			return !p.r.holdsOffice(p.s, x) && !p.r.sentBy(p.s, x)
		}
		return true
	}
	w := p.s.tokens[x.from].Lower
	return w == "it" && p.s.speaker(x.from) != nil || p.spoken && (w == "it" || w == "they")
}

// holdsOffice reports whether a person without a name is told by an office of a state,
// which one alone holds: "the Kenyan president", "his Turkish counterpart".
func (r *reader) holdsOffice(s *sentence, x ref) bool {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.pronoun || x.entity.Label != "Person" {
		return false
	}
	np := s.chunks[ci].np
	h := &s.tokens[np.head]
	if pluralNoun(h.Lower) || s.indefinite(np) || !s.vocab.counterparts.has(h.lemma) && !s.vocab.soleOffices.has(h.lemma) {
		return false
	}
	for _, o := range r.owners(s, np) {
		if o.Label == "State" {
			return true
		}
	}
	return ci+2 < len(s.chunks) && s.chunks[ci+1].word == "of" && s.chunks[ci+2].kind == kNoun && s.whereabouts(ci+2)
}

// sentBy reports whether people are told by the state or body that sends them: "an
// Egyptian delegation", "Hamas officials".
func (r *reader) sentBy(s *sentence, x ref) bool {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil {
		return false
	}
	w := s.tokens[s.chunks[ci].np.head].Lower
	return (s.vocab.envoys.has(w) || s.vocab.emissaries.has(w)) && w != "authorities" && len(r.whose(s, ci)) > 0
}

// pointless reports whether the parties found make no claim.
func (p *frameReader) pointless() bool {
	if len(p.tails) == 0 && len(p.r.x.onto.Relations[p.f.Relation].To) > 0 && !p.pair {
		return true
	}
	if p.f.Listed && !slices.ContainsFunc(p.heads, func(x ref) bool { return x.from != p.heads[0].from }) {
		return true // "the leaders discussed": that they met is told before
	}
	if p.undirected() || p.f.Cargo && slices.ContainsFunc(p.tails, func(x ref) bool { return x.entity.Label == "Vehicle" }) {
		return true
	}
	if len(p.heads) == 0 || p.spoken && p.f.Relation == "ACCUSED" && p.s.wishful(p.at) {
		return true
	}
	ci := p.s.chunkAt(p.at)
	return p.pair && p.f.Relation == "NEGOTIATED_WITH" && ci >= 0 && p.s.tokens[p.s.chunks[ci].from].Lower == "our" // "conclude our negotiations": with somebody else
}

// undirected reports whether two owners joined by a hyphen leave open which of them
// acts: "Russia-North Korea arms transfers".
func (p *frameReader) undirected() bool {
	return !p.symmetric && len(p.heads) == 2 && len(p.owners) == 2 && p.f.Nouns != nil && p.f.Relation != "ISSUED" && p.f.Relation != "SANCTIONED" && p.s.hyphened(p.at) && !p.s.jointRaid(p.at)
}

// note adds a finding for each head with each tail.
func (p *frameReader) note() {
	base := p.base()
	if len(p.heads) == 1 && len(p.s.said) == 0 && aloud[p.f.Relation] && p.heads[0].entity.Label == "Person" && !p.heads[0].entity.Described {
		p.r.spoke(p.s, p.heads) // "Moon was blunt, accusing Japan of it. He said"
	}
	for hi, h := range p.heads {
		for ti, t := range p.tails {
			t = p.meant(h, t)
			if p.pair && ti <= hi || p.toItself(h, t) {
				continue
			}
			t, ok := p.violated(h, t)
			if !ok || p.unsaid(h, t) {
				continue
			}
			x := base
			x.head, x.tail, x.roles = h, t, p.rolesBeside(h, t)
			p.r.partOfTransfer(&x)
			p.r.add(p.s, x)
		}
		if len(p.tails) == 0 {
			x := base
			x.head, x.roles = h, p.roles
			p.r.add(p.s, x)
		}
	}
}

// base is what the findings of the construction have in common.
func (p *frameReader) base() finding {
	x := finding{
		relation: p.f.Relation, rule: p.f.Name, at: p.at, from: p.from, to: p.to,
		contrary: p.f.Negated, implied: p.f.Implied,
		own: standing{polarity: p.f.Polarity, modality: p.f.Modality},
	}
	ci := p.s.chunkAt(p.at)
	noun := ci >= 0 && p.s.chunks[ci].kind == kNoun
	x.known = noun && p.definite(p.s.chunks[ci].np) || p.s.goesOnDoing(p.at)
	if noun {
		p.standOfNoun(&x, ci)
	}
	return x
}

// definite reports whether the noun that triggers is spoken of as known: "the
// strikes", "Russia's attack", "U.S. sanctions".
func (p *frameReader) definite(np *nounPhrase) bool {
	if np.owner != nil || np.possessive {
		return true
	}
	switch p.s.tokens[np.from].Lower {
	case "the", "these", "this":
		return true
	}
	h := &p.s.tokens[np.head]
	return len(p.owners) > 0 && (h.lemma != h.Lower || h.Lower == "sanctions")
}

// standOfNoun sets how sure a construction is by what stands around its noun.
func (p *frameReader) standOfNoun(x *finding, ci int) {
	r, s := p.r, p.s
	np, first, lemma := s.chunks[ci].np, s.chunks[ci].from, s.tokens[p.at].lemma
	switch {
	case s.tokens[first].Lower == "any" && x.own.modality == "":
		x.own.modality = graph.Conditional // "any attack on Guam"
	case first > 1 && s.tokens[first-1].Lower == "of" && s.tokens[first-2].Lower == "ahead":
		x.own.modality = graph.Planned // "ahead of a visit to"
	case s.inTheEvent(first):
		x.own.modality = graph.Conditional
	case r.imaginary(s, ci) && x.own.modality == "":
		x.own.modality, x.known = graph.Conditional, false // "a Russian attack would be met with"
	case ci > 0 && s.chunks[ci-1].kind == kPrep && tellsWhen(s.chunks[ci-1].word):
		x.known, x.settled = true, !r.cued(s, np) // what else happened then is told as known
	case (x.relation == "MET" || x.relation == "NEGOTIATED_WITH") && x.own.modality == "" && r.aheadOf(s, ci):
		x.own.modality = graph.Planned // "will travel to Cairo for talks with"
	case x.relation == "NEGOTIATED_WITH" && s.outcomeBefore(ci):
		x.known, x.settled = true, !r.cued(s, np) // "failed to make headway in the talks": they are held
	case ci > 0 && s.chunks[ci-1].word == "on" && x.relation == "VISITED":
		x.known = true // "told reporters on a trip to Doha"
	case len(p.owners) > 0 && r.x.strikes.has(lemma) && r.hasToAnswer(s, ci):
		x.known, x.settled = true, true // "will hold Iran accountable for its attack on"
	case len(p.owners) > 0 && s.vocab.wars.has(lemma) && !s.indefinite(np):
		x.settled = true // "Russia's war against Ukraine"
	case s.lasting(np) || s.happened(ci) || r.presumed(s, ci, x.known):
		x.known, x.settled = true, true // "continued support for", "a strike that killed ten"
	}
}

// aheadOf reports whether the phrase at ci is what somebody will come for.
func (r *reader) aheadOf(s *sentence, ci int) bool {
	if ci == 0 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-1].word != "for" {
		return false
	}
	c := r.governing(s, ci, "for")
	return c != nil && s.chunks[c.verb].vg.future()
}

// outcomeBefore reports whether what stands before the phrase at ci is what came of
// it: "no progress in the talks".
func (s *sentence) outcomeBefore(ci int) bool {
	if ci < 2 || s.chunks[ci-1].kind != kPrep || s.chunks[ci-2].kind != kNoun {
		return false
	}
	w := s.chunks[ci-1].word
	return (w == "in" || w == "at" || w == "from") && s.vocab.outcomes.has(s.tokens[s.chunks[ci-2].np.head].lemma)
}

// inTheEvent reports whether a phrase that begins at a token is only thought of: "in
// the event of an attack on", "in case of".
func (s *sentence) inTheEvent(first int) bool {
	if first <= 2 || s.tokens[first-1].Lower != "of" {
		return false
	}
	switch s.tokens[first-2].Lower {
	case "event":
		return s.tokens[first-3].Lower == "the"
	case "case":
		return s.tokens[first-3].Lower == "in"
	}
	return false
}

// meant returns whom an act hits that seems to hit who does it.
func (p *frameReader) meant(h, t ref) ref {
	if h.entity == t.entity && (p.f.Relation == "ATTACKED" || p.f.Relation == "FIRED_AT") && p.s.ownedByPronoun(t) {
		if x, ok := p.r.teller(p.s, p.at, []string{"State"}); ok {
			t = x // "Chad said Sudan had fired rockets into its territory"
		}
	}
	if p.f.Relation == "ATTACKED" && (h.entity == t.entity || h.entity.Parent == t.entity.ID) {
		t = p.r.ownTown(p.s, t) // "government attacks on frontlines in northern Syria"
	}
	return t
}

// toItself reports whether head and tail are the same or on one side, of which the
// relation says nothing.
func (p *frameReader) toItself(h, t ref) bool {
	return h.entity == t.entity || h.from == t.from && h.entity.Described && t.entity.Described || p.r.own(p.f.Relation, h.entity, t.entity) || p.spoken && p.r.ownSide(h.entity, t.entity)
}

// violated returns whose the thing violated is that seems to be the violator's own:
// "Finland said Russian jets violated its airspace"; or reports that nobody says so.
func (p *frameReader) violated(h, t ref) (ref, bool) {
	if p.f.Relation != "VIOLATES" || !p.r.isOwn(p.s, h, t.entity) {
		return t, true
	}
	x, ok := p.r.teller(p.s, p.at, []string{"State"})
	return x, ok && x.entity != t.entity
}

// unsaid reports whether the words make no claim of a head and a tail though they
// stand in their roles.
func (p *frameReader) unsaid(h, t ref) bool {
	switch p.f.Relation {
	case "ATTACKED":
		if !p.f.Takes("traded") && slices.ContainsFunc(p.heads, func(y ref) bool { return y.entity == t.entity }) {
			return true // who attacks together does not attack each other
		}
		if t.entity.Described && t.entity.Label == "Place" && p.r.anywhere(p.s, t) {
			return true // "seized territory": which?
		}
	case "SUPPORTED":
		if p.s.ownGood(p.at, t) {
			return true
		}
	case "ACCUSED":
		if t.entity.Described && strings.HasPrefix(t.entity.Name, h.entity.Name+"'s ") && p.s.bodyBetween(h, t) {
			return true // "calls the group a threat and accuses its members": not its own
		}
	case "VIOLATES":
		if t.entity.Label == "State" && p.s.isPronoun(t) {
			return true // "indicted for violating it": the law, perhaps
		}
		if t.entity.Label == "Place" && t.entity.entry != nil {
			return true // "an attempt to breach the Kursk region"
		}
	}
	if h.entity.Described && (h.entity.Label == "Organization" || h.entity.Label == "Person") && p.s.nobodyKnown(h) ||
		p.symmetric && t.entity.Described && p.s.nobodyKnown(t) {
		return true // "supported by all parties"
	}
	if h.entity.Described && h.from <= p.at && p.at < h.to && h.entity.Label == "Event" {
		return true // the act itself: "violations of the truce" violate nothing more
	}
	to, ok := p.roles["recipient"]
	return ok && to.entity == h.entity && to.from != h.from && to.from != t.from // "it gave aid to Kenya": not Kenya
}

// bodyBetween reports whether an organisation is named between two phrases.
func (s *sentence) bodyBetween(a, b ref) bool {
	return slices.ContainsFunc(s.mentions, func(m mention) bool {
		return m.from >= a.to && m.to <= b.from && m.entity.Label == "Organization" && m.entity != a.entity
	})
}

// rolesBeside returns the roles that a head and a tail leave to others.
func (p *frameReader) rolesBeside(h, t ref) map[string]ref {
	roles := map[string]ref{}
	for name, v := range p.roles {
		if v.entity != h.entity && v.entity != t.entity && (name != "recipient" || v.from != t.from) {
			roles[name] = v // "200 troops" are not who gets them
		}
	}
	return roles
}

// bearsArms reports whether a reference is to those who bear arms, by the kind of
// the group or by what it is called.
func (s *sentence) bearsArms(x ref) bool {
	e := x.entity
	if h := &s.tokens[s.headOf(x)]; s.vocab.fighters.has(h.Lower) && (h.men < 0 || s.tokens[x.from].men != h.men) || e.hasKind("armed") {
		return true // "Syrian troops" stand for their state
	}
	if e.entry != nil || e.Label != "Organization" && e.Label != "Person" {
		return false
	}
	if !e.Described {
		return s.vocab.kindNamed("armed", e.Name)
	}
	h := s.headOf(x)
	return s.fights(s.tokens[h].Lower) || s.vocab.fighters.has(strings.ToLower(e.Name[strings.LastIndexByte(e.Name, ' ')+1:])) || s.armedMember(x.from, h) // behind a pronoun
}

// fights reports whether a noun, in either number, is of those who bear arms.
func (s *sentence) fights(noun string) bool {
	return s.vocab.fighters.has(noun) || s.vocab.combatants.has(noun) || s.vocab.fighters.has(plural(noun))
}

// armedMember reports whether an armed group's name stands before the noun of one of
// its men: "an al-Shabaab commander".
func (s *sentence) armedMember(from, head int) bool {
	for i := from; i < head; i++ {
		if m := s.tokens[i].men; m >= 0 && s.mentions[m].entity.hasKind("armed") {
			return true
		}
	}
	return false
}

// ownTown returns the place that a reference describes, where it stands for the
// country that the place is in.
func (r *reader) ownTown(s *sentence, x ref) ref {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil || ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kPrep || s.chunks[ci+2].kind != kNoun {
		return x
	}
	np := s.chunks[ci].np
	if np.men >= 0 || np.possessive || np.owner != nil || !s.tokens[np.head].word.in(cPlace) || len(r.located(s, ci, []string{"Place", "State"})) == 0 {
		return x
	}
	end := ci + 2
	for s.chunks[end].np.men < 0 && end+2 < len(s.chunks) && s.chunks[end+1].kind == kPrep && s.chunks[end+2].kind == kNoun {
		end += 2
	}
	x.text = text.Plain(s.surface(s.skipArticle(np), s.chunks[end].to))
	x.entity = r.described("Place", x.text)
	return x
}

// ownedByPronoun reports whether a pronoun tells whose the phrase of a reference is.
func (s *sentence) ownedByPronoun(x ref) bool {
	ci := s.chunkAt(x.from)
	return ci >= 0 && s.chunks[ci].np != nil && s.chunks[ci].np.possessive
}

// wishful reports whether the verb at a token tells what is only asked for or
// imagined: "urged Mali to stop harbouring rebels", "would be lying". What somebody
// is told to attempt he is told to do.
func (s *sentence) wishful(at int) bool {
	ci := s.chunkAt(at)
	if ci < 0 || s.chunks[ci].kind != kVerb {
		return false
	}
	v := s.chunks[ci].vg
	if !v.to_ && !(v.bare && v.form&fGer != 0) {
		return v.modal != ""
	}
	for j := ci - 1; j >= 0; j-- {
		if k := &s.chunks[j]; k.kind == kVerb {
			return !k.vg.finite || !s.vocab.attempts.has(k.vg.lemma) || k.vg.modal != ""
		} else if k.kind != kAdverb && k.kind != kTime && k.kind != kOther {
			return true
		}
	}
	return true
}

// own reports whether a relation between a person and the state that he speaks for
// says nothing: "threatened to withdraw the United States", "our country".
func (r *reader) own(relation string, who, state *entity) bool {
	if relation == "ATTACKED" && who.Label == "Person" && state.Label == "Person" {
		return !who.Described && !state.Described // with words
	}
	if relation == "ATTACKED" || relation == "FIRED_AT" {
		if who.Parent == state.ID || state.Label == "Place" && r.sea(state) {
			return true // an army in its own country; a shot into the sea hits nobody
		}
	}
	if who.Label != "Person" || state.Label != "State" {
		return false
	}
	switch relation {
	case "THREATENED", "SUPPORTED", "SANCTIONED", "ATTACKED", "ACCUSED", "VISITED":
		return r.stateOf(who) == state
	}
	return false
}

// sea reports whether a place of the dictionaries is no land.
func (r *reader) sea(place *entity) bool {
	if place.entry == nil || place.Parent != "" {
		return false
	}
	for w := range strings.FieldsSeq(place.Name) {
		switch w {
		case "Sea", "Gulf", "Strait", "Ocean", "Channel":
			return true
		}
	}
	return false
}

// goesOnDoing reports whether a verb tells of what is done already: "to continue
// providing", "keep supplying".
func (s *sentence) goesOnDoing(at int) bool {
	ci := s.chunkAt(at)
	if ci < 1 || s.chunks[ci].kind != kVerb || s.chunks[ci-1].kind != kVerb {
		return false
	}
	l := s.chunks[ci-1].vg.lemma
	return l == "continue" || l == "keep"
}

// indefinite reports whether a phrase has the article of what is new.
func (s *sentence) indefinite(np *nounPhrase) bool {
	l := s.tokens[np.from].Lower
	return l == "a" || l == "an"
}

// imaginary reports whether an act at ci that nobody has spoken of is the subject
// of what would or could be.
func (r *reader) imaginary(s *sentence, ci int) bool {
	np := s.chunks[ci].np
	bare := np.owner == nil && !np.possessive && s.tokens[np.from].tag != tDet
	if !bare && !s.indefinite(np) {
		return false
	}
	if j := s.behindGroup(ci); j < len(s.chunks) && s.chunks[j].kind == kVerb && r.reduced(s, j) {
		return false // "a deal reached in May could fail"
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.subject < 0 || !slices.Contains(r.alternatives(s, c.subject), ci) {
			continue
		}
		switch s.chunks[c.verb].vg.modal {
		case "would", "could", "may", "might", "can", "'d":
			return true
		}
	}
	return false
}

// presumed reports whether the verb that has an act as its object takes it for
// done: "conspired to violate U.S. sanctions", "will wrap up a visit".
func (r *reader) presumed(s *sentence, ci int, known bool) bool {
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.passive || c.object < c.verb || !s.inGroup(c.object, ci) {
			continue
		}
		l := s.chunks[c.verb].vg.lemma
		return s.vocab.ongoing.has(l) || known && s.vocab.presuming.has(l)
	}
	return false
}

// lasting reports whether a phrase speaks of what goes on already.
func (s *sentence) lasting(np *nounPhrase) bool {
	for i := np.start; i < np.head; i++ {
		if s.vocab.lasting.has(s.tokens[i].Lower) {
			return true
		}
	}
	return false
}

// happened reports whether a relative clause in the past says of the act at ci
// what it did: "approved a strike in Yemen that killed a leader".
func (s *sentence) happened(ci int) bool {
	for j := s.behindGroup(ci); j+1 < len(s.chunks); j++ {
		switch c := &s.chunks[j]; c.kind {
		case kNoun, kPrep, kTime:
		case kRel:
			n := &s.chunks[j+1]
			return (c.word == "that" || c.word == "which") && n.kind == kVerb && n.vg.finite && n.vg.modal == "" && !n.vg.negated && (n.vg.have || n.vg.form&fPast != 0) && n.vg.form&fBase == 0
		default:
			return false
		}
	}
	return false
}

// cued reports whether a word before a phrase's head says how sure it is: "during
// an upcoming visit".
func (r *reader) cued(s *sentence, np *nounPhrase) bool {
	for i := np.from; i < np.head; i++ {
		if r.x.cueWords.at(s.tokens[i].Lower) != nil {
			return true
		}
	}
	return false
}

// isPronoun reports whether a reference is by a pronoun.
func (s *sentence) isPronoun(x ref) bool {
	ci := s.chunkAt(x.from)
	return ci >= 0 && s.chunks[ci].np != nil && s.chunks[ci].np.pronoun
}

// nobodyKnown reports whether a described party could be anybody: "other agencies".
func (s *sentence) nobodyKnown(x ref) bool {
	ci := s.chunkAt(x.from)
	if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.owner != nil || s.chunks[ci].np.possessive {
		return false
	}
	np := s.chunks[s.effective(ci)].np
	for i := np.start; i < np.head; i++ {
		if t := &s.tokens[i]; t.men >= 0 || t.tag == tNum || t.tag == tNoun || t.tag == tName {
			return false
		}
	}
	h := s.tokens[np.head].Lower // "both sides" that were named are known
	return s.vocab.unnamedParties.has(singular(h)) && strings.Contains(strings.ToLower(x.entity.Name), h)
}

// headOf returns the head noun of the phrase that a reference stands in.
func (s *sentence) headOf(x ref) int {
	if ci := s.chunkAt(x.from); ci >= 0 && s.chunks[ci].np != nil {
		return s.chunks[s.effective(ci)].np.head
	}
	return x.from
}

// chunkAt returns the chunk that a token is in, or -1.
func (s *sentence) chunkAt(token int) int { return s.chunkOf[token] }

// near notes, for rule writers, that a frame almost fired.
func (r *reader) near(s *sentence, f *rules.Frame, at int, missing string) {
	if r.trace != nil {
		r.trace.near = append(r.trace.near, nearMiss{sentence: s, frame: f.Name, at: at, missing: missing})
	}
}

// add settles date and standing of a finding and keeps it.
func (r *reader) add(s *sentence, x finding) {
	if x.roles == nil {
		x.roles = map[string]ref{}
	}
	if x.count.IsZero() && x.tail.entity != nil && r.takes(x.relation, "count") {
		if ci := s.chunkAt(x.tail.from); ci >= 0 && s.chunks[ci].np != nil && r.x.onto.Is(x.tail.entity.Label, "Weapon") {
			// "delivered 14 jets"
			if n, first, _, ok := count(s.tokens, s.chunks[ci].from, s.chunks[ci].np.head); ok && s.tokens[first].men < 0 && !s.vocab.currencies.has(s.tokens[first].Lower) && (first == 0 || s.tokens[first].Spaced) && (first == 0 || s.tokens[first-1].tag != tHyphen) && s.tokens[first+1].tag != tHyphen && len(s.tokens[first+1].Lower) > 2 {
				n.Unit = s.tokens[s.chunks[ci].np.head].Lower
				x.count, x.counted = n, s.surface(first, s.chunks[ci].to)
			}
		}
	}
	if x.contrary && !s.stand(&x).flipped {
		return
	}
	if x.relation == "MEMBER_OF" && x.own.polarity == graph.Negated && s.stand(&x).modality == graph.Planned {
		return // who plans to leave belongs still
	}
	dates := []when{{from: -1}}
	if x.dateText == "" && r.takesDate(x.relation) {
		if ws := s.whenOf(x.at); len(ws) > 0 {
			dates = ws
		}
	}
	if x.relation == "SANCTIONED" && !x.head.entity.Described {
		r.discourse.sanctioner, r.discourse.sanctionedAt = x.head.entity, s.Index
		if x.tail.entity.Label == "State" {
			r.discourse.sanctioned = remember(r.discourse.sanctioned, x.tail.entity)
		}
	}
	for _, w := range dates {
		y := x
		if w.from >= 0 {
			y.date, y.dateText = w.date, s.surface(w.from, w.to)
		}
		s.findings = append(s.findings, y)
	}
}
