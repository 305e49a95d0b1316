package text

import (
	"strings"
	"testing"
)

// sentences returns the sentences of a text, parted by |.
func sentences(s string) string {
	tokens := Tokens(nil, s, Lower(s), 0, len(s))
	var out []string
	for _, r := range Sentences(tokens) {
		out = append(out, s[tokens[r.From].Start:tokens[r.To-1].End])
	}
	return strings.Join(out, "|")
}

// In the rows, | stands where a sentence ends and the next begins.
func TestSentences(t *testing.T) {
	for _, row := range []struct{ name, text string }{
		{"nothing", ""},
		{"one", "Russia fired."},
		{"no end", "Russia fired"},
		{"two", "Russia fired. |Ukraine answered."},
		{"question and exclamation", "Why? |Nobody knows! |He left."},
		{"number begins", "Rain fell. |2,000 people fled."},
		{"initialism inside", "The U.S. Navy left."},
		{"initialism before a name", "He told U.S. Senator Anna Brown."},
		{"initialism at the end", "He left the U.S. |The talks failed."},
		{"initialism before a lower-case word", "He told the U.S. that it failed."},
		{"initialism at the end of the text", "He left the U.S."},
		{"title", "He met Gen. Mark Milley. |They talked."},
		{"titles", "Sen. Smith, Rep. Jones and Dr. Brown met Mr. Green."},
		{"titles are not broken before common words", "We met Mr. The."},
		{"initials", "George W. Bush met J. D. Vance."},
		{"initial before a starter", "He chose plan B. The rest is history."},
		{"month and day", "It came on Jan. 9. |The next came in Feb. |They stopped."},
		{"month at the end", "He arrived in Dec. |After that he left."},
		{"number sign", "He left No. 10 Downing Street. |He was tired."},
		{"no", "He said no. |She said yes."},
		{"time", "At 9 a.m. Kim fired."},
		{"company", "Acme Corp. of Ohio and Acme Co. sold it. |Nobody bought."},
		{"company at the end", "It was sold to Acme Inc. |The price is secret."},
		{"quotation closed behind the stop", "“We did it.” |He smiled."},
		{"quotation closed behind the comma", "“We did it,” Smith said. |He smiled."},
		{"question within a quotation", "“Did we?” he asked. |She nodded."},
		{"quotation opens the next", "He smiled. |“We did it,” he said."},
		{"straight quotes", "\"We did it.\" |\"No.\""},
		{"quotation over sentences", "“We won. |They lost. |It is over,” he said."},
		{"bracket closes", "(It rained.) |The talks failed."},
		{"bracket opens", "The talks failed. |(It rained.)"},
		{"bracket and quotation close", "(“It rained.”) |The talks failed."},
		{"ellipsis inside", "Well... maybe not."},
		{"ellipsis before a name", "Then... Russia fired."},
		{"ellipsis at the end", "He waited… |The door opened."},
		{"decimal", "It cost 3.5 million. |Nobody paid."},
		{"stop without space", "See example.org for more. |It works."},
		{"sentences without a space", "They left for Rome at noon.|The talks failed."},
		{"name with a stop", "He reads Lenta.Ru daily."},
		{"abbreviation before a bracket", "He left the U.S. (again)."},
		{"abbreviation before a quotation", "He left the U.S. |“Enough,” he said."},
		{"bullet", "Two points. |• One"},
		{"several marks", "What?! |Nobody knew."},
		{"semicolon", "He came; he saw. |He won."},
		{"lower case goes on", "He bought an i.Pod. it broke."},
	} {
		t.Run(row.name, func(t *testing.T) {
			text := strings.ReplaceAll(row.text, "|", "")
			if got, want := sentences(text), strings.ReplaceAll(row.text, " |", "|"); got != want {
				t.Errorf("\n got %s\nwant %s", got, want)
			}
		})
	}
}

// checkSentences returns what is wrong with sentences over n tokens, or "".
func checkSentences(n int, ranges []Range) string {
	at := 0
	for _, r := range ranges {
		if r.From != at || r.To <= r.From {
			return "a sentence is empty, or there is a gap before it"
		}
		at = r.To
	}
	if at != n {
		return "the last tokens are in no sentence"
	}
	return ""
}
