package probe

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

func TestAsks(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/moved" {
			http.Redirect(w, r, "/elsewhere", http.StatusFound)
			return
		}
		body, _ := io.ReadAll(r.Body)
		w.WriteHeader(http.StatusTeapot)
		fmt.Fprintf(w, "%s %s %s", r.Method, r.URL, body)
	}))
	defer service.Close()

	got, err := Do(t.Context(), Request{Method: "POST", URL: service.URL + "/a?b=c", Body: "hello", Timeout: 5 * time.Second})
	if want := (Answer{418, "POST /a?b=c hello"}); err != nil || got != want {
		t.Errorf("got %+v, %v; want %+v", got, err, want)
	}
	got, err = Do(t.Context(), Request{Method: "GET", URL: service.URL + "/moved", Timeout: 5 * time.Second})
	if err != nil || got.Status != http.StatusFound {
		t.Errorf("a redirect was followed: %+v, %v", got, err)
	}
}

func TestWaitsForAServiceThatStarts(t *testing.T) {
	address := freeAddress(t)
	go func() {
		time.Sleep(150 * time.Millisecond)
		listener, err := net.Listen("tcp", address)
		if err != nil {
			t.Error(err)
			return
		}
		t.Cleanup(func() { listener.Close() })
		_ = http.Serve(listener, http.NotFoundHandler())
	}()
	got, err := Do(t.Context(), Request{Method: "GET", URL: "http://" + address, Timeout: 5 * time.Second, Wait: 5 * time.Second})
	if err != nil || got.Status != http.StatusNotFound {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestGivesUpInTime(t *testing.T) {
	begin := time.Now()
	got, err := Do(t.Context(), Request{Method: "GET", URL: "http://" + freeAddress(t), Timeout: time.Second, Wait: 100 * time.Millisecond})
	if took := time.Since(begin); took < 100*time.Millisecond || took > 2*time.Second {
		t.Errorf("gave up after %v", took)
	}
	if err == nil || !strings.HasSuffix(err.Error(), "connection refused") {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestATimeoutIsNotTriedAgain(t *testing.T) {
	var asked atomic.Int32
	service := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		<-r.Context().Done()
	}))
	defer service.Close()
	got, err := Do(t.Context(), Request{Method: "GET", URL: service.URL, Timeout: 100 * time.Millisecond, Wait: 2 * time.Second})
	if err == nil || !strings.HasSuffix(err.Error(), "context deadline exceeded") || asked.Load() != 1 {
		t.Errorf("got %+v, %v after %d requests", got, err, asked.Load())
	}
}

func TestATooLongBodyIsAnError(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, strings.Repeat("x", maxBody+1))
	}))
	defer service.Close()
	if _, err := Do(t.Context(), Request{Method: "GET", URL: service.URL, Timeout: 5 * time.Second}); err == nil {
		t.Error("a body that was cut passed for the whole")
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}
