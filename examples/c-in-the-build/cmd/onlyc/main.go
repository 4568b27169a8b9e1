// Command onlyc uses a package in which every file imports C.
package main

import (
	"fmt"

	"example.com/cinthebuild/internal/onlyc"
)

func main() { fmt.Println(onlyc.Two()) }
