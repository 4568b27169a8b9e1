package nameserver

import (
	"errors"
	"fmt"

	"github.com/miekg/dns"
)

// Zone holds records by canonical name and type, in the order they were given.
type Zone struct {
	records map[string]map[uint16][]dns.RR
}

// ParseZone reads zone file lines such as "db.test. 60 IN A 10.0.0.5"; all bad lines are reported at once.
func ParseZone(lines []string) (*Zone, error) {
	zone := &Zone{records: map[string]map[uint16][]dns.RR{}}
	var problems []error
	for _, line := range lines {
		record, err := dns.NewRR(line)
		switch {
		case err != nil:
			problems = append(problems, fmt.Errorf("record %q: %w", line, err))
		case record == nil:
			problems = append(problems, fmt.Errorf("record %q: no record in it", line))
		default:
			zone.add(record)
		}
	}
	return zone, errors.Join(problems...)
}

func (z *Zone) add(record dns.RR) {
	name := dns.CanonicalName(record.Header().Name)
	z.types(name)[record.Header().Rrtype] = append(z.types(name)[record.Header().Rrtype], record)
	// The names above exist too, without records of their own: NOERROR, not NXDOMAIN (RFC 8020).
	for at, end := dns.NextLabel(name, 0); !end; at, end = dns.NextLabel(name, at) {
		z.types(name[at:])
	}
}

func (z *Zone) types(name string) map[uint16][]dns.RR {
	if z.records[name] == nil {
		z.records[name] = map[uint16][]dns.RR{}
	}
	return z.records[name]
}

// maxAliases ends a loop of CNAME records.
const maxAliases = 8

// match returns the records of a name, or those of the wildcard that stands for it (RFC 4592), with its name.
func (z *Zone) match(name string, rrtype uint16) (records, alias []dns.RR, exists bool) {
	if types, exists := z.records[name]; exists {
		return types[rrtype], types[dns.TypeCNAME], true
	}
	for at, end := dns.NextLabel(name, 0); !end; at, end = dns.NextLabel(name, at) {
		if _, encloses := z.records[name[at:]]; encloses {
			types, exists := z.records["*."+name[at:]]
			return renamed(types[rrtype], name), renamed(types[dns.TypeCNAME], name), exists
		}
	}
	return nil, nil, false
}

func renamed(records []dns.RR, name string) []dns.RR {
	var copies []dns.RR
	for _, record := range records {
		renamed := dns.Copy(record)
		renamed.Header().Name = name
		copies = append(copies, renamed)
	}
	return copies
}

// Lookup returns the records that answer a question, CNAMEs before what they lead to, and the
// response code: NXDOMAIN if the name (or the last alias) does not exist, NOERROR otherwise.
func (z *Zone) Lookup(name string, rrtype uint16) ([]dns.RR, int) {
	var answer []dns.RR
	name = dns.CanonicalName(name)
	for range maxAliases {
		records, alias, exists := z.match(name, rrtype)
		if !exists {
			return answer, dns.RcodeNameError
		}
		if len(records) > 0 || len(alias) == 0 {
			return append(answer, records...), dns.RcodeSuccess
		}
		answer = append(answer, alias[0])
		name = dns.CanonicalName(alias[0].(*dns.CNAME).Target)
	}
	return answer, dns.RcodeSuccess
}
