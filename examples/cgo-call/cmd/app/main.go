// Calls a function that adds two numbers, in C and in Go, and prints the processor time of the first as a multiple of the
// second's; the same where the loop is on C's side, called once; and nanoseconds for one call into C.
package main

/*
__attribute__((noinline)) static int add(int a, int b) { return a + b; }

static int add_all(int times) {
	volatile int sum = 0;
	for (int i = 0; i < times; i++)
		sum = add(sum, i);
	return sum;
}
*/
import "C"

import (
	"encoding/json"
	"log"
	"os"
	"slices"
	"strconv"
	"syscall"
)

const (
	times = 2_000_000
	turns = 9
)

func main() {
	var each, once, own []float64
	for range turns {
		each = append(each, cost(func() {
			sum := C.int(0)
			for i := range C.int(times) {
				sum = C.add(sum, i)
			}
		}))
		once = append(once, cost(func() { C.add_all(times) }))
		own = append(own, cost(func() {
			sum := int32(0)
			for i := range int32(times) {
				sum = add(sum, i)
			}
		}))
	}
	figures := map[string]json.Number{
		"each": figure(median(each) / median(own)),
		"once": figure(median(once) / median(own)),
		"ns":   figure(median(each) / times * 1e9),
	}
	if err := json.NewEncoder(os.Stdout).Encode(figures); err != nil {
		log.Fatal(err)
	}
}

// Stays a call.
//
//go:noinline
func add(a, b int32) int32 { return a + b }

func figure(value float64) json.Number {
	return json.Number(strconv.FormatFloat(value, 'g', 2, 64))
}

// cost returns processor time in seconds.
func cost(work func()) float64 {
	before := used()
	work()
	return used() - before
}

func used() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		log.Fatal(err)
	}
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

func median(all []float64) float64 {
	return slices.Sorted(slices.Values(all))[len(all)/2]
}
