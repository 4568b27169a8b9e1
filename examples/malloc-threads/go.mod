module example.com/mallocthreads

go 1.27
