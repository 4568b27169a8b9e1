package nameserver

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/miekg/dns"
)

var records = []string{
	"db.test. 60 IN A 10.0.0.5",
	"db.test. 60 IN A 10.0.0.6",
	"db.test. 60 IN AAAA fd00::5",
	"v4only.test. 60 IN A 10.0.0.7",
	"www.test. 60 IN CNAME v4only.test.",
	"dangling.test. 60 IN CNAME gone.test.",
	"loop.test. 60 IN CNAME loop.test.",
	"a.deep.test. 60 IN A 10.0.0.8",
	`txt.test. 60 IN TXT "hello world"`,
	"*.any.test. 60 IN A 10.0.0.9",
	"known.any.test. 60 IN A 10.0.0.10",
}

// start returns a group with one server on a free port of 127.0.0.1.
func start(t *testing.T, lines []string, faults string) (*Group, string) {
	t.Helper()
	request := StartRequest{Listen: []string{"127.0.0.1:0"}, Records: lines}
	if faults != "" {
		if err := json.Unmarshal([]byte(faults), &request.Faults); err != nil {
			t.Fatal(err)
		}
	}
	group := NewGroup(io.Discard)
	t.Cleanup(group.Close)
	started, err := group.Start(request)
	if err != nil {
		t.Fatal(err)
	}
	return group, started.Listening[0]
}

func query(name string, rrtype uint16) *dns.Msg {
	return new(dns.Msg).SetQuestion(name, rrtype)
}

func exchange(t *testing.T, server, transport string, message *dns.Msg) *dns.Msg {
	t.Helper()
	client := &dns.Client{Net: transport, Timeout: 2 * time.Second}
	reply, _, err := client.Exchange(message, server)
	if err != nil {
		t.Fatal(err)
	}
	return reply
}

// data joins the right-hand sides of the answers.
func data(reply *dns.Msg) string {
	var parts []string
	for _, record := range reply.Answer {
		parts = append(parts, strings.TrimPrefix(record.String(), record.Header().String()))
	}
	return strings.Join(parts, " ")
}

func TestAnswersFromTheZone(t *testing.T) {
	_, server := start(t, records, "")
	cases := []struct {
		name   string
		rrtype uint16
		rcode  int
		data   string
	}{
		{"db.test.", dns.TypeA, dns.RcodeSuccess, "10.0.0.5 10.0.0.6"},
		{"DB.Test.", dns.TypeAAAA, dns.RcodeSuccess, "fd00::5"},
		{"txt.test.", dns.TypeTXT, dns.RcodeSuccess, `"hello world"`},
		{"v4only.test.", dns.TypeAAAA, dns.RcodeSuccess, ""},
		{"deep.test.", dns.TypeA, dns.RcodeSuccess, ""},
		{"gone.test.", dns.TypeA, dns.RcodeNameError, ""},
		{"x.db.test.", dns.TypeA, dns.RcodeNameError, ""},
		{"x.any.test.", dns.TypeA, dns.RcodeSuccess, "10.0.0.9"},
		{"x.y.any.test.", dns.TypeA, dns.RcodeSuccess, "10.0.0.9"},
		{"x.any.test.", dns.TypeAAAA, dns.RcodeSuccess, ""},
		{"known.any.test.", dns.TypeA, dns.RcodeSuccess, "10.0.0.10"},
		{"any.test.", dns.TypeA, dns.RcodeSuccess, ""},
		{"x.known.any.test.", dns.TypeA, dns.RcodeNameError, ""},
		{"www.test.", dns.TypeA, dns.RcodeSuccess, "v4only.test. 10.0.0.7"},
		{"www.test.", dns.TypeAAAA, dns.RcodeSuccess, "v4only.test."},
		{"www.test.", dns.TypeCNAME, dns.RcodeSuccess, "v4only.test."},
		{"dangling.test.", dns.TypeA, dns.RcodeNameError, "gone.test."},
		{"loop.test.", dns.TypeA, dns.RcodeSuccess, strings.TrimSpace(strings.Repeat("loop.test. ", maxAliases))},
	}
	for _, c := range cases {
		for _, transport := range []string{"udp", "tcp"} {
			t.Run(fmt.Sprint(c.name, " ", dns.Type(c.rrtype), " ", transport), func(t *testing.T) {
				reply := exchange(t, server, transport, query(c.name, c.rrtype))
				if reply.Rcode != c.rcode || data(reply) != c.data {
					t.Errorf("got %s %q, want %s %q", dns.RcodeToString[reply.Rcode], data(reply),
						dns.RcodeToString[c.rcode], c.data)
				}
				if !reply.Authoritative || reply.RecursionAvailable {
					t.Error("an authoritative server sets AA and not RA")
				}
				if len(reply.Answer) > 0 && !strings.EqualFold(reply.Answer[0].Header().Name, c.name) {
					t.Errorf("the answer is about %s", reply.Answer[0].Header().Name)
				}
			})
		}
	}
}

