package local

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"net"
	"os"
)

// ports are chosen once and then kept, because Neo4j Browser stores what it
// knows by address.
type ports struct {
	Bolt int `json:"bolt"`
	HTTP int `json:"http"`
}

func (p ports) uri() string { return fmt.Sprintf("bolt://127.0.0.1:%d", p.Bolt) }

// readPorts returns the kept ports.
func (l layout) readPorts() (ports, error) {
	var p ports
	data, err := os.ReadFile(l.ports())
	if err != nil {
		return p, err
	}
	return p, json.Unmarshal(data, &p)
}

// Ports are sought between firstPort and firstPort+portRange: above the
// registered services, below the range from which Linux and macOS take the
// local ends of outgoing connections.
const (
	firstPort = 20000
	portRange = 10000
)

// choosePorts returns the kept ports, replacing one that another program has
// taken meanwhile. Ports the caller asked for are not replaced.
func (m *machine) choosePorts(l layout, o Options) (ports, error) {
	kept, err := l.readPorts()
	if err != nil {
		kept = ports{} // a damaged file costs new ports, nothing else
	}
	h := fnv.New32a()
	h.Write([]byte(l.root()))
	start := int(h.Sum32() % portRange)

	p := kept
	if p.Bolt, err = m.choosePort("Bolt", o.BoltPort, kept.Bolt, start, kept.HTTP, o); err != nil {
		return p, err
	}
	if p.HTTP, err = m.choosePort("HTTP", o.HTTPPort, kept.HTTP, start+1, p.Bolt, o); err != nil {
		return p, err
	}
	if p == kept {
		return p, nil
	}
	data, err := json.Marshal(p)
	if err != nil {
		return p, err
	}
	return p, writeFile(l.ports(), append(data, '\n'), 0o600)
}

func (m *machine) choosePort(use string, asked, kept, start, not int, o Options) (int, error) {
	if asked != 0 {
		if !m.portFree(asked) {
			return 0, portTaken(use, asked)
		}
		return asked, nil
	}
	if kept != 0 && kept != not {
		if m.portFree(kept) {
			return kept, nil
		}
		o.say("another program has taken port %d; choosing a new %s port", kept, use)
	}
	for i := range portRange {
		p := firstPort + (start+i)%portRange
		if p != not && p != kept && m.portFree(p) {
			return p, nil
		}
	}
	return 0, &Error{
		kind: ErrPortTaken,
		what: fmt.Sprintf("no free %s port between %d and %d", use, firstPort, firstPort+portRange-1),
		hint: "stop some of the programs that listen there",
	}
}

func portTaken(use string, port int) *Error {
	return &Error{
		kind: ErrPortTaken,
		what: fmt.Sprintf("the %s port %d is taken by another program", use, port),
		hint: fmt.Sprintf("find the program with: lsof -i :%d -- stop it, or ask for another port", port),
	}
}

func portFree(port int) bool {
	ln, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		return false
	}
	ln.Close()
	return true
}
