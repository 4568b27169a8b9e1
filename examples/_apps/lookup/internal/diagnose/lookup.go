// Package diagnose tells how the program sees the place it runs in: names, users, certificates, time zones.
package diagnose

import (
	"context"
	"errors"
	"net"
	"runtime/debug"
	"strings"
)

// Resolver looks up host names; net.DefaultResolver is one.
type Resolver interface {
	LookupHost(ctx context.Context, host string) ([]string, error)
}

// Lookup is the outcome of one host lookup.
type Lookup struct {
	Host      string   `json:"host"`
	Addresses []string `json:"addresses"`
	Error     string   `json:"error,omitempty"`
	// Resolver is "go" or "libc" where that can be told, else "go or libc".
	Resolver string `json:"resolver"`
	cause    error
}

// LookUp asks the resolver for a host's addresses, in the order in which a dial would try them.
func LookUp(ctx context.Context, resolver Resolver, host string) Lookup {
	addresses, err := resolver.LookupHost(ctx, host)
	lookup := Lookup{Host: host, Addresses: addresses, Resolver: whichResolver(buildSettings(), err), cause: err}
	if err != nil {
		lookup.Error = err.Error()
		lookup.Addresses = []string{}
	}
	return lookup
}

// whichResolver reads the signs. A program without cgo, or with the netgo tag, has only Go's
// resolver. With both aboard an error tells: Go's resolver names the server it asked, libc does
// not. (A lookup that ran out of time, or never got to a server, tells nothing.)
func whichResolver(settings map[string]string, err error) string {
	onlyGo := settings["CGO_ENABLED"] == "0"
	for _, tag := range strings.Split(settings["-tags"], ",") {
		onlyGo = onlyGo || tag == "netgo"
	}
	var failure *net.DNSError
	switch {
	case onlyGo:
		return "go"
	case !errors.As(err, &failure) || failure.IsTimeout:
		return "go or libc"
	case failure.Server != "":
		return "go"
	default:
		return "libc"
	}
}

// buildSettings returns what "go version -m" prints as build lines.
func buildSettings() map[string]string {
	settings := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, setting := range info.Settings {
			settings[setting.Key] = setting.Value
		}
	}
	return settings
}
