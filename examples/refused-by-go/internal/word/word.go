// Package word is in the host and in the plugin.
package word

// Hello is what both say.
func Hello() string { return "hello" }
