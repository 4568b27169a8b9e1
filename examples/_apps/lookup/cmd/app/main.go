// Command app looks up host names and reports on the image it runs in.
//
//	app               serve on :8080 (or -port, or $PORT): /healthz, /lookup?host=NAME, /report
//	app lookup NAME   one lookup, as JSON
//	app report        user, certificates, time zones and build settings, as JSON
package main

import (
	"cmp"
	"context"
	"flag"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/lookup/internal/diagnose"
	"example.com/lookup/internal/webservice"
)

func main() {
	// The engine puts a time on every line it keeps.
	log.SetFlags(0)
	log.SetPrefix("app: ")
	port := flag.String("port", cmp.Or(os.Getenv("PORT"), "8080"), "port to serve on")
	flag.Parse()
	// Unhandled, SIGTERM would end the program at once and cut off the requests under way.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	code := run(ctx, flag.Args(), *port, os.Stdout)
	stop()
	os.Exit(code)
}

func run(ctx context.Context, args []string, port string, out io.Writer) int {
	if code, done := diagnose.Command(ctx, args, net.DefaultResolver, out); done {
		return code
	}
	if len(args) > 0 {
		log.Print("usage: app [-port PORT] [lookup NAME | report]")
		return 2
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "ok\n") })
	diagnose.Register(mux, net.DefaultResolver)
	if err := webservice.Run(ctx, net.JoinHostPort("", port), mux); err != nil {
		log.Print(err)
		return 1
	}
	return 0
}
