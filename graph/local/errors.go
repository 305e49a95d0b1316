package local

import "errors"

// What can go wrong, for errors.Is. The error itself is an [*Error].
var (
	ErrNotRunning   = errors.New("not running")
	ErrNotReady     = errors.New("not ready")
	ErrJavaMissing  = errors.New("no usable Java")
	ErrJavaTooOld   = errors.New("too old a Java")
	ErrMavenMissing = errors.New("no usable Maven")
	ErrInstall      = errors.New("installation failed")
	ErrDiskFull     = errors.New("not enough disk space")
	ErrPortTaken    = errors.New("port taken")
	ErrLocked       = errors.New("locked by another process")
	ErrStart        = errors.New("server did not start")
	ErrDataInUse    = errors.New("data in use by another server")
	ErrPassword     = errors.New("password refused")
	ErrNotOurs      = errors.New("folder is not ours")
	ErrWillNotStop  = errors.New("server did not stop")
	ErrDocker       = errors.New("docker failed")
)

// An Error is a failure that the user can do something about.
type Error struct {
	kind  error // one of the Err values
	what  string
	hint  string
	cause error
}

func (e *Error) Error() string {
	if e.cause == nil {
		return e.what
	}
	return e.what + ": " + e.cause.Error()
}

// Hint says what to do next, in one sentence without a full stop.
func (e *Error) Hint() string { return e.hint }

// Unwrap gives errors.Is the kind of the error and its cause.
func (e *Error) Unwrap() []error {
	if e.cause == nil {
		return []error{e.kind}
	}
	return []error{e.kind, e.cause}
}
