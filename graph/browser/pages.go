package browser

import (
	"bytes"
	_ "embed"
	"html/template"
)

//go:embed open.html
var openHTML []byte

//go:embed open.js
var openJS []byte

//go:embed guide.html
var guideHTML string

var guideTemplate = template.Must(template.New("guide.html").Parse(guideHTML))

// A Script is a statement that runs as it is, to be saved in Neo4j Browser.
type Script struct {
	Folder      string // within the folder of all of them; empty for that one
	Title       string
	Description string
	Cypher      string // its first line is a comment with the title
}

// Pages are the files to serve from the origin of Neo4j Browser, by name:
// open.html with open.js, and guide.html, which ends with the scripts.
func Pages(scripts []Script) (map[string][]byte, error) {
	var guide bytes.Buffer
	if err := guideTemplate.Execute(&guide, scripts); err != nil {
		return nil, err
	}
	return map[string][]byte{"open.html": openHTML, "open.js": openJS, "guide.html": guide.Bytes()}, nil
}
