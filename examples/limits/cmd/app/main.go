// Command app runs into the limits of its container.
//
//	app lookups 700    so many lookups at once of names that no server answers for, and one of localhost beside them
//	app block 100      so many system calls at once that do not return, as of a hung file system
//	app listen :80     a TCP port
//
// A third word, such as 30s, makes it stay for so long, to be looked at from outside.
package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"strconv"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 && len(args) != 3 {
		return errors.New("expected lookups COUNT, block COUNT or listen ADDRESS, and how long to stay")
	}
	var stay time.Duration
	if len(args) == 3 {
		var err error
		if stay, err = time.ParseDuration(args[2]); err != nil {
			return err
		}
	}
	if args[0] == "listen" {
		return listen(args[1], stay)
	}
	count, err := strconv.Atoi(args[1])
	switch {
	case err != nil:
		return err
	case args[0] == "lookups":
		return lookups(count, stay)
	case args[0] == "block":
		return block(count, stay)
	default:
		return fmt.Errorf("%s: expected lookups, block or listen", args[0])
	}
}

func listen(address string, stay time.Duration) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	fmt.Println("listening on", address)
	time.Sleep(stay)
	return listener.Close()
}
