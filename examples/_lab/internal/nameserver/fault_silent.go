package nameserver

import "encoding/json"

// newSilent: the query arrives and nothing comes back, as from a dead server or behind a firewall that drops.
func newSilent(options json.RawMessage) (Fault, error) {
	var chosen struct{ transports }
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	return chosen.limit(answering(func(Query, Answerer) Reply { return Reply{} }))
}
