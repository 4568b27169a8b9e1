package nameserver

import (
	"net/netip"
	"sync"
	"time"

	"github.com/miekg/dns"
)

// together is how far apart two queries of one socket may arrive and still race. The winner's answer
// waits that long, so a query that the client sends after it is never in the race.
const together = 100 * time.Millisecond

// races holds the races under way, by client socket; with ever, also those that are over.
type races struct {
	ever  bool
	mutex sync.Mutex
	on    map[netip.AddrPort]*race
}

type race struct {
	winner *dns.Msg
	over   bool
}

func racing(ever bool) Fault {
	return Fault{Wrap: func(next Answerer) Answerer {
		all := &races{ever: ever, on: map[netip.AddrPort]*race{}}
		return AnswererFunc(func(q Query) Reply {
			if all.wins(q) {
				return next.Answer(q)
			}
			return Reply{}
		})
	}}.where(func(q Query) bool { return q.Transport == "udp" })
}

func (r *races) wins(q Query) bool {
	joined := r.join(q)
	if joined == nil {
		return false
	}
	time.Sleep(together)
	return r.leave(q, joined)
}

// join returns the race that a query is in, or nil if it comes too late. A beats AAAA: clients send
// it first, and goroutines may have swapped two packets that arrived together.
func (r *races) join(q Query) *race {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	current, exists := r.on[q.Client]
	if !exists {
		current = &race{}
		r.on[q.Client] = current
	}
	if current.over {
		return nil
	}
	if current.winner == nil || q.Question().Qtype < current.winner.Question[0].Qtype {
		current.winner = q.Message
	}
	return current
}

// leave ends the race and tells whether the query won it.
func (r *races) leave(q Query, joined *race) bool {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	joined.over = true
	if !r.ever && r.on[q.Client] == joined {
		delete(r.on, q.Client)
	}
	return joined.winner == q.Message
}
