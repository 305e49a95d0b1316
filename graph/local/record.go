package local

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"
)

// A record says which process or container is the server. The start of the
// process tells it from a later one with the same id.
type record struct {
	Runtime   string    `json:"runtime"`
	PID       int       `json:"pid,omitempty"`
	Start     string    `json:"start,omitempty"` // see processStart
	Container string    `json:"container,omitempty"`
	Ports     ports     `json:"ports"`
	Started   time.Time `json:"started"`
	DebugFrom int64     `json:"debugFrom"` // where this run begins in debug.log
	LogFrom   int64     `json:"logFrom"`   // and in neo4j.log
}

// readRecord treats a damaged record like an absent one: the kept port and the
// password still find the server.
func (l layout) readRecord() (record, error) {
	var rec record
	data, err := os.ReadFile(l.record())
	if err != nil {
		return rec, err
	}
	if json.Unmarshal(data, &rec) != nil || (rec.PID <= 0) == (rec.Container == "") {
		return rec, os.ErrNotExist
	}
	return rec, nil
}

func (l layout) writeRecord(rec record) error {
	data, err := json.Marshal(rec)
	if err != nil {
		return err
	}
	return writeFile(l.record(), append(data, '\n'), 0o600)
}

func (rec record) name() string {
	if rec.Container != "" {
		return "container " + rec.Container
	}
	return fmt.Sprintf("process %d", rec.PID)
}

func (rec record) server(l layout, password string) *Server {
	return &Server{
		URI: rec.Ports.uri(), Username: user, Password: password,
		HTTP: fmt.Sprintf("http://127.0.0.1:%d", rec.Ports.HTTP),
		PID:  rec.PID, Version: version, Runtime: rec.Runtime,
		DataDir: l.root(), Log: l.log(), Started: rec.Started,
	}
}

func (m *machine) alive(ctx context.Context, rec record) (bool, error) {
	if rec.Container != "" {
		return m.containerRuns(ctx, rec.Container)
	}
	start, err := m.processStart(rec.PID)
	if errors.Is(err, errNoProcess) {
		return false, nil
	}
	return start == rec.Start, err
}

// describeDead says what is behind the record of a server that is gone.
func (m *machine) describeDead(rec record) string {
	if rec.Container == "" {
		if _, err := m.processStart(rec.PID); err == nil {
			return fmt.Sprintf("the local Neo4j is gone and its process id %d now belongs to another program, which is left alone", rec.PID)
		}
	}
	return fmt.Sprintf("the local Neo4j (%s) has ended without being stopped", rec.name())
}
