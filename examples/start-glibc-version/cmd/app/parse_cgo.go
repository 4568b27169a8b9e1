//go:build cgo

package main

// #define _GNU_SOURCE
// #include <stdlib.h>
import "C"

import "unsafe"

const parser = "strtol"

func parse(text string) int {
	number := C.CString(text)
	defer C.free(unsafe.Pointer(number))
	return int(C.strtol(number, nil, 10))
}
