package nameserver

import (
	"encoding/json"

	"github.com/miekg/dns"
)

// newCutOff: the packet ends within its first record, though its header still counts them all. A reply without
// records is whole.
func newCutOff(options json.RawMessage) (Fault, error) {
	var chosen struct{ transports }
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	return chosen.limit(answering(func(q Query, next Answerer) Reply {
		reply := next.Answer(q)
		if reply.Message == nil {
			return reply
		}
		if packed, err := reply.Message.Pack(); err == nil {
			reply.Raw = packed[:min(len(packed), headLen(reply.Message)+withinRecord)]
		}
		return reply
	}))
}

// withinRecord is a length that every record has more of: even an OPT takes 11 bytes.
const withinRecord = 7

// headLen is the length of header and question. They stay whole: without them a client takes the packet for
// somebody else's and waits on.
func headLen(message *dns.Msg) int {
	return (&dns.Msg{Question: message.Question}).Len()
}
