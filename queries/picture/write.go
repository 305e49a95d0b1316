package picture

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"unicode"
)

// oneLine takes line breaks and control characters, which come from foreign
// texts, out of a name.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }), " ")
}

func writeDOT(w io.Writer, p *Picture) error {
	var b strings.Builder
	b.WriteString("digraph dossier {\n  rankdir=LR;\n" +
		"  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontcolor=white, color=\"#33333366\"];\n" +
		"  edge [fontname=\"Helvetica\", fontsize=10, color=\"#5B6770\"];\n")
	for _, n := range p.Nodes {
		fmt.Fprintf(&b, "  %s [label=%s, fillcolor=%q, tooltip=%s];\n", dotQuote(n.ID), dotQuote(n.Name), n.Colour, dotQuote(n.Label))
	}
	for _, e := range p.Edges {
		fmt.Fprintf(&b, "  %s -> %s [label=%s", dotQuote(e.From), dotQuote(e.To), dotQuote(e.Caption()))
		if style := dotStyle(e); style != "" {
			b.WriteString(", " + style)
		}
		b.WriteString("];\n")
	}
	b.WriteString("}\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// dotStyle shows what the edge rests on: dashes for what is in doubt, red for
// what is contested, a thin line for a qualifier.
func dotStyle(e Edge) string {
	switch {
	case e.Status == "disputed" || e.Status == "denied":
		return `style=dashed, color="#9B2226", tooltip="` + e.Status + `"`
	case e.Role != "":
		return `style=dotted, arrowhead=open`
	case Rank(e.Status) > Rank("attributed"):
		return `style=dashed, tooltip="` + e.Status + `"`
	case e.Articles > 1:
		return "penwidth=2"
	}
	return ""
}

func dotQuote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(s)) + `"`
}

func writeMermaid(w io.Writer, p *Picture) error {
	var b strings.Builder
	b.WriteString("graph LR\n")
	number, classes := map[string]int{}, map[string]string{}
	var order []string
	for i, n := range p.Nodes {
		number[n.ID] = i
		if classes[n.Label] == "" {
			order = append(order, n.Label)
			classes[n.Label] = n.Colour
		}
		fmt.Fprintf(&b, "  n%d[\"%s\"]:::%s\n", i, mermaidQuote(n.Name), n.Label)
	}
	for _, e := range p.Edges {
		arrow := "-->"
		if e.Role != "" || Rank(e.Status) > Rank("attributed") {
			arrow = "-.->"
		}
		caption := e.Caption()
		if e.Role == "" && Rank(e.Status) > Rank("attributed") {
			caption += ", " + e.Status
		}
		fmt.Fprintf(&b, "  n%d %s|\"%s\"| n%d\n", number[e.From], arrow, mermaidQuote(caption), number[e.To])
	}
	for _, label := range order {
		fmt.Fprintf(&b, "  classDef %s fill:%s,color:#fff,stroke:#333\n", label, classes[label])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// mermaidQuote writes what Mermaid takes for its own syntax as entities, which
// begin with # there.
func mermaidQuote(s string) string {
	return strings.NewReplacer(`"`, "#quot;", "<", "#lt;", ">", "#gt;", "&", "#amp;", "#", "#35;", "`", "#96;").Replace(oneLine(s))
}

type graphMLData struct {
	Key   string `xml:"key,attr"`
	Value string `xml:",chardata"`
}

type graphMLKey struct {
	ID   string `xml:"id,attr"`
	For  string `xml:"for,attr"`
	Name string `xml:"attr.name,attr"`
	Type string `xml:"attr.type,attr"`
}

type graphMLNode struct {
	ID   string        `xml:"id,attr"`
	Data []graphMLData `xml:"data"`
}

type graphMLEdge struct {
	ID     string        `xml:"id,attr"`
	Source string        `xml:"source,attr"`
	Target string        `xml:"target,attr"`
	Data   []graphMLData `xml:"data"`
}

func writeGraphML(w io.Writer, p *Picture) error {
	type body struct {
		ID          string        `xml:"id,attr"`
		EdgeDefault string        `xml:"edgedefault,attr"`
		Nodes       []graphMLNode `xml:"node"`
		Edges       []graphMLEdge `xml:"edge"`
	}
	doc := struct {
		XMLName xml.Name     `xml:"graphml"`
		NS      string       `xml:"xmlns,attr"`
		Keys    []graphMLKey `xml:"key"`
		Graph   body         `xml:"graph"`
	}{
		NS: "http://graphml.graphdrawing.org/xmlns",
		Keys: []graphMLKey{
			{"name", "node", "name", "string"}, {"label", "node", "label", "string"}, {"color", "node", "color", "string"},
			{"relation", "edge", "relation", "string"}, {"role", "edge", "role", "string"}, {"caption", "edge", "caption", "string"},
			{"status", "edge", "status", "string"}, {"claims", "edge", "claims", "string"}, {"articles", "edge", "articles", "long"},
			{"first", "edge", "first", "string"}, {"last", "edge", "last", "string"},
		},
		Graph: body{ID: "dossier", EdgeDefault: "directed"},
	}
	for _, n := range p.Nodes {
		doc.Graph.Nodes = append(doc.Graph.Nodes, graphMLNode{n.ID, []graphMLData{{"name", oneLine(n.Name)}, {"label", n.Label}, {"color", n.Colour}}})
	}
	for i, e := range p.Edges {
		data := []graphMLData{
			{"relation", e.Relation}, {"caption", e.Caption()}, {"status", e.Status},
			{"claims", strings.Join(e.Claims, " ")}, {"articles", fmt.Sprint(e.Articles)},
		}
		for _, d := range []graphMLData{{"role", e.Role}, {"first", e.First}, {"last", e.Last}} {
			if d.Value != "" {
				data = append(data, d)
			}
		}
		doc.Graph.Edges = append(doc.Graph.Edges, graphMLEdge{fmt.Sprintf("e%d", i), e.From, e.To, data})
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// writeCytoscape writes the JSON that Cytoscape, desktop and .js, reads.
func writeCytoscape(w io.Writer, p *Picture) error {
	type element struct {
		Data map[string]any `json:"data"`
	}
	var doc struct {
		Data     map[string]any `json:"data"`
		Elements struct {
			Nodes []element `json:"nodes"`
			Edges []element `json:"edges"`
		} `json:"elements"`
	}
	doc.Data = map[string]any{"name": "dossier"}
	doc.Elements.Nodes, doc.Elements.Edges = []element{}, []element{}
	for _, n := range p.Nodes {
		doc.Elements.Nodes = append(doc.Elements.Nodes, element{map[string]any{"id": n.ID, "name": n.Name, "label": n.Label, "color": n.Colour}})
	}
	for i, e := range p.Edges {
		data := map[string]any{
			"id": fmt.Sprintf("e%d", i), "source": e.From, "target": e.To, "interaction": e.Relation, "relation": e.Relation,
			"name": e.Caption(), "status": e.Status, "claims": e.Claims, "articles": e.Articles,
		}
		for key, v := range map[string]string{"role": e.Role, "first": e.First, "last": e.Last} {
			if v != "" {
				data[key] = v
			}
		}
		doc.Elements.Edges = append(doc.Elements.Edges, element{data})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(doc)
}
