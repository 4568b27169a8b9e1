package storm

import (
	"context"
	"fmt"
	"net"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.com/resolve/internal/lookup"
)

// hosts fails for some of the names; every lookup waits until all have begun.
type hosts struct {
	lookup.Resolver
	begun chan string
	all   chan struct{}
}

func (h hosts) LookupHost(_ context.Context, host string) ([]string, error) {
	h.begun <- host
	<-h.all
	failure := &net.DNSError{Name: host, Server: "127.0.0.1:53"}
	switch {
	case strings.HasPrefix(host, "name-0."):
		failure.Err, failure.IsNotFound = "no such host", true
	case strings.HasPrefix(host, "name-1."):
		failure.Err = "read udp 127.0.0.1:40001->127.0.0.1:53: i/o timeout"
	case strings.HasPrefix(host, "name-2."):
		failure.Err = "read udp 127.0.0.1:40002->127.0.0.1:53: i/o timeout"
	default:
		return []string{"10.0.0.5"}, nil
	}
	return nil, failure
}

func TestStormAsksForAllAtOnce(t *testing.T) {
	const count = 5
	resolver := hosts{begun: make(chan string), all: make(chan struct{})}
	asker := lookup.Asker{Resolver: resolver, Kind: lookup.Kinds["host"]}
	done := make(chan Result)
	go func() { done <- Run(context.Background(), asker, count, "load.test") }()
	asked := map[string]bool{}
	for i := 0; i < count; i++ {
		asked[<-resolver.begun] = true
	}
	close(resolver.all)
	got := <-done
	for i := 0; i < count; i++ {
		if name := fmt.Sprintf("name-%d.load.test", i); !asked[name] {
			t.Errorf("%s was not asked for", name)
		}
	}
	if len(got.Errors) != 2 || got.Errors[0] != "no such host" || !strings.HasSuffix(got.Errors[1], "->127.0.0.1:53: i/o timeout") {
		t.Errorf("errors: got %q", got.Errors)
	}
	want := Result{Lookups: count, Failed: 3, NoSuchHost: 1, Errors: got.Errors, Threads: got.Threads}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestNoFailureIsAnEmptyList(t *testing.T) {
	if got := reasons([]error{nil}); got == nil || len(got) != 0 {
		t.Errorf("got %#v", got)
	}
}

func TestWatchThreadsSeesTheMost(t *testing.T) {
	before := threads()
	most := watchThreads()
	release, locked := make(chan struct{}), make(chan struct{})
	for i := 0; i < 10; i++ {
		go func() {
			// A goroutine that ends with its thread locked takes the thread with it.
			runtime.LockOSThread()
			locked <- struct{}{}
			<-release
		}()
	}
	for i := 0; i < 10; i++ {
		<-locked
	}
	time.Sleep(100 * time.Millisecond)
	close(release)
	if got := most(); before < 1 || got < 10 {
		t.Errorf("got %d threads, %d before; want at least 10", got, before)
	}
}
