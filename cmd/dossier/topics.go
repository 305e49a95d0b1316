package main

import (
	"embed"
	"fmt"
	"io"
	"slices"
	"strings"
)

//go:embed topics/*.txt
var topicFiles embed.FS

// topicNames are the topics of dossier help, in the order of reading.
var topicNames = []string{"model", "claims", "time", "rules", "queries", "environment"}

// topic returns the title and the text of a topic.
func topic(name string) (title, text string, ok bool) {
	if !slices.Contains(topicNames, name) {
		return "", "", false
	}
	data, err := topicFiles.ReadFile("topics/" + name + ".txt")
	if err != nil {
		panic(err) // it is in the binary
	}
	title, text, _ = strings.Cut(string(data), "\n\n")
	return title, text, true
}

// topicRows are the names and titles, for lists.
func topicRows() [][2]string {
	var rows [][2]string
	for _, name := range topicNames {
		title, _, _ := topic(name)
		rows = append(rows, [2]string{name, title})
	}
	return rows
}

// helpTopic returns the topic that a command line asks for: dossier help TOPIC.
// Help for a command of that name is asked for with --help.
func helpTopic(args []string) (string, bool) {
	if len(args) != 3 || args[1] != "help" {
		return "", false
	}
	_, _, ok := topic(args[2])
	return args[2], ok
}

func writeTopic(w io.Writer, name string) error {
	title, text, _ := topic(name)
	_, err := fmt.Fprintf(w, "%s\n\n%s", title, text)
	return err
}
