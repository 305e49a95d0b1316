package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dossier/graph"
	"dossier/loaders/text"
)

// mention is a name in a sentence.
type mention struct {
	from, to int // tokens
	entity   *entity
	how      how
	place    *entity // the city, when a capital's name may mean the city or its state
	rule     string
}

// hyphenBehind reports whether a hyphen and the end of a name that is no word stand
// behind it.
func (s *sentence) hyphenBehind(at int) bool {
	t := s.tokens
	return at+1 < len(t) && t[at].Lower == "-" && !t[at].Spaced && !t[at+1].Spaced && !t[at+1].Capital && t[at+1].word == nil
}

// dictionaryMentions finds the names of the dictionaries in a sentence.
func (r *reader) dictionaryMentions(s *sentence) {
	tokens := s.tokens
	for i := s.skip; i < len(tokens); {
		if tokens[i].Kind == text.Mark {
			i++
			continue
		}
		hits, n := longestName(tokens[i].name, tokens, i)
		if n == 0 {
			i++
			continue
		}
		if tokens[i].Lower == "the" && i+1 < len(tokens) {
			if _, more := longestName(tokens[i+1].name, tokens, i+1); more+1 > n {
				i++ // "The North Korean leader" is not the North's
				continue
			}
		}
		if tokens[i].Lower == "the" && i+n < len(tokens) && tokens[i+n].Capital && tokens[i+n].Spaced && tokens[i+n].Kind == text.Word && !tokens[i+n].time && !s.title {
			i++ // "the West Bank" is not the West
			continue
		}
		if n == 1 && r.givenName(s, i, hits) {
			i += 2
			continue
		}
		if part := r.partOfName(tokens, i, n); part > 0 {
			i += part
			continue
		}
		m, ok := r.choose(tokens, i, n, hits)
		if !ok || r.tailOfName(s, m.entity, i, n) || n == 1 && i > s.skip && r.x.vocab.unarmed.has(tokens[i-1].Lower+" "+singular(tokens[i].Lower)) || n == 1 && (r.x.onto.Is(m.entity.Label, "Weapon", "Aid") && actsAs(tokens, i) || m.entity.Label == "Person" && commonThing(tokens, i)) {
			i++
			continue
		}
		m.from, m.to = i, i+n
		if m.entity.Label == "Person" && n == 2 && r.x.surnameFirst.has(tokens[i].Lower) && s.hyphenBehind(m.to) {
			i += n // "Cho Hyun-dong" is not Cho Hyun
			continue
		}
		if m.entity.Label == "Person" && m.to+1 < len(tokens) && tokens[m.to].tag == tComma && (tokens[m.to+1].Lower == "jr." || tokens[m.to+1].Lower == "sr.") {
			m.to += 2
			n += 2
		}
		if t := tokens[i].title; m.entity.Label == "Person" && t > 0 && t < n {
			m.from += t // the name is listed with its title
		}
		m.rule = "dictionary:" + m.entity.ID + ":" + m.how.String()
		s.addMention(m)
		i += n
	}
}

// actsAs reports whether a word is a verb here, whatever thing it names elsewhere:
// "plans to bomb", "has been funding rebels", "accused of training the militia".
func actsAs(tokens []token, i int) bool {
	t := &tokens[i]
	switch {
	case t.tag != tVerb || t.Capital:
		return false
	case t.form&fBase != 0:
		return t.lemma == t.Lower
	case t.form&fGer != 0 && i > 0 && tokens[i-1].tag == tBe:
		return true
	case i > 1 && tokens[i-1].tag == tConj && tokens[i-2].men >= 0:
		return false // "sent funds and training experts"
	}
	return t.form&(fGer|fPres) != 0 && actsOn(tokens, i+1)
}

