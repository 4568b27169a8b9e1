// Command app sorts its arguments in C++.
package main

// #include <stdlib.h>
// #include "sorted.h"
import "C"

import (
	"fmt"
	"os"
	"strings"
	"unsafe"
)

func main() {
	words := C.CString(strings.Join(os.Args[1:], " "))
	defer C.free(unsafe.Pointer(words))
	sorted := C.sorted(words)
	defer C.free(unsafe.Pointer(sorted))
	fmt.Println(C.GoString(sorted))
}
