// Dials a name that has an IPv6 and an IPv4 address, and prints each attempt.
package main

import (
	"context"
	"flag"
	"fmt"
	"net"
	"os"
	"syscall"
	"time"
)

func main() {
	answering := flag.String("answering", "", "address that accepts connections")
	silent := flag.String("silent", "", "address that lets connections hang")
	fallback := flag.Duration("fallback", 0, "FallbackDelay of the dialer")
	timeout := flag.Duration("timeout", 0, "Timeout of the dialer")
	network := flag.String("network", "tcp", "tcp, tcp4 or tcp6")
	times := flag.Bool("times", false, "print when each attempt began")
	flag.Parse()
	must(listen(*answering))
	must(hang(*silent))

	start := time.Now()
	dialer := net.Dialer{
		Timeout:       *timeout,
		FallbackDelay: *fallback,
		ControlContext: func(_ context.Context, _, address string, _ syscall.RawConn) error {
			if *times {
				fmt.Printf("after %.1f s ", time.Since(start).Seconds())
			}
			fmt.Println("tries", address)
			return nil
		},
	}
	conn, err := dialer.Dial(*network, flag.Arg(0))
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println("connected to", conn.RemoteAddr())
}

func listen(address string) error {
	if address == "" {
		return nil
	}
	_, err := net.Listen("tcp", address)
	return err
}

// hang leaves the queue of a listener full: the kernel then drops what else wants to connect, as a firewall would.
func hang(address string) error {
	if address == "" {
		return nil
	}
	addr, err := net.ResolveTCPAddr("tcp6", address)
	if err != nil {
		return err
	}
	fd, err := syscall.Socket(syscall.AF_INET6, syscall.SOCK_STREAM, 0)
	if err != nil {
		return err
	}
	if err := syscall.Bind(fd, &syscall.SockaddrInet6{Port: addr.Port, Addr: [16]byte(addr.IP.To16())}); err != nil {
		return err
	}
	if err := syscall.Listen(fd, 0); err != nil {
		return err
	}
	for {
		if _, err := net.DialTimeout("tcp6", address, 200*time.Millisecond); err != nil {
			return nil
		}
	}
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}
