package extract

import "dossier/loaders/text"

// shipMentions finds ships by name: "the tanker Sounion", "USS Cole", "the MV
// Rubymar". A ship is a vehicle of the kind that stands before its name.
func (r *reader) shipMentions(s *sentence) {
	t := s.tokens
	for i := s.skip; i+1 < len(t); i++ {
		prefix := t[i].AllCaps && s.vocab.shipPrefixes.has(t[i].Lower)
		if !prefix && (!s.vocab.ships.has(t[i].Lower) || t[i].Capital || t[i+1].men >= 0) || !shipName(&t[i+1]) {
			continue
		}
		from, end := i+1, i+2
		for end < len(t) && (shipName(&t[end]) || t[end].tag == tName && t[end].Kind == text.Word) {
			end++
		}
		kind := "weapon:merchant-ship"
		if prefix {
			from = i
		} else if m := t[i].men; m >= 0 && s.mentions[m].entity.Label == "Vehicle" {
			kind = s.mentions[m].entity.ID
		}
		name := s.surface(i+1, end)
		e := r.entity("ship:"+kebab(name), "Vehicle", s.surface(from, end))
		if e.Parent == "" {
			e.Parent = kind
		}
		s.addMention(mention{from: from, to: end, entity: e, how: byRule, rule: "ship-name"})
		i = end - 1
	}
}

// shipName reports whether a token may begin or continue the name of a ship.
func shipName(t *token) bool {
	return t.Capital && t.Kind == text.Word && !t.time && t.tag != tPron && t.tag != tDet
}
