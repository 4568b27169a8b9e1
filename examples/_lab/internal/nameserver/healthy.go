package nameserver

import "github.com/miekg/dns"

// ednsSize is what the server says it takes, as most servers do since 2020 (dnsflagday.net).
const ednsSize = 1232

// Healthy answers from a zone as a good authoritative server does: EDNS if asked with it, and over
// UDP no more than the client takes, with TC set if that cut something off.
func Healthy(zone *Zone) Answerer {
	return AnswererFunc(func(q Query) Reply {
		question := q.Question()
		reply := new(dns.Msg)
		reply.SetReply(q.Message)
		reply.Authoritative = true
		reply.Compress = true
		reply.Answer, reply.Rcode = zone.Lookup(question.Name, question.Qtype)
		size := dns.MinMsgSize
		if edns := q.Message.IsEdns0(); edns != nil {
			reply.SetEdns0(ednsSize, edns.Do())
			size = max(size, int(edns.UDPSize()))
		}
		if q.Transport == "tcp" {
			size = dns.MaxMsgSize
		}
		reply.Truncate(size)
		return Reply{Message: reply}
	})
}
