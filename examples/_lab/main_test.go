package main

import (
	"bufio"
	"bytes"
	"errors"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestMain lets the test binary be the lab itself.
func TestMain(m *testing.M) {
	if os.Getenv("LAB_TEST_PROCESS") == "lab" {
		main()
		return
	}
	os.Exit(m.Run())
}

func labCommand(args ...string) *exec.Cmd {
	lab := exec.Command(os.Args[0], args...)
	lab.Env = append(os.Environ(), "LAB_TEST_PROCESS=lab")
	return lab
}

func configFile(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "lab.json")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestInAFreshNamespace runs a whole lab as an engine does: lo is down at first, and port 53 is its own.
func TestInAFreshNamespace(t *testing.T) {
	lab := labCommand(configFile(t, `{"servers":[{"listen":["127.0.0.1:53"],"records":["db.test. 60 IN A 10.0.0.5"]}]}`))
	lab.Stderr = os.Stderr
	lab.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	stdout, err := lab.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := lab.Start(); errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) {
		t.Skipf("no namespaces here: %v", err)
	} else if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(stdout)
	for _, want := range []string{"ready", `{"queries":0}`} {
		if lines.Scan(); lines.Text() != want {
			t.Errorf("got %q, want %q", lines.Text(), want)
		}
		if err := lab.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
	}
	if err := lab.Wait(); err != nil {
		t.Error(err)
	}
}

func TestRefusesWhatItCannotServe(t *testing.T) {
	cases := map[string]string{
		`{"servers":[{"listen":["127.0.0.1:0"],"faults":[{"kind":"explode"}]}]}`: `servers[0]: faults[0]: unknown kind "explode"`,
		`{"servers":[{"listen":["127.0.0.1:0"],"recrods":[]}]}`:                  `json: unknown field "recrods"`,
		`nonsense`: `invalid character 'o'`,
	}
	for config, want := range cases {
		var stderr bytes.Buffer
		lab := labCommand(configFile(t, config))
		lab.Stderr = &stderr
		if err := lab.Run(); err == nil || !strings.Contains(stderr.String(), want) {
			t.Errorf("%s: ended with %v and said %q, want %q", config, err, stderr.String(), want)
		}
	}
}

func TestGet(t *testing.T) {
	service := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.WriteHeader(http.StatusCreated)
		_ = r.Write(w)
	}))
	defer service.Close()
	out, err := labCommand("get", "-method", "POST", "-data", "hello", service.URL+"/notes").Output()
	if err != nil || !strings.HasPrefix(string(out), "201\nPOST /notes HTTP/1.1\r\n") || !strings.HasSuffix(string(out), "\r\nhello") {
		t.Errorf("got %v and %q", err, out)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	listener.Close()
	var stderr bytes.Buffer
	lab := labCommand("get", "http://"+listener.Addr().String())
	lab.Stderr = &stderr
	if err := lab.Run(); err == nil || !strings.HasSuffix(stderr.String(), "connection refused\n") {
		t.Errorf("a service that is not there: %v, %q", err, stderr.String())
	}
}
