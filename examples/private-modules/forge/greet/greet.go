// Package greet is the private module.
package greet

// Text comes from the private module.
func Text() string { return "hello from git.test" }
