package browser

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"dossier/graph"
)

// A Rule is a rule of the style of Neo4j Browser, as in its .grass files. Where
// several fit a node, the later one wins.
type Rule struct {
	Selector   string            `json:"selector"`
	Properties map[string]string `json:"properties"`
}

// colours of labels; a label without one has that of the nearest label above it.
// White text is readable on all of them, and they differ in lightness, so that
// those who do not tell red from green tell them apart.
var colours = map[string]string{
	"Entity":       "#5B6770",
	"State":        "#1F4E79",
	"Organization": "#2E7D9A",
	"Person":       "#A65B00",
	"Place":        "#4F7942",
	"Position":     "#8A6D3B",
	"Weapon":       "#9B2226",
	"Technology":   "#B5485D",
	"Aid":          "#6B8E23",
	"Event":        "#7B3F00",
	"Transfer":     "#B0413E",
	"Statement":    "#5E548E",
	"Agreement":    "#7B6DA8",
	"Resolution":   "#3D348B",
	"Sanction":     "#4B3F72",
}

// Colour returns the colour of a label as #RRGGBB.
func Colour(o *graph.Ontology, label string) string {
	for ; label != ""; label = o.Labels[label].Is {
		if c, ok := colours[label]; ok {
			return c
		}
	}
	return colours["Entity"]
}

// Style is the style for the labels of the ontology and of the record, general
// labels before those below them.
func Style(o *graph.Ontology) []Rule {
	rules := []Rule{
		{"node", nodeLook("#8A949C", "50px", "{name}")},
		{"relationship", map[string]string{
			"color": "#8A949C", "border-color": "#6C757D", "shaft-width": "2px", "font-size": "9px",
			"padding": "3px", "text-color-external": "#333333", "text-color-internal": "#FFFFFF", "caption": "<type>",
		}},
		{"node.Article", nodeLook("#C9A227", "55px", "{outlet}")},
		{"node.Sentence", nodeLook("#E3D9B8", "40px", "{text}")},
		{"node.Claim", nodeLook("#6C757D", "50px", "{relation}")},
	}
	labels := o.LabelNames()
	slices.SortStableFunc(labels, func(a, b string) int { return len(o.Lineage(a)) - len(o.Lineage(b)) })
	for _, l := range labels {
		size := "55px"
		if l == "State" {
			size = "65px"
		}
		rules = append(rules, Rule{"node." + l, nodeLook(Colour(o, l), size, "{name}")})
	}
	return rules
}

func nodeLook(colour, diameter, caption string) map[string]string {
	text := "#FFFFFF"
	if light(colour) {
		text = "#222222"
	}
	return map[string]string{
		"color": colour, "border-color": "#33333366", "border-width": "1px", "text-color-internal": text,
		"diameter": diameter, "font-size": "10px", "caption": caption,
	}
}

// light reports whether dark text is the readable one on a colour.
func light(colour string) bool {
	var r, g, b int
	fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b)
	return 299*r+587*g+114*b > 150_000
}

// Grass writes a style as a .grass file, which can be dropped on Neo4j Browser.
func Grass(rules []Rule) string {
	var b strings.Builder
	for _, r := range rules {
		b.WriteString(r.Selector + " {\n")
		for _, key := range slices.Sorted(maps.Keys(r.Properties)) {
			v := r.Properties[key]
			if key == "caption" {
				v = `"` + v + `"`
			}
			fmt.Fprintf(&b, "  %s: %s;\n", key, v)
		}
		b.WriteString("}\n\n")
	}
	return b.String()
}
