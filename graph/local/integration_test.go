package local

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"golang.org/x/sys/unix"
)

// With this variable the test binary is another dossier: it makes sure that a
// server runs on the data folder named there, and prints its process id.
const ensureEnv = "DOSSIER_TEST_ENSURE"

func TestMain(m *testing.M) {
	if dir := os.Getenv(ensureEnv); dir != "" {
		s, err := Ensure(context.Background(), Options{DataDir: dir, CacheDir: testCache()})
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		fmt.Print(s.PID)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// testCache is kept between runs, so that a machine fetches the jars once.
func testCache() string {
	if dir := os.Getenv("DOSSIER_TEST_CACHE"); dir != "" {
		return dir
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	return filepath.Join(dir, "dossier-test")
}

// needJava ends the test where the real server cannot run. In CI that is a
// failure, so that green never means that nothing ran.
func needJava(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("starts a real server")
	}
	m := thisMachine()
	_, err := m.findJava(context.Background())
	if err == nil {
		if _, err = newLayout(Options{CacheDir: testCache()}).installed(); err != nil {
			_, err = m.findMaven()
		}
	}
	switch {
	case err == nil:
	case os.Getenv("CI") != "":
		t.Fatal(err)
	default:
		t.Skip("NOT TESTED: ", err)
	}
}

// TestServer takes a real server through its life, in one go because each
// start costs seconds. The folder's name has what needs quoting.
func TestServer(t *testing.T) {
	needJava(t)
	ctx := context.Background()
	o := Options{DataDir: filepath.Join(t.TempDir(), `my "data" \ folder`), CacheDir: testCache(), Progress: t.Logf}
	l := newLayout(o)
	var pids []int
	t.Cleanup(func() {
		if err := Stop(ctx, o); err != nil && !errors.Is(err, ErrNotRunning) {
			t.Error(err)
		}
		for _, pid := range pids {
			if _, err := processStart(pid); !errors.Is(err, errNoProcess) {
				t.Errorf("process %d is left: %v", pid, err)
			}
		}
	})
	ensure := func(t *testing.T) *Server {
		t.Helper()
		s, err := Ensure(ctx, o)
		if err != nil {
			t.Fatal(err)
		}
		pids = append(pids, s.PID)
		return s
	}

	t.Run("concurrent starts make one server", func(t *testing.T) {
		var wg sync.WaitGroup
		got := make([]string, 5)
		for i := range got {
			wg.Go(func() {
				if i%2 == 0 {
					if s, err := Ensure(ctx, o); err != nil {
						got[i] = err.Error()
					} else {
						got[i] = fmt.Sprint(s.PID)
					}
					return
				}
				other := exec.Command(os.Args[0])
				other.Env = append(os.Environ(), ensureEnv+"="+o.DataDir)
				out, err := other.CombinedOutput()
				got[i] = string(out)
				if err != nil {
					got[i] += err.Error()
				}
			})
		}
		wg.Wait()
		want := fmt.Sprint(ensure(t).PID)
		for _, pid := range got {
			if pid != want {
				t.Errorf("got %s; want process %s", pid, want)
			}
		}
	})

	s := ensure(t)
	t.Run("it is its own session", func(t *testing.T) {
		if sid, err := unix.Getsid(s.PID); err != nil || sid != s.PID {
			t.Errorf("got session %d, %v; want %d", sid, err, s.PID)
		}
	})
	t.Run("status", func(t *testing.T) {
		got, err := Status(ctx, o)
		if err != nil || got.PID != s.PID || got.Version != version || got.Runtime != "java" {
			t.Errorf("got %+v, %v", got, err)
		}
	})
	t.Run("it cannot be reached from elsewhere", func(t *testing.T) {
		port := s.URI[strings.LastIndex(s.URI, ":"):]
		for _, host := range otherAddresses(t) {
			if c, err := net.DialTimeout("tcp", host+port, time.Second); err == nil {
				c.Close()
				t.Errorf("it answers on %s", host)
			}
		}
	})
	t.Run("the password shows nowhere", func(t *testing.T) {
		files := []string{l.log(), l.debugLog(), l.console(), l.args(), filepath.Join(l.conf(), "neo4j.conf"), l.auth()}
		for _, f := range files {
			if data, err := os.ReadFile(f); err == nil && bytes.Contains(data, []byte(s.Password)) {
				t.Errorf("it is in %s", f)
			}
		}
	})
	t.Run("it survives being killed", func(t *testing.T) {
		run(t, s, "UNWIND range(1, 1000) AS i CREATE (:Kept {i: i})")
		if err := syscall.Kill(s.PID, syscall.SIGKILL); err != nil {
			t.Fatal(err)
		}
		waitNoProcess(t, s.PID)
		_, err := Status(ctx, o)
		wantError(t, err, ErrNotRunning, "has ended")
		s = ensure(t)
		if n := run(t, s, "MATCH (k:Kept) RETURN count(k)"); n != 1000 {
			t.Errorf("got %d nodes after the recovery; want 1000", n)
		}
	})
	t.Run("it is found without its record", func(t *testing.T) {
		if err := os.Remove(l.record()); err != nil {
			t.Fatal(err)
		}
		if got := ensure(t); got.PID != s.PID {
			t.Errorf("got process %d; want %d", got.PID, s.PID)
		}
	})
	t.Run("another server on its data is refused", func(t *testing.T) {
		rec, err := l.readRecord()
		if err != nil {
			t.Fatal(err)
		}
		os.Remove(l.record())
		os.Remove(l.ports()) // now nothing leads to the server
		m := thisMachine()
		m.portFree = func(p int) bool { return p != rec.Ports.Bolt && p != rec.Ports.HTTP && portFree(p) }
		_, err = m.ensure(ctx, o)
		wantError(t, err, ErrDataInUse)
		if err := l.writeRecord(rec); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(l.ports()); err != nil {
			t.Fatal(err)
		}
	})
	t.Run("stop", func(t *testing.T) {
		if err := Stop(ctx, o); err != nil {
			t.Fatal(err)
		}
		if _, err := processStart(s.PID); !errors.Is(err, errNoProcess) {
			t.Errorf("process %d: %v", s.PID, err)
		}
		wantError(t, Stop(ctx, o), ErrNotRunning)
	})
	t.Run("somebody takes the port at the last moment", func(t *testing.T) {
		m := thisMachine()
		m.portFree = func(int) bool { return true }
		p, err := m.choosePorts(l, o)
		if err != nil {
			t.Fatal(err)
		}
		ln, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", p.Bolt))
		if err != nil {
			t.Fatal(err)
		}
		defer ln.Close()
		go func() {
			for c, err := ln.Accept(); err == nil; c, err = ln.Accept() {
				c.Close()
			}
		}()
		_, err = m.ensure(ctx, o)
		wantError(t, err, ErrPortTaken, fmt.Sprintf("Bolt port %d", p.Bolt))
	})
	t.Run("reset", func(t *testing.T) {
		if err := Reset(ctx, o); err != nil {
			t.Fatal(err)
		}
		if exists(l.root()) {
			t.Error("data is left")
		}
	})
}

// run runs a query and returns the first value of the first row, if any.
func run(t *testing.T, s *Server, cypher string) int64 {
	t.Helper()
	var n int64
	err := query(context.Background(), s.URI, s.Password, cypher, func(r neo4j.ResultWithContext) error {
		rows, err := r.Collect(context.Background())
		if len(rows) > 0 {
			n = rows[0].Values[0].(int64)
		}
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", cypher, err)
	}
	return n
}

func discard(r neo4j.ResultWithContext) error {
	_, err := r.Consume(context.Background())
	return err
}

func waitNoProcess(t *testing.T, pid int) {
	t.Helper()
	for {
		if _, err := processStart(pid); errors.Is(err, errNoProcess) {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
}

func otherAddresses(t *testing.T) []string {
	t.Helper()
	addrs, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	var hosts []string
	for _, a := range addrs {
		if ip, ok := a.(*net.IPNet); ok && !ip.IP.IsLoopback() && ip.IP.To4() != nil {
			hosts = append(hosts, ip.IP.String())
		}
	}
	return hosts
}
