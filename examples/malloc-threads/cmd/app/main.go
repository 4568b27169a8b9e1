// Takes and gives back small pieces of memory from several threads at once.
package main

/*
#include <stdlib.h>

// Keeps 256 pieces of 16 to 1039 bytes, and exchanges one of them each time.
static void churn(unsigned seed, int times) {
	void *kept[256] = {0};
	for (int i = 0; i < times; i++) {
		seed = seed * 1103515245 + 12345;
		void **piece = &kept[seed >> 16 & 255];
		free(*piece);
		*piece = malloc(16 + (seed >> 8 & 1023));
		*(volatile char *)*piece = 1;
	}
	for (int i = 0; i < 256; i++)
		free(kept[i]);
}
*/
import "C"

import (
	"flag"
	"sync"
)

func main() {
	threads := flag.Int("threads", 1, "how many at once")
	times := flag.Int("times", 1_000_000, "how often each takes a piece")
	inGo := flag.Bool("go", false, "take it from Go's own heap")
	flag.Parse()
	var all sync.WaitGroup
	for seed := range *threads {
		all.Go(func() {
			if *inGo {
				churn(uint32(seed), *times)
			} else {
				C.churn(C.uint(seed), C.int(*times))
			}
		})
	}
	all.Wait()
}

// churn is the same on Go's heap.
func churn(seed uint32, times int) {
	var kept [256][]byte
	for range times {
		seed = seed*1103515245 + 12345
		kept[seed>>16&255] = make([]byte, 16+seed>>8&1023)
	}
}
