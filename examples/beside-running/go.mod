module example.com/besiderunning

go 1.27
