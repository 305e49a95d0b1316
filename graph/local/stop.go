package local

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"syscall"
	"time"
)

func (m *machine) stop(ctx context.Context, o Options) error {
	l := newLayout(o)
	if _, err := os.Stat(l.root()); errors.Is(err, fs.ErrNotExist) {
		return notRunning("the local Neo4j is not running")
	}
	unlock, err := m.lockServer(ctx, l, o)
	if err != nil {
		return err
	}
	defer unlock()
	return m.stopLocked(ctx, l, o)
}

// stopLocked ends the server and, if one is at work, the building of the class
// archive: nothing of ours runs on afterwards.
func (m *machine) stopLocked(ctx context.Context, l layout, o Options) error {
	m.stopArchiving(l)
	_, err := m.locate(ctx, l, o)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if errors.Is(err, ErrNotRunning) {
		if rerr := os.Remove(l.record()); rerr != nil && !errors.Is(rerr, fs.ErrNotExist) {
			return rerr
		}
		return err
	}
	// Whatever else is wrong with it, it runs, and the record says where.
	rec, err := l.readRecord()
	if err != nil {
		return err
	}
	m.endVisit(ctx, l, rec, o)
	if rec.Container != "" {
		err = m.stopContainer(ctx, l, rec)
	} else {
		err = m.stopProcess(ctx, rec, o)
	}
	if err != nil {
		return err
	}
	return os.Remove(l.record())
}

// stopProcess asks the process to end, and kills it when it does not: what was
// acknowledged is on disk, so that costs a recovery, not data.
func (m *machine) stopProcess(ctx context.Context, rec record, o Options) error {
	if err := m.signal(rec.PID, syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stop process %d: %w", rec.PID, err)
	}
	gone, err := m.waitGone(ctx, rec, m.stopWait)
	if gone || err != nil {
		return err
	}
	o.say("Neo4j did not stop within %s; killing process %d", m.stopWait, rec.PID)
	if err := m.signal(rec.PID, syscall.SIGKILL); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("kill process %d: %w", rec.PID, err)
	}
	gone, err = m.waitGone(ctx, rec, m.stopWait)
	if err == nil && !gone {
		return &Error{
			kind: ErrWillNotStop,
			what: fmt.Sprintf("the local Neo4j (process %d) is still there although it was killed", rec.PID),
			hint: "it may hang in a read or write of a failing disk: see dmesg",
		}
	}
	return err
}

func (m *machine) waitGone(ctx context.Context, rec record, wait time.Duration) (bool, error) {
	deadline := time.NewTimer(wait)
	defer deadline.Stop()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		if alive, err := m.alive(ctx, rec); err != nil || !alive {
			return !alive, err
		}
		select {
		case <-ctx.Done():
			return false, fmt.Errorf("stop the local Neo4j: %w", ctx.Err())
		case <-deadline.C:
			return false, nil
		case <-tick.C:
		}
	}
}