// actsOn reports whether somebody whom a verb before may reach stands at i, or, behind
// "and", at the end of another verb's phrase: "militant groups", "the rebels".
func actsOn(tokens []token, i int) bool {
	if i+1 < len(tokens) && tokens[i].tag == tConj && tokens[i+1].tag == tVerb && tokens[i+1].form&fGer != 0 {
		i += 2
	}
	head := -1
	for i < len(tokens) && (tokens[i].tag == tAdj || tokens[i].tag == tNoun || tokens[i].tag == tHyphen) {
		head = i
		i++
	}
	if i < len(tokens) && (tokens[i].tag == tName || head < 0 && (tokens[i].tag == tDet || tokens[i].tag == tPossessive)) {
		return true
	}
	return head >= 0 && pluralNoun(tokens[head].Lower) && tokens[head].word.in(cPerson|cGroup|cOrg)
}

// commonThing reports whether a surname with an article stands for a thing: "to the
// Moon and beyond", not "the Biden administration".
func commonThing(tokens []token, i int) bool {
	if i == 0 || tokens[i-1].Lower != "the" || i+1 >= len(tokens) {
		return false
	}
	switch tokens[i+1].tag {
	case tNoun, tName, tAdj, tHyphen, tGenitive, tVerb:
		return false
	}
	return true
}

// tailOfName reports whether a name is only the end of a longer one:
// "the Kurdistan Region Security Council", "Iran's National Security Council".
func (r *reader) tailOfName(s *sentence, e *entity, i, n int) bool {
	t := s.tokens
	if i > s.skip && t[i-1].Lower == "suicide" && t[i].word.in(cPerson) {
		return true // a suicide bomber is no aircraft
	}
	if p := i - 1; n == 1 && e.Label == "Organization" && p >= s.skip && t[p].tag == tName && t[p].men < 0 && !t[p].time && pluralNoun(t[i].Lower) && !e.hasKind("armed") {
		return true // the Social Democrats are not the Democrats
	}
	if p := i - 1; n == 1 && e.Label == "Organization" && p > s.skip && !t[i].AllCaps && t[p].tag == tName && t[p].men < 0 && t[p].title == 0 && !t[p].time && r.x.titles.before(t, p) >= s.skip {
		return true // "Foreign Minister Therese Wagner" is not the group
	}
	if e.Label != "Organization" || n < 2 || i == s.skip || !t[i+n-1].word.in(cOrg) || !s.generic(i, i+n) {
		return false // "Japan's Kyodo news agency" is Kyodo
	}
	p := i - 1
	if t[p].tag == tGenitive && p > 0 && t[p-1].men >= 0 {
		o := s.mentions[t[p-1].men].entity
		return o.Label == "State" && e.Parent != o.ID
	}
	if mi := t[p].men; mi >= 0 {
		o := s.mentions[mi].entity
		return o.Label == "State" && e.Parent != o.ID || o.Label == "Place"
	}
	return p > s.skip && t[p].tag == tName && t[p].Capital && !t[p].time && r.x.titles.before(t, i) < 0
}

// choose settles which of several dictionary entries a name means.
func (r *reader) choose(tokens []token, i, n int, hits []hit) (mention, bool) {
	var m mention
	for _, h := range hits {
		switch {
		case h.how == byShort && !r.named[h.entity.ID]:
			continue
		case h.entity.Label == "Place":
			if m.entity == nil {
				m.entity, m.how = h.entity, h.how
			}
			m.place = h.entity
			continue
		case m.entity == nil || m.entity.Label == "Place":
			m.entity, m.how = h.entity, h.how
		}
	}
	if m.entity == nil {
		return m, false
	}
	if m.entity.Label == "Place" {
		m.place = nil
	} else if m.how != byCapital {
		m.place = nil
	}
	if m.how != byShort {
		r.named[m.entity.ID] = true
	}
	return m, true
}

