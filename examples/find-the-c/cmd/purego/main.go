// Command purego calls a C function of a shared library that it loads at run time.
package main

import (
	"fmt"

	"github.com/ebitengine/purego"
)

func main() {
	library, err := purego.Dlopen("libz.so.1", purego.RTLD_NOW)
	if err != nil {
		panic(err)
	}
	var version func() string
	purego.RegisterLibFunc(&version, library, "zlibVersion")
	fmt.Println(version())
}
