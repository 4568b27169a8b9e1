// Package lookup asks a resolver one question and measures the answer.
package lookup

import (
	"context"
	"sort"
	"time"
)

// Result is the outcome of one lookup. Of Addresses, Records and Found it has one.
type Result struct {
	Name      string    `json:"name"`
	Addresses *[]string `json:"addresses,omitempty"`
	Records   *[]string `json:"records,omitempty"`
	Found     *int      `json:"found,omitempty"`
	Error     string    `json:"error,omitempty"`
	// Seconds it took, as HalfSeconds has it.
	Seconds float64 `json:"seconds"`
}

// Asker asks one kind of question.
type Asker struct {
	Resolver Resolver
	Kind     Kind
	// Timeout of each lookup; 0 for none.
	Timeout time.Duration
}

// LookUp asks for one name and sorts what comes. The error is the resolver's; the result has its text.
func (a Asker) LookUp(ctx context.Context, name string) (Result, error) {
	if a.Timeout > 0 {
		limited, cancel := context.WithTimeout(ctx, a.Timeout)
		defer cancel()
		ctx = limited
	}
	begin := time.Now()
	found, err := a.Kind.ask(ctx, a.Resolver, name)
	result := Result{Name: name, Seconds: HalfSeconds(time.Since(begin))}
	if err != nil {
		result.Error = err.Error()
	}
	if err != nil || found == nil {
		found = []string{}
	}
	sort.Strings(found)
	if a.Kind.addresses {
		result.Addresses = &found
	} else {
		result.Records = &found
	}
	return result, err
}

// Brief tells how many addresses or records there are instead of which.
func (r Result) Brief() Result {
	found := 0
	for _, list := range []*[]string{r.Addresses, r.Records} {
		if list != nil {
			found += len(*list)
		}
	}
	r.Addresses, r.Records, r.Found = nil, nil, &found
	return r
}