// givenName reports whether the name of a city or state is somebody's given name:
// "Milan Radic", "Defence Minister Israel Katz". Only behind an office is a state one.
func (r *reader) givenName(s *sentence, i int, hits []hit) bool {
	t := s.tokens
	if i+1 >= len(t) || !s.vocab.givenPlaces.has(t[i].Lower) || t[i].AllCaps {
		return false
	}
	if n := &t[i+1]; n.tag != tName || !n.Capital || n.AllCaps || !n.Spaced || n.time || n.word != nil || n.Kind != text.Word || s.vocab.settlements.has(n.Lower) {
		return false
	}
	for _, h := range hits {
		if h.entity.Label == "State" && h.how == byName {
			return i > s.skip && (r.x.titles.before(t, i) >= s.skip || t[i-1].word.in(cHonorific))
		}
	}
	return true
}

// partOfName reports whether a single-word name is part of a longer, unknown
// one: "Michael Jordan", "Georgia Institute". It returns the tokens to skip.
func (r *reader) partOfName(tokens []token, i, n int) int {
	if n > 1 || !tokens[i].Capital || tokens[i].AllCaps {
		return 0
	}
	if i > 1 && tokens[i-1].tag == tHyphen && !tokens[i-1].Spaced && !tokens[i].Spaced && tokens[i-2].Capital && (tokens[i-2].Lower == "al" || tokens[i-2].Lower == "el") {
		return 1 // "Al-Marja" is not Marja
	}
	// A given name before a word that is also a place.
	if i > 0 && tokens[i-1].tag == tName && tokens[i-1].men < 0 && tokens[i-1].Spaced && r.x.given.has(tokens[i-1].Lower) {
		return 1
	}
	return 0
}

func (s *sentence) addMention(m mention) {
	s.mentions = append(s.mentions, m)
	for j := m.from; j < m.to; j++ {
		s.tokens[j].men = len(s.mentions) - 1
		if s.tokens[j].tag != tHyphen {
			switch {
			case m.how == byAdjective:
				s.tokens[j].tag = tAdj
			case m.entity.Label == "Place" || s.tokens[j].Capital:
				s.tokens[j].tag = tName
			default:
				s.tokens[j].tag = tNoun
				s.tokens[j].lemma = singular(s.tokens[j].Lower)
			}
		}
	}
}

// orderMentions puts the mentions of a sentence, which several passes found,
// into the order of the text: what was named last stands last.
func (s *sentence) orderMentions() {
	order := make([]int, len(s.mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return s.mentions[a].from - s.mentions[b].from })
	sorted, place := make([]mention, len(order)), make([]int, len(order))
	for i, k := range order {
		sorted[i], place[k] = s.mentions[k], i
	}
	s.mentions = sorted
	for i := range s.tokens {
		if m := s.tokens[i].men; m >= 0 {
			s.tokens[i].men = place[m]
		}
	}
}

// placeMentions finds places that no dictionary has: "the village of Bichenek",
// "Bakirkoy district".
func (r *reader) placeMentions(s *sentence) {
	tokens := s.tokens
	listed := -2 // last token of a place in a list: "the towns of A, B and C"
	for i := s.skip; i < len(tokens); i++ {
		t := &tokens[i]
		if t.time || t.tag != tName || t.men >= 0 || t.Kind != text.Word || t.AllCaps {
			if t.men >= 0 && s.townsOf(i) || listed == i-1 && (t.tag == tComma || t.tag == tConj || t.men >= 0) {
				listed = i
			}
			continue
		}
		end := nameRun(s, i)
		if l := tokens[end-1].Lower; l == "speaking" || strings.HasSuffix(l, "phone") {
			i = end - 1
			continue // "the English-speaking region", "the Anglophone region"
		}
		if from := s.articleBefore(i); from < i && s.settledAt(from, end) {
			name := s.surface(from, end)
			s.addMention(mention{from: from, to: end, entity: r.entity("place:"+kebab(name), "Place", name), how: byRule, rule: "place-name"})
			i = end - 1
			continue
		}
		many := s.townsOf(i)
		name := s.surface(i, end)
		if end-i <= 3 && (many || s.besidePlace(i, end) || listed == i-1 && i > 0 && tokens[i-1].men < 0 || s.settledAt(i, end) || s.townBefore(i, end) || r.stormed(s, i, end) || s.whereabout(i, end) || r.made["place:"+kebab(name)] != nil) {
			if end < len(tokens) && tokens[end].Lower == "community" {
				end++ // "raided the Ogbadu community"
			}
			s.addMention(mention{from: i, to: end, entity: r.entity("place:"+kebab(name), "Place", name), how: byRule, rule: "place-name"})
			if many || listed == i-1 {
				listed = end - 1
			}
		}
		i = max(i, end-1)
	}
}

