package local

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"
)

// A machine is everything outside this package that a managed server depends
// on. Tests replace single functions to see each of them fail.
type machine struct {
	getenv       func(name string) string
	lookPath     func(program string) (string, error)
	systemJavas  func() []string
	javaVersion  func(ctx context.Context, java string) (string, error)
	maven        func(ctx context.Context, run mavenRun) error
	freeBytes    func(folder string) (uint64, error)
	processStart func(pid int) (string, error) // errNoProcess if there is none
	signal       func(pid int, sig os.Signal) error
	ping         func(ctx context.Context, uri, password string) (version string, err error)
	serverPID    func(ctx context.Context, uri, password string) (int, error)
	dropVisitor  func(ctx context.Context, uri, password string) error
	portFree     func(port int) bool
	docker       func(ctx context.Context, args ...string) (string, error)
	now          func() time.Time

	serverFlags []string // for Java, beyond vmFlags

	lockWait time.Duration // how long to wait for another dossier
	stopWait time.Duration // how long a server may take to stop before it is killed
}

func thisMachine() *machine {
	return &machine{
		getenv:       os.Getenv,
		lookPath:     exec.LookPath,
		systemJavas:  systemJavas,
		javaVersion:  javaVersion,
		maven:        runMaven,
		freeBytes:    freeBytes,
		processStart: processStart,
		signal:       signalProcess,
		ping:         ping,
		serverPID:    serverPID,
		dropVisitor:  dropVisitor,
		portFree:     portFree,
		docker:       runDocker,
		now:          time.Now,
		lockWait:     15 * time.Minute, // a first start on a slow line
		stopWait:     2 * time.Minute,
	}
}

// ping returns the server's version once it answers a query. An open port is
// not enough: Bolt listens seconds before it serves.
func ping(ctx context.Context, uri, password string) (string, error) {
	var agent string
	err := query(ctx, uri, password, "RETURN 1", func(r neo4j.ResultWithContext) error {
		sum, err := r.Consume(ctx)
		if err == nil {
			agent = sum.Server().Agent() // "Neo4j/5.26.30"
		}
		return err
	})
	return strings.TrimPrefix(agent, "Neo4j/"), err
}

// serverPID asks the server for the id of its own process.
func serverPID(ctx context.Context, uri, password string) (int, error) {
	var pid int
	err := query(ctx, uri, password,
		"CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes.Pid.value AS pid",
		func(r neo4j.ResultWithContext) error {
			rec, err := r.Single(ctx)
			if err != nil {
				return err
			}
			n, _, err := neo4j.GetRecordValue[int64](rec, "pid")
			pid = int(n)
			return err
		})
	return pid, err
}

func query(ctx context.Context, uri, password, cypher string, each func(neo4j.ResultWithContext) error) error {
	d, err := neo4j.NewDriverWithContext(uri, neo4j.BasicAuth(user, password, ""), func(c *config.Config) {
		c.SocketConnectTimeout = time.Second
		c.ConnectionAcquisitionTimeout = 10 * time.Second
		c.TelemetryDisabled = true
	})
	if err != nil {
		return err
	}
	defer d.Close(ctx)
	s := d.NewSession(ctx, neo4j.SessionConfig{})
	defer s.Close(ctx)
	r, err := s.Run(ctx, cypher, nil)
	if err == nil {
		err = each(r)
	}
	var ne *neo4j.Neo4jError
	if errors.As(err, &ne) && strings.HasPrefix(ne.Code, "Neo.ClientError.Security.") {
		return errors.Join(ErrPassword, err)
	}
	return err
}
