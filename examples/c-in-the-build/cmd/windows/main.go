// Command windows uses a package that is for Windows alone.
package main

import (
	"fmt"

	"example.com/cinthebuild/internal/windowsonly"
)

func main() { fmt.Println(windowsonly.Two()) }
