// Command app says that it started, or does the one thing that its argument names.
package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	what := ""
	if len(os.Args) > 1 {
		what = os.Args[1]
	}
	switch what {
	case "wait":
		time.Sleep(time.Hour)
	case "write":
		if err := os.WriteFile("/data/x", nil, 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	case "memory":
		for held := [][]byte{}; ; {
			block := make([]byte, 1<<20)
			for i := range block {
				block[i] = 1
			}
			held = append(held, block)
		}
	case "threads":
		for range 200 {
			go func() {
				runtime.LockOSThread()
				time.Sleep(time.Hour)
			}()
		}
		time.Sleep(5 * time.Second)
	}
	fmt.Println("started")
}
