// Command library reads a number through a shared library.
package main

// #cgo LDFLAGS: -lparse
// int parse(const char *number);
import "C"

import "fmt"

func main() {
	fmt.Println("app: read", C.parse(C.CString("42")), "with libparse")
}
