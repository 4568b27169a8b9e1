// Command app says for which architecture it was built. With cgo it is linked against libc, for looking up a user.
package main

import (
	"fmt"
	"os/user"
	"runtime"
)

func main() {
	_, err := user.Lookup("root")
	fmt.Println("app: started on", runtime.GOARCH, err == nil)
}
