// Package hello is used by both programs of the module.
package hello

import (
	"fmt"

	"github.com/google/uuid"
)

// Say prints which program it is, and its version.
func Say(program, version string) {
	fmt.Printf("%s, version %s, %s\n", program, version, uuid.Nil)
}
