package nameserver

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/miekg/dns"
)

// FaultRequest names a fault and the queries it falls on: those of this name and type, where given.
type FaultRequest struct {
	Kind    string          `json:"kind"`
	Name    string          `json:"name"`
	Type    string          `json:"type"`
	Options json.RawMessage `json:"options"`
}

// kinds is the registry: a new fault is a file of its own and a line here.
// A maker gets the options of the request, which may be empty.
var kinds = map[string]func(options json.RawMessage) (Fault, error){
	"silent":             newSilent,
	"rcode":              newRcode,
	"delay":              newDelay,
	"one-per-port":       newOnePerPort,
	"one-per-port-ever":  newOnePerPortEver,
	"one-per-connection": newOnePerConnection,
	"truncate":           newTruncate,
	"cut-off":            newCutOff,
	"drop-edns":          newDropEDNS,
}

func newFaults(wanted []FaultRequest) ([]Fault, error) {
	var faults []Fault
	var problems []error
	for i, request := range wanted {
		fault, err := newFault(request)
		if err != nil {
			problems = append(problems, fmt.Errorf("faults[%d]: %w", i, err))
			continue
		}
		faults = append(faults, fault)
	}
	return faults, errors.Join(problems...)
}

func newFault(request FaultRequest) (Fault, error) {
	construct, known := kinds[request.Kind]
	if !known {
		names := slices.Sorted(maps.Keys(kinds))
		return Fault{}, fmt.Errorf("unknown kind %q; there are: %s", request.Kind, strings.Join(names, ", "))
	}
	rrtype, known := dns.StringToType[request.Type]
	if request.Type != "" && !known {
		return Fault{}, fmt.Errorf("unknown type %q", request.Type)
	}
	fault, err := construct(request.Options)
	if err != nil {
		return Fault{}, fmt.Errorf("%s: %w", request.Kind, err)
	}
	return fault.on(request.Name, rrtype), nil
}

// on limits a fault to a name and a type; an empty name and type 0 mean any.
func (f Fault) on(name string, rrtype uint16) Fault {
	return f.where(func(q Query) bool {
		question := q.Question()
		named := name == "" || dns.CanonicalName(question.Name) == dns.CanonicalName(name)
		return named && (rrtype == 0 || question.Qtype == rrtype)
	})
}

// where limits a fault to the queries that meet a condition; the others pass it by.
func (f Fault) where(meets func(Query) bool) Fault {
	wrap := f.Wrap
	f.Wrap = func(next Answerer) Answerer {
		faulty := wrap(next)
		return AnswererFunc(func(q Query) Reply {
			if meets(q) {
				return faulty.Answer(q)
			}
			return next.Answer(q)
		})
	}
	return f
}

// decode reads a fault's options; one that the fault does not have is an error.
func decode(options json.RawMessage, into any) error {
	if len(options) == 0 {
		return nil
	}
	decoder := json.NewDecoder(strings.NewReader(string(options)))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}
