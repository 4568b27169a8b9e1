// Command app looks up localhost: enough for its net package to use libc when cgo is on.
package main

import (
	"flag"
	"fmt"
	"net"
	"os"
	"time"
)

func main() {
	wait := flag.Duration("wait", 0, "how long to run on")
	flag.Parse()
	addresses, err := net.LookupHost("localhost")
	if err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
	fmt.Println("app: started, localhost is", addresses[0])
	time.Sleep(*wait)
}
