package notes

import (
	"encoding/json"
	"io"
	"log"
	"net/http"
	"strings"
)

// maxText bounds a note, in bytes.
const maxText = 64 << 10

// Register adds GET /notes, POST /notes (the body is the text) and GET /healthz to a service.
func Register(mux *http.ServeMux, store *Store) {
	mux.HandleFunc("GET /notes", func(w http.ResponseWriter, r *http.Request) {
		notes, err := store.List(r.Context())
		respond(w, http.StatusOK, notes, err)
	})
	mux.HandleFunc("POST /notes", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxText))
		if err != nil {
			http.Error(w, err.Error(), http.StatusRequestEntityTooLarge)
			return
		}
		text := strings.TrimSpace(string(body))
		if text == "" {
			http.Error(w, "expected the text of the note as the body", http.StatusBadRequest)
			return
		}
		note, err := store.Add(r.Context(), text)
		respond(w, http.StatusCreated, note, err)
	})
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {
		if err := store.Ping(r.Context()); err != nil {
			log.Print(err)
			http.Error(w, "no database", http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(w, "ok\n")
	})
}

// respond hides an error of the database from the client and shows it to whoever reads the log.
func respond(w http.ResponseWriter, status int, value any, err error) {
	if err != nil {
		log.Print(err)
		http.Error(w, "the database failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(value)
}
