// Command server gives the repositories in /srv/git to who has the name and the token.
package main

import (
	"log"
	"net/http"
	"net/http/cgi"
	"os"
)

func main() {
	git := &cgi.Handler{
		Path: "/usr/lib/git-core/git-http-backend",
		Env:  []string{"GIT_PROJECT_ROOT=/srv/git", "GIT_HTTP_EXPORT_ALL=1"},
	}
	log.Fatal(http.ListenAndServe(os.Args[1], http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if name, token, _ := r.BasicAuth(); name != "reader" || token != "a-token" {
			w.Header().Set("WWW-Authenticate", `Basic realm="git.test"`)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		git.ServeHTTP(w, r)
	})))
}
