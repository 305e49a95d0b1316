package score

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// titles are words in front of a person's name that are no part of it.
var titles = setOf(`ambassador ayatollah brigadier chancellor chief col crown defence defense dictator dr foreign former
	gen general governor iranian japanese king korean leader lt mayor minister mr mrs ms north polish president
	prime prince russian secretary sen south spokesman spokesperson spokeswoman state ukrainian us`)

// documentWords say that something is a statement, whatever its name.
var documentWords = setOf("communique declaration letter pledge readout report statement")

// same reports whether text names what the gold calls gold, a thing of type
// kind.
func (n *Names) same(gold, kind, text string) bool {
	if strings.TrimSpace(text) == "" {
		return false
	}
	if normalize(gold) == normalize(text) {
		return true
	}
	switch kind {
	case "State":
		return n.sameActor(gold, text) || n.sameBase(gold, text) ||
			strings.ContainsAny(normalize(gold), digits) && overlap(gold, text) >= allTheWords
	case "Org":
		return n.sameBase(gold, text) ||
			len(tokens(gold)) > 1 && len(tokens(text)) > 1 && overlap(gold, text) >= allTheWords
	case "Place":
		return n.samePlace(gold, text)
	case "Person":
		return n.samePerson(gold, text)
	case "Count":
		return numbers(gold).meets(numbers(text))
	case "Resolution":
		return n.sameBase(gold, text) || sameResolution(gold, text)
	case "Statement":
		return n.sameBase(gold, text) || sameStatement(gold, text)
	case "Treaty", "Agreement", "Sanction":
		return n.sameBase(gold, text) || overlap(gold, text) >= mostWords
	case "Weapon", "Aid":
		return sameWeapon(gold, text)
	case "Transfer", "Event":
		return sameAct(gold, text)
	case "Role":
		return overlap(gold, text) >= halfTheWords
	case "Claim", "Topic":
		return true // free words: the sentence decides
	}
	return overlap(gold, text) >= mostWords
}

const digits = "0123456789"

func (n *Names) sameBase(a, b string) bool  { return n.baseName(a) == n.baseName(b) }
func (n *Names) sameActor(a, b string) bool { return n.actorName(a) == n.actorName(b) }

func (n *Names) baseName(s string) string {
	if n == nil {
		return normalize(s)
	}
	return n.base.canon(s)
}

func (n *Names) actorName(s string) string {
	if n == nil {
		return normalize(s)
	}
	return n.actors.canon(s)
}

// samePlace takes "the city of Kharkiv" for Kharkiv, if the gold's place is one
// that the names know.
func (n *Names) samePlace(gold, text string) bool {
	if n == nil {
		return overlap(gold, text) >= mostWords
	}
	place := n.places.canon(gold)
	if place == n.places.canon(text) {
		return true
	}
	_, named := n.base[normalize(text)]
	if named || n.places.leadsTo(normalize(gold)) {
		return newSet(strings.Fields(normalize(place))).within(newSet(strings.Fields(normalize(text))))
	}
	return overlap(gold, text) >= mostWords
}

func (t table) leadsTo(name string) bool {
	for _, canonical := range t {
		if canonical == name {
			return true
		}
	}
	return false
}

// samePerson asks for the surname and no other first name. Somebody known only
// by a description is compared word by word.
func (n *Names) samePerson(gold, text string) bool {
	person, found := n.baseName(gold), n.baseName(text)
	if person == found {
		return true
	}
	have := strings.Fields(found)
	if bare := slices.DeleteFunc(strings.Fields(found), titles.has); len(bare) > 0 && len(bare) < len(have) {
		if n.baseName(strings.Join(bare, " ")) == person {
			return true
		}
		have = bare
	}
	want := strings.Fields(person)
	named := gold != "" && 'A' <= gold[0] && gold[0] <= 'Z' && normalize(gold) != ""
	switch {
	case !named || len(want) > 4:
		return overlap(gold, text) >= mostWords
	case len(have) == 0:
		return false
	case have[len(have)-1] == want[len(want)-1] && (len(have) == 1 || slices.Contains(have, want[0])):
		return true
	}
	return newSet(want).within(newSet(have))
}

var numberWords = strings.Fields(`zero one two three four five six seven eight nine ten
	eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty`)

// numbers returns the numbers in a text, those up to twenty also from words.
func numbers(s string) set {
	found := make(set)
	for _, w := range strings.Fields(normalize(strings.ReplaceAll(s, ",", ""))) {
		switch i := slices.Index(numberWords, w); {
		case strings.Trim(w, digits) == "":
			found[w] = struct{}{}
		case i >= 0:
			found[strconv.Itoa(i)] = struct{}{}
		default:
			switch w := strings.TrimSuffix(w, "s"); w {
			case "dozen", "score", "hundred", "thousand":
				found[w] = struct{}{}
			}
		}
	}
	return found
}

// sameResolution compares numbers where a number is given.
func sameResolution(gold, text string) bool {
	a, b := resolutionNumbers(gold), resolutionNumbers(text)
	if len(a) > 0 || len(b) > 0 {
		return a.meets(b)
	}
	speaks := func(s string) bool {
		s = normalize(s)
		return strings.Contains(s, "resolution") || strings.Contains(s, "unscr")
	}
	return speaks(gold) && speaks(text) || overlap(gold, text) >= mostWords
}

// resolutionNumbers returns numbers of three or four digits, but not what is
// more likely a year.
func resolutionNumbers(s string) set {
	s = normalize(s)
	found := make(set)
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !isPlain(r) }) {
		if len(w) != 3 && len(w) != 4 || strings.Trim(w, digits) != "" {
			continue
		}
		year := len(w) == 4 && (w[:2] == "19" || w[:2] == "20")
		if !year || strings.Contains(s, "resolution "+w) {
			found[w] = struct{}{}
		}
	}
	return found
}

// sameStatement takes any two documents for one unless both are dated, and
// differently.
func sameStatement(gold, text string) bool {
	if !newSet(tokens(gold)).meets(documentWords) || !newSet(tokens(text)).meets(documentWords) {
		return overlap(gold, text) >= mostWords
	}
	a, b := days(gold), days(text)
	return len(a) == 0 || len(b) == 0 || a.meets(b)
}

var dayPattern = sync.OnceValue(func() *regexp.Regexp {
	const month = `(january|february|march|april|may|june|july|august|september|october|november|december)`
	return regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)? ` + month + `\b|\b` + month + ` (\d{1,2})\b`)
})

// days returns the days of the year in a text, as "9 january".
func days(s string) set {
	found := make(set)
	for _, m := range dayPattern().FindAllStringSubmatch(normalize(s), -1) {
		found[m[1]+m[4]+" "+m[2]+m[3]] = struct{}{}
	}
	return found
}
