module example.com/beside-pod

go 1.27
