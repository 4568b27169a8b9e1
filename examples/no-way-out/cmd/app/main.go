// Command app asks a web server of its own, at 127.0.0.1:8080, under a name that /etc/hosts decides.
//
//	app HOST N keep         N requests, each answer read to its end and closed
//	app HOST N leak [TIME]  N requests whose answers are never closed; then it waits
package main

import (
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strconv"
	"time"
)

func main() {
	if len(os.Args) < 4 {
		fmt.Fprintf(os.Stderr, "usage: app HOST N keep|leak [TIME]; got %q\n", os.Args[1:])
		os.Exit(2)
	}
	err := run(os.Args[1], os.Args[2], os.Args[3] == "leak")
	if err != nil {
		fmt.Fprintln(os.Stderr, "app:", err)
	}
	if len(os.Args) == 5 {
		wait, _ := time.ParseDuration(os.Args[4])
		time.Sleep(wait)
	}
	if err != nil {
		os.Exit(1)
	}
}

func run(host, number string, leak bool) error {
	requests, err := strconv.Atoi(number)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp4", "127.0.0.1:8080")
	if err != nil {
		return err
	}
	go http.Serve(listener, http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
		io.WriteString(answer, "hello\n")
	}))
	for range requests {
		answer, err := http.Get("http://" + host + ":8080/")
		if err != nil {
			return err
		}
		if leak {
			continue
		}
		io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	}
	fmt.Println(requests, "answers")
	return nil
}
