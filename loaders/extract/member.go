package extract

import (
	"slices"
	"strings"

	"dossier/graph"
)

// memberships reads who belongs to what: "NATO member Poland", "Turkey, a NATO
// member", "Crapo, a member of the committee", "the E3 (Britain, France and
// Germany)".
func (r *reader) memberships(s *sentence) {
	for ci := range s.chunks {
		if s.chunks[ci].np == nil {
			continue
		}
		r.membersListed(s, ci)
		r.memberNamed(s, ci)
		r.memberExplained(s, ci)
		r.memberOfGroup(s, ci)
	}
}

// memberOfGroup reads a person behind whom an armed group or a committee stands:
// "Ahmad Khalil of the Ahrar al-Sham group".
func (r *reader) memberOfGroup(s *sentence, ci int) {
	np := s.chunks[ci].np
	if np.men < 0 || s.mentions[np.men].entity.Label != "Person" || s.mentions[np.men].to-1 != np.head || ci+2 >= len(s.chunks) || s.chunks[ci+1].word != "of" || s.chunks[ci+2].kind != kNoun {
		return
	}
	of := s.chunks[ci+2].np
	for _, x := range r.refs(s, ci+2, []string{"Organization"}) {
		if x.entity.hasKind("armed") || x.entity.entry == nil && of.men >= 0 && s.vocab.kindNamed("armed", x.entity.Name) || s.tokens[of.head].Lower == "committee" || s.tokens[of.head].Lower == "group" && s.capitalModifier(of) {
			r.belongs(s, s.mentions[np.men].entity, x.entity, np.from, of.to, standing{})
		}
	}
}

// belongs notes that somebody is a member.
func (r *reader) belongs(s *sentence, who, org *entity, from, to int, own standing) {
	if who == org || org.Label != "Organization" || who.Described && who.Label == "Person" || !r.x.onto.Is(who.Label, "State", "Person", "Organization") {
		return
	}
	settled := own.polarity == "" && own.modality == "" // told beside, whatever is planned around it
	for i := from; i < to && settled; i++ {
		settled = r.x.cueWords.at(s.tokens[i].Lower) == nil
	}
	s.findings = append(s.findings, finding{relation: "MEMBER_OF", rule: "membership", head: ref{entity: who, text: who.Name, from: from, to: to}, tail: ref{entity: org, text: org.Name, from: from, to: to}, roles: map[string]ref{}, at: from, from: from, to: to, own: own, settled: settled})
}

// apposed reports whether the phrase at ci explains the name two chunks before it,
// not being the next of a list.
func (s *sentence) apposed(ci int) bool {
	if ci < 2 || s.chunks[ci-1].kind != kComma || s.chunks[ci-2].kind != kNoun || s.chunks[ci-2].np.men < 0 || s.inGroup(ci-2, ci) {
		return false
	}
	return len(s.group(ci-2)) > 1 || !strings.HasSuffix(s.tokens[s.chunks[ci].np.head].Lower, "s")
}

// groupingOf returns the organisation that a phrase of members names, before its head
// or behind "of", and the chunk behind it all.
func (r *reader) groupingOf(s *sentence, ci int) (org *entity, behind int) {
	np := s.chunks[ci].np
	behind = ci + 1
	if org = s.premodifier(np, "Organization"); org != nil {
		return org, behind
	}
	if owners := r.owners(s, np); np.owner != nil && len(owners) == 1 && owners[0].Label == "Organization" {
		return owners[0], behind
	}
	if ci+2 >= len(s.chunks) || s.chunks[ci+1].kind != kPrep || s.chunks[ci+2].kind != kNoun {
		return nil, behind
	}
	switch w, h := s.chunks[ci+1].word, &s.tokens[np.head]; {
	case w == "of":
	case w == "on" && s.vocab.panellists.has(h.Lower): // "the top Democrat on the committee"
	case (w == "from" || w == "with" || w == "in") && s.vocab.inRanks.has(h.Lower):
	default:
		return nil, behind
	}
	orgs := r.refs(s, ci+2, []string{"Organization"})
	if s.vocab.inRanks.has(s.tokens[np.head].Lower) && s.vocab.bandNames.has(s.tokens[s.chunks[ci+2].np.start].Lower) {
		orgs = r.coined(s, ci+2, orgs) // "a fighter from Jaish al-Wafa"
		if len(orgs) > 0 {
			return orgs[0].entity, ci + 3
		}
	}
	if of := s.chunks[ci+2].np; len(orgs) == 0 || orgs[0].entity.Described && orgs[0].entity.Parent == "" && of.owner == nil && !s.capitalModifier(of) {
		return nil, behind // "a member of the team"
	}
	return orgs[0].entity, ci + 3
}

