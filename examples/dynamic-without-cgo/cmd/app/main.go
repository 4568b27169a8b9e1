// Command app calls a function of a C library without cgo: purego opens the library when the program runs.
package main

import (
	"fmt"
	"os"

	"github.com/ebitengine/purego"
)

func main() {
	library, err := purego.Dlopen("libm.so.6", purego.RTLD_NOW)
	if err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
	var sqrt func(float64) float64
	purego.RegisterLibFunc(&sqrt, library, "sqrt")
	fmt.Println("app: the root of 4 is", sqrt(4))
}
