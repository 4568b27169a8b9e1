module example.com/race-alpine

go 1.27
