// Command count has C++ in it that prints.
package main

// void count(int to);
import "C"

func main() { C.count(2) }
