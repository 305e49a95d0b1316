package local

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gofrs/flock"
)

func TestStartAdoptStop(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	s, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	again, err := f.ensure(ctx, f.Options)
	if err != nil || again.PID != s.PID {
		t.Fatalf("second Ensure: got process %d, %v; want %d", again.PID, err, s.PID)
	}
	l := f.layout()
	if fi, err := os.Stat(l.password()); err != nil || fi.Mode().Perm() != 0o600 {
		t.Errorf("password file: %v, %v; want mode 0600", fi.Mode(), err)
	}
	if strings.Contains(read(t, l.args())+read(t, filepath.Join(l.conf(), "neo4j.conf"))+fmt.Sprintf("%v %+v", s, *s), s.Password) {
		t.Error("the password is where others may see it")
	}
	if left, _ := filepath.Glob(filepath.Join(l.conf(), "password*")); left != nil {
		t.Errorf("left behind: %q", left)
	}
	if err := f.stop(ctx, f.Options); err != nil {
		t.Fatal(err)
	}
	if _, err := processStart(s.PID); !errors.Is(err, errNoProcess) {
		t.Errorf("process %d after Stop: %v", s.PID, err)
	}
	wantError(t, f.stop(ctx, f.Options), ErrNotRunning)

	// Address and password stay.
	later, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	if later.URI != s.URI || later.HTTP != s.HTTP || later.Password != s.Password || later.PID == s.PID {
		t.Errorf("after a restart: got %+v; want the address and password of %+v", later, s)
	}
}

func TestNotStarted(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	_, err := f.status(ctx, f.layout())
	wantError(t, err, ErrNotRunning)
	wantError(t, f.stop(ctx, f.Options), ErrNotRunning)
	if err := f.reset(ctx, f.Options); err != nil {
		t.Error(err)
	}
	if exists(f.DataDir) {
		t.Error("asking made a folder")
	}
}

// TestRecord has something other than the running server behind the record.
func TestRecord(t *testing.T) {
	const pid = 1 << 30 // no system gives such an id
	good := `{"runtime":"java","pid":1073741824,"start":"boot:1","ports":{"bolt":1,"http":2}}`
	tests := []struct {
		name    string
		record  string
		process string // start of the process with the id; "" if there is none
		want    string
	}{
		{"dead", good, "", "process 1073741824) has ended"},
		{"foreign", good, "boot:2", "1073741824 now belongs to another program"},
		{"garbled", `{"pid":`, "boot:1", "is not running"},
		{"empty", "", "boot:1", "is not running"},
		{"no process", `{}`, "boot:1", "is not running"},
		{"negative id", `{"pid":-1}`, "", "is not running"}, // kill(-1) would signal everything
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, ctx := newFake(t), context.Background()
			l := f.layout()
			write(t, l.marker(), markerText)
			write(t, l.record(), tt.record)
			if tt.process != "" {
				f.processes[pid] = tt.process
			}
			_, err := f.status(ctx, l)
			wantError(t, err, ErrNotRunning, tt.want)
			wantError(t, f.stop(ctx, f.Options), ErrNotRunning)
			if f.signals != nil {
				t.Errorf("signals were sent: %q", f.signals)
			}
			write(t, l.record(), tt.record)
			s, err := f.ensure(ctx, f.Options)
			if err != nil || s.PID == pid {
				t.Errorf("Ensure: got %v, %v; want a new server", s, err)
			}
			if tt.record == good && !f.heard("starting a new one") {
				t.Errorf("nobody was told: %q", f.said)
			}
		})
	}
}

func TestLostRecord(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	s, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	os.Remove(f.layout().record())
	f.portFree = func(int) bool { return false }
	f.serverPID = func(context.Context, string, string) (int, error) { return s.PID, nil }
	found, err := f.ensure(ctx, f.Options)
	if err != nil || found.PID != s.PID {
		t.Errorf("got %v, %v; want process %d", found, err, s.PID)
	}
}

func TestLock(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	path := f.layout().lock()
	write(t, path, "4711\n") // what a crash leaves
	held := flock.New(path)
	if ok, err := held.TryLock(); !ok || err != nil {
		t.Fatal(err)
	}
	_, err := f.ensure(ctx, f.Options)
	wantError(t, err, ErrLocked, "another dossier (process 4711) holds")
	if !f.heard("waiting for another dossier (process 4711)") {
		t.Errorf("nobody was told: %q", f.said)
	}
	canceled, cancel := context.WithCancel(ctx)
	cancel()
	_, err = f.ensure(canceled, f.Options)
	wantError(t, err, ErrLocked)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v; want context canceled", err)
	}
	held.Close()
	if _, err := f.ensure(ctx, f.Options); err != nil {
		t.Errorf("with a stale lock file: %v", err)
	}
}

