package extract

import "dossier/loaders/text"

// clock returns the length of a time of day at i, or 0: "3 a.m.", "00:02 hours",
// "2:30 p.m. local time".
func clock(tokens []token, i int) int {
	if tokens[i].Kind != text.Number || len(tokens[i].Lower) > 2 {
		return 0
	}
	n, minutes := 1, tokenAt(tokens, i+2)
	if c := tokenAt(tokens, i+1); c.Lower == ":" && !c.Spaced && minutes.Kind == text.Number && !minutes.Spaced && len(minutes.Lower) == 2 {
		n = 3
	}
	switch tokenAt(tokens, i+n).Lower {
	case "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "gmt", "hrs":
		n++
	case "hours":
		if n == 1 {
			return 0 // "3 hours"
		}
		n++
	default:
		if n == 1 {
			return 0
		}
	}
	if zone := tokenAt(tokens, i+n); (zone.Lower == "local" || zone.Capital) && tokenAt(tokens, i+n+1).Lower == "time" {
		n += 2
	} else if zone.Lower == "gmt" {
		n++
	}
	return n
}

// clockFrom returns the token where the phrase of the time of day at i begins: "at 3
// a.m.", "at about 2:30", "as of 10 a.m.".
func clockFrom(tokens []token, i int) int {
	from := i
	for from > 0 {
		switch tokens[from-1].Lower {
		case "at", "about", "around", "before", "after", "by", "until", "since", "from", "approximately", "roughly":
			from--
			continue
		case "of":
			if from > 1 && tokens[from-2].Lower == "as" {
				return from - 2
			}
		}
		return from
	}
	return from
}
