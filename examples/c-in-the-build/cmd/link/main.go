// Command link declares the function of a C library itself, so that only the linker needs the library.
package main

/*
#cgo LDFLAGS: -lz
const char *zlibVersion(void);
*/
import "C"

import "fmt"

func main() { fmt.Println(C.GoString(C.zlibVersion())) }
