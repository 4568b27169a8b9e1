package webservice

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

func TestFinishesRequestsUnderWay(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	arrived := make(chan struct{})
	slow := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		close(arrived)
		<-ctx.Done()
		time.Sleep(50 * time.Millisecond)
		_, _ = io.WriteString(w, "done")
	})
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, listener, slow) }()

	answer := make(chan string, 1)
	go func() {
		response, err := http.Get("http://" + listener.Addr().String())
		if err != nil {
			answer <- err.Error()
			return
		}
		defer response.Body.Close()
		body, _ := io.ReadAll(response.Body)
		answer <- string(body)
	}()
	<-arrived
	stop()
	if got := <-answer; got != "done" {
		t.Errorf("got %q", got)
	}
	if err := <-ended; err != nil {
		t.Errorf("a stop is no failure: %v", err)
	}
}

func TestATakenPortIsAnError(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	if err := Run(context.Background(), listener.Addr().String(), http.NotFoundHandler()); err == nil {
		t.Error("no error")
	}
}
