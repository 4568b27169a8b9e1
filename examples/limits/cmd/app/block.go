package main

import (
	"fmt"
	"syscall"
	"time"
)

// block keeps so many threads in system calls that do not return. Go's scheduler starts a thread for each, cgo or not.
func block(count int, stay time.Duration) error {
	process, err := openProcess()
	if err != nil {
		return err
	}
	var pipe [2]int
	if err := syscall.Pipe(pipe[:]); err != nil {
		return err
	}
	for range count {
		go syscall.Read(pipe[0], make([]byte, 1))
	}
	time.Sleep(500 * time.Millisecond)
	fmt.Printf("%d system calls: %d threads\n", count, process.threads())
	time.Sleep(stay)
	return nil
}
