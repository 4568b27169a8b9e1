// Command app looks names up and prints one JSON object a line: what came, the error, how long it took.
//
//	app NAME…                          addresses of each name, one lookup after the other
//	app -type mx NAME…                 other questions: ip4, ip6, mx, txt, srv; addr for the names of an address
//	app -brief NAME…                   how many came instead of which
//	app -count 700 -prefix load.test   700 lookups at once, of name-0.load.test, name-1.load.test …
//
// -timeout 3s gives each lookup a deadline. The exit code is 0 if every lookup found something, else 1.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"io"
	"log"
	"net"
	"os"
	"strings"

	"example.com/resolve/internal/lookup"
	"example.com/resolve/internal/storm"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("app: ")
	os.Exit(run(os.Args[1:], net.DefaultResolver, os.Stdout, os.Stderr))
}

func run(args []string, resolver lookup.Resolver, out, complaints io.Writer) int {
	flags := flag.NewFlagSet("app", flag.ContinueOnError)
	flags.SetOutput(complaints)
	kind := flags.String("type", "host", "one of "+strings.Join(lookup.KindNames(), ", "))
	brief := flags.Bool("brief", false, "print how many came instead of which")
	timeout := flags.Duration("timeout", 0, "deadline of each lookup; 0 for none")
	count := flags.Int("count", 0, "so many lookups at once, of names below -prefix")
	prefix := flags.String("prefix", "", "what the names of -count end in")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	ask, known := lookup.Kinds[*kind]
	one, many := *count == 0 && *prefix == "" && flags.NArg() > 0, *count > 0 && *prefix != "" && flags.NArg() == 0
	if !known || !one && !many {
		flags.Usage()
		return 2
	}
	asker := lookup.Asker{Resolver: resolver, Kind: ask, Timeout: *timeout}
	if many {
		result := storm.Run(context.Background(), asker, *count, *prefix)
		return finish(write(out, result), result.Failed == 0)
	}
	found := true
	for _, name := range flags.Args() {
		result, err := asker.LookUp(context.Background(), name)
		if *brief {
			result = result.Brief()
		}
		if problem := write(out, result); problem != nil {
			return finish(problem, false)
		}
		found = found && err == nil
	}
	return finish(nil, found)
}

func finish(problem error, found bool) int {
	if problem != nil {
		log.Print(problem)
	}
	if problem != nil || !found {
		return 1
	}
	return 0
}

func write(out io.Writer, result any) error {
	encoder := json.NewEncoder(out)
	// Go's errors have a ">" in them.
	encoder.SetEscapeHTML(false)
	return encoder.Encode(result)
}
