// Package nameserver answers DNS queries from a few zone file lines, as a healthy server does
// or, with faults between, as a broken one.
package nameserver

import (
	"net/netip"

	"github.com/miekg/dns"
)

// Query is one question as it reached a server.
type Query struct {
	Message   *dns.Msg
	Transport string // udp or tcp
	Server    netip.AddrPort
	Client    netip.AddrPort
}

// Question is the only question of the message; the server refuses messages with none or several.
func (q Query) Question() dns.Question { return q.Message.Question[0] }

// Reply is what goes back on the wire. The zero Reply is silence.
type Reply struct {
	Message *dns.Msg
	// Raw is sent, as it is, instead of Message: for packets that no library would make.
	Raw []byte
	// Hangup closes the TCP connection after whatever was sent.
	Hangup bool
}

// Answerer turns a query into a reply. It may take its time: each UDP query has a goroutine of its own.
type Answerer interface {
	Answer(Query) Reply
}

// AnswererFunc makes an Answerer of a function.
type AnswererFunc func(Query) Reply

// Answer calls the function.
func (f AnswererFunc) Answer(q Query) Reply { return f(q) }

// Fault is something wrong with a server. State that a fault keeps is its own: each server gets a new one.
type Fault struct {
	// Wrap puts the fault between a server and the answerer behind it. It may answer by itself,
	// change the reply, hold it back or lose it.
	Wrap func(next Answerer) Answerer
	// RefusesTCP leaves the whole server without TCP.
	RefusesTCP bool
}

// answering is a Fault of a function that gets each query and the answerer behind the fault.
func answering(answer func(q Query, next Answerer) Reply) Fault {
	return Fault{Wrap: func(next Answerer) Answerer {
		return AnswererFunc(func(q Query) Reply { return answer(q, next) })
	}}
}

// withFaults puts faults before an answerer; the first of them sees a query first.
func withFaults(healthy Answerer, faults []Fault) Answerer {
	for i := len(faults) - 1; i >= 0; i-- {
		healthy = faults[i].Wrap(healthy)
	}
	return healthy
}
