// Package control speaks the lab's protocol: one JSON object a line, in and out.
package control

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"sync"
)

// Protocol is the version announced in the ready line; it changes when a reply loses or renames a field.
const Protocol = 1

// maxLine bounds a request: a zone of some thousand records fits.
const maxLine = 4 << 20

// Serve announces that it is ready, then answers requests until "quit", the end of in, or ctx is done.
// Requests run concurrently, so a reply may overtake an earlier one: the id tells which is which.
// Those under way are given up at "quit" or with ctx, and finished at the end of in.
func Serve(ctx context.Context, in io.Reader, out io.Writer, operations map[string]Operation) error {
	replies := &writer{encoder: json.NewEncoder(out)}
	if err := replies.write(map[string]any{"ready": true, "protocol": Protocol}); err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	var running sync.WaitGroup
	defer running.Wait()
	defer cancel()
	lines, scanned := scan(ctx, in)
	for {
		select {
		case <-ctx.Done():
			return nil
		case line, open := <-lines:
			if !open {
				running.Wait()
				return <-scanned
			}
			request, err := parse(line)
			if err != nil {
				replies.answer(request.id, nil, err)
				continue
			}
			if request.op == "quit" {
				replies.answer(request.id, nil, nil)
				return nil
			}
			running.Go(func() {
				result, err := perform(ctx, operations, request)
				replies.answer(request.id, result, err)
			})
		}
	}
}

func perform(ctx context.Context, operations map[string]Operation, request request) (any, error) {
	operation, known := operations[request.op]
	if !known {
		return nil, fmt.Errorf("unknown op %q", request.op)
	}
	return operation(ctx, request.fields)
}

// scan reads lines in the background, because a read of stdin cannot be interrupted.
func scan(ctx context.Context, in io.Reader) (<-chan []byte, <-chan error) {
	lines, scanned := make(chan []byte), make(chan error, 1)
	go func() {
		scanner := bufio.NewScanner(in)
		scanner.Buffer(nil, maxLine)
		defer func() {
			scanned <- scanner.Err()
			close(lines)
		}()
		for scanner.Scan() {
			select {
			case lines <- append([]byte(nil), scanner.Bytes()...):
			case <-ctx.Done():
				return
			}
		}
	}()
	return lines, scanned
}

// writer keeps replies whole: one line at a time.
type writer struct {
	mutex   sync.Mutex
	encoder *json.Encoder
}

func (w *writer) write(reply any) error {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.encoder.Encode(reply)
}
