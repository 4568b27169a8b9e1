package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"strings"
	"testing"

	"example.com/resolve/internal/lookup"
)

// names resolves from a map.
type names struct {
	lookup.Resolver
	known map[string]string
}

func (n names) LookupHost(_ context.Context, host string) ([]string, error) {
	if address, found := n.known[host]; found {
		return []string{address}, nil
	}
	return nil, &net.DNSError{Err: "read udp 127.0.0.1:1->127.0.0.1:53: i/o timeout", Name: host}
}

func TestRun(t *testing.T) {
	resolver := names{known: map[string]string{"db.test": "10.0.0.5", "name-0.test": "10.0.0.6"}}
	cases := []struct {
		args string
		exit int
		out  string
	}{
		{"db.test", 0, `{"name":"db.test","addresses":["10.0.0.5"],"seconds":0}`},
		{"-brief db.test", 0, `{"name":"db.test","found":1,"seconds":0}`},
		{"-timeout 1s gone.test db.test", 1, `{"name":"gone.test","addresses":[],` +
			`"error":"lookup gone.test: read udp 127.0.0.1:1->127.0.0.1:53: i/o timeout","seconds":0}` + "\n" +
			`{"name":"db.test","addresses":["10.0.0.5"],"seconds":0}`},
	}
	for _, c := range cases {
		var out bytes.Buffer
		exit := run(strings.Fields(c.args), resolver, &out, io.Discard)
		if exit != c.exit || out.String() != c.out+"\n" {
			t.Errorf("%s: got exit %d\n%s\nwant exit %d\n%s", c.args, exit, out.String(), c.exit, c.out)
		}
	}
}

func TestRunMany(t *testing.T) {
	resolver := names{known: map[string]string{"name-0.test": "10.0.0.6"}}
	for args, exit := range map[string]int{"-count 1 -prefix test": 0, "-count 2 -prefix test": 1} {
		var out bytes.Buffer
		if got := run(strings.Fields(args), resolver, &out, io.Discard); got != exit {
			t.Errorf("%s: got exit %d, want %d\n%s", args, got, exit, out.String())
		}
		if !strings.HasPrefix(out.String(), `{"lookups":`) {
			t.Errorf("%s: got %s", args, out.String())
		}
	}
}

func TestUsage(t *testing.T) {
	for _, args := range []string{"", "-type x db.test", "-count 2", "-prefix x", "-count 2 -prefix x db.test", "-odd"} {
		var complaints bytes.Buffer
		if exit := run(strings.Fields(args), names{}, io.Discard, &complaints); exit != 2 || complaints.Len() == 0 {
			t.Errorf("%q: got exit %d, %q", args, exit, complaints.String())
		}
	}
}
