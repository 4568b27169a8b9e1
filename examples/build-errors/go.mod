module example.com/build-errors

go 1.27