// membersListed reads the members that are told one by one: "ISSG countries such
// as Turkey and Iran", "Poland and other NATO members", "the members of the
// Council, including Kenya", "the E3 (France, Germany and Britain)".
func (r *reader) membersListed(s *sentence, ci int) {
	np := s.chunks[ci].np
	l := s.tokens[np.head].Lower
	note := func(list []int, org *entity) {
		for _, k := range list {
			for _, x := range r.one(s, k, []string{"State", "Person"}) {
				r.belongs(s, x.entity, org, min(np.from, x.from), max(np.to, x.to), standing{})
			}
		}
	}
	if np.men >= 0 {
		if m := &s.mentions[np.men]; m.entity.Label == "Organization" && m.to == np.to {
			if list := r.spelledOut(s, ci+1); len(list) > 1 && s.chunks[ci+1].word != ":" { // a colon may close a heading
				note(list, m.entity)
			}
			if list := s.including(ci); len(list) > 0 && m.entity.hasKind("bloc") && s.onlyStates(list) {
				note(list, m.entity) // "the Gulf Cooperation Council, including Oman"
			}
		}
		return
	}
	if l != "members" && !s.vocab.crowds.has(l) || l == "partners" || l == "people" {
		return
	}
	org, behind := r.groupingOf(s, ci)
	if org == nil {
		return
	}
	note(s.including(ci), org)
	note(r.spelledOut(s, behind), org)
	if at := s.explains(ci); l == "members" && at >= 0 {
		for _, x := range r.membersExplained(s, at, ci) {
			r.belongs(s, x.entity, org, x.from, np.to, standing{})
		}
	}
	if g := s.group(ci); g[len(g)-1] == ci && len(g) > 1 && s.otherThan(np) {
		note(g[:len(g)-1], org)
	}
	if ci >= 4 && s.chunks[ci-1].word == "of" && s.chunks[ci-2].kind == kNoun && s.tokens[s.chunks[ci-2].np.head].Lower == "one" && s.chunks[ci-3].kind == kComma && s.chunks[ci-4].kind == kNoun {
		note([]int{ci - 4}, org) // "Germany, one of seven EU states"
	}
	for i := range s.clauses {
		// "The council's permanent members are", "to become members of"
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		switch {
		case c.object < 0 || c.subject < 0 || v.lemma != "become" && v.lemma != "remain" && (v.lemma != "be" || v.negated):
		case c.subject == ci && v.lemma == "be":
			note(s.group(c.object), org)
		case s.inGroup(c.object, ci) || v.lemma == "become" && s.besides(c.object, ci):
			for _, x := range r.refs(s, c.subject, []string{"State", "Person"}) {
				r.belongs(s, x.entity, org, x.from, np.to, v.membership())
			}
		}
	}
}

// besides reports whether the phrase at ci is joined by "and" to the one at what,
// behind whose phrases it stands: "become parties to the treaty and members of".
func (s *sentence) besides(what, ci int) bool {
	if ci < 2 || s.chunks[ci-1].kind != kConj {
		return false
	}
	k := ci - 2
	for k > what && s.chunks[k].kind == kNoun && s.chunks[k-1].kind == kPrep {
		k -= 2
	}
	return k == what
}

// membership is how a verb tells that somebody belongs to a body: "is not a member",
// "will become one", "to become one".
func (v *verbGroup) membership() standing {
	var own standing
	if v.negated {
		own.polarity = graph.Negated
	}
	if v.modal != "" || v.lemma == "become" && (v.to_ || v.bare && v.form&fGer == 0) {
		own.modality = graph.Conditional
	}
	return own
}

