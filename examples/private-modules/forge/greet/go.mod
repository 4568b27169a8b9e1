module git.test/greet.git

go 1.27
