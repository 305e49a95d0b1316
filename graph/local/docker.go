package local

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// The official image. DOSSIER_NEO4J_IMAGE names another that takes the same
// environment and keeps its data in /data.
const defaultImage = "neo4j:5.26-community"

// dataLabel on containers and volumes says which data folder they belong to.
const dataLabel = "dossier.data"

// volumeFile in the server's folder names the volume with its data. From then
// on the data is there, and Java would find none.
func (l layout) volumeFile() string { return filepath.Join(l.root(), "docker-volume") }

func (l layout) containerName() string {
	return fmt.Sprintf("dossier-%x", sha256.Sum256([]byte(l.root())))[:len("dossier-")+12]
}

func runDocker(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "docker", args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		err = fmt.Errorf("docker %s: %s", args[0], lastLines(stderr.String(), 3))
	}
	return strings.TrimSpace(string(out)), err
}

func (m *machine) dockerAnswers(ctx context.Context) bool {
	_, err := m.docker(ctx, "version", "--format", "{{.Server.Version}}")
	return err == nil
}

func dockerFailed(what string, err error) *Error {
	return &Error{
		kind: ErrDocker, what: what, cause: err,
		hint: "see that Docker runs and has the image (docker pull " + defaultImage + "), or install Java and Maven",
	}
}

// startDocker starts the server in a container. The caller holds the lock.
func (m *machine) startDocker(ctx context.Context, l layout, o Options) (*Server, error) {
	if !m.dockerAnswers(ctx) {
		return nil, dockerFailed("no Docker daemon answers", nil)
	}
	image := m.getenv("DOSSIER_NEO4J_IMAGE")
	if image == "" {
		image = defaultImage
	}
	if _, err := m.docker(ctx, "image", "inspect", image); err != nil {
		o.say("fetching the Docker image %s", image)
		if _, err := m.docker(ctx, "pull", "--quiet", image); err != nil {
			return nil, dockerFailed("the image "+image+" could not be fetched", err)
		}
	}
	pw, err := l.ensurePassword()
	if err != nil {
		return nil, err
	}
	p, err := m.choosePorts(l, o)
	if err != nil {
		return nil, err
	}
	name, label := l.containerName(), dataLabel+"="+l.root()
	if _, err := m.docker(ctx, "volume", "create", "--label", label, name); err != nil {
		return nil, dockerFailed("the volume "+name+" could not be made", err)
	}
	if err := writeFile(l.volumeFile(), []byte(name+"\n"), 0o600); err != nil {
		return nil, err
	}
	if err := m.removeContainer(ctx, l, name); err != nil {
		return nil, err
	}
	// The environment goes in by a file, so the password is in no argument.
	env := filepath.Join(l.root(), "docker.env")
	defer os.Remove(env)
	conf := baseSettings(p)
	conf["server.memory.heap.initial_size"] = initialHeap
	conf["server.memory.heap.max_size"] = o.heap()
	vars := fmt.Appendf(conf.environment(), "NEO4J_AUTH=%s/%s\n", user, pw)
	if err := writeFile(env, vars, 0o600); err != nil {
		return nil, err
	}
	if err := os.MkdirAll(filepath.Dir(l.log()), 0o700); err != nil {
		return nil, err
	}
	o.say("starting Neo4j in the container %s", name)
	_, err = m.docker(ctx, "run", "--detach", "--name", name, "--label", label, "--env-file", env,
		"--publish", fmt.Sprintf("127.0.0.1:%d:7687", p.Bolt), "--publish", fmt.Sprintf("127.0.0.1:%d:7474", p.HTTP),
		"--volume", name+":/data", image)
	if err != nil {
		if strings.Contains(err.Error(), "port is already allocated") || strings.Contains(err.Error(), "address already in use") {
			return nil, portTaken("Bolt or HTTP", p.Bolt)
		}
		return nil, dockerFailed("the container "+name+" could not be started", err)
	}
	rec := record{Runtime: "docker", Container: name, Ports: p, Started: m.now()}
	if err := l.writeRecord(rec); err != nil {
		return nil, err
	}
	return m.waitReady(ctx, l, o, &rec)
}

func (m *machine) containerRuns(ctx context.Context, name string) (bool, error) {
	out, err := m.docker(ctx, "inspect", "--format", "{{.State.Running}}", name)
	if err != nil && strings.Contains(strings.ToLower(err.Error()), "no such object") {
		return false, nil
	}
	if err != nil {
		return false, dockerFailed("the container "+name+" cannot be examined", err)
	}
	return out == "true", nil
}

// containerLog copies the container's output to where the log is expected, and
// returns it.
func (m *machine) containerLog(ctx context.Context, l layout, name string) string {
	out, err := m.docker(ctx, "logs", name)
	if err != nil {
		return ""
	}
	if err := writeFile(l.log(), []byte(out+"\n"), 0o600); err != nil {
		return out
	}
	return out
}

func (m *machine) stopContainer(ctx context.Context, l layout, rec record) error {
	m.containerLog(ctx, l, rec.Container)
	if _, err := m.docker(ctx, "stop", "-t", "60", rec.Container); err != nil {
		return dockerFailed("the container "+rec.Container+" could not be stopped", err)
	}
	return m.removeContainer(ctx, l, rec.Container)
}

// removeContainer removes a container that belongs to this data folder, with
// the nameless volumes the image asks for; the data has a name and stays.
func (m *machine) removeContainer(ctx context.Context, l layout, name string) error {
	owner, err := m.docker(ctx, "inspect", "--format", `{{index .Config.Labels "`+dataLabel+`"}}`, name)
	if err != nil {
		return nil // there is none
	}
	if owner != l.root() {
		return &Error{
			kind: ErrNotOurs,
			what: fmt.Sprintf("the container %s does not belong to %s", name, l.root()),
			hint: "rename or remove it: docker rm " + name,
		}
	}
	if _, err := m.docker(ctx, "rm", "--force", "--volumes", name); err != nil {
		return dockerFailed("the container "+name+" could not be removed", err)
	}
	return nil
}

// removeVolume deletes the data that a container left, if there is any.
func (m *machine) removeVolume(ctx context.Context, l layout) error {
	data, err := os.ReadFile(l.volumeFile())
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	name := strings.TrimSpace(string(data))
	if err := m.removeContainer(ctx, l, name); err != nil {
		return err
	}
	if _, err := m.docker(ctx, "volume", "rm", "--force", name); err != nil {
		return dockerFailed("the volume "+name+" could not be removed", err)
	}
	return nil
}
