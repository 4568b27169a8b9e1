module example.com/gocv

go 1.26.0

require gocv.io/x/gocv v0.39.0
