module example.com/private-modules

go 1.27

require git.test/greet.git v1.0.0
