// Command flags asks libc for the flags of its standard output.
package main

// #define _FILE_OFFSET_BITS 64
// #include <fcntl.h>
// static int flags(int fd) { return fcntl(fd, F_GETFL); }
import "C"

import "fmt"

func main() {
	fmt.Println("app: started, and may write:", C.flags(1)&C.O_ACCMODE != C.O_RDONLY)
}
