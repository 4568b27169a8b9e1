package nameserver

import (
	"encoding/json"
	"io"
	"log"
	"slices"
	"sync"
	"time"

	"github.com/miekg/dns"
)

// Seen is a query as the journal keeps it.
type Seen struct {
	Name       string `json:"name"`
	Type       string `json:"type"`
	Transport  string `json:"transport"`
	Server     string `json:"server"`
	EDNS       bool   `json:"edns"`
	SourcePort int    `json:"sourcePort"`
	AtMs       int64  `json:"atMs"` // milliseconds since the lab started
}

// Journal records every query that reached a server, answered or not, in order of arrival,
// and prints each as a line of JSON.
type Journal struct {
	mutex   sync.Mutex
	started time.Time
	out     *json.Encoder
	seen    []Seen
}

// NewJournal starts the journal's clock.
func NewJournal(out io.Writer) *Journal {
	return &Journal{started: time.Now(), out: json.NewEncoder(out)}
}

func (j *Journal) add(q Query) {
	question := q.Question()
	j.mutex.Lock()
	defer j.mutex.Unlock()
	seen := Seen{
		Name:       question.Name,
		Type:       dns.Type(question.Qtype).String(),
		Transport:  q.Transport,
		Server:     q.Server.String(),
		EDNS:       q.Message.IsEdns0() != nil,
		SourcePort: int(q.Client.Port()),
		AtMs:       time.Since(j.started).Milliseconds(),
	}
	j.seen = append(j.seen, seen)
	j.print(seen)
}

// Close prints how many queries there were: without that line the journal is not whole.
func (j *Journal) Close() {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	j.print(map[string]int{"queries": len(j.seen)})
}

func (j *Journal) print(line any) {
	if err := j.out.Encode(line); err != nil {
		log.Print(err)
	}
}

// Seen returns a copy of all entries.
func (j *Journal) Seen() []Seen {
	j.mutex.Lock()
	defer j.mutex.Unlock()
	return slices.Clone(j.seen)
}
