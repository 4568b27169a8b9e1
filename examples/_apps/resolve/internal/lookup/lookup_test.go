package lookup

import (
	"context"
	"errors"
	"net"
	"reflect"
	"testing"
	"time"
)

// fake answers every question in its own way.
type fake struct{ err error }

func (f fake) LookupHost(context.Context, string) ([]string, error) {
	return []string{"fd00::5", "10.0.0.6", "10.0.0.5"}, f.err
}

func (f fake) LookupIP(_ context.Context, network, _ string) ([]net.IP, error) {
	if network == "ip6" {
		return []net.IP{net.ParseIP("fd00::5")}, f.err
	}
	return []net.IP{net.IPv4(10, 0, 0, 5)}, f.err
}

func (f fake) LookupAddr(context.Context, string) ([]string, error) {
	return []string{"db.test."}, f.err
}

func (f fake) LookupTXT(context.Context, string) ([]string, error) {
	return []string{"hello world"}, f.err
}

func (f fake) LookupMX(context.Context, string) ([]*net.MX, error) {
	return []*net.MX{{Host: "mail.test.", Pref: 10}}, f.err
}

func (f fake) LookupSRV(_ context.Context, service, proto, name string) (string, []*net.SRV, error) {
	if service != "" || proto != "" {
		return "", nil, errors.New("the name is asked as it is")
	}
	return name, []*net.SRV{{Target: "db.test.", Port: 5432, Priority: 1, Weight: 2}}, f.err
}

func TestKinds(t *testing.T) {
	cases := map[string]struct{ addresses, records []string }{
		"host": {addresses: []string{"10.0.0.5", "10.0.0.6", "fd00::5"}},
		"ip4":  {addresses: []string{"10.0.0.5"}},
		"ip6":  {addresses: []string{"fd00::5"}},
		"addr": {records: []string{"db.test."}},
		"txt":  {records: []string{"hello world"}},
		"mx":   {records: []string{"10 mail.test."}},
		"srv":  {records: []string{"1 2 5432 db.test."}},
	}
	if len(cases) != len(Kinds) {
		t.Errorf("%d kinds, %d cases", len(Kinds), len(cases))
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, err := Asker{Resolver: fake{}, Kind: Kinds[name]}.LookUp(context.Background(), "db.test")
			if err != nil {
				t.Fatal(err)
			}
			want := Result{Name: "db.test"}
			if c.addresses != nil {
				want.Addresses = &c.addresses
			} else {
				want.Records = &c.records
			}
			if !reflect.DeepEqual(got, want) {
				t.Errorf("got %+v, want %+v", got, want)
			}
			count := len(c.addresses) + len(c.records)
			if brief, want := got.Brief(), (Result{Name: "db.test", Found: &count}); !reflect.DeepEqual(brief, want) {
				t.Errorf("brief: got %+v, want %+v", brief, want)
			}
		})
	}
}

func TestAFailureHasNoAddresses(t *testing.T) {
	for _, name := range KindNames() {
		failure := errors.New("broken")
		got, err := Asker{Resolver: fake{failure}, Kind: Kinds[name]}.LookUp(context.Background(), "db.test")
		if err != failure || got.Error != "broken" || *got.Brief().Found != 0 {
			t.Errorf("%s: got %+v, %v", name, got, err)
		}
	}
}

// silent answers when the context ends.
type silent struct{ fake }

func (silent) LookupHost(ctx context.Context, _ string) ([]string, error) {
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestTimeout(t *testing.T) {
	asker := Asker{Resolver: silent{}, Kind: Kinds["host"], Timeout: 500 * time.Millisecond}
	got, err := asker.LookUp(context.Background(), "db.test")
	if !errors.Is(err, context.DeadlineExceeded) || got.Seconds != 0.5 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestHalfSeconds(t *testing.T) {
	for took, want := range map[time.Duration]float64{
		479 * time.Millisecond:    0,
		499 * time.Millisecond:    0.5,
		500 * time.Millisecond:    0.5,
		10_470 * time.Millisecond: 10,
	} {
		if got := HalfSeconds(took); got != want {
			t.Errorf("%v: got %v, want %v", took, got, want)
		}
	}
}
