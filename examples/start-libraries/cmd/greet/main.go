// Command greet calls a shared library.
package main

// #cgo LDFLAGS: -lgreet
// const char *greeting(void);
import "C"

import "fmt"

func main() {
	fmt.Println("app:", C.GoString(C.greeting()))
}
