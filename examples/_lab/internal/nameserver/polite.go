package nameserver

import (
	"errors"
	"io"
	"net"
	"time"
)

// politeListener accepts connections that end the same way each time. A plain Close would send a
// reset instead of an end if the client's next query has already arrived, and clients tell the two apart.
type politeListener struct{ net.Listener }

func (l politeListener) Accept() (net.Conn, error) {
	connection, err := l.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return politeConn{connection.(*net.TCPConn)}, nil
}

type politeConn struct{ *net.TCPConn }

// lingering is how long a client gets to close its side.
const lingering = 10 * time.Second

// Close ends the stream at once and throws away whatever still comes in.
func (c politeConn) Close() error {
	problem := errors.Join(c.CloseWrite(), c.SetReadDeadline(time.Now().Add(lingering)))
	go func() {
		_, _ = io.Copy(io.Discard, c.TCPConn)
		_ = c.TCPConn.Close()
	}()
	return problem
}
