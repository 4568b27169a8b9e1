// Command hello has no C in it, and nothing that could have.
package main

func main() { println("hello") }
