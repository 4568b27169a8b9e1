// Package loopback brings up the loopback interface of a fresh network namespace.
package loopback

import (
	"fmt"
	"net"

	"golang.org/x/sys/unix"
)

// Up makes sure that 127.0.0.1 can be used. Engines bring lo up for a container; a bare
// "unshare --net" does not. Without CAP_NET_ADMIN an lo that is down stays down: an error.
func Up() error {
	lo, err := net.InterfaceByName("lo")
	if err != nil {
		return fmt.Errorf("loopback: %w", err)
	}
	if lo.Flags&net.FlagUp != 0 {
		return nil
	}
	socket, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("loopback: %w", err)
	}
	defer unix.Close(socket)
	request, err := unix.NewIfreq("lo")
	if err != nil {
		return fmt.Errorf("loopback: %w", err)
	}
	request.SetUint16(unix.IFF_UP | unix.IFF_LOOPBACK | unix.IFF_RUNNING)
	if err := unix.IoctlIfreq(socket, unix.SIOCSIFFLAGS, request); err != nil {
		return fmt.Errorf("loopback: bring up lo: %w", err)
	}
	return nil
}
