package source

import (
	"errors"
	"fmt"
	"io/fs"
)

// Reasons why an input gives no article. They are wrapped in an [Error].
var (
	ErrNoMatch  = errors.New("no file matches the pattern")
	ErrNothing  = errors.New("no articles in it")
	ErrNoText   = errors.New("no text in it")
	ErrBinary   = errors.New("not text")
	ErrTooLarge = errors.New("too large")
	ErrFormat   = errors.New("not in a form that holds articles")
	ErrScheme   = errors.New("only http and https addresses are fetched")
)

// A LanguageError says that a text is not in English.
type LanguageError struct {
	Language string // ISO 639 code: two letters where there is one, else three
}

func (e *LanguageError) Error() string { return "article skipped: language " + e.Language }

// A StatusError is an answer of a web server other than 200.
type StatusError struct {
	Status string // e.g. "404 Not Found"
	Code   int
}

func (e *StatusError) Error() string { return "the server answered " + e.Status }

// An Error says which input gave no article and why. Its text names both; the
// advice is kept apart, see [Error.Hint].
type Error struct {
	Name string // as [Item.Name]
	Err  error
}

func (e *Error) Error() string { return e.Name + ": " + e.reason() }

func (e *Error) Unwrap() error { return e.Err }

// reason drops the path that errors of package os repeat.
func (e *Error) reason() string {
	if p, ok := e.Err.(*fs.PathError); ok && p.Path == e.Name {
		return p.Err.Error()
	}
	return e.Err.Error()
}

// Hint says what to do about the error, or nothing.
func (e *Error) Hint() string {
	var (
		language *LanguageError
		status   *StatusError
	)
	switch {
	case errors.As(e.Err, &language):
		return "only English is read; translate the article first"
	case errors.As(e.Err, &status) && (status.Code == 401 || status.Code == 402 || status.Code == 403):
		return "the site wants a login or refuses programs: save the page from a browser and load the file"
	case errors.As(e.Err, &status) && (status.Code == 429 || status.Code >= 500):
		return "try again later"
	case errors.As(e.Err, &status):
		return "check the address in a browser"
	case errors.Is(e.Err, fs.ErrNotExist):
		return "check the path"
	case errors.Is(e.Err, fs.ErrPermission):
		return "check the permissions"
	case errors.Is(e.Err, ErrNoMatch):
		return "list the folder to see what is there"
	case errors.Is(e.Err, ErrNothing):
		return "folders are searched for " + extensionList()
	case errors.Is(e.Err, ErrBinary):
		return "convert it to text or HTML first"
	case errors.Is(e.Err, ErrTooLarge):
		return "split it, or write one article a line as JSON lines"
	case errors.Is(e.Err, ErrFormat):
		return `JSON must be a feed or objects with "text" or "html"`
	}
	return ""
}

func errTooLarge(limit int64) error {
	return fmt.Errorf("%w: over %d MiB", ErrTooLarge, limit>>20)
}
