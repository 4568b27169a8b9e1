package nameserver

import (
	"encoding/json"
	"fmt"

	"github.com/miekg/dns"
)

// newRcode: an empty reply with a response code: SERVFAIL, REFUSED, NXDOMAIN, or NOERROR, which then means "no data".
func newRcode(options json.RawMessage) (Fault, error) {
	var chosen struct {
		Rcode string `json:"rcode"`
	}
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	rcode, known := dns.StringToRcode[chosen.Rcode]
	if !known {
		return Fault{}, fmt.Errorf("options.rcode: unknown response code %q", chosen.Rcode)
	}
	return answering(func(q Query, next Answerer) Reply {
		reply := next.Answer(q)
		if reply.Message != nil {
			reply.Message.Rcode, reply.Message.Answer, reply.Message.Truncated = rcode, nil, false
		}
		return reply
	}), nil
}
