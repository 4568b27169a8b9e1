// Command app runs for a minute and does nothing, so that somebody can look into its container.
package main

import "time"

func main() { time.Sleep(time.Minute) }
