module engine-words

go 1.27
