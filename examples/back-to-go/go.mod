module example.com/backtogo

go 1.27