// otherThan reports whether a phrase counts those before it in: "and other members".
func (s *sentence) otherThan(np *nounPhrase) bool {
	for i := np.from; i < np.head; i++ {
		if w := s.tokens[i].Lower; w == "other" || w == "fellow" {
			return true
		}
	}
	return false
}

// spelledOut returns the list of states that stands between brackets or dashes at
// ci, or nil.
func (r *reader) spelledOut(s *sentence, ci int) []int {
	if ci+1 >= len(s.chunks) || s.chunks[ci].kind != kColon && s.chunks[ci].kind != kOpen || s.chunks[ci+1].kind != kNoun {
		return nil
	}
	if list := s.group(ci + 1); s.onlyStates(list) {
		return list
	}
	return nil
}

// onlyStates reports whether all members of a list name states.
func (s *sentence) onlyStates(list []int) bool {
	return !slices.ContainsFunc(list, func(k int) bool {
		np := s.chunks[k].np
		return np.men < 0 || s.mentions[np.men].entity.Label != "State"
	})
}

// memberNamed reads a member that its body's name introduces: "NATO member
// Poland", "the al Qaeda affiliate the Nusra Front", and one that it explains:
// "Turkey, a NATO member".
func (r *reader) memberNamed(s *sentence, ci int) {
	np := s.chunks[ci].np
	for i := np.from + 1; i < np.to; i++ {
		t := &s.tokens[i]
		ally := t.Lower == "ally" || t.Lower == "allies"
		if t.Lower != "member" && t.Lower != "members" && !ally && !s.vocab.offshoots.has(t.Lower) {
			continue
		}
		before := s.tokens[i-1].men
		if t.Lower == "member" && before < 0 && i > np.from+1 && (s.tokens[i-1].Lower == "alliance" || s.tokens[i-1].Lower == "council") {
			before = s.tokens[i-2].men
		}
		if before < 0 || s.mentions[before].entity.Label != "Organization" {
			continue
		}
		org := s.mentions[before].entity
		if ally && !org.hasKind("bloc") {
			continue // "the Hamas ally Hezbollah"
		}
		switch {
		case i+1 < np.to && s.tokens[i+1].men >= 0 && np.men == s.tokens[i+1].men:
			for _, x := range r.refs(s, ci, []string{"State", "Person", "Organization"}) {
				r.belongs(s, x.entity, org, np.from, np.to, standing{})
			}
		case i != np.head:
		case ci+1 < len(s.chunks) && s.chunks[ci+1].kind == kNoun && s.chunks[ci+1].np.men >= 0:
			r.belongs(s, s.mentions[s.chunks[ci+1].np.men].entity, org, np.from, s.chunks[ci+1].to, standing{})
		case s.apposed(ci):
			r.belongs(s, s.mentions[s.chunks[ci-2].np.men].entity, org, s.chunks[ci-2].from, np.to, standing{})
		}
	}
}

// memberExplained reads what somebody is called: "Crapo, a member of the
// committee", "Sweden became NATO's 32nd member", "as part of the coalition,
// Jordan".
func (r *reader) memberExplained(s *sentence, ci int) {
	np := s.chunks[ci].np
	h := s.belonging(np)
	if h == "" {
		return
	}
	org, _ := r.groupingOf(s, ci)
	if org == nil || h == "ally" && !org.hasKind("bloc") || h == "part" && (np.owner != nil || s.premodifier(np, "Organization") != nil) {
		return
	}
	if at := s.explains(ci); at >= 0 {
		for _, x := range r.membersExplained(s, at, ci) {
			r.belongs(s, x.entity, org, x.from, np.to, standing{})
		}
	}
	if ci > 0 && s.chunks[ci-1].kind == kPrep && s.chunks[ci-1].word == "as" {
		if c := r.playing(s, ci); c != nil {
			who := c.subject
			if c.object >= 0 && !c.passive && hasPrepAt(s, c, "as", ci) {
				who = c.object // "welcomed Sweden as a member"
			}
			for _, x := range r.refs(s, who, []string{"State", "Person", "Organization"}) {
				r.belongs(s, x.entity, org, x.from, max(x.to, np.to), standing{})
			}
		}
		return
	}
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if c.object != ci || c.subject < 0 || !s.vocab.belonging.has(v.lemma) {
			continue
		}
		for _, x := range r.refs(s, c.subject, []string{"State", "Person", "Organization"}) {
			r.belongs(s, x.entity, org, x.from, np.to, v.membership())
		}
	}
}

