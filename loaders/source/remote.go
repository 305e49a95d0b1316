package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"path"
	"time"
)

// DefaultTimeout is what slow news sites need at most.
const DefaultTimeout = 30 * time.Second

const maxRedirects = 5

// client returns a copy of c, or a client of our own, that bounds redirects.
func client(c *http.Client) *http.Client {
	var own http.Client
	if c != nil {
		own = *c
	}
	further := own.CheckRedirect
	own.CheckRedirect = func(req *http.Request, via []*http.Request) error {
		if len(via) > maxRedirects {
			return fmt.Errorf("more than %d redirects", maxRedirects)
		}
		if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
			return fmt.Errorf("redirected to %s, which is no web address", req.URL.Redacted())
		}
		if further != nil {
			return further(req, via)
		}
		return nil
	}
	return &own
}

// address fetches a web address and reads what comes.
func (r *reader) address(arg string) bool {
	ctx, cancel := context.WithCancelCause(r.ctx)
	defer cancel(nil)
	watch := time.AfterFunc(r.timeout, func() { cancel(fmt.Errorf("no answer within %v", r.timeout)) })
	defer watch.Stop()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, arg, nil)
	if err != nil {
		return r.fail(arg, plainURLError(err))
	}
	req.Header.Set("User-Agent", "dossier (news reader)")
	req.Header.Set("Accept", "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5")
	req.Header.Set("Accept-Language", "en")
	res, err := r.http.Do(req)
	watch.Stop()
	if err != nil {
		return r.fail(arg, cmp.Or(cause(ctx), plainURLError(err)))
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return r.fail(arg, &StatusError{Status: res.Status, Code: res.StatusCode})
	}
	final := res.Request.URL
	return r.stream(&stallReader{src: res.Body, ctx: ctx, cancel: cancel, timeout: r.timeout}, input{
		name:        arg,
		short:       arg,
		ext:         extension(path.Base(final.Path)),
		contentType: res.Header.Get("Content-Type"),
		url:         final.String(),
	})
}

// cause returns why ctx was cancelled, if it was.
func cause(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return context.Cause(ctx)
}

// plainURLError drops the method and address that net/http puts in front.
func plainURLError(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// A stallReader gives up when a piece takes too long to come. How long the whole
// takes does not matter: an archive may be large and its reader slow.
type stallReader struct {
	src     io.Reader
	ctx     context.Context
	cancel  context.CancelCauseFunc
	timeout time.Duration
}

func (s *stallReader) Read(p []byte) (int, error) {
	watch := time.AfterFunc(s.timeout, func() { s.cancel(fmt.Errorf("nothing came for %v", s.timeout)) })
	defer watch.Stop()
	n, err := s.src.Read(p)
	if err != nil && err != io.EOF {
		err = cmp.Or(cause(s.ctx), err)
	}
	return n, err
}