// articleBefore returns where the name at i begins with its Arabic article, "al-Bara",
// or i.
func (s *sentence) articleBefore(i int) int {
	t := s.tokens
	if i < 2 || t[i-1].tag != tHyphen || t[i-1].Spaced || t[i].Spaced || t[i-2].men >= 0 || !s.vocab.articles.has(t[i-2].Lower) {
		return i
	}
	return i - 2
}

// besidePlace reports whether an unknown name stands in a list behind a place: "Goma
// and Kirumba", "Goma, Kirumba and Lubero", but not "in Goma and Kabila said".
func (s *sentence) besidePlace(i, end int) bool {
	t := s.tokens
	if i < 2 || t[i-2].men < 0 {
		return false
	}
	if m := &s.mentions[t[i-2].men]; m.entity.Label != "Place" || m.how == byAdjective {
		return false
	}
	switch t[i-1].tag {
	case tConj:
		return s.endsList(end)
	case tComma:
		for k := 0; k < 10 && end < len(t); k++ {
			switch t[end].tag {
			case tComma:
				if end+1 < len(t) && t[end+1].tag == tConj {
					end++
					continue
				}
				next := s.nameEnd(end + 1)
				if next == end+1 {
					return false
				}
				end = next
			case tConj:
				next := s.nameEnd(end + 1)
				return next > end+1 && s.endsList(next)
			default:
				return false
			}
		}
	}
	return false
}

// nameEnd returns the token behind the name that begins at i, or i if none does.
func (s *sentence) nameEnd(i int) int {
	for i < len(s.tokens) && s.tokens[i].tag == tName && !s.tokens[i].time {
		i++
	}
	return i
}

// endsList reports whether what stands behind a name lets it be the last of a list
// of places: neither a verb nor what it would be the possessor or a part of.
func (s *sentence) endsList(end int) bool {
	if end >= len(s.tokens) {
		return true
	}
	switch t := &s.tokens[end]; {
	case t.time:
		return true
	case verbal(t.tag), nounish(t.tag), t.tag == tAdv, t.tag == tComma, t.tag == tGenitive, t.tag == tHyphen:
		return false
	}
	return true
}

// townsOf reports whether the token is the first name behind "the towns of",
// "villages in the north including" or "two towns,".
func (s *sentence) townsOf(i int) bool {
	t := s.tokens
	if i < 2 {
		return false
	}
	towns := func(k int) bool {
		return t[k].men < 0 && strings.HasSuffix(t[k].Lower, "s") && s.vocab.settlements.has(singular(t[k].Lower))
	}
	switch t[i-1].Lower {
	case "of":
		return towns(i - 2)
	case ",":
		return towns(i-2) && i > 2 && t[i-3].tag == tNum
	case "including", "like", "as":
		for k := i - 2; k >= 0 && k > i-10; k-- {
			if towns(k) {
				return true
			}
			switch t[k].tag {
			case tVerb, tModal, tBe, tHave, tRel, tStop, tColon:
				return false
			}
		}
	}
	return false
}

