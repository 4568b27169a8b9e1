package main

import (
	"bufio"
	"errors"
	"io"
	"os"
	"os/exec"
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

// TestInAFreshNamespace talks to a whole lab as the runner does: lo is down at first, and port 53 is its own.
func TestInAFreshNamespace(t *testing.T) {
	lab := exec.Command(os.Args[0])
	lab.Env = append(os.Environ(), "LAB_TEST_PROCESS=lab")
	lab.Stderr = os.Stderr
	lab.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags:  syscall.CLONE_NEWUSER | syscall.CLONE_NEWNET,
		UidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getuid(), Size: 1}},
		GidMappings: []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getgid(), Size: 1}},
	}
	stdin, err := lab.StdinPipe()
	if err != nil {
		t.Fatal(err)
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
	replies := bufio.NewScanner(stdout)
	next := func() string {
		if !replies.Scan() {
			t.Fatal("the lab went away")
		}
		return replies.Text()
	}
	ask := func(request, want string) {
		t.Helper()
		if _, err := io.WriteString(stdin, request+"\n"); err != nil {
			t.Fatal(err)
		}
		if got := next(); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", request, got, want)
		}
	}
	if got, want := next(), `{"protocol":1,"ready":true}`; got != want {
		t.Fatalf("got %s, want %s", got, want)
	}
	ask(`{"id":1,"op":"dns","listen":["127.0.0.1:53"],"records":["db.test. 60 IN A 10.0.0.5"]}`,
		`{"error":"","id":1,"listening":["127.0.0.1:53"]}`)
	ask(`{"id":2,"op":"queries"}`, `{"error":"","id":2,"queries":[]}`)
	ask(`{"id":3,"op":"http","method":"GET","url":"http://127.0.0.1:8080/","retryUntilMs":60}`,
		`{"body":"","error":"Get \"http://127.0.0.1:8080/\": dial tcp 127.0.0.1:8080: connect: connection refused","id":3,"status":0}`)
	ask(`{"id":4,"op":"quit"}`, `{"error":"","id":4}`)
	if err := lab.Wait(); err != nil {
		t.Error(err)
	}
}
