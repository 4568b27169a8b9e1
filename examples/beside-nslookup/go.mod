module example.com/besidenslookup

go 1.27
