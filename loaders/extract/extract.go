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
	"strconv"
	"strings"
	"time"

	"dossier/graph"
	"dossier/loaders/rules"
	"dossier/loaders/text"
)

// An Extractor reads articles by one set of rules. It is safe for use by
// several goroutines.
type Extractor struct {
	set      *rules.Set
	onto     *graph.Ontology
	lex      lexicon
	gaz      *gazetteer
	titles   titlePhrases
	cueVerbs map[string][]*rules.Cue
	cueNouns map[string][]*rules.Cue
	cueWords map[string]*rules.Cue
	speech   map[string]bool
	sayCue   *rules.Cue
	hearsay  *rules.Cue
	support  map[string]bool
	strikes  map[string]bool
	violence map[string]bool
	harm     map[string]string
	harmNoun map[string]string

	surnames     map[string][]*entity // of dictionary people, in file order
	prominent    map[string]*entity   // surnames that one dictionary person has
	surnameFirst map[string]bool
	given        map[string]bool
}

// New prepares an extractor for a set of rules.
func New(set *rules.Set) *Extractor {
	x := &Extractor{
		set: set, onto: set.Ontology, lex: newLexicon(set), gaz: newGazetteer(set), titles: newTitles(set.Classes["title"]),
		cueVerbs: map[string][]*rules.Cue{}, cueNouns: map[string][]*rules.Cue{}, cueWords: map[string]*rules.Cue{}, speech: map[string]bool{},
		support: wordSet(set.Classes["support-verb"]), strikes: map[string]bool{}, violence: wordSet(set.Classes["violence-noun"]),
		harm: map[string]string{}, harmNoun: map[string]string{}, surnames: map[string][]*entity{}, prominent: map[string]*entity{},
		surnameFirst: wordSet(set.Classes["surname-first"]), given: wordSet(set.Classes["given-name"]),
		sayCue: &rules.Cue{Name: "according to", Speech: true}, hearsay: &rules.Cue{Name: "hearsay"},
	}
	for i := range set.Cues {
		c := &set.Cues[i]
		for _, v := range c.Verbs {
			x.cueVerbs[v] = append(x.cueVerbs[v], c)
			if c.Speech {
				x.speech[v] = true
			}
		}
		for _, n := range c.Nouns {
			x.cueNouns[n] = append(x.cueNouns[n], c)
		}
		for _, w := range c.Words {
			x.cueWords[w] = c
		}
	}
	for _, f := range set.Frames {
		if f.Event {
			for _, n := range f.Nouns {
				x.strikes[n] = true
			}
		}
	}
	for class, relation := range map[string]string{"killing": "KILLED", "injuring": "INJURED"} {
		for _, v := range set.Classes[class] {
			x.harm[v] = relation
		}
	}
	x.harm["lose"] = "KILLED"
	for class, relation := range map[string]string{"death-noun": "KILLED", "injury-noun": "INJURED"} {
		for _, n := range set.Classes[class] {
			x.harmNoun[n] = relation
		}
	}
	count := map[string]int{}
	for i := range set.Entries {
		e := &set.Entries[i]
		if e.Entity.Label != "Person" {
			continue
		}
		for _, name := range e.Names {
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

func wordSet(words []string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// surnamesOf returns the names by which the news calls a person for short.
func (x *Extractor) surnamesOf(name string) []string {
	f := strings.Fields(strings.ToLower(text.Plain(name)))
	if len(f) < 2 {
		return nil
	}
	out := []string{f[len(f)-1]}
	if x.surnameFirst[f[0]] {
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
	tokens   []token
	mentions []mention
	whens    []when
	chunks   []chunk
	groups   map[int][]int
	clauses  []clause
	clauseOf []int
	scopes   []scope
	quotes   [][2]int
	holdings []holding
	findings []finding
	said     []ref
	silent   []*entity
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
	sentences   []*sentence
	made        map[string]*entity
	named       map[string]bool
	surnames    map[string]*entity
	holdings    []holding
	author      *entity
	authorState *entity
	discourse   discourse
	issuers     map[*entity][]*entity // of the article's statements
	lastSpeaker []*entity
	lastSpoke   int         // index of the sentence
	depth       int         // of references being followed
	waiting     []*sentence // quotations whose speaker is not known yet
	trace       *trace
}

// Extract reads an article. It never fails: what cannot be understood gives no
// claims.
func (x *Extractor) Extract(a graph.Article) graph.Document {
	r := x.read(&a, nil)
	return r.document()
}

func (x *Extractor) read(a *graph.Article, t *trace) *reader {
	r := &reader{x: x, article: a, made: map[string]*entity{}, named: map[string]bool{}, surnames: map[string]*entity{}, issuers: map[*entity][]*entity{}, trace: t}
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
		r.personMentions(s)
	}
	for _, s := range r.sentences {
		r.placeMentions(s)
		r.offices(s)
	}
	r.findAuthor()
	open := false
	var voice *entity
	for i, s := range r.sentences {
		if s.Part == graph.Furniture || s.Part == graph.Caption {
			continue
		}
		if s.block == s.Index && !(open && len(s.tokens) > 0 && s.tokens[0].tag == tQuote) {
			open = false // a new paragraph closes a quotation unless it opens one
		}
		_ = i
		open, voice = r.analyse(s, open, voice)
	}
	return r
}

// segment cuts the article into sentences.
func (r *reader) segment() {
	a := r.article
	blocks := text.Blocks(*a, r.x.set.PartOf)
	var buffer []text.Token
	body, headlines := false, map[string]bool{}
	speaking, transcript := "", false // the label of a transcript's speaker
	for _, b := range blocks {
		buffer = text.Tokens(buffer[:0], a.Text, b.Start, b.End)
		ranges := text.Sentences(buffer)
		if b.Kind == graph.Headline || b.Kind == graph.Furniture || b.Kind == graph.Caption {
			ranges = []text.Range{{From: 0, To: len(buffer)}} // one line, one sentence
		}
		for k, rg := range ranges {
			if rg.From == rg.To {
				continue
			}
			s := &sentence{article: a}
			s.Sentence = graph.Sentence{Article: a.ID, Index: len(r.sentences), Part: b.Kind, Start: buffer[rg.From].Start, End: buffer[rg.To-1].End}
			s.ID = a.ID + "." + strconv.Itoa(s.Index)
			s.Text = a.Text[s.Start:s.End]
			s.Origin = graph.OriginOf(s.Text)
			s.tokens = make([]token, rg.To-rg.From)
			for i := range s.tokens {
				s.tokens[i].Token = buffer[rg.From+i]
				s.tokens[i].men = -1
			}
			s.block = len(r.sentences) - k
			s.title = b.Kind == graph.Headline && titleCase(s.tokens)
			s.lead = b.Kind != graph.Furniture && b.Kind != graph.Caption && (b.Kind != graph.Headline || !body && !headlines[s.Origin])
			if b.Kind == graph.Headline {
				headlines[s.Origin] = true // a repeated headline says nothing new
			}
			if label, n := speakerLabel(s.tokens); n > 0 && k == 0 && b.Kind != graph.Headline {
				s.skip, speaking = n, label
			} else if k == 0 && speaking != "" && !transcript {
				speaking = ""
			}
			transcript = transcript || speaking != ""
			s.label = speaking
			if b.Kind == graph.Body && !body && k == 0 && s.label == "" || b.Kind == graph.Dateline {
				s.skip = r.dateline(s)
			}
			r.sentences = append(r.sentences, s)
		}
		if b.Kind == graph.Body || b.Kind == graph.Quote {
			body = true
		}
	}
}

// speakerLabel reads the label before a turn in a transcript: "MR. KIRBY:",
// "THE PRESIDENT:", "Q". It returns the label in lower case and its tokens.
func speakerLabel(t []token) (string, int) {
	if len(t) > 1 && t[0].Lower == "q" && t[0].Capital && t[1].Capital {
		return "q", 1
	}
	for i := 0; i < len(t) && i < 7; i++ {
		if t[i].Lower == ":" && i > 0 {
			words := make([]string, i)
			for k := range i {
				words[k] = t[k].Lower
			}
			return strings.Join(words, " "), i + 1
		}
		if !t[i].AllCaps && t[i].Lower != "." && t[i].Lower != "," && !(t[i].Capital && t[i].End-t[i].Start <= 2) {
			break
		}
	}
	return "", 0
}

// labelled finds who a transcript's label names.
func (r *reader) labelled(label string) *entity {
	if label == "the president" || label == "the vice president" || label == "the secretary" {
		return r.author
	}
	words := strings.Fields(label)
	last := words[len(words)-1]
	if e := r.surnames[last]; e != nil {
		return e
	}
	return r.x.prominent[last]
}

// titleCase reports whether most words of a headline are capitalised.
func titleCase(tokens []token) bool {
	upper, all := 0, 0
	for i := range tokens {
		if t := &tokens[i]; t.Kind == text.Word && len(t.Lower) > 3 {
			all++
			if t.Capital {
				upper++
			}
		}
	}
	return all > 2 && upper*10 >= all*7
}

// dateline returns the number of tokens of a dateline before the first
// sentence: "SEOUL ", "WASHINGTON (Reuters) - ", "KYIV, Ukraine — ".
func (r *reader) dateline(s *sentence) int {
	t := s.tokens
	i := 0
	for i < len(t) && i < 5 && (t[i].AllCaps && t[i].Kind == text.Word || i > 0 && (t[i].Lower == "/" || t[i].Lower == "-") && i+1 < len(t) && t[i+1].AllCaps) {
		i++
	}
	if i == 0 {
		return 0
	}
	// Up to a dash within the first words, with a state, a date or an agency between.
	for j := i; j < len(t) && j < i+14; j++ {
		switch t[j].Lower {
		case "—", "–", "-":
			if j > 0 && (t[j].Lower != "-" || t[j].Spaced) {
				return j + 1
			}
		case ".", ":", "\"", "“":
			j = len(t)
		}
	}
	// "DUBAI Iran successfully tested": a known place in capitals, then a name.
	if i < len(t) && t[i].Capital && !t[i].AllCaps && t[0].End-t[0].Start > 3 {
		for k := range t[:i] {
			t[k].Capital = true
		}
		if r.placeInCapitals(t[:i]) {
			return i
		}
	}
	return 0
}

func (r *reader) placeInCapitals(t []token) bool {
	for n := len(t); n > 0; n-- {
		hits, k := r.x.gaz.longest(t[:n], 0)
		if k == 0 {
			return false
		}
		for _, h := range hits {
			if h.entity.Label == "Place" || h.how == byCapital || h.entity.ID == "org:united-nations" || h.entity.Label == "State" && n > 1 {
				return true
			}
		}
	}
	return false
}

// names tags the tokens of a sentence and finds dictionary names and times.
func (r *reader) names(s *sentence) {
	s.whens = r.x.tagTokens(s.tokens, s.title, r.published)
	s.allCaps = s.Part == graph.Headline && strings.ToUpper(s.Text) == s.Text
	r.dictionaryMentions(s)
	r.resolutionMentions(s)
	for i := range s.mentions {
		if e := s.mentions[i].entity; e.Label == "Person" {
			r.learnName(e)
		}
	}
}

// analyse reads one sentence. open and voice carry a quotation that runs over
// sentences.
func (r *reader) analyse(s *sentence, open bool, voice *entity) (bool, *entity) {
	s.chunks = r.x.chunks(s)
	r.findGroups(s)
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
	r.scopes(s)
	r.offices2(s)
	r.verbFrames(s)
	r.nounFrames(s)
	r.casualties(s)
	r.byIssuers(s)
	r.backings(s)
	r.threats(s)
	r.silences(s)
	r.locations(s)
	r.memberships(s)
	for i := range s.findings {
		f := &s.findings[i]
		if (f.relation == "ATTACKED" || f.relation == "FIRED_AT") && (r.discourse.event == nil || r.discourse.event.Label != "Strike") {
			r.discourse.event = r.described("Strike", f.head.entity.Name+" attack on "+f.tail.entity.Name)
		}
		if f.relation == "ISSUED" && f.tail.entity.Label == "Statement" {
			r.issuers[f.tail.entity] = append(r.issuers[f.tail.entity], f.head.entity)
		}
	}
	r.holdings = append(r.holdings, s.holdings...)
	if s.voice == nil && len(s.said) == 0 && s.Index > 0 && len(r.lastSpeaker) == 1 && r.lastSpoke == s.Index-1 && r.sentences[s.Index-1].block == s.block && len(s.quotes) == 1 && s.quotes[0][0] <= 1 && s.quotes[0][1] >= len(s.tokens)-1 {
		s.voice = r.lastSpeaker[0] // "...," he told reporters. "We will."
	}
	quotedWhole := len(s.quotes) == 1 && s.quotes[0][0] <= 1 && s.quotes[0][1] >= len(s.tokens)-1
	switch {
	case len(s.said) > 0:
		voice = s.said[len(s.said)-1].entity
		for _, p := range r.waiting {
			p.voice = voice
			r.quotation(p)
		}
		r.waiting = r.waiting[:0]
	case s.voice != nil && (quotedWhole || s.label != "" && len(s.clauses) > 0):
		r.quotation(s)
	case quotedWhole && s.voice == nil && s.Part != graph.Headline:
		r.waiting = append(r.waiting, s) // its speaker is named behind it
	default:
		r.waiting = r.waiting[:0]
	}
	r.spoken(s)
	if s.Part == graph.Headline {
		open = false
	}
	return open, voice
}

// byIssuers gives what a statement does to those who issue it in the same
// sentence: "issued a statement condemning", "a statement from X denounced".
func (r *reader) byIssuers(s *sentence) {
	var out []finding
	for i := range s.findings {
		f := s.findings[i]
		var issuers []ref
		if f.head.entity.Label == "Statement" && f.relation != "STATED" {
			for k := range s.findings {
				if o := &s.findings[k]; o.relation == "ISSUED" && o.tail.entity == f.head.entity {
					issuers = append(issuers, o.head)
				}
			}
		}
		if len(issuers) == 0 {
			out = append(out, f)
			continue
		}
		for _, who := range issuers {
			x := f
			x.head = who
			out = append(out, x)
		}
	}
	s.findings = out
}

// backings reads compounds that say who stands behind whom: "Iran-backed
// militias".
func (r *reader) backings(s *sentence) {
	for i := range s.mentions {
		m := &s.mentions[i]
		if s.tokens[m.from].men != i || m.entity.Label != "State" || m.to+1 >= len(s.tokens) || s.tokens[m.to].tag != tHyphen || s.tokens[m.to+1].Lower != "backed" {
			continue
		}
		ci := s.chunkAt(m.from)
		if ci < 0 || s.chunks[ci].np == nil || s.chunks[ci].np.head <= m.to+1 {
			continue
		}
		for _, x := range r.one(s, ci, []string{"Organization", "Person", "State"}) {
			if x.entity != m.entity && !(x.entity.Described && x.entity.Label == "Person") {
				r.add(s, finding{relation: "SUPPORTED", rule: "backed", head: ref{entity: m.entity, text: m.entity.Name, from: m.from, to: m.to}, tail: x, at: m.to + 1, from: m.from, to: x.to})
			}
		}
	}
}

// threats turns an attack that somebody threatens into a threat as well.
func (r *reader) threats(s *sentence) {
	for i := range s.clauses {
		c := &s.clauses[i]
		v := s.chunks[c.verb].vg
		if v.negated || c.subject < 0 || v.lemma != "threaten" && v.lemma != "vow" && v.lemma != "warn" {
			continue
		}
		from, to := r.reach(s, c, true)
		for k := range s.findings {
			f := s.findings[k]
			if f.relation != "ATTACKED" && f.relation != "FIRED_AT" && f.relation != "USED" || f.at < from || f.at >= to {
				continue
			}
			against := f.tail
			if f.relation == "USED" {
				against = f.roles["target"]
			}
			if doubt[s.stand(f.at, f.own).modality] < doubt[graph.Planned] || against.entity == nil || !r.x.onto.Is(against.entity.Label, r.x.onto.Relations["THREATENED"].To...) {
				continue
			}
			for _, who := range r.refs(s, c.subject, speakers[:3]) {
				if who.entity == f.head.entity && against.entity != who.entity {
					r.add(s, finding{relation: "THREATENED", rule: "threat:" + v.lemma, head: who, tail: against, at: v.main, from: v.from, to: max(f.to, v.to), own: standing{polarity: graph.Affirmed}})
				}
			}
		}
	}
}

// quotation notes a sentence that is all quotation as a saying.
func (r *reader) quotation(s *sentence) {
	r.state(s, "STATED", "says:quotation", ref{entity: s.voice, text: s.voice.Name, to: 1}, s.content(s.skip, len(s.tokens)), s.skip, standing{})
}

// findAuthor learns from the headline of a statement whose words follow:
// "Statement from President Joe Biden on ...".
func (r *reader) findAuthor() {
	for _, s := range r.sentences {
		if s.Part != graph.Headline || len(s.tokens) < 3 {
			continue
		}
		head := false
		for i := 0; i < 4 && i < len(s.tokens); i++ {
			switch s.tokens[i].Lower {
			case "statement", "remarks", "message", "letter", "press", "proclamation", "address", "speech", "op-ed", "statements":
				head = true
			}
		}
		if !head {
			continue
		}
		for i := range s.mentions {
			m := &s.mentions[i]
			if m.entity.Label != "Person" {
				continue
			}
			r.author = m.entity
			for k := range s.holdings {
				if s.holdings[k].person == m.entity && s.holdings[k].of != nil {
					r.authorState = s.holdings[k].of
				}
			}
			if r.authorState == nil {
				r.authorState = r.stateOf(m.entity)
			}
			break
		}
		if r.author != nil {
			break
		}
	}
	if r.authorState != nil && r.authorState.Label == "Organization" {
		if p := r.x.gaz.byID[r.authorState.Parent]; p != nil && p.Label == "State" {
			r.authorState = p
		}
	}
}

// document settles identities and standings and builds what is written.
func (r *reader) document() graph.Document {
	d := graph.Document{Article: *r.article}
	used := map[string]*entity{}
	var use func(e *entity)
	use = func(e *entity) {
		if e == nil || used[e.ID] != nil {
			return
		}
		used[e.ID] = e
		if e.Parent != "" {
			use(r.find(e.Parent))
		}
	}
	claims := map[string]*graph.Claim{}
	seen := map[string]bool{}
	label := func(id string) string {
		if e := used[id]; e != nil {
			return e.Label
		}
		return ""
	}
	type spot struct {
		claim string
		at    int
		s     *sentence
		from  int
		to    int
	}
	var sayings, others []spot
	for _, s := range r.sentences {
		d.Sentences = append(d.Sentences, s.Sentence)
		if s.Part == graph.Furniture || s.Part == graph.Caption {
			continue
		}
		for i := range s.mentions {
			m := &s.mentions[i]
			if s.tokens[m.from].men != i {
				continue // overruled by a longer reading
			}
			use(m.entity)
			start, end := s.tokens[m.from].Start, s.tokens[m.to-1].End
			d.Mentions = append(d.Mentions, graph.Mention{Sentence: s.ID, Entity: m.entity.ID, Start: start, End: end, Surface: r.article.Text[start:end], Rule: m.rule})
		}
		for _, h := range s.holdings {
			r.hold(s, h)
		}
		for i := range s.findings {
			f := &s.findings[i]
			c := graph.Claim{Relation: f.relation, Subject: f.head.entity.ID, Date: f.date, Count: f.count, Content: f.content}
			use(f.head.entity)
			if f.tail.entity != nil {
				c.Object = f.tail.entity.ID
				use(f.tail.entity)
			}
			for name, x := range f.roles {
				if c.Roles == nil {
					c.Roles = map[string]string{}
				}
				c.Roles[name] = x.entity.ID
				use(x.entity)
			}
			if r.x.onto.Validate(c, label) != nil {
				continue
			}
			st := s.stand(f.at, f.own)
			if st.nothing && f.relation != "PROHIBITS" && f.relation != "SANCTIONED" {
				continue
			}
			swap := c.Subject
			c.Identify(r.x.onto)
			e := graph.Evidence{Claim: c.ID, Article: r.article.ID, Sentence: s.ID, Polarity: st.polarity, Modality: st.modality, Rule: f.rule, DateText: f.dateText, CountText: f.counted}
			if f.relation == "STATED" || f.relation == "DENIED" || f.relation == "DECLINED_TO_COMMENT" || f.relation == "HOLDS_POSITION" {
				// That somebody said so is the article's own report.
				e.Polarity, e.Modality = graph.Affirmed, graph.Asserted
				st.speakers, st.cueTo = nil, 0
			}
			for _, sp := range st.speakers {
				if sp != f.head.entity || f.relation != "CONDEMNED" && f.relation != "ACCUSED" {
					e.Speakers = append(e.Speakers, sp.ID)
					use(sp)
				}
			}
			if len(e.Speakers) == 0 && s.voice != nil && f.relation != "STATED" {
				e.Speakers = []string{s.voice.ID}
				use(s.voice)
			}
			e.Start, e.End = s.tokens[max(f.from, 0)].Start, s.tokens[min(f.to, len(s.tokens))-1].End
			if st.cueTo > st.cueFrom {
				e.CueStart, e.CueEnd = s.tokens[st.cueFrom].Start, s.tokens[st.cueTo-1].End
			}
			e.Subject, e.Object = f.head.text, f.tail.text
			if f.tail.entity != nil {
				e.Object = r.asWritten(f)
			}
			if c.Subject != swap {
				e.Subject, e.Object = e.Object, e.Subject
			}
			e.Identify()
			if seen[e.ID] {
				continue
			}
			seen[e.ID] = true
			if old := claims[c.ID]; old != nil {
				merge(old, &c)
			} else {
				claims[c.ID] = &c
			}
			d.Evidence = append(d.Evidence, e)
			sp := spot{claim: c.ID, at: f.at, s: s}
			if f.relation == "STATED" || f.relation == "DENIED" || f.relation == "DECLINED_TO_COMMENT" {
				sayings = append(sayings, sp)
			} else if f.relation != "HOLDS_POSITION" && f.relation != "LOCATED_IN" {
				others = append(others, sp)
			}
		}
	}
	// A saying is about the claims whose words it governs.
	for _, say := range sayings {
		c := claims[say.claim]
		for _, o := range others {
			if o.s == say.s && o.claim != say.claim && say.s.governs(say.at, o.at) && !slices.Contains(c.About, o.claim) {
				c.About = append(c.About, o.claim)
			}
		}
		slices.Sort(c.About)
	}
	for _, id := range sortedKeys(claims) {
		d.Claims = append(d.Claims, *claims[id])
	}
	for _, id := range sortedKeys(used) {
		d.Entities = append(d.Entities, used[id].Entity)
	}
	r.contradictHeadlines(&d, claims)
	return d
}

// governs reports whether the saying at a token has another in its report.
func (s *sentence) governs(say, at int) bool {
	for i := range s.scopes {
		if sc := &s.scopes[i]; sc.cue != nil && sc.cueFrom <= say && say < sc.cueTo && at >= sc.from && at < sc.to {
			return true
		}
	}
	return false
}

// asWritten is the object of a finding as the contract of the exports wants it:
// the words of the text for goods and acts, the canonical name for the rest.
func (r *reader) asWritten(f *finding) string {
	e := f.tail.entity
	switch {
	case r.x.onto.Is(e.Label, "Weapon", "Aid", "Transfer", "Event", "Position", "Topic", "Statement", "Sanction"):
		if f.tail.text != "" {
			return f.tail.text
		}
	}
	return e.Name
}

// merge completes a claim from another finding of it: what one sentence leaves
// out another may say. The smaller value wins, so that order does not count.
func merge(old, c *graph.Claim) {
	if old.Date.IsZero() || !c.Date.IsZero() && c.Date.From < old.Date.From {
		if !c.Date.IsZero() {
			old.Date = c.Date
		}
	}
	if old.Count.IsZero() {
		old.Count = c.Count
	}
	if c.Content != "" && (old.Content == "" || c.Content < old.Content) {
		old.Content = c.Content
	}
	for name, v := range c.Roles {
		if old.Roles == nil {
			old.Roles = map[string]string{}
		}
		if w, ok := old.Roles[name]; !ok || v < w {
			old.Roles[name] = v
		}
	}
}

func (r *reader) find(id string) *entity {
	if e := r.x.gaz.byID[id]; e != nil {
		return e
	}
	return r.made[id]
}

// contradictHeadlines marks claims that only the headline makes and the body
// makes the other way round.
func (r *reader) contradictHeadlines(d *graph.Document, claims map[string]*graph.Claim) {
	part := map[string]graph.Part{}
	for i := range d.Sentences {
		part[d.Sentences[i].ID] = d.Sentences[i].Part
	}
	inBody := map[string]bool{}
	for i := range d.Evidence {
		if part[d.Evidence[i].Sentence] != graph.Headline {
			inBody[d.Evidence[i].Claim] = true
		}
	}
	for i := range d.Evidence {
		e := &d.Evidence[i]
		if inBody[e.Claim] {
			continue
		}
		c := claims[e.Claim]
		for id := range inBody {
			b := claims[id]
			if c.Relation == "SUPPLIED" && b.Relation == "SUPPLIED" && c.Subject == b.Roles["recipient"] && c.Roles["recipient"] == b.Subject ||
				c.Relation == "PROCURED" && b.Relation == "PROCURED" && c.Subject == b.Roles["from"] && c.Roles["from"] == b.Subject ||
				c.Relation == "SUPPLIED" && b.Relation == "PROCURED" && c.Subject == b.Subject && c.Roles["recipient"] == b.Roles["from"] && c.Roles["recipient"] != "" ||
				c.Relation == b.Relation && c.Object == b.Subject && c.Subject == b.Object && !r.x.onto.Relations[c.Relation].Symmetric && c.Object != "" && reversible[c.Relation] {
				e.ContradictedByBody = true
			}
		}
	}
}

// reversible relations say the opposite when their ends are swapped.
var reversible = map[string]bool{"ATTACKED": true, "FIRED_AT": true, "SANCTIONED": true, "ACCUSED": true, "CONDEMNED": true, "THREATENED": true}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
