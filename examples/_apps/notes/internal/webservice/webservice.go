// Package webservice runs an HTTP service until it is told to stop.
package webservice

import (
	"context"
	"errors"
	"log"
	"net"
	"net/http"
	"time"
)

// grace is what requests under way get after SIGTERM. Docker kills after 10 seconds, Kubernetes after 30.
const grace = 8 * time.Second

// Run serves until ctx is done, then lets requests under way finish. It returns nil after such a stop.
func Run(ctx context.Context, address string, handler http.Handler) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	log.Print("listening on ", listener.Addr())
	return Serve(ctx, listener, handler)
}

// Serve is Run on a listener that is already open.
func Serve(ctx context.Context, listener net.Listener, handler http.Handler) error {
	// No WriteTimeout: a lookup may take as long as the resolver does.
	server := &http.Server{Handler: handler, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	log.Print("stopping")
	limited, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(limited); err != nil {
		return err
	}
	if err := <-failed; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
