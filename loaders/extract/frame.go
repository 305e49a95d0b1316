package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
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
	at       int // token that triggers it
	from, to int // tokens that carry it
	standing
	own standing // what the construction itself says of its standing
}

// verbFrames reads the constructions of verbs.
func (r *reader) verbFrames(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		frames := r.x.set.OfVerb(v.lemma)
		if p := v.main + 1; p < len(s.tokens) && s.tokens[p].tag == tAdv || p < len(s.tokens) && s.tokens[p].tag == tPrep {
			if f := r.x.set.OfVerb(v.lemma + " " + s.tokens[p].Lower); len(f) > 0 {
				frames = f
			}
		}
		for _, fi := range frames {
			f := &r.x.set.Frames[fi]
			if f.Passive && !c.passive || f.Plain && c.passive || f.Intransitive && (c.object >= 0 || len(r.verbPreps(s, c, "with")) > 0) ||
				f.Clauseless && c.complement > 0 && s.chunks[c.complement-1].kind == kRel {
				continue
			}
			r.apply(s, f, v.main, func(source string) []int { return r.verbSlot(s, c, source) }, nil)
		}
	}
}

// verbSlot returns the chunks that may stand in a slot of a verb, best first.
func (r *reader) verbSlot(s *sentence, c *clause, source string) []int {
	switch source {
	case "subj":
		if c.passive {
			return r.verbPreps(s, c, "by")
		}
		return r.alternatives(s, c.subject)
	case "obj":
		if c.passive {
			out := r.alternatives(s, c.subject)
			if c.object >= 0 {
				out = append(out, c.object) // "was given missiles"
			}
			return out
		}
		var out []int
		if c.second >= 0 {
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
		if c.object >= 0 && !c.passive {
			return []int{c.object}
		}
		return nil
	case "inf":
		// "threatens to attack Guam": the object of what is threatened.
		if c.complement >= 0 && s.chunks[c.complement].kind == kVerb && s.chunks[c.complement].vg.to_ {
			for i := range s.clauses {
				if d := &s.clauses[i]; d.verb == c.complement {
					return append(r.verbSlot(s, d, "obj"), r.verbPreps(s, d, "against")...)
				}
			}
		}
		return nil
	case "holder":
		// "used missiles obtained from Iran": who has them is who got them.
		for i := range s.clauses {
			if d := &s.clauses[i]; d != c && c.subject >= 0 && d.object >= 0 && s.inGroup(d.object, c.subject) && !d.passive {
				return r.alternatives(s, d.subject)
			}
		}
		return nil
	case "gerund":
		if c.complement > 0 && s.chunks[c.complement].kind == kVerb && (s.chunks[c.complement].vg.bare && s.chunks[c.complement-1].word == "from" || s.chunks[c.complement].vg.to_) {
			return []int{c.complement}
		}
		return nil
	}
	return r.verbPreps(s, c, source)
}

func (r *reader) verbPreps(s *sentence, c *clause, word string) []int {
	var out []int
	for _, p := range c.preps {
		if p.word == word && !p.verb {
			out = append(out, p.at)
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
		if w := s.chunks[first-1].word; w == "on" || w == "against" || w == "after" || w == "before" || w == "during" {
			break // "sanctions on those found to violate": those, not the sanctions
		}
		ci = first - 2
		out = append(out, ci)
	}
	if first := s.group(ci)[0]; first > 0 && s.chunks[first-1].kind == kPrep && s.chunks[first-1].word == "among" {
		// "Japan is among the countries that condemned"
		for i := range s.clauses {
			if c := &s.clauses[i]; s.chunks[c.verb].vg.lemma == "be" && c.subject >= 0 && c.verb < first {
				out = append(out, c.subject)
			}
		}
	}
	return out
}

// nounFrames reads the constructions of nouns: transfers, attacks, sanctions.
func (r *reader) nounFrames(s *sentence) {
	for ci := range s.chunks {
		c := &s.chunks[ci]
		if c.kind != kNoun || c.np.pronoun {
			continue
		}
		h := &s.tokens[c.np.head]
		if h.tag != tNoun && !(h.men >= 0 && h.lemma != "") {
			continue
		}
		for _, fi := range r.x.set.OfNoun(h.lemma) {
			f := &r.x.set.Frames[fi]
			preps := r.nounPreps(s, ci)
			owners := r.frameOwners(s, ci, preps)
			if c.np.possessive && f.Takes("its") && !hasPrep(preps, "of") {
				// "their acquisition by Russia": the possessor is the goods; who acts
				// is named by the first of the list, or behind.
				owners = nil
				if g := s.group(ci); g[0] != ci {
					for _, e := range r.owners(s, s.chunks[g[0]].np) {
						owners = append(owners, ref{entity: e, text: e.Name, from: c.np.from, to: c.np.head})
					}
				}
			}
			if s.Part == graph.Headline && f.Relation == "ISSUED" {
				continue // the page's own title
			}
			r.apply(s, f, c.np.head, func(source string) []int { return r.nounSlot(s, ci, preps, source) }, owners)
		}
	}
}

func hasPrep(preps []prep, word string) bool {
	return slices.ContainsFunc(preps, func(p prep) bool { return p.word == word })
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
			j++
		case kOpen:
			for j < len(ch) && ch[j].kind != kClose {
				j++
			}
			j++
		case kPrep:
			if j+1 >= len(ch) || ch[j+1].kind != kNoun {
				return out
			}
			out = append(out, prep{word: k.word, at: j + 1})
			j = s.behindGroup(j + 1)
			if list := s.including(j - 1); list != nil {
				return out
			}
		case kVerb:
			if !r.reduced(s, j) || !r.x.support[k.vg.lemma] {
				return out
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

func (r *reader) nounSlot(s *sentence, ci int, preps []prep, source string) []int {
	switch source {
	case "subj":
		if c := r.supporting(s, ci); c != nil {
			return r.verbSlot(s, c, "subj")
		}
		if c := r.governing(s, ci, "in"); c != nil && (unites[s.chunks[c.verb].vg.lemma] || breaches[s.tokens[s.chunks[ci].np.head].lemma] || talks[s.tokens[s.chunks[ci].np.head].lemma]) {
			return r.verbSlot(s, c, "subj") // "united in condemnation", "in violation of", "in talks with"
		}
		if ci == 1 && s.chunks[0].word == "in" && breaches[s.tokens[s.chunks[ci].np.head].lemma] {
			// "In breach of the embargo, the state sent": whose clause it opens.
			for i := range s.clauses {
				if c := &s.clauses[i]; s.chunks[c.verb].vg.finite {
					return r.verbSlot(s, c, "subj")
				}
			}
		}
		for i := range s.clauses {
			// "this conduct is a violation"
			if c := &s.clauses[i]; s.chunks[c.verb].vg.lemma == "be" && c.object >= 0 && c.subject >= 0 && s.inGroup(c.object, ci) {
				return r.alternatives(s, c.subject)
			}
		}
		if c := r.governing(s, ci, "as"); c != nil && regards[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "obj") // "is seen as a violation"
		}
		if meetings[s.tokens[s.chunks[ci].np.head].lemma] {
			for _, w := range [...]string{"before", "after", "during", "at", "for", "following"} {
				if c := r.governing(s, ci, w); c != nil {
					return r.verbSlot(s, c, "subj") // "spoke before a meeting with"
				}
			}
		}
		if c := r.governing(s, ci, "for"); c != nil && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].lemma == "responsibility" {
			return r.verbSlot(s, c, "subj") // "claimed responsibility for the attacks"
		}
		if c := r.governing(s, ci, "with"); c != nil && r.x.support[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "subj") // "slapped the North with sanctions"
		}
		if ci > 0 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "including" {
			// "continued to fire missiles, including an attack on": an example of
			// what the subject did.
			for j := ci - 2; j >= 0; j-- {
				if s.chunks[j].kind == kVerb && s.clauseOf[j] >= 0 {
					return r.verbSlot(s, &s.clauses[s.clauseOf[j]], "subj")
				}
			}
		}
		return nil
	case "undergoer":
		// "faces sanctions", "has been subject to an embargo", "under sanctions"
		for i := range s.clauses {
			c := &s.clauses[i]
			v := s.chunks[c.verb].vg
			if c.object >= 0 && !c.passive && suffers[v.lemma] && s.inGroup(c.object, ci) {
				return r.alternatives(s, c.subject)
			}
			for _, p := range c.preps {
				if !p.verb && s.inGroup(p.at, ci) && (p.word == "under" && (v.lemma == "be" || v.lemma == "remain" || v.lemma == "come" || v.lemma == "place") || p.word == "to" && c.object >= 0 && s.tokens[s.chunks[c.object].np.head].Lower == "subject") {
					return r.alternatives(s, c.subject)
				}
			}
		}
		return nil
	case "act":
		// The act that the sentence spoke of before: "condemned the transfers,
		// alleging a violation".
		for j := ci - 1; j >= 0; j-- {
			if s.chunks[j].kind == kNoun && r.sort(s, j) == "act" {
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
	case "self":
		return []int{ci}
	case "obj":
		if c := r.governing(s, ci, "with"); c != nil && r.x.support[s.chunks[c.verb].vg.lemma] {
			return r.verbSlot(s, c, "obj")
		}
		return nil
	}
	var out []int
	for _, p := range preps {
		if p.word == source {
			out = append(out, p.at)
		}
	}
	if len(out) == 0 {
		if c := r.supporting(s, ci); c != nil && (c.passive || source != "by") {
			return r.verbPreps(s, c, source)
		}
	}
	return out
}

var unites = map[string]bool{"unite": true, "join": true, "participate": true, "engage": true, "stand": true, "share": true}

var breaches = map[string]bool{"violation": true, "breach": true, "contravention": true, "defiance": true, "infringement": true}

var talks = map[string]bool{"talk": true, "negotiation": true, "discussion": true, "dialogue": true, "contact": true, "consultation": true}

var regards = map[string]bool{"see": true, "regard": true, "view": true, "describe": true, "condemn": true, "denounce": true, "consider": true, "brand": true}

var meetings = map[string]bool{"meeting": true, "talk": true, "summit": true, "audience": true}

// published reports whether a phrase is a text that was put out as such: "a
// joint statement", "a statement released on Monday".
func (s *sentence) published(ci int) bool {
	np := s.chunks[ci].np
	for i := np.from; i < np.head; i++ {
		if l := s.tokens[i].Lower; l == "joint" || l == "collective" || l == "common" {
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

// suffers are verbs whose subject is what their object is done to.
var suffers = map[string]bool{"face": true, "suffer": true, "incur": true, "endure": true, "defy": true, "evade": true, "violate": true}

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
		if !r.x.support[v.lemma] {
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
	if len(owners) == 0 && ci >= 2 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.effective(ci-2) == ci {
		// "Russia's series of strikes"
		owners = r.owners(s, s.chunks[ci-2].np)
	}
	if g := s.group(ci); len(owners) == 0 && len(g) > 1 && g[0] != ci {
		// "the DPRK's export of missiles and procurement of oil": the possessor
		// of the first member holds for the rest when they have no article.
		if s.tokens[np.from].tag != tDet {
			owners = r.owners(s, s.chunks[g[0]].np)
		}
	}
	for _, e := range owners {
		out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.head})
	}
	return out
}

// apply fills the roles of a frame and notes what it finds. owners is what the
// source "owner" stands for.
func (r *reader) apply(s *sentence, f *rules.Frame, at int, slot func(string) []int, owners []ref) {
	var heads, tails []ref
	roles := map[string]ref{}
	from, to := at, at+1
	pair := false
	for i := range f.Roles {
		role := &f.Roles[i]
		refs, source := r.fill(s, role, at, slot, owners)
		if len(refs) == 0 && slices.Contains(role.Sources, "goodsowner") && len(tails) > 0 {
			refs = r.goodsOwner(s, tails[0], role.Labels)
		}
		if len(refs) == 0 {
			if role.Optional {
				continue
			}
			r.near(s, f, at, role.Name)
			return
		}
		for _, x := range refs {
			from, to = min(from, x.from), max(to, x.to)
		}
		switch role.Name {
		case "_": // must be there and is no party
		case "head":
			heads = refs
			if source == "subj" || source == "by" {
				heads = append(heads, r.alongside(s, at, role.Labels)...)
			}
			pair = source == "between" || mutual[f.Relation] && (source == "owner" && len(refs) == 2 || source == "subj" && len(refs) > 1)
		case "tail":
			tails, pair = refs, false
		default:
			roles[role.Name] = refs[0]
		}
	}
	for _, name := range f.Named {
		refs := map[string]*[]ref{"head": &heads, "tail": &tails}[name]
		*refs = slices.DeleteFunc(*refs, func(x ref) bool {
			return x.entity.Described && (x.entity.Label == "Person" || x.entity.Label == "Place")
		})
	}
	if len(tails) == 0 && len(r.x.onto.Relations[f.Relation].To) > 0 && !pair {
		return
	}
	if pair {
		tails = heads
	}
	if !mutual[f.Relation] && len(heads) == 2 && len(owners) == 2 && f.Nouns != nil && s.hyphened(at) {
		return // "Russia-North Korea arms transfers" has no direction
	}
	if len(heads) == 0 {
		return
	}
	base := finding{relation: f.Relation, rule: f.Name, at: at, from: from, to: to}
	base.own = standing{polarity: f.Polarity, modality: f.Modality}
	for hi, h := range heads {
		for ti, t := range tails {
			if h.entity == t.entity || pair && ti <= hi {
				continue
			}
			x := base
			x.head, x.tail = h, t
			x.roles = map[string]ref{}
			for name, v := range roles {
				if v.entity != h.entity && v.entity != t.entity {
					x.roles[name] = v
				}
			}
			r.partOfTransfer(&x)
			r.add(s, x)
		}
		if len(tails) == 0 {
			x := base
			x.head, x.roles = h, roles
			r.add(s, x)
		}
	}
}

// goodsOwner returns whose the goods are by their own phrase: "the acquisition
// of North Korean missiles".
func (r *reader) goodsOwner(s *sentence, goods ref, labels []string) []ref {
	ci := s.chunkAt(goods.from)
	if ci < 0 || s.chunks[ci].np == nil {
		return nil
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
// signed by", "together with Britain".
func (r *reader) alongside(s *sentence, at int, labels []string) []ref {
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

// partOfTransfer links a supply or purchase to the transfer that it is part of,
// the one that others condemn or prohibit.
func (r *reader) partOfTransfer(x *finding) {
	var giver, taker []*entity
	switch x.relation {
	case "SUPPLIED":
		giver = []*entity{x.head.entity}
		if to, ok := x.roles["recipient"]; ok {
			taker = []*entity{to.entity}
		}
	case "PROCURED":
		taker = []*entity{x.head.entity}
		if from, ok := x.roles["from"]; ok {
			giver = []*entity{from.entity}
		}
	default:
		return
	}
	if r.x.onto.Is(x.tail.entity.Label, "Weapon") {
		t := r.transfer(giver, taker, nil, x.tail.entity.ID[strings.IndexByte(x.tail.entity.ID, ':')+1:])
		x.roles["transfer"] = ref{entity: t, text: t.Name}
	}
}

// mutual relations join two that do the same.
var mutual = map[string]bool{"MET": true, "NEGOTIATED_WITH": true, "AGREED_WITH": true}

// fill finds what stands in a role, and from which of its sources.
func (r *reader) fill(s *sentence, role *rules.Role, at int, slot func(string) []int, owners []ref) ([]ref, string) {
	for _, source := range role.Sources {
		if source == "owner" {
			var out []ref
			for _, o := range owners {
				if r.x.onto.Is(o.entity.Label, role.Labels...) {
					out = append(out, o)
				}
			}
			if len(out) > 0 {
				return out, source
			}
			continue
		}
		if slots := strings.TrimSuffix(source, "'s"); slots != source {
			// "support for Ukraine's determination": for whose.
			for _, ci := range slot(slots) {
				ci = s.effective(ci)
				np := s.chunks[ci].np
				if np.owner == nil && !np.possessive {
					continue
				}
				var out []ref
				for _, e := range r.owners(s, np) {
					if r.x.onto.Is(e.Label, role.Labels...) {
						out = append(out, ref{entity: e, text: e.Name, from: np.from, to: np.to})
					}
				}
				if len(out) > 0 {
					return out, source
				}
			}
			continue
		}
		if source == "gerund" {
			// "prohibits Iran from firing missiles": the act is a clause.
			for _, ci := range slot("gerund") {
				end := s.chunks[ci].to
				if j := ci + 1; j < len(s.chunks) && s.chunks[j].kind == kNoun {
					end = s.chunks[s.behindGroup(j)-1].to
				}
				words := s.surface(s.chunks[ci].from, end)
				return []ref{{entity: r.described("Event", words), text: words, from: s.chunks[ci].from, to: end}}, source
			}
			continue
		}
		if source == "mod" {
			if out := r.modifiers(s, at, role.Labels); len(out) > 0 {
				return out, source
			}
			continue
		}
		if source == "goodsowner" {
			continue // see apply
		}
		if source == "its" {
			// "their acquisition": what was spoken of before.
			if ci := s.chunkAt(at); ci >= 0 && s.chunks[ci].np != nil && s.chunks[ci].np.possessive {
				np := *s.chunks[ci].np
				var last *mention
				for i := range s.mentions {
					if m := &s.mentions[i]; m.to <= np.from && s.tokens[m.from].men == i && r.x.onto.Is(m.entity.Label, role.Labels...) {
						last = m
					}
				}
				if last != nil {
					return []ref{{entity: last.entity, text: s.surface(last.from, last.to), from: np.from, to: np.to}}, source
				}
			}
			continue
		}
		if source == "subjowner" || source == "objowner" {
			// "Russian missiles struck": whoever the weapons or strikes belong to.
			for _, ci := range slot(source[:len(source)-len("owner")]) {
				var out []ref
				ci = s.effective(ci)
				for _, e := range r.owners(s, s.chunks[ci].np) {
					if r.x.onto.Is(e.Label, role.Labels...) {
						out = append(out, ref{entity: e, text: e.Name, from: s.chunks[ci].from, to: s.chunks[ci].to})
					}
				}
				if len(out) > 0 {
					return out, source
				}
			}
			continue
		}
		for _, ci := range slot(source) {
			refs := r.refs(s, ci, role.Labels)
			if len(refs) == 0 && source == "subj" {
				refs = r.intending(s, ci, role.Labels)
			}
			if len(refs) > 0 {
				return refs, source
			}
		}
	}
	return nil, ""
}

// intending resolves "Russia's intentions (to buy)": whoever has a plan is the
// subject of what is planned.
func (r *reader) intending(s *sentence, ci int, labels []string) []ref {
	np := s.chunks[ci].np
	if np.pronoun || len(r.x.cueNouns[s.tokens[np.head].lemma]) == 0 {
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

func (s *sentence) chunkAt(token int) int {
	for i := range s.chunks {
		if s.chunks[i].from <= token && token < s.chunks[i].to {
			return i
		}
	}
	return -1
}

// full is a noun phrase with the prepositional phrases that belong to it.
func (r *reader) full(s *sentence, ci int) string {
	np := s.chunks[ci].np
	end := np.to
	for k, n := ci+1, 0; k+1 < len(s.chunks) && n < 3 && s.chunks[k].kind == kPrep && s.chunks[k+1].kind == kNoun; k, n = k+2, n+1 {
		switch s.chunks[k].word {
		case "of", "on", "against", "in", "to", "from", "by", "between", "at", "into", "over":
			end = s.chunks[k+1].np.to
			if s.chunks[k].word == "between" {
				g := s.group(k + 1)
				end = s.chunks[g[len(g)-1]].np.to
				return strings.TrimSpace(s.surface(r.firstWord(s, np), end))
			}
			continue
		}
		break
	}
	return strings.TrimSpace(s.surface(r.firstWord(s, np), end))
}

func (r *reader) firstWord(s *sentence, np *nounPhrase) int {
	from := np.from
	for from < np.head && s.tokens[from].tag == tDet {
		from++
	}
	return from
}

// event makes the entity of an act that a noun names.
func (r *reader) event(s *sentence, ci int) *entity {
	h := &s.tokens[s.chunks[ci].np.head]
	label := "Event"
	if r.x.strikes[h.lemma] {
		label = "Strike"
	}
	e := r.described(label, r.full(s, ci))
	r.discourse.event = e
	return e
}

// transferOf makes the entity of a transfer that a noun names: who gives what
// to whom, as far as the phrase says.
func (r *reader) transferOf(s *sentence, ci int) *entity {
	h := &s.tokens[s.chunks[ci].np.head]
	for _, fi := range r.x.set.OfNoun(h.lemma) {
		f := &r.x.set.Frames[fi]
		if f.Relation != "SUPPLIED" && f.Relation != "PROCURED" {
			continue
		}
		preps := r.nounPreps(s, ci)
		owners := r.frameOwners(s, ci, preps)
		slot := func(source string) []int { return r.nounSlot(s, ci, preps, source) }
		var giver, taker, both []*entity
		goods := ""
		for i := range f.Roles {
			role := &f.Roles[i]
			refs, _ := r.fill(s, role, s.chunks[ci].np.head, slot, owners)
			for _, x := range refs {
				switch {
				case role.Name == "tail":
					if goods == "" {
						goods = x.entity.ID[strings.IndexByte(x.entity.ID, ':')+1:]
					}
				case len(refs) > 1 && role.Name == "head":
					both = append(both, x.entity)
				case role.Name == "head" && f.Relation == "SUPPLIED", role.Name == "from":
					giver = append(giver, x.entity)
				case role.Name == "head", role.Name == "recipient":
					taker = append(taker, x.entity)
				}
			}
		}
		for _, p := range preps {
			if p.word == "between" {
				for _, x := range r.refs(s, p.at, []string{"State", "Organization"}) {
					both = append(both, x.entity)
				}
			}
		}
		if goods == "" && len(giver)+len(taker)+len(both) == 0 {
			continue
		}
		return r.transfer(giver, taker, both, goods)
	}
	return nil
}

// transfer is the entity of a transfer between parties; a party not said is "?".
func (r *reader) transfer(giver, taker, both []*entity, goods string) *entity {
	side := func(es []*entity) (string, string) {
		if len(es) == 0 {
			return "?", ""
		}
		return strings.ToLower(es[0].ID[strings.IndexByte(es[0].ID, ':')+1:]), es[0].Name
	}
	if goods == "" {
		goods = "weapon"
	}
	kind := strings.ReplaceAll(goods, "-", " ")
	if e := r.x.gaz.byID["weapon:"+goods]; e != nil {
		kind = e.Name
	}
	if len(both) > 1 {
		a, an := side(both[:1])
		b, bn := side(both[1:2])
		if b < a {
			a, b, an, bn = b, a, bn, an
		}
		return r.entity("transfer:"+a+"+"+b+":"+goods, "Transfer", kind+" transfers between "+an+" and "+bn)
	}
	g, gn := side(giver)
	t, tn := side(taker)
	name := kind + " transfer"
	if gn != "" {
		name += " from " + gn
	}
	if tn != "" {
		name += " to " + tn
	}
	return r.entity("transfer:"+g+">"+t+":"+goods, "Transfer", name)
}

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
			if n, first, _, ok := count(s.tokens, s.chunks[ci].from, s.chunks[ci].np.head); ok && s.tokens[first].men < 0 && (first == 0 || s.tokens[first-1].tag != tHyphen) && s.tokens[first+1].tag != tHyphen && len(s.tokens[first+1].Lower) > 2 {
				n.Unit = s.tokens[s.chunks[ci].np.head].Lower
				x.count, x.counted = n, s.surface(first, s.chunks[ci].to)
			}
		}
	}
	dates := []when{{from: -1}}
	if x.dateText == "" && r.takesDate(x.relation) {
		if ws := s.whenOf(x.at); len(ws) > 0 {
			dates = ws
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

func (r *reader) takesDate(relation string) bool {
	switch relation {
	case "HOLDS_POSITION", "LOCATED_IN", "STATED", "DENIED":
		return false
	}
	return r.takes(relation, "date")
}

func (r *reader) takes(relation, qualifier string) bool {
	return slices.Contains(r.x.onto.Relations[relation].Qualifiers, qualifier)
}

// whenOf returns the expressions of time in the clause of a token: those that
// stand together nearest to it.
func (s *sentence) whenOf(at int) []when {
	ci := s.chunkAt(at)
	if ci < 0 {
		return nil
	}
	stop := func(j int) bool {
		c := &s.chunks[j]
		return c.kind == kColon || c.kind == kSub || c.kind == kVerb && c.vg.finite && j != ci ||
			c.kind == kPrep && (c.word == "since" || c.word == "until" || c.word == "before" || c.word == "after") // the time of something else
	}
	pick := func(token int) []when {
		for i := range s.whens {
			if w := s.whens[i]; w.from <= token && token < w.to {
				if w.since {
					return nil
				}
				out := []when{w}
				// "on December 30 and January 2"
				for k := i + 1; k < len(s.whens); k++ {
					listed := true
					for j := out[len(out)-1].to; j < s.whens[k].from; j++ {
						listed = listed && (s.tokens[j].tag == tConj || s.tokens[j].tag == tComma)
					}
					if !listed || s.whens[k].from == out[len(out)-1].to {
						break
					}
					out = append(out, s.whens[k])
				}
				return out
			}
		}
		return nil
	}
	end := len(s.chunks)
	if g := s.group(ci); s.chunks[ci].kind == kNoun && len(g) > 1 && g[len(g)-1] != ci {
		end = ci + 1 // the time of a list's last member is its own
		for end < len(s.chunks) && !slices.Contains(g, end) {
			end++
		}
	}
	for j := ci + 1; j < end; j++ {
		if s.chunks[j].kind == kTime {
			if w := pick(s.chunks[j].from); w != nil {
				return w
			}
		}
		if stop(j) {
			break
		}
	}
	for j := ci - 1; j >= 0; j-- {
		if s.chunks[j].kind == kTime {
			if w := pick(s.chunks[j].from); w != nil {
				return w
			}
		}
		if s.chunks[j].kind == kRel {
			break // "said on Thursday that": the time of the saying
		}
		if s.chunks[ci].kind == kNoun && s.chunks[j].kind == kVerb {
			continue // the noun shares its verb's time
		}
		if stop(j) {
			break
		}
	}
	return nil
}
