package extract

import (
	"strings"
)

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

// full is a noun phrase with the prepositional phrases that belong to it.
func (r *reader) full(s *sentence, ci int) string {
	np := s.chunks[ci].np
	end := np.to
	for k, n := ci+1, 0; k+1 < len(s.chunks) && n < 3 && s.chunks[k].kind == kPrep && s.chunks[k+1].kind == kNoun; k, n = k+2, n+1 {
		if h := s.tokens[s.chunks[k+1].np.head].Lower; h == "terms" || h == "way" || h == "what" {
			break // "in the strongest terms", "a raid on what was believed"
		}
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
	if from > np.from && from < np.head && s.tokens[from].Lower == "than" {
		from-- // "more than a hundred banks"
	}
	return from
}

// event makes the entity of an act that a noun names.
func (r *reader) event(s *sentence, ci int) *entity {
	h := &s.tokens[s.chunks[ci].np.head]
	label := "Event"
	if r.x.strikes.has(h.lemma) {
		label = "Strike"
	}
	e := r.described(label, strings.Trim(r.full(s, ci), "\"“”"))
	r.discourse.event = e
	if r.violent(s, ci) {
		r.discourse.harm, r.discourse.harmed = e, s.Index
	}
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
		owners := r.frameOwners(s, ci)
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
