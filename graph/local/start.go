package local

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const (
	entryPoint = "org.neo4j.server.CommunityEntryPoint"
	adminTool  = "org.neo4j.cli.AdminTool" // neo4j-admin
)

// vmFlags suit a server that shall start at once and take little: on two cores
// the first compiler alone is up seconds sooner than both, and the serial
// collector needs no threads and no tables of its own.
func vmFlags(heap string) []string {
	return []string{
		"-Xms" + initialHeap, "-Xmx" + heap,
		"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
		"-XX:+ExitOnOutOfMemoryError", // the data is safe, and the next run starts a fresh server
		"-Dfile.encoding=UTF-8", "-Djava.awt.headless=true", "-Dlog4j2.disable.jmx=true",
		"--add-opens=java.base/java.nio=ALL-UNNAMED",
		"--add-opens=java.base/java.io=ALL-UNNAMED",
		"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
	}
}

// startJava starts the server as a process. The caller holds the lock.
func (m *machine) startJava(ctx context.Context, l layout, j javaVM, o Options) (*Server, error) {
	jars, err := m.install(ctx, l, j, o)
	if err != nil {
		return nil, err
	}
	jars, browser, err := l.browserJar(jars, o.Pages)
	if err != nil {
		return nil, fmt.Errorf("put dossier's pages beside Neo4j Browser: %w", err)
	}
	if err := m.checkSpace(l.root(), dataBytes, "start the local Neo4j"); err != nil {
		return nil, err
	}
	pw, err := l.ensurePassword()
	if err != nil {
		return nil, err
	}
	p, err := m.choosePorts(l, o)
	if err != nil {
		return nil, err
	}
	for _, dir := range []string{l.conf(), filepath.Dir(l.log()), filepath.Dir(l.auth())} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, err
		}
	}
	if err := writeFile(filepath.Join(l.conf(), "neo4j.conf"), javaSettings(p, o.Pages[guidePage] != nil).file(), 0o600); err != nil {
		return nil, err
	}
	if err := m.setInitialPassword(ctx, l, j, jars, pw); err != nil {
		return nil, err
	}

	flags := append(vmFlags(o.heap()), m.serverFlags...)
	if a := archivePath(l, j, jars); exists(a) {
		flags = append(flags, "-XX:SharedArchiveFile="+a)
	}
	args := append(flags, "-cp", classPath(append(jars, browser)), entryPoint, "--home-dir="+l.home(), "--config-dir="+l.conf())
	if err := writeFile(l.args(), argFile(args), 0o600); err != nil {
		return nil, err
	}

	o.say("starting Neo4j %s (log: %s)", version, l.log())
	rec, err := m.launch(l, j, p)
	if err != nil {
		return nil, err
	}
	if err := l.writeRecord(rec); err != nil {
		return nil, err
	}
	s, err := m.waitReady(ctx, l, o, &rec)
	if err != nil {
		return nil, err
	}
	if err := m.startArchiving(l, j, jars); err != nil {
		o.say("later starts will be slower: %v", err)
	}
	return s, nil
}

// setInitialPassword has neo4j-admin set it, before the first start only. The
// password goes in by an argument file that only the user can read, so it is
// never seen in a list of processes.
func (m *machine) setInitialPassword(ctx context.Context, l layout, j javaVM, jars []string, pw string) error {
	if exists(l.auth()) || exists(l.database()) {
		return nil
	}
	args := filepath.Join(l.conf(), "password.args")
	defer os.Remove(args)
	words := append(vmFlags(initialHeap), "-cp", classPath(jars), adminTool, "dbms", "set-initial-password", pw)
	if err := writeFile(args, argFile(words), 0o600); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, j.Path, "@"+args)
	cmd.Dir, cmd.Env = l.home(), serverEnv(l)
	if out, err := cmd.CombinedOutput(); err != nil {
		return &Error{
			kind: ErrStart, what: "the initial password of the local Neo4j could not be set",
			hint:  "if the reason is not plain, try another Java with DOSSIER_JAVA",
			cause: fmt.Errorf("%w: %s", err, lastLines(string(out), 5)),
		}
	}
	return nil
}

// launch starts the process in a session of its own.
func (m *machine) launch(l layout, j javaVM, p ports) (record, error) {
	console, err := os.OpenFile(l.console(), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return record{}, err
	}
	defer console.Close()
	rec := record{Runtime: "java", Ports: p, Started: m.now(), DebugFrom: size(l.debugLog()), LogFrom: size(l.log())}
	cmd := exec.Command(j.Path, "@"+l.args())
	cmd.Dir, cmd.Env = l.home(), serverEnv(l)
	cmd.Stdout, cmd.Stderr = console, console
	detach(cmd)
	if err := cmd.Start(); err != nil {
		return rec, fmt.Errorf("start Java: %w", err)
	}
	rec.PID = cmd.Process.Pid
	if rec.Start, err = m.processStart(rec.PID); err != nil && !errors.Is(err, errNoProcess) {
		cmd.Process.Kill()
		cmd.Wait()
		return rec, fmt.Errorf("start Java: %w", err)
	}
	// One that has ended already is found out by waitReady.
	go cmd.Wait() // so that it does not stay a zombie when it ends before this process
	return rec, nil
}

// serverEnv is this process's environment without the settings that mean
// another Neo4j, a password among them.
func serverEnv(l layout) []string {
	var env []string
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "NEO4J_") {
			env = append(env, kv)
		}
	}
	return append(env, "NEO4J_HOME="+l.home(), "NEO4J_CONF="+l.conf())
}

// classPath has a fixed order. The class archive is good for every class path
// that begins with the one it was made with.
func classPath(jars []string) string { return strings.Join(jars, string(os.PathListSeparator)) }

// argFile quotes arguments for an argument file of the java launcher.
func argFile(args []string) []byte {
	escape := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
	var b strings.Builder
	for _, a := range args {
		b.WriteString(`"` + escape.Replace(a) + "\"\n")
	}
	return []byte(b.String())
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// size of a file; 0 if there is none.
func size(path string) int64 {
	fi, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return fi.Size()
}
