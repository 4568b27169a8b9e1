module example.com/cinthebuild

go 1.27
