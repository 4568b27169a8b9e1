package internal_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSharedPackagesAreTheSame holds the copies of diagnose and webservice to their originals in
// the app "lookup". They are copies so that each app is complete by itself; their tests are there.
func TestSharedPackagesAreTheSame(t *testing.T) {
	const original = "../../lookup/internal"
	if _, err := os.Stat(original); os.IsNotExist(err) {
		t.Skip("this copy of the app stands alone")
	}
	for _, name := range []string{"diagnose", "webservice"} {
		want, got := sources(t, filepath.Join(original, name)), sources(t, name)
		for file, text := range want {
			if !bytes.Equal(got[file], text) {
				t.Errorf("%s/%s differs from %s", name, file, original)
			}
		}
		for file := range got {
			if want[file] == nil {
				t.Errorf("%s/%s is not in %s", name, file, original)
			}
		}
	}
}

func sources(t *testing.T, directory string) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(directory, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: no sources, %v", directory, err)
	}
	texts := map[string][]byte{}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = text
	}
	return texts
}
