// Serves HTTP, and looks a name up again and again at a server that is silent, so that there is something to watch.
package main

import (
	"context"
	"fmt"
	"log"
	"net"
	"net/http"
	"time"
)

func main() {
	if _, err := net.ListenPacket("udp", "127.0.0.1:53"); err != nil {
		log.Fatal(err)
	}
	go func() {
		for range time.Tick(200 * time.Millisecond) {
			ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
			net.DefaultResolver.LookupHost(ctx, "db.test")
			cancel()
		}
	}()
	http.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ready") })
	log.Fatal(http.ListenAndServe(":8080", nil))
}
