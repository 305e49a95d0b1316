package local

import (
	"errors"
	"os"
)

// errNoProcess is processStart's answer for an id that no process has.
var errNoProcess = errors.New("no such process")

func signalProcess(pid int, sig os.Signal) error {
	p, err := os.FindProcess(pid)
	if err != nil {
		return err
	}
	return p.Signal(sig)
}
