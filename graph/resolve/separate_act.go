package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
)

// An attack is one attacker's attack on one target as far as an article tells
// it: some claims of attacks, and strikes that people died in.
type attack struct {
	who, whom string
	date      graph.Date
	partial   string
	claims    []string
	strikes   []string // entities
}

// strikes makes a report of every attack: of the claims of it, and of the strike
// that its victims are counted for.
func (s *separator) strikes() {
	var attacks []*attack
	at := map[[3]string]*attack{}
	in := map[string][]*attack{} // sentence -> attacks
	for _, id := range s.order {
		c := s.claims[id]
		target := ""
		switch c.Relation {
		case "ATTACKED", "FIRED_AT":
			target = c.Object
		case "USED":
			target = cmp.Or(c.Roles["target"], c.Roles["place"])
		}
		if target == "" || !s.happened(id) || s.entities[target] == nil || s.o.Is(s.entities[target].Label, "Event") {
			continue
		}
		date, partial := s.dateOf(id)
		key := [3]string{c.Subject, target, date.From + date.To + partial}
		a := at[key]
		if a == nil {
			a = &attack{who: c.Subject, whom: target, date: date, partial: partial}
			at[key] = a
			attacks = append(attacks, a)
		}
		a.claims = append(a.claims, id)
		for _, i := range s.evidence[id] {
			x := s.d.Evidence[i].Sentence
			if !slices.Contains(in[x], a) {
				in[x] = append(in[x], a)
			}
		}
	}
	attacks = undatedJoin(attacks)
	alive := map[*attack]bool{}
	for _, a := range attacks {
		alive[a] = true
	}
	counts := s.counts()
	for _, strike := range slices.Sorted(maps.Keys(s.entities)) {
		if s.entities[strike].Label != "Strike" || !strings.Contains(strike, s.d.Article.ID) {
			continue
		}
		a := s.attackOf(strike, attacks, in, alive, counts[strike])
		if a == nil {
			a = s.byName(strike)
			attacks = append(attacks, a)
		}
		a.strikes = append(a.strikes, strike)
	}
	for _, a := range attacks {
		s.reportAttack(a, counts)
	}
}

// undatedJoin joins an attack without a date to the only dated one by the same
// on the same.
func undatedJoin(attacks []*attack) []*attack {
	var out []*attack
	for _, a := range attacks {
		var only *attack
		n := 0
		for _, o := range attacks {
			if o != a && o.who == a.who && o.whom == a.whom && (!o.date.IsZero() || o.partial != "") {
				only, n = o, n+1
			}
		}
		if a.date.IsZero() && a.partial == "" && n == 1 {
			only.claims = append(only.claims, a.claims...)
			a.claims, a.whom = nil, only.whom
			continue
		}
		out = append(out, a)
	}
	return out
}

// A toll is what an article counts of a strike.
type toll struct {
	claims          []string
	killed, injured *graph.Count
	sentences       []string
	date            graph.Date
	partial         string
}

func (s *separator) counts() map[string]*toll {
	out := map[string]*toll{}
	for _, id := range s.order {
		c := s.claims[id]
		if c.Relation != "KILLED" && c.Relation != "INJURED" || c.Count.IsZero() {
			continue
		}
		t := out[c.Subject]
		if t == nil {
			t = &toll{}
			out[c.Subject] = t
		}
		t.claims = append(t.claims, id)
		n := c.Count
		if c.Relation == "KILLED" {
			t.killed = wider(t.killed, &n)
		} else {
			t.injured = wider(t.injured, &n)
		}
		date, partial := s.dateOf(id)
		t.date, t.partial = common(t.date, date), cmp.Or(t.partial, partial)
		for _, i := range s.evidence[id] {
			t.sentences = append(t.sentences, s.d.Evidence[i].Sentence)
		}
	}
	return out
}

// wider is the range that holds two counts of one article.
func wider(a, b *graph.Count) *graph.Count {
	if a == nil {
		return b
	}
	out := graph.Count{Min: min(a.Min, b.Min), Max: max(a.Max, b.Max), Unit: a.Unit}
	if a.Max == -1 || b.Max == -1 {
		out.Max = -1
	}
	return &out
}

