package nameserver

import "encoding/json"

// newOnePerPort: of the UDP queries that come at once from one source port only the first is answered, as when
// connection tracking loses a race between two packets of one socket. A query after that answer is fine. With
// "ever" a port gets one answer in its life.
func newOnePerPort(options json.RawMessage) (Fault, error) {
	var chosen struct {
		Ever bool `json:"ever"`
	}
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	return racing(chosen.Ever), nil
}

// newOnePerPortEver is one-per-port with "ever".
func newOnePerPortEver(options json.RawMessage) (Fault, error) {
	return racing(true), decode(options, &struct{}{})
}
