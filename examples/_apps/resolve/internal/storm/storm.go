// Package storm looks many names up at once and counts what that costs the process.
package storm

import (
	"context"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"example.com/resolve/internal/lookup"
)

// Result is the outcome of a storm.
type Result struct {
	Lookups int `json:"lookups"`
	Failed  int `json:"failed"`
	// NoSuchHost: how many of those failed because the name does not exist, as the resolver says.
	NoSuchHost int `json:"noSuchHost"`
	// Errors are the reasons of the failures: one example of each.
	Errors []string `json:"errors"`
	// Threads is the most that the process was seen to have.
	Threads int `json:"threads"`
	// Seconds until the last lookup ended, as lookup.HalfSeconds has it.
	Seconds float64 `json:"seconds"`
}

// Run looks up name-0.PREFIX, name-1.PREFIX … at once. The names differ, because Go sends lookups of the same name only once.
func Run(ctx context.Context, asker lookup.Asker, count int, prefix string) Result {
	most := watchThreads()
	begin := time.Now()
	failures := make([]error, count)
	var running sync.WaitGroup
	running.Add(count)
	for i := 0; i < count; i++ {
		go func(i int) {
			defer running.Done()
			_, failures[i] = asker.LookUp(ctx, fmt.Sprintf("name-%d.%s", i, prefix))
		}(i)
	}
	running.Wait()
	result := Result{Lookups: count, Seconds: lookup.HalfSeconds(time.Since(begin)), Threads: most()}
	for _, err := range failures {
		var failure *net.DNSError
		if err != nil {
			result.Failed++
		}
		if errors.As(err, &failure) && failure.IsNotFound {
			result.NoSuchHost++
		}
	}
	result.Errors = reasons(failures)
	return result
}
