package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net"
	"regexp"
	"slices"
	"strings"
	"time"
)

// lookups asks for many silent names at once, all with three seconds to wait, or so much longer, and after two seconds
// tells what the process holds. Then it looks localhost up, which is in /etc/hosts: its error is the one that is
// returned.
func lookups(count int, longer time.Duration) error {
	process, err := openProcess()
	if err != nil {
		return err
	}
	// The only server there is: it takes every question and answers none.
	silent, err := net.ListenPacket("udp", "127.0.0.1:53")
	if err != nil {
		return err
	}
	defer silent.Close()
	own := process.sockets()

	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second+longer)
	defer cancel()
	failures := make(chan error, count)
	for i := range count {
		go func() {
			_, err := net.DefaultResolver.LookupHost(ctx, fmt.Sprintf("name-%d.test", i))
			failures <- err
		}()
	}
	time.Sleep(2 * time.Second)
	fmt.Printf("%d lookups: %d threads, %d sockets\n", count, process.threads(), process.sockets()-own)

	_, err = net.DefaultResolver.LookupHost(ctx, "localhost")
	reasons := map[string]bool{}
	for range count {
		reasons[reason(<-failures)] = true
	}
	fmt.Println("silent names:", strings.Join(slices.Sorted(maps.Keys(reasons)), "; "))
	if err == nil {
		fmt.Println("localhost: found")
	}
	return err
}

// sourcePort is where an error of net has the port that the system chose.
var sourcePort = regexp.MustCompile(`127\.0\.0\.1:\d+->`)

// reason is why a lookup failed, without the name.
func reason(err error) string {
	var failure *net.DNSError
	if !errors.As(err, &failure) {
		return fmt.Sprint(err)
	}
	return sourcePort.ReplaceAllString(failure.Err, "")
}