// attackOf finds the attack that a strike with victims is: the only one in the
// sentences that count them, or the only one on a place that the strike's name
// holds.
func (s *separator) attackOf(strike string, attacks []*attack, in map[string][]*attack, alive map[*attack]bool, t *toll) *attack {
	var found []*attack
	if t != nil {
		for _, x := range t.sentences {
			for _, a := range in[x] {
				if alive[a] && !slices.Contains(found, a) {
					found = append(found, a)
				}
			}
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	name := s.entities[strike].Name
	found = nil
	for _, a := range attacks {
		if alive[a] && strings.Contains(name, s.name(a.whom)) {
			found = append(found, a)
		}
	}
	if len(found) == 1 {
		return found[0]
	}
	return nil
}

// byName reads attacker and place out of the words for a strike: "Russian
// missile strikes on Kharkiv".
func (s *separator) byName(strike string) *attack {
	name := " " + s.entities[strike].Name + " "
	a := &attack{}
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		e := s.entities[id]
		place := s.o.Is(e.Label, "Place") && !e.Described
		if !place && e.Label != "State" || e.ID == strike {
			continue
		}
		if i := strings.Index(name, " "+e.Name); i >= 0 {
			before := name[:i+1]
			switch {
			case strings.HasSuffix(before, " on ") || strings.HasSuffix(before, " in ") || strings.HasSuffix(before, " against ") || strings.HasSuffix(before, " at "):
				if a.whom == "" || place {
					a.whom = id
				}
			case e.Label == "State":
				a.who = id
			}
		}
	}
	return a
}

func (s *separator) reportAttack(a *attack, counts map[string]*toll) {
	ids := a.strikes
	if len(ids) == 0 {
		words := slug(a.who) + "-" + slug(a.whom)
		if w := cmp.Or(a.date.From, a.partial); w != "" {
			words += "-" + w
		}
		ids = []string{s.told(Strike, words, s.name(a.who)+" attack on "+s.name(a.whom))}
	}
	r := Report{Date: a.date, Partial: a.partial}
	for _, strike := range a.strikes {
		t := counts[strike]
		if t == nil {
			continue
		}
		if r.Date.IsZero() && r.Partial == "" {
			r.Date, r.Partial = t.date, t.partial
		}
		if t.killed != nil {
			r.Killed = wider(r.Killed, t.killed)
		}
		if t.injured != nil {
			r.Injured = wider(r.Injured, t.injured)
		}
	}
	for _, id := range ids {
		x := s.report(Strike, id)
		x.Date, x.Partial, x.Killed, x.Injured = r.Date, r.Partial, r.Killed, r.Injured
		x.Who, x.Whom = []string{a.who}, []string{a.whom}
		s.keep(x)
	}
	for _, id := range a.claims {
		s.role(id, "event", ids[0])
	}
}

// role adds a role to a claim if its relation takes it.
func (s *separator) role(claim, name, id string) {
	c := s.claims[claim]
	if !slices.Contains(s.o.Relations[c.Relation].Qualifiers, name) || !s.o.Is(s.entities[id].Label, s.o.Qualifiers[name].Labels...) {
		return
	}
	if c.Roles == nil {
		c.Roles = map[string]string{}
	}
	c.Roles[name] = id
}

// meetings makes a report of every meeting of two named parties.
func (s *separator) meetings() {
	for _, id := range s.order {
		c := s.claims[id]
		if c.Relation != "MET" || s.entities[c.Subject].Described || s.entities[c.Object].Described {
			continue
		}
		date, partial := s.dateOf(id)
		words := slug(c.Subject) + "-" + slug(c.Object)
		if w := cmp.Or(date.From, partial); w != "" {
			words += "-" + w
		}
		meeting := s.told(Meeting, words, "meeting of "+s.name(c.Subject)+" and "+s.name(c.Object))
		s.role(id, "event", meeting)
		if i := slices.IndexFunc(s.reports, func(r Report) bool { return r.ID == meeting }); i >= 0 {
			s.reports[i].Place = cmp.Or(s.reports[i].Place, c.Roles["place"])
			continue
		}
		r := s.report(Meeting, meeting)
		r.Who, r.Date, r.Partial, r.Place = []string{c.Subject, c.Object}, date, partial, c.Roles["place"]
		s.keep(r)
	}
}

// statements makes a report of every statement: who made it, and whom the same
// people speak of.
func (s *separator) statements() {
	offices := map[string]string{} // person -> what they hold an office of
	for _, id := range s.order {
		if c := s.claims[id]; c.Relation == "HOLDS_POSITION" && c.Roles["of"] != "" {
			offices[c.Subject] = c.Roles["of"]
		}
	}
	var all []string
	for _, id := range slices.Sorted(maps.Keys(s.entities)) {
		if s.entities[id].Label == "Statement" && strings.Contains(id, s.d.Article.ID) {
			all = append(all, id)
		}
	}
	for _, id := range all {
		r := s.report(Statement, id)
		voice := map[string]bool{id: true}
		for _, k := range s.order {
			c := s.claims[k]
			if c.Object != id || c.Relation != "ISSUED" && c.Relation != "SIGNED" || !s.happened(k) {
				continue
			}
			voice[c.Subject] = true
			if e := s.entities[c.Subject]; e.Label == "State" || e.Label == "Organization" && !e.Described {
				r.Who = append(r.Who, c.Subject)
			} else if of := offices[c.Subject]; of != "" {
				r.Who = append(r.Who, of)
			}
			if date, partial := s.dateOf(k); c.Relation == "ISSUED" || r.Date.IsZero() && r.Partial == "" {
				r.Date, r.Partial = common(r.Date, date), cmp.Or(r.Partial, partial)
			}
		}
		if !r.Date.IsZero() {
			r.Partial = ""
		}
		if len(all) == 1 && len(r.Who) < 2 {
			// "In a joint statement, the allies condemned": who condemns, states it.
			for _, k := range s.order {
				c := s.claims[k]
				if e := s.entities[c.Subject]; c.Relation == "CONDEMNED" && s.happened(k) && (e.Label == "State" || e.Label == "Organization" && !e.Described) {
					voice[c.Subject] = true
					r.Who = append(r.Who, c.Subject)
				}
			}
		}
		voiced := func(c *graph.Claim) bool { return s.voiced(c, voice) }
		if len(all) == 1 && !slices.ContainsFunc(s.order, func(k string) bool { return voiced(s.claims[k]) }) {
			// An article on one statement is about what that is about.
			voiced = func(c *graph.Claim) bool { return conduct[c.Relation] && s.happened(c.ID) }
		}
		for _, k := range s.order {
			c := s.claims[k]
			if !voiced(c) {
				continue
			}
			ends := []string{c.Subject, c.Object, c.Roles["recipient"], c.Roles["from"], c.Roles["target"]}
			if t := c.Roles["transfer"]; t != "" {
				ends = append(ends, s.parties(t)...)
			}
			if s.entities[c.Object] != nil && s.entities[c.Object].Label == "Transfer" {
				ends = append(ends, s.parties(c.Object)...)
			}
			if s.entities[c.Subject] != nil && s.entities[c.Subject].Label == "Transfer" {
				ends = append(ends, s.parties(c.Subject)...)
			}
			for _, x := range ends {
				if e := s.entities[x]; e != nil && e.Label == "State" && !voice[x] {
					r.Whom = append(r.Whom, x)
				}
			}
		}
		who := sorted(r.Who)
		r.Whom = slices.DeleteFunc(r.Whom, func(x string) bool { return slices.Contains(who, x) })
		s.keep(r)
	}
}

// conduct are the relations that tell of what statements are made about.
var conduct = map[string]bool{
	"SUPPLIED": true, "PROCURED": true, "USED": true, "ATTACKED": true, "FIRED_AT": true, "VIOLATES": true, "CONDEMNED": true, "ACCUSED": true,
}

// voiced reports whether those of a statement make a claim, or condemn in it.
func (s *separator) voiced(c *graph.Claim, voice map[string]bool) bool {
	if voice[c.Subject] {
		switch c.Relation {
		case "CONDEMNED", "ACCUSED", "SUPPORTED", "THREATENED", "SANCTIONED":
			return true
		}
	}
	for _, i := range s.evidence[c.ID] {
		for _, sp := range s.d.Evidence[i].Speakers {
			if voice[sp] {
				return true
			}
		}
	}
	return false
}
