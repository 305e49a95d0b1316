package extract

import (
	"slices"
	"strings"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// holding is a person with an office, as a sentence puts it.
type holding struct {
	person   *entity
	title    string // as written: "Secretary of State"
	of       *entity
	from, to int // tokens that say so
	rule     string
}

// titlePhrases is a trie of titles over tokens.
type titlePhrases struct{ root *node }

func newTitles(phrases []string) titlePhrases {
	g := gazetteer{root: &node{}}
	for _, p := range phrases {
		if strings.Contains(p, ".") {
			p = capitals(p) // "sen." is an abbreviation only where it is "Sen."
		}
		p += " X"
		tokens := text.Tokens(nil, p, text.Lower(p), 0, len(p))
		tokens = tokens[:len(tokens)-1]
		g.put(tokens, "", hit{})
		last := tokens[len(tokens)-1].Lower
		g.put(tokens, plural(last), hit{})
		if len(tokens) > 2 && tokens[1].Lower == "of" {
			// secretaries of state
			first := tokens[0]
			first.Lower = plural(first.Lower)
			g.put(append([]text.Token{first}, tokens[1:]...), "", hit{})
		}
	}
	return titlePhrases{g.root}
}

// capitals writes each word with a capital.
func capitals(s string) string {
	b := []byte(s)
	for i := range b {
		if (i == 0 || b[i-1] == ' ') && b[i] >= 'a' && b[i] <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// at returns the number of tokens of the longest title that begins at i.
func (p titlePhrases) at(tokens []token, i int) int {
	return longestTitle(p.root.next[tokens[i].Lower], tokens, i)
}

// longestTitle is the same, behind the node of the first token; 0 for nil.
func longestTitle(n *node, tokens []token, i int) int {
	best := 0
	for j := i + 1; n != nil; j++ {
		if len(n.hits) > 0 {
			best = j - i
		}
		if j == len(tokens) {
			break
		}
		n = n.next[tokens[j].Lower]
	}
	return best
}

// longestRemit is how many tokens a title with the remit of a minister may have.
const longestRemit = 10

// before returns the first token of the longest title that ends just before
// end, or -1.
func (p titlePhrases) before(tokens []token, end int) int {
	if end > 0 && tokens[end-1].tag == tVerb {
		return -1 // "as Macron hosts Scholz"
	}
	for i := max(0, end-longestRemit); i < end; i++ {
		// The longest that begins at i may overshoot; one must end there.
		if n := tokens[i].title; i+n == end || i+n > end && p.at(tokens[:end], i) == end-i {
			return i
		}
	}
	return -1
}

// nameRun returns the end of the run of name tokens that begins at i: words in
// capitals that no dictionary knows, with hyphens, initials and particles.
func nameRun(s *sentence, i int) int {
	tokens := s.tokens
	j := i
	for j < len(tokens) {
		t := &tokens[j]
		switch {
		case t.time:
			return j
		case t.tag == tName && t.men < 0 && t.Kind == text.Word:
			j++
		case t.tag == tHyphen && j > i && j+1 < len(tokens) && !t.Spaced && !tokens[j+1].Spaced && tokens[j+1].Kind == text.Word && tokens[j+1].men < 0:
			j += 2
		case j > i && t.men < 0 && s.vocab.particles.has(t.Lower) && j+1 < len(tokens) && (tokens[j+1].tag == tName || s.vocab.particles.has(tokens[j+1].Lower) || tokens[j+1].tag == tHyphen):
			j++
		case j > i && t.tag == tComma && j+1 < len(tokens) && (tokens[j+1].Lower == "jr." || tokens[j+1].Lower == "sr."):
			j += 2
		case j > i && t.tag == tQuote && s.nicknamed(j) > 0:
			j = s.nicknamed(j)
		default:
			return j
		}
	}
	return j
}

// nicknamed returns the surname behind the name between quotation marks that opens
// at token q, or 0: `Pedro "El Zorro" Vega`.
func (s *sentence) nicknamed(q int) int {
	for j := q + 1; j+1 < len(s.tokens) && j < q+5; j++ {
		switch t := &s.tokens[j]; {
		case t.tag == tQuote:
			if n := &s.tokens[j+1]; j > q+1 && n.tag == tName && n.men < 0 && n.Kind == text.Word && n.title == 0 {
				return j + 1
			}
			return 0
		case !t.Capital && t.Lower != "the":
			return 0
		}
	}
	return 0
}

// fullSurface is how a person is written, but for a nickname between quotation marks.
func (s *sentence) fullSurface(from, to int) string {
	for j := from + 1; j < to; j++ {
		if s.tokens[j].tag == tQuote {
			if n := s.nicknamed(j); n > 0 {
				return s.surface(from, j) + " " + s.surface(n, to)
			}
		}
	}
	return s.surface(from, to)
}

// personMentions finds people: dictionary names, names behind titles, names
// before an apposition, and the surnames of people named elsewhere in the
// article.
func (r *reader) personMentions(s *sentence) {
	tokens := s.tokens
	for i := s.skip; i < len(tokens); i++ {
		t := &tokens[i]
		r.jointRemit(s, i)
		if from, end := r.behindRemit(s, i); end > 0 {
			if m, ok := r.person(s, from, end, true); ok {
				s.addMention(m)
				i = end - 1
				continue
			}
		}
		if t.title > 1 && t.tag == tNoun {
			i += t.title - 1 // "secretary of State Blinken": the name is behind it all
			continue
		}
		if r.calledAs(s, i) {
			s.addMention(mention{from: i, to: i + 1, entity: r.surnames[t.Lower], how: byRule, rule: "surname"})
			continue
		}
		if t.time || t.tag != tName || t.men >= 0 || t.Kind != text.Word {
			continue
		}
		end := nameRun(s, i)
		if s.goesOnName(i, end) || !s.title && r.opensName(s, i, end) {
			i = max(i, end-1)
			continue
		}
		from := i
		for from < end && (tokens[from].word.in(cHonorific) || from+1 < end && tokens[from+1].tag != tHyphen && s.vocab.peopleNames.has(tokens[from].Lower)) {
			from++
		}
		if n := tokens[from].title; n > 0 && from+n >= end {
			i = max(end, from+n) - 1
			continue // a title without a name: "the National Security Advisors"
		}
		// Titles with capitals are part of the run: "President Joe Biden".
		for from < end {
			n := tokens[from].title
			if n == 0 && from > i && from+1 < end && tokens[from].word.in(cHonorific) {
				n = 1 // "Minister Hon. Dr. Narayan Bista"
			}
			if n == 0 || from+n >= end && !(from+n > end) {
				break
			}
			from += n
		}
		for k := end - 1; k > from; k-- {
			if r.x.titles.before(tokens, k) >= from {
				from = k // "District Judge Richard Berman"
				break
			}
		}
		if k := r.koreanName(s, from, end); k >= 0 {
			from = k
		}
		for from < end && (tokens[from].tag == tHyphen || tokens[from].word.in(cTitleModifier) && from+1 < end && tokens[from].title > 0) {
			from++
		}
		if from >= end {
			i = max(i, end-1)
			continue
		}
		if m, ok := r.person(s, from, end, from > i); ok {
			s.addMention(m)
		}
		i = end - 1
	}
}

// koreanName returns where a name begins of which the surname comes first, behind words
// of a remit, or opens the sentence and may be a word as well: "Minister for Trade Yoo
// Myung-hee", "Park Tae-sung said"; or -1.
func (r *reader) koreanName(s *sentence, from, end int) int {
	t := s.tokens
	k := end - 4
	if k < s.skip || k < from-1 || t[end-2].tag != tHyphen || t[end-2].Spaced || t[end-1].Capital || !t[k].Capital || t[k].men >= 0 || t[k+1].tag == tHyphen || !r.x.surnameFirst.has(t[k].Lower) {
		return -1
	}
	if k < from && k > s.skip {
		return -1
	}
	return k
}

// goesOnName makes the run of names that begins at a particle part of the person's
// name right before it: "Faisal bin Farhan" "Al Saud". A second surname is one, too:
// "Miguel Diaz-Canel" "Bermudez".
func (s *sentence) goesOnName(from, end int) bool {
	t := s.tokens
	if end > from && from > s.skip+1 && t[from-1].men < 0 && s.vocab.particles.has(t[from-1].Lower) {
		from-- // "Mohammed bin Salman" "bin Abdulaziz"
	}
	if from == s.skip || end <= from || t[from-1].men < 0 {
		return false
	}
	m := &s.mentions[t[from-1].men]
	if m.entity.Label != "Person" || m.to != from {
		return false
	}
	second := end == from+1 && m.to-m.from > 1 && t[from].word == nil && t[from].title == 0 && t[from].Spaced && !t[from].AllCaps && !s.title && end < len(t) && (verbal(t[end].tag) || t[end].tag == tComma)
	if !second && !s.vocab.particles.has(t[from].Lower) {
		return false
	}
	for k := from; k < end; k++ {
		t[k].men = t[from-1].men
	}
	m.to = end
	return true
}

// opensName reports whether a person's name of several words begins behind a run of
// names, which is but more of it: "Muhammad" "Shehbaz Sharif". Given names join it.
func (r *reader) opensName(s *sentence, from, end int) bool {
	t := s.tokens
	if end <= from || end >= len(t) || t[end].men < 0 {
		return false
	}
	m := &s.mentions[t[end].men]
	if m.entity.Label != "Person" || m.from != end || m.to == end+1 && t[end-1].title == 0 {
		return false
	}
	for k := end - 1; k >= from && r.x.given.has(t[k].Lower) && t[k].title == 0; k-- {
		t[k].men, m.from = t[end].men, k
	}
	return true
}

// calledAs reports whether a common word that begins a sentence is the surname of
// somebody the article has named: "Prince said", "Cotton's letter".
func (r *reader) calledAs(s *sentence, i int) bool {
	t := &s.tokens[i]
	if t.tag == tName || t.men >= 0 || !t.Capital || t.Kind != text.Word || i+1 >= len(s.tokens) || r.surnames[t.Lower] == nil || s.title || s.allCaps {
		return false
	}
	if i > s.skip && s.tokens[i-1].tag != tQuote {
		return false
	}
	switch n := &s.tokens[i+1]; n.tag {
	case tVerb:
		return n.form&(fPast|fPres) != 0
	case tGenitive, tHave, tBe, tModal, tDo:
		return true
	case tAdv:
		return i+2 < len(s.tokens) && s.tokens[i+2].tag == tVerb && s.tokens[i+2].form&fPast != 0
	}
	return false
}

// behindRemit returns the name that stands behind a title with its remit in
// capitals, or zeros: "Under Secretary of State for Arms Control and International
// Security Bonnie Jenkins". The conjunctions of the remit become part of it.
func (r *reader) behindRemit(s *sentence, i int) (from, end int) {
	t := s.tokens
	first := i + t[i].title + 1
	for k := first; first-1 < len(t) && t[first-1].Lower == "of" && k < len(t) && k < first+3; k++ {
		if t[k].Lower == "for" {
			first = k + 1 // "Under Secretary of the Treasury for"
		}
	}
	if t[i].title == 0 || first+1 >= len(t) {
		return 0, 0
	}
	ministry := s.ministryAt(i, first-1)
	on := t[first-1].Lower == "on" && !t[first].time // "Special Adviser on the Prevention of Genocide"
	if t[first-1].Lower != "for" && !on && t[first-1].Lower != "of" && t[first-1].Lower != "to" && !ministry {
		return 0, 0
	}
	j, known := first, false
	for ; j < len(t) && j < first+14 && !known; j++ {
		known = t[j].men >= 0 && s.mentions[t[j].men].entity.Label == "Person"
		if known || t[j].Capital && t[j].men < 0 && r.x.given.has(t[j].Lower) && j > first {
			from = j
		}
		if !t[j].Capital && !remitWord(&t[j]) {
			break
		}
		if t[first-1].Lower != "for" && t[j].title > 0 && j > first {
			return 0, 0 // "Representative to the UN Ambassador Greenfield and"
		}
	}
	k := j - 2
	for k-1 > first && t[first-1].Lower == "to" && s.nameless(k) && s.nameless(k-1) {
		k-- // "Ambassador to Venezuela Dagoberto Rodriguez Barrera"
	}
	if from == 0 && k > first && s.nameless(k) && (t[k-1].word != nil || ministry || t[first-1].Lower == "to" && t[k-1].men >= 0) {
		if t[first-1].Lower == "for" || on || ministry || j < len(t) && (t[j].tag == tVerb || t[j].tag == tComma || t[j].tag == tStop) {
			from = k
		}
	}
	if from == 0 || t[from-1].tag == tConj {
		return 0, 0
	}
	for end = from; end < j && (t[end].tag == tName || t[end].tag == tHyphen); end++ {
	}
	if !known && (end-from < 2 || end < j && t[end].tag != tComma) {
		return 0, 0
	}
	for k := first; k < from; k++ {
		if t[k].tag == tConj {
			t[k].tag = tName
		}
	}
	if ministry {
		t[first-1].tag, t[i].title = tName, from-i
	}
	if known {
		return 0, 0
	}
	return from, end
}

// nameless reports whether the two words at k are a name in capitals that nothing knows.
func (s *sentence) nameless(k int) bool {
	t := s.tokens
	return t[k].word == nil && t[k+1].word == nil && t[k].men < 0 && t[k+1].men < 0 && t[k].Capital && t[k+1].Capital
}

// ministryAt reports whether the small word at p goes on with the remit of a minister
// whose title begins at i: "Minister of Industry and Commerce", "Minister of Foreign
// Affairs and Trade".
func (s *sentence) ministryAt(i, p int) bool {
	switch s.tokens[p].Lower {
	case "of":
		return s.vocab.ministerial.has(s.tokens[p-1].Lower) && s.tokens[p+1].Capital
	case "and":
		for k := i + 1; k < p; k++ {
			if s.tokens[k].Lower == "of" {
				return s.tokens[p+1].Capital && s.vocab.ministerial.has(s.tokens[k-1].Lower)
			}
		}
	}
	return false
}

// remitWord reports whether a small word may stand within the name of a remit.
func remitWord(t *token) bool {
	switch t.Lower {
	case "and", "the", "of", "-":
		return true
	}
	return false
}

// person decides whether the run of names tokens[from:end] is a person.
func (r *reader) person(s *sentence, from, end int, titled bool) (mention, bool) {
	tokens := s.tokens
	m := mention{from: from, to: end, how: byRule}
	words := r.nameWords(s, from, end)
	last := tokens[end-1].Lower
	if end-from > 2 && last == "class" && tokens[end-2].tag == tHyphen {
		return m, false // "Admiral Grigorovich-class frigates"
	}
	name := s.fullSurface(from, end)
	if from+1 == end && (strings.HasSuffix(last, ".") || tokens[from].word.in(cHonorific)) {
		return m, false // "Maj. Gen." before a name of the dictionary
	}
	if e := r.surnames[strings.ToLower(name)]; words == 2 && e != nil && !strings.Contains(name, " ") {
		m.entity, m.rule = e, "surname" // "Kosiniak-Kamysz"
		return m, true
	}
	if !titled {
		titled = r.x.titles.before(tokens, from) >= 0 && !s.vocab.roles.has(tokens[from-1].Lower) || from > 0 && tokens[from-1].word.in(cHonorific)
	}
	if s.vocab.namesakes.has(last) && !(titled && words > 1) || words == 1 && !titled && (commonThing(tokens, from) || s.vocab.creeds.has(last) && r.surnames[last] == nil) {
		return m, false // "the Kelly Award", "to the Moon", "Muslim men"
	}
	if words == 1 {
		return r.singleName(s, m, name, titled)
	}
	if tokens[from].AllCaps && words > 1 && !s.allCaps && !strings.Contains(tokens[from].Lower, ".") && (len(tokens[from].Lower) > 2 || tokens[end-1].AllCaps) {
		if !tokens[end-1].AllCaps || words > 3 || !(from > 0 && tokens[from-1].word.in(cHonorific)) && !(r.x.given.has(tokens[from].Lower) && r.appositive(s, end)) {
			return m, false // a dateline or an agency
		}
		name = properName(strings.ToLower(name)) // "DR AMERY BROWNE, Minister of"
	}
	return r.fullName(s, m, name, titled)
}

// nameWords counts the words of a name but for particles: "Ursula von der Leyen"
// has two.
func (r *reader) nameWords(s *sentence, from, end int) int {
	words := 0
	for j := from; j < end; j++ {
		t := &s.tokens[j]
		if t.Kind == text.Word && t.tag != tHyphen && (!s.vocab.particles.has(t.Lower) || t.Lower == "abu" || j == from && t.Capital && r.x.given.has(t.Lower)) {
			words++
		}
	}
	return words
}

// singleName decides whose a name of one word is: of somebody known, of somebody new
// behind a title, or of a body in capitals.
func (r *reader) singleName(s *sentence, m mention, name string, titled bool) (mention, bool) {
	t, last := &s.tokens[m.from], s.tokens[m.to-1].Lower
	alone := m.from+1 == m.to
	if !titled && alone && r.speakingBody(s, m.from) {
		m.entity, m.rule = r.entity("org:"+kebab(name), "Organization", name), "name-says"
		return m, true // "Sibur said": people are introduced with more than a surname
	}
	e := r.bearer(s, m.from, last, titled)
	if e == nil && titled {
		if s.vocab.partisans.has(last) {
			return m, false // "fellow Republicans"
		}
		if (s.regal(m.from) || !r.x.given.has(last)) && r.x.lex[last] == nil && t.title == 0 && !t.AllCaps && !s.headsBefore(m.from) {
			e = r.entity("person:"+kebab(name), "Person", name)
		}
	}
	if e == nil && !titled && alone && !t.AllCaps && t.title == 0 && r.x.lex[last] == nil && s.Part != graph.Headline && r.introduced(s, m.to) {
		e = r.entity("person:"+kebab(name), "Person", name)
		r.surnames[last] = e // who has one name goes by it
	}
	a := r.acronym(s, m.from) // learnt even where it is a surname here
	if e != nil {
		if titled && r.surnames[last] == nil && len(r.x.surnames[last]) > 1 && s.Part != graph.Headline {
			r.surnames[last] = e // "Vice President Harris": so is Harris from here on
		}
		m.entity, m.rule = e, "surname"
		return m, true
	}
	if !alone || !t.AllCaps {
		return m, false
	}
	if a != nil {
		m.entity, m.rule = a, "acronym"
		return m, true
	}
	if len(last) >= 3 && len(last) <= 8 && !s.allCaps && s.Part != graph.Headline && r.x.lex[last] == nil && !s.vocab.currencies.has(last) {
		m.entity, m.rule = r.entity("org:"+kebab(name), "Organization", name), "acronym"
		return m, true
	}
	return m, false
}

// headsBefore reports whether a title in the plural stands right before a token that
// tells of a meeting: "the Heads of State Conclave".
func (s *sentence) headsBefore(at int) bool {
	return at > 2 && s.tokens[at-2].Lower == "of" && s.tokens[at-3].Lower == "heads"
}

// speakingBody reports whether an unknown word that says something is the name of a
// body.
func (r *reader) speakingBody(s *sentence, from int) bool {
	t := &s.tokens[from]
	last := t.Lower
	return r.saysAlone(s, from) && r.surnames[last] == nil && r.goesBy(last) == nil && r.x.prominent[last] == nil && r.x.lex[last] == nil &&
		len(last) > 3 && !t.AllCaps && r.leader(last) == nil && !r.x.given.has(last)
}

// regal reports whether a title before the name at from goes with a first name.
func (s *sentence) regal(from int) bool {
	return from > 0 && s.vocab.regal.has(s.tokens[from-1].Lower)
}

// bearer returns the person known by a surname where it stands: by the text, by the
// title before it, or by the dictionaries. It returns nil if there is none.
func (r *reader) bearer(s *sentence, from int, last string, titled bool) *entity {
	e := r.surnames[last]
	if s.regal(from) {
		if first := r.firstNames[last].person; first != nil {
			e = first // "Sheikh Ahmad" is Ahmad Nasser al-Sabah
		}
		return e
	}
	if e == nil && (titled || s.actsAt(from+1)) {
		e = r.goesBy(last) // "Getnet said": Ethiopians have no surnames
	}
	if n := r.newcomers[last]; n.person != nil && !titled && s.Index-n.at <= maxGroupAge {
		e = n.person // "Kim Jee-hyun, a resident, ... Kim said"
	}
	if kin := r.kin(s, from, last); kin != nil {
		e = kin
	}
	if titled && (e == nil || e.entry == nil || len(r.x.surnames[last]) > 1) {
		// "President Biden" is not his wife, even where she is named in full.
		if k := r.x.titles.before(s.tokens, from); k >= 0 {
			if h := r.x.holderOf(last, strings.ToLower(s.surface(k, from))); h != nil && (e == nil || e.entry != nil) {
				e = h
			}
		}
	}
	if e == nil && r.strangeTitle(s, from, last) {
		return nil
	}
	if e == nil && titled {
		e = r.x.officeHolder(last, s, from)
	}
	if e == nil && !(titled && from > 0 && s.vocab.lesser.has(s.tokens[from-1].Lower)) && (len(last) > 3 || r.x.surnameFirst.has(last)) && !r.x.lex.has(last, ^uint32(0)) {
		if e = r.x.prominent[last]; e == nil {
			e = r.leader(last)
		}
	}
	return e
}

// strangeTitle reports whether the title before a surname is one that nobody of that
// name in the dictionaries bore, though they list all who bear it: "President Johnson"
// is not the prime minister.
func (r *reader) strangeTitle(s *sentence, from int, last string) bool {
	k := r.x.titles.before(s.tokens, from)
	if k < 0 {
		if q := from - 2; q > 0 && s.tokens[from-1].tag == tConj && s.tokens[q].tag == tName {
			k = r.x.titles.before(s.tokens, q) // "presidents Kennedy and Johnson"
			from = q
		}
	}
	if k < 0 {
		return false
	}
	title := singular(strings.ToLower(s.surface(k, from)))
	return s.vocab.sovereigns.has(title) && r.x.holderOf(last, title) == nil
}

// fullName decides about a name of several words, of somebody known or somebody whom
// the words around it show to be a person.
func (r *reader) fullName(s *sentence, m mention, name string, titled bool) (mention, bool) {
	last := s.tokens[m.to-1].Lower
	if r.x.lex.has(last, cOrg|cGroup|cAgreement|cDocument|cPlace|cEvent|cTime) && !(titled && r.x.given.has(s.tokens[m.from].Lower)) {
		return m, false
	}
	if e := r.surnames[last]; e != nil && (r.sameName(e.Name, name) || strings.HasSuffix(e.Name, " "+name)) {
		m.entity, m.rule = e, "name-variant"
		return m, true
	}
	if titled {
		m.rule = "title-name"
	} else if m.rule = r.personRule(s, m.from, m.to); m.rule == "" {
		return m, false
	}
	m.entity = r.entity("person:"+kebab(name), "Person", strings.TrimRight(text.Plain(name), ","))
	r.learnName(m.entity)
	if m.entity.entry == nil && s.Part != graph.Headline {
		for _, k := range r.x.surnamesOf(m.entity.Name) {
			r.newcomers[k] = newcomer{m.entity, s.Index}
		}
	}
	return m, true
}

// personRule names the rule by which an unknown name without a title is a person's,
// or returns "".
func (r *reader) personRule(s *sentence, from, end int) string {
	tokens := s.tokens
	next := end
	for next < len(tokens) && (tokens[next].tag == tAdv || tokens[next].time) {
		next++
	}
	switch {
	case s.calling(from, end):
		return "calling-name"
	case r.appositive(s, end), r.introduced(s, end):
		return "name-apposition"
	case from > 1 && tokens[from-1].tag == tComma && r.titledPhraseBefore(s, from-1), s.listedPeople(from, end):
		return "apposition-name"
	case r.x.given.has(tokens[from].Lower):
		return "given-name"
	case r.saidAt(s, next) || from > 0 && r.saidAt(s, from-1) || from > 1 && tokens[from-1].tag == tQuote && r.saidAt(s, from-2):
		return "name-says"
	case r.x.surnameFirst.has(tokens[from].Lower) && end-from > 1 && tokens[from].word == nil:
		return "surname-first" // "Zhang Yesui"
	case r.humanVerb(s, from, end, next):
		return "name-acts"
	}
	return ""
}

// saidAt reports whether the token at i is a finite verb of saying.
func (r *reader) saidAt(s *sentence, i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	t := &s.tokens[i]
	return t.tag == tVerb && r.x.speech.has(t.lemma) && t.form&(fPast|fPres|fBase) != 0
}

// newcomer is somebody whom no dictionary has, and the sentence that last named him
// in full.
type newcomer struct {
	person *entity
	at     int
}

// kin returns the dictionary's person of a given name who is called the wife, the son
// or another relative of somebody named before: "Trump and his wife Melania".
func (r *reader) kin(s *sentence, at int, given string) *entity {
	t := s.tokens
	if at < s.skip+2 || t[at-2].tag != tPossessive && t[at-2].tag != tGenitive && t[at-2].tag != tAdj || !s.vocab.womanly.has(t[at-1].Lower) && !s.vocab.manly.has(t[at-1].Lower) {
		return nil
	}
	for i := at - 2; i >= s.skip; i-- {
		if mi := t[i].men; mi >= 0 && s.mentions[mi].entity.Label == "Person" {
			for _, surname := range r.x.surnamesOf(s.mentions[mi].entity.Name) {
				if e := r.x.gaz.byID["person:"+given+"-"+surname]; e != nil {
					return e
				}
			}
			return nil
		}
	}
	return nil
}

// calling reports whether an unknown name stands behind the noun of what somebody
// is, in small letters: "neurosurgeon Ben Carson", "the fisherman Juan Mata".
func (s *sentence) calling(from, end int) bool {
	t := s.tokens
	if from <= s.skip || t[from-1].Capital || t[from-1].tag != tNoun || t[from-1].men >= 0 || pluralNoun(t[from-1].Lower) {
		return false
	}
	for i := from; i < end; i++ {
		if t[i].Kind == text.Word && t[i].tag != tHyphen && t[i].word != nil && !s.vocab.particles.has(t[i].Lower) {
			return false
		}
	}
	if t[from-1].word != nil {
		return t[from-1].word.in(cPerson)
	}
	return slices.ContainsFunc(s.vocab.callingEndings, func(ending string) bool { return strings.HasSuffix(t[from-1].Lower, ending) })
}

// listedPeople reports whether a name stands first or second in a pair that spells
// out a plural: "two officials, Zviad Kvaratskhelia and Mileri Lagidze".
func (s *sentence) listedPeople(from, end int) bool {
	t := s.tokens
	switch {
	case from < 2:
		return false
	case t[from-1].tag == tComma:
		return t[from-2].word.in(cPerson) && pluralNoun(t[from-2].Lower) && end+1 < len(t) && t[end].Lower == "and" && t[end+1].tag == tName && t[end+1].men < 0
	case t[from-1].Lower == "and" && t[from-2].men >= 0:
		o := &s.mentions[t[from-2].men]
		if o.entity.Label != "Person" || o.from < 2 {
			return false
		}
		if p := &t[o.from-1]; !p.Capital && p.title > 0 && pluralNoun(p.Lower) {
			return true // "the former leaders Nuon Chea and Ieng Sary"
		}
		return o.rule == "apposition-name" && t[o.from-1].tag == tComma && pluralNoun(t[o.from-2].Lower)
	}
	return false
}

// humanVerb reports whether an unknown name is the subject of what only people do
// or the object of what is done to people only: "Choguel Maiga met", "thanked
// Samuel Nuujoma".
func (r *reader) humanVerb(s *sentence, from, end, next int) bool {
	t := s.tokens
	for i := from; i < end; i++ {
		if t[i].Kind == text.Word && t[i].tag != tHyphen && t[i].word != nil && !s.vocab.particles.has(t[i].Lower) {
			return false // "Free Voice met"
		}
	}
	verb := func(i int, class *wordSet) bool {
		return i >= s.skip && i < len(t) && t[i].tag == tVerb && t[i].form&(fPast|fPres) != 0 && class.has(t[i].lemma)
	}
	return verb(next, s.vocab.peopleDo) || verb(from-1, s.vocab.peopleSuffer)
}

// saysAlone reports whether a name by itself is the subject of a verb of saying:
// "Sibur said", "..., Manar reported".
func (r *reader) saysAlone(s *sentence, at int) bool {
	t := s.tokens
	next := at + 1
	for next < len(t) && (t[next].tag == tAdv || t[next].time || t[next].tag == tHave) {
		next++
	}
	if s.Part == graph.Headline || next >= len(t) || t[next].tag != tVerb || t[next].lemma != "say" && t[next].lemma != "report" && t[next].lemma != "write" || t[next].form&(fPast|fPart|fPres) == 0 {
		return false
	}
	return at == s.skip || t[at-1].tag == tComma || t[at-1].tag == tQuote
}

// leader finds the one of a surname who led a state when the article appeared:
// "Kim" is another man in 1990 than in 2020.
func (r *reader) leader(surname string) *entity {
	if r.published.IsZero() {
		return nil
	}
	day := r.published.Format(iso)
	var found *entity
	for _, e := range r.x.surnames[surname] {
		for _, o := range e.entry.Offices {
			if leads([]rules.Office{o}) && o.From != "" && o.From <= day && (o.To == "" || day <= o.To) {
				if found != nil && found != e {
					return nil
				}
				found = e
			}
		}
	}
	return found
}

// officeHolder chooses among the dictionary's people of one surname by the title
// before it: "Vice President Harris".
func (x *Extractor) officeHolder(surname string, s *sentence, from int) *entity {
	k := x.titles.before(s.tokens, from)
	if k < 0 {
		return x.prominent[surname]
	}
	if e := x.holderOf(surname, strings.ToLower(s.surface(k, from))); e != nil {
		return e
	}
	if s.vocab.lesser.has(s.tokens[from-1].Lower) {
		return nil // "Speaker Johnson" is not who was prime minister elsewhere
	}
	return x.prominent[surname]
}

// holderOf returns the first of the dictionary's people of a surname who held an
// office of that title, in lower case; nil if none did.
func (x *Extractor) holderOf(surname, title string) *entity {
	for _, exact := range []bool{true, false} {
		for _, e := range x.surnames[surname] {
			for _, o := range e.entry.Offices {
				if t := strings.ToLower(o.Title); t == title || !exact && strings.HasSuffix(t, title) {
					return e
				}
			}
		}
	}
	return nil
}

// sameName reports whether a known full name and another may be one person:
// same surname and no clashing given name.
func (r *reader) sameName(known, name string) bool {
	k, n := strings.Fields(strings.ToLower(known)), strings.Fields(strings.ToLower(name))
	return len(k) > 0 && len(n) > 0 && (k[0] == n[0] || strings.HasPrefix(k[0], strings.TrimSuffix(n[0], ".")) && strings.HasSuffix(n[0], "."))
}

// learnName remembers a person's surname for the rest of the article.
func (r *reader) learnName(e *entity) {
	f := strings.FieldsFunc(strings.ToLower(e.Name), func(c rune) bool { return c == ' ' })
	if len(f) < 2 {
		return
	}
	r.learnFirst(f[0], e)
	last := strings.TrimRight(f[len(f)-1], ".,")
	if last == "jr" || last == "sr" || last == "iii" {
		last = strings.TrimRight(f[len(f)-2], ".,")
	}
	put := func(k string) {
		if i := strings.LastIndexAny(k, "-"); i >= 0 {
			if short := k[i+1:]; r.surnames[short] == nil {
				r.surnames[short] = e // "Shin Won-sik" is not called sik, but "al-Assad" Assad
			}
		}
		if r.surnames[k] == nil {
			r.surnames[k] = e
		}
	}
	put(last)
	if len(f) > 2 && (f[1] == "bin" || f[1] == "bint" || f[1] == "ibn") {
		put(f[0]) // "Sheikh Tamim" is Tamim bin Hamad
	}
	given := strings.Fields(e.Name)
	if i := strings.IndexByte(given[len(given)-1], '-'); r.x.surnameFirst.has(f[0]) || len(f) == 2 && i > 0 && i+1 < len(given[1]) && given[1][i+1] >= 'a' {
		put(f[0]) // "Thae Yong-ho"
	}
}

// actsAt reports whether a finite verb, a possessor's mark or an adverb stands at a
// token, so that the name before it is no form of address.
func (s *sentence) actsAt(i int) bool {
	if i >= len(s.tokens) {
		return false
	}
	switch t := &s.tokens[i]; t.tag {
	case tGenitive, tHave, tBe, tModal, tAdv, tDo:
		return true
	case tVerb:
		return t.form&(fPast|fPres) != 0
	}
	return false
}

// firstName is whose first name a word is.
type firstName struct {
	person  *entity // the first of the article who has it
	unknown *entity // the only one that no dictionary has, or nil
	several bool    // such people have it
}

// learnFirst remembers a first name, by which titles like "Sheikh" and the news of
// some countries go on to call somebody.
func (r *reader) learnFirst(name string, e *entity) {
	f := r.firstNames[name]
	if f.person == nil {
		f.person = e
	}
	switch {
	case e.entry != nil:
	case f.unknown == nil && !f.several:
		f.unknown = e
	case f.unknown != e:
		f.unknown, f.several = nil, true
	}
	r.firstNames[name] = f
}

// goesBy returns the unknown person who alone has a first name that is no word.
func (r *reader) goesBy(name string) *entity {
	if len(name) < 4 || r.x.lex[name] != nil {
		return nil
	}
	return r.firstNames[name].unknown
}

// appositive reports whether a comma and a title follow: "X, the minister of".
func (r *reader) appositive(s *sentence, end int) bool {
	tokens := s.tokens
	if end >= len(tokens) || tokens[end].tag != tComma && tokens[end].tag != tOpen {
		return false
	}
	for j := end + 1; j < len(tokens) && j < end+9; j++ {
		if tokens[j].title > 0 {
			return true
		}
		switch tokens[j].tag {
		case tDet, tPossessive, tAdj, tNoun, tName, tGenitive, tHyphen, tNum:
		default:
			return false
		}
	}
	return false
}

// introduced reports whether a comma and what only a human being is follow: "X, a
// 22-year-old shopkeeper", "X, a villager who fled", "said X, who". A state or a company
// may be an ally.
func (r *reader) introduced(s *sentence, end int) bool {
	t := s.tokens
	if end > 1 && end+1 < len(t) && t[end].tag == tComma && t[end+1].Lower == "who" && r.saidAt(s, end-2) {
		return true
	}
	if end+2 >= len(t) || t[end].tag != tComma || t[end+1].Lower != "a" && t[end+1].Lower != "an" {
		return false
	}
	head := -1
	for j := end + 2; j < len(t) && j < end+11; j++ {
		switch t[j].tag {
		case tNoun:
			head = j
			continue
		case tAdj, tName, tHyphen, tNum:
			continue
		}
		break
	}
	return head > 0 && t[head].word.in(cPerson) && !pluralNoun(t[head].Lower) && !s.vocab.bodily.has(t[head].Lower)
}

// titledPhraseBefore reports whether the tokens before i end in a title.
func (r *reader) titledPhraseBefore(s *sentence, i int) bool {
	if r.x.titles.before(s.tokens, i) >= 0 || i > 1 && s.tokens[i-1].word.in(cPerson) && (s.tokens[i-2].tag == tGenitive || s.tokens[i-2].tag == tDet || s.tokens[i-2].tag == tPossessive || s.tokens[i-2].tag == tAdj) {
		return true
	}
	// "the head of the agency, X": the title stands before an of-phrase.
	for j := i - 1; j >= 0 && j > i-8; j-- {
		switch s.tokens[j].tag {
		case tNoun, tName, tAdj, tDet, tGenitive, tHyphen:
		case tPrep, tTo:
			if r.x.titles.before(s.tokens, j) >= 0 {
				return true
			}
		default:
			return false
		}
	}
	return false
}

// offices reads the offices that stand before people's names and of-phrases
// behind them: "US Secretary of State Antony Blinken", "President Emmanuel
// Macron of France".
func (r *reader) offices(s *sentence) {
	for mi := range s.mentions {
		if m := &s.mentions[mi]; m.entity.Label == "Person" && m.from != s.skip {
			r.officeBefore(s, m)
		}
	}
}

// joinOffices makes one phrase of two offices before the name of who holds both:
// "Deputy Prime Minister and Foreign Minister Ishaq Dar".
func (r *reader) joinOffices(s *sentence) {
	if s.title || s.allCaps {
		return
	}
	for i := range s.mentions {
		switch m := &s.mentions[i]; {
		case s.tokens[m.from].men != i:
		case m.entity.Label == "Person" && m.from > s.skip+2:
			r.joinOffice(s, m)
		case m.entity.Label == "Place":
			s.joinRemit(m)
		}
	}
}

// joinRemit makes one phrase of an office and the two regions before it that it is for:
// "the fund's Europe and Central Asia director".
func (s *sentence) joinRemit(m *mention) {
	t, and := s.tokens, m.to
	if m.from <= s.skip || t[m.from-1].tag != tGenitive || and+2 >= len(t) || t[and].Lower != "and" || t[and+1].men < 0 {
		return
	}
	if o := &s.mentions[t[and+1].men]; o.entity.Label == "Place" && o.to < len(t) && t[o.to].title > 0 {
		t[and].tag = tName
	}
}

// joinOffice joins the office before a name to the one before a conjunction, if both
// are hers or his.
func (r *reader) joinOffice(s *sentence, m *mention) {
	t := s.tokens
	second := r.titleStart(s, m.from, false)
	for k := second; k > s.skip; second = k {
		if k = r.x.titles.before(t, second); k < 0 {
			break // "Prime Minister Sheikh X"
		}
	}
	if second < s.skip+2 || t[second-1].Lower != "and" && t[second-1].Lower != "&" || !t[second].Capital {
		return
	}
	and := second - 1
	first := r.x.titles.before(t, and)
	if first < 0 {
		first = r.titleBeforePhrase(s, and)
	}
	if first < s.skip || !t[first].Capital || first > 0 && t[first-1].tag == tDet {
		return
	}
	last := first + t[first].title - 1
	if pluralNoun(t[last].Lower) || pluralNoun(t[m.from-1].Lower) || t[second].Lower == "vice" || t[second].Lower == "first" && t[m.from-1].Lower == "lady" || t[second].Lower == t[first].Lower && second+t[second].title == m.from {
		return // "President and Vice President Harris" are two
	}
	for k := first; k <= and; k++ {
		switch t[k].tag {
		case tConj, tPrep, tDet, tTo:
			t[k].tag = tName
		}
	}
}

// officeBefore reads the office before one person's name, and the one before his rank
// where a comma parts them: "the army spokesman, Colonel Jan Novak".
func (r *reader) officeBefore(s *sentence, m *mention) {
	tokens := s.tokens
	end := m.from
	for end > s.skip && (tokens[end-1].word.in(cHonorific) && tokens[end-1].men < 0 && r.x.titles.before(tokens, end) < 0) {
		end--
	}
	if end-3 > s.skip && tokens[end-1].tag == tClose && tokens[end-3].tag == tOpen && s.vocab.retired.has(tokens[end-2].Lower) {
		end -= 3 // "Col. (res.) Amit Doron"
	}
	h, ok := r.officeUntil(s, m, end)
	if !ok {
		return
	}
	if h.of == nil {
		h.of = s.bodyInBrackets(h.from)
	}
	if p := s.beforeBrackets(h.from); p > s.skip && s.vocab.ranks.has(strings.ToLower(h.title)) {
		if office, ok := r.officeUntil(s, m, p); ok {
			s.holdings = append(s.holdings, office) // "Director General (DG) Lt Gen Singh"
		}
	}
	if p := h.from - 1; p > s.skip && tokens[p].tag == tComma && s.vocab.ranks.has(strings.ToLower(h.title)) {
		if office, ok := r.officeUntil(s, m, h.from); ok {
			s.holdings = append(s.holdings, office)
		}
	}
	s.holdings = append(s.holdings, h)
}

// officeUntil reads the office that ends before a token or the comma before it.
func (r *reader) officeUntil(s *sentence, m *mention, end int) (holding, bool) {
	tokens := s.tokens
	from := end
	if end > s.skip && tokens[end-1].tag == tComma {
		end-- // "Poland's army spokesperson, Jacek Goryszewski,"
		if m.to < len(tokens) && tokens[m.to].tag != tComma && tokens[m.to].tag != tStop && tokens[m.to].Lower != ";" && !s.placedBehind(m) && !r.unclosed(s, m, end) {
			return holding{}, false
		}
	}
	apposed := end < from
	r.learnSex(s, m.entity, s.surface(max(s.skip, m.from-1), m.from))
	k := r.titleStart(s, end, apposed)
	if k < s.skip {
		return holding{}, false
	}
	h := holding{person: m.entity, from: k, to: m.to, rule: "title-name"}
	h.title, h.of, h.from = r.titleText(s, k, end)
	if rank := s.surface(k, end); len(rank) < len(h.title) && s.vocab.ranks.has(strings.ToLower(rank)) && r.x.titles.before(tokens, k) >= 0 {
		h.title = strings.TrimSuffix(h.title, rank) // "army chief Gen. Bipin Rawat"
	}
	for j := k; h.of == nil && j < end && !(tokens[j].Lower == "for" && s.remitBefore(end)); j++ {
		// "the head of the agency": whose head
		if mi := tokens[j].men; mi >= 0 && s.mentions[mi].from == j && s.mentions[mi].how != byAdjective {
			if o := &s.mentions[mi]; o.entity.Label == "State" || o.entity.Label == "Organization" || o.entity.Label == "Place" {
				h.of = r.place(o)
			}
		}
	}
	if apposed && (s.explainsAnother(h.from) || s.predicated(h.from)) {
		return holding{}, false
	}
	if h.of == nil {
		if o := s.bodyBehind(m); o != nil {
			h.of, h.to = o.entity, o.to
		}
	}
	if others := s.sharedTitle(m, h); len(others) > 0 {
		h.title = others[0].title
		s.holdings = append(s.holdings, others...)
	}
	if !apposed {
		r.joinedTitle(s, &h)
	}
	return h, true
}

// placedBehind reports whether a place or time follows a name right away: "met Turkey's
// ambassador, Fikret Ozer at the airport".
func (s *sentence) placedBehind(m *mention) bool {
	switch s.tokens[m.to].Lower {
	case "at", "in", "on", "during":
		return s.tokens[m.to].tag == tPrep
	}
	return false
}

// unclosed reports whether a sentence begins with an office and a name, of which only
// the first comma is written: "Secretary General of NATO, Mark Rutte met with".
func (r *reader) unclosed(s *sentence, m *mention, end int) bool {
	t := s.tokens
	k := r.x.titles.before(t, end)
	if k < s.skip {
		k = r.titleBeforePhrase(s, end)
	}
	if k < s.skip || t[m.to].tag != tVerb || t[m.to].form&fPast == 0 || r.x.speech.has(t[m.to].lemma) && m.to+1 < len(t) && t[m.to+1].tag == tComma {
		return false
	}
	for k--; k >= s.skip; k-- {
		switch t[k].tag {
		case tComma:
			if r.x.speech.has(t[m.to].lemma) && s.saysSomething(k) {
				return true // "The town fell, army spokesman, X announced"
			}
		case tDet, tNoun, tName, tAdj, tHyphen, tGenitive, tAdv:
		default:
			if !t[k].time {
				return false // but for "On Sunday, the Prime Minister of Chad, X met"
			}
		}
	}
	return true
}

// saysSomething reports whether a verb stands before a token, so that a clause and no
// mere phrase opens the sentence.
func (s *sentence) saysSomething(end int) bool {
	for k := s.skip; k < end; k++ {
		switch t := &s.tokens[k]; t.tag {
		case tBe, tHave, tModal:
			return true
		case tVerb:
			if t.form&fGer == 0 && (k == 0 || s.tokens[k-1].tag != tTo) {
				return true
			}
		}
	}
	return false
}

// joinedTitle notes the office that "and" joins to the one before a name: "Prime
// Minister and Foreign Minister Petr Fiala". Each gives the other the state that it
// has not; two states are those of two people.
func (r *reader) joinedTitle(s *sentence, h *holding) {
	t, and := s.tokens, h.from-1
	if and <= s.skip || t[and].Lower != "and" {
		return
	}
	k := r.x.titles.before(t, and)
	if k < s.skip || !t[k].Capital || !t[and+1].Capital || k > s.skip && t[k-1].tag == tDet && t[k-1].Lower == "the" {
		return // "the president and Prime Minister Fiala"
	}
	title, of, from := r.titleText(s, k, and)
	if of != nil && h.of != nil && of != h.of && h.of.Label == "State" {
		return
	}
	if h.of == nil {
		h.of = of
	}
	if of == nil {
		of = h.of
	}
	s.holdings = append(s.holdings, holding{person: h.person, title: title, of: of, from: from, to: h.to, rule: h.rule})
}

// titleStart returns the token where the title that ends before a token begins, or a
// number below s.skip if there is none. apposed says that a comma follows it.
func (r *reader) titleStart(s *sentence, end int, apposed bool) int {
	tokens := s.tokens
	k := r.x.titles.before(tokens, end)
	if k < s.skip && end > s.skip && tokens[end-1].men >= 0 {
		// "U.N. envoy to Libya Ghassan Salame"
		o := &s.mentions[tokens[end-1].men]
		p := o.from - 1
		for p > s.skip && tokens[p].tag == tDet {
			p--
		}
		if p > s.skip && o.how != byAdjective && (tokens[p].Lower == "to" || tokens[p].Lower == "for" || tokens[p].Lower == "on" || tokens[p].Lower == "of") {
			k = r.x.titles.before(tokens, p)
		}
	}
	if k < s.skip && (apposed || s.remitBefore(end)) {
		k = r.titleBeforePhrase(s, end)
	}
	return k
}

// predicated reports whether the title that begins at a token is what a relative clause
// says of somebody: "Horak, who is deputy head of the bank, Jana Novak and".
func (s *sentence) predicated(from int) bool {
	p := from - 1
	for p > s.skip && s.tokens[p].tag == tDet {
		p--
	}
	return p > s.skip && s.tokens[p].tag == tBe && s.tokens[p-1].tag == tRel
}

// explainsAnother reports whether the title that begins at a token may explain
// another name before it: "Blinken, the minister, Lavrov".
func (s *sentence) explainsAnother(from int) bool {
	p := from - 1
	for p > s.skip && (s.tokens[p].tag == tDet || s.tokens[p].tag == tNum) {
		p--
	}
	return p > s.skip && s.tokens[p].tag == tComma && s.tokens[p-1].men >= 0 && s.mentions[s.tokens[p-1].men].entity.Label == "Person"
}

// bodyBehind returns the state or body that "of" puts behind a name: "President
// Emmanuel Macron of France".
func (s *sentence) bodyBehind(m *mention) *mention {
	if m.to+1 >= len(s.tokens) || s.tokens[m.to].Lower != "of" || s.tokens[m.to].tag != tPrep {
		return nil
	}
	j := m.to + 1
	for j < len(s.tokens) && s.tokens[j].tag == tDet {
		j++
	}
	if j >= len(s.tokens) || s.tokens[j].men < 0 {
		return nil
	}
	if o := &s.mentions[s.tokens[j].men]; o.entity.Label == "State" || o.entity.Label == "Organization" {
		return o
	}
	return nil
}

// sharedTitle gives the title that a plural puts before several names to those
// behind the first: "Presidents X and Y".
func (s *sentence) sharedTitle(m *mention, h holding) []holding {
	words := strings.Fields(h.title)
	before := h.of != nil && s.bodyBehind(m) == nil
	if len(words) == 0 || before && s.joinedBefore(h.from) || singular(strings.ToLower(words[len(words)-1])) == strings.ToLower(words[len(words)-1]) {
		return nil
	}
	last := words[len(words)-1]
	words[len(words)-1] = last[:len(singular(strings.ToLower(last)))]
	var out []holding
	for at := s.behindBody(m); at+1 < len(s.tokens); {
		if s.tokens[at].tag != tComma && s.tokens[at].Lower != "and" {
			break
		}
		at++
		if s.tokens[at].Lower == "and" {
			at++
		}
		if at >= len(s.tokens) || s.tokens[at].men < 0 || s.mentions[s.tokens[at].men].entity.Label != "Person" || s.mentions[s.tokens[at].men].from != at {
			break
		}
		o := &s.mentions[s.tokens[at].men]
		named := holding{person: o.entity, title: strings.Join(words, " "), from: h.from, to: o.to, rule: h.rule}
		if of := s.bodyBehind(o); of != nil {
			named.of = of.entity
		} else if before {
			named.of = h.of
		}
		out = append(out, named)
		at = s.behindBody(o)
	}
	return out
}

// joinedBefore reports whether what begins at a token is joined to a name before it:
// "(the French and) German leaders".
func (s *sentence) joinedBefore(from int) bool {
	return from > s.skip+1 && (s.tokens[from-1].tag == tConj || s.tokens[from-1].tag == tComma) && s.tokens[from-2].men >= 0
}

// behindBody returns the token behind a name and the state or body that "of" puts behind
// it: "Presidents Lula of Brazil and".
func (s *sentence) behindBody(m *mention) int {
	if of := s.bodyBehind(m); of != nil {
		return of.to
	}
	return m.to
}

// titleBeforePhrase returns the first token of a title that phrases hang on,
// which end before end, or -1: "the head of the agency, X".
func (r *reader) titleBeforePhrase(s *sentence, end int) int {
	for j := end - 1; j > s.skip && j > end-14; j-- {
		if mi := s.tokens[j].men; mi >= 0 && s.mentions[mi].entity.Label == "Person" {
			return -1 // "the winner of a prize about Ellsberg, Nixon and"
		}
		switch s.tokens[j].tag {
		case tNoun, tName, tAdj, tDet, tGenitive, tHyphen, tPossessive, tNum, tConj, tOpen, tClose:
		case tPrep, tTo:
			if k := r.x.titles.before(s.tokens, j); k >= s.skip {
				return k
			}
		default:
			return -1
		}
	}
	return -1
}

// remitBefore reports whether capitals lead back from a name to a "for" or "of" behind
// a title: "Coordinator for the Middle East and North Africa Brett McGurk".
func (s *sentence) remitBefore(end int) bool {
	for j := end - 1; j > s.skip && j > end-14; j-- {
		t := &s.tokens[j]
		if t.Lower == "for" || t.Lower == "on" || t.tag == tPrep && t.Lower == "of" && t.men < 0 {
			return j < end-1 && s.tokens[j-1].Capital
		}
		if !t.Capital && !remitWord(t) {
			return false
		}
	}
	return false
}

// titleText reads a title that begins at k and ends before end, with the
// modifiers before it and the state or body it belongs to.
func (r *reader) titleText(s *sentence, k, end int) (title string, of *entity, from int) {
	tokens := s.tokens
	begin := k
	for begin > s.skip {
		p := &tokens[begin-1]
		if p.time || p.tag == tQuote {
			break
		}
		if p.men >= 0 {
			o := &s.mentions[p.men]
			switch o.entity.Label {
			case "State":
				return s.surface(begin, end), o.entity, o.from
			case "Organization":
				of = o.entity
				begin = o.from
				if strings.HasPrefix(of.ID, "org:") && (begin == s.skip || tokens[begin-1].men < 0 && tokens[begin-1].tag != tGenitive && tokens[begin-1].Lower != "the" || tokens[begin-1].Lower == "the") {
					return s.surface(o.to, end), of, begin
				}
				continue
			case "Place":
				return s.surface(begin, end), r.place(o), o.from
			}
			break
		}
		if p.tag == tGenitive && begin-2 >= s.skip && tokens[begin-2].men >= 0 {
			o := &s.mentions[tokens[begin-2].men]
			if of == nil && (o.entity.Label == "State" || o.entity.Label == "Organization" || o.entity.Label == "Place") {
				return s.surface(begin, end), o.entity, o.from
			}
			break
		}
		if p.word.in(cPerson) && !p.Capital && !p.word.in(cTitleModifier) && tokens[k].Capital && !s.vocab.ranks.has(strings.ToLower(s.surface(k, end))) {
			break // "his counterpart President X"
		}
		if p.tag == tHyphen || p.tag == tNoun || p.tag == tName || p.tag == tAdj && (p.word.in(cTitleModifier) || !p.Capital) {
			begin--
			continue
		}
		break
	}
	for begin < k && (tokens[begin].tag == tHyphen || begin > s.skip && tokens[begin-1].tag == tHyphen && !tokens[begin].Spaced || tokens[begin].Lower == "former" || tokens[begin].Lower == "then") {
		begin++
	}
	if of != nil {
		return strings.TrimSpace(s.surface(min(begin, k), end)), of, begin
	}
	return s.surface(begin, end), of, begin
}

func (r *reader) place(m *mention) *entity {
	if m.place != nil {
		return m.place
	}
	return m.entity
}
