// Command app prints what a private module says.
package main

import (
	"fmt"

	"git.test/greet.git"
)

func main() { fmt.Println(greet.Text()) }
