// Command pure serves HTTP: the packages of the standard library that can use C, and none of others.
package main

import "net/http"

func main() { panic(http.ListenAndServe(":8080", nil)) }
