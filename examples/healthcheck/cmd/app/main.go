// Serves HTTP. Called with -healthcheck it asks the running one how it is, and exits with 1 if that is not well.
package main

import (
	"flag"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	check := flag.Bool("healthcheck", false, "ask the running program, and exit")
	broken := flag.Bool("broken", false, "answer that something is wrong")
	flag.Parse()
	if *check {
		os.Exit(healthcheck())
	}
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		if *broken {
			http.Error(w, "no database", http.StatusServiceUnavailable)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func healthcheck() int {
	client := http.Client{Timeout: 2 * time.Second}
	response, err := client.Get("http://127.0.0.1:8080/healthz")
	if err != nil {
		fmt.Println(err)
		return 1
	}
	response.Body.Close()
	fmt.Println(response.Status)
	if response.StatusCode != http.StatusOK {
		return 1
	}
	return 0
}