func TestEDNSOnlyWhenAsked(t *testing.T) {
	_, server := start(t, records, "")
	if exchange(t, server, "udp", query("db.test.", dns.TypeA)).IsEdns0() != nil {
		t.Error("EDNS in the reply to a query without it")
	}
	reply := exchange(t, server, "udp", query("db.test.", dns.TypeA).SetEdns0(4096, true))
	edns := reply.IsEdns0()
	if edns == nil || edns.UDPSize() != ednsSize || !edns.Do() {
		t.Errorf("got %v, want EDNS with size %d and the DO bit", edns, ednsSize)
	}
}

func TestTruncatesToWhatTheClientTakes(t *testing.T) {
	var many []string
	for i := range 60 {
		many = append(many, fmt.Sprintf("many.test. 60 IN A 10.0.1.%d", i))
	}
	_, server := start(t, many, "")
	cases := []struct {
		transport string
		edns      uint16
		truncated bool
		answers   int
	}{
		{"udp", 0, true, 30},
		{"udp", 1232, false, 60},
		{"tcp", 0, false, 60},
	}
	for _, c := range cases {
		message := query("many.test.", dns.TypeA)
		if c.edns > 0 {
			message.SetEdns0(c.edns, false)
		}
		reply := exchange(t, server, c.transport, message)
		if reply.Truncated != c.truncated || len(reply.Answer) != c.answers {
			t.Errorf("%s, EDNS %d: got TC %v with %d answers, want TC %v with %d", c.transport, c.edns,
				reply.Truncated, len(reply.Answer), c.truncated, c.answers)
		}
	}
}

func TestSeveralQueriesOnOneConnection(t *testing.T) {
	_, server := start(t, records, "")
	connection, err := dns.DialTimeout("tcp", server, 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	for _, rrtype := range []uint16{dns.TypeA, dns.TypeAAAA} {
		if err := connection.WriteMsg(query("db.test.", rrtype)); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []string{"10.0.0.5 10.0.0.6", "fd00::5"} {
		reply, err := connection.ReadMsg()
		if err != nil {
			t.Fatal(err)
		}
		if data(reply) != want {
			t.Errorf("got %q, want %q", data(reply), want)
		}
	}
}

func TestJournal(t *testing.T) {
	group, server := start(t, records, "")
	connection, err := dns.DialTimeout("udp", server, 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	client := &dns.Client{Timeout: 2 * time.Second}
	if _, _, err := client.ExchangeWithConn(query("db.test.", dns.TypeAAAA).SetEdns0(1232, false), connection); err != nil {
		t.Fatal(err)
	}
	exchange(t, server, "tcp", query("Gone.test.", dns.TypeMX))

	seen := group.journal.Seen()
	if len(seen) != 2 {
		t.Fatalf("got %d queries, want 2: %+v", len(seen), seen)
	}
	first, second := seen[0], seen[1]
	port := connection.LocalAddr().(*net.UDPAddr).Port
	want := Seen{"db.test.", "AAAA", "udp", server, true, port, first.AtMs}
	if first != want {
		t.Errorf("got %+v, want %+v", first, want)
	}
	want = Seen{"Gone.test.", "MX", "tcp", server, false, second.SourcePort, second.AtMs}
	if second != want || second.AtMs < first.AtMs {
		t.Errorf("got %+v, want %+v", second, want)
	}
}

func TestServersAreIndependent(t *testing.T) {
	group, first := start(t, []string{"db.test. IN A 10.0.0.1"}, "")
	request := StartRequest{Listen: []string{"127.0.0.1:0"}, Records: []string{"db.test. IN A 10.0.0.2"}}
	started, err := group.Start(request)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{
		data(exchange(t, first, "udp", query("db.test.", dns.TypeA))),
		data(exchange(t, started.Listening[0], "udp", query("db.test.", dns.TypeA))),
	}
	if want := []string{"10.0.0.1", "10.0.0.2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAHeaderAloneIsAFormatError(t *testing.T) {
	_, server := start(t, records, "")
	socket, err := net.Dial("udp", server)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	announced := []byte{0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0}
	reply := make([]byte, 512)
	if _, err := socket.Write(announced); err != nil {
		t.Fatal(err)
	}
	if err := socket.SetReadDeadline(time.Now().Add(2 * time.Second)); err != nil {
		t.Fatal(err)
	}
	n, err := socket.Read(reply)
	if err != nil {
		t.Fatal(err)
	}
	message := new(dns.Msg)
	if err := message.Unpack(reply[:n]); err != nil {
		t.Fatal(err)
	}
	if message.Id != 7 || message.Rcode != dns.RcodeFormatError {
		t.Errorf("got %v", message)
	}
	if reply := exchange(t, server, "udp", query("db.test.", dns.TypeA)); len(reply.Answer) == 0 {
		t.Error("no answer afterwards")
	}
}
