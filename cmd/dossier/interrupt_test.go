//go:build unix

package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"dossier/graph/storetest"
)

// Ctrl-C stops reading, even where a read hangs, and what was read is out.
func TestInterrupt(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "extract", "-")
	cmd.Env = append(os.Environ(), asDossier+"=1")
	var stderr strings.Builder
	cmd.Stderr = &stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Enough articles for the form to be recognised; then nothing more comes.
	const article = `{"title": "Pyongyang arms Moscow", "text": "North Korea supplied ballistic missiles to Russia."}` + "\n"
	if _, err := stdin.Write([]byte(strings.Repeat(article, 200))); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil || !strings.HasPrefix(line, `{"rel":"`) {
		t.Errorf("first line %q, %v", line, err)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait() // its exit code is what we look at
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit %d, want %d", code, exitInterrupted)
	}
	if stderr.String() != "dossier: interrupted\n" {
		t.Errorf("stderr %q", stderr.String())
	}
}

// Ctrl-C while loading commits what has been read and says what that was.
func TestInterruptedLoad(t *testing.T) {
	db := storetest.Open(t)
	config := storetest.Config(t)
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], "load", "-", "-v")
	cmd.Env = append(os.Environ(), asDossier+"=1",
		"NEO4J_URI="+config.URI, "NEO4J_USERNAME="+config.Username, "NEO4J_PASSWORD="+config.Password, "NEO4J_DATABASE="+config.Database)
	var stdout strings.Builder
	cmd.Stdout = &stdout
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer stdin.Close()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// More than one batch, and long enough for the form to be recognised.
	var articles strings.Builder
	for i := range 70 {
		fmt.Fprintf(&articles, `{"text": "North Korea supplied ballistic missiles to Russia, the White House said in report %d.%s"}`+"\n",
			i, strings.Repeat(" The report has many pages.", 40))
	}
	if _, err := stdin.Write([]byte(articles.String())); err != nil {
		t.Fatal(err)
	}
	interrupted := false
	for lines := bufio.NewScanner(stderr); lines.Scan(); {
		if strings.Contains(lines.Text(), "msg=wrote") && !interrupted {
			interrupted = true
			if err := cmd.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
	}
	_ = cmd.Wait() // its exit code is what we look at
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("exit %d, want %d", code, exitInterrupted)
	}
	var stored int64
	err = db.Read(t.Context(), "MATCH (a:Article) RETURN count(*) AS n", nil, func(_ []string, v []any) error {
		stored = v[0].(int64)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("articles   %d new,", stored); stored < 50 || !strings.HasPrefix(stdout.String(), want) {
		t.Errorf("the graph has %d articles, the summary says\n%s", stored, stdout.String())
	}
}
