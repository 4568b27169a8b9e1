// Command plain has nothing to do with C.
package main

import "fmt"

func main() { fmt.Println("app: started") }
