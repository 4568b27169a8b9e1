package notes

import (
	"context"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/mattn/go-sqlite3"
)

func open(t *testing.T, path string) *Store {
	t.Helper()
	store, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

func TestNotesSurviveARestart(t *testing.T) {
	// A name that means something in a URL has to stay a name.
	path := filepath.Join(t.TempDir(), "my notes?mode=ro#1.db")
	store := open(t, path)
	if note, err := store.Add(context.Background(), "it's here"); err != nil || note != (Note{1, "it's here"}) {
		t.Fatalf("got %+v, %v", note, err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	notes, err := open(t, path).List(context.Background())
	if err != nil || len(notes) != 1 || notes[0] != (Note{1, "it's here"}) {
		t.Errorf("got %+v, %v", notes, err)
	}
	if matches, _ := filepath.Glob(filepath.Dir(path) + "/my notes[?]mode=ro#1.db"); len(matches) != 1 {
		t.Error("the file has another name")
	}
}

func TestOpenNamesThePath(t *testing.T) {
	_, err := Open(context.Background(), "/nonexistent/notes.db")
	if want := "open /nonexistent/notes.db: unable to open database file: no such file or directory"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestService(t *testing.T) {
	mux := http.NewServeMux()
	store := open(t, filepath.Join(t.TempDir(), "notes.db"))
	Register(mux, store)
	ask := func(method, path, body string, status int, want string) {
		t.Helper()
		recorder := httptest.NewRecorder()
		mux.ServeHTTP(recorder, httptest.NewRequest(method, path, strings.NewReader(body)))
		if recorder.Code != status || recorder.Body.String() != want {
			t.Errorf("%s %s: got %d %q", method, path, recorder.Code, recorder.Body)
		}
	}
	ask("GET", "/healthz", "", 200, "ok\n")
	ask("GET", "/notes", "", 200, "[]\n")
	ask("POST", "/notes", " first \n", 201, `{"id":1,"text":"first"}`+"\n")
	ask("POST", "/notes", "\n", 400, "expected the text of the note as the body\n")
	ask("POST", "/notes", strings.Repeat("x", maxText+1), 413, "http: request body too large\n")
	ask("GET", "/notes", "", 200, `[{"id":1,"text":"first"}]`+"\n")
	store.Close()
	ask("GET", "/healthz", "", 503, "no database\n")
	ask("GET", "/notes", "", 500, "the database failed\n")
}

func TestCommand(t *testing.T) {
	store := open(t, filepath.Join(t.TempDir(), "notes.db"))
	run := func(want string, exit int, args ...string) {
		t.Helper()
		var out strings.Builder
		if got := Command(context.Background(), args, store, &out); got != exit || out.String() != want {
			t.Errorf("%q: got exit %d, %q; want %d, %q", args, got, out.String(), exit, want)
		}
	}
	run(`{"id":1,"text":"first"}`+"\n", 0, "add", "first")
	run(`[{"id":1,"text":"first"}]`+"\n", 0, "list")
	version, _, _ := sqlite3.Version()
	run(version+"\n", 0, "sqlite-version")
	run("", 2, "add")
	run("", 2, "remove", "1")
	store.Close()
	run("", 1, "list")
}
