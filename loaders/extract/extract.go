// Package extract reads claims out of articles by rules: no model, no network,
// no clock. The same article and rules give the same claims, byte for byte.
//
// An article is cut into blocks and sentences ([dossier/loaders/text]); names are found by
// dictionary and by construction; words are tagged and chunked into noun
// phrases and verb groups; around each verb its subject, objects and
// prepositional phrases are found; constructions of verbs and nouns
// ([dossier/loaders/rules]) turn them into claims, and cues say who claims each and how
// surely. Where a reading is not certain the extractor abstains.
package extract

import (
	"slices"
	"strings"
	"sync"
	"time"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// An Extractor reads articles by one set of rules. It is safe for use by
// several goroutines.
type Extractor struct {
	set      *rules.Set
	scratch  sync.Pool // of *scratch
	onto     *graph.Ontology
	lex      lexicon
	vocab    *vocabulary
	gaz      *gazetteer
	titles   titlePhrases
	begins   map[string]begins // by word in lower case
	cueVerbs wordMap[[]*rules.Cue]
	cueNouns wordMap[[]*rules.Cue]
	cueWords wordMap[*rules.Cue]
	speech   *wordSet
	sayCue   *rules.Cue
	hearsay  *rules.Cue
	purpose  *rules.Cue // what a verb to come is for
	support  *wordSet
	strikes  *wordSet
	violence *wordSet
	harm     wordMap[string]
	harmNoun wordMap[string]

	bodies       map[string]*entity   // of states, see bodyKey
	surnames     map[string][]*entity // of dictionary people, in file order
	prominent    map[string]*entity   // surnames that one dictionary person has
	surnameFirst *wordSet
	given        *wordSet
}

// begins is what a word is and what may begin with it, for one look a token.
type begins struct {
	word        *word
	name, title *node
}

// New prepares an extractor for a set of rules.
func New(set *rules.Set) *Extractor {
	x := &Extractor{
		scratch: sync.Pool{New: func() any { return new(scratch) }},
		set:     set, onto: set.Ontology, lex: newLexicon(set), vocab: newVocabulary(set.Classes), gaz: newGazetteer(set), titles: newTitles(set.Classes["title"]),
		speech:  newWordSet(nil),
		support: newWordSet(set.Classes["support-verb"]), strikes: newWordSet(nil), violence: newWordSet(set.Classes["violence-noun"]),
		bodies: map[string]*entity{}, surnames: map[string][]*entity{}, prominent: map[string]*entity{},
		surnameFirst: newWordSet(set.Classes["surname-first"]), given: newWordSet(set.Classes["given-name"]),
		sayCue: &rules.Cue{Name: "according to", Speech: true, Polarity: graph.Affirmed, Modality: graph.Asserted}, hearsay: &rules.Cue{Name: "hearsay"},
		purpose: &rules.Cue{Name: "purpose", Polarity: graph.Affirmed, Modality: graph.Planned, Definite: true},
	}
	for i := range set.Cues {
		c := &set.Cues[i]
		for _, v := range c.Verbs {
			x.cueVerbs.put(v, append(x.cueVerbs.at(v), c))
			if c.Speech {
				x.speech.add(v)
			}
		}
		for _, n := range c.Nouns {
			x.cueNouns.put(n, append(x.cueNouns.at(n), c))
		}
		for _, w := range c.Words {
			x.cueWords.put(w, c)
		}
	}
	for _, f := range set.Frames {
		if f.Event {
			for _, n := range f.Nouns {
				x.strikes.add(n)
			}
		}
	}
	for class, relation := range map[string]string{"killing": "KILLED", "injuring": "INJURED"} {
		for _, v := range set.Classes[class] {
			x.harm.put(v, relation)
		}
	}
	x.harm.put("lose", "KILLED")
	x.harm.put("embrace", "KILLED")
	for _, v := range []string{"sustain", "suffer", "receive"} {
		x.harm.put(v, "INJURED")
	}
	for class, relation := range map[string]string{"death-noun": "KILLED", "injury-noun": "INJURED"} {
		for _, n := range set.Classes[class] {
			x.harmNoun.put(n, relation)
		}
	}
	count := map[string]int{}
	for i := range set.Entries {
		e := &set.Entries[i]
		if st := x.gaz.byID[e.Entity.Parent]; e.Entity.Label == "Organization" && st != nil && st.Label == "State" {
			x.learnBody(st, e)
		}
		if e.Entity.Label != "Person" {
			continue
		}
		for _, name := range e.Names {
			if strings.HasPrefix(name, e.Entity.Name+" ") {
				continue // "Vladimir Padrino López" goes by "Padrino"
			}
			for _, k := range x.surnamesOf(name) {
				if p := x.gaz.byID[e.Entity.ID]; !slices.Contains(x.surnames[k], p) {
					count[k]++
					x.surnames[k] = append(x.surnames[k], p)
				}
			}
		}
	}
	for k, n := range count {
		// A surname stands for its only holder, or for the only one who led a
		// state or a great organisation.
		var leaders []*entity
		for _, e := range x.surnames[k] {
			if leads(e.entry.Offices) {
				leaders = append(leaders, e)
			}
		}
		if n == 1 {
			leaders = x.surnames[k]
		}
		if len(leaders) == 0 {
			for _, e := range x.surnames[k] {
				if ministers(e.entry.Offices) {
					leaders = append(leaders, e)
				}
			}
		}
		if len(leaders) == 1 {
			x.prominent[k] = leaders[0]
		}
	}
	x.begins = make(map[string]begins, len(x.lex)+len(x.gaz.root.next))
	for w, e := range x.lex {
		x.begins[w] = begins{word: e}
	}
	for w, n := range x.gaz.root.next {
		b := x.begins[w]
		b.name = n
		x.begins[w] = b
	}
	for w, n := range x.titles.root.next {
		b := x.begins[w]
		b.title = n
		x.begins[w] = b
	}
	return x
}

// leads reports whether one of the offices is at the head of a state or body.
func leads(offices []rules.Office) bool {
	for _, o := range offices {
		switch t := strings.ToLower(o.Title); {
		case strings.HasPrefix(t, "president"), strings.HasPrefix(t, "prime minister"), strings.HasPrefix(t, "chancellor"), strings.HasPrefix(t, "supreme leader"), strings.HasPrefix(t, "secretary-general"), strings.HasPrefix(t, "secretary general"), t == "leader", strings.HasPrefix(t, "king"):
			return true
		}
	}
	return false
}

// ministers reports whether one of the offices is in a government's first rank.
func ministers(offices []rules.Office) bool {
	for _, o := range offices {
		t := strings.ToLower(o.Title)
		if strings.Contains(t, "foreign minister") || strings.Contains(t, "minister of foreign") || strings.Contains(t, "defence minister") || strings.Contains(t, "defense minister") || strings.Contains(t, "minister of def") || strings.HasPrefix(t, "secretary of") || strings.Contains(t, "high representative") {
			return true
		}
	}
	return false
}

// surnamesOf returns the names by which the news calls a person for short.
func (x *Extractor) surnamesOf(name string) []string {
	f := strings.Fields(strings.ToLower(text.Plain(name)))
	if len(f) < 2 {
		return nil
	}
	out := []string{f[len(f)-1]}
	if x.surnameFirst.has(f[0]) {
		out = []string{f[0]}
	}
	if i := strings.LastIndexByte(out[0], '-'); i >= 0 && strings.HasPrefix(out[0], "al-") {
		out = append(out, out[0][i+1:])
	}
	return out
}

// sentence is a sentence while it is read.
type sentence struct {
	graph.Sentence
	article  *graph.Article
	vocab    *vocabulary
	mem      *scratch
	tokens   []token
	mentions []mention
	whens    []when
	chunks   []chunk
	chunkOf  []int   // chunk of each token, or -1
	groups   [][]int // list that each chunk stands in; nil where not looked for
	marks    []int   // see marksOfTime
	clauses  []clause
	clauseOf []int
	scopes   []scope
	quotes   [][2]int
	holdings []holding
	findings []finding
	held     map[*entity][]int // findings that give a person an office
	said     []ref
	silent   []*entity
	holds    wordBits // its words and lemmas, once gathered; see mayHold
	gathered bool
	voice    *entity // who speaks the whole sentence: a transcript or a long quotation
	skip     int     // tokens of a dateline or a transcript's speaker
	title    bool    // in title case: capitals mean nothing
	allCaps  bool
	lead     bool   // claims are read here
	block    int    // index of the first sentence of its block
	label    string // of the speaker in a transcript, in lower case
}

// reader reads one article.
type reader struct {
	x           *Extractor
	article     *graph.Article
	published   time.Time
	scratch     *scratch
	sentences   []*sentence
	made        map[string]*entity
	named       map[string]bool
	surnames    map[string]*entity
	firstNames  map[string]firstName // by the name in lower case
	holdings    []holding
	author      *entity
	authorState *entity
	authors     []*entity // of a joint statement
	discourse   discourse
	issuers     map[*entity][]*entity // of the article's statements
	lastSpeaker []*entity
	lastSpoke   int                // index of the sentence
	depth       int                // of references being followed
	waiting     []*sentence        // quotations whose speaker is not known yet
	bodies      map[string]*entity // by names that many states' bodies have, in lower case
	acronyms    map[string]*entity // that the article introduces, in lower case
	sceneState  *entity            // the state that the article is about
	sceneKnown  bool
	naming      map[*entity]int     // how often each person is named
	newcomers   map[string]newcomer // by surname, in lower case
	lastBody    map[string]*entity  // last named body by its noun, in lower case
	women       map[*entity]bool    // by their titles; false for men
	trace       *trace
}

// Extract reads an article. It never fails: what cannot be understood gives no
// claims.
func (x *Extractor) Extract(a graph.Article) graph.Document {
	mem := x.scratch.Get().(*scratch)
	defer x.scratch.Put(mem)
	mem.reset()
	return x.read(&a, mem, nil).document()
}

func (x *Extractor) read(a *graph.Article, mem *scratch, t *trace) *reader {
	r := &reader{x: x, article: a, scratch: mem, made: map[string]*entity{}, named: map[string]bool{}, surnames: map[string]*entity{}, bodies: map[string]*entity{}, acronyms: map[string]*entity{}, issuers: map[*entity][]*entity{}, women: map[*entity]bool{}, lastBody: map[string]*entity{}, newcomers: map[string]newcomer{}, firstNames: map[string]firstName{}, trace: t}
	for _, layout := range []string{time.RFC3339, iso} {
		if p, err := time.Parse(layout, a.Published); err == nil {
			r.published = time.Date(p.Year(), p.Month(), p.Day(), 0, 0, 0, 0, time.UTC)
			break
		}
	}
	r.segment()
	for _, s := range r.sentences {
		r.names(s)
	}
	// Names learnt late in the article hold for its beginning, too.
	for _, s := range r.sentences {
		r.organisationMentions(s)
		r.kindMentions(s)
		r.shortBodies(s)
		r.shipMentions(s)
		r.personMentions(s)
	}
	for _, s := range r.sentences {
		r.placeMentions(s)
		s.orderMentions()
		s.joinKinds()
		r.joinOffices(s)
		r.offices(s)
	}
	r.findAuthor()
	open := false
	var voice *entity
	for _, s := range r.sentences {
		if s.Part == graph.Furniture || s.Part == graph.Caption {
			continue
		}
		if s.block == s.Index && !(open && len(s.tokens) > 0 && s.tokens[0].tag == tQuote) {
			open = false // a new paragraph closes a quotation unless it opens one
		}
		open, voice = r.analyse(s, open, voice)
	}
	return r
}

// analyse reads one sentence. open and voice carry a quotation that runs over
// sentences.
func (r *reader) analyse(s *sentence, open bool, voice *entity) (bool, *entity) {
	r.phrases(s)
	wasOpen := open
	open = quotations(s, open)
	if wasOpen {
		s.voice = voice
	}
	if s.label == "q" {
		s.lead = false // a question claims nothing
	} else if s.label != "" {
		s.voice = r.labelled(s.label)
	}
	if !s.lead {
		r.spoken(s)
		return open, voice
	}
	r.clauses(s)
	r.speech(s)
	if wasOpen && len(s.said) > 0 && s.label == "" {
		s.voice = s.said[0].entity // "... go on. We will stay," the agency said
	}
	r.constructions(s)
	r.rememberFindings(s)
	r.holdings = append(r.holdings, s.holdings...)
	quotedWhole := s.quotedWhole()
	if quotedWhole && s.voice == nil && len(s.said) == 0 && !(open && r.toldBehind(s)) && r.goesOn(s) {
		s.voice = r.lastSpeaker[0] // "...," he told reporters. "We will."
	}
	switch {
	case len(s.said) > 0:
		voice = s.said[len(s.said)-1].entity
		for _, p := range r.waiting {
			if p.block == s.block || s.opensQuoted() {
				p.voice = voice
				r.quotation(p)
			}
		}
		r.waiting = r.waiting[:0]
	case s.voice != nil && (quotedWhole || s.label != "" && len(s.clauses) > 0):
		r.quotation(s)
	case quotedWhole && s.voice == nil && s.Part != graph.Headline:
		r.waiting = append(r.waiting, s) // its speaker is named behind it
		voice = nil
	default:
		r.waiting = r.waiting[:0]
	}
	r.spoken(s)
	if s.Part == graph.Headline {
		open = false
	}
	if open && !wasOpen && len(s.said) == 0 && r.lastSpoke < s.Index-1 {
		voice = s.voice // whoever spoke before does not speak here, if nobody says so
	}
	return open, voice
}

// phrases divides a sentence into its phrases and verb groups, and finds its lists.
func (r *reader) phrases(s *sentence) {
	r.scratch.row = chunks(r.scratch.row[:0], s)
	s.chunks = r.scratch.chunks.slice(len(r.scratch.row))
	copy(s.chunks, r.scratch.row)
	r.contactClauses(s)
	s.chunkOf = r.scratch.ints.slice(len(s.tokens))
	for i := range s.chunkOf {
		s.chunkOf[i] = -1
	}
	for i := range s.chunks {
		for t := s.chunks[i].from; t < s.chunks[i].to; t++ {
			s.chunkOf[t] = i
		}
	}
	r.findGroups(s)
}

// constructions reads everything that a sentence claims but its sayings, which are read
// before: their scopes tell how sure the rest is.
func (r *reader) constructions(s *sentence) {
	r.scopes(s)
	r.remarks(s)
	r.apposedOffices(s)
	r.clauseOffices(s)
	r.counterpartOffices(s)
	r.jointOffices(s)
	r.verbFrames(s)
	r.nounFrames(s)
	r.casualties(s)
	r.byIssuers(s)
	r.backings(s)
	r.provisions(s)
	r.forbidden(s)
	r.threats(s)
	r.silences(s)
	r.denials(s)
	r.likewise(s)
	r.locations(s)
	r.sites(s)
	r.stays(s)
	r.memberships(s)
}

// rememberFindings keeps what later sentences refer to: the attack last told of, who
// attacked, and whose a statement is.
func (r *reader) rememberFindings(s *sentence) {
	for i := range s.findings {
		f := &s.findings[i]
		if (f.relation == "ATTACKED" || f.relation == "FIRED_AT") && (r.discourse.event == nil || r.discourse.event.Label != "Strike") {
			r.discourse.event = r.described("Strike", f.head.entity.Name+" attack on "+f.tail.entity.Name)
		}
		if f.relation == "ATTACKED" {
			if r.discourse.harm == nil {
				r.discourse.harm = r.described("Strike", f.head.entity.Name+" attack on "+f.tail.entity.Name)
			}
			r.discourse.attacker, r.discourse.attacked = f.head.entity, s.Index
			if p := r.x.gaz.byID[f.head.entity.Parent]; p != nil && p.Label == "State" {
				r.discourse.attacker = p // the planes are not the ministry's
			}
		}
		if f.relation == "ISSUED" && f.tail.entity.Label == "Statement" {
			r.issuers[f.tail.entity] = append(r.issuers[f.tail.entity], f.head.entity)
		}
	}
}

// quotedWhole reports whether a sentence is nothing but a quotation.
func (s *sentence) quotedWhole() bool {
	return len(s.quotes) == 1 && s.quotes[0][0] <= 1 && s.quotes[0][1] >= len(s.tokens)-1
}

// opensQuoted reports whether a sentence begins with a quotation mark.
func (s *sentence) opensQuoted() bool {
	return len(s.tokens) > 0 && s.tokens[0].tag == tQuote
}

// goesOn reports whether a sentence that is all quotation is said by whoever spoke
// right before it: in the same paragraph, behind a colon, or in the next one where the
// text does not go on quoting, and so may name another speaker.
func (r *reader) goesOn(s *sentence) bool {
	if s.Index == 0 || len(r.lastSpeaker) != 1 || r.lastSpoke != s.Index-1 {
		return false
	}
	before := r.sentences[s.Index-1]
	if before.block == s.block || before.endsInColon() {
		return true
	}
	if len(before.quotes) == 0 || s.Index+1 >= len(r.sentences) {
		return false
	}
	return !r.sentences[s.Index+1].opensQuoted() && !r.speakerAhead(s)
}

// speakerAhead reports whether the quotation that a sentence leaves open ends in its
// paragraph before other words, which name its speaker.
func (r *reader) speakerAhead(s *sentence) bool {
	if n := len(s.tokens); s.tokens[n-1].tag == tQuote {
		return false
	}
	for _, n := range r.sentences[s.Index+1:] {
		if n.block != s.block {
			return false
		}
		for i := len(n.tokens) - 1; i >= 0; i-- {
			if n.tokens[i].tag == tQuote && n.tokens[i].Lower != "'" && n.tokens[i].Lower != "’" {
				return i+1 < len(n.tokens)
			}
		}
	}
	return false
}

// toldBehind reports whether something stands behind the quotation that a sentence leaves
// open, where it closes: who said it.
func (r *reader) toldBehind(s *sentence) bool {
	for _, next := range r.sentences[s.Index+1:] {
		if next.block != s.block {
			return false
		}
		for i := range next.tokens {
			if t := &next.tokens[i]; t.tag == tQuote && t.Lower != "'" && t.Lower != "‘" && t.Lower != "’" {
				return i+2 < len(next.tokens)
			}
		}
	}
	return false
}

// fewestWords is how many words a sentence of a longer speech has at least that
// says something by itself.
const fewestWords = 6

// phatic reports whether a sentence of a longer speech says nothing by itself:
// "We'll see.", "Thanks for being here.", "And with that, Prime Minister, please."
func (s *sentence) phatic() bool {
	words := 0
	for i := s.skip; i < len(s.tokens); i++ {
		switch t := &s.tokens[i]; {
		case t.Kind == text.Word:
			words++
		case t.Kind == text.Number:
			return false
		}
	}
	if s.label != "" {
		return words <= fewestWords // a transcript has all the small talk
	}
	return words < fewestWords
}

// quotation notes a sentence that is all quotation as a saying.
func (r *reader) quotation(s *sentence) {
	if len(r.lastSpeaker) == 1 && r.lastSpeaker[0] == s.voice && s.label == "" {
		r.lastSpoke = max(r.lastSpoke, s.Index)
	}
	if s.phatic() {
		return
	}
	r.state(s, "STATED", "says:quotation", ref{entity: s.voice, text: s.voice.Name, to: 1}, s.content(s.skip, len(s.tokens)), s.skip, standing{})
}

// byline reports whether "by" or "from" stands before a name and its title.
func (r *reader) byline(s *sentence, at int) bool {
	for i := at - 1; i >= 0 && i > at-12; i-- {
		switch t := &s.tokens[i]; {
		case t.Lower == "by" || t.Lower == "from":
			return true
		case t.tag == tVerb, t.tag == tPrep && t.Lower != "of" && t.Lower != "for" && t.Lower != "to":
			return false
		}
	}
	return false
}

// jointAuthors are the states in the headline of a joint statement: its "we".
func (r *reader) jointAuthors(s *sentence) {
	joint := false
	for i := 0; i < len(s.tokens) && i < 8; i++ {
		switch s.tokens[i].Lower {
		case "joint", "trilateral", "quadrilateral", "leaders":
			joint = true
		}
	}
	if !joint {
		return
	}
	var out []*entity
	from := false
	for i := range s.tokens {
		switch s.tokens[i].Lower {
		case "of", "by", "from", "between":
			from = true
		case "on", "regarding", "concerning", "condemning":
			if from && len(out) > 0 {
				from = false // what it is about
			}
		}
		if mi := s.tokens[i].men; from && mi >= 0 && s.mentions[mi].from == i && (s.mentions[mi].entity.Label == "State" || s.mentions[mi].entity.Label == "Organization") {
			out = append(out, s.mentions[mi].entity)
		}
	}
	if len(out) > 1 && len(out) <= 30 {
		r.authors = out
	}
}

// findAuthor learns from the headline of a statement whose words follow:
// "Statement from President Joe Biden on ...".
func (r *reader) findAuthor() {
	for _, s := range r.sentences {
		if s.Part != graph.Headline || len(s.tokens) < 3 {
			continue
		}
		if r.authors == nil {
			r.jointAuthors(s)
		}
		head := false
		for i := 0; i < 4 && i < len(s.tokens); i++ {
			head = head || r.x.vocab.ownWords.has(s.tokens[i].Lower)
		}
		if !head {
			continue
		}
		var first *mention // "Remarks by Vice President Harris and Taoiseach Varadkar": hers
		for i := range s.mentions {
			if m := &s.mentions[i]; m.entity.Label == "Person" && (first == nil || m.from < first.from) && r.byline(s, m.from) {
				first = m
			}
		}
		if first != nil {
			r.author = first.entity
			for k := range s.holdings {
				if s.holdings[k].person == first.entity && s.holdings[k].of != nil {
					r.authorState = s.holdings[k].of
				}
			}
			if r.authorState == nil {
				r.authorState = r.stateOf(first.entity)
			}
			break
		}
	}
	if r.authorState != nil && r.authorState.Label == "Organization" {
		if p := r.x.gaz.byID[r.authorState.Parent]; p != nil && p.Label == "State" {
			r.authorState = p
		}
	}
}
