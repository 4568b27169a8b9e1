// Command app writes rows into a SQLite database in memory and reads them back, by whichever driver is built in.
package main

import (
	"database/sql"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"

	"example.com/sqlite/internal/driver"
	"example.com/sqlite/internal/processor"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	rows := flag.Int("rows", 1000, "how many rows to write and read")
	seconds := flag.Bool("seconds", false, "print the processor seconds of each step instead")
	flag.Parse()
	sum, spent, err := run(*rows)
	if err != nil {
		log.Fatal(err)
	}
	if *seconds {
		err = json.NewEncoder(os.Stdout).Encode(spent)
	} else {
		_, err = fmt.Printf("%s: %d rows, sum %d\n", driver.Package, *rows, sum)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// run returns the sum of what it read, and the processor seconds of each step.
func run(rows int) (sum int, spent map[string]float64, err error) {
	var clock processor.Clock
	spent = map[string]float64{}
	var database *sql.DB
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"open", func() error { database, err = open(); return err }},
		{"write", func() error { return write(database, rows) }},
		{"read", func() error { sum, err = read(database, rows); return err }},
		{"query", func() error { return query(database, sum) }},
	} {
		if err = step.do(); err != nil {
			return
		}
		if spent[step.name], err = clock.Lap(); err != nil {
			return
		}
	}
	return
}

func open() (*sql.DB, error) {
	database, err := sql.Open(driver.Name, ":memory:")
	if err != nil {
		return nil, err
	}
	// Every connection would have a database in memory of its own.
	database.SetMaxOpenConns(1)
	_, err = database.Exec("CREATE TABLE numbers (n INTEGER)")
	return database, err
}

func write(database *sql.DB, rows int) error {
	transaction, err := database.Begin()
	if err != nil {
		return err
	}
	for n := range rows {
		if _, err = transaction.Exec("INSERT INTO numbers VALUES (?)", n); err != nil {
			return err
		}
	}
	return transaction.Commit()
}

func read(database *sql.DB, rows int) (sum int, err error) {
	found, err := database.Query("SELECT n FROM numbers")
	if err != nil {
		return 0, err
	}
	defer found.Close()
	count := 0
	for ; found.Next(); count++ {
		var n int
		if err = found.Scan(&n); err != nil {
			return 0, err
		}
		sum += n
	}
	if err = found.Err(); err == nil && count != rows {
		err = fmt.Errorf("%d rows written, %d read", rows, count)
	}
	return sum, err
}

// query lets SQLite group, add and sort all rows, and reads one: the sum of the groups' sums, which is to be that of the rows.
func query(database *sql.DB, want int) error {
	var sum int
	err := database.QueryRow(`SELECT sum(total) FROM (
		SELECT n % 1000 AS bucket, sum(n) AS total FROM numbers GROUP BY bucket ORDER BY total DESC)`).Scan(&sum)
	if err == nil && sum != want {
		err = fmt.Errorf("the rows' sum is %d, that of the groups %d", want, sum)
	}
	return err
}
