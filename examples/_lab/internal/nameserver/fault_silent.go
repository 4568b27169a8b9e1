package nameserver

import "encoding/json"

// newSilent: the query arrives and nothing comes back, as from a dead server or behind a firewall that drops.
func newSilent(options json.RawMessage) (Fault, error) {
	return func(Answerer) Answerer {
		return AnswererFunc(func(Query) Reply { return Reply{} })
	}, decode(options, &struct{}{})
}
