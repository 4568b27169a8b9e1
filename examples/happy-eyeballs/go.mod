module example.com/happyeyeballs

go 1.27
