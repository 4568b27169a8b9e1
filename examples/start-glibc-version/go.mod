module example.com/start-glibc-version

go 1.27
