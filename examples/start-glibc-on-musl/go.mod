module example.com/start-glibc-on-musl

go 1.22
