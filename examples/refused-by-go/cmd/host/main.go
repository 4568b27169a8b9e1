// Command host opens a plugin and calls its Greet.
package main

import (
	"fmt"
	"os"
	"plugin"

	"example.com/refused/internal/word"
)

func main() {
	greet, err := open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	fmt.Println(word.Hello(), "and", greet())
}

func open(path string) (func() string, error) {
	opened, err := plugin.Open(path)
	if err != nil {
		return nil, err
	}
	symbol, err := opened.Lookup("Greet")
	if err != nil {
		return nil, err
	}
	return symbol.(func() string), nil
}
