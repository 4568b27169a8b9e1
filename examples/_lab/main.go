// Command lab is the other side of an examined container, whose network namespace it shares: it
// answers DNS queries and asks the HTTP service there. See README.md.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/lab/internal/loopback"
	"example.com/lab/internal/nameserver"
	"example.com/lab/internal/probe"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("lab: ")
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	var err error
	if len(os.Args) > 1 && os.Args[1] == "get" {
		err = get(ctx, os.Args[2:], os.Stdout)
	} else {
		err = serve(ctx, os.Args[1:], os.Stdout)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// serve starts the servers that a file names and prints "ready", then a line of JSON for each
// query, and at the end how many there were.
func serve(ctx context.Context, args []string, out io.Writer) error {
	if len(args) != 1 {
		return fmt.Errorf("usage: lab FILE, or: lab get [-wait 15s] [-method GET] [-data TEXT] URL")
	}
	text, err := os.ReadFile(args[0])
	if err != nil {
		return err
	}
	var config struct {
		Servers []nameserver.StartRequest `json:"servers"`
	}
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&config); err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	if err := loopback.Up(); err != nil {
		return err
	}
	servers := nameserver.NewGroup(out)
	defer servers.Close()
	for index, server := range config.Servers {
		if _, err := servers.Start(server); err != nil {
			return fmt.Errorf("servers[%d]: %w", index, err)
		}
	}
	fmt.Fprintln(out, "ready")
	<-ctx.Done()
	return nil
}

// get prints the status of an HTTP answer on a line of its own, then the body as it came.
func get(ctx context.Context, args []string, out io.Writer) error {
	flags := flag.NewFlagSet("get", flag.ExitOnError)
	method := flags.String("method", "GET", "")
	body := flags.String("data", "", "request body")
	wait := flags.Duration("wait", 0, "how long a refused connection is tried again")
	if err := flags.Parse(args); err != nil {
		return err
	}
	request := probe.Request{Method: *method, URL: flags.Arg(0), Body: *body, Timeout: 30 * time.Second, Wait: *wait}
	answer, err := probe.Do(ctx, request)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%d\n%s", answer.Status, answer.Body)
	return err
}
