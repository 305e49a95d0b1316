package queries_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"dossier/graph"
)

// The sample graph: short articles, made up, about a transfer that is told from
// both sides, denied, reversed by a headline and prohibited; about strikes with
// casualties that are counted differently; about things that are only planned or
// denied; about a second statement with other signatories, sanctions and a change
// of office; one reprint, and one article that was changed.

var sampleEntities = entitiesByID(
	graph.Entity{ID: "state:KP", Label: "State", Name: "North Korea", Aliases: []string{"DPRK", "Democratic People's Republic of Korea", "Pyongyang"}, Refs: map[string]string{"iso2": "KP"}},
	graph.Entity{ID: "state:RU", Label: "State", Name: "Russia", Aliases: []string{"Kremlin", "Moscow", "Russian Federation"}, Refs: map[string]string{"iso2": "RU"}},
	graph.Entity{ID: "state:UA", Label: "State", Name: "Ukraine", Aliases: []string{"Kyiv"}},
	graph.Entity{ID: "state:NO", Label: "State", Name: "Norway"},
	graph.Entity{ID: "state:JP", Label: "State", Name: "Japan", Aliases: []string{"Tokyo"}},
	graph.Entity{ID: "state:US", Label: "State", Name: "United States", Aliases: []string{"U.S.", "White House"}},
	graph.Entity{ID: "state:IR", Label: "State", Name: "Iran", Aliases: []string{"Tehran"}},
	graph.Entity{ID: "state:ST", Label: "State", Name: "São Tomé and Príncipe"},
	graph.Entity{ID: "org:european-union", Label: "Organization", Name: "European Union", Aliases: []string{"EU"}},
	graph.Entity{ID: "org:un-security-council", Label: "Organization", Name: "UN Security Council"},
	graph.Entity{ID: "org:kcna", Label: "Organization", Name: "KCNA"},
	graph.Entity{ID: "person:john-kirby", Label: "Person", Name: "John Kirby"},
	graph.Entity{ID: "person:dmitry-peskov", Label: "Person", Name: "Dmitry Peskov"},
	graph.Entity{ID: "person:kim-jong-un", Label: "Person", Name: "Kim Jong Un"},
	graph.Entity{ID: "person:vladimir-putin", Label: "Person", Name: "Vladimir Putin"},
	graph.Entity{ID: "person:deputy", Label: "Person", Name: "a deputy minister", Described: true},
	graph.Entity{ID: "place:kharkiv", Label: "Place", Name: "Kharkiv", Parent: "state:UA"},
	graph.Entity{ID: "place:odesa", Label: "Place", Name: "Odesa", Parent: "state:UA"},
	graph.Entity{ID: "place:vladivostok", Label: "Place", Name: "Vladivostok", Parent: "state:RU"},
	graph.Entity{ID: "weapon:arms", Label: "Weapon", Name: "arms"},
	graph.Entity{ID: "weapon:missile", Label: "Missile", Name: "missile", Parent: "weapon:arms"},
	graph.Entity{ID: "weapon:ballistic-missile", Label: "Missile", Name: "ballistic missile", Parent: "weapon:missile"},
	graph.Entity{ID: "weapon:drone", Label: "Drone", Name: "drone", Parent: "weapon:arms"},
	graph.Entity{ID: "statement:joint-2024-01-09", Label: "Statement", Name: "Joint Statement 9 January 2024"},
	graph.Entity{ID: "transfer:kp-ru", Label: "Transfer", Name: "missile transfers from North Korea to Russia"},
	graph.Entity{ID: "strike:kharkiv-2024-01-02", Label: "Strike", Name: "strike on Kharkiv"},
	graph.Entity{ID: "resolution:unsc-1718", Label: "Resolution", Name: "UN Security Council Resolution 1718", Aliases: []string{"Resolution 1718"}},
	graph.Entity{ID: "resolution:unsc-1874", Label: "Resolution", Name: "UN Security Council Resolution 1874", Aliases: []string{"Resolution 1874"}},
	graph.Entity{ID: "resolution:unsc-2270", Label: "Resolution", Name: "UN Security Council Resolution 2270", Aliases: []string{"Resolution 2270"}},
	graph.Entity{ID: "position:spokesman", Label: "Position", Name: "spokesman"},
	graph.Entity{ID: "state:IS", Label: "State", Name: "Iceland"},
	graph.Entity{ID: "state:BY", Label: "State", Name: "Belarus", Aliases: []string{"Minsk"}},
	graph.Entity{ID: "org:nato", Label: "Organization", Name: "NATO"},
	graph.Entity{ID: "org:korea-arms", Label: "Organization", Name: "Korea Arms Trading"},
	graph.Entity{ID: "person:sergei-shoigu", Label: "Person", Name: "Sergei Shoigu"},
	graph.Entity{ID: "person:andrei-belousov", Label: "Person", Name: "Andrei Belousov"},
	graph.Entity{ID: "position:defence-minister", Label: "Position", Name: "defence minister"},
	graph.Entity{ID: "statement:joint-2024-02-24", Label: "Statement", Name: "Joint Statement 24 February 2024"},
)