// belonging returns the noun by which a phrase says that one belongs to something:
// "member" also of "a member state"; "" if it says no such thing.
func (s *sentence) belonging(np *nounPhrase) string {
	h := s.tokens[np.head].Lower
	switch {
	case s.vocab.panellists.has(h) && s.tokens[np.head].men < 0:
		return h // even in capitals, as "Democrat"
	case np.men >= 0:
		return ""
	case h == "part" || s.vocab.offshoots.has(h) || s.vocab.inRanks.has(h):
		return h
	case np.head > np.start && s.tokens[np.head-1].Lower == "member" && s.vocab.crowds.has(plural(h)):
		return "member" // "a member state of the union"
	}
	return ""
}

// explains returns the phrase that the one at ci explains, by itself or behind an
// "and": "Turkey, a member of NATO and part of the coalition", "Mali, once a colony and
// now a member of"; -1 if none.
func (s *sentence) explains(ci int) int {
	k := s.behindAdverbs(ci)
	if s.apposed(ci) || s.apposes(k, ci) && (k < ci || s.chunks[k-2].np.men < 0) {
		return k - 2
	}
	if k == 0 || s.chunks[k-1].kind != kConj {
		return -1
	}
	for j := k - 2; j >= 2; j-- {
		switch s.chunks[j].kind {
		case kNoun:
			if k := s.behindAdverbs(j); (k < j || s.tokens[s.chunks[j].np.head].lemma == "member") && (s.apposed(j) || s.apposes(k, ci)) {
				return k - 2
			}
		case kPrep, kAdverb, kTime, kSub:
		default:
			return -1
		}
	}
	return -1
}

// behindAdverbs returns the first of the adverbs and times that stand right before the
// phrase at ci: "now members of", "since 2004 a member of".
func (s *sentence) behindAdverbs(ci int) int {
	for ci > 0 {
		k := &s.chunks[ci-1]
		if k.kind != kAdverb && k.kind != kTime && !(k.kind == kSub && k.word == "once") {
			break
		}
		ci--
	}
	return ci
}

// apposes reports whether what begins at k and tells of the phrase at ci explains the
// phrase before the comma before it.
func (s *sentence) apposes(k, ci int) bool {
	if k < 2 || s.chunks[k-1].kind != kComma || s.chunks[k-2].kind != kNoun {
		return false
	}
	what, plural := s.chunks[k-2].np, strings.HasSuffix(s.tokens[s.chunks[ci].np.head].Lower, "s")
	if what.men < 0 {
		return plural && s.vocab.crowds.has(s.tokens[what.head].Lower) // "these states, members of"
	}
	return len(s.group(k-2)) > 1 || !plural
}

// membersExplained returns those whom the phrase at ci, explained by the one at by, names: with
// its list where the other is plural, or a group of states named before.
func (r *reader) membersExplained(s *sentence, ci, by int) []ref {
	labels := []string{"State", "Person", "Organization"}
	if !strings.HasSuffix(s.tokens[s.chunks[by].np.head].Lower, "s") {
		return r.one(s, ci, labels)
	}
	out := r.refs(s, ci, labels)
	if s.chunks[ci].np.men < 0 && len(out) < 2 {
		return nil
	}
	return out
}

// playing returns the clause whose subject acts "as a member of" at ci: the one
// that governs the phrase, or the one that it opens.
func (r *reader) playing(s *sentence, ci int) *clause {
	if c := r.governing(s, ci, "as"); c != nil && c.subject >= 0 {
		return c
	}
	for i := range s.clauses {
		if c := &s.clauses[i]; ci == 1 && s.chunks[c.verb].vg.finite && c.subject >= 0 {
			return c
		}
	}
	return nil
}
