module example.com/cpp

go 1.27
