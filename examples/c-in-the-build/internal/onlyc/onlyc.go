// Package onlyc has no file without C.
package onlyc

// static int two(void) { return 2; }
import "C"

// Two comes from C.
func Two() int { return int(C.two()) }
