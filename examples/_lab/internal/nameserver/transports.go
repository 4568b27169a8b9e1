package nameserver

import "fmt"

// transports is an option of some faults: "udp", "tcp" or, as by default, "both".
type transports struct {
	Transport string `json:"transport"`
}

// limit lets a fault fall on the chosen transport only.
func (t transports) limit(fault Fault) (Fault, error) {
	switch t.Transport {
	case "", "both":
		return fault, nil
	case "udp", "tcp":
		return fault.where(func(q Query) bool { return q.Transport == t.Transport }), nil
	default:
		return Fault{}, fmt.Errorf("options.transport: expected udp, tcp or both, got %q", t.Transport)
	}
}
