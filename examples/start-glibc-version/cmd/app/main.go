// Command app reads a number: through the C library when cgo is on, else with Go's own strconv.
package main

import "fmt"

func main() {
	fmt.Println("app: read", parse("42"), "with", parser)
}
