module example.com/image-files

go 1.27
