// Command stack calls C code that goes deep, on a thread that libc made.
//
//	stack 64     KiB of the thread's stack that the C code uses
package main

/*
static int descend(int kib) {
	volatile char used[1024];
	used[0] = 1;
	int below = kib <= 1 ? 0 : descend(kib - 1);
	return below + used[0];
}
*/
import "C"

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
)

// The first thread has the stack that the kernel gave it, mostly 8 MiB. Locked to main, it runs nothing else.
func init() { runtime.LockOSThread() }

func main() {
	kib, err := strconv.Atoi(os.Args[len(os.Args)-1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "stack:", err)
		os.Exit(2)
	}
	depth := make(chan C.int)
	go func() { depth <- C.descend(C.int(kib)) }()
	fmt.Printf("C code used %d KiB of stack\n", <-depth)
}
