// Command sqlite has a driver in it that is written in C.
package main

import (
	"fmt"

	"github.com/mattn/go-sqlite3"
)

func main() { fmt.Println(sqlite3.Version()) }
