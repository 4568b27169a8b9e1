// Command parent starts another program, as a host of plugins does.
//
//	parent start PATH       starts it
//	parent unpack FROM TO   copies it first, as programs do that carry others along
//	parent wait             does nothing for half a minute
package main

import (
	"fmt"
	"os"
	"os/exec"
	"time"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "parent:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 2 && args[0] == "start":
		return start(args[1])
	case len(args) == 3 && args[0] == "unpack":
		program, err := os.ReadFile(args[1])
		if err != nil {
			return err
		}
		if err := os.WriteFile(args[2], program, 0o755); err != nil {
			return err
		}
		return start(args[2])
	case len(args) == 1 && args[0] == "wait":
		time.Sleep(30 * time.Second)
		return nil
	}
	return fmt.Errorf("usage: parent start PATH | unpack FROM TO | wait; got %q", args)
}

func start(path string) error {
	said, err := exec.Command(path).Output()
	if err != nil {
		return err
	}
	_, err = os.Stdout.Write(said)
	return err
}
