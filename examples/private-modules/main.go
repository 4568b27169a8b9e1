// Command private-modules prints what a private module says, and its own version.
package main

import (
	"fmt"

	"git.test/greet.git"
)

var version = "dev"

func main() { fmt.Printf("%s, version %s\n", greet.Text(), version) }
