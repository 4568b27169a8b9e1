// Command app writes one variable from two goroutines; with "lock" as its argument under a lock.
package main

import (
	"fmt"
	"os"

	"example.com/race-alpine/internal/visits"
)

func main() {
	visits.Twice(len(os.Args) > 1 && os.Args[1] == "lock")
	fmt.Println("done")
}
