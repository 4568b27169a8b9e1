// Command app uses the two packages of the standard library that have C in them on Linux: net and os/user.
package main

import (
	"fmt"
	"net"
	"os"
	"os/user"
)

func main() {
	name := "unknown"
	if current, err := user.Current(); err == nil {
		name = current.Username
	}
	addresses, err := net.LookupHost("localhost")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(name, len(addresses) > 0)
}