func TestPorts(t *testing.T) {
	f := newFake(t)
	l := f.layout()
	mkdirs(t, l.root())
	first, err := f.choosePorts(l, f.Options)
	if err != nil || first.Bolt == first.HTTP || first.Bolt < firstPort || first.HTTP >= firstPort+portRange {
		t.Fatalf("got %v, %v", first, err)
	}
	if kept, err := f.choosePorts(l, f.Options); err != nil || kept != first {
		t.Errorf("again: got %v, %v; want %v", kept, err, first)
	}
	f.portFree = func(p int) bool { return p != first.Bolt }
	moved, err := f.choosePorts(l, f.Options)
	if err != nil || moved.Bolt == first.Bolt || moved.HTTP != first.HTTP || moved.Bolt == moved.HTTP {
		t.Errorf("Bolt port taken: got %v, %v; want only it to change from %v", moved, err, first)
	}
	if !f.heard(fmt.Sprintf("another program has taken port %d", first.Bolt)) {
		t.Errorf("nobody was told: %q", f.said)
	}
	o := f.Options
	o.BoltPort = first.Bolt
	_, err = f.choosePorts(l, o)
	wantError(t, err, ErrPortTaken, fmt.Sprintf("Bolt port %d is taken", first.Bolt))
	f.portFree = func(int) bool { return false }
	_, err = f.choosePorts(l, f.Options)
	wantError(t, err, ErrPortTaken, "no free Bolt port")
	write(t, l.ports(), "garbled")
	f.portFree = func(int) bool { return true }
	if again, err := f.choosePorts(l, f.Options); err != nil || again != first {
		t.Errorf("file garbled: got %v, %v; want %v", again, err, first)
	}
}

func TestPortFree(t *testing.T) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := ln.Addr().(*net.TCPAddr).Port
	if portFree(port) {
		t.Error("a port with a listener counts as free")
	}
	ln.Close()
	if !portFree(port) {
		t.Error("a port without a listener counts as taken")
	}
}

func TestStartFails(t *testing.T) {
	tests := []struct {
		name    string
		server  string // shell
		wantErr error
		words   []string
	}{
		{"data in use", `echo 'Caused by: X: Lock file has been locked by another process: a/store_lock.' >>logs/neo4j.log; exit 1`, ErrDataInUse, []string{"another Neo4j"}},
		{"Bolt port taken", `echo 'Caused by: X: bind(..) failed with error(-98): Address already in use' >>logs/neo4j.log; exit 1`, ErrPortTaken, []string{"Bolt port 20001"}},
		{"HTTP port taken", `echo 'Caused by: X: Address 127.0.0.1:20002 is already in use, cannot bind to it.' >>logs/neo4j.log; exit 1`, ErrPortTaken, []string{"HTTP port 20002"}},
		{"disk full", `echo 'java.io.IOException: No space left on device' >>logs/neo4j.log; exit 1`, ErrDiskFull, nil},
		{"setting", `echo 'Exception in thread "main" Unrecognized setting. x'; echo '	at a.b'; exit 1`, ErrStart, []string{"Unrecognized setting"}},
		{"killed", `kill -9 $$`, ErrStart, []string{"ended before it was ready"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, ctx := newFake(t), context.Background()
			f.env["DOSSIER_JAVA"] = fakeJava(t, tt.server)
			f.ping = func(context.Context, string, string) (string, error) { return "", errors.New("refused") }
			f.portFree = func(int) bool { return true }
			f.BoltPort, f.HTTPPort = 20001, 20002
			_, err := f.ensure(ctx, f.Options)
			wantError(t, err, tt.wantErr, tt.words...)
			_, err = f.status(ctx, f.layout())
			wantError(t, err, ErrNotRunning)
		})
	}
}

func TestRecovery(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	f.env["DOSSIER_JAVA"] = fakeJava(t, `echo 'x INFO  [o.n.k.r.Recovery] [neo4j/8dd170e4]  40% completed' >>logs/debug.log; exec sleep 60`)
	answers := false
	f.ping = func(context.Context, string, string) (string, error) {
		if answers {
			return version, nil
		}
		return "", errors.New("refused")
	}
	short, cancel := context.WithTimeout(ctx, 300*time.Millisecond)
	defer cancel()
	if _, err := f.ensure(short, f.Options); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v; want the deadline", err)
	} else {
		wantError(t, err, ErrNotReady)
	}
	s, err := f.status(ctx, f.layout())
	wantError(t, err, ErrNotReady, "recovering", "40%")
	if s == nil || s.PID == 0 {
		t.Fatalf("got server %v; want the starting one", s)
	}
	answers = true
	if got, err := f.ensure(ctx, f.Options); err != nil || got.PID != s.PID {
		t.Errorf("got %v, %v; want process %d adopted", got, err, s.PID)
	}
}

