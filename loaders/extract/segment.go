package extract

import (
	"strconv"
	"strings"
	"unicode"

	"dossier/graph"
	"dossier/loaders/text"
)

// segment cuts the article into sentences.
func (r *reader) segment() {
	a := r.article
	lower := text.Lower(a.Text)
	blocks := text.Blocks(*a, lower, r.x.set.PartOf)
	body, headlines := false, map[string]bool{}
	speaking, transcript := "", false // the label of a transcript's speaker
	for _, b := range blocks {
		buffer := text.Tokens(r.scratch.block[:0], a.Text, lower, b.Start, b.End)
		r.scratch.block = buffer
		ranges := text.Sentences(buffer)
		if b.Kind == graph.Headline || b.Kind == graph.Furniture || b.Kind == graph.Caption {
			ranges = []text.Range{{From: 0, To: len(buffer)}} // one line, one sentence
		}
		for k, rg := range ranges {
			if rg.From == rg.To {
				continue
			}
			s := r.scratch.sentence()
			s.article, s.vocab = a, r.x.vocab
			s.Sentence = graph.Sentence{Article: a.ID, Index: len(r.sentences), Part: b.Kind, Start: buffer[rg.From].Start, End: buffer[rg.To-1].End}
			s.ID = a.ID + "." + strconv.Itoa(s.Index)
			s.Text = a.Text[s.Start:s.End]
			s.Origin = graph.OriginOf(s.Text)
			s.tokens = r.scratch.tokens.slice(rg.To - rg.From)
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
			if label, n := speakerLabel(s.Text, s.tokens); n > 0 && k == 0 && b.Kind != graph.Headline && b.Kind != graph.Furniture {
				s.skip = n
				if !transcript && r.placeInCapitals(s.tokens[:n-1]) {
					label = "" // "SEOUL: The army said"
				}
				speaking = label
			} else if k == 0 && speaking != "" && !transcript {
				speaking = ""
			}
			transcript = transcript || speaking != ""
			s.label = speaking
			if t := s.tokens[s.skip:]; len(t) > 0 && t[0].Lower == "(" && (t[len(t)-1].Lower == ")" || t[len(t)-1].Lower == "." && len(t) < 8) {
				s.label = "" // "(Applause.)"
			}
			if b.Kind == graph.Body && !body && k == 0 && s.label == "" || b.Kind == graph.Dateline {
				s.skip = max(s.skip, r.dateline(s))
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
func speakerLabel(text string, t []token) (string, int) {
	if len(t) > 1 && t[0].Lower == "q" && t[0].Capital && (t[1].Capital || t[1].Lower == "—" || t[1].Lower == "(") {
		return "q", 1
	}
	if len(t) > 2 && !t[0].AllCaps && len(text) > 2 && text[0] == 'Q' && text[1] >= 'A' && text[1] <= 'Z' {
		return "q", 1 // the mark glued to the question: "QCan you"
	}
	for i := 0; i < len(t) && i < 7; i++ {
		if t[i].Lower == ":" && i > 0 {
			words := make([]string, i)
			for k := range i {
				words[k] = t[k].Lower
			}
			return strings.NewReplacer(" - ", "-", " ' ", "'", " ’ ", "’").Replace(strings.Join(words, " ")), i + 1
		}
		if !t[i].AllCaps && t[i].Lower != "." && t[i].Lower != "," && t[i].Lower != "-" && !(t[i].Capital && t[i].End-t[i].Start <= 2) {
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
	for len(words) > 1 && r.x.lex.has(words[0], cHonorific) {
		words = words[1:]
	}
	last := words[len(words)-1]
	if r.author != nil && strings.HasSuffix(strings.ToLower(r.author.Name), " "+last) {
		return r.author
	}
	for i := 1; i < len(words); i++ {
		// "president von der leyen": an office, then a name.
		if e := r.x.holderOf(last, strings.Join(words[:i], " ")); e != nil {
			return e
		}
	}
	if e := r.surnames[last]; e != nil && len(words) < 3 {
		return e
	}
	if e := r.x.prominent[last]; e != nil && len(words) < 3 {
		return e
	}
	if r.x.lex.has(last, cPerson) || last == "official" {
		return r.described("Person", label) // "senior administration official"
	}
	for len(words) > 1 && r.x.lex.has(words[0], cPerson) {
		words = words[1:]
	}
	name := properName(strings.Join(words, " "))
	return r.entity("person:"+kebab(name), "Person", name)
}

// properName writes a name in lower case as names are written.
func properName(s string) string {
	up := true
	return strings.Map(func(c rune) rune {
		if up {
			c = unicode.ToUpper(c)
		}
		up = c == ' ' || c == '-' || c == '\''
		return c
	}, s)
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
	shout := func(t *token) bool {
		return t.AllCaps && t.Kind == text.Word && t.End-t.Start > 1 && !strings.Contains(t.Lower, ".")
	}
	for i < len(t) && i < 5 && (shout(&t[i]) || i > 0 && (t[i].Lower == "/" || t[i].Lower == "-") && i+1 < len(t) && t[i+1].AllCaps) {
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
				for j++; j < len(t) && t[j].Lower == "-" && !t[j].Spaced; {
					j++ // "ISLAMABAD -- The envoy"
				}
				return j
			}
		case ".", ":", "\"", "“":
			j = len(t)
		}
	}
	if i+2 < len(t) && t[i].Lower == "," && t[0].End-t[0].Start > 3 {
		// "NAIROBI, Kenya Anne Waiguru": a state between, and a name.
		hits, k := r.x.gaz.longest(t, i+1)
		for _, h := range hits {
			if h.entity.Label == "State" && i+1+k < len(t) && t[i+1+k].Capital {
				return i + 1 + k
			}
		}
		return 0
	}
	// "DUBAI Iran successfully tested": a known place in capitals, then a name.
	if i < len(t) && t[i].Capital && !shout(&t[i]) && t[0].End-t[0].Start > 3 {
		for k := range t[:i] {
			t[k].Capital = true
		}
		if r.placeInCapitals(t[:i]) {
			return i
		}
	}
	return 0
}

// placeInCapitals reports whether a dateline or label is a place. A state in one word is
// one where it is a city, too: "KUWAIT: Talks were held".
func (r *reader) placeInCapitals(t []token) bool {
	for n := len(t); n > 0; n-- {
		hits, k := r.x.gaz.longest(t[:n], 0)
		if k == 0 {
			return false
		}
		for _, h := range hits {
			if h.entity.Label == "Place" || h.how == byCapital || h.entity.ID == "org:united-nations" || h.entity.Label == "State" && (n > 1 || r.x.vocab.cityStates.has(t[0].Lower)) {
				return true
			}
		}
	}
	return false
}

// findVerb makes the word behind a name a verb where a headline would have none:
// "North Korea fires ballistic missile".
func (s *sentence) findVerb() {
	verb := -1
	for i := range s.tokens {
		t := &s.tokens[i]
		switch {
		case t.tag == tVerb || t.tag == tBe || t.tag == tHave || t.tag == tModal:
			return
		case verb < 0 && i > 0 && i+1 < len(s.tokens) && t.tag == tNoun && t.men < 0 && t.word.is(tVerb) && t.word.form&fPres != 0 && s.actorAt(i-1) && nounish(s.tokens[i+1].tag):
			verb = i
		}
	}
	if verb >= 0 {
		t := &s.tokens[verb]
		t.tag, t.form, t.lemma = tVerb, t.word.form, t.word.lemma
	}
}

// actorAt reports whether the name of a state or organisation ends at a token.
func (s *sentence) actorAt(i int) bool {
	if s.tokens[i].men < 0 {
		return false
	}
	m := &s.mentions[s.tokens[i].men]
	return m.to == i+1 && m.how != byAdjective && (m.entity.Label == "State" || m.entity.Label == "Organization")
}

// names tags the tokens of a sentence and finds dictionary names and times.
func (r *reader) names(s *sentence) {
	s.whens = r.x.tagTokens(s.tokens, s.title, r.published)
	s.allCaps = s.Part == graph.Headline && strings.ToUpper(s.Text) == s.Text
	r.dictionaryMentions(s)
	if s.Part == graph.Headline {
		s.findVerb()
	}
	r.resolutionMentions(s)
	for i := range s.mentions {
		if e := s.mentions[i].entity; e.Label == "Person" {
			r.learnName(e)
			m := &s.mentions[i]
			first := m.from
			if s.vocab.regal.has(s.tokens[first].Lower) {
				first++
			}
			if m.to-first > 1 {
				r.learnFirst(s.tokens[first].Lower, e)
			}
			if last := s.tokens[m.to-1].Lower; m.to-m.from > 1 && len(last) > 3 && r.surnames[last] == nil {
				r.surnames[last] = e // the article's own spelling: "Abdulrahman" for Abdel Rahman
			}
		}
	}
}
