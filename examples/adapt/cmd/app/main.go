// Command app is a main package in a folder.
package main

import "example.com/adapt/internal/hello"

var version = "dev"

func main() { hello.Say("the program in cmd/app", version) }
