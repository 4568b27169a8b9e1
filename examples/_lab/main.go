// Command lab is the other side of an examined container: it owns the network namespace
// that the container joins, answers its DNS queries and asks its HTTP service.
//
// Requests come as JSON lines on stdin, replies leave as JSON lines on stdout; see README.md.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"syscall"

	"example.com/lab/internal/control"
	"example.com/lab/internal/loopback"
	"example.com/lab/internal/nameserver"
	"example.com/lab/internal/probe"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("lab: ")
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if err := loopback.Up(); err != nil {
		log.Fatal(err)
	}
	servers := nameserver.NewGroup()
	defer servers.Close()
	if err := control.Serve(ctx, os.Stdin, os.Stdout, operations(servers)); err != nil {
		log.Fatal(err)
	}
}

func operations(servers *nameserver.Group) map[string]control.Operation {
	return map[string]control.Operation{
		"dns":     control.Typed(servers.Start),
		"queries": control.Typed(servers.Queries),
		"http":    control.Typed(probe.Do),
	}
}
