// Package processor reads how long this process has kept a processor busy.
package processor

import "syscall"

// Clock tells laps of processor time, the first from the start of the process.
type Clock struct{ last float64 }

// Lap returns the seconds since the last call, user and system, of all threads.
func (clock *Clock) Lap() (float64, error) {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0, err
	}
	now := seconds(usage.Utime) + seconds(usage.Stime)
	lap := now - clock.last
	clock.last = now
	return lap, nil
}

func seconds(time syscall.Timeval) float64 {
	return float64(time.Sec) + float64(time.Usec)/1e6
}
