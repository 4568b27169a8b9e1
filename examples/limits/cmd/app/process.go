package main

import (
	"io"
	"os"
	"strings"
)

// process reads what the kernel tells of this process. It opens nothing later, when there may be no file left to open.
type process struct {
	tasks, files *os.File
}

func openProcess() (process, error) {
	tasks, err := os.Open("/proc/self/task")
	if err != nil {
		return process{}, err
	}
	files, err := os.Open("/proc/self/fd")
	return process{tasks, files}, err
}

func (p process) threads() int {
	return len(names(p.tasks))
}

func (p process) sockets() int {
	count := 0
	for _, name := range names(p.files) {
		target, _ := os.Readlink("/proc/self/fd/" + name)
		if strings.HasPrefix(target, "socket:") {
			count++
		}
	}
	return count
}

func names(folder *os.File) []string {
	if _, err := folder.Seek(0, io.SeekStart); err != nil {
		return nil
	}
	found, _ := folder.Readdirnames(-1)
	return found
}
