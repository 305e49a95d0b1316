package local

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"syscall"
)

// processStart identifies a process beyond its id: the boot it belongs to and
// its start in clock ticks since then. A zombie counts as gone.
func processStart(pid int) (string, error) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ESRCH) {
		return "", errNoProcess
	}
	if err != nil {
		return "", err
	}
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return "", err
	}
	ticks, err := statStart(stat)
	if err != nil {
		return "", err
	}
	return strings.TrimSpace(string(boot)) + ":" + ticks, nil
}

// statStart reads the start time from /proc/PID/stat, whose second field, the
// program's name in parentheses, may contain anything.
func statStart(stat []byte) (string, error) {
	_, rest, ok := bytes.Cut(stat[max(0, bytes.LastIndexByte(stat, ')')):], []byte(") "))
	fields := strings.Fields(string(rest))
	const state, start = 0, 19 // fields 3 and 22 of proc_pid_stat(5)
	if !ok || len(fields) <= start {
		return "", fmt.Errorf("unexpected process status %q", stat)
	}
	if fields[state] == "Z" || fields[state] == "X" {
		return "", errNoProcess
	}
	return fields[start], nil
}
