package control

import (
	"bufio"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"time"
)

type greeting struct {
	Name string `json:"name"`
}

type greeted struct {
	Text string `json:"text"`
}

func greet(_ context.Context, g greeting) (greeted, error) {
	if g.Name == "" {
		return greeted{}, errors.New("name: expected a name")
	}
	return greeted{"hello " + g.Name}, nil
}

// converse sends each line after the reply to the one before and returns all replies.
func converse(t *testing.T, lines ...string) []string {
	t.Helper()
	in, send := io.Pipe()
	receive, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- Serve(t.Context(), in, out, map[string]Operation{"greet": Typed(greet)}) }()
	replies := bufio.NewScanner(receive)
	next := func() string {
		if !replies.Scan() {
			t.Fatal("no reply")
		}
		return replies.Text()
	}
	got := []string{next()}
	for _, line := range lines {
		if _, err := io.WriteString(send, line+"\n"); err != nil {
			t.Fatal(err)
		}
		got = append(got, next())
	}
	send.Close()
	if err := <-ended; err != nil {
		t.Fatal(err)
	}
	return got
}

func TestProtocol(t *testing.T) {
	cases := [][2]string{
		{`{"id":1,"op":"greet","name":"you"}`, `{"error":"","id":1,"text":"hello you"}`},
		{`{"id":"x","op":"greet"}`, `{"error":"name: expected a name","id":"x"}`},
		{`{"id":2,"op":"greet","nmae":"you"}`, `{"error":"bad request: json: unknown field \"nmae\"","id":2}`},
		{`{"id":3,"op":"explode"}`, `{"error":"unknown op \"explode\"","id":3}`},
		{`{"id":4}`, `{"error":"op: expected a string","id":4}`},
		{`nonsense`, `{"error":"not a JSON object: invalid character 'o' in literal null (expecting 'u')","id":null}`},
		{`{"id":5,"op":"quit"}`, `{"error":"","id":5}`},
	}
	var lines, want []string
	want = append(want, `{"protocol":1,"ready":true}`)
	for _, c := range cases {
		lines = append(lines, c[0])
		want = append(want, c[1])
	}
	got := converse(t, lines...)
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestASlowRequestHoldsNothingUp(t *testing.T) {
	release := make(chan struct{})
	operations := map[string]Operation{
		"slow": Typed(func(context.Context, struct{}) (struct{}, error) { <-release; return struct{}{}, nil }),
		"fast": Typed(func(context.Context, struct{}) (struct{}, error) { return struct{}{}, nil }),
	}
	receive, out := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		in := strings.NewReader("{\"id\":1,\"op\":\"slow\"}\n{\"id\":2,\"op\":\"fast\"}\n")
		ended <- Serve(t.Context(), in, out, operations)
		out.Close()
	}()
	replies := bufio.NewScanner(receive)
	for _, want := range []string{`{"protocol":1,"ready":true}`, `{"error":"","id":2}`} {
		if replies.Scan(); replies.Text() != want {
			t.Fatalf("got %s, want %s", replies.Text(), want)
		}
	}
	close(release)
	if replies.Scan(); replies.Text() != `{"error":"","id":1}` {
		t.Errorf("the slow request was lost at the end of input: %q", replies.Text())
	}
	if replies.Scan() {
		t.Errorf("unexpected %s", replies.Text())
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, _ := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- Serve(ctx, in, io.Discard, nil) }()
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still running")
	}
}

func TestATooLongLineIsAnError(t *testing.T) {
	err := Serve(t.Context(), strings.NewReader(strings.Repeat("x", maxLine+1)), io.Discard, nil)
	if !errors.Is(err, bufio.ErrTooLong) {
		t.Errorf("got %v, want %v", err, bufio.ErrTooLong)
	}
}
