package nameserver

import (
	"errors"
	"io"
	"log"
	"sync"
)

// Group is all servers of the lab and their common journal.
type Group struct {
	journal *Journal
	mutex   sync.Mutex
	servers []*Server
}

// NewGroup returns a group without servers, whose journal is printed.
func NewGroup(journal io.Writer) *Group { return &Group{journal: NewJournal(journal)} }

// StartRequest asks for servers that all hold the same records. Servers that shall differ are started one by one.
type StartRequest struct {
	Listen  []string       `json:"listen"`
	Records []string       `json:"records"`
	Faults  []FaultRequest `json:"faults"`
}

// Started names the addresses, with the ports that were taken for port 0.
type Started struct {
	Listening []string `json:"listening"`
}

// Start starts a server for each address, or none if one of them fails.
func (g *Group) Start(request StartRequest) (Started, error) {
	if len(request.Listen) == 0 {
		return Started{}, errors.New(`listen: expected at least one address such as "127.0.0.1:53"`)
	}
	zone, err := ParseZone(request.Records)
	if err != nil {
		return Started{}, err
	}
	var servers []*Server
	var started Started
	for _, address := range request.Listen {
		server, err := g.listen(address, zone, request.Faults)
		if err != nil {
			closeAll(servers)
			return Started{}, err
		}
		servers = append(servers, server)
		started.Listening = append(started.Listening, server.Address.String())
	}
	g.mutex.Lock()
	defer g.mutex.Unlock()
	g.servers = append(g.servers, servers...)
	return started, nil
}

func (g *Group) listen(address string, zone *Zone, wanted []FaultRequest) (*Server, error) {
	faults, err := newFaults(wanted)
	if err != nil {
		return nil, err
	}
	return Listen(address, Healthy(zone), faults, g.journal)
}

// Close stops all servers and ends the journal.
func (g *Group) Close() {
	g.mutex.Lock()
	defer g.mutex.Unlock()
	closeAll(g.servers)
	g.servers = nil
	g.journal.Close()
}

func closeAll(servers []*Server) {
	for _, server := range servers {
		if err := server.Close(); err != nil {
			log.Print(err)
		}
	}
}
