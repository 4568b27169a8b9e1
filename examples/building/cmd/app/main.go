// Prints what was stamped into it.
package main

import (
	"crypto/fips140"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/google/uuid"
)

// Set by -ldflags "-X main.version=…".
var version = "unknown"

func main() {
	if len(os.Args) > 1 {
		fmt.Println("FIPS 140-3 mode:", fips140.Enabled())
		return
	}
	fmt.Println("main.version:", version)
	if info, ok := debug.ReadBuildInfo(); ok {
		fmt.Println("version of the module:", info.Main.Version)
	}
	fmt.Println("nil UUID:", uuid.Nil)
}
