// Command zlib prints the version of a C library, whose header it includes.
package main

/*
#cgo pkg-config: zlib
#include <zlib.h>
*/
import "C"

import "fmt"

func main() { fmt.Println(C.GoString(C.zlibVersion())) }
