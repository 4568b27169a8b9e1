package storm

import (
	"errors"
	"net"
	"regexp"
	"sort"
)

// sourcePort is where "read udp 127.0.0.1:41234->127.0.0.1:53" has the port that the system chose.
var sourcePort = regexp.MustCompile(`:\d+->`)

// reasons returns one example of each reason, sorted: names of hosts left out, and errors that differ only in the source port once.
func reasons(failures []error) []string {
	examples := map[string]string{}
	for _, err := range failures {
		if err == nil {
			continue
		}
		text := err.Error()
		var failure *net.DNSError
		if errors.As(err, &failure) {
			text = failure.Err
		}
		examples[sourcePort.ReplaceAllString(text, ":->")] = text
	}
	all := []string{}
	for _, example := range examples {
		all = append(all, example)
	}
	sort.Strings(all)
	return all
}
