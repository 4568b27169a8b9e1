package lookup

import "time"

// early is more than all timers of a lookup together may be early: those of a libc count whole milliseconds.
const early = 20 * time.Millisecond

// HalfSeconds rounds down to half a second. A busy machine makes a timer late by some milliseconds and
// never early by more than one, so two runs of a lookup that waits for timers agree.
func HalfSeconds(took time.Duration) float64 {
	return (took + early).Truncate(500 * time.Millisecond).Seconds()
}
