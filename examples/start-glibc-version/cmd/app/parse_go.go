//go:build !cgo

package main

import "strconv"

const parser = "strconv"

func parse(text string) int {
	number, _ := strconv.Atoi(text)
	return number
}
