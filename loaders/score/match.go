package score

import (
	"cmp"
	"slices"
	"strings"

	"dossier/loaders"
)

// relation returns the gold's name of a relation.
func (n *Names) relation(rel string) string {
	rel = strings.NewReplacer(" ", "_", "-", "_").Replace(strings.ToUpper(rel))
	if n != nil {
		return cmp.Or(n.relations[rel], rel)
	}
	return rel
}

// symmetric relations have two heads.
func symmetric(rel string) bool { return rel == "MET" || rel == "NEGOTIATING" || rel == "AGREED" }

// matches reports whether a prediction says what the gold says, where it says
// so.
func (n *Names) matches(g Gold, p loaders.Fact) bool {
	return g.hasRelation(n.relation(p.Rel)) && inSentence(g, p.Sentence) && n.sameEnds(g, p)
}

func (n *Names) sameEnds(g Gold, p loaders.Fact) bool {
	switch {
	case n.fits(g.head(), p.Head) && n.fits(g.tail(), p.Tail):
		return true
	case symmetric(g.Rel) && n.fits(g.head(), p.Tail) && n.fits(g.tail(), p.Head):
		return true
	case g.Rel == "HOLDS_POSITION" && n.fits(g.head(), p.Head):
		// Person to state, with the role as a qualifier.
		role := cmp.Or(p.Qualifiers["role"], p.Qualifiers["position"], p.Qualifiers["title"])
		return role != "" && n.names(g.tail(), role)
	}
	return false
}

// names reports whether text is one of the names of a slot, as its type has it.
func (n *Names) names(s slot, text string) bool {
	return n.same(s.name, s.kind, text) ||
		slices.ContainsFunc(s.alt, func(alt string) bool { return n.same(alt, s.kind, text) })
}

// fits is names, where an alternative may also be of another type than the slot:
// a person for a state, a place for a target, an act for whoever did it.
func (n *Names) fits(s slot, text string) bool {
	if n.names(s, text) {
		return true
	}
	return slices.ContainsFunc(s.alt, func(alt string) bool {
		actor := (n.same(alt, "State", text) || n.same(alt, "Person", text) || n.same(alt, "Place", text)) && n.sameActor(alt, text)
		return actor || isAct(alt) && isAct(text) && sameAct(alt, text)
	})
}

// inSentence reports whether a prediction's sentence is one of the gold's,
// allowing for texts that are cut into sentences in another way. No sentence is
// every sentence.
func inSentence(g Gold, sentence string) bool {
	return sentence == "" || sameSentence(g.Sentence, sentence) ||
		slices.ContainsFunc(g.AlsoIn, func(also string) bool { return sameSentence(also, sentence) })
}

func sameSentence(a, b string) bool {
	a, b = normalize(a), normalize(b)
	if a == "" || b == "" {
		return false
	}
	if strings.Contains(b, a) || len(b) > 15 && strings.Contains(a, b) {
		return true
	}
	x, y := newSet(strings.Fields(a)), newSet(strings.Fields(b))
	common := float64(x.common(y))
	return common/float64(min(len(x), len(y))) >= 0.6 && common/float64(max(len(x), len(y))) >= 0.3
}

// mirrors reports whether a prediction is a gold fact seen from its other end:
// SUPPLIED and PROCURED, USED against somebody and ATTACKED with something.
func (n *Names) mirrors(g Gold, p loaders.Fact) bool {
	if !inSentence(g, p.Sentence) {
		return false
	}
	state := func(gold, text string) bool { return gold != "" && n.same(gold, "State", text) }
	// transfer compares the giver's view with the taker's.
	transfer := func(ours, theirs string) bool {
		return state(g.Qualifiers[ours], p.Head) && n.names(g.tail(), p.Tail) &&
			(p.Qualifiers[theirs] == "" || state(g.Head, p.Qualifiers[theirs]))
	}
	switch [2]string{n.relation(p.Rel), g.Rel} {
	case [2]string{"SUPPLIED", "PROCURED"}:
		return transfer("from", "recipient")
	case [2]string{"PROCURED", "SUPPLIED"}:
		return transfer("recipient", "from")
	case [2]string{"ATTACKED", "USED"}:
		return n.names(g.head(), p.Head) && state(g.Qualifiers["target"], p.Tail)
	case [2]string{"USED", "ATTACKED"}:
		weapon := g.Qualifiers["weapon"]
		return n.names(g.head(), p.Head) && weapon != "" && sameWeapon(weapon, p.Tail)
	}
	return false
}

// restates reports whether a prediction is a fact of the gold in a sentence that
// the gold does not list for it. The sentence must name the head or the tail, and
// free words can't be recognized.
func (n *Names) restates(gold []Gold, p loaders.Fact) bool {
	if !stems(append(tokens(p.Head), tokens(p.Tail)...)).meets(stems(tokens(p.Sentence))) {
		return false
	}
	return slices.ContainsFunc(gold, func(g Gold) bool {
		return g.TailType != "Claim" && g.TailType != "Topic" && g.hasRelation(n.relation(p.Rel)) && n.sameEnds(g, p)
	})
}

// sameSpeaker compares who says so. The gold gives no type for speakers: they
// are what they are as head or tail of a fact of the document, else what the
// names know, else persons.
func (n *Names) sameSpeaker(gold []Gold, want, got string) bool {
	const article = "article"
	if want == article || got == article {
		return want == got
	}
	return n.same(want, n.kindOf(gold, want), got)
}

func (n *Names) kindOf(gold []Gold, name string) string {
	for _, g := range gold {
		for _, s := range []slot{g.head(), g.tail()} {
			if s.name == name && actor(s.kind) {
				return s.kind
			}
		}
	}
	if n != nil {
		if kind := n.kinds[n.base.canon(name)]; kind != "" {
			return kind
		}
	}
	return "Person"
}

func actor(kind string) bool { return kind == "State" || kind == "Org" || kind == "Person" }
