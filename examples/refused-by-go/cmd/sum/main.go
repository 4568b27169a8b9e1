// Command sum links an archive with one C function, by the build tag that names it.
package main

// #cgo plain LDFLAGS: ${SRCDIR}/plain.a
// #cgo bitcode LDFLAGS: ${SRCDIR}/bitcode.a
// #cgo cleaned LDFLAGS: ${SRCDIR}/cleaned.a
// #cgo slim LDFLAGS: ${SRCDIR}/slim.a
// #cgo outside LDFLAGS: /usr/local/lib/bitcode.a
// #cgo nodelete LDFLAGS: -Wl,-z,nodelete
// int sum(int a, int b);
import "C"

import "fmt"

func main() { fmt.Println(C.sum(1, 1)) }