func entitiesByID(list ...graph.Entity) map[string]graph.Entity {
	m := map[string]graph.Entity{}
	for _, e := range list {
		m[e.ID] = e
	}
	return m
}

// said is a claim with the evidence that its sentence is.
type said struct {
	claim graph.Claim
	ev    graph.Evidence
	about []graph.Claim // what the content of the claim claims
}

// line is a sentence.
type line struct {
	text string
	says []said
}

type option func(*said)

func claim(relation, subject, object string, options ...option) said {
	s := said{
		claim: graph.Claim{Relation: relation, Subject: subject, Object: object},
		ev:    graph.Evidence{Polarity: graph.Affirmed, Modality: graph.Asserted, Rule: "sample-" + strings.ToLower(relation)},
	}
	for _, o := range options {
		o(&s)
	}
	return s
}

func role(name, id string) option {
	return func(s *said) {
		roles := maps.Clone(s.claim.Roles)
		if roles == nil {
			roles = map[string]string{}
		}
		roles[name] = id
		s.claim.Roles = roles
	}
}

func day(d string) option {
	return func(s *said) { s.claim.Date = graph.Date{From: d, To: d, Precision: graph.Day} }
}

func month(from, to string) option {
	return func(s *said) { s.claim.Date = graph.Date{From: from, To: to, Precision: graph.Month} }
}

func people(least, most int64) option {
	return func(s *said) { s.claim.Count = graph.Count{Min: least, Max: most, Unit: "people"} }
}

func words(content string, about ...said) option {
	return func(s *said) {
		s.claim.Content = content
		for _, a := range about {
			s.about = append(s.about, a.claim)
		}
	}
}

func by(speakers ...string) option { return func(s *said) { s.ev.Speakers = speakers } }

func denied(s *said) { s.ev.Polarity = graph.Denied }

func negated(s *said) { s.ev.Polarity = graph.Negated }

func alleged(s *said) { s.ev.Modality = graph.Alleged }

func planned(s *said) { s.ev.Modality = graph.Planned }

func reversed(s *said) { s.ev.ContradictedByBody = true }