// townBefore reports whether a name between commas tells which town is meant:
// "another town, Mayer,".
func (s *sentence) townBefore(from, to int) bool {
	t := s.tokens
	if from < 3 || t[from-1].tag != tComma || t[from-2].men >= 0 || !s.vocab.settlements.has(singular(t[from-2].Lower)) {
		return false
	}
	return to >= len(t) || t[to].tag == tComma || t[to].tag == tStop
}

// stormed reports whether an unknown name is told to be fought for: behind a verb
// that only places have, "recaptured Adan Yabal", one that those who bear arms do,
// "rebels seized Kirumba", or the noun of such an act, "the shelling of Kirumba".
func (r *reader) stormed(s *sentence, i, end int) bool {
	t := s.tokens
	if i == 0 || r.x.given.has(t[i].Lower) || end < len(t) && (nounish(t[end].tag) || t[end].tag == tHyphen || t[end].tag == tGenitive) {
		return false
	}
	switch p := &t[i-1]; {
	case p.tag == tVerb:
		return s.vocab.retakes.has(p.lemma) || s.vocab.contests.has(p.lemma) && r.armedBefore(s, i-1)
	case i < 2 || p.Lower != "of" && p.Lower != "on":
		return false
	case s.vocab.sieges.has(t[i-2].lemma):
		return true
	default:
		return s.vocab.assaults.has(t[i-2].lemma) && r.armedAround(s, i)
	}
}

// armedBefore reports whether those who bear arms stand shortly before a token, where
// the subject of a verb does.
func (r *reader) armedBefore(s *sentence, at int) bool {
	for k := at - 1; k >= max(s.skip, at-8); k-- {
		if r.armedAt(s, k) {
			return true
		}
	}
	return false
}

// armedAround reports whether a sentence tells of those who bear arms shortly before
// or behind a token.
func (r *reader) armedAround(s *sentence, at int) bool {
	for k := max(s.skip, at-8); k < min(len(s.tokens), at+8); k++ {
		if r.armedAt(s, k) || r.x.harm.at(s.tokens[k].lemma) != "" {
			return true
		}
	}
	return false
}

// armedAt reports whether a token is the noun or the name of those who bear arms.
func (r *reader) armedAt(s *sentence, k int) bool {
	t := &s.tokens[k]
	if t.men >= 0 && s.mentions[t.men].entity.hasKind("armed") {
		return true
	}
	return s.vocab.fighters.has(t.Lower) || s.vocab.machines.has(t.Lower) || s.vocab.attackers.has(t.lemma)
}

// settledAt reports whether the words around a name tell that it is a place: "the
// village of X", "X district", "north of X", "near X", "X, a town in the east".
func (s *sentence) settledAt(from, to int) bool {
	tokens := s.tokens
	settlement := func(k int) bool {
		return k >= 0 && k < len(tokens) && s.vocab.settlements.has(tokens[k].Lower) && tokens[k].men < 0
	}
	if settlement(to) || to < len(tokens) && tokens[to].Lower == "community" && s.invaded(from) {
		return true
	}
	if from >= 2 && tokens[from-1].Lower == "of" && (settlement(from-2) || s.vocab.compass.has(tokens[from-2].Lower)) {
		return true
	}
	if from >= 1 && tokens[from-1].Lower == "near" || s.districtsBehind(to) || s.areaAround(from, to) {
		return true
	}
	if to+2 < len(tokens) && tokens[to].tag == tComma && (tokens[to+1].Lower == "a" || tokens[to+1].Lower == "the") {
		for k := to + 2; k < to+5 && k < len(tokens); k++ {
			if settlement(k) {
				return true
			}
			if tokens[k].tag != tAdj && tokens[k].tag != tNoun {
				return false
			}
		}
	}
	return false
}

