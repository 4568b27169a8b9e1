//go:build windows

// Package windowsonly is for another system.
package windowsonly

// Two is here on Windows alone.
func Two() int { return 2 }
