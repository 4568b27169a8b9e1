// Command app says hello.
package main

import "fmt"

func main() { fmt.Println("hello") }