// districtsBehind reports whether a list of names that ends before a token, or goes on
// there, is one of places: "in the rural Minbya and Mrauk-U townships".
func (s *sentence) districtsBehind(to int) bool {
	t := s.tokens
	for k := to; k < len(t) && k < to+12; k++ {
		switch {
		case t[k].men < 0 && t[k].tag == tNoun && strings.HasSuffix(t[k].Lower, "s") && s.vocab.settlements.has(singular(t[k].Lower)):
			return true
		case t[k].tag != tName && t[k].tag != tConj && t[k].tag != tComma && t[k].tag != tHyphen:
			return false
		}
	}
	return false
}

// areaAround reports whether a name is that of an area: "the Daraban area of Dera
// Ismail Khan", "the general area of Kalash".
func (s *sentence) areaAround(from, to int) bool {
	t := s.tokens
	switch {
	case from < 2:
		return false
	case t[from-1].Lower == "the" && to+1 < len(t) && t[to].Lower == "area":
		return t[to+1].Lower == "of" || t[to+1].Lower == "in"
	}
	if to < len(t) && t[to].Lower == "sector" && t[from].word == nil && (t[from-1].tag == tPrep || t[from-2].tag == tPrep) {
		return true // "firing in the Karela sector"
	}
	return t[from-1].Lower == "of" && t[from-2].Lower == "area"
}

// invaded reports whether what begins at a token is attacked or lies near something,
// as only a community that is a place does: "raided the Ogbadu community".
func (s *sentence) invaded(from int) bool {
	if from > 0 && s.tokens[from-1].tag == tDet {
		from--
	}
	if from == 0 {
		return false
	}
	p := &s.tokens[from-1]
	return p.Lower == "near" || p.Lower == "at" || p.Lower == "into" || p.tag == tVerb && s.vocab.contests.has(p.lemma)
}

// whereabout reports whether an unknown name between from and to stands where only
// a place does: "in Racine, Wisconsin", "near Kidal in northern Mali".
func (s *sentence) whereabout(from, to int) bool {
	t := s.tokens
	if from == s.skip || to+1 >= len(t) || t[from-1].tag != tPrep && t[from-1].tag != tTo || !s.vocab.whereabouts.has(t[from-1].Lower) {
		return false
	}
	if to == from+1 && t[from].word != nil || t[to].tag != tComma && !(t[to].Lower == "in" && t[from-1].Lower != "to" && t[from-1].Lower != "from") {
		return false
	}
	j := to + 1
	for j < len(t) && j < to+4 && t[j].men < 0 && (t[j].tag == tAdj || t[j].Lower == "the") {
		j++
	}
	if j >= len(t) || t[j].men < 0 {
		return false
	}
	m := &s.mentions[t[j].men]
	if m.how == byAdjective || m.how == byPeople || m.entity.Label != "State" && m.entity.Label != "Place" {
		return false
	}
	if m.to+1 >= len(t) || t[to].tag != tComma {
		return true
	}
	switch t[m.to].tag {
	case tComma:
		n := m.to + 1 // a list of places is no address
		return t[n].men < 0 || s.mentions[t[n].men].entity.Label != m.entity.Label
	case tConj, tNoun, tName, tGenitive, tVerb, tBe, tHave, tModal:
		return false // another member of a list, or the subject of a clause
	}
	return true
}

