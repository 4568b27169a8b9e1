module example.com/nowayout

go 1.27