// document makes an article of a headline and sentences.
func document(name, outlet, published, title string, headline []said, lines ...line) graph.Document {
	a := graph.Article{Name: name, Title: title, Outlet: outlet, Published: published, PublishedFrom: "field", Language: "en", URL: "https://news.example/" + name}
	text := title + "\n\n"
	lines = append([]line{{title, headline}}, lines...)
	starts := []int{0}
	for _, l := range lines[1:] {
		starts = append(starts, len(text))
		text += l.text + " "
	}
	a.Text = strings.TrimSpace(text)
	a.ID = graph.ArticleID(outlet, a.Text)
	d := graph.Document{Article: a}
	claims := map[string]graph.Claim{}
	used := map[string]bool{}
	o := graph.DefaultOntology()
	for i, l := range lines {
		s := graph.Sentence{
			ID: fmt.Sprintf("%s.%d", a.ID, i), Article: a.ID, Index: i, Part: graph.Body, Text: l.text,
			Start: starts[i], End: starts[i] + len(l.text), Origin: graph.OriginOf(l.text),
		}
		if i == 0 {
			s.Part = graph.Headline
		}
		d.Sentences = append(d.Sentences, s)
		for _, id := range slices.Sorted(maps.Keys(sampleEntities)) {
			e := sampleEntities[id]
			for _, n := range append([]string{e.Name}, e.Aliases...) {
				if at := strings.Index(l.text, n); at >= 0 {
					d.Mentions = append(d.Mentions, graph.Mention{Sentence: s.ID, Entity: id, Start: s.Start + at, End: s.Start + at + len(n), Surface: n, Rule: "sample"})
					used[id] = true
					break
				}
			}
		}
		for _, x := range l.says {
			c, ev := x.claim, x.ev
			for _, about := range x.about {
				c.About = append(c.About, about.Identify(o))
			}
			slices.Sort(c.About)
			c.Identify(o)
			claims[c.ID] = c
			ev.Claim, ev.Article, ev.Sentence, ev.Start, ev.End = c.ID, a.ID, s.ID, s.Start, s.End
			ev.Identify()
			d.Evidence = append(d.Evidence, ev)
			for _, id := range append([]string{c.Subject, c.Object}, slices.Concat(slices.Collect(maps.Values(c.Roles)), ev.Speakers)...) {
				used[id] = true
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		d.Claims = append(d.Claims, claims[id])
	}
	for again := true; again; { // parents are entities too
		again = false
		for _, id := range slices.Collect(maps.Keys(used)) {
			if p := sampleEntities[id].Parent; p != "" && !used[p] {
				used[p], again = true, true
			}
		}
	}
	delete(used, "")
	for _, id := range slices.Sorted(maps.Keys(used)) {
		d.Entities = append(d.Entities, sampleEntities[id])
	}
	return d
}

const supplySentence = "The statement condemned North Korea for handing ballistic missiles to Russia."

func sampleDocuments(t testing.TB) []graph.Document {
	t.Helper()
	const (
		kp, ru, ua, us = "state:KP", "state:RU", "state:UA", "state:US"
		bm, arms       = "weapon:ballistic-missile", "weapon:arms"
		joint, deal    = "statement:joint-2024-01-09", "transfer:kp-ru"
		kirby, peskov  = "person:john-kirby", "person:dmitry-peskov"
	)
	supplied := func(o ...option) said {
		return claim("SUPPLIED", kp, bm, append([]option{role("recipient", ru), role("transfer", deal)}, o...)...)
	}
	procured := func(o ...option) said {
		return claim("PROCURED", ru, bm, append([]option{role("from", kp)}, o...)...)
	}
	breaks := func(number string) said {
		return claim("VIOLATES", deal, "resolution:unsc-"+number, by(joint))
	}
	armsDenied := func(o ...option) said {
		return claim("PROCURED", ru, arms, append([]option{role("from", kp)}, o...)...)
	}
	signed := func(who string) said { return claim("SIGNED", who, joint, day("2024-01-09")) }
	signedAgain := func(who string) said { return claim("SIGNED", who, "statement:joint-2024-02-24", day("2024-02-24")) }
	used := claim("USED", ru, bm, role("target", ua), day("2023-12-30"), by(kirby))
	threat := claim("THREATENED", kp, "state:US", by("person:kim-jong-un", "org:kcna"), planned)

	// An article that a later version replaces: it drops the missiles, and its
	// headline still says more than its body.
	toSend := func(o ...option) said {
		return claim("SUPPLIED", "state:BY", "weapon:drone", append(o, role("recipient", "state:IR"))...)
	}
	shipment := document("post-10", "Morning Post", "2024-03-01", "Belarus sends drones to Iran", []said{toSend()},
		line{"Belarus is to send drones to Iran next month.", []said{toSend(planned)}},
		line{"It has already sent missiles.", []said{claim("SUPPLIED", "state:BY", "weapon:missile", role("recipient", "state:IR"))}},
	)
	edited := document("post-10", "Morning Post", "2024-03-01", "Belarus sends drones to Iran", []said{toSend()},
		line{"Belarus is to send drones to Iran next month.", []said{toSend(planned)}},
		line{"Minsk did not answer questions.", []said{claim("DECLINED_TO_COMMENT", "state:BY", "", words("questions"))}},
	)
	edited.Article.Modified = "2024-03-03"

	return []graph.Document{
		document("wire-1", "Example Wire", "2024-01-10", "Allies name the maker of the missiles", nil,
			line{"Norway, Japan, São Tomé and Príncipe and the European Union signed a joint statement on Tuesday.",
				[]said{signed("state:NO"), signed("state:JP"), signed("state:ST"), signed("org:european-union")}},
			line{supplySentence, []said{claim("CONDEMNED", joint, deal), supplied(by(joint))}},
			line{"The deal broke Resolution 1718, Resolution 1874 and Resolution 2270, it said.",
				[]said{breaks("1718"), breaks("1874"), breaks("2270")}},
			line{"Resolution 1718, passed by the UN Security Council in October 2006, bars North Korea from selling missiles.",
				[]said{
					claim("PROHIBITS", "resolution:unsc-1718", "weapon:missile", role("target", kp)),
					claim("ADOPTED", "org:un-security-council", "resolution:unsc-1718", month("2006-10-01", "2006-10-31")),
				}},
			line{"Dozens of countries were said to agree.", nil},
		),
		document("daily-2", "Daily Sample", "2024-01-11T08:00:00Z", "Russia sends missiles to North Korea",
			[]said{claim("SUPPLIED", ru, bm, role("recipient", kp), reversed)},
			line{"Russia has bought ballistic missiles from North Korea, the paper has learned.", []said{procured()}},
			line{"Moscow denied that it had bought any arms.",
				[]said{claim("DENIED", ru, "", words("that it had bought any arms", armsDenied())), armsDenied(denied, by(ru))}},
			line{"Pyongyang dismissed the story of the missiles as invented.",
				[]said{claim("DENIED", kp, "", words("the story of the missiles", supplied())), supplied(denied, by(kp))}},
			line{"Dmitry Peskov, a spokesman for the Kremlin, would not talk about the purchase.",
				[]said{
					claim("DECLINED_TO_COMMENT", peskov, "", words("the purchase", procured())),
					claim("HOLDS_POSITION", peskov, "position:spokesman", role("of", ru)),
				}},
			line{"Japan issued its own copy of the joint statement, and so did a deputy minister.",
				[]said{claim("ISSUED", "state:JP", joint, day("2024-01-09")), claim("ISSUED", "person:deputy", joint)}},
		),
		document("post-3", "Morning Post", "2024-01-05", "Two dead in Kharkiv", nil,
			line{"Russia fired ballistic missiles at Kharkiv on 2 January, leaving two people dead and more than 60 hurt.",
				[]said{
					claim("FIRED_AT", ru, "place:kharkiv", role("weapon", bm), day("2024-01-02")),
					claim("KILLED", "strike:kharkiv-2024-01-02", "", role("place", "place:kharkiv"), people(2, 2), day("2024-01-02")),
					claim("INJURED", "strike:kharkiv-2024-01-02", "", role("place", "place:kharkiv"), people(61, -1), day("2024-01-02")),
				}},
			line{"Odesa was struck by Russia on 30 December.",
				[]said{claim("ATTACKED", ru, "place:odesa", day("2023-12-30"))}},
			line{"John Kirby said Russia used ballistic missiles on Ukraine that day.",
				[]said{claim("STATED", kirby, "", words("Russia used ballistic missiles on Ukraine that day", used)), used}},
			line{"Russia means to buy drones from Iran.",
				[]said{claim("PROCURED", ru, "weapon:drone", role("from", "state:IR"), planned)}},
		),
		document("second-4", "Second Paper", "2024-01-12", "What the allies signed", nil,
			line{supplySentence, []said{claim("CONDEMNED", joint, deal), supplied(by(joint))}},
			line{"Norway was among those who signed it.", []said{signed("state:NO")}},
			line{"The export of drones by Iran and their purchase by Russia troubled all of them.",
				[]said{claim("SUPPLIED", "state:IR", "weapon:drone"), claim("PROCURED", ru, "weapon:drone")}},
		),
		document("weekly-5", "The Weekly", "2024-01-14", "A trade in missiles", nil,
			line{"Russia allegedly obtained ballistic missiles from North Korea, the White House said.",
				[]said{procured(alleged, by(us)), claim("STATED", us, "", words("Russia allegedly obtained ballistic missiles from North Korea", procured()))}},
			line{"Drones from Iran have not reached Russia.",
				[]said{claim("SUPPLIED", "state:IR", "weapon:drone", role("recipient", ru), negated)}},
			line{"Vladimir Putin met Kim Jong Un in Vladivostok in September.",
				[]said{claim("MET", "person:vladimir-putin", "person:kim-jong-un", role("place", "place:vladivostok"), month("2023-09-01", "2023-09-30"))}},
			line{"KCNA quoted Kim Jong Un as saying that North Korea would threaten the United States.",
				[]said{claim("STATED", "person:kim-jong-un", "", words("North Korea would threaten the United States", threat), by("person:kim-jong-un", "org:kcna")), threat}},
		),
		document("undated-6", "", "", "A note without a date", nil,
			line{"The European Union put North Korea under sanctions again.",
				[]said{claim("SANCTIONED", "org:european-union", kp)}},
		),
		document("daily-7", "Daily Sample", "2024-01-04", "At least four dead in Kharkiv", nil,
			line{"At least four people died in the strike on Kharkiv on 2 January and 55 to 70 were hurt.",
				[]said{
					claim("KILLED", "strike:kharkiv-2024-01-02", "", role("place", "place:kharkiv"), people(4, -1), day("2024-01-02")),
					claim("INJURED", "strike:kharkiv-2024-01-02", "", role("place", "place:kharkiv"), people(55, 70), day("2024-01-02")),
				}},
			line{"Russia hit Odesa with ballistic missiles that it had from North Korea, Ukraine said.",
				[]said{
					claim("USED", ru, bm, role("target", "place:odesa"), role("from", kp), day("2023-12-30"), by(ua)),
					claim("ATTACKED", ru, "place:odesa", day("2023-12-30"), by(ua)),
				}},
			line{"Sergei Shoigu, the Russian defence minister, did not answer questions.",
				[]said{
					claim("HOLDS_POSITION", "person:sergei-shoigu", "position:defence-minister", role("of", ru)),
					claim("DECLINED_TO_COMMENT", "person:sergei-shoigu", "", words("questions")),
				}},
			line{"Kyiv denied that it was in talks with Moscow.",
				[]said{claim("NEGOTIATED_WITH", ru, ua, denied, by(ua)), claim("DENIED", ua, "", words("that it was in talks with Moscow", claim("NEGOTIATED_WITH", ru, ua)))}},
		),
		document("wire-8", "Example Wire", "2024-02-24", "A second statement on arms", nil,
			line{"Iceland, Norway, Japan and the United States signed another joint statement on Saturday.",
				[]said{signedAgain("state:IS"), signedAgain("state:NO"), signedAgain("state:JP"), signedAgain(us)}},
			line{"Norway and Iceland belong to NATO, and so do Turkey and others.",
				[]said{claim("MEMBER_OF", "state:NO", "org:nato"), claim("MEMBER_OF", "state:IS", "org:nato")}},
			line{"On 23 February the United States put Korea Arms Trading under sanctions.",
				[]said{claim("SANCTIONED", us, "org:korea-arms", day("2024-02-23"))}},
			line{"The European Union means to do the same.",
				[]said{claim("SANCTIONED", "org:european-union", "org:korea-arms", planned)}},
			line{"Kim Jong Un is to visit Russia next year.",
				[]said{claim("VISITED", "person:kim-jong-un", ru, planned)}},
		),
		document("weekly-9", "The Weekly", "2024-06-02", "A new minister", nil,
			line{"Andrei Belousov, the Russian defence minister, flew to Vladivostok on 30 May.",
				[]said{
					claim("HOLDS_POSITION", "person:andrei-belousov", "position:defence-minister", role("of", ru)),
					claim("VISITED", "person:andrei-belousov", "place:vladivostok", day("2024-05-30")),
				}},
			line{"Dmitry Peskov would not say why.", []said{claim("DECLINED_TO_COMMENT", peskov, "", words("why"))}},
			line{"Only Norway and Iceland had signed the Joint Statement 24 February 2024 in writing.",
				[]said{signedAgain("state:NO"), signedAgain("state:IS")}},
		),
		shipment,
		edited,
	}
}