// resolutionMentions finds resolutions by number: "Security Council Resolution
// 1718 (2006)", "resolutions 1718, 1874 and 2270", "UNSCR 2231". Years in
// brackets are no numbers, and no number is ever rounded to another.
func (r *reader) resolutionMentions(s *sentence) {
	tokens := s.tokens
	for i := s.skip; i < len(tokens); i++ {
		switch tokens[i].Lower {
		case "resolution", "resolutions", "unscr", "unscrs":
		default:
			continue
		}
		from := i
		body := "unsc"
		if i > 0 && tokens[i-1].men >= 0 {
			m := &s.mentions[tokens[i-1].men]
			switch {
			case strings.Contains(m.entity.ID, "general-assembly"):
				body = "unga"
			case strings.Contains(m.entity.ID, "security-council") || m.entity.ID == "org:united-nations" || m.entity.ID == "org:un":
			case m.entity.Label == "Organization":
				body = strings.TrimPrefix(m.entity.ID, "org:")
			}
			if m.entity.Label == "Organization" {
				from = m.from
			}
		}
		last := -1
	numbers:
		for j := i + 1; j < len(tokens); j++ {
			t := &tokens[j]
			switch {
			case t.Kind == text.Number && tokens[j-1].tag != tOpen:
				if !digits(t.Lower) || len(t.Lower) > 4 || last >= 0 && yearNumber(t) > 0 && tokens[j-1].tag != tComma && tokens[j-1].tag != tConj && tokens[j-1].Lower != "resolution" {
					break numbers
				}
				if last < 0 && yearNumber(t) > 0 && (j+1 < len(tokens) && tokens[j+1].Lower == "/") {
					break numbers
				}
				e := r.entity("resolution:"+body+"-"+t.Lower, "Resolution", resolutionName(body, t.Lower))
				m := mention{from: j, to: j + 1, entity: e, how: byRule, rule: "resolution-number"}
				if last < 0 {
					m.from = from
				}
				for k := m.from; k < m.to; k++ {
					tokens[k].men = -1
				}
				s.addMention(m)
				tokens[j].tag = tName
				last = j
			case t.tag == tComma, t.tag == tConj, t.Lower == "resolution", t.Lower == "no.", t.Lower == "number", t.Lower == "nos.", t.Lower == "unscr":
			case t.tag == tOpen && j+2 < len(tokens) && tokens[j+2].tag == tClose && yearNumber(&tokens[j+1]) > 0:
				j += 2
			default:
				break numbers
			}
		}
		if last > i {
			i = last
		}
	}
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

func resolutionName(body, n string) string {
	switch body {
	case "unsc":
		return "UN Security Council Resolution " + n
	case "unga":
		return "UN General Assembly Resolution " + n
	}
	return "Resolution " + n
}

// entity returns the entity with an id, making it when the article is the first
// to name it.
func (r *reader) entity(id, label, name string) *entity {
	if e := r.x.gaz.byID[id]; e != nil {
		return e
	}
	if e := r.made[id]; e != nil {
		return e
	}
	e := &entity{Entity: graph.Entity{ID: id, Label: label, Name: name}}
	r.made[id] = e
	return e
}

// described returns an entity that is known by its description only.
func (r *reader) described(label, name string) *entity {
	id := strings.ToLower(label) + ":" + kebab(name)
	if e := r.x.gaz.byID[id]; e != nil && e.Label == label {
		return e
	}
	e := r.entity(id, label, name)
	if e.entry == nil {
		e.Described = true
	}
	return e
}

// kebab makes an identifier of a name: letters and digits in lower case, the
// rest single hyphens, accents folded.
func kebab(s string) string {
	var b strings.Builder
	gap := false
	for _, c := range s {
		c = unicode.ToLower(c)
		if p, ok := plainLetters[c]; ok {
			c = p
		}
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			gap = b.Len() > 0 && c != '\'' && c != '’' || gap
			continue
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(c)
	}
	if b.Len() > 100 {
		k := b.String()[:100]
		for !utf8.ValidString(k) {
			k = k[:len(k)-1]
		}
		return k
	}
	return b.String()
}

var plainLetters = func() map[rune]rune {
	m := map[rune]rune{}
	for plain, accented := range map[rune]string{'a': "áàâäãåā", 'c': "çćč", 'e': "éèêëēę", 'i': "íìîïīı", 'n': "ñń", 'o': "óòôöõøō", 's': "śšş", 'u': "úùûüū", 'y': "ýÿ", 'z': "źżž", 'l': "ł", 'g': "ğ", 'd': "đ"} {
		for _, r := range accented {
			m[r] = plain
		}
	}
	return m
}()
