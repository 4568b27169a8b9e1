// Package visits remembers who came last.
package visits

import "sync"

// Twice has two visitors come at once and tells who came last. Not locked, that is a data race.
func Twice(locked bool) int {
	var lock sync.Mutex
	var both sync.WaitGroup
	last := 0
	for visitor := 1; visitor <= 2; visitor++ {
		both.Add(1)
		go func() {
			defer both.Done()
			if locked {
				lock.Lock()
				defer lock.Unlock()
			}
			last = visitor
		}()
	}
	both.Wait()
	return last
}
