package nameserver

import (
	"encoding/json"
	"errors"
)

// newTruncate: over UDP only so many records of the answer, with TC set if that left some out; the
// rest over TCP, if the server has it. A reply without records is whole and goes out unchanged.
func newTruncate(options json.RawMessage) (Fault, error) {
	chosen := struct {
		Answers int  `json:"answers"`
		TCP     bool `json:"tcp"`
	}{TCP: true}
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	if chosen.Answers < 0 {
		return Fault{}, errors.New("options.answers: expected 0 or more")
	}
	fault := answering(func(q Query, next Answerer) Reply {
		reply := next.Answer(q)
		if q.Transport == "udp" && reply.Message != nil && len(reply.Message.Answer) > chosen.Answers {
			reply.Message.Answer, reply.Message.Truncated = reply.Message.Answer[:chosen.Answers], true
		}
		return reply
	})
	fault.RefusesTCP = !chosen.TCP
	return fault, nil
}
