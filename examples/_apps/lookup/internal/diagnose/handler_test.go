package diagnose

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"testing"
)

func TestLookupOverHTTP(t *testing.T) {
	mux := http.NewServeMux()
	Register(mux, names{
		"db.test":   "10.0.0.5",
		"slow.test": &net.DNSError{Err: "i/o timeout", Name: "slow.test", IsTimeout: true},
		"odd.test":  errors.New("odd"),
	})
	cases := []struct {
		path   string
		status int
		host   string
		error  string
	}{
		{"/lookup?host=db.test", http.StatusOK, "db.test", ""},
		{"/lookup?host=gone.test", http.StatusNotFound, "gone.test", "lookup gone.test: no such host"},
		{"/lookup?host=slow.test", http.StatusGatewayTimeout, "slow.test", "lookup slow.test: i/o timeout"},
		{"/lookup?host=odd.test", http.StatusBadGateway, "odd.test", "odd"},
	}
	for _, c := range cases {
		recorder := httptest.NewRecorder()
		mux.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, c.path, nil))
		var got Lookup
		if err := json.Unmarshal(recorder.Body.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if recorder.Code != c.status || got.Host != c.host || got.Error != c.error {
			t.Errorf("%s: got %d %+v", c.path, recorder.Code, got)
		}
	}
	recorder := httptest.NewRecorder()
	mux.ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/lookup", nil))
	if recorder.Code != http.StatusBadRequest {
		t.Errorf("no host: got %d", recorder.Code)
	}
}

func TestCommand(t *testing.T) {
	resolver := names{"db.test": "10.0.0.5"}
	var out bytes.Buffer
	if exit, done := Command(context.Background(), []string{"lookup", "db.test"}, resolver, &out); exit != 0 || !done {
		t.Errorf("got exit %d, done %v", exit, done)
	}
	want := "{\n  \"host\": \"db.test\",\n  \"addresses\": [\n    \"10.0.0.5\"\n  ],\n  \"resolver\": \"go or libc\"\n}\n"
	if whichResolver(buildSettings(), nil) == "go" {
		want = "{\n  \"host\": \"db.test\",\n  \"addresses\": [\n    \"10.0.0.5\"\n  ],\n  \"resolver\": \"go\"\n}\n"
	}
	if out.String() != want {
		t.Errorf("got %s", out.String())
	}
	if exit, done := Command(context.Background(), []string{"lookup", "gone.test"}, resolver, &out); exit != 1 || !done {
		t.Errorf("unknown name: got exit %d, done %v", exit, done)
	}
	for _, args := range [][]string{nil, {"lookup"}, {"report", "x"}, {"serve"}} {
		if _, done := Command(context.Background(), args, resolver, &out); done {
			t.Errorf("%q is no command of this package", args)
		}
	}
}

func TestReport(t *testing.T) {
	var out bytes.Buffer
	exit, done := Command(context.Background(), []string{"report"}, names{}, &out)
	var report Report
	if err := json.Unmarshal(out.Bytes(), &report); err != nil {
		t.Fatal(err)
	}
	if !done || (exit == 0) != (len(report.Missing) == 0) {
		t.Errorf("exit %d, missing %q", exit, report.Missing)
	}
	if report.UID != os.Getuid() || report.NewYork != "08:00 EDT" && report.NewYork != "" {
		t.Errorf("got %+v", report)
	}
}

// TestMain lets the test binary print a report: the roots are read once in a process.
func TestMain(m *testing.M) {
	if os.Getenv("DIAGNOSE_TEST_PROCESS") == "report" {
		exit, _ := Command(context.Background(), []string{"report"}, names{}, os.Stdout)
		os.Exit(exit)
	}
	os.Exit(m.Run())
}

func TestMissingRootsAreNamed(t *testing.T) {
	command := exec.Command(os.Args[0])
	command.Env = []string{"DIAGNOSE_TEST_PROCESS=report", "SSL_CERT_FILE=/nonexistent", "SSL_CERT_DIR=/nonexistent"}
	out, err := command.Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("got %v, want exit code 1", err)
	}
	var report Report
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	want := "x509: failed to load system roots and no roots provided"
	if report.SystemRoots != 0 || !slices.Contains(report.Missing, want) {
		t.Errorf("got %d roots, missing %q", report.SystemRoots, report.Missing)
	}
}
