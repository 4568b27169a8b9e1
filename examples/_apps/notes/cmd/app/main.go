// Command app keeps notes in an SQLite database file ($NOTES_DB, default notes.db).
//
//	app                  serve on :8080 (or -port, or $PORT): /healthz, /notes, /lookup?host=NAME, /report
//	app add TEXT         store a note, print it as JSON
//	app list             print all notes as JSON
//	app sqlite-version   print the version of the SQLite that is linked in
//	app lookup NAME      one lookup, as JSON
//	app report           user, certificates, time zones and build settings, as JSON
package main

import (
	"cmp"
	"context"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	"example.com/notes/internal/diagnose"
	"example.com/notes/internal/notes"
	"example.com/notes/internal/webservice"
)

func main() {
	// The engine puts a time on every line it keeps.
	log.SetFlags(0)
	log.SetPrefix("app: ")
	port := flag.String("port", cmp.Or(os.Getenv("PORT"), "8080"), "port to serve on")
	flag.Parse()
	// Unhandled, SIGTERM would end the program at once and cut off the requests under way.
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	code, done := diagnose.Command(ctx, flag.Args(), net.DefaultResolver, os.Stdout)
	if !done {
		code = withStore(ctx, flag.Args(), *port)
	}
	stop()
	os.Exit(code)
}

// withStore runs what needs the database, and returns the exit code.
func withStore(ctx context.Context, args []string, port string) int {
	store, err := notes.Open(ctx, cmp.Or(os.Getenv("NOTES_DB"), "notes.db"))
	if err != nil {
		log.Print(err)
		return 1
	}
	defer store.Close()
	if len(args) > 0 {
		return notes.Command(ctx, args, store, os.Stdout)
	}
	mux := http.NewServeMux()
	notes.Register(mux, store)
	diagnose.Register(mux, net.DefaultResolver)
	if err := webservice.Run(ctx, net.JoinHostPort("", port), mux); err != nil {
		log.Print(err)
		return 1
	}
	return 0
}
