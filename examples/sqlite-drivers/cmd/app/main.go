// Command app writes 1000 rows into a SQLite database in memory and reads them back, by whichever driver is built in.
package main

import (
	"database/sql"
	"fmt"
	"log"

	"example.com/sqlite-drivers/internal/driver"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	database, err := sql.Open(driver.Name, ":memory:")
	if err != nil {
		log.Fatal(err)
	}
	// Every connection would have a database in memory of its own.
	database.SetMaxOpenConns(1)
	rows, sum, err := fill(database, 1000)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("%s: %d rows, sum %d\n", driver.Package, rows, sum)
}

func fill(database *sql.DB, count int) (rows, sum int, err error) {
	if _, err = database.Exec("CREATE TABLE numbers (n INTEGER)"); err != nil {
		return
	}
	transaction, err := database.Begin()
	if err != nil {
		return
	}
	for n := range count {
		if _, err = transaction.Exec("INSERT INTO numbers VALUES (?)", n); err != nil {
			return
		}
	}
	if err = transaction.Commit(); err != nil {
		return
	}
	err = database.QueryRow("SELECT count(*), sum(n) FROM numbers").Scan(&rows, &sum)
	return
}
