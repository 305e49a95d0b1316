package graph

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// An Article is one text as one outlet published it.
type Article struct {
	ID        string // see [ArticleID]
	Name      string // short name of the file or feed item it was read from; not part of its identity
	Title     string // empty when the text has none
	Outlet    string // publisher; empty when unknown
	URL       string // empty when unknown
	Published string // RFC 3339 date or time; empty when unknown, never guessed from the clock

	// PublishedFrom says how Published is known: "json-ld", "meta", "feed",
	// "field" (a field of a JSON line), "url", "dateline"; empty when it is not.
	PublishedFrom string

	// Modified is when this text took the place of an earlier one, as the source
	// says: RFC 3339 date or time; empty when it does not, or never did.
	Modified string

	// Reference is true for a text that is no news but a norm to hold the news
	// against: it counts neither as an article nor as an outlet.
	Reference bool

	Language string // ISO 639-1 code, e.g. "en"

	// Text is the article as UTF-8. Every offset in the model counts bytes of
	// Text; it holds the headline too, when there is one.
	Text string

	// Blocks are the blocks the source marked up (an HTML page knows its
	// headline and captions). Nil for plain text. They are in text order and do
	// not overlap; a block of kind "" is known to be one block but not of which
	// kind.
	Blocks []Block
}

// A Block is a stretch of an article that belongs together: a paragraph, a
// headline, a caption. Sentences never cross blocks.
type Block struct {
	Kind       Part
	Start, End int // byte offsets into Article.Text
}

// Part says which part of an article a block or sentence belongs to.
type Part string

// The parts of an article. Claims come from all of them but [Furniture] and
// [Caption].
const (
	Headline   Part = "headline"
	Standfirst Part = "standfirst"
	Dateline   Part = "dateline"
	Body       Part = "body"
	Quote      Part = "quote"
	Caption    Part = "caption"
	Furniture  Part = "furniture" // share bars, paywall notices, related headlines, comment forms
)

// A Sentence is one sentence of an article. Text equals
// Article.Text[Start:End].
type Sentence struct {
	ID         string // ArticleID + "." + index
	Article    string // Article.ID
	Index      int    // position in the article, from 0
	Part       Part
	Start, End int
	Text       string

	// Origin is the same for sentences that say the same words: reprints of one
	// wire story share their origins, whatever outlet prints them.
	Origin string
}

// ArticleID derives the identity of an article from its outlet and its words.
// White space, case and typographic quotes do not count, and neither do title,
// URL and date: an outlet that stamps the same text with two dates has
// published one article.
func ArticleID(outlet, text string) string {
	return "a" + digest(fold(outlet), fold(text))
}

// OriginOf is the fingerprint of a text's words, independent of who printed it.
func OriginOf(text string) string {
	var room [512]byte // for most sentences
	return short(append(appendFold(room[:0], text), 0))
}

// PublicationID names what the versions of an article have in common: the
// address they stand under. Empty for an article without one, which has no other
// versions. Scheme, "www.", fragment, a slash at the end and the parameters that
// only say where a reader came from do not count.
func PublicationID(address string) string {
	if address == "" {
		return ""
	}
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return "p" + digest(address)
	}
	query := u.Query()
	for name := range query {
		if strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name) {
			query.Del(name)
		}
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	return "p" + digest(host, strings.TrimSuffix(u.EscapedPath(), "/"), query.Encode())
}

// trackers are parameters of addresses that no server tells articles apart by.
var trackers = []string{"fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "cmpid", "ocid"}

// digest hashes its parts to 16 hexadecimal digits: short enough to read, long
// enough for the archives of this world (a collision is expected at 2^32 items).
func digest(parts ...string) string {
	n := 0
	for _, p := range parts {
		n += len(p) + 1
	}
	all := make([]byte, 0, n)
	for _, p := range parts {
		all = append(append(all, p...), 0)
	}
	return short(all)
}

func short(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:8])
}

// fold reduces a text to its letters and digits in lower case, single-spaced.
func fold(s string) string { return string(appendFold(make([]byte, 0, len(s)), s)) }

// appendFold adds a folded text to b, which has nothing else in it.
func appendFold(b []byte, s string) []byte {
	gap := false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
		case 'A' <= r && r <= 'Z':
			r += 'a' - 'A'
		case r < utf8.RuneSelf:
			r = -1
		default:
			r, n = utf8.DecodeRuneInString(s[i:])
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				r = unicode.ToLower(r)
			} else {
				r = -1
			}
		}
		i += n
		if r < 0 {
			gap = true
			continue
		}
		if gap && len(b) > 0 {
			b = append(b, ' ')
		}
		gap = false
		if r < utf8.RuneSelf {
			b = append(b, byte(r))
		} else {
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}
