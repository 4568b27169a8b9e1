// Command app asks the image for one thing that programs rely on, and says what it got.
//
//	app roots         how many certificates the system's pool has
//	app get           a TLS connection to itself, with a certificate of the CA in /certs
//	app make-certs D  writes that CA and the server's certificate and key into D
//	app zone NAME     loads a time zone
//	app careless NAME loads a time zone and ignores the error
//	app noon          12:00 UTC in local time, as $TZ says
//	app user          the current user's name
//	app home          the home directory
//	app temp          writes a temporary file
//	app write PATH    writes a file
//	app read PATH     reads a file
//	app listen ADDR   listens on a TCP address and closes it again
//	app ping          opens an ICMP socket without privileges
package main

import (
	"fmt"
	"os"

	"example.com/image-files/internal/certs"
	"example.com/image-files/internal/place"
)

var one = map[string]func() (string, error){
	"roots": certs.Roots,
	"get":   certs.Get,
	"noon":  place.Noon,
	"user":  place.User,
	"home":  os.UserHomeDir,
	"temp":  place.Temp,
	"ping":  place.Ping,
}

var two = map[string]func(string) (string, error){
	"make-certs": certs.Make,
	"zone":       place.Zone,
	"careless":   place.Careless,
	"write":      place.Write,
	"read":       place.Read,
	"listen":     place.Listen,
}

func main() {
	args := os.Args[1:]
	var said string
	var err error
	switch {
	case len(args) == 1 && one[args[0]] != nil:
		said, err = one[args[0]]()
	case len(args) == 2 && two[args[0]] != nil:
		said, err = two[args[0]](args[1])
	default:
		err = fmt.Errorf("usage: app COMMAND [ARGUMENT]; got %q", args)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(said)
}
