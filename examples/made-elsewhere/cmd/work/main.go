// Command work links an archive that was made elsewhere, by the build tag that names it.
package main

// #cgo move LDFLAGS: /archives/move.a
// #cgo plain LDFLAGS: /archives/plain.a
// #cgo native LDFLAGS: /archives/native.a
// #cgo write LDFLAGS: /archives/write.a
// #cgo words LDFLAGS: /archives/words.a -lstdc++
// #include <stdlib.h>
// int work(const char *from, int bytes);
import "C"

import (
	"fmt"
	"unsafe"
)

func main() {
	word := C.CString("hello")
	defer C.free(unsafe.Pointer(word))
	fmt.Println(C.work(word, 5), "bytes")
}
