package score

import (
	"strings"
	"sync"
)

// A classTable says of which class of things a word speaks. Two descriptions
// that share a class are taken for one thing: "ballistic missiles" for
// "short-range rockets", "transfers" for "procurement".
type classTable struct {
	classes  map[string]string
	specific set // words that name a system and not only its kind
}

func newClassTable(specific string, classes map[string]string) *classTable {
	t := &classTable{classes: make(map[string]string), specific: setOf(specific)}
	for class, words := range classes {
		for _, w := range strings.Fields(words) {
			t.classes[w] = class
		}
	}
	return t
}

// No word is in two classes of a table.
var weapons = sync.OnceValue(func() *classTable {
	return newClassTable("atacms chloropicrin harm harms himars iskander kinzhal m777 radar radars shahed spare tear tomahawk", map[string]string{
		"aid":        "aid assistance humanitarian support",
		"ammunition": "ammunition artillery howitzer howitzers m777 munition munitions shell shells",
		"arms":       "armament armaments arms equipment materiel package packages weapon weaponry weapons",
		"chemical":   "chemical chloropicrin cn cs gas gases grenades riot tear",
		"drone":      "drone drones shahed shaheds uav uavs",
		"launcher":   "himars launcher launchers mlrs",
		"missile":    "atacms harm harms icbm icbms iskander kinzhal missile missiles rocket rockets srbm srbms tomahawk",
		"nuclear":    "nuclear warhead warheads",
		"parts":      "parts spare",
		"radar":      "radar radars",
		"technology": "technologies technology",
		"troops":     "soldiers troops",
	})
})

var acts = sync.OnceValue(func() *classTable {
	return newClassTable("", map[string]string{
		"abuse":        "abuse abuses",
		"annexation":   "annex annexation",
		"exercise":     "drills exercise exercises",
		"exposure":     "exposure",
		"mobilization": "mobilisation mobilization",
		"plant":        "plant zaporizhzhya",
		"sanction":     "embargo sanction sanctions",
		"strike": `airstrike airstrikes attack attacking attacks bombardment bombing bombings launch launches
			raid raids shelling strike strikes test tests threats`,
		"transfer": `acquisition deal deals deliveries delivery exchange exchanges export exporting exports import imports
			procurement provision providing provisions purchase purchases sale sales shipment shipments supplies supply
			supplying trade transaction transactions transfer transferring transfers`,
		"use": "deployment use used using utilisation utilization",
		"war": "war",
	})
})

func (t *classTable) of(words []string) set {
	found := make(set)
	for _, w := range words {
		if class, ok := t.classes[w]; ok {
			found[class] = struct{}{}
		}
	}
	return found
}

func (t *classTable) named(words []string) set {
	found := make(set)
	for _, w := range words {
		if t.specific.has(w) {
			found[stem(w)] = struct{}{}
		}
	}
	return found
}

// weaponClasses returns the classes of goods in a phrase. A rocket launcher is
// no rocket, and "arms" or "aid" beside something definite says nothing.
func weaponClasses(phrase string) set {
	c := weapons().of(tokens(phrase))
	if c.has("launcher") {
		delete(c, "missile")
	}
	if len(c) > 1 {
		delete(c, "arms")
		delete(c, "aid")
	}
	return c
}

func sameWeapon(gold, text string) bool {
	a, b := weaponClasses(gold), weaponClasses(text)
	if len(a) == 0 || len(b) == 0 {
		return overlap(gold, text) >= halfTheWords
	}
	x, y := weapons().named(tokens(gold)), weapons().named(tokens(text))
	switch {
	case len(x) > 0 && len(y) > 0 && !x.meets(y):
		return false // two named systems
	case (len(x) > 0) != (len(y) > 0) && a.has("radar") != b.has("radar"):
		return false // a missile and a radar for it
	}
	return a.meets(b)
}

func sameAct(gold, text string) bool {
	a, b := acts().of(tokens(gold)), acts().of(tokens(text))
	if len(a) == 0 || len(b) == 0 {
		return overlap(gold, text) >= halfTheWords
	}
	return a.meets(b)
}

// isAct reports whether a phrase speaks of an act that the table knows.
func isAct(phrase string) bool { return len(acts().of(tokens(phrase))) > 0 }
