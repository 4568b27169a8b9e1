package nameserver

import (
	"errors"
	"io"
	"net"
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/miekg/dns"
	"golang.org/x/net/dns/dnsmessage"
)

// ask sends queries from one socket and counts the replies that come, even if a race holds them back.
func ask(t *testing.T, socket net.Conn, queries ...*dns.Msg) int {
	t.Helper()
	connection := &dns.Conn{Conn: socket}
	for _, message := range queries {
		if err := connection.WriteMsg(message); err != nil {
			t.Fatal(err)
		}
	}
	if err := connection.SetReadDeadline(time.Now().Add(together + 100*time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	for replies := 0; ; replies++ {
		if _, err := connection.ReadMsg(); err != nil {
			if !errors.Is(err, os.ErrDeadlineExceeded) {
				t.Fatal(err)
			}
			return replies
		}
	}
}

func dial(t *testing.T, server string) net.Conn {
	t.Helper()
	socket, err := net.Dial("udp", server)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { socket.Close() })
	return socket
}

func TestOnePerPort(t *testing.T) {
	for faults, again := range map[string]int{
		`[{"kind":"one-per-port"}]`:                         1,
		`[{"kind":"one-per-port","options":{"ever":true}}]`: 0,
		`[{"kind":"one-per-port-ever"}]`:                    0,
	} {
		_, server := start(t, records, faults)
		socket := dial(t, server)
		if got := ask(t, socket, query("db.test.", dns.TypeA), query("db.test.", dns.TypeAAAA)); got != 1 {
			t.Errorf("%s: two at once: %d replies, want 1", faults, got)
		}
		if got := ask(t, socket, query("db.test.", dns.TypeAAAA)); got != again {
			t.Errorf("%s: later: %d replies, want %d", faults, got, again)
		}
		if got := ask(t, dial(t, server), query("db.test.", dns.TypeAAAA)); got != 1 {
			t.Errorf("%s: another socket: %d replies, want 1", faults, got)
		}
	}
}

func TestARacesAheadOfAAAA(t *testing.T) {
	for _, kind := range []string{"one-per-port", "one-per-port-ever"} {
		_, server := start(t, records, `[{"kind":"`+kind+`"}]`)
		connection := &dns.Conn{Conn: dial(t, server)}
		for _, rrtype := range []uint16{dns.TypeAAAA, dns.TypeA} {
			if err := connection.WriteMsg(query("db.test.", rrtype)); err != nil {
				t.Fatal(err)
			}
		}
		if err := connection.SetReadDeadline(time.Now().Add(2 * time.Second)); err != nil {
			t.Fatal(err)
		}
		if reply, err := connection.ReadMsg(); err != nil || reply.Question[0].Qtype != dns.TypeA {
			t.Errorf("%s: got %v, %v, want the answer to A", kind, reply, err)
		}
	}
}

func TestNoRaceOverTCP(t *testing.T) {
	_, server := start(t, records, `[{"kind":"one-per-port-ever"}]`)
	connection, err := dns.DialTimeout("tcp", server, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	if got := ask(t, connection.Conn, query("db.test.", dns.TypeA), query("db.test.", dns.TypeAAAA)); got != 2 {
		t.Errorf("got %d replies, want 2", got)
	}
}

func TestTruncate(t *testing.T) {
	cases := []struct {
		options, name string
		truncated     bool
		answers       int
	}{
		{`{}`, "db.test.", true, 0},
		{`{"answers":1}`, "db.test.", true, 1},
		{`{"answers":2}`, "db.test.", false, 2},
		{`{}`, "txt.test.", false, 0},
		{`{}`, "gone.test.", false, 0},
	}
	for _, c := range cases {
		t.Run(c.options+" "+c.name, func(t *testing.T) {
			_, server := start(t, records, `[{"kind":"truncate","options":`+c.options+`}]`)
			udp := exchange(t, server, "udp", query(c.name, dns.TypeA))
			if udp.Truncated != c.truncated || len(udp.Answer) != c.answers {
				t.Errorf("UDP: got TC %v with %d answers, want TC %v with %d", udp.Truncated, len(udp.Answer), c.truncated, c.answers)
			}
			healthy := map[string]string{"db.test.": "10.0.0.5 10.0.0.6"}[c.name]
			if tcp := exchange(t, server, "tcp", query(c.name, dns.TypeA)); tcp.Truncated || data(tcp) != healthy {
				t.Errorf("TCP: got TC %v, %q", tcp.Truncated, data(tcp))
			}
		})
	}
}

func TestTruncateWithoutTCP(t *testing.T) {
	_, server := start(t, records, `[{"kind":"truncate","name":"other.test.","options":{"tcp":false}}]`)
	if _, err := net.Dial("tcp", server); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("got error %v, want a refused connection", err)
	}
	if got := data(exchange(t, server, "udp", query("db.test.", dns.TypeA))); got != "10.0.0.5 10.0.0.6" {
		t.Errorf("UDP: got %q", got)
	}
}

// receive sends a query and returns the reply's bytes, or nil if none comes.
func receive(t *testing.T, server, transport string, message *dns.Msg) []byte {
	t.Helper()
	connection, err := dns.DialTimeout(transport, server, time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	if err := connection.WriteMsg(message); err != nil {
		t.Fatal(err)
	}
	if err := connection.SetReadDeadline(time.Now().Add(200 * time.Millisecond)); err != nil {
		t.Fatal(err)
	}
	packet, err := connection.ReadMsgHeader(nil)
	if err != nil && !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Fatal(err)
	}
	return packet
}

func TestTransportOption(t *testing.T) {
	for options, hit := range map[string][2]bool{
		`{}`:                   {true, true},
		`{"transport":"both"}`: {true, true},
		`{"transport":"udp"}`:  {true, false},
		`{"transport":"tcp"}`:  {false, true},
	} {
		_, silent := start(t, records, `[{"kind":"silent","options":`+options+`}]`)
		_, cutOff := start(t, records, `[{"kind":"cut-off","options":`+options+`}]`)
		for i, transport := range []string{"udp", "tcp"} {
			if got := receive(t, silent, transport, query("db.test.", dns.TypeA)) == nil; got != hit[i] {
				t.Errorf("silent %s over %s: silent %v, want %v", options, transport, got, hit[i])
			}
			var whole dnsmessage.Message
			if got := whole.Unpack(receive(t, cutOff, transport, query("db.test.", dns.TypeA))) != nil; got != hit[i] {
				t.Errorf("cut-off %s over %s: cut off %v, want %v", options, transport, got, hit[i])
			}
		}
	}
}

func TestCutOff(t *testing.T) {
	_, server := start(t, records, `[{"kind":"cut-off"}]`)
	cases := map[string]struct {
		message *dns.Msg
		cut     bool
	}{
		"one record":  {query("v4only.test.", dns.TypeA), true},
		"two records": {query("db.test.", dns.TypeA), true},
		"only OPT":    {query("v4only.test.", dns.TypeAAAA).SetEdns0(1232, false), true},
		"no record":   {query("v4only.test.", dns.TypeAAAA), false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			packet := receive(t, server, "udp", c.message)
			var parser dnsmessage.Parser
			header, err := parser.Start(packet)
			if err != nil || header.ID != c.message.Id {
				t.Fatalf("header: got %+v, %v", header, err)
			}
			if questions, err := parser.AllQuestions(); err != nil || len(questions) != 1 {
				t.Fatalf("question: got %v, %v", questions, err)
			}
			var message dnsmessage.Message
			if got := message.Unpack(packet) != nil; got != c.cut {
				t.Errorf("got cut off %v, want %v: % x", got, c.cut, packet)
			}
		})
	}
}

