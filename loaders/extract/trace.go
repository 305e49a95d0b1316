package extract

import (
	"fmt"
	"io"
	"strings"

	"dossier/graph"
)

// trace collects what rule writers want to know and no claim tells.
type trace struct{ near []nearMiss }

// nearMiss is a construction whose word stood in a sentence but which lacked a
// party.
type nearMiss struct {
	sentence *sentence
	frame    string
	at       int // token
	missing  string
}

// Trace writes how the extractor reads an article: blocks, tokens with their
// classes, names, phrases, clauses, cues, the rules that fired and those that
// nearly did.
func (x *Extractor) Trace(w io.Writer, a graph.Article) error {
	t := &trace{}
	r := x.read(&a, &scratch{}, t)
	r.document()
	p := &printer{w: w}
	for _, s := range r.sentences {
		p.line("%s [%d:%d] %s", s.Part, s.Start, s.End, s.surface(0, len(s.tokens)))
		if s.skip > 0 {
			p.line("  dateline or speaker: %s", s.surface(0, s.skip))
		}
		p.words("tokens", len(s.tokens), func(i int) string { return s.tokens[i].Lower + "/" + tagNames[s.tokens[i].tag] })
		p.words("names", len(s.mentions), func(i int) string {
			m := &s.mentions[i]
			return fmt.Sprintf("[%s] %s (%s, %s)", s.surface(m.from, m.to), m.entity.ID, m.entity.Label, m.how)
		})
		p.words("times", len(s.whens), func(i int) string {
			return fmt.Sprintf("[%s] %s", s.surface(s.whens[i].from, s.whens[i].to), dateText(s.whens[i].date))
		})
		p.words("chunks", len(s.chunks), func(i int) string {
			c := &s.chunks[i]
			g := ""
			if c.kind == kNoun {
				if list := s.group(i); len(list) > 1 {
					g = fmt.Sprintf("=%d", list[0])
				}
			}
			return fmt.Sprintf("%d%s:%s(%s)", i, g, kindNames[c.kind], s.surface(c.from, c.to))
		})
		for i := range s.clauses {
			c := &s.clauses[i]
			v := s.chunks[c.verb].vg
			p.line("  clause %s: subject %s, object %s, second %s%s%s", describeVerb(v), s.chunkText(c.subject), s.chunkText(c.object), s.chunkText(c.second), prepText(s, c), complementText(s, c))
		}
		for i := range s.scopes {
			sc := &s.scopes[i]
			name := "words"
			if sc.cue != nil {
				name = sc.cue.Name
			}
			var who []string
			for _, e := range sc.speakers {
				who = append(who, e.Name)
			}
			p.line("  cue %s %q: %s %s %s over %q", name, s.surface(sc.cueFrom, sc.cueTo), sc.polarity, sc.modality, strings.Join(who, ", "), s.surface(sc.from, min(sc.to, len(s.tokens))))
		}
		for i := range s.findings {
			f := &s.findings[i]
			st := s.stand(f)
			tail := f.tail.text
			if f.tail.entity != nil {
				tail = f.tail.entity.ID + " " + tail
			} else if f.content != "" {
				tail = f.content
			} else {
				tail = f.counted
			}
			var roles []string
			for _, name := range sortedKeys(f.roles) {
				roles = append(roles, name+"="+f.roles[name].entity.Name)
			}
			p.line("  fired %s: %s %s > %s %s %s %s %s", f.rule, f.relation, f.head.entity.Name, tail, strings.Join(roles, " "), f.dateText, st.polarity, st.modality)
		}
		for _, n := range t.near {
			if n.sentence == s {
				p.line("  nearly %s at %q: no %s", n.frame, s.tokens[n.at].Lower, n.missing)
			}
		}
	}
	return p.err
}

type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

func (p *printer) words(title string, n int, word func(int) string) {
	if n == 0 {
		return
	}
	var b strings.Builder
	for i := range n {
		b.WriteByte(' ')
		b.WriteString(word(i))
	}
	p.line("  %s:%s", title, b.String())
}

func (s *sentence) chunkText(ci int) string {
	if ci < 0 {
		return "-"
	}
	return fmt.Sprintf("%d(%s)", ci, s.surface(s.chunks[ci].from, s.chunks[ci].to))
}

func describeVerb(v *verbGroup) string {
	out := v.lemma
	if v.passive {
		out += " passive"
	}
	if v.negated {
		out += " negated"
	}
	if v.to_ {
		out += " infinitive"
	}
	if v.bare {
		out += " participle"
	}
	if v.modal != "" {
		out += " modal:" + v.modal
	}
	return out
}

func prepText(s *sentence, c *clause) string {
	var b strings.Builder
	for _, p := range c.preps {
		fmt.Fprintf(&b, ", %s %s", p.word, s.chunkText(p.at))
	}
	return b.String()
}

func complementText(s *sentence, c *clause) string {
	out := ""
	if c.complement >= 0 && c.complement < len(s.chunks) {
		out = ", complement " + s.chunkText(c.complement)
	}
	if c.passive {
		out += ", done to its subject"
	}
	return out
}

func dateText(d graph.Date) string {
	if d.IsZero() {
		return "?"
	}
	if d.From == d.To {
		return d.From
	}
	return d.From + "/" + d.To
}

var tagNames = [...]string{"N", "NAME", "PRON", "DET", "POSS", "ADJ", "ADV", "NOT", "PREP", "CONJ", "SUB", "REL", "TO", "MODAL", "BE", "HAVE", "DO", "V", "NUM", "'s", "HYPH", "COMMA", "QUOTE", "OPEN", "CLOSE", "COLON", "STOP", "X"}

var kindNames = [...]string{"NP", "VG", "P", "AND", ",", "REL", "SUB", ":", "(", ")", "TIME", "ADV", "X"}
