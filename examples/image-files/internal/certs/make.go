// Package certs has a private certificate authority, and a server and a client that rely on it.
package certs

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Make writes ca.pem, server.pem and server-key.pem into a folder. The same bytes every time: the keys come from
// their names, so they protect nothing.
func Make(folder string) (string, error) {
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", err
	}
	caKey, serverKey := keyFrom("Private CA"), keyFrom("localhost")
	ca := template("Private CA", 1)
	ca.IsCA, ca.BasicConstraintsValid, ca.KeyUsage = true, true, x509.KeyUsageCertSign
	server := template("localhost", 2)
	server.IPAddresses = []net.IP{net.IPv4(127, 0, 0, 1)}
	key, err := x509.MarshalPKCS8PrivateKey(serverKey)
	if err != nil {
		return "", err
	}
	caBytes, err := x509.CreateCertificate(rand.Reader, ca, ca, caKey.Public(), caKey)
	if err != nil {
		return "", err
	}
	serverBytes, err := x509.CreateCertificate(rand.Reader, server, ca, serverKey.Public(), caKey)
	if err != nil {
		return "", err
	}
	for name, block := range map[string]pem.Block{
		"ca.pem":         {Type: "CERTIFICATE", Bytes: caBytes},
		"server.pem":     {Type: "CERTIFICATE", Bytes: serverBytes},
		"server-key.pem": {Type: "PRIVATE KEY", Bytes: key},
	} {
		// Readable for all: every variant runs as some other user.
		if err := os.WriteFile(filepath.Join(folder, name), pem.EncodeToMemory(&block), 0o644); err != nil {
			return "", err
		}
	}
	return "written", nil
}

func template(name string, serial int64) *x509.Certificate {
	return &x509.Certificate{
		SerialNumber: big.NewInt(serial),
		Subject:      pkix.Name{CommonName: name},
		NotBefore:    time.Date(2026, time.January, 1, 0, 0, 0, 0, time.UTC),
		NotAfter:     time.Date(2056, time.January, 1, 0, 0, 0, 0, time.UTC),
	}
}

func keyFrom(name string) ed25519.PrivateKey {
	seed := sha256.Sum256([]byte(name))
	return ed25519.NewKeyFromSeed(seed[:])
}
