// Stands for a program in which somebody else's code runs, and starts a second program in the way that -by says.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

func main() {
	by := flag.String("by", "", "name: a program of the image; file: one written to a folder; memory: one in no folder")
	flag.Parse()
	if *by == "" {
		fmt.Println("a second program runs")
		return
	}
	if err := start(*by, flag.Arg(0)); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func start(by, name string) error {
	if by == "name" {
		return run(name)
	}
	// What comes in from outside is here this program again: static, it needs nothing of the image.
	program, err := os.ReadFile("/proc/self/exe")
	if err != nil {
		return err
	}
	if by == "file" {
		if err := os.WriteFile(name, program, 0o700); err != nil {
			return err
		}
		return run(name)
	}
	descriptor, err := unix.MemfdCreate("", 0)
	if err != nil {
		return err
	}
	memory := os.NewFile(uintptr(descriptor), "")
	if _, err := memory.Write(program); err != nil {
		return err
	}
	return run(fmt.Sprintf("/proc/%d/fd/%d", os.Getpid(), descriptor))
}

func run(path string) error {
	command := exec.Command(path)
	command.Stdout, command.Stderr = os.Stdout, os.Stderr
	return command.Run()
}