// TestTruncatedThenCutOff is a big answer that breaks only where the client goes for the rest of it.
func TestTruncatedThenCutOff(t *testing.T) {
	_, server := start(t, records, `[{"kind":"truncate"},{"kind":"cut-off","options":{"transport":"tcp"}}]`)
	if reply := exchange(t, server, "udp", query("db.test.", dns.TypeA)); !reply.Truncated {
		t.Error("UDP: TC is not set")
	}
	var message dnsmessage.Message
	if err := message.Unpack(receive(t, server, "tcp", query("db.test.", dns.TypeA))); err == nil {
		t.Error("TCP: the packet is whole")
	}
}

func TestDropEDNS(t *testing.T) {
	_, server := start(t, records, `[{"kind":"drop-edns"}]`)
	if got := ask(t, dial(t, server), query("db.test.", dns.TypeA).SetEdns0(1232, false)); got != 0 {
		t.Errorf("with EDNS: %d replies", got)
	}
	if got := ask(t, dial(t, server), query("db.test.", dns.TypeA)); got != 1 {
		t.Errorf("without EDNS: %d replies", got)
	}
}

// TestOnePerConnection sends both queries before it reads: the end must not be a reset, however that falls out.
func TestOnePerConnection(t *testing.T) {
	group, server := start(t, records, `[{"kind":"one-per-connection"}]`)
	const rounds = 20
	for range rounds {
		connection, err := dns.DialTimeout("tcp", server, time.Second)
		if err != nil {
			t.Fatal(err)
		}
		for _, rrtype := range []uint16{dns.TypeA, dns.TypeAAAA} {
			if err := connection.WriteMsg(query("db.test.", rrtype)); err != nil {
				t.Fatal(err)
			}
		}
		if reply, err := connection.ReadMsg(); err != nil || data(reply) != "10.0.0.5 10.0.0.6" {
			t.Fatalf("got %v, %v", reply, err)
		}
		if _, err := connection.ReadMsg(); !errors.Is(err, io.EOF) {
			t.Fatalf("got error %v, want the end of the stream", err)
		}
		connection.Close()
	}
	if seen := group.journal.Seen(); len(seen) != rounds {
		t.Errorf("the journal has %d queries, want only the %d that were read", len(seen), rounds)
	}
	if got := ask(t, dial(t, server), query("db.test.", dns.TypeA), query("db.test.", dns.TypeAAAA)); got != 2 {
		t.Errorf("UDP: %d replies, want 2", got)
	}
}
