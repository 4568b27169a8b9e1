package nameserver

import (
	"encoding/json"
	"errors"
	"time"
)

// newDelay: the reply comes late.
func newDelay(options json.RawMessage) (Fault, error) {
	var chosen struct {
		Ms int `json:"ms"`
	}
	if err := decode(options, &chosen); err != nil {
		return Fault{}, err
	}
	if chosen.Ms <= 0 {
		return Fault{}, errors.New("options.ms: expected milliseconds above 0")
	}
	return answering(func(q Query, next Answerer) Reply {
		time.Sleep(time.Duration(chosen.Ms) * time.Millisecond)
		return next.Answer(q)
	}), nil
}
