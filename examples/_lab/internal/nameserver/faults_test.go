package nameserver

import (
	"errors"
	"io"
	"os"
	"testing"
	"time"

	"github.com/miekg/dns"
)

func TestSilentFallsOnlyOnWhatItNames(t *testing.T) {
	group, server := start(t, records, `[{"kind":"silent","name":"db.test.","type":"AAAA"}]`)
	client := &dns.Client{Timeout: 200 * time.Millisecond}
	_, _, err := client.Exchange(query("db.test.", dns.TypeAAAA), server)
	if !errors.Is(err, os.ErrDeadlineExceeded) {
		t.Errorf("got error %v, want a timeout", err)
	}
	if got := data(exchange(t, server, "udp", query("db.test.", dns.TypeA))); got != "10.0.0.5 10.0.0.6" {
		t.Errorf("another type: got %q", got)
	}
	if reply := exchange(t, server, "udp", query("v4only.test.", dns.TypeAAAA)); reply.Rcode != dns.RcodeSuccess {
		t.Errorf("another name: got %s", dns.RcodeToString[reply.Rcode])
	}
	if seen := group.journal.Seen(); len(seen) != 3 || seen[0].Type != "AAAA" {
		t.Errorf("unanswered queries belong in the journal: %+v", seen)
	}
}

func TestRcode(t *testing.T) {
	for _, rcode := range []string{"SERVFAIL", "REFUSED", "NXDOMAIN", "NOERROR"} {
		_, server := start(t, records, `[{"kind":"rcode","options":{"rcode":"`+rcode+`"}}]`)
		reply := exchange(t, server, "udp", query("db.test.", dns.TypeA).SetEdns0(1232, false))
		if got := dns.RcodeToString[reply.Rcode]; got != rcode || len(reply.Answer) != 0 || reply.IsEdns0() == nil {
			t.Errorf("got %s with %d answers, want %s with none, and EDNS", got, len(reply.Answer), rcode)
		}
	}
}

func TestDelayedReplyIsTheHealthyOne(t *testing.T) {
	_, server := start(t, records, `[{"kind":"delay","options":{"ms":150}}]`)
	begin := time.Now()
	reply := exchange(t, server, "udp", query("db.test.", dns.TypeA))
	if took := time.Since(begin); took < 150*time.Millisecond || data(reply) != "10.0.0.5 10.0.0.6" {
		t.Errorf("got %q after %v", data(reply), took)
	}
}

func TestRawAndHangup(t *testing.T) {
	cutOff := answering(func(q Query, next Answerer) Reply {
		packed, err := next.Answer(q).Message.Pack()
		if err != nil {
			t.Error(err)
		}
		return Reply{Raw: packed[:20], Hangup: true}
	})
	zone, err := ParseZone(records)
	if err != nil {
		t.Fatal(err)
	}
	server, err := Listen("127.0.0.1:0", Healthy(zone), []Fault{cutOff}, NewJournal(io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	connection, err := dns.DialTimeout("tcp", server.Address.String(), 2*time.Second)
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	if err := connection.WriteMsg(query("db.test.", dns.TypeA)); err != nil {
		t.Fatal(err)
	}
	packet, err := connection.ReadMsgHeader(nil)
	if err != nil || len(packet) != 20 {
		t.Errorf("got %d bytes, %v; want the first 20", len(packet), err)
	}
	if _, err := connection.ReadMsg(); err == nil {
		t.Error("the connection is still open")
	}
}

func TestFirstFaultSeesTheQueryFirst(t *testing.T) {
	var order []string
	named := func(name string) Fault {
		return answering(func(q Query, next Answerer) Reply {
			order = append(order, name)
			return next.Answer(q)
		})
	}
	last := AnswererFunc(func(Query) Reply { order = append(order, "server"); return Reply{} })
	withFaults(last, []Fault{named("a"), named("b")}).Answer(Query{})
	if len(order) != 3 || order[0] != "a" || order[1] != "b" || order[2] != "server" {
		t.Errorf("got %v", order)
	}
}
