package local

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"
)

// A mavenRun copies what a POM names, and all that needs, into one folder.
type mavenRun struct {
	Program  string
	POM      string
	Out      string
	JavaHome string
	Line     func(line string) // each line of output
}

func (m *machine) findMaven() (string, error) {
	for _, name := range []string{"MAVEN_HOME", "M2_HOME"} {
		if home := m.getenv(name); home != "" {
			if p, err := m.lookPath(filepath.Join(home, "bin", "mvn")); err == nil {
				return p, nil
			}
		}
	}
	p, err := m.lookPath("mvn")
	if err != nil {
		return "", &Error{
			kind: ErrMavenMissing,
			what: "the first start of the local Neo4j needs Maven, and there is none (MAVEN_HOME and the path were searched)",
			hint: installMaven + ", or name another Neo4j with NEO4J_URI",
		}
	}
	return p, nil
}

var installMaven = map[string]string{
	"linux":  "install it, for example with: sudo apt install maven",
	"darwin": "install it, for example with: brew install maven",
}[runtime.GOOS]

func runMaven(ctx context.Context, run mavenRun) error {
	cmd := exec.CommandContext(ctx, run.Program, "-B", "-f", run.POM,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+run.Out)
	cmd.Dir = filepath.Dir(run.POM)
	cmd.Env = append(os.Environ(), "JAVA_HOME="+run.JavaHome)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 5 * time.Second

	r, w := io.Pipe()
	cmd.Stdout, cmd.Stderr = w, w
	done := make(chan []string)
	go func() {
		var problems []string
		lines := bufio.NewScanner(r)
		for lines.Scan() {
			run.Line(lines.Text())
			if p, ok := strings.CutPrefix(lines.Text(), "[ERROR] "); ok && len(problems) < 3 {
				problems = append(problems, p) // the later ones are advice
			}
		}
		io.Copy(io.Discard, r) // a line longer than the scanner takes
		done <- problems
	}()
	err := cmd.Run()
	w.Close()
	problems := <-done
	var exit *exec.ExitError
	if errors.As(err, &exit) && len(problems) > 0 {
		return fmt.Errorf("%s", strings.Join(problems, "; "))
	}
	return err
}
