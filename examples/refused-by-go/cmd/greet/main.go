// Command greet is built with -buildmode=plugin.
package main

import "example.com/refused/internal/word"

// Greet is what the host looks up.
func Greet() string { return word.Hello() + " from the plugin" }
