// Command goora connects to a database of Oracle's in Go alone. No database is there to answer.
package main

import (
	"database/sql"
	"fmt"
	"os"

	_ "github.com/sijms/go-ora/v2"
)

func main() {
	db, err := sql.Open("oracle", "oracle://scott:tiger@127.0.0.1:1521/db")
	if err == nil {
		err = db.Ping()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
}
