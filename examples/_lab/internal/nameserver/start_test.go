package nameserver

import (
	"io"
	"net"
	"testing"
)

func TestBadRequests(t *testing.T) {
	cases := map[string]struct {
		request StartRequest
		want    string
	}{
		"no address": {
			StartRequest{Records: records},
			`listen: expected at least one address such as "127.0.0.1:53"`,
		},
		"all bad records at once": {
			StartRequest{Listen: []string{"127.0.0.1:0"}, Records: []string{"db.test. IN A nonsense", "; a comment"}},
			"record \"db.test. IN A nonsense\": dns: bad A A: \"nonsense\" at line: 1:22\n" +
				`record "; a comment": no record in it`,
		},
		"all bad faults at once": {
			StartRequest{Listen: []string{"127.0.0.1:0"}, Faults: []FaultRequest{
				{Kind: "explode"},
				{Kind: "silent", Type: "QUAD"},
				{Kind: "silent", Options: []byte(`{"ms":1}`)},
				{Kind: "rcode", Options: []byte(`{"rcode":"OOPS"}`)},
				{Kind: "delay"},
				{Kind: "truncate", Options: []byte(`{"answers":-1}`)},
				{Kind: "cut-off", Options: []byte(`{"transport":"quic"}`)},
				{Kind: "one-per-port-ever", Options: []byte(`{"ever":true}`)},
			}},
			"faults[0]: unknown kind \"explode\"; there are: cut-off, delay, drop-edns, one-per-connection, one-per-port, one-per-port-ever, rcode, silent, truncate\n" +
				"faults[1]: unknown type \"QUAD\"\n" +
				"faults[2]: silent: json: unknown field \"ms\"\n" +
				"faults[3]: rcode: options.rcode: unknown response code \"OOPS\"\n" +
				"faults[4]: delay: options.ms: expected milliseconds above 0\n" +
				"faults[5]: truncate: options.answers: expected 0 or more\n" +
				"faults[6]: cut-off: options.transport: expected udp, tcp or both, got \"quic\"\n" +
				"faults[7]: one-per-port-ever: json: unknown field \"ever\"",
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			group := NewGroup(io.Discard)
			defer group.Close()
			if _, err := group.Start(c.request); err == nil || err.Error() != c.want {
				t.Errorf("got error %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAllAddressesOrNone(t *testing.T) {
	taken, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	free, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.LocalAddr().String()
	free.Close()

	group := NewGroup(io.Discard)
	defer group.Close()
	request := StartRequest{Listen: []string{address, taken.LocalAddr().String()}, Records: records}
	if _, err := group.Start(request); err == nil {
		t.Fatal("started on an address that is taken")
	}
	again, err := net.ListenPacket("udp", address)
	if err != nil {
		t.Fatalf("the first server was left running: %v", err)
	}
	again.Close()
}
