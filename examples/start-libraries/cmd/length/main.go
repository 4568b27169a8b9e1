// Command length measures a word in C++.
package main

// #include <stdlib.h>
// int length(const char *text);
import "C"

import (
	"fmt"
	"unsafe"
)

func main() {
	word := C.CString("distroless")
	defer C.free(unsafe.Pointer(word))
	fmt.Println("app: letters:", C.length(word))
}
