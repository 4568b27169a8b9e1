// Package racy reads what another goroutine writes, without waiting for it.
package racy

// Started tells whether a goroutine has begun.
func Started() bool {
	started := false
	done := make(chan bool, 1)
	go func() {
		started = true
		done <- true
	}()
	seen := started
	<-done
	return seen || started
}
