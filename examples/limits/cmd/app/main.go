// Command app runs into the limits of its container.
//
//	app lookups 700    so many lookups at once of names that no server answers for, and one of localhost beside them
//	app block 100      so many system calls at once that do not return, as of a hung file system
//	app listen :80     a TCP port
package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("expected lookups COUNT, block COUNT or listen ADDRESS")
	}
	if args[0] == "listen" {
		return listen(args[1])
	}
	count, err := strconv.Atoi(args[1])
	switch {
	case err != nil:
		return err
	case args[0] == "lookups":
		return lookups(count)
	case args[0] == "block":
		return block(count)
	default:
		return fmt.Errorf("%s: expected lookups, block or listen", args[0])
	}
}

func listen(address string) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Println("listening on", address)
	return listener.Close()
}
