package synthetic

import "fmt"

var (
	attackers = []string{"Russia", "Israel", "Ethiopia", "Saudi Arabia"}
	targets   = map[string][]string{
		"Russia":       {"Kharkiv", "Odesa", "Kherson", "Dnipro", "Mykolaiv", "Zaporizhzhia", "Sumy", "Lviv"},
		"Israel":       {"Rafah", "Khan Younis", "Damascus", "Beirut", "Aleppo"},
		"Ethiopia":     {"Mekelle", "Axum"},
		"Saudi Arabia": {"Sanaa", "Hodeidah"},
	}
	leaders = []string{
		"Vladimir Putin", "Kim Jong Un", "Joe Biden", "Antony Blinken", "Sergei Lavrov", "Emmanuel Macron", "Olaf Scholz", "Xi Jinping",
		"Volodymyr Zelenskyy", "Benjamin Netanyahu", "Narendra Modi", "Wang Yi",
	}
	venues = []string{"Geneva", "Vienna", "Ankara", "Doha", "Cairo", "Astana", "Hanoi", "Singapore"}
	states = []string{
		"North Korea", "Russia", "Iran", "Belarus", "Syria", "Myanmar", "Eritrea", "Sudan", "Pakistan", "Libya", "Venezuela", "Cuba", "Nicaragua", "Mali",
	}
	goods       = []string{"ballistic missiles", "drones", "tanks", "artillery shells", "cruise missiles", "fighter jets"}
	signatories = []string{
		"the United States", "Japan", "South Korea", "Australia", "Canada", "Germany", "France", "Norway", "Sweden", "Poland", "Italy", "Spain",
	}
	heavily = []string{"", "heavily", "again", "repeatedly", "suddenly", "also", "then", "later"}
	again   = []string{"", "again", "quietly", "secretly", "also", "now", "later", "openly"}

	towns  = []string{"Northgate", "Southmere", "Eastfield", "Westbrook", "Highcliff", "Lowdale", "Stonebridge", "Ashford", "Millbrook", "Fairview", "Oakham", "Redhill"}
	papers = []string{"Wire", "Post", "Courier", "Herald", "Gazette", "Observer", "Chronicle", "Mirror", "Ledger", "Echo"}

	things = []string{
		"river", "bakery", "school", "orchard", "library", "market", "harbor", "museum", "theater", "garden", "station", "bridge", "hotel", "square", "farm",
		"mill", "pharmacy", "stadium", "kitchen", "cellar", "attic", "meadow", "lighthouse", "ferry", "tram", "clock", "fountain", "staircase", "window", "roof",
	}
	looks = []string{
		"quiet", "crowded", "empty", "cold", "warm", "bright", "dim", "old", "new", "narrow", "wide", "noisy", "clean", "dusty", "wet", "dry", "green", "gray", "tall", "small",
	}
	times = []string{"in the morning", "at noon", "in the evening", "after dark", "all week", "for hours", "at dawn", "since spring", "as usual", "for once"}
)

// filler is a sentence that says nothing to the rules and is hardly ever written
// twice.
func (m *maker) filler() string {
	return fmt.Sprintf("The %s near the %s %s was %s and the %s beside it was %s %s, while the %s %s looked %s.",
		one(m.r, things), one(m.r, looks), one(m.r, things), one(m.r, looks), one(m.r, things), one(m.r, looks), one(m.r, times),
		one(m.r, looks), one(m.r, things), one(m.r, looks))
}
