//go:build unix

package local

import (
	"os/exec"
	"syscall"

	"golang.org/x/sys/unix"
)

// detach gives a command its own session, so that neither the terminal's
// signals nor the end of this process reach it.
func detach(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// freeBytes is what an unprivileged user may still write to the folder's disk.
func freeBytes(folder string) (uint64, error) {
	var st unix.Statfs_t
	if err := unix.Statfs(folder, &st); err != nil {
		return 0, err
	}
	return st.Bavail * uint64(st.Bsize), nil
}
