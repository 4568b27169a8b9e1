module example.com/start-libraries

go 1.27
