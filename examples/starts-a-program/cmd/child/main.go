// Command child is what is started. Built with cgo it looks users up through libc, and is linked against it.
package main

import (
	"fmt"
	"os/user"
)

func main() {
	found, err := user.Lookup("root")
	fmt.Println("child: started", err == nil && found.Uid == "0")
}
