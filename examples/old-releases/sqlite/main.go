// Command sqlite prints the version of SQLite that its driver brings.
package main

import (
	"fmt"

	"github.com/mattn/go-sqlite3"
)

func main() {
	version, _, _ := sqlite3.Version()
	fmt.Println("SQLite", version)
}
