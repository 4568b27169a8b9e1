package nameserver

import (
	"errors"
	"fmt"
	"log"
	"net"
	"net/netip"
	"slices"
	"strings"
	"time"

	"github.com/miekg/dns"
)

// Server answers on one address, over UDP and TCP.
type Server struct {
	Address  netip.AddrPort
	answerer Answerer
	journal  *Journal
	sockets  []*dns.Server
}

// idle is how long a TCP connection may rest: the end of it would tell a client more than silence does.
const idle = time.Hour

// Listen starts a server with faults before its answerer; port 0 takes a port that is free for both transports.
func Listen(address string, answerer Answerer, faults []Fault, journal *Journal) (*Server, error) {
	streams, packets, err := bind(address)
	if err != nil {
		return nil, err
	}
	bound := streams.Addr().(*net.TCPAddr).AddrPort()
	s := &Server{Address: bound, answerer: withFaults(answerer, faults), journal: journal}
	s.sockets = []*dns.Server{{PacketConn: packets, Handler: s.handler("udp")}}
	if slices.ContainsFunc(faults, func(f Fault) bool { return f.RefusesTCP }) {
		if err := streams.Close(); err != nil {
			return nil, errors.Join(err, packets.Close())
		}
	} else {
		s.sockets = append(s.sockets, &dns.Server{
			Listener: politeListener{streams},
			Handler:  s.handler("tcp"),
			// Several queries on one connection are normal: glibc asks A and AAAA on the same one.
			MaxTCPQueries: -1,
			IdleTimeout:   func() time.Duration { return idle },
		})
	}
	for _, socket := range s.sockets {
		started := make(chan struct{})
		socket.NotifyStartedFunc = func() { close(started) }
		go func() {
			if err := socket.ActivateAndServe(); err != nil {
				log.Printf("dns server %s: %v", bound, err)
			}
		}()
		<-started
	}
	return s, nil
}

// bindAttempts is how often port 0 is tried: a port that is free for TCP may be taken for UDP.
const bindAttempts = 10

func bind(address string) (net.Listener, net.PacketConn, error) {
	var problems []error
	for range bindAttempts {
		streams, err := net.Listen("tcp", address)
		if err != nil {
			return nil, nil, err
		}
		packets, err := net.ListenPacket("udp", streams.Addr().String())
		if err == nil {
			return streams, packets, nil
		}
		problems = append(problems, errors.Join(err, streams.Close()))
		if !strings.HasSuffix(address, ":0") {
			break
		}
	}
	return nil, nil, errors.Join(problems...)
}

// Close stops both sockets.
func (s *Server) Close() error {
	var problems []error
	for _, socket := range s.sockets {
		problems = append(problems, socket.Shutdown())
	}
	return errors.Join(problems...)
}

func (s *Server) handler(transport string) dns.HandlerFunc {
	return func(w dns.ResponseWriter, message *dns.Msg) {
		client, err := netip.ParseAddrPort(w.RemoteAddr().String())
		if err != nil {
			log.Printf("dns server %s: client address: %v", s.Address, err)
			return
		}
		// The library gives a header that announces a question and ends there as a message without one.
		if len(message.Question) == 0 {
			if err := w.WriteMsg(new(dns.Msg).SetRcodeFormatError(message)); err != nil {
				log.Printf("dns server %s: reply to %s: %v", s.Address, client, err)
			}
			return
		}
		query := Query{Message: message, Transport: transport, Server: s.Address, Client: client}
		s.journal.add(query)
		if err := send(w, s.answerer.Answer(query)); err != nil {
			log.Printf("dns server %s: reply to %s: %v", s.Address, client, err)
		}
	}
}

func send(w dns.ResponseWriter, reply Reply) error {
	packet := reply.Raw
	if packet == nil && reply.Message != nil {
		packed, err := reply.Message.Pack()
		if err != nil {
			return fmt.Errorf("pack: %w", err)
		}
		packet = packed
	}
	if packet != nil {
		if _, err := w.Write(packet); err != nil {
			return err
		}
	}
	if reply.Hangup {
		return w.Close()
	}
	return nil
}
