// Command header includes the header of a C library that is named to the linker by hand.
package main

/*
#cgo LDFLAGS: -lz
#include <zlib.h>
*/
import "C"

import "fmt"

func main() { fmt.Println(C.GoString(C.zlibVersion())) }
