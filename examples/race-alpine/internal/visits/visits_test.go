package visits

import "testing"

func TestUnlocked(t *testing.T) { check(t, Twice(false)) }

func TestLocked(t *testing.T) { check(t, Twice(true)) }

func check(t *testing.T, last int) {
	if last != 1 && last != 2 {
		t.Errorf("visitor %d came last, want 1 or 2", last)
	}
}
