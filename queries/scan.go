package queries

import (
	"regexp"
	"strings"
	"unicode"
)

// A placeholder is a $name in a statement.
type placeholder struct {
	name string
	line int // from 1
	at   int // offset of the $
}

type scanError struct {
	line int
	what string
}

// A call is the use of a macro in a statement; see [expand].
type call struct {
	name     string
	args     []string
	line     int // from 1
	from, to int // offsets of the call
}

// An access is a property of a variable.
type access struct {
	variable, property string
	line               int // from 1
}

// parts are what scan finds in a statement, each in order.
type parts struct {
	placeholders []placeholder
	calls        []call
	accesses     []access
}

var (
	callRE   = regexp.MustCompile(`^(` + strings.Join(macroNames, "|") + `)\(\s*(\w+)\s*(?:,\s*(\w+)\s*)?\)`)
	accessRE = regexp.MustCompile(`^(\w+)\.(\w+)`)
)

// scan finds the parts of a Cypher statement and checks what
// can go wrong unseen: a string or comment that never ends, a second statement,
// a directive below the header, a number as the limit of the answer. It knows as
// much of Cypher's syntax as that takes: strings, quoted names and comments.
func scan(text string) (parts, *scanError) {
	var found parts
	var limit *scanError // a LIMIT with a number, unless something follows it
	line := 1
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == '\n':
			line++
			i++
		case strings.HasPrefix(text[i:], "//"):
			end := strings.IndexByte(text[i:], '\n')
			if end < 0 {
				end = len(text) - i
			}
			if strings.HasPrefix(strings.TrimLeft(text[i+2:i+end], " \t"), "@") {
				return found, &scanError{line, "a directive must stand in the header, above the statement"}
			}
			i += end
		case strings.HasPrefix(text[i:], "/*"):
			end := strings.Index(text[i+2:], "*/")
			if end < 0 {
				return found, &scanError{line, "comment without end"}
			}
			line += strings.Count(text[i:i+2+end], "\n")
			i += end + 4
		case c == '\'' || c == '"' || c == '`':
			end := quoted(text[i:])
			if end < 0 {
				return found, &scanError{line, "string without end"}
			}
			line += strings.Count(text[i:i+end], "\n")
			i += end
			limit = nil
		case c == ';':
			return found, &scanError{line, "a query file holds one statement, without ;"}
		case c == '$':
			end := i + 1
			for end < len(text) && isWord(text[end]) {
				end++
			}
			if !identRE.MatchString(text[i+1 : end]) {
				return found, &scanError{line, "parameter names are lower-case words joined by underscores: $known_by"}
			}
			found.placeholders = append(found.placeholders, placeholder{text[i+1 : end], line, i})
			i = end
			limit = nil
		case isWord(c):
			if m := callRE.FindStringSubmatch(text[i:]); m != nil {
				args := m[2:3]
				if m[3] != "" {
					args = m[2:4]
				}
				found.calls = append(found.calls, call{m[1], args, line, i, i + len(m[0])})
			} else if m := accessRE.FindStringSubmatch(text[i:]); m != nil {
				found.accesses = append(found.accesses, access{m[1], m[2], line})
			}
			end := i
			for end < len(text) && isWord(text[end]) {
				end++
			}
			limit = nil
			if strings.EqualFold(text[i:end], "limit") {
				if m := number.FindString(text[end:]); m != "" {
					limit = &scanError{line, "LIMIT " + strings.TrimSpace(m) + " would cut rows unseen: write LIMIT $limit, with a parameter of type limit"}
					line += strings.Count(m, "\n")
					end += len(m)
				}
			}
			i = end
		default:
			if !unicode.IsSpace(rune(c)) {
				limit = nil
			}
			i++
		}
	}
	return found, limit
}

var number = regexp.MustCompile(`^\s+\d+\b`)

// quoted returns the length of the string or quoted name that s begins with, or
// -1 if it has no end. Names double their quote, strings escape it.
func quoted(s string) int {
	q := s[0]
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\\' && q != '`':
			i++
		case s[i] == q:
			return i + 1
		}
	}
	return -1
}

func isWord(c byte) bool {
	return c == '_' || c == '`' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
