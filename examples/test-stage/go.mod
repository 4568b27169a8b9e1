module example.com/counter

go 1.27.0
