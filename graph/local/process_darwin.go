package local

import (
	"errors"
	"fmt"

	"golang.org/x/sys/unix"
)

// processStart identifies a process beyond its id by the time it started. A
// zombie counts as gone.
func processStart(pid int) (string, error) {
	k, err := unix.SysctlKinfoProc("kern.proc.pid", pid)
	if errors.Is(err, unix.ESRCH) || errors.Is(err, unix.EIO) { // the sysctl has no entry for it
		return "", errNoProcess
	}
	if err != nil {
		return "", err
	}
	const zombie = 5 // SZOMB of sys/proc.h
	if int(k.Proc.P_pid) != pid || k.Proc.P_stat == zombie {
		return "", errNoProcess
	}
	t := k.Proc.P_starttime
	return fmt.Sprintf("%d.%06d", t.Sec, t.Usec), nil
}
