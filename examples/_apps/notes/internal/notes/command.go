package notes

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
)

// Command runs "add TEXT", "list" or "sqlite-version" and returns the exit code: 0, 1 for a
// failure, 2 for anything else in args.
func Command(ctx context.Context, args []string, store *Store, out io.Writer) int {
	var result any
	var err error
	switch {
	case len(args) == 2 && args[0] == "add":
		result, err = store.Add(ctx, args[1])
	case len(args) == 1 && args[0] == "list":
		result, err = store.List(ctx)
	case len(args) == 1 && args[0] == "sqlite-version":
		result, err = store.SQLiteVersion(ctx)
	default:
		log.Print("usage: app [-port PORT] [add TEXT | list | sqlite-version | lookup NAME | report]")
		return 2
	}
	if err == nil {
		err = write(out, result)
	}
	if err != nil {
		log.Print(err)
		return 1
	}
	return 0
}

// write prints a text as it is, so that a script can use it, and all else as JSON.
func write(out io.Writer, result any) error {
	if text, ok := result.(string); ok {
		_, err := fmt.Fprintln(out, text)
		return err
	}
	return json.NewEncoder(out).Encode(result)
}
