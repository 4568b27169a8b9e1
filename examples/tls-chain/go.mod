module example.com/tlschain

go 1.27
