package source

import (
	"cmp"
	"context"
	"io"
	"iter"
	"net/http"
	"strings"
	"time"

	"dossier/graph"
)

// DefaultMaxBytes is far above any article (the longest of 860 collected ones
// has 260 kB of HTML) and far below the memory of a small machine.
const DefaultMaxBytes = 32 << 20

// Options say how to read. The zero value is good for everything but "-".
type Options struct {
	Stdin io.Reader // what "-" reads

	// HTTP fetches web addresses; nil means a client of our own. In either case
	// at most five redirects are followed.
	HTTP *http.Client

	// MaxBytes bounds one text, page, feed or line of JSON, after
	// decompression; 0 means [DefaultMaxBytes].
	MaxBytes int64

	// Timeout bounds the wait for a server's answer and for each further piece
	// of it; 0 means [DefaultTimeout].
	Timeout time.Duration
}

// An Item is one article, or why there is none.
type Item struct {
	// Name says where the article was found, for messages: a path, an address,
	// "-", or one of these with the line or the id of the feed item behind it.
	Name    string
	Article graph.Article

	// Err, if set, is an [*Error]. What was learnt of the article before it
	// failed is in Article.
	Err error
}

// Each reads the articles that args name, one after another:
//
//   - "-" is standard input;
//   - http:// and https:// addresses are fetched;
//   - a folder is read with its sub-folders in the order of names, passing over
//     hidden files, files that do not look like articles by their extension, and
//     companions of articles (*.meta.json, *.gold.jsonl, *.pred.jsonl);
//   - a pattern with * ? or [ names the files it matches, in the order of names,
//     passing over the same ones;
//   - anything else is a file, whatever its extension.
//
// The form is found from the content. Articles come in the order of args and,
// within a feed or file, in its order. A file NNN.meta.json beside NNN.txt (or
// .html) gives that article's title, outlet, date and url.
//
// When ctx ends, so does the sequence, at the next article; ask ctx.Err then.
// Args that give nothing at all give one Item with an error.
func Each(ctx context.Context, args []string, o Options) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		r := &reader{
			ctx:     ctx,
			stdin:   o.Stdin,
			http:    client(o.HTTP),
			max:     cmp.Or(max(o.MaxBytes, 0), DefaultMaxBytes),
			timeout: cmp.Or(max(o.Timeout, 0), DefaultTimeout),
		}
		some := false
		r.yield = func(it Item) bool {
			some = true
			return ctx.Err() == nil && yield(it)
		}
		for _, arg := range args {
			if ctx.Err() != nil || !r.argument(arg) {
				return
			}
		}
		if !some && ctx.Err() == nil {
			r.fail(cmp.Or(strings.Join(args, " "), "no argument"), ErrNothing)
		}
	}
}

// A reader is one call of Each. Its methods return false when the consumer has
// had enough.
type reader struct {
	ctx     context.Context // of the one call that made the reader
	stdin   io.Reader
	http    *http.Client
	max     int64
	timeout time.Duration
	yield   func(Item) bool
}

func (r *reader) argument(arg string) bool {
	switch scheme, _, ok := strings.Cut(arg, "://"); {
	case arg == "-":
		return r.standardInput()
	case ok && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https")):
		return r.address(arg)
	}
	return r.path(arg)
}

func (r *reader) fail(name string, err error) bool {
	return r.yield(Item{Name: name, Err: &Error{Name: name, Err: err}})
}

// emit finishes an article and hands it on.
func (r *reader) emit(name string, a graph.Article) bool {
	if strings.TrimSpace(a.Text) == "" {
		return r.yield(Item{Name: name, Article: a, Err: &Error{Name: name, Err: ErrNoText}})
	}
	if a.Published == "" {
		a.Published, a.PublishedFrom = dateFromURL(a.URL)
	}
	a.ID = graph.ArticleID(a.Outlet, a.Text)
	a.Language = language(a.Text)
	it := Item{Name: name, Article: a}
	if a.Language != "" && a.Language != "en" {
		it.Err = &Error{Name: name, Err: &LanguageError{Language: a.Language}}
	}
	return r.yield(it)
}
