package counter

import "testing"

func TestCount(t *testing.T) {
	if got := Count(100); got != 100 {
		t.Errorf("got %d, want 100", got)
	}
}
