package extract

import (
	"strings"

	"dossier/loaders/text"
)

// bodyName reads the name of a body that no dictionary knows, from the run of
// capitals tokens[from:end] that ends in a noun of its kind: "Shahid Bagheri
// Industrial Group", "Ministry of Defence", "Russia's Investigative Committee".
// What is made of ordinary words only is the body of the state beside it.
func (r *reader) bodyName(s *sentence, from, end int) (mention, bool) {
	tokens := s.tokens
	head := &tokens[end-1]
	if !head.word.in(cOrg) || r.x.given[tokens[from].Lower] || head.Kind != text.Word || s.allCaps || s.title || tokens[from].AllCaps && end-from > 1 {
		return mention{}, false
	}
	to := s.nameBehindOf(end)
	if end-from == 1 && to == end {
		return mention{}, false
	}
	name := s.surface(from, to)
	m := mention{from: from, to: to, how: byRule, rule: "organisation-name"}
	if state := s.stateBeside(from, to); state != nil && r.ordinary(tokens[from:to]) {
		core := bodyCore(name)
		if core != name && state.entry != nil && len(state.entry.Adjective) > 0 {
			name = state.entry.Adjective[0] + " " + name
		}
		m.entity, m.rule = r.bodyOf(state, core, name), "body-of-state"
		return m, true
	}
	m.entity = r.entity("org:"+kebab(name), "Organization", name)
	return m, true
}

// nameBehindOf returns the end of the name that goes on behind "of" or "for" at
// a token: "Ministry of Foreign Affairs", "Council for Peace and Security".
func (s *sentence) nameBehindOf(at int) int {
	t := s.tokens
	if at+1 >= len(t) || t[at].Lower != "of" && t[at].Lower != "for" {
		return at
	}
	end := at
	for i := at + 1; i < len(t); i++ {
		switch {
		case t[i].men >= 0 && s.mentions[t[i].men].entity.Label != "Aid" && s.mentions[t[i].men].entity.Label != "Weapon":
			return end
		case t[i].Capital && t[i].Kind == text.Word && !t[i].time && !t[i].AllCaps:
			end = i + 1
		case (t[i].Lower == "and" || t[i].Lower == "the") && end == i || t[i].Lower == "the" && i == at+1:
		default:
			return end
		}
	}
	return end
}

// stateBeside returns the state whose name stands before or, with "of", behind
// a phrase.
func (s *sentence) stateBeside(from, to int) *entity {
	before := from - 1
	if before > 0 && s.tokens[before].tag == tGenitive {
		before--
	}
	behind := to + 1
	if behind < len(s.tokens) && s.tokens[behind].Lower == "the" {
		behind++
	}
	for _, i := range [...]int{before, behind} {
		if i < 0 || i >= len(s.tokens) || i == behind && s.tokens[to].Lower != "of" || s.tokens[i].men < 0 {
			continue
		}
		if e := s.mentions[s.tokens[i].men].entity; e.Label == "State" {
			return e
		}
	}
	return nil
}

// ordinary reports whether all words of a name are ordinary ones.
func (r *reader) ordinary(tokens []token) bool {
	for i := range tokens {
		if tokens[i].word == nil {
			return false
		}
	}
	return true
}

// bodyCore turns the name of a ministry round, so that both its names are one:
// "Ministry of Foreign Affairs" is the "foreign ministry".
func bodyCore(name string) string {
	kind, of, found := strings.Cut(name, " of ")
	if kind != "Ministry" && kind != "Department" || !found {
		return name
	}
	return strings.TrimSuffix(of, " Affairs") + " " + kind
}
