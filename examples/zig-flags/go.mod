module example.com/zigflags

go 1.27
