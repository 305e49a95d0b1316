package reference_test

import (
	"os"
	"strings"
	"testing"

	"dossier/graph"
	"dossier/loaders/reference"
	"dossier/loaders/rules"
)

func dictionaries(t testing.TB) *rules.Set {
	t.Helper()
	set, err := rules.Default()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// Every prohibition leads to a paragraph, and says whom it binds.
func TestBuiltin(t *testing.T) {
	docs, err := reference.Builtin(dictionaries(t))
	if err != nil {
		t.Fatal(err)
	}
	o := graph.DefaultOntology()
	norms := map[string]bool{}
	for _, d := range docs {
		if !d.Article.Reference || d.Article.Outlet != "" || d.Article.Published == "" || d.Article.URL == "" {
			t.Errorf("article %+v", d.Article)
		}
		labels := map[string]string{}
		for _, e := range d.Entities {
			labels[e.ID] = e.Label
		}
		claims := map[string]graph.Claim{}
		for _, c := range d.Claims {
			claims[c.ID] = c
			norms[c.Subject] = true
			if err := o.Validate(c, func(id string) string { return labels[id] }); err != nil {
				t.Error(err)
			}
		}
		sentences := map[string]graph.Sentence{}
		for _, s := range d.Sentences {
			sentences[s.ID] = s
			if d.Article.Text[s.Start:s.End] != s.Text {
				t.Errorf("sentence %s is not where it says", s.ID)
			}
		}
		for _, e := range d.Evidence {
			c, s := claims[e.Claim], sentences[e.Sentence]
			if c.Relation != "PROHIBITS" {
				continue
			}
			if !strings.HasPrefix(s.Text, "Paragraph ") || len(c.Roles) != 1 || c.Date.From < "2006-10-14" {
				t.Errorf("%s forbids %s: %q, %v, %v", c.Subject, c.Object, s.Text, c.Roles, c.Date)
			}
		}
	}
	for _, number := range []string{"1718", "1874", "2270", "2371", "2375", "2397", "2231"} {
		if !norms["resolution:unsc-"+number] {
			t.Errorf("nothing of resolution %s", number)
		}
	}
}

const good = `version: 1
things:
  - {id: aid:silk, label: Aid, name: silk}
norms:
  - norm: resolution:unsc-9001
    title: Resolution 9001
    by: org:un-security-council
    adopted: 2031-01-02
    url: https://law.example/9001
    bans:
      - paragraph: "3"
        text: No silk from North Korea.
        goods: [aid:silk]
        from: state:KP
        until: 2032-01-02
`

func TestParseErrors(t *testing.T) {
	set := dictionaries(t)
	if _, err := reference.Parse("p.yaml", []byte(good), set); err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct{ old, new, want string }{
		{"version: 1", "version: 2", `p.yaml:1: version is "2", this program reads version 1`},
		{"label: Aid", "label: Ghost", `p.yaml:3: thing aid:silk: unknown label "Ghost"`},
		{"aid:silk, label", "weapon:missile, label", `p.yaml:3: thing weapon:missile: the dictionaries or this file have it already`},
		{"norm: resolution:unsc-9001", "norm: treaty-9001", `p.yaml:5: norm "treaty-9001": want an id such as resolution:unsc-1718`},
		{"org:un-security-council", "state:KPX", `p.yaml:7: no entity "state:KPX" in the dictionaries or among the things`},
		{"org:un-security-council", "weapon:missile", `p.yaml:7: weapon:missile is a Missile, want a Organization or State`},
		{"adopted: 2031-01-02", "adopted: January 2031", `p.yaml:8: "January 2031" is no day such as 2006-10-14`},
		{"goods: [aid:silk]", "goods: [aid:silk, aid:satin]", `p.yaml:13: no entity "aid:satin"`},
		{"from: state:KP", "from: state:KP\n        to: state:RU", `p.yaml:11: paragraph 3: want either from or to`},
		{"        from: state:KP\n", "", `p.yaml:11: paragraph 3: want either from or to`},
		{"until: 2032", "until: 2030", `p.yaml:15: paragraph 3 ends before it begins`},
		{"text: No silk", "txt: No silk", `p.yaml:12: `},
		{"goods: [aid:silk]", "goods: [aid:silk", `p.yaml:`},
		{"    bans:", "    bans: {}\n    more:", `p.yaml:`},
	} {
		bad := strings.Replace(good, row.old, row.new, 1)
		if _, err := reference.Parse("p.yaml", []byte(bad), set); err == nil || !strings.HasPrefix(err.Error(), row.want) {
			t.Errorf("%s: got %v\nwant %s", row.new, err, row.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	builtin, err := os.ReadFile("sanctions.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(string(builtin))
	f.Add("version: 1\nnorms: [{}]")
	set := dictionaries(f)
	f.Fuzz(func(t *testing.T, s string) {
		docs, err := reference.Parse("p.yaml", []byte(s), set)
		if err != nil {
			for _, line := range strings.Split(err.Error(), "\n") {
				if !strings.HasPrefix(line, "p.yaml:") {
					t.Errorf("error without file and line: %s", line)
				}
			}
		} else if len(docs) == 0 {
			t.Error("no norms, no error")
		}
	})
}
