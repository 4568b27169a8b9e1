// Package probe asks the HTTP service in the examined container, which shares the lab's namespace.
package probe

import (
	"cmp"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"syscall"
	"time"
)

const (
	maxBody        = 1 << 20
	retryPause     = 20 * time.Millisecond
	defaultTimeout = 5000
)

// Request is one HTTP request, with times in milliseconds.
type Request struct {
	Method string `json:"method"`
	URL    string `json:"url"`
	Body   string `json:"body"`
	// TimeoutMs bounds one attempt; 0 means 5 seconds.
	TimeoutMs int `json:"timeoutMs"`
	// RetryUntilMs: how long a refused connection is tried again, because the service is still starting.
	RetryUntilMs int `json:"retryUntilMs"`
}

// Result is the answer, or why there was none: then Status is 0.
type Result struct {
	Status int    `json:"status"`
	Body   string `json:"body"`
	Error  string `json:"error"`
}

var client = &http.Client{
	// A connection of its own for each request: nothing may depend on the one before.
	Transport: &http.Transport{DisableKeepAlives: true},
	// The redirect is the answer.
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// Do asks once; only a refused connection is tried again, until RetryUntilMs have passed.
func Do(ctx context.Context, request Request) (Result, error) {
	deadline := time.Now().Add(time.Duration(request.RetryUntilMs) * time.Millisecond)
	for {
		result, err := ask(ctx, request)
		if err == nil {
			return result, nil
		}
		starting := errors.Is(err, syscall.ECONNREFUSED) && time.Now().Before(deadline)
		if !starting || ctx.Err() != nil {
			return Result{Error: err.Error()}, nil
		}
		time.Sleep(retryPause)
	}
}

func ask(ctx context.Context, request Request) (Result, error) {
	timeout := time.Duration(cmp.Or(request.TimeoutMs, defaultTimeout)) * time.Millisecond
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	asked, err := http.NewRequestWithContext(ctx, request.Method, request.URL, strings.NewReader(request.Body))
	if err != nil {
		return Result{}, err
	}
	response, err := client.Do(asked)
	if err != nil {
		return Result{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody))
	return Result{Status: response.StatusCode, Body: string(body)}, err
}
