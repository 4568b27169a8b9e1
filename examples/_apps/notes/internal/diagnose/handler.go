package diagnose

import (
	"encoding/json"
	"errors"
	"io"
	"net"
	"net/http"
)

// Register adds GET /lookup?host=NAME and GET /report to a service.
func Register(mux *http.ServeMux, resolver Resolver) {
	mux.HandleFunc("GET /lookup", func(w http.ResponseWriter, r *http.Request) {
		host := r.URL.Query().Get("host")
		if host == "" {
			http.Error(w, "host: expected a name, as in /lookup?host=example.com", http.StatusBadRequest)
			return
		}
		lookup := LookUp(r.Context(), resolver, host)
		respond(w, lookup.status(), lookup)
	})
	mux.HandleFunc("GET /report", func(w http.ResponseWriter, _ *http.Request) {
		respond(w, http.StatusOK, TakeReport())
	})
}

// status is that of a gateway: the name server is the upstream.
func (l Lookup) status() int {
	var failure *net.DNSError
	switch {
	case l.cause == nil:
		return http.StatusOK
	case errors.As(l.cause, &failure) && failure.IsNotFound:
		return http.StatusNotFound
	case errors.As(l.cause, &failure) && failure.IsTimeout:
		return http.StatusGatewayTimeout
	default:
		return http.StatusBadGateway
	}
}

func respond(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	// Nothing is left to be done for a client that went away.
	_ = write(w, value)
}

func write(out io.Writer, value any) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
