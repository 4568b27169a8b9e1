//go:build racy

package racy

import "testing"

func TestStarted(t *testing.T) {
	if !Started() {
		t.Error("not started")
	}
}
