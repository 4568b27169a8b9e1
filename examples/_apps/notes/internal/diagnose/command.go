package diagnose

import (
	"context"
	"io"
	"log"
)

// Command runs "lookup NAME" or "report": the same JSON as over HTTP, without a service, for
// "docker run" and for init containers. It returns the exit code: 0, or 1 if the name was not
// found or the report has something missing. done is false if args are neither.
func Command(ctx context.Context, args []string, resolver Resolver, out io.Writer) (exit int, done bool) {
	var result any
	switch {
	case len(args) == 2 && args[0] == "lookup":
		lookup := LookUp(ctx, resolver, args[1])
		result, exit = lookup, exitCode(lookup.cause == nil)
	case len(args) == 1 && args[0] == "report":
		report := TakeReport()
		result, exit = report, exitCode(len(report.Missing) == 0)
	default:
		return 0, false
	}
	if err := write(out, result); err != nil {
		log.Print(err)
		return 1, true
	}
	return exit, true
}

func exitCode(good bool) int {
	if good {
		return 0
	}
	return 1
}
