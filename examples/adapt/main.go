// Command adapt is a main package at the root of its module.
package main

import "example.com/adapt/internal/hello"

var version = "dev"

func main() { hello.Say("the program at the root", version) }
