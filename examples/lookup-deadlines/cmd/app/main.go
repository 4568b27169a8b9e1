// Command app asks for names in the ways that programs do, and prints a JSON object a line: what came, or the error, and
// how long it took, in whole seconds.
//
//	app [-timeout 3s] lookup NAME…       net.Resolver.LookupHost; the deadline is that of its context
//	app [-timeout 3s] dial HOST:PORT…    net.Dialer.Dial; the deadline is Dialer.Timeout
//	app [-timeout 3s] get URL…           http.Client.Get; the deadline is Client.Timeout
//	app txt NAME…                        net.LookupTXT; likewise mx and srv, of which the first is printed
package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"math"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

type outcome struct {
	Got     string `json:"got,omitempty"`
	Error   string `json:"error,omitempty"`
	Seconds int    `json:"seconds"`
}

func main() {
	log.SetFlags(0)
	timeout := flag.Duration("timeout", 0, "the deadline; 0 for none")
	flag.Parse()
	ask, known := ways[flag.Arg(0)]
	if !known {
		log.Fatalf("app: no such way to ask: %q", flag.Arg(0))
	}
	failed := false
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	for _, name := range flag.Args()[1:] {
		start := time.Now()
		got, err := ask(name, *timeout)
		result := outcome{Got: got, Seconds: int(math.Round(time.Since(start).Seconds()))}
		if err != nil {
			result.Error, failed = err.Error(), true
		}
		if err := out.Encode(result); err != nil {
			log.Fatal(err)
		}
	}
	if failed {
		os.Exit(1)
	}
}

var ways = map[string]func(name string, timeout time.Duration) (string, error){
	"lookup": func(name string, timeout time.Duration) (string, error) {
		ctx := context.Background()
		if timeout > 0 {
			bounded, cancel := context.WithTimeout(ctx, timeout)
			defer cancel()
			ctx = bounded
		}
		addresses, err := net.DefaultResolver.LookupHost(ctx, name)
		return text(addresses), err
	},
	"dial": func(address string, timeout time.Duration) (string, error) {
		dialer := net.Dialer{Timeout: timeout}
		conn, err := dialer.Dial("tcp", address)
		if err != nil {
			return "", err
		}
		return "connected to " + conn.RemoteAddr().String(), conn.Close()
	},
	"get": func(url string, timeout time.Duration) (string, error) {
		client := http.Client{Timeout: timeout}
		response, err := client.Get(url)
		if err != nil {
			return "", err
		}
		return response.Status, response.Body.Close()
	},
	"txt": func(name string, _ time.Duration) (string, error) {
		records, err := net.LookupTXT(name)
		return text(records), err
	},
	"mx": func(name string, _ time.Duration) (string, error) {
		records, err := net.LookupMX(name)
		for _, record := range records {
			return record.Host, err
		}
		return "", err
	},
	"srv": func(name string, _ time.Duration) (string, error) {
		_, records, err := net.LookupSRV("", "", name)
		for _, record := range records {
			return record.Target, err
		}
		return "", err
	},
}

func text(records []string) string { return strings.Join(records, " ") }
