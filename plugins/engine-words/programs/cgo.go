// With cgo, the C library starts every thread, and the program is linked against it.
package main

import "C"
