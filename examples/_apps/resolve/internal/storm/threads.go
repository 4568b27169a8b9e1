package storm

import (
	"bufio"
	"fmt"
	"os"
	"time"
)

// watchThreads samples the number of threads until the returned function is called, which tells the most there were.
func watchThreads() func() int {
	stop, done := make(chan struct{}), make(chan int)
	go func() {
		most := 0
		ticker := time.NewTicker(10 * time.Millisecond)
		defer ticker.Stop()
		for {
			if now := threads(); now > most {
				most = now
			}
			select {
			case <-stop:
				done <- most
				return
			case <-ticker.C:
			}
		}
	}()
	return func() int {
		close(stop)
		return <-done
	}
}

func threads() int {
	file, err := os.Open("/proc/self/status")
	if err != nil {
		return 0
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	count := 0
	for lines.Scan() {
		if n, _ := fmt.Sscanf(lines.Text(), "Threads: %d", &count); n == 1 {
			return count
		}
	}
	return 0
}
