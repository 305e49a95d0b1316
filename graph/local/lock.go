package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// lockServer makes starting, stopping and deleting exclusive. The system drops
// the lock with its process, so a lock file left behind by a crash is harmless.
func (m *machine) lockServer(ctx context.Context, l layout, o Options) (unlock func(), err error) {
	return m.lock(ctx, l.lock(), "start or stop the local Neo4j", o)
}

func (m *machine) lock(ctx context.Context, path, why string, o Options) (unlock func(), err error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f := flock.New(path, flock.SetPermissions(0o600))
	ok, err := f.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		o.say("waiting for %s to %s", holder(path), why)
		wait, cancel := context.WithTimeout(ctx, m.lockWait)
		defer cancel()
		if _, err := f.TryLockContext(wait, 50*time.Millisecond); err != nil {
			if !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) {
				return nil, fmt.Errorf("lock %s: %w", path, err)
			}
			return nil, &Error{
				kind:  ErrLocked,
				what:  fmt.Sprintf("%s holds %s, in order to %s", holder(path), path, why),
				hint:  "wait for it or end it, then try again; the file itself need not be deleted",
				cause: err,
			}
		}
	}
	// Who holds it is for the messages of others only.
	if err := os.WriteFile(path, fmt.Appendf(nil, "%d\n", os.Getpid()), 0o600); err != nil {
		f.Unlock()
		return nil, err
	}
	return func() { f.Unlock() }, nil
}

func holder(path string) string {
	data, _ := os.ReadFile(path)
	if pid := strings.TrimSpace(string(data)); pid != "" {
		return "another dossier (process " + pid + ")"
	}
	return "another dossier"
}
