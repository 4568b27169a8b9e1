package diagnose

import (
	"context"
	"errors"
	"fmt"
	"net"
	"testing"
)

// names resolves from a map; a value is an address or an error.
type names map[string]any

func (n names) LookupHost(_ context.Context, host string) ([]string, error) {
	switch found := n[host].(type) {
	case string:
		return []string{found}, nil
	case error:
		return nil, found
	default:
		return nil, &net.DNSError{Err: "no such host", Name: host, IsNotFound: true}
	}
}

func TestWhichResolver(t *testing.T) {
	notFound := func(server string) error {
		return fmt.Errorf("wrapped: %w", &net.DNSError{Err: "no such host", Server: server, IsNotFound: true})
	}
	cgo := map[string]string{"CGO_ENABLED": "1"}
	cases := []struct {
		name     string
		settings map[string]string
		err      error
		want     string
	}{
		{"no cgo", map[string]string{"CGO_ENABLED": "0"}, nil, "go"},
		{"no cgo, error without server", map[string]string{"CGO_ENABLED": "0"}, notFound(""), "go"},
		{"netgo tag", map[string]string{"CGO_ENABLED": "1", "-tags": "osusergo,netgo"}, nil, "go"},
		{"a tag that only begins so", map[string]string{"CGO_ENABLED": "1", "-tags": "netgofast"}, nil, "go or libc"},
		{"cgo, success", cgo, nil, "go or libc"},
		{"cgo, error with server", cgo, notFound("127.0.0.1:53"), "go"},
		{"cgo, error without server", cgo, notFound(""), "libc"},
		{"cgo, time ran out", cgo, &net.DNSError{Err: "i/o timeout", IsTimeout: true}, "go or libc"},
		{"cgo, no DNS error", cgo, errors.New("odd"), "go or libc"},
		{"no build info", map[string]string{}, nil, "go or libc"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := whichResolver(c.settings, c.err); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestLookUp(t *testing.T) {
	resolver := names{"db.test": "10.0.0.5"}
	if got := LookUp(context.Background(), resolver, "db.test"); len(got.Addresses) != 1 || got.Addresses[0] != "10.0.0.5" || got.Error != "" {
		t.Errorf("got %+v", got)
	}
	if got := LookUp(context.Background(), resolver, "gone.test"); got.Addresses == nil || got.Error != "lookup gone.test: no such host" {
		t.Errorf("got %+v", got)
	}
}
