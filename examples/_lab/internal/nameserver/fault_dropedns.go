package nameserver

import "encoding/json"

// newDropEDNS: queries with an OPT record get no answer, as behind some home routers.
func newDropEDNS(options json.RawMessage) (Fault, error) {
	silent := answering(func(Query, Answerer) Reply { return Reply{} })
	hasEDNS := func(q Query) bool { return q.Message.IsEdns0() != nil }
	return silent.where(hasEDNS), decode(options, &struct{}{})
}
