// Command app is an HTTPS server and its client. The server's certificate was signed by an intermediate authority, and
// that by a root; the keys are made from names, so they protect nothing.
//
//	app certificates D    writes root.pem and intermediate.pem into the folder D
//	app serve leaf        serves on 127.0.0.1:8443 and sends the server's certificate alone
//	app serve chain       likewise, and sends the intermediate's too
//	app get leaf|chain    serves likewise, and fetches a page as any HTTP client does: with the system's roots
package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"time"
)

func main() {
	log.SetFlags(0)
	root := authority("Example Root", 1)
	intermediate := authority("Example Intermediate", 2)
	server := template("localhost", 3)
	server.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	chain := [][]byte{sign(server, intermediate), sign(intermediate, root)}
	if len(os.Args) != 3 {
		log.Fatal("usage: app certificates DIR | serve leaf|chain | get leaf|chain")
	}
	if os.Args[1] == "certificates" {
		write(os.Args[2]+"/root.pem", sign(root, root))
		write(os.Args[2]+"/intermediate.pem", chain[1])
		return
	}
	if os.Args[2] == "leaf" {
		chain = chain[:1]
	}
	listener, err := tls.Listen("tcp", "127.0.0.1:8443", &tls.Config{
		Certificates: []tls.Certificate{{Certificate: chain, PrivateKey: keyOf(server)}},
	})
	if err != nil {
		log.Fatal(err)
	}
	page := http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "hello") })
	// The server's own log would say the client's error a second time, in other words.
	service := http.Server{Handler: page, ErrorLog: log.New(io.Discard, "", 0)}
	if os.Args[1] == "serve" {
		log.Fatal(service.Serve(listener))
	}
	go service.Serve(listener)
	response, err := http.Get("https://127.0.0.1:8443/")
	if err != nil {
		log.Fatal(err)
	}
	if _, err := io.Copy(os.Stdout, response.Body); err != nil {
		log.Fatal(err)
	}
}

func authority(name string, serial int64) *x509.Certificate {
	certificate := template(name, serial)
	certificate.IsCA, certificate.BasicConstraintsValid, certificate.KeyUsage = true, true, x509.KeyUsageCertSign
	return certificate
}

func template(name string, serial int64) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:     time.Date(2056, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
}

func write(file string, certificate []byte) {
	block := pem.Block{Type: "CERTIFICATE", Bytes: certificate}
	if err := os.WriteFile(file, pem.EncodeToMemory(&block), 0o644); err != nil {
		log.Fatal(err)
	}
}

func sign(certificate, issuer *x509.Certificate) []byte {
	bytes, err := x509.CreateCertificate(rand.Reader, certificate, issuer, keyOf(certificate).Public(), keyOf(issuer))
	if err != nil {
		log.Fatal(err)
	}
	return bytes
}

func keyOf(certificate *x509.Certificate) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte(certificate.Subject.CommonName))
	return ed25519.NewKeyFromSeed(seed[:])
}
