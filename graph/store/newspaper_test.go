package store_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"

	"dossier/graph"
)

func matches(pattern, s string) bool { return regexp.MustCompile(pattern).MatchString(s) }

// newspaper makes n synthetic articles that look like news to a database: some
// claims are made by many articles, most by few; entities are shared, some under
// several names; there are reprints, denials and sayings. The same n gives the
// same articles.
func newspaper(n int) []graph.Document {
	return edition(0, n)
}

// edition makes the articles from the given number up to another.
func edition(from, to int) []graph.Document {
	var out []graph.Document
	for i := from; i < to; i++ {
		out = append(out, article(i))
	}
	return out
}

func article(i int) graph.Document {
	r := rand.New(rand.NewPCG(7, uint64(i)))
	published := ""
	if i%5 != 0 {
		published = fmt.Sprintf("2024-%02d-%02d", 1+i%12, 1+i%28)
	}
	s := tell(fmt.Sprintf("Outlet %d", i%7), published, fmt.Sprintf("Story number %d begins.", i)).world().
		titled(fmt.Sprintf("%d.txt", i), fmt.Sprintf("Story %d", i), fmt.Sprintf("https://news.example/%d", i))
	state := func() string {
		k := r.IntN(60)
		id := fmt.Sprintf("state:%02d", k)
		s.with(graph.Entity{ID: id, Label: "State", Name: fmt.Sprintf("State %d", k), Aliases: []string{fmt.Sprintf("Land %d", k)}})
		return id
	}
	person := func() string {
		k := r.IntN(400)
		id := fmt.Sprintf("person:%d", k)
		e := graph.Entity{ID: id, Label: "Person", Name: fmt.Sprintf("Person %d", k)}
		if i%3 == 0 { // another spelling in some articles
			e.Name = fmt.Sprintf("P. Erson %d", k)
		}
		s.with(e)
		return id
	}
	for j := range 20 {
		if j%4 == 0 {
			s.sentence(fmt.Sprintf("Wire sentence %d.", r.IntN(50))) // reprinted elsewhere
		} else {
			s.sentence(fmt.Sprintf("Sentence %d of story %d.", j, i))
		}
		a, b, p := state(), state(), person()
		s.mention(a).mention(p)
		if j%2 == 1 {
			continue
		}
		e := graph.Evidence{Rule: fmt.Sprintf("rule %d", j%3)}
		switch r.IntN(6) {
		case 0:
			e.Speakers = []string{p}
		case 1:
			e.Speakers, e.Polarity = []string{p, a}, graph.Denied
		case 2:
			e.Modality = graph.Alleged
		case 3:
			e.ContradictedByBody = true
		}
		date := day(fmt.Sprintf("2024-01-%02d", 1+r.IntN(28)))
		var c graph.Claim
		switch r.IntN(6) {
		case 0:
			c = supplied()
			if r.IntN(5) > 0 {
				c.Roles["recipient"] = b
			}
			c.Count = graph.Count{Min: r.Int64N(50), Max: 50 + r.Int64N(50)}
			c.Date = date
		case 1:
			c = graph.Claim{Relation: "ATTACKED", Subject: a, Object: b, Date: date,
				Roles: map[string]string{"weapon": "weapon:kn-23"}}
		case 2:
			c = graph.Claim{Relation: "MET", Subject: a, Object: b, Date: date, Roles: map[string]string{"place": "place:kharkiv"}}
		case 3:
			c = graph.Claim{Relation: "KILLED", Subject: a, Count: graph.Count{Min: r.Int64N(9), Max: -1, Qualifier: "at least"}, Date: date}
		case 4:
			c = graph.Claim{Relation: "SUPPORTED", Subject: a, Object: b}
		default:
			c = graph.Claim{Relation: "DECLINED_TO_COMMENT", Subject: a, Content: fmt.Sprintf("topic %d", r.IntN(20))}
			if len(s.doc.Claims) > 0 {
				c.About = []string{s.doc.Claims[0].ID}
			}
		}
		s.says(c, e)
	}
	return s.end()
}
