package nameserver

import "encoding/json"

// newOnePerConnection: the server closes a TCP connection after its first answer. glibc sends A and AAAA on one.
func newOnePerConnection(options json.RawMessage) (Fault, error) {
	fault := answering(func(q Query, next Answerer) Reply {
		reply := next.Answer(q)
		reply.Hangup = q.Transport == "tcp"
		return reply
	})
	return fault, decode(options, &struct{}{})
}
