package control

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
)

// Operation does what a request asks. It gets the request's fields without id and op.
type Operation func(ctx context.Context, fields json.RawMessage) (any, error)

// Typed makes an Operation of a function with a request and a result type.
// A field that the request type does not have is an error: a misspelt option must not pass silently.
func Typed[Request, Result any](do func(context.Context, Request) (Result, error)) Operation {
	return func(ctx context.Context, fields json.RawMessage) (any, error) {
		var request Request
		decoder := json.NewDecoder(bytes.NewReader(fields))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&request); err != nil {
			return nil, fmt.Errorf("bad request: %w", err)
		}
		return do(ctx, request)
	}
}

type request struct {
	id     json.RawMessage
	op     string
	fields json.RawMessage
}

func parse(line []byte) (request, error) {
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(line, &fields); err != nil {
		return request{}, fmt.Errorf("not a JSON object: %w", err)
	}
	parsed := request{id: fields["id"]}
	if err := json.Unmarshal(fields["op"], &parsed.op); err != nil {
		return parsed, fmt.Errorf("op: expected a string")
	}
	delete(fields, "id")
	delete(fields, "op")
	rest, err := json.Marshal(fields)
	parsed.fields = rest
	return parsed, err
}

// answer writes a result's fields beside the request's id and "error", which is empty on success.
func (w *writer) answer(id json.RawMessage, result any, failure error) {
	reply := map[string]any{"error": ""}
	if failure == nil && result != nil {
		encoded, err := json.Marshal(result)
		if err == nil {
			err = json.Unmarshal(encoded, &reply)
		}
		failure = err
	}
	if failure != nil {
		reply = map[string]any{"error": failure.Error()}
	}
	reply["id"] = id
	if err := w.write(reply); err != nil {
		log.Print(err)
	}
}
