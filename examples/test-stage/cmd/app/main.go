// Command app counts from several goroutines and prints the sum.
package main

import (
	"fmt"

	"example.com/counter/internal/counter"
)

func main() {
	fmt.Println(counter.Count(100))
}
