package source

import (
	"bytes"
	"mime"
	"net/http"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// wideDecoder returns what turns into UTF-8 a text that begins with a byte order
// mark or is UTF-16 without one; nil for any other text.
func wideDecoder(head []byte) transform.Transformer {
	for _, mark := range []string{"\ufeff", "\xfe\xff", "\xff\xfe"} {
		if bytes.HasPrefix(head, []byte(mark)) {
			return unicode.BOMOverride(transform.Nop)
		}
	}
	if order, ok := zerosOf(head); ok {
		return unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder()
	}
	return nil
}

// zerosOf recognises English UTF-16 by every other byte being zero.
func zerosOf(head []byte) (unicode.Endianness, bool) {
	n := len(head) &^ 1
	if n < 8 {
		return unicode.LittleEndian, false
	}
	var zeros [2]int
	for i, b := range head[:n] {
		if b == 0 {
			zeros[i&1]++
		}
	}
	half := n / 2
	switch {
	case zeros[1] > half*7/10 && zeros[0] < half/20+1:
		return unicode.LittleEndian, true
	case zeros[0] > half*7/10 && zeros[1] < half/20+1:
		return unicode.BigEndian, true
	}
	return unicode.LittleEndian, false
}

// binaryKind says what a file is that is not text; empty for text. A stray
// control byte does not make a text binary.
func binaryKind(head []byte) string {
	kind := http.DetectContentType(head)
	for _, prefix := range []string{"image/", "audio/", "video/", "font/", "application/pdf", "application/zip", "application/x-", "application/ogg", "application/vnd", "application/wasm"} {
		if strings.HasPrefix(kind, prefix) {
			return kind
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return "application/x-tar"
	}
	control := 0
	for _, b := range head {
		if b < ' ' && !isBlank(b) && b != 0x1b {
			control++
		}
	}
	if control*50 > len(head) {
		return "binary data"
	}
	return ""
}

func isBlank(b byte) bool { return b == ' ' || b >= '\t' && b <= '\r' }

// decode converts a text to clean UTF-8. A text that is valid UTF-8 is taken as
// that whatever it declares, because other encodings never look so by chance.
func decode(data []byte, contentType string) string {
	if utf8.Valid(data) && (!ascii(data) || !escaping(data)) {
		return clean(string(data))
	}
	enc, name := declared(data, contentType)
	if name == "" || name == "utf-8" || name == "windows-1252" {
		if mostlyUTF8(data) {
			return clean(strings.ToValidUTF8(string(data), "\ufffd"))
		}
		enc = charmap.Windows1252
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		out = data
	}
	return clean(strings.ToValidUTF8(string(out), "\ufffd"))
}

// utf8JSON converts JSON that is not UTF-8, against its standard.
func utf8JSON(raw []byte) []byte {
	if utf8.Valid(raw) {
		return raw
	}
	if mostlyUTF8(raw) {
		return bytes.ToValidUTF8(raw, []byte("\ufffd"))
	}
	out, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil {
		return bytes.ToValidUTF8(raw, []byte("\ufffd"))
	}
	return out
}

func ascii(data []byte) bool {
	for _, b := range data {
		if b >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// escaping reports whether ASCII hides other characters behind escapes, as
// ISO 2022 does.
func escaping(data []byte) bool { return bytes.Contains(data, []byte("\x1b$")) }

// mostlyUTF8 tells UTF-8 with some bad bytes from another encoding: more good
// sequences than bad bytes.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good > bad
}

var xmlEncoding = regexp.MustCompile(`^\s*<\?xml[^>]*\sencoding=["']([A-Za-z0-9._-]+)["']`)

// declared returns the encoding that a text declares and its name; the name is
// empty when it declares none.
func declared(data []byte, contentType string) (encoding.Encoding, string) {
	if _, params, err := mime.ParseMediaType(contentType); err == nil {
		if enc, name := charset.Lookup(params["charset"]); enc != nil {
			return enc, name
		}
	}
	head := data[:min(len(data), 4096)]
	if m := xmlEncoding.FindSubmatch(head); m != nil {
		if enc, name := charset.Lookup(string(m[1])); enc != nil {
			return enc, name
		}
	}
	enc, name, _ := charset.DetermineEncoding(head, "") // windows-1252 where nothing is declared
	return enc, name
}

// clean takes out of a text what is not text: control characters, byte order
// marks, and the invisible characters that hyphenate words or turn their
// direction. Lines end in \n. A text without any of these is returned as it is.
func clean(s string) string {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	if !dirty(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case r == '\r':
			if !strings.HasPrefix(s[i+1:], "\n") {
				b.WriteByte('\n')
			}
		case r == '\v' || r == '\f' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			b.WriteByte('\n')
		case !invisible(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

func dirty(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c < ' ':
			if c != '\n' && c != '\t' {
				return true
			}
		case c == 0x7f, c == 0xc2 && (s[i+1] <= 0x9f || s[i+1] == 0xad):
			// controls and the soft hyphen
			return true
		case c == 0xe2 && (s[i+1] == 0x80 || s[i+1] == 0x81):
			// U+2000 to U+207F: look closer, because dashes and quotes are there
			if s[i+1] == 0x81 || s[i+2] >= 0x8b && s[i+2] <= 0x8f || s[i+2] >= 0xa8 && s[i+2] <= 0xae {
				return true
			}
		case c == 0xef && s[i+1] == 0xbb && s[i+2] == 0xbf:
			return true
		}
	}
	return false
}

func invisible(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n' && r != '\t'
	case r >= 0x7f && r <= 0x9f, r == 0xad, r == 0xfeff:
		return true
	case r >= 0x200b && r <= 0x200f:
		return r != 0x200c && r != 0x200d // joiners spell words and emoji
	}
	return r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069
}
