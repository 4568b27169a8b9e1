// Command cname looks up a canonical name, the one lookup for which Go calls libc's res_search.
package main

import (
	"fmt"
	"net"
)

func main() {
	_, err := net.LookupCNAME("db.test")
	fmt.Println("app: started, and asked for db.test:", err != nil)
}
