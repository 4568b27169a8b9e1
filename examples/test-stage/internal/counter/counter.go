// Package counter adds up what several goroutines count.
package counter

import (
	"sync"
	"sync/atomic"
)

// Count starts n goroutines that add one each.
func Count(n int) int64 {
	var sum atomic.Int64
	var all sync.WaitGroup
	for range n {
		all.Go(func() { sum.Add(1) })
	}
	all.Wait()
	return sum.Load()
}
