// Command godror connects to a database of Oracle's through Oracle's own client library. No database is there to answer.
package main

import (
	"database/sql"
	"fmt"
	"os"

	_ "github.com/godror/godror"
)

func main() {
	db, err := sql.Open("godror", `user="scott" password="tiger" connectString="127.0.0.1:1521/db"`)
	if err == nil {
		err = db.Ping()
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
		os.Exit(1)
	}
}
