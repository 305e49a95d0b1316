package local

import (
	"errors"
	"os"
	"os/exec"
	"testing"
)

func TestStatStart(t *testing.T) {
	const tail = " 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 9876 100 200"
	for _, tt := range []struct {
		name, stat, want string
		ok               bool
	}{
		{"plain", "12 (java) S" + tail, "9876", true},
		{"hostile name", "12 (a) S 1) R" + tail, "9876", true},
		{"zombie", "12 (java) Z" + tail, "", false},
		{"short", "12 (java) S 1 2", "", false},
		{"empty", "", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := statStart([]byte(tt.stat))
			if got != tt.want || (err == nil) != tt.ok {
				t.Errorf("got %q, %v; want %q", got, err, tt.want)
			}
		})
	}
}

func FuzzStatStart(f *testing.F) {
	f.Add([]byte("12 (java) S 1 1 1 0 -1 4194560 1 2 3 4 5 6 7 8 20 0 1 0 9876 100 200"))
	f.Fuzz(func(t *testing.T, stat []byte) { statStart(stat) })
}

func TestZombieIsGone(t *testing.T) {
	cmd := exec.Command("/bin/true")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := processStart(cmd.Process.Pid); errors.Is(err, errNoProcess) {
			break // it ended, and nobody has waited for it yet
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	if start, err := processStart(os.Getpid()); err != nil || start == "" {
		t.Errorf("own process: %q, %v", start, err)
	}
}
