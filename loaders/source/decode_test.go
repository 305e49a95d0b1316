package source

import (
	"strings"
	"testing"
)

func TestDecode(t *testing.T) {
	tests := []struct{ name, in, contentType, want string }{
		{"ASCII", "plain", "", "plain"},
		{"UTF-8 whatever is declared", "é", "text/html; charset=iso-8859-1", "é"},
		{"declared by the server", "\xcf\xf0\xe8", "text/html; charset=windows-1251", "При"},
		{"declared by the page", "<meta charset=windows-1251>\xcf\xf0\xe8", "", "<meta charset=windows-1251>При"},
		{"declared by XML", "<?xml version='1.0' encoding='windows-1251'?>\xcf", "", "<?xml version='1.0' encoding='windows-1251'?>П"},
		{"declared UTF-8 but is not", "\x93a\x94", "text/plain; charset=utf-8", "“a”"},
		{"unknown declaration", "\x93a\x94", "text/plain; charset=klingon", "“a”"},
		{"ISO 2022", "\x1b$B$\"\x1b(B", "text/plain; charset=iso-2022-jp", "あ"},
		{"bad byte among good", "éé\xff", "", "éé\ufffd"},
	}
	for _, tt := range tests {
		if got := decode([]byte(tt.in), tt.contentType); got != tt.want {
			t.Errorf("%s: decode(%q, %q) = %q, want %q", tt.name, tt.in, tt.contentType, got, tt.want)
		}
	}
}

func TestClean(t *testing.T) {
	tests := []struct{ in, want string }{
		{"a\tb\nc", "a\tb\nc"},
		{"a\r\nb\rc\vd\fe", "a\nb\nc\nd\ne"},
		{"a\x00b\x1bc\x7fd\u0085e\u2028f", "abcd\ne\nf"},
		{"Khar\u00adkiv\u200b \ufeffx \u202etxt\u202c", "Kharkiv x txt"},
		{"30\u00a0December – “quoted” £5 👩\u200d💻 ab\u2060c", "30\u00a0December – “quoted” £5 👩\u200d💻 abc"},
		{"\xff\u00a3", "\ufffd£"},
	}
	for _, tt := range tests {
		if got := clean(tt.in); got != tt.want {
			t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

// TestDirtyAgreesWithInvisible makes sure that the fast look and the slow one
// see the same characters.
func TestDirtyAgreesWithInvisible(t *testing.T) {
	for r := rune(0); r < 0x10000; r++ {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		s := string(r)
		if changes := strings.ContainsFunc(s, invisible) || strings.ContainsRune("\r\v\f\u0085\u2028\u2029", r); changes && !dirty(s) {
			t.Errorf("%U is changed by clean but not seen by dirty", r)
		}
	}
}
