// Package probe asks the HTTP service of a container whose network namespace it shares.
package probe

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"syscall"
	"time"
)

const (
	maxBody    = 1 << 20
	retryPause = 20 * time.Millisecond
)

// Request is one HTTP request.
type Request struct {
	Method, URL, Body string
	// Timeout bounds one attempt.
	Timeout time.Duration
	// Wait is how long a refused connection is tried again, because the service is still starting.
	Wait time.Duration
}

// Answer is what the service said.
type Answer struct {
	Status int
	Body   string
}

var client = &http.Client{
	// A connection of its own for each request: nothing may depend on the one before.
	Transport: &http.Transport{DisableKeepAlives: true},
	// The redirect is the answer.
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// Do asks once; only a refused connection is tried again, until Wait has passed.
func Do(ctx context.Context, request Request) (Answer, error) {
	deadline := time.Now().Add(request.Wait)
	for {
		answer, err := ask(ctx, request)
		starting := errors.Is(err, syscall.ECONNREFUSED) && time.Now().Before(deadline)
		if !starting || ctx.Err() != nil {
			return answer, err
		}
		time.Sleep(retryPause)
	}
}

func ask(ctx context.Context, request Request) (Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, request.Timeout)
	defer cancel()
	asked, err := http.NewRequestWithContext(ctx, request.Method, request.URL, strings.NewReader(request.Body))
	if err != nil {
		return Answer{}, err
	}
	response, err := client.Do(asked)
	if err != nil {
		return Answer{}, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(io.LimitReader(response.Body, maxBody+1))
	if err == nil && len(body) > maxBody {
		err = fmt.Errorf("%s: the body is longer than %d bytes", request.URL, maxBody)
	}
	return Answer{Status: response.StatusCode, Body: string(body)}, err
}