func TestParseRecovery(t *testing.T) {
	const head = "2026-11-22 11:53:30.982+0000 INFO  [o.n.k.r.Recovery] [neo4j/8dd170e4] "
	const end = "2026-11-22 11:53:33.727+0000 INFO  [o.n.k.d.Database] [neo4j/8dd170e4] Recovery in 'full' mode completed. Observed\n"
	tests := []struct {
		name, log, want string
		found           bool
	}{
		{"none", "2026 INFO  Starting...\n", "", false},
		{"begun", head + "TransactionLogsRecovery\n", "0%", true},
		{"half", head + "TransactionLogsRecovery\n" + head + " 10% completed\n" + head + " 50% completed\n", "50%", true},
		{"over", head + " 90% completed\n" + head + "100% completed\n" + end, "100%", false},
		{"second database", head + "100% completed\n" + end + head + " 10% completed\n", "10%", true},
		{"line cut short", head + " 70% comp", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, found := parseRecovery(tt.log); got != tt.want || found != tt.found {
				t.Errorf("got %q, %v; want %q, %v", got, found, tt.want, tt.found)
			}
		})
	}
}

func FuzzParseRecovery(f *testing.F) {
	f.Add("x [o.n.k.r.Recovery] [neo4j/1]  40% completed\nRecovery in 'full' mode completed.\n")
	f.Fuzz(func(t *testing.T, log string) {
		if p, found := parseRecovery(log); found && !strings.HasSuffix(p, "%") {
			t.Errorf("got %q", p)
		}
	})
}

func TestPassword(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	l := f.layout()
	s, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	f.ping = func(_ context.Context, _, password string) (string, error) {
		if password != s.Password {
			return "", ErrPassword
		}
		return version, nil
	}
	write(t, l.password(), "wrong\n")
	_, err = f.ensure(ctx, f.Options)
	wantError(t, err, ErrPassword, l.password())
	if err := f.stop(ctx, f.Options); err != nil {
		t.Fatalf("Stop must not need the password: %v", err)
	}
	mkdirs(t, l.database())
	os.Remove(l.password())
	_, err = f.ensure(ctx, f.Options)
	wantError(t, err, ErrPassword, "is gone")
}

func TestStop(t *testing.T) {
	const pid = 1 << 30
	for _, tt := range []struct {
		name   string
		dieson string // the signal that ends the process
		want   string
		err    error
	}{
		{"on request", "terminated", "terminated", nil},
		{"by force", "killed", "terminated killed", nil},
		{"never", "", "terminated killed", ErrWillNotStop},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, ctx := newFake(t), context.Background()
			l := f.layout()
			write(t, l.marker(), markerText)
			write(t, l.password(), "secret\n")
			if err := l.writeRecord(record{Runtime: "java", PID: pid, Start: "boot:1"}); err != nil {
				t.Fatal(err)
			}
			f.processes[pid] = "boot:1"
			f.stopWait = 30 * time.Millisecond
			var got []string
			f.signal = func(_ int, sig os.Signal) error {
				got = append(got, sig.String())
				if sig.String() == tt.dieson {
					delete(f.processes, pid)
				}
				return nil
			}
			err := f.stop(ctx, f.Options)
			if tt.err != nil {
				wantError(t, err, tt.err)
			} else if err != nil || exists(l.record()) {
				t.Errorf("got %v; want the process and its record gone", err)
			}
			if strings.Join(got, " ") != tt.want {
				t.Errorf("sent %q; want %q", got, tt.want)
			}
			delete(f.processes, pid)
		})
	}
}

func TestReset(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	l := f.layout()
	s, err := f.ensure(ctx, f.Options)
	if err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(f.DataDir, "mine.txt")
	write(t, mine, "keep")
	if err := f.reset(ctx, f.Options); err != nil {
		t.Fatal(err)
	}
	if _, err := processStart(s.PID); !errors.Is(err, errNoProcess) {
		t.Errorf("process %d after Reset: %v", s.PID, err)
	}
	if exists(l.root()) || exists(l.root()+".deleted") {
		t.Error("data is left")
	}
	read(t, mine)
}

func TestForeignFolder(t *testing.T) {
	f, ctx := newFake(t), context.Background()
	l := f.layout()
	thesis := filepath.Join(l.root(), "thesis.txt")
	write(t, thesis, "keep")
	_, err := f.ensure(ctx, f.Options)
	wantError(t, err, ErrNotOurs, l.root())
	wantError(t, f.reset(ctx, f.Options), ErrNotOurs, l.root())
	read(t, thesis)
}

func TestDataDiskFull(t *testing.T) {
	f := newFake(t)
	f.freeBytes = func(folder string) (uint64, error) {
		if strings.HasPrefix(folder, f.DataDir) {
			return 5 << 20, nil
		}
		return 1 << 40, nil
	}
	_, err := f.ensure(context.Background(), f.Options)
	wantError(t, err, ErrDiskFull, f.DataDir, "5 MB are free")
}
