package lookup

import (
	"context"
	"fmt"
	"net"
	"sort"
)

// Resolver is what net.DefaultResolver can be asked.
type Resolver interface {
	LookupHost(ctx context.Context, host string) ([]string, error)
	LookupIP(ctx context.Context, network, host string) ([]net.IP, error)
	LookupAddr(ctx context.Context, address string) ([]string, error)
	LookupTXT(ctx context.Context, name string) ([]string, error)
	LookupMX(ctx context.Context, name string) ([]*net.MX, error)
	LookupSRV(ctx context.Context, service, proto, name string) (string, []*net.SRV, error)
}

// Kind is a kind of question.
type Kind struct {
	ask       func(ctx context.Context, resolver Resolver, name string) ([]string, error)
	addresses bool
}

// Kinds are the questions that can be asked, by the name that -type has for them.
var Kinds = map[string]Kind{
	"host": {addresses: true, ask: func(ctx context.Context, r Resolver, name string) ([]string, error) {
		return r.LookupHost(ctx, name)
	}},
	"ip4": {addresses: true, ask: askIP("ip4")},
	"ip6": {addresses: true, ask: askIP("ip6")},
	"addr": {ask: func(ctx context.Context, r Resolver, address string) ([]string, error) {
		return r.LookupAddr(ctx, address)
	}},
	"txt": {ask: func(ctx context.Context, r Resolver, name string) ([]string, error) {
		return r.LookupTXT(ctx, name)
	}},
	"mx": {ask: func(ctx context.Context, r Resolver, name string) ([]string, error) {
		records, err := r.LookupMX(ctx, name)
		return texts(records, func(mx *net.MX) string { return fmt.Sprint(mx.Pref, " ", mx.Host) }), err
	}},
	"srv": {ask: func(ctx context.Context, r Resolver, name string) ([]string, error) {
		_, records, err := r.LookupSRV(ctx, "", "", name)
		return texts(records, func(srv *net.SRV) string {
			return fmt.Sprint(srv.Priority, " ", srv.Weight, " ", srv.Port, " ", srv.Target)
		}), err
	}},
}

// KindNames returns the names of all kinds, sorted.
func KindNames() []string {
	var names []string
	for name := range Kinds {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func askIP(network string) func(context.Context, Resolver, string) ([]string, error) {
	return func(ctx context.Context, r Resolver, name string) ([]string, error) {
		addresses, err := r.LookupIP(ctx, network, name)
		return texts(addresses, net.IP.String), err
	}
}

func texts[T any](records []T, text func(T) string) []string {
	var all []string
	for _, record := range records {
		all = append(all, text(record))
	}
	return all
}
